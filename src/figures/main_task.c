/*
 * Main tasks and categories over the current phases of all rollouts.
 */
#include "figures/compute.h"

/* What a cell says: open unless done or not applicable. */
static void
add_cell(struct task_totals *t, const struct cell_figures *cell, bool behind)
{
	t->cells++;
	if (cell->row == NULL)
		t->unreported++;
	else
		t->status[cell->row->status]++;
	if (num_given(cell->value)) {
		t->mean += cell->value;
		t->mean_n++;
	}
	t->late +=
	    behind && (cell->row == NULL || status_open(cell->row->status));
}

static void
add_rollout(const struct model *m, const struct rollout_figures *f,
    struct task_totals *task, struct task_totals *category)
{
	bool behind = f->light[LIGHT_TIME] == LIGHT_YELLOW ||
	    f->light[LIGHT_TIME] == LIGHT_RED;
	const struct cell_figures *cell;
	size_t t;

	for (t = 0; t < m->ntask; t++) {
		if (model_cell(m, (int)t, f->phase)->grade == GRADE_NONE)
			continue;
		cell = &f->cell[t * m->nphase + (size_t)f->phase];
		add_cell(&task[t], cell, behind);
		add_cell(&category[m->task[t].category], cell, behind);
	}
}

static void
finish(struct task_totals *t, size_t n)
{
	for (; n > 0; n--, t++)
		t->mean = t->mean_n > 0 ? t->mean / t->mean_n : NUM_NONE;
}

void
figures_main_tasks(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	struct task_totals *task =
	    arena_array(arena, m->ntask + 1, sizeof(*task));
	struct task_totals *category =
	    arena_array(arena, m->ncategory + 1, sizeof(*category));
	const struct rollout_figures *f;
	size_t i;

	for (i = 0; i < p->nrollout; i++) {
		f = &figures->rollout[i];
		if (!f->parked && !f->completed)
			add_rollout(m, f, task, category);
	}
	finish(task, m->ntask);
	finish(category, m->ncategory);
	figures->main_task = task;
	figures->category = category;
}
