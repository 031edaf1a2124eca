/*
 * Economy and risks.
 */
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/records.h"

bool
build_economy(struct loader *l, const struct row *row, void *record)
{
	struct economy_row *e = record;

	e->loc = row_loc(row, -1);
	e->month = l->month;
	e->rollout = resolve_rollout(l, row, ROLLOUT_OF(ECONOMY));
	e->main_task = resolve_task(l, row, COL_ECONOMY_MAIN_TASK);
	if (e->rollout == -1 || e->main_task == -1)
		return false;
	e->budget_hours = cell_number(row, COL_ECONOMY_BUDGET_HOURS);
	e->actual_hours = cell_number(row, COL_ECONOMY_ACTUAL_HOURS);
	e->forecast_hours = cell_number(row, COL_ECONOMY_FORECAST_HOURS);
	e->budget_dkk = cell_number(row, COL_ECONOMY_BUDGET_DKK);
	e->actual_dkk = cell_number(row, COL_ECONOMY_ACTUAL_DKK);
	e->forecast_dkk = cell_number(row, COL_ECONOMY_FORECAST_DKK);
	return true;
}

int
compare_economy(const void *a, const void *b)
{
	const struct economy_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->main_task, y->main_task)) != 0)
		return c;
	return by_int(x->month, y->month);
}

/* Whose risk it is: a rollout's, a solution's, or the programme's own. */
static bool
place_risk(struct loader *l, const struct row *row, struct risk *r)
{
	r->rollout = r->solution = -1;
	if (cell_text(row, COL_RISKS_MUNICIPALITY) == NULL) {
		r->solution = resolve_solution(l, row, COL_RISKS_SOLUTION);
		return r->solution != -1 ||
		    cell_text(row, COL_RISKS_SOLUTION) == NULL;
	}
	if (cell_text(row, COL_RISKS_SOLUTION) == NULL) {
		report_cell(
		    l, DIAG_risk_needs_solution, row, COL_RISKS_MUNICIPALITY);
		return false;
	}
	r->rollout = resolve_rollout(l, row, ROLLOUT_OF(RISKS));
	if (r->rollout == -1)
		return false;
	r->solution = l->portfolio->rollout[r->rollout].solution;
	return true;
}

static int
residual(const struct row *row, int column)
{
	double value = cell_number(row, column);

	return num_given(value) ? (int)value : 0;
}

bool
build_risk(struct loader *l, const struct row *row, void *record)
{
	struct risk *r = record;

	r->loc = row_loc(row, -1);
	r->month = l->month;
	r->main_task = resolve_task(l, row, COL_RISKS_MAIN_TASK);
	if (!place_risk(l, row, r) ||
	    (r->main_task == -1 && cell_text(row, COL_RISKS_MAIN_TASK) != NULL))
		return false;
	r->id = cell_text(row, COL_RISKS_RISK_ID);
	r->key = resolve_id(l->risk_ids, row, COL_RISKS_RISK_ID);
	r->text = cell_text(row, COL_RISKS_RISK);
	r->probability = (int)cell_number(row, COL_RISKS_PROBABILITY);
	r->impact = (int)cell_number(row, COL_RISKS_IMPACT);
	r->residual_probability = residual(row, COL_RISKS_RESIDUAL_PROBABILITY);
	r->residual_impact = residual(row, COL_RISKS_RESIDUAL_IMPACT);
	r->owner = cell_text(row, COL_RISKS_OWNER);
	r->response = cell_text(row, COL_RISKS_RESPONSE);
	r->status = (enum open_state)cell_word(row, COL_RISKS_STATUS);
	r->deadline = cell_day(row, COL_RISKS_DEADLINE);
	return true;
}

int
compare_risk(const void *a, const void *b)
{
	const struct risk *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->solution, y->solution)) != 0 ||
	    (c = strcmp(x->key, y->key)) != 0)
		return c;
	return by_int(x->month, y->month);
}
