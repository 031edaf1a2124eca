/*
 * Where in the input the figures of a table stand: of a cell or a row to those
 * who point at it, of all below the table to those who can't.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/sentence.h"
#include "render/html.h"
#include "render/page.h"

/* "fil.csv, linje 14", in the words of a label; of a whole file no line. */
static void
put_place(struct html *h, const char *key, const struct loc *loc)
{
	struct value value[3];
	struct buf text;
	char line[16];

	snprintf(line, sizeof(line), "%d", loc->line);
	value[0] = value_text(loc->file);
	value[1] = value_text(line);
	value[2] = value_text(loc->column);
	buf_init(&text);
	sentence_fill(&text, h->labels, label(h->labels, key), value,
	    loc->column != NULL ? 3 : 2);
	html_text(h->out, text.data);
	buf_release(&text);
}

void
html_source(struct html *h, const struct loc *loc, bool column)
{
	const char *key = "html.source";

	if (loc->line == 0)
		key = "html.source.file";
	else if (column && loc->column != NULL)
		key = "html.source.column";
	buf_puts(h->out, " title=\"");
	put_place(h, key, loc);
	buf_putc(h->out, '"');
}

const struct loc *
html_row_source(const struct grid_cell *cell, size_t n)
{
	const struct loc *loc = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		if (cell[i].source.file == NULL)
			continue;
		if (loc == NULL)
			loc = &cell[i].source;
		else if (loc->file != cell[i].source.file ||
		    loc->line != cell[i].source.line)
			return NULL;
	}
	return loc;
}

/* What a row begins with, or NULL if that isn't a text. */
static const char *
row_begins(const struct page_view *view, size_t row)
{
	const struct grid *grid = view->grid;
	const struct value *value = &grid_at(grid, row, view->column[0])->value;

	return value->type == VALUE_TEXT ? value->as.text : NULL;
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/*
 * True if no two rows begin alike: their first cells tell them apart.  Sorted,
 * two that do stand beside each other.
 */
static bool
rows_differ(const struct page_view *view, size_t nrow)
{
	struct arena *arena = arena_new();
	const char **text = arena_array(arena, nrow, sizeof(*text));
	size_t i, n = 0;
	bool differ = true;

	for (i = 0; i < nrow; i++) {
		text[n] = row_begins(view, i);
		n += text[n] != NULL;
	}
	if (n > 1)
		qsort(text, n, sizeof(*text), compare_texts);
	for (i = 1; i < n && differ; i++)
		differ = strcmp(text[i - 1], text[i]) != 0;
	arena_free(arena);
	return differ;
}

/* How a row begins: "Vejen", or "Vejen · SAPA" with two columns. */
static void
put_row_name(struct html *h, const struct page_view *view,
    const struct grid_cell *cell, unsigned ncolumn)
{
	const struct value *value;
	struct buf text;
	unsigned n = 0;
	size_t i;

	buf_init(&text);
	for (i = 0; i < view->ncolumn && n < ncolumn; i++) {
		value = &cell[view->column[i]].value;
		if (value->type == VALUE_NONE)
			continue;
		if (n++ > 0)
			buf_puts(&text, " · ");
		value_print(&text, value, h->labels);
	}
	html_text(h->out, text.data);
	buf_release(&text);
}

/* A file is named where it is another than that of the cell before. */
static void
put_cell(struct html *h, const struct grid_column *column,
    const struct loc *loc, const struct loc *before)
{
	buf_puts(h->out, before == NULL ? " – " : "; ");
	if (column->heading != NULL) {
		html_text(h->out, column->heading);
		buf_puts(h->out, ": ");
	}
	if (loc->line == 0)
		html_text(h->out, loc->file);
	else if (before != NULL && before->file == loc->file)
		put_place(h, "html.sources.line", loc);
	else
		put_place(h, "html.sources.place", loc);
}

static void
put_row(
    struct html *h, const struct page_view *view, size_t row, unsigned nname)
{
	const struct grid *grid = view->grid;
	const struct grid_cell *cell = grid_at(grid, row, 0);
	const struct loc *whole = html_row_source(cell, grid->ncolumn);
	const struct grid_column nameless = {.heading = NULL};
	const struct loc *before = NULL;
	size_t i;

	buf_puts(h->out, "<li>");
	put_row_name(h, view, cell, nname);
	if (whole != NULL)
		put_cell(h, &nameless, whole, NULL);
	for (i = 0; whole == NULL && i < grid->ncolumn; i++) {
		if (cell[i].source.file == NULL)
			continue;
		put_cell(h, &grid->column[i], &cell[i].source, before);
		before = &cell[i].source;
	}
	buf_puts(h->out, "</li>\n");
}

static bool
row_has_source(const struct grid *grid, size_t row)
{
	const struct grid_cell *cell = grid_at(grid, row, 0);
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		if (cell[i].source.file != NULL)
			return true;
	return false;
}

void
html_sources(struct html *h, const struct page_view *view)
{
	const struct grid *grid = view->grid;
	size_t row, nrow = grid_page_rows(grid);
	unsigned nname = rows_differ(view, nrow) ? 1 : 2;
	bool any = false;

	for (row = 0; row < nrow; row++) {
		if (!row_has_source(grid, row))
			continue;
		if (!any) {
			buf_puts(
			    h->out, "<details class=\"sources\"><summary>");
			html_text(h->out, label(h->labels, "html.sources"));
			buf_puts(h->out, "</summary>\n<ul>\n");
		}
		any = true;
		put_row(h, view, row, nname);
	}
	if (any)
		buf_puts(h->out, "</ul>\n</details>\n");
}
