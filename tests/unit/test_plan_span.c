/* The programme's plan: when solutions leave their phases. */
#include "programme_fixture.h"

static void
test_none(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.nplan_span, 0);
}

static void
test_spans(void **state)
{
	const struct plan_span *s;

	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;B1;;2015-01-01;2015-02-28;2015-02-15\n"
			  "SAPA;F0;B2;;2015-01-15;2015-04-30;\n"
			  "SAPA;F1;B2;;2015-05-01;2015-06-30;2015-07-31\n"
			  "KY;F2;;;2015-09-01;2015-12-31;\n");
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n");
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.nplan_span, 3);
	s = programme.figures.plan_span;
	/* SAPA F0: 101 (through), 147 and 751. */
	assert_int_equal(s->solution, 0);
	assert_int_equal(s->phase, 0);
	assert_int_equal(s->planned, 3);
	assert_int_equal(s->passed, 1);
	assert_int_equal(s->current, 2);
	assert_day(s->first_end, "2015-02-28"); /* of 147 */
	assert_day(s->last_end, "2015-04-30");
	assert_day(s->last_baseline, "2015-02-15"); /* 751 has none */
	assert_int_equal(s->last_forecast, DAY_NONE);
	/* SAPA F1: 751 only; KY F2. */
	assert_int_equal(s[1].planned, 1);
	assert_int_equal(s[1].current, 0);
	assert_day(s[1].last_baseline, "2015-07-31");
	assert_int_equal(s[2].solution, 1);
	assert_int_equal(s[2].phase, 2);
}

/* What all have left has no dates any more. */
static void
test_left(void **state)
{
	const struct plan_span *s;

	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-01-01;2015-02-28;\n"
			  "SAPA;F0;;147;2015-01-01;2015-05-31;\n");
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "147;SAPA;F0;2015-03-01;go;\n");
	compute("2015-03", NULL);
	s = programme.figures.plan_span;
	assert_int_equal(s->passed, 1);
	assert_day(s->first_end, "2015-02-28");
	assert_day(s->last_end, "2015-02-28");
	add("status/2015-03/e.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-02;go;\n");
	compute("2015-03", NULL);
	s = programme.figures.plan_span;
	assert_int_equal(s->passed, 2);
	assert_int_equal(s->last_end, DAY_NONE);
}

/* At the mark already: the forecast is the report date. */
static void
test_forecast(void **state)
{
	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;B1;;2015-01-01;2015-06-30;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;færdig;\n101;SAPA;F0;3;færdig;\n");
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.nplan_span, 1);
	assert_day(programme.figures.plan_span->last_forecast, "2015-03-31");
}

static void
test_parked(void **state)
{
	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;udtrådt;\n147;SAPA;B1;;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2014-01-01;2014-06-30;\n"
			  "SAPA;F0;;147;2015-01-01;2015-06-30;\n");
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.plan_span->planned, 1);
	assert_day(programme.figures.plan_span->first_end, "2015-06-30");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_none),
	    programme_test(test_spans),
	    programme_test(test_left),
	    programme_test(test_forecast),
	    programme_test(test_parked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
