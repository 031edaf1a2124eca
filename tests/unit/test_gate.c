/* Rule 7: the recommendation for the current gate, and when it is near. */
#include "programme_fixture.h"

#define DONE                       \
	"101;SAPA;F0;1;færdig;\n" \
	"101;SAPA;F0;3;færdig;\n"
#define ALL_YES               \
	"101;SAPA;F0-K1;ja\n" \
	"101;SAPA;F0-K2;ja\n" \
	"101;SAPA;F0-K3;ja\n"

static void
expect_gate(const char *status, const char *answers, double readiness,
    enum recommendation wanted)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, status);
	addf("status/2015-03/a.csv", "%s%s", ANSWERS_HEAD, answers);
	compute("2015-03", NULL);
	assert_number(sapa()->readiness, readiness);
	assert_int_equal(sapa()->recommendation, wanted);
}

static void
test_go(void **state)
{
	(void)state;
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO);
	/* ((100 + 60) / 2 + 100) / 2 */
	expect_gate("101;SAPA;F0;1;færdig;\n"
		    "101;SAPA;F0;3;i gang;60\n",
	    ALL_YES, 90, RECOMMEND_GO);
	/* ((100 + 59.9) / 2 + 100) / 2 */
	expect_gate("101;SAPA;F0;1;færdig;\n"
		    "101;SAPA;F0;3;i gang;59,9\n",
	    ALL_YES, 89.975, RECOMMEND_GO_CONDITIONAL);
	assert_false(sapa()->gate_check[CHECK_READY]);
	assert_true(sapa()->gate_check[CHECK_MET]);
	assert_true(sapa()->gate_check[CHECK_CONDITIONAL]);
	/* Not applicable is met; what is not mandatory may be waived. */
	expect_gate(DONE,
	    "101;SAPA;F0-K1;ikke relevant\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;dispensation\n",
	    100, RECOMMEND_GO);
	/* (100 + 100 + 2 * 50) / 4 = 75; (100 + 75) / 2 */
	add("model/model.ini", "[thresholds]\nready = 87,5\n");
	expect_gate(DONE,
	    "101;SAPA;F0-K1;ja\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;delvis\n",
	    87.5, RECOMMEND_GO);
}

static void
test_conditional(void **state)
{
	(void)state;
	/* A mandatory criterion waived. */
	expect_gate(DONE,
	    "101;SAPA;F0-K1;dispensation\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;ja\n",
	    100, RECOMMEND_GO_CONDITIONAL);
	/* Partly: (50 + 100 + 200) / 4 = 87.5; (100 + 87.5) / 2 */
	expect_gate(DONE,
	    "101;SAPA;F0-K1;delvis\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;ja\n",
	    93.75, RECOMMEND_GO_CONDITIONAL);
	/* Blocked, though all of the way. */
	expect_gate("101;SAPA;F0;1;færdig;\n"
		    "101;SAPA;F0;3;blokeret;100\n",
	    ALL_YES, 100, RECOMMEND_GO_CONDITIONAL);
	/* (40 + 100) / 2, exactly what is asked */
	expect_gate("101;SAPA;F0;1;i gang;40\n"
		    "101;SAPA;F0;3;i gang;40\n",
	    ALL_YES, 70, RECOMMEND_GO_CONDITIONAL);
}

static void
test_open_task(void **state)
{
	(void)state;
	add("status/2015-03/t.csv",
	    TASKS_HEAD "T1;101;SAPA;F0;1;Titel;ja;i gang;\n");
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO_CONDITIONAL);
	add("status/2015-03/t.csv",
	    TASKS_HEAD "T1;101;SAPA;F0;1;Titel;ja;ikke relevant;\n"
		       "T2;101;SAPA;F0;1;Titel;nej;i gang;\n"
		       "T3;101;SAPA;F1;1;Titel;ja;i gang;\n");
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO);
	/* One of the office's that nobody has returned is open. */
	add("register/catalogue.csv",
	    CATALOGUE_HEAD "T9;SAPA;;F0;1;Titel;ja;;\n");
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO_CONDITIONAL);
}

static void
test_no_go(void **state)
{
	(void)state;
	/* (39.9 + 100) / 2 */
	expect_gate("101;SAPA;F0;1;i gang;39,9\n"
		    "101;SAPA;F0;3;i gang;39,9\n",
	    ALL_YES, 69.95, RECOMMEND_NO_GO);
	/* No: (0 + 100 + 200) / 4 = 75; (100 + 75) / 2 */
	expect_gate(DONE,
	    "101;SAPA;F0-K1;nej\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;ja\n",
	    87.5, RECOMMEND_NO_GO);
	/* Unanswered. */
	expect_gate(DONE,
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;ja\n",
	    87.5, RECOMMEND_NO_GO);
	expect_gate(DONE, "", 100, RECOMMEND_NO_GO);
	/* What is not mandatory may be no: (200 + 0) / 4 = 50 */
	expect_gate(DONE,
	    "101;SAPA;F0-K1;ja\n"
	    "101;SAPA;F0-K2;ja\n"
	    "101;SAPA;F0-K3;nej\n",
	    75, RECOMMEND_GO_CONDITIONAL);
}

/* F2 has no criterion: nothing mandatory is missing. */
static void
test_without_criteria(void **state)
{
	(void)state;
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n");
	expect_gate("101;SAPA;F2;1;færdig;\n"
		    "101;SAPA;F2;2;færdig;\n"
		    "101;SAPA;F2;3;færdig;\n"
		    "101;SAPA;F2;4;i gang;60\n",
	    "", 90, RECOMMEND_GO);
}

static void
test_none(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->recommendation, RECOMMEND_NONE);
	assert_false(sapa()->gate_near);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(sapa()->recommendation, RECOMMEND_NONE);
	assert_false(sapa()->gate_near);
}

static void
expect_near(const char *planned_end, bool near)
{
	addf("register/schedule.csv", "%sSAPA;F0;;;2015-01-01;%s;\n",
	    SCHEDULE_HEAD, planned_end);
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO);
	assert_int_equal(sapa()->gate_near, near);
}

/* D is 2015-03-31; 90 days on is 2015-06-29 (30 + 31 + 29). */
static void
test_near(void **state)
{
	(void)state;
	expect_gate(DONE, ALL_YES, 100, RECOMMEND_GO);
	assert_true(sapa()->gate_near); /* no plan */
	expect_near("2015-06-29", true);
	expect_near("2015-06-30", false);
	expect_near("2015-03-31", true);
	expect_near("2015-02-01", true); /* overdue */
	add("model/model.ini", "[thresholds]\ngate_window = 91\n");
	expect_near("2015-06-30", true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_go),
	    programme_test(test_conditional),
	    programme_test(test_open_task),
	    programme_test(test_no_go),
	    programme_test(test_without_criteria),
	    programme_test(test_none),
	    programme_test(test_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
