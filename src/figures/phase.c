/*
 * Rule 1: which gates are open, and so the current phase; and the state.
 */
#include "figures/compute.h"

void
figure_state(const struct computation *c, struct rollout_figures *f)
{
	const struct rollout *r = &c->portfolio->rollout[c->index];
	size_t i;

	f->rollout = r;
	f->state = r->since != DAY_NONE && c->date < r->since ? STATE_ACTIVE
							      : r->state;
	f->parked = f->state != STATE_ACTIVE;
	for (i = 0; i < c->rows->status.count; i++)
		if (c->portfolio->status[c->rows->status.first + i].month ==
		    c->month)
			f->reported = true;
}

static void
close_from(const struct gate_decision **gate, size_t nphase, int phase)
{
	size_t p;

	for (p = (size_t)phase; p < nphase; p++)
		gate[p] = NULL;
}

static void
decide(const struct gate_decision *d, const struct gate_decision **gate,
    size_t nphase, struct rollout_figures *f)
{
	switch (d->decision) {
	case DECISION_GO:
	case DECISION_GO_CONDITIONAL:
		gate[d->phase] = d;
		f->fallen_back = false;
		break;
	case DECISION_FALL_BACK:
		close_from(
		    gate, nphase, d->to_phase != -1 ? d->to_phase : d->phase);
		f->fallen_back = true;
		break;
	case DECISION_NO_GO:
	case DECISION_POSTPONED:
	case DECISIONS:
		break;
	}
}

void
figure_phase(const struct computation *c, struct rollout_figures *f)
{
	size_t nphase = c->model->nphase, i, p;
	const struct gate_decision **gate =
	    arena_array(c->arena, nphase + 1, sizeof(*gate));
	const struct gate_decision *d;

	for (i = 0; i < c->rows->decision.count; i++) {
		d = &c->portfolio->decision[c->rows->decision.first + i];
		if (d->month <= c->month && d->date <= c->date)
			decide(d, gate, nphase, f);
	}
	for (p = 0; p < nphase && gate[p] != NULL; p++)
		;
	f->phase = (int)p;
	f->completed = p == nphase;
	for (; p < nphase && f->gap_by == NULL; p++)
		f->gap_by = gate[p];
	f->gap = f->gap_by != NULL;
	f->gate = gate;
}
