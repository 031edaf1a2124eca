/*
 * Rules 15 and 17: the economy of several rollouts, added up.
 */
#include "figures/compute.h"

void
economy_sums_begin(struct economy_sums *s)
{
	*s = (struct economy_sums){.over_dkk = NUM_NONE};
	economy_figures_begin(&s->all);
}

/*
 * Time used counts by the budget, or a small rollout that is nearly through
 * would make a large one look late with its money.
 */
static void
add_spent(struct economy_sums *s, const struct economy_figures *e)
{
	if (!num_given(e->spent) || !num_given(e->time_used))
		return;
	s->with_spent++;
	sum_add(&s->all.spent_of, e->spent_of);
	sum_add(&s->all.spent_dkk, e->spent_dkk);
	sum_add(&s->all.time_used, e->time_used * e->spent_of);
}

void
economy_sums_add(struct economy_sums *s, const struct economy_figures *e)
{
	struct economy_figures *all = &s->all;

	sum_add(&all->budget_hours, e->budget_hours);
	sum_add(&all->actual_hours, e->actual_hours);
	sum_add(&all->forecast_hours, e->forecast_hours);
	sum_add(&all->budget_dkk, e->budget_dkk);
	sum_add(&all->actual_dkk, e->actual_dkk);
	sum_add(&all->forecast_dkk, e->forecast_dkk);
	sum_add(&all->both_budget_dkk, e->both_budget_dkk);
	sum_add(&all->both_forecast_dkk, e->both_forecast_dkk);
	sum_add(&all->both_budget_hours, e->both_budget_hours);
	sum_add(&all->both_forecast_hours, e->both_forecast_hours);
	s->with_dkk += num_given(e->both_budget_dkk);
	s->with_hours += num_given(e->both_budget_hours);
	add_spent(s, e);
	if (!economy_is_over(e))
		return;
	s->over++;
	sum_add(&s->over_dkk, e->variance_dkk);
}

void
economy_sums_end(struct economy_sums *s)
{
	economy_figures_end(&s->all);
	s->all.time_used = num_given(s->all.spent)
	    ? s->all.time_used / s->all.spent_of
	    : NUM_NONE;
}
