/*
 * What stands in the body of a page: sections, paragraphs, lists.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"
#include "render/page.h"

static void put_inlines(struct html *, const struct node *);

void
html_light(struct html *h, enum tone light, bool narrow)
{
	const char *word = label_of(h->labels, "light", tone_id(light));
	struct buf key;

	if (!narrow) {
		buf_printf(h->out,
		    "<span class=\"light %s\">"
		    "<span aria-hidden=\"true\">%s</span> ",
		    tone_id(light), tone_shape(light));
		html_text(h->out, word);
		buf_puts(h->out, "</span>");
		return;
	}
	buf_init(&key);
	buf_printf(&key, "light.%s.letter", tone_id(light));
	buf_printf(h->out, "<abbr class=\"light %s\" title=\"", tone_id(light));
	html_text(h->out, word);
	buf_printf(h->out, "\">%s ", tone_shape(light));
	html_text(h->out, label(h->labels, key.data));
	buf_puts(h->out, "</abbr>");
	buf_release(&key);
}

static void
put_element(struct html *h, const char *name, const struct node *node)
{
	buf_printf(h->out, "<%s>", name);
	put_inlines(h, node);
	buf_printf(h->out, "</%s>", name);
}

static void
put_link(struct html *h, const struct node *node)
{
	if (!node_url_allowed(node->as.link.url)) {
		put_inlines(h, node);
		return;
	}
	buf_puts(h->out, "<a href=\"");
	html_text(h->out, node->as.link.url);
	if (node->as.link.title != NULL) {
		buf_puts(h->out, "\" title=\"");
		html_text(h->out, node->as.link.title);
	}
	buf_puts(h->out, "\">");
	put_inlines(h, node);
	buf_puts(h->out, "</a>");
}

static void
put_inline(struct html *h, const struct node *node)
{
	switch (node->type) {
	case DOC_TEXT:
		html_text(h->out, node->as.text);
		break;
	case DOC_EMPH:
		put_element(h, "em", node);
		break;
	case DOC_STRONG:
		put_element(h, "strong", node);
		break;
	case DOC_CODE:
		buf_puts(h->out, "<code>");
		html_text(h->out, node->as.text);
		buf_puts(h->out, "</code>");
		break;
	case DOC_LINK:
		put_link(h, node);
		break;
	case DOC_BREAK:
		buf_puts(h->out, "<br>\n");
		break;
	case DOC_LIGHT:
		html_light(h, node->as.light, false);
		break;
	case DOC_DOCUMENT:
	case DOC_SECTION:
	case DOC_PARAGRAPH:
	case DOC_LIST:
	case DOC_ITEM:
	case DOC_QUOTE:
	case DOC_CODE_BLOCK:
	case DOC_RULE:
	case DOC_NOTE:
	case DOC_GRID:
	case DOC_CHART:
	case DOC_LINES:
		break; /* no inlines: node_append() lets none in */
	}
}

static void
put_inlines(struct html *h, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		put_inline(h, node);
}

/* Wide tables of its own turn a section's paper, but not a form's. */
static bool
is_landscape(const struct html *h, const struct node *section)
{
	const struct node *node;
	struct arena *arena;
	struct page_view view;
	bool wide = false;

	if (h->document->form)
		return false;
	arena = arena_new();
	for (node = section->child; node != NULL && !wide; node = node->next) {
		if (node->type != DOC_GRID)
			continue;
		view = page_view(arena, node->as.grid);
		wide = page_is_wide(&view);
	}
	arena_free(arena);
	return wide;
}

static void
put_section(struct html *h, const struct node *node)
{
	int level = node->as.section.level < 6 ? node->as.section.level : 6;

	buf_puts(h->out,
	    is_landscape(h, node) ? "<section class=\"landscape\">\n"
				  : "<section>\n");
	h->section = node->as.section.id;
	buf_printf(h->out, "<h%d id=\"", level);
	html_text(h->out, node->as.section.id);
	buf_puts(h->out, "\">");
	html_text(h->out, node->as.section.title);
	buf_printf(h->out, "</h%d>\n", level);
	html_blocks(h, node);
	buf_puts(h->out, "</section>\n");
}

/* One paragraph in an item stands without its tags. */
static void
put_item(struct html *h, const struct node *item)
{
	const struct node *child = item->child;

	buf_puts(h->out, "<li>");
	if (child != NULL && child->type == DOC_PARAGRAPH) {
		if (child->next == NULL) {
			put_inlines(h, child);
			buf_puts(h->out, "</li>\n");
			return;
		}
	}
	buf_putc(h->out, '\n');
	html_blocks(h, item);
	buf_puts(h->out, "</li>\n");
}

static void
put_list(struct html *h, const struct node *list)
{
	const char *name = list->as.list.ordered ? "ol" : "ul";
	const struct node *item;

	buf_printf(h->out, "<%s", name);
	if (list->as.list.ordered && list->as.list.start != 1)
		buf_printf(h->out, " start=\"%d\"", list->as.list.start);
	buf_puts(h->out, ">\n");
	for (item = list->child; item != NULL; item = item->next)
		put_item(h, item);
	buf_printf(h->out, "</%s>\n", name);
}

static void
put_note(struct html *h, const struct node *node)
{
	buf_puts(h->out, "<div class=\"note\">\n");
	if (node->as.note != NULL) {
		buf_puts(h->out, "<p class=\"note-label\">");
		html_text(h->out, node->as.note);
		buf_puts(h->out, "</p>\n");
	}
	html_blocks(h, node);
	buf_puts(h->out, "</div>\n");
}

static void
put_block(struct html *h, const struct node *node)
{
	switch (node->type) {
	case DOC_SECTION:
		put_section(h, node);
		break;
	case DOC_PARAGRAPH:
		put_element(h, "p", node);
		buf_putc(h->out, '\n');
		break;
	case DOC_LIST:
		put_list(h, node);
		break;
	case DOC_QUOTE:
		buf_puts(h->out, "<blockquote>\n");
		html_blocks(h, node);
		buf_puts(h->out, "</blockquote>\n");
		break;
	case DOC_CODE_BLOCK:
		buf_puts(h->out, "<pre><code>");
		html_text(h->out, node->as.text);
		buf_puts(h->out, "\n</code></pre>\n");
		break;
	case DOC_RULE:
		buf_puts(h->out, "<hr>\n");
		break;
	case DOC_NOTE:
		put_note(h, node);
		break;
	case DOC_GRID:
		html_grid(h, node->as.grid);
		break;
	case DOC_CHART:
		html_chart(h, node->as.chart);
		break;
	case DOC_LINES:
		html_rules(h, node->as.lines.label, node->as.lines.n);
		break;
	case DOC_DOCUMENT:
	case DOC_ITEM:
	case DOC_TEXT:
	case DOC_EMPH:
	case DOC_STRONG:
	case DOC_CODE:
	case DOC_LINK:
	case DOC_BREAK:
	case DOC_LIGHT:
		break; /* no blocks: node_append() lets none in here */
	}
}

void
html_blocks(struct html *h, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		put_block(h, node);
}
