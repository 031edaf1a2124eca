#include "base/text.h"

#include <string.h>

#include "base/text_unicode.h"

/*
 * The length of the sequence that begins at p, or 0 if it is ill-formed.  The
 * range of the second byte shuts out overlongs, surrogates and everything
 * beyond U+10FFFF.
 */
static size_t
sequence_length(const unsigned char *p, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t len;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	len = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (left < len)
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return len;
}

/* Eight at a time: nearly all of most files. */
size_t
text_ascii_prefix(const char *text, size_t len)
{
	unsigned long long eight;
	size_t n;

	for (n = 0; len - n >= sizeof(eight); n += sizeof(eight)) {
		memcpy(&eight, text + n, sizeof(eight));
		if ((eight & 0x8080808080808080ULL) != 0)
			break;
	}
	while (n < len && (unsigned char)text[n] < 0x80)
		n++;
	return n;
}

size_t
text_valid_prefix(const char *text, size_t len)
{
	size_t at, n;

	at = 0;
	while (at < len) {
		at += text_ascii_prefix(text + at, len - at);
		if (at == len)
			break;
		n = sequence_length((const unsigned char *)text + at, len - at);
		if (n == 0)
			break;
		at += n;
	}
	return at;
}

bool
text_valid_utf8(const char *text, size_t len)
{
	return text_valid_prefix(text, len) == len;
}

unsigned long
text_next(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *)*p;
	unsigned long c;
	size_t len;

	if (s[0] < 0x80) {
		*p += 1;
		return s[0];
	}
	len = sequence_length(s, (size_t)(end - *p));
	if (len == 0) {
		*p += 1;
		return 0xFFFD;
	}
	*p += len;
	c = s[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++)
		c = c << 6 | (s[i] & 0x3Fu);
	return c;
}

bool
text_steers(unsigned long c)
{
	return unicode_is_control(c);
}

/* Where the last character before end begins; a byte alone if ill-formed. */
static const char *
last_character(const char *text, const char *end)
{
	const char *p = end - 1, *next;

	while (p > text && end - p < 4 && ((unsigned char)*p & 0xC0) == 0x80)
		p--;
	next = p;
	(void)text_next(&next, end);
	return next == end ? p : end - 1;
}

/* Of ASCII, and no blank. */
static bool
is_ink(char c)
{
	return c > ' ' && c <= '~';
}

const char *
text_trim(const char *text, size_t *len)
{
	const char *next, *end = text + *len, *last;

	/* Nearly always there is nothing to trim. */
	if (*len > 0 && is_ink(text[0]) && is_ink(end[-1]))
		return text;
	for (next = text; next < end; text = next)
		if (!unicode_is_blank(text_next(&next, end)))
			break;
	for (; end > text; end = last) {
		last = last_character(text, end);
		next = last;
		if (!unicode_is_blank(text_next(&next, end)))
			break;
	}
	*len = (size_t)(end - text);
	return text;
}

size_t
text_width(const char *text)
{
	const char *end;
	size_t width;

	width = 0;
	end = text + strlen(text);
	while (text < end)
		if (*text >= ' ' && *text <= '~') {
			width++;
			text++;
		} else
			width += (size_t)unicode_width(text_next(&text, end));
	return width;
}

size_t
text_utf16_length(const char *text)
{
	const char *end;
	size_t n;

	n = 0;
	end = text + strlen(text);
	while (text < end)
		n += text_next(&text, end) > 0xFFFF ? 2 : 1;
	return n;
}
