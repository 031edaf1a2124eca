/*
 * The checklist of a gate: what it says, and formulas that follow the answers
 * exactly as the figures would.
 */
#include "report_fixture.h"

#include "doc/formula.h"
#include "doc/grid.h"
#include "doc/node.h"
#include "input/schema.h"
#include "report/gate_form.h"

#define DONE                       \
	"101;SAPA;F0;1;færdig;\n" \
	"101;SAPA;F0;3;i gang;80\n"

static const struct report *
checklist(void)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (strcmp(report_table[i].name, "gates") == 0 &&
		    report_table[i].by == SLICE_ROLLOUT)
			return &report_table[i];
	fail_msg("no checklist");
	return NULL;
}

static struct facts
shipped(const char *lang)
{
	struct facts facts;

	facts = facts_with(
	    templates_read(programme.arena, programme.diag, "templates", lang));
	assert_non_null(facts.templates);
	return facts;
}

static struct node *
document_at(const struct facts *facts, int index)
{
	const struct slice slice = {SLICE_ROLLOUT, index};

	return checklist()->build(
	    programme.arena, programme.diag, facts, &slice, checklist());
}

static const char *
markdown(const struct node *document)
{
	const char *text;
	struct buf buf;

	assert_non_null(document);
	buf_init(&buf);
	render_md(&buf, document);
	text = arena_strdup(programme.arena, buf.data);
	buf_release(&buf);
	return text;
}

/* The grid of that id, anywhere below. */
static struct grid *
find_grid(const struct node *node, const char *id)
{
	const struct node *child;
	struct grid *found;
	union {
		const struct grid *in;
		struct grid *out;
	} grid;

	if (node->type == DOC_GRID && strcmp(node->as.grid->id, id) == 0) {
		grid.in = node->as.grid;
		return grid.out;
	}
	for (child = node->child; child != NULL; child = child->next) {
		found = find_grid(child, id);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static struct grid_cell *
cell_at(const struct grid *grid, size_t row, const char *column)
{
	int at = grid_column_find(grid, column);

	assert_non_null(grid);
	assert_int_not_equal(at, -1);
	assert_true(row < grid->nrow);
	return &grid->cell[row * grid->ncolumn + (size_t)at];
}

/* As a workbook shows it after it computed anew. */
static struct value
live(const struct grid *grid, size_t row, const char *column)
{
	struct grid_cell *cell = cell_at(grid, row, column);

	return cell->formula == NULL ? cell->value
				     : formula_value(cell->formula, grid, row);
}

static double
number_of(struct value v)
{
	switch (v.type) {
	case VALUE_COUNT:
		return (double)v.as.count;
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		return v.as.number;
	case VALUE_DAY:
		return (double)v.as.date;
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		break;
	}
	return NUM_NONE;
}

static void
expect_same(struct value got, struct value wanted, const char *grid, size_t row)
{
	bool same = got.type == VALUE_TEXT && wanted.type == VALUE_TEXT
	    ? strcmp(got.as.text, wanted.as.text) == 0
	    : (!num_given(number_of(got)) && !num_given(number_of(wanted)) &&
		  got.type != VALUE_TEXT && wanted.type != VALUE_TEXT) ||
		fabs(number_of(got) - number_of(wanted)) < 1e-9;

	if (!same)
		fail_msg("%s, row %zu: the formula says otherwise", grid, row);
}

/* Every formula of the document says what stands beside it. */
static size_t
expect_agreement(const struct node *node)
{
	const struct grid *g = node->type == DOC_GRID ? node->as.grid : NULL;
	const struct node *child;
	size_t n = 0, i;

	for (i = 0; g != NULL && i < g->nrow * g->ncolumn; i++) {
		if (g->cell[i].formula == NULL)
			continue;
		n++;
		assert_null(g->cell[i].rule);
		expect_same(
		    formula_value(g->cell[i].formula, g, i / g->ncolumn),
		    g->cell[i].value, g->id, i / g->ncolumn);
	}
	for (child = node->child; child != NULL; child = child->next)
		n += expect_agreement(child);
	return n;
}

static void
report(const char *status, const char *answers)
{
	addf("status/2015-03/s.csv", "%s%s", SOMEBODY, status);
	addf("status/2015-03/a.csv", "%s%s", ANSWERS_HEAD, answers);
	compute("2015-03", NULL);
}

static const char *const danish[] = {
    "Ja", "Delvis", "Nej", "Ikke relevant", "Dispensation"};
static const char *const input_word[] = {
    "ja", "delvis", "nej", "ikke relevant", "dispensation"};

/* Rows of the result, as gate_result.c has them. */
enum { TASKS, CRITERIA, READINESS, MET, RECOMMENDATION = 10 };

/* The digits of a number are the answers; 5 is none. */
static const char *
answers_of(int code)
{
	const char *text = "";
	int i;

	for (i = 0; i < 3; i++, code /= 6)
		if (code % 6 < 5)
			text = arena_printf(programme.arena,
			    "%s101;SAPA;F0-K%d;%s\n", text, i + 1,
			    input_word[code % 6]);
	return text;
}

static void
type_answers(const struct grid *criteria, int code)
{
	size_t i;

	for (i = 0; i < 3; i++, code /= 6)
		cell_at(criteria, i, "answer")->value =
		    code % 6 < 5 ? value_text(danish[code % 6]) : value_none();
}

/* Computes the rows anew, from the top: a formula reads what stands there. */
static void
compute_anew(const struct grid *grid)
{
	size_t row;

	for (row = 0; row < grid->nrow; row++)
		cell_at(grid, row, "value")->value = live(grid, row, "value");
}

static const char *
word_of(const struct facts *facts, enum recommendation r)
{
	return r == RECOMMEND_NONE
	    ? label(
		  templates_labels(facts->templates), "gate.no_recommendation")
	    : label_of(templates_labels(facts->templates), "recommendation",
		  recommendation_id(r));
}

/*
 * All 216 ways to answer three criteria: typed into one checklist, they come
 * to what the figures make of the same answers reported.
 */
static void
test_follows_figures(void **state)
{
	const struct templates *templates;
	struct grid *criteria, *result;
	struct node *document;
	struct facts facts;
	int code;

	(void)state;
	report(DONE, "101;SAPA;F0-K1;ja\n");
	facts = shipped("da");
	templates = facts.templates;
	document = document_at(&facts, rollout(101, "SAPA"));
	assert_non_null(document);
	criteria = find_grid(document, "gate-criteria");
	result = find_grid(document, "gate-result");
	for (code = 0; code < 216; code++) {
		report(DONE, answers_of(code));
		facts.templates = templates;
		type_answers(criteria, code);
		compute_anew(result);
		expect_same(live(result, CRITERIA, "value"),
		    value_percent(sapa()->criteria_score), "criteria",
		    (size_t)code);
		expect_same(live(result, READINESS, "value"),
		    value_percent(sapa()->readiness), "readiness",
		    (size_t)code);
		expect_same(live(result, MET, "value"),
		    value_count(sapa()->mandatory_criteria_met), "met",
		    (size_t)code);
		expect_same(live(result, RECOMMENDATION, "value"),
		    value_text(word_of(&facts, sapa()->recommendation)),
		    "recommendation", (size_t)code);
	}
}

static void
expect_words(const char *text, const char *const *word)
{
	for (; *word != NULL; word++)
		if (strstr(text, *word) == NULL)
			fail_msg("\"%s\" is not in:\n%s", *word, text);
}

static void
expect_no_keys(const char *text)
{
	static const char *const prefix[] = {"column.", "gate.", "gate_",
	    "answer.", "status.", "urgency.", "open.", "local.", "{1}", "{{"};
	const char *at;
	size_t i;

	/* Behind a slash it is the end of a link: status.xlsx. */
	for (i = 0; i < sizeof(prefix) / sizeof(prefix[0]); i++)
		for (at = text; (at = strstr(at, prefix[i])) != NULL; at++)
			if (at == text || at[-1] != '/')
				fail_msg("\"%s\" is in:\n%s", prefix[i], text);
}

/* Something of everything that a checklist may speak of. */
static void
everything(void)
{
	add("model/criteria.csv",
	    "kriterium;fase;tekst;hovedopgave;obligatorisk;oprindelse\n"
	    "F0-K1;F0;Mandat;1;ja;kilde\n"
	    "F0-K2;F0;Plan;;ja;fortolkning\n"
	    "F0-K3;F0;Lokaler;;nej;lokal\n"
	    "F1-K1;F1;Afprøvet;;ja;lokal\n");
	add("register/catalogue.csv",
	    CATALOGUE_HEAD "T1;SAPA;;F0;1;Udpeg ledelse;ja;2015-03-01;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-04-10;2015-03-31\n");
	add("register/dependencies.csv",
	    "løsning;fase;forudsætter_løsning;forudsætter_fase\n"
	    "SAPA;F1;KY;F0\n");
	add("status/2015-02/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-10;go;\n"
			   "101;SAPA;F0;2015-02-20;tilbage;F0\n");
	add("status/2015-02/b.csv",
	    "kommunekode;løsning;fase;betingelse_id;betingelse;ejer;frist;"
	    "hastegrad;status\n"
	    "101;SAPA;F0;F0-B1;Skaf lokaler;Ejeren;2015-05-01;nu;åben\n"
	    "101;SAPA;F0;F0-B2;Lukket sag;;;;lukket\n");
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R1;101;SAPA;;Ingen strøm;4;4;;;åben\n"
		       "R2;101;SAPA;;Lille sag;1;2;;;åben\n");
	report("101;SAPA;F0;1;blokeret;10\n101;SAPA;F0;3;færdig;\n",
	    "101;SAPA;F0-K1;delvis\n");
}

static void
test_everything(void **state)
{
	static const char *const word[] = {"101 København", "SAPA",
	    "F0 Forberedelse", "F1 Afprøvning", "10. april 2015", "F0-K1",
	    "F0-K2", "F0-K3", "Mandat", "☒", "Ubesvaret", "fortolkning \\*",
	    "\\* Fortolkning", "Udpeg ledelse", "Ingen strøm", "Skaf lokaler",
	    "F0-B3", "KY", "Tilbage til", "3 Data", "No-go", "blokeret", NULL};
	struct node *document;
	struct facts facts;
	const char *text;

	(void)state;
	everything();
	facts = shipped("da");
	document = document_at(&facts, rollout(101, "SAPA"));
	text = markdown(document);
	expect_words(text, word);
	expect_no_keys(text);
	/* Below the limit; closed; taken by a closed one. */
	assert_null(strstr(text, "Lille sag"));
	assert_null(strstr(text, "Lukket sag"));
	assert_null(strstr(text, "F0-B2"));
	assert_true(expect_agreement(document) > 40);
	facts = shipped("en");
	document = document_at(&facts, rollout(101, "SAPA"));
	expect_no_keys(markdown(document));
	assert_true(expect_agreement(document) > 40);
}

/* The sheets have the headings of their kinds, neither more nor fewer. */
static void
expect_kind(const struct node *document, enum kind_id id)
{
	const struct kind *kind = &kind_table[id];
	const struct grid *grid = find_grid(document, kind->id);
	size_t i;

	assert_non_null(grid);
	assert_int_equal(grid->look, GRID_INPUT);
	assert_int_equal(grid->ncolumn, kind->ncolumn);
	for (i = 0; i < kind->ncolumn; i++)
		assert_string_equal(
		    grid->column[i].heading, kind->column[i].da);
}

static void
test_sheets(void **state)
{
	struct grid *answers, *decisions, *conditions, *form;
	struct node *document;
	struct facts facts;

	(void)state;
	everything();
	facts = shipped("da");
	document = document_at(&facts, rollout(101, "SAPA"));
	expect_kind(document, KIND_CRITERIA_ANSWERS);
	expect_kind(document, KIND_GATE_DECISIONS);
	expect_kind(document, KIND_CONDITIONS);
	answers = find_grid(document, "criteria_answers");
	assert_string_equal(live(answers, 0, "answer").as.text, "delvis");
	assert_int_equal(live(answers, 1, "answer").type, VALUE_NONE);
	form = find_grid(document, "gate-criteria");
	cell_at(form, 1, "answer")->value = value_text("Ikke relevant");
	assert_string_equal(
	    live(answers, 1, "answer").as.text, "ikke relevant");
	decisions = find_grid(document, "gate_decisions");
	assert_int_equal(decisions->nrow, 1);
	assert_int_equal(live(decisions, 0, "decision").type, VALUE_NONE);
	form = find_grid(document, "gate-decision");
	cell_at(form, 0, "value")->value = value_text("Tilbageløb");
	assert_string_equal(live(decisions, 0, "decision").as.text, "tilbage");
	conditions = find_grid(document, "conditions");
	assert_string_equal(live(conditions, 0, "status").as.text, "åben");
	assert_string_equal(
	    live(conditions, 1, "condition_id").as.text, "F0-B3");
	assert_int_equal(live(conditions, 1, "status").type, VALUE_NONE);
	form = find_grid(document, "gate-new-conditions");
	cell_at(form, 0, "condition")->value = value_text("Test igen");
	assert_string_equal(live(conditions, 1, "status").as.text, "åben");
}

/* F2 has no criterion, and no source: both are said. */
static void
test_without_criteria(void **state)
{
	struct node *document;
	struct facts facts;
	const char *text;

	(void)state;
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n");
	report("101;SAPA;F2;1;færdig;\n", "");
	facts = shipped("da");
	document = document_at(&facts, rollout(101, "SAPA"));
	text = markdown(document);
	assert_non_null(strstr(text, "ingen kriterier for denne fase"));
	assert_non_null(strstr(text, "ingen succeskriterier"));
	assert_null(strstr(text, "\\* Fortolkning"));
	expect_no_keys(text);
	expect_agreement(document);
}

static void
test_who_has_one(void **state)
{
	struct facts facts;

	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n101;KY;B2;udtrådt;\n"
			  "147;SAPA;B1;pauset;\n");
	report(DONE, "");
	facts = shipped("da");
	assert_non_null(document_at(&facts, rollout(101, "SAPA")));
	assert_null(document_at(&facts, rollout(101, "KY")));
	assert_non_null(
	    strstr(markdown(document_at(&facts, rollout(147, "SAPA"))),
		"sat på pause"));
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-01;go;\n"
			   "101;SAPA;F2;2015-03-01;go;\n");
	report(DONE, "");
	facts = shipped("da");
	assert_null(document_at(&facts, rollout(101, "SAPA")));
}

static void
test_blank(void **state)
{
	const struct slice slice = {SLICE_ROLLOUT, 0};
	struct facts facts, blank;
	struct node *document;
	const char *text;

	(void)state;
	everything();
	facts = shipped("da");
	gate_blank(programme.arena, &facts, -1,
	    portfolio_find_solution(&programme.portfolio, "SAPA"), 1, &blank);
	blank.alone = true;
	document = document_at(&blank, 0);
	text = markdown(document);
	assert_non_null(strstr(text, "F1-K1"));
	assert_null(strstr(text, "F0-K1"));
	assert_null(strstr(text, "København"));
	assert_null(strstr(text, "☒"));
	assert_null(strstr(text, "Ubesvaret"));
	expect_no_keys(text);
	expect_agreement(document);
	assert_string_equal(
	    gate_folder(programme.arena, &blank, &slice), "skema-tom-SAPA-F1");
	assert_string_equal(report_path(programme.arena, &blank, checklist(),
				&slice, FORMAT_MD),
	    "SAPA-F1.md");
	gate_blank(programme.arena, &facts,
	    portfolio_find_municipality(&programme.portfolio, "101"),
	    portfolio_find_solution(&programme.portfolio, "SAPA"), 0, &blank);
	assert_string_equal(gate_folder(programme.arena, &blank, &slice),
	    "skema-tom-101-SAPA-F0");
	assert_non_null(
	    strstr(markdown(document_at(&blank, 0)), "101 København"));
	assert_string_equal(gate_folder(programme.arena, &facts, &slice),
	    "skema-101-SAPA-F0-2015-03-31");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_follows_figures),
	    programme_test(test_everything),
	    programme_test(test_sheets),
	    programme_test(test_without_criteria),
	    programme_test(test_who_has_one),
	    programme_test(test_blank),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
