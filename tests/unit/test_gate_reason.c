/* Rules 6 and 7: why a gate is no go, and the order of main tasks. */
#include "programme_fixture.h"

#define DONE                       \
	"101;SAPA;F0;1;færdig;\n" \
	"101;SAPA;F0;3;færdig;\n"

static void
report(const char *status, const char *answers)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, status);
	addf("status/2015-03/a.csv", "%s%s", ANSWERS_HEAD, answers);
	compute("2015-03", NULL);
}

static const struct gate_reason *
expect_reason(size_t i, enum gate_reason_code code, bool forbids)
{
	const struct gate_reason *r;

	assert_true(i < sapa()->ngate_reason);
	r = &sapa()->gate_reason[i];
	assert_int_equal(r->code, code);
	assert_int_equal(r->forbids, forbids);
	return r;
}

static void
expect_criterion(
    size_t i, enum gate_reason_code code, bool forbids, const char *criterion)
{
	const struct gate_reason *r = expect_reason(i, code, forbids);

	assert_string_equal(
	    programme.model.criterion[r->criterion].id, criterion);
}

static void
test_go_has_none(void **state)
{
	(void)state;
	/* K3 is not mandatory. */
	report(DONE,
	    "101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;ikke relevant\n"
	    "101;SAPA;F0-K3;ja\n");
	assert_int_equal(sapa()->recommendation, RECOMMEND_GO);
	assert_int_equal(sapa()->ngate_reason, 0);
}

static void
test_criteria(void **state)
{
	const struct gate_reason *r;

	(void)state;
	/* (0 + 0 + 2 * 100) / 4 = 50; (100 + 50) / 2 */
	report(DONE, "101;SAPA;F0-K2;nej\n101;SAPA;F0-K3;ja\n");
	assert_int_equal(sapa()->recommendation, RECOMMEND_NO_GO);
	assert_int_equal(sapa()->ngate_reason, 3);
	expect_criterion(0, GATE_REASON_NO, true, "F0-K2");
	expect_criterion(1, GATE_REASON_UNANSWERED, true, "F0-K1");
	r = expect_reason(2, GATE_REASON_READINESS, false);
	assert_number(r->readiness, 75);
	assert_number(r->wanted, 90);
	assert_number(r->if_met, 100);
	/* (100 + 50 + 0) / 4 = 37.5; (100 + 37.5) / 2 = 68.75 */
	report(DONE,
	    "101;SAPA;F0-K1;dispensation\n101;SAPA;F0-K2;delvis\n"
	    "101;SAPA;F0-K3;nej\n");
	assert_int_equal(sapa()->ngate_reason, 3);
	r = expect_reason(0, GATE_REASON_READINESS_LOW, true);
	assert_number(r->readiness, 68.75);
	/* (100 + 100 + 0) / 4 = 50; (100 + 50) / 2 */
	assert_number(r->if_met, 75);
	expect_criterion(1, GATE_REASON_PARTLY, false, "F0-K2");
	expect_criterion(2, GATE_REASON_WAIVED, false, "F0-K1");
}

static void
test_tasks_and_cells(void **state)
{
	const struct gate_reason *r;

	(void)state;
	add("register/catalogue.csv",
	    CATALOGUE_HEAD "T1;SAPA;;F0;1;Plan;ja;;\n"
			   "T2;SAPA;;F0;1;Bord;nej;;\n"
			   "T3;SAPA;;F1;1;Senere;ja;;\n");
	report("101;SAPA;F0;1;færdig;\n101;SAPA;F0;3;blokeret;90\n",
	    "101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;ja\n101;SAPA;F0-K3;ja\n");
	assert_int_equal(sapa()->recommendation, RECOMMEND_GO_CONDITIONAL);
	assert_int_equal(sapa()->ngate_reason, 2);
	r = expect_reason(0, GATE_REASON_TASK, false);
	assert_string_equal(sapa()->task[r->task].id, "T1");
	r = expect_reason(1, GATE_REASON_BLOCKED, false);
	assert_int_equal(programme.model.task[r->main_task].no, 3);
}

static void
test_nothing_reported(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->recommendation, RECOMMEND_NONE);
	assert_int_equal(sapa()->ngate_reason, 3);
	expect_reason(0, GATE_REASON_NOTHING_REPORTED, true);
	expect_criterion(1, GATE_REASON_UNANSWERED, true, "F0-K1");
	expect_criterion(2, GATE_REASON_UNANSWERED, true, "F0-K2");
	/* Completed: there is no gate. */
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(sapa()->ngate_reason, 0);
	assert_int_equal(sapa()->nbroken, 0);
}

/* Main task 3 presupposes 1. */
static void
test_broken(void **state)
{
	(void)state;
	report("101;SAPA;F0;1;i gang;50\n101;SAPA;F0;3;færdig;\n", "");
	assert_int_equal(sapa()->dependency_conflicts, 1);
	assert_int_equal(sapa()->nbroken, 1);
	assert_int_equal(
	    programme.model.task[sapa()->broken[0]->main_task].no, 3);
	report(DONE, "");
	assert_int_equal(sapa()->nbroken, 0);
	report("101;SAPA;F0;3;færdig;\n", "");
	assert_int_equal(sapa()->nbroken, 0);
	report("101;SAPA;F0;1;i gang;50\n101;SAPA;F0;3;i gang;99\n", "");
	assert_int_equal(sapa()->nbroken, 0);
}

/* An empty form: nothing known, everything asked. */
static void
test_blank(void **state)
{
	struct rollout_figures f;

	(void)state;
	report(DONE, "101;SAPA;F0-K1;ja\n");
	figures_blank(programme.arena, &programme.model,
	    &programme.portfolio.rollout[0], 0, &f);
	assert_int_equal(f.phase, 0);
	assert_int_equal(f.mandatory_criteria, 2);
	assert_int_equal(f.mandatory_criteria_unanswered, 2);
	assert_int_equal(f.mandatory_criteria_met, 0);
	assert_null(f.answer[0]);
	assert_null(f.cell[0].row);
	assert_no_number(f.readiness);
	assert_day(f.planned_end, "");
	assert_int_equal(f.recommendation, RECOMMEND_NONE);
	assert_int_equal(f.ngate_reason, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_go_has_none),
	    programme_test(test_criteria),
	    programme_test(test_tasks_and_cells),
	    programme_test(test_nothing_reported),
	    programme_test(test_broken),
	    programme_test(test_blank),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
