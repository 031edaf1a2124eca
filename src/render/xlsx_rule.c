/*
 * What may be typed: validations, the sheet of words to choose from, and the
 * lock on everything else.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define TITLE_UNITS 32
#define PROMPT_UNITS 255
#define SERIAL_EPOCH 25569 /* 1970-01-01 */
#define SERIAL_FIRST 61
#define SERIAL_LAST 2958465
#define NUMBER_LARGEST 1e15

static bool
same_words(const struct grid_rule *a, const struct grid_rule *b)
{
	size_t i;

	if (a->nword != b->nword)
		return false;
	for (i = 0; i < a->nword; i++)
		if (strcmp(a->word[i], b->word[i]) != 0)
			return false;
	return true;
}

static struct xlsx_list *
find_list(const struct xlsx *x, const struct grid_rule *rule)
{
	struct xlsx_list *list;

	for (list = x->lists; list != NULL; list = list->next)
		if (list->rule == rule || same_words(list->rule, rule))
			return list;
	return NULL;
}

static void
note_rule(struct xlsx *x, struct xlsx_list ***end, size_t *n,
    const struct grid_rule *rule)
{
	struct xlsx_list *list;

	if (rule->type != RULE_CHOICE || rule->nword == 0 ||
	    find_list(x, rule) != NULL)
		return;
	list = arena_alloc(x->arena, sizeof(*list));
	list->rule = rule;
	list->column = (*n)++;
	**end = list;
	*end = &list->next;
}

/* Finds the lists that the tables want, and whether anything is open. */
static size_t
find_lists(struct xlsx *x)
{
	struct xlsx_list **end = &x->lists;
	const struct xlsx_table *t;
	const struct grid_cell *cell;
	size_t i, n = 0;

	for (t = x->tables; t != NULL; t = t->next)
		for (i = 0; i < t->grid->nrow * t->grid->ncolumn; i++) {
			cell = &t->grid->cell[i];
			x->live = x->live || cell->rule != NULL ||
			    cell->formula != NULL;
			if (cell->rule != NULL)
				note_rule(x, &end, &n, cell->rule);
		}
	return n;
}

static struct grid *
list_grid(struct xlsx *x, size_t n)
{
	struct grid_column *column = arena_array(x->arena, n, sizeof(*column));
	struct grid *grid = grid_new(x->arena, "lists", column, n);
	const struct xlsx_list *list;
	size_t i;

	for (list = x->lists; list != NULL; list = list->next) {
		column[list->column].id = "list";
		column[list->column].heading = list->rule->title != NULL
		    ? list->rule->title
		    : label(x->labels, "xlsx.list");
		column[list->column].type = VALUE_TEXT;
		while (grid->nrow < list->rule->nword)
			grid_add_row(x->arena, grid);
		for (i = 0; i < list->rule->nword; i++)
			grid->cell[i * n + list->column].value =
			    value_text(list->rule->word[i]);
	}
	return grid;
}

void
xlsx_rule_lists(struct xlsx *x)
{
	size_t n = find_lists(x);
	struct xlsx_sheet *s;

	if (n == 0)
		return;
	x->list_grid = list_grid(x, n);
	s = xlsx_sheet_add(x, label(x->labels, "xlsx.lists"));
	s->hidden = x->paper;
	xlsx_block_add_table(s, x->list_grid);
}

/* "='Lister'!$A$5:$A$9" */
static char *
list_formula(struct xlsx_sheet *s, const struct grid_rule *rule)
{
	const struct xlsx_list *list = find_list(s->book, rule);
	const struct xlsx_table *t =
	    xlsx_table_find(s, s->book->list_grid, NULL);
	char range[LXW_MAX_CELL_RANGE_LENGTH], *kept;
	struct buf formula;

	if (list == NULL || t == NULL)
		return NULL;
	buf_init(&formula);
	buf_putc(&formula, '=');
	xlsx_put_sheet(&formula, t->sheet);
	lxw_rowcol_to_range_abs(range, t->row + 1, (lxw_col_t)list->column,
	    t->row + (lxw_row_t)rule->nword, (lxw_col_t)list->column);
	buf_puts(&formula, range);
	kept = arena_strndup(s->book->arena, formula.data, formula.len);
	buf_release(&formula);
	return kept;
}

static double
limit(double given, double otherwise, double scale)
{
	return num_given(given) ? given / scale : otherwise;
}

static void
set_numbers(lxw_data_validation *v, const struct grid_rule *rule, double scale)
{
	v->validate = rule->type == RULE_WHOLE && scale <= 1
	    ? LXW_VALIDATION_TYPE_INTEGER
	    : LXW_VALIDATION_TYPE_DECIMAL;
	v->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
	v->minimum_number = limit(rule->min, -NUMBER_LARGEST, scale);
	v->maximum_number = limit(rule->max, NUMBER_LARGEST, scale);
}

static void
set_days(lxw_data_validation *v, const struct grid_rule *rule)
{
	v->validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
	v->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
	v->minimum_number = rule->first == DAY_NONE
	    ? SERIAL_FIRST
	    : (double)rule->first + SERIAL_EPOCH;
	v->maximum_number = rule->last == DAY_NONE
	    ? SERIAL_LAST
	    : (double)rule->last + SERIAL_EPOCH;
}

/* False if the library is to be told nothing. */
static bool
set_limits(struct xlsx_sheet *s, lxw_data_validation *v,
    const struct grid_rule *rule, bool percent)
{
	switch (rule->type) {
	case RULE_TEXT:
		v->validate = LXW_VALIDATION_TYPE_ANY;
		return rule->prompt != NULL || rule->title != NULL;
	case RULE_CHOICE:
		v->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
		v->value_formula = list_formula(s, rule);
		return v->value_formula != NULL;
	case RULE_WHOLE:
	case RULE_NUMBER:
		set_numbers(v, rule, percent ? 100 : 1);
		return true;
	case RULE_DAY:
		set_days(v, rule);
		return true;
	}
	return false;
}

static char *
said(struct xlsx *x, const char *text, size_t units)
{
	return text != NULL && *text != '\0' ? xlsx_keep(x, text, units) : NULL;
}

void
xlsx_rule_write(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    lxw_row_t last, const struct grid_rule *rule, bool percent)
{
	struct xlsx *x = s->book;
	lxw_data_validation v = {.ignore_blank = LXW_VALIDATION_ON,
	    .show_input = LXW_VALIDATION_ON,
	    .show_error = LXW_VALIDATION_ON,
	    .dropdown = LXW_VALIDATION_ON};

	if (!set_limits(s, &v, rule, percent))
		return;
	v.input_title = said(x, rule->title, TITLE_UNITS);
	v.input_message = said(x, rule->prompt, PROMPT_UNITS);
	v.error_title = said(x, rule->title, TITLE_UNITS);
	v.error_message = said(x, rule->error, PROMPT_UNITS);
	if (rule->other)
		v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
	xlsx_try(x,
	    worksheet_data_validation_range(
		s->sheet, row, column, last, column, &v));
}

static const struct grid_rule *
rule_at(const struct grid *grid, size_t row, size_t column)
{
	return grid_at(grid, row, column)->rule;
}

void
xlsx_rule_column(const struct xlsx_table *t, size_t column)
{
	const struct grid *grid = t->grid;
	bool percent = grid->column[column].type == VALUE_PERCENT;
	const struct grid_rule *rule;
	size_t row, n;

	for (row = 0; row < grid->nrow; row += n) {
		rule = rule_at(grid, row, column);
		for (n = 1; row + n < grid->nrow; n++)
			if (rule_at(grid, row + n, column) != rule)
				break;
		if (rule != NULL)
			xlsx_rule_write(t->sheet, t->row + 1 + (lxw_row_t)row,
			    (lxw_col_t)column, t->row + (lxw_row_t)(row + n),
			    rule, percent);
	}
}

/* No password: it keeps from mistakes, not from people. */
void
xlsx_rule_protect(struct xlsx_sheet *s)
{
	bool open = s->input && (s->single == NULL || !s->single->grid->locked);
	lxw_protection allowed = {.format_cells = LXW_TRUE,
	    .format_columns = LXW_TRUE,
	    .format_rows = LXW_TRUE,
	    .insert_rows = open,
	    .delete_rows = open,
	    .sort = LXW_TRUE,
	    .autofilter = LXW_TRUE};

	if (s->book->live)
		worksheet_protect(s->sheet, NULL, &allowed);
}
