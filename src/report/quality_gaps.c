/*
 * Who hasn't reported, what is unanswered, and how old the data are.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

bool
quality_missing(const struct rollout_figures *r)
{
	return !r->parked && !r->completed && !r->reported;
}

/* clang-format off */
static const struct table_column missing_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("known_light", VALUE_LIGHT, 0),
	COLUMN_SET("known_month", VALUE_TEXT, 0),
	COLUMN_SET("age", VALUE_COUNT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
};
/* clang-format on */

static const struct table_shape missing_shape =
    TABLE_SHAPE("missing", missing_column);

void
quality_set_missing(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;

	table_set(grid, "solution", value_text(wording_solution(facts, r)));
	table_set(grid, "phase", value_text(wording_phase(facts, r->phase)));
	table_set(grid, "planned_end", value_day(r->planned_end));
	if (r->known_month == MONTH_NONE)
		return;
	table_light(table_cell(grid, "known_light"), r->known_light);
	table_set(grid, "known_month",
	    value_text(wording_month(draft->arena, facts, r->known_month)));
	table_set(grid, "age",
	    value_count(facts->portfolio->report_month - r->known_month));
}

static void
add_missing(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	grid_add_row(draft->arena, grid);
	who_set(draft, grid, r);
	quality_set_missing(draft, grid, r);
}

/* How many municipalities have sent nothing at all. */
static int
count_silent(const struct facts *facts)
{
	const struct municipality_figures *m = facts->figures->municipality;
	int silent = 0;
	size_t i;

	for (i = 0; i < facts->portfolio->nmunicipality; i++)
		silent += m[i].rollouts > 0 && m[i].reported == 0;
	return silent;
}

/* The urgent ones first, then the others as the register has them. */
struct grid *
quality_missing_grid(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct rollout_figures *r = figures->rollout;
	struct value values[2];
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &missing_shape);
	for (i = 0; i < figures->nurgent; i++)
		if (quality_missing(&r[figures->urgent[i]]))
			add_missing(draft, grid, &r[figures->urgent[i]]);
	for (i = 0; i < draft->facts->portfolio->nrollout; i++)
		if (quality_missing(&r[i]) && r[i].urgency == 0)
			add_missing(draft, grid, &r[i]);
	values[0] = value_count((int64_t)grid->nrow);
	values[1] = value_count(count_silent(draft->facts));
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    "missing.caption", (int64_t)grid->nrow, values, 2);
	grid->measure = wording_sentence(draft->arena, draft->facts,
	    "missing.measure", values[1].as.count, &values[1], 1);
	return grid;
}

/* clang-format off */
static const struct table_column age_column[] = {
	COLUMN_SET("age", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SET("share", VALUE_PERCENT, 0),
};
/* clang-format on */

static const struct table_shape age_shape = TABLE_SHAPE("age", age_column);

static void
add_age(
    const struct draft *draft, struct grid *grid, const char *name, int count)
{
	int total = draft->facts->figures->age.total;

	grid_add_row(draft->arena, grid);
	table_set(grid, "age", value_text(name));
	table_set(grid, "count", value_count(count));
	if (total > 0)
		table_set(grid, "share", value_percent(100.0 * count / total));
}

struct grid *
quality_age_grid(const struct draft *draft)
{
	const struct data_age *age = &draft->facts->figures->age;
	const struct facts *facts = draft->facts;
	struct value values[2], months;
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, facts, &age_shape);
	values[0] = value_count(age->count[0]);
	values[1] = value_count(age->total);
	grid->caption = wording_sentence(
	    draft->arena, facts, "age.caption", age->count[0], values, 2);
	grid->measure = wording_sentence(
	    draft->arena, facts, "age.measure", age->total, &values[1], 1);
	for (i = 0; i < age->n && age->total > 0; i++) {
		months = value_count((int64_t)i);
		add_age(draft, grid,
		    wording_sentence(draft->arena, facts, "age.months",
			(int64_t)i, &months, 1),
		    age->count[i]);
	}
	if (age->never > 0)
		add_age(draft, grid, wording(facts, "age.never"), age->never);
	return grid;
}

/* clang-format off */
static const struct table_column gap_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("rollouts", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SUM("missing", VALUE_COUNT, 0),
	COLUMN_SUM("cells_unreported", VALUE_COUNT, 0),
	COLUMN_SUM("cells_carried", VALUE_COUNT, 0),
	COLUMN_SUM("criteria_open", VALUE_COUNT, 0),
	COLUMN_SUM("tasks_wanted", VALUE_COUNT, 0),
	COLUMN_SUM("set_aside", VALUE_COUNT, 0),
	COLUMN_SUM("warnings", VALUE_COUNT, 0),
};
/* clang-format on */

static const struct table_shape gap_shape = TABLE_SHAPE("gaps", gap_column);

/* What is amiss with one municipality's return. */
struct gap {
	int municipality;
	int rollouts, missing, cells_unreported, cells_carried, criteria_open,
	    tasks_wanted, set_aside, warnings;
};

static void
count_rollout(struct gap *gap, const struct rollout_figures *r)
{
	if (r->parked)
		return;
	gap->rollouts++;
	gap->missing += quality_missing(r);
	gap->tasks_wanted += r->tasks_wanted;
	if (r->completed)
		return;
	gap->cells_unreported += r->cells_unreported;
	gap->cells_carried += r->cells_carried;
	if (r->gate_near)
		gap->criteria_open += r->mandatory_criteria_unanswered;
}

static void
count_finding(
    struct gap *gap, const struct finding *finding, const struct sender *from)
{
	int rows = (int)finding_rows(finding);

	if (from->municipality == -1 || from->month == MONTH_NONE)
		return;
	if (finding->level == DIAG_REJECT)
		gap[from->municipality].set_aside += rows;
	if (finding->level == DIAG_WARNING)
		gap[from->municipality].warnings += rows;
}

static struct gap *
count_gaps(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct portfolio *folio = facts->portfolio;
	struct gap *gap;
	size_t i;

	gap = arena_array(draft->arena, folio->nmunicipality + 1, sizeof(*gap));
	for (i = 0; i < folio->nmunicipality; i++)
		gap[i].municipality = (int)i;
	for (i = 0; i < folio->nrollout; i++)
		count_rollout(&gap[folio->rollout[i].municipality],
		    &facts->figures->rollout[i]);
	for (i = 0; i < facts->nfinding; i++)
		count_finding(gap, facts->finding[i], &facts->sender[i]);
	return gap;
}

static int
gap_sum(const struct gap *g)
{
	return g->cells_unreported + g->cells_carried + g->criteria_open +
	    g->tasks_wanted + g->warnings;
}

/* Silence weighs most, then what had to be set aside, then the rest. */
static int
compare_gaps(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;

	if (x->missing != y->missing)
		return x->missing > y->missing ? -1 : 1;
	if (x->set_aside != y->set_aside)
		return x->set_aside > y->set_aside ? -1 : 1;
	if (gap_sum(x) != gap_sum(y))
		return gap_sum(x) > gap_sum(y) ? -1 : 1;
	return x->municipality < y->municipality ? -1 : 1;
}

static void
add_gap(const struct draft *draft, struct grid *grid, const struct gap *g)
{
	const struct facts *facts = draft->facts;
	const struct municipality *m =
	    &facts->portfolio->municipality[g->municipality];
	struct grid_cell *cell = grid_add_row(draft->arena, grid);

	cell->value = value_text(m->name);
	cell->source = m->loc;
	cell->href = quality_letter(draft, g->municipality);
	table_set(grid, "rollouts", value_count(g->rollouts));
	table_set(grid, "missing", value_count(g->missing));
	table_set(grid, "cells_unreported", value_count(g->cells_unreported));
	table_set(grid, "cells_carried", value_count(g->cells_carried));
	table_set(grid, "criteria_open", value_count(g->criteria_open));
	table_set(grid, "tasks_wanted", value_count(g->tasks_wanted));
	table_set(grid, "set_aside", value_count(g->set_aside));
	table_set(grid, "warnings", value_count(g->warnings));
}

struct grid *
quality_gap_grid(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->portfolio->nmunicipality, i;
	struct gap *gap = count_gaps(draft);
	struct value values[2];
	struct grid *grid;
	int fine = 0;

	qsort(gap, n, sizeof(*gap), compare_gaps);
	grid = table_new(draft->arena, facts, &gap_shape);
	for (i = 0; i < n; i++) {
		if (gap[i].rollouts == 0)
			continue;
		add_gap(draft, grid, &gap[i]);
		fine += gap[i].missing == 0 && gap[i].set_aside == 0;
	}
	values[0] = value_count(fine);
	values[1] = value_count((int64_t)grid->nrow);
	grid->caption = wording_sentence(
	    draft->arena, facts, "gaps.caption", fine, values, 2);
	values[0] = value_count(
	    (int64_t)facts->model->threshold[THRESHOLD_GATE_WINDOW]);
	grid->measure =
	    wording_sentence(draft->arena, facts, "gaps.measure", 0, values, 1);
	return grid;
}
