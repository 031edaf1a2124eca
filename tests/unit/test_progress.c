/* Rule 5: progress, readiness, course; and what a completed rollout keeps. */
#include "programme_fixture.h"

/* One cell of F0 reported at p %, the other not applicable: score p. */
/* clang-format off */
#define TASKS_AT(p) \
	STATUS_HEAD "101;SAPA;F0;1;i gang;" #p "\n" \
	"101;SAPA;F0;3;ikke relevant;\n147;SAPA;F0;1;ikke startet;\n"
/* clang-format on */

#define ONE_YES ANSWERS_HEAD "101;SAPA;F0-K1;ja\n" /* 100 / 4 */

static void
test_readiness(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TASKS_AT(40));
	add("status/2015-03/a.csv", ONE_YES);
	compute("2015-03", NULL);
	assert_number(sapa()->progress, 40);
	assert_number(sapa()->readiness, 32.5); /* (40 + 25) / 2 */
	add("model/model.ini",
	    "[weights]\nshare_tasks = 80\nshare_criteria = 20\n");
	compute("2015-03", NULL);
	assert_number(sapa()->readiness, 37); /* (80*40 + 20*25) / 100 */
	/* Shares need not come to 100. */
	add("model/model.ini",
	    "[weights]\nshare_tasks = 2\nshare_criteria = 1\n");
	compute("2015-03", NULL);
	assert_number(sapa()->readiness, 35); /* (2*40 + 25) / 3 */
	add("model/model.ini", "[weights]\nshare_tasks = 0\n");
	compute("2015-03", NULL);
	assert_number(sapa()->progress, 40);
	assert_number(sapa()->readiness, 25);
}

static void
test_one_score_alone(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TASKS_AT(40));
	compute("2015-03", NULL);
	assert_number(sapa()->progress, 40);
	assert_number(sapa()->readiness, 40);
	/* Its share is nothing, and there is no other. */
	add("model/model.ini", "[weights]\nshare_tasks = 0\n");
	compute("2015-03", NULL);
	assert_no_number(sapa()->readiness);
	add("model/model.ini", "");
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/a.csv", ONE_YES);
	compute("2015-03", NULL);
	assert_number(sapa()->progress, 25);
	assert_number(sapa()->readiness, 25);
	add("status/2015-03/a.csv", ANSWERS_HEAD);
	compute("2015-03", NULL);
	assert_no_number(sapa()->progress);
	assert_no_number(sapa()->readiness);
}

static void
test_course(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TASKS_AT(60));
	compute("2015-03", NULL);
	assert_number(sapa()->course, 20); /* (0 + 0.6) / 3 */
	/* P of F1 is not known, and counts as 0. */
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_number(sapa()->course, 100.0 / 3);
	add("status/2015-03/t.csv",
	    STATUS_HEAD "101;SAPA;F1;1;i gang;75\n"
			"101;SAPA;F1;2;i gang;75\n"
			"101;SAPA;F1;3;ikke startet;\n");
	compute("2015-03", NULL);
	assert_number(sapa()->course, 50); /* (1 + 0.5) / 3 */
}

/* A gate that is open behind a gap adds nothing. */
static void
test_course_behind_a_gap(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TASKS_AT(60));
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_true(sapa()->gap);
	assert_number(sapa()->course, 20);
}

static void
expect_no_phase(const struct rollout_figures *f)
{
	assert_no_number(f->task_score);
	assert_no_number(f->criteria_score);
	assert_no_number(f->progress);
	assert_no_number(f->readiness);
	assert_no_number(f->expected);
	assert_int_equal(f->cells_unreported, FIGURE_NONE);
	assert_int_equal(f->blocked_cells, FIGURE_NONE);
	assert_int_equal(f->dependency_conflicts, FIGURE_NONE);
	assert_int_equal(f->mandatory_tasks, FIGURE_NONE);
	assert_int_equal(f->mandatory_tasks_open, FIGURE_NONE);
	assert_int_equal(f->recommendation, RECOMMEND_NONE);
	assert_day(f->planned_end, "");
	assert_day(f->baseline_end, "");
	assert_day(f->forecast_end, "");
	assert_day(f->stated_end, "");
	assert_int_equal(f->slip_days, FIGURE_NONE);
	assert_int_equal(f->slip_baseline_days, FIGURE_NONE);
	assert_false(f->stalled);
}

static void
test_completed(void **state)
{
	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F2;;;2015-01-01;2015-06-30;2015-06-30\n");
	add("register/catalogue.csv",
	    CATALOGUE_HEAD "T1;SAPA;;F2;1;Luk ned;ja;2015-03-01;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;færdig;\n"
			"101;SAPA;F1;2;i gang;40\n"
			"101;SAPA;F2;4;blokeret;10\n");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-01;go;\n"
			   "101;SAPA;F1;2015-02-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_true(sapa()->completed);
	expect_no_phase(sapa());
	assert_number(sapa()->course, 100);
	/* These run over all phases. */
	assert_int_equal(sapa()->carry_over, 2);
	assert_int_equal(sapa()->tasks_unreturned, 1);
	assert_int_equal(sapa()->overdue_tasks, 1);
	assert_false(sapa()->gap);
	assert_false(sapa()->fallen_back);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_readiness),
	    programme_test(test_one_score_alone),
	    programme_test(test_course),
	    programme_test(test_course_behind_a_gap),
	    programme_test(test_completed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
