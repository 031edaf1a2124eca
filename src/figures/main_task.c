/*
 * Main tasks and categories over the current phases of all rollouts, and main
 * tasks of each solution.
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
	if (num_given(cell->value) && cell->row != NULL) {
		t->reported_mean += cell->value;
		t->reported_n++;
	}
	t->late +=
	    behind && (cell->row == NULL || status_open(cell->row->status));
}

/* All that is added up. */
struct sums {
	struct task_totals *task;     /* beside model.task */
	struct task_totals *solution; /* solution * model.ntask + task */
	struct task_totals *category; /* beside model.category */
};

static void
add_rollout(const struct model *m, const struct sums *sums,
    const struct rollout_figures *f)
{
	size_t solution = (size_t)f->rollout->solution * m->ntask, t;
	bool behind = f->light[LIGHT_TIME] == LIGHT_YELLOW ||
	    f->light[LIGHT_TIME] == LIGHT_RED;
	const struct cell_figures *cell;

	for (t = 0; t < m->ntask; t++) {
		if (model_cell(m, (int)t, f->phase)->grade == GRADE_NONE)
			continue;
		cell = &f->cell[t * m->nphase + (size_t)f->phase];
		add_cell(&sums->task[t], cell, behind);
		add_cell(&sums->solution[solution + t], cell, behind);
		add_cell(&sums->category[m->task[t].category], cell, behind);
	}
}

static double
mean_of(double sum, int n)
{
	return n > 0 ? sum / n : NUM_NONE;
}

/* What was a sum becomes a mean. */
static void
finish(struct task_totals *t, size_t n)
{
	for (; n > 0; n--, t++) {
		t->mean = mean_of(t->mean, t->mean_n);
		t->reported_mean = mean_of(t->reported_mean, t->reported_n);
	}
}

void
figures_main_tasks(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	const size_t nsolution = p->nsolution * m->ntask;
	const struct sums sums = {
	    .task = arena_array(arena, m->ntask + 1, sizeof(*sums.task)),
	    .solution =
		arena_array(arena, nsolution + 1, sizeof(*sums.solution)),
	    .category =
		arena_array(arena, m->ncategory + 1, sizeof(*sums.category))};
	size_t i;

	for (i = 0; i < p->nrollout; i++)
		if (!figures->rollout[i].parked &&
		    !figures->rollout[i].completed)
			add_rollout(m, &sums, &figures->rollout[i]);
	finish(sums.task, m->ntask);
	finish(sums.solution, nsolution);
	finish(sums.category, m->ncategory);
	figures->main_task = sums.task;
	figures->solution_task = sums.solution;
	figures->category = sums.category;
}
