/*
 * What came in month by month, and benefits: one builder and one order per
 * kind, and a table that says where the records go.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/loader.h"

/* Columns that name the rollout of a row, in this order. */
#define ROLLOUT_OF(KIND) \
	COL_##KIND##_MUNICIPALITY, COL_##KIND##_MUNICIPALITY_NAME, \
	COL_##KIND##_SOLUTION

/* A history row dated after the report date: drop_later() leaves it out. */
static void
warn_dated_later(struct loader *l, const struct row *row, int column)
{
	if (cell_day(row, column) > l->portfolio->report_date)
		report_cell(l, DIAG_history_later, row, column);
}

static bool
build_benefit(struct loader *l, const struct row *row, void *record)
{
	struct benefit *b = record;
	const char *main_task = cell_text(row, COL_BENEFITS_MAIN_TASK);
	int count;

	b->loc = row_loc(row, -1);
	b->from = l->month;
	b->rollout = resolve_rollout(l, row, ROLLOUT_OF(BENEFITS));
	b->main_task = resolve_task(l, row, COL_BENEFITS_MAIN_TASK);
	b->prerequisite = resolve_tasks(l, row, COL_BENEFITS_PREREQUISITES,
	    &count);
	if (b->rollout == -1 || (b->main_task == -1 && main_task != NULL) ||
	    count == -1)
		return false;
	b->nprerequisite = (size_t)count;
	b->id = resolve_id(l->benefit_ids, row, COL_BENEFITS_BENEFIT_ID);
	b->name = cell_text(row, COL_BENEFITS_BENEFIT);
	b->type = cell_word(row, COL_BENEFITS_TYPE);
	b->disbenefit = cell_word(row, COL_BENEFITS_DISBENEFIT) == YESNO_YES;
	b->owner = cell_text(row, COL_BENEFITS_OWNER);
	b->measure = cell_text(row, COL_BENEFITS_MEASURE);
	b->unit = cell_text(row, COL_BENEFITS_UNIT);
	b->source = cell_text(row, COL_BENEFITS_SOURCE);
	b->frequency = cell_number(row, COL_BENEFITS_FREQUENCY);
	b->baseline = cell_number(row, COL_BENEFITS_BASELINE);
	b->original_target = cell_number(row, COL_BENEFITS_ORIGINAL_TARGET);
	b->target = cell_number(row, COL_BENEFITS_TARGET);
	b->baseline_date = cell_day(row, COL_BENEFITS_BASELINE_DATE);
	b->realisation_start = cell_day(row, COL_BENEFITS_REALISATION_START);
	b->target_date = cell_day(row, COL_BENEFITS_TARGET_DATE);
	b->annual_low = cell_number(row, COL_BENEFITS_ANNUAL_VALUE_LOW);
	b->annual = cell_number(row, COL_BENEFITS_ANNUAL_VALUE);
	b->annual_high = cell_number(row, COL_BENEFITS_ANNUAL_VALUE_HIGH);
	b->deviation = cell_text(row, COL_BENEFITS_DEVIATION);
	b->action = cell_text(row, COL_BENEFITS_ACTION);
	b->action_due = cell_day(row, COL_BENEFITS_ACTION_DUE);
	warn_end_before_start(l, row, COL_BENEFITS_REALISATION_START,
	    COL_BENEFITS_TARGET_DATE);
	return true;
}

static int
compare_benefit(const void *a, const void *b)
{
	const struct benefit *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->from, y->from);
}

/* A benefit of a rollout is known if any row gives it. */
static bool
benefit_known(const struct portfolio *p, int rollout, const char *id)
{
	const struct span *span = &p->rows[rollout].benefit;
	size_t i;

	for (i = 0; i < span->count; i++)
		if (p->benefit[span->first + i].id == id)
			return true;
	return false;
}

static bool
build_measurement(struct loader *l, const struct row *row, void *record)
{
	struct measurement *m = record;
	struct loc loc;

	m->loc = row_loc(row, -1);
	m->month = l->month;
	m->rollout = resolve_rollout(l, row, ROLLOUT_OF(MEASUREMENTS));
	if (m->rollout == -1)
		return false;
	m->benefit_id = resolve_id(l->benefit_ids, row,
	    COL_MEASUREMENTS_BENEFIT_ID);
	if (!benefit_known(l->portfolio, m->rollout, m->benefit_id)) {
		loc = row_loc(row, COL_MEASUREMENTS_BENEFIT_ID);
		diag_add(l->diag, DIAG_unknown_benefit, &loc,
		    cell_text(row, COL_MEASUREMENTS_BENEFIT_ID), NULL);
		return false;
	}
	m->date = cell_day(row, COL_MEASUREMENTS_DATE);
	m->value = cell_number(row, COL_MEASUREMENTS_VALUE);
	m->measured_by = cell_text(row, COL_MEASUREMENTS_MEASURED_BY);
	m->attribution = cell_word(row, COL_MEASUREMENTS_ATTRIBUTION);
	m->comment = cell_text(row, COL_MEASUREMENTS_COMMENT);
	warn_dated_later(l, row, COL_MEASUREMENTS_DATE);
	return true;
}

static int
compare_measurement(const void *a, const void *b)
{
	const struct measurement *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->benefit_id, y->benefit_id)) != 0)
		return c;
	return by_int(x->date, y->date);
}

/*
 * A reading or a decision that is sent again has been known since it first
 * came: figures of the months between rest on it too.
 */
static void
inherit_measurement(void *later, const void *earlier)
{
	const struct measurement *e = earlier;

	((struct measurement *)later)->month = e->month;
}

static void
inherit_decision(void *later, const void *earlier)
{
	const struct gate_decision *e = earlier;

	((struct gate_decision *)later)->month = e->month;
}

static bool
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

static int
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

static bool
build_assessment(struct loader *l, const struct row *row, void *record)
{
	struct assessment *a = record;

	a->loc = row_loc(row, -1);
	a->month = l->month;
	a->rollout = resolve_rollout(l, row, ROLLOUT_OF(ASSESSMENTS));
	if (a->rollout == -1)
		return false;
	a->dimension = (enum dimension)cell_word(row,
	    COL_ASSESSMENTS_DIMENSION);
	a->light = (enum light)cell_word(row, COL_ASSESSMENTS_LIGHT);
	a->comment = cell_text(row, COL_ASSESSMENTS_COMMENT);
	a->next_period = cell_text(row, COL_ASSESSMENTS_NEXT_PERIOD);
	a->decision_wanted = cell_text(row, COL_ASSESSMENTS_DECISION_WANTED);
	return true;
}

static int
compare_assessment(const void *a, const void *b)
{
	const struct assessment *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int((int)x->dimension, (int)y->dimension)) != 0)
		return c;
	return by_int(x->month, y->month);
}

static bool
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

static int
compare_task(const void *a, const void *b)
{
	const struct task_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->month, y->month);
}

static bool
build_answer(struct loader *l, const struct row *row, void *record)
{
	struct answer_row *a = record;

	a->loc = row_loc(row, -1);
	a->month = l->month;
	a->rollout = resolve_rollout(l, row, ROLLOUT_OF(CRITERIA_ANSWERS));
	a->criterion = resolve_criterion(l, row,
	    COL_CRITERIA_ANSWERS_CRITERION);
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

static int
compare_answer(const void *a, const void *b)
{
	const struct answer_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->criterion, y->criterion)) != 0)
		return c;
	return by_int(x->month, y->month);
}

static bool
build_decision(struct loader *l, const struct row *row, void *record)
{
	struct gate_decision *d = record;
	const char *to_phase = cell_text(row, COL_GATE_DECISIONS_TO_PHASE);

	d->loc = row_loc(row, -1);
	d->month = l->month;
	d->rollout = resolve_rollout(l, row, ROLLOUT_OF(GATE_DECISIONS));
	d->phase = resolve_phase(l, row, COL_GATE_DECISIONS_PHASE);
	d->to_phase = resolve_phase(l, row, COL_GATE_DECISIONS_TO_PHASE);
	if (d->rollout == -1 || d->phase == -1 ||
	    (d->to_phase == -1 && to_phase != NULL))
		return false;
	d->date = cell_day(row, COL_GATE_DECISIONS_DATE);
	d->decision = (enum decision)cell_word(row,
	    COL_GATE_DECISIONS_DECISION);
	d->decided_by = cell_text(row, COL_GATE_DECISIONS_DECIDED_BY);
	d->conditions = cell_text(row, COL_GATE_DECISIONS_CONDITIONS);
	d->next_review = cell_day(row, COL_GATE_DECISIONS_NEXT_REVIEW);
	warn_dated_later(l, row, COL_GATE_DECISIONS_DATE);
	return true;
}

/* A decision's key; order_decision() then puts them in the order of time. */
static int
compare_decision(const void *a, const void *b)
{
	const struct gate_decision *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0)
		return c;
	return by_int(x->date, y->date);
}

static int
order_decision(const void *a, const void *b)
{
	const struct gate_decision *x = a, *y = b;
	int c = by_int(x->rollout, y->rollout);

	return c != 0 ? c : by_int(x->date, y->date);
}

static bool
build_condition(struct loader *l, const struct row *row, void *record)
{
	struct condition *c = record;

	c->loc = row_loc(row, -1);
	c->month = l->month;
	c->rollout = resolve_rollout(l, row, ROLLOUT_OF(CONDITIONS));
	c->phase = resolve_phase(l, row, COL_CONDITIONS_PHASE);
	if (c->rollout == -1 || c->phase == -1)
		return false;
	c->id = resolve_id(l->condition_ids, row,
	    COL_CONDITIONS_CONDITION_ID);
	c->text = cell_text(row, COL_CONDITIONS_CONDITION);
	c->owner = cell_text(row, COL_CONDITIONS_OWNER);
	c->deadline = cell_day(row, COL_CONDITIONS_DEADLINE);
	c->closed_on = cell_day(row, COL_CONDITIONS_CLOSED_ON);
	c->urgency = cell_word(row, COL_CONDITIONS_URGENCY);
	c->status = (enum open_state)cell_word(row, COL_CONDITIONS_STATUS);
	warn_after_report(l, row, COL_CONDITIONS_CLOSED_ON);
	return true;
}

static int
compare_condition(const void *a, const void *b)
{
	const struct condition *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->month, y->month);
}

static bool
build_economy(struct loader *l, const struct row *row, void *record)
{
	struct economy_row *e = record;

	e->loc = row_loc(row, -1);
	e->month = l->month;
	e->rollout = resolve_rollout(l, row, ROLLOUT_OF(ECONOMY));
	e->main_task = resolve_task(l, row, COL_ECONOMY_MAIN_TASK);
	if (e->rollout == -1 || e->main_task == -1)
		return false;
	e->budget_hours = cell_number(row, COL_ECONOMY_BUDGET_HOURS);
	e->actual_hours = cell_number(row, COL_ECONOMY_ACTUAL_HOURS);
	e->forecast_hours = cell_number(row, COL_ECONOMY_FORECAST_HOURS);
	e->budget_dkk = cell_number(row, COL_ECONOMY_BUDGET_DKK);
	e->actual_dkk = cell_number(row, COL_ECONOMY_ACTUAL_DKK);
	e->forecast_dkk = cell_number(row, COL_ECONOMY_FORECAST_DKK);
	return true;
}

static int
compare_economy(const void *a, const void *b)
{
	const struct economy_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->main_task, y->main_task)) != 0)
		return c;
	return by_int(x->month, y->month);
}

/* Whose risk it is: a rollout's, a solution's, or the programme's own. */
static bool
place_risk(struct loader *l, const struct row *row, struct risk *r)
{
	r->rollout = r->solution = -1;
	if (cell_text(row, COL_RISKS_MUNICIPALITY) == NULL) {
		r->solution = resolve_solution(l, row, COL_RISKS_SOLUTION);
		return r->solution != -1 ||
		    cell_text(row, COL_RISKS_SOLUTION) == NULL;
	}
	if (cell_text(row, COL_RISKS_SOLUTION) == NULL) {
		report_cell(l, DIAG_risk_needs_solution, row,
		    COL_RISKS_MUNICIPALITY);
		return false;
	}
	r->rollout = resolve_rollout(l, row, ROLLOUT_OF(RISKS));
	if (r->rollout == -1)
		return false;
	r->solution = l->portfolio->rollout[r->rollout].solution;
	return true;
}

static int
residual(const struct row *row, int column)
{
	double value = cell_number(row, column);

	return num_given(value) ? (int)value : 0;
}

static bool
build_risk(struct loader *l, const struct row *row, void *record)
{
	struct risk *r = record;

	r->loc = row_loc(row, -1);
	r->month = l->month;
	r->main_task = resolve_task(l, row, COL_RISKS_MAIN_TASK);
	if (!place_risk(l, row, r) || (r->main_task == -1 &&
	    cell_text(row, COL_RISKS_MAIN_TASK) != NULL))
		return false;
	r->id = cell_text(row, COL_RISKS_RISK_ID);
	r->key = resolve_id(l->risk_ids, row, COL_RISKS_RISK_ID);
	r->text = cell_text(row, COL_RISKS_RISK);
	r->probability = (int)cell_number(row, COL_RISKS_PROBABILITY);
	r->impact = (int)cell_number(row, COL_RISKS_IMPACT);
	r->residual_probability = residual(row,
	    COL_RISKS_RESIDUAL_PROBABILITY);
	r->residual_impact = residual(row, COL_RISKS_RESIDUAL_IMPACT);
	r->owner = cell_text(row, COL_RISKS_OWNER);
	r->response = cell_text(row, COL_RISKS_RESPONSE);
	r->status = (enum open_state)cell_word(row, COL_RISKS_STATUS);
	r->deadline = cell_day(row, COL_RISKS_DEADLINE);
	return true;
}

static int
compare_risk(const void *a, const void *b)
{
	const struct risk *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->solution, y->solution)) != 0 ||
	    (c = strcmp(x->key, y->key)) != 0)
		return c;
	return by_int(x->month, y->month);
}

#define NO_DATE	SIZE_MAX

#define RECORD(KIND, type, name, array, order, date, inherit) { \
	KIND, sizeof(struct type), build_##name, compare_##name, order, \
	inherit, date, \
	offsetof(struct portfolio, array), offsetof(struct portfolio, n##array), \
	offsetof(struct type, rollout), offsetof(struct rollout_rows, array) }

/* Benefits first: measurements refer to them. */
static const struct record_kind {
	enum kind_id	 kind;
	size_t		 size;
	record_builder	*build;
	record_compare	*compare;	/* the key */
	record_compare	*order;		/* another order, or NULL */
	record_inherit	*inherit;	/* see sort_records(), or NULL */
	size_t		 date;		/* of history kinds: day; or NO_DATE */
	size_t		 array;		/* in struct portfolio: pointer */
	size_t		 count;		/* in struct portfolio: size_t */
	size_t		 rollout;	/* in the record: int */
	size_t		 span;		/* in struct rollout_rows */
} record_table[] = {
	RECORD(KIND_BENEFITS, benefit, benefit, benefit, NULL, NO_DATE, NULL),
	RECORD(KIND_MEASUREMENTS, measurement, measurement, measurement, NULL,
	    offsetof(struct measurement, date), inherit_measurement),
	RECORD(KIND_STATUS, status_row, status, status, NULL, NO_DATE, NULL),
	RECORD(KIND_ASSESSMENTS, assessment, assessment, assessment, NULL, NO_DATE, NULL),
	RECORD(KIND_TASKS, task_row, task, task, NULL, NO_DATE, NULL),
	RECORD(KIND_CRITERIA_ANSWERS, answer_row, answer, answer, NULL, NO_DATE, NULL),
	RECORD(KIND_GATE_DECISIONS, gate_decision, decision, decision,
	    order_decision, offsetof(struct gate_decision, date),
	    inherit_decision),
	RECORD(KIND_CONDITIONS, condition, condition, condition, NULL, NO_DATE, NULL),
	RECORD(KIND_ECONOMY, economy_row, economy, economy, NULL, NO_DATE, NULL),
	RECORD(KIND_RISKS, risk, risk, risk, NULL, NO_DATE, NULL),
};

#define RECORD_KINDS	(sizeof(record_table) / sizeof(*record_table))

/* Tell each rollout where its rows stand; -1 stands before the first. */
static void
mark_spans(struct portfolio *p, const struct record_kind *k,
    const char *records, size_t n)
{
	struct span *span;
	size_t i;
	int rollout;

	for (i = 0; i < n; i++) {
		memcpy(&rollout, records + i * k->size + k->rollout,
		    sizeof(rollout));
		span = rollout == -1 ? &p->common_risk : (struct span *)
		    (void *)((char *)&p->rows[rollout] + k->span);
		if (span->count++ == 0)
			span->first = i;
	}
}

/* History beyond the report date is known, warned about and not used. */
static size_t
drop_later(const struct loader *l, const struct record_kind *k, char *records,
    size_t n)
{
	size_t i, kept = 0;
	day date;

	for (i = 0; i < n; i++) {
		memcpy(&date, records + i * k->size + k->date, sizeof(date));
		if (date <= l->portfolio->report_date)
			memmove(records + kept++ * k->size,
			    records + i * k->size, k->size);
	}
	return kept;
}

static void
load_kind(struct loader *l, const struct record_kind *k)
{
	char *portfolio = (char *)l->portfolio;
	size_t n = count_rows(l, k->kind);
	void *records = arena_array(l->arena, n + 1, k->size);

	n = build_rows(l, k->kind, records, k->size, k->build);
	n = sort_records(l, records, n, k->size, k->compare,
	    k->inherit);
	if (k->date != NO_DATE)
		n = drop_later(l, k, records, n);
	if (k->order != NULL)
		order_records(records, n, k->size, k->order);
	memcpy(portfolio + k->array, &records, sizeof(records));
	memcpy(portfolio + k->count, &n, sizeof(n));
	mark_spans(l->portfolio, k, records, n);
}

void
load_records(struct loader *l)
{
	size_t i;

	for (i = 0; i < RECORD_KINDS; i++)
		load_kind(l, &record_table[i]);
}

/* Close the gaps, number the rollouts anew, and tell them where rows stand. */
static void
keep_kind(struct portfolio *p, const struct record_kind *k, const int *number)
{
	char *records, *at;
	size_t n, i, kept = 0;
	int rollout;

	memcpy(&records, (char *)p + k->array, sizeof(records));
	memcpy(&n, (char *)p + k->count, sizeof(n));
	for (i = 0; i < n; i++) {
		at = records + kept * k->size;
		memmove(at, records + i * k->size, k->size);
		memcpy(&rollout, at + k->rollout, sizeof(rollout));
		if (rollout != -1) {
			rollout = number[rollout];
			if (rollout == -1)
				continue;
			memcpy(at + k->rollout, &rollout, sizeof(rollout));
		}
		kept++;
	}
	memcpy((char *)p + k->count, &kept, sizeof(kept));
	mark_spans(p, k, records, kept);
}

void
keep_records(struct portfolio *p, const int *number)
{
	size_t i;

	memset(p->rows, 0, p->nrollout * sizeof(*p->rows));
	p->common_risk = (struct span){ 0, 0 };
	for (i = 0; i < RECORD_KINDS; i++)
		keep_kind(p, &record_table[i], number);
}
