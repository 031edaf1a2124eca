/* The management pack: its sections, its sentences, its templates' faults. */
#include "report_fixture.h"

#include "input/folder.h"

/* Three months in which 101 falls behind and 147 stops reporting. */
static void
some_months(void)
{
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-04-10;2015-03-31\n");
	add("status/2015-02/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;50\n101;SAPA;F0;3;i gang;50\n"
			"147;SAPA;F0;1;færdig;\n147;SAPA;F0;3;færdig;\n");
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;50\n101;SAPA;F0;3;blokeret;50\n");
	add("status/2015-03/v.csv",
	    "kommunekode;løsning;dimension;trafiklys;beslutning_ønskes\n"
	    "101;SAPA;samlet;grøn;Flyt <b>fristen</b>\n");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD
	    "101;SAPA;B1;;\n147;SAPA;B1;;\n751;SAPA;B2;pauset;2015-01-01\n");
}

static void
expect_words(const char *text, const char *const *word)
{
	for (; *word != NULL; word++)
		if (strstr(text, *word) == NULL)
			fail_msg("\"%s\" is not in:\n%s", *word, text);
}

/* A key that has no label stands for itself, and shows. */
static void
expect_no_keys(const char *text)
{
	static const char *const prefix[] = {"column.", "reason.", "step.",
	    "overview.", "portfolio.", "change.", "gates.", "light.red",
	    "exceptions.", "decisions.", "success.", "{1}", "{{"};
	size_t i;

	for (i = 0; i < sizeof(prefix) / sizeof(prefix[0]); i++)
		if (strstr(text, prefix[i]) != NULL)
			fail_msg("\"%s\" is in:\n%s", prefix[i], text);
}

static void
expect_shipped(const char *lang, const char *const *word)
{
	struct facts facts;
	const char *text;

	some_months();
	compute("2015-03", NULL);
	facts = facts_with(
	    templates_read(programme.arena, programme.diag, "templates", lang));
	assert_non_null(facts.templates);
	text = document_of("management", &facts);
	assert_non_null(text);
	expect_words(text, word);
	expect_no_keys(text);
}

static void
test_danish(void **state)
{
	static const char *const word[] = {"## Overblik", "## Portefølje",
	    "1 implementering er rød, 1 mere end i februar 2015",
	    "1 af 2 kommuner er rød.", "| 0 af 1 ", "1 beslutning ønskes",
	    "Forberedelse → Afprøvning",
	    "1 implementering er sat på pause eller udtrådt", "Aarhus (SAPA)",
	    "opgjort pr. 31. marts 2015", NULL};

	(void)state;
	expect_shipped("da", word);
}

/* The door, of a month in which 101 is red; its model says more. */
static const char *
door(const char *settings)
{
	struct facts facts;

	some_months();
	addf("model/model.ini", "[model]\nname = Prøve\n%s", settings);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F1;2015-03-01;go;\n");
	add("register/rollouts.csv",
	    "kommunekode;løsning;kontakt\n"
	    "101;SAPA;anne.101@example.dk\n147;SAPA;bo.147@example.dk\n");
	compute("2015-03", NULL);
	facts = facts_with(
	    templates_read(programme.arena, programme.diag, "templates", "da"));
	return document_of("index", &facts);
}

/* The door says whom to call, why, and what they ask for. */
static void
test_calls(void **state)
{
	static const char *const word[] = {"**Ring først til København**",
	    "| ■ Rød",
	    "Registreret i Forberedelse, selv om Afprøvning → Overgang "
	    "er godkendt",
	    "Flyt \\<b>fristen\\</b>", NULL};
	const char *text = door("");

	(void)state;
	assert_non_null(text);
	expect_words(text, word);
	expect_no_keys(text);
	/* Names stand in a municipality's own documents. */
	assert_null(strstr(text, "@example.dk"));
}

/* And where to, if names may stand there. */
static void
test_contacts(void **state)
{
	const char *text = door("names_in_management = ja\n");

	(void)state;
	assert_non_null(text);
	assert_non_null(strstr(text, "anne.101@example.dk"));
	/* Nothing is red or yellow there. */
	assert_null(strstr(text, "bo.147@example.dk"));
}

static void
test_english(void **state)
{
	static const char *const word[] = {"## Overview", "## Portfolio",
	    "1 rollout is red, 1 more than in February 2015",
	    "1 of 2 municipalities is red.", "1 decision is wanted",
	    "Preparation → Trial", "as of 31 March 2015", NULL};

	(void)state;
	expect_shipped("en", word);
}

static const char *
with_template(const char *template)
{
	struct facts facts;

	some_months();
	compute("2015-03", NULL);
	facts = facts_with(templates_of("lang = da\n", template));
	return document_of("management", &facts);
}

static void
expect_fault(const char *template, enum diag_code code, int line)
{
	const struct finding *const *finding;
	size_t i, n;

	assert_null(with_template(template));
	finding = diag_sorted(programme.diag, &n);
	for (i = 0; i < n; i++)
		if (finding[i]->code == code)
			break;
	assert_true(i < n);
	assert_string_equal(finding[i]->loc.file, "rapport.md");
	assert_int_equal(finding[i]->loc.line, line);
}

static void
test_unknown_placeholder(void **state)
{
	(void)state;
	expect_fault(
	    "## A\n\n{{table: phase}}\n", DIAG_placeholder_unknown_near, 3);
}

static void
test_placeholder_in_line(void **state)
{
	(void)state;
	expect_fault(
	    "## A\n\nse {{table: phases}}\n", DIAG_placeholder_alone, 3);
}

static void
test_chart_without_table(void **state)
{
	(void)state;
	expect_fault(
	    "## A\n\n{{chart: phases}}\n", DIAG_chart_without_table, 0);
}

/* A PMO drops and turns sections around without a compiler. */
static void
test_own_template(void **state)
{
	const char *text;

	(void)state;
	text = with_template("## Kun porteføljen {{month}}\n\n"
			     "{{table: portfolio}}\n");
	assert_non_null(text);
	assert_non_null(strstr(text, "## Kun porteføljen"));
	assert_non_null(strstr(text, "Frederiksberg"));
	assert_null(strstr(text, "Aarhus"));
}

/* The first month compares with nothing, and nobody is in trouble. */
static void
test_first_month(void **state)
{
	struct facts facts;
	const char *text;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	facts = facts_with(
	    templates_read(programme.arena, programme.diag, "templates", "da"));
	text = document_of("management", &facts);
	assert_non_null(text);
	expect_no_keys(text);
	assert_non_null(strstr(text, "**Ingen implementeringer er røde**"));
	assert_non_null(strstr(text, "Udviklingen kan følges fra næste"));
	assert_null(strstr(text, "end i "));
}

/* No phase is called the fullest while another is as full. */
static void
test_level_phases(void **state)
{
	struct facts facts;
	const char *text;

	(void)state;
	some_months();
	add("status/2015-03/g.csv",
	    DECISIONS_HEAD "147;SAPA;F0;2015-03-02;go;\n");
	compute("2015-03", NULL);
	facts = facts_with(
	    templates_read(programme.arena, programme.diag, "templates", "da"));
	text = document_of("management", &facts);
	assert_non_null(text);
	expect_no_keys(text);
	assert_null(strstr(text, "Flest er i fasen"));
	assert_non_null(strstr(text, "**Flest er i faserne "));
	assert_non_null(strstr(text, ": 1 i hver, af 2 i alt**"));
}

static const char *
with_note(const char *note)
{
	struct note notes[] = {{.subject = "101", .text = "Fremmed"},
	    {.subject = "", .text = note}};
	struct facts facts;

	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	facts = facts_with(
	    templates_of("note.office = Kort\nnote.office.continued = Mere\n"
			 "note.whole = Hele\n",
		"## A\n\n{{note}}\n\n{{note: whole}}\n"));
	facts.note = notes;
	facts.nnote = 2;
	return document_of("management", &facts);
}

static void
test_short_note(void **state)
{
	const char *text;

	(void)state;
	text = with_note("Et *ord* {{month}} <b>.\n\n- to\n");
	assert_non_null(strstr(text, "**Kort**"));
	assert_non_null(strstr(text, "{{month}}"));
	assert_non_null(strstr(text, "to"));
	assert_null(strstr(text, "Hele"));
	assert_null(strstr(text, "Fremmed"));
}

/* The opening ends with a paragraph, and never with a colon. */
static void
test_long_note(void **state)
{
	const char *text, *whole;
	char note[1400];

	(void)state;
	memset(note, 'a', sizeof(note));
	memcpy(note + 100, "\n\nTo ting:\n\n- b\n\n", 17);
	note[sizeof(note) - 1] = '\0';
	text = with_note(note);
	assert_non_null(strstr(text, "**Mere**"));
	whole = strstr(text, "### Hele");
	assert_non_null(whole);
	assert_true(strstr(text, "To ting") < whole);
	assert_true(strstr(text, "- b") < whole);
	assert_null(strstr(strstr(text, "**Mere**"), "aaa\n>\n> aaa"));
	assert_non_null(strstr(whole, "To ting"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_danish),
	    programme_test(test_calls),
	    programme_test(test_contacts),
	    programme_test(test_english),
	    programme_test(test_unknown_placeholder),
	    programme_test(test_placeholder_in_line),
	    programme_test(test_chart_without_table),
	    programme_test(test_own_template),
	    programme_test(test_first_month),
	    programme_test(test_level_phases),
	    programme_test(test_short_note),
	    programme_test(test_long_note),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
