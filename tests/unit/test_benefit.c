/* Rule 14: what a benefit has come to. */
#include "programme_fixture.h"

/* D is 2015-03-31, half way from 1 March to 30 April: 30 of 60 days. */
#define HALF "2015-03-01;;100;2015-04-30;1000\n"

static void
measure(const char *benefits, const char *measurements)
{
	addf("register/benefits.csv", "%s%s", BENEFITS_HEAD, benefits);
	addf("status/2015-03/m.csv", "%s%s", MEASUREMENTS_HEAD, measurements);
	silence("2015-03");
	compute("2015-03", NULL);
}

static const struct benefit_figures *
benefit(void)
{
	assert_int_equal(sapa()->nbenefit, 1);
	return &sapa()->benefit[0];
}

static void
expect_benefit(enum benefit_state state, enum light light)
{
	assert_string_equal(
	    benefit_state_id(benefit()->state), benefit_state_id(state));
	assert_string_equal(light_id(benefit()->light), light_id(light));
}

static void
rising(const char *value, double fraction, enum light light)
{
	char row[64];

	snprintf(row, sizeof(row), "G1;101;SAPA;2015-03-20;%s\n", value);
	measure("G1;101;SAPA;Navn;nej;0;;" HALF, row);
	assert_number(benefit()->planned_share, 0.5);
	assert_number(benefit()->fraction, fraction);
	expect_benefit(BENEFIT_MEASURED, light);
}

/* Green from 0.9 * 0.5, yellow from 0.7 * 0.5. */
static void
test_rising(void **state)
{
	(void)state;
	rising("100", 1, LIGHT_GREEN);
	rising("45", 0.45, LIGHT_GREEN);
	rising("44,9", 0.449, LIGHT_YELLOW);
	rising("35", 0.35, LIGHT_YELLOW);
	rising("34,9", 0.349, LIGHT_RED);
	rising("-10", -0.1, LIGHT_RED);
	add("model/model.ini",
	    "[thresholds]\nbenefit_green = 0,8\nbenefit_yellow = 0.6\n");
	rising("40", 0.4, LIGHT_GREEN);
	rising("39,9", 0.399, LIGHT_YELLOW);
	rising("29,9", 0.299, LIGHT_RED);
}

static void
falling(const char *value, double fraction, enum light light)
{
	char row[64];

	snprintf(row, sizeof(row), "G1;101;SAPA;2015-03-20;%s\n", value);
	measure("G1;101;SAPA;Navn;nej;300;;" HALF, row);
	assert_number(benefit()->fraction, fraction);
	expect_benefit(BENEFIT_MEASURED, light);
}

/* From 300 down to 100. */
static void
test_falling(void **state)
{
	(void)state;
	falling("100", 1, LIGHT_GREEN);
	falling("210", 0.45, LIGHT_GREEN);
	falling("210,2", 0.449, LIGHT_YELLOW);
	falling("230", 0.35, LIGHT_YELLOW);
	falling("230,2", 0.349, LIGHT_RED);
	falling("320", -0.1, LIGHT_RED);
}

#define READING "G1;101;SAPA;2015-03-20;50\n"

static void
test_no_fraction(void **state)
{
	(void)state;
	/* baseline = target */
	measure("G1;101;SAPA;Navn;nej;100;;" HALF, READING);
	assert_no_number(benefit()->fraction);
	assert_no_number(benefit()->realised);
	expect_benefit(BENEFIT_MEASURED, LIGHT_GREY);
	/* no baseline */
	measure("G1;101;SAPA;Navn;nej;;;" HALF, READING);
	assert_no_number(benefit()->fraction);
	expect_benefit(BENEFIT_MEASURED, LIGHT_GREY);
	/* no measurement */
	measure("G1;101;SAPA;Navn;nej;0;;" HALF, "");
	assert_no_number(benefit()->fraction);
	assert_null(benefit()->latest);
	expect_benefit(BENEFIT_NOT_MEASURED, LIGHT_GREY);
}

static void
test_original_target(void **state)
{
	(void)state;
	measure("G1;101;SAPA;Navn;nej;0;;2015-03-01;200;100;2015-04-30;\n",
	    READING);
	assert_number(benefit()->fraction, 0.5);
	assert_number(benefit()->fraction_original, 0.25);
	measure("G1;101;SAPA;Navn;nej;0;;" HALF, READING);
	assert_number(benefit()->fraction_original, 0.5);
	/* The one is the baseline, the other is not. */
	measure(
	    "G1;101;SAPA;Navn;nej;0;;2015-03-01;0;100;2015-04-30;\n", READING);
	assert_number(benefit()->fraction, 0.5);
	assert_no_number(benefit()->fraction_original);
}

static void
expect_share(const char *baseline_date, const char *start, const char *end,
    double share, enum benefit_state state)
{
	char row[128];

	snprintf(row, sizeof(row), "G1;101;SAPA;Navn;nej;0;%s;%s;;100;%s;\n",
	    baseline_date, start, end);
	measure(row, READING);
	if (num_given(share))
		assert_number(benefit()->planned_share, share);
	else
		assert_no_number(benefit()->planned_share);
	assert_int_equal(benefit()->state, state);
}

static void
test_planned_share(void **state)
{
	(void)state;
	expect_share("", "2015-03-01", "2015-04-30", 0.5, BENEFIT_MEASURED);
	expect_share("2015-03-01", "", "2015-04-30", 0.5, BENEFIT_MEASURED);
	/* The start of realisation before the day of the baseline. */
	expect_share(
	    "2014-01-01", "2015-03-01", "2015-04-30", 0.5, BENEFIT_MEASURED);
	expect_share("", "2015-01-01", "2015-03-31", 1, BENEFIT_MEASURED);
	expect_share("", "2015-01-01", "2015-02-01", 1, BENEFIT_MEASURED);
	/* Not due at the start and before, measured or not. */
	expect_share("", "2015-03-31", "2015-04-30", 0, BENEFIT_NOT_DUE);
	expect_share("", "2015-04-10", "2015-04-30", 0, BENEFIT_NOT_DUE);
	expect_benefit(BENEFIT_NOT_DUE, LIGHT_GREY);
	expect_share(
	    "", "2015-03-30", "2015-04-29", 1.0 / 30, BENEFIT_MEASURED);
	/* No start, or a target that comes no later: not known, so due. */
	expect_share("", "", "2015-04-30", NUM_NONE, BENEFIT_MEASURED);
	expect_benefit(BENEFIT_MEASURED, LIGHT_GREY);
	expect_share(
	    "", "2015-04-30", "2015-04-30", NUM_NONE, BENEFIT_MEASURED);
	expect_share(
	    "", "2015-05-01", "2015-04-30", NUM_NONE, BENEFIT_MEASURED);
	measure("G1;101;SAPA;Navn;nej;0;;;;100;2015-04-30;\n", "");
	expect_benefit(BENEFIT_NOT_MEASURED, LIGHT_GREY);
}

static void
test_latest(void **state)
{
	(void)state;
	/* By date, not by row; not another's, not one after D. */
	measure("G1;101;SAPA;Navn;nej;0;;" HALF,
	    "G1;101;SAPA;2015-03-31;31\n"
	    "g1;101;SAPA;2015-03-01;1\n"
	    "G1;101;SAPA;2015-04-01;99\n");
	assert_number(benefit()->latest->value, 31);
	expect_found(DIAG_history_later, DIAG_WARNING, "status/2015-03/m.csv",
	    4, "2015-04-01");
	/* The newest by date may have come in an earlier folder. */
	add("status/2015-02/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-02-20;20\n");
	measure("G1;101;SAPA;Navn;nej;0;;" HALF "G1;147;SAPA;Navn;nej;0;;" HALF,
	    "G1;101;SAPA;2015-02-10;10\n"
	    "G1;147;SAPA;2015-03-10;90\n");
	assert_number(benefit()->latest->value, 20);
	assert_number(figures(147, "SAPA")->benefit[0].latest->value, 90);
	compute("2015-03", "2015-03-15");
	assert_number(benefit()->latest->value, 20);
}

/* A reading of February that came in March was not known in February. */
static void
test_late_reading(void **state)
{
	(void)state;
	silence("2015-02");
	measure("G1;101;SAPA;Navn;nej;0;;2015-01-01;;100;2015-03-01;\n",
	    "G1;101;SAPA;2015-02-20;95\n");
	expect_benefit(BENEFIT_MEASURED, LIGHT_GREEN);
	assert_int_equal(sapa()->previous->light[LIGHT_BENEFIT], LIGHT_GREY);
}

static void
test_disbenefit(void **state)
{
	(void)state;
	measure("G1;101;SAPA;Navn;ja;0;;" HALF, READING);
	assert_number(benefit()->fraction, 0.5);
	assert_number(benefit()->realised, 500);
	expect_benefit(BENEFIT_MEASURED, LIGHT_GREY);
	assert_int_equal(sapa()->light[LIGHT_BENEFIT], LIGHT_GREY);
}

#define VALUES_HEAD                                                       \
	"gevinst_id;kommunekode;løsning;gevinst;baseline;mål;måldato;" \
	"årlig_værdi_lav;årlig_værdi;årlig_værdi_høj\n"

static void
expect_realised(const char *value, double low, double mid, double high)
{
	add("register/benefits.csv",
	    VALUES_HEAD "G1;101;SAPA;Navn;0;100;2015-04-30;800;1000;1500\n");
	addf("status/2015-03/m.csv", "%sG1;101;SAPA;2015-03-20;%s\n",
	    MEASUREMENTS_HEAD, value);
	silence("2015-03");
	compute("2015-03", NULL);
	assert_number(benefit()->realised_low, low);
	assert_number(benefit()->realised, mid);
	assert_number(benefit()->realised_high, high);
}

/* What is realised stays within nothing and all; the fraction does not. */
static void
test_realised(void **state)
{
	(void)state;
	expect_realised("40", 320, 400, 600);
	expect_realised("100", 800, 1000, 1500);
	expect_realised("120", 800, 1000, 1500);
	assert_number(benefit()->fraction, 1.2);
	expect_realised("-20", 0, 0, 0);
	assert_number(benefit()->fraction, -0.2);
	/* A value that is not given stays so. */
	measure(
	    "G1;101;SAPA;Navn;nej;0;;2015-03-01;;100;2015-04-30;\n", READING);
	assert_no_number(benefit()->realised);
	assert_number(benefit()->fraction, 0.5);
}

static void
expect_open(const char *prerequisites, const char *status, int wanted)
{
	addf("register/benefits.csv",
	    "gevinst_id;kommunekode;løsning;"
	    "gevinst;mål;måldato;forudsætninger\n"
	    "G1;101;SAPA;Navn;100;2015-04-30;\"%s\"\n",
	    prerequisites);
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, status);
	compute("2015-03", NULL);
	assert_int_equal(benefit()->prerequisites_open, wanted);
}

static void
test_prerequisites(void **state)
{
	(void)state;
	expect_open("", "", 0);
	expect_open("1", "", 1); /* none reported */
	expect_open("1, 3", "", 2);
	expect_open("1, 3", "101;SAPA;F0;1;færdig;\n", 1);
	expect_open("1", "101;SAPA;F1;1;ikke relevant;\n", 0);
	/* All that was reported of it, over all phases. */
	expect_open("1",
	    "101;SAPA;F0;1;færdig;\n"
	    "101;SAPA;F2;1;i gang;10\n",
	    1);
	expect_open("1",
	    "101;SAPA;F0;1;færdig;\n"
	    "101;SAPA;F2;1;ikke startet;\n",
	    1);
	/* A row of grade '-' is no cell. */
	expect_open("2", "101;SAPA;F0;2;færdig;\n", 1);
	expect_open("2",
	    "101;SAPA;F0;2;i gang;10\n"
	    "101;SAPA;F1;2;færdig;\n",
	    0);
	/* By name, and each once. */
	expect_open("Ledelse; 1,3", "", 2);
	/* The newest row. */
	add("status/2015-02/s.csv", SOMEBODY "101;SAPA;F0;1;i gang;10\n");
	expect_open("1", "101;SAPA;F0;1;færdig;\n", 0);
}

/*
 * A returned sheet replaces the register's row from its month on.  All of the
 * time has gone on 1 March; as of 28 February 58 of 59 days.
 */
static void
test_returned_row(void **state)
{
	(void)state;
	silence("2015-02");
	add("status/2015-02/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-02-20;95\n");
	add("status/2015-03/b.csv",
	    BENEFITS_HEAD
	    "G1;101;SAPA;Nyt mål;nej;0;;2015-01-01;;200;2015-03-01;\n");
	measure("G1;101;SAPA;Navn;nej;0;;2015-01-01;;100;2015-03-01;\n", "");
	assert_string_equal(benefit()->benefit->name, "Nyt mål");
	assert_number(benefit()->fraction, 0.475);
	expect_benefit(BENEFIT_MEASURED, LIGHT_RED);
	/* 0.95 is beyond 0.9 of anything. */
	assert_int_equal(sapa()->previous->light[LIGHT_BENEFIT], LIGHT_GREEN);
	assert_int_equal(count_found(DIAG_duplicate_row), 0);
	/* One that only a month knows is there from that month on. */
	add("register/benefits.csv", BENEFITS_HEAD);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->nbenefit, 1);
	assert_int_equal(sapa()->previous->nbenefit, 0);
}

static void
test_unknown_benefit(void **state)
{
	(void)state;
	measure("G1;101;SAPA;Navn;nej;0;;" HALF,
	    "G2;101;SAPA;2015-03-20;50\n"
	    "G1;147;SAPA;2015-03-20;50\n");
	assert_null(benefit()->latest);
	assert_int_equal(count_found(DIAG_unknown_benefit), 2);
	assert_int_equal(found_nth(DIAG_unknown_benefit, 0)->loc.line, 2);
	assert_string_equal(found_nth(DIAG_unknown_benefit, 0)->value, "G2");
	assert_string_equal(found_nth(DIAG_unknown_benefit, 1)->value, "G1");
}

#define EVERY_HEAD                                               \
	"gevinst_id;kommunekode;løsning;gevinst;målefrekvens;" \
	"baseline;realisering_fra;mål;måldato\n"

static void
every(const char *frequency, const char *start, const char *reading)
{
	addf("register/benefits.csv",
	    "%sG1;101;SAPA;Navn;%s;0;%s;100;"
	    "2016-12-31\n",
	    EVERY_HEAD, frequency, start);
	addf("status/2015-03/m.csv", "%s%s", MEASUREMENTS_HEAD, reading);
	silence("2015-03");
	compute("2015-03", NULL);
}

/* D is 2015-03-31. */
static void
test_next_reading(void **state)
{
	(void)state;
	/* From the latest reading. */
	every("3", "2014-06-30", "G1;101;SAPA;2015-01-31;10\n");
	assert_day(benefit()->next_reading, "2015-04-30");
	assert_int_equal(benefit()->days_late, 0);
	/* Due that very day is not late; the day before is. */
	every("1", "2014-06-30", "G1;101;SAPA;2015-02-28;10\n");
	assert_day(benefit()->next_reading, "2015-03-28");
	assert_int_equal(benefit()->days_late, 3);
	every("3", "2014-12-31", "");
	assert_day(benefit()->next_reading, "2015-03-31");
	assert_int_equal(benefit()->days_late, 0);
	/* A shorter month ends it; a year has its turn. */
	every("3", "2014-11-30", "");
	assert_day(benefit()->next_reading, "2015-02-28");
	assert_int_equal(benefit()->days_late, 31);
	every("12", "2015-07-01", "");
	assert_day(benefit()->next_reading, "2016-07-01");
	/* Nothing to go by. */
	every("", "2014-11-30", "");
	assert_day(benefit()->next_reading, "");
	every("3", "", "");
	assert_day(benefit()->next_reading, "");
	assert_int_equal(benefit()->days_late, 0);
}

/* 1 March to 30 April: 60 days. */
static void
test_planned(void **state)
{
	const struct benefit *b;

	(void)state;
	measure("G1;101;SAPA;Navn;nej;300;;" HALF, "");
	b = benefit()->benefit;
	assert_day(benefit_start(b), "2015-03-01");
	assert_number(benefit_planned(b, date("2015-02-01")), 300);
	assert_number(benefit_planned(b, date("2015-03-16")), 250);
	assert_number(benefit_planned(b, date("2015-03-31")), 200);
	assert_number(benefit_planned(b, date("2015-12-31")), 100);
	measure("G1;101;SAPA;Navn;nej;300;;;;100;2015-04-30;\n", "");
	assert_no_number(
	    benefit_planned(benefit()->benefit, date("2015-03-31")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_next_reading),
	    programme_test(test_planned),
	    programme_test(test_rising),
	    programme_test(test_falling),
	    programme_test(test_no_fraction),
	    programme_test(test_original_target),
	    programme_test(test_planned_share),
	    programme_test(test_latest),
	    programme_test(test_late_reading),
	    programme_test(test_disbenefit),
	    programme_test(test_realised),
	    programme_test(test_prerequisites),
	    programme_test(test_returned_row),
	    programme_test(test_unknown_benefit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
