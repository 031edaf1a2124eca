/*
 * How old the data are.  In F0 there are the cells 1 and 3.
 */
#include "programme_fixture.h"

static void
test_ages(void **state)
{
	const struct data_age *age;

	(void)state;
	add("status/2015-01/a.csv",
	    STATUS_HEAD
	    "101;SAPA;F0;1;i gang;20\n"   /* two months old in March */
	    "101;SAPA;F1;1;i gang;20\n"   /* no current phase */
	    "147;SAPA;F0;1;i gang;20\n"); /* replaced */
	add("status/2015-03/a.csv",
	    STATUS_HEAD "147;SAPA;F0;1;i gang;20\n"
			"147;SAPA;F0;3;i gang;20\n");
	compute("2015-03", NULL);
	age = &programme.figures.age;
	assert_int_equal(age->n, 3);
	assert_int_equal(age->count[0], 2);
	assert_int_equal(age->count[1], 0);
	assert_int_equal(age->count[2], 1);
	assert_int_equal(age->never, 5); /* 101 SAPA 3, 101 KY, 751 */
	assert_int_equal(age->total, 8);
	assert_int_equal(figures(101, "SAPA")->cells_carried, 1);
	assert_int_equal(figures(101, "KY")->cells_carried, 0);
	assert_int_equal(figures(147, "SAPA")->cells_carried, 0);
}

/* What is parked or completed is in no count. */
static void
test_left_out(void **state)
{
	const struct data_age *age;

	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;pauset;\n"
			  "147;SAPA;B1;;\n"
			  "751;SAPA;B2;;\n");
	add("status/2015-03/a.csv", SOMEBODY);
	add("status/2015-03/b.csv",
	    DECISIONS_HEAD "147;SAPA;F0;2015-03-01;go;\n"
			   "147;SAPA;F1;2015-03-02;go;\n"
			   "147;SAPA;F2;2015-03-03;go;\n");
	compute("2015-03", NULL);
	age = &programme.figures.age;
	assert_int_equal(age->total, 2); /* 751 */
	assert_int_equal(age->never, 2);
	assert_int_equal(age->n, 1);
	assert_int_equal(age->count[0], 0);
	assert_int_equal(figures(147, "SAPA")->cells_carried, FIGURE_NONE);
}

/* Published tasks of later phases are not wanted yet. */
static void
test_tasks_wanted(void **state)
{
	(void)state;
	add("register/task_catalogue.csv",
	    CATALOGUE_HEAD "T1;SAPA;;F0;1;En;ja;;\n"
			   "T2;SAPA;;F0;3;To;nej;;\n"
			   "T3;SAPA;;F1;2;Tre;ja;;\n");
	add("status/2015-03/a.csv", SOMEBODY);
	add("status/2015-03/b.csv",
	    TASKS_HEAD "T2;147;SAPA;F0;3;To;nej;ikke startet;\n");
	compute("2015-03", NULL);
	assert_int_equal(figures(147, "SAPA")->tasks_unreturned, 2);
	assert_int_equal(figures(147, "SAPA")->tasks_wanted, 1);
	assert_int_equal(figures(751, "SAPA")->tasks_wanted, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_ages),
	    programme_test(test_left_out),
	    programme_test(test_tasks_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
