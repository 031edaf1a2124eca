/*
 * Grids as JSON: a list of objects, a member for each column in its order.
 * The numbers are those of the CSV, digit by digit.
 */
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/node.h"
#include "render/render.h"

/* Strings of a document are well-formed UTF-8. */
static void
put_string(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_printf(buf, "\\%c", *text);
		else if (*text == '\n')
			buf_puts(buf, "\\n");
		else if ((unsigned char)*text < ' ' || *text == '\177')
			buf_printf(buf, "\\u%04x", (unsigned char)*text);
		else
			buf_putc(buf, *text);
	}
	buf_putc(buf, '"');
}

static void
put_value(struct buf *buf, const struct value *value)
{
	struct buf text;

	buf_init(&text);
	value_print_machine(&text, value);
	if (value->type == VALUE_NONE || text.len == 0)
		buf_puts(buf, "null");
	else if (value_is_numeric(value->type) || value->type == VALUE_BOOL)
		buf_puts(buf, text.data);
	else
		put_string(buf, text.data);
	buf_release(&text);
}

static void
put_row(struct buf *buf, const struct grid *grid, size_t row)
{
	size_t i;

	buf_putc(buf, '{');
	for (i = 0; i < grid->ncolumn; i++) {
		if (i > 0)
			buf_puts(buf, ", ");
		put_string(buf, grid->column[i].id);
		buf_puts(buf, ": ");
		put_value(buf, &grid_at(grid, row, i)->value);
	}
	buf_putc(buf, '}');
}

static void
put_list(struct buf *buf, const struct grid *grid)
{
	size_t i;

	buf_putc(buf, '[');
	for (i = 0; i < grid->nrow; i++) {
		buf_puts(buf, i > 0 ? ",\n " : "\n ");
		put_row(buf, grid, i);
	}
	buf_puts(buf, grid->nrow > 0 ? "\n]" : "]");
}

void
render_json(struct buf *buf, const struct grid *grid)
{
	put_list(buf, grid);
	buf_putc(buf, '\n');
}

static void
put_grids(struct buf *buf, const struct node *node, bool *begun)
{
	const struct node *child;

	if (node->type == DOC_GRID) {
		buf_puts(buf, *begun ? ",\n" : "\n");
		*begun = true;
		put_string(buf, node->as.grid->id);
		buf_puts(buf, ": ");
		put_list(buf, node->as.grid);
	}
	for (child = node->child; child != NULL; child = child->next)
		put_grids(buf, child, begun);
}

void
render_json_document(struct buf *buf, const struct node *document)
{
	bool begun = false;

	buf_putc(buf, '{');
	put_grids(buf, document, &begun);
	buf_puts(buf, begun ? "\n}\n" : "}\n");
}
