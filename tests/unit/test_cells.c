/* Rules 2 and 3: what a main task is worth in a phase, and the task score. */
#include "programme_fixture.h"

/* F0 has two cells, 1 and 3. */
static void
report(const char *rows)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, rows);
	compute("2015-03", NULL);
}

static void
test_blank_progress(void **state)
{
	(void)state;
	report("101;SAPA;F0;1;i gang;\n"
	       "101;SAPA;F0;3;blokeret;\n");
	assert_number(cell(101, "SAPA", "F0", "1")->value, 50);
	assert_number(cell(101, "SAPA", "F0", "3")->value, 0);
	assert_number(sapa()->task_score, 25); /* (50 + 0) / 2 */
	assert_int_equal(sapa()->blocked_cells, 1);
	expect_found(DIAG_no_progress_given, DIAG_WARNING,
	    "status/2015-03/s.csv", 3, "i gang");
}

static void
test_given_progress(void **state)
{
	(void)state;
	report("101;SAPA;F0;1;i gang;40\n"
	       "101;SAPA;F0;3;blokeret;65\n");
	assert_number(sapa()->task_score, 52.5); /* (40 + 65) / 2 */
	assert_int_equal(findings(), 0);
	/* Zero is given too. */
	report("101;SAPA;F0;1;i gang;0\n"
	       "101;SAPA;F0;3;blokeret;0\n");
	assert_number(sapa()->task_score, 0);
}

/* The word decides; a contradiction is warned about. */
static void
test_contradictions(void **state)
{
	(void)state;
	report("101;SAPA;F0;1;færdig;80\n"
	       "101;SAPA;F0;3;ikke startet;20\n");
	assert_number(cell(101, "SAPA", "F0", "1")->value, 100);
	assert_number(cell(101, "SAPA", "F0", "3")->value, 0);
	assert_number(sapa()->task_score, 50); /* (100 + 0) / 2 */
	expect_found(
	    DIAG_done_below_100, DIAG_WARNING, "status/2015-03/s.csv", 3, "80");
	expect_found(DIAG_progress_not_started, DIAG_WARNING,
	    "status/2015-03/s.csv", 4, "20");
	report("101;SAPA;F0;1;færdig;100\n"
	       "101;SAPA;F0;3;ikke startet;0\n");
	assert_int_equal(findings(), 0);
}

static void
test_not_applicable(void **state)
{
	(void)state;
	report("101;SAPA;F0;1;ikke relevant;\n"
	       "101;SAPA;F0;3;i gang;40\n");
	assert_no_number(cell(101, "SAPA", "F0", "1")->value);
	assert_number(sapa()->task_score, 40);
	report("101;SAPA;F0;1;ikke relevant;\n"
	       "101;SAPA;F0;3;ikke relevant;\n");
	assert_no_number(sapa()->task_score);
	assert_int_equal(sapa()->cells_unreported, 0);
	assert_true(sapa()->reported);
}

static void
test_never_reported(void **state)
{
	(void)state;
	report("");
	assert_false(sapa()->reported);
	assert_no_number(sapa()->task_score);
	assert_int_equal(sapa()->cells_unreported, 2);
	/* One row is enough, and the other cell counts 0. */
	report("101;SAPA;F0;1;i gang;80\n");
	assert_number(sapa()->task_score, 40); /* (80 + 0) / 2 */
	assert_int_equal(sapa()->cells_unreported, 1);
	assert_null(cell(101, "SAPA", "F0", "3")->row);
	assert_number(cell(101, "SAPA", "F0", "3")->value, 0);
	report("101;SAPA;F0;1;ikke relevant;\n");
	assert_number(sapa()->task_score, 0);
	/* A row of another phase is a report, and no score of this one. */
	report("101;SAPA;F1;1;færdig;\n");
	assert_true(sapa()->reported);
	assert_no_number(sapa()->task_score);
	assert_int_equal(sapa()->cells_unreported, 2);
}

/* Main task 2 has no cell in F0. */
static void
test_grade_none(void **state)
{
	(void)state;
	report("101;SAPA;F0;2;blokeret;10\n");
	assert_true(sapa()->reported);
	assert_no_number(sapa()->task_score);
	assert_int_equal(sapa()->blocked_cells, 0);
	assert_null(cell(101, "SAPA", "F0", "2")->row);
	expect_found(DIAG_no_cell, DIAG_NOTICE, "status/2015-03/s.csv", 3, "2");
	report("101;SAPA;F0;2;færdig;\n"
	       "101;SAPA;F0;1;i gang;30\n"
	       "101;SAPA;F0;3;i gang;50\n");
	assert_number(sapa()->task_score, 40); /* (30 + 50) / 2 */
}

/* In F1 main task 2 is focus, 1 and 3 are active. */
static void
expect_weighted(const char *weights, double score)
{
	addf("model/model.ini", "[weights]\n%s", weights);
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-01;go;\n");
	report("101;SAPA;F1;1;færdig;\n"
	       "101;SAPA;F1;2;i gang;20\n"
	       "101;SAPA;F1;3;ikke startet;\n");
	if (num_given(score))
		assert_number(sapa()->task_score, score);
	else
		assert_no_number(sapa()->task_score);
}

static void
test_weights(void **state)
{
	(void)state;
	/* (100 + 20 + 0) / 3 */
	expect_weighted("", 40);
	/* (100 + 3 * 20 + 0) / (1 + 3 + 1) = 160 / 5 */
	expect_weighted("weight_focus = 3\n", 32);
	/* (100 + 0.5 * 20 + 0) / 2.5 = 110 / 2.5 */
	expect_weighted("weight_focus = 0,5\n", 44);
	/* (100 + 0) / 2 */
	expect_weighted("weight_focus = 0\n", 50);
	/* the focus cell alone */
	expect_weighted("weight_active = 0\n", 20);
	expect_weighted("weight_active = 0\nweight_focus = 0\n", NUM_NONE);
}

static void
test_carried(void **state)
{
	(void)state;
	add("status/2015-01/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;20\n"
			"101;SAPA;F0;3;i gang;40\n");
	add("status/2015-02/s.csv", SOMEBODY);
	report("101;SAPA;F0;1;i gang;80\n");
	/* Task 3 keeps January's row. */
	assert_number(sapa()->task_score, 60); /* (80 + 40) / 2 */
	assert_int_equal(cell(101, "SAPA", "F0", "1")->age, 0);
	assert_int_equal(cell(101, "SAPA", "F0", "3")->age, 2);
	assert_string_equal(cell(101, "SAPA", "F0", "3")->row->loc.file,
	    "status/2015-01/s.csv");
	/* As of February only January's rows were known. */
	assert_number(sapa()->previous->task_score, 30);
	assert_false(sapa()->previous->reported);
	/* A newest row of no progress stands over an older one with. */
	report("101;SAPA;F0;3;ikke relevant;\n");
	assert_number(sapa()->task_score, 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_blank_progress),
	    programme_test(test_given_progress),
	    programme_test(test_contradictions),
	    programme_test(test_not_applicable),
	    programme_test(test_never_reported),
	    programme_test(test_grade_none),
	    programme_test(test_weights),
	    programme_test(test_carried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
