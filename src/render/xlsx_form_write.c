/*
 * Forms on their sheets: every cell in a box, records of several rows.
 */
#include "base/arena.h"
#include "base/text.h"
#include "render/page.h"
#include "render/xlsx.h"

#define LINE_POINTS 22.0 /* to write on by hand */
#define FORMULA_BYTES 8000

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

/* Where they stand first, and on paper where a page begins. */
static void
write_heads(struct xlsx_table *t, lxw_row_t row, bool again)
{
	struct xlsx_sheet *s = t->sheet;
	struct xlsx *x = s->book;
	lxw_format *f = xlsx_format_form_head(x->formats);
	const struct xlsx_spot *spot;
	struct buf text;
	size_t i;

	xlsx_try(x,
	    worksheet_set_row(s->sheet, row, xlsx_form_head_height(t), NULL));
	if (!page_has_heads(t->grid))
		return;
	buf_init(&text);
	for (i = 0; i < t->grid->ncolumn; i++) {
		spot = &t->spot[i];
		if (spot->rows == 0 || spot->label ||
		    (again && spot->column >= t->printed))
			continue;
		buf_clear(&text);
		xlsx_form_head(t, i, &text);
		merge(s, row, 1, spot->column, spot->columns, f);
		xlsx_cell_text(s, row, spot->column, text.data, f);
	}
	buf_release(&text);
	if (t->source != NULL && !again)
		xlsx_cell_text(s, row, (lxw_col_t)t->printed,
		    t->head[t->grid->ncolumn], f);
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

/* The cell's own text stands out from what is folded into it. */
static void
write_rich(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column, char *own,
    char *folded, lxw_format *f)
{
	struct xlsx *x = s->book;
	lxw_rich_string_tuple first = {xlsx_format_run(x->formats, true), own};
	lxw_rich_string_tuple rest = {
	    xlsx_format_run(x->formats, false), folded};
	lxw_rich_string_tuple *all[] = {&first, &rest, NULL};

	xlsx_try(x, worksheet_write_rich_string(s->sheet, row, column, all, f));
	s->cells++;
}

static void
write_folded(struct xlsx_table *t, size_t row, size_t column, lxw_row_t at,
    lxw_format *f)
{
	struct xlsx *x = t->sheet->book;
	lxw_col_t place = t->spot[column].column;
	struct buf text;
	char *own;
	size_t units;

	buf_init(&text);
	page_cell(&text, grid_at(t->grid, row, column), false, x->labels);
	own = arena_strdup(x->arena, xlsx_string(x, text.data, NULL));
	buf_clear(&text);
	xlsx_form_folded(t, row, column, &text);
	units = text_utf16_length(own) + text_utf16_length(text.data);
	if (t->sheet->paper && *own != '\0' && text.len > 0 &&
	    units < XLSX_CELL_UNITS) {
		write_rich(t->sheet, at, place, own,
		    arena_strdup(x->arena, xlsx_string(x, text.data, NULL)), f);
	} else {
		buf_clear(&text);
		xlsx_form_text(t, row, column, &text);
		xlsx_cell_text(t->sheet, at, place, text.data, f);
	}
	buf_release(&text);
}

static bool
put_quoted(struct buf *formula, const char *text)
{
	struct buf quoted;
	bool good;

	buf_init(&quoted);
	good = xlsx_put_quoted(&quoted, text);
	buf_puts(formula, quoted.data);
	buf_release(&quoted);
	return good;
}

static bool
put_box(struct buf *formula, const char *word, bool ticked)
{
	struct buf box;
	bool good;

	buf_init(&box);
	xlsx_form_box(&box, word, ticked);
	good = put_quoted(formula, box.data);
	buf_release(&box);
	return good;
}

/* IF(C5="Ja","☒ Ja","☐ Ja")&"   "&...; false if it can't be spelled. */
static bool
put_boxes(struct buf *formula, const struct grid_rule *rule, lxw_row_t row,
    lxw_col_t column)
{
	char name[LXW_MAX_CELL_NAME_LENGTH];
	bool good = true;
	size_t i;

	lxw_rowcol_to_cell_abs(name, row, column, true, true);
	buf_puts(formula, "=IFERROR(");
	for (i = 0; i < rule->nword && good; i++) {
		if (i > 0)
			buf_puts(formula, "&\"" XLSX_BOXES_APART "\"&");
		buf_printf(formula, "IF(%s=", name);
		good = put_quoted(formula, rule->word[i]);
		buf_putc(formula, ',');
		good = put_box(formula, rule->word[i], true) && good;
		buf_putc(formula, ',');
		good = put_box(formula, rule->word[i], false) && good;
		buf_putc(formula, ')');
	}
	buf_puts(formula, ",\"\")");
	return good && formula->len < FORMULA_BYTES;
}

/* In the rows below a choice: to tick by hand, and ticked by what is chosen. */
static void
write_boxes(struct xlsx_table *t, const struct grid_cell *cell,
    const struct xlsx_spot *spot, lxw_row_t at)
{
	struct xlsx_sheet *s = t->sheet;
	lxw_format *f = xlsx_format_cell(
	    s->book->formats, KIND_TEXT, TONE_NONE, CELL_FORM | CELL_WRAP);
	struct buf text, formula;

	buf_init(&text);
	buf_init(&formula);
	merge(s, at + 1, (lxw_row_t)(spot->rows - 1), spot->column,
	    spot->columns, f);
	xlsx_form_boxes(&text, cell);
	if (put_boxes(&formula, cell->rule, at, spot->column)) {
		xlsx_try(s->book,
		    worksheet_write_formula_str(s->sheet, at + 1, spot->column,
			formula.data, f,
			xlsx_string(s->book, text.data, NULL)));
		s->cells++;
	} else {
		xlsx_cell_text(s, at + 1, spot->column, text.data, f);
	}
	buf_release(&formula);
	buf_release(&text);
}

static void
write_cell(struct xlsx_table *t, size_t row, size_t column)
{
	struct xlsx_sheet *s = t->sheet;
	const struct xlsx_spot *spot = &t->spot[column];
	const struct grid_cell *cell = grid_at(t->grid, row, column);
	struct xlsx_look look = {
	    KIND_HUNDREDTHS, cell_flags(t, cell, column), -1, t, row, column};
	lxw_row_t at = xlsx_table_record(t, row) + (lxw_row_t)spot->row;
	bool boxes = xlsx_form_has_boxes(t, row, column);
	bool folded = xlsx_form_is_folded(t, row, column);
	lxw_format *f;

	look.number = t->number[column];
	f = xlsx_format_cell(s->book->formats,
	    folded ? KIND_TEXT : xlsx_look_kind(cell, &look), cell->tone,
	    look.flags);
	if (spot->label)
		write_label(t, column, cell->rule, at);
	merge(s, at, boxes ? 1 : (lxw_row_t)spot->rows, spot->column,
	    spot->columns, f);
	if (boxes)
		write_boxes(t, cell, spot, at);
	if (folded)
		write_folded(t, row, column, at, f);
	else
		xlsx_cell_write(s, at, spot->column, cell, look);
	if (cell->rule != NULL)
		xlsx_rule_write(s, at, spot->column, at, cell->rule,
		    t->grid->column[column].type == VALUE_PERCENT);
}

static void
write_record(struct xlsx_table *t, size_t row)
{
	lxw_row_t at = xlsx_table_record(t, row);
	const double *height;
	size_t i;

	xlsx_form_heights(t, row, &height);
	for (i = 0; i < t->stack; i++)
		xlsx_try(t->sheet->book,
		    worksheet_set_row(
			t->sheet->sheet, at + (lxw_row_t)i, height[i], NULL));
	for (i = 0; i < t->grid->ncolumn; i++)
		if (t->spot[i].rows > 0)
			write_cell(t, row, i);
	if (t->source != NULL && t->source[row] != NULL)
		xlsx_cell_text(t->sheet, at, (lxw_col_t)t->printed,
		    t->source[row],
		    xlsx_format_cell(
			t->sheet->book->formats, KIND_TEXT, TONE_NONE, 0));
}

void
xlsx_form_write(struct xlsx_table *t)
{
	size_t row;

	write_heads(t, t->row, false);
	for (row = 0; row < t->nagain; row++)
		write_heads(t, t->again[row], true);
	for (row = 0; row < t->grid->nrow; row++)
		write_record(t, row);
}

double
xlsx_lines_height(const struct xlsx_block *block)
{
	double height = (double)block->lines * LINE_POINTS;

	return height < XLSX_ROW_POINTS ? height : XLSX_ROW_POINTS;
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
