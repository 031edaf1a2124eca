/*
 * Økonomi: budget, what is spent and what is expected, per solution; time
 * used against money used; and who is heading beyond the budget.
 *
 * Figures are over rollouts that aren't parked; budget, forecast and variance
 * over rows of the input that have both.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

#define PAGE_ROWS 30
#define NAMED 6 /* of those without economy, in a line */

static const struct economy_sums *
programme(const struct draft *draft)
{
	return &draft->facts->figures->rollup[0].economy;
}

static const char *
say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

/* "77 af 388 implementeringer venter at bruge mere end budgettet" */
const char *
economy_headline(const struct draft *draft)
{
	const struct economy_sums *e = programme(draft);
	const struct value values[] = {
	    value_count(e->over), value_count(e->with_dkk)};

	if (e->with_dkk == 0)
		return wording(draft->facts, "economy.headline.none");
	return say(draft, "economy.headline", e->over, values, 2);
}

/* Who hasn't said both budget and forecast: how many, by name if few. */
const char *
economy_missing(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r;
	struct value values[2];
	struct buf names;
	int n = 0;
	size_t i;

	buf_init(&names);
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (r->parked || num_given(r->economy.both_budget_dkk) ||
		    ++n > NAMED)
			continue;
		buf_printf(&names, "%s%s (%s)", n == 1 ? "" : ", ",
		    wording_municipality(facts, r), wording_solution(facts, r));
	}
	values[0] = value_count(n);
	values[1] =
	    value_text(arena_strndup(draft->arena, names.data, names.len));
	buf_release(&names);
	return say(draft,
	    n > NAMED ? "economy.missing.unnamed" : "economy.missing", n,
	    values, 2);
}

static struct value
get_key(const struct data_row *row)
{
	const struct rollup *r = row->record;

	return value_text(r->key);
}

static struct value
get_time_used(const struct data_row *row)
{
	const struct rollup *r = row->record;

	return value_percent(100 * r->economy.all.time_used);
}

static struct value
get_spent(const struct data_row *row)
{
	const struct rollup *r = row->record;

	return value_percent(100 * r->economy.all.spent);
}

/* clang-format off */
#define SUM(id, type, member, flags) \
	{ { id, type, offsetof(struct rollup, member), NULL }, flags, \
	    TOTAL_SUM }
#define OF(id, type, member, flags) \
	{ { id, type, offsetof(struct rollup, member), NULL }, flags, \
	    TOTAL_NONE }

static const struct table_column money_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, get_key, GRID_HEAD),
	SUM("rollouts", VALUE_COUNT, n, 0),
	SUM("with_economy", VALUE_COUNT, economy.with_dkk, 0),
	SUM("budget", VALUE_MONEY, economy.all.both_budget_dkk, 0),
	SUM("actual", VALUE_MONEY, economy.all.actual_dkk, 0),
	SUM("forecast", VALUE_MONEY, economy.all.both_forecast_dkk, 0),
	SUM("variance_dkk", VALUE_MONEY, economy.all.variance_dkk, 0),
	OF("variance_pct", VALUE_PERCENT, economy.all.variance_pct, 0),
	SUM("over", VALUE_COUNT, economy.over, 0),
	SUM("over_dkk", VALUE_MONEY, economy.over_dkk, GRID_DETAIL),
	SUM("budget_all", VALUE_MONEY, economy.all.budget_dkk, GRID_DETAIL),
	SUM("forecast_all", VALUE_MONEY, economy.all.forecast_dkk,
	    GRID_DETAIL),
};

static const struct table_column hours_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, get_key, GRID_HEAD),
	SUM("rollouts", VALUE_COUNT, n, 0),
	SUM("with_economy", VALUE_COUNT, economy.with_hours, 0),
	SUM("budget", VALUE_NUMBER, economy.all.both_budget_hours, 0),
	SUM("actual", VALUE_NUMBER, economy.all.actual_hours, 0),
	SUM("forecast", VALUE_NUMBER, economy.all.both_forecast_hours, 0),
	SUM("variance", VALUE_NUMBER, economy.all.variance_hours, 0),
	OF("variance_pct", VALUE_PERCENT, economy.all.variance_hours_pct, 0),
	SUM("budget_all", VALUE_NUMBER, economy.all.budget_hours,
	    GRID_DETAIL),
	SUM("forecast_all", VALUE_NUMBER, economy.all.forecast_hours,
	    GRID_DETAIL),
};

static const struct table_column pace_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, get_key, GRID_HEAD),
	COLUMN_GET("time_used", VALUE_PERCENT, get_time_used, GRID_BARS),
	COLUMN_GET("spent", VALUE_PERCENT, get_spent, GRID_BARS),
	OF("with_spent", VALUE_COUNT, economy.with_spent, 0),
};
/* clang-format on */

static const struct table_shape money_shape =
    TABLE_SHAPE("economy_dkk", money_column);
static const struct table_shape hours_shape =
    TABLE_SHAPE("economy_hours", hours_column);
static const struct table_shape pace_shape =
    TABLE_SHAPE("economy_pace", pace_column);

/* "key.above", ".below" or ".none" of a variance in percent. */
static const char *
variance_finding(const struct draft *draft, const char *key, double pct)
{
	const struct value value = value_percent(fabs(pct));
	const char *form = !num_given(pct) ? "none"
	    : num_round(pct) > 0           ? "above"
	    : num_round(pct) < 0           ? "below"
					   : "even";

	return say(draft, arena_printf(draft->arena, "%s.%s", key, form), 0,
	    &value, 1);
}

struct grid *
economy_money(const struct draft *draft)
{
	const struct value over = value_money(programme(draft)->over_dkk);
	struct grid *grid =
	    table_of_solutions(draft->arena, draft->facts, &money_shape, true);

	grid->caption = variance_finding(
	    draft, "economy.dkk", programme(draft)->all.variance_pct);
	grid->measure =
	    say(draft, "economy.dkk.measure", programme(draft)->over, &over, 1);
	return grid;
}

struct grid *
economy_hours(const struct draft *draft)
{
	const struct economy_figures *all = &programme(draft)->all;
	struct grid *grid =
	    table_of_solutions(draft->arena, draft->facts, &hours_shape,
		num_given(all->budget_hours) || num_given(all->actual_hours) ||
		    num_given(all->forecast_hours));

	grid->caption = variance_finding(
	    draft, "economy.hours", programme(draft)->all.variance_hours_pct);
	if (grid->nrow > 0)
		grid->measure = wording(draft->facts, "economy.hours.measure");
	return grid;
}

/* "36 % af budgettet er brugt, mens 42 % af tiden er gået" */
static const char *
pace_finding(const struct draft *draft)
{
	const struct economy_sums *e = programme(draft);
	const struct value values[] = {
	    value_percent(100 * e->all.spent),
	    value_percent(100 * e->all.time_used),
	    value_count(e->with_spent),
	};

	if (e->with_spent == 0)
		return wording(draft->facts, "economy.pace.none");
	return say(draft, "economy.pace", e->with_spent, values, 3);
}

struct grid *
economy_pace(const struct draft *draft)
{
	const struct value n = value_count(programme(draft)->with_spent);
	struct grid *grid = table_of_solutions(draft->arena, draft->facts,
	    &pace_shape, programme(draft)->with_spent > 0);

	grid->caption = pace_finding(draft);
	if (grid->nrow > 0)
		grid->measure = say(draft, "economy.pace.measure",
		    programme(draft)->with_spent, &n, 1);
	return grid;
}

/* How many of the solutions spend faster than time goes. */
static const char *
pace_title(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct economy_sums *e;
	int known = 0, faster = 0;
	struct value values[2];
	size_t i;

	for (i = 0; i < figures->nrollup; i++) {
		e = &figures->rollup[i].economy;
		if (figures->rollup[i].by != ROLLUP_SOLUTION ||
		    !num_given(e->all.spent) || !num_given(e->all.time_used))
			continue;
		known++;
		faster += e->all.spent > e->all.time_used;
	}
	values[0] = value_count(faster);
	values[1] = value_count(known);
	return say(draft, "chart.pace", faster, values, 2);
}

struct chart *
economy_pace_chart(const struct draft *draft, const struct grid *pace)
{
	static const struct chart_series series[] = {
	    {"spent", TONE_NONE},
	    {"time_used", TONE_NONE},
	};
	struct chart *chart;

	if (programme(draft)->with_spent == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "pace-by-solution";
	chart->type = CHART_BAR;
	chart->title = pace_title(draft);
	chart->measure = wording(draft->facts, "chart.pace.measure");
	chart->description = arena_printf(
	    draft->arena, "%s. %s.", chart->measure, pace_finding(draft));
	chart->unit = wording(draft->facts, "chart.pace.unit");
	chart->grid = pace;
	chart->category = "solution";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	return chart;
}

/* clang-format off */
static const struct table_column over_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("light", VALUE_LIGHT, 0),
	COLUMN_SET("variance_pct", VALUE_PERCENT, 0),
	COLUMN_SUM("variance_dkk", VALUE_MONEY, 0),
	COLUMN_SUM("budget", VALUE_MONEY, 0),
	COLUMN_SUM("forecast", VALUE_MONEY, 0),
	COLUMN_SET("spent", VALUE_PERCENT, 0),
	COLUMN_SET("time_used", VALUE_PERCENT, 0),
	COLUMN_SET("worst", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("worst_dkk", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("phase", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SUM("actual", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("variance_hours", VALUE_NUMBER, GRID_DETAIL),
	COLUMN_SET("variance_hours_pct", VALUE_PERCENT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape over_shape =
    TABLE_SHAPE("economy_over", over_column);

/* Without a budget there is no percentage, and nothing is worse. */
static int
compare_over(const void *a, const void *b)
{
	const struct rollout_figures *const *x = a, *const *y = b;
	double p = (*x)->economy.variance_pct, q = (*y)->economy.variance_pct;

	if (num_given(p) != num_given(q))
		return num_given(p) ? 1 : -1;
	if (p > q || p < q)
		return p > q ? -1 : 1;
	return *x < *y ? -1 : *x > *y;
}

static const struct rollout_figures **
collect_over(const struct draft *draft, size_t *count)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures **over, *r;
	size_t i, n = 0;

	over = arena_array(
	    draft->arena, facts->portfolio->nrollout + 1, sizeof(*over));
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (!r->parked && economy_is_over(&r->economy))
			over[n++] = r;
	}
	qsort(over, n, sizeof(*over), compare_over);
	*count = n;
	return over;
}

/* The main task that weighs most, and by how much. */
static void
set_worst(const struct draft *draft, const struct grid *grid,
    const struct economy_figures *e)
{
	struct grid_cell *cell = table_cell(grid, "worst");

	if (e->worst == NULL)
		return;
	cell->value = value_text(wording_text(draft->facts,
	    &draft->facts->model->task[e->worst->main_task].name));
	cell->source = e->worst->loc;
	table_set(grid, "worst_dkk", value_money(e->worst_dkk));
}

static void
add_over(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct economy_figures *e = &r->economy;

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, r);
	table_light(table_cell(grid, "light"), r->light[LIGHT_ECONOMY]);
	table_set(grid, "variance_pct", value_percent(e->variance_pct));
	table_set(grid, "variance_dkk", value_money(e->variance_dkk));
	table_set(grid, "budget", value_money(e->both_budget_dkk));
	table_set(grid, "forecast", value_money(e->both_forecast_dkk));
	table_set(grid, "spent", value_percent(100 * e->spent));
	table_set(grid, "time_used", value_percent(100 * e->time_used));
	set_worst(draft, grid, e);
	table_set(
	    grid, "phase", value_text(wording_phase(draft->facts, r->phase)));
	table_set(grid, "actual", value_money(e->actual_dkk));
	table_set(grid, "variance_hours", value_number(e->variance_hours));
	table_set(
	    grid, "variance_hours_pct", value_percent(e->variance_hours_pct));
}

struct grid *
economy_over(const struct draft *draft)
{
	const struct rollout_figures **over;
	struct value values[2];
	struct grid *grid;
	size_t i, n;

	over = collect_over(draft, &n);
	values[0] = value_count((int64_t)n);
	values[1] =
	    value_number(draft->facts->model->threshold[THRESHOLD_COST_RED]);
	grid = table_new(draft->arena, draft->facts, &over_shape);
	grid->caption = say(draft, "economy.over", (int64_t)n, values, 2);
	if (n > 0)
		grid->measure =
		    say(draft, "economy.over.measure", (int64_t)n, values, 2);
	grid->page_rows = PAGE_ROWS;
	for (i = 0; i < n; i++)
		add_over(draft, grid, over[i]);
	return grid;
}
