/* Rule 13: what has changed since the previous month folder. */
#include "programme_fixture.h"

static void
expect_change(enum change wanted)
{
	compute("2015-03", NULL);
	assert_string_equal(change_id(sapa()->change), change_id(wanted));
}

static void
test_new(void **state)
{
	(void)state;
	report_sapa("2015-03", "10");
	expect_change(CHANGE_NEW);
	assert_null(sapa()->previous);
	/* Even if it has not reported. */
	silence("2015-03");
	expect_change(CHANGE_NEW);
}

/* The previous month is the newest folder before, whichever that is. */
static void
test_previous_folder(void **state)
{
	(void)state;
	report_sapa("2014-11", "10");
	report_sapa("2015-03", "20");
	expect_change(CHANGE_BETTER);
	assert_number(sapa()->previous->progress, 10);
	silence("2015-01");
	expect_change(CHANGE_RETURNED);
}

static void
test_unreported(void **state)
{
	(void)state;
	report_sapa("2015-02", "10");
	silence("2015-03");
	expect_change(CHANGE_UNREPORTED);
	/* Two months in a row too. */
	silence("2015-02");
	expect_change(CHANGE_UNREPORTED);
	/* Whatever else has happened. */
	report_sapa("2015-02", "10");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-10;go;\n");
	expect_change(CHANGE_UNREPORTED);
}

static void
test_returned(void **state)
{
	(void)state;
	silence("2015-02");
	report_sapa("2015-03", "10");
	expect_change(CHANGE_RETURNED);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-10;go;\n");
	expect_change(CHANGE_RETURNED);
}

/* The phase decides before the light, and the light before P. */
static void
test_by_phase(void **state)
{
	(void)state;
	report_sapa("2015-02", "90");
	report_sapa("2015-03", "90");
	risk_of("2015-02", "1");
	risk_of("2015-03", "5");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-10;go;\n");
	expect_change(CHANGE_BETTER);
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-10;go;\n");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-10;tilbage;\n");
	expect_change(CHANGE_WORSE);
}

static void
test_by_light(void **state)
{
	(void)state;
	report_sapa("2015-02", "10");
	report_sapa("2015-03", "50");
	risk_of("2015-02", "1");
	risk_of("2015-03", "2");
	expect_change(CHANGE_WORSE);
	report_sapa("2015-02", "50");
	report_sapa("2015-03", "10");
	risk_of("2015-02", "5");
	risk_of("2015-03", "2");
	expect_change(CHANGE_BETTER);
	/* Grey says nothing: P decides. */
	add("status/2015-02/r.csv", RISKS_HEAD);
	expect_change(CHANGE_WORSE);
	/* The same light: P decides. */
	risk_of("2015-02", "2");
	expect_change(CHANGE_WORSE);
}

static void
expect_points(const char *before, const char *now, enum change wanted)
{
	report_sapa("2015-02", before);
	report_sapa("2015-03", now);
	expect_change(wanted);
}

static void
test_by_progress(void **state)
{
	(void)state;
	expect_points("10", "10", CHANGE_SAME);
	expect_points("10", "14,9", CHANGE_SAME);
	expect_points("10", "15", CHANGE_BETTER);
	expect_points("15", "10,1", CHANGE_SAME);
	expect_points("15", "10", CHANGE_WORSE);
	add("model/model.ini", "[thresholds]\nchange_points = 4,9\n");
	expect_points("10", "14,9", CHANGE_BETTER);
}

/* P null on either side is no difference. */
static void
test_without_progress(void **state)
{
	(void)state;
	report_sapa("2015-03", "90");
	add("status/2015-02/s.csv", SOMEBODY "101;SAPA;F1;1;i gang;10\n");
	expect_change(CHANGE_SAME);
	report_sapa("2015-02", "90");
	add("status/2015-03/s.csv",
	    SOMEBODY "101;SAPA;F0;1;ikke relevant;\n"
		     "101;SAPA;F0;3;ikke relevant;\n");
	expect_change(CHANGE_SAME);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_new),
	    programme_test(test_previous_folder),
	    programme_test(test_unreported),
	    programme_test(test_returned),
	    programme_test(test_by_phase),
	    programme_test(test_by_light),
	    programme_test(test_by_progress),
	    programme_test(test_without_progress),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
