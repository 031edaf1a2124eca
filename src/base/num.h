/*
 * Numbers as people write them, Danish and English; no locale is consulted.
 *
 * "Not given" is never zero: a double that is not given is NUM_NONE (a NaN),
 * tested with num_given().
 */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUM_NONE	((double)NAN)
#define NUM_EPSILON	1e-9	/* a <= b means a <= b + NUM_EPSILON */

static inline bool
num_given(double value)
{
	return !isnan(value);
}

static inline bool
num_le(double a, double b)
{
	return a <= b + NUM_EPSILON;
}

/* What a decimal cell says of the style of its file. */
enum num_style {
	NUM_STYLE_NONE,		/* nothing: 1234 */
	NUM_STYLE_COMMA,	/* 12,5 or 1.234,5 or 1.234.567 */
	NUM_STYLE_POINT,	/* 12.5 */
	NUM_STYLE_AMBIGUOUS	/* 1.234 or 1,234: the file's style decides */
};

enum num_form {
	NUM_BLANK,	/* nothing there */
	NUM_BAD,	/* not a number in any style, or 1,234.5 */
	NUM_CLASH,	/* a number, but in the other style than the file's */
	NUM_AMBIGUOUS,	/* 1.234 while the file's style is unsettled */
	NUM_DECIDED,	/* 1.234, decided by the file's style */
	NUM_OK
};

/*
 * The style that one cell gives evidence of, percent sign or not;
 * NUM_STYLE_NONE if it is no number at all.
 */
enum num_style	num_style_of(const char *text, size_t len);

/*
 * Read a decimal in a file of the given style (NONE or AMBIGUOUS: unsettled):
 * sign - or U+2212, thousands marks, NBSP, thin and narrow spaces between
 * groups, at most 15 digits before the decimal mark.  A percent sign is
 * allowed if percent is true, and 50 % is 50.  *out is NUM_NONE unless the
 * result is NUM_DECIDED or NUM_OK.
 */
enum num_form	num_parse(const char *text, size_t len, enum num_style style,
		    bool percent, double *out);

/* Read a whole number; 1.234 is 1234.  False if it is none. */
bool	num_parse_integer(const char *text, size_t len, int64_t *out);

/* Half away from zero, to whole units; the value must be given. */
int64_t	num_round(double);

/*
 * For machines: value with four decimals and a point, "" if not given, never
 * "-0.0000".  out holds NUM_TEXT bytes.  (Past 1e41: with an exponent.)
 */
#define NUM_TEXT	48
void	num_machine(double value, char out[NUM_TEXT]);

#endif
