/* Rule 16: the score in force, the order, and whose risk it is. */
#include "programme_fixture.h"

static void
risks(const char *rows)
{
	addf("status/2015-03/r.csv", "%s%s", RISKS_HEAD, rows);
	silence("2015-03");
	compute("2015-03", NULL);
}

static void
test_score_in_force(void **state)
{
	(void)state;
	risks("R1;101;SAPA;;Tekst;4;5;;;åben\n");
	assert_int_equal(sapa()->risk_score, 20);
	risks("R1;101;SAPA;;Tekst;4;5;2;3;åben\n");
	assert_int_equal(sapa()->risk_score, 6);
	/* The residual only where both are given. */
	risks("R1;101;SAPA;;Tekst;4;5;2;;åben\n");
	assert_int_equal(sapa()->risk_score, 20);
	risks("R1;101;SAPA;;Tekst;4;5;;1;åben\n");
	assert_int_equal(sapa()->risk_score, 20);
	/* It may be worse. */
	risks("R1;101;SAPA;;Tekst;1;2;3;5;åben\n");
	assert_int_equal(sapa()->risk_score, 15);
}

static void
test_highest_open(void **state)
{
	(void)state;
	risks("");
	assert_int_equal(sapa()->nrisk, 0);
	assert_int_equal(sapa()->risk_score, FIGURE_NONE);
	risks("R1;101;SAPA;;Tekst;5;5;;;lukket\n"
	      "R2;101;SAPA;;Tekst;2;2;;;åben\n"
	      "R3;101;SAPA;;Tekst;3;2;;;åben\n");
	assert_int_equal(sapa()->risk_score, 6);
	risks("R1;101;SAPA;;Tekst;5;5;;;lukket\n");
	assert_int_equal(sapa()->nrisk, 1);
	assert_int_equal(sapa()->risk_score, FIGURE_NONE);
}

static void
expect_order(const char *wanted)
{
	char got[64] = "";
	size_t i;

	for (i = 0; i < sapa()->nrisk; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s ",
		    sapa()->risk[i]->id);
	assert_string_equal(got, wanted);
}

/* Open first, then the score in force, then the id in byte order. */
static void
test_order(void **state)
{
	(void)state;
	risks("A;101;SAPA;;Tekst;5;5;;;lukket\n"
	      "E;101;SAPA;;Tekst;1;2;;;åben\n"
	      "D;101;SAPA;;Tekst;5;5;1;1;åben\n"
	      "C;101;SAPA;;Tekst;3;4;;;åben\n"
	      "B;101;SAPA;;Tekst;4;3;;;åben\n"
	      "b;147;SAPA;;Tekst;5;5;;;åben\n");
	expect_order("B C E D A ");
}

static void
test_newest_row(void **state)
{
	(void)state;
	silence("2015-02");
	add("status/2015-02/r.csv",
	    RISKS_HEAD "R1;101;SAPA;;Tekst;5;5;;;åben\n"
		       "R2;101;SAPA;;Tekst;1;4;;;åben\n");
	risks("r1;101;SAPA;;Tekst;5;5;;;lukket\n");
	assert_int_equal(sapa()->nrisk, 2);
	assert_int_equal(sapa()->risk_score, 4);
	assert_int_equal(sapa()->previous->risk_score, 25);
	expect_order("R2 r1 ");
}

/* Without a municipality: the solution's own, or the programme's. */
static void
test_common_risks(void **state)
{
	const struct risk *const *common;

	(void)state;
	add("status/2015-02/r.csv", RISKS_HEAD "R1;;;;Gammel;1;1;;;åben\n");
	risks("R2;;SAPA;;Løsningens;5;5;;;åben\n"
	      "R1;;;;Programmets;2;2;;;åben\n"
	      "R1;;SAPA;;Samme id;3;3;;;åben\n"
	      "R3;101;SAPA;;Kommunens;1;1;;;åben\n");
	assert_int_equal(sapa()->nrisk, 1);
	assert_int_equal(sapa()->risk_score, 1);
	assert_int_equal(programme.figures.ncommon_risk, 3);
	common = programme.figures.common_risk;
	assert_string_equal(common[0]->text, "Programmets");
	assert_int_equal(common[0]->solution, -1);
	assert_string_equal(common[1]->text, "Samme id");
	assert_string_equal(common[2]->text, "Løsningens");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_score_in_force),
	    programme_test(test_highest_open),
	    programme_test(test_order),
	    programme_test(test_newest_row),
	    programme_test(test_common_risks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
