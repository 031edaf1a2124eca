/* Rule 19: safe operation, steering, effective implementation. */
#include "programme_fixture.h"

static void
report(const char *status, const char *risks)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, status);
	addf("status/2015-03/r.csv", "%s%s", RISKS_HEAD, risks);
	compute("2015-03", NULL);
}

/* Main task 3 is marked for operation, 1 is not. */
static void
expect_safe(const char *status, const char *risks, bool wanted)
{
	report(status, risks);
	assert_int_equal(sapa()->safe_operation, wanted);
}

#define REPORTED "101;SAPA;F0;1;i gang;50\n"

static void
test_safe_operation(void **state)
{
	(void)state;
	expect_safe(REPORTED, "", true);
	expect_safe("101;SAPA;F0;1;blokeret;\n", "", true);
	expect_safe("101;SAPA;F0;3;blokeret;\n", "", false);
	expect_safe("101;SAPA;F0;3;blokeret;100\n", "", false);
	expect_safe(REPORTED, "R1;101;SAPA;3;Tekst;3;5;;;åben\n", false);
	expect_safe(REPORTED, "R1;101;SAPA;3;Tekst;3;4;;;åben\n", true);
	expect_safe(REPORTED, "R1;101;SAPA;3;Tekst;5;5;;;lukket\n", true);
	expect_safe(REPORTED, "R1;101;SAPA;3;Tekst;5;5;1;1;åben\n", true);
	expect_safe(REPORTED, "R1;101;SAPA;1;Tekst;5;5;;;åben\n", true);
	expect_safe(REPORTED, "R1;101;SAPA;;Tekst;5;5;;;åben\n", true);
	/* The solution's own risk is no rollout's. */
	expect_safe(REPORTED, "R1;;SAPA;3;Tekst;5;5;;;åben\n", true);
}

/* A criterion that is marked lends its main task the mark. */
static void
test_marked_by_criterion(void **state)
{
	(void)state;
	add("model/criteria.csv",
	    CRITERIA_HEAD "F0-K1;F0;Mandat;1;ja;;kilde;\n"
			  "F1-K1;F1;Drift sikret;1;ja;;kilde;drift\n");
	expect_safe("101;SAPA;F0;1;blokeret;\n", "", false);
	expect_safe(REPORTED, "R1;101;SAPA;1;Tekst;5;5;;;åben\n", false);
	expect_safe(REPORTED, "R1;101;SAPA;2;Tekst;5;5;;;åben\n", true);
}

static void
expect_steering(const char *schedule, const char *economy, bool wanted)
{
	addf("register/schedule.csv", "%s%s", SCHEDULE_HEAD, schedule);
	addf("status/2015-03/e.csv", "%s%s", ECONOMY_HEAD, economy);
	report(REPORTED, "");
	assert_int_equal(sapa()->steering, wanted);
}

#define PLAN "SAPA;F0;;;2015-01-01;2015-06-30;\n"

static void
test_steering(void **state)
{
	(void)state;
	expect_steering(PLAN, "101;SAPA;1;100;;100\n", true);
	expect_steering("", "101;SAPA;1;100;;100\n", false);
	expect_steering("SAPA;F1;;;2015-01-01;2015-06-30;\n",
	    "101;SAPA;1;100;;100\n", false);
	expect_steering(PLAN, "", false);
	expect_steering(PLAN, "101;SAPA;1;100;100;\n", false);
	expect_steering(PLAN, "101;SAPA;1;100;;\n101;SAPA;2;;;100\n", false);
	expect_steering(PLAN, "101;SAPA;1;100;;\n101;SAPA;2;100;;100\n", true);
}

#define OWNED_HEAD                                                           \
	"gevinst_id;kommunekode;løsning;gevinst;gevinstejer;baseline;mål;" \
	"måldato\n"

static void
expect_effective(const char *benefits, bool wanted)
{
	addf("register/benefits.csv", "%s%s", OWNED_HEAD, benefits);
	report(REPORTED, "");
	assert_int_equal(sapa()->effective, wanted);
}

static void
test_effective_benefits(void **state)
{
	(void)state;
	expect_effective("", true);
	expect_effective("G1;101;SAPA;Navn;Ejer;0;9;2015-12-31\n", true);
	expect_effective("G1;101;SAPA;Navn;;0;9;2015-12-31\n", false);
	expect_effective("G1;101;SAPA;Navn;Ejer;;9;2015-12-31\n", false);
	expect_effective("G1;101;SAPA;Navn;Ejer;0;9;2015-12-31\n"
			 "G2;101;SAPA;Navn;Ejer;;9;2015-12-31\n",
	    false);
	expect_effective("G1;147;SAPA;Navn;;;9;2015-12-31\n", true);
}

static void
expect_effective_plan(const char *start, const char *end, bool wanted)
{
	addf("register/schedule.csv", "%sSAPA;F0;;;%s;%s;\n", SCHEDULE_HEAD,
	    start, end);
	report(REPORTED "101;SAPA;F0;3;i gang;50\n", "");
	assert_int_equal(sapa()->effective, wanted);
}

static void
test_effective_lights(void **state)
{
	(void)state;
	/* E = 30/60: green.  Far from the gate, so no-go is no matter. */
	expect_effective_plan("2015-03-01", "2015-05-01", true);
	/* E = 89/130 = 68.5: yellow */
	expect_effective_plan("2015-01-01", "2015-05-11", true);
	assert_int_equal(sapa()->light[LIGHT_READINESS], LIGHT_YELLOW);
	/* E = 89/110 = 80.9: red */
	expect_effective_plan("2015-01-01", "2015-04-21", false);
	/* Green by the lag, red since a no-go is near: readiness alone. */
	expect_effective_plan("2015-03-01", "2015-04-30", false);
	assert_int_equal(sapa()->light[LIGHT_TIME], LIGHT_GREEN);
	/* Another light may be red. */
	expect_effective_plan("2015-03-01", "2015-05-01", true);
	report(REPORTED "101;SAPA;F0;3;i gang;50\n",
	    "R1;101;SAPA;;Tekst;5;5;;;åben\n");
	assert_int_equal(sapa()->overall, LIGHT_RED);
	assert_true(sapa()->effective);
}

static void
test_only_reported_and_active(void **state)
{
	const struct rollup *whole;

	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD
	    "101;SAPA;;;\n101;KY;;pauset;\n147;SAPA;;;\n751;SAPA;;;\n");
	report(REPORTED "101;KY;F0;1;i gang;50\n"
			"147;SAPA;F0;3;blokeret;\n",
	    "");
	whole = &programme.figures.rollup[0];
	/* 101 SAPA and 147 SAPA; KY is parked, 751 says nothing. */
	assert_int_equal(whole->eligible, 2);
	assert_int_equal(whole->safe_operation, 1);
	assert_int_equal(whole->steering, 0);
	assert_int_equal(whole->effective, 2);
	assert_false(figures(101, "KY")->effective);
	assert_false(figures(751, "SAPA")->effective);
	assert_false(figures(751, "SAPA")->safe_operation);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_safe_operation),
	    programme_test(test_marked_by_criterion),
	    programme_test(test_steering),
	    programme_test(test_effective_benefits),
	    programme_test(test_effective_lights),
	    programme_test(test_only_reported_and_active),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
