/*
 * The business case (rule 21): what it costs, what it brings, and when it has
 * paid for itself.
 */
#include "base/arena.h"
#include "base/num.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/who.h"
#include "report/wording.h"

#define PAGE_ROWS 30

static const struct business_case *
case_of(const struct draft *draft, size_t rollout)
{
	return &draft->facts->figures->business[rollout];
}

static bool
is_shown(const struct draft *draft, size_t rollout)
{
	return !draft->facts->figures->rollout[rollout].parked;
}

/* clang-format off */
static const struct table_column case_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("budget_dkk", VALUE_MONEY, 0),
	COLUMN_SET("forecast_dkk", VALUE_MONEY, 0),
	COLUMN_SET("actual_dkk", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("case_annual", VALUE_MONEY, 0),
	COLUMN_SET("case_time", VALUE_MONEY, 0),
	COLUMN_SET("payback_plan", VALUE_TEXT, 0),
	COLUMN_SET("payback_forecast", VALUE_TEXT, 0),
	COLUMN_SET("payback_realised", VALUE_TEXT, 0),
};

static const struct table_column year_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("year", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("cost_plan", VALUE_MONEY, 0),
	COLUMN_SET("benefit_plan", VALUE_MONEY, 0),
	COLUMN_SET("cost_forecast", VALUE_MONEY, 0),
	COLUMN_SET("benefit_forecast", VALUE_MONEY, 0),
	COLUMN_SET("cost_realised", VALUE_MONEY, 0),
	COLUMN_SET("benefit_realised", VALUE_MONEY, 0),
	COLUMN_SET("time_plan", VALUE_MONEY, 0),
	COLUMN_SET("time_realised", VALUE_MONEY, 0),
	COLUMN_SET("time_forecast", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("year_benefit_plan", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("year_benefit_forecast", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("year_benefit_realised", VALUE_MONEY, GRID_DETAIL),
};

static const struct table_column missing_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("lacks", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape case_shape =
    TABLE_SHAPE("business_case", case_column);
static const struct table_shape year_shape =
    TABLE_SHAPE("business_years", year_column);
static const struct table_shape missing_shape =
    TABLE_SHAPE("business_missing", missing_column);

/* The year, or why there is none. */
static struct value
payback(const struct draft *draft, const struct business_case *b,
    enum business_basis basis)
{
	if (b->payback[basis] != FIGURE_NONE)
		return value_text(
		    arena_printf(draft->arena, "%d", b->payback[basis]));
	return value_text(wording(draft->facts,
	    b->covered[basis] == 0           ? "business.unknown"
		: !num_given(b->annual)      ? "business.time_only"
		: basis == BUSINESS_REALISED ? "business.not_yet"
					     : "business.not_in_time"));
}

static struct table_shape
without_municipality(const struct draft *draft, const struct table_shape *shape)
{
	struct table_shape own = *shape;

	if (benefits_is_local(draft)) {
		own.column++;
		own.ncolumn--;
	}
	return own;
}

static void
set_who(const struct draft *draft, const struct grid *grid,
    const struct rollout_figures *r)
{
	if (benefits_is_local(draft))
		table_set(grid, "solution",
		    value_text(wording_solution(draft->facts, r)));
	else
		who_set(draft, grid, r);
}

static void
add_case(const struct draft *draft, struct grid *grid, size_t i)
{
	const struct rollout_figures *r = &draft->facts->figures->rollout[i];
	const struct business_case *b = case_of(draft, i);

	grid_add_row(draft->arena, grid);
	set_who(draft, grid, r);
	table_set(grid, "budget_dkk", value_money(r->economy.budget_dkk));
	table_set(grid, "forecast_dkk", value_money(r->economy.forecast_dkk));
	table_set(grid, "actual_dkk", value_money(r->economy.actual_dkk));
	table_set(grid, "case_annual", value_money(b->annual));
	table_set(grid, "case_time", value_money(b->annual_time));
	table_set(grid, "payback_plan", payback(draft, b, BUSINESS_PLAN));
	table_set(
	    grid, "payback_forecast", payback(draft, b, BUSINESS_FORECAST));
	table_set(
	    grid, "payback_realised", payback(draft, b, BUSINESS_REALISED));
}

struct grid *
benefits_case(const struct draft *draft)
{
	struct table_shape shape = without_municipality(draft, &case_shape);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);
	struct span span = draft_rollouts(draft);
	struct value values[2];
	int known = 0;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		if (!is_shown(draft, i))
			continue;
		add_case(draft, grid, i);
		known +=
		    case_of(draft, i)->payback[BUSINESS_PLAN] != FIGURE_NONE;
	}
	values[0] = value_count(known);
	values[1] = value_count((int64_t)grid->nrow);
	grid->caption = benefits_say(draft, "business.case", known, values, 2);
	grid->measure = wording(draft->facts, "business.case.measure");
	grid->page_rows = PAGE_ROWS;
	return grid;
}

static void
add_year(
    const struct draft *draft, struct grid *grid, const struct business_year *y)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "year",
	    value_text(arena_printf(draft->arena, "%d", y->year)));
	table_set(grid, "cost_plan", value_money(y->cost_sum[BUSINESS_PLAN]));
	table_set(
	    grid, "benefit_plan", value_money(y->benefit_sum[BUSINESS_PLAN]));
	table_set(
	    grid, "cost_forecast", value_money(y->cost_sum[BUSINESS_FORECAST]));
	table_set(grid, "benefit_forecast",
	    value_money(y->benefit_sum[BUSINESS_FORECAST]));
	table_set(grid, "time_plan", value_money(y->time_sum[BUSINESS_PLAN]));
	table_set(
	    grid, "time_forecast", value_money(y->time_sum[BUSINESS_FORECAST]));
	table_set(
	    grid, "year_benefit_plan", value_money(y->benefit[BUSINESS_PLAN]));
	table_set(grid, "year_benefit_forecast",
	    value_money(y->benefit[BUSINESS_FORECAST]));
	table_set(grid, "year_benefit_realised",
	    value_money(y->benefit[BUSINESS_REALISED]));
}

/*
 * Before the first cost and the first benefit there is nothing to show, nor in
 * a year to come if there is nothing but what was realised.
 */
static bool
is_known(const struct business_year *y, bool past)
{
	int k;

	for (k = 0; k < BUSINESS_BASES; k++)
		if ((past || k != BUSINESS_REALISED) &&
		    (num_given(y->cost_sum[k]) || num_given(y->benefit_sum[k])))
			return true;
	return false;
}

/* Nothing is realised yet of a year to come. */
static void
add_years(const struct draft *draft, struct grid *grid,
    const struct business_case *b, const char *name)
{
	const struct business_year *y;
	int year, mon, mday;
	size_t i;

	day_to_civil(draft->facts->portfolio->report_date, &year, &mon, &mday);
	for (i = 0; i < b->nyear; i++) {
		y = &b->year[i];
		if (!is_known(y, y->year <= year))
			continue;
		add_year(draft, grid, y);
		if (name != NULL)
			table_set(grid, "solution", value_text(name));
		if (y->year > year)
			continue;
		table_set(grid, "cost_realised",
		    value_money(y->cost_sum[BUSINESS_REALISED]));
		table_set(grid, "benefit_realised",
		    value_money(y->benefit_sum[BUSINESS_REALISED]));
		table_set(grid, "time_realised",
		    value_money(y->time_sum[BUSINESS_REALISED]));
	}
}

struct grid *
benefits_case_years(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct table_shape shape = year_shape;
	bool local = benefits_is_local(draft);
	struct span span = draft_rollouts(draft);
	struct grid *grid;
	size_t i;

	if (!local) {
		shape.column++;
		shape.ncolumn--;
	}
	grid = table_new(draft->arena, facts, &shape);
	grid->caption = wording(facts, "business.years");
	grid->measure = wording(facts, "business.years.measure");
	if (!local)
		add_years(draft, grid, &facts->figures->business_all, NULL);
	for (i = span.first; local && i < span.first + span.count; i++)
		if (is_shown(draft, i))
			add_years(draft, grid, case_of(draft, i),
			    wording_solution(
				facts, &facts->figures->rollout[i]));
	if (grid->nrow == 0)
		grid->caption = grid->measure = NULL;
	return grid;
}

/* One more thing that lacks, in words. */
static const char *
also(const struct draft *draft, const char *text, const char *key, int n)
{
	struct value value = value_count(n);
	const char *more;

	if (n == 0)
		return text;
	more = benefits_say(draft, key, n, &value, 1);
	return text == NULL ? more
			    : arena_printf(draft->arena, "%s %s", text, more);
}

static const char *
lacks(const struct draft *draft, size_t i)
{
	const struct rollout_figures *r = &draft->facts->figures->rollout[i];
	const struct business_case *b = case_of(draft, i);
	const char *text = NULL;

	text = also(draft, text, "business.lacks.budget",
	    !num_given(r->economy.budget_dkk));
	text = also(draft, text, "business.lacks.forecast",
	    !num_given(r->economy.forecast_dkk));
	text = also(draft, text, "business.lacks.actual",
	    !num_given(r->economy.actual_dkk));
	text = also(draft, text, "business.lacks.benefits", r->nbenefit == 0);
	text = also(draft, text, "business.lacks.value", b->no_value);
	text = also(draft, text, "business.lacks.plan", b->no_plan);
	return also(draft, text, "business.lacks.reading", b->no_reading);
}

struct grid *
benefits_case_missing(const struct draft *draft)
{
	struct table_shape shape = without_municipality(draft, &missing_shape);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);
	struct span span = draft_rollouts(draft);
	const char *text;
	struct value n;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		text = is_shown(draft, i) ? lacks(draft, i) : NULL;
		if (text == NULL)
			continue;
		grid_add_row(draft->arena, grid);
		set_who(draft, grid, &draft->facts->figures->rollout[i]);
		table_set(grid, "lacks", value_text(text));
	}
	n = value_count((int64_t)grid->nrow);
	grid->caption =
	    benefits_say(draft, "business.missing", n.as.count, &n, 1);
	grid->page_rows = PAGE_ROWS;
	return grid;
}

/* "Efter planen er det tjent hjem i 2018; efter prognosen ..." */
const char *
benefits_case_headline(const struct draft *draft)
{
	const struct business_case *b = &draft->facts->figures->business_all;
	const struct value values[] = {payback(draft, b, BUSINESS_PLAN),
	    payback(draft, b, BUSINESS_FORECAST),
	    payback(draft, b, BUSINESS_REALISED),
	    value_count(b->covered[BUSINESS_PLAN]),
	    value_count(b->covered[BUSINESS_FORECAST]),
	    value_count(b->covered[BUSINESS_REALISED]),
	    value_count(draft->facts->figures->rollup[0].n)};

	return benefits_say(draft, "business.headline", 0, values, 7);
}
