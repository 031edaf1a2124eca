/* Rule 16 over the programme, and conditions that are open. */
#include "programme_fixture.h"

#define CONDITIONS_HEAD \
	"kommunekode;løsning;fase;betingelse_id;betingelse;status\n"

static const struct risk_overview *
overview(void)
{
	return &programme.figures.risks;
}

static void
test_nothing(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(overview()->nrisk, 0);
	assert_int_equal(overview()->closed, 0);
	assert_int_equal(overview()->before[0][0], 0);
	assert_int_equal(sapa()->ncondition, 0);
}

static void
test_matrix(void **state)
{
	const struct risk_overview *o;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/r.csv",
	    RISKS_HEAD "B;101;SAPA;;En;5;4;2;2;åben\n" /* 20, in force 4 */
		       "A;101;SAPA;;To;3;5;;;åben\n"   /* 15 */
		       "C;147;SAPA;;Tre;5;5;;;lukket\n"
		       "D;147;SAPA;;Fire;3;5;3;;åben\n" /* one residual: 15 */
		       "P;;;;Fem;1;1;;;åben\n"
		       "S;;KY;;Seks;2;2;5;5;åben\n"); /* 4, in force 25 */
	compute("2015-03", NULL);
	o = overview();
	assert_int_equal(o->nrisk, 5);
	assert_int_equal(o->closed, 1);
	assert_int_equal(o->reduced, 2);
	assert_int_equal(o->before[5 - 1][4 - 1], 1);
	assert_int_equal(o->before[3 - 1][5 - 1], 2);
	assert_int_equal(o->before[5 - 1][5 - 1], 0);
	assert_int_equal(o->before[2 - 1][2 - 1], 1);
	assert_int_equal(o->after[2 - 1][2 - 1], 1);
	assert_int_equal(o->after[3 - 1][5 - 1], 2);
	assert_int_equal(o->after[5 - 1][5 - 1], 1);
	assert_int_equal(o->after[1 - 1][1 - 1], 1);
	assert_int_equal(o->red_before, 3); /* 20, 15, 15 */
	assert_int_equal(o->red_after, 3);  /* 15, 15, 25 */
	assert_string_equal(o->risk[0]->id, "S");
	assert_string_equal(o->risk[1]->id, "A");
	assert_string_equal(o->risk[2]->id, "D");
	assert_string_equal(o->risk[3]->id, "B");
	assert_string_equal(o->risk[4]->id, "P");
}

/* The newest row holds; parked rollouts are left out. */
static void
test_newest(void **state)
{
	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;pauset;2015-01-01\n147;SAPA;B1;;\n");
	add("status/2015-02/r.csv",
	    RISKS_HEAD "A;147;SAPA;;En;5;5;;;åben\n"
		       "B;147;SAPA;;To;1;2;;;åben\n");
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/r.csv",
	    RISKS_HEAD "A;147;SAPA;;En;5;5;;;lukket\n"
		       "Z;101;SAPA;;Tre;5;5;;;åben\n");
	compute("2015-03", NULL);
	assert_int_equal(overview()->nrisk, 1);
	assert_string_equal(overview()->risk[0]->id, "B");
	assert_int_equal(overview()->closed, 1);
}

static void
test_conditions(void **state)
{
	const struct rollout_figures *f;

	(void)state;
	add("status/2015-02/b.csv",
	    CONDITIONS_HEAD "101;SAPA;F0;B1;En;åben\n"
			    "101;SAPA;F0;B2;To;åben\n"
			    "101;SAPA;F1;B1;Tre;åben\n"
			    "147;SAPA;F0;B1;Fire;lukket\n");
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/b.csv",
	    CONDITIONS_HEAD "101;SAPA;F0;B1;En;lukket\n"
			    "147;SAPA;F0;B1;Fire;åben\n");
	compute("2015-03", NULL);
	f = sapa();
	assert_int_equal(f->ncondition, 2);
	assert_string_equal(f->condition[0]->text, "To");
	assert_string_equal(f->condition[1]->text, "Tre");
	f = figures(147, "SAPA");
	assert_int_equal(f->ncondition, 1);
	assert_string_equal(f->condition[0]->text, "Fire");
	assert_int_equal(figures(751, "SAPA")->ncondition, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_nothing),
	    programme_test(test_matrix),
	    programme_test(test_newest),
	    programme_test(test_conditions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
