/*
 * Derivations of scores: rules 3 to 5 and the expected progress of rule 8.
 */
#include "base/arena.h"
#include "base/num.h"
#include "report/explain.h"
#include "report/wording.h"

#define SPELLED 4 /* terms; a longer sum is given in total only */

/* The terms that count, those that fit; returns how many there are. */
static size_t
counted(const struct explain *e, struct value *value)
{
	const struct grid_cell *cell = e->terms->cell;
	size_t i, n = 0;

	for (i = 0; i < e->terms->nrow; i++, cell += e->terms->ncolumn) {
		if (cell[3].value.type == VALUE_NONE)
			continue;
		if (n < SPELLED) {
			value[2 * n] = cell[2].value;
			value[2 * n + 1] = cell[3].value;
		}
		n++;
	}
	return n;
}

/* "(1 · 100 + 2 · 50) / (1 + 2) = 66,6667" */
static void
add_quotient(struct explain *e, double sum, double weights, const char *figure)
{
	static const char *const spelled[SPELLED + 1] = {
	    [1] = "({1} · {2}) / {1} = {9}",
	    [2] = "({1} · {2} + {3} · {4}) / ({1} + {3}) = {9}",
	    [3] = "({1} · {2} + {3} · {4} + {5} · {6}) / ({1} + {3} + {5}) = "
		  "{9}",
	    [4] = "({1} · {2} + {3} · {4} + {5} · {6} + {7} · {8}) / "
		  "({1} + {3} + {5} + {7}) = {9}"};
	struct value value[2 * SPELLED + 1];
	size_t n = counted(e, value);

	if (n > SPELLED) {
		value[0] = value_number(sum);
		value[1] = value_number(weights);
	}
	value[(size_t)2 * SPELLED] = explain_value(e, figure);
	explain_equation(
	    e, n > SPELLED ? "{1} / {2} = {9}" : spelled[n], value, 9);
}

void
explain_task_score(struct explain *e)
{
	int phase = e->r->phase, t;
	const struct cell_figures *cell;

	for (t = 0; t < (int)e->model->ntask; t++) {
		if (model_cell(e->model, t, phase)->grade == GRADE_NONE)
			continue;
		cell =
		    &e->r->cell[(size_t)t * e->model->nphase + (size_t)phase];
		explain_cell(e, t, phase, cell_weight(e->model, t, phase),
		    value_number(cell->value));
	}
	if (num_given(e->r->task_score))
		add_quotient(
		    e, e->r->task_sum, e->r->task_weight, "task_score");
	else
		explain_say(e, "explain.never_reported", 0, NULL, 0);
}

void
explain_criteria_score(struct explain *e)
{
	size_t i;

	for (i = 0; i < e->model->ncriterion; i++)
		if (e->model->criterion[i].phase == e->r->phase)
			explain_answer(e, i, e->model->criterion[i].weight,
			    value_number(answer_value(e->r->answer[i])));
	if (num_given(e->r->criteria_score))
		add_quotient(e, e->r->criteria_sum, e->r->criteria_weight,
		    "criteria_score");
	else
		explain_say(e, "explain.never_answered", 0, NULL, 0);
}

void
explain_progress(struct explain *e)
{
	const char *from =
	    num_given(e->r->task_score) ? "task_score" : "criteria_score";
	const struct value value = explain_value(e, from);

	explain_figure(e, "task_score", NUM_NONE);
	explain_figure(e, "criteria_score", NUM_NONE);
	if (num_given(e->r->progress))
		explain_equation(e,
		    arena_printf(e->arena, "progress = %s = {1}", from), &value,
		    1);
	else
		explain_say(e, "reason.no_progress", 0, NULL, 0);
}

void
explain_readiness(struct explain *e)
{
	const double *share = e->model->threshold;
	double tasks = share[THRESHOLD_SHARE_TASKS];
	double criteria = share[THRESHOLD_SHARE_CRITERIA];

	explain_threshold(e, THRESHOLD_SHARE_TASKS, NUM_NONE);
	explain_threshold(e, THRESHOLD_SHARE_CRITERIA, NUM_NONE);
	explain_figure(e, "task_score", tasks);
	explain_figure(e, "criteria_score", criteria);
	if (num_given(e->r->readiness)) {
		const struct value both[] = {value_number(tasks),
		    explain_value(e, "task_score"), value_number(criteria),
		    explain_value(e, "criteria_score"),
		    explain_value(e, "readiness")};

		explain_equation(e,
		    both[1].type == VALUE_NONE ? "({3} · {4}) / {3} = {5}"
			: both[3].type == VALUE_NONE
			? "({1} · {2}) / {1} = {5}"
			: "({1} · {2} + {3} · {4}) / ({1} + {3}) = {5}",
		    both, 5);
	} else
		explain_say(e, "reason.no_progress", 0, NULL, 0);
}

void
explain_course(struct explain *e)
{
	struct value values[] = {value_count(e->r->phase),
	    explain_value(e, "progress"),
	    value_count((int64_t)e->model->nphase), explain_value(e, "course")};

	explain_term(e, wording(e->facts, "explain.gates_open"), NULL, NUM_NONE,
	    values[0], NULL);
	explain_figure(e, "progress", NUM_NONE);
	explain_term(e, wording(e->facts, "explain.phases"), NULL, NUM_NONE,
	    values[2], NULL);
	if (values[1].type == VALUE_NONE)
		values[1] = value_number(0);
	explain_equation(e,
	    e->r->completed ? "{1} / {3} · 100 = {4}"
			    : "({1} + {2} / 100) / {3} · 100 = {4}",
	    values, 4);
}

void
explain_expected(struct explain *e)
{
	const struct plan *plan = portfolio_plan(e->facts->portfolio,
	    e->model->nphase, e->index, (size_t)e->r->phase);
	const day date = e->facts->portfolio->report_date;
	const struct value values[] = {value_day(date), value_day(plan->start),
	    value_day(plan->end), explain_value(e, "expected"),
	    value_count((int64_t)date - plan->start),
	    value_count((int64_t)plan->end - plan->start)};

	if (plan->start == DAY_NONE) {
		explain_say(e, "reason.no_plan", 0, NULL, 0);
		return;
	}
	explain_term(e, "planned_start",
	    wording(e->facts, "explain.part.planned_start"), NUM_NONE,
	    values[1], &plan->loc);
	explain_term(e, "planned_end", explain_label(e, "planned_end"),
	    NUM_NONE, values[2], &plan->loc);
	explain_figure(e, "date", NUM_NONE);
	if (plan->end <= plan->start)
		explain_equation(e, "{2} ≥ {3}: {4}", values, 4);
	else if (date < plan->start)
		explain_equation(e, "{1} < {2}: {4}", values, 4);
	else if (date > plan->end)
		explain_equation(e, "{1} > {3}: {4}", values, 4);
	else
		explain_equation(e,
		    "({1} − {2}) / ({3} − {2}) · 100 = {5} / {6} · 100 = {4}",
		    values, 6);
}
