/* Rule 8: the plan that holds for a phase, and the progress it expects. */
#include "programme_fixture.h"

static void
plan(const char *rows)
{
	addf("register/schedule.csv", "%s%s", SCHEDULE_HEAD, rows);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
}

static void
expect_share(const char *start, const char *end, double expected)
{
	char row[80];

	snprintf(row, sizeof(row), "SAPA;F0;;;%s;%s;\n", start, end);
	plan(row);
	assert_day(sapa()->planned_start, start);
	assert_day(sapa()->planned_end, end);
	assert_number(sapa()->expected, expected);
}

/* D is 2015-03-31. */
static void
test_expected(void **state)
{
	(void)state;
	expect_share("2015-03-01", "2015-04-30", 50); /* 30 of 60 days */
	expect_share("2015-03-30", "2015-04-29", 100.0 / 30); /* 1 of 30 */
	expect_share("2015-03-31", "2015-04-30", 0);
	expect_share("2015-04-01", "2015-04-30", 0);
	expect_share("2015-03-01", "2015-03-31", 100);
	expect_share("2015-03-01", "2015-03-30", 100);
}

static void
test_no_length(void **state)
{
	(void)state;
	/* end = start: 0 before it, 100 from it on */
	expect_share("2015-04-01", "2015-04-01", 0);
	expect_share("2015-03-31", "2015-03-31", 100);
	expect_share("2015-03-30", "2015-03-30", 100);
	assert_int_equal(findings(), 0);
	/* end < start: D before the end, between the two, after both */
	expect_share("2015-05-01", "2015-04-01", 0);
	expect_share("2015-05-01", "2015-03-31", 100);
	expect_share("2015-03-20", "2015-03-10", 100);
	expect_found(DIAG_end_before_start, DIAG_WARNING,
	    "register/schedule.csv", 2, "2015-03-10");
}

static void
expect_end(int code, const char *end)
{
	assert_day(figures(code, "SAPA")->planned_end, end);
}

static void
test_most_specific(void **state)
{
	(void)state;
	plan("SAPA;F0;;147;2015-01-01;2015-06-03;\n"
	     "SAPA;F0;B1;;2015-01-01;2015-06-02;\n"
	     "SAPA;F0;;;2015-01-01;2015-06-01;\n");
	expect_end(101, "2015-06-02"); /* wave B1 */
	expect_end(147, "2015-06-03"); /* its own, though of B1 */
	expect_end(751, "2015-06-01"); /* wave B2 has none */
	/* A municipality's row holds whatever its wave. */
	plan("SAPA;F0;B2;101;2015-01-01;2015-06-04;\n"
	     "SAPA;F0;B1;;2015-01-01;2015-06-02;\n");
	expect_end(101, "2015-06-04");
	expect_end(751, "");
	/* Of two of them the later holds. */
	plan("SAPA;F0;B2;101;2015-01-01;2015-06-04;\n"
	     "SAPA;F0;B1;101;2015-01-01;2015-06-05;\n");
	expect_end(101, "2015-06-05");
}

static void
test_of_its_phase(void **state)
{
	(void)state;
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-01;go;\n");
	plan("SAPA;F0;;;2015-01-01;2015-06-01;2015-05-01\n"
	     "sapa;Afprøvning;;;2015-02-01;2015-07-01;\n"
	     "KY;F1;;;2015-02-01;2015-08-01;\n");
	expect_end(101, "2015-07-01");
	expect_end(147, "2015-06-01");
	assert_day(sapa()->baseline_end, "");
	assert_day(figures(147, "SAPA")->baseline_end, "2015-05-01");
	assert_day(figures(101, "KY")->planned_end, "");
}

static void
expect_no_plan(void)
{
	assert_day(sapa()->planned_start, "");
	assert_day(sapa()->planned_end, "");
	assert_day(sapa()->baseline_end, "");
	assert_no_number(sapa()->expected);
	assert_int_equal(sapa()->slip_days, FIGURE_NONE);
	assert_int_equal(sapa()->slip_baseline_days, FIGURE_NONE);
}

static void
test_no_plan(void **state)
{
	(void)state;
	plan("");
	expect_no_plan();
	plan("SAPA;F1;;;2015-01-01;2015-06-01;\n"
	     "SAPA;F0;;147;2015-01-01;2015-06-01;\n"
	     "SAPA;F0;B2;;2015-01-01;2015-06-01;\n"
	     "KY;F0;;;2015-01-01;2015-06-01;\n");
	expect_no_plan();
}

/* A wave that nobody is in fits nobody, and the office is told. */
static void
test_unknown_wave(void **state)
{
	(void)state;
	plan("SAPA;F0;B9;;2015-01-01;2015-06-01;\n");
	expect_no_plan();
	expect_found(
	    DIAG_unknown_wave, DIAG_WARNING, "register/schedule.csv", 2, "B9");
	/* A rollout without a wave takes the solution's row. */
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;;;\n147;SAPA;B1;;\n");
	plan("SAPA;F0;B1;;2015-01-01;2015-06-02;\n"
	     "SAPA;F0;;;2015-01-01;2015-06-01;\n");
	expect_end(101, "2015-06-01");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_expected),
	    programme_test(test_no_length),
	    programme_test(test_most_specific),
	    programme_test(test_of_its_phase),
	    programme_test(test_no_plan),
	    programme_test(test_unknown_wave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
