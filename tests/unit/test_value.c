#include <math.h>

#include "doc_fixture.h"

#include "base/day.h"
#include "base/num.h"
#include "doc/value.h"

static const char *
printed(struct fixture *f, struct value v)
{
	buf_clear(&f->buf);
	value_print(&f->buf, &v, f->labels);
	return f->buf.data;
}

static const char *
machine(struct fixture *f, struct value v)
{
	buf_clear(&f->buf);
	value_print_machine(&f->buf, &v);
	return f->buf.data;
}

static void
test_nothing_is_none(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(value_text(NULL).type, VALUE_NONE);
	assert_int_equal(value_text("").type, VALUE_NONE);
	assert_int_equal(value_number(NUM_NONE).type, VALUE_NONE);
	assert_int_equal(value_percent(NUM_NONE).type, VALUE_NONE);
	assert_int_equal(value_money(INFINITY).type, VALUE_NONE);
	assert_int_equal(value_day(DAY_NONE).type, VALUE_NONE);
	assert_int_equal(value_light(TONE_NONE).type, VALUE_NONE);
	assert_string_equal(printed(f, value_none()), "");
	assert_string_equal(machine(f, value_none()), "");
}

static void
test_count(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(printed(f, value_count(0)), "0");
	assert_string_equal(printed(f, value_count(999)), "999");
	assert_string_equal(printed(f, value_count(1000)), "1.000");
	assert_string_equal(
	    printed(f, value_count(-1234567)), MINUS "1.234.567");
	assert_string_equal(printed(f, value_count(INT64_MIN)),
	    MINUS "9.223.372.036.854.775.808");
	assert_string_equal(machine(f, value_count(-1234567)), "-1234567");
}

static void
expect_exact(struct fixture *f, double number, const char *wanted)
{
	const struct value value = value_number(number);

	buf_clear(&f->buf);
	value_print_exact(&f->buf, &value, f->labels);
	assert_string_equal(f->buf.data, wanted);
}

static void
test_number(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(printed(f, value_number(0)), "0");
	assert_string_equal(printed(f, value_number(-0.0)), "0");
	assert_string_equal(printed(f, value_number(-0.004)), "0");
	assert_string_equal(printed(f, value_number(0.005)), "0,01");
	assert_string_equal(printed(f, value_number(12.5)), "12,5");
	assert_string_equal(printed(f, value_number(12.25)), "12,25");
	assert_string_equal(printed(f, value_number(1234.5)), "1.234,5");
	assert_string_equal(printed(f, value_number(-0.07)), MINUS "0,07");
	assert_string_equal(printed(f, value_number(999.999)), "1.000");
	expect_exact(f, 999.999, "999,999");
	expect_exact(f, 0.00005, "0,0001");
	expect_exact(f, -1234.5, MINUS "1.234,5");
	expect_exact(f, -0.00004, "0");
	expect_exact(f, 1e12, "1.000.000.000.000");
	assert_string_equal(
	    printed(f, value_number(1e15)), "1.000.000.000.000.000");
	assert_string_equal(machine(f, value_number(12.25)), "12.2500");
	assert_string_equal(machine(f, value_number(-0.0)), "0.0000");
}

static void
test_percent_and_money(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(printed(f, value_percent(45.4)), "45" NBSP "%");
	assert_string_equal(printed(f, value_percent(44.5)), "45" NBSP "%");
	assert_string_equal(printed(f, value_percent(-0.2)), "0" NBSP "%");
	assert_string_equal(printed(f, value_money(1234567.5)), "1.234.568");
	assert_string_equal(printed(f, value_money(-999.5)), MINUS "1.000");
	assert_string_equal(machine(f, value_percent(45.4)), "45.4000");
}

static void
test_day(void **state)
{
	struct fixture *f = *state;
	day d = day_from_civil(2015, 3, 1);

	assert_string_equal(printed(f, value_day(d)), "01-03-2015");
	assert_string_equal(machine(f, value_day(d)), "2015-03-01");
	buf_clear(&f->buf);
	value_print_long_day(&f->buf, d, f->labels);
	assert_string_equal(f->buf.data, "1. marts 2015");
	buf_clear(&f->buf);
	value_print_month(&f->buf, month_of(d), f->labels);
	assert_string_equal(f->buf.data, "marts 2015");
	buf_clear(&f->buf);
	value_print_long_day(&f->buf, DAY_NONE, f->labels);
	value_print_month(&f->buf, MONTH_NONE, f->labels);
	assert_string_equal(f->buf.data, "");
}

static void
test_light_and_bool(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(printed(f, value_light(TONE_GREEN)), "● Grøn");
	assert_string_equal(printed(f, value_light(TONE_YELLOW)), "▲ Gul");
	assert_string_equal(printed(f, value_light(TONE_RED)), "■ Rød");
	assert_string_equal(
	    printed(f, value_light(TONE_GREY)), "○ Ikke indberettet");
	assert_string_equal(machine(f, value_light(TONE_GREY)), "grey");
	assert_string_equal(printed(f, value_bool(true)), "Ja");
	assert_string_equal(printed(f, value_bool(false)), "Nej");
	assert_string_equal(machine(f, value_bool(false)), "false");
	assert_string_equal(tone_shape(TONE_NONE), "");
	assert_string_equal(tone_id(TONE_NONE), "");
}

static void
test_flush_right(void **state)
{
	(void)state;
	assert_true(value_is_numeric(VALUE_COUNT));
	assert_true(value_is_numeric(VALUE_MONEY));
	assert_false(value_is_numeric(VALUE_DAY));
	assert_false(value_is_numeric(VALUE_TEXT));
}

static void
test_english(void **state)
{
	static const char text[] =
	    "format.decimal = .\n"
	    "format.thousands = ,\nformat.percent = {1}%\n"
	    "format.day = {3}-{2}-{1}\n";
	struct fixture *f = *state;

	labels_read(f->labels, f->diag, "en", text, strlen(text));
	assert_string_equal(printed(f, value_number(1234.5)), "1,234.5");
	assert_string_equal(printed(f, value_percent(45)), "45%");
	assert_string_equal(
	    printed(f, value_day(day_from_civil(2015, 3, 1))), "2015-03-01");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_nothing_is_none),
	    fixture_test(test_count),
	    fixture_test(test_number),
	    fixture_test(test_percent_and_money),
	    fixture_test(test_day),
	    fixture_test(test_light_and_bool),
	    fixture_test(test_flush_right),
	    fixture_test(test_english),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
