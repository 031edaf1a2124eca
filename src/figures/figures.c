/*
 * The order of the rules: every rollout at every month, then what lies over
 * them.
 */
#include "figures/compute.h"

/* Each rule reads what those before it filled. */
static figure_rule *const rules[] = {
    figure_state,        /* 1 */
    figure_phase,        /* 1 */
    figure_cells,        /* 2, 3, 6 */
    figure_criteria,     /* 4, 6 */
    figure_progress,     /* 5 */
    figure_tasks,        /* 6 */
    figure_plan,         /* 8: the gate and the lights look at it */
    figure_gate,         /* 7 */
    figure_gate_reasons, /* 7, and 6: which tasks break the order */
    figure_forecast,     /* 9 */
    figure_slip,         /* 10 */
    figure_benefits,     /* 14 */
    figure_economy,      /* 15 */
    figure_risks,        /* 16 */
    figure_conditions,   /* of gate decisions, rule 1 */
    figure_lights,       /* 11, 12 */
    figure_path,         /* 11 */
    figure_change,       /* 13 */
    figure_success,      /* 19 */
};

#define RULES (sizeof(rules) / sizeof(*rules))

static void
compute_moment(struct arena *arena, const struct model *model,
    const struct portfolio *portfolio, const struct moment *moment, size_t at)
{
	const struct moment *now = &moment[at];
	struct computation c = {.arena = arena,
	    .model = model,
	    .portfolio = portfolio,
	    .moment = moment,
	    .nmoment = at + 1,
	    .month = now->month,
	    .date = now->date};
	struct rollout_figures *f;
	size_t r;

	for (c.index = 0; c.index < portfolio->nrollout; c.index++) {
		f = &now->rollout[c.index];
		c.rows = &portfolio->rows[c.index];
		if (at > 0)
			f->previous = &moment[at - 1].rollout[c.index];
		for (r = 0; r < RULES; r++)
			rules[r](&c, f);
	}
}

/* Keep the numbers of an earlier month and let its details go. */
static void
forget_details(const struct moment *moment, size_t nrollout)
{
	struct rollout_figures *f;
	size_t i;

	for (i = 0; i < nrollout; i++) {
		f = &moment->rollout[i];
		f->cell = NULL;
		f->answer = NULL;
		f->task = NULL;
		f->gate = NULL;
		f->gate_reason = NULL;
		f->broken = NULL;
		f->trend = NULL;
		f->reason = NULL;
		f->step = NULL;
		f->benefit = NULL;
		f->economy_row = NULL;
		f->risk = NULL;
		f->condition = NULL;
	}
}

static struct moment *
make_moments(struct arena *arena, const struct portfolio *p)
{
	struct moment *moment = arena_array(arena, p->nmonth, sizeof(*moment));
	size_t k;

	for (k = 0; k < p->nmonth; k++) {
		moment[k].month = p->month[k];
		moment[k].date = k + 1 == p->nmonth
		    ? p->report_date
		    : month_last_day(p->month[k]);
		moment[k].rollout = arena_array(
		    arena, p->nrollout + 1, sizeof(*moment[k].rollout));
	}
	return moment;
}

void
figures_compute(struct arena *arena, const struct model *model,
    const struct portfolio *portfolio, struct figures *figures)
{
	struct moment *moment = make_moments(arena, portfolio);
	struct rollout_figures *last = moment[portfolio->nmonth - 1].rollout;
	struct arena *scratch;
	size_t k;

	*figures = (struct figures){
	    .moment = moment, .nmoment = portfolio->nmonth, .rollout = last};
	for (k = 0; k + 1 < portfolio->nmonth; k++) {
		scratch = arena_new();
		compute_moment(scratch, model, portfolio, moment, k);
		forget_details(&moment[k], portfolio->nrollout);
		arena_free(scratch);
	}
	compute_moment(arena, model, portfolio, moment, k);
	figures_urgency(arena, portfolio, last, figures);
	figures_municipalities(arena, portfolio, figures);
	figures_rollups(arena, model, portfolio, figures);
	figures_coordination(arena, model, portfolio, figures);
	figures_age(arena, model, portfolio, figures);
	figures->common_risk =
	    figure_common_risks(arena, portfolio, &figures->ncommon_risk);
	figures_main_tasks(arena, model, portfolio, figures);
	figures_plan_spans(arena, model, portfolio, figures);
	figures_risks(arena, model, portfolio, figures);
	figures_business(arena, portfolio, figures);
}
