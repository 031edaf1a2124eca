/*
 * Ændringer: what has moved since the month before.
 *
 * A rollout stands in one of the tables: first those whose phase has changed,
 * forwards or back; of the others, those that went forwards or back within
 * their phase, and those of which the reporting has changed.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

/* clang-format off */
#define WHO_COLUMNS \
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD), \
	COLUMN_SET("solution", VALUE_TEXT, 0)
#define LIGHT_COLUMNS \
	COLUMN_SET("previous_light", VALUE_LIGHT, 0), \
	COLUMN_SET("light", VALUE_LIGHT, 0)
#define PROGRESS_COLUMNS(flags) \
	COLUMN_SET("previous_progress", VALUE_PERCENT, flags), \
	COLUMN_SET("progress", VALUE_PERCENT, flags)

/* Progress belongs to a phase: across two it says nothing. */
static const struct table_column phase_column[] = {
	WHO_COLUMNS,
	COLUMN_SET("previous_phase", VALUE_TEXT, 0),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("decided", VALUE_DAY, 0),
	LIGHT_COLUMNS,
	COLUMN_SET("change", VALUE_TEXT, GRID_DETAIL),
	PROGRESS_COLUMNS(GRID_DETAIL),
};

static const struct table_column moved_column[] = {
	WHO_COLUMNS,
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("change", VALUE_TEXT, 0),
	LIGHT_COLUMNS,
	PROGRESS_COLUMNS(0),
	COLUMN_SET("previous_phase", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("decided", VALUE_DAY, GRID_DETAIL),
};
/* clang-format on */

/* Which rollouts a table is about. */
struct kind {
	struct table_shape shape;
	bool (*has)(const struct rollout_figures *);
};

static int
phase_step(const struct rollout_figures *r)
{
	return r->previous == NULL ? 0 : r->phase - r->previous->phase;
}

static bool
is_forward(const struct rollout_figures *r)
{
	return phase_step(r) > 0;
}

static bool
is_back(const struct rollout_figures *r)
{
	return phase_step(r) < 0;
}

static bool
is_worse(const struct rollout_figures *r)
{
	return phase_step(r) == 0 && r->change == CHANGE_WORSE;
}

static bool
is_better(const struct rollout_figures *r)
{
	return phase_step(r) == 0 && r->change == CHANGE_BETTER;
}

static bool
is_reporting(const struct rollout_figures *r)
{
	return phase_step(r) == 0 &&
	    (r->change == CHANGE_UNREPORTED || r->change == CHANGE_RETURNED ||
		r->change == CHANGE_NEW);
}

static const struct kind forward = {
    TABLE_SHAPE("forward", phase_column), is_forward};
static const struct kind back = {TABLE_SHAPE("back", phase_column), is_back};
static const struct kind worse = {
    TABLE_SHAPE("moved_back", moved_column), is_worse};
static const struct kind better = {
    TABLE_SHAPE("moved_forward", moved_column), is_better};
static const struct kind reporting = {
    TABLE_SHAPE("reporting", moved_column), is_reporting};

/* The newest decision that opened a gate or fell back. */
static const struct gate_decision *
decision_of(const struct facts *facts, const struct rollout_figures *r)
{
	const struct portfolio *folio = facts->portfolio;
	const struct gate_decision *d, *found = NULL;
	struct span span = folio->rows[r - facts->figures->rollout].decision;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		d = &folio->decision[i];
		if (d->date <= folio->report_date &&
		    (d->decision == DECISION_GO ||
			d->decision == DECISION_GO_CONDITIONAL ||
			d->decision == DECISION_FALL_BACK))
			found = d;
	}
	return found;
}

static void
set_before(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *before)
{
	if (before == NULL)
		return;
	table_light(table_cell(grid, "previous_light"), before->overall);
	table_set(grid, "previous_progress", value_percent(before->progress));
	table_set(grid, "previous_phase",
	    value_text(wording_phase(draft->facts, before->phase)));
}

static void
add_change(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;
	const struct gate_decision *decision = decision_of(facts, r);
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, r);
	set_before(draft, grid, r->previous);
	table_set(grid, "phase", value_text(wording_phase(facts, r->phase)));
	table_light(table_cell(grid, "light"), r->overall);
	table_set(grid, "progress", value_percent(r->progress));
	table_set(grid, "change",
	    value_text(label_of(
		wording_labels(facts), "change", change_id(r->change))));
	if (phase_step(r) == 0 || decision == NULL)
		return;
	cell = table_cell(grid, "decided");
	cell->value = value_day(decision->date);
	cell->source = decision->loc;
}

/* Without a month before there is nothing to compare with. */
static struct grid *
changes(const struct draft *draft, const struct kind *kind)
{
	const struct facts *facts = draft->facts;
	const struct moment *before = wording_before(facts);
	const struct rollout_figures *r;
	struct value values[2];
	struct grid *grid;
	const int *list;
	size_t i, n;

	grid = table_new(draft->arena, facts, &kind->shape);
	grid->page_rows = WHO_ROWS;
	list = who_by_urgency(draft, &n);
	for (i = 0; i < n && before != NULL; i++) {
		r = &facts->figures->rollout[list[i]];
		if (kind->has(r))
			add_change(draft, grid, r);
	}
	values[0] = value_count((int64_t)grid->nrow);
	values[1] = value_text(before == NULL
		? NULL
		: wording_month(draft->arena, facts, before->month));
	grid->caption = before == NULL
	    ? wording(facts, "overview.movement.first")
	    : wording_sentence(draft->arena, facts,
		  arena_printf(draft->arena, "%s.caption", kind->shape.id),
		  (int64_t)grid->nrow, values, 2);
	return grid;
}

struct grid *
changes_forward(const struct draft *draft)
{
	return changes(draft, &forward);
}

struct grid *
changes_back(const struct draft *draft)
{
	return changes(draft, &back);
}

struct grid *
changes_worse(const struct draft *draft)
{
	return changes(draft, &worse);
}

struct grid *
changes_better(const struct draft *draft)
{
	return changes(draft, &better);
}

struct grid *
changes_reporting(const struct draft *draft)
{
	return changes(draft, &reporting);
}
