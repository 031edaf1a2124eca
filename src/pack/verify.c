#include "pack/verify.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "input/folder.h"
#include "pack/manifest.h"

#define FILE_LIMIT ((size_t)1 << 30)

static void
differs(struct verify *v, enum diag_code code, const char *path, const char *is,
    const char *was)
{
	const struct loc loc = {.file = path};

	diag_at(v->diag, DIAG_REJECT, code, &loc, NULL, is, was, (char *)NULL);
}

static int
unreadable(struct verify *v, const char *path)
{
	diag_add(v->diag, DIAG_pack_unreadable, NULL, path, strerror(errno),
	    (char *)NULL);
	return -1;
}

static const char *
last_part(struct arena *arena, const char *folder)
{
	size_t len = strlen(folder), begin;

	while (len > 1 && folder[len - 1] == '/')
		len--;
	for (begin = len; begin > 0 && folder[begin - 1] != '/';)
		begin--;
	return arena_strndup(arena, folder + begin, len - begin);
}

int
verify_open(struct verify *v, struct arena *arena, struct diag *diag,
    const char *folder)
{
	*v = (struct verify){.arena = arena,
	    .diag = diag,
	    .folder = folder,
	    .name = last_part(arena, folder)};
	v->manifest = manifest_read(arena, diag, folder);
	if (v->manifest == NULL)
		return -1;
	if (tree_list(arena, folder, &v->there, &v->nthere) == -1)
		return unreadable(v, folder);
	return 0;
}

void
verify_close(struct verify *v)
{
	json_decref(v->manifest);
	v->manifest = NULL;
}

static int
compare_paths(const void *key, const void *entry)
{
	return strcmp(key, ((const struct tree_entry *)entry)->path);
}

static struct tree_entry *
find_path(const struct verify *v, const char *path)
{
	return v->nthere == 0 ? NULL
			      : bsearch(path, v->there, v->nthere,
				    sizeof(*v->there), compare_paths);
}

static const char *
text_of(const json_t *entry, const char *key)
{
	return json_string_value(json_object_get(entry, key));
}

static const char *
number(const struct verify *v, size_t n)
{
	return arena_printf(v->arena, "%zu", n);
}

/* Two digests, or sizes if they differ already. */
static void
compare_bytes(struct verify *v, struct tree_entry *entry, const json_t *said,
    size_t len, const char sha256[DIGEST_TEXT])
{
	const char *path = text_of(said, "path");
	size_t size = (size_t)json_integer_value(json_object_get(said, "size"));

	if (size != len)
		differs(
		    v, DIAG_verify_size, path, number(v, len), number(v, size));
	else if (strcmp(text_of(said, "sha256"), sha256) != 0)
		differs(v, DIAG_verify_changed, path, sha256,
		    text_of(said, "sha256"));
	else {
		entry->same = true;
		v->listed.same++;
		return;
	}
	v->listed.changed++;
}

/* One file that the manifest lists. */
static int
verify_file(struct verify *v, const json_t *said)
{
	const char *path = text_of(said, "path"), *bytes;
	struct tree_entry *entry = find_path(v, path);
	char sha256[DIGEST_TEXT];
	struct arena *arena;
	size_t len;
	int why;

	if (entry == NULL || !entry->regular) {
		differs(v, DIAG_verify_missing, path, NULL, NULL);
		v->listed.missing++;
		return 0;
	}
	entry->known = true;
	arena = arena_new();
	bytes = file_read(
	    arena, file_join(arena, v->folder, path), FILE_LIMIT, &len);
	why = errno;
	if (bytes != NULL)
		digest_sha256(bytes, len, sha256);
	arena_free(arena);
	errno = why;
	if (bytes == NULL)
		return unreadable(v, file_join(v->arena, v->folder, path));
	compare_bytes(v, entry, said, len, sha256);
	return 0;
}

int
verify_files(struct verify *v)
{
	const json_t *entry;
	int result = 0;
	size_t i;

	json_array_foreach(json_object_get(v->manifest, "outputs"), i, entry)
	{
		if (verify_file(v, entry) == -1)
			result = -1;
	}
	for (i = 0; i < v->nthere; i++) {
		if (v->there[i].known ||
		    strcmp(v->there[i].path, MANIFEST_NAME) == 0)
			continue;
		differs(v, DIAG_verify_extra, v->there[i].path, NULL, NULL);
		v->listed.extra++;
	}
	return result;
}

static void
read_words(
    struct arena *arena, const json_t *list, const char ***words, size_t *count)
{
	const json_t *word;
	size_t i;

	*count = json_array_size(list);
	*words = arena_array(arena, *count, sizeof(**words));
	json_array_foreach(list, i, word)
	{
		(*words)[i] = json_string_value(word);
	}
}

bool
verify_run_of(const struct verify *v, size_t n, struct verify_run *run)
{
	const json_t *m = v->manifest, *options, *gate;
	const char *iso = text_of(m, "date");
	int by;

	options = n == 0
	    ? json_object_get(m, "options")
	    : json_array_get(json_object_get(m, "additions"), n - 1);
	if (options == NULL)
		return false;
	*run = (struct verify_run){.month = month_parse(text_of(m, "month")),
	    .lang = text_of(options, "lang")};
	if (day_parse(iso, strlen(iso), &run->date) != DAY_WRITTEN)
		return false;
	read_words(v->arena, json_object_get(options, "only"), &run->only,
	    &run->nonly);
	for (by = 0; by < SELECT_BYS; by++)
		read_words(v->arena,
		    json_object_get(json_object_get(options, "selection"),
			manifest_select_key((enum select_by)by)),
		    &run->selection.value[by], &run->selection.count[by]);
	gate = json_object_get(options, "gate");
	run->gate = (struct pack_gate){text_of(gate, "municipality"),
	    text_of(gate, "solution"), text_of(gate, "blank")};
	run->collects = json_object_get(options, "due") != NULL;
	run->due = DAY_NONE;
	iso = text_of(options, "due");
	if (iso != NULL)
		(void)day_parse(iso, strlen(iso), &run->due);
	return true;
}

/* Two lists of files in the order of their paths. */
static void
compare_lists(struct verify *v, const json_t *was, const json_t *is)
{
	size_t i = 0, k = 0, n = json_array_size(was), m = json_array_size(is);
	const char *a, *b;
	int order;

	while (i < n || k < m) {
		a = text_of(json_array_get(was, i), "path");
		b = text_of(json_array_get(is, k), "path");
		order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a, b);
		if (order < 0)
			differs(v, DIAG_record_gone, a, v->name, NULL);
		else if (order > 0)
			differs(v, DIAG_record_new, b, v->name, NULL);
		else if (!json_equal(
			     json_array_get(was, i), json_array_get(is, k)))
			differs(v, DIAG_record_changed, a, v->name, NULL);
		i += order <= 0;
		k += order >= 0;
	}
}

int
verify_sources(struct verify *v, const struct facts *facts)
{
	const char *program = text_of(v->manifest, "program");
	const json_t *said = json_object_get(v->manifest, "templates");
	json_t *inputs = manifest_inputs(facts);
	json_t *words = manifest_templates(v->diag, facts);

	if (strcmp(program, facts->program) != 0)
		diag_add(v->diag, DIAG_verify_program, NULL, program,
		    facts->program, (char *)NULL);
	compare_lists(v, json_object_get(v->manifest, "inputs"), inputs);
	if (words != NULL && !json_equal(said, words)) {
		diag_add(
		    v->diag, DIAG_verify_templates, NULL, NULL, (char *)NULL);
		compare_lists(v, said, words);
	}
	json_decref(inputs);
	json_decref(words);
	return words == NULL ? -1 : 0;
}

/* 1 if both files hold the same, 0 if not, -1 after reporting. */
static int
same_bytes(struct verify *v, const char *other, const char *path)
{
	struct arena *arena = arena_new();
	const char *mine, *its;
	size_t n, m;
	int result = -1;

	mine =
	    file_read(arena, file_join(arena, v->folder, path), FILE_LIMIT, &n);
	if (mine == NULL)
		unreadable(v, file_join(v->arena, v->folder, path));
	its = file_read(arena, file_join(arena, other, path), FILE_LIMIT, &m);
	if (its == NULL)
		unreadable(v, file_join(v->arena, other, path));
	if (mine != NULL && its != NULL)
		result = n == m && memcmp(mine, its, n) == 0;
	arena_free(arena);
	return result;
}

static int
compare_made(struct verify *v, const char *folder, const char *path)
{
	int same = same_bytes(v, folder, path);

	if (same == 0)
		differs(v, DIAG_verify_made_otherwise, path, NULL, NULL);
	v->again.same += same == 1;
	v->again.changed += same == 0;
	return same == -1 ? -1 : 0;
}

int
verify_again(struct verify *v, const char *folder)
{
	struct tree_entry *made;
	size_t i = 0, k = 0, n;
	int order, result = 0;

	if (tree_list(v->arena, folder, &made, &n) == -1)
		return unreadable(v, folder);
	v->made_again = true;
	while (i < v->nthere || k < n) {
		order = i == v->nthere ? 1
		    : k == n           ? -1
				       : strcmp(v->there[i].path, made[k].path);
		if (order < 0 && v->there[i].known) {
			v->again.missing++;
			differs(v, DIAG_verify_not_made, v->there[i].path, NULL,
			    NULL);
		} else if (order > 0) {
			v->again.extra++;
			differs(
			    v, DIAG_verify_made_too, made[k].path, NULL, NULL);
		} else if (order == 0 && v->there[i].regular &&
		    compare_made(v, folder, made[k].path) == -1)
			result = -1;
		i += order <= 0;
		k += order >= 0;
	}
	return result;
}
