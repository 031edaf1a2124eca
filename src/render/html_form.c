/*
 * What is filled in by hand: boxes and lines.
 */
#include <stddef.h>

#include "base/buf.h"
#include "doc/grid.h"
#include "render/html.h"
#include "render/page.h"

static void
put_boxes(struct html *h, const struct grid_cell *cell)
{
	size_t i;

	buf_puts(h->out, "<span class=\"boxes\">");
	for (i = 0; i < cell->rule->nword; i++) {
		buf_printf(h->out, "%s<span class=\"box\">%s ",
		    i > 0 ? " " : "",
		    page_is_ticked(cell, i) ? PAGE_TICKED : PAGE_BOX);
		html_text(h->out, cell->rule->word[i]);
		buf_puts(h->out, "</span>");
	}
	buf_puts(h->out, "</span>");
}

static void
put_lines(struct html *h, unsigned n)
{
	for (; n > 0; n--)
		buf_puts(h->out, "<span class=\"line\"></span>");
}

static void
put_value(struct html *h, const struct grid_cell *cell)
{
	struct buf text;

	buf_init(&text);
	page_cell(&text, cell, false, h->labels);
	html_lines(h->out, text.data);
	buf_release(&text);
}

void
html_open(struct html *h, const struct grid_cell *cell)
{
	bool value = page_has_value(cell);

	if (value)
		put_value(h, cell);
	if (cell->rule->type != RULE_CHOICE) {
		put_lines(h, page_lines(cell));
		return;
	}
	if (value)
		buf_puts(h->out, " ");
	put_boxes(h, cell);
}

void
html_rules(struct html *h, const char *label, unsigned n)
{
	buf_puts(h->out, "<div class=\"lines\">\n");
	if (label != NULL && *label != '\0') {
		buf_puts(h->out, "<p>");
		html_text(h->out, label);
		buf_puts(h->out, "</p>\n");
	}
	put_lines(h, n);
	buf_puts(h->out, "\n</div>\n");
}
