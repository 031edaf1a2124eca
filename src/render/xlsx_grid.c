/*
 * Grids on their sheets: real tables, and tiles.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "render/xlsx.h"

#define BARS 0xc6dbef /* the ramp's: ink stays readable on it */

#define RANGES_BYTES 2000 /* the library cuts attributes at 2079 */

/* Tiles hold any values in one column: the first decides. */
static bool
is_numeric(const struct xlsx_table *t, size_t column)
{
	enum value_type type;

	if (column >= t->grid->ncolumn)
		return false;
	type = t->grid->look == GRID_TILES ? t->grid->cell[column].value.type
					   : t->grid->column[column].type;
	return value_is_numeric(type);
}

static uint8_t
total_function(enum grid_total total)
{
	switch (total) {
	case TOTAL_NONE:
		return LXW_TABLE_FUNCTION_NONE;
	case TOTAL_SUM:
		return LXW_TABLE_FUNCTION_SUM;
	case TOTAL_MEAN:
		return LXW_TABLE_FUNCTION_AVERAGE;
	case TOTAL_COUNT:
		return LXW_TABLE_FUNCTION_COUNT;
	}
	return LXW_TABLE_FUNCTION_NONE;
}

static bool
has_total(const struct xlsx_table *t, size_t column, struct value *total)
{
	if (!xlsx_table_has_total(t) || column >= t->grid->ncolumn)
		return false;
	*total = grid_total(t->grid, column);
	return total->type != VALUE_NONE;
}

/* The word stands in the first column, unless that has a total itself. */
static bool
has_total_word(const struct xlsx_table *t, size_t column)
{
	struct value total;

	return column == 0 && xlsx_table_has_total(t) &&
	    !has_total(t, column, &total);
}

static lxw_table_column *
table_column(const struct xlsx_table *t, size_t column)
{
	struct xlsx *x = t->sheet->book;
	lxw_table_column *c = arena_alloc(x->arena, sizeof(*c));
	struct value total;

	c->header = t->head[column];
	c->header_format = xlsx_format_head(x->formats, is_numeric(t, column));
	if (has_total(t, column, &total))
		c->total_function =
		    total_function(t->grid->column[column].total);
	else if (has_total_word(t, column))
		c->total_string =
		    xlsx_keep(x, label(x->labels, "table.total"), 255);
	return c;
}

static void
add_table(struct xlsx_table *t)
{
	struct xlsx *x = t->sheet->book;
	lxw_table_column **column =
	    arena_array(x->arena, t->ncolumn + 1, sizeof(lxw_table_column *));
	lxw_table_options options = {.name = arena_strdup(x->arena, t->name),
	    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
	    .style_type_number = 1,
	    .no_banded_rows = LXW_TRUE,
	    .columns = column};
	size_t i;

	options.total_row = xlsx_table_has_total(t);
	for (i = 0; i < t->ncolumn; i++)
		column[i] = table_column(t, i);
	xlsx_try(x,
	    worksheet_add_table(t->sheet->sheet, t->row, 0, xlsx_table_end(t),
		(lxw_col_t)(t->ncolumn - 1), &options));
	t->sheet->cells += t->ncolumn;
}

static void
write_row(struct xlsx_table *t, size_t row)
{
	const struct grid *grid = t->grid;
	struct xlsx_sheet *s = t->sheet;
	lxw_row_t at = t->row + 1 + (lxw_row_t)row;
	const struct grid_cell *cell;
	struct xlsx_look look;
	size_t i, lines = xlsx_row_lines(t, row);

	/* Not every reader finds the height of broken lines by itself. */
	if (lines > 1)
		xlsx_try(s->book,
		    worksheet_set_row(
			s->sheet, at, xlsx_row_height(t, lines), NULL));
	for (i = 0; i < grid->ncolumn; i++) {
		cell = grid_at(grid, row, i);
		look.number = t->number[i];
		look.flags = (t->wrap[i] ? CELL_WRAP : 0) |
		    (grid->column[i].flags & GRID_HEAT ? CELL_CENTRE : 0);
		look.heat = grid_heat(grid, i, cell);
		look.table = t;
		look.row = row;
		look.column = i;
		if (grid->look == GRID_INPUT && !grid->locked &&
		    cell->formula == NULL)
			look.flags |= CELL_OPEN;
		if (cell->rule != NULL)
			look.flags |= CELL_OPEN;
		if (grid->look == GRID_INPUT && grid->locked)
			look.flags |= CELL_FIELD;
		xlsx_cell_write(s, at, (lxw_col_t)i, cell, look);
	}
	if (t->source != NULL)
		xlsx_cell_text(s, at, (lxw_col_t)i, t->source[row],
		    xlsx_format_cell(s->book->formats, KIND_TEXT, TONE_NONE,
			t->wrap[i] ? CELL_WRAP : 0));
}

/* A sum has its column's decimals; the mean of whole numbers has one. */
static enum xlsx_kind
total_kind(const struct xlsx_table *t, size_t column, const struct value *total)
{
	enum xlsx_kind number = t->number[column];

	if (t->grid->column[column].total == TOTAL_MEAN && number == KIND_WHOLE)
		number = KIND_TENTHS;
	return xlsx_kind_of(total, number);
}

/* SUBTOTAL follows the filter; its value is known before Excel counts. */
static void
write_total(struct xlsx_table *t, size_t column, const struct value *total)
{
	struct xlsx *x = t->sheet->book;
	struct buf formula;
	double number;

	xlsx_number(total, &number);
	buf_init(&formula);
	buf_printf(&formula, "=SUBTOTAL(%d,",
	    total_function(t->grid->column[column].total));
	xlsx_put_column(&formula, t, column);
	buf_putc(&formula, ')');
	xlsx_cell_number(t->sheet, xlsx_table_end(t), (lxw_col_t)column,
	    formula.data, number,
	    xlsx_format_cell(x->formats, total_kind(t, column, total),
		TONE_NONE, CELL_TOTAL));
	buf_release(&formula);
}

static void
write_total_row(struct xlsx_table *t)
{
	struct xlsx *x = t->sheet->book;
	const char *word;
	struct value total;
	size_t i;

	for (i = 0; i < t->ncolumn; i++) {
		if (has_total(t, i, &total)) {
			write_total(t, i, &total);
			continue;
		}
		word =
		    has_total_word(t, i) ? label(x->labels, "table.total") : "";
		xlsx_cell_text(t->sheet, xlsx_table_end(t), (lxw_col_t)i, word,
		    xlsx_format_cell(
			x->formats, KIND_TEXT, TONE_NONE, CELL_TOTAL));
	}
}

/* What is saved as CSV is no table object: its heads needn't be unique. */
static void
write_heads(struct xlsx_table *t)
{
	size_t i;

	for (i = 0; i < t->ncolumn; i++)
		xlsx_cell_text(t->sheet, t->row, (lxw_col_t)i, t->head[i],
		    xlsx_format_head(
			t->sheet->book->formats, is_numeric(t, i)));
}

/* Bars behind the numbers of a column, from 0 to 100 percent. */
static void
write_bars(const struct xlsx_table *t, size_t column)
{
	lxw_conditional_format bar = {.type = LXW_CONDITIONAL_DATA_BAR,
	    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
	    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
	    .min_value = 0,
	    .max_value = 1,
	    .bar_color = BARS,
	    .bar_solid = LXW_TRUE,
	    .bar_axis_position = LXW_CONDITIONAL_BAR_AXIS_NONE,
	    .data_bar_2010 = LXW_TRUE};
	lxw_row_t first, last;
	lxw_col_t at;

	if (!(t->grid->column[column].flags & GRID_BARS) ||
	    !xlsx_table_range(t, column, &first, &last, &at))
		return;
	xlsx_try(t->sheet->book,
	    worksheet_conditional_format_range(
		t->sheet->sheet, first, at, last, at, &bar));
}

void
xlsx_grid_write(struct xlsx_table *t)
{
	size_t row, i;

	if (t->spot != NULL) {
		xlsx_form_write(t);
		return;
	}
	xlsx_try(t->sheet->book,
	    worksheet_set_row(t->sheet->sheet, t->row,
		xlsx_head_height(xlsx_head_lines(t)), NULL));
	if (t->name != NULL)
		add_table(t);
	else
		write_heads(t);
	for (row = 0; row < t->grid->nrow; row++)
		write_row(t, row);
	for (i = 0; i < t->grid->ncolumn; i++) {
		xlsx_rule_column(t, i);
		write_bars(t, i);
	}
	xlsx_mark_write(t);
	if (xlsx_table_has_total(t))
		write_total_row(t);
}

/* The last column runs on to the end of the text. */
static void
merge_tile(struct xlsx_table *t, lxw_row_t row, lxw_format *f)
{
	struct xlsx_sheet *s = t->sheet;

	if (s->span <= t->ncolumn)
		return;
	xlsx_try(s->book,
	    worksheet_merge_range(s->sheet, row, (lxw_col_t)(t->ncolumn - 1),
		row, (lxw_col_t)(s->span - 1), NULL, f));
	s->cells += s->span - t->ncolumn;
}

static void
write_tile_heads(struct xlsx_table *t)
{
	struct xlsx_formats *formats = t->sheet->book->formats;
	lxw_format *f;
	size_t i;

	for (i = 0; i < t->ncolumn; i++) {
		f = xlsx_format_tile_head(formats, is_numeric(t, i));
		if (i + 1 == t->ncolumn)
			merge_tile(t, t->row, f);
		xlsx_cell_text(t->sheet, t->row, (lxw_col_t)i, t->head[i], f);
	}
}

static void
write_tile(struct xlsx_table *t, size_t row)
{
	struct xlsx_sheet *s = t->sheet;
	lxw_row_t at = t->row + 1 + (lxw_row_t)row;
	struct xlsx_look look = {.number = KIND_TENTHS, .heat = -1};
	const struct grid_cell *cell;
	size_t i;

	xlsx_try(s->book,
	    worksheet_set_row(s->sheet, at,
		xlsx_row_height(t, xlsx_row_lines(t, row)), NULL));
	for (i = 0; i < t->ncolumn; i++) {
		cell = grid_at(t->grid, row, i);
		look.number = t->number[i];
		look.flags = CELL_WRAP | (i < 2 ? CELL_STRONG : 0);
		if (i + 1 == t->ncolumn)
			merge_tile(t, at,
			    xlsx_format_cell(s->book->formats, KIND_TEXT,
				cell->tone, look.flags));
		xlsx_cell_write(s, at, (lxw_col_t)i, cell, look);
	}
}

void
xlsx_tiles_write(struct xlsx_table *t)
{
	size_t row;

	write_tile_heads(t);
	for (row = 0; row < t->grid->nrow; row++)
		write_tile(t, row);
}

static bool
is_code(const struct value *v)
{
	return v->type == VALUE_TEXT &&
	    (isdigit((unsigned char)v->as.text[0]) ||
		strchr("+-.,", v->as.text[0]) != NULL);
}

static bool
has_codes(const struct grid *grid, size_t column)
{
	size_t row;

	for (row = 0; row < grid->nrow; row++)
		if (is_code(&grid_at(grid, row, column)->value))
			return true;
	return false;
}

static void
put_codes(struct buf *ranges, const struct xlsx_table *t)
{
	char range[LXW_MAX_CELL_RANGE_LENGTH];
	size_t i;

	if (t->form || t->grid->look == GRID_INPUT) {
		lxw_rowcol_to_range(range, t->row + 1, 0, xlsx_table_last(t),
		    (lxw_col_t)(t->ncolumn - 1));
		buf_printf(ranges, "%s%s", ranges->len > 0 ? " " : "", range);
		return;
	}
	for (i = 0; i < t->grid->ncolumn; i++) {
		if (ranges->len > RANGES_BYTES || !has_codes(t->grid, i))
			continue;
		lxw_rowcol_to_range(range, t->row + 1, (lxw_col_t)i,
		    xlsx_table_last(t), (lxw_col_t)i);
		if (ranges->len > 0)
			buf_putc(ranges, ' ');
		buf_puts(ranges, range);
	}
}

void
xlsx_grid_codes(struct xlsx_sheet *s)
{
	struct buf ranges;
	size_t i;

	buf_init(&ranges);
	for (i = 0; i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TABLE ||
		    s->block[i].type == BLOCK_TILES)
			put_codes(&ranges, s->block[i].table);
	if (ranges.len > 0)
		xlsx_try(s->book,
		    worksheet_ignore_errors(s->sheet,
			LXW_IGNORE_NUMBER_STORED_AS_TEXT, ranges.data));
	buf_release(&ranges);
}
