/*
 * The sheets: what a municipality reported last, what it was not heard of, and
 * room for more.
 *
 * What was closed before its last return is left out: it stands as it is, and
 * would only be in the way.
 */
#include "base/arena.h"
#include "base/num.h"
#include "report/benefit_items.h"
#include "report/benefits.h"
#include "report/collect.h"
#include "report/local.h"
#include "report/wording.h"

/* Rows to write in, below those that are known. */
enum {
	MORE_STATUS = 10,
	MORE_TASKS = 20,
	MORE_ANSWERS = 20,
	MORE_CONDITIONS = 20,
	MORE_ASSESSMENTS = 20,
	MORE_ECONOMY = 20,
	MORE_RISKS = 20,
	MORE_READINGS = 40
};

/* Adds the rows of one rollout, whose number it is. */
typedef void
adder(const struct collect_form *, const struct rollout_figures *, size_t);

/* The month of the newest of a rollout's rows of a kind. */
#define NEWEST(array, span)                                       \
	((span).count == 0 ? MONTH_NONE                           \
			   : newest(&(array)[(span).first].month, \
				 (span).count, sizeof(*(array))))

static month
newest(const month *first, size_t n, size_t stride)
{
	const char *at = (const char *)first;
	month most = MONTH_NONE, m;

	for (; n > 0; n--, at += stride) {
		m = *(const month *)(const void *)at;
		most = most == MONTH_NONE || m > most ? m : most;
	}
	return most;
}

static const struct portfolio *
folio_of(const struct collect_form *form)
{
	return form->draft->facts->portfolio;
}

static const struct model *
model_of(const struct collect_form *form)
{
	return form->draft->facts->model;
}

static bool
is_open(enum status status)
{
	return status != STATUS_DONE && status != STATUS_NOT_APPLICABLE;
}

static bool
asks_any(const struct draft *draft, enum kind_id kind)
{
	struct span span = draft_rollouts(draft);
	size_t i;

	for (i = span.first; i < span.first + span.count; i++)
		if (collect_asks(local_figures(draft, i), kind))
			return true;
	return false;
}

/* NULL if no rollout is asked for rows of the kind. */
static struct grid *
sheet(const struct draft *draft, enum kind_id kind, adder *add, size_t more)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct collect_form form;
	size_t i;

	if (!asks_any(draft, kind))
		return NULL;
	collect_begin(&form, draft, kind);
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (collect_asks(r, kind))
			add(&form, r, i);
	}
	collect_room(&form, more);
	if (kind == KIND_STATUS)
		collect_whole(&form, "progress");
	return form.grid;
}

/* Status */

static void
set_cell(const struct collect_form *form, int phase, int task,
    const struct status_row *s)
{
	collect_set(form, "phase", collect_phase(form->draft, phase));
	collect_set(form, "main_task", collect_task(form->draft, task));
	if (s == NULL)
		return;
	collect_set(
	    form, "status", collect_word(form->draft, word_status, s->status));
	collect_set(form, "progress", value_number(s->progress));
	collect_set(form, "expected_end", value_day(s->expected_end));
	collect_set(form, "responsible", value_text(s->responsible));
	collect_set(form, "comment", value_text(s->comment));
	collect_set(form, "updated", value_day(s->updated));
}

/* Cells reported last, or open; those of the current phase in any case. */
static void
add_status(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct model *model = model_of(form);
	const struct span *span = &folio_of(form)->rows[number].status;
	month last = NEWEST(folio_of(form)->status, *span);
	const struct status_row *s;
	size_t p, t;

	for (p = 0; p < model->nphase; p++)
		for (t = 0; t < model->ntask; t++) {
			if (model_cell(model, (int)t, (int)p)->grade ==
			    GRADE_NONE)
				continue;
			s = r->cell[t * model->nphase + p].row;
			if (s != NULL ? s->month != last && !is_open(s->status)
				      : (int)p != r->phase || r->parked)
				continue;
			collect_row(form, r);
			set_cell(form, (int)p, (int)t, s);
		}
}

struct grid *
collect_status(const struct draft *draft)
{
	return sheet(draft, KIND_STATUS, add_status, MORE_STATUS);
}

/* Tasks */

static const char *
first_of(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

/* What the office's list says is not the municipality's to change. */
static void
set_listed(const struct collect_form *form, const struct task_figures *t)
{
	const struct catalogue_task *c = t->catalogue;
	void (*set)(const struct collect_form *, const char *, struct value) =
	    c != NULL ? collect_fix : collect_set;

	set(form, "phase", collect_phase(form->draft, t->phase));
	set(form, "main_task", collect_task(form->draft, t->main_task));
	set(form, "title", value_text(t->title));
	set(form, "mandatory",
	    collect_word(
		form->draft, word_yesno, t->mandatory ? YESNO_YES : YESNO_NO));
	(c != NULL && c->start != DAY_NONE ? collect_fix : collect_set)(
	    form, "start", value_day(t->start));
	(c != NULL && c->deadline != DAY_NONE ? collect_fix : collect_set)(
	    form, "deadline", value_day(t->deadline));
}

/* A task that was never returned isn't begun, as the figures have it. */
static void
set_task(const struct collect_form *form, const struct task_figures *t)
{
	const struct task_row *row = t->row;
	const struct catalogue_task *c = t->catalogue;

	collect_set(form, "task_id", value_text(t->id));
	set_listed(form, t);
	collect_set(
	    form, "status", collect_word(form->draft, word_status, t->status));
	collect_set(form, "performer",
	    value_text(first_of(row != NULL ? row->performer : NULL,
		c != NULL ? c->performer : NULL)));
	collect_set(form, "goal",
	    value_text(first_of(
		row != NULL ? row->goal : NULL, c != NULL ? c->goal : NULL)));
	if (row != NULL) {
		collect_set(form, "completed", value_day(row->completed));
		collect_set(form, "comment", value_text(row->comment));
	}
	if (c != NULL)
		collect_note(form, "title", c->procedure);
}

static void
add_tasks(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct span *span = &folio_of(form)->rows[number].task;
	month last = NEWEST(folio_of(form)->task, *span);
	const struct task_figures *t;
	int p;
	size_t i;

	for (p = 0; p < (int)model_of(form)->nphase; p++)
		for (i = 0; i < r->ntask; i++) {
			t = &r->task[i];
			if (t->phase != p ||
			    (!t->open && t->row != NULL &&
				t->row->month != last))
				continue;
			collect_row(form, r);
			set_task(form, t);
		}
}

struct grid *
collect_tasks(const struct draft *draft)
{
	return sheet(draft, KIND_TASKS, add_tasks, MORE_TASKS);
}

/* Answers */

static void
set_answer(const struct collect_form *form, const struct answer_row *a)
{
	collect_set(
	    form, "answer", collect_word(form->draft, word_answer, a->answer));
	collect_set(form, "evidence", value_text(a->evidence));
	collect_set(form, "responsible", value_text(a->responsible));
	collect_set(form, "deadline", value_day(a->deadline));
	collect_set(form, "date", value_day(a->date));
	collect_set(form, "initials", value_text(a->initials));
	collect_set(form, "comment", value_text(a->comment));
}

static bool
is_settled(const struct answer_row *a)
{
	return a->answer != ANSWER_NO && a->answer != ANSWER_PARTLY;
}

/* Those of the current gate in any case, answered or not. */
static void
add_answers(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct model *model = model_of(form);
	const struct span *span = &folio_of(form)->rows[number].answer;
	month last = NEWEST(folio_of(form)->answer, *span);
	const struct answer_row *a;
	size_t i;

	for (i = 0; i < model->ncriterion; i++) {
		a = r->answer[i];
		if (model->criterion[i].phase != r->phase &&
		    (a == NULL || (a->month != last && is_settled(a))))
			continue;
		collect_row(form, r);
		collect_set(
		    form, "criterion", value_text(model->criterion[i].id));
		collect_note(form, "criterion",
		    wording_text(
			form->draft->facts, &model->criterion[i].text));
		if (a != NULL)
			set_answer(form, a);
	}
}

struct grid *
collect_answers(const struct draft *draft)
{
	return sheet(draft, KIND_CRITERIA_ANSWERS, add_answers, MORE_ANSWERS);
}

/* Conditions */

/* Of rows of one key the last is the newest. */
static bool
is_newest(const struct collect_form *form, size_t i, const struct span *span)
{
	const struct condition *c = &folio_of(form)->condition[i];

	return i + 1 == span->first + span->count || c[1].id != c->id ||
	    c[1].phase != c->phase;
}

static void
set_condition(const struct collect_form *form, const struct condition *c)
{
	collect_set(form, "phase", collect_phase(form->draft, c->phase));
	collect_set(form, "condition_id", value_text(c->id));
	collect_set(form, "condition", value_text(c->text));
	collect_set(form, "owner", value_text(c->owner));
	collect_set(form, "deadline", value_day(c->deadline));
	collect_set(form, "urgency",
	    collect_word(form->draft, word_urgency, c->urgency));
	collect_set(
	    form, "status", collect_word(form->draft, word_open, c->status));
	collect_set(form, "closed_on", value_day(c->closed_on));
}

static void
add_conditions(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct span *span = &folio_of(form)->rows[number].condition;
	month last = NEWEST(folio_of(form)->condition, *span);
	const struct condition *c;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		c = &folio_of(form)->condition[i];
		if (!is_newest(form, i, span) ||
		    (c->month != last && c->status == OPEN_CLOSED))
			continue;
		collect_row(form, r);
		set_condition(form, c);
	}
}

struct grid *
collect_conditions(const struct draft *draft)
{
	return sheet(draft, KIND_CONDITIONS, add_conditions, MORE_CONDITIONS);
}

/* Assessments */

static void
set_assessment(const struct collect_form *form, enum dimension dimension,
    const struct assessment *a)
{
	collect_set(form, "dimension",
	    collect_word(form->draft, word_dimension, dimension));
	if (a == NULL)
		return;
	collect_set(
	    form, "light", collect_word(form->draft, word_light, a->light));
	collect_set(form, "comment", value_text(a->comment));
	collect_set(form, "next_period", value_text(a->next_period));
	collect_set(form, "decision_wanted", value_text(a->decision_wanted));
}

/* An overall light in any case. */
static void
add_assessments(const struct collect_form *form,
    const struct rollout_figures *r, size_t number)
{
	const struct span *span = &folio_of(form)->rows[number].assessment;
	const struct assessment *a, *of[DIMENSIONS] = {NULL};
	size_t i;
	int d;

	for (i = span->first; i < span->first + span->count; i++) {
		a = &folio_of(form)->assessment[i];
		of[a->dimension] = a;
	}
	for (d = 0; d < DIMENSIONS; d++) {
		if (of[d] == NULL && d != DIMENSION_OVERALL)
			continue;
		collect_row(form, r);
		set_assessment(form, (enum dimension)d, of[d]);
	}
}

struct grid *
collect_assessments(const struct draft *draft)
{
	return sheet(
	    draft, KIND_ASSESSMENTS, add_assessments, MORE_ASSESSMENTS);
}

/* Economy */

static void
add_economy(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct span *span = &folio_of(form)->rows[number].economy;
	const struct economy_row *e;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		e = &folio_of(form)->economy[i];
		if (i + 1 < span->first + span->count &&
		    e[1].main_task == e->main_task)
			continue;
		collect_row(form, r);
		collect_set(
		    form, "main_task", collect_task(form->draft, e->main_task));
		collect_set(
		    form, "budget_hours", value_number(e->budget_hours));
		collect_set(
		    form, "actual_hours", value_number(e->actual_hours));
		collect_set(
		    form, "forecast_hours", value_number(e->forecast_hours));
		collect_set(form, "budget_dkk", value_number(e->budget_dkk));
		collect_set(form, "actual_dkk", value_number(e->actual_dkk));
		collect_set(
		    form, "forecast_dkk", value_number(e->forecast_dkk));
	}
}

struct grid *
collect_economy(const struct draft *draft)
{
	return sheet(draft, KIND_ECONOMY, add_economy, MORE_ECONOMY);
}

/* Risks */

static struct value
scale(int points)
{
	return points > 0 ? value_count(points) : value_none();
}

static void
set_risk(const struct collect_form *form, const struct risk *k)
{
	collect_set(form, "risk_id", value_text(k->id));
	collect_set(form, "main_task", collect_task(form->draft, k->main_task));
	collect_set(form, "risk", value_text(k->text));
	collect_set(form, "probability", scale(k->probability));
	collect_set(form, "impact", scale(k->impact));
	collect_set(
	    form, "residual_probability", scale(k->residual_probability));
	collect_set(form, "residual_impact", scale(k->residual_impact));
	collect_set(form, "owner", value_text(k->owner));
	collect_set(form, "response", value_text(k->response));
	collect_set(
	    form, "status", collect_word(form->draft, word_open, k->status));
	collect_set(form, "deadline", value_day(k->deadline));
}

static void
add_risks(const struct collect_form *form, const struct rollout_figures *r,
    size_t number)
{
	const struct span *span = &folio_of(form)->rows[number].risk;
	month last = NEWEST(folio_of(form)->risk, *span);
	const struct risk *k;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		k = &folio_of(form)->risk[i];
		if ((i + 1 < span->first + span->count && k[1].key == k->key) ||
		    (k->month != last && k->status == OPEN_CLOSED))
			continue;
		collect_row(form, r);
		set_risk(form, k);
	}
}

struct grid *
collect_risks(const struct draft *draft)
{
	return sheet(draft, KIND_RISKS, add_risks, MORE_RISKS);
}

/* Benefits and readings */

/* As the follow-up sheet has them, under the rules of these sheets. */
struct grid *
collect_benefits(const struct draft *draft)
{
	const struct grid *from = benefits_sheet(draft);
	struct collect_form form;
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct benefit *b;
	size_t row, i;

	if (!asks_any(draft, KIND_BENEFITS))
		return NULL;
	collect_begin(&form, draft, KIND_BENEFITS);
	for (row = 0; row < from->nrow; row++) {
		if (row >= items.n) {
			collect_room(&form, 1);
			continue;
		}
		collect_row(&form, items.item[row].rollout);
		for (i = 0; i < from->ncolumn; i++)
			collect_set(&form, from->column[i].id,
			    grid_at(from, row, i)->value);
		b = items.item[row].figures->benefit;
		collect_set(
		    &form, "main_task", collect_task(draft, b->main_task));
	}
	return form.grid;
}

/* What was read last, for whoever reads again. */
static const char *
reading_note(const struct draft *draft, const struct benefit_figures *f)
{
	const struct benefit *b = f->benefit;
	const struct value values[] = {value_text(b->name),
	    f->latest != NULL ? value_number(f->latest->value) : value_none(),
	    value_text(b->unit),
	    f->latest != NULL ? value_day(f->latest->date) : value_none(),
	    value_number(b->target), value_day(b->target_date)};

	return wording_sentence(draft->arena, draft->facts,
	    f->latest != NULL ? "collect.reading" : "collect.reading.none", 0,
	    values, 6);
}

/* One that is known would be set aside as a double if it came again. */
struct grid *
collect_measurements(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	struct collect_form form;
	size_t i;

	if (!asks_any(draft, KIND_MEASUREMENTS))
		return NULL;
	collect_begin(&form, draft, KIND_MEASUREMENTS);
	for (i = 0; i < items.n; i++) {
		collect_row(&form, items.item[i].rollout);
		collect_set(&form, "benefit_id",
		    value_text(items.item[i].figures->benefit->id));
		table_cell(form.grid, "date")->rule =
		    form.rule[COL_MEASUREMENTS_DATE];
		collect_note(&form, "benefit_id",
		    reading_note(draft, items.item[i].figures));
	}
	collect_room(&form, MORE_READINGS);
	return form.grid;
}
