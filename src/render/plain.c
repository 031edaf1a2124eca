/*
 * A document as text for a terminal: no markup, lines of the width there is.
 */
#include "render/plain.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "doc/node.h"
#include "render/render.h"

#define BOLD "1"

static size_t
width_of(const char *text, size_t len)
{
	struct buf part;
	size_t width;

	buf_init(&part);
	buf_add(&part, text, len);
	width = text_width(part.data);
	buf_release(&part);
	return width;
}

/* How many bytes of a line without blanks to break at fit; at least one. */
static size_t
break_word(const char *text, size_t len, size_t width)
{
	const char *p = text, *end = text + len, *slash = NULL, *last = text;

	while (p < end) {
		text_next(&p, end);
		if (width_of(text, (size_t)(p - text)) > width)
			break;
		last = p;
		if (p[-1] == '/')
			slash = p;
	}
	if (slash != NULL)
		return (size_t)(slash - text);
	return last > text ? (size_t)(last - text) : (size_t)(p - text);
}

const char *
plain_line(const char **text, size_t width, size_t *len)
{
	const char *start = *text, *end, *p, *fits = NULL;
	size_t word;

	if (start == NULL || *start == '\0')
		return NULL;
	end = start + strcspn(start, "\n");
	if (width == 0 || width_of(start, (size_t)(end - start)) <= width) {
		*text = *end == '\n' ? end + 1 : end;
		*len = (size_t)(end - start);
		return start;
	}
	for (p = start; p < end; p = p + word + (p + word < end)) {
		word = strcspn(p, " \n");
		if (width_of(start, (size_t)(p + word - start)) > width)
			break;
		fits = p + word;
	}
	if (fits == NULL || fits == start) {
		word = (size_t)(p - start) + strcspn(p, " \n");
		fits = start + break_word(start, word, width);
	}
	*len = (size_t)(fits - start);
	*text = *fits == ' ' ? fits + 1 : fits;
	return start;
}

static void
put_blanks(struct buf *out, size_t n)
{
	for (; n > 0; n--)
		buf_putc(out, ' ');
}

void
plain_wrap(const struct plain *p, const char *first, const char *text)
{
	size_t indent = text_width(first), len, room;
	const char *line;
	bool begun = false;

	room = p->width == 0        ? 0
	    : p->width > indent + 1 ? p->width - indent
				    : 1;
	while ((line = plain_line(&text, room, &len)) != NULL) {
		if (begun)
			put_blanks(p->out, indent);
		else
			buf_puts(p->out, first);
		begun = true;
		buf_add(p->out, line, len);
		buf_putc(p->out, '\n');
	}
}

void
plain_mark(const struct plain *p, const char *code)
{
	if (p->colour)
		buf_printf(p->out, "\033[%sm", code);
}

void
plain_end(const struct plain *p)
{
	if (p->colour)
		buf_puts(p->out, "\033[0m");
}

static void
put_title(const struct plain *p, const char *title)
{
	plain_mark(p, BOLD);
	plain_wrap(p, "", title);
	plain_end(p);
}

/* Inlines as one text, behind a mark of their block. */
static void
put_inlines(const struct plain *p, const char *first, const struct node *node)
{
	struct buf text;

	buf_init(&text);
	node_plain(&text, node);
	plain_wrap(p, first, text.data);
	buf_release(&text);
}

/* A blank line between what stands apart. */
static void
put_gap(const struct plain *p)
{
	if (p->out->len > 0)
		buf_putc(p->out, '\n');
}

static void put_node(const struct plain *, const struct node *);

static void
put_children(const struct plain *p, const struct node *node)
{
	const struct node *child;

	for (child = node->child; child != NULL; child = child->next)
		put_node(p, child);
}

static void
put_document(const struct plain *p, const struct node *node)
{
	const struct document *d = node->as.document;

	put_title(p, d->title);
	if (d->subtitle != NULL)
		plain_wrap(p, "", d->subtitle);
	put_children(p, node);
}

static void
put_node(const struct plain *p, const struct node *node)
{
	switch (node->type) {
	case DOC_DOCUMENT:
		put_document(p, node);
		break;
	case DOC_SECTION:
		put_gap(p);
		if (node->as.section.title != NULL)
			put_title(p, node->as.section.title);
		put_children(p, node);
		break;
	case DOC_PARAGRAPH:
		put_gap(p);
		put_inlines(p, "", node);
		break;
	case DOC_ITEM:
		put_inlines(p, "- ", node);
		break;
	case DOC_LIST:
		put_gap(p);
		put_children(p, node);
		break;
	case DOC_QUOTE:
	case DOC_NOTE:
		put_children(p, node);
		break;
	case DOC_CODE_BLOCK:
		put_gap(p);
		plain_wrap(p, "    ", node->as.text);
		break;
	case DOC_GRID:
		put_gap(p);
		plain_grid(p, node->as.grid);
		break;
	case DOC_RULE:
		put_gap(p);
		break;
	case DOC_CHART: /* drawn from a grid that stands here too */
	case DOC_LINES: /* for handwriting */
	case DOC_TEXT:
	case DOC_EMPH:
	case DOC_STRONG:
	case DOC_CODE:
	case DOC_LINK:
	case DOC_BREAK:
	case DOC_LIGHT:
		break;
	}
}

void
render_plain(
    struct buf *buf, const struct node *document, size_t width, bool colour)
{
	const struct plain p = {.out = buf,
	    .labels = document->as.document->labels,
	    .width = width,
	    .colour = colour};

	put_node(&p, document);
}
