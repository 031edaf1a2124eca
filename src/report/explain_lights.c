/*
 * Derivations of the lights (rule 11): what was looked at, the limits in
 * force, and what decided.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/explain.h"
#include "report/reasons.h"
#include "report/table.h"
#include "report/wording.h"

/* What decided a light, each with the colour that it asks for. */
static void
add_reasons(struct explain *e, enum light_kind kind)
{
	const struct reason *reason;
	size_t i;

	for (i = 0; i < e->r->nreason; i++) {
		reason = &e->r->reason[i];
		if (reason->kind == (int)kind)
			explain_term(e, reason_id(reason->code),
			    reason_sentence(e->arena, e->facts, reason),
			    NUM_NONE, explain_light_value(e, reason->light),
			    &reason->loc);
	}
}

/* The first reason is that of rule 11's own limits, if it is such a one. */
static const struct reason *
reason_of(const struct explain *e, enum light_kind kind, enum reason_code code)
{
	size_t i;

	for (i = 0; i < e->r->nreason; i++)
		if (e->r->reason[i].kind == (int)kind &&
		    e->r->reason[i].code == code)
			return &e->r->reason[i];
	return NULL;
}

/* Where a number lies between two limits: by the light that it gave. */
static void
add_limits(struct explain *e, enum light light, double number, double yellow,
    double red)
{
	static const char *const spelled[] = {
	    [LIGHT_GREEN] = "{1} ≤ {2}",
	    [LIGHT_YELLOW] = "{2} < {1} ≤ {3}",
	    [LIGHT_RED] = "{3} < {1}",
	};
	const struct value values[] = {
	    value_number(number), value_number(yellow), value_number(red)};

	if (light <= LIGHT_RED)
		explain_equation(e, spelled[light], values, 3);
}

static void
add_lag(struct explain *e, enum light_kind kind)
{
	const struct reason *lag = reason_of(e, kind, REASON_LAG);
	const double *t = e->model->threshold;
	struct value values[3];

	if (lag == NULL)
		return;
	values[0] = value_number(lag->number[1]);
	values[1] = value_number(lag->number[2]);
	values[2] = value_number(lag->number[0]);
	explain_figure(e, "expected", NUM_NONE);
	explain_figure(e, "progress", NUM_NONE);
	explain_threshold(e, THRESHOLD_LAG_YELLOW, NUM_NONE);
	explain_threshold(e, THRESHOLD_LAG_RED, NUM_NONE);
	explain_equation(e, "{1} − {2} = {3}", values, 3);
	add_limits(e, lag->light, lag->number[0], t[THRESHOLD_LAG_YELLOW],
	    t[THRESHOLD_LAG_RED]);
}

void
explain_light_time(struct explain *e)
{
	const struct reason *slip = reason_of(e, LIGHT_TIME, REASON_SLIP);
	const double *t = e->model->threshold;

	if (slip != NULL) {
		explain_figure(e, "slip_days", NUM_NONE);
		explain_threshold(e, THRESHOLD_SLIP_YELLOW, NUM_NONE);
		explain_threshold(e, THRESHOLD_SLIP_RED, NUM_NONE);
		add_limits(e, slip->light, slip->number[0],
		    t[THRESHOLD_SLIP_YELLOW], t[THRESHOLD_SLIP_RED]);
	} else
		add_lag(e, LIGHT_TIME);
	add_reasons(e, LIGHT_TIME);
}

/* One reason stands for time and readiness where neither could be told. */
static void
add_common(struct explain *e)
{
	if (e->r->parked)
		explain_say(e, "reason.parked", 0, NULL, 0);
	else if (e->r->completed)
		explain_say(e, "reason.completed", 0, NULL, 0);
	else if (!e->r->reported)
		explain_say(e, "reason.not_reported", 0, NULL, 0);
}

void
explain_light_readiness(struct explain *e)
{
	add_common(e);
	add_lag(e, LIGHT_READINESS);
	if (reason_of(e, LIGHT_READINESS, REASON_NO_GO_NEAR) != NULL) {
		explain_figure(e, "recommendation", NUM_NONE);
		explain_figure(e, "planned_end", NUM_NONE);
		explain_threshold(e, THRESHOLD_GATE_NEAR, NUM_NONE);
	}
	add_reasons(e, LIGHT_READINESS);
}

/* Budget and forecast of each main task that has both. */
static void
add_economy(struct explain *e)
{
	const struct economy_row *row;
	const struct main_task *task;
	const char *name;
	size_t i;

	for (i = 0; i < e->r->neconomy_row; i++) {
		row = e->r->economy_row[i];
		if (!num_given(row->budget_dkk) ||
		    !num_given(row->forecast_dkk))
			continue;
		task = &e->model->task[row->main_task];
		name = arena_printf(e->arena, "%d %s", task->no,
		    wording_text(e->facts, &task->name));
		explain_term(e, name, wording(e->facts, "column.budget_dkk"),
		    NUM_NONE, value_number(row->budget_dkk), &row->loc);
		explain_term(e, name, wording(e->facts, "column.forecast_dkk"),
		    NUM_NONE, value_number(row->forecast_dkk), &row->loc);
	}
}

void
explain_light_economy(struct explain *e)
{
	const struct reason *cost = reason_of(e, LIGHT_ECONOMY, REASON_COST);
	double red = e->model->threshold[THRESHOLD_COST_RED];
	struct value values[3];

	if (e->r->parked)
		add_common(e);
	add_economy(e);
	if (cost != NULL) {
		values[0] = value_number(cost->number[1]);
		values[1] = value_number(cost->number[2]);
		values[2] = value_number(cost->number[0]);
		explain_threshold(e, THRESHOLD_COST_RED, NUM_NONE);
		explain_equation(e, "({1} / {2} − 1) · 100 = {3}", values, 3);
		add_limits(e, cost->light, cost->number[0], 0, red);
	}
	add_reasons(e, LIGHT_ECONOMY);
}

/* The highest score between its limits: by the light that it gave. */
static void
add_score(struct explain *e)
{
	static const char *const spelled[] = {
	    [LIGHT_GREEN] = "{1} < {2}",
	    [LIGHT_YELLOW] = "{2} ≤ {1} < {3}",
	    [LIGHT_RED] = "{3} ≤ {1}",
	};
	const struct reason *reason = reason_of(e, LIGHT_RISK, REASON_RISK);
	const double *t = e->model->threshold;
	const struct value values[] = {value_count(e->r->risk_score),
	    value_number(t[THRESHOLD_RISK_YELLOW]),
	    value_number(t[THRESHOLD_RISK_RED])};

	if (reason != NULL && reason->light <= LIGHT_RED)
		explain_equation(e, spelled[reason->light], values, 3);
}

void
explain_light_risk(struct explain *e)
{
	const struct risk *risk;
	size_t i;

	if (e->r->parked)
		add_common(e);
	for (i = 0; i < e->r->nrisk; i++) {
		risk = e->r->risk[i];
		if (risk->status == OPEN_OPEN)
			explain_term(e, risk->id, risk->text, NUM_NONE,
			    value_count(risk_score(risk)), &risk->loc);
	}
	explain_threshold(e, THRESHOLD_RISK_YELLOW, NUM_NONE);
	explain_threshold(e, THRESHOLD_RISK_RED, NUM_NONE);
	add_score(e);
	if (e->r->nrisk > 0 && e->r->risk_score == FIGURE_NONE)
		explain_say(e, "explain.no_open_risk", 0, NULL, 0);
	add_reasons(e, LIGHT_RISK);
}

/* What a benefit's light is made of, and the light itself. */
static void
add_benefit(struct explain *e, const struct benefit_figures *f)
{
	const struct benefit *b = f->benefit;
	const struct {
		const char *label;
		struct value value;
		const struct loc *loc;
	} part[] = {
	    {"explain.part.baseline", value_number(b->baseline), &b->loc},
	    {"explain.part.target", value_number(b->target), &b->loc},
	    {"explain.part.latest",
		value_number(f->latest == NULL ? NUM_NONE : f->latest->value),
		f->latest == NULL ? NULL : &f->latest->loc},
	    {"explain.part.fraction", value_number(f->fraction), NULL},
	    {"explain.part.start", value_day(benefit_start(b)), &b->loc},
	    {"explain.part.target_date", value_day(b->target_date), &b->loc},
	    {"explain.part.planned_share", value_number(f->planned_share),
		NULL},
	};
	size_t i;

	explain_term(e, b->id, b->name, NUM_NONE,
	    explain_light_value(e, f->light), &b->loc);
	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++)
		if (part[i].value.type != VALUE_NONE)
			explain_term(e, b->id, wording(e->facts, part[i].label),
			    NUM_NONE, part[i].value, part[i].loc);
}

/* How much of it is planned by now; before the start 0, in the end 1. */
static void
add_share(struct explain *e, const struct benefit_figures *f)
{
	day start = benefit_start(f->benefit), end = f->benefit->target_date;
	day date = e->facts->portfolio->report_date;
	const struct value values[] = {value_day(date), value_day(start),
	    value_day(end), value_number(f->planned_share)};

	explain_equation(e,
	    date > end ? "{1} > {3}: {4}" : "({1} − {2}) / ({3} − {2}) = {4}",
	    values, 4);
}

/* The worst, which decided: by the limits of the plan's share. */
static void
add_worst(struct explain *e, const struct benefit_figures *f)
{
	static const char *const spelled[] = {
	    [LIGHT_GREEN] = "{1} ≥ {2} · {4}",
	    [LIGHT_YELLOW] = "{3} · {4} ≤ {1} < {2} · {4}",
	    [LIGHT_RED] = "{1} < {3} · {4}",
	};
	const double *t = e->model->threshold;
	const struct benefit *b = f->benefit;
	const struct value values[] = {value_number(f->fraction),
	    value_number(t[THRESHOLD_BENEFIT_GREEN]),
	    value_number(t[THRESHOLD_BENEFIT_YELLOW]),
	    value_number(f->planned_share),
	    value_number(f->latest == NULL ? NUM_NONE : f->latest->value),
	    value_number(b->baseline), value_number(b->target)};

	explain_equation(e, "({5} − {6}) / ({7} − {6}) = {1}", values, 7);
	add_share(e, f);
	explain_equation(e, spelled[f->light], values, 4);
}

void
explain_light_benefit(struct explain *e)
{
	const struct reason *reason =
	    reason_of(e, LIGHT_BENEFIT, REASON_BENEFIT);
	size_t i;

	if (e->r->parked)
		add_common(e);
	for (i = 0; i < e->r->nbenefit; i++)
		add_benefit(e, &e->r->benefit[i]);
	explain_threshold(e, THRESHOLD_BENEFIT_GREEN, NUM_NONE);
	explain_threshold(e, THRESHOLD_BENEFIT_YELLOW, NUM_NONE);
	for (i = 0; i < e->r->nbenefit && reason != NULL; i++)
		if (e->r->benefit[i].benefit->id == reason->id)
			add_worst(e, &e->r->benefit[i]);
	add_reasons(e, LIGHT_BENEFIT);
}

void
explain_light(struct explain *e)
{
	static const struct {
		const char *figure;
		enum light_kind kind;
	} part[] = {
	    {"light_time", LIGHT_TIME},
	    {"light_economy", LIGHT_ECONOMY},
	    {"light_readiness", LIGHT_READINESS},
	    {"light_risk", LIGHT_RISK},
	    {"light_benefit", LIGHT_BENEFIT},
	};
	size_t i;

	add_common(e);
	for (i = 0; i < LIGHT_KINDS; i++)
		explain_term(e, part[i].figure,
		    explain_label(e, part[i].figure), NUM_NONE,
		    explain_light_value(e, e->r->light[part[i].kind]), NULL);
	if (e->r->overall == LIGHT_GREY && e->r->known_light != LIGHT_GREY) {
		const struct value values[] = {
		    value_light(wording_tone(e->r->known_light)),
		    value_text(
			wording_month(e->arena, e->facts, e->r->known_month))};

		explain_say(e, "explain.last_known", 0, values, 2);
	}
}
