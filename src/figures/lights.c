/*
 * Rules 11 and 12: the lights, each with what decided it.
 */
#include "figures/compute.h"

/* At most two reasons a light, one more for the whole. */
#define MOST_REASONS (2 * LIGHT_KINDS + 1)

static struct reason *
add_reason(struct rollout_figures *f, struct reason *list, enum light_kind kind,
    enum reason_code code, enum light light)
{
	struct reason *r = &list[f->nreason++];

	*r = (struct reason){.code = code,
	    .kind = (int)kind,
	    .light = light,
	    .number = {NUM_NONE, NUM_NONE, NUM_NONE},
	    .date = {DAY_NONE, DAY_NONE}};
	return r;
}

static enum light
worse(enum light a, enum light b)
{
	return a > b ? a : b;
}

/* Green up to yellow, yellow up to red, else red. */
static enum light
by_limits(double value, double yellow, double red)
{
	return num_le(value, yellow) ? LIGHT_GREEN
	    : num_le(value, red)     ? LIGHT_YELLOW
				     : LIGHT_RED;
}

static enum light
light_by_lag(const struct computation *c, struct rollout_figures *f,
    enum light_kind kind, struct reason *list)
{
	enum light light = by_limits(f->expected - f->progress,
	    threshold(c, THRESHOLD_LAG_YELLOW),
	    threshold(c, THRESHOLD_LAG_RED));
	struct reason *r = add_reason(f, list, kind, REASON_LAG, light);

	r->number[0] = f->expected - f->progress;
	r->number[1] = f->expected;
	r->number[2] = f->progress;
	return light;
}

static enum light
light_by_slip(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	enum light light =
	    by_limits(f->slip_days, threshold(c, THRESHOLD_SLIP_YELLOW),
		threshold(c, THRESHOLD_SLIP_RED));
	struct reason *r = add_reason(f, list, LIGHT_TIME, REASON_SLIP, light);

	r->number[0] = f->slip_days;
	r->date[0] = f->planned_end;
	r->date[1] = f->forecast_end;
	return light;
}

static enum light
time_light(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	enum light light;
	struct reason *r;

	if (f->planned_end == DAY_NONE) {
		add_reason(f, list, LIGHT_TIME, REASON_NO_PLAN, LIGHT_GREY);
		return LIGHT_GREY;
	}
	if (f->slip_days != FIGURE_NONE)
		light = light_by_slip(c, f, list);
	else if (!num_given(f->progress)) {
		add_reason(f, list, LIGHT_TIME, REASON_NO_PROGRESS, LIGHT_GREY);
		return LIGHT_GREY;
	} else
		light = light_by_lag(c, f, LIGHT_TIME, list);
	if (c->date > f->planned_end) {
		light = worse(light, LIGHT_YELLOW);
		r = add_reason(
		    f, list, LIGHT_TIME, REASON_OVERDUE, LIGHT_YELLOW);
		r->number[0] = c->date - f->planned_end;
		r->date[0] = f->planned_end;
	} else if (f->stalled) {
		light = worse(light, LIGHT_YELLOW);
		r = add_reason(
		    f, list, LIGHT_TIME, REASON_STALLED, LIGHT_YELLOW);
		r->number[0] = (double)f->ntrend;
	}
	return light;
}

static enum light
readiness_light(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	enum light light;
	struct reason *r;

	if (!num_given(f->expected) || !num_given(f->progress)) {
		add_reason(f, list, LIGHT_READINESS,
		    num_given(f->expected) ? REASON_NO_PROGRESS
					   : REASON_NO_PLAN,
		    LIGHT_GREY);
		return LIGHT_GREY;
	}
	light = light_by_lag(c, f, LIGHT_READINESS, list);
	if (f->recommendation == RECOMMEND_NO_GO &&
	    num_le(
		f->planned_end - c->date, threshold(c, THRESHOLD_GATE_NEAR))) {
		light = LIGHT_RED;
		r = add_reason(
		    f, list, LIGHT_READINESS, REASON_NO_GO_NEAR, LIGHT_RED);
		r->number[0] = f->planned_end - c->date;
		r->date[0] = f->planned_end;
	}
	return light;
}

static enum light
economy_light(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	const struct economy_figures *e = &f->economy;
	enum light light;
	struct reason *r;
	double over;

	if (!num_given(e->both_budget_dkk) ||
	    fabs(e->both_budget_dkk) <= NUM_EPSILON) {
		add_reason(
		    f, list, LIGHT_ECONOMY, REASON_NO_ECONOMY, LIGHT_GREY);
		return LIGHT_GREY;
	}
	over = e->both_forecast_dkk / e->both_budget_dkk - 1;
	light = by_limits(over, 0, threshold(c, THRESHOLD_COST_RED) / 100);
	r = add_reason(f, list, LIGHT_ECONOMY, REASON_COST, light);
	r->number[0] = over * 100;
	r->number[1] = e->both_forecast_dkk;
	r->number[2] = e->both_budget_dkk;
	return light;
}

static enum light
risk_light(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	enum light light = LIGHT_GREEN;
	struct reason *r;

	if (f->nrisk == 0) {
		add_reason(f, list, LIGHT_RISK, REASON_NO_RISK, LIGHT_GREY);
		return LIGHT_GREY;
	}
	if (f->risk_score == FIGURE_NONE)
		return LIGHT_GREEN;
	if (num_le(threshold(c, THRESHOLD_RISK_RED), f->risk_score))
		light = LIGHT_RED;
	else if (num_le(threshold(c, THRESHOLD_RISK_YELLOW), f->risk_score))
		light = LIGHT_YELLOW;
	r = add_reason(f, list, LIGHT_RISK, REASON_RISK, light);
	r->number[0] = f->risk_score;
	r->id = f->risk[0]->id;
	r->text = f->risk[0]->text;
	r->loc = f->risk[0]->loc;
	return light;
}

static enum light
benefit_light(struct rollout_figures *f, struct reason *list)
{
	const struct benefit_figures *b = NULL;
	enum light light = LIGHT_GREY;
	struct reason *r;
	size_t i;

	for (i = 0; i < f->nbenefit; i++) {
		if (f->benefit[i].light == LIGHT_GREY)
			continue;
		if (b == NULL || f->benefit[i].light > b->light)
			b = &f->benefit[i];
	}
	if (b == NULL) {
		add_reason(
		    f, list, LIGHT_BENEFIT, REASON_NO_BENEFIT, LIGHT_GREY);
		return LIGHT_GREY;
	}
	light = b->light;
	r = add_reason(f, list, LIGHT_BENEFIT, REASON_BENEFIT, light);
	r->number[0] = b->fraction * 100;
	r->number[1] = b->planned_share * 100;
	r->id = b->benefit->id;
	r->text = b->benefit->name;
	r->loc = b->benefit->loc;
	return light;
}

/* Worst of those that are not grey; grey only if all are. */
static enum light
overall_light(const struct rollout_figures *f)
{
	enum light light = LIGHT_GREY;
	int k;

	if (!f->completed && !f->reported)
		return LIGHT_GREY;
	for (k = 0; k < LIGHT_KINDS; k++)
		if (f->light[k] != LIGHT_GREY &&
		    (light == LIGHT_GREY || f->light[k] > light))
			light = f->light[k];
	return light;
}

static void
all_grey(struct rollout_figures *f)
{
	int k;

	for (k = 0; k < LIGHT_KINDS; k++)
		f->light[k] = LIGHT_GREY;
	f->overall = LIGHT_GREY;
}

/* Time and readiness need a report of the month and a phase to be in. */
static void
progress_lights(
    const struct computation *c, struct rollout_figures *f, struct reason *list)
{
	enum reason_code why =
	    f->completed ? REASON_COMPLETED : REASON_NOT_REPORTED;

	if (f->completed || !f->reported) {
		f->light[LIGHT_TIME] = f->light[LIGHT_READINESS] = LIGHT_GREY;
		add_reason(f, list, LIGHT_TIME, why, LIGHT_GREY);
		return;
	}
	f->light[LIGHT_TIME] = time_light(c, f, list);
	f->light[LIGHT_READINESS] = readiness_light(c, f, list);
}

/* The municipality's own light, from the month's own folder only. */
static enum light
reported_light(const struct computation *c)
{
	const struct assessment *a;
	size_t i;

	for (i = 0; i < c->rows->assessment.count; i++) {
		a = &c->portfolio->assessment[c->rows->assessment.first + i];
		if (a->dimension == DIMENSION_OVERALL && a->month == c->month)
			return a->light;
	}
	return LIGHT_MISSING;
}

static void
remember_light(const struct computation *c, struct rollout_figures *f)
{
	f->known_light = f->overall;
	f->known_month = f->overall == LIGHT_GREY ? MONTH_NONE : c->month;
	if (f->overall == LIGHT_GREY && f->previous != NULL) {
		f->known_light = f->previous->known_light;
		f->known_month = f->previous->known_month;
	}
}

void
figure_lights(const struct computation *c, struct rollout_figures *f)
{
	struct reason *list =
	    arena_array(c->arena, MOST_REASONS, sizeof(*list));

	f->reason = list;
	if (f->parked) {
		all_grey(f);
		add_reason(f, list, LIGHT_TIME, REASON_PARKED, LIGHT_GREY);
	} else {
		progress_lights(c, f, list);
		f->light[LIGHT_ECONOMY] = economy_light(c, f, list);
		f->light[LIGHT_RISK] = risk_light(c, f, list);
		f->light[LIGHT_BENEFIT] = benefit_light(f, list);
		f->overall = overall_light(f);
	}
	f->reported_light = reported_light(c);
	f->deviation =
	    f->overall == LIGHT_GREY || f->reported_light == LIGHT_MISSING
	    ? FIGURE_NONE
	    : (int)f->overall - (int)f->reported_light;
	remember_light(c, f);
}
