/*
 * The thresholds in force, in a table and one by one within sentences.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/about.h"
#include "report/table.h"
#include "report/wording.h"

enum unit {
	UNIT_WEIGHT,
	UNIT_PERCENT,
	UNIT_POINTS,
	UNIT_DAYS,
	UNIT_MONTHS,
	UNIT_SCORE,
	UNIT_FRACTION
};

static const char *const unit_id[] = {
    [UNIT_WEIGHT] = "weight",
    [UNIT_PERCENT] = "percent",
    [UNIT_POINTS] = "points",
    [UNIT_DAYS] = "days",
    [UNIT_MONTHS] = "months",
    [UNIT_SCORE] = "score",
    [UNIT_FRACTION] = "fraction",
};

static const enum unit unit_of[THRESHOLDS] = {
    [THRESHOLD_WEIGHT_ACTIVE] = UNIT_WEIGHT,
    [THRESHOLD_WEIGHT_FOCUS] = UNIT_WEIGHT,
    [THRESHOLD_SHARE_TASKS] = UNIT_PERCENT,
    [THRESHOLD_SHARE_CRITERIA] = UNIT_PERCENT,
    [THRESHOLD_READY] = UNIT_PERCENT,
    [THRESHOLD_CONDITIONAL] = UNIT_PERCENT,
    [THRESHOLD_GATE_WINDOW] = UNIT_DAYS,
    [THRESHOLD_GATE_NEAR] = UNIT_DAYS,
    [THRESHOLD_FORECAST_POINTS] = UNIT_MONTHS,
    [THRESHOLD_FORECAST_HORIZON] = UNIT_DAYS,
    [THRESHOLD_SLIP_YELLOW] = UNIT_DAYS,
    [THRESHOLD_SLIP_RED] = UNIT_DAYS,
    [THRESHOLD_LAG_YELLOW] = UNIT_POINTS,
    [THRESHOLD_LAG_RED] = UNIT_POINTS,
    [THRESHOLD_COST_RED] = UNIT_PERCENT,
    [THRESHOLD_RISK_RED] = UNIT_SCORE,
    [THRESHOLD_RISK_YELLOW] = UNIT_SCORE,
    [THRESHOLD_CHANGE_POINTS] = UNIT_POINTS,
    [THRESHOLD_BENEFIT_GREEN] = UNIT_FRACTION,
    [THRESHOLD_BENEFIT_YELLOW] = UNIT_FRACTION,
    [THRESHOLD_COLLISION_DAYS] = UNIT_DAYS,
};

static const char *
in_words(const struct draft *draft, enum threshold t)
{
	double number = draft->facts->model->threshold[t];
	struct value value =
	    value_number(unit_of[t] == UNIT_FRACTION ? number * 100 : number);
	const char *text;
	struct buf buf;

	buf_init(&buf);
	value_print(&buf, &value, wording_labels(draft->facts));
	text = arena_strndup(draft->arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}

/* A placeholder has no argument of its own: one function each. */
#define ABOUT_TEXT(NAME, name, value)                       \
	const char *about_##name(const struct draft *draft) \
	{                                                   \
		return in_words(draft, THRESHOLD_##NAME);   \
	}
THRESHOLD_LIST(ABOUT_TEXT)

/* clang-format off */
static const struct table_column column[] = {
	COLUMN_SET("threshold", VALUE_TEXT, GRID_HEAD | GRID_WRAP),
	COLUMN_SET("unit", VALUE_TEXT, 0),
	COLUMN_SET("value", VALUE_NUMBER, 0),
	COLUMN_SET("default", VALUE_NUMBER, 0),
	COLUMN_SET("key", VALUE_TEXT, GRID_DETAIL),
	/* The last: left out where nothing is changed. */
	COLUMN_SET("changed", VALUE_TEXT, 0),
};
/* clang-format on */

static bool
is_changed(const struct model *model, enum threshold t)
{
	return fabs(model->threshold[t] - threshold_default(t)) > NUM_EPSILON;
}

static void
add_threshold(const struct draft *draft, struct grid *grid, enum threshold t)
{
	const struct labels *labels = wording_labels(draft->facts);
	const struct model *model = draft->facts->model;

	grid_add_row(draft->arena, grid);
	table_set(grid, "threshold",
	    value_text(label_of(labels, "threshold", threshold_key(t))));
	table_set(grid, "unit",
	    value_text(label_of(labels, "unit", unit_id[unit_of[t]])));
	table_set(grid, "value", value_number(model->threshold[t]));
	table_set(grid, "default", value_number(threshold_default(t)));
	if (is_changed(model, t))
		table_set(grid, "changed",
		    value_text(label(labels, "thresholds.changed")));
	table_set(grid, "key", value_text(threshold_key(t)));
}

struct grid *
about_thresholds(const struct draft *draft)
{
	struct table_shape shape = TABLE_SHAPE("thresholds", column);
	struct grid *grid;
	struct value changed;
	int t, n = 0;

	for (t = 0; t < THRESHOLDS; t++)
		n += is_changed(draft->facts->model, (enum threshold)t);
	changed = value_count(n);
	shape.ncolumn -= n == 0;
	grid = table_new(draft->arena, draft->facts, &shape);
	grid->caption = wording_sentence(
	    draft->arena, draft->facts, "thresholds", n, &changed, 1);
	grid->measure = wording(draft->facts, "thresholds.measure");
	for (t = 0; t < THRESHOLDS; t++)
		add_threshold(draft, grid, (enum threshold)t);
	return grid;
}
