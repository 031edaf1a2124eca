/*
 * When solutions leave their phases: the programme's plan, over the plans of
 * all rollouts.
 */
#include "figures/compute.h"

/* DAY_NONE gives way to any day. */
static day
earlier(day a, day b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a < b ? a : b;
}

static day
later(day a, day b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a > b ? a : b;
}

static void
add_plan(struct plan_span *s, const struct plan *plan,
    const struct rollout_figures *f)
{
	s->planned++;
	if (f->phase > s->phase) {
		s->passed++;
		return;
	}
	s->first_end = earlier(s->first_end, plan->end);
	s->last_end = later(s->last_end, plan->end);
	s->last_baseline = later(s->last_baseline, plan->baseline_end);
	if (f->phase != s->phase)
		return;
	s->current++;
	s->last_forecast = later(s->last_forecast, f->forecast_end);
}

static struct plan_span
span_of(const struct model *m, const struct portfolio *p,
    const struct rollout_figures *all, int solution, int phase)
{
	struct plan_span s = {.solution = solution,
	    .phase = phase,
	    .first_end = DAY_NONE,
	    .last_end = DAY_NONE,
	    .last_baseline = DAY_NONE,
	    .last_forecast = DAY_NONE};
	const struct plan *plan;
	size_t i;

	for (i = 0; i < p->nrollout; i++) {
		plan = portfolio_plan(p, m->nphase, i, (size_t)phase);
		if (p->rollout[i].solution == solution && !all[i].parked &&
		    plan->start != DAY_NONE)
			add_plan(&s, plan, &all[i]);
	}
	return s;
}

void
figures_plan_spans(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	struct plan_span *span =
	    arena_array(arena, p->nsolution * m->nphase + 1, sizeof(*span));
	size_t n = 0, s, k;

	for (s = 0; s < p->nsolution; s++)
		for (k = 0; k < m->nphase; k++) {
			span[n] =
			    span_of(m, p, figures->rollout, (int)s, (int)k);
			n += span[n].planned > 0;
		}
	figures->plan_span = span;
	figures->nplan_span = n;
}
