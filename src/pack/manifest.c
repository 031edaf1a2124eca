#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "input/folder.h"
#include "pack/json.h"
#include "pack/manifest.h"
#include "pack/stage.h"

#define PROGRAM "parathed"
#define FILE_LIMIT ((size_t)1 << 30)

static json_t *
file_entry(const char *path, size_t size, const char *sha256)
{
	json_t *entry;

	entry = json_new_object();
	json_put(entry, "path", json_text(path));
	json_put(entry, "size", json_count(size));
	json_put(entry, "sha256", json_text(sha256));
	return entry;
}

json_t *
manifest_inputs(const struct facts *facts)
{
	const struct source *source;
	json_t *array;
	size_t i;

	array = json_new_list();
	for (i = 0; i < facts->nsource; i++) {
		source = &facts->source[i];
		json_add(array,
		    file_entry(source->path, source->size, source->sha256));
	}
	return array;
}

/* One file that was read anew; -1 with errno set. */
static int
add_file(json_t *array, const char *name, const char *path)
{
	char sha256[DIGEST_TEXT];
	struct arena *arena;
	const char *bytes;
	size_t len;
	int why;

	arena = arena_new();
	bytes = file_read(arena, path, FILE_LIMIT, &len);
	why = errno;
	if (bytes != NULL) {
		digest_sha256(bytes, len, sha256);
		json_add(array, file_entry(name, len, sha256));
	}
	arena_free(arena);
	errno = why;
	return bytes == NULL ? -1 : 0;
}

json_t *
manifest_files(struct arena *arena, struct diag *diag, const char *folder)
{
	struct file_entry *entry;
	json_t *array;
	size_t i, n;

	array = json_new_list();
	if (file_walk(arena, folder, &entry, &n) == -1)
		goto failed;
	for (i = 0; i < n; i++)
		if (entry[i].type == FILE_REGULAR &&
		    add_file(array, entry[i].path,
			file_join(arena, folder, entry[i].path)) == -1)
			goto failed;
	return array;
failed:
	diag_add(diag, DIAG_pack_unreadable, NULL, folder, strerror(errno),
	    (char *)NULL);
	json_decref(array);
	return NULL;
}

json_t *
manifest_templates(struct diag *diag, const struct facts *facts)
{
	const struct template_source *source;
	json_t *array = json_new_list();
	size_t i, n;

	source = templates_sources(facts->templates, &n);
	for (i = 0; i < n; i++) {
		if (!source[i].used ||
		    add_file(array, source[i].name, source[i].path) == 0)
			continue;
		diag_add(diag, DIAG_output_failed, NULL, source[i].path,
		    strerror(errno), (char *)NULL);
		json_decref(array);
		return NULL;
	}
	return array;
}

const char *
manifest_select_key(enum select_by by)
{
	static const char *const keys[SELECT_BYS] = {
	    "municipality", "solution", "region", "wave"};

	return keys[by];
}

static json_t *
gate_of(const struct pack_gate *gate)
{
	json_t *object = json_new_object();

	json_put(object, "municipality", json_text(gate->municipality));
	json_put(object, "solution", json_text(gate->solution));
	json_put(object, "blank", json_text(gate->blank));
	return object;
}

static json_t *
selection_of(const struct selection *selection)
{
	json_t *object, *values;
	size_t i;
	int by;

	object = json_new_object();
	for (by = 0; selection != NULL && by < SELECT_BYS; by++) {
		if (selection->count[by] == 0)
			continue;
		values = json_new_list();
		for (i = 0; i < selection->count[by]; i++)
			json_add(values, json_text(selection->value[by][i]));
		json_put(
		    object, manifest_select_key((enum select_by)by), values);
	}
	return object;
}

/* When what a collection of returns asks for is due, if that was said. */
static json_t *
due_of(day due)
{
	char iso[11];

	if (due == DAY_NONE)
		return json_text(NULL);
	day_iso(due, iso);
	return json_text(iso);
}

static json_t *
options_of(const struct facts *facts, const struct pack_options *options)
{
	const struct selection *selection = facts->portfolio->selection;
	json_t *object, *only;
	size_t i;

	object = json_new_object();
	json_put(object, "lang", json_text(options->lang));
	only = json_new_list();
	for (i = 0; i < options->nonly; i++)
		json_add(only, json_text(options->only[i]));
	json_put(object, "only", only);
	json_put(object, "selection", selection_of(selection));
	if (options->gate != NULL)
		json_put(object, "gate", gate_of(options->gate));
	else if (options->apart)
		json_put(object, "due", due_of(facts->due));
	return object;
}

/* Where every rollout stood, so that a later run can tell what has changed. */
static json_t *
rollouts(const struct facts *facts)
{
	const struct portfolio *p = facts->portfolio;
	const struct rollout_figures *f;
	json_t *array, *entry;
	size_t i;

	array = json_new_list();
	for (i = 0; i < p->nrollout; i++) {
		f = &facts->figures->rollout[i];
		entry = json_new_object();
		json_put(entry, "municipality",
		    json_text(
			p->municipality[f->rollout->municipality].code_text));
		json_put(entry, "solution",
		    json_text(p->solution[f->rollout->solution].id));
		json_put(entry, "phase",
		    json_text(f->completed ? "completed"
					   : facts->model->phase[f->phase].id));
		json_put(entry, "light", json_text(light_id(f->overall)));
		json_put(entry, "progress", json_percent(f->progress));
		json_add(array, entry);
	}
	return array;
}

static json_t *
model_of(const struct model *model)
{
	json_t *object;

	object = json_new_object();
	json_put(object, "name", json_text(model->name.da));
	json_put(object, "version", json_text(model->version));
	return object;
}

static json_t *
counts(const struct facts *facts, const struct pack_result *result)
{
	const struct portfolio *portfolio = facts->portfolio;
	json_t *object;

	object = json_new_object();
	json_put(
	    object, "municipalities", json_count(portfolio->nmunicipality));
	json_put(object, "solutions", json_count(portfolio->nsolution));
	json_put(object, "rollouts", json_count(portfolio->nrollout));
	json_put(object, "reported",
	    json_count((size_t)facts->figures->rollup[0].reported));
	json_put(object, "documents", json_count(result->ndocument));
	json_put(object, "files", json_count(result->nfile));
	return object;
}

static json_t *
findings(const struct facts *facts)
{
	size_t at[DIAG_FATAL + 1] = {0};
	json_t *object;
	size_t i;

	for (i = 0; i < facts->nfinding; i++)
		at[facts->finding[i]->level] +=
		    finding_count(facts->finding[i]);
	object = json_new_object();
	for (i = 0; i <= DIAG_FATAL; i++)
		json_put(object, diag_level_id((enum diag_level)i),
		    json_count(at[i]));
	return object;
}

/* Takes over the two lists of files. */
static json_t *
manifest(const struct facts *facts, const struct pack_options *options,
    const struct pack_result *result, json_t *templates, json_t *outputs)
{
	char iso_month[8], iso_day[11];
	json_t *object;

	month_iso(facts->portfolio->report_month, iso_month);
	day_iso(facts->portfolio->report_date, iso_day);
	object = json_new_object();
	json_put(object, "program", json_text(facts->program));
	json_put(object, "model", model_of(facts->model));
	json_put(object, "month", json_text(iso_month));
	json_put(object, "date", json_text(iso_day));
	json_put(object, "options", options_of(facts, options));
	json_put(object, "counts", counts(facts, result));
	json_put(object, "findings", findings(facts));
	json_put(object, "rollouts", rollouts(facts));
	json_put(object, "inputs", manifest_inputs(facts));
	json_put(object, "templates", templates);
	json_put(object, "outputs", outputs);
	return object;
}

/*
 * The pack is still the earlier one with something added: what it says of the
 * whole stands on, and this run's options join the list of additions.
 */
static void
keep_whole(json_t *json, const char *target)
{
	static const char *const whole[] = {
	    "options", "counts", "findings", "rollouts"};
	json_t *earlier = manifest_load(target), *additions, *addition;
	size_t i;

	if (earlier == NULL)
		return;
	addition = json_deep_copy(json_object_get(json, "options"));
	additions = json_deep_copy(json_object_get(earlier, "additions"));
	if (additions == NULL)
		additions = json_new_list();
	json_add(additions, addition);
	for (i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		json_put(json, whole[i],
		    json_deep_copy(json_object_get(earlier, whole[i])));
	json_put(json, "additions", additions);
	json_decref(earlier);
}

int
manifest_write(const struct stage *stage, const struct facts *facts,
    const struct pack_options *options, bool adopted,
    struct pack_result *result)
{
	json_t *json, *templates, *outputs;
	char *bytes;
	int status;

	templates = manifest_templates(stage->diag, facts);
	outputs = manifest_files(stage->arena, stage->diag, stage->folder);
	if (templates == NULL || outputs == NULL) {
		json_decref(templates);
		json_decref(outputs);
		return -1;
	}
	result->nfile = json_array_size(outputs) + 1;
	json = manifest(facts, options, result, templates, outputs);
	if (adopted)
		keep_whole(json, stage->target);
	bytes = json_print(json);
	json_decref(json);
	status = stage_write(stage, MANIFEST_NAME, bytes, strlen(bytes));
	free(bytes);
	return status;
}

bool
manifest_names_us(const json_t *json)
{
	const char *program =
	    json_string_value(json_object_get(json, "program"));

	return program != NULL &&
	    strncmp(program, PROGRAM " ", strlen(PROGRAM " ")) == 0;
}

/* Below the pack, and nowhere else: a manifest is input too. */
bool
manifest_path_is_inside(const char *path)
{
	const char *part;
	size_t len;

	for (part = path;; part += len + 1) {
		len = strcspn(part, "/");
		if (len == 0 || (len == 1 && part[0] == '.') ||
		    (len == 2 && memcmp(part, "..", 2) == 0))
			return false;
		if (part[len] == '\0')
			return true;
	}
}

json_t *
manifest_load(const char *folder)
{
	struct arena *arena;
	const char *bytes;
	json_t *json = NULL;
	size_t len;
	int why;

	arena = arena_new();
	bytes = file_read(
	    arena, file_join(arena, folder, MANIFEST_NAME), FILE_LIMIT, &len);
	why = bytes == NULL && errno != ENOENT ? errno : 0;
	if (bytes != NULL)
		json = json_loadb(bytes, len, 0, NULL);
	arena_free(arena);
	if (!manifest_names_us(json)) {
		json_decref(json);
		json = NULL;
	}
	errno = why;
	return json;
}

bool
manifest_is_ours(const char *folder)
{
	json_t *json = manifest_load(folder);
	int why = errno;

	json_decref(json);
	errno = why;
	return json != NULL;
}

/* Takes over the member. */
static bool
has(const json_t *manifest, const char *key, json_t *member)
{
	bool same = json_equal(json_object_get(manifest, key), member);

	json_decref(member);
	return same;
}

bool
manifest_same_basis(const json_t *manifest, const struct stage *stage,
    const struct facts *facts, const struct pack_options *options)
{
	json_t *templates = manifest_templates(stage->diag, facts);
	char iso_day[11];

	day_iso(facts->portfolio->report_date, iso_day);
	return templates != NULL && has(manifest, "templates", templates) &&
	    has(manifest, "program", json_text(facts->program)) &&
	    has(manifest, "model", model_of(facts->model)) &&
	    has(manifest, "date", json_text(iso_day)) &&
	    has(json_object_get(manifest, "options"), "lang",
		json_text(options->lang)) &&
	    has(json_object_get(manifest, "options"), "selection",
		json_new_object()) &&
	    has(manifest, "inputs", manifest_inputs(facts));
}
