/*
 * What goes out with the workbooks: a letter to each municipality, and for the
 * office a page with who gets what.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/collect.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column sent_column[] = {
	COLUMN_SET("code", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("rollouts", VALUE_COUNT, 0),
	COLUMN_SET("recipient", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("workbook", VALUE_TEXT, 0),
	COLUMN_SET("letter", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape sent_shape =
    TABLE_SHAPE("collect_sent", sent_column);

static void
set_link(const struct draft *draft, const struct grid *grid, const char *column,
    const struct slice *slice, int format)
{
	struct grid_cell *cell = table_cell(grid, column);

	cell->href = report_link(draft->arena, draft->facts,
	    heading_file(draft), "collect", slice, format);
	cell->value = value_text(
	    label_of(wording_labels(draft->facts), "collect", column));
}

/* By its name, which no other has. */
static void
set_workbook(const struct draft *draft, const struct grid *grid,
    const struct slice *slice)
{
	struct grid_cell *cell = table_cell(grid, "workbook");
	const char *name;

	cell->href = report_link(draft->arena, draft->facts,
	    heading_file(draft), "collect", slice, 2);
	if (cell->href == NULL)
		return;
	name = strrchr(cell->href, '/');
	cell->value = value_text(name != NULL ? name + 1 : cell->href);
}

static void
add_sent(const struct draft *draft, struct grid *grid, int municipality)
{
	const struct slice slice = {SLICE_MUNICIPALITY, municipality};
	struct draft one = *draft;

	one.slice = &slice;
	grid_add_row(draft->arena, grid);
	table_set(grid, "code", value_text(letter_code(&one)));
	table_set(grid, "municipality", value_text(letter_name(&one)));
	table_set(grid, "rollouts",
	    value_count(collect_count(draft->facts, municipality)));
	table_set(grid, "recipient", value_text(letter_contacts(&one)));
	set_workbook(draft, grid, &slice);
	set_link(draft, grid, "letter", &slice, 0);
}

static struct grid *
sent(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct grid *grid = table_new(draft->arena, facts, &sent_shape);
	struct value n;
	size_t i;

	for (i = 0; i < facts->portfolio->nmunicipality; i++)
		if (collect_count(facts, (int)i) > 0)
			add_sent(draft, grid, (int)i);
	n = value_count((int64_t)grid->nrow);
	grid->caption = wording_sentence(
	    draft->arena, facts, "collect.sent", (int64_t)grid->nrow, &n, 1);
	return grid;
}

/* clang-format off */
static const struct table_column silent_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("state", VALUE_TEXT, 0),
	COLUMN_SET("asked", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape silent_shape =
    TABLE_SHAPE("collect_silent", silent_column);

static const char *
state_of(const struct draft *draft, const struct rollout_figures *r)
{
	const struct labels *labels = wording_labels(draft->facts);

	if (r->completed && !r->parked)
		return wording_phase(draft->facts, r->phase);
	return label_of(labels, "state", word_state[r->state].id);
}

/* Those of whom less than everything is asked. */
static struct grid *
silent(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct grid *grid = table_new(draft->arena, facts, &silent_shape);
	const struct rollout_figures *r;
	size_t i;

	grid->caption = wording(facts, "collect.silent");
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (collect_ask(r) == ASK_EVERYTHING)
			continue;
		grid_add_row(draft->arena, grid);
		table_set(grid, "municipality",
		    value_text(wording_municipality(facts, r)));
		table_set(
		    grid, "solution", value_text(wording_solution(facts, r)));
		table_set(grid, "state", value_text(state_of(draft, r)));
		table_set(grid, "asked",
		    value_text(label_of(wording_labels(facts), "collect.ask",
			collect_ask_id(collect_ask(r)))));
	}
	return grid->nrow > 0 ? grid : NULL;
}

/* "status/2015-04" */
static const char *
folder(const struct draft *draft)
{
	char iso[8];

	month_iso(draft->facts->portfolio->report_month, iso);
	return arena_printf(draft->arena, "status/%s", iso);
}

/* clang-format off */
static const struct placeholder index_placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "due", .text = collect_due },
	{ .name = "folder", .text = folder },
	{ .name = "table: sent", .table = sent },
	{ .name = "table: silent", .table = silent },
};

static const struct placeholder letter_placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "municipality", .text = letter_name },
	{ .name = "code", .text = letter_code },
	{ .name = "contacts", .text = letter_contacts },
	{ .name = "due", .text = collect_due },
	{ .name = "table: rollouts", .table = collect_rollouts },
};
/* clang-format on */

struct node *
collect_index_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(index_placeholder);
	struct node *document = heading_document(&draft, "collect.index.title");

	collect_head(&draft, document);
	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}

struct node *
collect_letter_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(letter_placeholder);

	return collect_document(&draft);
}
