/*
 * The workbook library's printing, without printf.
 *
 * The library spells every cell with fprintf(): a third of what a workbook
 * costs goes into reading the same few formats again and again.  It finds its
 * functions as any dynamic symbol is found, so those here come first.  Into
 * our own files goes what printf would write; all else, a conversion that
 * isn't known here and every other stream, is still left to it.
 */
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* It takes a signed number since 1.2: the library's declaration is passed by.
 */
#define lxw_new_attribute_int lxw_new_attribute_int_declared
#include <xlsxwriter.h>
#undef lxw_new_attribute_int

#include "base/arena.h"
#include "render/xlsx.h"

#define NUMBER 32      /* bytes of a %.16G and a NUL */
#define WHOLE_MAX 1e15 /* below it %.16G writes every digit, no exponent */
#define FRACTIONS 509  /* kept as they are spelled */
#define DIGITS 24      /* of a 64-bit number, its sign and a NUL */

int __fprintf_chk(FILE *, int, const char *, ...);
int __vfprintf_chk(FILE *, int, const char *, va_list);

/* Gathers what one call writes. */
struct line {
	FILE *file;
	size_t len;
	int total;
	char bytes[512];
};

static void
line_begin(struct line *l, FILE *file)
{
	l->file = file;
	l->len = 0;
	l->total = 0;
}

static void
line_flush(struct line *l)
{
	fwrite_unlocked(l->bytes, 1, l->len, l->file);
	l->total += (int)l->len;
	l->len = 0;
}

static void
line_add(struct line *l, const char *bytes, size_t len)
{
	if (len > sizeof(l->bytes) - l->len)
		line_flush(l);
	if (len > sizeof(l->bytes)) {
		fwrite_unlocked(bytes, 1, len, l->file);
		l->total += (int)len;
		return;
	}
	memcpy(l->bytes + l->len, bytes, len);
	l->len += len;
}

static void
line_text(struct line *l, const char *text)
{
	line_add(l, text, strlen(text));
}

static inline void
line_char(struct line *l, char c)
{
	if (l->len == sizeof(l->bytes))
		line_flush(l);
	l->bytes[l->len++] = c;
}

/* A few letters, for which no function is called. */
static inline void
line_word(struct line *l, const char *word)
{
	for (; *word != '\0'; word++)
		line_char(l, *word);
}

/* Decimal digits and a NUL; returns how many digits. */
static size_t
put_unsigned(char *to, uint64_t n)
{
	char digits[DIGITS];
	size_t at = sizeof(digits), len;

	do
		digits[--at] = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	len = sizeof(digits) - at;
	memcpy(to, digits + at, len);
	to[len] = '\0';
	return len;
}

static size_t
put_signed(char *to, int64_t n)
{
	if (n >= 0)
		return put_unsigned(to, (uint64_t)n);
	*to = '-';
	return 1 + put_unsigned(to + 1, -(uint64_t)n);
}

/* The heights, widths and margins of all sheets are the same few. */
static size_t
put_fraction(char to[NUMBER], double number)
{
	static struct fraction {
		uint64_t bits;
		size_t len;
		char text[NUMBER];
	} seen[FRACTIONS];
	struct fraction *f;
	uint64_t bits;

	memcpy(&bits, &number, sizeof(bits));
	f = &seen[(bits ^ bits >> 20 ^ bits >> 40) % FRACTIONS];
	if (f->len == 0 || f->bits != bits) {
		f->bits = bits;
		f->len = (size_t)snprintf(f->text, NUMBER, "%.16G", number);
	}
	memcpy(to, f->text, f->len + 1);
	return f->len;
}

static size_t
put_number(char to[NUMBER], double number)
{
	if (fabs(number) < WHOLE_MAX && number == trunc(number) &&
	    !(number == 0 && signbit(number)))
		return put_signed(to, (int64_t)number);
	return put_fraction(to, number);
}

/* What a conversion takes; its letter and what stands between it and '%'. */
enum conversion { TAKES_TEXT, TAKES_INT, TAKES_UNSIGNED, TAKES_NUMBER, OTHER };

static enum conversion
conversion_at(const char *format, size_t *len)
{
	*len = 1;
	switch (*format) {
	case 's':
		return TAKES_TEXT;
	case 'd':
		return TAKES_INT;
	case 'u':
		return TAKES_UNSIGNED;
	default:
		*len = 4;
		return strncmp(format, ".16G", 4) == 0 ? TAKES_NUMBER : OTHER;
	}
}

static void
line_number(struct line *l, double number)
{
	char digits[NUMBER];

	line_add(l, digits, put_number(digits, number));
}

static void
line_whole(struct line *l, int64_t n)
{
	char digits[DIGITS];

	line_add(l, digits, put_signed(digits, n));
}

/* What isn't known here ends it: printf writes the rest. */
static int
print(FILE *file, const char *format, va_list args)
{
	struct line l;
	const char *percent;
	size_t len;
	int rest;

	line_begin(&l, file);
	for (; (percent = strchr(format, '%')) != NULL;
	     format = percent + 1 + len) {
		line_add(&l, format, (size_t)(percent - format));
		switch (conversion_at(percent + 1, &len)) {
		case TAKES_TEXT:
			line_text(&l, va_arg(args, const char *));
			break;
		case TAKES_INT:
			line_whole(&l, va_arg(args, int));
			break;
		case TAKES_NUMBER:
			line_number(&l, va_arg(args, double));
			break;
		case TAKES_UNSIGNED:
			line_whole(&l, va_arg(args, unsigned));
			break;
		case OTHER:
			line_flush(&l);
			rest = __vfprintf_chk(file, 1, percent, args);
			return rest < 0 ? rest : l.total + rest;
		}
	}
	line_text(&l, format);
	line_flush(&l);
	return l.total;
}

int
__fprintf_chk(FILE *file, int flag, const char *format, ...)
{
	va_list args;
	int result;

	va_start(args, format);
	if (xlsx_tmpfile_is(file))
		result = print(file, format, args);
	else
		result = __vfprintf_chk(file, flag, format, args);
	va_end(args);
	return result;
}

/* "A1"; nothing for a column that there isn't. */
void
lxw_rowcol_to_cell(char *cell, lxw_row_t row, lxw_col_t column)
{
	char letters[4];
	size_t at = sizeof(letters);
	unsigned n = (unsigned)column + 1;

	for (; n > 0; n = (n - 1) / 26)
		letters[--at] = (char)('A' + (n - 1) % 26);
	memcpy(cell, letters + at, sizeof(letters) - at);
	put_unsigned(cell + sizeof(letters) - at, (uint64_t)row + 1);
}

static void
copy_text(char to[LXW_MAX_ATTRIBUTE_LENGTH], const char *text)
{
	size_t len = strnlen(text, LXW_MAX_ATTRIBUTE_LENGTH - 1);

	memcpy(to, text, len);
	to[len] = '\0';
}

/*
 * An attribute of an element: two fields of 2,080 bytes, which the library
 * fills to their ends each time.  It frees them itself.
 */
static struct xml_attribute *
attribute_new(const char *key, const char *value)
{
	struct xml_attribute *a = malloc(sizeof(*a));

	if (a == NULL)
		arena_exhausted();
	copy_text(a->key, key);
	copy_text(a->value, value);
	a->list_entries.stqe_next = NULL;
	return a;
}

struct xml_attribute *
lxw_new_attribute_str(const char *key, const char *value)
{
	return attribute_new(key, value);
}

struct xml_attribute *lxw_new_attribute_int(const char *, int32_t);

struct xml_attribute *
lxw_new_attribute_int(const char *key, int32_t value)
{
	char digits[DIGITS];

	put_signed(digits, value);
	return attribute_new(key, digits);
}

struct xml_attribute *
lxw_new_attribute_dbl(const char *key, double value)
{
	char digits[NUMBER];

	put_number(digits, value);
	return attribute_new(key, digits);
}

/* A value between quotation marks. */
static void
line_escaped(struct line *l, const char *text)
{
	static const char *const spelled[UCHAR_MAX + 1] = {['&'] = "&amp;",
	    ['<'] = "&lt;",
	    ['>'] = "&gt;",
	    ['"'] = "&quot;",
	    ['\n'] = "&#xA;"};

	for (; *text != '\0'; text++)
		if (spelled[(unsigned char)*text] == NULL)
			line_char(l, *text);
		else
			line_word(l, spelled[(unsigned char)*text]);
}

static void
put_tag(FILE *file, const char *tag,
    const struct xml_attribute_list *attributes, const char *end)
{
	const struct xml_attribute *a =
	    attributes != NULL ? attributes->stqh_first : NULL;
	struct line l;

	line_begin(&l, file);
	line_char(&l, '<');
	line_word(&l, tag);
	for (; a != NULL; a = a->list_entries.stqe_next) {
		line_char(&l, ' ');
		line_word(&l, a->key);
		line_word(&l, "=\"");
		line_escaped(&l, a->value);
		line_char(&l, '"');
	}
	line_word(&l, end);
	line_flush(&l);
}

void
lxw_xml_start_tag(
    FILE *file, const char *tag, struct xml_attribute_list *attributes)
{
	put_tag(file, tag, attributes, ">");
}

void
lxw_xml_empty_tag(
    FILE *file, const char *tag, struct xml_attribute_list *attributes)
{
	put_tag(file, tag, attributes, "/>");
}
