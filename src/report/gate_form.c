/*
 * Which checklists there are, where they stand, and what an empty one is made
 * from.
 */
#include "base/arena.h"
#include "report/gate_form.h"
#include "report/heading.h"
#include "report/placeholder.h"

/* A withdrawn rollout comes to no gate; a paused one stands before its own. */
bool
gate_has_checklist(const struct rollout_figures *r)
{
	return !r->completed && r->state != STATE_WITHDRAWN;
}

bool
gate_checklist_exists(const struct facts *facts, const struct slice *slice)
{
	return gate_has_checklist(&facts->figures->rollout[slice->index]);
}

const char *
gate_href(const struct draft *draft, int rollout, int format)
{
	const struct slice slice = {SLICE_ROLLOUT, rollout};
	const struct facts *facts = draft->facts;

	if (facts->alone ||
	    !gate_has_checklist(&facts->figures->rollout[rollout]))
		return NULL;
	return report_link(
	    draft->arena, facts, heading_file(draft), "gates", &slice, format);
}

/* The municipalities, and behind them one that is to be filled in by hand. */
static struct municipality *
with_nobody(struct arena *arena, const struct portfolio *p)
{
	struct municipality *list =
	    arena_array(arena, p->nmunicipality + 1, sizeof(*list));
	size_t i;

	for (i = 0; i < p->nmunicipality; i++)
		list[i] = p->municipality[i];
	list[i].code_text = list[i].name = list[i].region = "";
	return list;
}

/* What the register says of the rollout, if there is one. */
static struct rollout *
registered(struct arena *arena, const struct portfolio *p, int municipality,
    int solution)
{
	struct rollout *r = arena_alloc(arena, sizeof(*r));
	int number = municipality == -1
	    ? -1
	    : portfolio_find_rollout(p, municipality, solution);

	if (number != -1)
		*r = p->rollout[number];
	r->municipality =
	    municipality == -1 ? (int)p->nmunicipality : municipality;
	r->solution = solution;
	return r;
}

void
gate_blank(struct arena *arena, const struct facts *facts, int municipality,
    int solution, int phase, struct facts *blank)
{
	struct portfolio *portfolio = arena_alloc(arena, sizeof(*portfolio));
	struct figures *figures = arena_alloc(arena, sizeof(*figures));
	struct rollout_figures *f = arena_alloc(arena, sizeof(*f));

	*portfolio = *facts->portfolio;
	portfolio->municipality = with_nobody(arena, facts->portfolio);
	portfolio->rollout =
	    registered(arena, facts->portfolio, municipality, solution);
	portfolio->nrollout = 1;
	figures_blank(arena, facts->model, portfolio->rollout, phase, f);
	*figures = *facts->figures;
	figures->rollout = f;
	figures->nconflict = figures->nawaited = figures->ncollision = 0;
	*blank = *facts;
	blank->portfolio = portfolio;
	blank->figures = figures;
	blank->blank = true;
}
