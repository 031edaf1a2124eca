#include "base/text_unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

/* Everything below is in normal form C already, whatever follows it. */
#define FIRST_COMBINING 0x300UL

unsigned long
unicode_upper(unsigned long c)
{
	return (unsigned long)utf8proc_toupper((utf8proc_int32_t)c);
}

unsigned long
unicode_lower(unsigned long c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	if (c == 0x3C2)
		return 0x3C3; /* the sigma that ends a word */
	return (unsigned long)utf8proc_tolower((utf8proc_int32_t)c);
}

bool
unicode_is_letter(unsigned long c)
{
	utf8proc_category_t category;

	category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_LO;
}

unsigned long
unicode_base(unsigned long c)
{
	utf8proc_int32_t parts[8];
	utf8proc_ssize_t n;
	int boundary = 0;

	if (c < 0x80)
		return c;
	n = utf8proc_decompose_char(
	    (utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
	return n > 1 && n <= 8 ? (unsigned long)parts[0] : c;
}

int
unicode_width(unsigned long c)
{
	if (c >= ' ' && c <= '~')
		return 1;
	return utf8proc_charwidth((utf8proc_int32_t)c);
}

bool
unicode_is_blank(unsigned long c)
{
	if (c > ' ' && c < 0xA0)
		return false;
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	    (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
	    c == 0x3000 || c == 0xFEFF;
}

bool
unicode_is_control(unsigned long c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C ||
	    c == 0x200B || c == 0x200E || c == 0x200F ||
	    (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	    c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

static bool
needs_composing(const struct buf *buf)
{
	const char *p, *end;

	end = buf->data + buf->len;
	for (p = buf->data; p < end;)
		if (text_next(&p, end) >= FIRST_COMBINING)
			return true;
	return false;
}

void
unicode_compose(struct buf *buf)
{
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *bytes;
	utf8proc_int32_t *points;
	utf8proc_ssize_t len, n;

	if (!needs_composing(buf))
		return;
	bytes = (const utf8proc_uint8_t *)buf->data;
	len = (utf8proc_ssize_t)buf->len;
	n = utf8proc_decompose(bytes, len, NULL, 0, options);
	if (n <= 0)
		return; /* no UTF-8: left as it is */
	points = calloc((size_t)n + 1, sizeof(*points));
	if (points == NULL)
		arena_exhausted();
	n = utf8proc_decompose(bytes, len, points, n, options);
	if (n > 0)
		n = utf8proc_reencode(points, n, options);
	if (n > 0) {
		buf_clear(buf);
		buf_add(buf, points, (size_t)n);
	}
	free(points);
}
