/*
 * Rule 6: the tasks of a rollout, the office's list laid over the returns.
 */
#include <string.h>

#include "figures/compute.h"

/* The newest row of each returned task, by id; returns how many. */
static size_t
newest_rows(const struct computation *c, const struct task_row **newest)
{
	const struct task_row *row;
	size_t i, n = 0;

	for (i = 0; i < c->rows->task.count; i++) {
		row = &c->portfolio->task[c->rows->task.first + i];
		if (row->month > c->month)
			continue;
		if (n == 0 || newest[n - 1]->id != row->id)
			n++;
		newest[n - 1] = row;
	}
	return n;
}

static void
fill_task(const struct computation *c, const struct rollout_figures *f,
    struct task_figures *t)
{
	const struct catalogue_task *office = t->catalogue;
	const struct task_row *row = t->row;

	t->id = office != NULL ? office->id : row->id;
	t->title = office != NULL ? office->title : row->title;
	t->phase = office != NULL ? office->phase : row->phase;
	t->main_task = office != NULL ? office->main_task : row->main_task;
	t->mandatory = office != NULL ? office->mandatory : row->mandatory;
	t->start = office != NULL ? office->start : DAY_NONE;
	t->deadline = office != NULL ? office->deadline : DAY_NONE;
	if (row != NULL && t->start == DAY_NONE)
		t->start = row->start;
	if (row != NULL && t->deadline == DAY_NONE)
		t->deadline = row->deadline;
	t->status = row != NULL ? row->status : STATUS_NOT_STARTED;
	t->open = status_open(t->status);
	t->overdue = t->open && t->deadline != DAY_NONE &&
	    t->deadline < c->date && t->phase <= f->phase;
}

/* The catalogue's tasks that hold for the rollout, by id. */
static size_t
office_tasks(const struct computation *c, const struct rollout *r,
    const struct span *rows, struct task_figures *task)
{
	const struct portfolio *p = c->portfolio;
	const struct catalogue_task *t;
	const char *last = NULL;
	size_t i, n = 0;

	for (i = rows->first; i < rows->first + rows->count; i++) {
		t = &p->catalogue[i];
		if (t->id == last)
			continue;
		last = t->id;
		task[n].catalogue =
		    portfolio_catalogue_task(p, r, t->id, c->date);
		n += task[n].catalogue != NULL;
	}
	return n;
}

/* Pair the office's tasks with the returned rows; both stand by id. */
static size_t
pair_rows(struct task_figures *task, size_t noffice,
    const struct task_row *const *row, size_t nrow)
{
	size_t t = 0, n = noffice, r;
	int order;

	for (r = 0; r < nrow; r++) {
		order = 1;
		while (t < noffice &&
		    (order = strcmp(task[t].catalogue->id, row[r]->id)) < 0)
			t++;
		if (t < noffice && order == 0)
			task[t].row = row[r];
		else
			task[n++].row = row[r];
	}
	return n;
}

static void
count_tasks(struct rollout_figures *f)
{
	const struct task_figures *t;
	size_t i;

	if (f->completed)
		f->mandatory_tasks = f->mandatory_tasks_open = FIGURE_NONE;
	for (i = 0; i < f->ntask; i++) {
		t = &f->task[i];
		f->tasks_unreturned += t->row == NULL;
		f->tasks_wanted += t->row == NULL && t->phase <= f->phase;
		f->overdue_tasks += t->overdue;
		if (!t->mandatory || t->phase != f->phase)
			continue;
		f->mandatory_tasks++;
		f->mandatory_tasks_open += t->open;
	}
}

void
figure_tasks(const struct computation *c, struct rollout_figures *f)
{
	const struct task_row **row =
	    arena_array(c->arena, c->rows->task.count + 1, sizeof(*row));
	size_t nrow = newest_rows(c, row), i;
	const struct span office =
	    portfolio_catalogue_of(c->portfolio, f->rollout->solution);
	struct task_figures *task =
	    arena_array(c->arena, office.count + nrow + 1, sizeof(*task));

	f->task = task;
	f->ntask = pair_rows(
	    task, office_tasks(c, f->rollout, &office, task), row, nrow);
	for (i = 0; i < f->ntask; i++)
		fill_task(c, f, &task[i]);
	count_tasks(f);
}
