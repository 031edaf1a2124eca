#include "base/num.h"
#include "input/schema.h"
#include "input_fixture.h"

enum status { WORDS_STATUS(WORD_ENUMERATOR) STATUSES };

struct read {
	struct fixture f;
	struct sheet sheet;
	int result;
};

static void
read_as(struct read *r, enum kind_class class, const char *text)
{
	fixture_new(&r->f);
	r->result = sheet_read(r->f.arena, r->f.arena, r->f.diag, "a.csv", text,
	    strlen(text), class, &r->sheet);
}

static void
read_free(struct read *r)
{
	fixture_free(&r->f);
}

#define STATUS_HEAD "kommunekode;løsning;fase;hovedopgave;status;"
#define STATUS_KEY "101;SAPA;F2;9;"

/* A status file of one more column; its rows end with that column's cell. */
static void
read_status(struct read *r, const char *column, const char *cells)
{
	char text[4096];
	size_t n;

	n = (size_t)snprintf(text, sizeof(text), STATUS_HEAD "%s\n", column);
	while (*cells != '\0') {
		size_t len = strcspn(cells, "|");

		n += (size_t)snprintf(text + n, sizeof(text) - n,
		    STATUS_KEY "i gang;%.*s\n", (int)len, cells);
		cells += len + (cells[len] == '|');
	}
	read_as(r, CLASS_STATUS, text);
	assert_int_equal(r->result, 0);
}

#define ECONOMY_HEAD "kommunekode;løsning;hovedopgave;"

/* An economy file of one amount a row. */
static void
read_economy(struct read *r, const char *cells)
{
	char text[4096];
	size_t n;

	n = (size_t)snprintf(text, sizeof(text), ECONOMY_HEAD "budget_kr\n");
	while (*cells != '\0') {
		size_t len = strcspn(cells, "|");

		n += (size_t)snprintf(text + n, sizeof(text) - n,
		    "101;SAPA;9;%.*s\n", (int)len, cells);
		cells += len + (cells[len] == '|');
	}
	read_as(r, CLASS_STATUS, text);
	assert_int_equal(r->result, 0);
}

static const struct field *
field(const struct read *r, size_t row, int column)
{
	assert_true(row < r->sheet.nrow);
	return &r->sheet.row[row].field[column];
}

static void
expect_number(const struct read *r, size_t row, int column, double value)
{
	assert_true(field(r, row, column)->number == value);
}

static void
test_good_row(void **state)
{
	struct read r;
	struct loc loc;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    "\xef\xbb\xbf" STATUS_HEAD "Fremdrift;forventet_slut\r\n" STATUS_KEY
	    "I gang;62,5 %;31/3-2015\r\n"
	    "\r\n" STATUS_KEY "færdig;;\r\n");
	assert_int_equal(r.result, 0);
	expect_none(&r.f);
	assert_ptr_equal(r.sheet.kind, &kind_table[KIND_STATUS]);
	assert_int_equal(r.sheet.nrow, 2);
	assert_int_equal(
	    field(&r, 0, COL_STATUS_STATUS)->word, STATUS_IN_PROGRESS);
	assert_string_equal(field(&r, 0, COL_STATUS_STATUS)->text, "I gang");
	assert_string_equal(field(&r, 0, COL_STATUS_MUNICIPALITY)->text, "101");
	expect_number(&r, 0, COL_STATUS_PROGRESS, 62.5);
	assert_int_equal(field(&r, 0, COL_STATUS_EXPECTED_END)->date,
	    day_from_civil(2015, 3, 31));
	assert_null(field(&r, 0, COL_STATUS_COMMENT)->text);
	assert_int_equal(r.sheet.row[0].place[COL_STATUS_COMMENT], 0);

	assert_null(field(&r, 1, COL_STATUS_PROGRESS)->text);
	assert_false(num_given(field(&r, 1, COL_STATUS_PROGRESS)->number));
	assert_int_equal(r.sheet.row[1].place[COL_STATUS_PROGRESS], 6);
	assert_int_equal(field(&r, 1, COL_STATUS_EXPECTED_END)->date, DAY_NONE);

	loc = row_loc(&r.sheet.row[1], COL_STATUS_PROGRESS);
	assert_string_equal(loc.file, "a.csv");
	assert_int_equal(loc.line, 4);
	assert_int_equal(loc.field, 6);
	assert_string_equal(loc.column, "Fremdrift");
	loc = row_loc(&r.sheet.row[1], COL_STATUS_COMMENT);
	assert_int_equal(loc.field, 0);
	assert_null(loc.column);
	loc = row_loc(&r.sheet.row[0], -1);
	assert_int_equal(loc.line, 2);
	assert_null(loc.column);
	read_free(&r);
}

static void
test_no_rows(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS, STATUS_HEAD "\n");
	assert_int_equal(r.result, 0);
	assert_int_equal(r.sheet.nrow, 0);
	assert_non_null(r.sheet.kind);
	expect_only(&r.f, DIAG_sheet_empty, DIAG_NOTICE, 0, NULL);
	read_free(&r);

	/* There was a row, but it could not be read. */
	read_as(&r, CLASS_STATUS, STATUS_HEAD "\n1\"\n");
	expect_only(&r.f, DIAG_quote_stray, DIAG_REJECT, 2, NULL);
	read_free(&r);
}

static void
test_file_set_aside(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS, "");
	assert_int_equal(r.result, -1);
	assert_null(r.sheet.kind);
	assert_int_equal(r.sheet.nrow, 0);
	read_free(&r);

	read_as(&r, CLASS_REGISTER, "foo\n1\n");
	assert_int_equal(r.result, -1);
	assert_null(r.sheet.kind);
	expect_only(&r.f, DIAG_kind_unknown, DIAG_FATAL, 1, NULL);
	read_free(&r);
}

static void
test_ragged(void **state)
{
	struct read r;

	(void)state;
	read_status(&r, "ansvarlig", "x|x;|x;;; |x;y|x");
	assert_int_equal(r.sheet.nrow, 4);
	expect_only(&r.f, DIAG_row_long, DIAG_REJECT, 5, NULL);
	assert_int_equal(found(&r.f, DIAG_row_long, 0)->loc.field, 7);
	read_free(&r);

	/* Too few, even if all that is wanted is there. */
	read_as(&r, CLASS_STATUS,
	    STATUS_HEAD "ansvarlig;\n" STATUS_KEY "færdig\n" STATUS_KEY
			"færdig;\n101;SAPA\n");
	assert_int_equal(r.sheet.nrow, 1);
	assert_int_equal(findings(&r.f), 2);
	assert_int_equal(found(&r.f, DIAG_row_short, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_row_short, 1)->loc.line, 4);
	assert_non_null(
	    strstr(found(&r.f, DIAG_row_short, 0)->message, "only 5 cells; 6"));
	read_free(&r);
}

static void
test_unnamed_column(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    "kommunekode;løsning;;fase;hovedopgave;status\n"
	    "101;SAPA;hej;F2;9;færdig\n");
	assert_int_equal(r.sheet.nrow, 1);
	assert_string_equal(field(&r, 0, COL_STATUS_PHASE)->text, "F2");
	expect_only(&r.f, DIAG_column_unnamed, DIAG_NOTICE, 1, NULL);
	read_free(&r);
}

static void
test_required(void **state)
{
	struct read r;

	(void)state;
	read_as(
	    &r, CLASS_STATUS, STATUS_HEAD "bemærkning\n;SAPA; ;9;færdig;x\n");
	assert_int_equal(r.sheet.nrow, 0);
	assert_int_equal(findings(&r.f), 2);
	assert_int_equal(found(&r.f, DIAG_cell_missing, 0)->loc.field, 1);
	assert_int_equal(found(&r.f, DIAG_cell_missing, 1)->loc.field, 3);
	assert_string_equal(
	    found(&r.f, DIAG_cell_missing, 1)->loc.column, "fase");
	read_free(&r);
}

/* All faults of a row are told at once. */
static void
test_every_fault(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    STATUS_HEAD "fremdrift;forventet_slut;opdateret\n" STATUS_KEY
			"halvt;110;31/2-2015;1-1-15\n");
	assert_int_equal(r.sheet.nrow, 0);
	assert_int_equal(findings(&r.f), 4);
	assert_non_null(found(&r.f, DIAG_unknown_word, 0));
	assert_non_null(found(&r.f, DIAG_not_percent, 0));
	assert_string_equal(found(&r.f, DIAG_not_date, 0)->value, "31/2-2015");
	assert_string_equal(
	    found(&r.f, DIAG_short_year, 0)->loc.column, "opdateret");
	read_free(&r);
}

static void
test_blank_form(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    "kommunekode;kommunenavn;løsning;fase;hovedopgave;status;"
	    "ansvarlig\n"
	    "101;København;SAPA;F2;9;;\n"
	    "101;;;;;;\n"
	    ";København;;;;;\n"
	    "101;;SAPA;F2;9;;Jens\n"
	    "101;;SAPA;F2;9;færdig;\n");
	assert_int_equal(r.sheet.nrow, 1);
	assert_int_equal(findings(&r.f), 4);
	assert_int_equal(found(&r.f, DIAG_form_blank, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_form_blank, 0)->level, DIAG_NOTICE);
	assert_int_equal(found(&r.f, DIAG_form_blank, 2)->loc.line, 4);
	assert_int_equal(found(&r.f, DIAG_cell_missing, 0)->loc.line, 5);
	read_free(&r);

	/* Title and obligation are in the form too; a deadline is not. */
	read_as(&r, CLASS_STATUS,
	    "opgave_id,kommunekode,løsning,fase,hovedopgave,titel,"
	    "obligatorisk,status,frist\n"
	    "K1,101,SAPA,,,Ryd op,ja,,\n"
	    "K2,101,SAPA,F2,7,Ryd op,ja,,\n");
	assert_int_equal(r.sheet.nrow, 0);
	assert_int_equal(findings(&r.f), 2);
	assert_int_equal(found(&r.f, DIAG_form_blank, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_cell_missing, 0)->loc.line, 3);
	read_free(&r);

	/* A model has no forms. */
	read_as(&r, CLASS_MODEL, "nr;fase;grad;grundlag\n1;F0;;\n");
	assert_int_equal(r.sheet.nrow, 0);
	assert_int_equal(findings(&r.f), 2);
	assert_int_equal(found(&r.f, DIAG_cell_missing, 0)->level, DIAG_FATAL);
	read_free(&r);

	/* Nothing is missing where the key is all that is wanted. */
	read_as(&r, CLASS_REGISTER, "kommunekode;løsning;bølge\n101;SAPA;\n");
	assert_int_equal(r.sheet.nrow, 1);
	expect_none(&r.f);
	read_free(&r);
}

static void
test_one_of(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    ECONOMY_HEAD "Budget_kr;forbrug_timer\n101;SAPA;9;;12\n"
			 "101;SAPA;9;0;\n101;SAPA;9;;\n");
	assert_int_equal(r.sheet.nrow, 2);
	expect_only(&r.f, DIAG_form_blank, DIAG_NOTICE, 4, NULL);
	expect_number(&r, 0, COL_ECONOMY_ACTUAL_HOURS, 12);
	expect_number(&r, 1, COL_ECONOMY_BUDGET_DKK, 0);
	read_free(&r);
}

/* What the reader counts on: a kind with a choice has nothing else to fill. */
static void
test_choice_is_all(void **state)
{
	(void)state;
	for (int k = 0; k < KINDS; k++) {
		const struct kind *kind = &kind_table[k];
		unsigned flags = 0;

		for (size_t i = 0; i < kind->ncolumn; i++)
			flags |= kind->column[i].flags;
		if ((flags & COLUMN_ONE_OF) == 0)
			continue;
		for (size_t i = 0; i < kind->ncolumn; i++)
			assert_true(kind->column[i].flags &
				(COLUMN_KEY | COLUMN_FORM | COLUMN_ONE_OF) ||
			    strcmp(kind->column[i].id, "municipality_name") ==
				0);
	}
}

static void
test_numbers_comma(void **state)
{
	struct read r;

	(void)state;
	/* The comma in the fourth row decides over the first. */
	read_economy(&r, "1.234|1234|−5|12,5|1.234.567,25|1,234|12.5|1,234.5");
	assert_int_equal(r.sheet.nrow, 6);
	expect_number(&r, 0, COL_ECONOMY_BUDGET_DKK, 1234);
	expect_number(&r, 1, COL_ECONOMY_BUDGET_DKK, 1234);
	expect_number(&r, 2, COL_ECONOMY_BUDGET_DKK, -5);
	expect_number(&r, 3, COL_ECONOMY_BUDGET_DKK, 12.5);
	expect_number(&r, 4, COL_ECONOMY_BUDGET_DKK, 1234567.25);
	expect_number(&r, 5, COL_ECONOMY_BUDGET_DKK, 1.234);
	assert_int_equal(findings(&r.f), 3);
	assert_int_equal(found(&r.f, DIAG_number_whole, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_number_whole, 0)->level, DIAG_NOTICE);
	assert_int_equal(found(&r.f, DIAG_number_not_comma, 0)->loc.line, 8);
	assert_int_equal(found(&r.f, DIAG_not_number, 0)->loc.line, 9);
	read_free(&r);
}

static void
test_numbers_point(void **state)
{
	struct read r;

	(void)state;
	read_economy(&r, "1.234|12.5|12,5|1,234");
	assert_int_equal(r.sheet.nrow, 2);
	expect_number(&r, 0, COL_ECONOMY_BUDGET_DKK, 1.234);
	assert_int_equal(findings(&r.f), 3);
	assert_int_equal(found(&r.f, DIAG_number_decimal, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_number_not_point, 0)->loc.line, 4);
	assert_int_equal(found(&r.f, DIAG_number_not_point, 1)->loc.line, 5);
	read_free(&r);
}

static void
test_numbers_unsettled(void **state)
{
	struct read r;

	(void)state;
	read_economy(&r, "1.234|1234|1,234");
	assert_int_equal(r.sheet.nrow, 2);
	expect_only(&r.f, DIAG_number_ambiguous, DIAG_REJECT, 2, "1.234");
	assert_non_null(strstr(found(&r.f, DIAG_number_ambiguous, 0)->message,
	    "write 1234 or 1,234"));
	expect_number(&r, 1, COL_ECONOMY_BUDGET_DKK, 1.234);
	read_free(&r);

	/* A ragged row settles nothing. */
	read_economy(&r, "1.234|12,5;x");
	assert_int_equal(r.sheet.nrow, 0);
	assert_non_null(found(&r.f, DIAG_number_ambiguous, 0));
	read_free(&r);

	/* Nor does text; but a percentage does. */
	read_status(&r, "fremdrift;bemærkning", "1.5;|12,5 %;|3;1,5");
	assert_int_equal(r.sheet.nrow, 2);
	expect_only(&r.f, DIAG_number_not_point, DIAG_REJECT, 3, "12,5 %");
	read_free(&r);
}

static void
test_percent(void **state)
{
	struct read r;

	(void)state;
	read_status(&r, "fremdrift", "0|100|100 %|99,9%|100,1|-1|halv|50 pct");
	assert_int_equal(r.sheet.nrow, 4);
	expect_number(&r, 0, COL_STATUS_PROGRESS, 0);
	expect_number(&r, 2, COL_STATUS_PROGRESS, 100);
	expect_number(&r, 3, COL_STATUS_PROGRESS, 99.9);
	assert_int_equal(findings(&r.f), 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(
		    found(&r.f, DIAG_not_percent, i)->loc.line, (int)i + 6);
	read_free(&r);

	/* Not on any other number. */
	read_economy(&r, "12 %");
	expect_only(&r.f, DIAG_not_number, DIAG_REJECT, 2, "12 %");
	read_free(&r);
}

static void
test_integers(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_REGISTER,
	    "kommunekode;kommunenavn;indbyggere\n"
	    "101;København;583.349\n"
	    "147;Frederiksberg;0\n"
	    "151;Ballerup;-1\n"
	    "153;Brøndby;12,5\n"
	    "155;Dragør;mange\n");
	assert_int_equal(r.sheet.nrow, 2);
	expect_number(&r, 0, COL_MUNICIPALITIES_POPULATION, 583349);
	assert_int_equal(findings(&r.f), 3);
	assert_string_equal(found(&r.f, DIAG_integer_range, 0)->value, "-1");
	assert_string_equal(found(&r.f, DIAG_not_integer, 0)->value, "12,5");
	assert_string_equal(found(&r.f, DIAG_not_integer, 1)->value, "mange");
	read_free(&r);

	read_as(&r, CLASS_STATUS,
	    "risiko_id;kommunekode;løsning;risiko;sandsynlighed;konsekvens;"
	    "status\n"
	    "R1;101;SAPA;x;1;5;åben\nR2;;;x;0;6;Lukket\n");
	assert_int_equal(r.sheet.nrow, 1);
	assert_int_equal(findings(&r.f), 2);
	assert_non_null(
	    strstr(found(&r.f, DIAG_integer_range, 1)->message, "outside 1-5"));
	read_free(&r);
}

static void
test_dates(void **state)
{
	struct read r;

	(void)state;
	read_status(&r, "opdateret",
	    "2015-03-31|31-03-2015|31.03.2015|31/3-2015|31/3/2015|42094|"
	    "31-03-15|i går|29-02-2015");
	assert_int_equal(r.sheet.nrow, 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(field(&r, i, COL_STATUS_UPDATED)->date,
		    day_from_civil(2015, 3, 31));
	assert_int_equal(findings(&r.f), 4);
	assert_int_equal(found(&r.f, DIAG_date_serial, 0)->level, DIAG_NOTICE);
	assert_non_null(
	    strstr(found(&r.f, DIAG_date_serial, 0)->message, "2015-03-31"));
	assert_int_equal(found(&r.f, DIAG_short_year, 0)->loc.line, 8);
	assert_int_equal(found(&r.f, DIAG_not_date, 0)->loc.line, 9);
	assert_int_equal(found(&r.f, DIAG_not_date, 1)->loc.line, 10);
	read_free(&r);
}

static void
test_words(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_STATUS,
	    "kommunekode;løsning;dimension;lys\n"
	    "101;SAPA;samlet;Grøn\n101;SAPA;time;RED\n"
	    "101;SAPA;samlet;grønn\n101;SAPA;vejret;gul\n");
	assert_int_equal(r.sheet.nrow, 2);
	assert_int_equal(findings(&r.f), 2);
	assert_string_equal(
	    found(&r.f, DIAG_unknown_word_near, 0)->value, "grønn");
	assert_string_equal(
	    found(&r.f, DIAG_unknown_word_near, 0)->loc.column, "lys");
	assert_non_null(strstr(found(&r.f, DIAG_unknown_word_near, 0)->message,
	    "did you mean 'grøn'? write one of: green, yellow, red"));
	assert_string_equal(found(&r.f, DIAG_unknown_word, 0)->value, "vejret");
	read_free(&r);
}

static void
test_double_encoded(void **state)
{
	struct read r;

	(void)state;
	read_status(
	    &r, "ansvarlig", "Jens|S\xc3\x83\xc2\xb8ren|B\xc3\x83\xc2\xb8rge");
	assert_int_equal(r.sheet.nrow, 3);
	/* What stands there may be a name: it is not repeated. */
	expect_only(&r.f, DIAG_double_encoded, DIAG_WARNING, 3, NULL);
	assert_string_equal(
	    found(&r.f, DIAG_double_encoded, 0)->loc.column, "ansvarlig");
	read_free(&r);
}

static void
test_levels(void **state)
{
	struct read r;

	(void)state;
	read_as(&r, CLASS_MODEL, "kategori;navn\n;x\n");
	assert_int_equal(r.result, 0);
	expect_only(&r.f, DIAG_cell_missing, DIAG_FATAL, 2, NULL);
	read_free(&r);

	read_as(&r, CLASS_REGISTER, "løsning;navn;leverandør\nSAPA;;x\n");
	assert_int_equal(r.result, 0);
	expect_only(&r.f, DIAG_cell_missing, DIAG_REJECT, 2, NULL);
	read_free(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_good_row),
	    cmocka_unit_test(test_no_rows),
	    cmocka_unit_test(test_file_set_aside),
	    cmocka_unit_test(test_ragged),
	    cmocka_unit_test(test_unnamed_column),
	    cmocka_unit_test(test_required),
	    cmocka_unit_test(test_every_fault),
	    cmocka_unit_test(test_blank_form),
	    cmocka_unit_test(test_one_of),
	    cmocka_unit_test(test_choice_is_all),
	    cmocka_unit_test(test_numbers_comma),
	    cmocka_unit_test(test_numbers_point),
	    cmocka_unit_test(test_numbers_unsettled),
	    cmocka_unit_test(test_percent),
	    cmocka_unit_test(test_integers),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_double_encoded),
	    cmocka_unit_test(test_levels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
