/*
 * The only door of text into a page.
 */
#include <stddef.h>

#include "base/buf.h"
#include "render/html.h"

static void
put_escaped(struct buf *buf, const char *text, const char *line_feed)
{
	for (; *text != '\0'; text++) {
		switch (*text) {
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
		case '\n':
			buf_puts(buf, line_feed);
			break;
		default:
			buf_putc(buf, *text);
			break;
		}
	}
}

void
html_text(struct buf *buf, const char *text)
{
	put_escaped(buf, text, "\n");
}

void
html_lines(struct buf *buf, const char *text)
{
	put_escaped(buf, text, "<br>");
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
