/*
 * Rule 19: the three conditions of a successful implementation.
 */
#include "figures/compute.h"

/* Marked itself, or by a criterion that belongs to it. */
static bool
is_operation(const struct model *m, int task)
{
	size_t i;

	if (m->task[task].operation)
		return true;
	for (i = 0; i < m->ncriterion; i++)
		if (m->criterion[i].operation &&
		    m->criterion[i].main_task == task)
			return true;
	return false;
}

/* No blocked cell and no high open risk on what keeps the business running. */
static bool
safe_operation(const struct computation *c, const struct rollout_figures *f)
{
	const struct cell_figures *cell;
	size_t i;
	int t;

	for (t = 0; !f->completed && t < (int)c->model->ntask; t++) {
		cell = cell_at(c, f, t, f->phase);
		if (is_cell(c, t, f->phase) && cell->row != NULL &&
		    cell->row->status == STATUS_BLOCKED &&
		    is_operation(c->model, t))
			return false;
	}
	for (i = 0; i < f->nrisk; i++)
		if (f->risk[i]->status == OPEN_OPEN &&
		    f->risk[i]->main_task != -1 &&
		    num_le(threshold(c, THRESHOLD_RISK_RED),
			risk_score(f->risk[i])) &&
		    is_operation(c->model, f->risk[i]->main_task))
			return false;
	return true;
}

static bool
effective(const struct rollout_figures *f)
{
	const struct benefit *b;
	size_t i;

	if (f->light[LIGHT_TIME] == LIGHT_RED ||
	    f->light[LIGHT_READINESS] == LIGHT_RED)
		return false;
	for (i = 0; i < f->nbenefit; i++) {
		b = f->benefit[i].benefit;
		if (b->owner == NULL || !num_given(b->baseline))
			return false;
	}
	return true;
}

void
figure_success(const struct computation *c, struct rollout_figures *f)
{
	if (!f->reported || f->parked)
		return;
	f->safe_operation = safe_operation(c, f);
	f->steering = (f->completed || f->planned_end != DAY_NONE) &&
	    num_given(f->economy.both_budget_dkk);
	f->effective = effective(f);
}
