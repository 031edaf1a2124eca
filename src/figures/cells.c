/*
 * Rules 2, 3 and 6: what was reported of main tasks, phase by phase.
 */
#include "figures/compute.h"

static double
cell_value(const struct status_row *row)
{
	if (row == NULL)
		return 0;
	switch (row->status) {
	case STATUS_DONE:
		return 100;
	case STATUS_IN_PROGRESS:
		return num_given(row->progress) ? row->progress : 50;
	case STATUS_BLOCKED:
		return num_given(row->progress) ? row->progress : 0;
	case STATUS_NOT_STARTED:
		return 0;
	case STATUS_NOT_APPLICABLE:
	case STATUSES:
		break;
	}
	return NUM_NONE;
}

/* The newest row of each cell; rows of one cell stand in rising month. */
static void
find_rows(const struct computation *c, struct cell_figures *cell)
{
	const struct status_row *row;
	size_t i;

	for (i = 0; i < c->rows->status.count; i++) {
		row = &c->portfolio->status[c->rows->status.first + i];
		if (row->month <= c->month &&
		    is_cell(c, row->main_task, row->phase))
			cell[(size_t)row->main_task * c->model->nphase +
			    (size_t)row->phase]
			    .row = row;
	}
}

double
cell_weight(const struct model *model, int task, int phase)
{
	return model
	    ->threshold[model_cell(model, task, phase)->grade == GRADE_FOCUS
		    ? THRESHOLD_WEIGHT_FOCUS
		    : THRESHOLD_WEIGHT_ACTIVE];
}

bool
status_open(enum status status)
{
	return status != STATUS_DONE && status != STATUS_NOT_APPLICABLE;
}

/* Rule 3, and what is missing in the current phase. */
static void
score_phase(const struct computation *c, struct rollout_figures *f)
{
	const struct cell_figures *cell;
	double sum = 0, weights = 0, weight;
	bool reported = false;
	int t;

	for (t = 0; t < (int)c->model->ntask; t++) {
		if (!is_cell(c, t, f->phase))
			continue;
		cell = cell_at(c, f, t, f->phase);
		if (cell->row == NULL)
			f->cells_unreported++;
		else {
			reported = true;
			f->cells_carried += cell->age > 0;
			f->blocked_cells += cell->row->status == STATUS_BLOCKED;
		}
		if (!num_given(cell->value))
			continue;
		weight = cell_weight(c->model, t, f->phase);
		sum += weight * cell->value;
		weights += weight;
	}
	f->task_sum = sum;
	f->task_weight = weights;
	f->task_score = reported && weights > 0 ? sum / weights : NUM_NONE;
}

/* A task presupposed before this one, reported and still open. */
static bool
conflicts(
    const struct computation *c, const struct rollout_figures *f, int task)
{
	const struct dependency *d;
	const struct cell_figures *cell;
	size_t i;

	for (i = 0; i < c->model->ndependency; i++) {
		d = &c->model->dependency[i];
		if (d->main_task != task || d->kind != DEPENDENCY_BEFORE ||
		    !is_cell(c, d->requires_task, f->phase))
			continue;
		cell = cell_at(c, f, d->requires_task, f->phase);
		if (cell->row != NULL && status_open(cell->row->status))
			return true;
	}
	return false;
}

static void
count_conflicts(const struct computation *c, struct rollout_figures *f)
{
	const struct cell_figures *cell;
	int t;

	for (t = 0; t < (int)c->model->ntask; t++) {
		cell = cell_at(c, f, t, f->phase);
		if (is_cell(c, t, f->phase) && cell->row != NULL &&
		    cell->row->status == STATUS_DONE && conflicts(c, f, t))
			f->dependency_conflicts++;
	}
}

static void
count_carry_over(const struct computation *c, struct rollout_figures *f)
{
	const struct cell_figures *cell;
	int t, p;

	for (t = 0; t < (int)c->model->ntask; t++)
		for (p = 0; p < f->phase; p++) {
			cell = cell_at(c, f, t, p);
			if (cell->row != NULL && status_open(cell->row->status))
				f->carry_over++;
		}
}

void
figure_cells(const struct computation *c, struct rollout_figures *f)
{
	size_t n = c->model->ntask * c->model->nphase, i;
	struct cell_figures *cell = arena_array(c->arena, n + 1, sizeof(*cell));

	find_rows(c, cell);
	for (i = 0; i < n; i++) {
		cell[i].value = cell_value(cell[i].row);
		if (cell[i].row != NULL)
			cell[i].age = c->month - cell[i].row->month;
	}
	f->cell = cell;
	count_carry_over(c, f);
	f->task_score = f->task_sum = f->task_weight = NUM_NONE;
	if (f->completed) {
		f->cells_unreported = f->cells_carried = f->blocked_cells =
		    f->dependency_conflicts = FIGURE_NONE;
		return;
	}
	score_phase(c, f);
	count_conflicts(c, f);
}
