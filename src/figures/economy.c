/*
 * Rule 15: what it costs, against the budget and the time that has gone.
 */
#include "figures/compute.h"

void
economy_figures_begin(struct economy_figures *e)
{
	*e = (struct economy_figures){.budget_hours = NUM_NONE,
	    .actual_hours = NUM_NONE,
	    .forecast_hours = NUM_NONE,
	    .budget_dkk = NUM_NONE,
	    .actual_dkk = NUM_NONE,
	    .forecast_dkk = NUM_NONE,
	    .both_budget_dkk = NUM_NONE,
	    .both_forecast_dkk = NUM_NONE,
	    .variance_dkk = NUM_NONE,
	    .variance_pct = NUM_NONE,
	    .time_used = NUM_NONE,
	    .both_budget_hours = NUM_NONE,
	    .both_forecast_hours = NUM_NONE,
	    .variance_hours = NUM_NONE,
	    .variance_hours_pct = NUM_NONE,
	    .spent_of = NUM_NONE,
	    .spent_dkk = NUM_NONE,
	    .spent = NUM_NONE,
	    .worst_dkk = NUM_NONE};
}

/* a and b, if both are given. */
static void
add_both(double *sum_a, double a, double *sum_b, double b)
{
	if (!num_given(a) || !num_given(b))
		return;
	sum_add(sum_a, a);
	sum_add(sum_b, b);
}

/* The main task that is most above its budget. */
static void
note_worst(const struct economy_row *row, struct economy_figures *e)
{
	double above = row->forecast_dkk - row->budget_dkk;

	if (!num_given(above) || num_le(above, 0) ||
	    (num_given(e->worst_dkk) && num_le(above, e->worst_dkk)))
		return;
	e->worst_dkk = above;
	e->worst = row;
}

static void
add_row(const struct economy_row *row, struct economy_figures *e)
{
	sum_add(&e->budget_hours, row->budget_hours);
	sum_add(&e->actual_hours, row->actual_hours);
	sum_add(&e->forecast_hours, row->forecast_hours);
	sum_add(&e->budget_dkk, row->budget_dkk);
	sum_add(&e->actual_dkk, row->actual_dkk);
	sum_add(&e->forecast_dkk, row->forecast_dkk);
	add_both(&e->both_budget_dkk, row->budget_dkk, &e->both_forecast_dkk,
	    row->forecast_dkk);
	add_both(&e->both_budget_hours, row->budget_hours,
	    &e->both_forecast_hours, row->forecast_hours);
	add_both(&e->spent_of, row->budget_dkk, &e->spent_dkk, row->actual_dkk);
	note_worst(row, e);
}

/* 0-1 of the way from the plan's first start to its last end. */
static double
time_used(const struct computation *c)
{
	day first = DAY_NONE, last = DAY_NONE;
	const struct plan *plan;
	size_t p;

	for (p = 0; p < c->model->nphase; p++) {
		plan =
		    portfolio_plan(c->portfolio, c->model->nphase, c->index, p);
		if (plan->start == DAY_NONE)
			continue;
		if (first == DAY_NONE || plan->start < first)
			first = plan->start;
		if (plan->end > last)
			last = plan->end;
	}
	if (first == DAY_NONE || last <= first)
		return NUM_NONE;
	return clamp((double)(c->date - first) / (last - first));
}

static double
share(double part, double whole)
{
	return num_given(whole) && fabs(whole) > NUM_EPSILON ? part / whole
							     : NUM_NONE;
}

/* What is not given stays so through difference and product. */
void
economy_figures_end(struct economy_figures *e)
{
	e->variance_dkk = e->both_forecast_dkk - e->both_budget_dkk;
	e->variance_pct =
	    (share(e->both_forecast_dkk, e->both_budget_dkk) - 1) * 100;
	e->variance_hours = e->both_forecast_hours - e->both_budget_hours;
	e->variance_hours_pct =
	    (share(e->both_forecast_hours, e->both_budget_hours) - 1) * 100;
	e->spent = share(e->spent_dkk, e->spent_of);
}

void
figure_economy(const struct computation *c, struct rollout_figures *f)
{
	struct economy_figures *e = &f->economy;
	const struct economy_row *row, *next, **newest;
	size_t i, n = c->rows->economy.count;

	newest = arena_array(c->arena, n + 1, sizeof(*newest));
	f->economy_row = newest;

	economy_figures_begin(e);
	e->time_used = time_used(c);
	/* Of each main task's rows, in rising month, the newest known. */
	for (i = 0; i < n; i++) {
		row = &c->portfolio->economy[c->rows->economy.first + i];
		next = i + 1 < n ? row + 1 : NULL;
		if (row->month <= c->month &&
		    (next == NULL || next->main_task != row->main_task ||
			next->month > c->month)) {
			newest[f->neconomy_row++] = row;
			add_row(row, e);
		}
	}
	economy_figures_end(e);
}

bool
economy_is_over(const struct economy_figures *e)
{
	return num_given(e->variance_dkk) && !num_le(e->variance_dkk, 0);
}
