/* Rule 20: solutions that wait for each other, and gates that meet. */
#include "programme_fixture.h"

/* KY from F1 on presupposes that SAPA has left F0. */
#define REQUIRES \
	"løsning;fase;forudsætter_løsning;forudsætter_fase\nKY;F1;SAPA;F0\n"

static void
expect_conflicts(const char *decisions, size_t wanted)
{
	add("register/dependencies.csv", REQUIRES);
	addf("status/2015-03/d.csv", "%s%s", DECISIONS_HEAD, decisions);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.nconflict, wanted);
}

#define KY_GO(phase) "101;KY;" phase ";2015-03-01;go;\n"
#define SAPA_GO(phase) "101;SAPA;" phase ";2015-03-01;go;\n"

static void
test_conflict(void **state)
{
	(void)state;
	expect_conflicts("", 0);
	expect_conflicts(KY_GO("F0"), 1);
	assert_int_equal(
	    programme.figures.conflict[0].rollout, rollout(101, "KY"));
	assert_int_equal(programme.figures.conflict[0].requires_rollout,
	    rollout(101, "SAPA"));
	/* It has gone past the phase, to the end even. */
	expect_conflicts(KY_GO("F0") KY_GO("F1"), 1);
	expect_conflicts(KY_GO("F0") KY_GO("F1") KY_GO("F2"), 1);
	expect_conflicts(KY_GO("F0") SAPA_GO("F0"), 0);
	/* The gate that counts is that of the required phase. */
	expect_conflicts(KY_GO("F0") SAPA_GO("F1"), 1);
	expect_conflicts(
	    KY_GO("F0") SAPA_GO("F0") "101;SAPA;F0;2015-03-02;tilbage;\n", 1);
	/* In F0 behind a gap it has not come to F1. */
	expect_conflicts(KY_GO("F1"), 0);
}

static void
test_no_conflict(void **state)
{
	(void)state;
	/* The municipality doesn't take the required solution. */
	add("register/rollouts.csv", ROLLOUTS_HEAD "101;KY;;;\n147;SAPA;;;\n");
	expect_conflicts(KY_GO("F0"), 0);
	/* Parked. */
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;KY;;pauset;\n101;SAPA;;;\n147;SAPA;;;\n");
	expect_conflicts(KY_GO("F0"), 0);
}

/* The gate that KY stands before leads into F1; from F1 on it's a conflict. */
static void
test_awaited(void **state)
{
	(void)state;
	expect_conflicts("", 0);
	assert_int_equal(programme.figures.nawaited, 1);
	assert_int_equal(
	    programme.figures.awaited[0].rollout, rollout(101, "KY"));
	assert_int_equal(programme.figures.awaited[0].requires_rollout,
	    rollout(101, "SAPA"));
	expect_conflicts(SAPA_GO("F0"), 0);
	assert_int_equal(programme.figures.nawaited, 0);
	expect_conflicts(KY_GO("F0"), 1);
	assert_int_equal(programme.figures.nawaited, 0);
}

static void
expect_collisions(const char *sapa_end, const char *ky_end, size_t wanted)
{
	addf("register/schedule.csv",
	    "%sSAPA;F0;;;2015-01-01;%s;\n"
	    "KY;F0;;;2015-01-01;%s;\n",
	    SCHEDULE_HEAD, sapa_end, ky_end);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.ncollision, wanted);
}

static void
test_collision(void **state)
{
	const struct coordination_collision *c;

	(void)state;
	expect_collisions("2015-06-15", "2015-06-15", 1);
	expect_collisions("2015-06-15", "2015-06-29", 1); /* 14 days */
	c = &programme.figures.collision[0];
	assert_int_equal(c->rollout, rollout(101, "SAPA"));
	assert_int_equal(c->other, rollout(101, "KY"));
	assert_day(c->planned_end, "2015-06-15");
	assert_day(c->other_end, "2015-06-29");
	expect_collisions("2015-06-15", "2015-06-30", 0);
	expect_collisions("2015-06-29", "2015-06-15", 1);
	expect_collisions("2015-06-30", "2015-06-15", 0);
	add("model/model.ini", "[thresholds]\ncollision_days = 15\n");
	expect_collisions("2015-06-15", "2015-06-30", 1);
}

static void
test_no_collision(void **state)
{
	(void)state;
	/* Without a gate date, completed, or parked. */
	add("status/2015-03/d.csv", DECISIONS_HEAD KY_GO("F0"));
	expect_collisions("2015-06-15", "2015-06-15", 0);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD KY_GO("F0") KY_GO("F1") KY_GO("F2"));
	expect_collisions("2015-06-15", "2015-06-15", 0);
	add("status/2015-03/d.csv", DECISIONS_HEAD);
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;;;\n101;KY;;pauset;\n147;SAPA;;;\n");
	expect_collisions("2015-06-15", "2015-06-15", 0);
}

/* The same gate date in two municipalities is no collision. */
static void
test_one_municipality_only(void **state)
{
	(void)state;
	add("register/rollouts.csv", ROLLOUTS_HEAD "101;SAPA;;;\n147;KY;;;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;ikke startet;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-06-15;\n"
			  "KY;F0;;;2015-01-01;2015-06-15;\n");
	compute("2015-03", NULL);
	assert_int_equal(programme.figures.ncollision, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_conflict),
	    programme_test(test_no_conflict),
	    programme_test(test_awaited),
	    programme_test(test_collision),
	    programme_test(test_no_collision),
	    programme_test(test_one_municipality_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
