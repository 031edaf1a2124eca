/*
 * Derivations of what stands in the input: the registers, decisions, the
 * municipality's own light, the month before.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/explain.h"
#include "report/wording.h"

static const char *
word(const struct explain *e, const char *prefix, const char *id)
{
	return label_of(wording_labels(e->facts), prefix, id);
}

static const struct municipality *
municipality_of(const struct explain *e)
{
	return &e->facts->portfolio->municipality[e->r->rollout->municipality];
}

static const struct rollout_rows *
rows_of(const struct explain *e)
{
	return &e->facts->portfolio->rows[e->index];
}

void
explain_month(struct explain *e)
{
	(void)e; /* the words say it */
}

void
explain_date(struct explain *e)
{
	(void)e;
}

void
explain_municipality(struct explain *e)
{
	const struct municipality *m = municipality_of(e);

	explain_term(e, m->code_text, m->name, NUM_NONE,
	    value_text(m->valid ? m->region : NULL), &m->loc);
	if (!m->valid)
		explain_say(e, "explain.not_valid", 0, NULL, 0);
}

void
explain_wave(struct explain *e)
{
	explain_figure(e, "wave", NUM_NONE);
	e->terms->cell[0].source = e->r->rollout->loc;
	e->terms->cell[4].value = data_source(e->arena, &e->r->rollout->loc);
}

void
explain_solution(struct explain *e)
{
	const struct solution *s =
	    &e->facts->portfolio->solution[e->r->rollout->solution];

	explain_term(e, s->id, s->name, NUM_NONE, value_none(), &s->loc);
	explain_term(e, municipality_of(e)->code_text, municipality_of(e)->name,
	    NUM_NONE, value_none(), &e->r->rollout->loc);
}

void
explain_state(struct explain *e)
{
	const struct rollout *r = e->r->rollout;

	explain_term(e, word_state[r->state].id,
	    word(e, "state", word_state[r->state].id), NUM_NONE,
	    value_day(r->since), &r->loc);
}

/* One row is enough: the first, and how many there are. */
void
explain_reported(struct explain *e)
{
	const struct portfolio *p = e->facts->portfolio;
	const struct status_row *row, *first = NULL;
	struct value count;
	size_t i, n = 0;

	for (i = 0; i < rows_of(e)->status.count; i++) {
		row = &p->status[rows_of(e)->status.first + i];
		if (row->month != p->report_month)
			continue;
		if (first == NULL || row->loc.line < first->loc.line)
			first = row;
		n++;
	}
	count = value_count((int64_t)n);
	explain_term(e, wording(e->facts, "explain.rows"), NULL, NUM_NONE,
	    count, first == NULL ? NULL : &first->loc);
}

/* Those known at the report date, in the order in which they count. */
void
explain_decisions(struct explain *e)
{
	const struct portfolio *p = e->facts->portfolio;
	const struct gate_decision *d;
	const char *id, *detail;
	size_t i;

	for (i = 0; i < rows_of(e)->decision.count; i++) {
		d = &p->decision[rows_of(e)->decision.first + i];
		if (d->month > p->report_month || d->date > p->report_date)
			continue;
		id = word_decision[d->decision].id;
		detail = word(e, "decision", id);
		if (d->decision == DECISION_FALL_BACK && d->to_phase != -1)
			detail = arena_printf(e->arena, "%s: %s", detail,
			    e->model->phase[d->to_phase].id);
		explain_term(e, e->model->phase[d->phase].id, detail, NUM_NONE,
		    value_day(d->date), &d->loc);
	}
	if (e->terms->nrow == 0)
		explain_say(e, "explain.no_decision", 0, NULL, 0);
}

/* Gate by gate, the decision that holds. */
void
explain_phase(struct explain *e)
{
	const struct gate_decision *d;
	size_t p;

	for (p = 0; p < e->model->nphase; p++) {
		d = e->r->gate[p];
		explain_term(e, e->model->phase[p].id,
		    d == NULL
			? wording(e->facts, "explain.gate_closed")
			: word(e, "decision", word_decision[d->decision].id),
		    NUM_NONE, value_day(d == NULL ? DAY_NONE : d->date),
		    d == NULL ? &e->model->phase[p].loc : &d->loc);
	}
}

void
explain_gap(struct explain *e)
{
	explain_phase(e);
}

void
explain_reported_light(struct explain *e)
{
	const struct portfolio *p = e->facts->portfolio;
	const struct assessment *a;
	size_t i;

	for (i = 0; i < rows_of(e)->assessment.count; i++) {
		a = &p->assessment[rows_of(e)->assessment.first + i];
		if (a->dimension == DIMENSION_OVERALL &&
		    a->month == p->report_month)
			explain_term(e, word_dimension[a->dimension].id,
			    a->comment, NUM_NONE,
			    value_light(wording_tone(a->light)), &a->loc);
	}
	if (e->terms->nrow == 0)
		explain_say(e, "explain.no_light", 0, NULL, 0);
}

static void
add_light(struct explain *e, const char *figure, enum light light)
{
	explain_term(e, figure, explain_label(e, figure),
	    light == LIGHT_GREY || light == LIGHT_MISSING ? NUM_NONE
							  : (double)light,
	    explain_light_value(e, light), NULL);
}

/* The weight of a light is its step: green 0, yellow 1, red 2. */
void
explain_deviation(struct explain *e)
{
	const struct value values[] = {value_count((int64_t)e->r->overall),
	    value_count((int64_t)e->r->reported_light),
	    explain_value(e, "deviation")};

	add_light(e, "light", e->r->overall);
	add_light(e, "light_reported", e->r->reported_light);
	if (e->r->deviation != FIGURE_NONE)
		explain_equation(e, "{1} − {2} = {3}", values, 3);
}

void
explain_previous(struct explain *e)
{
	const struct rollout_figures *then = e->r->previous;
	const struct moment *before = wording_before(e->facts);
	struct value when;
	char iso[8];

	if (then == NULL || before == NULL) {
		explain_say(e, "explain.no_month_before", 0, NULL, 0);
		return;
	}
	month_iso(before->month, iso);
	when = value_text(arena_strdup(e->arena, iso));
	explain_say(e, "explain.month_before", 0, &when, 1);
	explain_term(e, iso, wording_month(e->arena, e->facts, before->month),
	    NUM_NONE, value_day(before->date), NULL);
	e->terms->cell[0].value = when;
}
