/*
 * A rollout of which nothing is known: what an empty form is made from.
 */
#include "figures/compute.h"

static void
blank_numbers(struct rollout_figures *f)
{
	f->task_sum = f->task_weight = f->criteria_sum = f->criteria_weight =
	    f->task_score = f->criteria_score = f->progress = f->readiness =
		f->course = f->expected = f->pace = f->forecast_days = NUM_NONE;
	f->planned_start = f->planned_end = f->baseline_end = f->forecast_end =
	    f->stated_end = DAY_NONE;
	f->slip_days = f->slip_baseline_days = f->deviation = f->risk_score =
	    FIGURE_NONE;
	f->overall = f->known_light = LIGHT_GREY;
	f->reported_light = LIGHT_MISSING;
	f->known_month = MONTH_NONE;
}

/* As rule 6 counts where nothing is answered. */
static void
count_criteria(const struct model *model, struct rollout_figures *f)
{
	size_t i;

	for (i = 0; i < model->ncriterion; i++)
		if (model->criterion[i].phase == f->phase &&
		    model->criterion[i].mandatory)
			f->mandatory_criteria++;
	f->mandatory_criteria_unanswered = f->mandatory_criteria;
}

void
figures_blank(struct arena *arena, const struct model *model,
    const struct rollout *rollout, int phase, struct rollout_figures *f)
{
	size_t ncell = model->ntask * model->nphase;

	*f = (struct rollout_figures){
	    .rollout = rollout, .state = STATE_ACTIVE, .phase = phase};
	f->gate = arena_array(arena, model->nphase + 1, sizeof(*f->gate));
	f->cell = arena_array(arena, ncell + 1, sizeof(*f->cell));
	f->answer =
	    arena_array(arena, model->ncriterion + 1, sizeof(*f->answer));
	f->task = arena_array(arena, 1, sizeof(*f->task));
	blank_numbers(f);
	count_criteria(model, f);
}
