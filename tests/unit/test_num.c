#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <string.h>

#include "base/num.h"

#define NBSP "\xC2\xA0"
#define THIN "\xE2\x80\x89"
#define NARROW "\xE2\x80\xAF"
#define MINUS "\xE2\x88\x92"

/* One spelling and what it is in an unsettled, a comma and a point file. */
struct spelling {
	const char *text;
	enum num_style style;
	enum num_form unsettled, comma, point;
	double in_comma; /* 0 unless read there (or unsettled) */
	double in_point;
};

#define ALL(text, value)                                                   \
	{                                                                  \
		text, NUM_STYLE_NONE, NUM_OK, NUM_OK, NUM_OK, value, value \
	}
#define COMMA(text, value)                                                 \
	{                                                                  \
		text, NUM_STYLE_COMMA, NUM_OK, NUM_OK, NUM_CLASH, value, 0 \
	}
#define POINT(text, value)                                                 \
	{                                                                  \
		text, NUM_STYLE_POINT, NUM_OK, NUM_CLASH, NUM_OK, 0, value \
	}

static const struct spelling spellings[] = {
    ALL("0", 0),
    ALL("1234", 1234),
    ALL("-1234", -1234),
    ALL(MINUS "1234", -1234),
    ALL("0101", 101),
    ALL(" 12 ", 12),
    ALL(NBSP "12" NBSP, 12),
    ALL("1" NBSP "234", 1234),
    ALL("12" THIN "345" THIN "678", 12345678),
    ALL("123" NARROW "456", 123456),
    ALL("999999999999999", 999999999999999),
    COMMA("12,5", 12.5),
    COMMA("1234,5", 1234.5),
    COMMA("1.234,5", 1234.5),
    COMMA("-1.234,56", -1234.56),
    COMMA("1.234,567", 1234.567),
    COMMA("1.234.567", 1234567),
    COMMA("1.234.567,8", 1234567.8),
    COMMA("1" NBSP "234,5", 1234.5),
    COMMA("1" NBSP "234,567", 1234.567),
    COMMA("0,234", 0.234),
    COMMA("0,1", 0.1),
    COMMA("1234,567", 1234.567),
    COMMA("12,50", 12.5),
    POINT("12.5", 12.5),
    POINT("1234.5", 1234.5),
    POINT("1234.567", 1234.567),
    POINT("0.234", 0.234),
    POINT("012.345", 12.345),
    POINT("1" NBSP "234.5", 1234.5),
    POINT("1" NBSP "234.567", 1234.567),
    POINT("-0.5", -0.5),
    {"1.234", NUM_STYLE_AMBIGUOUS, NUM_AMBIGUOUS, NUM_DECIDED, NUM_DECIDED,
	1234, 1.234},
    {"-123.456", NUM_STYLE_AMBIGUOUS, NUM_AMBIGUOUS, NUM_DECIDED, NUM_DECIDED,
	-123456, -123.456},
    {"1,234", NUM_STYLE_AMBIGUOUS, NUM_OK, NUM_OK, NUM_CLASH, 1.234, 0},
    {"999,999", NUM_STYLE_AMBIGUOUS, NUM_OK, NUM_OK, NUM_CLASH, 999.999, 0},
};

static void
assert_reads(
    const char *text, enum num_style style, enum num_form form, double value)
{
	double got;

	assert_int_equal(
	    num_parse(text, strlen(text), style, false, &got), form);
	if (form == NUM_OK || form == NUM_DECIDED)
		assert_true(got == value);
	else
		assert_false(num_given(got));
}

static void
test_styles(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		const struct spelling *s = &spellings[i];

		assert_int_equal(
		    num_style_of(s->text, strlen(s->text)), s->style);
		assert_reads(s->text, NUM_STYLE_NONE, s->unsettled,
		    s->comma == NUM_CLASH ? s->in_point : s->in_comma);
		assert_reads(s->text, NUM_STYLE_AMBIGUOUS, s->unsettled,
		    s->comma == NUM_CLASH ? s->in_point : s->in_comma);
		assert_reads(s->text, NUM_STYLE_COMMA, s->comma, s->in_comma);
		assert_reads(s->text, NUM_STYLE_POINT, s->point, s->in_point);
	}
}

static void
test_no_numbers(void **state)
{
	static const char *const bad[] = {"x", "1,234.5", "1,234,567",
	    "1.23.456", "1.2345.678", "1234.567.890", "0.234.567", "1..234",
	    "1,,5", "1.234,5,6", "12,", "12.", ",5", ".5", "-", MINUS, "--5",
	    "-" MINUS "5", "+5", "- 5", "-" NBSP "5", "5-", "1e3", "0x10",
	    "inf", "nan", "1 234", "1 234,5", "1" NBSP "23", "1234" NBSP "567",
	    "0" NBSP "234", "1" NBSP NBSP "234", "1.234" NBSP "567",
	    "1" NBSP "234.567,8", "1" NBSP "234.567.890", "%", "%5", "5%",
	    "12,5 %", "5 kr", "١٢", "1000000000000000", "1.000.000.000.000.000",
	    "11111111111111111111111111111111111111111111",
	    "0,00000000000000000000000000000000000000001"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_reads(bad[i], NUM_STYLE_NONE, NUM_BAD, 0);
		assert_reads(bad[i], NUM_STYLE_COMMA, NUM_BAD, 0);
		assert_reads(bad[i], NUM_STYLE_POINT, NUM_BAD, 0);
	}
	assert_int_equal(num_style_of("1,234.5", 7), NUM_STYLE_NONE);
	assert_reads("", NUM_STYLE_NONE, NUM_BLANK, 0);
	assert_reads(" " NBSP, NUM_STYLE_POINT, NUM_BLANK, 0);
}

static void
assert_percent(const char *text, enum num_form form, double value)
{
	double got;

	assert_int_equal(
	    num_parse(text, strlen(text), NUM_STYLE_COMMA, true, &got), form);
	if (form == NUM_OK)
		assert_true(got == value);
}

static void
test_percent(void **state)
{
	(void)state;
	assert_percent("50", NUM_OK, 50);
	assert_percent("50%", NUM_OK, 50);
	assert_percent("50 %", NUM_OK, 50);
	assert_percent("12,5" NBSP "% ", NUM_OK, 12.5);
	assert_percent("-5%", NUM_OK, -5);
	assert_percent("50%%", NUM_BAD, 0);
	assert_percent("%50", NUM_BAD, 0);
	assert_percent("%", NUM_BAD, 0);
	assert_percent(" % ", NUM_BAD, 0);
	assert_percent("12.5 %", NUM_CLASH, 0);
	assert_int_equal(num_style_of("12,5 %", 6), NUM_STYLE_COMMA);
}

/* 0.1 and its like must be the nearest double, and -0 plain zero. */
static void
test_exact(void **state)
{
	double got;

	(void)state;
	assert_int_equal(
	    num_parse("-0,0", 4, NUM_STYLE_COMMA, false, &got), NUM_OK);
	assert_true(got == 0 && !signbit(got));
	assert_reads("0,3", NUM_STYLE_COMMA, NUM_OK, 0.3);
	assert_reads("123456789012345,678", NUM_STYLE_COMMA, NUM_OK,
	    123456789012345.678);
	assert_int_equal(
	    num_parse("12345", 3, NUM_STYLE_NONE, false, &got), NUM_OK);
	assert_true(got == 123);
}

static void
assert_integer(const char *text, int64_t value)
{
	int64_t got;

	assert_true(num_parse_integer(text, strlen(text), &got));
	assert_true(got == value);
}

static void
test_integers(void **state)
{
	static const char *const bad[] = {"", " ", "-", "12,0", "12.5", "1,234",
	    "0.234", "12.3456", "1.234,0", "5%", "1 234", "+1", "1e3", "x",
	    "9223372036854775808", "99999999999999999999", "1.234" NBSP "567"};
	int64_t got;

	(void)state;
	assert_integer("0", 0);
	assert_integer("-0", 0);
	assert_integer("0101", 101);
	assert_integer(" 9 ", 9);
	assert_integer("1.234", 1234);
	assert_integer("-1.234.567", -1234567);
	assert_integer(MINUS "12" NBSP "345", -12345);
	assert_integer("9223372036854775807", INT64_MAX);
	assert_integer("-9223372036854775807", -INT64_MAX);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(num_parse_integer(bad[i], strlen(bad[i]), &got));
}

static void
test_round(void **state)
{
	(void)state;
	assert_int_equal(num_round(0.5), 1);
	assert_int_equal(num_round(-0.5), -1);
	assert_int_equal(num_round(2.5), 3);
	assert_int_equal(num_round(-2.5), -3);
	assert_int_equal(num_round(2.4999), 2);
	assert_int_equal(num_round(0.49999999999999994), 0);
	assert_int_equal(num_round(-0.2), 0);
	assert_true(num_round(4503599627370497.5) == 4503599627370498);
	assert_true(num_round(1e19) == INT64_MAX);
	assert_true(num_round(-1e19) == INT64_MIN);
}

static void
assert_machine(double value, const char *expected)
{
	char got[NUM_TEXT];

	num_machine(value, got);
	assert_string_equal(got, expected);
}

static void
test_machine(void **state)
{
	(void)state;
	assert_machine(NUM_NONE, "");
	assert_machine(HUGE_VAL, "");
	assert_machine(0, "0.0000");
	assert_machine(-0.0, "0.0000");
	assert_machine(-0.00004, "0.0000");
	assert_machine(-0.00006, "-0.0001");
	assert_machine(1234567.5, "1234567.5000");
	assert_machine(-12.25, "-12.2500");
	assert_machine(1e300, "1.0000000000000001e+300");
	assert_machine(-DBL_MAX, "-1.7976931348623157e+308");
}

static void
test_comparison(void **state)
{
	(void)state;
	assert_true(num_given(0));
	assert_false(num_given(NUM_NONE));
	assert_true(num_le(0.1 + 0.2, 0.3));
	assert_false(num_le(0.3001, 0.3));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_styles),
	    cmocka_unit_test(test_no_numbers),
	    cmocka_unit_test(test_percent),
	    cmocka_unit_test(test_exact),
	    cmocka_unit_test(test_integers),
	    cmocka_unit_test(test_round),
	    cmocka_unit_test(test_machine),
	    cmocka_unit_test(test_comparison),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
