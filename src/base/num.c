#include "base/num.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Longer than any number that a double can hold to the unit. */
#define WRITTEN_MAX 40
#define WHOLE_MAX 15

/* A number taken apart, before the file's style gives it a value. */
struct written {
	bool negative;
	bool percent;
	bool ambiguous; /* one mark, three digits on its right */
	char mark;      /* the decimal mark, '\0' if there is none */
	size_t point;   /* where it stands in text[], else len */
	size_t len;
	char text[WRITTEN_MAX + 1]; /* digits, '.', ',' and ' ' for any
				     * thin or fixed space */
};

/* What may part groups of three beside '.': U+00A0, U+2009, U+202F. */
static bool
group_space(unsigned long c)
{
	return c == 0xA0 || c == 0x2009 || c == 0x202F;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Shorten *end by a percent sign and the blanks before it. */
static bool
take_percent(const char *p, const char **end)
{
	size_t len;

	if (*end == p || (*end)[-1] != '%')
		return false;
	len = (size_t)(*end - 1 - p);
	p = text_trim(p, &len);
	*end = p + len;
	return true;
}

/* Sign and percent sign off, all spaces one character. */
static bool
scan(const char *text, size_t len, struct written *w)
{
	const char *p, *end, *next;
	unsigned long c;

	memset(w, 0, sizeof(*w));
	p = text_trim(text, &len);
	end = p + len;
	w->percent = take_percent(p, &end);
	for (; p < end; p = next) {
		next = p;
		c = digit(*p) ? (unsigned char)*next++ : text_next(&next, end);
		if ((c == '-' || c == 0x2212) && w->len == 0 && !w->negative) {
			w->negative = true;
			continue;
		}
		if (group_space(c))
			c = ' ';
		else if (!(c >= '0' && c <= '9') && c != '.' && c != ',')
			return false;
		if (w->len == WRITTEN_MAX)
			return false;
		w->text[w->len++] = (char)c;
	}
	w->point = w->len;
	return w->len > 0 && digit(w->text[0]) && digit(w->text[w->len - 1]);
}

/* 1 to 3 digits, not led by 0, then groups of three behind this mark. */
static bool
grouped(const char *text, size_t len, char mark)
{
	size_t first;

	first = len % 4;
	if (first == 0 || text[0] == '0')
		return false;
	for (size_t i = 0; i < len; i++) {
		if (i % 4 == first ? text[i] != mark : !digit(text[i]))
			return false;
	}
	return true;
}

static bool
all_digits(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!digit(text[i]))
			return false;
	return len > 0;
}

static bool
whole_part(const char *text, size_t len)
{
	return all_digits(text, len) || grouped(text, len, ' ') ||
	    grouped(text, len, '.');
}

/* Set mark and point, or leave it a whole number. */
static bool
divide(struct written *w)
{
	const char *comma, *point;

	comma = memchr(w->text, ',', w->len);
	point = memchr(w->text, '.', w->len);
	if (comma != NULL)
		w->point = (size_t)(comma - w->text);
	else if (point != NULL && !grouped(w->text, w->len, '.'))
		w->point = (size_t)(point - w->text);
	if (w->point < w->len) {
		w->mark = w->text[w->point];
		if (!all_digits(w->text + w->point + 1, w->len - w->point - 1))
			return false;
	}
	w->ambiguous = w->len <= 7 && w->len >= 5 &&
	    (grouped(w->text, w->len, '.') || grouped(w->text, w->len, ','));
	return whole_part(w->text, w->point);
}

static bool
read_written(const char *text, size_t len, struct written *w)
{
	size_t digits;

	if (!scan(text, len, w) || !divide(w))
		return false;
	digits = 0;
	for (size_t i = 0; i < w->point; i++)
		digits += digit(w->text[i]) ? 1 : 0;
	return digits <= WHOLE_MAX;
}

static enum num_style
style_of(const struct written *w)
{
	if (w->ambiguous)
		return NUM_STYLE_AMBIGUOUS;
	if (w->mark == ',')
		return NUM_STYLE_COMMA;
	if (w->mark == '.')
		return NUM_STYLE_POINT;
	return memchr(w->text, '.', w->len) != NULL ? NUM_STYLE_COMMA
						    : NUM_STYLE_NONE;
}

/*
 * Digits and decimals so few that both the whole number and the power of ten
 * are exact: then one division rounds correctly.  False if they are more.
 */
static bool
value_of_few(const struct written *w, size_t point, double *value)
{
	static const double power[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
	    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	size_t digits = 0, decimals = 0;
	int64_t n = 0;

	for (size_t i = 0; i < w->len; i++) {
		if (!digit(w->text[i]))
			continue;
		if (++digits > WHOLE_MAX)
			return false;
		n = n * 10 + (w->text[i] - '0');
		decimals += i > point;
	}
	*value = (double)n / power[decimals];
	return true;
}

/*
 * strtod() asks the locale what a decimal mark is.  It may stand here, and
 * only here, because it sees nothing but digits and a point of our own making
 * and because this program never calls setlocale(), so that the "C" locale
 * holds; it rounds correctly, which no short routine does for many digits.
 */
static double
value_of_many(const struct written *w, size_t point)
{
	char clean[WRITTEN_MAX + 1];
	size_t n;

	n = 0;
	for (size_t i = 0; i < w->len; i++) {
		if (digit(w->text[i]))
			clean[n++] = w->text[i];
		else if (i == point)
			clean[n++] = '.';
	}
	clean[n] = '\0';
	return strtod(clean, NULL);
}

static double
value_of(const struct written *w, size_t point)
{
	double value;

	if (!value_of_few(w, point, &value))
		value = value_of_many(w, point);
	return w->negative && value > 0 ? -value : value;
}

enum num_style
num_style_of(const char *text, size_t len)
{
	struct written w;

	return read_written(text, len, &w) ? style_of(&w) : NUM_STYLE_NONE;
}

/* 1.234 or 1,234: whether, and as what, a file of this style may hold it. */
static enum num_form
decide(const struct written *w, enum num_style style, double *out)
{
	if (w->mark == ',') {
		if (style == NUM_STYLE_POINT)
			return NUM_CLASH;
		*out = value_of(w, w->point);
		return NUM_OK;
	}
	if (style != NUM_STYLE_COMMA && style != NUM_STYLE_POINT)
		return NUM_AMBIGUOUS;
	*out = value_of(w, style == NUM_STYLE_POINT ? w->len - 4 : w->len);
	return NUM_DECIDED;
}

enum num_form
num_parse(const char *text, size_t len, enum num_style style, bool percent,
    double *out)
{
	struct written w;
	enum num_style evidence;
	size_t trimmed;

	*out = NUM_NONE;
	trimmed = len;
	(void)text_trim(text, &trimmed);
	if (trimmed == 0)
		return NUM_BLANK;
	if (!read_written(text, len, &w) || (w.percent && !percent))
		return NUM_BAD;
	evidence = style_of(&w);
	if (evidence == NUM_STYLE_AMBIGUOUS)
		return decide(&w, style, out);
	if ((evidence == NUM_STYLE_COMMA && style == NUM_STYLE_POINT) ||
	    (evidence == NUM_STYLE_POINT && style == NUM_STYLE_COMMA))
		return NUM_CLASH;
	*out = value_of(&w, w.point);
	return NUM_OK;
}

bool
num_parse_integer(const char *text, size_t len, int64_t *out)
{
	struct written w;
	int64_t value, unit;

	*out = 0;
	if (!scan(text, len, &w) || w.percent || !whole_part(w.text, w.len))
		return false;
	value = 0;
	for (size_t i = 0; i < w.len; i++) {
		if (!digit(w.text[i]))
			continue;
		unit = w.text[i] - '0';
		if (value > (INT64_MAX - unit) / 10)
			return false;
		value = value * 10 + unit;
	}
	*out = w.negative ? -value : value;
	return true;
}

/* Beyond the integers the nearest one; by hand, so that no libm is needed. */
int64_t
num_round(double value)
{
	int64_t whole;
	double rest;

	assert(num_given(value));
	if (value >= 9223372036854775808.0)
		return INT64_MAX;
	if (value <= -9223372036854775808.0)
		return INT64_MIN;
	whole = (int64_t)value;
	rest = value - (double)whole;
	if (rest >= 0.5)
		return whole + 1;
	return rest <= -0.5 ? whole - 1 : whole;
}

void
num_machine(double value, char out[NUM_TEXT])
{
	int len;

	out[0] = '\0';
	if (!isfinite(value))
		return;
	len = snprintf(out, NUM_TEXT, "%.4f", value);
	if (len >= NUM_TEXT) /* past 1e41 no decimal means anything */
		(void)snprintf(out, NUM_TEXT, "%.16e", value);
	if (strcmp(out, "-0.0000") == 0)
		memmove(out, out + 1, strlen(out));
}
