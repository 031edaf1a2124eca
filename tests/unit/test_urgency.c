/* Rule 18: the order of every list of exceptions. */
#include "programme_fixture.h"

/* Three municipalities, each with both solutions. */
static void
six(void)
{
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;;;\n101;KY;;;\n147;SAPA;;;\n147;KY;;;\n"
			  "751;SAPA;;;\n751;KY;;;\n");
}

/* A report of each, without progress: neither time nor readiness. */
#define ALL_REPORT                                         \
	STATUS_HEAD                                        \
	"101;SAPA;F1;1;i gang;10\n101;KY;F1;1;i gang;10\n" \
	"147;SAPA;F1;1;i gang;10\n147;KY;F1;1;i gang;10\n" \
	"751;SAPA;F1;1;i gang;10\n751;KY;F1;1;i gang;10\n"

#define RED(rollout) "R1;" rollout ";;Tekst;5;5;;;åben\n"
#define YELLOW(rollout) "R1;" rollout ";;Tekst;2;5;;;åben\n"
#define GREEN(rollout) "R1;" rollout ";;Tekst;1;5;;;åben\n"

static void
expect_order(const char *wanted)
{
	const struct figures *f = &programme.figures;
	const struct rollout *r;
	char got[160] = "";
	size_t i;

	compute("2015-03", NULL);
	for (i = 0; i < f->nurgent; i++) {
		r = f->rollout[f->urgent[i]].rollout;
		assert_int_equal(f->rollout[f->urgent[i]].urgency, i + 1);
		snprintf(got + strlen(got), sizeof(got) - strlen(got),
		    "%d %s, ",
		    programme.portfolio.municipality[r->municipality].code,
		    programme.portfolio.solution[r->solution].id);
	}
	assert_string_equal(got, wanted);
}

static void
test_classes(void **state)
{
	(void)state;
	six();
	add("status/2015-02/s.csv", ALL_REPORT);
	add("status/2015-02/r.csv",
	    RISKS_HEAD RED("147;SAPA") YELLOW("751;SAPA"));
	/* 147 SAPA and 751 SAPA say nothing in March: grey. */
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F1;1;i gang;10\n101;KY;F1;1;i gang;10\n"
			"147;KY;F1;1;i gang;10\n751;KY;F1;1;i gang;10\n");
	add("status/2015-03/r.csv",
	    RISKS_HEAD YELLOW("101;SAPA") GREEN("101;KY") RED("147;KY")
		RED("751;KY"));
	expect_order("147 KY, 751 KY, 147 SAPA, 101 SAPA, ");
	/* What is green, or grey and was yellow, is no exception. */
	assert_int_equal(figures(101, "KY")->urgency, 0);
	assert_int_equal(figures(751, "SAPA")->urgency, 0);
	/* Nor is what is parked. */
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD
	    "101;SAPA;;;\n101;KY;;;\n147;SAPA;;pauset;\n147;KY;;udtrådt;\n"
	    "751;SAPA;;;\n751;KY;;;\n");
	expect_order("751 KY, 101 SAPA, ");
}

#define ALL_RED                                                                \
	RISKS_HEAD RED("101;SAPA") RED("101;KY") RED("147;SAPA") RED("147;KY") \
	    RED("751;SAPA") RED("751;KY")

static void
test_planned_end(void **state)
{
	(void)state;
	six();
	add("status/2015-03/s.csv", ALL_REPORT);
	add("status/2015-03/r.csv", ALL_RED);
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-04-01;2015-06-02;\n"
			  "SAPA;F0;;147;2015-04-01;2015-06-01;\n"
			  "KY;F0;;751;2015-04-01;2015-05-31;\n");
	/* Those without a plan last, by code and then by solution. */
	expect_order("751 KY, 147 SAPA, 101 SAPA, 101 KY, 147 KY, "
		     "751 SAPA, ");
}

/* E is 50 for all (see test_plan.c); only those with a P have a lag. */
static void
test_lag(void **state)
{
	(void)state;
	six();
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-01;2015-04-30;\n"
			  "KY;F0;;;2015-03-01;2015-04-30;\n");
	add("status/2015-03/s.csv",
	    ALL_REPORT "147;SAPA;F0;1;i gang;20\n147;SAPA;F0;3;i gang;20\n"
		       "147;KY;F0;1;i gang;30\n147;KY;F0;3;i gang;30\n"
		       "751;SAPA;F0;1;i gang;10\n751;SAPA;F0;3;i gang;10\n"
		       "751;KY;F0;1;i gang;20\n751;KY;F0;3;i gang;20\n");
	add("status/2015-03/r.csv", ALL_RED);
	/* 40; 30 and 30; 20; not known */
	expect_order("751 SAPA, 147 SAPA, 751 KY, 147 KY, 101 SAPA, "
		     "101 KY, ");
}

/* The planned end counts before the lag, and the class before both. */
static void
test_order_of_keys(void **state)
{
	(void)state;
	six();
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-03-01;2015-05-01;\n"
			  "SAPA;F0;;147;2015-03-01;2015-04-30;\n"
			  "SAPA;F0;;751;2015-03-01;2015-04-29;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD
	    "101;SAPA;F0;1;ikke startet;\n101;SAPA;F0;3;ikke startet;\n"
	    "147;SAPA;F0;1;i gang;20\n147;SAPA;F0;3;i gang;20\n"
	    "751;SAPA;F0;1;i gang;80\n751;SAPA;F0;3;i gang;80\n");
	/* All unanswered: no-go, and 101 alone is more than 30 days off. */
	add("status/2015-03/r.csv", RISKS_HEAD YELLOW("751;SAPA"));
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD
	    "751;SAPA;F0-K1;ja\n751;SAPA;F0-K2;ja\n751;SAPA;F0-K3;ja\n");
	expect_order("147 SAPA, 101 SAPA, 751 SAPA, ");
	assert_int_equal(sapa()->overall, LIGHT_RED);
	assert_int_equal(figures(751, "SAPA")->overall, LIGHT_YELLOW);
}

static void
test_municipalities(void **state)
{
	const struct municipality_figures *m;

	(void)state;
	six();
	add("status/2015-03/s.csv", ALL_REPORT);
	add("status/2015-03/r.csv",
	    RISKS_HEAD RED("751;SAPA") YELLOW("751;KY") YELLOW("101;KY")
		RED("147;KY"));
	expect_order("147 KY, 751 SAPA, 101 KY, 751 KY, ");
	m = programme.figures.municipality;
	assert_int_equal(m[0].urgency, 3); /* 101 */
	assert_int_equal(m[1].urgency, 1); /* 147 */
	assert_int_equal(m[2].urgency, 2); /* 751 */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_classes),
	    programme_test(test_planned_end),
	    programme_test(test_lag),
	    programme_test(test_order_of_keys),
	    programme_test(test_municipalities),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
