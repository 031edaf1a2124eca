/* Main tasks and categories over all rollouts, rules 2 and 17. */
#include "programme_fixture.h"

static const struct task_totals *
task(const char *no)
{
	return &programme.figures
		    .main_task[model_find_task(&programme.model, no)];
}

static const struct task_totals *
of_solution(const char *id, const char *no)
{
	const struct programme *p = &programme;
	int solution = portfolio_find_solution(&p->portfolio, id);

	return &p->figures.solution_task[(size_t)solution * p->model.ntask +
	    (size_t)model_find_task(&p->model, no)];
}

/* 101 SAPA, 101 KY, 147 SAPA and 751 SAPA stand in F0: cells 1 and 3. */
static void
test_counts(void **state)
{
	const struct task_totals *t;

	(void)state;
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;færdig;\n"
			"101;SAPA;F0;3;i gang;40\n"
			"101;KY;F0;1;blokeret;10\n"
			"147;SAPA;F0;1;ikke relevant;\n"
			"147;SAPA;F0;3;ikke startet;\n");
	compute("2015-03", NULL);
	t = task("1");
	assert_int_equal(t->cells, 4);
	assert_int_equal(t->status[STATUS_DONE], 1);
	assert_int_equal(t->status[STATUS_BLOCKED], 1);
	assert_int_equal(t->status[STATUS_NOT_APPLICABLE], 1);
	assert_int_equal(t->status[STATUS_IN_PROGRESS], 0);
	assert_int_equal(t->unreported, 1);
	assert_int_equal(t->mean_n, 3);
	assert_number(t->mean, 110.0 / 3); /* 100, 10, 0 */
	assert_int_equal(t->late, 0);      /* no plan: time is grey */
	t = task("3");
	assert_int_equal(t->unreported, 2);
	assert_number(t->mean, 10); /* 40, 0, 0, 0 */
	assert_int_equal(t->reported_n, 2);
	assert_number(t->reported_mean, 20); /* 40, 0 */
	t = of_solution("SAPA", "3");
	assert_int_equal(t->cells, 3);
	assert_int_equal(t->unreported, 1);
	assert_number(t->mean, 40.0 / 3); /* 40, 0, 0 */
	assert_number(t->reported_mean, 20);
	t = of_solution("KY", "3");
	assert_int_equal(t->cells, 1);
	assert_int_equal(t->reported_n, 0);
	assert_no_number(t->reported_mean);
	/* No cell in F0. */
	assert_int_equal(task("2")->cells, 0);
	assert_no_number(task("2")->mean);
}

static void
test_categories(void **state)
{
	const struct task_totals *c;

	(void)state;
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;færdig;\n"
			"101;SAPA;F0;3;i gang;40\n");
	compute("2015-03", NULL);
	c = programme.figures.category;
	assert_int_equal(c[0].cells, 4);
	assert_number(c[0].mean, 25);
	assert_number(c[1].mean, 10);
	/* The same as the roll-up's. */
	assert_number(c[0].mean, programme.figures.category_mean[0]);
	assert_number(c[1].mean, programme.figures.category_mean[1]);
}

/* The plan ran out at the end of January: time is yellow at least. */
static void
test_late(void **state)
{
	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-01-01;2015-01-31;\n"
			  "KY;F0;;101;2015-03-01;2015-12-31;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;færdig;\n"
			"101;SAPA;F0;3;i gang;40\n"
			"101;KY;F0;1;i gang;60\n"
			"101;KY;F0;3;i gang;60\n");
	compute("2015-03", NULL);
	assert_int_equal(figures(101, "KY")->light[LIGHT_TIME], LIGHT_GREEN);
	assert_int_equal(task("1")->late, 0); /* done is not late */
	assert_int_equal(task("3")->late, 1);
}

static void
test_left_out(void **state)
{
	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;pauset;2015-01-01\n"
			  "147;SAPA;B1;;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;blokeret;\n"
			"147;SAPA;F0;1;færdig;\n");
	compute("2015-03", NULL);
	assert_int_equal(task("1")->cells, 1);
	assert_int_equal(task("1")->status[STATUS_BLOCKED], 0);
	/* All gates open: no current phase. */
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "147;SAPA;F0;2015-01-31;go;\n"
			   "147;SAPA;F1;2015-02-28;go;\n"
			   "147;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(task("1")->cells, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_counts),
	    programme_test(test_categories),
	    programme_test(test_late),
	    programme_test(test_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
