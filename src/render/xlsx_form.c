/*
 * A form before it has a place: which cells a record takes, and what is folded
 * into which.  xlsx_form_height.c: how high that is.
 *
 * On paper the fields of a column stand below each other in its cells, and so
 * they do here: a record takes several rows, and a column with open fields two
 * columns, for their headings and for what is filled in.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "render/page.h"
#include "render/xlsx.h"

#define WORDS_APART " · "

bool
xlsx_form_is_detail(const struct xlsx_table *t, size_t column)
{
	return t->grid->column[column].flags & GRID_DETAIL;
}

static bool
is_choice(const struct grid_cell *cell)
{
	return cell->rule != NULL && cell->rule->type == RULE_CHOICE &&
	    cell->rule->nword > 0;
}

bool
xlsx_form_has_boxes(const struct xlsx_table *t, size_t row, size_t column)
{
	return t->spot[column].boxes &&
	    is_choice(grid_at(t->grid, row, column));
}

/* It stands with its word. */
void
xlsx_form_box(struct buf *buf, const char *word, bool ticked)
{
	buf_puts(buf, ticked ? PAGE_TICKED : PAGE_BOX);
	buf_puts(buf, TEXT_NO_BREAK_SPACE);
	for (; *word != '\0'; word++)
		if (*word == ' ')
			buf_puts(buf, TEXT_NO_BREAK_SPACE);
		else
			buf_putc(buf, *word);
}

void
xlsx_form_boxes(struct buf *buf, const struct grid_cell *cell)
{
	size_t i;

	for (i = 0; i < cell->rule->nword; i++) {
		if (i > 0)
			buf_puts(buf, XLSX_BOXES_APART);
		xlsx_form_box(
		    buf, cell->rule->word[i], page_is_ticked(cell, i));
	}
}

/* On paper a choice has boxes to tick, in the row below it. */
static bool
wants_boxes(const struct xlsx_table *t, size_t column)
{
	size_t row;

	for (row = 0; row < t->grid->nrow; row++)
		if (t->sheet->paper && is_choice(grid_at(t->grid, row, column)))
			return true;
	return false;
}

/* A field of the holder, below those that it has. */
static void
lay_field(struct xlsx_table *t, size_t holder, size_t column, size_t *fields)
{
	struct xlsx_spot *h = &t->spot[holder], *spot = &t->spot[column];

	h->columns = 2;
	spot->row = ++*fields;
	spot->rows = 1;
	spot->column = h->column + 1;
	spot->columns = 1;
	spot->label = true;
	if (*fields >= t->stack)
		t->stack = *fields + 1;
}

/* On paper what stands above fields takes the rows that are left. */
static void
lay_holder(struct xlsx_table *t, size_t column)
{
	size_t i, used = t->spot[column].rows, fields = 0, left;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i))
		fields += t->spot[i].rows;
	left = t->stack - used - fields;
	if (fields == 0 || left == 0)
		return;
	t->spot[column].rows += left;
	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i))
		t->spot[i].row += left;
}

/* The last of what stands below each other takes the rows that are left. */
static void
lay_ends(struct xlsx_table *t)
{
	size_t i, last = 0;

	for (i = 0; i < t->grid->ncolumn; i++) {
		if (t->spot[i].rows == 0)
			continue;
		if (t->spot[i].row == 0 && i > 0)
			t->spot[last].rows = t->stack - t->spot[last].row;
		last = i;
	}
	t->spot[last].rows = t->stack - t->spot[last].row;
}

static void
lay_columns(struct xlsx_table *t, bool detail)
{
	const struct grid *grid = t->grid;
	size_t i, holder = 0, fields = 0;

	for (i = 0; i < grid->ncolumn; i++) {
		if (((grid->column[i].flags & GRID_DETAIL) != 0) != detail)
			continue;
		if (grid_stands_below(grid, i)) {
			/* What is open has no text that others fold into. */
			if (grid_is_live(grid, i) || grid_is_live(grid, holder))
				lay_field(t, holder, i, &fields);
		} else {
			t->spot[i].column = (lxw_col_t)t->ncolumn;
			t->spot[i].columns = 1;
			t->spot[i].boxes = wants_boxes(t, i);
			t->spot[i].rows = t->spot[i].boxes ? 2 : 1;
			holder = i;
			fields = t->spot[i].rows - 1;
			if (t->spot[i].rows > t->stack)
				t->stack = t->spot[i].rows;
		}
		t->ncolumn =
		    (size_t)t->spot[holder].column + t->spot[holder].columns;
	}
}

const struct grid_rule *
xlsx_form_rule(const struct grid *grid, size_t column)
{
	const struct grid_rule *rule = NULL, *other;
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		other = grid_at(grid, row, column)->rule;
		if (rule != NULL && other != NULL &&
		    (rule->type != other->type || rule->nword != other->nword))
			return NULL;
		if (other != NULL)
			rule = other;
	}
	return rule;
}

void
xlsx_form_words(struct buf *buf, const struct grid_rule *rule)
{
	size_t i;

	if (rule == NULL || rule->type != RULE_CHOICE)
		return;
	for (i = 0; i < rule->nword; i++)
		buf_printf(
		    buf, "%s%s", i > 0 ? WORDS_APART : "", rule->word[i]);
}

bool
xlsx_form_has_folded(const struct xlsx_table *t, size_t column)
{
	size_t i;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i))
		if (t->spot[i].rows == 0)
			return true;
	return false;
}

bool
xlsx_form_is_column(const struct xlsx_table *t, size_t column)
{
	return t->spot[column].rows > 0 && !t->spot[column].label;
}

void
xlsx_form_lay(struct xlsx_table *t)
{
	struct arena *arena = t->sheet->book->arena;
	double source = t->source != NULL ? t->width[t->grid->ncolumn] : 0;
	size_t i;

	t->spot = arena_array(arena, t->grid->ncolumn, sizeof(*t->spot));
	t->ncolumn = 0;
	lay_columns(t, false);
	t->printed = t->ncolumn;
	for (i = 0; t->sheet->paper && i < t->grid->ncolumn; i++)
		if (xlsx_form_is_column(t, i) && !xlsx_form_is_detail(t, i))
			lay_holder(t, i);
	lay_ends(t);
	if (t->source != NULL) /* the first that isn't printed */
		t->ncolumn++;
	lay_columns(t, true);
	t->width = arena_array(arena, t->ncolumn, sizeof(*t->width));
	if (t->source != NULL)
		t->width[t->printed] = source;
	if (t->sheet->paper)
		xlsx_form_fit(t);
	else
		xlsx_form_widths(t);
}

void
xlsx_form_head(const struct xlsx_table *t, size_t column, struct buf *buf)
{
	const char *heading = t->grid->column[column].heading;
	const struct grid_rule *rule = xlsx_form_rule(t->grid, column);

	if (heading != NULL)
		buf_puts(buf, heading);
	if (rule == NULL || rule->type != RULE_CHOICE || t->spot[column].boxes)
		return;
	buf_putc(buf, '\n');
	xlsx_form_words(buf, rule);
}

/* The choices of the next column, where each row has others. */
static const struct grid_rule *
next_choice(const struct xlsx_table *t, size_t row, size_t column)
{
	const struct grid_rule *rule;

	if (column + 1 >= t->grid->ncolumn || t->spot[column].label ||
	    t->spot[column + 1].row != 0 || t->spot[column + 1].boxes)
		return NULL;
	rule = grid_at(t->grid, row, column + 1)->rule;
	if (rule == NULL || rule->type != RULE_CHOICE ||
	    xlsx_form_rule(t->grid, column + 1) != NULL)
		return NULL;
	return rule;
}

bool
xlsx_form_is_folded(const struct xlsx_table *t, size_t row, size_t column)
{
	return !t->spot[column].label &&
	    grid_at(t->grid, row, column)->rule == NULL &&
	    grid_at(t->grid, row, column)->formula == NULL &&
	    (xlsx_form_has_folded(t, column) ||
		next_choice(t, row, column) != NULL);
}

void
xlsx_form_text(
    const struct xlsx_table *t, size_t row, size_t column, struct buf *buf)
{
	page_cell(
	    buf, grid_at(t->grid, row, column), false, t->sheet->book->labels);
	if (xlsx_form_is_folded(t, row, column))
		xlsx_form_folded(t, row, column, buf);
}

void
xlsx_form_folded(
    const struct xlsx_table *t, size_t row, size_t column, struct buf *buf)
{
	const struct labels *labels = t->sheet->book->labels;
	const struct grid_cell *field;
	size_t i;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i)) {
		field = grid_at(t->grid, row, i);
		if (t->spot[i].rows > 0 || field->value.type == VALUE_NONE)
			continue;
		buf_printf(buf, "\n%s: ", t->grid->column[i].heading);
		page_cell(buf, field, false, labels);
	}
	if (next_choice(t, row, column) == NULL)
		return;
	buf_putc(buf, '\n');
	xlsx_form_words(buf, next_choice(t, row, column));
}
