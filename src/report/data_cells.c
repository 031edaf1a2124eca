/*
 * cells.csv and criteria.csv: what was reported and answered, phase by phase.
 */
#include "report/data.h"

static const struct cell_figures *
cell_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_main_task(const struct data_row *row)
{
	return value_count(row->facts->model->task[row->item].no);
}

static struct value
get_grade(const struct data_row *row)
{
	const struct matrix_cell *cell;

	cell = model_cell(row->facts->model, row->item, row->phase);
	return value_text(word_grade[cell->grade].id);
}

static struct value
get_status(const struct data_row *row)
{
	const struct status_row *status = cell_of(row)->row;

	return status == NULL ? value_none()
			      : value_text(word_status[status->status].id);
}

/* Never reported counts as nothing done. */
static struct value
get_value(const struct data_row *row)
{
	const struct cell_figures *cell = cell_of(row);

	return value_number(cell->row == NULL ? 0 : cell->value);
}

static struct value
get_age(const struct data_row *row)
{
	const struct cell_figures *cell = cell_of(row);

	return cell->row == NULL ? value_none() : value_count(cell->age);
}

static struct value
get_status_source(const struct data_row *row)
{
	const struct status_row *status = cell_of(row)->row;

	return status == NULL ? value_none()
			      : data_source(row->arena, &status->loc);
}

static const struct answer_row *
answer_of(const struct data_row *row)
{
	return row->rollout->answer[row->item];
}

static struct value
get_criterion(const struct data_row *row)
{
	return value_text(row->facts->model->criterion[row->item].id);
}

static struct value
get_mandatory(const struct data_row *row)
{
	return value_bool(row->facts->model->criterion[row->item].mandatory);
}

static struct value
get_answer(const struct data_row *row)
{
	const struct answer_row *answer = answer_of(row);

	return answer == NULL ? value_none()
			      : value_text(word_answer[answer->answer].id);
}

static struct value
get_answer_source(const struct data_row *row)
{
	const struct answer_row *answer = answer_of(row);

	return answer == NULL ? value_none()
			      : data_source(row->arena, &answer->loc);
}

/* clang-format off */
static const struct data_column cell_column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "phase", VALUE_TEXT, 0, data_phase },
	{ "main_task", VALUE_COUNT, 0, get_main_task },
	{ "grade", VALUE_TEXT, 0, get_grade },
	{ "status", VALUE_TEXT, 0, get_status },
	{ "value", VALUE_NUMBER, 0, get_value },
	{ "age_months", VALUE_COUNT, 0, get_age },
	{ "source", VALUE_TEXT, 0, get_status_source },
};

static const struct data_column criterion_column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "phase", VALUE_TEXT, 0, data_phase },
	{ "criterion", VALUE_TEXT, 0, get_criterion },
	{ "mandatory", VALUE_BOOL, 0, get_mandatory },
	{ "answer", VALUE_TEXT, 0, get_answer },
	{ "source", VALUE_TEXT, 0, get_answer_source },
};
/* clang-format on */

static const struct data_shape cell_shape = DATA_SHAPE("cells", cell_column);
static const struct data_shape criterion_shape =
    DATA_SHAPE("criteria", criterion_column);

/* The cells of the row's rollout and phase, in the order of the tasks. */
static void
add_cells(struct grid *grid, struct data_row *row)
{
	const struct model *model = row->facts->model;
	size_t task;

	for (task = 0; task < model->ntask; task++) {
		row->item = (int)task;
		if (model_cell(model, row->item, row->phase)->grade ==
		    GRADE_NONE)
			continue;
		row->record =
		    &row->rollout
			 ->cell[task * model->nphase + (size_t)row->phase];
		data_add(grid, &cell_shape, row);
	}
}

static void
add_criteria(struct grid *grid, struct data_row *row)
{
	const struct model *model = row->facts->model;
	size_t i;

	for (i = 0; i < model->ncriterion; i++) {
		row->item = (int)i;
		if (model->criterion[i].phase == row->phase)
			data_add(grid, &criterion_shape, row);
	}
}

/* Every phase of each rollout. */
static struct grid *
per_phase(struct data_row *row, const struct data_shape *shape,
    void (*add)(struct grid *, struct data_row *), size_t first, size_t end)
{
	const struct facts *facts = row->facts;
	struct grid *grid = data_grid(row->arena, shape);
	size_t i, phase;

	for (i = first; i < end; i++) {
		row->rollout = &facts->figures->rollout[i];
		for (phase = 0; phase < facts->model->nphase; phase++) {
			row->phase = (int)phase;
			add(grid, row);
		}
	}
	return grid;
}

struct grid *
data_cells_piece(
    struct arena *arena, const struct facts *facts, size_t first, size_t end)
{
	struct data_row row = {.arena = arena, .facts = facts};

	return per_phase(&row, &cell_shape, add_cells, first, end);
}

struct grid *
data_criteria_piece(
    struct arena *arena, const struct facts *facts, size_t first, size_t end)
{
	struct data_row row = {.arena = arena, .facts = facts};

	return per_phase(&row, &criterion_shape, add_criteria, first, end);
}

struct grid *
data_cells(struct arena *arena, const struct facts *facts)
{
	return data_cells_piece(arena, facts, 0, facts->portfolio->nrollout);
}

struct grid *
data_criteria(struct arena *arena, const struct facts *facts)
{
	return data_criteria_piece(arena, facts, 0, facts->portfolio->nrollout);
}
