/*
 * Text and inlines as Markdown.  No text becomes markup in a CommonMark or GFM
 * reader, but for an e-mail address, which GFM links to itself whatever stands
 * before it.
 */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/md.h"

#define WIDTH 78

static const char *const mark_text[] = {[MD_EMPH] = "_", [MD_STRONG] = "**"};

static bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_word(int c)
{
	return is_letter(c) || is_digit(c);
}

static bool
is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == MD_BLANK;
}

/* A blank or punctuation, as mark rules want it outside; ASCII only. */
static bool
is_edge(unsigned char c)
{
	return c < 0x80 && !is_word(c);
}

/* Blanks beyond ASCII, which marks must not touch either. */
static bool
is_wide_blank(unsigned long c)
{
	return c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	    c == 0x202f || c == 0x205f || c == 0x3000;
}

void
md_line_init(struct md_line *line, struct buf *out, enum md_place place,
    const struct labels *labels)
{
	memset(line, 0, sizeof(*line));
	line->out = out;
	line->labels = labels;
	line->place = place;
	line->start = out->len;
}

static int
last_byte(const struct md_line *line)
{
	return line->out->len == 0
	    ? '\n'
	    : (unsigned char)line->out->data[line->out->len - 1];
}

static bool
ends_with(const struct md_line *line, const char *text)
{
	size_t len = strlen(text);

	return line->out->len - line->start >= len &&
	    memcmp(line->out->data + line->out->len - len, text, len) == 0;
}

static bool
at_start(const struct md_line *line)
{
	return line->out->len == line->start;
}

static void
write_break(struct md_line *line)
{
	if (line->place == MD_CELL)
		buf_puts(line->out, "<br>");
	else if (line->place == MD_HEADING)
		buf_putc(line->out, MD_BLANK);
	else {
		buf_puts(line->out, "\\\n");
		line->start = line->out->len;
	}
}

static void
write_marks(struct md_line *line, const char *next)
{
	const char *p = next;
	bool blank = is_wide_blank(text_next(&p, next + strlen(next)));
	enum md_mark mark;
	size_t i;

	for (i = 0; i < line->nwaiting; i++) {
		mark = line->waiting[i];
		if (blank ||
		    (!at_start(line) &&
			!is_edge((unsigned char)last_byte(line)))) {
			line->mark[mark] = MARK_SKIPPED;
			continue;
		}
		line->mark[mark] = MARK_OPEN;
		line->mark_at[mark] = line->out->len;
		buf_puts(line->out, mark_text[mark]);
	}
	line->nwaiting = 0;
}

/* What waits, now that next follows. */
static void
flush(struct md_line *line, const char *next)
{
	if (line->brk && !at_start(line))
		write_break(line);
	else if (line->space && !at_start(line))
		buf_putc(line->out, MD_BLANK);
	line->brk = line->space = false;
	if (line->nwaiting > 0)
		write_marks(line, next);
}

/* The line has nothing but digits so far: "1." would be a list. */
static bool
is_number_line(const struct md_line *line)
{
	size_t i;

	if (line->place != MD_PARAGRAPH || at_start(line))
		return false;
	for (i = line->start; i < line->out->len; i++)
		if (!is_digit(line->out->data[i]))
			return false;
	return true;
}

/* "&copy;" or "&#169;", or perhaps, if the text ends within. */
static bool
is_entity(const char *text)
{
	size_t n;

	text += *text == '#';
	for (n = 0; is_word(text[n]); n++)
		;
	return text[n] == '\0' || (text[n] == ';' && n > 0);
}

/* "<a@b>" links; what stands before the '@', or may yet be followed by one. */
static bool
is_mail(const char *p)
{
	while (
	    is_word(*p) || (*p != '\0' && strchr(".!#$%&'*+/=?^_`{|}~-", *p)))
		p++;
	return *p == '@' || *p == '\0';
}

static bool
needs_escape_at_start(const char *p)
{
	switch (*p) {
	case '#':
	case '=':
	case '>':
	case ':':
		return true;
	case '+':
	case '-':
		return p[1] == '\0' || p[1] == *p || is_blank(p[1]);
	default:
		return false;
	}
}

/* True if the character would be, or become, markup where it stands. */
static bool
needs_escape(const struct md_line *line, const char *p)
{
	if (line->place == MD_PARAGRAPH && at_start(line) &&
	    needs_escape_at_start(p))
		return true;
	switch (*p) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '~':
	case '|':
		return true;
	case '_':
		return at_start(line) || !is_word(last_byte(line)) ||
		    !is_word(p[1]);
	case '<':
		return is_letter(p[1]) || strchr("/!?", p[1]) != NULL ||
		    is_mail(p + 1);
	case '&':
		return is_entity(p + 1);
	case '!':
		return p[1] == '\0' || p[1] == '[';
	case '#':
		return line->place == MD_HEADING &&
		    (at_start(line) || is_edge((unsigned char)last_byte(line)));
	case ')':
		return is_number_line(line);
	case '.':
		return is_number_line(line) || ends_with(line, "www");
	case '/':
		return ends_with(line, ":/");
	default:
		return false;
	}
}

void
md_text(struct md_line *line, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\n' && line->place == MD_CELL)
			line->brk = true;
		else if (is_blank(*text))
			line->space = true;
		else {
			flush(line, text);
			if (needs_escape(line, text))
				buf_putc(line->out, '\\');
			buf_putc(line->out, *text);
			/* Only a whole character may be waited for. */
			while (((unsigned char)text[1] & 0xc0) == 0x80)
				buf_putc(line->out, *++text);
		}
	}
}

void
md_mark_begin(struct md_line *line, enum md_mark mark)
{
	line->mark[mark] = MARK_PENDING;
	line->waiting[line->nwaiting++] = mark;
}

static unsigned long
last_character(const struct buf *buf)
{
	const char *end = buf->data + buf->len, *p = end;

	while (p > buf->data && ((unsigned char)*--p & 0xc0) == 0x80)
		;
	return p == end ? 0 : text_next(&p, end);
}

/* What the mark kept from being a list or a heading needs its own escape. */
static void
escape_start(struct md_line *line)
{
	struct buf *out = line->out;
	size_t at = line->start;

	if (!needs_escape_at_start(out->data + at)) {
		while (is_digit(out->data[at]))
			at++;
		if (at == line->start ||
		    (out->data[at] != '.' && out->data[at] != ')'))
			return;
	}
	buf_putc(out, '\\');
	memmove(out->data + at + 1, out->data + at, out->len - 1 - at);
	out->data[at] = '\\';
}

/* An opening mark that can't be closed here is taken back. */
static void
mark_remove(struct md_line *line, enum md_mark mark)
{
	size_t n = strlen(mark_text[mark]), at = line->mark_at[mark];

	memmove(line->out->data + at, line->out->data + at + n,
	    line->out->len - at - n + 1);
	line->out->len -= n;
	if (line->start > at)
		line->start -= n;
	if (line->start == at && line->place == MD_PARAGRAPH)
		escape_start(line);
}

void
md_mark_end(struct md_line *line, enum md_mark mark)
{
	if (line->mark[mark] == MARK_PENDING)
		line->nwaiting--;
	else if (line->mark[mark] == MARK_OPEN) {
		if (is_wide_blank(last_character(line->out)))
			mark_remove(line, mark);
		else
			buf_puts(line->out, mark_text[mark]);
	}
	line->mark[mark] = MARK_OFF;
}

/* What follows a node lets a closing mark be one; -1: look further on. */
static int
edge_of(const struct node *node)
{
	switch (node->type) {
	case DOC_TEXT:
		return *node->as.text == '\0'
		    ? -1
		    : is_edge((unsigned char)*node->as.text);
	case DOC_CODE:
		return *node->as.text == '\0' ? -1 : 1;
	case DOC_LINK:
		/* Where it may not lead is plain text. */
		return node_url_allowed(node->as.link.url);
	case DOC_BREAK:
		return 1;
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
	case DOC_EMPH:
	case DOC_STRONG:
	case DOC_LIGHT:
		return 0;
	}
	return 0;
}

static bool
edge_follows(const struct node *node)
{
	const struct node *next;
	int edge;

	for (; node_is_inline(node->type); node = node->parent) {
		if (node->type == DOC_LINK)
			return true;
		for (next = node->next; next != NULL; next = next->next)
			if ((edge = edge_of(next)) != -1)
				return edge;
	}
	return true;
}

static void
put_marked(struct md_line *line, const struct node *node, enum md_mark mark)
{
	bool own = line->mark[mark] == MARK_OFF && edge_follows(node);

	if (own)
		md_mark_begin(line, mark);
	md_inlines(line, node);
	if (own)
		md_mark_end(line, mark);
}

static size_t
longest_run(const char *text, char c)
{
	size_t longest = 0, n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		for (n = 0; text[n] == c; n++)
			;
		if (n > longest)
			longest = n;
	}
	return longest;
}

static void
put_code(struct md_line *line, const char *text)
{
	size_t len = strlen(text), ticks, i;
	bool pad;

	if (len == 0 || last_byte(line) == '`') {
		md_text(line, text);
		return;
	}
	flush(line, "`");
	pad = text[0] == '`' || text[len - 1] == '`' ||
	    (is_blank(text[0]) && is_blank(text[len - 1]));
	ticks = longest_run(text, '`') + 1;
	for (i = 0; i < ticks; i++)
		buf_putc(line->out, '`');
	buf_puts(line->out, pad ? " " : "");
	for (; *text != '\0'; text++)
		buf_putc(line->out, is_blank(*text) ? ' ' : *text);
	buf_puts(line->out, pad ? " " : "");
	for (i = 0; i < ticks; i++)
		buf_putc(line->out, '`');
}

static void
put_url(struct buf *out, const char *url)
{
	for (; *url != '\0'; url++) {
		if (strchr(" ()<>\\|\"`[]*_~", *url) != NULL)
			buf_printf(out, "%%%02X", (unsigned char)*url);
		else if (*url == '&')
			buf_puts(out, "&amp;");
		else
			buf_putc(out, *url);
	}
}

static void
put_link_title(struct buf *out, const char *title)
{
	buf_puts(out, " \"");
	for (; *title != '\0'; title++) {
		if (strchr("\"\\&<|", *title) != NULL)
			buf_putc(out, '\\');
		buf_putc(out, is_blank(*title) ? ' ' : *title);
	}
	buf_putc(out, '"');
}

void
md_link_begin(struct md_line *line)
{
	flush(line, "[");
	buf_putc(line->out, '[');
}

void
md_link_end(struct md_line *line, const char *url, const char *title)
{
	buf_puts(line->out, "](");
	put_url(line->out, url);
	if (title != NULL)
		put_link_title(line->out, title);
	buf_putc(line->out, ')');
}

static void
put_light(struct md_line *line, enum tone light)
{
	const struct value v = value_light(light);
	struct buf text;

	buf_init(&text);
	value_print(&text, &v, line->labels);
	md_text(line, text.data);
	buf_release(&text);
}

static void
put_inline(struct md_line *line, const struct node *node)
{
	switch (node->type) {
	case DOC_TEXT:
		md_text(line, node->as.text);
		break;
	case DOC_EMPH:
		put_marked(line, node, MD_EMPH);
		break;
	case DOC_STRONG:
		put_marked(line, node, MD_STRONG);
		break;
	case DOC_CODE:
		put_code(line, node->as.text);
		break;
	case DOC_LINK:
		if (!node_url_allowed(node->as.link.url)) {
			md_inlines(line, node);
			break;
		}
		md_link_begin(line);
		md_inlines(line, node);
		md_link_end(line, node->as.link.url, node->as.link.title);
		break;
	case DOC_BREAK:
		line->brk = true;
		break;
	case DOC_LIGHT:
		put_light(line, node->as.light);
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

void
md_inlines(struct md_line *line, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		put_inline(line, node);
}

/* A word at the start of a line that might be taken for a block. */
static bool
is_risky(char c)
{
	return is_digit(c) || (c != '\0' && strchr("-+#=>:|~*_`", c) != NULL);
}

void
md_wrap(struct buf *out, const char *text)
{
	size_t column = 0, width, len;
	struct buf word;

	buf_init(&word);
	for (; *text != '\0'; text += len) {
		len = *text == '\n' || *text == MD_BLANK;
		len += strcspn(text + len, "\n\1");
		buf_clear(&word);
		buf_add(&word, text + (*text == MD_BLANK),
		    len - (*text == MD_BLANK));
		width = text_width(word.data);
		if (*text == '\n')
			column = 0;
		else if (*text == MD_BLANK && column + 1 + width > WIDTH &&
		    !is_risky(*word.data)) {
			buf_putc(out, '\n');
			column = 0;
		} else if (*text == MD_BLANK) {
			buf_putc(out, ' ');
			column++;
		}
		buf_add(out, word.data, word.len);
		column += width;
	}
	buf_release(&word);
}
