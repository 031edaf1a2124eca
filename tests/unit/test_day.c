#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/day.h"

static void
test_civil(void **state)
{
	(void)state;
	assert_int_equal(day_from_civil(1970, 1, 1), 0);
	assert_int_equal(day_from_civil(1969, 12, 31), -1);
	assert_int_equal(day_from_civil(2000, 3, 1), 11017);
	assert_int_equal(day_from_civil(2015, 3, 31), 16525);
	assert_int_equal(day_from_civil(1, 1, 1), -719162);
	assert_int_equal(day_from_civil(2015, 2, 29), DAY_NONE);
	assert_int_equal(day_from_civil(1900, 2, 29), DAY_NONE);
	assert_int_not_equal(day_from_civil(2000, 2, 29), DAY_NONE);
	assert_int_not_equal(day_from_civil(2016, 2, 29), DAY_NONE);
	assert_int_equal(day_from_civil(2015, 4, 31), DAY_NONE);
	assert_int_equal(day_from_civil(2015, 0, 1), DAY_NONE);
	assert_int_equal(day_from_civil(2015, 13, 1), DAY_NONE);
	assert_int_equal(day_from_civil(2015, 1, 0), DAY_NONE);
	assert_int_equal(day_from_civil(0, 1, 1), DAY_NONE);
	assert_int_equal(day_from_civil(10000, 1, 1), DAY_NONE);
}

/* Four centuries hold every case of the calendar: 146097 days. */
static void
test_every_day_there_and_back(void **state)
{
	int year, mon, mday, last = day_from_civil(1899, 12, 31);
	day when;

	(void)state;
	for (when = last + 1; when <= last + 146097; when++) {
		day_to_civil(when, &year, &mon, &mday);
		assert_int_equal(day_from_civil(year, mon, mday), when);
	}
	assert_int_equal(year, 2299);
	assert_int_equal(mon, 12);
	assert_int_equal(mday, 31);
}

static void
assert_form(const char *text, enum day_form form, const char *iso)
{
	char got[11];
	day when;

	assert_int_equal(day_parse(text, strlen(text), &when), form);
	day_iso(when, got);
	assert_string_equal(got, iso);
}

static void
test_spellings(void **state)
{
	(void)state;
	assert_form("2015-03-31", DAY_WRITTEN, "2015-03-31");
	assert_form("31-03-2015", DAY_WRITTEN, "2015-03-31");
	assert_form("31.03.2015", DAY_WRITTEN, "2015-03-31");
	assert_form("31/3-2015", DAY_WRITTEN, "2015-03-31");
	assert_form("31/3/2015", DAY_WRITTEN, "2015-03-31");
	assert_form("1.3.2015", DAY_WRITTEN, "2015-03-01");
	assert_form("1-12-2015", DAY_WRITTEN, "2015-12-01");
	assert_form("01/03-2015", DAY_WRITTEN, "2015-03-01");
	assert_form(" \t2015-03-31\xC2\xA0", DAY_WRITTEN, "2015-03-31");
	assert_form("1900-01-01", DAY_WRITTEN, "1900-01-01");
	assert_form("31.12.2199", DAY_WRITTEN, "2199-12-31");
	assert_form("29-02-2016", DAY_WRITTEN, "2016-02-29");
}

static void
test_refused(void **state)
{
	static const char *const bad[] = {"2015", "2015-03", "2015-3-31",
	    "2015-03-1", "2015.03.31", "2015/03/31", "31-03.2015", "31.03-2015",
	    "31-3/2015", "31/3.2015", "31 03 2015", "29-02-2015", "31.04.2015",
	    "2015-13-01", "2015-00-10", "32/1-2015", "0/1-2015", "1899-12-31",
	    "2200-01-01", "1/1-1899", "031-03-2015", "31-003-2015", "31-03-215",
	    "31-03-20155", "2015-03-31x", "x2015-03-31", "2015-03-31 00:00",
	    "-2015-03-31", "31. marts 2015", "--", "-", ".", "4209", "420940",
	    "42094,5", "-42094", "1/", "1/1", "1/1-", "99-99-99", "31-13-15",
	    "0-1-15", "2015-03-", "١٢٣٤٥"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_form(bad[i], DAY_BAD, "");
}

static void
test_blank_and_short(void **state)
{
	(void)state;
	assert_form("", DAY_BLANK, "");
	assert_form(" \xC2\xA0\t", DAY_BLANK, "");
	assert_form("31-03-15", DAY_SHORT_YEAR, "");
	assert_form("31.3.15", DAY_SHORT_YEAR, "");
	assert_form("31/3-15", DAY_SHORT_YEAR, "");
	assert_form("15-03-31", DAY_SHORT_YEAR, "");
}

/* 42094 is what a spreadsheet makes of 31 March 2015. */
static void
test_serial(void **state)
{
	(void)state;
	assert_form("42094", DAY_SERIAL, "2015-03-31");
	assert_form(" 42094 ", DAY_SERIAL, "2015-03-31");
	assert_form("10000", DAY_SERIAL, "1927-05-18");
	assert_form("99999", DAY_SERIAL, "2173-10-13");
}

/* The length counts, not a NUL: nothing behind it is looked at. */
static void
test_length_bounds(void **state)
{
	day when;

	(void)state;
	assert_int_equal(day_parse("2015-03-311", 10, &when), DAY_WRITTEN);
	assert_int_equal(when, 16525);
	assert_int_equal(day_parse("2015-03-31", 9, &when), DAY_BAD);
	assert_int_equal(day_parse("31-03-2015", 6, &when), DAY_BAD);
	assert_int_equal(when, DAY_NONE);
}

static void
test_months(void **state)
{
	char iso[8];
	month march = month_parse("2015-03");

	(void)state;
	assert_int_equal(march, 2015 * 12 + 2);
	month_iso(march, iso);
	assert_string_equal(iso, "2015-03");
	month_iso(march - 3, iso);
	assert_string_equal(iso, "2014-12");
	month_iso(MONTH_NONE, iso);
	assert_string_equal(iso, "");
	assert_int_equal(month_of(16525), march);
	assert_int_equal(month_of(DAY_NONE), MONTH_NONE);
	assert_int_equal(month_first_day(march), day_from_civil(2015, 3, 1));
	assert_int_equal(month_last_day(march), 16525);
	assert_int_equal(month_last_day(month_parse("2016-02")),
	    day_from_civil(2016, 2, 29));
	assert_int_equal(month_last_day(month_parse("2015-12")),
	    day_from_civil(2015, 12, 31));
	assert_int_equal(month_first_day(MONTH_NONE), DAY_NONE);
	assert_int_equal(month_last_day(MONTH_NONE), DAY_NONE);
}

/* A shorter month ends the count; a year turns. */
static void
test_months_later(void **state)
{
	(void)state;
	assert_int_equal(day_months_later(day_from_civil(2015, 1, 31), 1),
	    day_from_civil(2015, 2, 28));
	assert_int_equal(day_months_later(day_from_civil(2015, 11, 30), 3),
	    day_from_civil(2016, 2, 29));
	assert_int_equal(day_months_later(day_from_civil(2015, 3, 20), 12),
	    day_from_civil(2016, 3, 20));
	assert_int_equal(day_months_later(DAY_NONE, 1), DAY_NONE);
}

static void
test_month_refused(void **state)
{
	static const char *const bad[] = {"", "2015", "2015-3", "2015-00",
	    "2015-13", "2015-031", "15-03", "2015/03", " 2015-03", "2015-03 ",
	    "201a-03", "2015-0x", "1899-12", "2200-01", "2015-+3"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(month_parse(bad[i]), MONTH_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_civil),
	    cmocka_unit_test(test_every_day_there_and_back),
	    cmocka_unit_test(test_spellings),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_blank_and_short),
	    cmocka_unit_test(test_serial),
	    cmocka_unit_test(test_length_bounds),
	    cmocka_unit_test(test_months),
	    cmocka_unit_test(test_months_later),
	    cmocka_unit_test(test_month_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
