/*
 * A manifest that somebody else may have had a hand in.
 */
#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "pack/manifest.h"

#define FILE_LIMIT ((size_t)1 << 30)

/* Looks at a value; false if it is not as this program writes it. */
typedef bool check(const json_t *);

static bool
is_text(const json_t *value)
{
	return json_is_string(value) && *json_string_value(value) != '\0';
}

static bool
is_month(const json_t *value)
{
	return json_is_string(value) &&
	    month_parse(json_string_value(value)) != MONTH_NONE;
}

static bool
is_date(const json_t *value)
{
	const char *text = json_string_value(value);
	day d;

	return text != NULL && day_parse(text, strlen(text), &d) == DAY_WRITTEN;
}

static bool
is_language(const json_t *value)
{
	const char *text = json_string_value(value);

	return text != NULL &&
	    (strcmp(text, "da") == 0 || strcmp(text, "en") == 0);
}

static bool
is_words(const json_t *value)
{
	const json_t *word;
	size_t i;

	json_array_foreach(value, i, word)
	{
		if (!is_text(word))
			return false;
	}
	return json_is_array(value);
}

static bool
is_selection(const json_t *value)
{
	size_t known = 0;
	int by;

	for (by = 0; by < SELECT_BYS; by++) {
		const json_t *words = json_object_get(
		    value, manifest_select_key((enum select_by)by));

		if (words != NULL && !is_words(words))
			return false;
		known += words != NULL;
	}
	return json_is_object(value) && known == json_object_size(value);
}

static bool
is_gate(const json_t *value)
{
	return value == NULL ||
	    (is_text(json_object_get(value, "solution")) &&
		(is_text(json_object_get(value, "municipality")) ||
		    is_text(json_object_get(value, "blank"))));
}

static bool
is_due(const json_t *value)
{
	return value == NULL || json_is_null(value) || is_date(value);
}

static bool
is_options(const json_t *value)
{
	return is_language(json_object_get(value, "lang")) &&
	    is_words(json_object_get(value, "only")) &&
	    is_selection(json_object_get(value, "selection")) &&
	    is_gate(json_object_get(value, "gate")) &&
	    is_due(json_object_get(value, "due"));
}

static bool
is_additions(const json_t *value)
{
	const json_t *options;
	size_t i;

	json_array_foreach(value, i, options)
	{
		if (!is_options(options))
			return false;
	}
	return value == NULL || json_is_array(value);
}

static bool
is_sha256(const char *text)
{
	return text != NULL && strlen(text) == DIGEST_TEXT - 1 &&
	    strspn(text, "0123456789abcdef") == DIGEST_TEXT - 1;
}

static bool
is_file(const json_t *value)
{
	const json_t *size = json_object_get(value, "size");
	const char *path = json_string_value(json_object_get(value, "path"));

	return path != NULL && manifest_path_is_inside(path) &&
	    json_is_integer(size) && json_integer_value(size) >= 0 &&
	    is_sha256(json_string_value(json_object_get(value, "sha256")));
}

static const struct {
	const char *key;
	check *is_sound;
} members[] = {{"program", is_text}, {"month", is_month}, {"date", is_date},
    {"options", is_options}, {"additions", is_additions}};

static const char *const lists[] = {"inputs", "templates", "outputs"};

static bool
unsound(struct diag *diag, const char *where)
{
	const struct loc loc = {.file = MANIFEST_NAME};

	diag_add(diag, DIAG_manifest_unsound, &loc, where, NULL);
	return false;
}

/*
 * Sound files, in the order in which they are written, so none comes twice;
 * but templates: labels.txt is read from two folders.
 */
static bool
check_list(
    struct arena *arena, struct diag *diag, const json_t *json, const char *key)
{
	const json_t *list = json_object_get(json, key), *entry;
	const char *before = "", *path;
	int least = strcmp(key, "templates") == 0 ? 0 : 1;
	size_t i;

	if (!json_is_array(list))
		return unsound(diag, key);
	json_array_foreach(list, i, entry)
	{
		path = json_string_value(json_object_get(entry, "path"));
		if (!is_file(entry) || strcmp(path, before) < least ||
		    (strcmp(key, "outputs") == 0 &&
			strcmp(path, MANIFEST_NAME) == 0))
			return unsound(
			    diag, arena_printf(arena, "%s[%zu]", key, i));
		before = path;
	}
	return true;
}

static bool
check_all(struct arena *arena, struct diag *diag, const json_t *json)
{
	size_t i;

	for (i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		if (!members[i].is_sound(json_object_get(json, members[i].key)))
			return unsound(diag, members[i].key);
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (!check_list(arena, diag, json, lists[i]))
			return false;
	return true;
}

static json_t *
parse(struct arena *arena, struct diag *diag, const char *bytes, size_t len)
{
	struct loc loc = {.file = MANIFEST_NAME};
	json_error_t error;
	json_t *json = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);

	if (json != NULL)
		return json;
	loc.line = error.line > 0 ? error.line : 0;
	diag_add(diag, DIAG_manifest_json, &loc, NULL,
	    arena_strdup(arena, error.text), NULL);
	return NULL;
}

json_t *
manifest_read(struct arena *arena, struct diag *diag, const char *folder)
{
	const char *path = file_join(arena, folder, MANIFEST_NAME), *bytes;
	json_t *json;
	size_t len;

	bytes = file_read(arena, path, FILE_LIMIT, &len);
	if (bytes == NULL) {
		diag_add(diag, DIAG_pack_unreadable, NULL, path,
		    strerror(errno), NULL);
		return NULL;
	}
	json = parse(arena, diag, bytes, len);
	if (json == NULL)
		return NULL;
	if (!manifest_names_us(json))
		diag_add(diag, DIAG_verify_foreign, NULL, folder, NULL);
	else if (check_all(arena, diag, json))
		return json;
	json_decref(json);
	return NULL;
}
