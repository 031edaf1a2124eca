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

/* Readiness that isn't known is not enough. */
static void
check(const struct computation *c, struct rollout_figures *f)
{
	bool *holds = f->gate_check;

	holds[CHECK_MET] = f->mandatory_criteria_met == f->mandatory_criteria;
	holds[CHECK_NOT_WAIVED] = !mandatory_waived(c, f);
	holds[CHECK_TASKS] = f->mandatory_tasks_open == 0;
	holds[CHECK_BLOCKED] = f->blocked_cells == 0;
	holds[CHECK_READY] =
	    num_le(threshold(c, THRESHOLD_READY), f->readiness);
	holds[CHECK_ANSWERED] = f->mandatory_criteria_no == 0 &&
	    f->mandatory_criteria_unanswered == 0;
	holds[CHECK_CONDITIONAL] =
	    num_le(threshold(c, THRESHOLD_CONDITIONAL), f->readiness);
}

static enum recommendation
recommend(const struct computation *c, struct rollout_figures *f)
{
	const bool *holds = f->gate_check;

	if (f->completed || !num_given(f->readiness))
		return RECOMMEND_NONE;
	check(c, f);
	if (holds[CHECK_MET] && holds[CHECK_NOT_WAIVED] && holds[CHECK_TASKS] &&
	    holds[CHECK_BLOCKED] && holds[CHECK_READY])
		return RECOMMEND_GO;
	return holds[CHECK_ANSWERED] && holds[CHECK_CONDITIONAL]
	    ? RECOMMEND_GO_CONDITIONAL
	    : RECOMMEND_NO_GO;
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
