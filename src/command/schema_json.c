#include "command/schema_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/json.h"

/* The heading in the language that is asked for, and the other one. */
static const char *
heading_of(const struct column *column, bool english)
{
	return english ? column->id : column->da;
}

static json_t *
texts(const char *const *text, size_t n)
{
	json_t *list = json_new_list();
	size_t i;

	for (i = 0; i < n; i++)
		json_add(list, json_text(text[i]));
	return list;
}

/* Every spelling that is read, whatever its case. */
static json_t *
words_of(const struct column *column, bool english)
{
	json_t *list = json_new_list();
	const struct word *word;

	for (word = column->words; word->id != NULL; word++) {
		json_add(list, json_text(english ? word->id : word->da));
		if (strcmp(word->da, word->id) != 0)
			json_add(
			    list, json_text(english ? word->da : word->id));
	}
	return list;
}

static void
put_limits(json_t *constraints, int64_t min, int64_t max)
{
	json_put(constraints, "minimum", json_count((size_t)min));
	json_put(constraints, "maximum", json_count((size_t)max));
}

static void
constrain(json_t *field, const struct kind *kind, const struct column *column,
    bool english)
{
	json_t *constraints = json_new_object();

	if (column->flags & COLUMN_REQUIRED)
		json_put(constraints, "required", json_yes());
	switch (column->type) {
	case COLUMN_INTEGER:
		put_limits(constraints, column->min, column->max);
		break;
	case COLUMN_PERCENT:
		put_limits(constraints, 0, 100);
		break;
	case COLUMN_WORD:
		json_put(constraints, "enum", words_of(column, english));
		break;
	case COLUMN_TEXT:
		if (kind == &kind_table[KIND_MUNICIPALITIES] &&
		    column == &kind->column[COL_MUNICIPALITIES_CODE])
			json_put(
			    constraints, "pattern", json_text("[0-9]{1,4}"));
		break;
	case COLUMN_DECIMAL:
	case COLUMN_DATE:
		break;
	}
	if (json_object_size(constraints) > 0)
		json_put(field, "constraints", constraints);
	else
		json_decref(constraints);
}

/* Dates as the forms have them; Danish numbers have a comma. */
static void
put_type(json_t *field, const struct column *column, bool english)
{
	switch (column->type) {
	case COLUMN_TEXT:
	case COLUMN_WORD:
		json_put(field, "type", json_text("string"));
		break;
	case COLUMN_INTEGER:
		json_put(field, "type", json_text("integer"));
		break;
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		json_put(field, "type", json_text("number"));
		json_put(field, "decimalChar", json_text(english ? "." : ","));
		if (!english)
			json_put(field, "groupChar", json_text("."));
		break;
	case COLUMN_DATE:
		json_put(field, "type", json_text("date"));
		json_put(field, "format", json_text("default"));
		break;
	}
}

/* Other headings that mean the same. */
static json_t *
aliases_of(const struct column *column, bool english)
{
	const char *other[2] = {heading_of(column, !english)};
	size_t n = strcmp(column->da, column->id) != 0;

	if (column->alias != NULL)
		other[n++] = column->alias;
	return texts(other, n);
}

static json_t *
field_of(const struct kind *kind, const struct column *column, bool english)
{
	json_t *field = json_new_object();

	json_put(field, "name", json_text(heading_of(column, english)));
	json_put(field, "aliases", aliases_of(column, english));
	put_type(field, column, english);
	constrain(field, kind, column, english);
	return field;
}

/*
 * The key: one with parts that may be blank is no primary key, for whose parts
 * the specification wants values.
 */
static void
put_key(json_t *schema, const struct kind *kind, bool english)
{
	json_t *key = json_new_list(), *keys;
	bool blank = false;
	size_t i;

	for (i = 0; i < kind->ncolumn; i++) {
		if ((kind->column[i].flags & COLUMN_KEY) == 0)
			continue;
		blank |= (kind->column[i].flags & COLUMN_REQUIRED) == 0;
		json_add(key, json_text(heading_of(&kind->column[i], english)));
	}
	if (!blank) {
		json_put(schema, "primaryKey", key);
		return;
	}
	keys = json_new_list();
	json_add(keys, key);
	json_put(schema, "uniqueKeys", keys);
}

static json_t *
schema_of(const struct kind *kind, bool english)
{
	static const char *const missing[] = {""};
	json_t *schema = json_new_object(), *fields = json_new_list();
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		json_add(fields, field_of(kind, &kind->column[i], english));
	json_put(schema, "name", json_text(kind->id));
	json_put(schema, "fields", fields);
	put_key(schema, kind, english);
	json_put(schema, "missingValues", texts(missing, 1));
	return schema;
}

static json_t *
dialect(void)
{
	json_t *object = json_new_object();

	json_put(object, "delimiter", json_text(";"));
	json_put(object, "quoteChar", json_text("\""));
	json_put(object, "doubleQuote", json_yes());
	json_put(object, "header", json_yes());
	return object;
}

static void
print(json_t *json)
{
	char *text = json_print(json);

	json_decref(json);
	puts(text);
	free(text);
}

void
schema_json_kind(const struct kind *kind, bool english)
{
	json_t *schema = schema_of(kind, english);

	json_put(schema, "dialect", dialect());
	print(schema);
}

static json_t *
resource_of(const struct kind *kind, bool english)
{
	json_t *resource = json_new_object();
	char path[64];

	snprintf(path, sizeof(path), "%s.csv", kind->id);
	json_put(resource, "name", json_text(kind->id));
	json_put(resource, "profile", json_text("tabular-data-resource"));
	json_put(resource, "path", json_text(path));
	json_put(resource, "encoding", json_text("utf-8"));
	json_put(resource, "dialect", dialect());
	json_put(resource, "schema", schema_of(kind, english));
	return resource;
}

void
schema_json_all(bool english)
{
	json_t *package = json_new_object(), *resources = json_new_list();
	size_t k;

	for (k = 0; k < KINDS; k++)
		json_add(resources, resource_of(&kind_table[k], english));
	json_put(package, "name", json_text("parathed-input"));
	json_put(package, "profile", json_text("tabular-data-package"));
	json_put(package, "resources", resources);
	print(package);
}
