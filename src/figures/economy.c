/*
 * Rule 15: what it costs, against the budget and the time that has gone.
 */
#include "figures/compute.h"

/* Adds what is given; a sum of nothing is not given. */
static void
add(double *sum, double value)
{
	if (num_given(value))
		*sum = num_given(*sum) ? *sum + value : value;
}

static void
add_row(const struct economy_row *row, struct economy_figures *e)
{
	add(&e->budget_hours, row->budget_hours);
	add(&e->actual_hours, row->actual_hours);
	add(&e->forecast_hours, row->forecast_hours);
	add(&e->budget_dkk, row->budget_dkk);
	add(&e->actual_dkk, row->actual_dkk);
	add(&e->forecast_dkk, row->forecast_dkk);
	if (!num_given(row->budget_dkk) || !num_given(row->forecast_dkk))
		return;
	add(&e->both_budget_dkk, row->budget_dkk);
	add(&e->both_forecast_dkk, row->forecast_dkk);
}

/* 0-1 of the way from the plan's first start to its last end. */
static double
time_used(const struct computation *c)
{
	day first = DAY_NONE, last = DAY_NONE;
	const struct plan *plan;
	double share;
	size_t p;

	for (p = 0; p < c->model->nphase; p++) {
		plan = portfolio_plan(c->portfolio, c->model->nphase,
		    c->index, p);
		if (plan->start == DAY_NONE)
			continue;
		if (first == DAY_NONE || plan->start < first)
			first = plan->start;
		if (plan->end > last)
			last = plan->end;
	}
	if (first == DAY_NONE || last <= first)
		return NUM_NONE;
	share = (double)(c->date - first) / (last - first);
	return share < 0 ? 0 : share > 1 ? 1 : share;
}

void
figure_economy(const struct computation *c, struct rollout_figures *f)
{
	struct economy_figures *e = &f->economy;
	const struct economy_row *row, *next;
	size_t i, n = c->rows->economy.count;

	*e = (struct economy_figures){ NUM_NONE, NUM_NONE, NUM_NONE, NUM_NONE,
	    NUM_NONE, NUM_NONE, NUM_NONE, NUM_NONE, NUM_NONE, NUM_NONE,
	    time_used(c) };
	/* Of each main task's rows, in rising month, the newest known. */
	for (i = 0; i < n; i++) {
		row = &c->portfolio->economy[c->rows->economy.first + i];
		next = i + 1 < n ? row + 1 : NULL;
		if (row->month <= c->month && (next == NULL ||
		    next->main_task != row->main_task ||
		    next->month > c->month))
			add_row(row, e);
	}
	if (!num_given(e->both_budget_dkk))
		return;
	e->variance_dkk = e->both_forecast_dkk - e->both_budget_dkk;
	if (fabs(e->both_budget_dkk) > NUM_EPSILON)
		e->variance_pct = (e->both_forecast_dkk /
		    e->both_budget_dkk - 1) * 100;
}
