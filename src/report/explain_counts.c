/*
 * Derivations of counts (rule 6): a term for each that counts.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/explain.h"
#include "report/wording.h"

/* Nothing counts: said, so that nobody takes it for an omission. */
static void
say_if_none(struct explain *e)
{
	if (e->terms->nrow == 0)
		explain_say(e, "explain.none_counts", 0, NULL, 0);
}

/* The criteria of the phase of that answer; ANSWERS: unanswered. */
static void
add_answers(struct explain *e, bool mandatory, enum answer answer)
{
	const struct answer_row *row;
	size_t i;

	for (i = 0; i < e->model->ncriterion; i++) {
		row = e->r->answer[i];
		if (e->model->criterion[i].phase == e->r->phase &&
		    (e->model->criterion[i].mandatory || !mandatory) &&
		    (row == NULL ? ANSWERS : row->answer) == answer)
			explain_answer(e, i, NUM_NONE, value_none());
	}
}

void
explain_criteria(struct explain *e)
{
	size_t i;

	for (i = 0; i < e->model->ncriterion; i++)
		if (e->model->criterion[i].phase == e->r->phase &&
		    e->model->criterion[i].mandatory)
			explain_answer(e, i, NUM_NONE, value_none());
	say_if_none(e);
}

void
explain_criteria_met(struct explain *e)
{
	add_answers(e, true, ANSWER_YES);
	add_answers(e, true, ANSWER_WAIVED);
	add_answers(e, true, ANSWER_NOT_APPLICABLE);
	say_if_none(e);
}

void
explain_criteria_no(struct explain *e)
{
	add_answers(e, true, ANSWER_NO);
	say_if_none(e);
}

void
explain_criteria_unanswered(struct explain *e)
{
	add_answers(e, true, ANSWERS);
	say_if_none(e);
}

void
explain_waived(struct explain *e)
{
	add_answers(e, false, ANSWER_WAIVED);
	say_if_none(e);
}

static void
add_task(struct explain *e, const struct task_figures *t)
{
	const char *id =
	    t->row == NULL ? "unreturned" : word_status[t->status].id;

	explain_term(e, t->id,
	    arena_printf(e->arena, "%s (%s)", t->title,
		label_of(wording_labels(e->facts), "status", id)),
	    NUM_NONE, value_day(t->deadline),
	    t->row != NULL ? &t->row->loc : &t->catalogue->loc);
}

/* The tasks that a count picks. */
static void
add_tasks(struct explain *e,
    bool (*counts)(const struct rollout_figures *, const struct task_figures *))
{
	size_t i;

	for (i = 0; i < e->r->ntask; i++)
		if (counts(e->r, &e->r->task[i]))
			add_task(e, &e->r->task[i]);
	say_if_none(e);
}

static bool
is_mandatory(const struct rollout_figures *r, const struct task_figures *t)
{
	return t->mandatory && t->phase == r->phase;
}

static bool
is_open(const struct rollout_figures *r, const struct task_figures *t)
{
	return is_mandatory(r, t) && t->open;
}

static bool
is_unreturned(const struct rollout_figures *r, const struct task_figures *t)
{
	(void)r;
	return t->row == NULL;
}

static bool
is_overdue(const struct rollout_figures *r, const struct task_figures *t)
{
	(void)r;
	return t->overdue;
}

void
explain_mandatory_tasks(struct explain *e)
{
	add_tasks(e, is_mandatory);
}

void
explain_tasks_open(struct explain *e)
{
	add_tasks(e, is_open);
}

void
explain_tasks_unreturned(struct explain *e)
{
	add_tasks(e, is_unreturned);
}

void
explain_overdue(struct explain *e)
{
	add_tasks(e, is_overdue);
}

static const struct status_row *
row_at(const struct explain *e, int task, int phase)
{
	return e->r->cell[(size_t)task * e->model->nphase + (size_t)phase].row;
}

/* The cells of a phase that a count picks. */
static void
add_cells(
    struct explain *e, int phase, bool (*counts)(const struct status_row *))
{
	int t;

	for (t = 0; t < (int)e->model->ntask; t++)
		if (model_cell(e->model, t, phase)->grade != GRADE_NONE &&
		    counts(row_at(e, t, phase)))
			explain_cell(e, t, phase, NUM_NONE, value_none());
}

static bool
is_left(const struct status_row *row)
{
	return row != NULL && status_open(row->status);
}

static bool
is_missing(const struct status_row *row)
{
	return row == NULL;
}

static bool
is_blocked(const struct status_row *row)
{
	return row != NULL && row->status == STATUS_BLOCKED;
}

void
explain_carry_over(struct explain *e)
{
	int p;

	for (p = 0; p < e->r->phase; p++)
		add_cells(e, p, is_left);
	say_if_none(e);
}

void
explain_unreported(struct explain *e)
{
	add_cells(e, e->r->phase, is_missing);
	say_if_none(e);
}

void
explain_blocked(struct explain *e)
{
	add_cells(e, e->r->phase, is_blocked);
	say_if_none(e);
}

/* A main task counts once, however many it presupposes that are open. */
void
explain_conflicts(struct explain *e)
{
	const struct dependency *d;
	const struct main_task *before;
	size_t i;

	for (i = 0; i < e->r->nbroken; i++) {
		d = e->r->broken[i];
		before = &e->model->task[d->requires_task];
		explain_cell(
		    e, d->main_task, e->r->phase, NUM_NONE, value_none());
		e->terms->cell[(e->terms->nrow - 1) * e->terms->ncolumn + 3]
		    .value = value_text(arena_printf(e->arena, "← %d %s",
		    before->no, wording_text(e->facts, &before->name)));
	}
	say_if_none(e);
}
