#include "render/csv_field.h"

#include <string.h>

#include "base/buf.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
needs_quotes(const char *field, char separator, bool alone)
{
	const char special[] = {separator, '"', '\r', '\n', '\0'};
	size_t len = strlen(field);

	if (len == 0)
		return alone;
	return is_blank(field[0]) || is_blank(field[len - 1]) ||
	    strpbrk(field, special) != NULL;
}

void
csv_field(struct buf *buf, const char *field, char separator, bool alone)
{
	if (!needs_quotes(field, separator, alone)) {
		buf_puts(buf, field);
		return;
	}
	buf_putc(buf, '"');
	for (; *field != '\0'; field++) {
		if (*field == '"')
			buf_putc(buf, '"');
		buf_putc(buf, *field);
	}
	buf_putc(buf, '"');
}
