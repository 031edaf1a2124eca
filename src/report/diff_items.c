/*
 * What differs in a rollout piece by piece: decisions, risks, answers, tasks,
 * readings.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "report/diff.h"

static enum direction
by_sign(double worse_by)
{
	return worse_by > 0 ? DIRECTION_WORSE
	    : worse_by < 0  ? DIRECTION_BETTER
			    : DIRECTION_NONE;
}

static enum direction
direction_of_decision(enum decision decision)
{
	switch (decision) {
	case DECISION_GO:
	case DECISION_GO_CONDITIONAL:
		return DIRECTION_BETTER;
	case DECISION_NO_GO:
	case DECISION_POSTPONED:
	case DECISION_FALL_BACK:
		return DIRECTION_WORSE;
	case DECISIONS:
		break;
	}
	return DIRECTION_NONE;
}

static bool
is_known(const struct facts *facts, const struct gate_decision *d)
{
	const struct portfolio *p = facts->portfolio;

	return d->month <= p->report_month && d->date <= p->report_date;
}

/* Known now, and not yet then. */
static void
add_decisions(const struct diff_pair *pair)
{
	const struct portfolio *p = pair->now->portfolio;
	const struct rollout_rows *rows =
	    &p->rows[pair->after->rollout - p->rollout];
	const struct gate_decision *d;
	size_t i;

	for (i = 0; i < rows->decision.count; i++) {
		d = &p->decision[rows->decision.first + i];
		if (is_known(pair->now, d) && !is_known(pair->then, d))
			diff_add(pair, "decision",
			    pair->now->model->phase[d->phase].id, "decision",
			    value_none(),
			    value_text(word_decision[d->decision].id),
			    direction_of_decision(d->decision), &d->loc);
	}
}

static const struct risk *
find_risk(const struct rollout_figures *r, const char *key)
{
	size_t i;

	for (i = 0; i < r->nrisk; i++)
		if (strcmp(r->risk[i]->key, key) == 0)
			return r->risk[i];
	return NULL;
}

/* A risk that is closed, or isn't there, weighs nothing. */
static int
weight_of(const struct risk *risk)
{
	return risk == NULL || risk->status != OPEN_OPEN ? 0 : risk_score(risk);
}

/* The score of an open risk; "closed"; nothing. */
static struct value
risk_value(const struct risk *risk)
{
	if (risk == NULL)
		return value_none();
	return risk->status == OPEN_OPEN
	    ? value_count(risk_score(risk))
	    : value_text(word_open[risk->status].id);
}

static void
add_risks(const struct diff_pair *pair)
{
	const struct risk *now, *then;
	size_t i;

	for (i = 0; i < pair->after->nrisk; i++) {
		now = pair->after->risk[i];
		then = find_risk(pair->before, now->key);
		diff_add(pair, "risk", now->id, "open", risk_value(then),
		    risk_value(now), by_sign(weight_of(now) - weight_of(then)),
		    &now->loc);
	}
}

static struct value
answer_text(const struct answer_row *row)
{
	return row == NULL ? value_none()
			   : value_text(word_answer[row->answer].id);
}

static void
add_answers(const struct diff_pair *pair)
{
	const struct model *model = pair->now->model;
	const struct answer_row *then, *now;
	double from, to;
	size_t i;

	for (i = 0; i < model->ncriterion; i++) {
		now = pair->after->answer[i];
		then = pair->before->answer[i];
		if (now == NULL)
			continue;
		from = answer_value(then);
		to = answer_value(now);
		diff_add(pair, "criterion", model->criterion[i].id, "answer",
		    answer_text(then), answer_text(now),
		    num_given(from) && num_given(to) ? by_sign(from - to)
						     : DIRECTION_NONE,
		    &now->loc);
	}
}

static const struct task_figures *
find_task(const struct rollout_figures *r, const char *id)
{
	size_t i;

	for (i = 0; i < r->ntask; i++)
		if (strcmp(r->task[i].id, id) == 0)
			return &r->task[i];
	return NULL;
}

static struct value
task_value(const struct task_figures *t)
{
	return t == NULL ? value_none() : value_text(word_status[t->status].id);
}

/* Done, or no longer: nothing in between is better or worse. */
static enum direction
direction_of_task(
    const struct task_figures *then, const struct task_figures *now)
{
	return then == NULL ? DIRECTION_NONE : by_sign(now->open - then->open);
}

static void
add_tasks(const struct diff_pair *pair)
{
	const struct task_figures *now, *then;
	size_t i;

	for (i = 0; i < pair->after->ntask; i++) {
		now = &pair->after->task[i];
		then = find_task(pair->before, now->id);
		diff_add(pair, "task", now->id, "status", task_value(then),
		    task_value(now), direction_of_task(then, now),
		    now->row != NULL ? &now->row->loc : &now->catalogue->loc);
	}
}

static const struct benefit_figures *
find_benefit(const struct rollout_figures *r, const char *id)
{
	size_t i;

	for (i = 0; i < r->nbenefit; i++)
		if (strcmp(r->benefit[i].benefit->id, id) == 0)
			return &r->benefit[i];
	return NULL;
}

static double
reading_of(const struct benefit_figures *f)
{
	return f == NULL || f->latest == NULL ? NUM_NONE : f->latest->value;
}

/* A reading nearer to the target is better, of a disbenefit worse. */
static void
add_readings(const struct diff_pair *pair)
{
	const struct benefit_figures *now, *then;
	double nearer;
	size_t i;

	for (i = 0; i < pair->after->nbenefit; i++) {
		now = &pair->after->benefit[i];
		then = find_benefit(pair->before, now->benefit->id);
		nearer = then == NULL || !num_given(then->fraction) ||
			!num_given(now->fraction)
		    ? 0
		    : now->fraction - then->fraction;
		diff_add(pair, "reading", now->benefit->id, NULL,
		    value_number(reading_of(then)),
		    value_number(reading_of(now)),
		    by_sign(now->benefit->disbenefit ? nearer : -nearer),
		    now->latest == NULL ? NULL : &now->latest->loc);
	}
}

void
diff_items(const struct diff_pair *pair)
{
	add_decisions(pair);
	add_answers(pair);
	add_tasks(pair);
	add_risks(pair);
	add_readings(pair);
}
