/* Rules 11 and 12: every light at its limits, and the reported one. */
#include "programme_fixture.h"

static void
plan(const char *start, const char *end)
{
	addf("register/schedule.csv", "%sSAPA;F0;;;%s;%s;\n", SCHEDULE_HEAD,
	    start, end);
}

static void
expect_light(enum light_kind kind, enum light wanted)
{
	compute("2015-03", NULL);
	assert_string_equal(light_id(sapa()->light[kind]), light_id(wanted));
}

static void
expect_both(enum light time, enum light readiness)
{
	expect_light(LIGHT_TIME, time);
	expect_light(LIGHT_READINESS, readiness);
}

static void
expect_overall(enum light wanted)
{
	compute("2015-03", NULL);
	assert_string_equal(light_id(sapa()->overall), light_id(wanted));
}

static const struct reason *
reason(enum reason_code code)
{
	size_t i;

	for (i = 0; i < sapa()->nreason; i++)
		if (sapa()->reason[i].code == code)
			return &sapa()->reason[i];
	return NULL;
}

/* The forecast is 10 July: 10 + 0.5 a day, see test_forecast.c. */
static void
forecast_10_july(void)
{
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
}

static void
expect_slip(const char *end, int slip, enum light wanted)
{
	plan("2015-03-01", end);
	expect_light(LIGHT_TIME, wanted);
	assert_int_equal(sapa()->slip_days, slip);
	assert_non_null(reason(REASON_SLIP));
	assert_number(reason(REASON_SLIP)->number[0], slip);
	assert_day(reason(REASON_SLIP)->date[0], end);
	assert_day(reason(REASON_SLIP)->date[1], "2015-07-10");
}

static void
test_time_by_slip(void **state)
{
	(void)state;
	forecast_10_july();
	expect_slip("2015-07-20", -10, LIGHT_GREEN);
	expect_slip("2015-06-10", 30, LIGHT_GREEN);
	expect_slip("2015-06-09", 31, LIGHT_YELLOW);
	expect_slip("2015-04-11", 90, LIGHT_YELLOW);
	expect_slip("2015-04-10", 91, LIGHT_RED);
	assert_null(reason(REASON_STALLED));
	add("model/model.ini",
	    "[thresholds]\nslip_yellow = 31\nslip_red = 91\n");
	expect_slip("2015-06-09", 31, LIGHT_GREEN);
	expect_slip("2015-04-10", 91, LIGHT_YELLOW);
}

/* E is 50 (30 of 60 days); one month gives no forecast, so E - P decides. */
static void
expect_lag(const char *progress, enum light wanted)
{
	plan("2015-03-01", "2015-04-30");
	/* Answered and closed, so that the gate being near is no matter. */
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD
	    "101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;ja\n101;SAPA;F0-K3;ja\n");
	add("model/model.ini", "[thresholds]\nconditional = 0\n");
	report_sapa("2015-03", progress);
	expect_both(wanted, wanted);
	assert_int_equal(sapa()->slip_days, FIGURE_NONE);
	assert_number(sapa()->expected, 50);
}

static void
test_by_lag(void **state)
{
	(void)state;
	expect_lag("50", LIGHT_GREEN);
	expect_lag("89", LIGHT_GREEN);
	expect_lag("40", LIGHT_GREEN); /* exactly 10 */
	expect_lag("39,9", LIGHT_YELLOW);
	expect_lag("25", LIGHT_YELLOW); /* exactly 25 */
	expect_lag("24,9", LIGHT_RED);
	assert_number(reason(REASON_LAG)->number[0], 25.1);
	assert_number(reason(REASON_LAG)->number[1], 50);
	assert_number(reason(REASON_LAG)->number[2], 24.9);
	expect_lag("0", LIGHT_RED);
}

/* Slip known: it decides time, the lag readiness. */
static void
test_slip_before_lag(void **state)
{
	(void)state;
	forecast_10_july();
	plan("2014-01-01", "2015-07-10");
	/* E = 454/555 of the way, far beyond 39.5 */
	expect_both(LIGHT_GREEN, LIGHT_RED);
}

static void
test_overdue(void **state)
{
	(void)state;
	/* The day itself is not past: E 100, P 95. */
	report_sapa("2015-03", "95");
	plan("2015-01-01", "2015-03-31");
	expect_light(LIGHT_TIME, LIGHT_GREEN);
	assert_null(reason(REASON_OVERDUE));
	/* One day past: a slip of one day, at least yellow. */
	plan("2015-01-01", "2015-03-30");
	expect_light(LIGHT_TIME, LIGHT_YELLOW);
	assert_number(reason(REASON_OVERDUE)->number[0], 1);
	assert_day(reason(REASON_OVERDUE)->date[0], "2015-03-30");
	plan("2014-01-01", "2014-12-30"); /* 91 days */
	expect_light(LIGHT_TIME, LIGHT_RED);
}

/* Overdue with P null: the slip is known, readiness is not. */
static void
test_slip_without_progress(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY "101;SAPA;F1;1;i gang;10\n");
	plan("2014-01-01", "2015-03-01"); /* 30 days */
	expect_both(LIGHT_YELLOW, LIGHT_GREY);
	plan("2014-01-01", "2014-12-31"); /* 90 days */
	expect_both(LIGHT_YELLOW, LIGHT_GREY);
	plan("2014-01-01", "2014-12-30");
	expect_both(LIGHT_RED, LIGHT_GREY);
	plan("2014-01-01", "2015-03-31"); /* not past: nothing known */
	expect_both(LIGHT_GREY, LIGHT_GREY);
	assert_non_null(reason(REASON_NO_PROGRESS));
}

static void
test_stalled(void **state)
{
	(void)state;
	report_sapa("2015-01", "45");
	report_sapa("2015-02", "45");
	report_sapa("2015-03", "45");
	plan("2015-03-01", "2015-05-30"); /* E = 30 of 90: ahead */
	expect_both(LIGHT_YELLOW, LIGHT_GREEN);
	assert_number(reason(REASON_STALLED)->number[0], 3);
	/* Red stays red. */
	plan("2014-03-01", "2015-05-30"); /* E = 395/455 = 86.8 */
	expect_both(LIGHT_RED, LIGHT_RED);
}

static void
test_no_plan(void **state)
{
	(void)state;
	report_sapa("2015-03", "45");
	expect_both(LIGHT_GREY, LIGHT_GREY);
	assert_non_null(reason(REASON_NO_PLAN));
}

/* D + 30 is 30 April; nothing is answered, so the advice is no-go. */
static void
test_no_go_near(void **state)
{
	(void)state;
	report_sapa("2015-03", "45");
	plan("2015-03-01", "2015-05-01"); /* E = 30/61: 4.2 behind */
	expect_both(LIGHT_GREEN, LIGHT_GREEN);
	plan("2015-03-01", "2015-04-30"); /* E = 30/60: 5 behind */
	expect_both(LIGHT_GREEN, LIGHT_RED);
	assert_int_equal(sapa()->recommendation, RECOMMEND_NO_GO);
	assert_number(reason(REASON_NO_GO_NEAR)->number[0], 30);
	assert_int_equal(reason(REASON_NO_GO_NEAR)->kind, LIGHT_READINESS);
	add("model/model.ini", "[thresholds]\ngate_near = 29\n");
	expect_both(LIGHT_GREEN, LIGHT_GREEN);
	/* With P null it stays grey: the answers alone make no progress. */
	add("model/model.ini", "");
	silence("2015-03");
	expect_both(LIGHT_GREY, LIGHT_GREY);
}

static void
expect_economy(const char *rows, enum light wanted)
{
	addf("status/2015-03/e.csv", "%s%s", ECONOMY_HEAD, rows);
	silence("2015-03");
	expect_light(LIGHT_ECONOMY, wanted);
}

static void
test_economy(void **state)
{
	(void)state;
	expect_economy("", LIGHT_GREY);
	assert_non_null(reason(REASON_NO_ECONOMY));
	expect_economy("101;SAPA;1;1000;;1000\n", LIGHT_GREEN);
	expect_economy("101;SAPA;1;1000;;900\n", LIGHT_GREEN);
	expect_economy("101;SAPA;1;1000;;1001\n", LIGHT_YELLOW);
	expect_economy("101;SAPA;1;1000;;1100\n", LIGHT_YELLOW);
	assert_number(reason(REASON_COST)->number[0], 10);
	assert_number(reason(REASON_COST)->number[1], 1100);
	assert_number(reason(REASON_COST)->number[2], 1000);
	expect_economy("101;SAPA;1;1000;;1101\n", LIGHT_RED);
	/* Only rows with both, and nothing over nothing is not known. */
	expect_economy(
	    "101;SAPA;1;1000;5000;\n101;SAPA;2;;;9000\n", LIGHT_GREY);
	expect_economy("101;SAPA;1;0;;1000\n", LIGHT_GREY);
	expect_economy("101;SAPA;1;1000;;1100\n101;SAPA;2;1000;;900\n"
		       "101;SAPA;3;;;9000\n",
	    LIGHT_GREEN);
	add("model/model.ini", "[thresholds]\ncost_red = 9,9\n");
	expect_economy("101;SAPA;1;1000;;1100\n", LIGHT_RED);
	expect_economy("101;SAPA;1;1000;;1099\n", LIGHT_YELLOW);
}

static void
expect_risk(const char *rows, enum light wanted)
{
	addf("status/2015-03/r.csv", "%s%s", RISKS_HEAD, rows);
	silence("2015-03");
	expect_light(LIGHT_RISK, wanted);
}

static void
test_risk(void **state)
{
	(void)state;
	expect_risk("", LIGHT_GREY);
	assert_non_null(reason(REASON_NO_RISK));
	expect_risk("R1;101;SAPA;;Tekst;2;3;;;åben\n", LIGHT_GREEN);
	expect_risk("R1;101;SAPA;;Tekst;2;4;;;åben\n", LIGHT_YELLOW);
	expect_risk("R1;101;SAPA;;Tekst;3;4;;;åben\n", LIGHT_YELLOW);
	expect_risk("R1;101;SAPA;;Tekst;3;5;;;åben\n", LIGHT_RED);
	assert_number(reason(REASON_RISK)->number[0], 15);
	assert_string_equal(reason(REASON_RISK)->id, "R1");
	/* Closed: a risk was given once, and none is left. */
	expect_risk("R1;101;SAPA;;Tekst;5;5;;;lukket\n", LIGHT_GREEN);
	expect_risk("R1;101;SAPA;;Tekst;5;5;;;lukket\n"
		    "R2;101;SAPA;;Tekst;2;4;;;åben\n",
	    LIGHT_YELLOW);
	/* The solution's own and the programme's are no rollout's. */
	expect_risk("R1;;SAPA;;Tekst;5;5;;;åben\n"
		    "R2;;;;Tekst;5;5;;;åben\n",
	    LIGHT_GREY);
	add("model/model.ini", "[thresholds]\nrisk_yellow = 7\nrisk_red = 8\n");
	expect_risk("R1;101;SAPA;;Tekst;2;4;;;åben\n", LIGHT_RED);
	expect_risk("R1;101;SAPA;;Tekst;2;3;;;åben\n", LIGHT_GREEN);
}

/* From 0 to 100, and the target date is D: the planned share is 1. */
#define BENEFIT(id) id ";101;SAPA;Navn;nej;0;;2015-01-01;;100;2015-03-31;\n"

static void
test_benefit(void **state)
{
	(void)state;
	silence("2015-03");
	expect_light(LIGHT_BENEFIT, LIGHT_GREY);
	assert_non_null(reason(REASON_NO_BENEFIT));
	add("register/benefits.csv",
	    BENEFITS_HEAD BENEFIT("G1") BENEFIT("G2") BENEFIT("G3"));
	expect_light(LIGHT_BENEFIT, LIGHT_GREY); /* not measured */
	add("status/2015-03/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-03-01;95\n");
	expect_light(LIGHT_BENEFIT, LIGHT_GREEN);
	add("status/2015-03/m.csv",
	    MEASUREMENTS_HEAD "G1;101;SAPA;2015-03-01;95\n"
			      "G2;101;SAPA;2015-03-01;10\n");
	expect_light(LIGHT_BENEFIT, LIGHT_RED); /* the worst */
	assert_string_equal(reason(REASON_BENEFIT)->id, "G2");
	assert_number(reason(REASON_BENEFIT)->number[0], 10);
	assert_number(reason(REASON_BENEFIT)->number[1], 100);
}

static void
test_overall(void **state)
{
	(void)state;
	/* The worst of what is known; grey is never better nor worse. */
	report_sapa("2015-03", "45");
	expect_overall(LIGHT_GREY);
	risk_of("2015-03", "1");
	expect_overall(LIGHT_GREEN);
	risk_of("2015-03", "2");
	expect_overall(LIGHT_YELLOW);
	add("status/2015-03/e.csv", ECONOMY_HEAD "101;SAPA;1;100;;90\n");
	expect_overall(LIGHT_YELLOW);
	add("status/2015-03/e.csv", ECONOMY_HEAD "101;SAPA;1;100;;900\n");
	expect_overall(LIGHT_RED);
}

/* Not reported: time, readiness and overall are grey, the others stand. */
static void
test_unreported(void **state)
{
	(void)state;
	report_sapa("2015-02", "0");
	silence("2015-03");
	plan("2014-01-01", "2014-12-31");
	risk_of("2015-02", "2");
	add("status/2015-03/e.csv", ECONOMY_HEAD "101;SAPA;1;100;;900\n");
	expect_both(LIGHT_GREY, LIGHT_GREY);
	expect_light(LIGHT_RISK, LIGHT_YELLOW);
	expect_light(LIGHT_ECONOMY, LIGHT_RED);
	expect_overall(LIGHT_GREY);
	assert_non_null(reason(REASON_NOT_REPORTED));
	assert_int_equal(sapa()->deviation, FIGURE_NONE);
}

/* "Ikke indberettet; senest rød, januar." */
static void
test_known_light(void **state)
{
	(void)state;
	report_sapa("2015-01", "10");
	risk_of("2015-01", "5");
	silence("2015-02");
	silence("2015-03");
	expect_overall(LIGHT_GREY);
	assert_int_equal(sapa()->known_light, LIGHT_RED);
	assert_int_equal(sapa()->known_month, month_parse("2015-01"));
	/* The newest that is not grey. */
	report_sapa("2015-02", "10");
	risk_of("2015-02", "2");
	expect_overall(LIGHT_GREY);
	assert_int_equal(sapa()->known_light, LIGHT_YELLOW);
	assert_int_equal(sapa()->known_month, month_parse("2015-02"));
	report_sapa("2015-03", "10");
	expect_overall(LIGHT_YELLOW);
	assert_int_equal(sapa()->known_light, LIGHT_YELLOW);
	assert_int_equal(sapa()->known_month, month_parse("2015-03"));
	/* Never anything but grey. */
	assert_int_equal(figures(751, "SAPA")->known_light, LIGHT_GREY);
	assert_int_equal(figures(751, "SAPA")->known_month, MONTH_NONE);
}

static void
test_parked(void **state)
{
	int k;

	(void)state;
	report_sapa("2015-02", "10");
	report_sapa("2015-03", "10");
	risk_of("2015-02", "5");
	plan("2014-01-01", "2014-12-31");
	add("status/2015-03/a.csv", ASSESSMENTS_HEAD "101;SAPA;samlet;grøn\n");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;pauset;2015-03-01\n147;SAPA;;;\n");
	expect_overall(LIGHT_GREY);
	for (k = 0; k < LIGHT_KINDS; k++)
		assert_int_equal(sapa()->light[k], LIGHT_GREY);
	assert_int_equal(sapa()->deviation, FIGURE_NONE);
	assert_int_equal(sapa()->reported_light, LIGHT_GREEN);
	assert_int_equal(sapa()->nreason, 1);
	assert_non_null(reason(REASON_PARKED));
	/* The other columns are as usual, and so is the month before. */
	assert_number(sapa()->progress, 10);
	assert_int_equal(sapa()->slip_days, 90);
	assert_int_equal(sapa()->previous->overall, LIGHT_RED);
}

static void
test_completed(void **state)
{
	(void)state;
	silence("2015-03");
	plan("2014-01-01", "2014-12-31");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-01;go;\n"
			   "101;SAPA;F1;2015-02-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	expect_overall(LIGHT_GREY);
	risk_of("2015-03", "2");
	/* It needs no report. */
	expect_overall(LIGHT_YELLOW);
	expect_both(LIGHT_GREY, LIGHT_GREY);
	assert_false(sapa()->reported);
	assert_non_null(reason(REASON_COMPLETED));
}

static void
expect_deviation(const char *rows, enum light reported, int deviation)
{
	addf("status/2015-03/a.csv", "%s%s", ASSESSMENTS_HEAD, rows);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->reported_light, reported);
	assert_int_equal(sapa()->deviation, deviation);
}

static void
test_deviation(void **state)
{
	(void)state;
	report_sapa("2015-03", "10");
	risk_of("2015-03", "3");
	expect_deviation("101;SAPA;samlet;grøn\n", LIGHT_GREEN, 2);
	expect_deviation("101;SAPA;samlet;gul\n", LIGHT_YELLOW, 1);
	expect_deviation("101;SAPA;samlet;rød\n", LIGHT_RED, 0);
	risk_of("2015-03", "1");
	expect_deviation("101;SAPA;samlet;rød\n", LIGHT_RED, -2);
	/* Another dimension is not the whole. */
	expect_deviation("101;SAPA;tid;rød\n", LIGHT_MISSING, FIGURE_NONE);
	expect_deviation("", LIGHT_MISSING, FIGURE_NONE);
	/* Nothing of another month is carried over. */
	add("status/2015-02/a.csv", ASSESSMENTS_HEAD "101;SAPA;samlet;rød\n");
	expect_deviation("", LIGHT_MISSING, FIGURE_NONE);
	assert_int_equal(sapa()->previous->reported_light, LIGHT_RED);
	/* Grey deviates from nothing. */
	silence("2015-03");
	expect_deviation("101;SAPA;samlet;rød\n", LIGHT_RED, FIGURE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_time_by_slip),
	    programme_test(test_by_lag),
	    programme_test(test_slip_before_lag),
	    programme_test(test_overdue),
	    programme_test(test_slip_without_progress),
	    programme_test(test_stalled),
	    programme_test(test_no_plan),
	    programme_test(test_no_go_near),
	    programme_test(test_economy),
	    programme_test(test_risk),
	    programme_test(test_benefit),
	    programme_test(test_overall),
	    programme_test(test_unreported),
	    programme_test(test_known_light),
	    programme_test(test_parked),
	    programme_test(test_completed),
	    programme_test(test_deviation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
