/*
 * The only door of text into a page.
 */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "render/html.h"

#define WORD 32 /* the longest that stays whole */

static void
put_sign(struct buf *buf, char c)
{
	switch (c) {
	case '&':
		buf_puts(buf, "&amp;");
		break;
	case '<':
		buf_puts(buf, "&lt;");
		break;
	case '>':
		buf_puts(buf, "&gt;");
		break;
	case '"':
		buf_puts(buf, "&quot;");
		break;
	case '\'':
		buf_puts(buf, "&#39;");
		break;
	default:
		buf_putc(buf, c);
		break;
	}
}

static bool
is_plain(char c)
{
	return c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

void
html_text(struct buf *buf, const char *text)
{
	const char *end;

	for (;; text = end + 1) {
		for (end = text; *end != '\0' && is_plain(*end); end++)
			;
		buf_add(buf, text, (size_t)(end - text));
		if (*end == '\0')
			return;
		put_sign(buf, *end);
	}
}

/* The first byte of a sign in UTF-8. */
static bool
is_sign(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* A word that no column has room for may go on below every WORD signs. */
void
html_lines(struct buf *buf, const char *text)
{
	int run = 0;

	for (; *text != '\0'; text++) {
		if (strchr(" -\n", *text) != NULL)
			run = 0;
		else if (is_sign(*text) && run++ == WORD) {
			buf_puts(buf, "<wbr>");
			run = 1;
		}
		if (*text == '\n')
			buf_puts(buf, "<br>");
		else
			put_sign(buf, *text);
	}
}

/* '<' too, so that no text ends the style element. */
void
html_css_string(struct buf *buf, const char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < ' ' || *text == '<' ||
		    *text == '"' || *text == '\\')
			buf_printf(buf, "\\%x ", (unsigned char)*text);
		else
			buf_putc(buf, *text);
	}
}
