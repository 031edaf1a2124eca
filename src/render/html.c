/*
 * Documents as one HTML page that needs nothing beside it: the shell, and what
 * stands around the body (html_block.c).
 */
#include <string.h>

#include "base/buf.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"
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
put_header(struct html *h, const struct node *document)
{
	const struct document *d = document->as.document;

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
put_footer(struct html *h, const struct node *document)
{
	const struct document *d = document->as.document;

	put_line(h->out, "file", d->file);
	put_line(h->out, "program", d->program);
}

static void
put_skip(struct html *h, const struct node *document)
{
	(void)document;
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
put_css(struct html *h, const struct document *d, const char *running)
{
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
	html_blocks(h, document);
	if (h->document->form)
		buf_puts(h->out, "</div>\n");
}

static void
put_style(struct html *h, const struct node *document)
{
	struct buf running;

	buf_init(&running);
	put_running(&running, document->as.document);
	put_css(h, document->as.document, running.data);
	buf_release(&running);
}

static void
put_lang(struct html *h, const struct node *document)
{
	html_text(h->out, document->as.document->lang);
}

static void
put_title(struct html *h, const struct node *document)
{
	html_text(h->out, document->as.document->title);
}

static void
put_policy(struct html *h, const struct node *document)
{
	html_policy(h->out, document->as.document->script);
}

static void
put_script(struct html *h, const struct node *document)
{
	html_script(h->out, document->as.document->script);
}

/* The pieces of a page, by the names that a shell calls them. */
static const struct {
	const char *name;
	void (*put)(struct html *, const struct node *document);
} piece[] = {
    {"lang", put_lang},
    {"title", put_title},
    {"policy", put_policy},
    {"css", put_style},
    {"skip", put_skip},
    {"header", put_header},
    {"nav", put_nav},
    {"body", put_body},
    {"footer", put_footer},
    {"script", put_script},
};

/* If a piece is asked for here: writes it, returns how long its name is. */
static size_t
put_piece(struct html *h, const char *text, const struct node *document)
{
	size_t i, n;

	for (i = 0; i < sizeof(piece) / sizeof(piece[0]); i++) {
		n = slot_length(text, piece[i].name);
		if (n == 0)
			continue;
		piece[i].put(h, document);
		return n;
	}
	return 0;
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
