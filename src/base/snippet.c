#include "base/snippet.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/text_unicode.h"

#define LABEL_WIDTH 6
#define TAB_WIDTH 4
#define MARKS_MOST 4    /* combining marks shown of one letter */
#define REACH 4096      /* bytes looked at on either side of the mark */
#define CONTEXT_SHARE 2 /* of the columns left, this part stands before it */

/* What a code point looks like. */
struct glyph {
	char text[16];
	size_t width; /* columns; 0: it joins the one before */
};

/* The part of a line that is drawn, in columns of the part looked at. */
struct window {
	const char *begin, *end; /* what is looked at */
	size_t left, right;      /* columns drawn: [left, right) */
	size_t from, to;         /* those of the mark */
	bool cut_left, cut_right;
};

static struct glyph
glyph_of(unsigned long c)
{
	struct glyph g = {"", 0};
	struct buf utf8;

	if (c == '\t') {
		memset(g.text, ' ', TAB_WIDTH);
		g.width = TAB_WIDTH;
		return g;
	}
	if (unicode_is_control(c)) {
		(void)snprintf(g.text, sizeof(g.text), "\\u%04lx", c);
		g.width = strlen(g.text);
		return g;
	}
	buf_init(&utf8);
	buf_put_utf8(&utf8, c);
	memcpy(g.text, utf8.data, utf8.len + 1);
	buf_release(&utf8);
	g.width = (size_t)unicode_width(c);
	return g;
}

/* Columns from begin to end. */
static size_t
columns(const char *begin, const char *end)
{
	size_t n = 0;

	while (begin < end)
		n += glyph_of(text_next(&begin, end)).width;
	return n;
}

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* However long the line is, little of it is looked at. */
static void
window_reach(struct window *w, const struct snippet *s, size_t at, size_t size)
{
	const char *end = s->line + s->len;

	w->begin = at > REACH ? s->line + at - REACH : s->line;
	while (
	    w->begin > s->line && w->begin < end && is_continuation(*w->begin))
		w->begin++;
	if (size > REACH)
		size = REACH;
	w->end = s->len - at - size > REACH ? s->line + at + size + REACH : end;
	while (w->end < end && is_continuation(*w->end))
		w->end++;
	w->cut_left = w->begin > s->line;
	w->cut_right = w->end < end;
}

/* Sets left and right so that the mark stands in between. */
static void
window_place(struct window *w, size_t total)
{
	size_t mark = w->to - w->from, spare, before;

	w->left = 0;
	w->right = total;
	if (total <= SNIPPET_COLUMNS && !w->cut_left && !w->cut_right)
		return;
	if (mark > SNIPPET_COLUMNS / 2)
		mark = SNIPPET_COLUMNS / 2;
	spare = SNIPPET_COLUMNS - mark;
	before = spare / CONTEXT_SHARE;
	if (w->from > before)
		w->left = w->from - before;
	if (w->left + SNIPPET_COLUMNS >= total)
		w->left = total > SNIPPET_COLUMNS ? total - SNIPPET_COLUMNS : 0;
	if (w->left + SNIPPET_COLUMNS < total)
		w->right = w->left + SNIPPET_COLUMNS;
	w->cut_left = w->cut_left || w->left > 0;
	w->cut_right = w->cut_right || w->right < total;
	/* The sign that something is missing takes a column of its own. */
	w->left += w->cut_left ? 1 : 0;
	w->right -= w->cut_right ? 1 : 0;
}

static void
put_blanks(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_putc(out, ' ');
}

static void
put_window(struct buf *out, const struct window *w)
{
	size_t column = 0, drawn = w->left, marks = 0;
	const char *p = w->begin;
	bool shown = false;

	buf_puts(out, w->cut_left ? "…" : "");
	while (p < w->end && column <= w->right) {
		struct glyph g = glyph_of(text_next(&p, w->end));

		if (g.width == 0) {
			if (shown && marks++ < MARKS_MOST)
				buf_puts(out, g.text);
			continue;
		}
		marks = 0;
		shown = column >= w->left && column + g.width <= w->right;
		if (shown) {
			put_blanks(out, column - drawn);
			buf_puts(out, g.text);
			drawn = column + g.width;
		}
		column += g.width;
	}
	if (w->cut_right) {
		put_blanks(out, w->right - drawn);
		buf_puts(out, "…");
	}
}

static void
put_label(struct buf *out, const char *label)
{
	size_t width = text_width(label);

	put_blanks(out, width < LABEL_WIDTH ? LABEL_WIDTH - width : 0);
	buf_puts(out, label);
	buf_puts(out, " |");
}

static void
put_carets(struct buf *out, const struct snippet *s, const struct window *w)
{
	size_t width = text_width(s->label), from = w->from, to = w->to;

	if (from < w->left)
		from = w->left;
	if (to > w->right)
		to = w->right;
	put_blanks(out, width < LABEL_WIDTH ? LABEL_WIDTH : width);
	buf_puts(out, " | ");
	put_blanks(out, from - w->left + (w->cut_left ? 1 : 0));
	buf_puts(out, s->colour == NULL ? "" : s->colour);
	do
		buf_putc(out, '^');
	while (++from < to);
	buf_puts(out, s->colour == NULL ? "" : DIAG_COLOUR_END);
	buf_putc(out, '\n');
}

void
snippet_put(struct buf *out, const struct snippet *s)
{
	size_t at = s->marked ? s->at : 0, size = s->marked ? s->size : 0;
	struct window w;
	const char *mark;

	window_reach(&w, s, at, size);
	mark = s->line + at;
	w.from = columns(w.begin, mark);
	w.to =
	    w.from + columns(mark, mark + size < w.end ? mark + size : w.end);
	window_place(&w, w.from + columns(mark, w.end));
	put_label(out, s->label);
	buf_puts(out, s->len > 0 ? " " : "");
	put_window(out, &w);
	buf_putc(out, '\n');
	if (s->marked)
		put_carets(out, s, &w);
}
