/* Rules 14 and 17: benefits added up, early claims, the original target. */
#include "programme_fixture.h"

#define HEAD                                                                   \
	"gevinst_id;kommunekode;løsning;gevinst;type;ulempe;forudsætninger;" \
	"baseline;baseline_dato;oprindeligt_mål;mål;måldato;"               \
	"årlig_værdi_lav;årlig_værdi;årlig_værdi_høj\n"

static const struct rollup *
all(void)
{
	return &programme.figures.rollup[0];
}

static void
benefits(const char *rows)
{
	addf("register/benefits.csv", "%s%s", HEAD, rows);
	add("status/2015-03/s.csv", SOMEBODY);
}

static void
measure(const char *rows)
{
	addf("status/2015-03/m.csv", "%s%s", MEASUREMENTS_HEAD, rows);
}

static void
test_nothing(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(all()->benefit.measured, 0);
	assert_no_number(all()->benefit.annual);
	assert_no_number(all()->net.annual);
	assert_no_number(all()->net.annual_low);
	assert_no_number(all()->net.planned);
	assert_no_number(all()->net.realised_high);
	assert_no_number(all()->type[BENEFIT_TYPES].annual);
}

/*
 * 31 March 2015 is 90 of the 360 days from 31 December 2014 to 26 December
 * 2015: the planned share is a quarter.
 */
static void
test_low_likely_high(void **state)
{
	(void)state;
	benefits("G1;101;SAPA;A;budgeteffekt;nej;;0;2014-12-31;;100;"
		 "2015-12-26;80;100;140\n"
		 "G2;101;SAPA;B;frigjort_tid;nej;;0;2014-12-31;;100;"
		 "2015-12-26;;40;\n"
		 "G3;101;SAPA;C;kvalitet;ja;;0;2014-12-31;;100;"
		 "2015-12-26;10;20;30\n");
	measure("G1;101;SAPA;2015-03-30;50\n"
		"G3;101;SAPA;2015-03-30;10\n");
	compute("2015-03", NULL);
	assert_number(all()->benefit.annual_low, 120); /* 80 + 40 */
	assert_number(all()->benefit.annual, 140);
	assert_number(all()->benefit.annual_high, 180); /* 140 + 40 */
	assert_number(all()->disbenefit.annual, 20);
	assert_number(all()->net.annual_low, 90); /* 120 - 30 */
	assert_number(all()->net.annual, 120);
	assert_number(all()->net.annual_high, 170); /* 180 - 10 */
	/* To date: a quarter of 140, and of G1 alone; G3 a quarter of 20. */
	assert_number(all()->benefit.planned, 35);
	assert_number(all()->benefit.planned_measured, 25);
	assert_number(all()->net.planned, 30);
	assert_number(all()->net.planned_measured, 20);
	/* Half of G1, less a tenth of G3. */
	assert_number(all()->benefit.realised, 50);
	assert_number(all()->net.realised, 48);
	assert_number(all()->net.realised_low, 37);  /* 40 - 3 */
	assert_number(all()->net.realised_high, 69); /* 70 - 1 */
}

/* Counts are of benefits; disbenefits have their own. */
static void
test_counts(void **state)
{
	(void)state;
	benefits("G1;101;SAPA;A;budgeteffekt;nej;;0;2014-12-31;;100;"
		 "2015-12-26;;;\n"
		 "G2;101;SAPA;B;;nej;;0;2014-12-31;;100;2015-12-26;;7;\n"
		 "G3;101;SAPA;C;kvalitet;ja;;0;2014-12-31;;100;"
		 "2015-12-26;;;\n"
		 "G4;101;KY;D;frigjort_tid;nej;;0;2015-04-01;;100;"
		 "2015-12-26;;;\n");
	measure("G1;101;SAPA;2015-03-30;20\n");
	compute("2015-03", NULL);
	assert_int_equal(all()->benefit.measured, 1);
	assert_int_equal(all()->benefit.not_measured, 1);
	assert_int_equal(all()->benefit.not_due, 1);
	assert_int_equal(all()->benefit.count, 3);
	assert_int_equal(all()->benefit.due, 2);
	assert_int_equal(all()->disbenefit.not_measured, 1);
	/* 0.2 of a planned quarter is 0.8 of it: yellow. */
	assert_int_equal(all()->benefit.light[LIGHT_YELLOW], 1);
	assert_int_equal(all()->benefit.light[LIGHT_GREEN], 0);
	assert_int_equal(all()->type[BENEFIT_BUDGET].measured, 1);
	assert_int_equal(all()->type[BENEFIT_TIME_RELEASED].not_due, 1);
	assert_int_equal(all()->type[BENEFIT_QUALITY].not_measured, 0);
	assert_int_equal(all()->type[BENEFIT_TYPES].not_measured, 1);
	assert_number(all()->type[BENEFIT_TYPES].annual, 7);
	/* The first of the solutions. */
	assert_int_equal(all()[1].benefit.not_due, 0);
	assert_int_equal(all()[2].benefit.not_due, 1);
}

/* A target that was lowered makes green what would have been red. */
static void
test_original_target(void **state)
{
	(void)state;
	benefits("G1;101;SAPA;A;budgeteffekt;nej;;0;2014-12-31;200;100;"
		 "2015-12-26;;;\n"
		 "G2;101;SAPA;B;budgeteffekt;nej;;0;2014-12-31;;100;"
		 "2015-12-26;;;\n");
	measure("G1;101;SAPA;2015-03-30;25\nG2;101;SAPA;2015-03-30;25\n");
	compute("2015-03", NULL);
	assert_int_equal(sapa()->benefit[0].light, LIGHT_GREEN);
	assert_int_equal(sapa()->benefit[0].light_original, LIGHT_RED);
	assert_int_equal(sapa()->benefit[1].light_original, LIGHT_GREEN);
	assert_int_equal(all()->benefit.light[LIGHT_GREEN], 2);
	assert_int_equal(all()->benefit.light_original[LIGHT_GREEN], 1);
	assert_int_equal(all()->benefit.light_original[LIGHT_RED], 1);
}

/* Some of it is claimed while a task that it presupposes is open. */
static void
test_claimed_early(void **state)
{
	(void)state;
	benefits("G1;101;SAPA;A;budgeteffekt;nej;1, 2;0;2014-12-31;;100;"
		 "2015-12-26;;;\n"
		 "G2;101;SAPA;B;budgeteffekt;nej;2;0;2014-12-31;;100;"
		 "2015-12-26;;;\n"
		 "G3;101;SAPA;C;budgeteffekt;nej;1;0;2014-12-31;;100;"
		 "2015-12-26;;;\n"
		 "G4;101;SAPA;D;budgeteffekt;ja;2;0;2014-12-31;;100;"
		 "2015-12-26;;;\n");
	add("status/2015-03/t.csv", STATUS_HEAD "101;SAPA;F0;1;færdig;\n");
	measure("G1;101;SAPA;2015-03-30;25\n" /* 2 is open */
		"G2;101;SAPA;2015-03-30;0\n"  /* nothing is claimed */
		"G3;101;SAPA;2015-03-30;25\n" /* 1 is done */
		"G4;101;SAPA;2015-03-30;25\n" /* a disbenefit */);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->benefit[0].prerequisites_open, 1);
	assert_int_equal(sapa()->benefit[0].prerequisite_open[0], 1);
	assert_true(sapa()->benefit[0].claimed_early);
	assert_int_equal(sapa()->benefit[1].prerequisites_open, 1);
	assert_false(sapa()->benefit[1].claimed_early);
	assert_int_equal(sapa()->benefit[2].prerequisites_open, 0);
	assert_false(sapa()->benefit[2].claimed_early);
	assert_false(sapa()->benefit[3].claimed_early);
	assert_int_equal(all()->benefit.claimed_early, 1);
	assert_int_equal(all()->disbenefit.claimed_early, 0);
}

/* What is parked stands in no sum. */
static void
test_parked(void **state)
{
	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;pauset;\n"
			  "147;SAPA;B1;;\n");
	benefits("G1;101;SAPA;A;budgeteffekt;nej;;0;2014-12-31;;100;"
		 "2015-12-26;;9;\n");
	compute("2015-03", NULL);
	assert_int_equal(all()->benefit.not_measured, 0);
	assert_no_number(all()->net.annual);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_nothing),
	    programme_test(test_low_likely_high),
	    programme_test(test_counts),
	    programme_test(test_original_target),
	    programme_test(test_claimed_early),
	    programme_test(test_parked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
