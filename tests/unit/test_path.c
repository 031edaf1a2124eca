/* The path to green: enough to turn a light, and no more. */
#include "programme_fixture.h"

/* E is 80: 24 of the 30 days from 7 March to 6 April. */
#define PLAN_80 SCHEDULE_HEAD "SAPA;F0;;;2015-03-07;2015-04-06;\n"

#define ALL_YES      \
	ANSWERS_HEAD \
	"101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;ja\n101;SAPA;F0-K3;ja\n"

static void
report(const char *rows)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, rows);
	compute("2015-03", NULL);
}

/* The steps as text: "cell 3 60, plan, ". */
static void
expect_steps(const char *wanted)
{
	char got[256] = "";
	const struct step *s;
	size_t i, n;

	for (i = 0; i < sapa()->nstep; i++) {
		s = &sapa()->step[i];
		n = strlen(got);
		snprintf(got + n, sizeof(got) - n, "%s", step_id(s->code));
		n = strlen(got);
		if (s->main_task != -1)
			snprintf(got + n, sizeof(got) - n, " %d",
			    programme.model.task[s->main_task].no);
		if (s->criterion != -1)
			snprintf(got + n, sizeof(got) - n, " %s",
			    programme.model.criterion[s->criterion].id);
		if (s->id != NULL)
			snprintf(got + n, sizeof(got) - n, " %s", s->id);
		n = strlen(got);
		if (num_given(s->number))
			snprintf(got + n, sizeof(got) - n, " %g", s->number);
		strncat(got, ", ", sizeof(got) - strlen(got) - 1);
	}
	assert_string_equal(got, wanted);
}

/*
 * The goal is E - 10 = 70.  Finishing a cell at v of two adds (100 - v) / 2.
 * With every criterion met nothing but cells can be lacking.
 */
static void
test_cells(void **state)
{
	(void)state;
	add("register/schedule.csv", PLAN_80);
	add("status/2015-03/a.csv", ALL_YES);
	/* P 40, R 70; the worse one alone gives 80 */
	report("101;SAPA;F0;1;i gang;20\n101;SAPA;F0;3;i gang;60\n");
	assert_int_equal(sapa()->light[LIGHT_TIME], LIGHT_RED);
	assert_int_equal(sapa()->light[LIGHT_READINESS], LIGHT_RED);
	expect_steps("cell 1 20, ");
	assert_int_equal(sapa()->step[0].kind, LIGHT_TIME);
	assert_int_equal(sapa()->step[0].loc.line, 3);
	/* P 40 again; of two alike the first: 40 + 30 is just enough */
	report("101;SAPA;F0;1;i gang;40\n101;SAPA;F0;3;i gang;40\n");
	expect_steps("cell 1 40, ");
	/* P 36; 36 + 32 = 68 is not */
	report("101;SAPA;F0;1;i gang;36\n101;SAPA;F0;3;i gang;36\n");
	assert_int_equal(sapa()->recommendation, RECOMMEND_NO_GO);
	expect_steps("cell 1 36, cell 3 36, ");
	/* Green needs nothing. */
	report("101;SAPA;F0;1;i gang;70\n101;SAPA;F0;3;i gang;70\n");
	assert_int_equal(sapa()->light[LIGHT_TIME], LIGHT_GREEN);
	expect_steps("");
}

static void
test_kinds_of_cells(void **state)
{
	(void)state;
	add("register/schedule.csv", PLAN_80);
	add("status/2015-03/a.csv", ALL_YES);
	/* What is not applicable counts for nothing. */
	report("101;SAPA;F0;1;ikke relevant;\n101;SAPA;F0;3;blokeret;60\n");
	expect_steps("unblock 3 60, ");
	/* A cell that was never reported stands nowhere. */
	report("101;SAPA;F0;3;i gang;90\n"); /* P 45 */
	expect_steps("cell 1 0, ");
	assert_null(sapa()->step[0].loc.file);
}

/* In F1 a focus cell of weight 3 is worth more than its points. */
static void
test_weights(void **state)
{
	(void)state;
	add("model/model.ini", "[weights]\nweight_focus = 3\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F1;;;2015-03-07;2015-04-06;\n");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n");
	add("status/2015-03/a.csv", ANSWERS_HEAD "101;SAPA;F1-K1;ja\n");
	/*
	 * P = (30 + 3 * 60 + 70) / 5 = 56, and R = 78; gains 70/5 = 14 and
	 * 3 * 40/5 = 24 and 30/5 = 6; 56 + 24 = 80 reaches 70.
	 */
	report("101;SAPA;F1;1;i gang;30\n"
	       "101;SAPA;F1;2;i gang;60\n"
	       "101;SAPA;F1;3;i gang;70\n");
	assert_number(sapa()->progress, 56);
	expect_steps("cell 2 60, ");
}

/* A slip is mended by being ready: the goal is 90. */
static void
test_slip(void **state)
{
	(void)state;
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-30;2015-06-01;\n"); /* slip 39 */
	compute("2015-03", NULL);
	assert_int_equal(sapa()->light[LIGHT_TIME], LIGHT_YELLOW);
	assert_int_equal(sapa()->light[LIGHT_READINESS], LIGHT_GREEN);
	/* 39.5 + 30.25 = 69.75, so both */
	expect_steps("cell 1 39.5, cell 3 39.5, ");
}

static void
test_stalled(void **state)
{
	(void)state;
	report_sapa("2015-01", "88");
	report_sapa("2015-02", "88");
	report_sapa("2015-03", "88");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-01;2015-06-30;\n");
	compute("2015-03", NULL);
	assert_true(sapa()->stalled);
	expect_steps("cell 1 88, "); /* 88 + 6 */
}

/* Past the planned end nothing but the gate itself is left. */
static void
test_overdue(void **state)
{
	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-03-30;\n");
	add("status/2015-03/a.csv", ALL_YES);
	report("101;SAPA;F0;1;færdig;\n101;SAPA;F0;3;i gang;80\n");
	assert_number(sapa()->progress, 90);
	expect_steps("gate, ");
	report("101;SAPA;F0;1;færdig;\n101;SAPA;F0;3;i gang;78\n");
	expect_steps("cell 3 78, gate, ");
}

/* A no-go with the gate near: what is mandatory and lacking. */
static void
test_gate_lacks(void **state)
{
	(void)state;
	add("register/schedule.csv", PLAN_80);
	add("status/2015-03/t.csv",
	    TASKS_HEAD "T1;101;SAPA;F0;1;Åben;ja;i gang;\n"
		       "T2;101;SAPA;F0;1;Lukket;ja;færdig;\n"
		       "T3;101;SAPA;F0;1;Frivillig;nej;i gang;\n"
		       "T4;101;SAPA;F1;1;Senere;ja;i gang;\n");
	report("101;SAPA;F0;1;i gang;75\n101;SAPA;F0;3;i gang;75\n");
	assert_int_equal(sapa()->light[LIGHT_TIME], LIGHT_GREEN);
	assert_int_equal(sapa()->light[LIGHT_READINESS], LIGHT_RED);
	expect_steps("criterion F0-K1, criterion F0-K2, task T1, ");
	assert_int_equal(sapa()->step[0].kind, LIGHT_READINESS);
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD "101;SAPA;F0-K1;nej\n101;SAPA;F0-K2;dispensation\n");
	compute("2015-03", NULL);
	expect_steps("criterion F0-K1, task T1, ");
	assert_string_equal(sapa()->step[0].loc.file, "status/2015-03/a.csv");
}

static void
test_report_and_plan(void **state)
{
	(void)state;
	silence("2015-03");
	compute("2015-03", NULL);
	expect_steps("report, ");
	report("101;SAPA;F0;1;i gang;40\n");
	expect_steps("plan, ");
}

static void
test_cost(void **state)
{
	(void)state;
	report_sapa("2015-03", "50");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-30;2015-06-30;\n");
	add("status/2015-03/e.csv",
	    ECONOMY_HEAD "101;SAPA;1;1000;;1150\n101;SAPA;2;500;;400\n");
	compute("2015-03", NULL);
	expect_steps("cost 50, ");
	assert_int_equal(sapa()->step[0].kind, LIGHT_ECONOMY);
	add("status/2015-03/e.csv", ECONOMY_HEAD "101;SAPA;1;1000;;1000\n");
	compute("2015-03", NULL);
	expect_steps("");
}

/* Every open risk of 8 or more; not the others. */
static void
test_risks(void **state)
{
	(void)state;
	report_sapa("2015-03", "50");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-30;2015-06-30;\n");
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R1;101;SAPA;;Tekst;2;4;;;åben\n"
		       "R2;101;SAPA;;Tekst;2;3;;;åben\n"
		       "R3;101;SAPA;;Tekst;5;5;;;lukket\n"
		       "R4;101;SAPA;;Tekst;3;5;;;åben\n"
		       "R5;101;SAPA;;Tekst;5;5;1;2;åben\n");
	compute("2015-03", NULL);
	expect_steps("risk R4 8, risk R1 8, ");
}

/* The reading that would be green: 0.9 of the planned half of the way. */
static void
test_readings(void **state)
{
	(void)state;
	report_sapa("2015-03", "50");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-03-30;2015-06-30;\n");
	add("register/benefits.csv",
	    BENEFITS_HEAD
	    "G1;101;SAPA;Stiger;nej;20;;2015-03-01;;120;2015-04-30;\n"
	    "G2;101;SAPA;Falder;nej;300;;2015-03-01;;100;2015-04-30;\n"
	    "G3;101;SAPA;På plan;nej;0;;2015-03-01;;100;2015-04-30;\n"
	    "G4;101;SAPA;Ulempe;ja;0;;2015-03-01;;100;2015-04-30;\n"
	    "G5;101;SAPA;Umålt;nej;0;;2015-03-01;;100;2015-04-30;\n");
	add("status/2015-03/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-03-10;30\n"
			      "G2;101;SAPA;2015-03-10;290\n"
			      "G3;101;SAPA;2015-03-10;45\n"
			      "G4;101;SAPA;2015-03-10;1\n");
	compute("2015-03", NULL);
	/* 20 + 100 * 0.45 and 300 - 200 * 0.45 */
	expect_steps("reading G1 65, reading G2 210, ");
}

static void
test_parked_and_completed(void **state)
{
	(void)state;
	add("register/schedule.csv", PLAN_80);
	add("status/2015-03/a.csv", ALL_YES);
	risk_of("2015-03", "5");
	/* P 5: 5 + 50 is not enough; the cell never reported comes first. */
	report("101;SAPA;F0;1;i gang;10\n");
	expect_steps("cell 3 0, cell 1 10, risk R1 8, ");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	compute("2015-03", NULL);
	expect_steps("risk R1 8, ");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;;pauset;\n147;SAPA;;;\n");
	compute("2015-03", NULL);
	expect_steps("");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_cells),
	    programme_test(test_kinds_of_cells),
	    programme_test(test_weights),
	    programme_test(test_slip),
	    programme_test(test_stalled),
	    programme_test(test_overdue),
	    programme_test(test_gate_lacks),
	    programme_test(test_report_and_plan),
	    programme_test(test_cost),
	    programme_test(test_risks),
	    programme_test(test_readings),
	    programme_test(test_parked_and_completed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
