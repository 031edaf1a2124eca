/*
 * Documents as one HTML page that needs nothing beside it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"
#include "render/page.h"
#include "render/render.h"

/* For documents that came without a shell. */
static const char bare_shell[] = "<!DOCTYPE html>\n"
				 "<html lang=\"{{lang}}\">\n"
				 "<head>\n"
				 "<meta charset=\"utf-8\">\n"
				 "<title>{{title}}</title>\n"
				 "<style>\n{{css}}</style>\n"
				 "</head>\n"
				 "<body>\n"
				 "{{skip}}<header>\n{{header}}</header>\n"
				 "{{nav}}<main id=\"_main\">\n{{body}}</main>\n"
				 "<footer>\n{{footer}}</footer>\n"
				 "</body>\n"
				 "</html>\n";

static void put_blocks(struct html *, const struct node *);
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
	put_blocks(h, node);
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
	put_blocks(h, item);
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
	put_blocks(h, node);
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
		put_blocks(h, node);
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

static void
put_blocks(struct html *h, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		put_block(h, node);
}

/* <p class="name">text</p>, unless there is no text. */
static void
put_line(struct buf *out, const char *name, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	buf_printf(out, "<p class=\"%s\">", name);
	html_lines(out, text);
	buf_puts(out, "</p>\n");
}

static void
put_home(struct buf *out, const struct document *d)
{
	if (d->home == NULL || !node_url_allowed(d->home))
		return;
	buf_puts(out, "<p class=\"home\"><a href=\"");
	html_text(out, d->home);
	buf_puts(out, "\">");
	html_text(out, label(d->labels, "html.home"));
	buf_puts(out, "</a></p>\n");
}

static void
put_related_link(
    struct buf *out, const struct document *d, const struct document_link *link)
{
	bool own = document_link_is_own(d, link);

	if (own)
		buf_puts(out, "<span aria-current=\"page\">");
	else {
		buf_puts(out, "<a href=\"");
		html_text(out, link->href);
		buf_puts(out, "\">");
	}
	html_text(out, link->text);
	buf_puts(out, own ? "</span>" : "</a>");
}

/* Where the document leads: a line for each group, not to itself. */
static void
put_related(struct buf *out, const struct document *d)
{
	const struct document_link *link = d->link;
	size_t i;

	if (d->nlink == 0)
		return;
	buf_puts(out, "<nav class=\"related\" aria-label=\"");
	html_text(out, label(d->labels, "related"));
	buf_puts(out, "\">\n");
	for (i = 0; i < d->nlink; i++) {
		if (i == 0 || strcmp(link[i].group, link[i - 1].group) != 0) {
			buf_puts(out, i == 0 ? "<p>" : "</p>\n<p>");
			html_text(out, link[i].group);
			buf_puts(out, ": ");
		} else
			buf_puts(out, " · ");
		put_related_link(out, d, &link[i]);
	}
	buf_puts(out, "</p>\n</nav>\n");
}

/* The organisation's name stands beside it, so it needs no words then. */
static void
put_logo(struct buf *out, const struct document *d)
{
	if (d->logo == NULL)
		return;
	buf_puts(out, "<img class=\"logo\" alt=\"");
	if (d->organisation == NULL)
		html_text(out, label(d->labels, "html.logo"));
	buf_puts(out, "\" src=\"");
	html_text(out, d->logo);
	buf_puts(out, "\">\n");
}

static void
put_header(struct html *h)
{
	const struct document *d = h->document;

	put_logo(h->out, d);
	put_line(h->out, "organisation", d->organisation);
	put_home(h->out, d);
	buf_puts(h->out, "<h1>");
	html_text(h->out, d->title);
	buf_puts(h->out, "</h1>\n");
	put_line(h->out, "subtitle", d->subtitle);
	put_line(h->out, "basis", d->basis);
	put_line(h->out, "notice", d->notice);
	put_related(h->out, d);
}

static void
put_footer(struct html *h)
{
	put_line(h->out, "file", h->document->file);
	put_line(h->out, "program", h->document->program);
}

static void
put_skip(struct html *h)
{
	buf_puts(h->out, "<a class=\"skip\" href=\"#_main\">");
	html_text(h->out, label(h->labels, "html.skip"));
	buf_puts(h->out, "</a>\n");
}

/* The top sections, if there are two or more. */
static void
put_nav(struct html *h, const struct node *document)
{
	const struct node *node;
	int n = 0;

	for (node = document->child; node != NULL; node = node->next)
		n += node->type == DOC_SECTION;
	if (n < 2)
		return;
	buf_puts(h->out,
	    "<nav aria-labelledby=\"_contents\">\n"
	    "<p id=\"_contents\">");
	html_text(h->out, label(h->labels, "html.contents"));
	buf_puts(h->out, "</p>\n<ul>\n");
	for (node = document->child; node != NULL; node = node->next) {
		if (node->type != DOC_SECTION)
			continue;
		buf_puts(h->out, "<li><a href=\"#");
		html_text(h->out, node->as.section.id);
		buf_puts(h->out, "\">");
		html_text(h->out, node->as.section.title);
		buf_puts(h->out, "</a></li>\n");
	}
	buf_puts(h->out, "</ul>\n</nav>\n");
}

/* If the text begins with {{name}}: how long that is, else 0. */
static size_t
slot_length(const char *text, const char *name)
{
	size_t len = strlen(name);

	if (strncmp(text, "{{", 2) != 0 || strncmp(text + 2, name, len) != 0 ||
	    strncmp(text + 2 + len, "}}", 2) != 0)
		return 0;
	return len + 4;
}

/* Copies what stands before the next "{{", and returns where that is. */
static const char *
put_until_slot(struct buf *out, const char *text)
{
	const char *slot = strstr(text, "{{");

	if (slot == NULL)
		slot = text + strlen(text);
	buf_add(out, text, (size_t)(slot - text));
	return slot;
}

/* What stands on every page of paper. */
static void
put_running(struct buf *out, const struct document *d)
{
	if (d->running != NULL) {
		buf_puts(out, d->running);
		return;
	}
	buf_puts(out, d->title);
	if (d->subtitle != NULL)
		buf_printf(out, " · %s", d->subtitle);
}

/* The style sheet: {{title}} and the like stand within quoted strings. */
static void
put_css(struct html *h, const char *running)
{
	const struct document *d = h->document;
	const struct {
		const char *name, *text;
	} slot[] = {
	    {"running", running},
	    {"title", d->title},
	    {"subtitle", d->subtitle},
	    {"file", d->file},
	    {"program", d->program},
	    {"page", label(h->labels, "page.page")},
	    {"of", label(h->labels, "page.of")},
	};
	const char *css = d->css == NULL ? "" : d->css;
	size_t i, n;

	while (*(css = put_until_slot(h->out, css)) != '\0') {
		for (i = n = 0; i < sizeof(slot) / sizeof(slot[0]); i++)
			if ((n = slot_length(css, slot[i].name)) > 0)
				break;
		if (n == 0)
			buf_putc(h->out, *css++);
		else if (slot[i].text != NULL)
			html_css_string(h->out, slot[i].text);
		css += n;
	}
}

/* A form is set in a way of its own. */
static void
put_body(struct html *h, const struct node *document)
{
	if (h->document->form)
		buf_puts(h->out, "<div class=\"form\">\n");
	put_blocks(h, document);
	if (h->document->form)
		buf_puts(h->out, "</div>\n");
}

static void
put_style(struct html *h)
{
	struct buf running;

	buf_init(&running);
	put_running(&running, h->document);
	put_css(h, running.data);
	buf_release(&running);
}

/* If a piece is asked for here: writes it, returns how long its name is. */
static size_t
put_piece(struct html *h, const char *text, const struct node *document)
{
	size_t n;

	if ((n = slot_length(text, "lang")) > 0)
		html_text(h->out, h->document->lang);
	else if ((n = slot_length(text, "title")) > 0)
		html_text(h->out, h->document->title);
	else if ((n = slot_length(text, "css")) > 0)
		put_style(h);
	else if ((n = slot_length(text, "skip")) > 0)
		put_skip(h);
	else if ((n = slot_length(text, "header")) > 0)
		put_header(h);
	else if ((n = slot_length(text, "nav")) > 0)
		put_nav(h, document);
	else if ((n = slot_length(text, "body")) > 0)
		put_body(h, document);
	else if ((n = slot_length(text, "footer")) > 0)
		put_footer(h);
	else if ((n = slot_length(text, "policy")) > 0)
		html_policy(h->out, h->document->script);
	else if ((n = slot_length(text, "script")) > 0)
		html_script(h->out, h->document->script);
	return n;
}

/* A comment at the head of the shell explains it; pages go without. */
static const char *
shell_begin(const char *shell)
{
	const char *end;

	if (strncmp(shell, "<!--", 4) != 0 ||
	    (end = strstr(shell, "-->")) == NULL)
		return shell;
	end += 3;
	return end + strspn(end, "\r\n");
}

void
render_html(struct buf *buf, const struct node *document)
{
	struct html h = {.out = buf,
	    .document = document->as.document,
	    .labels = document->as.document->labels};
	const char *text = h.document->shell;
	size_t n;

	text = text == NULL ? bare_shell : shell_begin(text);
	while (*(text = put_until_slot(buf, text)) != '\0') {
		n = put_piece(&h, text, document);
		if (n == 0)
			buf_putc(buf, *text++);
		text += n;
	}
}
