/*
 * What is open at a gate besides its criteria.
 */
#include <string.h>

#include "base/arena.h"
#include "report/gate_checklist.h"
#include "report/gate_form.h"
#include "report/local.h"
#include "report/wording.h"

static const struct task_figures *
task_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_status(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	return local_label(row->facts, "status",
	    t->row == NULL ? "unreturned" : word_status[t->status].id);
}

static struct value
get_performer(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	if (t->row != NULL && t->row->performer != NULL)
		return value_text(t->row->performer);
	return value_text(
	    t->catalogue == NULL ? NULL : t->catalogue->performer);
}

static struct value
get_remark(const struct data_row *row)
{
	const struct task_figures *t = task_of(row);

	return value_text(t->row == NULL ? NULL : t->row->comment);
}

#define TASK(id, type, member, flags)                                    \
	{                                                                \
		{id, type, offsetof(struct task_figures, member), NULL}, \
		    flags, TOTAL_NONE                                    \
	}

/* clang-format off */
static const struct table_column task_column[] = {
	TASK("id", VALUE_TEXT, id, GRID_HEAD),
	TASK("title", VALUE_TEXT, title, GRID_WRAP),
	COLUMN_GET("main_task", VALUE_TEXT, local_main_task, 0),
	COLUMN_GET("status", VALUE_TEXT, get_status, 0),
	TASK("deadline", VALUE_DAY, deadline, 0),
	COLUMN_GET("performer", VALUE_TEXT, get_performer, 0),
	COLUMN_GET("remark", VALUE_TEXT, get_remark, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape task_shape =
    TABLE_SHAPE("gate-tasks", task_column);

/* A table of this rollout alone, under its own id. */
static void
begin(struct local_table *t, const struct draft *draft,
    const struct table_shape *shape)
{
	local_begin(t, draft, shape, 0);
	t->grid->id = shape->id;
}

/* An empty table says all there is to say without one. */
static void
count_caption(const struct local_table *t, const char *key)
{
	const struct value n = value_count((int64_t)t->grid->nrow);

	if (n.as.count == 0)
		return;
	t->grid->caption = local_say(t->draft, key, n.as.count, &n, 1);
}

static bool
is_named(const char *const *name, const char *id)
{
	for (; *name != NULL; name++)
		if (strcmp(*name, id) == 0)
			return true;
	return false;
}

/*
 * The table without these columns and those that a page has no room for: the
 * workbook is printed as well.
 */
static struct grid *
narrowed(const struct draft *draft, const struct grid *from,
    const char *const *without)
{
	struct grid_column *column =
	    arena_array(draft->arena, from->ncolumn, sizeof(*column));
	size_t *at = arena_array(draft->arena, from->ncolumn, sizeof(*at));
	struct grid_cell *cell;
	struct grid *grid;
	size_t n = 0, row, i;

	for (i = 0; i < from->ncolumn; i++) {
		if ((from->column[i].flags & GRID_DETAIL) != 0 ||
		    is_named(without, from->column[i].id))
			continue;
		column[n] = from->column[i];
		at[n++] = i;
	}
	grid = grid_new(draft->arena, from->id, column, n);
	grid->caption = from->caption;
	grid->empty = from->empty;
	for (row = 0; row < from->nrow; row++) {
		cell = grid_add_row(draft->arena, grid);
		for (i = 0; i < n; i++)
			cell[i] = *grid_at(from, row, at[i]);
	}
	return grid;
}

/* A column that says nothing takes no room. */
static struct grid *
without_empty(
    const struct draft *draft, const struct grid *grid, const char *column)
{
	const char *name[] = {column, NULL};
	size_t at = (size_t)grid_column_find(grid, column), row;

	for (row = 0; row < grid->nrow; row++)
		if (grid_at(grid, row, at)->value.type != VALUE_NONE)
			name[0] = NULL;
	return narrowed(draft, grid, name);
}

struct grid *
gate_tasks(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	const struct task_figures *task;
	struct local_table t;
	size_t i;

	begin(&t, draft, &task_shape);
	for (i = 0; i < r->ntask; i++) {
		task = &r->task[i];
		if (!task->mandatory || !task->open || task->phase != r->phase)
			continue;
		local_add(&t, r, task, r->phase, task->main_task);
		local_source(&t, "id",
		    task->row != NULL ? &task->row->loc
				      : &task->catalogue->loc);
		if (task->overdue)
			table_cell(t.grid, "deadline")->tone = TONE_RED;
	}
	count_caption(&t, "gate.tasks");
	return without_empty(draft, t.grid, "remark");
}

/* Those of the municipality report, under a name of the checklist. */
static struct grid *
renamed(struct grid *grid, const char *id)
{
	if (grid != NULL)
		grid->id = id;
	return grid;
}

static struct grid *
short_cells(const struct draft *draft, const struct grid *grid, const char *id)
{
	static const char *const without[] = {"responsible", "age", NULL};

	return grid == NULL ? NULL
			    : renamed(narrowed(draft, grid, without), id);
}

struct grid *
gate_cells(const struct draft *draft)
{
	return short_cells(draft, local_cells(draft), "gate-cells");
}

struct grid *
gate_carried(const struct draft *draft)
{
	return short_cells(draft, local_carried(draft), "gate-carried");
}

struct grid *
gate_history(const struct draft *draft)
{
	return renamed(local_history(draft), "gate-history");
}

static struct value
get_score(const struct data_row *row)
{
	return value_count(risk_score(row->record));
}

#define RISK(id, type, member, flags)                                   \
	{                                                               \
		{id, type, offsetof(struct risk, member), NULL}, flags, \
		    TOTAL_NONE                                          \
	}

/* clang-format off */
static const struct table_column risk_column[] = {
	RISK("id", VALUE_TEXT, id, GRID_HEAD),
	RISK("risk", VALUE_TEXT, text, GRID_WRAP),
	COLUMN_GET("score", VALUE_COUNT, get_score, 0),
	RISK("response", VALUE_TEXT, response, GRID_WRAP),
	RISK("owner", VALUE_TEXT, owner, 0),
	RISK("deadline", VALUE_DAY, deadline, 0),
};
/* clang-format on */

static const struct table_shape risk_shape =
    TABLE_SHAPE("gate-risks", risk_column);

/* Open ones whose light is not green. */
struct grid *
gate_risks(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	double limit = draft->facts->model->threshold[THRESHOLD_RISK_YELLOW];
	struct value values[2];
	struct local_table t;
	size_t i;

	begin(&t, draft, &risk_shape);
	for (i = 0; i < r->nrisk; i++) {
		if (r->risk[i]->status != OPEN_OPEN ||
		    risk_score(r->risk[i]) < limit)
			continue;
		local_add(&t, r, r->risk[i], r->phase, 0);
		local_source(&t, "id", &r->risk[i]->loc);
	}
	values[0] = value_count((int64_t)t.grid->nrow);
	values[1] = value_number(limit);
	if (t.grid->nrow > 0)
		t.grid->caption = local_say(
		    draft, "gate.risks", values[0].as.count, values, 2);
	else
		t.grid->empty =
		    local_say(draft, "gate.risks.empty", 0, &values[1], 1);
	return t.grid;
}

/* clang-format off */
static const struct table_column order_column[] = {
	COLUMN_SET("main_task", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("requires", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("status", VALUE_TEXT, 0),
	COLUMN_SET("basis", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape order_shape =
    TABLE_SHAPE("gate-order", order_column);

static void
add_broken(struct local_table *t, const struct rollout_figures *r,
    const struct dependency *d)
{
	const struct facts *facts = t->draft->facts;
	struct arena *arena = t->draft->arena;
	const struct cell_figures *cell;

	cell = &r->cell[(size_t)d->requires_task * facts->model->nphase +
	    (size_t)r->phase];
	grid_add_row(arena, t->grid);
	table_set(t->grid, "main_task",
	    value_text(local_task_name(arena, facts, d->main_task)));
	table_set(t->grid, "requires",
	    value_text(local_task_name(arena, facts, d->requires_task)));
	table_set(t->grid, "status",
	    local_label(facts, "status", word_status[cell->row->status].id));
	local_source(t, "status", &cell->row->loc);
	table_set(t->grid, "basis",
	    local_label(facts, "gate.basis", word_basis[d->basis].id));
}

/* Main tasks that are done before what they presuppose. */
struct grid *
gate_order(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct local_table t;
	size_t i;

	begin(&t, draft, &order_shape);
	for (i = 0; i < r->nbroken; i++)
		add_broken(&t, r, r->broken[i]);
	count_caption(&t, "gate.order");
	return t.grid;
}

/* clang-format off */
static const struct table_column awaited_column[] = {
	COLUMN_SET("requires", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("requires_gate", VALUE_TEXT, 0),
	COLUMN_SET("requires_phase", VALUE_TEXT, 0),
	COLUMN_SET("requires_end", VALUE_DAY, 0),
	COLUMN_SET("requires_forecast", VALUE_DAY, 0),
	COLUMN_SET("needed_for", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape awaited_shape =
    TABLE_SHAPE("gate-awaited", awaited_column);

static void
add_awaited(struct local_table *t, const struct coordination_conflict *c)
{
	const struct facts *facts = t->draft->facts;
	const struct rollout_figures *other =
	    &facts->figures->rollout[c->requires_rollout];
	struct grid_cell *cell = grid_add_row(t->draft->arena, t->grid);

	cell->value = value_text(wording_solution(facts, other));
	cell->source = c->dependency->loc;
	cell->href = gate_href(t->draft, c->requires_rollout, 0);
	table_set(t->grid, "requires_gate",
	    value_text(wording_gate(
		t->draft->arena, facts, c->dependency->requires_phase)));
	table_set(t->grid, "requires_phase",
	    value_text(wording_phase(facts, other->phase)));
	table_set(t->grid, "requires_end", value_day(other->planned_end));
	table_set(t->grid, "requires_forecast", value_day(other->forecast_end));
	table_set(t->grid, "needed_for",
	    value_text(wording_phase(facts, c->dependency->phase)));
}

static void
add_all_awaited(
    struct local_table *t, const struct coordination_conflict *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (c[i].rollout == t->draft->slice->index)
			add_awaited(t, &c[i]);
}

/* Gates of other solutions that this one should have had behind it. */
struct grid *
gate_awaited(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	struct local_table t;

	begin(&t, draft, &awaited_shape);
	add_all_awaited(&t, figures->conflict, figures->nconflict);
	add_all_awaited(&t, figures->awaited, figures->nawaited);
	count_caption(&t, "gate.awaited");
	return t.grid;
}
