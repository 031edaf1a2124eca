/* Rules 15 and 17: hours beside kroner, what is spent, and the sums. */
#include "programme_fixture.h"

#define HEAD                                                           \
	"kommunekode;løsning;hovedopgave;budget_timer;forbrug_timer;" \
	"forventet_timer;budget_kr;forbrug_kr;forventet_kr\n"

static const struct rollup *
all(void)
{
	return &programme.figures.rollup[0];
}

static void
economy(const char *rows)
{
	addf("status/2015-03/e.csv", "%s%s", HEAD, rows);
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
}

static void
test_nothing(void **state)
{
	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	assert_no_number(sapa()->economy.spent);
	assert_no_number(sapa()->economy.variance_hours_pct);
	assert_null(sapa()->economy.worst);
	assert_false(economy_is_over(&sapa()->economy));
	assert_int_equal(all()->economy.with_dkk, 0);
	assert_int_equal(all()->economy.with_hours, 0);
	assert_no_number(all()->economy.all.variance_dkk);
	assert_no_number(all()->economy.all.time_used);
	assert_no_number(all()->economy.over_dkk);
}

/* Each pair over the rows that have both. */
static void
test_pairs(void **state)
{
	(void)state;
	economy("101;SAPA;1;10;4;15;1000;200;1100\n"
		"101;SAPA;2;10;;;500;;\n"
		"101;SAPA;3;;6;8;;300;700\n");
	assert_number(sapa()->economy.budget_hours, 20);
	assert_number(sapa()->economy.both_budget_hours, 10);
	assert_number(sapa()->economy.both_forecast_hours, 15);
	assert_number(sapa()->economy.variance_hours, 5);
	assert_number(sapa()->economy.variance_hours_pct, 50);
	assert_number(sapa()->economy.variance_dkk, 100);
	assert_number(sapa()->economy.spent_of, 1000);
	assert_number(sapa()->economy.spent, 0.2);
	assert_int_equal(sapa()->economy.worst->main_task, 0);
	assert_number(sapa()->economy.worst_dkk, 100);
}

/* The one most above its budget; none if all keep to it. */
static void
test_worst_task(void **state)
{
	(void)state;
	economy("101;SAPA;1;;;;100;;90\n"
		"101;SAPA;2;;;;100;;120\n"
		"101;SAPA;3;;;;100;;150\n"
		"101;SAPA;4;;;;100;;110\n"
		"101;KY;1;;;;100;;100\n");
	assert_int_equal(sapa()->economy.worst->loc.line, 4);
	assert_number(sapa()->economy.worst_dkk, 50);
	assert_null(figures(101, "KY")->economy.worst);
	assert_no_number(figures(101, "KY")->economy.worst_dkk);
}

/* A budget of 0 has a variance, and no percentage of it. */
static void
test_no_budget(void **state)
{
	(void)state;
	economy("101;SAPA;1;;;;0;5;10\n");
	assert_number(sapa()->economy.variance_dkk, 10);
	assert_no_number(sapa()->economy.variance_pct);
	assert_no_number(sapa()->economy.spent);
	assert_true(economy_is_over(&sapa()->economy));
}

static void
test_sums(void **state)
{
	(void)state;
	economy("101;SAPA;1;10;;12;1000;400;1200\n"
		"147;SAPA;1;;;;3000;600;2900\n"
		"751;SAPA;1;;;;;50;\n"
		"101;KY;1;5;5;5;;;\n");
	assert_int_equal(all()->economy.with_dkk, 2);
	assert_int_equal(all()->economy.with_hours, 2);
	assert_number(all()->economy.all.both_budget_dkk, 4000);
	assert_number(all()->economy.all.both_forecast_dkk, 4100);
	assert_number(all()->economy.all.variance_dkk, 100);
	assert_number(all()->economy.all.variance_pct, 2.5);
	assert_number(all()->economy.all.actual_dkk, 1050);
	assert_number(all()->economy.all.variance_hours, 2);
	assert_int_equal(all()->economy.over, 1);
	assert_number(all()->economy.over_dkk, 200);
	/* Without a plan nobody knows how much of the time has gone. */
	assert_int_equal(all()->economy.with_spent, 0);
	assert_no_number(all()->economy.all.spent);
	/* SAPA, then KY. */
	assert_int_equal(all()[1].economy.with_dkk, 2);
	assert_int_equal(all()[2].economy.with_dkk, 0);
	assert_no_number(all()[2].economy.all.variance_dkk);
	assert_number(all()[2].economy.all.variance_hours, 0);
}

/*
 * 31 March is half of the ten days 26 March to 5 April, and a tenth of the
 * fifty from 26 March to 15 May.
 */
static void
test_time_by_budget(void **state)
{
	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;101;2015-03-26;2015-04-05;\n"
			  "SAPA;F0;;147;2015-03-26;2015-05-15;\n");
	economy("101;SAPA;1;;;;1000;500;1000\n"
		"147;SAPA;1;;;;3000;300;3000\n"
		"751;SAPA;1;;;;9000;9000;9000\n");
	assert_number(sapa()->economy.time_used, 0.5);
	assert_number(figures(147, "SAPA")->economy.time_used, 0.1);
	assert_int_equal(all()->economy.with_spent, 2);
	/* 800 of 4000; 751 has no plan. */
	assert_number(all()->economy.all.spent, 0.2);
	/* (0.5 * 1000 + 0.1 * 3000) / 4000 */
	assert_number(all()->economy.all.time_used, 0.2);
	assert_number(all()->economy.all.actual_dkk, 9800);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_nothing),
	    programme_test(test_pairs),
	    programme_test(test_worst_task),
	    programme_test(test_no_budget),
	    programme_test(test_sums),
	    programme_test(test_time_by_budget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
