/*
 * One grid as RFC 4180.  These files are read by programs and must come back
 * exactly: a text that begins with '=' or '-' is not altered (the workbook is
 * the copy for people who use a spreadsheet, and there it stays text).
 */
#include "base/buf.h"
#include "doc/grid.h"
#include "render/csv_field.h"
#include "render/render.h"

static void
put_row(struct buf *buf, const struct grid_cell *cell, size_t n)
{
	struct buf value;
	size_t i;

	buf_init(&value);
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(buf, ',');
		buf_clear(&value);
		value_print_machine(&value, &cell[i].value);
		csv_field(buf, value.data, ',', n == 1);
	}
	buf_putc(buf, '\n');
	buf_release(&value);
}

void
render_csv_rows(struct buf *buf, const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->nrow; i++)
		put_row(buf, grid_at(grid, i, 0), grid->ncolumn);
}

void
render_csv(struct buf *buf, const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->ncolumn; i++) {
		if (i > 0)
			buf_putc(buf, ',');
		csv_field(buf, grid->column[i].id, ',', grid->ncolumn == 1);
	}
	buf_putc(buf, '\n');
	render_csv_rows(buf, grid);
}
