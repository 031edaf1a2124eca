#include "input/reading.h"
#include "input/recognise.h"
#include "input/table.h"
#include "input_fixture.h"

/* A header row read in a folder of some class. */
struct header {
	struct fixture f;
	struct layout layout;
	int result;
};

static void
recognise(struct header *h, enum kind_class class, const char *text)
{
	struct reading r;
	struct table table;

	fixture_new(&h->f);
	r = reading_new(h->f.arena, h->f.diag, "a.csv", class);
	assert_int_equal(table_read(&r, text, strlen(text), &table), 0);
	h->result = layout_recognise(&r, &table.record[0], &h->layout);
}

static void
expect_kind(enum kind_class class, const char *text, enum kind_id kind)
{
	struct header h;

	recognise(&h, class, text);
	if (h.result == -1)
		diag_print(h.f.diag, stderr, DIAG_NOTICE, 0, false);
	assert_int_equal(h.result, 0);
	assert_string_equal(h.layout.kind->id, kind_table[kind].id);
	expect_none(&h.f);
	fixture_free(&h.f);
}

static void
expect_fault(enum kind_class class, const char *text, enum diag_code code,
    const char *value, const char *message)
{
	struct header h;

	recognise(&h, class, text);
	assert_int_equal(h.result, -1);
	expect_only(&h.f, code,
	    class == CLASS_STATUS ? DIAG_REJECT : DIAG_FATAL, 1, value);
	assert_non_null(strstr(found(&h.f, code, 0)->message, message));
	fixture_free(&h.f);
}

/* Every kind, by nothing but its required headings, in both languages. */
static void
test_every_kind(void **state)
{
	(void)state;
	for (int k = 0; k < KINDS; k++) {
		const struct kind *kind = &kind_table[k];
		char da[1024] = "", en[1024] = "";
		size_t nda = 0, nen = 0;
		bool choice = false;
		int class = 0;

		while ((kind->classes & 1u << class) == 0)
			class ++;
		for (size_t i = 0; i < kind->ncolumn; i++) {
			const struct column *c = &kind->column[i];

			if ((c->flags & COLUMN_REQUIRED) == 0 &&
			    ((c->flags & COLUMN_ONE_OF) == 0 || choice))
				continue;
			choice = choice || (c->flags & COLUMN_ONE_OF);
			nda += (size_t)snprintf(
			    da + nda, sizeof(da) - nda, "%s;", c->da);
			nen += (size_t)snprintf(
			    en + nen, sizeof(en) - nen, "%s,", c->id);
		}
		expect_kind((enum kind_class) class, da, (enum kind_id)k);
		expect_kind((enum kind_class) class, en, (enum kind_id)k);
	}
}

/* No heading of a kind means two of its columns. */
static void
test_headings_are_distinct(void **state)
{
	(void)state;
	for (int k = 0; k < KINDS; k++)
		for (size_t i = 0; i < kind_table[k].ncolumn; i++)
			for (size_t j = 0; j < i; j++) {
				const struct column *a =
				    &kind_table[k].column[i];
				const struct column *b =
				    &kind_table[k].column[j];

				assert_string_not_equal(a->id, b->id);
				assert_string_not_equal(a->da, b->da);
				assert_string_not_equal(a->id, b->da);
				assert_string_not_equal(a->da, b->id);
				if (a->alias != NULL)
					assert_string_not_equal(
					    a->alias, b->da);
			}
}

static void
test_spelling(void **state)
{
	(void)state;
	expect_kind(CLASS_STATUS,
	    " KOMMUNEKODE ; Løsning;FASE;Hovedopgave;Status", KIND_STATUS);
	expect_kind(CLASS_STATUS,
	    "municipality;løsning;phase;hovedopgave;status", KIND_STATUS);
	expect_kind(CLASS_STATUS, "kommunekode;løsning;dimension;LYS",
	    KIND_ASSESSMENTS);
	expect_kind(CLASS_STATUS, "kommunekode;løsning;kriterium;svar;evidens",
	    KIND_CRITERIA_ANSWERS);
	expect_kind(
	    CLASS_REGISTER, "code;municipality_name", KIND_MUNICIPALITIES);
	expect_kind(
	    CLASS_REGISTER, "kommunekode;kommunenavn", KIND_MUNICIPALITIES);
	expect_kind(
	    CLASS_REGISTER, "kommunekode;kommunenavn;løsning", KIND_ROLLOUTS);
}

static void
test_both_folders(void **state)
{
	static const char benefits[] =
	    "gevinst_id;kommunekode;løsning;gevinst;mål;måldato";

	(void)state;
	expect_kind(CLASS_REGISTER, benefits, KIND_BENEFITS);
	expect_kind(CLASS_STATUS, benefits, KIND_BENEFITS);
}

static void
test_places(void **state)
{
	struct header h;

	(void)state;
	recognise(&h, CLASS_STATUS,
	    "Bemærkning;kommunekode;løsning;fase;hovedopgave;Status;;");
	assert_int_equal(h.result, 0);
	assert_int_equal(h.layout.width, 6);
	assert_int_equal(h.layout.place[COL_STATUS_COMMENT], 1);
	assert_int_equal(h.layout.place[COL_STATUS_MUNICIPALITY], 2);
	assert_int_equal(h.layout.place[COL_STATUS_STATUS], 6);
	assert_int_equal(h.layout.place[COL_STATUS_PROGRESS], 0);
	assert_string_equal(h.layout.heading[COL_STATUS_COMMENT], "Bemærkning");
	assert_string_equal(h.layout.heading[COL_STATUS_STATUS], "Status");
	assert_null(h.layout.heading[COL_STATUS_PROGRESS]);
	expect_none(&h.f);
	fixture_free(&h.f);
}

static void
test_missing(void **state)
{
	struct header h;

	(void)state;
	expect_fault(CLASS_STATUS,
	    "kommunekode;løsning;fase;hovedopgave;fremdrift",
	    DIAG_column_missing, NULL,
	    "'status' is missing in a file of the "
	    "kind status");
	expect_fault(CLASS_STATUS, "kommunekode;løsning;fase;hovedopgave;Satus",
	    DIAG_column_missing_near, "satus", "'status'");
	expect_fault(CLASS_STATUS, "kommunekode;løsning;hovedopgave",
	    DIAG_columns_missing, NULL, "budget_hours, actual_hours");
	expect_fault(CLASS_REGISTER, "løsning;overgangsform",
	    DIAG_column_missing, NULL, "'name'");

	/* One finding for each that is missing. */
	recognise(
	    &h, CLASS_STATUS, "gevinst_id;løsning;gevinst;måleindikator;enhed");
	assert_int_equal(h.result, -1);
	assert_int_equal(findings(&h.f), 3);
	fixture_free(&h.f);
}

static void
test_unknown(void **state)
{
	(void)state;
	expect_fault(CLASS_STATUS, "foo;bar", DIAG_kind_unknown, NULL,
	    "none of the columns");
	expect_fault(CLASS_MODEL, "x", DIAG_kind_unknown, NULL, "none");
}

static void
test_ambiguous(void **state)
{
	/* Two of five columns each, three missing. */
	(void)state;
	expect_fault(CLASS_STATUS, "løsning;kommunekode;fase",
	    DIAG_kind_ambiguous, NULL, "equally well");
}

static void
test_elsewhere(void **state)
{
	(void)state;
	expect_fault(CLASS_REGISTER,
	    "kommunekode;løsning;fase;hovedopgave;status", DIAG_kind_elsewhere,
	    NULL,
	    "kind status; move it to the folder "
	    "status");
	/* A rollout has all its columns here too. */
	expect_fault(CLASS_REGISTER,
	    "kommunekode;kommunenavn;løsning;dimension;trafiklys;bemærkning",
	    DIAG_kind_elsewhere, NULL, "assessments");
	expect_fault(CLASS_STATUS, "løsning;navn;leverandør",
	    DIAG_kind_elsewhere, NULL,
	    "kind solutions; move it to the folder "
	    "register");
	expect_fault(CLASS_STATUS, "kommunekode;løsning", DIAG_kind_elsewhere,
	    NULL, "rollouts");
	expect_fault(CLASS_STATUS, "nr;fase;grad;grundlag", DIAG_kind_elsewhere,
	    NULL, "folder model");
	expect_fault(CLASS_MODEL, "kommunekode;løsning;bølge",
	    DIAG_kind_elsewhere, NULL, "rollouts");
	/* Even where a column is missing. */
	expect_fault(CLASS_STATUS,
	    "løsning;fase;bølge;planlagt_start;baseline_slut",
	    DIAG_kind_elsewhere, NULL, "schedule");
}

/* A return with the catalogue's columns in it is still a return. */
static void
test_not_elsewhere(void **state)
{
	struct header h;

	(void)state;
	recognise(&h, CLASS_STATUS,
	    "opgave_id;kommunekode;løsning;fase;hovedopgave;titel;"
	    "obligatorisk;status;bølge;aktører;fremgangsmåde;udgivet");
	assert_int_equal(h.result, 0);
	assert_string_equal(h.layout.kind->id, "tasks");
	assert_int_equal(findings(&h.f), 4);
	fixture_free(&h.f);
}

static void
test_twice(void **state)
{
	static const char status[] =
	    "kommunekode;løsning;fase;hovedopgave;status;";
	struct header h;
	char text[256];

	(void)state;
	snprintf(text, sizeof(text), "%s%s", status, "Status");
	expect_fault(
	    CLASS_STATUS, text, DIAG_column_twice, "Status", "'status'");
	snprintf(text, sizeof(text), "%s%s", status, "phase");
	expect_fault(CLASS_STATUS, text, DIAG_column_twice, "phase", "'fase'");
	snprintf(text, sizeof(text), "%s%s", status, "note;NOTE");
	expect_fault(CLASS_STATUS, text, DIAG_column_twice, "NOTE", "'note'");
	expect_fault(CLASS_STATUS, "kommunekode;løsning;dimension;lys;light",
	    DIAG_column_twice, "light", "'lys'");

	/* Two columns without a heading say nothing twice. */
	snprintf(text, sizeof(text), "%s%s", status, ";;ansvarlig");
	recognise(&h, CLASS_STATUS, text);
	assert_int_equal(h.result, 0);
	assert_int_equal(findings(&h.f), 2);
	assert_int_equal(found(&h.f, DIAG_column_unnamed, 1)->loc.field, 7);
	fixture_free(&h.f);
}

static void
test_extra(void **state)
{
	struct header h;

	(void)state;
	recognise(&h, CLASS_STATUS,
	    "kommunekode;løsning;fase;hovedopgave;status;Vejr;fremdrft");
	assert_int_equal(h.result, 0);
	assert_int_equal(findings(&h.f), 2);
	assert_string_equal(found(&h.f, DIAG_column_extra, 0)->value, "Vejr");
	assert_int_equal(found(&h.f, DIAG_column_extra, 0)->level, DIAG_NOTICE);
	assert_int_equal(found(&h.f, DIAG_column_extra, 0)->loc.field, 6);
	assert_non_null(strstr(
	    found(&h.f, DIAG_column_extra_near, 0)->message, "fremdrift"));
	fixture_free(&h.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_kind),
	    cmocka_unit_test(test_headings_are_distinct),
	    cmocka_unit_test(test_spelling),
	    cmocka_unit_test(test_both_folders),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_missing),
	    cmocka_unit_test(test_unknown),
	    cmocka_unit_test(test_ambiguous),
	    cmocka_unit_test(test_elsewhere),
	    cmocka_unit_test(test_not_elsewhere),
	    cmocka_unit_test(test_twice),
	    cmocka_unit_test(test_extra),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
