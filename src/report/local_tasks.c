/*
 * The office's and the municipality's tasks: those near the report date, and
 * all of them.
 */
#include "report/local.h"
#include "report/wording.h"

#define DUE_DAYS 30 /* a task is near its deadline */

enum when { WHEN_OVERDUE, WHEN_DUE, WHEN_DONE, WHENS };

static const char *const when_id[WHENS] = {
    [WHEN_OVERDUE] = "overdue",
    [WHEN_DUE] = "due",
    [WHEN_DONE] = "done",
};

static const struct task_figures *
task_of(const struct data_row *row)
{
	return row->record;
}

static bool
is_when(const struct facts *facts, const struct task_figures *t, enum when when)
{
	const struct portfolio *folio = facts->portfolio;

	switch (when) {
	case WHEN_OVERDUE:
		return t->overdue;
	case WHEN_DUE:
		return t->open && t->deadline >= folio->report_date &&
		    t->deadline - folio->report_date <= DUE_DAYS;
	case WHEN_DONE:
		return t->status == STATUS_DONE && t->row != NULL &&
		    t->row->completed != DAY_NONE &&
		    month_of(t->row->completed) == folio->report_month;
	case WHENS:
		break;
	}
	return false;
}

/* Nothing of a task that is neither late, near nor newly done. */
static struct value
get_when(const struct data_row *row)
{
	int when;

	for (when = 0; when < WHENS; when++)
		if (is_when(row->facts, task_of(row), (enum when)when))
			return local_label(
			    row->facts, "local.when", when_id[when]);
	return value_none();
}

/* Of the office's list and not returned: nothing is known. */
static struct value
get_status(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	return local_label(row->facts, "status",
	    t->row == NULL ? "unreturned" : word_status[t->status].id);
}

static struct value
get_completed(const struct data_row *row)
{
	const struct task_row *t = task_of(row)->row;

	return t == NULL ? value_none() : value_day(t->completed);
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

static struct value
get_remark(const struct data_row *row)
{
	const struct task_row *t = task_of(row)->row;

	return t == NULL ? value_none() : value_text(t->comment);
}

static struct value
get_goal(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	if (t->catalogue != NULL && t->catalogue->goal != NULL)
		return value_text(t->catalogue->goal);
	return t->row == NULL ? value_none() : value_text(t->row->goal);
}

static struct value
get_origin(const struct data_row *row)
{
	return local_label(row->facts, "local.origin",
	    task_of(row)->catalogue != NULL ? "office" : "own");
}

#define AT(id, type, member, flags)                                      \
	{                                                                \
		{id, type, offsetof(struct task_figures, member), NULL}, \
		    flags, TOTAL_NONE                                    \
	}

/* clang-format off */
static const struct table_column task_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("phase", VALUE_TEXT, local_phase, 0),
	COLUMN_GET("when", VALUE_TEXT, get_when, 0),
	AT("task_id", VALUE_TEXT, id, GRID_HEAD),
	AT("title", VALUE_TEXT, title, GRID_WRAP),
	AT("mandatory", VALUE_BOOL, mandatory, 0),
	AT("deadline", VALUE_DAY, deadline, 0),
	COLUMN_GET("status", VALUE_TEXT, get_status, 0),
		COLUMN_GET("performer", VALUE_TEXT, get_performer, GRID_SPARE),
	COLUMN_GET("remark", VALUE_TEXT, get_remark, GRID_WRAP | GRID_SPARE),
	COLUMN_GET("completed", VALUE_DAY, get_completed, GRID_DETAIL),
	COLUMN_GET("main_task", VALUE_TEXT, local_main_task, GRID_DETAIL),
	AT("start", VALUE_DAY, start, GRID_DETAIL),
	COLUMN_GET("goal", VALUE_TEXT, get_goal, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("origin", VALUE_TEXT, get_origin, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape task_shape =
    TABLE_SHAPE("local-tasks", task_column);

static void
add_task(struct local_table *t, const struct rollout_figures *r,
    const struct task_figures *task)
{
	local_add(t, r, task, task->phase, task->main_task);
	if (task->row != NULL)
		local_source(t, "status", &task->row->loc);
	if (task->catalogue != NULL)
		local_source(t, "deadline", &task->catalogue->loc);
}

/* Late ones, then near ones, then those newly done. */
struct grid *
local_tasks(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct value values[WHENS], days = value_count(DUE_DAYS);
	struct local_table t;
	int when, count[WHENS] = {0};
	size_t i;

	local_begin(&t, draft, &task_shape, 2);
	for (when = 0; when < WHENS; when++) {
		for (i = 0; i < r->ntask; i++) {
			if (!is_when(
				draft->facts, &r->task[i], (enum when)when))
				continue;
			add_task(&t, r, &r->task[i]);
			count[when]++;
		}
		values[when] = value_count(count[when]);
	}
	t.grid->caption = local_say(
	    draft, "local.tasks", (int64_t)t.grid->nrow, values, WHENS);
	t.grid->measure = local_say(draft, "local.tasks.measure", 0, &days, 1);
	return t.grid;
}

struct grid *
local_all_tasks(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct local_table t;
	size_t i, k;

	local_begin(&t, draft, &task_shape, 0);
	t.grid->caption = wording(draft->facts, "local.tasks.all");
	t.grid->measure = wording(draft->facts, "local.tasks.all.measure");
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		for (k = 0; k < r->ntask; k++)
			add_task(&t, r, &r->task[k]);
	}
	return t.grid;
}
