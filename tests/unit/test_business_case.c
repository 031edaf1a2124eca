/* Rule 21: cost and benefit by year, and when the one has paid the other. */
#include "programme_fixture.h"

#define HEAD                                                            \
	"gevinst_id;kommunekode;løsning;gevinst;type;ulempe;baseline;" \
	"realisering_fra;mål;måldato;årlig_værdi\n"

/* The whole of 2016: half of a year on the way. */
#define RAMP "0;2016-01-01;100;2017-01-01;"

static const struct business_case *
of(int code)
{
	return &programme.figures.business[rollout(code, "SAPA")];
}

static const struct business_year *
in(const struct business_case *b, int year)
{
	size_t i;

	for (i = 0; i < b->nyear; i++)
		if (b->year[i].year == year)
			return &b->year[i];
	fail_msg("no year %d", year);
	return NULL;
}

static void
test_cost_by_month(void **state)
{
	const struct business_case *b;

	(void)state;
	/* Task 1 grows by 30 in 2015; task 2 comes in 2015, its budget falls
	 * silent, so none of it counts. */
	addf("status/2014-12/e.csv",
	    "%s101;SAPA;1;100;20;110\n"
	    "101;SAPA;2;50;;\n",
	    ECONOMY_HEAD);
	addf("status/2015-03/e.csv",
	    "%s101;SAPA;1;130;60;140\n"
	    "101;SAPA;2;;5;\n",
	    ECONOMY_HEAD);
	addf("register/benefits.csv",
	    "%sG1;101;SAPA;N;budgeteffekt;nej;" RAMP "100\n", HEAD);
	silence("2014-12");
	silence("2015-03");
	compute("2015-03", NULL);
	b = of(101);
	assert_number(in(b, 2014)->cost[BUSINESS_PLAN], 100);
	assert_number(in(b, 2015)->cost[BUSINESS_PLAN], 30);
	assert_number(in(b, 2014)->cost[BUSINESS_REALISED], 20);
	assert_number(in(b, 2015)->cost[BUSINESS_REALISED], 45);
	assert_number(in(b, 2015)->cost_sum[BUSINESS_REALISED], 65);
	assert_number(in(b, 2015)->cost_sum[BUSINESS_FORECAST], 140);
	assert_no_number(in(b, 2016)->cost[BUSINESS_PLAN]);
	/* 50 in 2016, 100 a year from then: 150 by 2017 is above 130. */
	assert_number(in(b, 2015)->benefit_sum[BUSINESS_PLAN], 0);
	assert_number(in(b, 2016)->benefit[BUSINESS_PLAN], 50);
	assert_number(in(b, 2017)->benefit_sum[BUSINESS_PLAN], 150);
	assert_int_equal(b->payback[BUSINESS_PLAN], 2017);
	assert_int_equal(b->payback[BUSINESS_FORECAST], 2017);
	assert_int_equal(b->payback[BUSINESS_REALISED], FIGURE_NONE);
	assert_int_equal(b->year[b->nyear - 1].year, 2017 + BUSINESS_AFTER);
}

/* 1 January 2015 to 31 December 2015: 364 days; D is the 90th of the year. */
#define THIS_YEAR "0;2015-01-01;100;2015-12-31;"

static void
measured(const char *cost, const char *rows, const char *readings)
{
	addf("status/2015-03/e.csv", "%s101;SAPA;1;%s\n", ECONOMY_HEAD, cost);
	addf("register/benefits.csv", "%s%s", HEAD, rows);
	addf("status/2015-03/m.csv", "%s%s", MEASUREMENTS_HEAD, readings);
	silence("2015-03");
	compute("2015-03", NULL);
}

static void
test_readings(void **state)
{
	const struct business_case *b;

	(void)state;
	/* 20 % from 10 to before 20 January, 50 % from then to 31 March: 10
	 * and 71 of 365 days, of 36500 a year. */
	measured("9000;3000;9000",
	    "G1;101;SAPA;N;budgeteffekt;nej;" THIS_YEAR "36500\n",
	    "G1;101;SAPA;2015-01-10;20\n"
	    "G1;101;SAPA;2015-01-20;50\n");
	b = of(101);
	assert_number(in(b, 2015)->benefit[BUSINESS_REALISED],
	    100 * (0.2 * 10 + 0.5 * 71));
	assert_no_number(in(b, 2016)->benefit[BUSINESS_REALISED]);
	assert_int_equal(b->payback[BUSINESS_REALISED], 2015);
	/* 364/2 days of the ramp, and the day of the target itself. */
	assert_number(in(b, 2015)->benefit[BUSINESS_PLAN], 100 * 183);
	assert_int_equal(b->payback[BUSINESS_PLAN], 2015);
	/* 50 % where 89/364 was planned: no faster than the plan. */
	assert_number(in(b, 2015)->benefit[BUSINESS_FORECAST], 100 * 183);
	/* A reading of the tenth of what was planned slows it down. */
	measured("9000;3000;40000",
	    "G1;101;SAPA;N;budgeteffekt;nej;" THIS_YEAR "36500\n",
	    "G1;101;SAPA;2015-03-31;2,445054945\n");
	b = of(101);
	assert_true(fabs(in(b, 2015)->benefit[BUSINESS_FORECAST] - 1830) < 1);
	assert_true(fabs(in(b, 2016)->benefit[BUSINESS_FORECAST] - 3650) < 1);
	assert_int_equal(b->payback[BUSINESS_FORECAST], FIGURE_NONE);
	assert_int_equal(b->payback[BUSINESS_PLAN], 2015);
	assert_int_equal(b->payback[BUSINESS_REALISED], FIGURE_NONE);
}

static void
test_kinds(void **state)
{
	const struct business_case *b;

	(void)state;
	/* Time stands apart; a disbenefit is taken off; one that grows past
	 * the benefit turns the case back. */
	measured("10;10;10",
	    "G1;101;SAPA;N;budgeteffekt;nej;" RAMP "100\n"
	    "G2;101;SAPA;N;frigjort_tid;nej;" RAMP "1000\n"
	    "G3;101;SAPA;N;kvalitet;ja;" RAMP "40\n"
	    "G4;101;SAPA;N;frigjort_tid;ja;" RAMP "200\n"
	    "G5;101;SAPA;N;lovkrav;nej;" RAMP "\n"
	    "G6;101;SAPA;N;budgeteffekt;nej;0;;100;2017-01-01;7\n",
	    "");
	b = of(101);
	assert_number(in(b, 2016)->benefit[BUSINESS_PLAN], 30);
	assert_number(in(b, 2016)->time[BUSINESS_PLAN], 400);
	assert_number(in(b, 2017)->time_sum[BUSINESS_PLAN], 1200);
	assert_number(b->annual, 60);
	assert_number(b->annual_time, 800);
	assert_int_equal(b->valued, 4);
	assert_int_equal(b->measured, 0);
	assert_int_equal(b->no_value, 1);
	assert_int_equal(b->no_plan, 1);
	assert_int_equal(b->payback[BUSINESS_PLAN], 2016);
	assert_no_number(in(b, 2015)->benefit[BUSINESS_REALISED]);
	measured("10;10;10",
	    "G1;101;SAPA;N;budgeteffekt;nej;" RAMP "100\n"
	    "G3;101;SAPA;N;kvalitet;ja;0;2017-01-01;1;2018-01-01;400\n",
	    "");
	assert_int_equal(of(101)->payback[BUSINESS_PLAN], FIGURE_NONE);
}

static void
test_missing(void **state)
{
	(void)state;
	/* No economy: benefits are known, nothing is paid back. */
	addf("register/benefits.csv",
	    "%sG1;101;SAPA;N;budgeteffekt;nej;" RAMP
	    "100\nG1;147;SAPA;N;budgeteffekt;nej;" RAMP "10\n",
	    HEAD);
	addf("status/2015-03/e.csv", "%s147;SAPA;1;12;;\n751;SAPA;1;5;5;5\n",
	    ECONOMY_HEAD);
	silence("2015-03");
	compute("2015-03", NULL);
	assert_int_equal(of(101)->covered[BUSINESS_PLAN], 0);
	assert_int_equal(of(101)->payback[BUSINESS_PLAN], FIGURE_NONE);
	assert_number(in(of(101), 2016)->benefit[BUSINESS_PLAN], 50);
	assert_int_equal(of(751)->covered[BUSINESS_PLAN], 0);
	assert_int_equal(of(147)->payback[BUSINESS_PLAN], 2017);
	assert_int_equal(of(147)->payback[BUSINESS_FORECAST], FIGURE_NONE);
	/* Over all: only 147 has both. */
	assert_int_equal(
	    programme.figures.business_all.covered[BUSINESS_PLAN], 1);
	assert_int_equal(
	    programme.figures.business_all.covered[BUSINESS_FORECAST], 0);
	assert_number(in(&programme.figures.business_all, 2017)
			  ->benefit_sum[BUSINESS_PLAN],
	    15);
	assert_int_equal(
	    programme.figures.business_all.payback[BUSINESS_PLAN], 2017);
}

static void
test_nothing(void **state)
{
	(void)state;
	silence("2015-03");
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.business_all.nyear, 0);
	assert_int_equal(of(101)->nyear, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_cost_by_month),
	    programme_test(test_readings),
	    programme_test(test_kinds),
	    programme_test(test_missing),
	    programme_test(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
