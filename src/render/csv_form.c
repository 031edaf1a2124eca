/*
 * A form as a spreadsheet would have saved it, for those who would rather fill
 * in a CSV file, and for programs that do.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/csv_field.h"
#include "render/render.h"

/* Without it Excel takes the file for Windows-1252. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define PLACES 6

/* Never three decimals: 1.234 could be taken for a thousand. */
static void
put_number(struct buf *buf, double number, const char *mark)
{
	char digits[400], *point, *end;

	if (!isfinite(number))
		return;
	snprintf(digits, sizeof(digits), "%.*f", PLACES, number);
	end = digits + strlen(digits);
	point = end - PLACES - 1;
	while (end > point + 1 && end[-1] == '0')
		end--;
	if (end == point + 4)
		end++;
	*point = '\0';
	buf_puts(buf, digits);
	if (end > point + 1) {
		buf_puts(buf, mark);
		buf_add(buf, point + 1, (size_t)(end - point - 1));
	}
}

static void
put_value(struct buf *buf, const struct value *v, char separator,
    const struct labels *labels)
{
	struct buf text;

	if (v->type == VALUE_NUMBER) {
		put_number(buf, v->as.number, label(labels, "format.decimal"));
		return;
	}
	buf_init(&text);
	value_print_machine(&text, v);
	csv_field(buf, text.data, separator, false);
	buf_release(&text);
}

static bool
is_blank(const struct grid *grid, size_t row)
{
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		if (grid_at(grid, row, i)->value.type != VALUE_NONE)
			return false;
	return true;
}

void
render_csv_form(
    struct buf *buf, const struct grid *grid, const struct labels *labels)
{
	/* Where the comma is the decimal mark it separates no columns. */
	char separator = *label(labels, "format.decimal") == ',' ? ';' : ',';
	size_t row, i;

	buf_puts(buf, BYTE_ORDER_MARK);
	for (i = 0; i < grid->ncolumn; i++) {
		if (i > 0)
			buf_putc(buf, separator);
		csv_field(buf, grid->column[i].heading, separator, false);
	}
	buf_puts(buf, "\r\n");
	for (row = 0; row < grid->nrow; row++) {
		if (is_blank(grid, row))
			continue;
		for (i = 0; i < grid->ncolumn; i++) {
			if (i > 0)
				buf_putc(buf, separator);
			put_value(buf, &grid_at(grid, row, i)->value, separator,
			    labels);
		}
		buf_puts(buf, "\r\n");
	}
}
