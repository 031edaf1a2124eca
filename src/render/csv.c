/*
 * One grid as RFC 4180.  These files are read by programs and must come back
 * exactly: a text that begins with '=' or '-' is not altered (the workbook is
 * the copy for people who use a spreadsheet, and there it stays text).  What
 * readers are known to drop stands in quotes: blanks at either end of a field,
 * and a row of one empty field, which would be an empty line.
 */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "doc/grid.h"
#include "render/render.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
needs_quotes(const char *field, bool alone)
{
	size_t len = strlen(field);

	if (len == 0)
		return alone;
	return is_blank(field[0]) || is_blank(field[len - 1]) ||
	    strpbrk(field, ",\"\r\n") != NULL;
}

/* alone: the row has no other. */
static void
put_field(struct buf *buf, const char *field, bool alone)
{
	if (!needs_quotes(field, alone)) {
		buf_puts(buf, field);
		return;
	}
	buf_putc(buf, '"');
	for (; *field != '\0'; field++) {
		if (*field == '"')
			buf_putc(buf, '"');
		buf_putc(buf, *field);
	}
	buf_putc(buf, '"');
}

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
		put_field(buf, value.data, n == 1);
	}
	buf_putc(buf, '\n');
	buf_release(&value);
}

void
render_csv(struct buf *buf, const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->ncolumn; i++) {
		if (i > 0)
			buf_putc(buf, ',');
		put_field(buf, grid->column[i].id, grid->ncolumn == 1);
	}
	buf_putc(buf, '\n');
	for (i = 0; i < grid->nrow; i++)
		put_row(buf, grid->cell + i * grid->ncolumn, grid->ncolumn);
}
