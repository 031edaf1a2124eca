/*
 * A sheet with exactly the columns of its kind: rows whose keys are closed,
 * then room for more.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/collect.h"
#include "report/gate_checklist.h"
#include "report/wording.h"

struct value
collect_word(const struct draft *draft, const struct word *list, int word)
{
	if (word == WORD_NONE)
		return value_none();
	return value_text(strcmp(wording(draft->facts, "lang"), "da") == 0
		? list[word].da
		: list[word].id);
}

/* The name tells more than the id, and is read as well. */
struct value
collect_phase(const struct draft *draft, int phase)
{
	const struct phase *p = &draft->facts->model->phase[phase];
	const char *name = wording_text(draft->facts, &p->name);

	return value_text(*name != '\0' ? name : p->id);
}

struct value
collect_task(const struct draft *draft, int main_task)
{
	const struct main_task *t;
	const char *name;

	if (main_task == -1)
		return value_none();
	t = &draft->facts->model->task[main_task];
	name = wording_text(draft->facts, &t->name);
	return value_text(
	    *name != '\0' ? name : arena_printf(draft->arena, "%d", t->no));
}

static bool
is_key(const struct column *column)
{
	return (column->flags & COLUMN_KEY) ||
	    strcmp(column->id, "municipality_name") == 0;
}

/* The grid's columns, to be changed. */
static struct grid_column *
own_columns(const struct collect_form *form)
{
	struct grid *grid = form->grid;
	struct grid_column *column =
	    arena_array(form->draft->arena, grid->ncolumn, sizeof(*column));

	memcpy(column, grid->column, grid->ncolumn * sizeof(*column));
	grid->column = column;
	return column;
}

/* What a row is about stays in sight; long texts break. */
static void
set_columns(struct collect_form *form)
{
	const struct kind *kind = &kind_table[form->kind];
	struct grid_column *column = own_columns(form);
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		if (is_key(&kind->column[i]))
			column[i].flags |= GRID_HEAD;
		else if (column[i].type == VALUE_TEXT)
			column[i].flags |= GRID_WRAP;
}

void
collect_begin(
    struct collect_form *form, const struct draft *draft, enum kind_id kind)
{
	form->draft = draft;
	form->kind = kind;
	form->grid = gate_sheet_new(draft, kind);
	form->grid->caption = label_of(
	    wording_labels(draft->facts), "collect.sheet", form->grid->id);
	form->grid->locked = true;
	set_columns(form);
	form->rule = collect_rules(draft, kind);
	collect_mark(draft, form->grid, kind);
}

static void
close_keys(const struct collect_form *form)
{
	const struct kind *kind = &kind_table[form->kind];
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		if (is_key(&kind->column[i]))
			table_cell(form->grid, kind->column[i].id)->rule = NULL;
}

void
collect_row(const struct collect_form *form, const struct rollout_figures *r)
{
	const struct portfolio *folio = form->draft->facts->portfolio;
	const struct municipality *m =
	    &folio->municipality[r->rollout->municipality];

	grid_add_open_row(form->draft->arena, form->grid, form->rule);
	close_keys(form);
	table_set(form->grid, "municipality", value_text(m->code_text));
	table_set(form->grid, "municipality_name", value_text(m->name));
	table_set(form->grid, "solution",
	    value_text(folio->solution[r->rollout->solution].id));
}

void
collect_set(
    const struct collect_form *form, const char *column, struct value value)
{
	table_set(form->grid, column, value);
}

void
collect_fix(
    const struct collect_form *form, const char *column, struct value value)
{
	table_set(form->grid, column, value);
	table_cell(form->grid, column)->rule = NULL;
}

void
collect_note(
    const struct collect_form *form, const char *column, const char *note)
{
	table_cell(form->grid, column)->note = note;
}

static void
only_whole(const struct collect_form *form, size_t column)
{
	struct grid *grid = form->grid;
	struct grid_rule *rule = arena_alloc(form->draft->arena, sizeof(*rule));
	struct grid_cell *cell;
	size_t row;

	*rule = *form->rule[column];
	rule->type = RULE_WHOLE;
	for (row = 0; row < grid->nrow; row++) {
		cell = &grid->cell[row * grid->ncolumn + column];
		if (cell->rule != NULL)
			cell->rule = rule;
	}
}

/*
 * Under the format of whole numbers a spreadsheet would save 37.5 as 38, so
 * one such number keeps the decimals of all.
 */
void
collect_whole(const struct collect_form *form, const char *column)
{
	struct grid *grid = form->grid;
	int at = grid_column_find(grid, column);
	struct value *v;
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		v = &grid->cell[row * grid->ncolumn + (size_t)at].value;
		if (v->type == VALUE_NUMBER &&
		    (fabs(v->as.number) > 1e15 ||
			floor(v->as.number) != v->as.number))
			return;
	}
	for (row = 0; row < grid->nrow; row++) {
		v = &grid->cell[row * grid->ncolumn + (size_t)at].value;
		if (v->type == VALUE_NUMBER)
			*v = value_count((int64_t)v->as.number);
	}
	own_columns(form)[at].type = VALUE_COUNT;
	only_whole(form, (size_t)at);
}

void
collect_room(const struct collect_form *form, size_t rows)
{
	while (rows-- > 0)
		grid_add_open_row(form->draft->arena, form->grid, form->rule);
}
