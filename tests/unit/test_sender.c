/*
 * Whose line of the input it is.
 */
#include "portfolio/sender.h"
#include "programme_fixture.h"

#define JANUARY "status/2015-01/"
#define FEBRUARY "status/2015-02/"

static struct sender
sender_at(const char *file, int line)
{
	const struct loc loc = {.file = file, .line = line};

	return portfolio_sender(&programme.portfolio, &loc);
}

static int
number(const char *name)
{
	int found = portfolio_find_municipality(&programme.portfolio, name);

	assert_int_not_equal(found, -1);
	return found;
}

static void
expect(const char *file, int line, enum sender_by by, const char *name)
{
	struct sender s = sender_at(file, line);

	assert_int_equal(s.by, by);
	assert_int_equal(s.municipality, name == NULL ? -1 : number(name));
}

/* One file of two municipalities: each row is its own, the file nobody's. */
static void
test_row(void **state)
{
	(void)state;
	add(JANUARY "alle.csv",
	    STATUS_HEAD "101;SAPA;F0;1;ikke startet;\n"
			"Aarhus Kommune;SAPA;F0;1;ikke startet;\n");
	assert_int_equal(load("2015-01", NULL), 0);
	expect(JANUARY "alle.csv", 2, SENDER_ROW, "101");
	expect(JANUARY "alle.csv", 3, SENDER_ROW, "751");
	expect(JANUARY "alle.csv", 0, SENDER_NONE, NULL);
	expect(JANUARY "alle.csv", 9, SENDER_NONE, NULL);
}

/* A row that was set aside still says whose it is. */
static void
test_row_set_aside(void **state)
{
	(void)state;
	add(JANUARY "alle.csv",
	    STATUS_HEAD "101;SAPA;F0;1;næsten;\n"
			"147;SAPA;F0;1;ikke startet;\n"
			"751;SAPA;F9;1;færdig\n");
	assert_int_equal(load("2015-01", NULL), 0);
	expect(JANUARY "alle.csv", 2, SENDER_ROW, "101");
	expect(JANUARY "alle.csv", 4, SENDER_ROW, "751");
}

/* A cell that can't be resolved: the file's other rows decide, if they agree.
 */
static void
test_file(void **state)
{
	(void)state;
	add(JANUARY "a.csv",
	    STATUS_HEAD "147;SAPA;F0;1;ikke startet;\n"
			"Fredriksbjerg;SAPA;F0;3;ikke startet;\n");
	add(JANUARY "b.csv",
	    STATUS_HEAD "101;SAPA;F0;1;ikke startet;\n"
			"751;SAPA;F0;3;ikke startet;\n"
			"999;SAPA;F0;3;ikke startet;\n");
	add(JANUARY "c.csv", STATUS_HEAD "999;SAPA;F0;3;ikke startet;\n");
	assert_int_equal(load("2015-01", NULL), 0);
	expect(JANUARY "a.csv", 3, SENDER_FILE, "147");
	expect(JANUARY "a.csv", 0, SENDER_FILE, "147");
	expect(JANUARY "b.csv", 4, SENDER_NONE, NULL);
	expect(JANUARY "c.csv", 2, SENDER_NONE, NULL);
}

/* Code and name that disagree say nothing. */
static void
test_code_and_name(void **state)
{
	(void)state;
	add(JANUARY "a.csv",
	    "kommunekode;kommunenavn;løsning;fase;hovedopgave;status\n"
	    "101;Aarhus;SAPA;F0;1;ikke startet\n"
	    "147;Frederiksberg;SAPA;F0;1;ikke startet\n");
	assert_int_equal(load("2015-01", NULL), 0);
	expect(JANUARY "a.csv", 2, SENDER_FILE, "147");
	expect(JANUARY "a.csv", 3, SENDER_ROW, "147");
}

/* A file without a row of its own: those of its name in other months. */
static void
test_name(void **state)
{
	(void)state;
	add(JANUARY "retur/a.csv", SOMEBODY);
	add(JANUARY "b.csv",
	    STATUS_HEAD "101;SAPA;F0;1;ikke startet;\n"
			"751;SAPA;F0;3;ikke startet;\n");
	add(FEBRUARY "retur/a.csv", "kommunekode;løsning;fase\n147;SAPA;F0\n");
	add(FEBRUARY "b.csv", "");
	add(FEBRUARY "c.csv", SOMEBODY);
	add(FEBRUARY "d.csv", "");
	assert_int_equal(load("2015-02", NULL), 0);
	expect(FEBRUARY "retur/a.csv", 0, SENDER_NAME, "147");
	expect(FEBRUARY "a.csv", 0, SENDER_NONE, NULL);
	expect(FEBRUARY "b.csv", 0, SENDER_NONE, NULL);
	expect(FEBRUARY "d.csv", 0, SENDER_NONE, NULL);
	assert_int_equal(
	    sender_at(FEBRUARY "d.csv", 0).month, month_parse("2015-02"));
}

/* Registers belong to no month; what stands in no file to nobody. */
static void
test_month(void **state)
{
	(void)state;
	add(JANUARY "a.csv", SOMEBODY);
	assert_int_equal(load("2015-01", NULL), 0);
	assert_int_equal(
	    sender_at(JANUARY "a.csv", 2).month, month_parse("2015-01"));
	expect("register/rollouts.csv", 2, SENDER_ROW, "101");
	assert_int_equal(
	    sender_at("register/rollouts.csv", 2).month, MONTH_NONE);
	expect(NULL, 0, SENDER_NONE, NULL);
	assert_int_equal(sender_at("status/a.csv", 1).month, MONTH_NONE);
	assert_string_equal(sender_by_id(SENDER_FILE), "file");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_row),
	    programme_test(test_row_set_aside),
	    programme_test(test_file),
	    programme_test(test_code_and_name),
	    programme_test(test_name),
	    programme_test(test_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
