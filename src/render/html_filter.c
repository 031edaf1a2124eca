/*
 * Picking and sorting rows of a table, by the script of the page.
 *
 * Without the script nothing of it is seen: what it needs is hidden until the
 * script shows it, and all rows are there.
 */
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"

static bool
is_picked(const struct html *h, const struct grid *grid)
{
	return grid->filter != NULL && h->document->script != NULL;
}

static void
put_attribute(struct buf *out, const char *name, const char *value)
{
	buf_printf(out, " %s=\"", name);
	html_text(out, value == NULL ? "" : value);
	buf_putc(out, '"');
}

static void
put_label(struct html *h, const char *id, const char *text)
{
	buf_printf(h->out, "<p><label for=\"filter_%d_%s\">", h->ngrid, id);
	html_text(h->out, text);
	buf_puts(h->out, "</label> ");
}

static void
put_facet(struct html *h, const struct grid_facet *facet)
{
	size_t i;

	put_label(h, facet->id, facet->heading);
	buf_printf(h->out,
	    "<select id=\"filter_%d_%s\" data-facet=\"%s\">\n"
	    "<option value=\"\">",
	    h->ngrid, facet->id, facet->id);
	html_text(h->out, label(h->labels, "html.filter.all"));
	buf_puts(h->out, "</option>\n");
	for (i = 0; i < facet->noption; i++) {
		buf_puts(h->out, "<option>");
		html_text(h->out, facet->option[i]);
		buf_puts(h->out, "</option>\n");
	}
	buf_puts(h->out, "</select></p>\n");
}

void
html_filter(struct html *h, const struct grid *grid)
{
	const struct grid_filter *filter = grid->filter;
	size_t i;

	if (!is_picked(h, grid))
		return;
	buf_printf(h->out,
	    "<div class=\"filter\" role=\"search\""
	    " data-table=\"filter_%d\" hidden",
	    h->ngrid);
	put_attribute(h->out, "aria-label",
	    grid->caption != NULL ? grid->caption
				  : label(h->labels, "html.filter.words"));
	buf_puts(h->out, ">\n");
	put_label(h, "words", label(h->labels, "html.filter.words"));
	buf_printf(h->out,
	    "<input type=\"search\" id=\"filter_%d_words\""
	    " autocomplete=\"off\" spellcheck=\"false\"></p>\n",
	    h->ngrid);
	for (i = 0; i < filter->nfacet; i++)
		if (filter->facet[i].noption > 0)
			put_facet(h, &filter->facet[i]);
	buf_puts(h->out, "<p><button type=\"button\">");
	html_text(h->out, label(h->labels, "html.filter.reset"));
	buf_puts(h->out,
	    "</button></p>\n"
	    "<p class=\"hits\" role=\"status\" aria-live=\"polite\"");
	put_attribute(h->out, "data-said", filter->said);
	put_attribute(h->out, "data-sorted", filter->sorted[0]);
	put_attribute(h->out, "data-sorted-down", filter->sorted[1]);
	buf_puts(h->out, "></p>\n</div>\n");
}

void
html_filter_row(struct html *h, const struct grid *grid, size_t row)
{
	const struct grid_filter *filter = grid->filter;
	size_t i;

	if (filter != NULL && filter->anchor != NULL)
		put_attribute(h->out, "id", filter->anchor[row]);
	if (!is_picked(h, grid))
		return;
	put_attribute(h->out, "data-words", filter->words[row]);
	for (i = 0; i < filter->nfacet; i++) {
		buf_printf(h->out, " data-%s=\"", filter->facet[i].id);
		html_text(h->out, filter->value[row * filter->nfacet + i]);
		buf_putc(h->out, '"');
	}
}

void
html_filter_head(struct html *h, const struct grid *grid, size_t column)
{
	if (is_picked(h, grid) && (grid->column[column].flags & GRID_SORT))
		buf_puts(h->out, " data-sort");
}

void
html_filter_cell(
    struct html *h, const struct grid *grid, size_t row, size_t column)
{
	int order = -1;

	if (is_picked(h, grid) && grid->filter->order != NULL)
		order = grid->filter->order[row * grid->ncolumn + column];
	if (order != -1)
		buf_printf(h->out, " data-order=\"%d\"", order);
}

void
html_policy(struct buf *out, const char *script)
{
	char digest[DIGEST_BASE64];

	if (script == NULL)
		return;
	digest_sha256_base64(script, strlen(script), digest);
	buf_printf(out, "; script-src 'sha256-%s'", digest);
}

void
html_script(struct buf *out, const char *script)
{
	if (script != NULL)
		buf_printf(out, "<script>%s</script>\n", script);
}
