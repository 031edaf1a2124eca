/*
 * Rule 8: the plan of the current phase and the progress it expects.
 */
#include "figures/compute.h"

/* 0-100. */
static double
expected(day start, day end, day date)
{
	if (end <= start)
		return date < end ? 0 : 100;
	return clamp((double)(date - start) / (end - start)) * 100;
}

void
figure_plan(const struct computation *c, struct rollout_figures *f)
{
	const struct plan *plan;

	f->planned_start = f->planned_end = f->baseline_end = DAY_NONE;
	f->expected = NUM_NONE;
	if (f->completed)
		return;
	plan = portfolio_plan(
	    c->portfolio, c->model->nphase, c->index, (size_t)f->phase);
	if (plan->start == DAY_NONE)
		return;
	f->planned_start = plan->start;
	f->planned_end = plan->end;
	f->baseline_end = plan->baseline_end;
	f->expected = expected(plan->start, plan->end, c->date);
}
