/* The model's files and model.ini: everything that is wrong is fatal. */
#include "programme_fixture.h"

static void
load_good(void)
{
	int status = load_model();

	if (status == -1)
		diag_print(programme.diag, stderr, DIAG_NOTICE, 0, false);
	assert_int_equal(status, 0);
}

static void
expect_fatal(const char *path, const char *text, enum diag_code code, int line,
    const char *value)
{
	add(path, text);
	assert_int_equal(load_model(), -1);
	expect_found(code, DIAG_FATAL, path, line, value);
}

static void
test_base(void **state)
{
	const struct model *m = &programme.model;

	(void)state;
	load_good();
	assert_int_equal(findings(), 0);
	assert_int_equal(m->nphase, 3);
	assert_int_equal(m->ntask, 4);
	assert_int_equal(m->ncategory, 2);
	assert_int_equal(m->ncriterion, 4);
	assert_int_equal(m->ndependency, 1);
	assert_string_equal(m->phase[1].name.en, "Trial");
	/* English falls back to Danish, and nothing is "". */
	assert_string_equal(m->task[0].name.en, "Ledelse");
	assert_string_equal(m->phase[0].purpose.da, "");
	assert_int_equal(m->task[2].category, 1);
	assert_true(m->task[2].operation);
	assert_false(m->task[0].operation);
	assert_int_equal(model_cell(m, 1, 0)->grade, GRADE_NONE);
	assert_int_equal(model_cell(m, 1, 1)->grade, GRADE_FOCUS);
	assert_int_equal(model_cell(m, 3, 2)->grade, GRADE_ACTIVE);
	assert_number(m->criterion[0].weight, 1);
	assert_number(m->criterion[2].weight, 2);
	assert_int_equal(m->criterion[0].main_task, -1);
	assert_int_equal(m->dependency[0].kind, DEPENDENCY_BEFORE);
}

static void
test_finding(void **state)
{
	const struct model *m = &programme.model;

	(void)state;
	load_good();
	assert_int_equal(model_find_phase(m, "F1"), 1);
	assert_int_equal(model_find_phase(m, " f1 "), 1);
	assert_int_equal(model_find_phase(m, "AFPRØVNING"), 1);
	assert_int_equal(model_find_phase(m, "trial"), 1);
	assert_int_equal(model_find_phase(m, "prøve"), 1);
	assert_int_equal(model_find_phase(m, "test"), 1);
	assert_int_equal(model_find_phase(m, "prøve|test"), -1);
	assert_int_equal(model_find_phase(m, "F3"), -1);
	assert_int_equal(model_find_phase(m, ""), -1);
	assert_int_equal(model_find_phase(m, NULL), -1);
	assert_int_equal(model_find_task(m, "4"), 3);
	assert_int_equal(model_find_task(m, "netværk"), 3);
	assert_int_equal(model_find_task(m, "5"), -1);
	assert_int_equal(model_find_criterion(m, "f0-k3"), 2);
	assert_int_equal(model_find_criterion(m, "Mandat"), -1);
	assert_string_equal(model_nearest_phase(m, "Overgagn"), "Overgang");
	assert_string_equal(model_nearest_task(m, "netvaerk"), "Netværk");
	assert_null(model_nearest_task(m, "Timbuktu"));
}

/* The numbers are the model's own; the order is that of the rows. */
static void
test_row_order(void **state)
{
	(void)state;
	add("model/main_tasks.csv",
	    MAIN_TASKS_HEAD
	    "9;Sidst;styring;\n1;Ledelse;Styring;\n3;Data;teknik;\n");
	add("model/matrix.csv",
	    MATRIX_HEAD
	    "9;F0;aktiv;kilde\nLedelse;F0;-;kilde\n3;F0;fokus;fortolkning\n");
	add("model/phases.csv", PHASES_HEAD "F0;Eneste;;\n");
	add("model/criteria.csv",
	    CRITERIA_HEAD "K1;F0;Tekst;9;ja;;kilde;drift\n");
	load_good();
	assert_int_equal(programme.model.task[0].no, 9);
	assert_int_equal(model_find_task(&programme.model, "9"), 0);
	assert_int_equal(programme.model.task[1].category, 0);
	assert_int_equal(model_cell(&programme.model, 1, 0)->grade, GRADE_NONE);
	assert_int_equal(
	    model_cell(&programme.model, 2, 0)->basis, BASIS_INTERPRETATION);
	assert_int_equal(programme.model.criterion[0].main_task, 0);
	assert_true(programme.model.criterion[0].operation);
}

static void
test_hole_in_the_matrix(void **state)
{
	(void)state;
	add("model/matrix.csv",
	    MATRIX_HEAD "1;F0;aktiv;kilde\n1;F1;aktiv;kilde\n1;F2;aktiv;kilde\n"
			"2;F0;-;kilde\n2;F2;aktiv;kilde\n"
			"3;F0;aktiv;kilde\n3;F1;aktiv;kilde\n3;F2;fokus;kilde\n"
			"4;F0;-;kilde\n4;F1;-;kilde\n");
	assert_int_equal(load_model(), -1);
	assert_int_equal(count_found(DIAG_matrix_hole), 2);
	assert_int_equal(found_nth(DIAG_matrix_hole, 0)->level, DIAG_FATAL);
	assert_string_equal(
	    found_nth(DIAG_matrix_hole, 0)->loc.file, "model/main_tasks.csv");
	assert_int_equal(found_nth(DIAG_matrix_hole, 0)->loc.line, 3);
	assert_non_null(strstr(found_nth(DIAG_matrix_hole, 0)->message,
	    "main task 2 has no grade in phase F1"));
	assert_non_null(strstr(found_nth(DIAG_matrix_hole, 1)->message,
	    "main task 4 has no grade in phase F2"));
}

static void
test_keys_twice(void **state)
{
	(void)state;
	expect_fatal("model/categories.csv",
	    CATEGORIES_HEAD "styring;Styring\nteknik;Teknik\nSTYRING;Igen\n",
	    DIAG_model_key_twice, 4, "STYRING");
	add("model/categories.csv",
	    CATEGORIES_HEAD "styring;Styring\nteknik;Teknik\n");
	expect_fatal("model/phases.csv",
	    PHASES_HEAD
	    "F0;Forberedelse;;\nF1;Afprøvning;;\nF2;Overgang;;\nf0;Igen;;\n",
	    DIAG_model_key_twice, 5, "f0");
}

static void
test_more_keys_twice(void **state)
{
	(void)state;
	expect_fatal("model/more.csv", MAIN_TASKS_HEAD "3;Igen;styring;\n",
	    DIAG_model_key_twice, 2, "3");
	expect_fatal("model/more.csv", MATRIX_HEAD "2;f1;-;kilde\n",
	    DIAG_model_key_twice, 2, "f1");
	expect_fatal("model/more.csv",
	    CRITERIA_HEAD "f0-k1;F0;Igen;;ja;;kilde;\n", DIAG_model_key_twice,
	    2, "f0-k1");
	expect_fatal("model/more.csv",
	    DEPENDENCIES_HEAD "Data;Ledelse;samtidig\n", DIAG_model_key_twice,
	    2, "Ledelse");
}

static void
test_names_taken(void **state)
{
	(void)state;
	expect_fatal("model/phases.csv",
	    PHASES_HEAD
	    "F0;Forberedelse;;\nF1;Afprøvning;;f0|Start\nF2;Overgang;;\n",
	    DIAG_model_name_taken, 3, "f0");
	/* Its own name once more is no fault. */
	add("model/phases.csv",
	    PHASES_HEAD "F0;Forberedelse;Forberedelse;F0|forberedelse\n"
			"F1;Afprøvning;;\nF2;Overgang;;\n");
	load_good();
	expect_fatal("model/main_tasks.csv",
	    MAIN_TASKS_HEAD
	    "1;Ledelse;styring;\n2;ledelse;styring;\n3;Data;teknik;drift\n"
	    "4;Netværk;teknik;\n",
	    DIAG_model_name_taken, 3, "ledelse");
}

static void
test_unknown_references(void **state)
{
	(void)state;
	expect_fatal("model/more.csv", MAIN_TASKS_HEAD "5;Ny;teknikk;\n",
	    DIAG_unknown_category, 2, "teknikk");
	assert_non_null(
	    strstr(found_nth(DIAG_unknown_category, 0)->message, "'teknik'"));
	expect_fatal("model/more.csv", MATRIX_HEAD "1;F9;-;kilde\n",
	    DIAG_unknown_phase, 2, "F9");
	expect_fatal("model/more.csv", MATRIX_HEAD "9;F0;-;kilde\n",
	    DIAG_unknown_main_task, 2, "9");
	expect_fatal("model/more.csv",
	    CRITERIA_HEAD "K9;F9;Tekst;;ja;;kilde;\n", DIAG_unknown_phase, 2,
	    "F9");
	expect_fatal("model/more.csv",
	    CRITERIA_HEAD "K9;F0;Tekst;Dato;ja;;kilde;\n",
	    DIAG_unknown_main_task, 2, "Dato");
	expect_fatal("model/more.csv", DEPENDENCIES_HEAD "1;9;\n",
	    DIAG_unknown_main_task, 2, "9");
	expect_fatal("model/more.csv", DEPENDENCIES_HEAD "9;1;\n",
	    DIAG_unknown_main_task, 2, "9");
}

/* A row that its schema refuses is fatal here too. */
static void
test_refused_rows(void **state)
{
	(void)state;
	expect_fatal("model/more.csv", MAIN_TASKS_HEAD "x;Ny;styring;\n",
	    DIAG_not_integer, 2, "x");
	expect_fatal("model/more.csv", MATRIX_HEAD "1;F0;kilde;kilde\n",
	    DIAG_unknown_word, 2, "kilde");
	expect_fatal("model/more.csv", CRITERIA_HEAD "K9;F0;;;ja;;kilde;\n",
	    DIAG_cell_missing, 2, NULL);
}

static void
expect_missing(const char *path, const char *head, const char *kind)
{
	size_t i = 0;

	add(path, head);
	assert_int_equal(load_model(), -1);
	while (i < count_found(DIAG_no_rows_of_kind) &&
	    strcmp(found_nth(DIAG_no_rows_of_kind, i)->value, kind) != 0)
		i++;
	assert_int_equal(found_nth(DIAG_no_rows_of_kind, i)->level, DIAG_FATAL);
}

static void
test_kinds_without_a_row(void **state)
{
	(void)state;
	/* These two may be empty, where nothing refers to them. */
	add("model/dependencies.csv", DEPENDENCIES_HEAD);
	load_good();
	assert_int_equal(programme.model.ndependency, 0);
	expect_missing("model/criteria.csv", CRITERIA_HEAD, "criteria");
	expect_missing("model/matrix.csv", MATRIX_HEAD, "matrix");
	/* That every cell is missing then goes without saying. */
	assert_int_equal(count_found(DIAG_matrix_hole), 0);
	expect_missing("model/main_tasks.csv", MAIN_TASKS_HEAD, "main_tasks");
	expect_missing("model/phases.csv", PHASES_HEAD, "phases");
}

static void
test_settings(void **state)
{
	const struct model *m = &programme.model;

	(void)state;
	add("model/model.ini",
	    "[model]\n"
	    "name = Modellen\nname_en = The model\nversion = 1.2\n"
	    "source = KOMBIT\nnames_in_management = ja\n"
	    "[thresholds]\n"
	    "ready = 92,5\nconditional=72.5\nslip_red = 100\n"
	    "benefit_green = 0,85\n"
	    "[weights]\nweight_focus = 2\n");
	load_good();
	assert_int_equal(findings(), 0);
	assert_string_equal(m->name.da, "Modellen");
	assert_string_equal(m->name.en, "The model");
	assert_string_equal(m->version, "1.2");
	assert_string_equal(m->source.da, "KOMBIT");
	assert_string_equal(m->source.en, "KOMBIT");
	assert_string_equal(m->notice.en, "");
	assert_true(m->names_in_management);
	assert_number(m->threshold[THRESHOLD_READY], 92.5);
	assert_number(m->threshold[THRESHOLD_CONDITIONAL], 72.5);
	assert_number(m->threshold[THRESHOLD_SLIP_RED], 100);
	assert_number(m->threshold[THRESHOLD_BENEFIT_GREEN], 0.85);
	assert_number(m->threshold[THRESHOLD_WEIGHT_FOCUS], 2);
	/* The others have their defaults. */
	assert_number(m->threshold[THRESHOLD_WEIGHT_ACTIVE], 1);
	assert_number(m->threshold[THRESHOLD_SLIP_YELLOW], 30);
}

/* As the rules give them. */
static void
test_defaults(void **state)
{
	static const struct {
		const char *key;
		double value;
	} wanted[] = {
	    {"weight_active", 1},
	    {"weight_focus", 1},
	    {"share_tasks", 50},
	    {"share_criteria", 50},
	    {"ready", 90},
	    {"conditional", 70},
	    {"gate_window", 90},
	    {"gate_near", 30},
	    {"forecast_points", 3},
	    {"forecast_horizon", 730},
	    {"slip_yellow", 30},
	    {"slip_red", 90},
	    {"lag_yellow", 10},
	    {"lag_red", 25},
	    {"cost_red", 10},
	    {"risk_red", 15},
	    {"risk_yellow", 8},
	    {"change_points", 5},
	    {"benefit_green", 0.9},
	    {"benefit_yellow", 0.7},
	    {"collision_days", 14},
	};
	int i;

	(void)state;
	add("model/model.ini", "");
	load_good();
	assert_int_equal(THRESHOLDS, sizeof(wanted) / sizeof(*wanted));
	for (i = 0; i < THRESHOLDS; i++) {
		assert_string_equal(threshold_key(i), wanted[i].key);
		assert_number(programme.model.threshold[i], wanted[i].value);
	}
	assert_string_equal(programme.model.name.da, "");
	assert_string_equal(programme.model.name.en, "");
	assert_string_equal(programme.model.version, "");
	assert_false(programme.model.names_in_management);
}

static void
expect_unknown_key(
    const char *text, int line, const char *key, const char *meant)
{
	add("model/model.ini", text);
	load_good();
	expect_found(
	    DIAG_ini_unknown_key, DIAG_WARNING, "model/model.ini", line, key);
	if (meant != NULL)
		assert_non_null(
		    strstr(found_nth(DIAG_ini_unknown_key, 0)->message, meant));
}

static void
test_unknown_keys(void **state)
{
	(void)state;
	expect_unknown_key(
	    "[thresholds]\nslip_rde = 5\n", 2, "slip_rde", "'slip_red'");
	assert_number(programme.model.threshold[THRESHOLD_SLIP_RED], 90);
	expect_unknown_key("[model]\nnavn = Prøve\n", 2, "navn", NULL);
	/* In a section where it doesn't belong. */
	expect_unknown_key("[model]\nready = 5\n", 2, "ready", NULL);
	assert_number(programme.model.threshold[THRESHOLD_READY], 90);
	expect_unknown_key("[thresholds]\nversion = 5\n", 2, "version", NULL);
	expect_unknown_key("[andet]\n\nready = 5\n", 3, "ready", NULL);
	expect_unknown_key("ready = 5\n", 1, "ready", NULL);
}

static void
test_bad_settings(void **state)
{
	static const char *const bad[] = {
	    "mange", "-1", "1,2,3", "5 dage", "nan", "1e3", "0x10", "inf"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		addf("model/model.ini", "[thresholds]\nready = %s\n", bad[i]);
		assert_int_equal(load_model(), -1);
		expect_found(DIAG_ini_not_number, DIAG_FATAL, "model/model.ini",
		    2, bad[i]);
	}
	add("model/model.ini", "[thresholds]\nready =\n");
	assert_int_equal(load_model(), -1);
	expect_fatal("model/model.ini",
	    "[model]\nnames_in_management = måske\n", DIAG_ini_not_yesno, 2,
	    "måske");
	add("model/model.ini", "[model]\nnames_in_management = No\n");
	load_good();
	assert_false(programme.model.names_in_management);
}

/* A comma and a point are both decimal marks here, never thousands. */
static void
test_decimal_marks(void **state)
{
	static const struct {
		const char *text;
		double value;
	} good[] = {
	    {"0", 0},
	    {"1,5", 1.5},
	    {"1.5", 1.5},
	    {"0,125", 0.125},
	    {"0.125", 0.125},
	    {"90 %", 90},
	    {"90%", 90},
	    {"1,500", 1.5},
	    {"1.500", 1.5},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(*good); i++) {
		addf("model/model.ini", "[thresholds]\nready = %s\n",
		    good[i].text);
		load_good();
		assert_number(
		    programme.model.threshold[THRESHOLD_READY], good[i].value);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_base),
	    programme_test(test_finding),
	    programme_test(test_row_order),
	    programme_test(test_hole_in_the_matrix),
	    programme_test(test_keys_twice),
	    programme_test(test_more_keys_twice),
	    programme_test(test_names_taken),
	    programme_test(test_unknown_references),
	    programme_test(test_refused_rows),
	    programme_test(test_kinds_without_a_row),
	    programme_test(test_settings),
	    programme_test(test_defaults),
	    programme_test(test_unknown_keys),
	    programme_test(test_bad_settings),
	    programme_test(test_decimal_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
