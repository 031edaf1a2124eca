/*
 * Rules 9 and 10: the forecast, what the municipality says, and the slip.
 *
 * Month-ends as days from 31 January 2015: December -31, January 0, February
 * 28, March 59.  D is 31 March; 101 days on is 10 July (30 + 31 + 30 + 10).
 */
#include "programme_fixture.h"

static void
plan(const char *end, const char *baseline)
{
	addf("register/schedule.csv", "%sSAPA;F0;;;2015-01-01;%s;%s\n",
	    SCHEDULE_HEAD, end, baseline);
}

static void
expect_forecast(size_t points, const char *end, bool stalled)
{
	compute("2015-03", NULL);
	assert_int_equal(sapa()->ntrend, points);
	assert_day(sapa()->forecast_end, end);
	assert_int_equal(sapa()->stalled, stalled);
}

static void
test_two_points(void **state)
{
	(void)state;
	report_sapa("2015-02", "10");
	report_sapa("2015-03", "30");
	expect_forecast(2, "", false);
	/* Not even falling is stalled then. */
	report_sapa("2015-03", "5");
	expect_forecast(2, "", false);
	/* Unless two are asked for: (90 - 41) / 1 a day is 49 days. */
	add("model/model.ini", "[thresholds]\nforecast_points = 2\n");
	report_sapa("2015-03", "41"); /* 10 + 31 days of 1 */
	expect_forecast(2, "2015-05-19", false);
}

static void
test_line(void **state)
{
	(void)state;
	/* 10 + 0.5 a day; (90 - 39.5) / 0.5 is 101 exactly, and not 102. */
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
	expect_forecast(3, "2015-07-10", false);
	assert_number(sapa()->pace, 0.5);
	assert_number(sapa()->forecast_days, 101);
	assert_int_equal(sapa()->trend[0].month, month_parse("2015-01"));
	assert_day(sapa()->trend[2].date, "2015-03-31");
	assert_number(sapa()->trend[2].progress, 39.5);
	/* (90 - 39.6) / 0.5 = 100.8, and a day begun is a day. */
	report_sapa("2015-01", "10,1");
	report_sapa("2015-02", "24,1");
	report_sapa("2015-03", "39,6");
	expect_forecast(3, "2015-07-10", false);
	/* (90 - 39.4) / 0.5 = 101.2 */
	report_sapa("2015-01", "9,9");
	report_sapa("2015-02", "23,9");
	report_sapa("2015-03", "39,4");
	expect_forecast(3, "2015-07-11", false);
}

/*
 * Not on a line: days 0 28 59, mean 29; P 0 28 58.  dx -29 -1 30, of which
 * sum dx^2 = 841 + 1 + 900 = 1742; sum dx*P = 0 - 28 + 1740 = 1712; so b =
 * 1712/1742, and (90 - 58) / b = 32.56, that is 33 days: 3 May.
 */
static void
test_least_squares(void **state)
{
	(void)state;
	report_sapa("2015-01", "0");
	report_sapa("2015-02", "28");
	report_sapa("2015-03", "58");
	expect_forecast(3, "2015-05-03", false);
}

static void
test_no_slope(void **state)
{
	(void)state;
	report_sapa("2015-01", "40");
	report_sapa("2015-02", "40");
	report_sapa("2015-03", "40");
	expect_forecast(3, "", true);
	assert_number(sapa()->pace, 0);
	assert_false(num_given(sapa()->forecast_days));
	report_sapa("2015-03", "39");
	expect_forecast(3, "", true);
}

/* 0.1 a day: what is left comes to 730 days, or to a day more. */
static void
test_horizon(void **state)
{
	(void)state;
	report_sapa("2015-01", "11,1");
	report_sapa("2015-02", "13,9");
	report_sapa("2015-03", "17"); /* (90 - 17) / 0.1 = 730 */
	expect_forecast(3, "2017-03-30", false);
	report_sapa("2015-01", "11");
	report_sapa("2015-02", "13,8");
	report_sapa("2015-03", "16,9"); /* 731 */
	expect_forecast(3, "", true);
	add("model/model.ini", "[thresholds]\nforecast_horizon = 731\n");
	expect_forecast(3, "2017-03-31", false);
}

static void
test_ready(void **state)
{
	(void)state;
	report_sapa("2015-03", "90");
	expect_forecast(1, "2015-03-31", false);
	report_sapa("2015-03", "89,9");
	expect_forecast(1, "", false);
	/* Ready, whatever the way there. */
	report_sapa("2015-01", "100");
	report_sapa("2015-02", "95");
	report_sapa("2015-03", "90");
	expect_forecast(3, "2015-03-31", false);
	add("model/model.ini", "[thresholds]\nready = 90,1\n");
	expect_forecast(3, "", true);
}

static void
test_nothing_known(void **state)
{
	(void)state;
	silence("2015-01");
	silence("2015-02");
	silence("2015-03");
	expect_forecast(0, "", false);
	/* P null in every one of three reported months. */
	add(in_month("2015-01", "r"), STATUS_HEAD "101;SAPA;F1;1;i gang;10\n");
	add(in_month("2015-02", "r"), STATUS_HEAD "101;SAPA;F1;1;i gang;20\n");
	add(in_month("2015-03", "r"), STATUS_HEAD "101;SAPA;F1;1;i gang;30\n");
	expect_forecast(0, "", false);
}

static void
test_unreported_month_breaks_the_run(void **state)
{
	(void)state;
	report_sapa("2014-12", "1");
	silence("2015-01");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
	expect_forecast(2, "", false);
	/* January reported as well: one run of four. */
	report_sapa("2014-12", "39,5");
	report_sapa("2015-01", "10");
	/*
	 * Days -31 0 28 59, mean 14, dx -45 -14 14 45: sum dx^2 = 4442, sum
	 * dx*P = -140 + 336 = 196; 50.5 / (196 / 4442) = 1144 days: too far.
	 */
	expect_forecast(4, "", true);
	assert_int_equal(sapa()->trend[0].month, month_parse("2014-12"));
}

/*
 * The newest run need not reach M: 10 + 0.5 a day through December (0),
 * January (31) and February (59), then silence.  P stays 39.5, and what is
 * left runs from D: 101 days.
 */
static void
test_run_before_the_month(void **state)
{
	(void)state;
	report_sapa("2014-12", "10");
	report_sapa("2015-01", "25,5");
	report_sapa("2015-02", "39,5");
	silence("2015-03");
	expect_forecast(3, "2015-07-10", false);
	assert_false(sapa()->reported);
}

static void
test_missing_folder(void **state)
{
	(void)state;
	/* 10 + 0.5 a day; December to January 31, to March 90 days. */
	report_sapa("2014-12", "10");
	report_sapa("2015-01", "25,5");
	report_sapa("2015-03", "55"); /* (90 - 55) / 0.5 = 70 days */
	expect_forecast(3, "2015-06-09", false);
}

/* A month whose P is null is no point, and the run goes on. */
static void
test_null_within_the_run(void **state)
{
	(void)state;
	report_sapa("2014-12", "10");   /* day -31 */
	report_sapa("2015-01", "25,5"); /* day 0 */
	add(in_month("2015-02", "s"),
	    SOMEBODY "101;SAPA;F0;1;ikke relevant;\n"
		     "101;SAPA;F0;3;ikke relevant;\n");
	report_sapa("2015-03", "55"); /* day 59: 10 + 0.5 * 90 */
	expect_forecast(3, "2015-06-09", false);
}

static void
decide(const char *when, const char *row)
{
	addf(in_month(when, "d"), "%s%s", DECISIONS_HEAD, row);
}

static void
test_phase_change_breaks_the_run(void **state)
{
	(void)state;
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
	decide("2015-01", "101;SAPA;F0;2015-01-10;go;\n");
	decide("2015-03", "101;SAPA;F0;2015-03-10;tilbage;\n");
	/* January and February stood in F1. */
	expect_forecast(1, "", false);
	/* Three months of F0 before F1 are of no use to F1. */
	decide("2015-01", "");
	decide("2015-03", "101;SAPA;F0;2015-03-10;go;\n");
	expect_forecast(0, "", false);
	assert_no_number(sapa()->progress);
}

/* For M, the point stands at D itself. */
static void
test_report_date_within_the_month(void **state)
{
	(void)state;
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "31,5"); /* day 43, 15 March: 10 + 0.5 * 43 */
	compute("2015-03", "2015-03-15");
	assert_int_equal(sapa()->ntrend, 3);
	assert_day(sapa()->trend[2].date, "2015-03-15");
	/* (90 - 31.5) / 0.5 = 117 days: 16 + 30 + 31 + 30 + 10 */
	assert_day(sapa()->forecast_end, "2015-07-10");
	/* A month-end later than D is no point. */
	compute("2015-03", "2015-02-15");
	assert_int_equal(sapa()->ntrend, 2);
}

#define EXPECTED_HEAD                                                       \
	"kommunekode;løsning;fase;hovedopgave;status;fremdrift;forventet_" \
	"slut\n"

static void
expect_stated(const char *rows, const char *end)
{
	addf("status/2015-03/e.csv", "%s%s", EXPECTED_HEAD, rows);
	compute("2015-03", NULL);
	assert_day(sapa()->stated_end, end);
}

static void
test_stated_end(void **state)
{
	(void)state;
	silence("2015-03");
	expect_stated("101;SAPA;F0;1;i gang;10;2015-05-01\n"
		      "101;SAPA;F0;3;ikke startet;;2015-04-01\n",
	    "2015-05-01");
	expect_stated("101;SAPA;F0;1;færdig;;2015-05-01\n"
		      "101;SAPA;F0;3;blokeret;;2015-04-01\n",
	    "2015-04-01");
	expect_stated("101;SAPA;F0;1;ikke relevant;;2015-05-01\n"
		      "101;SAPA;F0;3;i gang;10;\n",
	    "");
	/* Not of another phase, nor of what is no cell. */
	expect_stated("101;SAPA;F1;1;i gang;10;2015-05-01\n"
		      "101;SAPA;F0;2;i gang;10;2015-06-01\n",
	    "");
}

static void
expect_slip(int slip, int baseline)
{
	compute("2015-03", NULL);
	assert_int_equal(sapa()->slip_days, slip);
	assert_int_equal(sapa()->slip_baseline_days, baseline);
}

static void
forecast_10_july(void)
{
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
}

static void
test_slip_by_forecast(void **state)
{
	(void)state;
	forecast_10_july();
	plan("2015-06-30", "");
	expect_slip(10, FIGURE_NONE);
	plan("2015-07-20", "");
	expect_slip(-10, FIGURE_NONE);
	plan("2015-07-10", "");
	expect_slip(0, FIGURE_NONE);
	/* A plan that was moved still shows. */
	plan("2015-07-20", "2015-05-31");
	expect_slip(-10, 40); /* June has 30 days, and ten of July */
	/* Past the planned end the later of the two counts. */
	plan("2015-03-21", "2015-03-01");
	expect_slip(111, 131); /* 10 + 101, 30 + 101 */
}

static void
test_slip_by_today(void **state)
{
	(void)state;
	report_sapa("2015-03", "10");
	plan("2015-03-21", "2015-03-11");
	expect_slip(10, 20);
	plan("2015-03-31", "2015-03-31");
	expect_slip(FIGURE_NONE, FIGURE_NONE);
	plan("2015-04-30", "2015-03-21");
	expect_slip(FIGURE_NONE, 10);
	/* P null, and overdue all the same. */
	silence("2015-03");
	plan("2015-03-21", "");
	expect_slip(10, FIGURE_NONE);
}

static void
test_slip_when_ready(void **state)
{
	(void)state;
	report_sapa("2015-03", "95");
	plan("2015-04-10", "2015-03-21");
	expect_slip(-10, 10);
	add("register/schedule.csv", SCHEDULE_HEAD);
	expect_slip(FIGURE_NONE, FIGURE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_two_points),
	    programme_test(test_line),
	    programme_test(test_least_squares),
	    programme_test(test_no_slope),
	    programme_test(test_horizon),
	    programme_test(test_ready),
	    programme_test(test_nothing_known),
	    programme_test(test_unreported_month_breaks_the_run),
	    programme_test(test_run_before_the_month),
	    programme_test(test_missing_folder),
	    programme_test(test_null_within_the_run),
	    programme_test(test_phase_change_breaks_the_run),
	    programme_test(test_report_date_within_the_month),
	    programme_test(test_stated_end),
	    programme_test(test_slip_by_forecast),
	    programme_test(test_slip_by_today),
	    programme_test(test_slip_when_ready),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
