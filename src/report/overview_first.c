/*
 * Whom to call first, and why: what a reader should know after a minute.
 */
#include "base/arena.h"
#include "report/heading.h"
#include "report/management.h"
#include "report/reasons.h"
#include "report/table.h"
#include "report/wording.h"

#define CALLS 3

/* The most urgent rollouts, each of another municipality; returns how many. */
static size_t
find_calls(
    const struct figures *figures, const struct rollout_figures *call[CALLS])
{
	const struct rollout_figures *r;
	size_t i, k, n = 0;

	for (i = 0; i < figures->nurgent && n < CALLS; i++) {
		r = &figures->rollout[figures->urgent[i]];
		for (k = 0; k < n &&
		     call[k]->rollout->municipality != r->rollout->municipality;
		     k++)
			;
		if (k == n)
			call[n++] = r;
	}
	return n;
}

/* "Ring først til Vejen, Kolding og Stevns." */
const char *
overview_first(const struct draft *draft)
{
	static const char *const key[CALLS + 1] = {
	    "first.none", "first.one", "first.two", "first.three"};
	const struct rollout_figures *call[CALLS];
	size_t n = find_calls(draft->facts->figures, call), i;
	struct value values[CALLS];

	for (i = 0; i < n; i++)
		values[i] =
		    value_text(wording_municipality(draft->facts, call[i]));
	return wording_sentence(
	    draft->arena, draft->facts, key[n], (int64_t)n, values, n);
}

/* clang-format off */
static const struct table_column first_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("light", VALUE_LIGHT, 0),
	COLUMN_SET("why", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("decision", VALUE_TEXT, GRID_WRAP | GRID_SPARE),
	COLUMN_SET("contact", VALUE_TEXT, GRID_WRAP | GRID_SPARE),
};
/* clang-format on */

/* An address is often a person's: the door has it where names may stand. */
static struct table_shape
first_shape(const struct facts *facts)
{
	struct table_shape shape = TABLE_SHAPE("first", first_column);

	if (!facts->model->names_in_management)
		shape.ncolumn--;
	return shape;
}

/* All that decided the light, and whether a decision may be missing. */
static const char *
find_why(const struct draft *draft, const struct rollout_figures *r)
{
	const char *text, *gap;

	text = reasons_deciding(draft->arena, draft->facts, r, r->nreason);
	gap = reason_gap(draft->arena, draft->facts, r);
	if (text == NULL || gap == NULL)
		return text == NULL ? gap : text;
	return arena_printf(draft->arena, "%s %s", text, gap);
}

/* The first decision that the month's return asks for, or NULL. */
static const struct assessment *
find_wanted(const struct draft *draft, const struct rollout_figures *r)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct span *span =
	    &folio->rows[r->rollout - folio->rollout].assessment;
	const struct assessment *a = folio->assessment + span->first;
	const struct assessment *end = a + span->count;

	for (; a < end; a++)
		if (a->month == folio->report_month &&
		    a->decision_wanted != NULL)
			return a;
	return NULL;
}

static void
add_call(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct slice slice = {
	    SLICE_MUNICIPALITY, r->rollout->municipality};
	const struct assessment *wanted = find_wanted(draft, r);
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	cell = table_cell(grid, "municipality");
	cell->value = value_text(wording_municipality(draft->facts, r));
	cell->source = r->rollout->loc;
	cell->href = report_link(draft->arena, draft->facts,
	    heading_file(draft), "municipalities", &slice, 0);
	table_set(
	    grid, "solution", value_text(wording_solution(draft->facts, r)));
	table_light(table_cell(grid, "light"), r->overall);
	table_set(grid, "why", value_text(find_why(draft, r)));
	if (wanted != NULL) {
		cell = table_cell(grid, "decision");
		cell->value = value_text(wanted->decision_wanted);
		cell->source = wanted->loc;
	}
	if (draft->facts->model->names_in_management)
		table_set(grid, "contact", value_text(r->rollout->contact));
}

/* What to know before the call. */
struct grid *
overview_calls(const struct draft *draft)
{
	const struct rollout_figures *call[CALLS];
	size_t n = find_calls(draft->facts->figures, call), i;
	struct table_shape shape = first_shape(draft->facts);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);

	grid->caption = overview_first(draft);
	grid->measure = wording(draft->facts, "first.measure");
	for (i = 0; i < n; i++)
		add_call(draft, grid, call[i]);
	return grid;
}
