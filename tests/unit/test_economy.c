/* Rule 15: what it costs, against the budget and the time that has gone. */
#include "programme_fixture.h"

static const struct economy_figures *
economy(const char *rows)
{
	addf("status/2015-03/e.csv", "%s%s", ECONOMY_HEAD, rows);
	silence("2015-03");
	compute("2015-03", NULL);
	return &sapa()->economy;
}

static void
test_sums(void **state)
{
	const struct economy_figures *e;

	(void)state;
	e = economy("101;SAPA;1;1000;200;1100\n"
		    "101;SAPA;2;500;;\n"
		    "101;SAPA;3;;50;300\n"
		    "101;KY;1;7000;7000;7000\n");
	assert_number(e->budget_dkk, 1500);
	assert_number(e->actual_dkk, 250);
	assert_number(e->forecast_dkk, 1400);
	/* Only task 1 has both. */
	assert_number(e->both_budget_dkk, 1000);
	assert_number(e->both_forecast_dkk, 1100);
	assert_number(e->variance_dkk, 100);
	assert_number(e->variance_pct, 10);
	assert_no_number(e->budget_hours);
}

static void
test_nothing_given(void **state)
{
	const struct economy_figures *e;

	(void)state;
	e = economy("");
	assert_no_number(e->budget_dkk);
	assert_no_number(e->actual_dkk);
	assert_no_number(e->forecast_dkk);
	assert_no_number(e->variance_dkk);
	assert_no_number(e->variance_pct);
	e = economy("101;SAPA;1;1000;;\n101;SAPA;2;;;900\n");
	assert_number(e->budget_dkk, 1000);
	assert_number(e->forecast_dkk, 900);
	assert_no_number(e->both_budget_dkk);
	assert_no_number(e->variance_dkk);
}

static void
test_zero_budget(void **state)
{
	const struct economy_figures *e;

	(void)state;
	e = economy("101;SAPA;1;0;0;500\n");
	assert_number(e->actual_dkk, 0);
	assert_number(e->variance_dkk, 500);
	assert_no_number(e->variance_pct);
}

#define HOURS_HEAD                                                     \
	"kommunekode;løsning;hovedopgave;budget_timer;forbrug_timer;" \
	"forventet_timer\n"

static void
test_hours_apart(void **state)
{
	const struct economy_figures *e;

	(void)state;
	add("status/2015-03/h.csv",
	    HOURS_HEAD "101;SAPA;1;10;2,5;12\n101;SAPA;2;20;;25\n");
	e = economy("101;SAPA;3;1000;200;900\n");
	assert_number(e->budget_hours, 30);
	assert_number(e->actual_hours, 2.5);
	assert_number(e->forecast_hours, 37);
	assert_number(e->variance_dkk, -100);
	assert_number(e->variance_pct, -10);
}

/* Of each main task the newest row. */
static void
test_carried(void **state)
{
	const struct economy_figures *e;

	(void)state;
	silence("2015-02");
	add("status/2015-02/e.csv",
	    ECONOMY_HEAD "101;SAPA;1;1000;;1000\n101;SAPA;2;500;;600\n");
	e = economy("101;SAPA;1;2000;;2500\n");
	assert_number(e->budget_dkk, 2500);
	assert_number(e->variance_dkk, 600); /* 500 + 100 */
	e = &sapa()->previous->economy;
	assert_number(e->budget_dkk, 1500);
	assert_number(e->variance_dkk, 100);
}

static void
expect_used(const char *schedule, double share)
{
	addf("register/schedule.csv", "%s%s", SCHEDULE_HEAD, schedule);
	silence("2015-03");
	compute("2015-03", NULL);
	if (num_given(share))
		assert_number(sapa()->economy.time_used, share);
	else
		assert_no_number(sapa()->economy.time_used);
}

/* D is 2015-03-31. */
static void
test_time_used(void **state)
{
	(void)state;
	expect_used("", NUM_NONE);
	expect_used("SAPA;F0;;;2015-03-01;2015-05-30;\n", 1.0 / 3);
	/* The first start and the last end, wherever they stand. */
	expect_used("SAPA;F0;;;2015-03-11;2015-05-30;\n"
		    "SAPA;F1;;;2015-03-01;2015-03-10;\n",
	    1.0 / 3);
	expect_used("SAPA;F0;;;2015-03-01;2015-03-10;\n"
		    "SAPA;F1;;;2015-03-11;2015-05-30;\n",
	    1.0 / 3);
	expect_used("SAPA;F2;;;2015-04-01;2015-05-30;\n", 0);
	expect_used("SAPA;F2;;;2015-03-31;2015-05-30;\n", 0);
	expect_used("SAPA;F0;;;2014-01-01;2015-03-31;\n", 1);
	expect_used("SAPA;F0;;;2014-01-01;2015-01-01;\n", 1);
	expect_used("SAPA;F0;;;2015-01-01;2015-01-01;\n", NUM_NONE);
	expect_used("SAPA;F0;;;2015-05-01;2015-04-01;\n", NUM_NONE);
	/* A completed rollout keeps its plan. */
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	expect_used("SAPA;F0;;;2015-03-01;2015-05-30;\n", 1.0 / 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_sums),
	    programme_test(test_nothing_given),
	    programme_test(test_zero_budget),
	    programme_test(test_hours_apart),
	    programme_test(test_carried),
	    programme_test(test_time_used),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
