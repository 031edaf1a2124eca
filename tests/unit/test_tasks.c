/* Rule 6: tasks, what is overdue or carried over, and conflicts. */
#include "programme_fixture.h"

/* D is 2015-03-31. */
static void
report(const char *catalogue, const char *tasks)
{
	addf("register/catalogue.csv", "%s%s", CATALOGUE_HEAD, catalogue);
	addf("status/2015-03/t.csv", "%s%s", TASKS_HEAD, tasks);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
}

static void
expect_tasks(int mandatory, int open, int unreturned, int overdue)
{
	assert_int_equal(sapa()->mandatory_tasks, mandatory);
	assert_int_equal(sapa()->mandatory_tasks_open, open);
	assert_int_equal(sapa()->tasks_unreturned, unreturned);
	assert_int_equal(sapa()->overdue_tasks, overdue);
}

static const struct task_figures *
task(const char *id)
{
	size_t i;

	for (i = 0; i < sapa()->ntask; i++)
		if (strcmp(sapa()->task[i].id, id) == 0)
			return &sapa()->task[i];
	return NULL;
}

static void
test_catalogue_overrules(void **state)
{
	(void)state;
	report("T1;SAPA;;F0;1;Kontorets;ja;2015-03-30;\n",
	    "T1;101;SAPA;F1;3;Kommunens;nej;i gang;2015-12-31\n");
	assert_int_equal(sapa()->ntask, 1);
	assert_string_equal(task("T1")->title, "Kontorets");
	assert_int_equal(task("T1")->phase, 0);
	assert_int_equal(task("T1")->main_task, 0);
	assert_true(task("T1")->mandatory);
	assert_day(task("T1")->deadline, "2015-03-30");
	expect_tasks(1, 1, 0, 1);
	expect_found(
	    DIAG_task_differs, DIAG_WARNING, "status/2015-03/t.csv", 2, "T1");
	/* The same, but for the title, which is no difference. */
	report("T1;SAPA;;F0;1;Kontorets;ja;2015-03-30;\n",
	    "T1;101;SAPA;F0;1;Kommunens;ja;i gang;2015-03-30\n");
	assert_int_equal(count_found(DIAG_task_differs), 0);
}

/* A deadline that the office leaves open is the return's. */
static void
test_blank_deadline(void **state)
{
	(void)state;
	report("T1;SAPA;;F0;1;Titel;ja;;\n",
	    "T1;101;SAPA;F0;1;Titel;ja;i gang;2015-03-30\n");
	assert_day(task("T1")->deadline, "2015-03-30");
	expect_tasks(1, 1, 0, 1);
	assert_int_equal(count_found(DIAG_task_differs), 0);
	report("T1;SAPA;;F0;1;Titel;ja;;\n", "");
	assert_day(task("T1")->deadline, "");
	expect_tasks(1, 1, 1, 0);
}

static void
test_wave_before_general(void **state)
{
	(void)state;
	report("T1;SAPA;B1;F0;1;Bølgens;ja;;\n"
	       "T1;SAPA;;F0;1;Alles;nej;;\n",
	    "");
	assert_int_equal(sapa()->ntask, 1);
	assert_string_equal(task("T1")->title, "Bølgens");
	expect_tasks(1, 1, 1, 0);
	assert_int_equal(figures(751, "SAPA")->ntask, 1);
	assert_int_equal(figures(751, "SAPA")->mandatory_tasks, 0);
	assert_int_equal(figures(101, "KY")->ntask, 0);
	/* A wave's own row alone is for that wave. */
	report("T1;SAPA;B2;F0;1;Bølgens;ja;;\n", "");
	assert_int_equal(sapa()->ntask, 0);
	assert_int_equal(figures(751, "SAPA")->ntask, 1);
	/* Where the wave's row is not published yet, the general one holds. */
	report("T1;SAPA;B1;F0;1;Bølgens;ja;;2015-04-01\n"
	       "T1;SAPA;;F0;1;Alles;nej;;\n",
	    "");
	assert_string_equal(task("T1")->title, "Alles");
}

static void
test_unpublished(void **state)
{
	(void)state;
	report("T1;SAPA;;F0;1;Titel;ja;2015-03-01;2015-04-01\n", "");
	assert_int_equal(sapa()->ntask, 0);
	expect_tasks(0, 0, 0, 0);
	report("T1;SAPA;;F0;1;Titel;ja;2015-03-01;2015-03-31\n", "");
	expect_tasks(1, 1, 1, 1);
	/* Returned all the same: it stands with its own fields. */
	report("T1;SAPA;;F0;1;Kontorets;ja;2015-03-01;2015-04-01\n",
	    "T1;101;SAPA;F0;3;Kommunens;nej;i gang;2015-12-31\n");
	assert_int_equal(sapa()->ntask, 1);
	assert_null(task("T1")->catalogue);
	assert_string_equal(task("T1")->title, "Kommunens");
	expect_tasks(0, 0, 0, 0);
	assert_int_equal(count_found(DIAG_task_differs), 0);
	/* So does one of another wave. */
	report("T1;SAPA;B2;F0;1;Kontorets;ja;;\n",
	    "T1;101;SAPA;F0;3;Kommunens;nej;i gang;\n");
	assert_null(task("T1")->catalogue);
}

static void
test_own_tasks(void **state)
{
	(void)state;
	report("B;SAPA;;F0;1;Kontorets;nej;;\n",
	    "A;101;SAPA;F0;1;Egen;ja;i gang;\n"
	    "b;101;SAPA;F0;1;Kontorets;nej;færdig;\n"
	    "C;101;SAPA;F0;1;Egen;ja;færdig;\n"
	    "D;147;SAPA;F0;1;En andens;ja;i gang;\n");
	assert_int_equal(sapa()->ntask, 3);
	/* Ids are the same whatever their case. */
	assert_non_null(task("B")->row);
	expect_tasks(2, 1, 0, 0);
}

static void
test_unreturned_over_all_phases(void **state)
{
	(void)state;
	report("T1;SAPA;;F0;1;Titel;ja;;\n"
	       "T2;SAPA;;F1;1;Titel;ja;;\n"
	       "T3;SAPA;;F2;1;Titel;nej;;\n",
	    "T2;101;SAPA;F1;1;Titel;ja;ikke startet;\n");
	expect_tasks(1, 1, 2, 0);
	assert_int_equal(task("T1")->status, STATUS_NOT_STARTED);
}

static void
test_open(void **state)
{
	(void)state;
	report("",
	    "T1;101;SAPA;F0;1;Titel;ja;ikke startet;\n"
	    "T2;101;SAPA;F0;1;Titel;ja;i gang;\n"
	    "T3;101;SAPA;F0;1;Titel;ja;blokeret;\n"
	    "T4;101;SAPA;F0;1;Titel;ja;færdig;\n"
	    "T5;101;SAPA;F0;1;Titel;ja;ikke relevant;\n"
	    "T6;101;SAPA;F0;1;Titel;nej;i gang;\n"
	    "T7;101;SAPA;F1;1;Titel;ja;i gang;\n");
	expect_tasks(5, 3, 0, 0);
}

static void
test_overdue(void **state)
{
	(void)state;
	report("",
	    "T1;101;SAPA;F0;1;Dagen før;nej;i gang;2015-03-30\n"
	    "T2;101;SAPA;F0;1;Dagen selv;nej;i gang;2015-03-31\n"
	    "T3;101;SAPA;F0;1;Færdig;nej;færdig;2015-03-01\n"
	    "T4;101;SAPA;F0;1;Ikke relevant;nej;ikke relevant;2015-03-01\n"
	    "T5;101;SAPA;F1;1;Senere fase;nej;i gang;2015-03-01\n"
	    "T6;101;SAPA;F0;1;Uden frist;nej;i gang;\n");
	expect_tasks(0, 0, 0, 1);
	assert_true(task("T1")->overdue);
	/* Earlier phases count too. */
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n");
	compute("2015-03", NULL);
	expect_tasks(0, 0, 0, 2);
}

static void
test_carried_return(void **state)
{
	(void)state;
	add("status/2015-02/t.csv",
	    TASKS_HEAD "T1;101;SAPA;F0;1;Titel;ja;i gang;\n"
		       "T2;101;SAPA;F0;1;Titel;ja;i gang;\n");
	add("status/2015-02/s.csv", SOMEBODY);
	report("", "T2;101;SAPA;F0;1;Titel;ja;færdig;\n");
	expect_tasks(2, 1, 0, 0);
	assert_int_equal(sapa()->previous->mandatory_tasks_open, 2);
}

static void
test_carry_over(void **state)
{
	(void)state;
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-01;go;\n"
			   "101;SAPA;F1;2015-02-01;go;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;90\n"
			"101;SAPA;F0;2;i gang;90\n" /* no cell */
			"101;SAPA;F1;1;blokeret;\n"
			"101;SAPA;F1;2;færdig;\n"
			"101;SAPA;F2;1;i gang;10\n"); /* the current phase */
	compute("2015-03", NULL);
	/* F0-1 and F1-1; F0-3 and F1-3 were never reported. */
	assert_int_equal(sapa()->carry_over, 2);
	/* The newest row decides. */
	add("status/2015-02/s.csv",
	    STATUS_HEAD "101;SAPA;F0;3;ikke startet;\n"
			"101;SAPA;F1;3;ikke startet;\n");
	add("status/2015-03/r.csv",
	    STATUS_HEAD "101;SAPA;F0;3;ikke relevant;\n");
	compute("2015-03", NULL);
	assert_int_equal(sapa()->carry_over, 3);
}

/* In F1: 3 requires 1 before it, and whatever else is said. */
static void
expect_conflicts(const char *dependencies, const char *rows, int wanted)
{
	addf("model/dependencies.csv", "%s%s", DEPENDENCIES_HEAD, dependencies);
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, rows);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(sapa()->dependency_conflicts, wanted);
}

#define DONE(task) "101;SAPA;F1;" #task ";færdig;\n"
#define GOING(task) "101;SAPA;F1;" #task ";i gang;50\n"

static void
test_conflicts(void **state)
{
	(void)state;
	expect_conflicts("3;1;før\n", DONE(3) GOING(1), 1);
	expect_conflicts("3;1;\n", DONE(3) GOING(1), 1);
	expect_conflicts("3;1;samtidig\n", DONE(3) GOING(1), 0);
	expect_conflicts("3;1;\n", GOING(3) GOING(1), 0);
	expect_conflicts("3;1;\n", DONE(3) DONE(1), 0);
	expect_conflicts("3;1;\n", DONE(3), 0);
	expect_conflicts("3;1;\n", DONE(3) "101;SAPA;F1;1;ikke relevant;\n", 0);
	expect_conflicts("3;1;\n", DONE(3) "101;SAPA;F1;1;blokeret;\n", 1);
	/* Each done cell once, however many it waits for. */
	expect_conflicts("3;1;\n3;2;\n", DONE(3) GOING(1) GOING(2), 1);
	expect_conflicts("3;1;\n2;1;\n", DONE(3) DONE(2) GOING(1), 2);
	/* 4 has no cell in F1. */
	expect_conflicts("3;4;\n", DONE(3) "101;SAPA;F1;4;i gang;50\n", 0);
	/* What was open in another phase is another cell. */
	expect_conflicts("3;1;\n", DONE(3) "101;SAPA;F0;1;i gang;50\n", 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_catalogue_overrules),
	    programme_test(test_blank_deadline),
	    programme_test(test_wave_before_general),
	    programme_test(test_unpublished),
	    programme_test(test_own_tasks),
	    programme_test(test_unreturned_over_all_phases),
	    programme_test(test_open),
	    programme_test(test_overdue),
	    programme_test(test_carried_return),
	    programme_test(test_carry_over),
	    programme_test(test_conflicts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
