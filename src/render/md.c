/*
 * Documents as Markdown that reads well as plain text: CommonMark, and GFM's
 * tables.
 */
#include <string.h>

#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/md.h"
#include "render/render.h"

#define LINE_LENGTH 60

static void put_blocks(
    struct buf *, const struct node *, bool tight, const struct labels *);

/* Text with a prefix for its first line and one for the others. */
static void
put_prefixed(
    struct buf *out, const char *text, const char *first, const char *rest)
{
	const char *prefix = first;
	size_t len, n;

	for (; *text != '\0'; text += len, prefix = rest) {
		len = strcspn(text, "\n");
		len += text[len] == '\n';
		n = strlen(prefix);
		while (*text == '\n' && n > 0 && prefix[n - 1] == ' ')
			n--;
		buf_add(out, prefix, n);
		buf_add(out, text, len);
	}
}

/* One line of our own, in which nothing is markup. */
static void
put_line(
    struct buf *out, const char *text, bool strong, const struct labels *labels)
{
	struct md_line line;
	struct buf raw;

	if (text == NULL || *text == '\0')
		return;
	buf_init(&raw);
	md_line_init(&line, &raw, MD_PARAGRAPH, labels);
	if (strong)
		md_mark_begin(&line, MD_STRONG);
	md_text(&line, text);
	if (strong)
		md_mark_end(&line, MD_STRONG);
	md_wrap(out, raw.data);
	buf_putc(out, '\n');
	buf_release(&raw);
}

/* A paragraph of such a line: the blank line before it, too. */
static void
put_paragraph_line(
    struct buf *out, const char *text, bool strong, const struct labels *labels)
{
	if (text == NULL || *text == '\0')
		return;
	if (out->len > 0)
		buf_putc(out, '\n');
	put_line(out, text, strong, labels);
}

static void
put_paragraph(
    struct buf *out, const struct node *node, const struct labels *labels)
{
	struct md_line line;
	struct buf raw;

	buf_init(&raw);
	md_line_init(&line, &raw, MD_PARAGRAPH, labels);
	md_inlines(&line, node);
	md_wrap(out, raw.data);
	if (raw.len > 0)
		buf_putc(out, '\n');
	buf_release(&raw);
}

static void
put_heading(
    struct buf *out, int level, const char *title, const struct labels *labels)
{
	struct md_line line;
	int i;
	size_t at;

	for (i = 0; i < level && i < 6; i++)
		buf_putc(out, '#');
	buf_putc(out, ' ');
	at = out->len;
	md_line_init(&line, out, MD_HEADING, labels);
	md_text(&line, title);
	for (; at < out->len; at++)
		if (out->data[at] == MD_BLANK)
			out->data[at] = ' ';
	buf_putc(out, '\n');
}

static void
put_section(
    struct buf *out, const struct node *node, const struct labels *labels)
{
	struct buf body;

	put_heading(
	    out, node->as.section.level, node->as.section.title, labels);
	buf_init(&body);
	put_blocks(&body, node, false, labels);
	if (body.len > 0)
		buf_putc(out, '\n');
	buf_add(out, body.data, body.len);
	buf_release(&body);
}

/* A list is set close if every item is one block. */
static bool
is_tight(const struct node *list)
{
	const struct node *item;

	for (item = list->child; item != NULL; item = item->next)
		if (item->child != NULL && item->child->next != NULL)
			return false;
	return true;
}

/* Lists on end would flow together: every other has another marker. */
static bool
is_second_list(const struct node *list)
{
	const struct node *node;
	bool second = false;

	for (node = list->parent->child; node != list; node = node->next)
		second = node->type == DOC_LIST &&
		    node->as.list.ordered == list->as.list.ordered && !second;
	return second;
}

static void
put_item(struct buf *out, const struct node *item, const char *marker,
    bool tight, const struct labels *labels)
{
	struct buf body, indent;
	size_t i;

	buf_init(&body);
	buf_init(&indent);
	for (i = 0; i < strlen(marker); i++)
		buf_putc(&indent, ' ');
	put_blocks(&body, item, tight, labels);
	if (body.len == 0)
		buf_putc(&body, '\n');
	put_prefixed(out, body.data, marker, indent.data);
	buf_release(&indent);
	buf_release(&body);
}

static void
put_list(struct buf *out, const struct node *list, const struct labels *labels)
{
	bool tight = is_tight(list), second = is_second_list(list);
	const struct node *item;
	struct buf marker;
	int n = list->as.list.start;

	buf_init(&marker);
	for (item = list->child; item != NULL; item = item->next, n++) {
		if (item != list->child && !tight)
			buf_putc(out, '\n');
		buf_clear(&marker);
		if (list->as.list.ordered)
			buf_printf(&marker, "%d%c ", n, second ? ')' : '.');
		else
			buf_puts(&marker, second ? "+ " : "- ");
		put_item(out, item, marker.data, tight, labels);
	}
	buf_release(&marker);
}

static void
put_quote(struct buf *out, const struct node *node, const char *label_text,
    const struct labels *labels)
{
	struct buf body, blocks;

	buf_init(&body);
	buf_init(&blocks);
	put_paragraph_line(&body, label_text, true, labels);
	put_blocks(&blocks, node, false, labels);
	if (body.len > 0 && blocks.len > 0)
		buf_putc(&body, '\n');
	buf_add(&body, blocks.data, blocks.len);
	put_prefixed(out, body.data, "> ", "> ");
	buf_release(&blocks);
	buf_release(&body);
}

/* A fence that no line of the code closes. */
static void
put_code_block(struct buf *out, const char *text)
{
	size_t fence = 3, n, i;
	const char *p;

	for (p = text; *p != '\0'; p += n + (p[n] != '\0')) {
		n = strspn(p, "`");
		if (n >= fence)
			fence = n + 1;
	}
	for (i = 0; i < fence; i++)
		buf_putc(out, '`');
	buf_printf(out, "\n%s\n", text);
	for (i = 0; i < fence; i++)
		buf_putc(out, '`');
	buf_putc(out, '\n');
}

/* The figures stand in the table beside it: here what the chart says. */
static void
put_chart(
    struct buf *out, const struct chart *chart, const struct labels *labels)
{
	put_paragraph_line(out, chart->title, true, labels);
	put_paragraph_line(out, chart->measure, false, labels);
	put_paragraph_line(out, chart->description, false, labels);
}

/*
 * Lines to write on, each a paragraph: those of one would be taken for marks.
 * The first underscore is escaped: no thematic break.
 */
static void
put_lines(
    struct buf *out, const char *text, unsigned n, const struct labels *labels)
{
	int i;

	put_line(out, text, false, labels);
	if (out->len > 0 && n > 0)
		buf_putc(out, '\n');
	for (; n > 0; n--) {
		buf_putc(out, '\\');
		for (i = 0; i < LINE_LENGTH; i++)
			buf_putc(out, '_');
		buf_puts(out, n > 1 ? "\n\n" : "\n");
	}
}

static void
put_block(struct buf *out, const struct node *node, const struct labels *labels)
{
	switch (node->type) {
	case DOC_SECTION:
		put_section(out, node, labels);
		break;
	case DOC_PARAGRAPH:
		put_paragraph(out, node, labels);
		break;
	case DOC_LIST:
		put_list(out, node, labels);
		break;
	case DOC_QUOTE:
		put_quote(out, node, NULL, labels);
		break;
	case DOC_NOTE:
		put_quote(out, node, node->as.note, labels);
		break;
	case DOC_CODE_BLOCK:
		put_code_block(out, node->as.text);
		break;
	case DOC_RULE:
		buf_puts(out, "***\n");
		break;
	case DOC_GRID:
		md_grid(out, node->as.grid, labels);
		break;
	case DOC_CHART:
		put_chart(out, node->as.chart, labels);
		break;
	case DOC_LINES:
		put_lines(out, node->as.lines.label, node->as.lines.n, labels);
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

/* Blocks, a blank line between two; one that's empty leaves no trace. */
static void
put_blocks(struct buf *out, const struct node *parent, bool tight,
    const struct labels *labels)
{
	const struct node *node;
	struct buf block;

	buf_init(&block);
	for (node = parent->child; node != NULL; node = node->next) {
		buf_clear(&block);
		put_block(&block, node, labels);
		if (block.len > 0 && out->len > 0 && !tight)
			buf_putc(out, '\n');
		buf_add(out, block.data, block.len);
	}
	buf_release(&block);
}

static void
put_head(struct buf *out, const struct document *d)
{
	struct buf notice;

	put_heading(out, 1, d->title, d->labels);
	put_paragraph_line(out, d->subtitle, true, d->labels);
	put_paragraph_line(out, d->organisation, false, d->labels);
	put_paragraph_line(out, d->basis, false, d->labels);
	if (d->notice == NULL || *d->notice == '\0')
		return;
	buf_init(&notice);
	put_line(&notice, d->notice, true, d->labels);
	buf_putc(out, '\n');
	put_prefixed(out, notice.data, "> ", "> ");
	buf_release(&notice);
}

static void
put_link(struct md_line *line, const char *text, const char *href)
{
	md_link_begin(line);
	md_text(line, text);
	md_link_end(line, href, NULL);
}

static void
put_item_line(struct buf *out, struct buf *raw)
{
	struct buf item;

	buf_init(&item);
	md_wrap(&item, raw->data);
	buf_putc(&item, '\n');
	put_prefixed(out, item.data, "- ", "  ");
	buf_release(&item);
	buf_clear(raw);
}

/* The links of one group; returns the first of the next. */
static size_t
put_group(struct buf *out, const struct document *d, size_t i)
{
	const char *group = d->link[i].group;
	size_t first = i;
	struct md_line line;
	struct buf raw;

	buf_init(&raw);
	md_line_init(&line, &raw, MD_PARAGRAPH, d->labels);
	md_text(&line, group);
	md_text(&line, ": ");
	for (; i < d->nlink && strcmp(d->link[i].group, group) == 0; i++) {
		if (i > first)
			md_text(&line, " · ");
		if (document_link_is_own(d, &d->link[i]))
			md_text(&line, d->link[i].text);
		else
			put_link(&line, d->link[i].text, d->link[i].href);
	}
	put_item_line(out, &raw);
	buf_release(&raw);
	return i;
}

/* Where the document leads: a list at its end. */
static void
put_links(struct buf *out, const struct document *d)
{
	struct md_line line;
	struct buf raw;
	size_t i;

	if (d->nlink == 0)
		return;
	put_paragraph_line(out, label(d->labels, "related"), true, d->labels);
	buf_putc(out, '\n');
	for (i = 0; i < d->nlink;)
		i = put_group(out, d, i);
	if (d->home == NULL)
		return;
	buf_init(&raw);
	md_line_init(&line, &raw, MD_PARAGRAPH, d->labels);
	put_link(&line, label(d->labels, "html.home"), d->home);
	put_item_line(out, &raw);
	buf_release(&raw);
}

static void
put_foot(struct buf *out, const struct document *d)
{
	struct buf line;

	buf_init(&line);
	buf_puts(&line, d->file == NULL ? "" : d->file);
	if (line.len > 0 && d->program != NULL)
		buf_puts(&line, " · ");
	buf_puts(&line, d->program == NULL ? "" : d->program);
	if (line.len > 0) {
		buf_puts(out, "\n***\n\n");
		put_line(out, line.data, false, d->labels);
	}
	buf_release(&line);
}

void
render_md(struct buf *buf, const struct node *document)
{
	const struct document *d = document->as.document;
	struct buf body;

	put_head(buf, d);
	buf_init(&body);
	put_blocks(&body, document, false, d->labels);
	if (body.len > 0)
		buf_putc(buf, '\n');
	buf_add(buf, body.data, body.len);
	buf_release(&body);
	put_links(buf, d);
	put_foot(buf, d);
}
