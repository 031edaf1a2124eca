/*
 * parathed schema: what each kind of input holds, for people; and blank forms.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "input/schema.h"
#include "report/answer.h"
#include "report/table.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column kind_column[] = {
	COLUMN_SET("da", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("en", VALUE_TEXT, 0),
	COLUMN_SET("needed", VALUE_TEXT, 0),
	COLUMN_SET("value", VALUE_TEXT, GRID_WRAP),
};

/* Texts that name a record of another kind: "schema.value.<is>". */
static const struct {
	const char *id;
	enum kind_id defined_by;
	const char *is;
} references[] = {
	{ "municipality", KINDS, "municipality" },
	{ "code", KINDS, "municipality" },
	{ "solution", KIND_SOLUTIONS, "solution" },
	{ "requires_solution", KINDS, "solution" },
	{ "phase", KIND_PHASES, "phase" },
	{ "to_phase", KINDS, "phase" },
	{ "requires_phase", KINDS, "phase" },
	{ "main_task", KINDS, "main_task" },
	{ "no", KIND_MAIN_TASKS, "main_task" },
	{ "requires", KINDS, "main_task" },
	{ "prerequisites", KINDS, "main_tasks" },
	{ "category", KIND_CATEGORIES, "category" },
	{ "criterion", KIND_CRITERIA, "criterion" },
};
/* clang-format on */

static const struct table_shape kind_shape = TABLE_SHAPE("schema", kind_column);

/* "whole number from 1 to 5" */
static const char *
integer_text(
    struct arena *arena, const struct facts *facts, const struct column *column)
{
	const struct value values[] = {
	    value_count(column->min), value_count(column->max)};

	return wording_sentence(
	    arena, facts, "schema.value.integer", 0, values, 2);
}

/* "ja (yes), nej (no)" */
static const char *
words_text(struct arena *arena, const struct word *word)
{
	const char *text = "";

	for (; word->id != NULL; word++)
		text = arena_printf(arena, "%s%s%s", text,
		    *text == '\0' ? "" : ", ",
		    strcmp(word->da, word->id) == 0
			? word->id
			: arena_printf(arena, "%s (%s)", word->da, word->id));
	return text;
}

static const char *
text_text(const struct facts *facts, const struct kind *kind, const char *id)
{
	const struct labels *labels = wording_labels(facts);
	size_t i;

	for (i = 0; i < sizeof(references) / sizeof(references[0]); i++)
		if (strcmp(references[i].id, id) == 0 &&
		    (references[i].defined_by == KINDS ||
			&kind_table[references[i].defined_by] != kind))
			return label_of(
			    labels, "schema.value", references[i].is);
	return label(labels, "schema.value.text");
}

/* What may stand in a column. */
static const char *
value_text_of(struct arena *arena, const struct facts *facts,
    const struct kind *kind, const struct column *column)
{
	switch (column->type) {
	case COLUMN_TEXT:
		return text_text(facts, kind, column->id);
	case COLUMN_INTEGER:
		return integer_text(arena, facts, column);
	case COLUMN_PERCENT:
		return wording(facts, "schema.value.percent");
	case COLUMN_DECIMAL:
		return wording(facts, "schema.value.decimal");
	case COLUMN_DATE:
		return wording(facts, "schema.value.date");
	case COLUMN_WORD:
		return words_text(arena, column->words);
	}
	return NULL;
}

static const char *
needed_of(const struct column *column)
{
	bool key = (column->flags & COLUMN_KEY) != 0;

	if (column->flags & COLUMN_REQUIRED)
		return key ? "schema.needed.key" : "schema.needed.yes";
	if (column->flags & COLUMN_ONE_OF)
		return "schema.needed.one_of";
	return key ? "schema.needed.key_blank" : NULL;
}

static void
add_column(struct arena *arena, const struct facts *facts,
    const struct kind *kind, const struct column *column, struct grid *grid)
{
	const char *needed = needed_of(column), *da = column->da,
		   *en = column->id;

	/* A second heading is told where its language is. */
	if (column->alias != NULL && strchr(column->alias, '_') == NULL)
		da = arena_printf(arena, "%s, %s", da, column->alias);
	else if (column->alias != NULL)
		en = arena_printf(arena, "%s, %s", en, column->alias);
	grid_add_row(arena, grid);
	table_set(grid, "da", value_text(da));
	table_set(grid, "en", value_text(en));
	if (needed != NULL)
		table_set(grid, "needed", value_text(wording(facts, needed)));
	table_set(grid, "value",
	    value_text(value_text_of(arena, facts, kind, column)));
}

/* "status/2015-03/", or both where it may stand in either. */
static const char *
folders_of(
    struct arena *arena, const struct facts *facts, const struct kind *kind)
{
	const char *text = "", *folder;
	int class;

	for (class = 0; class < CLASSES; class ++) {
		if ((kind->classes & 1U << class) == 0)
			continue;
		folder = label_of(wording_labels(facts), "schema.folder",
		    kind_class_folder((enum kind_class) class));
		text = arena_printf(
		    arena, "%s%s%s", text, *text == '\0' ? "" : ", ", folder);
	}
	return text;
}

static void
add_kind(struct arena *arena, const struct facts *facts,
    const struct kind *kind, struct node *document)
{
	struct grid *grid = table_new(arena, facts, &kind_shape);
	struct node *section;
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		add_column(arena, facts, kind, &kind->column[i], grid);
	section = node_add_section(arena, document,
	    arena_printf(
		arena, "%s (%s)", kind->id, folders_of(arena, facts, kind)),
	    0);
	node_add_paragraph(arena, section,
	    label_of(wording_labels(facts), "schema.kind", kind->id));
	node_add_grid(arena, section, grid);
}

struct node *
schema_document(
    struct arena *arena, const struct facts *facts, const struct kind *kind)
{
	struct node *document =
	    answer_document(arena, facts, wording(facts, "schema.title"), NULL);
	size_t k;

	if (kind == NULL)
		node_add_paragraph(
		    arena, document, wording(facts, "schema.opening"));
	for (k = 0; k < KINDS; k++)
		if (kind == NULL || kind == &kind_table[k])
			add_kind(arena, facts, &kind_table[k], document);
	return document;
}
