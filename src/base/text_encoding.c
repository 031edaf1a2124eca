#include "base/text.h"

#include <string.h>

#include "base/buf.h"

#define UNDEFINED 0xFFFF /* no character in Windows-1252 */

/* Bytes 0x80 to 0x9F; all others are the code point of the same number. */
/* clang-format off */
static const unsigned short cp1252[32] = {
	0x20AC, UNDEFINED, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, UNDEFINED, 0x017D, UNDEFINED,
	UNDEFINED, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, UNDEFINED, 0x017E, 0x0178
};
/* clang-format on */

/* LF, CR and CRLF each end a line. */
static int
line_at(const char *bytes, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		if (bytes[i] == '\n' ||
		    (bytes[i] == '\r' && !(i + 1 < at && bytes[i + 1] == '\n')))
			line++;
	return line;
}

static enum text_fault
decode_utf8(const char *bytes, size_t len, struct buf *out)
{
	size_t valid;

	valid = text_valid_prefix(bytes, len);
	buf_add(out, bytes, valid);
	return valid == len ? TEXT_OK : TEXT_BROKEN;
}

static enum text_fault
decode_cp1252(const unsigned char *bytes, size_t len, struct buf *out)
{
	size_t plain, at;
	unsigned long c;

	for (at = 0; at < len; at += plain) {
		for (plain = 0; at + plain < len && bytes[at + plain] < 0x80;)
			plain++;
		buf_add(out, bytes + at, plain);
		if (at + plain == len)
			break;
		c = bytes[at + plain++];
		if (c < 0xA0)
			c = cp1252[c - 0x80];
		if (c == UNDEFINED)
			return TEXT_UNDEFINED;
		buf_put_utf8(out, c);
	}
	return TEXT_OK;
}

/* first is the byte of a pair that weighs more: 1 little-endian, 0 big. */
static enum text_fault
decode_utf16(const unsigned char *bytes, size_t len, int first, struct buf *out)
{
	unsigned long c, low;
	size_t at;

	for (at = 0; at + 1 < len; at += 2) {
		c = (unsigned long)bytes[at + (size_t)first] << 8 |
		    bytes[at + 1 - (size_t)first];
		if (c >= 0xDC00 && c <= 0xDFFF)
			return TEXT_BROKEN;
		if (c >= 0xD800 && c <= 0xDBFF) {
			at += 2;
			if (at + 1 >= len)
				return TEXT_BROKEN;
			low = (unsigned long)bytes[at + (size_t)first] << 8 |
			    bytes[at + 1 - (size_t)first];
			if (low < 0xDC00 || low > 0xDFFF)
				return TEXT_BROKEN;
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
		}
		buf_put_utf8(out, c);
	}
	return at == len ? TEXT_OK : TEXT_BROKEN;
}

static enum text_encoding
recognise(const unsigned char *bytes, size_t len)
{
	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		return TEXT_UTF8_BOM;
	if (len >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
		return TEXT_UTF16LE;
	if (len >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
		return TEXT_UTF16BE;
	if (text_valid_utf8((const char *)bytes, len))
		return TEXT_UTF8;
	return TEXT_CP1252;
}

static enum text_fault
decode_as(enum text_encoding encoding, const unsigned char *bytes, size_t len,
    struct buf *out)
{
	switch (encoding) {
	case TEXT_UTF8:
		return decode_utf8((const char *)bytes, len, out);
	case TEXT_UTF8_BOM:
		return decode_utf8((const char *)bytes + 3, len - 3, out);
	case TEXT_UTF16LE:
		return decode_utf16(bytes + 2, len - 2, 1, out);
	case TEXT_UTF16BE:
		return decode_utf16(bytes + 2, len - 2, 0, out);
	case TEXT_CP1252:
		return decode_cp1252(bytes, len, out);
	}
	return TEXT_BROKEN;
}

enum text_fault
text_decode(const void *bytes, size_t len, struct buf *out,
    enum text_encoding *encoding, int *line)
{
	enum text_fault fault;
	const char *nul;
	size_t bad;

	buf_clear(out);
	*encoding = recognise(bytes, len);
	fault = decode_as(*encoding, bytes, len, out);
	bad = out->len;
	nul = memchr(out->data, '\0', out->len);
	if (nul != NULL) {
		fault = TEXT_NUL;
		bad = (size_t)(nul - out->data);
	}
	if (fault != TEXT_OK && line != NULL)
		*line = line_at(out->data, bad);
	return fault;
}

/* The byte that Windows-1252 reads as c, or 0 if there is none above 0x7F. */
static unsigned
cp1252_byte(unsigned long c)
{
	if (c >= 0x80 && c <= 0xFF)
		return (unsigned)c;
	for (unsigned i = 0; i < 32; i++)
		if (cp1252[i] == c && c != UNDEFINED)
			return 0x80 + i;
	return 0;
}

/*
 * Only the beginnings that hold the letters of western Europe, quotation
 * marks and emoji: others, such as an Å before a quotation mark, also occur in
 * honest text.
 */
bool
text_double_encoded(const char *text, size_t len)
{
	const char *p, *end;
	unsigned byte, lead, second;

	lead = second = 0;
	end = text + len;
	for (p = text; p < end;) {
		if ((unsigned char)*p < 0x80) {
			p += text_ascii_prefix(p, (size_t)(end - p));
			lead = second = 0;
			continue;
		}
		byte = cp1252_byte(text_next(&p, end));
		if ((lead == 0xC2 || lead == 0xC3) && byte >= 0x80 &&
		    byte <= 0xBF)
			return true;
		if (second == 0xE2 && lead == 0x80 && byte >= 0x80 &&
		    byte <= 0xBF)
			return true;
		if (lead == 0xF0 && byte == 0x9F)
			return true;
		second = lead;
		lead = byte;
	}
	return false;
}
