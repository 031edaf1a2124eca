/*
 * Hovedopgaver: every main task over all municipalities, and by category.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/table.h"
#include "report/wording.h"

/* clang-format off */
#define TOTALS_COLUMNS \
	COLUMN_SET("done", VALUE_COUNT, 0), \
	COLUMN_SET("in_progress", VALUE_COUNT, 0), \
	COLUMN_SET("blocked", VALUE_COUNT, 0), \
	COLUMN_SET("not_started", VALUE_COUNT, 0), \
	COLUMN_SET("unreported", VALUE_COUNT, 0), \
	COLUMN_SET("mean", VALUE_TEXT, GRID_HEAT), \
	COLUMN_SET("late", VALUE_COUNT, 0), \
	COLUMN_SET("not_applicable", VALUE_COUNT, GRID_DETAIL), \
	COLUMN_SET("cells", VALUE_COUNT, GRID_DETAIL), \
	COLUMN_SET("mean_n", VALUE_COUNT, GRID_DETAIL)

static const struct table_column task_column[] = {
	COLUMN_SET("main_task", VALUE_TEXT, GRID_HEAD),
	TOTALS_COLUMNS,
	COLUMN_SET("no", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("category", VALUE_TEXT, GRID_DETAIL),
};

static const struct table_column category_column[] = {
	COLUMN_SET("category", VALUE_TEXT, GRID_HEAD),
	TOTALS_COLUMNS,
};
/* clang-format on */

static const struct table_shape task_shape =
    TABLE_SHAPE("main_tasks", task_column);
static const struct table_shape category_shape =
    TABLE_SHAPE("categories", category_column);

static void
set_totals(const struct grid *grid, const struct task_totals *t)
{
	int status;

	for (status = 0; status < STATUSES; status++)
		table_set(grid, word_status[status].id,
		    value_count(t->status[status]));
	table_set(grid, "unreported", value_count(t->unreported));
	table_set(grid, "cells", value_count(t->cells));
	table_set(grid, "mean", value_percent(t->mean));
	table_set(grid, "mean_n", value_count(t->mean_n));
	table_set(grid, "late", value_count(t->late));
}

/* "7 Sagsklargøring": as the heat maps call it, and in full. */
static const char *
numbered(const struct draft *draft, size_t task, const char *between)
{
	const struct main_task *t = &draft->facts->model->task[task];

	return arena_printf(draft->arena, "%d%s%s", t->no, between,
	    wording_text(draft->facts, &t->name));
}

static void
add_task(const struct draft *draft, struct grid *grid, size_t task)
{
	const struct model *model = draft->facts->model;
	const struct main_task *t = &model->task[task];

	grid_add_row(draft->arena, grid);
	table_set(grid, "main_task", value_text(numbered(draft, task, " ")));
	table_set(grid, "no", value_count(t->no));
	table_set(grid, "category",
	    value_text(wording_text(
		draft->facts, &model->category[t->category].name)));
	set_totals(grid, &draft->facts->figures->main_task[task]);
}

/* "Hovedopgave 7, Sagsklargøring, er ikke færdig i 64 ..." */
static const char *
task_caption(const struct draft *draft)
{
	const struct task_totals *t = draft->facts->figures->main_task;
	size_t ntask = draft->facts->model->ntask, most = 0, i;
	struct value values[2];

	for (i = 1; i < ntask; i++)
		if (t[i].late > t[most].late)
			most = i;
	values[0] = value_count(t[most].late);
	values[1] = value_text(numbered(draft, most, ", "));
	return wording_sentence(draft->arena, draft->facts,
	    "main_tasks.caption", t[most].late, values, 2);
}

struct grid *
main_tasks_table(const struct draft *draft)
{
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &task_shape);
	grid->caption = task_caption(draft);
	grid->measure = wording(draft->facts, "main_tasks.measure");
	for (i = 0; i < draft->facts->model->ntask; i++)
		add_task(draft, grid, i);
	return grid;
}

/* "Hovedopgave 2, Kontrakt, er oftest blokeret: i 7 af 384" */
static const char *
chart_title(const struct draft *draft)
{
	const struct task_totals *t = draft->facts->figures->main_task;
	size_t ntask = draft->facts->model->ntask, most = 0, i;
	struct value values[3];

	for (i = 1; i < ntask; i++)
		if (t[i].status[STATUS_BLOCKED] >
		    t[most].status[STATUS_BLOCKED])
			most = i;
	values[0] = value_count(t[most].status[STATUS_BLOCKED]);
	values[1] = value_count(t[most].cells);
	values[2] = value_text(numbered(draft, most, ", "));
	return wording_sentence(draft->arena, draft->facts, "chart.main_tasks",
	    t[most].status[STATUS_BLOCKED], values, 3);
}

struct chart *
main_tasks_chart(const struct draft *draft, const struct grid *tasks)
{
	static const struct chart_series series[] = {
	    {"done", TONE_GREEN},
	    {"in_progress", TONE_NONE},
	    {"blocked", TONE_RED},
	    {"unreported", TONE_GREY},
	    {"not_started", TONE_NONE},
	};
	const struct facts *facts = draft->facts;
	struct chart *chart;

	if (facts->figures->rollup[0].n == facts->figures->rollup[0].completed)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "main-tasks";
	chart->type = CHART_STACKED_BAR;
	chart->title = chart_title(draft);
	chart->measure = wording(facts, "chart.main_tasks.measure");
	chart->description = wording(facts, "chart.main_tasks.description");
	chart->unit = wording(facts, "chart.phases.unit");
	chart->grid = tasks;
	chart->category = "main_task";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	return chart;
}

/* "Længst bagefter er Tekniske opgaver: i gennemsnit 43 %" */
static const char *
category_caption(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct task_totals *c = facts->figures->category;
	struct value values[2] = {value_none(), value_none()};
	size_t i, n = 0, least = 0;

	for (i = 0; i < facts->model->ncategory; i++) {
		if (c[i].mean_n == 0)
			continue;
		if (n++ == 0 || c[i].mean < c[least].mean)
			least = i;
	}
	if (n < 2)
		return wording(facts, "categories.caption.plain");
	values[0] = value_text(
	    wording_text(facts, &facts->model->category[least].name));
	values[1] = value_percent(c[least].mean);
	return wording_sentence(
	    draft->arena, facts, "categories.caption", 0, values, 2);
}

struct grid *
main_tasks_categories(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &category_shape);
	grid->caption = category_caption(draft);
	grid->measure = wording(draft->facts, "categories.measure");
	for (i = 0; i < model->ncategory; i++) {
		if (draft->facts->figures->category[i].cells == 0)
			continue;
		grid_add_row(draft->arena, grid);
		table_set(grid, "category",
		    value_text(
			wording_text(draft->facts, &model->category[i].name)));
		set_totals(grid, &draft->facts->figures->category[i]);
	}
	return grid;
}
