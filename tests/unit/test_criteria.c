/* Rules 4 and 6: answers to the criteria of the current gate. */
#include "programme_fixture.h"

/* F0: K1 and K2 are mandatory and weigh 1, K3 is not and weighs 2. */
static void
answer(const char *rows)
{
	addf("status/2015-03/a.csv", "%s%s", ANSWERS_HEAD, rows);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
}

static void
expect_mandatory(int total, int met, int partly, int no, int unanswered)
{
	assert_int_equal(sapa()->mandatory_criteria, total);
	assert_int_equal(sapa()->mandatory_criteria_met, met);
	assert_int_equal(sapa()->mandatory_criteria_partly, partly);
	assert_int_equal(sapa()->mandatory_criteria_no, no);
	assert_int_equal(sapa()->mandatory_criteria_unanswered, unanswered);
}

static void
test_values(void **state)
{
	(void)state;
	answer("101;SAPA;F0-K1;ja\n"
	       "101;SAPA;F0-K2;delvis\n"
	       "101;SAPA;F0-K3;nej\n");
	/* (1 * 100 + 1 * 50 + 2 * 0) / 4 */
	assert_number(sapa()->criteria_score, 37.5);
	expect_mandatory(2, 1, 1, 0, 0);
	answer("101;SAPA;F0-K1;nej\n"
	       "101;SAPA;F0-K2;dispensation\n"
	       "101;SAPA;F0-K3;delvis\n");
	/* (0 + 100 + 2 * 50) / 4 */
	assert_number(sapa()->criteria_score, 50);
	expect_mandatory(2, 1, 0, 1, 0);
}

static void
test_never_answered(void **state)
{
	(void)state;
	answer("");
	assert_no_number(sapa()->criteria_score);
	expect_mandatory(2, 0, 0, 0, 2);
	assert_null(sapa()->answer[0]);
	/* An answer of another phase or rollout is none of these. */
	answer("101;SAPA;F1-K1;ja\n"
	       "101;KY;F0-K1;ja\n"
	       "147;SAPA;F0-K1;ja\n");
	assert_no_number(sapa()->criteria_score);
	expect_mandatory(2, 0, 0, 0, 2);
}

static void
test_unanswered_counts_nothing(void **state)
{
	(void)state;
	answer("101;SAPA;F0-K1;ja\n");
	assert_number(sapa()->criteria_score, 25); /* 100 / 4 */
	expect_mandatory(2, 1, 0, 0, 1);
	answer("101;SAPA;F0-K3;ja\n");
	assert_number(sapa()->criteria_score, 50); /* 2 * 100 / 4 */
	expect_mandatory(2, 0, 0, 0, 2);
}

static void
test_not_applicable(void **state)
{
	(void)state;
	answer("101;SAPA;F0-K1;ikke relevant\n"
	       "101;SAPA;F0-K2;ja\n"
	       "101;SAPA;F0-K3;nej\n");
	assert_number(sapa()->criteria_score, 100.0 / 3); /* 100 / (1 + 2) */
	expect_mandatory(2, 2, 0, 0, 0);
	answer("101;SAPA;F0-K1;ikke relevant\n"
	       "101;SAPA;F0-K2;ikke relevant\n"
	       "101;SAPA;F0-K3;ikke relevant\n");
	assert_no_number(sapa()->criteria_score);
	expect_mandatory(2, 2, 0, 0, 0);
	/* One excluded, the rest unanswered: answered, and worth nothing. */
	answer("101;SAPA;F0-K1;ikke relevant\n");
	assert_number(sapa()->criteria_score, 0);
}

/* Waived is counted over all criteria, and met only of the mandatory. */
static void
test_waived(void **state)
{
	(void)state;
	answer("101;SAPA;F0-K1;dispensation\n"
	       "101;SAPA;F0-K2;ja\n"
	       "101;SAPA;F0-K3;dispensation\n"
	       "101;SAPA;F1-K1;dispensation\n");
	assert_number(sapa()->criteria_score, 100);
	assert_int_equal(sapa()->waived, 2);
	expect_mandatory(2, 2, 0, 0, 0);
}

static void
test_weights(void **state)
{
	(void)state;
	add("model/criteria.csv",
	    CRITERIA_HEAD "F0-K1;F0;Mandat;;ja;0;kilde;\n"
			  "F0-K2;F0;Plan;;ja;0,5;kilde;\n"
			  "F0-K3;F0;Lokaler;;nej;;lokal;\n");
	answer("101;SAPA;F0-K1;nej\n"
	       "101;SAPA;F0-K2;nej\n"
	       "101;SAPA;F0-K3;ja\n");
	/* (0 * 0 + 0.5 * 0 + 1 * 100) / 1.5 */
	assert_number(sapa()->criteria_score, 200.0 / 3);
	/* Only what weighs nothing is left. */
	answer("101;SAPA;F0-K1;ja\n"
	       "101;SAPA;F0-K2;ikke relevant\n"
	       "101;SAPA;F0-K3;ikke relevant\n");
	assert_no_number(sapa()->criteria_score);
}

static void
test_carried(void **state)
{
	(void)state;
	add("status/2015-01/a.csv",
	    ANSWERS_HEAD "101;SAPA;F0-K1;nej\n"
			 "101;SAPA;F0-K2;ja\n");
	add("status/2015-02/s.csv", SOMEBODY);
	answer("101;SAPA;F0-K1;ja\n");
	assert_number(sapa()->criteria_score, 50); /* (100 + 100) / 4 */
	assert_number(sapa()->previous->criteria_score, 25);
	assert_int_equal(sapa()->answer[0]->month, month_parse("2015-03"));
	assert_int_equal(sapa()->answer[1]->month, month_parse("2015-01"));
}

static void
test_of_the_current_phase(void **state)
{
	(void)state;
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-01;go;\n");
	answer("101;SAPA;F0-K1;nej\n"
	       "101;SAPA;F1-K1;delvis\n");
	assert_number(sapa()->criteria_score, 50);
	expect_mandatory(1, 0, 1, 0, 0);
	/* F2 has none. */
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-01;go;\n"
			   "101;SAPA;F1;2015-02-02;go;\n");
	answer("101;SAPA;F1-K1;ja\n");
	assert_no_number(sapa()->criteria_score);
	expect_mandatory(0, 0, 0, 0, 0);
}

static void
test_completed(void **state)
{
	(void)state;
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-01;go;\n"
			   "101;SAPA;F1;2015-02-02;go;\n"
			   "101;SAPA;F2;2015-02-03;go;\n");
	answer("101;SAPA;F1-K1;dispensation\n");
	assert_no_number(sapa()->criteria_score);
	expect_mandatory(
	    FIGURE_NONE, FIGURE_NONE, FIGURE_NONE, FIGURE_NONE, FIGURE_NONE);
	assert_int_equal(sapa()->waived, FIGURE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_values),
	    programme_test(test_never_answered),
	    programme_test(test_unanswered_counts_nothing),
	    programme_test(test_not_applicable),
	    programme_test(test_waived),
	    programme_test(test_weights),
	    programme_test(test_carried),
	    programme_test(test_of_the_current_phase),
	    programme_test(test_completed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
