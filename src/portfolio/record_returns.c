/*
 * What a municipality returns each month: status, its own lights, tasks,
 * answers.
 */
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/records.h"

bool
build_status(struct loader *l, const struct row *row, void *record)
{
	struct status_row *s = record;

	s->loc = row_loc(row, -1);
	s->month = l->month;
	s->rollout = resolve_rollout(l, row, ROLLOUT_OF(STATUS));
	s->phase = resolve_phase(l, row, COL_STATUS_PHASE);
	s->main_task = resolve_task(l, row, COL_STATUS_MAIN_TASK);
	if (s->rollout == -1 || s->phase == -1 || s->main_task == -1)
		return false;
	s->status = (enum status)cell_word(row, COL_STATUS_STATUS);
	s->progress = cell_number(row, COL_STATUS_PROGRESS);
	s->expected_end = cell_day(row, COL_STATUS_EXPECTED_END);
	s->updated = cell_day(row, COL_STATUS_UPDATED);
	s->responsible = cell_text(row, COL_STATUS_RESPONSIBLE);
	s->comment = cell_text(row, COL_STATUS_COMMENT);
	warn_progress(l, row, s);
	warn_after_report(l, row, COL_STATUS_UPDATED);
	note_no_cell(l, row, s);
	return true;
}

int
compare_status(const void *a, const void *b)
{
	const struct status_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0 ||
	    (c = by_int(x->main_task, y->main_task)) != 0)
		return c;
	return by_int(x->month, y->month);
}

bool
build_assessment(struct loader *l, const struct row *row, void *record)
{
	struct assessment *a = record;

	a->loc = row_loc(row, -1);
	a->month = l->month;
	a->rollout = resolve_rollout(l, row, ROLLOUT_OF(ASSESSMENTS));
	if (a->rollout == -1)
		return false;
	a->dimension =
	    (enum dimension)cell_word(row, COL_ASSESSMENTS_DIMENSION);
	a->light = (enum light)cell_word(row, COL_ASSESSMENTS_LIGHT);
	a->comment = cell_text(row, COL_ASSESSMENTS_COMMENT);
	a->next_period = cell_text(row, COL_ASSESSMENTS_NEXT_PERIOD);
	a->decision_wanted = cell_text(row, COL_ASSESSMENTS_DECISION_WANTED);
	return true;
}

int
compare_assessment(const void *a, const void *b)
{
	const struct assessment *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int((int)x->dimension, (int)y->dimension)) != 0)
		return c;
	return by_int(x->month, y->month);
}

bool
build_task(struct loader *l, const struct row *row, void *record)
{
	struct task_row *t = record;

	t->loc = row_loc(row, -1);
	t->month = l->month;
	t->rollout = resolve_rollout(l, row, ROLLOUT_OF(TASKS));
	t->phase = resolve_phase(l, row, COL_TASKS_PHASE);
	t->main_task = resolve_task(l, row, COL_TASKS_MAIN_TASK);
	if (t->rollout == -1 || t->phase == -1 || t->main_task == -1)
		return false;
	t->id = resolve_id(l->task_ids, row, COL_TASKS_TASK_ID);
	t->title = cell_text(row, COL_TASKS_TITLE);
	t->mandatory = cell_word(row, COL_TASKS_MANDATORY) == YESNO_YES;
	t->start = cell_day(row, COL_TASKS_START);
	t->deadline = cell_day(row, COL_TASKS_DEADLINE);
	t->completed = cell_day(row, COL_TASKS_COMPLETED);
	t->status = (enum status)cell_word(row, COL_TASKS_STATUS);
	t->performer = cell_text(row, COL_TASKS_PERFORMER);
	t->goal = cell_text(row, COL_TASKS_GOAL);
	t->comment = cell_text(row, COL_TASKS_COMMENT);
	warn_after_report(l, row, COL_TASKS_COMPLETED);
	warn_end_before_start(l, row, COL_TASKS_START, COL_TASKS_DEADLINE);
	return true;
}

int
compare_task(const void *a, const void *b)
{
	const struct task_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->month, y->month);
}

bool
build_answer(struct loader *l, const struct row *row, void *record)
{
	struct answer_row *a = record;

	a->loc = row_loc(row, -1);
	a->month = l->month;
	a->rollout = resolve_rollout(l, row, ROLLOUT_OF(CRITERIA_ANSWERS));
	a->criterion =
	    resolve_criterion(l, row, COL_CRITERIA_ANSWERS_CRITERION);
	if (a->rollout == -1 || a->criterion == -1)
		return false;
	a->answer = (enum answer)cell_word(row, COL_CRITERIA_ANSWERS_ANSWER);
	a->evidence = cell_text(row, COL_CRITERIA_ANSWERS_EVIDENCE);
	a->responsible = cell_text(row, COL_CRITERIA_ANSWERS_RESPONSIBLE);
	a->initials = cell_text(row, COL_CRITERIA_ANSWERS_INITIALS);
	a->comment = cell_text(row, COL_CRITERIA_ANSWERS_COMMENT);
	a->deadline = cell_day(row, COL_CRITERIA_ANSWERS_DEADLINE);
	a->date = cell_day(row, COL_CRITERIA_ANSWERS_DATE);
	warn_after_report(l, row, COL_CRITERIA_ANSWERS_DATE);
	return true;
}

int
compare_answer(const void *a, const void *b)
{
	const struct answer_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->criterion, y->criterion)) != 0)
		return c;
	return by_int(x->month, y->month);
}
