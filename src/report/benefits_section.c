/*
 * Gevinster: how many are measured, and what they come to in kroner.
 *
 * Coverage and lights are of benefits; disbenefits are taken off the kroner
 * and listed apart.  Figures are over rollouts that aren't parked.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/table.h"
#include "report/wording.h"

static const struct rollup *
programme(const struct draft *draft)
{
	return &draft->facts->figures->rollup[0];
}

static const char *
say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

/* "63 af 162 forfaldne gevinster er målt" */
const char *
benefits_headline(const struct draft *draft)
{
	const struct benefit_sums *b = &programme(draft)->benefit;
	const struct value values[] = {
	    value_count(b->measured), value_count(b->due)};

	return say(draft, "benefits.headline", b->due, values, 2);
}

/* How many are green against the target in force, and against the first. */
const char *
benefits_targets(const struct draft *draft)
{
	const struct benefit_sums *b = &programme(draft)->benefit;
	int judged = b->measured - b->light[LIGHT_GREY];
	const struct value values[] = {value_count(judged),
	    value_count(b->light[LIGHT_GREEN]),
	    value_count(b->light_original[LIGHT_GREEN])};

	return say(draft, "benefits.targets", judged, values, 3);
}

static struct value
get_key(const struct data_row *row)
{
	const struct rollup *r = row->record;

	return value_text(r->key);
}

static struct value
get_share(const struct data_row *row)
{
	const struct rollup *r = row->record;

	return r->benefit.due == 0
	    ? value_none()
	    : value_percent(100.0 * r->benefit.measured / r->benefit.due);
}

/* clang-format off */
#define SUM(id, type, member, flags) \
	{ { id, type, offsetof(struct rollup, member), NULL }, flags, \
	    TOTAL_SUM }

static const struct table_column coverage_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, get_key, GRID_HEAD),
	SUM("count", VALUE_COUNT, benefit.count, 0),
	SUM("due", VALUE_COUNT, benefit.due, 0),
	SUM("measured", VALUE_COUNT, benefit.measured, 0),
	COLUMN_GET("share", VALUE_PERCENT, get_share, GRID_BARS),
	SUM("not_measured", VALUE_COUNT, benefit.not_measured, 0),
	SUM("not_due", VALUE_COUNT, benefit.not_due, 0),
	SUM("green", VALUE_COUNT, benefit.light[LIGHT_GREEN], 0),
	SUM("yellow", VALUE_COUNT, benefit.light[LIGHT_YELLOW], 0),
	SUM("red", VALUE_COUNT, benefit.light[LIGHT_RED], 0),
	SUM("original_green", VALUE_COUNT,
	    benefit.light_original[LIGHT_GREEN], GRID_DETAIL),
	SUM("disbenefits_measured", VALUE_COUNT, disbenefit.measured,
	    GRID_DETAIL),
	SUM("disbenefits_not_measured", VALUE_COUNT, disbenefit.not_measured,
	    GRID_DETAIL),
};

static const struct table_column value_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, get_key, GRID_HEAD),
	SUM("annual_low", VALUE_MONEY, net.annual_low, 0),
	SUM("annual", VALUE_MONEY, net.annual, 0),
	SUM("annual_high", VALUE_MONEY, net.annual_high, 0),
	SUM("planned", VALUE_MONEY, net.planned, 0),
	SUM("planned_measured", VALUE_MONEY, net.planned_measured, 0),
	SUM("realised", VALUE_MONEY, net.realised, 0),
	SUM("realised_low", VALUE_MONEY, net.realised_low, GRID_DETAIL),
	SUM("realised_high", VALUE_MONEY, net.realised_high, GRID_DETAIL),
	SUM("benefits_annual", VALUE_MONEY, benefit.annual, GRID_DETAIL),
	SUM("disbenefits_annual", VALUE_MONEY, disbenefit.annual,
	    GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape coverage_shape =
    TABLE_SHAPE("benefit_coverage", coverage_column);
static const struct table_shape value_shape =
    TABLE_SHAPE("benefit_value", value_column);

struct grid *
benefits_coverage(const struct draft *draft)
{
	const struct benefit_sums *d = &programme(draft)->disbenefit;
	const struct value values[] = {
	    value_count(d->measured), value_count(d->due)};
	struct grid *grid;

	grid = table_of_solutions(draft->arena, draft->facts, &coverage_shape,
	    programme(draft)->benefit.count + d->count > 0);
	grid->caption = benefits_headline(draft);
	if (grid->nrow > 0)
		grid->measure =
		    say(draft, "benefits.coverage", d->due, values, 2);
	return grid;
}

/* "547.108 kr. om året er realiseret, 12.345.678 kr. var planlagt til nu" */
static const char *
value_finding(const struct draft *draft)
{
	const struct benefit_sums *net = &programme(draft)->net;
	const struct value values[] = {
	    value_money(net->realised), value_money(net->planned)};

	if (values[1].type == VALUE_NONE)
		return wording(draft->facts, "benefits.value.none");
	if (values[0].type == VALUE_NONE)
		return say(
		    draft, "benefits.value.unrealised", 0, &values[1], 1);
	return say(draft, "benefits.value", 0, values, 2);
}

struct grid *
benefits_value(const struct draft *draft)
{
	struct grid *grid = table_of_solutions(draft->arena, draft->facts,
	    &value_shape, num_given(programme(draft)->net.annual));

	grid->caption = value_finding(draft);
	if (grid->nrow > 0)
		grid->measure = wording(draft->facts, "benefits.value.measure");
	return grid;
}

/* How many of the solutions have realised less than was planned. */
static const char *
chart_title(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct benefit_sums *net;
	int planned = 0, behind = 0;
	struct value values[2];
	size_t i;

	for (i = 0; i < figures->nrollup; i++) {
		net = &figures->rollup[i].net;
		if (figures->rollup[i].by != ROLLUP_SOLUTION ||
		    !num_given(net->planned))
			continue;
		planned++;
		behind +=
		    num_given(net->realised) && net->realised < net->planned;
	}
	values[0] = value_count(behind);
	values[1] = value_count(planned);
	return say(draft, "chart.benefits", behind, values, 2);
}

/* Says nothing, and isn't drawn, where nothing in kroner is planned. */
struct chart *
benefits_chart(const struct draft *draft, const struct grid *value)
{
	static const struct chart_series series[] = {
	    {"realised", TONE_NONE},
	    {"planned", TONE_NONE},
	};
	struct chart *chart;

	if (!num_given(programme(draft)->net.planned))
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "benefits-by-solution";
	chart->type = CHART_BAR;
	chart->title = chart_title(draft);
	chart->measure = wording(draft->facts, "chart.benefits.measure");
	chart->description = arena_printf(
	    draft->arena, "%s. %s.", chart->measure, value_finding(draft));
	chart->unit = wording(draft->facts, "chart.benefits.unit");
	chart->grid = value;
	chart->category = "solution";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	return chart;
}

/* Set afterwards: the sums don't know whose they are. */
static struct value
get_type(const struct data_row *row)
{
	(void)row;
	return value_none();
}

/* clang-format off */
#undef SUM
#define OF(id, type, member, flags) \
	{ { id, type, offsetof(struct benefit_sums, member), NULL }, flags, \
	    TOTAL_NONE }

/* Nothing is summed: freed time is no budget. */
static const struct table_column type_column[] = {
	COLUMN_GET("type", VALUE_TEXT, get_type, GRID_HEAD),
	OF("count", VALUE_COUNT, count, 0),
	OF("due", VALUE_COUNT, due, 0),
	OF("measured", VALUE_COUNT, measured, 0),
	OF("annual_low", VALUE_MONEY, annual_low, 0),
	OF("annual", VALUE_MONEY, annual, 0),
	OF("annual_high", VALUE_MONEY, annual_high, 0),
	OF("planned", VALUE_MONEY, planned, 0),
	OF("realised", VALUE_MONEY, realised, 0),
	OF("planned_measured", VALUE_MONEY, planned_measured, GRID_DETAIL),
	OF("realised_low", VALUE_MONEY, realised_low, GRID_DETAIL),
	OF("realised_high", VALUE_MONEY, realised_high, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape type_shape =
    TABLE_SHAPE("benefit_types", type_column);

static void
add_type(const struct draft *draft, struct grid *grid, const char *name,
    const struct benefit_sums *sums)
{
	struct data_row row = {
	    .arena = draft->arena, .facts = draft->facts, .record = sums};

	if (sums->count == 0)
		return;
	table_fill(grid, &type_shape, &row);
	table_set(grid, "type", value_text(name));
}

/* What is realised as a budget, and what as time. */
static const char *
types_finding(const struct draft *draft)
{
	const struct benefit_sums *type = programme(draft)->type;
	const struct value values[] = {
	    value_money(type[BENEFIT_BUDGET].realised),
	    value_money(type[BENEFIT_TIME_RELEASED].realised)};
	bool budget = values[0].type != VALUE_NONE;
	bool time = values[1].type != VALUE_NONE;
	const char *form = budget && time ? "both"
	    : budget                      ? "budget"
	    : time                        ? "time"
					  : "none";

	return say(draft, arena_printf(draft->arena, "benefits.types.%s", form),
	    0, values, 2);
}

struct grid *
benefits_types(const struct draft *draft)
{
	const struct labels *labels = wording_labels(draft->facts);
	const struct rollup *all = programme(draft);
	struct grid *grid;
	int type;

	grid = table_new(draft->arena, draft->facts, &type_shape);
	grid->caption = types_finding(draft);
	for (type = 0; type < BENEFIT_TYPES; type++)
		add_type(draft, grid,
		    label_of(
			labels, "benefit_type", word_benefit_type[type].id),
		    &all->type[type]);
	add_type(draft, grid, label(labels, "benefit_type.none"),
	    &all->type[BENEFIT_TYPES]);
	add_type(draft, grid, label(labels, "benefits.disbenefits"),
	    &all->disbenefit);
	if (grid->nrow > 0)
		grid->measure = wording(draft->facts, "benefits.types.measure");
	return grid;
}
