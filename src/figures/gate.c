/*
 * Rule 7: what the figures recommend for the current gate.
 */
#include "figures/compute.h"

static bool
mandatory_waived(const struct computation *c, const struct rollout_figures *f)
{
	size_t i;

	for (i = 0; i < c->model->ncriterion; i++)
		if (c->model->criterion[i].phase == f->phase &&
		    c->model->criterion[i].mandatory && f->answer[i] != NULL &&
		    f->answer[i]->answer == ANSWER_WAIVED)
			return true;
	return false;
}

static enum recommendation
recommend(const struct computation *c, const struct rollout_figures *f)
{
	if (f->completed || !num_given(f->readiness))
		return RECOMMEND_NONE;
	if (f->mandatory_criteria_met == f->mandatory_criteria &&
	    !mandatory_waived(c, f) && f->mandatory_tasks_open == 0 &&
	    f->blocked_cells == 0 &&
	    num_le(threshold(c, THRESHOLD_READY), f->readiness))
		return RECOMMEND_GO;
	if (f->mandatory_criteria_no == 0 &&
	    f->mandatory_criteria_unanswered == 0 &&
	    num_le(threshold(c, THRESHOLD_CONDITIONAL), f->readiness))
		return RECOMMEND_GO_CONDITIONAL;
	return RECOMMEND_NO_GO;
}

void
figure_gate(const struct computation *c, struct rollout_figures *f)
{
	f->recommendation = recommend(c, f);
	f->gate_near = f->recommendation != RECOMMEND_NONE &&
	    (f->planned_end == DAY_NONE ||
		num_le(f->planned_end - c->date,
		    threshold(c, THRESHOLD_GATE_WINDOW)));
}
