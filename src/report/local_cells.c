/*
 * Main tasks of a municipality: of the phase, carried over, and all of them.
 */
#include "report/local.h"
#include "report/wording.h"

static const struct cell_figures *
cell_of(const struct data_row *row)
{
	return row->record;
}

static const struct status_row *
status_of(const struct data_row *row)
{
	return cell_of(row)->row;
}

/* Never reported is said, but of a phase to come there is nothing to say. */
static struct value
get_status(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	if (status == NULL && row->phase > row->rollout->phase)
		return value_none();
	return local_label(row->facts, "status",
	    status == NULL ? "unreported" : word_status[status->status].id);
}

static struct value
get_progress(const struct data_row *row)
{
	return status_of(row) == NULL ? value_none()
				      : value_percent(cell_of(row)->value);
}

static struct value
get_end(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	return status == NULL ? value_none() : value_day(status->expected_end);
}

static struct value
get_responsible(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	return status == NULL ? value_none() : value_text(status->responsible);
}

static struct value
get_remark(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	return status == NULL ? value_none() : value_text(status->comment);
}

static struct value
get_updated(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	return status == NULL ? value_none() : value_day(status->updated);
}

static struct value
get_month(const struct data_row *row)
{
	const struct status_row *status = status_of(row);

	return status == NULL
	    ? value_none()
	    : value_text(wording_month(row->arena, row->facts, status->month));
}

static struct value
get_age(const struct data_row *row)
{
	return status_of(row) == NULL ? value_none()
				      : value_count(cell_of(row)->age);
}

static struct value
get_grade(const struct data_row *row)
{
	const struct matrix_cell *cell;

	cell = model_cell(row->facts->model, row->item, row->phase);
	return local_label(row->facts, "grade", word_grade[cell->grade].id);
}

static struct value
get_category(const struct data_row *row)
{
	const struct model *model = row->facts->model;

	return value_text(wording_text(row->facts,
	    &model->category[model->task[row->item].category].name));
}

/* clang-format off */
static const struct table_column cell_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("phase", VALUE_TEXT, local_phase, 0),
	COLUMN_GET("main_task", VALUE_TEXT, local_main_task, GRID_HEAD),
	COLUMN_GET("status", VALUE_TEXT, get_status, 0),
	COLUMN_GET("progress", VALUE_PERCENT, get_progress, GRID_BARS),
	COLUMN_GET("own_end", VALUE_DAY, get_end, GRID_SPARE),
	COLUMN_GET("responsible", VALUE_TEXT, get_responsible, GRID_SPARE),
	COLUMN_GET("remark", VALUE_TEXT, get_remark, GRID_WRAP | GRID_SPARE),
	COLUMN_GET("age", VALUE_COUNT, get_age, 0),
	COLUMN_GET("row_month", VALUE_TEXT, get_month, GRID_DETAIL),
	COLUMN_GET("updated", VALUE_DAY, get_updated, GRID_DETAIL),
	COLUMN_GET("grade", VALUE_TEXT, get_grade, GRID_DETAIL),
	COLUMN_GET("category", VALUE_TEXT, get_category, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape cell_shape =
    TABLE_SHAPE("local-cells", cell_column);
static const struct table_shape carried_shape =
    TABLE_SHAPE("local-carried", cell_column);

static bool
every(const struct cell_figures *cell)
{
	(void)cell;
	return true;
}

/* Reported once, and neither done nor not applicable. */
static bool
left_open(const struct cell_figures *cell)
{
	return cell->row != NULL && cell->row->status != STATUS_DONE &&
	    cell->row->status != STATUS_NOT_APPLICABLE;
}

/* A colour where it matters: what is blocked. */
static void
mark_status(const struct local_table *t, const struct cell_figures *cell)
{
	struct grid_cell *status = table_cell(t->grid, "status");

	if (cell->row == NULL && status->value.type != VALUE_NONE)
		status->tone = TONE_GREY;
	else if (cell->row != NULL && cell->row->status == STATUS_BLOCKED)
		status->tone = TONE_RED;
}

/* The cells of a phase that are wanted, in the order of the model. */
static void
add_phase(struct local_table *t, const struct rollout_figures *r, int phase,
    bool (*wanted)(const struct cell_figures *))
{
	const struct model *model = t->draft->facts->model;
	const struct cell_figures *cell;
	size_t task;

	for (task = 0; task < model->ntask; task++) {
		cell = &r->cell[task * model->nphase + (size_t)phase];
		if (model_cell(model, (int)task, phase)->grade == GRADE_NONE ||
		    !wanted(cell))
			continue;
		local_add(t, r, cell, phase, (int)task);
		mark_status(t, cell);
		if (cell->row != NULL)
			local_source(t, "status", &cell->row->loc);
	}
}

/* How many of the phase's main tasks are done, and how many blocked. */
static const char *
cells_caption(const struct draft *draft, const struct rollout_figures *r)
{
	const struct model *model = draft->facts->model;
	const struct status_row *row;
	struct value values[3];
	int all = 0, done = 0;
	size_t task;

	for (task = 0; task < model->ntask; task++) {
		if (model_cell(model, (int)task, r->phase)->grade == GRADE_NONE)
			continue;
		row = r->cell[task * model->nphase + (size_t)r->phase].row;
		if (row != NULL && row->status == STATUS_NOT_APPLICABLE)
			continue;
		all++;
		done += row != NULL && row->status == STATUS_DONE;
	}
	values[0] = value_count(done);
	values[1] = value_count(all);
	values[2] = value_text(wording_phase(draft->facts, r->phase));
	return local_say(draft, "local.cells", done, values, 3);
}

/* Of the current phase; a completed rollout has none. */
struct grid *
local_cells(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct local_table t;

	if (r->completed)
		return NULL;
	local_begin(&t, draft, &cell_shape, 2);
	t.grid->caption = cells_caption(draft, r);
	t.grid->measure = wording(draft->facts, "local.cells.measure");
	add_phase(&t, r, r->phase, every);
	return t.grid;
}

struct grid *
local_carried(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct value n = value_count(r->carry_over);
	struct local_table t;
	int phase;

	local_begin(&t, draft, &carried_shape, 1);
	t.grid->caption =
	    local_say(draft, "local.carried", r->carry_over, &n, 1);
	for (phase = 0; phase < r->phase; phase++)
		add_phase(&t, r, phase, left_open);
	return t.grid->nrow == 0 ? NULL : t.grid;
}

/* Everything, for the workbook: a parked rollout's too. */
struct grid *
local_all_cells(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	size_t i, phase;

	local_begin(&t, draft, &cell_shape, 0);
	t.grid->caption = wording(draft->facts, "local.cells.all");
	t.grid->measure = wording(draft->facts, "local.cells.measure");
	for (i = span.first; i < span.first + span.count; i++)
		for (phase = 0; phase < draft->facts->model->nphase; phase++)
			add_phase(
			    &t, local_figures(draft, i), (int)phase, every);
	return t.grid;
}
