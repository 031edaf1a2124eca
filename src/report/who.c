/*
 * Whom a row of the management pack is about.
 */
#include "base/arena.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

/* The page of a municipality, seen from the document in the making. */
static const char *
document_of(const struct draft *draft, int municipality)
{
	const struct slice slice = {SLICE_MUNICIPALITY, municipality};
	const struct facts *facts = draft->facts;
	const struct report *report;

	report = report_find(facts, "municipalities", SLICE_MUNICIPALITY);
	if (report == NULL)
		return NULL;
	return report_href(draft->arena, facts,
	    report_path(draft->arena, facts, draft->report, draft->slice, 0),
	    report, &slice, 0);
}

void
who_municipality(
    const struct draft *draft, struct grid_cell *cell, int municipality)
{
	cell->value = value_text(
	    draft->facts->portfolio->municipality[municipality].name);
	cell->href = document_of(draft, municipality);
}

void
who_set(const struct draft *draft, const struct grid *grid,
    const struct rollout_figures *r)
{
	struct grid_cell *cell = table_cell(grid, "municipality");

	who_municipality(draft, cell, r->rollout->municipality);
	cell->source = r->rollout->loc;
	table_set(
	    grid, "solution", value_text(wording_solution(draft->facts, r)));
}

const int *
who_by_urgency(const struct draft *draft, size_t *count)
{
	const struct figures *figures = draft->facts->figures;
	size_t nrollout = draft->facts->portfolio->nrollout, i, n = 0;
	int *list = arena_array(draft->arena, nrollout + 1, sizeof(*list));

	for (i = 0; i < figures->nurgent; i++)
		list[n++] = figures->urgent[i];
	for (i = 0; i < nrollout; i++)
		if (!figures->rollout[i].parked &&
		    figures->rollout[i].urgency == 0)
			list[n++] = (int)i;
	*count = n;
	return list;
}
