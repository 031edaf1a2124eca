#include "portfolio/contradiction.h"

#include <string.h>

void
warn_after_report(struct loader *l, const struct row *row, int column)
{
	day date = cell_day(row, column);

	if (date != DAY_NONE && date > l->portfolio->report_date)
		report_cell(l, DIAG_after_report_date, row, column);
}

void
warn_dated_later(struct loader *l, const struct row *row, int column)
{
	if (cell_day(row, column) > l->portfolio->report_date)
		report_cell(l, DIAG_history_later, row, column);
}

void
warn_end_before_start(
    struct loader *l, const struct row *row, int start, int end)
{
	if (cell_day(row, start) != DAY_NONE &&
	    cell_day(row, end) != DAY_NONE &&
	    cell_day(row, end) < cell_day(row, start))
		report_cell(l, DIAG_end_before_start, row, end);
}

void
warn_progress(
    struct loader *l, const struct row *row, const struct status_row *s)
{
	bool given = num_given(s->progress);

	if (s->status == STATUS_DONE && given && s->progress < 100)
		report_cell(l, DIAG_done_below_100, row, COL_STATUS_PROGRESS);
	else if (s->status == STATUS_NOT_STARTED && given && s->progress > 0)
		report_cell(
		    l, DIAG_progress_not_started, row, COL_STATUS_PROGRESS);
	else if (s->status == STATUS_IN_PROGRESS && !given)
		report_cell(l, DIAG_no_progress_given, row, COL_STATUS_STATUS);
}

void
note_no_cell(
    struct loader *l, const struct row *row, const struct status_row *s)
{
	if (model_cell(l->model, s->main_task, s->phase)->grade == GRADE_NONE)
		report_cell(l, DIAG_no_cell, row, COL_STATUS_MAIN_TASK);
}

static bool
differs(const struct task_row *t, const struct catalogue_task *c)
{
	return t->phase != c->phase || t->main_task != c->main_task ||
	    t->mandatory != c->mandatory ||
	    (c->deadline != DAY_NONE && t->deadline != DAY_NONE &&
		t->deadline != c->deadline);
}

void
warn_catalogue(struct loader *l)
{
	const struct portfolio *p = l->portfolio;
	const struct catalogue_task *c;
	const struct task_row *t;
	size_t i;

	for (i = 0; i < p->ntask; i++) {
		t = &p->task[i];
		if (t->month != p->report_month)
			continue;
		c = portfolio_catalogue_task(
		    p, &p->rollout[t->rollout], t->id, p->report_date);
		if (c != NULL && differs(t, c))
			diag_add(l->diag, DIAG_task_differs, &t->loc, t->id,
			    c->loc.file,
			    arena_printf(l->arena, "%d", c->loc.line), NULL);
	}
}
