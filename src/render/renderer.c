/*
 * The formats a document can be had in.
 */
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/node.h"
#include "render/render.h"

/* Every grid of a document; a blank line between two. */
void
render_csv_document(struct buf *buf, const struct node *node)
{
	const struct node *child;

	if (node->type == DOC_GRID) {
		if (buf->len > 0)
			buf_putc(buf, '\n');
		render_csv(buf, node->as.grid);
	}
	for (child = node->child; child != NULL; child = child->next)
		render_csv_document(buf, child);
}

const struct renderer renderer_table[FORMATS] = {
    [FORMAT_HTML] = {"html", ".html", TIMING_HTML, render_html, NULL},
    [FORMAT_MD] = {"md", ".md", TIMING_MD, render_md, NULL},
    [FORMAT_XLSX] = {"xlsx", ".xlsx", TIMING_XLSX, NULL, render_xlsx},
    [FORMAT_CSV] = {"csv", ".csv", TIMING_CSV, render_csv_document, NULL},
};
