/*
 * Economy, risks and benefits of a municipality.
 */
#include "base/num.h"
#include "report/local.h"
#include "report/reasons.h"
#include "report/wording.h"

#define ECONOMY(id, type, member, flags)                                       \
	{                                                                      \
		{id, type, offsetof(struct economy_row, member), NULL}, flags, \
		    TOTAL_SUM                                                  \
	}

/* clang-format off */
static const struct table_column economy_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("main_task", VALUE_TEXT, local_main_task, GRID_HEAD),
	ECONOMY("budget_dkk", VALUE_MONEY, budget_dkk, 0),
	ECONOMY("actual_dkk", VALUE_MONEY, actual_dkk, 0),
	ECONOMY("forecast_dkk", VALUE_MONEY, forecast_dkk, 0),
	ECONOMY("budget_hours", VALUE_NUMBER, budget_hours, 0),
	ECONOMY("actual_hours", VALUE_NUMBER, actual_hours, 0),
	ECONOMY("forecast_hours", VALUE_NUMBER, forecast_hours, 0),
};
/* clang-format on */

static const struct table_shape economy_shape =
    TABLE_SHAPE("local-economy", economy_column);

/* The newest row of each main task: those of one stand in rising month. */
static void
add_economy(struct local_table *t, size_t rollout)
{
	const struct portfolio *folio = t->draft->facts->portfolio;
	const struct span *span = &folio->rows[rollout].economy;
	size_t end = span->first + span->count, i;
	const struct economy_row *row;

	for (i = span->first; i < end; i++) {
		row = &folio->economy[i];
		if (i + 1 < end && row[1].main_task == row->main_task)
			continue;
		local_add(t, local_figures(t->draft, rollout), row, 0,
		    row->main_task);
		local_source(t, "main_task", &row->loc);
	}
}

static const char *
economy_measure(const struct draft *draft)
{
	double used = local_rollout(draft)->economy.time_used;
	struct value share;

	if (!num_given(used))
		return wording(draft->facts, "local.economy.measure");
	share = value_percent(100 * used);
	return local_say(draft, "local.economy.measure.time", 0, &share, 1);
}

struct grid *
local_economy(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	size_t i;

	local_begin(&t, draft, &economy_shape, 1);
	for (i = span.first; i < span.first + span.count; i++)
		add_economy(&t, i);
	t.grid->caption = wording(draft->facts, "local.economy.all");
	t.grid->measure = wording(draft->facts, "local.economy.measure");
	if (local_is_part(draft)) {
		t.grid->caption = reasons_of_kind(draft->arena, draft->facts,
		    local_rollout(draft), LIGHT_ECONOMY);
		t.grid->measure = economy_measure(draft);
	}
	if (t.grid->nrow == 0)
		t.grid->caption = t.grid->measure = NULL;
	return t.grid;
}

static const struct risk *
risk_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_score(const struct data_row *row)
{
	return value_count(risk_score(risk_of(row)));
}

static struct value
get_before(const struct data_row *row)
{
	return value_count(
	    (int64_t)risk_of(row)->probability * risk_of(row)->impact);
}

/* A residual of 0 was not given. */
static struct value
scale(int value)
{
	return value == 0 ? value_none() : value_count(value);
}

static struct value
get_residual_probability(const struct data_row *row)
{
	return scale(risk_of(row)->residual_probability);
}

static struct value
get_residual_impact(const struct data_row *row)
{
	return scale(risk_of(row)->residual_impact);
}

static struct value
get_open(const struct data_row *row)
{
	return local_label(
	    row->facts, "open", word_open[risk_of(row)->status].id);
}

#define RISK(id, type, member, flags)                                   \
	{                                                               \
		{id, type, offsetof(struct risk, member), NULL}, flags, \
		    TOTAL_NONE                                          \
	}

/* clang-format off */
static const struct table_column risk_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	RISK("id", VALUE_TEXT, id, GRID_HEAD),
	RISK("risk", VALUE_TEXT, text, GRID_WRAP),
	COLUMN_GET("score", VALUE_COUNT, get_score, 0),
	COLUMN_GET("score_before", VALUE_COUNT, get_before, 0),
	RISK("response", VALUE_TEXT, response, GRID_WRAP | GRID_SPARE),
	RISK("owner", VALUE_TEXT, owner, GRID_SPARE),
	RISK("deadline", VALUE_DAY, deadline, GRID_SPARE),
	COLUMN_GET("open", VALUE_TEXT, get_open, 0),
	RISK("probability", VALUE_COUNT, probability, GRID_DETAIL),
	RISK("impact", VALUE_COUNT, impact, GRID_DETAIL),
	COLUMN_GET("residual_probability", VALUE_COUNT,
	    get_residual_probability, GRID_DETAIL),
	COLUMN_GET("residual_impact", VALUE_COUNT, get_residual_impact,
	    GRID_DETAIL),
	COLUMN_GET("main_task", VALUE_TEXT, local_main_task, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape risk_shape =
    TABLE_SHAPE("local-risks", risk_column);

static void
add_risks(struct local_table *t, const struct rollout_figures *r)
{
	size_t i;

	for (i = 0; i < r->nrisk; i++) {
		local_add(t, r, r->risk[i], 0, r->risk[i]->main_task);
		local_source(t, "id", &r->risk[i]->loc);
	}
}

static int
open_risks(const struct rollout_figures *r)
{
	size_t i;
	int n = 0;

	for (i = 0; i < r->nrisk; i++)
		n += r->risk[i]->status == OPEN_OPEN;
	return n;
}

struct grid *
local_risks(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	struct value n;
	int open = 0;
	size_t i;

	local_begin(&t, draft, &risk_shape, 1);
	for (i = span.first; i < span.first + span.count; i++) {
		add_risks(&t, local_figures(draft, i));
		open += open_risks(local_figures(draft, i));
	}
	n = value_count(open);
	if (t.grid->nrow > 0) {
		t.grid->caption = local_say(draft, "local.risks", open, &n, 1);
		t.grid->measure = wording(draft->facts, "local.risks.measure");
	}
	return t.grid;
}

static const struct benefit_figures *
benefit_of(const struct data_row *row)
{
	return row->record;
}

#define GET_BENEFIT(name, make, member)                        \
	static struct value name(const struct data_row *row)   \
	{                                                      \
		return make(benefit_of(row)->benefit->member); \
	}

/* clang-format off */
GET_BENEFIT(get_benefit_id, value_text, id)
GET_BENEFIT(get_name, value_text, name)
GET_BENEFIT(get_owner, value_text, owner)
GET_BENEFIT(get_unit, value_text, unit)
GET_BENEFIT(get_baseline, value_number, baseline)
GET_BENEFIT(get_target, value_number, target)
GET_BENEFIT(get_target_date, value_day, target_date)
GET_BENEFIT(get_annual, value_money, annual)
GET_BENEFIT(get_deviation, value_text, deviation)
GET_BENEFIT(get_action, value_text, action)
GET_BENEFIT(get_action_due, value_day, action_due)
GET_BENEFIT(get_disbenefit, value_bool, disbenefit)
GET_BENEFIT(get_measure, value_text, measure)
/* clang-format on */

static struct value
get_state(const struct data_row *row)
{
	return local_label(row->facts, "benefit_state",
	    benefit_state_id(benefit_of(row)->state));
}

static struct value
get_latest(const struct data_row *row)
{
	const struct measurement *m = benefit_of(row)->latest;

	return m == NULL ? value_none() : value_number(m->value);
}

static struct value
get_latest_date(const struct data_row *row)
{
	const struct measurement *m = benefit_of(row)->latest;

	return m == NULL ? value_none() : value_day(m->date);
}

static struct value
get_fraction(const struct data_row *row)
{
	return value_percent(100 * benefit_of(row)->fraction);
}

static struct value
get_planned(const struct data_row *row)
{
	return value_percent(100 * benefit_of(row)->planned_share);
}

#define BENEFIT(id, type, member, flags)                                    \
	{                                                                   \
		{id, type, offsetof(struct benefit_figures, member), NULL}, \
		    flags, TOTAL_NONE                                       \
	}

/* clang-format off */
static const struct table_column benefit_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, get_name, GRID_HEAD | GRID_WRAP),
	COLUMN_GET("benefit_state", VALUE_TEXT, get_state, 0),
	BENEFIT("light", VALUE_LIGHT, light, 0),
	COLUMN_GET("baseline", VALUE_NUMBER, get_baseline, 0),
	COLUMN_GET("latest", VALUE_NUMBER, get_latest, 0),
	COLUMN_GET("target", VALUE_NUMBER, get_target, 0),
	COLUMN_GET("unit", VALUE_TEXT, get_unit, GRID_DETAIL),
	COLUMN_GET("fraction", VALUE_PERCENT, get_fraction, 0),
	COLUMN_GET("planned_share", VALUE_PERCENT, get_planned, GRID_DETAIL),
	COLUMN_GET("owner", VALUE_TEXT, get_owner, GRID_SPARE),
	COLUMN_GET("id", VALUE_TEXT, get_benefit_id, GRID_DETAIL),
	COLUMN_GET("latest_date", VALUE_DAY, get_latest_date, GRID_DETAIL),
	COLUMN_GET("target_date", VALUE_DAY, get_target_date, GRID_DETAIL),
	COLUMN_GET("indicator", VALUE_TEXT, get_measure,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("annual", VALUE_MONEY, get_annual, GRID_DETAIL),
	BENEFIT("realised", VALUE_MONEY, realised, GRID_DETAIL),
	BENEFIT("prerequisites_open", VALUE_COUNT, prerequisites_open,
	    GRID_DETAIL),
	COLUMN_GET("disbenefit", VALUE_BOOL, get_disbenefit, GRID_DETAIL),
	COLUMN_GET("benefit_deviation", VALUE_TEXT, get_deviation,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("action", VALUE_TEXT, get_action, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("action_due", VALUE_DAY, get_action_due, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape benefit_shape =
    TABLE_SHAPE("local-benefits", benefit_column);

/* "planlagt 12 %": what should be realised by now. */
static const char *
planned_note(const struct draft *draft, const struct benefit_figures *b)
{
	struct value share = value_percent(100 * b->planned_share);

	if (share.type == VALUE_NONE)
		return NULL;
	return local_say(draft, "local.benefits.planned", 0, &share, 1);
}

static void
add_benefit(struct local_table *t, const struct rollout_figures *r,
    const struct benefit_figures *b)
{
	local_add(t, r, b, 0, 0);
	local_source(t, "benefit", &b->benefit->loc);
	if (b->latest != NULL)
		local_source(t, "latest", &b->latest->loc);
	/* Why there is no light the column beside it says. */
	if (b->light == LIGHT_GREY)
		*table_cell(t->grid, "light") =
		    (struct grid_cell){.value = value_none()};
	table_cell(t->grid, "benefit")->note = b->benefit->unit;
	table_cell(t->grid, "fraction")->note = planned_note(t->draft, b);
}

/* Coverage counts what brings something: disbenefits are listed only. */
static void
add_benefits(
    struct local_table *t, const struct rollout_figures *r, int count[])
{
	const struct benefit_figures *b;
	size_t i;

	for (i = 0; i < r->nbenefit; i++) {
		b = &r->benefit[i];
		add_benefit(t, r, b);
		if (!b->benefit->disbenefit && !r->parked)
			count[b->state]++;
	}
}

/* "2 af 3 gevinster er målt, hvor de skulle være det" */
struct grid *
local_benefits(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	int count[3] = {0, 0, 0};
	struct value values[3];
	size_t i;

	local_begin(&t, draft, &benefit_shape, 1);
	for (i = span.first; i < span.first + span.count; i++)
		add_benefits(&t, local_figures(draft, i), count);
	values[0] = value_count(count[BENEFIT_MEASURED]);
	values[1] =
	    value_count(count[BENEFIT_MEASURED] + count[BENEFIT_NOT_MEASURED]);
	values[2] = value_count(count[BENEFIT_NOT_DUE]);
	if (t.grid->nrow > 0) {
		t.grid->caption = local_say(
		    draft, "local.benefits", values[1].as.count, values, 3);
		t.grid->measure = local_say(draft, "local.benefits.measure",
		    values[2].as.count, &values[2], 1);
	}
	return t.grid;
}
