/* Rule 1: decisions, the current phase, and the state of a rollout. */
#include "programme_fixture.h"

static void
decide(const char *rows)
{
	addf("status/2015-03/d.csv", "%s%s", DECISIONS_HEAD, rows);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
}

static void
expect_phase(int phase, bool fallen_back, bool gap)
{
	assert_int_equal(sapa()->phase, phase);
	assert_int_equal(sapa()->fallen_back, fallen_back);
	assert_int_equal(sapa()->gap, gap);
	assert_int_equal(sapa()->completed, phase == 3);
}

static void
test_nothing_decided(void **state)
{
	(void)state;
	decide("");
	expect_phase(0, false, false);
	assert_null(sapa()->gate[0]);
	assert_null(sapa()->gap_by);
}

static void
test_go(void **state)
{
	(void)state;
	/* On D itself. */
	decide("101;SAPA;F0;2015-03-31;go;\n");
	expect_phase(1, false, false);
	assert_non_null(sapa()->gate[0]);
	assert_int_equal(sapa()->gate[0]->loc.line, 2);
	assert_null(sapa()->gate[1]);
	assert_int_equal(figures(101, "KY")->phase, 0);
	decide("101;SAPA;F0;2015-03-01;go med betingelser;\n");
	expect_phase(1, false, false);
}

static void
test_others_change_nothing(void **state)
{
	(void)state;
	decide("101;SAPA;F0;2015-02-01;go;\n"
	       "101;SAPA;F0;2015-02-02;no-go;\n"
	       "101;SAPA;F1;2015-02-03;no-go;\n"
	       "101;SAPA;F1;2015-02-04;udsæt;\n");
	expect_phase(1, false, false);
	/* Nor do they clear what was fallen back. */
	decide("101;SAPA;F0;2015-02-01;tilbage;\n"
	       "101;SAPA;F0;2015-02-02;udsæt;\n");
	expect_phase(0, true, false);
}

static void
test_fall_back(void **state)
{
	(void)state;
	/* Without to_phase: the gate of its own phase and those behind. */
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F1;2015-03-01;tilbage;\n");
	expect_phase(1, true, false);
	assert_non_null(sapa()->gate[0]);
	assert_null(sapa()->gate[1]);
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F2;2015-03-01;tilbage;F0\n");
	expect_phase(0, true, false);
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F2;2015-03-01;tilbage;F1\n");
	expect_phase(1, true, false);
	/* With nothing open it closes nothing, and still is one. */
	decide("101;SAPA;F2;2015-03-01;tilbage;F0\n");
	expect_phase(0, true, false);
}

static void
test_new_go_after_fall_back(void **state)
{
	(void)state;
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F1;2015-03-01;tilbage;F0\n"
	       "101;SAPA;F0;2015-03-10;go;\n");
	/* F1 was closed by the fall-back and stays so. */
	expect_phase(1, false, false);
}

static void
test_date_before_file_order(void **state)
{
	(void)state;
	decide("101;SAPA;F1;2015-03-01;tilbage;F0\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F0;2015-01-01;go;\n");
	expect_phase(0, true, false);
}

static void
test_order_within_a_day(void **state)
{
	(void)state;
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-03-01;go;\n"
	       "101;SAPA;F2;2015-03-01;tilbage;F0\n");
	expect_phase(0, true, false);
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F2;2015-03-01;tilbage;F0\n"
	       "101;SAPA;F1;2015-03-01;go;\n");
	expect_phase(0, false, true);
	/* Two files: in byte order of their paths. */
	add("status/2015-03/a.csv",
	    DECISIONS_HEAD "101;SAPA;F1;2015-03-01;go;\n");
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F2;2015-03-01;tilbage;F0\n");
	expect_phase(0, true, false);
}

static void
test_later_than_the_report_date(void **state)
{
	(void)state;
	decide("101;SAPA;F0;2015-04-01;go;\n");
	expect_phase(0, false, false);
	expect_found(DIAG_history_later, DIAG_WARNING, "status/2015-03/d.csv",
	    2, "2015-04-01");
	/* A report date within the month. */
	decide("101;SAPA;F0;2015-03-16;go;\n");
	compute("2015-03", "2015-03-15");
	expect_phase(0, false, false);
	compute("2015-03", "2015-03-16");
	expect_phase(1, false, false);
}

/* As of an earlier month, what came in later was not known. */
static void
test_as_of_an_earlier_month(void **state)
{
	(void)state;
	add("status/2015-02/s.csv", SOMEBODY);
	decide("101;SAPA;F0;2015-02-10;go;\n");
	expect_phase(1, false, false);
	assert_int_equal(sapa()->previous->phase, 0);
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-10;go;\n");
	decide("101;SAPA;F1;2015-03-10;go;\n");
	expect_phase(2, false, false);
	assert_int_equal(sapa()->previous->phase, 1);
}

static void
test_gap(void **state)
{
	(void)state;
	decide("101;SAPA;F1;2015-03-01;go;\n");
	expect_phase(0, false, true);
	assert_non_null(sapa()->gap_by);
	assert_int_equal(sapa()->gap_by->phase, 1);
	/* The first gate behind the hole is named. */
	decide("101;SAPA;F2;2015-02-01;go;\n"
	       "101;SAPA;F1;2015-03-01;go;\n");
	expect_phase(0, false, true);
	assert_int_equal(sapa()->gap_by->phase, 1);
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F2;2015-02-01;go;\n");
	expect_phase(1, false, true);
	assert_int_equal(sapa()->gap_by->phase, 2);
}

static void
test_completed(void **state)
{
	(void)state;
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F2;2015-03-01;go;\n");
	expect_phase(3, false, false);
	decide("101;SAPA;F0;2015-01-01;go;\n"
	       "101;SAPA;F1;2015-02-01;go;\n"
	       "101;SAPA;F2;2015-03-01;go;\n"
	       "101;SAPA;F2;2015-03-02;tilbage;\n");
	expect_phase(2, true, false);
}

static void
expect_state(const char *row, enum state wanted)
{
	addf(
	    "register/rollouts.csv", "%s%s147;SAPA;B1;;\n", ROLLOUTS_HEAD, row);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->state, wanted);
	assert_int_equal(sapa()->parked, wanted != STATE_ACTIVE);
}

static void
test_state(void **state)
{
	(void)state;
	expect_state("101;SAPA;;;\n", STATE_ACTIVE);
	expect_state("101;SAPA;;aktiv;2015-03-01\n", STATE_ACTIVE);
	expect_state("101;SAPA;;pauset;\n", STATE_PAUSED);
	expect_state("101;SAPA;;udtrådt;2015-03-31\n", STATE_WITHDRAWN);
	expect_state("101;SAPA;;udtrådt;2015-04-01\n", STATE_ACTIVE);
	/* The state in force at the date computed for. */
	add("status/2015-02/s.csv", SOMEBODY);
	expect_state("101;SAPA;;pauset;2015-03-01\n", STATE_PAUSED);
	assert_false(sapa()->previous->parked);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_nothing_decided),
	    programme_test(test_go),
	    programme_test(test_others_change_nothing),
	    programme_test(test_fall_back),
	    programme_test(test_new_go_after_fall_back),
	    programme_test(test_date_before_file_order),
	    programme_test(test_order_within_a_day),
	    programme_test(test_later_than_the_report_date),
	    programme_test(test_as_of_an_earlier_month),
	    programme_test(test_gap),
	    programme_test(test_completed),
	    programme_test(test_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
