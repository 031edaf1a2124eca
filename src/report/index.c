/*
 * The door of a pack: the headline figures, every municipality, every
 * document that the pack has.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/index.h"
#include "report/management.h"
#include "report/placeholder.h"
#include "report/table.h"
#include "report/templates.h"
#include "report/wording.h"

/* A document of the whole programme, or NULL if there is none. */
static const char *
href(const struct draft *draft, const char *name, int format)
{
	const struct slice slice = {SLICE_PROGRAMME, 0};

	return report_link(draft->arena, draft->facts, heading_file(draft),
	    name, &slice, format);
}

/* "368 af 390 implementeringer er indberettet" */
static const char *
index_headline(const struct draft *draft)
{
	const struct rollup *all = &draft->facts->figures->rollup[0];
	const struct value values[] = {
	    value_count(all->reported), value_count(all->n)};

	return wording_sentence(
	    draft->arena, draft->facts, "index.headline", all->n, values, 2);
}

/* The documents of the whole programme */

/* clang-format off */
static const struct table_column document_column[] = {
	COLUMN_SET("document", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("page", VALUE_TEXT, 0),
	COLUMN_SET("workbook", VALUE_TEXT, 0),
	COLUMN_SET("text", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape document_shape =
    TABLE_SHAPE("documents", document_column);

static void
set_format(const struct draft *draft, struct grid *grid, const char *column,
    const char *name, int format)
{
	struct grid_cell *cell = table_cell(grid, column);

	cell->href = href(draft, name, format);
	if (cell->href != NULL)
		cell->value = value_text(strrchr(cell->href, '/') == NULL
			? cell->href
			: strrchr(cell->href, '/') + 1);
}

static void
add_document(const struct draft *draft, struct grid *grid, const char *name)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "document",
	    value_text(
		label_of(wording_labels(draft->facts), "document", name)));
	set_format(draft, grid, "page", name, 0);
	set_format(draft, grid, "text", name, 1);
	set_format(draft, grid, "workbook", name, 2);
}

static struct grid *
index_documents(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct report *report;
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, facts, &document_shape);
	grid->caption = wording(facts, "documents.caption");
	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (report != draft->report &&
		    report == report_find(facts, report->name, SLICE_PROGRAMME))
			add_document(draft, grid, report->name);
	}
	return grid;
}

/* clang-format off */
static const struct table_column data_column[] = {
	COLUMN_SET("file", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("holds", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape data_shape = TABLE_SHAPE("data", data_column);

static struct grid *
index_data(const struct draft *draft)
{
	struct arena *arena = draft->arena;
	struct grid_cell *cell;
	struct grid *grid;
	size_t i;

	grid = table_new(arena, draft->facts, &data_shape);
	grid->caption = wording(draft->facts, "data.caption");
	for (i = 0; i < data_table_count; i++) {
		cell = grid_add_row(arena, grid);
		cell->href =
		    arena_printf(arena, "data/%s.csv", data_table[i].name);
		cell->value = value_text(cell->href + strlen("data/"));
		table_set(grid, "holds",
		    value_text(label_of(wording_labels(draft->facts),
			"data.holds", data_table[i].name)));
	}
	return grid;
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "headline: reported", .text = index_headline },
	{ .name = "headline: lights", .text = overview_headline },
	{ .name = "first", .text = overview_first },
	{ .name = "table: first", .table = overview_calls },
	{ .name = "parked", .text = overview_parked },
	{ .name = "table: success", .table = overview_success },
	{ .name = "table: lights", .table = overview_lights },
	{ .name = "table: municipalities", .table = index_municipalities },
	{ .name = "chart: map", .chart = index_map,
	    .over = "table: municipalities" },
	{ .name = "table: documents", .table = index_documents },
	{ .name = "table: data", .table = index_data },
};
/* clang-format on */

struct node *
index_build(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct slice *slice, const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);
	struct node *document;

	document = heading_document(&draft, "index.title");
	document->as.document->script =
	    node_text(arena, facts->templates->script);
	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}
