/*
 * Forms on their sheets: every cell in a box, records of several rows.
 */
#include "base/arena.h"
#include "render/page.h"
#include "render/xlsx.h"

#define LINE_POINTS 22.0 /* to write on by hand */
#define ROW_POINTS 409.0

/* All cells of a spot as one; the first of them is written after. */
static void
merge(struct xlsx_sheet *s, lxw_row_t row, lxw_row_t rows, lxw_col_t column,
    lxw_col_t columns, lxw_format *f)
{
	if (rows * columns <= 1)
		return;
	xlsx_try(s->book,
	    worksheet_merge_range(s->sheet, row, column, row + rows - 1,
		(lxw_col_t)(column + columns - 1), NULL, f));
	s->cells += (uint64_t)rows * columns - 1;
}

static void
write_heads(struct xlsx_table *t)
{
	struct xlsx_sheet *s = t->sheet;
	struct xlsx *x = s->book;
	lxw_format *f = xlsx_format_form_head(x->formats);
	const struct xlsx_spot *spot;
	struct buf text;
	size_t i;

	xlsx_try(x,
	    worksheet_set_row(
		s->sheet, t->row, xlsx_form_head_height(t), NULL));
	if (!page_has_heads(t->grid))
		return;
	buf_init(&text);
	for (i = 0; i < t->grid->ncolumn; i++) {
		spot = &t->spot[i];
		if (spot->rows == 0 || spot->label)
			continue;
		buf_clear(&text);
		xlsx_form_head(t, i, &text);
		merge(s, t->row, 1, spot->column, spot->columns, f);
		xlsx_cell_text(s, t->row, spot->column, text.data, f);
	}
	buf_release(&text);
}

/* The heading of a field, with what may be chosen. */
static void
write_label(struct xlsx_table *t, size_t column, const struct grid_rule *rule,
    lxw_row_t row)
{
	const struct xlsx_spot *spot = &t->spot[column];
	lxw_col_t at = spot->label_column;
	lxw_format *f = xlsx_format_cell(t->sheet->book->formats, KIND_TEXT,
	    TONE_NONE, CELL_FORM | CELL_WRAP);
	struct buf text;

	buf_init(&text);
	buf_puts(&text, t->grid->column[column].heading);
	if (rule != NULL && rule->type == RULE_CHOICE) {
		buf_puts(&text, ": ");
		xlsx_form_words(&text, rule);
	}
	merge(t->sheet, row, (lxw_row_t)spot->rows, at, spot->label_columns, f);
	xlsx_cell_text(t->sheet, row, at, text.data, f);
	buf_release(&text);
}

static unsigned
cell_flags(
    const struct xlsx_table *t, const struct grid_cell *cell, size_t column)
{
	unsigned flags = CELL_FORM | CELL_WRAP;

	if (cell->rule != NULL)
		flags |= CELL_OPEN;
	if (t->grid->column[column].flags & GRID_HEAD)
		flags |= CELL_STRONG;
	return flags;
}

static void
write_folded(struct xlsx_table *t, size_t row, size_t column, lxw_row_t at,
    lxw_format *f)
{
	struct buf text;

	buf_init(&text);
	xlsx_form_text(t, row, column, &text);
	xlsx_cell_text(t->sheet, at, t->spot[column].column, text.data, f);
	buf_release(&text);
}

static void
write_cell(struct xlsx_table *t, size_t row, size_t column)
{
	struct xlsx_sheet *s = t->sheet;
	const struct xlsx_spot *spot = &t->spot[column];
	const struct grid_cell *cell =
	    &t->grid->cell[row * t->grid->ncolumn + column];
	struct xlsx_look look = {
	    KIND_HUNDREDTHS, cell_flags(t, cell, column), -1, t, row, column};
	lxw_row_t at = t->row + 1 + (lxw_row_t)(row * t->stack + spot->row);
	bool folded = xlsx_form_is_folded(t, row, column);
	lxw_format *f;

	look.number = t->number[column];
	f = xlsx_format_cell(s->book->formats,
	    folded ? KIND_TEXT : xlsx_look_kind(cell, &look), cell->tone,
	    look.flags);
	if (spot->label)
		write_label(t, column, cell->rule, at);
	merge(s, at, (lxw_row_t)spot->rows, spot->column, spot->columns, f);
	if (folded)
		write_folded(t, row, column, at, f);
	else
		xlsx_cell_write(s, at, spot->column, cell, look);
	if (cell->rule != NULL)
		xlsx_rule_write(s, at, spot->column, at, cell->rule,
		    t->grid->column[column].type == VALUE_PERCENT);
}

static void
write_record(struct xlsx_table *t, size_t row, double *height)
{
	lxw_row_t at = t->row + 1 + (lxw_row_t)(row * t->stack);
	size_t i;

	xlsx_form_heights(t, row, height);
	for (i = 0; i < t->stack; i++)
		xlsx_try(t->sheet->book,
		    worksheet_set_row(
			t->sheet->sheet, at + (lxw_row_t)i, height[i], NULL));
	for (i = 0; i < t->grid->ncolumn; i++)
		if (t->spot[i].rows > 0)
			write_cell(t, row, i);
}

void
xlsx_form_write(struct xlsx_table *t)
{
	double *height =
	    arena_array(t->sheet->book->arena, t->stack, sizeof(*height));
	size_t row;

	write_heads(t);
	for (row = 0; row < t->grid->nrow; row++)
		write_record(t, row, height);
}

double
xlsx_lines_height(const struct xlsx_block *block)
{
	double height = (double)block->lines * LINE_POINTS;

	return height < ROW_POINTS ? height : ROW_POINTS;
}

void
xlsx_lines_write(struct xlsx_sheet *s, const struct xlsx_block *block)
{
	lxw_format *f = xlsx_format_cell(s->book->formats, KIND_CODE, TONE_NONE,
	    CELL_FORM | CELL_WRAP | CELL_OPEN);

	xlsx_try(s->book,
	    worksheet_set_row(
		s->sheet, block->row, xlsx_lines_height(block), NULL));
	merge(s, block->row, 1, 0, (lxw_col_t)s->span, f);
	xlsx_cell_text(s, block->row, 0, "", f);
}
