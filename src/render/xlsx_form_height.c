/*
 * How high the rows of a form are: what its texts take, and room to write.
 */
#include "base/arena.h"
#include "render/page.h"
#include "render/xlsx.h"

#define OPEN_HEIGHT 22.0   /* points: room to write a line by hand */
#define PAPER_OPEN 18.0    /* the same where every point is counted */
#define CHOICE_HEIGHT 16.0 /* of a choice that has boxes below it */
#define HEAD_NONE 4.0      /* points, of a row without heads */
#define PADDING 6.0        /* points, above and below a text */

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
		page_cell(&text, grid_at(t->grid, row, column), false,
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
	const struct grid_cell *cell = grid_at(t->grid, row, column);
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
	xlsx_form_boxes(&text, grid_at(t->grid, row, column));
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

	if (t->spot[column].rows == 0 || xlsx_form_is_detail(t, column))
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
		if (each[k] > XLSX_ROW_POINTS)
			each[k] = XLSX_ROW_POINTS;
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
		    (t->sheet->paper && xlsx_form_is_detail(t, i)))
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
