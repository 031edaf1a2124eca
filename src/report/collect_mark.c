/*
 * What is marked while a sheet is filled in: cells that a row lacks, and what
 * the reader of input would call a contradiction.
 */
#include <string.h>

#include "base/arena.h"
#include "report/collect.h"

/* The marks of a sheet, as they are made. */
struct marks {
	const struct draft *draft;
	const struct kind *kind;
	struct grid_mark *mark;
	size_t n, cap;
};

static const struct formula *
given(const struct marks *m, const char *column)
{
	struct arena *arena = m->draft->arena;

	return formula_make(
	    arena, FORMULA_GIVEN, formula_here(arena, column), NULL, NULL);
}

static const struct formula *
negated(const struct marks *m, const struct formula *f)
{
	return formula_make(m->draft->arena, FORMULA_NOT, f, NULL, NULL);
}

static const struct formula *
both(const struct marks *m, const struct formula *a, const struct formula *b)
{
	return formula_make(m->draft->arena, FORMULA_AND, a, b, NULL);
}

static const struct formula *
either(const struct marks *m, const struct formula *a, const struct formula *b)
{
	if (a == NULL)
		return b;
	return formula_make(m->draft->arena, FORMULA_OR, a, b, NULL);
}

static void
mark(struct marks *m, const char *column, enum tone tone,
    const struct formula *when)
{
	struct grid_mark *new;

	m->mark = arena_grow(
	    m->draft->arena, m->mark, m->n, &m->cap, sizeof(*m->mark));
	new = &m->mark[m->n++];
	new->column = column;
	new->tone = tone;
	new->when = when;
}

/*
 * A row of readings stands ready with what it is about: it is begun with what
 * is read.  Any other row asks to be filled in.
 */
static bool
begins(enum kind_id kind, const struct column *column)
{
	if (strcmp(column->id, "municipality_name") == 0)
		return false;
	return kind != KIND_MEASUREMENTS || !(column->flags & COLUMN_KEY) ||
	    column->type == COLUMN_DATE;
}

static const struct formula *
begun(const struct marks *m, enum kind_id kind)
{
	const struct formula *f = NULL;
	size_t i;

	for (i = 0; i < m->kind->ncolumn; i++)
		if (begins(kind, &m->kind->column[i]))
			f = either(m, f, given(m, m->kind->column[i].id));
	return f;
}

static const struct formula *
any_of_one_of(const struct marks *m)
{
	const struct formula *f = NULL;
	size_t i;

	for (i = 0; i < m->kind->ncolumn; i++)
		if (m->kind->column[i].flags & COLUMN_ONE_OF)
			f = either(m, f, given(m, m->kind->column[i].id));
	return f;
}

static void
mark_missing(struct marks *m, enum kind_id kind)
{
	const struct formula *row = begun(m, kind), *some = any_of_one_of(m);
	const struct column *c;
	size_t i;

	for (i = 0; i < m->kind->ncolumn; i++) {
		c = &m->kind->column[i];
		if (c->flags & COLUMN_REQUIRED)
			mark(m, c->id, TONE_YELLOW,
			    both(m, row, negated(m, given(m, c->id))));
		else if (c->flags & COLUMN_ONE_OF)
			mark(m, c->id, TONE_YELLOW,
			    both(m, row, negated(m, some)));
	}
}

enum when {
	LACKS,    /* it is empty though the other is filled */
	LACKS_AT, /* and the other is the word */
	AT,       /* it is filled, and the other is the word */
	NOT_AT,   /* and the other is another word */
	BELOW_AT, /* it is below the number, the other is the word */
	ABOVE_AT,
	BEFORE, /* it is less than the other */
	LATER   /* it is after the report date */
};

static const struct rule {
	enum kind_id kind;
	const char *column;
	enum tone tone;
	enum when when;
	const char *other;
	const struct word *list;
	int word;
	double number;
} rule_table[] = {
    {KIND_STATUS, "progress", TONE_RED, BELOW_AT, "status", word_status,
	STATUS_DONE, 100},
    {KIND_STATUS, "progress", TONE_RED, ABOVE_AT, "status", word_status,
	STATUS_NOT_STARTED, 0},
    {KIND_STATUS, "progress", TONE_YELLOW, LACKS_AT, "status", word_status,
	STATUS_IN_PROGRESS, 0},
    {KIND_STATUS, "updated", TONE_RED, LATER, NULL, NULL, 0, 0},
    {KIND_TASKS, "completed", TONE_YELLOW, LACKS_AT, "status", word_status,
	STATUS_DONE, 0},
    {KIND_TASKS, "completed", TONE_RED, NOT_AT, "status", word_status,
	STATUS_DONE, 0},
    {KIND_TASKS, "completed", TONE_RED, LATER, NULL, NULL, 0, 0},
    {KIND_TASKS, "deadline", TONE_RED, BEFORE, "start", NULL, 0, 0},
    {KIND_CRITERIA_ANSWERS, "date", TONE_RED, LATER, NULL, NULL, 0, 0},
    {KIND_CONDITIONS, "closed_on", TONE_YELLOW, LACKS_AT, "status", word_open,
	OPEN_CLOSED, 0},
    {KIND_CONDITIONS, "closed_on", TONE_RED, AT, "status", word_open, OPEN_OPEN,
	0},
    {KIND_CONDITIONS, "closed_on", TONE_RED, LATER, NULL, NULL, 0, 0},
    {KIND_RISKS, "residual_probability", TONE_YELLOW, LACKS, "residual_impact",
	NULL, 0, 0},
    {KIND_RISKS, "residual_impact", TONE_YELLOW, LACKS, "residual_probability",
	NULL, 0, 0},
    {KIND_BENEFITS, "target_date", TONE_RED, BEFORE, "realisation_start", NULL,
	0, 0},
    {KIND_BENEFITS, "annual_value", TONE_RED, BEFORE, "annual_value_low", NULL,
	0, 0},
    {KIND_BENEFITS, "annual_value_high", TONE_RED, BEFORE, "annual_value", NULL,
	0, 0},
    {KIND_BENEFITS, "action_due", TONE_YELLOW, LACKS, "action", NULL, 0, 0},
    {KIND_MEASUREMENTS, "date", TONE_RED, LATER, NULL, NULL, 0, 0},
};

#define RULES (sizeof(rule_table) / sizeof(rule_table[0]))

static const struct formula *
is_word(const struct marks *m, const struct rule *r)
{
	const struct value word = collect_word(m->draft, r->list, r->word);
	struct arena *arena = m->draft->arena;

	return formula_make(arena, FORMULA_EQUAL, formula_here(arena, r->other),
	    formula_text(arena, word.as.text), NULL);
}

static const struct formula *
at_most(const struct marks *m, const struct formula *a, const struct formula *b)
{
	return formula_make(m->draft->arena, FORMULA_AT_MOST, a, b, NULL);
}

static const struct formula *
formula_of(const struct marks *m, const struct rule *r)
{
	const struct portfolio *folio = m->draft->facts->portfolio;
	struct arena *arena = m->draft->arena;
	const struct formula *cell = formula_here(arena, r->column);
	const struct formula *number = formula_number(arena, r->number);

	switch (r->when) {
	case LACKS:
		return both(
		    m, given(m, r->other), negated(m, given(m, r->column)));
	case LACKS_AT:
		return both(m, is_word(m, r), negated(m, given(m, r->column)));
	case AT:
		return both(m, is_word(m, r), given(m, r->column));
	case NOT_AT:
		return both(m, negated(m, is_word(m, r)), given(m, r->column));
	case BELOW_AT:
		return both(
		    m, is_word(m, r), negated(m, at_most(m, number, cell)));
	case ABOVE_AT:
		return both(
		    m, is_word(m, r), negated(m, at_most(m, cell, number)));
	case BEFORE:
		return negated(
		    m, at_most(m, formula_here(arena, r->other), cell));
	case LATER:
		return negated(m,
		    at_most(m, cell,
			formula_constant(
			    arena, value_day(folio->report_date))));
	}
	return NULL;
}

void
collect_mark(const struct draft *draft, struct grid *grid, enum kind_id kind)
{
	struct marks m = {.draft = draft, .kind = &kind_table[kind]};
	size_t i;

	/* The first one that holds is the one that shows. */
	for (i = 0; i < RULES; i++)
		if (rule_table[i].kind == kind)
			mark(&m, rule_table[i].column, rule_table[i].tone,
			    formula_of(&m, &rule_table[i]));
	mark_missing(&m, kind);
	grid->mark = m.mark;
	grid->nmark = m.n;
}
