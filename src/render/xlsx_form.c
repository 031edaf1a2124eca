/*
 * A form before it has a place: which cells a record takes, what is folded
 * into which, and how wide and high all that is.
 *
 * On paper the fields of a column stand below each other in its cells, and so
 * they do here: a record takes several rows, and a column with open fields two
 * columns, for their headings and for what is filled in.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "render/page.h"
#include "render/xlsx.h"

#define DAY_WIDTH 14
#define LABEL_WIDTH 17   /* of a field's heading, at most */
#define SHORT_WIDTH 24   /* of a column that isn't to wrap, at most */
#define FREE_WIDTH 12    /* of what is written, at least */
#define READ_WIDTH 20    /* of what is read, at least */
#define OPEN_HEIGHT 22.0 /* points: room to write a line by hand */
#define HEAD_NONE 4.0    /* points, of a row without heads */
#define PADDING 6.0      /* points, above and below a text */
#define WORDS_APART " · "

static const struct grid_cell *
cell_at(const struct xlsx_table *t, size_t row, size_t column)
{
	return &t->grid->cell[row * t->grid->ncolumn + column];
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
			t->spot[i].rows = 1;
			holder = i;
			fields = 0;
		}
		t->ncolumn =
		    (size_t)t->spot[holder].column + t->spot[holder].columns;
	}
}

static double
longest_word(const char *text)
{
	double longest = 0, width;
	const char *end;
	char word[64];

	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = text + strcspn(text, " \n");
		snprintf(word, sizeof(word), "%.*s", (int)(end - text), text);
		width = (double)text_width(word);
		longest = width > longest ? width : longest;
	}
	return longest;
}

const struct grid_rule *
xlsx_form_rule(const struct grid *grid, size_t column)
{
	const struct grid_rule *rule = NULL, *other;
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		other = grid->cell[row * grid->ncolumn + column].rule;
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

static double
words_width(const struct grid_rule *rule)
{
	double longest = 0, width;
	size_t i;

	for (i = 0; i < rule->nword; i++) {
		width = (double)text_width(rule->word[i]);
		longest = width > longest ? width : longest;
	}
	return longest + 3 < SHORT_WIDTH ? longest + 3 : SHORT_WIDTH;
}

static double
body_width(const struct xlsx_table *t, size_t column)
{
	struct xlsx *x = t->sheet->book;
	double longest = 0, width;
	size_t row;

	for (row = 0; row < t->grid->nrow; row++) {
		buf_clear(&x->scratch);
		value_print(
		    &x->scratch, &cell_at(t, row, column)->value, x->labels);
		width = (double)text_width(x->scratch.data);
		longest = width > longest ? width : longest;
	}
	return longest * 1.1 + 3;
}

static bool
has_folded(const struct xlsx_table *t, size_t column)
{
	size_t i;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i))
		if (t->spot[i].rows == 0)
			return true;
	return false;
}

/* 0: it takes its share of what is left. */
static double
fixed_width(const struct xlsx_table *t, size_t column)
{
	const struct grid_column *c = &t->grid->column[column];
	const struct grid_rule *rule = xlsx_form_rule(t->grid, column);
	bool live = grid_is_live(t->grid, column);
	double width;

	if (t->spot[column].columns > 1 || (c->flags & GRID_WRAP) ||
	    has_folded(t, column))
		return 0;
	if (rule != NULL && rule->type == RULE_CHOICE)
		return words_width(rule);
	if (c->type == VALUE_DAY || (rule != NULL && rule->type == RULE_DAY))
		return DAY_WIDTH;
	if (live && !value_is_numeric(c->type))
		return 0;
	width = body_width(t, column);
	return width < SHORT_WIDTH ? width : SHORT_WIDTH;
}

/* What is read wants more room than what is written. */
static double
share(const struct xlsx_table *t, size_t column)
{
	return grid_is_live(t->grid, column) ? 2 : 6;
}

static double
least_width(const struct xlsx_table *t, size_t column)
{
	return grid_is_live(t->grid, column) ? FREE_WIDTH : READ_WIDTH;
}

static double
head_word(const struct xlsx_table *t, size_t column)
{
	const char *heading = t->grid->column[column].heading;

	return heading == NULL ? 0 : longest_word(heading) * 1.15 + 1;
}

/* The width of the headings of a column's fields. */
static double
label_width(const struct xlsx_table *t, size_t column)
{
	double longest = 0, width;
	size_t i;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i)) {
		if (t->spot[i].rows == 0 || t->grid->column[i].heading == NULL)
			continue;
		width = (double)text_width(t->grid->column[i].heading) + 2;
		longest = width > longest ? width : longest;
	}
	return longest < LABEL_WIDTH ? longest : LABEL_WIDTH;
}

static bool
is_column(const struct xlsx_table *t, size_t column)
{
	return t->spot[column].rows > 0 && !t->spot[column].label;
}

/* First what is known, then the rest of the page is shared. */
static void
find_widths(struct xlsx_table *t)
{
	const struct grid *grid = t->grid;
	double left = XLSX_WIDTH_FORM, shares = 0, width, *at;
	size_t i;

	for (i = 0; i < grid->ncolumn; i++) {
		if (!is_column(t, i))
			continue;
		at = &t->width[t->spot[i].column];
		width = fixed_width(t, i);
		if (width > 0 && width < head_word(t, i))
			width = head_word(t, i);
		if (t->spot[i].columns > 1)
			at[0] = label_width(t, i);
		else
			at[0] = width;
		if (grid->column[i].flags & GRID_DETAIL)
			continue;
		left -= at[0];
		if (width <= 0)
			shares += share(t, i);
	}
	for (i = 0; i < grid->ncolumn; i++) {
		if (!is_column(t, i))
			continue;
		at = &t->width[t->spot[i].column + t->spot[i].columns - 1];
		if (*at > 0)
			continue;
		*at = shares > 0 ? left * share(t, i) / shares : 0;
		if (*at < least_width(t, i))
			*at = least_width(t, i);
	}
}

void
xlsx_form_lay(struct xlsx_table *t)
{
	struct arena *arena = t->sheet->book->arena;

	t->spot = arena_array(arena, t->grid->ncolumn, sizeof(*t->spot));
	t->ncolumn = 0;
	lay_columns(t, false);
	t->printed = t->ncolumn;
	lay_ends(t);
	lay_columns(t, true);
	t->width = arena_array(arena, t->ncolumn, sizeof(*t->width));
	find_widths(t);
}

void
xlsx_form_head(const struct xlsx_table *t, size_t column, struct buf *buf)
{
	const char *heading = t->grid->column[column].heading;
	const struct grid_rule *rule = xlsx_form_rule(t->grid, column);

	if (heading != NULL)
		buf_puts(buf, heading);
	if (rule == NULL || rule->type != RULE_CHOICE)
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
	    t->spot[column + 1].row != 0)
		return NULL;
	rule = cell_at(t, row, column + 1)->rule;
	if (rule == NULL || rule->type != RULE_CHOICE ||
	    xlsx_form_rule(t->grid, column + 1) != NULL)
		return NULL;
	return rule;
}

bool
xlsx_form_is_folded(const struct xlsx_table *t, size_t row, size_t column)
{
	return !t->spot[column].label &&
	    cell_at(t, row, column)->rule == NULL &&
	    cell_at(t, row, column)->formula == NULL &&
	    (has_folded(t, column) || next_choice(t, row, column) != NULL);
}

void
xlsx_form_text(
    const struct xlsx_table *t, size_t row, size_t column, struct buf *buf)
{
	const struct labels *labels = t->sheet->book->labels;
	const struct grid_cell *field;
	size_t i;

	page_cell(buf, cell_at(t, row, column), false, labels);
	if (!xlsx_form_is_folded(t, row, column))
		return;
	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i)) {
		field = cell_at(t, row, i);
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

static double
spot_width(const struct xlsx_table *t, const struct xlsx_spot *spot)
{
	double width = 0;
	size_t i;

	for (i = 0; i < spot->columns; i++)
		width += t->sheet->width[spot->column + i];
	return width;
}

/* What a cell needs: its text, and room to write. */
static double
spot_height(const struct xlsx_table *t, size_t row, size_t column)
{
	const struct grid_cell *cell = cell_at(t, row, column);
	double height, room;
	struct buf text;

	buf_init(&text);
	xlsx_form_text(t, row, column, &text);
	height = (double)xlsx_lines(
		     text.data, spot_width(t, &t->spot[column]) - 2, 60, NULL) *
		XLSX_LINE_HEIGHT +
	    PADDING;
	if (text.len == 0)
		height = 0;
	buf_release(&text);
	if (cell->rule == NULL)
		return height > XLSX_LINE_HEIGHT ? height : XLSX_LINE_HEIGHT;
	room = (double)page_lines(cell) * OPEN_HEIGHT;
	height += room;
	return height > OPEN_HEIGHT ? height : OPEN_HEIGHT;
}

/* Makes room for a cell, shared by the rows that it stands in. */
static void
grow(const struct xlsx_table *t, size_t row, size_t column, double *each)
{
	const struct xlsx_spot *spot = &t->spot[column];
	double have = 0, need = spot_height(t, row, column);
	size_t k;

	for (k = 0; k < spot->rows; k++)
		have += each[spot->row + k];
	for (k = 0; need > have && k < spot->rows; k++)
		each[spot->row + k] += (need - have) / (double)spot->rows;
}

double
xlsx_form_heights(const struct xlsx_table *t, size_t row, double *each)
{
	double sum = 0;
	size_t i, k, rows;

	for (k = 0; k < t->stack; k++)
		each[k] = XLSX_LINE_HEIGHT;
	/* Cells of one row first: those of several then need the least. */
	for (rows = 1; rows <= t->stack; rows++)
		for (i = 0; i < t->grid->ncolumn; i++)
			if (t->spot[i].rows == rows &&
			    !(t->grid->column[i].flags & GRID_DETAIL))
				grow(t, row, i, each);
	for (k = 0; k < t->stack; k++) {
		if (each[k] > 409)
			each[k] = 409;
		sum += each[k];
	}
	return sum;
}

double
xlsx_form_head_height(const struct xlsx_table *t)
{
	size_t i, lines, most = 1;
	struct buf text;

	buf_init(&text);
	for (i = 0; i < t->grid->ncolumn; i++) {
		if (!is_column(t, i))
			continue;
		buf_clear(&text);
		xlsx_form_head(t, i, &text);
		lines = xlsx_lines(
		    text.data, spot_width(t, &t->spot[i]) / 1.1, 20, NULL);
		most = lines > most ? lines : most;
	}
	buf_release(&text);
	return page_has_heads(t->grid) ? xlsx_head_height(most) : HEAD_NONE;
}
