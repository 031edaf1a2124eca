/* Rule 17: the programme, solutions, regions, waves; and municipalities. */
#include "programme_fixture.h"

static const struct rollup *
rollup(enum rollup_by by, const char *key)
{
	const struct figures *f = &programme.figures;
	size_t i;

	for (i = 0; i < f->nrollup; i++)
		if (f->rollup[i].by == by && strcmp(f->rollup[i].key, key) == 0)
			return &f->rollup[i];
	fail_msg("no rollup '%s'", key);
	return NULL;
}

static const struct rollup *
whole(void)
{
	return rollup(ROLLUP_PROGRAMME, "");
}

/* 101 SAPA at 40 %, 147 SAPA at 60 %; 751 SAPA and 101 KY say nothing. */
#define TWO_REPORT                                           \
	STATUS_HEAD                                          \
	"101;SAPA;F0;1;i gang;40\n101;SAPA;F0;3;i gang;40\n" \
	"147;SAPA;F0;1;i gang;60\n147;SAPA;F0;3;i gang;60\n"

static void
park_ky(void)
{
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n101;KY;B2;pauset;\n"
			  "147;SAPA;B1;;\n751;SAPA;B2;;\n");
}

static void
test_keys(void **state)
{
	static const char *const keys[] = {
	    "", "SAPA", "KY", "Hovedstaden", "Midtjylland", "B1", "B2"};
	size_t i;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.nrollup, 7);
	for (i = 0; i < 7; i++)
		assert_string_equal(programme.figures.rollup[i].key, keys[i]);
	assert_int_equal(whole()->n, 4);
	assert_int_equal(rollup(ROLLUP_SOLUTION, "SAPA")->n, 3);
	assert_int_equal(rollup(ROLLUP_SOLUTION, "KY")->n, 1);
	assert_int_equal(rollup(ROLLUP_REGION, "Hovedstaden")->n, 3);
	assert_int_equal(rollup(ROLLUP_REGION, "Midtjylland")->n, 1);
	assert_int_equal(rollup(ROLLUP_WAVE, "B1")->n, 2);
	assert_int_equal(rollup(ROLLUP_WAVE, "B2")->n, 2);
}

static void
test_means(void **state)
{
	(void)state;
	park_ky();
	add("status/2015-03/s.csv", TWO_REPORT);
	compute("2015-03", NULL);
	assert_int_equal(whole()->n, 3);
	assert_int_equal(whole()->reported, 2);
	assert_int_equal(whole()->parked, 1);
	assert_int_equal(whole()->phase[0], 3);
	assert_number(whole()->mean_progress[0], 50); /* (40 + 60) / 2 */
	assert_int_equal(whole()->progress_n[0], 2);
	assert_no_number(whole()->mean_progress[1]);
	assert_int_equal(whole()->progress_n[1], 0);
	/* (40/3 + 60/3 + 0) / 3 = 100/9 */
	assert_number(whole()->mean_course, 100.0 / 9);
	/* What 751 said in February counts for the course alone. */
	add("status/2015-02/s.csv",
	    STATUS_HEAD "751;SAPA;F0;1;i gang;90\n751;SAPA;F0;3;i gang;90\n");
	compute("2015-03", NULL);
	assert_number(whole()->mean_progress[0], 50);
	assert_number(whole()->mean_course, 190.0 / 9); /* (40+60+90)/3/3 */
}

/* All of it parked: counted, and nothing else. */
static void
test_parked(void **state)
{
	const struct rollup *ky;

	(void)state;
	park_ky();
	add("status/2015-03/s.csv", SOMEBODY "101;KY;F0;1;i gang;50\n");
	add("status/2015-03/e.csv", ECONOMY_HEAD "101;KY;1;100;;200\n");
	add("register/benefits.csv",
	    BENEFITS_HEAD
	    "G1;101;KY;Navn;nej;0;;2015-03-01;;100;2015-04-30;1000\n");
	compute("2015-03", NULL);
	ky = rollup(ROLLUP_SOLUTION, "KY");
	assert_int_equal(ky->n, 0);
	assert_int_equal(ky->reported, 0);
	assert_int_equal(ky->parked, 1);
	assert_int_equal(ky->phase[0], 0);
	assert_no_number(ky->mean_course);
	assert_no_number(ky->mean_progress[0]);
	assert_no_number(ky->economy.all.both_budget_dkk);
	assert_no_number(ky->net.annual);
	assert_int_equal(ky->benefit.not_measured, 0);
	assert_int_equal(ky->light[LIGHT_GREY], 0);
	assert_int_equal(ky->change[CHANGE_NEW], 0);
	assert_int_equal(ky->eligible, 0);
	assert_int_equal(rollup(ROLLUP_WAVE, "B2")->n, 1);
	assert_int_equal(whole()->change[CHANGE_NEW], 3);
}

static void
test_completed(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TWO_REPORT);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "147;SAPA;F0;2015-03-01;go;\n"
			   "147;SAPA;F1;2015-03-01;go;\n"
			   "147;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(whole()->completed, 1);
	assert_int_equal(whole()->phase[0], 3);
	assert_int_equal(whole()->phase[3], 1);
	assert_number(whole()->mean_progress[0], 40);
	assert_int_equal(whole()->progress_n[0], 1);
	assert_int_equal(whole()->progress_n[3], 0);
	/* (40/3 + 100 + 0 + 0) / 4 = 340/12 */
	assert_number(whole()->mean_course, 340.0 / 12);
}

static void
test_lights(void **state)
{
	const int *light;

	(void)state;
	add("status/2015-03/s.csv", TWO_REPORT "751;SAPA;F0;1;i gang;50\n");
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R1;101;SAPA;;Tekst;5;5;;;åben\n"
		       "R1;147;SAPA;;Tekst;2;5;;;åben\n"
		       "R1;751;SAPA;;Tekst;1;5;;;åben\n"
		       "R1;101;KY;;Tekst;5;5;;;åben\n");
	compute("2015-03", NULL);
	light = whole()->light;
	assert_int_equal(light[LIGHT_RED], 1);
	assert_int_equal(light[LIGHT_YELLOW], 1);
	assert_int_equal(light[LIGHT_GREEN], 1);
	assert_int_equal(light[LIGHT_GREY], 1); /* KY has not reported */
	light = rollup(ROLLUP_REGION, "Midtjylland")->light;
	assert_int_equal(light[LIGHT_GREEN], 1);
	assert_int_equal(light[LIGHT_RED], 0);
}

/* Only where the gate is near: 29 June is 90 days on, see test_gate.c. */
static void
test_recommendations(void **state)
{
	const int *counts;

	(void)state;
	add("status/2015-03/s.csv",
	    TWO_REPORT "751;SAPA;F0;1;færdig;\n751;SAPA;F0;3;færdig;\n");
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD
	    "751;SAPA;F0-K1;ja\n751;SAPA;F0-K2;ja\n751;SAPA;F0-K3;ja\n"
	    "147;SAPA;F0-K1;ja\n147;SAPA;F0-K2;ja\n147;SAPA;F0-K3;ja\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-01-01;2015-06-29;\n"
			  "SAPA;F0;;147;2015-01-01;2015-06-30;\n");
	compute("2015-03", NULL);
	counts = whole()->recommendation;
	assert_int_equal(counts[RECOMMEND_NO_GO], 1);          /* 101 */
	assert_int_equal(counts[RECOMMEND_GO_CONDITIONAL], 0); /* 147: far */
	assert_int_equal(counts[RECOMMEND_GO], 1); /* 751: no plan */
	assert_int_equal(counts[RECOMMEND_NONE], 0);
}

static void
test_economy(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/e.csv",
	    ECONOMY_HEAD "101;SAPA;1;1000;;1100\n"
			 "147;SAPA;1;2000;;1900\n"
			 "147;SAPA;2;5000;;\n");
	compute("2015-03", NULL);
	assert_number(whole()->economy.all.both_budget_dkk, 3000);
	assert_number(whole()->economy.all.both_forecast_dkk, 3000);
	assert_number(whole()->economy.all.budget_dkk, 8000);
	assert_no_number(
	    rollup(ROLLUP_SOLUTION, "KY")->economy.all.both_budget_dkk);
}

/* Disbenefits are subtracted from the values and not counted. */
static void
test_benefits(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("register/benefits.csv",
	    BENEFITS_HEAD
	    "G1;101;SAPA;Navn;nej;0;;2015-03-01;;100;2015-04-30;1000\n"
	    "G2;101;SAPA;Navn;nej;0;;2015-03-01;;100;2015-04-30;400\n"
	    "G3;147;SAPA;Navn;nej;0;;2015-04-01;;100;2015-04-30;50\n"
	    "G4;147;SAPA;Navn;nej;0;;2015-03-01;;100;2015-04-30;\n"
	    "U1;147;SAPA;Navn;ja;0;;2015-03-01;;100;2015-04-30;300\n");
	add("status/2015-03/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-03-10;50\n"
			      "U1;147;SAPA;2015-03-10;20\n");
	compute("2015-03", NULL);
	assert_number(whole()->net.annual, 1150);       /* 1000+400+50-300 */
	assert_number(whole()->net.realised, 440);      /* 500 - 60 */
	assert_int_equal(whole()->benefit.measured, 1); /* G1 */
	assert_int_equal(whole()->benefit.not_measured, 2); /* G2 G4 */
	assert_int_equal(whole()->benefit.not_due, 1);      /* G3 */
	assert_int_equal(whole()->benefit.count, 4);
	assert_int_equal(whole()->disbenefit.count, 1);
	assert_number(whole()->benefit.annual, 1450);
	assert_number(whole()->disbenefit.annual, 300);
	assert_no_number(rollup(ROLLUP_SOLUTION, "KY")->net.annual);
}

static void
test_changes(void **state)
{
	(void)state;
	add("status/2015-02/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;10\n101;SAPA;F0;3;i gang;10\n"
			"751;SAPA;F0;1;i gang;10\n");
	add("status/2015-03/s.csv", TWO_REPORT);
	compute("2015-03", NULL);
	assert_int_equal(whole()->change[CHANGE_BETTER], 1);   /* 101 */
	assert_int_equal(whole()->change[CHANGE_RETURNED], 1); /* 147 */
	assert_int_equal(whole()->change[CHANGE_UNREPORTED], 2);
	assert_int_equal(whole()->change[CHANGE_NEW], 0);
}

/* Main tasks 1 and 3 are F0's cells: Styring and Teknik. */
static void
test_categories(void **state)
{
	const double *mean;

	(void)state;
	park_ky();
	add("status/2015-03/s.csv",
	    STATUS_HEAD
	    "101;SAPA;F0;1;i gang;40\n101;SAPA;F0;3;færdig;\n"
	    "147;SAPA;F0;1;i gang;80\n147;SAPA;F0;3;ikke relevant;\n"
	    "101;KY;F0;1;færdig;\n");
	compute("2015-03", NULL);
	mean = programme.figures.category_mean;
	assert_number(mean[0], 40); /* (40 + 80 + 0) / 3; 751 never */
	assert_number(mean[1], 50); /* (100 + 0) / 2 */
	/* Another phase's rows don't count, and nobody is in F0 for it. */
	add("status/2015-03/s.csv",
	    STATUS_HEAD
	    "101;SAPA;F0;3;ikke relevant;\n147;SAPA;F0;3;ikke relevant;\n"
	    "751;SAPA;F0;3;ikke relevant;\n751;SAPA;F1;3;færdig;\n");
	compute("2015-03", NULL);
	assert_number(programme.figures.category_mean[0], 0);
	assert_no_number(programme.figures.category_mean[1]);
}

static const struct municipality_figures *
municipality(const char *code)
{
	return &programme.figures.municipality[portfolio_find_municipality(
	    &programme.portfolio, code)];
}

static void
test_municipalities(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", TWO_REPORT "101;KY;F0;1;i gang;10\n");
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R1;101;SAPA;;Tekst;1;5;;;åben\n"
		       "R1;101;KY;;Tekst;5;5;;;åben\n");
	compute("2015-03", NULL);
	assert_int_equal(municipality("101")->light, LIGHT_RED);
	assert_int_equal(municipality("101")->rollouts, 2);
	assert_int_equal(municipality("101")->reported, 2);
	assert_int_equal(municipality("101")->urgency, 1);
	/* Reported, and nothing known of it. */
	assert_int_equal(municipality("147")->light, LIGHT_GREY);
	assert_int_equal(municipality("147")->urgency, 0);
	/* The parked one is no longer its worst. */
	park_ky();
	compute("2015-03", NULL);
	assert_int_equal(municipality("101")->light, LIGHT_GREEN);
	assert_int_equal(municipality("101")->rollouts, 1);
	assert_int_equal(municipality("101")->parked, 1);
	assert_int_equal(municipality("101")->reported, 1);
	assert_int_equal(municipality("101")->urgency, 0);
	/* Grey beside yellow is yellow. */
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n101;KY;B2;;\n147;SAPA;;;\n");
	add("status/2015-03/s.csv", SOMEBODY "101;KY;F0;1;i gang;10\n");
	add("status/2015-03/r.csv", RISKS_HEAD "R1;101;KY;;Tekst;2;5;;;åben\n");
	compute("2015-03", NULL);
	assert_int_equal(municipality("101")->light, LIGHT_YELLOW);
	assert_int_equal(municipality("101")->reported, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_keys),
	    programme_test(test_means),
	    programme_test(test_parked),
	    programme_test(test_completed),
	    programme_test(test_lights),
	    programme_test(test_recommendations),
	    programme_test(test_economy),
	    programme_test(test_benefits),
	    programme_test(test_changes),
	    programme_test(test_categories),
	    programme_test(test_municipalities),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
