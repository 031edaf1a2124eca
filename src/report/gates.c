/*
 * Faseovergange: the gates that are due, and what they still lack.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/gate_form.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

static const char *
kept(const struct draft *draft, struct buf *buf)
{
	const char *text;

	text = arena_strndup(draft->arena, buf->data, buf->len);
	buf_release(buf);
	return text;
}

/* Rule 6: neither met nor left out. */
static bool
is_missing(const struct answer_row *row)
{
	return row == NULL || row->answer == ANSWER_NO ||
	    row->answer == ANSWER_PARTLY;
}

/* The mandatory criteria of the gate that are missing, by id. */
static const char *
missing_criteria(const struct draft *draft, const struct rollout_figures *r)
{
	const struct model *model = draft->facts->model;
	const struct criterion *c;
	struct buf buf;
	size_t i;

	buf_init(&buf);
	for (i = 0; i < model->ncriterion; i++) {
		c = &model->criterion[i];
		if (c->phase == r->phase && c->mandatory &&
		    is_missing(r->answer[i]))
			buf_printf(
			    &buf, "%s%s", buf.len > 0 ? ", " : "", c->id);
	}
	return kept(draft, &buf);
}

/* The mandatory tasks of the phase that are open. */
static const char *
open_tasks(const struct draft *draft, const struct rollout_figures *r)
{
	const struct task_figures *task;
	struct buf buf;
	size_t i;

	buf_init(&buf);
	for (i = 0; i < r->ntask; i++) {
		task = &r->task[i];
		if (task->phase == r->phase && task->mandatory && task->open)
			buf_printf(&buf, "%s%s %s", buf.len > 0 ? "\n" : "",
			    task->id, task->title);
	}
	return kept(draft, &buf);
}

static const char *
open_conditions(const struct draft *draft, const struct rollout_figures *r)
{
	struct buf buf;
	size_t i;

	buf_init(&buf);
	for (i = 0; i < r->ncondition; i++)
		buf_printf(
		    &buf, "%s%s", i > 0 ? "\n" : "", r->condition[i]->text);
	return kept(draft, &buf);
}

/* "STS (F1), SAPA (F2)": gates that other solutions have to pass first. */
static const char *
waits_for(const struct draft *draft, const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;
	const struct coordination_conflict *c = facts->figures->conflict;
	const struct solution_dependency *d;
	struct buf buf;
	size_t i;

	buf_init(&buf);
	for (i = 0; i < facts->figures->nconflict; i++) {
		if (&facts->figures->rollout[c[i].rollout] != r)
			continue;
		d = c[i].dependency;
		buf_printf(&buf, "%s%s (%s)", buf.len > 0 ? ", " : "",
		    facts->portfolio->solution[d->requires_solution].id,
		    facts->model->phase[d->requires_phase].id);
	}
	return kept(draft, &buf);
}

/* clang-format off */
static const struct table_column due_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("gate", VALUE_TEXT, 0),
	COLUMN_SET("recommendation", VALUE_TEXT, 0),
	COLUMN_SET("readiness", VALUE_PERCENT, GRID_BARS),
	COLUMN_SET("missing", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("mandatory_tasks_open", VALUE_COUNT, 0),
	COLUMN_SET("conditions", VALUE_COUNT, 0),
	COLUMN_SET("waits_for", VALUE_TEXT, GRID_SPARE),
	COLUMN_SET("light", VALUE_LIGHT, GRID_DETAIL),
	COLUMN_SET("forecast_end", VALUE_DAY, GRID_DETAIL),
	COLUMN_SET("slip_days", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("task_texts", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
	COLUMN_SET("condition_texts", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
};
/* clang-format on */

static const struct table_shape due_shape = TABLE_SHAPE("due", due_column);

static void
set_lacking(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	struct grid_cell *cell = table_cell(grid, "conditions");

	table_set(grid, "missing", value_text(missing_criteria(draft, r)));
	table_set(
	    grid, "mandatory_tasks_open", value_count(r->mandatory_tasks_open));
	table_set(grid, "task_texts", value_text(open_tasks(draft, r)));
	cell->value = value_count((int64_t)r->ncondition);
	if (r->ncondition > 0)
		cell->source = r->condition[0]->loc;
	table_set(
	    grid, "condition_texts", value_text(open_conditions(draft, r)));
	table_set(grid, "waits_for", value_text(waits_for(draft, r)));
}

static void
add_due(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, r);
	table_set(grid, "planned_end", value_day(r->planned_end));
	table_set(grid, "gate",
	    value_text(wording_gate(draft->arena, facts, r->phase)));
	table_cell(grid, "gate")->href =
	    gate_href(draft, (int)(r - facts->figures->rollout), 0);
	if (r->recommendation != RECOMMEND_NONE)
		table_set(grid, "recommendation",
		    value_text(label_of(wording_labels(facts), "recommendation",
			recommendation_id(r->recommendation))));
	table_set(grid, "readiness", value_percent(r->readiness));
	table_light(table_cell(grid, "light"), r->overall);
	table_set(grid, "forecast_end", value_day(r->forecast_end));
	if (r->slip_days != FIGURE_NONE)
		table_set(grid, "slip_days", value_count(r->slip_days));
	set_lacking(draft, grid, r);
}

/* What is counted for the words above the table. */
struct due {
	int all, overdue, ready, unplanned;
};

/* Within the window or overdue, whatever is recommended. */
static bool
is_due(
    const struct facts *facts, const struct rollout_figures *r, struct due *due)
{
	double window = facts->model->threshold[THRESHOLD_GATE_WINDOW];
	day today = facts->portfolio->report_date;

	if (r->parked || r->completed)
		return false;
	due->unplanned += r->planned_end == DAY_NONE;
	if (r->planned_end == DAY_NONE || r->planned_end - today > window)
		return false;
	due->all++;
	due->overdue += r->planned_end < today;
	due->ready += r->recommendation == RECOMMEND_GO;
	return true;
}

/* By urgency; those that aren't urgent by date, municipality, solution. */
static int
compare_due(const void *a, const void *b)
{
	const struct rollout_figures *const *first = a, *const *second = b;
	const struct rollout_figures *x = *first, *y = *second;

	if (x->urgency != y->urgency) {
		if (x->urgency == 0 || y->urgency == 0)
			return x->urgency == 0 ? 1 : -1;
		return x->urgency < y->urgency ? -1 : 1;
	}
	if (x->planned_end != y->planned_end)
		return x->planned_end < y->planned_end ? -1 : 1;
	return x < y ? -1 : x > y;
}

static const struct rollout_figures **
collect_due(const struct draft *draft, struct due *due)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r, **list;
	size_t i, n = 0;

	list = arena_array(
	    draft->arena, facts->portfolio->nrollout + 1, sizeof(*list));
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (is_due(facts, r, due))
			list[n++] = r;
	}
	qsort(list, n, sizeof(*list), compare_due);
	return list;
}

/* "3 er overskredet. 12 implementeringer har ingen plan." */
static const char *
due_measure(const struct draft *draft, const struct due *due)
{
	const struct value overdue = value_count(due->overdue);
	const struct value unplanned = value_count(due->unplanned);
	const struct facts *facts = draft->facts;

	return arena_printf(draft->arena, "%s %s%s%s",
	    wording(facts, "due.measure"),
	    wording_sentence(
		draft->arena, facts, "due.overdue", due->overdue, &overdue, 1),
	    due->unplanned > 0 ? " " : "",
	    wording_sentence(draft->arena, facts, "due.unplanned",
		due->unplanned, &unplanned, 1));
}

struct grid *
gates_due(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct due due = {0, 0, 0, 0};
	const struct rollout_figures **list;
	struct value values[3];
	struct grid *grid;
	int i;

	list = collect_due(draft, &due);
	values[0] = value_count(due.all);
	values[1] = value_count(
	    (int64_t)facts->model->threshold[THRESHOLD_GATE_WINDOW]);
	values[2] = value_count(due.ready);
	grid = table_new(draft->arena, facts, &due_shape);
	grid->caption = wording_sentence(
	    draft->arena, facts, "due.caption", due.all, values, 3);
	grid->measure = due_measure(draft, &due);
	grid->page_rows = WHO_ROWS;
	for (i = 0; i < due.all; i++)
		add_due(draft, grid, list[i]);
	return grid;
}
