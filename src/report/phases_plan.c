/*
 * Faser: what is left of the programme's plan, and which gates slip.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

static const char *
say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

/* clang-format off */
static const struct table_column plan_column[] = {
	COLUMN_SET("gate", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("remaining", VALUE_COUNT, 0),
	COLUMN_SET("first_end", VALUE_DAY, 0),
	COLUMN_SET("last_end", VALUE_DAY, 0),
	COLUMN_SET("last_baseline", VALUE_DAY, 0),
	COLUMN_SET("last_forecast", VALUE_DAY, 0),
	COLUMN_SET("solution", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("phase", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("planned", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("passed", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("current", VALUE_COUNT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape plan_shape = TABLE_SHAPE("plan", plan_column);

static void
add_span(
    const struct draft *draft, struct grid *grid, const struct plan_span *span)
{
	const struct facts *facts = draft->facts;
	const char *solution = facts->portfolio->solution[span->solution].id;
	const char *phase = wording_phase(facts, span->phase);
	const struct value values[] = {value_text(solution), value_text(phase)};

	grid_add_row(draft->arena, grid);
	table_set(
	    grid, "gate", value_text(say(draft, "plan.gate", 0, values, 2)));
	table_set(grid, "solution", values[0]);
	table_set(grid, "phase", values[1]);
	table_set(grid, "planned", value_count(span->planned));
	table_set(grid, "passed", value_count(span->passed));
	table_set(grid, "remaining", value_count(span->planned - span->passed));
	table_set(grid, "current", value_count(span->current));
	table_set(grid, "first_end", value_day(span->first_end));
	table_set(grid, "last_end", value_day(span->last_end));
	table_set(grid, "last_baseline", value_day(span->last_baseline));
	table_set(grid, "last_forecast", value_day(span->last_forecast));
}

/* What is left of the programme's plan: phases that some have still to leave.
 */
struct grid *
phases_plan(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct plan_span *span;
	day last = DAY_NONE;
	struct grid *grid;
	struct value end;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &plan_shape);
	for (i = 0; i < figures->nplan_span; i++) {
		span = &figures->plan_span[i];
		if (span->passed == span->planned)
			continue;
		add_span(draft, grid, span);
		if (last == DAY_NONE || span->last_end > last)
			last = span->last_end;
	}
	end = value_text(last == DAY_NONE
		? NULL
		: wording_day(draft->arena, draft->facts, last));
	grid->caption =
	    say(draft, last == DAY_NONE ? "plan.caption.none" : "plan.caption",
		0, &end, 1);
	grid->measure = wording(draft->facts, "plan.measure");
	return grid;
}

/* How many gates are forecast to be later than all of them were planned. */
static const char *
timeline_title(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct plan_span *span;
	int late = 0, current = 0;
	struct value values[2];
	size_t i;

	for (i = 0; i < figures->nplan_span; i++) {
		span = &figures->plan_span[i];
		if (span->passed == span->planned ||
		    span->last_forecast == DAY_NONE)
			continue;
		current++;
		late += span->last_forecast > span->last_end;
	}
	values[0] = value_count(late);
	values[1] = value_count(current);
	if (current == 0)
		return wording(draft->facts, "chart.timeline.unknown");
	return say(draft, "chart.timeline", late, values, 2);
}

struct chart *
phases_timeline(const struct draft *draft, const struct grid *plan)
{
	static const struct chart_series series[] = {
	    {"first_end", TONE_NONE},
	    {"last_forecast", TONE_YELLOW},
	    {"last_end", TONE_NONE},
	};
	const struct facts *facts = draft->facts;
	struct chart *chart;

	if (plan->nrow == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "timeline";
	chart->type = CHART_TIMELINE;
	chart->title = timeline_title(draft);
	chart->measure = wording(facts, "chart.timeline.measure");
	chart->description = wording(facts, "chart.timeline.description");
	chart->unit = "";
	chart->grid = plan;
	chart->category = "gate";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	chart->mark = facts->portfolio->report_date;
	return chart;
}

/* clang-format off */
static const struct table_column date_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("gate", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("baseline_end", VALUE_DAY, 0),
	COLUMN_SET("forecast_end", VALUE_DAY, 0),
	COLUMN_SET("slip_days", VALUE_COUNT, 0),
	COLUMN_SET("slip_baseline_days", VALUE_COUNT, 0),
	COLUMN_SET("stated_end", VALUE_DAY, GRID_DETAIL),
	COLUMN_SET("stalled", VALUE_BOOL, GRID_DETAIL),
	COLUMN_SET("light", VALUE_LIGHT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape date_shape =
    TABLE_SHAPE("gate_dates", date_column);

/* Rollouts that have a gate with a planned date ahead of them. */
struct dated {
	const struct rollout_figures *rollout;
	size_t order; /* by urgency */
};

/* The latest first; what has no forecast, last. */
static int
compare_dated(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	/* FIGURE_NONE is less than any number of days. */
	if (x->rollout->slip_days != y->rollout->slip_days)
		return x->rollout->slip_days > y->rollout->slip_days ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static struct dated *
collect_dated(const struct draft *draft, size_t *count, int *late)
{
	const struct rollout_figures *r;
	struct dated *dated;
	const int *list;
	size_t n, i;

	list = who_by_urgency(draft, &n);
	dated = arena_array(draft->arena, n + 1, sizeof(*dated));
	*count = 0;
	*late = 0;
	for (i = 0; i < n; i++) {
		r = &draft->facts->figures->rollout[list[i]];
		if (r->completed || r->planned_end == DAY_NONE)
			continue;
		*late += r->slip_days != FIGURE_NONE && r->slip_days > 0;
		dated[*count].rollout = r;
		dated[(*count)++].order = i;
	}
	qsort(dated, *count, sizeof(*dated), compare_dated);
	return dated;
}

static struct value
days(int n)
{
	return n == FIGURE_NONE ? value_none() : value_count(n);
}

static void
add_dated(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, r);
	table_set(grid, "gate",
	    value_text(wording_gate(draft->arena, facts, r->phase)));
	cell = table_cell(grid, "planned_end");
	cell->value = value_day(r->planned_end);
	cell->source = portfolio_plan(facts->portfolio, facts->model->nphase,
	    (size_t)(r - facts->figures->rollout), (size_t)r->phase)
			   ->loc;
	table_set(grid, "baseline_end", value_day(r->baseline_end));
	table_set(grid, "forecast_end", value_day(r->forecast_end));
	table_set(grid, "stated_end", value_day(r->stated_end));
	table_set(grid, "slip_days", days(r->slip_days));
	table_set(grid, "slip_baseline_days", days(r->slip_baseline_days));
	table_set(grid, "stalled", value_bool(r->stalled));
	table_light(table_cell(grid, "light"), r->overall);
}

struct grid *
phases_dates(const struct draft *draft)
{
	struct dated *dated;
	struct value values[2];
	struct grid *grid;
	size_t n, i;
	int late;

	dated = collect_dated(draft, &n, &late);
	values[0] = value_count(late);
	values[1] = value_count((int64_t)n);
	grid = table_new(draft->arena, draft->facts, &date_shape);
	grid->caption = say(draft, "gate_dates.caption", late, values, 2);
	grid->measure = wording(draft->facts, "gate_dates.measure");
	grid->page_rows = WHO_ROWS;
	for (i = 0; i < n; i++)
		add_dated(draft, grid, dated[i].rollout);
	return grid;
}
