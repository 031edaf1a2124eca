/*
 * The lines of a derivation: terms, equations, words.
 */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "doc/labels.h"
#include "doc/sentence.h"
#include "report/explain.h"
#include "report/table.h"
#include "report/wording.h"

void
explain_term(struct explain *e, const char *term, const char *detail,
    double weight, struct value value, const struct loc *loc)
{
	grid_add_row(e->arena, e->terms);
	table_set(e->terms, "term", value_text(term));
	table_set(e->terms, "detail", value_text(detail));
	table_set(e->terms, "weight", value_number(weight));
	table_set(e->terms, "value", value);
	if (loc == NULL || loc->file == NULL)
		return;
	table_set(e->terms, "source", data_source(e->arena, loc));
	table_cell(e->terms, "term")->source = *loc;
}

bool
explain_is_told(const struct explain *e)
{
	return e->r->reported || e->r->completed || e->r->parked;
}

struct value
explain_light_value(const struct explain *e, enum light light)
{
	if (light == LIGHT_GREY && !e->rows && explain_is_told(e))
		return value_text(wording(e->facts, "light.unknown"));
	return value_light(wording_tone(light));
}

static size_t
column_of(const char *figure)
{
	const struct data_shape *shape = data_rollout_shape();
	size_t i;

	for (i = 0; i < shape->ncolumn; i++)
		if (strcmp(shape->column[i].id, figure) == 0)
			break;
	assert(i < shape->ncolumn);
	return i;
}

struct value
explain_value(const struct explain *e, const char *figure)
{
	return data_rollout_value(
	    e->arena, e->facts, e->index, column_of(figure));
}

const char *
explain_label(const struct explain *e, const char *figure)
{
	return table_heading(e->arena, e->facts, "explanation", figure);
}

void
explain_figure(struct explain *e, const char *figure, double weight)
{
	explain_term(e, figure, explain_label(e, figure), weight,
	    explain_value(e, figure), NULL);
}

void
explain_threshold(struct explain *e, enum threshold t, double weight)
{
	const struct loc *loc = &e->model->threshold_loc[t];
	const char *detail =
	    label_of(wording_labels(e->facts), "threshold", threshold_key(t));

	explain_term(e, threshold_key(t), detail, weight,
	    value_number(e->model->threshold[t]), loc);
	if (loc->file == NULL)
		table_set(e->terms, "source",
		    value_text(wording(e->facts, "explain.default")));
}

/* "3 Data", and of another phase than the present "F1: 3 Data". */
static const char *
cell_name(const struct explain *e, int task, int phase)
{
	const struct main_task *t = &e->model->task[task];
	const char *name = arena_printf(
	    e->arena, "%d %s", t->no, wording_text(e->facts, &t->name));

	return phase == e->r->phase
	    ? name
	    : arena_printf(e->arena, "%s: %s", e->model->phase[phase].id, name);
}

void
explain_cell(
    struct explain *e, int task, int phase, double weight, struct value value)
{
	const struct cell_figures *cell =
	    &e->r->cell[(size_t)task * e->model->nphase + (size_t)phase];
	const char *id = cell->row == NULL ? "unreported"
					   : word_status[cell->row->status].id;

	explain_term(e, cell_name(e, task, phase),
	    label_of(wording_labels(e->facts), "status", id), weight, value,
	    cell->row == NULL ? &model_cell(e->model, task, phase)->loc
			      : &cell->row->loc);
}

void
explain_answer(
    struct explain *e, size_t criterion, double weight, struct value value)
{
	const struct criterion *c = &e->model->criterion[criterion];
	const struct answer_row *row = e->r->answer[criterion];
	const char *id =
	    row == NULL ? "unanswered" : word_answer[row->answer].id;

	explain_term(e, c->id, label_of(wording_labels(e->facts), "answer", id),
	    weight, value, row == NULL ? &c->loc : &row->loc);
}

void
explain_equation(struct explain *e, const char *spelled,
    const struct value *values, size_t n)
{
	struct buf buf;

	assert(e->nequation < EXPLAIN_LINES);
	buf_init(&buf);
	sentence_fill_exact(&buf, wording_labels(e->facts), spelled, values, n);
	e->equation[e->nequation++] =
	    arena_strndup(e->arena, buf.data, buf.len);
	buf_release(&buf);
}

void
explain_say(struct explain *e, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	assert(e->nword < EXPLAIN_LINES);
	e->word[e->nword++] =
	    wording_sentence(e->arena, e->facts, key, n, values, count);
}
