/*
 * Rule 7: why the current gate is no go, and what of it forbids a conditional
 * go too.  What would make it a go is that each of them goes away.
 */
#include "figures/compute.h"

/* Reasons in the making; which rows there may be is known beforehand. */
struct reasons {
	const struct computation *c;
	const struct rollout_figures *f;
	struct gate_reason *reason;
	size_t n;
};

static struct gate_reason *
add(struct reasons *r, enum gate_reason_code code)
{
	struct gate_reason *reason = &r->reason[r->n++];

	*reason = (struct gate_reason){.code = code,
	    .criterion = -1,
	    .main_task = -1,
	    .task = -1,
	    .readiness = NUM_NONE,
	    .wanted = NUM_NONE,
	    .if_met = NUM_NONE};
	reason->forbids = code == GATE_REASON_NOTHING_REPORTED ||
	    code == GATE_REASON_NO || code == GATE_REASON_UNANSWERED ||
	    code == GATE_REASON_READINESS_LOW;
	return reason;
}

static bool
is_asked(const struct reasons *r, size_t criterion)
{
	const struct criterion *c = &r->c->model->criterion[criterion];

	return c->phase == r->f->phase && c->mandatory;
}

/* The mandatory criteria of that answer; ANSWERS: unanswered. */
static void
add_criteria(struct reasons *r, enum gate_reason_code code, enum answer answer)
{
	const struct answer_row *row;
	size_t i;

	for (i = 0; i < r->c->model->ncriterion; i++) {
		row = r->f->answer[i];
		if (is_asked(r, i) &&
		    (row == NULL ? ANSWERS : row->answer) == answer)
			add(r, code)->criterion = (int)i;
	}
}

static void
add_tasks(struct reasons *r)
{
	const struct task_figures *t = r->f->task;
	size_t i;

	for (i = 0; i < r->f->ntask; i++)
		if (t[i].mandatory && t[i].open && t[i].phase == r->f->phase)
			add(r, GATE_REASON_TASK)->task = (int)i;
}

static void
add_blocked(struct reasons *r)
{
	const struct status_row *row;
	int t;

	for (t = 0; t < (int)r->c->model->ntask; t++) {
		if (!is_cell(r->c, t, r->f->phase))
			continue;
		row = cell_at(r->c, r->f, t, r->f->phase)->row;
		if (row != NULL && row->status == STATUS_BLOCKED)
			add(r, GATE_REASON_BLOCKED)->main_task = t;
	}
}

/* Readiness were every mandatory criterion met, all else as it is. */
static double
readiness_if_met(const struct reasons *r)
{
	const struct criterion *criterion;
	double sum = 0, weights = 0, value;
	size_t i;

	for (i = 0; i < r->c->model->ncriterion; i++) {
		criterion = &r->c->model->criterion[i];
		if (criterion->phase != r->f->phase)
			continue;
		value = answer_value(r->f->answer[i]);
		if (!num_given(value))
			continue;
		sum += criterion->weight * (criterion->mandatory ? 100 : value);
		weights += criterion->weight;
	}
	return readiness_of(r->c->model, r->f->task_score,
	    weights > 0 ? sum / weights : NUM_NONE);
}

static void
add_readiness(struct reasons *r, enum gate_reason_code code)
{
	struct gate_reason *reason = add(r, code);

	reason->readiness = r->f->readiness;
	reason->wanted = threshold(r->c, THRESHOLD_READY);
	reason->if_met = readiness_if_met(r);
}

static bool
is_below(const struct reasons *r, enum threshold t)
{
	return num_given(r->f->readiness) &&
	    !num_le(threshold(r->c, t), r->f->readiness);
}

/* Those that forbid a conditional go stand first. */
static void
add_all(struct reasons *r)
{
	bool low = is_below(r, THRESHOLD_CONDITIONAL);

	if (!num_given(r->f->readiness))
		add(r, GATE_REASON_NOTHING_REPORTED);
	add_criteria(r, GATE_REASON_NO, ANSWER_NO);
	add_criteria(r, GATE_REASON_UNANSWERED, ANSWERS);
	if (low)
		add_readiness(r, GATE_REASON_READINESS_LOW);
	add_criteria(r, GATE_REASON_PARTLY, ANSWER_PARTLY);
	add_criteria(r, GATE_REASON_WAIVED, ANSWER_WAIVED);
	add_tasks(r);
	add_blocked(r);
	if (!low && is_below(r, THRESHOLD_READY))
		add_readiness(r, GATE_REASON_READINESS);
}

/* Main tasks that are done before what they presuppose (rule 6). */
static void
find_broken(const struct computation *c, struct rollout_figures *f)
{
	const struct dependency **broken = arena_array(c->arena,
				    c->model->ndependency + 1, sizeof(*broken)),
				*d;
	const struct status_row *done, *before;
	size_t i;

	for (i = 0; i < c->model->ndependency; i++) {
		d = &c->model->dependency[i];
		if (d->kind != DEPENDENCY_BEFORE ||
		    !is_cell(c, d->main_task, f->phase) ||
		    !is_cell(c, d->requires_task, f->phase))
			continue;
		done = cell_at(c, f, d->main_task, f->phase)->row;
		before = cell_at(c, f, d->requires_task, f->phase)->row;
		if (done != NULL && done->status == STATUS_DONE &&
		    before != NULL && status_open(before->status))
			broken[f->nbroken++] = d;
	}
	f->broken = broken;
}

void
figure_gate_reasons(const struct computation *c, struct rollout_figures *f)
{
	struct reasons r = {.c = c, .f = f};

	if (f->completed)
		return;
	r.reason = arena_array(c->arena,
	    c->model->ncriterion + f->ntask + c->model->ntask + 2,
	    sizeof(*r.reason));
	add_all(&r);
	f->gate_reason = r.reason;
	f->ngate_reason = r.n;
	find_broken(c, f);
}
