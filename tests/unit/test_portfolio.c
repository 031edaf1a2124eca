/*
 * Rows to facts: whose they are, which of two stands, what is set aside and
 * what was probably meant.
 */
#include "programme_fixture.h"

static void
load_march(void)
{
	assert_int_equal(load("2015-03", NULL), 0);
}

static void
expect_code(const char *spelling, int code)
{
	const struct portfolio *p = &programme.portfolio;
	int m = portfolio_find_municipality(p, spelling);

	assert_int_equal(m == -1 ? -1 : p->municipality[m].code, code);
}

static void
test_spellings_of_municipalities(void **state)
{
	(void)state;
	add("register/municipalities.csv",
	    MUNICIPALITIES_HEAD "0101;København;Hovedstaden;;\n"
				"147;Frederiksberg;Hovedstaden;;\n"
				"400;Bornholm;Hovedstaden;;\n"
				"480;Nordfyns;Syddanmark;;\n"
				"751;Aarhus;Midtjylland;;\n"
				"820;Vesthimmerlands;Nordjylland;;\n"
				"340;Sorø;Sjælland;;\n");
	silence("2015-03");
	load_march();
	expect_code("101", 101);
	expect_code("0101", 101);
	expect_code(" 101 ", 101);
	expect_code("101 København", 101);
	expect_code("0101 - Københavns Kommune", 101);
	expect_code("København", 101);
	expect_code("KØBENHAVN", 101);
	expect_code("Københavns Kommune", 101);
	expect_code("københavns  kommune", 101);
	expect_code("Århus", 751);
	expect_code("Aarhus Kommune", 751);
	expect_code("Århus Kommune", 751);
	expect_code("Bornholms Regionskommune", 400);
	expect_code("Bornholm", 400);
	expect_code("Vesthimmerland", 820);
	expect_code("Vesthimmerlands Kommune", 820);
	expect_code("Nordfyn", 480);
	expect_code("Sorø Kommune", 340);
	/* None of them. */
	expect_code("102", -1);
	expect_code("00101", -1);
	expect_code("1010", -1);
	expect_code("0", -1);
	expect_code("", -1);
	expect_code("Kommune", -1);
	expect_code("Købehavn", -1);
	expect_code("101 Aarhus", -1);
	assert_string_equal(
	    programme.portfolio.municipality[0].code_text, "101");
}

static void
test_rows_by_any_spelling(void **state)
{
	(void)state;
	add("status/2015-03/s.csv",
	    STATUS_HEAD "0101;sapa;forberedelse;ledelse;i gang;10\n"
			"101 København;Sagsoverblik; f1 ;1;i gang;10\n"
			"Københavns Kommune;SAPA;Prøve;Data;i gang;10\n"
			"Århus;SAPA;Trial;2;i gang;10\n");
	load_march();
	assert_int_equal(findings(), 0);
	assert_int_equal(programme.portfolio.nstatus, 4);
	assert_int_equal(programme.portfolio.status[1].phase, 1);
	assert_int_equal(programme.portfolio.status[2].main_task, 2);
	assert_int_equal(
	    programme.portfolio.status[3].rollout, rollout(751, "SAPA"));
}

static void
test_code_and_name_disagree(void **state)
{
	(void)state;
	add("status/2015-03/s.csv",
	    "kommunekode;kommunenavn;løsning;fase;"
	    "hovedopgave;status\n"
	    "101;Aarhus;SAPA;F0;1;færdig\n"
	    "101;Københavns Kommune;SAPA;F0;1;færdig\n"
	    "751;;SAPA;F0;1;færdig\n"
	    "751;Nirgends;SAPA;F0;3;færdig\n"
	    "101 Aarhus;;SAPA;F0;3;færdig\n");
	load_march();
	assert_int_equal(programme.portfolio.nstatus, 2);
	assert_int_equal(count_found(DIAG_code_name_disagree), 3);
	assert_int_equal(
	    found_nth(DIAG_code_name_disagree, 0)->level, DIAG_REJECT);
	assert_int_equal(found_nth(DIAG_code_name_disagree, 0)->loc.line, 2);
	assert_int_equal(found_nth(DIAG_code_name_disagree, 0)->loc.field, 2);
	assert_int_equal(found_nth(DIAG_code_name_disagree, 1)->loc.line, 5);
	assert_int_equal(found_nth(DIAG_code_name_disagree, 2)->loc.line, 6);
	assert_int_equal(found_nth(DIAG_code_name_disagree, 2)->loc.field, 1);
}

static void
expect_suggestion(enum diag_code code, const char *value, const char *meant)
{
	char text[80];

	assert_int_equal(count_found(code), 1);
	assert_string_equal(found_nth(code, 0)->value, value);
	assert_int_equal(found_nth(code, 0)->level, DIAG_REJECT);
	if (meant == NULL) {
		assert_null(strstr(found_nth(code, 0)->message, "mean"));
		return;
	}
	snprintf(text, sizeof(text), "did you mean '%s'", meant);
	assert_non_null(strstr(found_nth(code, 0)->message, text));
}

static void
test_unknown_references(void **state)
{
	(void)state;
	add("status/2015-03/s.csv",
	    SOMEBODY "Købenahvn;SAPA;F0;1;færdig;\n"
		     "101;SAPO;F0;1;færdig;\n"
		     "101;SAPA;Forberedlse;1;færdig;\n"
		     "101;SAPA;F0;Uddanelse;færdig;\n"
		     "751;KY;F0;1;færdig;\n");
	add("status/2015-03/a.csv", ANSWERS_HEAD "101;SAPA;F1K1;ja\n");
	load_march();
	expect_suggestion(DIAG_unknown_municipality, "Købenahvn", "København");
	expect_suggestion(DIAG_unknown_solution, "SAPO", "SAPA");
	expect_suggestion(DIAG_unknown_phase, "Forberedlse", "Forberedelse");
	expect_suggestion(DIAG_unknown_main_task, "Uddanelse", "Uddannelse");
	expect_suggestion(DIAG_unknown_criterion, "F1K1", "F1-K1");
	expect_found(
	    DIAG_no_rollout, DIAG_REJECT, "status/2015-03/s.csv", 7, "KY");
	assert_int_equal(programme.portfolio.nstatus, 1);
	assert_int_equal(programme.portfolio.nanswer, 0);
	add("status/2015-03/s.csv", SOMEBODY "Timbuktu;SAPA;F0;1;færdig;\n");
	load_march();
	expect_suggestion(DIAG_unknown_municipality, "Timbuktu", NULL);
}

/* Every fault of a row is told, not the first alone. */
static void
test_all_faults_of_a_row(void **state)
{
	(void)state;
	add("status/2015-03/s.csv",
	    SOMEBODY "Nirgends;Ingen;Aldrig;Intet;færdig;\n");
	load_march();
	assert_int_equal(count_found(DIAG_unknown_municipality), 1);
	assert_int_equal(count_found(DIAG_unknown_solution), 1);
	assert_int_equal(count_found(DIAG_unknown_phase), 1);
	assert_int_equal(count_found(DIAG_unknown_main_task), 1);
}

static void
expect_twice(size_t nth, const char *file, int line, const char *later)
{
	const struct finding *f = found_nth(DIAG_duplicate_row, nth);

	assert_int_equal(f->level, DIAG_REJECT);
	assert_string_equal(f->loc.file, file);
	assert_int_equal(f->loc.line, line);
	assert_non_null(strstr(f->message, later));
}

/* The later by path in byte order, then by line. */
static void
test_duplicates_in_a_month(void **state)
{
	(void)state;
	add("status/2015-02/s.csv", SOMEBODY "101;SAPA;F0;1;i gang;1\n");
	add("status/2015-03/B.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;10\n"
			"101;SAPA;F0;1;i gang;20\n");
	add("status/2015-03/a.csv",
	    STATUS_HEAD "0101;Sagsoverblik;Forberedelse;Ledelse;i gang;30\n");
	load_march();
	/* B sorts before a; February's is no duplicate. */
	assert_int_equal(count_found(DIAG_duplicate_row), 2);
	expect_twice(0, "status/2015-03/B.csv", 2, "status/2015-03/B.csv:3");
	expect_twice(1, "status/2015-03/B.csv", 3, "status/2015-03/a.csv:2");
	compute("2015-03", NULL);
	assert_number(cell(101, "SAPA", "F0", "1")->value, 30);
	assert_number(programme.portfolio.status[0].progress, 1);
}

/* History is one list over all folders. */
static void
test_duplicates_of_history(void **state)
{
	(void)state;
	silence("2015-03");
	add("register/benefits.csv",
	    BENEFITS_HEAD "G1;101;SAPA;Navn;nej;0;;;;100;2015-12-31;\n");
	add("status/2015-02/m.csv",
	    MEASUREMENTS_HEAD
	    "G1;101;SAPA;2015-02-10;10\nG1;101;SAPA;2015-02-11;20\n");
	add("status/2015-03/m.csv",
	    MEASUREMENTS_HEAD "g1;101;SAPA;10-02-2015;15\n");
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-10;no-go;\n"
			   "101;SAPA;F1;2015-02-10;no-go;\n");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-10;go;\n");
	load_march();
	assert_int_equal(count_found(DIAG_duplicate_row), 2);
	expect_twice(0, "status/2015-02/d.csv", 2, "status/2015-03/d.csv:2");
	expect_twice(1, "status/2015-02/m.csv", 2, "status/2015-03/m.csv:2");
	assert_int_equal(programme.portfolio.nmeasurement, 2);
	assert_number(programme.portfolio.measurement[0].value, 15);
	assert_int_equal(programme.portfolio.ndecision, 2);
	compute("2015-03", NULL);
	assert_int_equal(sapa()->phase, 1);
}

static void
test_duplicates_in_the_register(void **state)
{
	(void)state;
	silence("2015-03");
	add("register/solutions.csv",
	    SOLUTIONS_HEAD "SAPA;Første\nKY;Kontanthjælp\nsapa;Anden\n");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n147;SAPA;B1;;\n101;SAPA;B2;;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-06-01;\n"
			  "SAPA;F0;;;2015-01-01;2015-06-02;\n");
	load_march();
	assert_int_equal(count_found(DIAG_duplicate_row), 3);
	/* The later row, in the place of the earlier. */
	assert_int_equal(programme.portfolio.nsolution, 2);
	assert_string_equal(programme.portfolio.solution[0].name, "Anden");
	assert_string_equal(programme.portfolio.solution[1].id, "KY");
	assert_int_equal(programme.portfolio.nrollout, 2);
	assert_string_equal(
	    programme.portfolio.wave[programme.portfolio.rollout[0].wave],
	    "B2");
	assert_day(programme.portfolio.plan[0].end, "2015-06-02");
}

static void
expect_region(const char *report_date, const char *region, bool valid)
{
	const struct municipality *m;

	assert_int_equal(load("2015-03", report_date), 0);
	m = &programme.portfolio.municipality[0];
	assert_int_equal(programme.portfolio.nmunicipality, 3);
	assert_int_equal(m->code, 101);
	assert_string_equal(m->region, region);
	assert_int_equal(m->valid, valid);
}

static void
test_validity(void **state)
{
	(void)state;
	silence("2015-03");
	add("register/municipalities.csv",
	    MUNICIPALITIES_HEAD
	    "101;København;Østdanmark;2015-03-16;2015-03-25\n"
	    "101;Kjøbenhavn;Hovedstaden;;2015-03-15\n"
	    "147;Frederiksberg;;;\n"
	    "751;Aarhus;;;\n");
	expect_region("2015-03-15", "Hovedstaden", true);
	assert_string_equal(
	    programme.portfolio.municipality[0].name, "Kjøbenhavn");
	expect_region("2015-03-16", "Østdanmark", true);
	expect_region("2015-03-25", "Østdanmark", true);
	/* None holds: the newest is used, and said to be out of date. */
	expect_region("2015-03-26", "Østdanmark", false);
	/* Every name it has had is understood. */
	expect_code("Kjøbenhavns Kommune", 101);
	expect_code("København", 101);
}

static void
test_bad_codes(void **state)
{
	(void)state;
	silence("2015-03");
	add("register/more.csv",
	    MUNICIPALITIES_HEAD
	    "0;Nul;;;\n12345;Lang;;;\n10a;Bogstav;;;\n-1;Minus;;;\n");
	load_march();
	assert_int_equal(programme.portfolio.nmunicipality, 3);
	assert_int_equal(count_found(DIAG_bad_code), 4);
	assert_int_equal(found_nth(DIAG_bad_code, 0)->level, DIAG_REJECT);
}

static void
test_order_of_rollouts(void **state)
{
	const struct rollout *r = NULL;

	(void)state;
	silence("2015-03");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD
	    "751;KY;b;;\n147;SAPA;a;;\n101;KY;;;\n101;SAPA;a;;\n");
	load_march();
	r = programme.portfolio.rollout;
	/* By code, then by the register's order of solutions. */
	assert_int_equal(r[0].solution, 0);
	assert_int_equal(r[1].solution, 1);
	assert_int_equal(r[2].municipality, 1);
	assert_int_equal(r[3].municipality, 2);
	assert_int_equal(programme.portfolio.nwave, 2);
	assert_string_equal(programme.portfolio.wave[0], "a");
	assert_int_equal(r[0].wave, 0);
	assert_int_equal(r[1].wave, -1);
	assert_int_equal(r[3].wave, 1);
	assert_int_equal(
	    portfolio_find_rollout(&programme.portfolio, 2, 0), -1);
}

static void
test_risks(void **state)
{
	const struct portfolio *p = &programme.portfolio;

	(void)state;
	silence("2015-03");
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R1;;;;Programmets;1;1;;;åben\n"
		       "R1;;SAPA;;Løsningens;1;1;;;åben\n"
		       "R1;101;SAPA;;Kommunens;1;1;;;åben\n"
		       "R2;101;;;Hvilken løsning?;1;1;;;åben\n"
		       "R3;;Ukendt;;Tekst;1;1;;;åben\n"
		       "R4;;;Ukendt;Tekst;1;1;;;åben\n");
	load_march();
	/* One id in three places is three keys. */
	assert_int_equal(count_found(DIAG_duplicate_row), 0);
	assert_int_equal(p->nrisk, 3);
	assert_int_equal(p->common_risk.count, 2);
	assert_int_equal(p->risk[0].rollout, -1);
	assert_int_equal(p->risk[0].solution, -1);
	assert_int_equal(p->risk[1].solution, 0);
	assert_int_equal(p->risk[2].rollout, rollout(101, "SAPA"));
	expect_found(DIAG_risk_needs_solution, DIAG_REJECT,
	    "status/2015-03/r.csv", 5, "101");
	assert_int_equal(count_found(DIAG_unknown_solution), 1);
	assert_int_equal(count_found(DIAG_unknown_main_task), 1);
}

/* Warned about, and used all the same. */
static void
test_dates_after_the_report(void **state)
{
	(void)state;
	add("status/2015-03/s.csv",
	    "kommunekode;løsning;fase;hovedopgave;"
	    "status;opdateret\n"
	    "101;SAPA;F0;1;færdig;2015-04-01\n"
	    "147;SAPA;F0;1;færdig;2015-03-31\n");
	add("status/2015-03/a.csv",
	    "kommunekode;løsning;kriterium;svar;"
	    "dato\n101;SAPA;F0-K1;ja;2015-04-01\n");
	add("status/2015-03/t.csv",
	    "opgave_id;kommunekode;løsning;fase;"
	    "hovedopgave;titel;obligatorisk;status;afsluttet\n"
	    "T1;101;SAPA;F0;1;Titel;ja;færdig;2015-04-01\n");
	add("status/2015-03/c.csv",
	    "kommunekode;løsning;fase;betingelse_id;"
	    "betingelse;status;lukket_dato\n"
	    "101;SAPA;F0;B1;Tekst;lukket;2015-04-01\n");
	load_march();
	assert_int_equal(count_found(DIAG_after_report_date), 4);
	assert_int_equal(
	    found_nth(DIAG_after_report_date, 0)->level, DIAG_WARNING);
	assert_int_equal(findings(), 4);
	assert_int_equal(programme.portfolio.nstatus, 2);
	assert_int_equal(programme.portfolio.nanswer, 1);
	assert_int_equal(programme.portfolio.ntask, 1);
	assert_int_equal(programme.portfolio.ncondition, 1);
}

static void
test_dated_later_history(void **state)
{
	(void)state;
	silence("2015-03");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-04-01;go;\n"
			   "147;SAPA;F0;2015-03-31;go;\n");
	load_march();
	assert_int_equal(programme.portfolio.ndecision, 1);
	expect_found(DIAG_history_later, DIAG_WARNING, "status/2015-03/d.csv",
	    2, "2015-04-01");
}

static void
expect_fatal(enum diag_code code)
{
	assert_int_equal(load("2015-03", NULL), -1);
	assert_int_equal(found_nth(code, 0)->level, DIAG_FATAL);
}

static void
test_structural_faults(void **state)
{
	(void)state;
	expect_fatal(DIAG_month_without_status);
	silence("2015-02");
	expect_fatal(DIAG_month_without_status);
	add("status/2015-03/a.csv", ANSWERS_HEAD "101;SAPA;F0-K1;ja\n");
	expect_fatal(DIAG_month_without_status);
	/* One that fails is no status row. */
	add("status/2015-03/s.csv", STATUS_HEAD "101;Ukendt;F0;1;færdig;\n");
	expect_fatal(DIAG_month_without_status);
	silence("2015-03");
	load_march();
	add("register/rollouts.csv", ROLLOUTS_HEAD);
	expect_fatal(DIAG_no_rows_of_kind);
	assert_string_equal(
	    found_nth(DIAG_no_rows_of_kind, 0)->value, "rollouts");
	add("register/solutions.csv", SOLUTIONS_HEAD);
	expect_fatal(DIAG_no_rows_of_kind);
	assert_int_equal(count_found(DIAG_no_rows_of_kind), 2);
	add("register/municipalities.csv", MUNICIPALITIES_HEAD);
	expect_fatal(DIAG_no_rows_of_kind);
	assert_int_equal(count_found(DIAG_no_rows_of_kind), 3);
}

/* A failing row of the register is set aside like any other. */
static void
test_failing_register_rows(void **state)
{
	(void)state;
	silence("2015-03");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD
	    "101;SAPA;;;\n147;SAPA;;;\n999;SAPA;;;\n147;Ukendt;;;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F9;;;2015-01-01;2015-06-01;\n"
			  "KY;F0;;751;2015-01-01;2015-06-01;\n");
	add("register/catalogue.csv",
	    CATALOGUE_HEAD "T1;SAPA;;F0;99;Titel;ja;;\n"
			   "T2;SAPA;;F0;1;Titel;ja;;\n");
	load_march();
	assert_int_equal(programme.portfolio.nrollout, 2);
	assert_int_equal(programme.portfolio.ncatalogue, 1);
	assert_int_equal(count_found(DIAG_unknown_municipality), 1);
	assert_int_equal(count_found(DIAG_unknown_solution), 1);
	assert_int_equal(count_found(DIAG_unknown_phase), 1);
	assert_int_equal(count_found(DIAG_unknown_main_task), 1);
	assert_int_equal(count_found(DIAG_no_rollout), 1);
	assert_int_equal(diag_worst(programme.diag), DIAG_REJECT);
}

/* Months after the report month are not opened; D may be given. */
static void
test_report_month_and_date(void **state)
{
	(void)state;
	silence("2015-03");
	add("status/2015-04/s.csv", STATUS_HEAD "101;SAPA;F0;1;færdig;\n");
	load_march();
	assert_int_equal(programme.portfolio.nstatus, 1);
	assert_int_equal(programme.portfolio.nmonth, 1);
	assert_day(programme.portfolio.report_date, "2015-03-31");
	assert_int_equal(load("2015-04", "2015-04-10"), 0);
	assert_int_equal(programme.portfolio.nstatus, 2);
	assert_int_equal(programme.portfolio.nmonth, 2);
	assert_day(programme.portfolio.report_date, "2015-04-10");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_spellings_of_municipalities),
	    programme_test(test_rows_by_any_spelling),
	    programme_test(test_code_and_name_disagree),
	    programme_test(test_unknown_references),
	    programme_test(test_all_faults_of_a_row),
	    programme_test(test_duplicates_in_a_month),
	    programme_test(test_duplicates_of_history),
	    programme_test(test_duplicates_in_the_register),
	    programme_test(test_validity),
	    programme_test(test_bad_codes),
	    programme_test(test_order_of_rollouts),
	    programme_test(test_risks),
	    programme_test(test_dates_after_the_report),
	    programme_test(test_dated_later_history),
	    programme_test(test_structural_faults),
	    programme_test(test_failing_register_rows),
	    programme_test(test_report_month_and_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
