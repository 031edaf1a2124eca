/*
 * The register: every field of every benefit, beside what is measured.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/wording.h"

static const struct benefit_figures *
figures_of(const struct data_row *row)
{
	return row->record;
}

#define GET(name, make, member)                                \
	static struct value name(const struct data_row *row)   \
	{                                                      \
		return make(figures_of(row)->benefit->member); \
	}

/* clang-format off */
GET(get_id, value_text, id)
GET(get_measure, value_text, measure)
GET(get_frequency, value_number, frequency)
GET(get_unit, value_text, unit)
GET(get_source, value_text, source)
GET(get_baseline, value_number, baseline)
GET(get_baseline_date, value_day, baseline_date)
GET(get_start, value_day, realisation_start)
GET(get_original, value_number, original_target)
GET(get_target, value_number, target)
GET(get_target_date, value_day, target_date)
GET(get_low, value_money, annual_low)
GET(get_annual, value_money, annual)
GET(get_high, value_money, annual_high)
GET(get_disbenefit, value_bool, disbenefit)
GET(get_deviation, value_text, deviation)
GET(get_action, value_text, action)
GET(get_action_due, value_day, action_due)
/* clang-format on */

static struct value
get_type(const struct data_row *row)
{
	int type = figures_of(row)->benefit->type;

	if (type == WORD_NONE)
		return value_none();
	return local_label(
	    row->facts, "benefit_type", word_benefit_type[type].id);
}

static struct value
get_main_task(const struct data_row *row)
{
	return value_text(local_task_name(
	    row->arena, row->facts, figures_of(row)->benefit->main_task));
}

static struct value
get_latest(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	return m == NULL ? value_none() : value_number(m->value);
}

static struct value
get_latest_date(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	return m == NULL ? value_none() : value_day(m->date);
}

static struct value
get_measured_by(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	return m == NULL ? value_none() : value_text(m->measured_by);
}

static struct value
get_comment(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	return m == NULL ? value_none() : value_text(m->comment);
}

static struct value
get_attribution(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	if (m == NULL || m->attribution == WORD_NONE)
		return value_none();
	return local_label(
	    row->facts, "attribution", word_attribution[m->attribution].id);
}

#define PERCENT(name, member)                                        \
	static struct value name(const struct data_row *row)         \
	{                                                            \
		return value_percent(100 * figures_of(row)->member); \
	}

/* clang-format off */
PERCENT(get_fraction_original, fraction_original)
PERCENT(get_of_plan, of_plan)

#define AT(id, type, member, flags) \
	{ { id, type, offsetof(struct benefit_figures, member), NULL }, \
	    flags, TOTAL_NONE }

/* All there is to say of one. */
static const struct table_column field_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality, 0),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name,
	    GRID_HEAD | GRID_WRAP),
	COLUMN_GET("direction", VALUE_TEXT, benefits_direction, 0),
	COLUMN_GET("baseline", VALUE_NUMBER, get_baseline, 0),
	COLUMN_GET("latest", VALUE_NUMBER, get_latest, 0),
	COLUMN_GET("target", VALUE_NUMBER, get_target, 0),
	COLUMN_GET("fraction", VALUE_PERCENT, benefits_fraction, 0),
	COLUMN_GET("of_plan", VALUE_PERCENT, get_of_plan, 0),
	COLUMN_GET("fraction_original", VALUE_PERCENT, get_fraction_original,
	    0),
	COLUMN_GET("status", VALUE_TEXT, benefits_status, 0),
	COLUMN_GET("id", VALUE_TEXT, get_id, GRID_DETAIL),
	COLUMN_GET("type", VALUE_TEXT, get_type, GRID_DETAIL),
	COLUMN_GET("disbenefit", VALUE_BOOL, get_disbenefit, GRID_DETAIL),
	COLUMN_GET("unit", VALUE_TEXT, get_unit, GRID_DETAIL),
	COLUMN_GET("planned_share", VALUE_PERCENT, benefits_planned_share,
	    GRID_DETAIL),
	COLUMN_GET("latest_date", VALUE_DAY, get_latest_date, GRID_DETAIL),
	COLUMN_GET("attribution", VALUE_TEXT, get_attribution, GRID_DETAIL),
	COLUMN_GET("measured_by", VALUE_TEXT, get_measured_by, GRID_DETAIL),
	COLUMN_GET("reading_comment", VALUE_TEXT, get_comment,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("annual_low", VALUE_MONEY, get_low, GRID_DETAIL),
	COLUMN_GET("annual", VALUE_MONEY, get_annual, GRID_DETAIL),
	COLUMN_GET("annual_high", VALUE_MONEY, get_high, GRID_DETAIL),
	AT("planned", VALUE_MONEY, planned, GRID_DETAIL),
	AT("realised_low", VALUE_MONEY, realised_low, GRID_DETAIL),
	AT("realised", VALUE_MONEY, realised, GRID_DETAIL),
	AT("realised_high", VALUE_MONEY, realised_high, GRID_DETAIL),
	COLUMN_GET("original_target", VALUE_NUMBER, get_original, GRID_DETAIL),
	COLUMN_GET("baseline_date", VALUE_DAY, get_baseline_date, GRID_DETAIL),
	COLUMN_GET("realisation_start", VALUE_DAY, get_start, GRID_DETAIL),
	COLUMN_GET("target_date", VALUE_DAY, get_target_date, GRID_DETAIL),
	AT("next_reading", VALUE_DAY, next_reading, GRID_DETAIL),
	COLUMN_GET("frequency", VALUE_NUMBER, get_frequency, GRID_DETAIL),
	COLUMN_GET("indicator", VALUE_TEXT, get_measure,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("measure_source", VALUE_TEXT, get_source,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("main_task", VALUE_TEXT, get_main_task,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("presupposes", VALUE_TEXT, benefits_prerequisites,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("prerequisites", VALUE_TEXT, benefits_prerequisites_open,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("benefit_deviation", VALUE_TEXT, get_deviation,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("action", VALUE_TEXT, get_action, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("action_due", VALUE_DAY, get_action_due, GRID_DETAIL),
	COLUMN_GET("owner", VALUE_TEXT, benefits_owner, GRID_DETAIL),
};

/* What can be computed; the workbook's sheet of input has the fields. */
static const struct table_column register_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality, 0),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name,
	    GRID_HEAD | GRID_WRAP),
	COLUMN_GET("direction", VALUE_TEXT, benefits_direction, 0),
	COLUMN_GET("baseline", VALUE_NUMBER, get_baseline, 0),
	COLUMN_GET("latest", VALUE_NUMBER, get_latest, 0),
	COLUMN_GET("target", VALUE_NUMBER, get_target, 0),
	COLUMN_GET("fraction", VALUE_PERCENT, benefits_fraction, 0),
	COLUMN_GET("of_plan", VALUE_PERCENT, get_of_plan, 0),
	COLUMN_GET("fraction_original", VALUE_PERCENT, get_fraction_original,
	    0),
	COLUMN_GET("status", VALUE_TEXT, benefits_status, 0),
	COLUMN_GET("id", VALUE_TEXT, get_id, GRID_DETAIL),
	COLUMN_GET("unit", VALUE_TEXT, get_unit, GRID_DETAIL),
	COLUMN_GET("planned_share", VALUE_PERCENT, benefits_planned_share,
	    GRID_DETAIL),
	COLUMN_GET("latest_date", VALUE_DAY, get_latest_date, GRID_DETAIL),
	COLUMN_GET("attribution", VALUE_TEXT, get_attribution, GRID_DETAIL),
	AT("planned", VALUE_MONEY, planned, GRID_DETAIL),
	AT("realised_low", VALUE_MONEY, realised_low, GRID_DETAIL),
	AT("realised", VALUE_MONEY, realised, GRID_DETAIL),
	AT("realised_high", VALUE_MONEY, realised_high, GRID_DETAIL),
	AT("next_reading", VALUE_DAY, next_reading, GRID_DETAIL),
	COLUMN_GET("prerequisites", VALUE_TEXT, benefits_prerequisites_open,
	    GRID_DETAIL | GRID_WRAP),
};
/* clang-format on */

static const struct table_shape register_shape =
    TABLE_SHAPE("benefit_register", register_column);

struct grid *
benefits_fields(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_register", field_column);
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	struct benefits_table t;
	size_t i;

	benefits_begin(&t, draft, &shape, BENEFITS_OWNER);
	for (i = 0; i < items.n; i++)
		benefits_add(&t, &items.item[i]);
	return t.grid;
}

struct grid *
benefits_register(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	int red = benefits_totals(draft)->benefit.light[LIGHT_RED];
	struct value values[2] = {
	    value_count(red), value_count((int64_t)items.n)};
	struct benefits_table t;
	size_t i;

	benefits_begin(&t, draft, &register_shape, BENEFITS_NAMELESS);
	t.grid->caption =
	    benefits_say(draft, "benefits.behind", red, values, 1);
	t.grid->measure = benefits_say(draft, "benefits.register.measure",
	    (int64_t)items.n, &values[1], 1);
	for (i = 0; i < items.n; i++) {
		benefits_add(&t, &items.item[i]);
		table_cell(t.grid, "benefit")->note =
		    items.item[i].figures->benefit->disbenefit
		    ? wording(draft->facts, "benefits.is_disbenefit")
		    : NULL;
		table_cell(t.grid, "baseline")->note =
		    items.item[i].figures->benefit->unit;
	}
	benefits_live(draft, t.grid, &items);
	return t.grid;
}
