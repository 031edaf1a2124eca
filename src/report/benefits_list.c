/*
 * Gevinster one by one: the urgent first, those not measured by name, those
 * claimed too early, and the disbenefits.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/benefit_items.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

#define PAGE_ROWS 30

static const char *
type_name(const struct facts *facts, const struct benefit *b)
{
	return b->type == WORD_NONE
	    ? NULL
	    : label_of(wording_labels(facts), "benefit_type",
		  word_benefit_type[b->type].id);
}

static struct value
percent(double fraction)
{
	return value_percent(fraction * 100);
}

/* The light of what is measured; else why there is none. */
static void
set_light(const struct draft *draft, struct grid_cell *cell,
    const struct benefit_figures *f)
{
	const struct labels *labels = wording_labels(draft->facts);

	if (f->state == BENEFIT_MEASURED && f->light != LIGHT_GREY)
		table_light(cell, f->light);
	else
		cell->value = value_text(label_of(
		    labels, "benefit_state", benefit_state_id(f->state)));
}

static void
set_reading(const struct grid *grid, const struct benefit_figures *f)
{
	struct grid_cell *cell = table_cell(grid, "latest");

	if (f->latest == NULL)
		return;
	cell->value = value_number(f->latest->value);
	cell->source = f->latest->loc;
	table_set(grid, "latest_date", value_day(f->latest->date));
}

/* clang-format off */
static const struct table_column list_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("unit", VALUE_TEXT, 0),
	COLUMN_SET("baseline", VALUE_NUMBER, 0),
	COLUMN_SET("target", VALUE_NUMBER, 0),
	COLUMN_SET("latest", VALUE_NUMBER, 0),
	COLUMN_SET("latest_date", VALUE_DAY, 0),
	COLUMN_SET("fraction", VALUE_PERCENT, GRID_BARS),
	COLUMN_SET("planned_share", VALUE_PERCENT, 0),
	COLUMN_SET("status", VALUE_TEXT, 0),
	COLUMN_SET("type", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("original_target", VALUE_NUMBER, GRID_DETAIL),
	COLUMN_SET("fraction_original", VALUE_PERCENT, GRID_DETAIL),
	COLUMN_SET("light_original", VALUE_LIGHT, GRID_DETAIL),
	COLUMN_SET("target_date", VALUE_DAY, GRID_DETAIL),
	COLUMN_SET("annual", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("planned", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("realised", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("prerequisites_open", VALUE_COUNT, GRID_DETAIL),
};

static const struct table_column unmeasured_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_WRAP),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SET("municipalities", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column early_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("fraction", VALUE_PERCENT, GRID_BARS),
	COLUMN_SUM("realised", VALUE_MONEY, 0),
	COLUMN_SET("prerequisites", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column disbenefit_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("unit", VALUE_TEXT, 0),
	COLUMN_SET("baseline", VALUE_NUMBER, 0),
	COLUMN_SET("target", VALUE_NUMBER, 0),
	COLUMN_SET("latest", VALUE_NUMBER, 0),
	COLUMN_SET("latest_date", VALUE_DAY, 0),
	COLUMN_SET("fraction", VALUE_PERCENT, GRID_BARS),
	COLUMN_SUM("annual", VALUE_MONEY, 0),
	COLUMN_SUM("realised", VALUE_MONEY, 0),
	COLUMN_SET("status", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape list_shape =
    TABLE_SHAPE("benefit_list", list_column);
static const struct table_shape unmeasured_shape =
    TABLE_SHAPE("benefit_unmeasured", unmeasured_column);
static const struct table_shape early_shape =
    TABLE_SHAPE("benefit_early", early_column);
static const struct table_shape disbenefit_shape =
    TABLE_SHAPE("disbenefits", disbenefit_column);

/* Of one municipality, which needs no naming in each row. */
static bool
is_local(const struct draft *draft)
{
	return draft->slice->by == SLICE_MUNICIPALITY;
}

/* What the lists of single benefits have in common. */
static void
begin_row(const struct draft *draft, struct grid *grid,
    const struct benefit_item *item)
{
	const struct loc *from = &item->figures->benefit->loc;

	grid_add_row(draft->arena, grid);
	/* All of the row but the reading comes from the benefit's own line. */
	if (is_local(draft)) {
		table_set(grid, "solution",
		    value_text(wording_solution(draft->facts, item->rollout)));
		table_cell(grid, "benefit")->source = *from;
	} else {
		who_set(draft, grid, item->rollout);
		table_cell(grid, "municipality")->source = *from;
	}
	table_set(grid, "benefit", value_text(item->figures->benefit->name));
	table_set(grid, "fraction", percent(item->figures->fraction));
	table_set(grid, "realised", value_money(item->figures->realised));
}

static void
set_aim(const struct grid *grid, const struct benefit_figures *f)
{
	const struct benefit *b = f->benefit;

	table_set(grid, "unit", value_text(b->unit));
	table_set(grid, "baseline", value_number(b->baseline));
	table_set(grid, "target", value_number(b->target));
	table_set(grid, "annual", value_money(b->annual));
	set_reading(grid, f);
}

static void
set_detail(const struct draft *draft, const struct grid *grid,
    const struct benefit_figures *f)
{
	const struct benefit *b = f->benefit;

	table_set(grid, "type", value_text(type_name(draft->facts, b)));
	table_set(grid, "original_target", value_number(b->original_target));
	table_set(grid, "fraction_original", percent(f->fraction_original));
	if (f->light_original != LIGHT_GREY)
		table_light(
		    table_cell(grid, "light_original"), f->light_original);
	table_set(grid, "target_date", value_day(b->target_date));
	table_set(grid, "planned", value_money(f->planned));
	table_set(
	    grid, "prerequisites_open", value_count(f->prerequisites_open));
}

static const char *
finding(const struct draft *draft, const char *key, size_t n)
{
	const struct value value = value_count((int64_t)n);

	return wording_sentence(
	    draft->arena, draft->facts, key, (int64_t)n, &value, 1);
}

struct grid *
benefits_list(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_ALL, BENEFIT_BY_URGENCY);
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &list_shape);
	grid->caption = finding(draft, "benefits.behind",
	    (size_t)draft->facts->figures->rollup[0].benefit.light[LIGHT_RED]);
	if (items.n > 0)
		grid->measure =
		    finding(draft, "benefits.list.measure", items.n);
	grid->page_rows = PAGE_ROWS;
	for (i = 0; i < items.n; i++) {
		begin_row(draft, grid, &items.item[i]);
		set_aim(grid, items.item[i].figures);
		table_set(grid, "planned_share",
		    percent(items.item[i].figures->planned_share));
		set_light(
		    draft, table_cell(grid, "status"), items.item[i].figures);
		set_detail(draft, grid, items.item[i].figures);
	}
	return grid;
}

/* Begins a row, or adds the municipality to the row there is. */
static void
add_unmeasured(const struct draft *draft, struct grid *grid,
    const struct benefit_item *item, bool first)
{
	const char *name = wording_municipality(draft->facts, item->rollout);
	struct grid_cell *names, *count;

	if (first) {
		grid_add_row(draft->arena, grid);
		table_set(grid, "solution",
		    value_text(wording_solution(draft->facts, item->rollout)));
		table_set(
		    grid, "benefit", value_text(item->figures->benefit->name));
		table_set(grid, "count", value_count(0));
	}
	names = table_cell(grid, "municipalities");
	count = table_cell(grid, "count");
	count->value.as.count++;
	names->value = value_text(first ? name
					: arena_printf(draft->arena, "%s, %s",
					      names->value.as.text, name));
}

static bool
is_same_name(const struct benefit_item *x, const struct benefit_item *y)
{
	return x->rollout->rollout->solution == y->rollout->rollout->solution &&
	    strcmp(x->figures->benefit->name, y->figures->benefit->name) == 0;
}

struct grid *
benefits_unmeasured(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_UNMEASURED, BENEFIT_BY_NAME);
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &unmeasured_shape);
	grid->caption = finding(draft, "benefits.unmeasured", items.n);
	if (items.n > 0)
		grid->measure =
		    wording(draft->facts, "benefits.unmeasured.measure");
	for (i = 0; i < items.n; i++)
		add_unmeasured(draft, grid, &items.item[i],
		    i == 0 ||
			!is_same_name(&items.item[i - 1], &items.item[i]));
	return grid;
}

static const char *
open_tasks(const struct draft *draft, const struct benefit_figures *f)
{
	const struct model *model = draft->facts->model;
	const char *all = NULL, *name;
	int i;

	for (i = 0; i < f->prerequisites_open; i++) {
		name = wording_text(
		    draft->facts, &model->task[f->prerequisite_open[i]].name);
		all = all == NULL
		    ? name
		    : arena_printf(draft->arena, "%s, %s", all, name);
	}
	return all;
}

struct grid *
benefits_early(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EARLY, BENEFIT_BY_REALISED);
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &early_shape);
	grid->caption = finding(draft, "benefits.early", items.n);
	if (items.n > 0)
		grid->measure = wording(draft->facts, "benefits.early.measure");
	grid->page_rows = PAGE_ROWS / 2;
	for (i = 0; i < items.n; i++) {
		begin_row(draft, grid, &items.item[i]);
		table_set(grid, "prerequisites",
		    value_text(open_tasks(draft, items.item[i].figures)));
	}
	return grid;
}

struct grid *
benefits_against(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_AGAINST, BENEFIT_BY_REALISED);
	struct table_shape shape = disbenefit_shape;
	struct grid *grid;
	size_t i;

	if (is_local(draft)) {
		shape.column++;
		shape.ncolumn--;
	}
	grid = table_new(draft->arena, draft->facts, &shape);
	grid->caption = finding(draft, "benefits.against", items.n);
	if (items.n > 0)
		grid->measure =
		    wording(draft->facts, "benefits.against.measure");
	grid->page_rows = PAGE_ROWS / 2;
	for (i = 0; i < items.n; i++) {
		begin_row(draft, grid, &items.item[i]);
		set_aim(grid, items.item[i].figures);
		set_light(
		    draft, table_cell(grid, "status"), items.item[i].figures);
	}
	return grid;
}
