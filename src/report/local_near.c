/*
 * Right behind the first page: tasks that are late, and what stands between
 * each solution and its next gate.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/gate_form.h"
#include "report/local.h"
#include "report/wording.h"

#define OVERDUE_SHOWN 12 /* on the page; all stand under their solution */

struct late {
	const struct rollout_figures *rollout;
	const struct task_figures *task;
};

static int
compare_late(const void *a, const void *b)
{
	const struct late *x = a, *y = b;

	if (x->task->deadline != y->task->deadline)
		return x->task->deadline < y->task->deadline ? -1 : 1;
	if (x->rollout != y->rollout)
		return x->rollout < y->rollout ? -1 : 1;
	return x->task < y->task ? -1 : x->task > y->task;
}

/* All that are late, the oldest deadline first. */
static struct late *
collect_late(const struct draft *draft, size_t *count)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct late *late = NULL;
	size_t cap = 0, i, k;

	*count = 0;
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		for (k = 0; k < r->ntask && !r->parked; k++) {
			if (!r->task[k].overdue)
				continue;
			late = arena_grow(
			    draft->arena, late, *count, &cap, sizeof(*late));
			late[(*count)++] = (struct late){r, &r->task[k]};
		}
	}
	if (late != NULL)
		qsort(late, *count, sizeof(*late), compare_late);
	return late;
}

static const struct task_figures *
task_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_days(const struct data_row *row)
{
	return value_count(
	    row->facts->portfolio->report_date - task_of(row)->deadline);
}

static struct value
get_performer(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	if (t->row != NULL && t->row->performer != NULL)
		return value_text(t->row->performer);
	return t->catalogue == NULL ? value_none()
				    : value_text(t->catalogue->performer);
}

#define TASK(id, type, member, flags)                                    \
	{                                                                \
		{id, type, offsetof(struct task_figures, member), NULL}, \
		    flags, TOTAL_NONE                                    \
	}

/* clang-format off */
static const struct table_column overdue_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, GRID_HEAD),
	TASK("task_id", VALUE_TEXT, id, 0),
	TASK("deadline", VALUE_DAY, deadline, 0),
	COLUMN_GET("days_late", VALUE_COUNT, get_days, 0),
	TASK("title", VALUE_TEXT, title, GRID_WRAP),
	COLUMN_GET("performer", VALUE_TEXT, get_performer, 0),
	TASK("mandatory", VALUE_BOOL, mandatory, 0),
};
/* clang-format on */

static const struct table_shape overdue_shape =
    TABLE_SHAPE("local-overdue", overdue_column);

struct grid *
local_overdue(const struct draft *draft)
{
	struct late *late;
	struct local_table t;
	struct value values[2];
	size_t i, n, shown;

	late = collect_late(draft, &n);
	shown = n < OVERDUE_SHOWN ? n : OVERDUE_SHOWN;
	values[0] = value_count((int64_t)n);
	values[1] = value_count((int64_t)shown);
	local_begin(&t, draft, &overdue_shape, 0);
	t.grid->caption =
	    local_say(draft, "local.overdue", (int64_t)n, values, 2);
	if (n > shown)
		t.grid->measure =
		    local_say(draft, "local.overdue.some", 0, values, 2);
	for (i = 0; i < shown; i++) {
		local_add(&t, late[i].rollout, late[i].task, 0, 0);
		if (late[i].task->row != NULL)
			local_source(&t, "task_id", &late[i].task->row->loc);
		else if (late[i].task->catalogue != NULL)
			local_source(
			    &t, "task_id", &late[i].task->catalogue->loc);
	}
	return t.grid;
}

static struct value
get_gate(const struct data_row *row)
{
	return value_text(
	    wording_gate(row->arena, row->facts, row->rollout->phase));
}

static struct value
get_met(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;
	const struct value values[] = {value_count(r->mandatory_criteria_met),
	    value_count(r->mandatory_criteria)};

	return value_text(wording_sentence(row->arena, row->facts,
	    "local.met_of", r->mandatory_criteria, values, 2));
}

static void
add_id(struct buf *buf, const char *id)
{
	buf_printf(buf, "%s%s", buf->len == 0 ? "" : ", ", id);
}

static bool
is_met(const struct answer_row *answer)
{
	return answer != NULL &&
	    (answer->answer == ANSWER_YES || answer->answer == ANSWER_WAIVED ||
		answer->answer == ANSWER_NOT_APPLICABLE);
}

/* The criteria and tasks by their ids; the parts say what they are. */
static struct value
get_lacking(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;
	const struct model *model = row->facts->model;
	const char *text;
	struct buf ids;
	size_t i;

	buf_init(&ids);
	for (i = 0; i < model->ncriterion; i++)
		if (model->criterion[i].phase == r->phase &&
		    model->criterion[i].mandatory && !is_met(r->answer[i]))
			add_id(&ids, model->criterion[i].id);
	for (i = 0; i < r->ntask; i++)
		if (r->task[i].mandatory && r->task[i].open &&
		    r->task[i].phase == r->phase)
			add_id(&ids, r->task[i].id);
	text = arena_strndup(row->arena, ids.data, ids.len);
	buf_release(&ids);
	return value_text(text);
}

/* In the workbook long texts stand where other tables of the sheet have them.
 */
/* clang-format off */
static const struct table_column lacking_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, GRID_HEAD),
	COLUMN_AT("planned_end", VALUE_DAY, planned_end, 0),
	COLUMN_GET("criteria_met", VALUE_TEXT, get_met, 0),
	COLUMN_AT("mandatory_tasks_open", VALUE_COUNT, mandatory_tasks_open,
	    0),
	COLUMN_GET("gate", VALUE_TEXT, get_gate, 0),
	COLUMN_GET("lacking", VALUE_TEXT, get_lacking, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape lacking_shape =
    TABLE_SHAPE("local-lacking", lacking_column);

static int
compare_gates(const void *a, const void *b)
{
	const struct rollout_figures *const *x = a, *const *y = b;
	day p = (*x)->planned_end, q = (*y)->planned_end;

	if (p != q && (p == DAY_NONE || q == DAY_NONE))
		return p == DAY_NONE ? 1 : -1;
	if (p != q)
		return p < q ? -1 : 1;
	return *x < *y ? -1 : *x > *y;
}

static size_t
lacking_in(const struct rollout_figures *r)
{
	int criteria = r->mandatory_criteria - r->mandatory_criteria_met;

	return (size_t)criteria + (size_t)r->mandatory_tasks_open;
}

/* The next gate of each solution, by date. */
struct grid *
local_lacking(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures **gate, *r;
	struct local_table t;
	struct value values[1];
	size_t i, n = 0, lacking = 0;

	gate = arena_array(draft->arena, span.count + 1, sizeof(*gate));
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (!local_is_running(r))
			continue;
		gate[n++] = r;
		lacking += lacking_in(r);
	}
	qsort(gate, n, sizeof(*gate), compare_gates);
	values[0] = value_count((int64_t)lacking);
	local_begin(&t, draft, &lacking_shape, 0);
	t.grid->caption =
	    local_say(draft, "local.lacking", (int64_t)lacking, values, 1);
	t.grid->measure = wording(draft->facts, "local.lacking.measure");
	for (i = 0; i < n; i++) {
		local_add(&t, gate[i], gate[i], gate[i]->phase, 0);
		table_cell(t.grid, "gate")->href = gate_href(
		    draft, (int)(gate[i] - draft->facts->figures->rollout), 0);
	}
	return t.grid;
}
