/*
 * Derivations of the recommendation, plan, forecast and slip: rules 7 to 10.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/explain.h"
#include "report/wording.h"

/* What rule 7 asks, in its order; the label is "explain.check.<id>". */
static const char *const check_id[GATE_CHECKS] = {
    [CHECK_MET] = "met",
    [CHECK_NOT_WAIVED] = "not_waived",
    [CHECK_TASKS] = "tasks",
    [CHECK_BLOCKED] = "blocked",
    [CHECK_READY] = "ready",
    [CHECK_ANSWERED] = "answered",
    [CHECK_CONDITIONAL] = "conditional",
};

/* For which of the two it is asked. */
static const char *
asked_by(const struct explain *e, enum gate_check check)
{
	return label_of(wording_labels(e->facts), "recommendation",
	    check < CHECK_ANSWERED ? "go" : "go_conditional");
}

/* With all decimals: two of them may look alike. */
static struct value
exact(const struct explain *e, double number)
{
	const struct value value = value_number(number);
	const char *text;
	struct buf buf;

	buf_init(&buf);
	value_print_exact(&buf, &value, wording_labels(e->facts));
	text = arena_strndup(e->arena, buf.data, buf.len);
	buf_release(&buf);
	return value_text(text);
}

static const char *
check_text(const struct explain *e, enum gate_check check)
{
	const struct rollout_figures *r = e->r;
	const double *t = e->model->threshold;
	const struct value value[GATE_CHECKS][2] = {
	    [CHECK_MET] = {value_count(r->mandatory_criteria_met),
		value_count(r->mandatory_criteria)},
	    [CHECK_TASKS] = {value_count(r->mandatory_tasks_open)},
	    [CHECK_BLOCKED] = {value_count(r->blocked_cells)},
	    [CHECK_READY] = {exact(e, r->readiness),
		exact(e, t[THRESHOLD_READY])},
	    [CHECK_ANSWERED] = {value_count(r->mandatory_criteria_no),
		value_count(r->mandatory_criteria_unanswered)},
	    [CHECK_CONDITIONAL] = {exact(e, r->readiness),
		exact(e, t[THRESHOLD_CONDITIONAL])},
	};

	return wording_sentence(e->arena, e->facts,
	    arena_printf(e->arena, "explain.check.%s", check_id[check]), 0,
	    value[check], 2);
}

/* What stands in the way: criteria, tasks, main tasks, each with its line. */
static void
add_obstacles(struct explain *e)
{
	const struct gate_reason *g;
	const struct task_figures *t;
	size_t i;

	for (i = 0; i < e->r->ngate_reason; i++) {
		g = &e->r->gate_reason[i];
		if (g->criterion != -1)
			explain_answer(
			    e, (size_t)g->criterion, NUM_NONE, value_none());
		else if (g->main_task != -1)
			explain_cell(e, g->main_task, e->r->phase, NUM_NONE,
			    value_none());
		else if (g->task != -1) {
			t = &e->r->task[g->task];
			explain_term(e, t->id, t->title, NUM_NONE,
			    value_day(t->deadline),
			    t->row != NULL ? &t->row->loc : &t->catalogue->loc);
		}
	}
}

void
explain_recommendation(struct explain *e)
{
	int check;

	if (!num_given(e->r->readiness)) {
		explain_say(e, "reason.no_progress", 0, NULL, 0);
		return;
	}
	for (check = 0; check < GATE_CHECKS; check++)
		explain_term(e, asked_by(e, check), check_text(e, check),
		    NUM_NONE, value_bool(e->r->gate_check[check]), NULL);
	explain_threshold(e, THRESHOLD_READY, NUM_NONE);
	explain_threshold(e, THRESHOLD_CONDITIONAL, NUM_NONE);
	add_obstacles(e);
}

/* The row of the schedule that holds, or the words that there is none. */
void
explain_plan(struct explain *e)
{
	const struct plan *plan = portfolio_plan(e->facts->portfolio,
	    e->model->nphase, e->index, (size_t)e->r->phase);

	if (plan->start == DAY_NONE) {
		explain_say(e, "reason.no_plan", 0, NULL, 0);
		return;
	}
	explain_term(e, "planned_start",
	    wording(e->facts, "explain.part.planned_start"), NUM_NONE,
	    value_day(plan->start), &plan->loc);
	explain_term(e, "planned_end", explain_label(e, "planned_end"),
	    NUM_NONE, value_day(plan->end), &plan->loc);
	explain_term(e, "baseline_end", explain_label(e, "baseline_end"),
	    NUM_NONE, value_day(plan->baseline_end), &plan->loc);
}

/* The months that the line is drawn through. */
static void
add_trend(struct explain *e)
{
	const struct trend_point *p;
	char iso[8];
	size_t i;

	for (i = 0; i < e->r->ntrend; i++) {
		p = &e->r->trend[i];
		month_iso(p->month, iso);
		explain_term(e, arena_strdup(e->arena, iso),
		    explain_label(e, "progress"), NUM_NONE,
		    value_number(p->progress), NULL);
	}
}

/* Least squares, and where the line comes to what is aimed at. */
static void
add_line(struct explain *e)
{
	const struct rollout_figures *r = e->r;
	const double *t = e->model->threshold;
	const struct value values[] = {value_number(t[THRESHOLD_READY]),
	    value_number(r->progress), value_number(r->pace),
	    value_number(r->forecast_days),
	    value_day(e->facts->portfolio->report_date),
	    value_day(r->forecast_end),
	    value_number(t[THRESHOLD_FORECAST_HORIZON])};

	explain_equation(e, "Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² = {3}", values, 3);
	if (!num_given(r->forecast_days))
		explain_equation(e, "{3} ≤ 0", values, 3);
	else
		explain_equation(e, "⌈({1} − {2}) / {3}⌉ = {4}", values, 4);
	if (r->forecast_end != DAY_NONE)
		explain_equation(e, "{5} + {4} = {6}", values, 6);
	else if (num_given(r->forecast_days))
		explain_equation(e, "{4} > {7}", values, 7);
}

void
explain_forecast(struct explain *e)
{
	const struct rollout_figures *r = e->r;
	const double *t = e->model->threshold;
	const struct value values[] = {value_count((int64_t)r->ntrend),
	    value_number(t[THRESHOLD_FORECAST_POINTS]),
	    value_number(r->progress), value_number(t[THRESHOLD_READY]),
	    value_day(r->forecast_end)};

	add_trend(e);
	explain_threshold(e, THRESHOLD_READY, NUM_NONE);
	explain_threshold(e, THRESHOLD_FORECAST_POINTS, NUM_NONE);
	explain_threshold(e, THRESHOLD_FORECAST_HORIZON, NUM_NONE);
	if (!num_given(r->progress))
		explain_say(e, "reason.no_progress", 0, NULL, 0);
	else if (num_given(r->pace))
		add_line(e);
	else if (r->forecast_end != DAY_NONE)
		explain_equation(e, "{3} ≥ {4}: {5}", values, 5);
	else {
		explain_equation(e, "{1} < {2}", values, 2);
		explain_say(
		    e, "explain.few_points", (int64_t)r->ntrend, values, 2);
	}
}

/* The latest that the municipality expects of a cell that is open. */
void
explain_stated(struct explain *e)
{
	const struct status_row *row;
	int t;

	for (t = 0; t < (int)e->model->ntask; t++) {
		row = e->r->cell[(size_t)t * e->model->nphase +
			      (size_t)e->r->phase]
			  .row;
		if (row != NULL && status_open(row->status) &&
		    row->expected_end != DAY_NONE)
			explain_cell(e, t, e->r->phase, NUM_NONE,
			    value_day(row->expected_end));
	}
	if (e->terms->nrow == 0)
		explain_say(e, "explain.no_stated", 0, NULL, 0);
}

static void
add_slip(struct explain *e, const char *from, day end, const char *figure)
{
	day today = e->facts->portfolio->report_date;
	day forecast = e->r->forecast_end;
	const struct value values[] = {value_day(forecast), value_day(today),
	    value_day(end), explain_value(e, figure)};

	explain_figure(e, "forecast_end", NUM_NONE);
	explain_figure(e, "date", NUM_NONE);
	explain_figure(e, from, NUM_NONE);
	if (end == DAY_NONE)
		explain_say(e, "reason.no_plan", 0, NULL, 0);
	else if (values[3].type == VALUE_NONE)
		explain_say(e, "explain.no_slip", 0, NULL, 0);
	else if (today > end && forecast != DAY_NONE)
		explain_equation(e, "max({1}; {2}) − {3} = {4}", values, 4);
	else
		explain_equation(e,
		    forecast == DAY_NONE ? "{2} − {3} = {4}"
					 : "{1} − {3} = {4}",
		    values, 4);
}

void
explain_slip(struct explain *e)
{
	add_slip(e, "planned_end", e->r->planned_end, "slip_days");
}

void
explain_slip_baseline(struct explain *e)
{
	add_slip(e, "baseline_end", e->r->baseline_end, "slip_baseline_days");
}
