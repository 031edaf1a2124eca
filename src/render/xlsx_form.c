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

#define OPEN_HEIGHT 22.0   /* points: room to write a line by hand */
#define PAPER_OPEN 18.0    /* the same where every point is counted */
#define CHOICE_HEIGHT 16.0 /* of a choice that has boxes below it */
#define HEAD_NONE 4.0      /* points, of a row without heads */
#define PADDING 6.0        /* points, above and below a text */
#define WORDS_APART " · "

static const struct grid_cell *
cell_at(const struct xlsx_table *t, size_t row, size_t column)
{
	return &t->grid->cell[row * t->grid->ncolumn + column];
}

static bool
is_detail(const struct xlsx_table *t, size_t column)
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
	return t->spot[column].boxes && is_choice(cell_at(t, row, column));
}

/* It stands with its word. */
void
xlsx_form_box(struct buf *buf, const char *word, bool ticked)
{
	buf_puts(buf, ticked ? PAGE_TICKED : PAGE_BOX);
	buf_puts(buf, "\xc2\xa0");
	for (; *word != '\0'; word++)
		if (*word == ' ')
			buf_puts(buf, "\xc2\xa0");
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
		if (t->sheet->paper && is_choice(cell_at(t, row, column)))
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
		if (xlsx_form_is_column(t, i) && !is_detail(t, i))
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
	    (xlsx_form_has_folded(t, column) ||
		next_choice(t, row, column) != NULL);
}

void
xlsx_form_text(
    const struct xlsx_table *t, size_t row, size_t column, struct buf *buf)
{
	page_cell(buf, cell_at(t, row, column), false, t->sheet->book->labels);
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

/* A text in a box so wide. */
static double
text_height(const struct xlsx_table *t, const char *text,
    const struct xlsx_spot *spot, bool bold)
{
	double width = spot_width(t, spot);

	if (*text == '\0')
		return 0;
	if (t->sheet->paper)
		return xlsx_paper_height(
		    xlsx_paper_lines(text, width, XLSX_PAPER_SIZE, bold),
		    XLSX_PAPER_SIZE);
	return (double)xlsx_lines(text, width - 2, 60, NULL) *
	    XLSX_LINE_HEIGHT +
	    PADDING;
}

/* On paper a heading may be longer than what is written beside it. */
static double
label_height(const struct xlsx_table *t, size_t column)
{
	const struct xlsx_spot *spot = &t->spot[column];
	struct xlsx_spot label = {
	    .column = spot->label_column, .columns = spot->label_columns};

	if (!spot->label || !t->sheet->paper)
		return 0;
	return text_height(t, t->grid->column[column].heading, &label, false);
}

/* Of one line. */
static double
row_height(const struct xlsx_table *t)
{
	return t->sheet->paper ? xlsx_paper_height(1, XLSX_PAPER_SIZE)
			       : XLSX_LINE_HEIGHT;
}

/* What a cell says, and on paper below it in plain letters what is folded. */
static double
said_height(const struct xlsx_table *t, size_t row, size_t column)
{
	const struct xlsx_spot *spot = &t->spot[column];
	bool bold = t->grid->column[column].flags & GRID_HEAD;
	bool parted = t->sheet->paper && xlsx_form_is_folded(t, row, column);
	double height;
	struct buf text;

	buf_init(&text);
	if (parted)
		page_cell(&text, cell_at(t, row, column), false,
		    t->sheet->book->labels);
	else
		xlsx_form_text(t, row, column, &text);
	height = text_height(t, text.data, spot, bold || parted);
	if (parted) {
		buf_clear(&text);
		xlsx_form_folded(t, row, column, &text);
		if (text.len > 0)
			height += text_height(t, text.data + 1, spot, bold);
	}
	buf_release(&text);
	return height;
}

/* What a cell needs: its text, and room to write. */
static double
spot_height(const struct xlsx_table *t, size_t row, size_t column)
{
	const struct grid_cell *cell = cell_at(t, row, column);
	double line = t->sheet->paper ? PAPER_OPEN : OPEN_HEIGHT;
	double height = said_height(t, row, column);
	double label = label_height(t, column);

	if (cell->rule == NULL)
		line = row_height(t);
	else
		height += (double)page_lines(cell) * line;
	if (line < label)
		line = label;
	return height > line ? height : line;
}

static double
boxes_height(const struct xlsx_table *t, size_t row, size_t column)
{
	struct buf text;
	double height;

	buf_init(&text);
	xlsx_form_boxes(&text, cell_at(t, row, column));
	height = text_height(t, text.data, &t->spot[column], false);
	buf_release(&text);
	return height;
}

/* Rows of a record that must be so high together. */
struct need {
	size_t row, rows;
	double points;
};

/* Of a cell, or of a choice and its boxes; returns how many. */
static size_t
spot_needs(
    const struct xlsx_table *t, size_t row, size_t column, struct need need[2])
{
	const struct xlsx_spot *spot = &t->spot[column];

	need[0].row = spot->row;
	need[0].rows = spot->rows;
	if (!xlsx_form_has_boxes(t, row, column)) {
		need[0].points = spot_height(t, row, column);
		return 1;
	}
	need[0].rows = 1;
	need[0].points = CHOICE_HEIGHT;
	need[1].row = spot->row + 1;
	need[1].rows = spot->rows - 1;
	need[1].points = boxes_height(t, row, column);
	return 2;
}

/* Makes room, shared by the rows that it is for. */
static void
grow(const struct need *need, double *each)
{
	double have = 0;
	size_t k;

	for (k = 0; k < need->rows; k++)
		have += each[need->row + k];
	for (k = 0; need->points > have && k < need->rows; k++)
		each[need->row + k] +=
		    (need->points - have) / (double)need->rows;
}

static void
grow_column(const struct xlsx_table *t, size_t row, size_t column, size_t rows,
    double *each)
{
	struct need need[2];
	size_t i, n;

	if (t->spot[column].rows == 0 || is_detail(t, column))
		return;
	n = spot_needs(t, row, column, need);
	for (i = 0; i < n; i++)
		if (need[i].rows == rows)
			grow(&need[i], each);
}

static void
find_heights(const struct xlsx_table *t, size_t row, double *each)
{
	size_t i, k, rows;

	for (k = 0; k < t->stack; k++)
		each[k] = row_height(t);
	/* Cells of one row first: those of several then need the least. */
	for (rows = 1; rows <= t->stack; rows++)
		for (i = 0; i < t->grid->ncolumn; i++)
			grow_column(t, row, i, rows, each);
	for (k = 0; k < t->stack; k++)
		if (each[k] > 409)
			each[k] = 409;
}

/* Asked for by the page's breaks and again by the rows: reckoned once. */
double
xlsx_form_heights(struct xlsx_table *t, size_t row, const double **each)
{
	double sum = 0, *own;
	size_t k;

	if (t->height == NULL)
		t->height = arena_array(t->sheet->book->arena,
		    t->grid->nrow * t->stack, sizeof(*t->height));
	*each = own = t->height + row * t->stack;
	if (own[0] == 0) /* none is as low */
		find_heights(t, row, own);
	for (k = 0; k < t->stack; k++)
		sum += own[k];
	return sum;
}

static size_t
head_lines(
    const struct xlsx_table *t, const char *text, const struct xlsx_spot *spot)
{
	double width = spot_width(t, spot);

	return t->sheet->paper
	    ? xlsx_paper_lines(text, width, XLSX_PAPER_SIZE, true)
	    : xlsx_lines(text, width / 1.1, 20, NULL);
}

double
xlsx_form_head_height(const struct xlsx_table *t)
{
	size_t i, lines, most = 1;
	struct buf text;

	buf_init(&text);
	for (i = 0; i < t->grid->ncolumn; i++) {
		if (!xlsx_form_is_column(t, i) ||
		    (t->sheet->paper && is_detail(t, i)))
			continue;
		buf_clear(&text);
		xlsx_form_head(t, i, &text);
		lines = head_lines(t, text.data, &t->spot[i]);
		most = lines > most ? lines : most;
	}
	buf_release(&text);
	if (!page_has_heads(t->grid))
		return HEAD_NONE;
	return t->sheet->paper ? xlsx_paper_height(most, XLSX_PAPER_SIZE)
			       : xlsx_head_height(most);
}
