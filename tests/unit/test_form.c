/*
 * Forms: what is open, what is computed live, and how both read on a page and
 * in a workbook.  test_form FILE writes the workbook that the test of
 * recalculation fills in.
 */
#include "doc_fixture.h"

#include <stdlib.h>
#include <unistd.h>

#include <unzip.h>

#include "base/num.h"
#include "doc/formula.h"
#include "render/render.h"

/* The workbook library never frees the formula of a list to choose from. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libxlsxwriter\n";
}

static const char more_labels[] =
    "xlsx.front = Forside\nxlsx.sheet = Ark\nxlsx.column = Kolonne\n"
    "xlsx.source = Kilde\nxlsx.page = Side {1} af {2}\n"
    "xlsx.report_date = Rapportdato\nxlsx.basis = Grundlag\n"
    "xlsx.lists = Lister\nxlsx.list = Liste\n";

static const char *const answers[] = {
    "Ja", "Delvis", "Nej", "Ikke relevant", "Dispensation"};
static const char *const decisions[] = {
    "Go", "Go med betingelser", "No-go", "Udsat"};

static const struct grid_rule answer_rule = {.type = RULE_CHOICE,
    .word = answers,
    .nword = 5,
    .min = NUM_NONE,
    .max = NUM_NONE,
    .first = DAY_NONE,
    .last = DAY_NONE,
    .title = "Svar",
    .prompt = "Vælg et svar. Blankt betyder: ikke besvaret.",
    .error = "Svaret skal være et af listens."};
static const struct grid_rule decision_rule = {
    .type = RULE_CHOICE, .word = decisions, .nword = 4, .title = "Beslutning"};
static const struct grid_rule text_rule = {.type = RULE_TEXT};
static const struct grid_rule remark_rule = {.type = RULE_TEXT, .lines = 2};
static const struct grid_rule day_rule = {.type = RULE_DAY,
    .first = DAY_NONE,
    .last = DAY_NONE,
    .title = "Dato",
    .prompt = "Dag, måned og år",
    .error = "Skriv en dato."};
static const struct grid_rule weight_rule = {
    .type = RULE_WHOLE, .min = 1, .max = 9, .title = "Vægt"};

/* clang-format off */
static const struct grid_column question_column[] = {
	{ "no", "Nr.", VALUE_TEXT, GRID_HEAD, TOTAL_NONE },
	{ "question", "Spørgsmål", VALUE_TEXT, GRID_WRAP, TOTAL_NONE },
	{ "origin", "Oprindelse", VALUE_TEXT, GRID_BELOW, TOTAL_NONE },
	{ "pass", "Godkendt når", VALUE_TEXT, GRID_BELOW | GRID_WRAP,
	    TOTAL_NONE },
	{ "answer", "Svar", VALUE_TEXT, 0, TOTAL_NONE },
	{ "before", "Hidtil", VALUE_TEXT, GRID_BELOW, TOTAL_NONE },
	{ "evidence", "Dokumentation", VALUE_TEXT, 0, TOTAL_NONE },
	{ "responsible", "Ansvarlig", VALUE_TEXT, GRID_BELOW, TOTAL_NONE },
	{ "deadline", "Frist", VALUE_DAY, GRID_BELOW, TOTAL_NONE },
	{ "remark", "Bemærkning", VALUE_TEXT, GRID_BELOW, TOTAL_NONE },
	{ "weight", "Vægt", VALUE_NUMBER, GRID_DETAIL, TOTAL_NONE },
	{ "mandatory", "Obligatorisk", VALUE_BOOL, GRID_DETAIL, TOTAL_NONE },
};

static const struct grid_column pair_column[] = {
	{ "label", "", VALUE_TEXT, GRID_HEAD, TOTAL_NONE },
	{ "value", "", VALUE_TEXT, 0, TOTAL_NONE },
};

static const struct grid_column input_column[] = {
	{ "municipality", "kommunekode", VALUE_TEXT, 0, TOTAL_NONE },
	{ "criterion", "kriterium", VALUE_TEXT, 0, TOTAL_NONE },
	{ "answer", "svar", VALUE_TEXT, 0, TOTAL_NONE },
	{ "deadline", "frist", VALUE_DAY, 0, TOTAL_NONE },
	{ "weight", "vægt", VALUE_COUNT, 0, TOTAL_NONE },
	{ "part", "andel", VALUE_NUMBER, 0, TOTAL_NONE },
};
/* clang-format on */

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* The parts of a form that the tests look at. */
struct form {
	struct grid *question, *score, *input;
};

static void
add_question(struct fixture *f, struct grid *grid, const char *no,
    const char *question, const char *answer, double weight, bool mandatory)
{
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text(no);
	cell[1].value = value_text(question);
	cell[2].value = value_text("fortolkning");
	cell[3].value = value_text("alle brugere er oprettet");
	cell[4].value = value_text(answer);
	cell[4].rule = &answer_rule;
	cell[5].value = value_text("Nej, 1. marts");
	cell[6].rule = &remark_rule;
	cell[7].value = value_text(answer == NULL ? NULL : "Ida Holm");
	cell[7].rule = &text_rule;
	cell[8].value =
	    value_day(answer == NULL ? DAY_NONE : day_from_civil(2015, 3, 9));
	cell[8].rule = &day_rule;
	cell[9].rule = &text_rule;
	cell[10].value = value_number(weight);
	cell[11].value = value_bool(mandatory);
}

static struct grid *
make_questions(struct fixture *f)
{
	struct grid *grid = grid_new(
	    f->arena, "question", question_column, COUNT(question_column));

	grid->look = GRID_FORM;
	grid->caption = "Spørgsmål";
	add_question(
	    f, grid, "K1", "Er aftalen <underskrevet>?", "Ja", 2, true);
	add_question(f, grid, "K2", "Er brugerne oprettet?", "Delvis", 1, true);
	add_question(f, grid, "K3", "Er der en plan?", NULL, 1, false);
	add_question(
	    f, grid, "K4", "Er data renset?", "Ikke relevant", 3, false);
	return grid;
}

static const struct formula *
sum_weight(struct fixture *f, const struct grid *grid, const char *answer)
{
	const struct formula_where where = {
	    "answer", TEST_EQUAL, formula_text(f->arena, answer)};

	return formula_rows(f->arena, FORMULA_SUM, grid, "weight", &where,
	    answer == NULL ? 0 : 1);
}

static const struct formula *
two(struct fixture *f, enum formula_op op, const struct formula *a,
    const struct formula *b)
{
	return formula_make(f->arena, op, a, b, NULL);
}

/* (100 yes + 50 partly) / (all - not relevant); none if nobody answered. */
static const struct formula *
score_formula(struct fixture *f, const struct grid *grid)
{
	const struct formula *points, *all, *given;
	const struct formula_where where = {"answer", TEST_GIVEN, NULL};

	points = two(f, FORMULA_ADD,
	    two(f, FORMULA_MULTIPLY, formula_number(f->arena, 100),
		sum_weight(f, grid, "Ja")),
	    two(f, FORMULA_MULTIPLY, formula_number(f->arena, 50),
		sum_weight(f, grid, "Delvis")));
	all = two(f, FORMULA_SUBTRACT, sum_weight(f, grid, NULL),
	    sum_weight(f, grid, "Ikke relevant"));
	given = formula_rows(f->arena, FORMULA_COUNT, grid, NULL, &where, 1);
	return formula_make(f->arena, FORMULA_IF,
	    two(f, FORMULA_AT_MOST, formula_number(f->arena, 1), given),
	    two(f, FORMULA_DIVIDE, points, all),
	    formula_constant(f->arena, value_none()));
}

/* How many mandatory questions are unanswered. */
static const struct formula *
open_formula(struct fixture *f, const struct grid *grid)
{
	const struct formula_where where[] = {{"answer", TEST_BLANK, NULL},
	    {"mandatory", TEST_EQUAL,
		formula_constant(f->arena, value_bool(true))}};

	return formula_rows(f->arena, FORMULA_COUNT, grid, NULL, where, 2);
}

/* All unanswered ones: empty rows of a record don't count. */
static const struct formula *
blank_formula(struct fixture *f, const struct grid *grid)
{
	const struct formula_where where = {"answer", TEST_BLANK, NULL};

	return formula_rows(f->arena, FORMULA_COUNT, grid, NULL, &where, 1);
}

static const struct formula *
advice_formula(struct fixture *f, const struct grid *score)
{
	const struct formula *value = formula_cell(f->arena, score, 0, "value");

	return formula_make(f->arena, FORMULA_IF,
	    two(f, FORMULA_AT_MOST, formula_number(f->arena, 90), value),
	    formula_text(f->arena, "Go"),
	    formula_make(f->arena, FORMULA_IF,
		two(f, FORMULA_AND,
		    two(f, FORMULA_AT_MOST, formula_number(f->arena, 70),
			value),
		    two(f, FORMULA_EQUAL,
			formula_cell(f->arena, score, 1, "value"),
			formula_number(f->arena, 0))),
		formula_text(f->arena, "Go \"med\" betingelser"),
		formula_text(f->arena, "No-go")));
}

static const struct formula *
latest_formula(struct fixture *f, const struct grid *grid)
{
	const struct formula_where where = {
	    "answer", TEST_EQUAL, formula_text(f->arena, "Ja")};

	return formula_rows(f->arena, FORMULA_MAX, grid, "weight", &where, 1);
}

static const struct formula *
last_formula(struct fixture *f, const struct grid *grid, const char *column)
{
	const struct formula_where where = {"answer", TEST_GIVEN, NULL};

	return formula_rows(f->arena, FORMULA_LAST, grid, column, &where, 1);
}

static void
add_pair(struct fixture *f, struct grid *grid, const char *label_text,
    struct value value, const struct formula *formula,
    const struct grid_rule *rule)
{
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text(label_text);
	cell[1].value = value;
	cell[1].formula = formula;
	cell[1].rule = rule;
}

static struct grid *
make_score(struct fixture *f, struct grid *question)
{
	struct grid *grid =
	    grid_new(f->arena, "score", pair_column, COUNT(pair_column));

	grid->look = GRID_FORM;
	add_pair(f, grid, "Score", value_percent(250.0 / 4),
	    score_formula(f, question), NULL);
	add_pair(f, grid, "Obligatoriske uden svar", value_count(0),
	    open_formula(f, question), NULL);
	add_pair(f, grid, "Uden svar", value_count(1),
	    blank_formula(f, question), NULL);
	add_pair(f, grid, "Anbefaling", value_text("No-go"),
	    advice_formula(f, grid), NULL);
	add_pair(f, grid, "Største ja", value_number(2),
	    latest_formula(f, question), NULL);
	add_pair(f, grid, "Komplet", value_bool(false),
	    two(f, FORMULA_EQUAL, formula_cell(f->arena, grid, 2, "value"),
		formula_number(f->arena, 0)),
	    NULL);
	add_pair(f, grid, "Lys", value_light(TONE_RED),
	    formula_make(f->arena, FORMULA_IF,
		two(f, FORMULA_AT_MOST, formula_number(f->arena, 90),
		    formula_cell(f->arena, grid, 0, "value")),
		formula_constant(f->arena, value_light(TONE_GREEN)),
		formula_constant(f->arena, value_light(TONE_RED))),
	    NULL);
	add_pair(f, grid, "Beslutning", value_none(), NULL, &decision_rule);
	add_pair(f, grid, "Dato", value_none(), NULL, &day_rule);
	add_pair(f, grid, "Sidst besvaret", value_text("K4"),
	    last_formula(f, question, "no"), NULL);
	add_pair(f, grid, "Dens vægt", value_number(3),
	    last_formula(f, question, "weight"), NULL);
	add_pair(f, grid, "Måneden efter",
	    value_day(day_from_civil(2015, 2, 28)),
	    two(f, FORMULA_MONTHS,
		formula_constant(
		    f->arena, value_day(day_from_civil(2015, 1, 31))),
		formula_number(f->arena, 1)),
	    NULL);
	add_pair(f, grid, "Underskrift", value_none(), NULL, &remark_rule);
	return grid;
}

/* Follows the answers; one row is spare. */
static struct grid *
make_input(struct fixture *f, struct grid *question)
{
	const struct grid_rule *const rule[] = {&text_rule, &text_rule,
	    &answer_rule, &day_rule, &weight_rule, NULL};
	struct grid *grid =
	    grid_new(f->arena, "input", input_column, COUNT(input_column));
	struct grid_cell *cell;
	size_t row;

	grid->look = GRID_INPUT;
	grid->caption = "Svar";
	for (row = 0; row < question->nrow; row++) {
		cell = grid_add_row(f->arena, grid);
		cell[0].value = value_text("0101");
		cell[1].value = question->cell[row * question->ncolumn].value;
		cell[2].value =
		    question->cell[row * question->ncolumn + 4].value;
		cell[2].formula =
		    formula_cell(f->arena, question, row, "answer");
		cell[3].value =
		    question->cell[row * question->ncolumn + 8].value;
		cell[3].formula =
		    formula_cell(f->arena, question, row, "deadline");
		cell[4].value = value_count(1000);
		cell[5].value = value_number(1234.125);
	}
	grid_add_open_row(f->arena, grid, rule);
	return grid;
}

static struct form
make_form(struct fixture *f)
{
	struct document d = {.title = "Tjekliste",
	    .lang = "da",
	    .running = "Køge \"&\" <omegn> · SAPA · F2 → F3",
	    .form = true,
	    .file = "koege.xlsx",
	    .program = "parathed 1"};
	struct form form;
	struct node *section;

	assert_int_equal(labels_read(f->labels, f->diag, "more", more_labels,
			     strlen(more_labels)),
	    0);
	d.labels = f->labels;
	f->document = node_new_document(f->arena, &d);
	form.question = make_questions(f);
	form.score = make_score(f, form.question);
	form.input = make_input(f, form.question);
	section = node_add_section(f->arena, f->document, "Kriterier", 2);
	node_add_grid(f->arena, section, form.question);
	section = node_add_section(f->arena, f->document, "Resultat", 2);
	node_add_grid(f->arena, section, form.score);
	node_add_lines(f->arena, section, "Noter", 3);
	node_add_grid(f->arena, f->document, form.input);
	return form;
}

/* The value of the formula in the second column of a row. */
static struct value
computed(const struct grid *grid, size_t row)
{
	return formula_value(grid->cell[row * 2 + 1].formula, grid, row);
}

static void
test_formulas_agree(void **state)
{
	struct form form = make_form(*state);
	const struct grid_cell *cell;
	size_t i;

	for (i = 0; i < form.score->nrow; i++) {
		cell = &form.score->cell[i * 2 + 1];
		if (cell->formula != NULL)
			assert_true(formula_agrees(
			    cell->formula, form.score, i, &cell->value));
	}
	assert_float_equal(computed(form.score, 0).as.number, 62.5, 1e-9);
}

static void
set_answer(struct form *form, size_t row, const char *answer)
{
	form->question->cell[row * form->question->ncolumn + 4].value =
	    value_text(answer);
}

static void
test_formulas_follow(void **state)
{
	struct form form = make_form(*state);
	struct value v;
	size_t i;

	set_answer(&form, 1, "ja");
	set_answer(&form, 2, "JA");
	assert_float_equal(computed(form.score, 0).as.number, 100, 1e-9);
	set_answer(&form, 1, NULL);
	set_answer(&form, 2, NULL);
	assert_float_equal(computed(form.score, 0).as.number, 50, 1e-9);
	assert_float_equal(computed(form.score, 1).as.number, 1, 0);
	assert_float_equal(computed(form.score, 2).as.number, 2, 0);
	/* Nobody answered: not given, and not a quotient by 0 either. */
	for (i = 0; i < 4; i++)
		set_answer(&form, i, NULL);
	assert_int_equal(computed(form.score, 0).type, VALUE_NONE);
	assert_int_equal(computed(form.score, 4).type, VALUE_NONE);
	for (i = 0; i < 4; i++)
		set_answer(&form, i, "Ikke relevant");
	assert_int_equal(computed(form.score, 0).type, VALUE_NONE);
	/* What stands in the cell is what others are computed from. */
	form.score->cell[1].value = value_percent(90 - 1e-10);
	v = computed(form.score, 3);
	assert_string_equal(v.as.text, "Go");
	form.score->cell[1].value = value_none();
	assert_int_equal(computed(form.score, 3).type, VALUE_NONE);
}

static void
test_formula_edges(void **state)
{
	struct fixture *f = *state;
	struct grid *grid =
	    grid_new(f->arena, "pair", pair_column, COUNT(pair_column));
	const struct formula *none = formula_constant(f->arena, value_none());
	const struct formula *zero = formula_number(f->arena, 0);
	const struct formula *one = formula_number(f->arena, 1);
	struct value v;

	v = formula_value(two(f, FORMULA_DIVIDE, one, zero), grid, 0);
	assert_int_equal(v.type, VALUE_NONE);
	v = formula_value(two(f, FORMULA_ADD, one, none), grid, 0);
	assert_int_equal(v.type, VALUE_NONE);
	v = formula_value(two(f, FORMULA_SMALLER, one, zero), grid, 0);
	assert_float_equal(v.as.number, 0, 0);
	v = formula_value(two(f, FORMULA_LARGER, one, zero), grid, 0);
	assert_float_equal(v.as.number, 1, 0);
	v = formula_value(two(f, FORMULA_GIVEN, none, NULL), grid, 0);
	assert_false(v.as.truth);
	v = formula_value(
	    two(f, FORMULA_NOT, two(f, FORMULA_GIVEN, one, NULL), NULL), grid,
	    0);
	assert_false(v.as.truth);
	v = formula_value(
	    formula_rows(f->arena, FORMULA_COUNT, grid, NULL, NULL, 0), grid,
	    0);
	assert_float_equal(v.as.number, 0, 0);
	/* A place that isn't there is not given. */
	v = formula_value(formula_here(f->arena, "nowhere"), grid, 0);
	assert_int_equal(v.type, VALUE_NONE);
	v = formula_value(formula_cell(f->arena, grid, 7, "value"), grid, 0);
	assert_int_equal(v.type, VALUE_NONE);
	v = formula_value(two(f, FORMULA_EQUAL, none, one), grid, 0);
	assert_int_equal(v.type, VALUE_NONE);
}

static void
test_below(void **state)
{
	struct form form = make_form(*state);

	assert_false(grid_stands_below(form.question, 1));
	assert_true(grid_stands_below(form.question, 2));
	assert_true(grid_is_live(form.question, 6));
	assert_false(grid_is_live(form.question, 2));
	form.question->look = GRID_TABLE;
	assert_false(grid_stands_below(form.question, 2));
}

static void
has(const struct fixture *f, const char *text)
{
	if (strstr(f->buf.data, text) == NULL)
		print_error("%s\nis not in\n%s\n", text, f->buf.data);
	assert_non_null(strstr(f->buf.data, text));
}

static void
test_html(void **state)
{
	struct fixture *f = *state;

	make_form(f);
	f->document->as.document->css = "x{content:\"{{running}}\"}\n";
	render_html(&f->buf, f->document);
	has(f, "x{content:\"Køge \\22 &\\22  \\3c omegn> · SAPA");
	has(f, "<div class=\"form\">");
	has(f, "<table class=\"form-table\">");
	has(f,
	    "<span class=\"box\">☒ Delvis</span> "
	    "<span class=\"box\">☐ Nej</span>");
	has(f,
	    "Er aftalen &lt;underskrevet&gt;?</strong><div class=\"field\">"
	    "<span>Oprindelse:</span> fortolkning</div>");
	has(f, "<span>Ansvarlig:</span> Ida Holm</div>");
	has(f, "<span>Ansvarlig:</span> <span class=\"line\"></span></div>");
	has(f,
	    "<span class=\"line\"></span><span class=\"line\"></span>"
	    "<div class=\"field\">");
	has(f, "<div class=\"lines\">\n<p>Noter</p>");
	/* Details and input are the workbook's. */
	assert_null(strstr(f->buf.data, "Vægt"));
	assert_null(strstr(f->buf.data, "kommunekode"));
}

static void
test_md(void **state)
{
	struct fixture *f = *state;

	make_form(f);
	render_md(&f->buf, f->document);
	has(f, "☐" NBSP "Ja ☒" NBSP "Delvis ☐" NBSP "Nej");
	has(f, "Oprindelse: fortolkning<br>Godkendt når: alle brugere");
	has(f,
	    "____________ ____________<br>Ansvarlig: Ida Holm<br>Frist: "
	    "09-03-2015<br>Bemærkning: ____________ |");
	has(f, "Noter\n\n\\______");
	has(f, "___\n\n\\___"); /* in one paragraph they would be marks */
	assert_null(strstr(f->buf.data, "kommunekode"));
	buf_clear(&f->buf);
	render_tree(&f->buf, f->document);
	has(f, "question form rows=4");
	has(f, "\"Ja\" open=choice:Ja|Delvis|Nej");
	has(f, "lines 3 label=\"Noter\"");
}

/* A part of the workbook. */
static char *
part(struct fixture *f, const char *path, const char *name)
{
	unzFile zip = unzOpen64(path);
	unz_file_info info;
	char *text;

	assert_non_null(zip);
	assert_int_equal(unzLocateFile(zip, name, 1), UNZ_OK);
	unzGetCurrentFileInfo(zip, &info, NULL, 0, NULL, 0, NULL, 0);
	text = arena_alloc(f->arena, info.uncompressed_size + 1);
	assert_int_equal(unzOpenCurrentFile(zip), UNZ_OK);
	unzReadCurrentFile(zip, text, (unsigned)info.uncompressed_size);
	unzCloseCurrentFile(zip);
	unzClose(zip);
	return text;
}

static int
render_to(const char *path, const struct node *document, struct diag *diag)
{
	struct buf book;
	FILE *file;
	int result;

	buf_init(&book);
	result = render_xlsx(&book, document, diag);
	file = fopen(path, "wb");
	if (file == NULL || fwrite(book.data, 1, book.len, file) != book.len ||
	    fclose(file) != 0)
		result = -1;
	buf_release(&book);
	return result;
}

static void
test_xlsx(void **state)
{
	struct fixture *f = *state;
	char path[] = "/tmp/test_form_XXXXXX";
	int fd = mkstemp(path);
	char *sheet;

	assert_int_not_equal(fd, -1);
	close(fd);
	make_form(f);
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	sheet = part(f, path, "xl/worksheets/sheet1.xml");
	assert_non_null(strstr(sheet, "<sheetProtection sheet=\"1\""));
	assert_null(strstr(sheet, "password="));
	assert_non_null(strstr(sheet, "orientation=\"portrait\""));
	assert_non_null(strstr(sheet, "<dataValidation type=\"list\""));
	assert_non_null(strstr(sheet, "Lister'!"));
	assert_null(strstr(sheet, "<f>"));
	sheet = part(f, path, "xl/worksheets/sheet2.xml");
	assert_non_null(strstr(sheet, "<f>IFERROR(IF((1-SUMPRODUCT("));
	assert_non_null(strstr(sheet, "<v>0.625</v>"));
	sheet = part(f, path, "xl/worksheets/sheet3.xml");
	assert_non_null(strstr(sheet, "<c r=\"A1\""));
	assert_non_null(strstr(sheet, "<f>IFERROR('Kriterier'!$C$5&amp;"));
	sheet = part(f, path, "xl/styles.xml");
	assert_non_null(strstr(sheet, "formatCode=\"yyyy-mm-dd\""));
	assert_non_null(strstr(sheet, "<protection locked=\"0\""));
	unlink(path);
}

/* A document that is one sheet is laid out for paper, page by page. */
static void
test_paper(void **state)
{
	struct fixture *f = *state;
	struct form form = make_form(f);
	char path[] = "/tmp/test_form_XXXXXX";
	int fd = mkstemp(path), i;
	char *sheet, *book;

	assert_int_not_equal(fd, -1);
	close(fd);
	f->document->as.document->sheet = "Skema";
	for (i = 0; i < 20; i++)
		add_question(
		    f, form.question, "K5", "Er det alt?", NULL, 0, false);
	form.score->cell[2 * 2 + 1].value = value_count(21);
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	book = part(f, path, "xl/workbook.xml");
	assert_non_null(strstr(book, "<sheet name=\"Skema\""));
	assert_null(strstr(book, "<sheet name=\"Kriterier\""));
	assert_non_null(strstr(book, "<sheet name=\"Svar\""));
	assert_non_null(
	    strstr(book, "<sheet name=\"Lister\" sheetId=\"3\" state=\"hid"));
	sheet = part(f, path, "xl/worksheets/sheet1.xml");
	assert_non_null(strstr(sheet, "<rowBreaks "));
	/* Heads that are repeated are no records; a tick follows the cell. */
	assert_non_null(strstr(sheet, "&lt;&gt;\"Nr.\")"));
	assert_non_null(strstr(sheet, "=\"Ja\",\"\xe2\x98\x92" NBSP "Ja\","));
	assert_non_null(strstr(sheet, "\xe2\x98\x92" NBSP "Delvis"));
	/* One that reckons with cells between which heads stand isn't live. */
	assert_non_null(strstr(sheet, "<v>0.625</v>"));
	unlink(path);
}

static int
breaks_of(const char *sheet)
{
	static const char wanted[] = "<rowBreaks count=\"";
	const char *found = strstr(sheet, wanted);

	return found == NULL ? 0 : found[strlen(wanted)] - '0';
}

/* A page begins where a rule stands, and is not begun twice. */
static void
test_paper_pages(void **state)
{
	struct fixture *f = *state;
	struct node *section;
	char path[] = "/tmp/test_form_XXXXXX";
	int fd = mkstemp(path);
	char *sheet;
	int before;

	assert_int_not_equal(fd, -1);
	close(fd);
	make_form(f);
	f->document->as.document->sheet = "Skema";
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	sheet = part(f, path, "xl/worksheets/sheet1.xml");
	before = breaks_of(sheet);
	section = node_add_section(f->arena, f->document, "Sidste side", 2);
	node_add(f->arena, section, DOC_RULE);
	node_add(f->arena, section, DOC_RULE);
	node_add_paragraph(f->arena, section, "Her");
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	sheet = part(f, path, "xl/worksheets/sheet1.xml");
	assert_int_equal(breaks_of(sheet), before + 1);
	unlink(path);
}

/* A formula that says something else than the figures isn't written. */
static void
test_disagreement(void **state)
{
	struct fixture *f = *state;
	struct form form = make_form(f);
	char path[] = "/tmp/test_form_XXXXXX";
	int fd = mkstemp(path);
	char *sheet;

	assert_int_not_equal(fd, -1);
	close(fd);
	form.score->cell[1].value = value_percent(61);
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	sheet = part(f, path, "xl/worksheets/sheet2.xml");
	assert_null(strstr(sheet, "<f>IFERROR(IF((1-SUMPRODUCT("));
	assert_non_null(strstr(sheet, "<v>0.61</v>"));
	unlink(path);
}

/* Nothing to fill in, nothing to read: still sound. */
static void
test_empty(void **state)
{
	struct fixture *f = *state;
	struct form form = make_form(f);
	char path[] = "/tmp/test_form_XXXXXX";
	int fd = mkstemp(path);

	assert_int_not_equal(fd, -1);
	close(fd);
	form.question->nrow = form.score->nrow = form.input->nrow = 0;
	form.question->cell = form.score->cell = form.input->cell = NULL;
	form.question->empty = "Ingen kriterier";
	assert_int_equal(render_to(path, f->document, f->diag), 0);
	render_html(&f->buf, f->document);
	has(f, "Ingen kriterier");
	buf_clear(&f->buf);
	render_md(&f->buf, f->document);
	unlink(path);
}

static int
write_book(const char *path)
{
	struct fixture *f;
	void *state = NULL;
	int result;

	fixture_setup(&state);
	f = state;
	make_form(f);
	result = render_to(path, f->document, f->diag);
	fixture_teardown(&state);
	return result == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    fixture_test(test_formulas_agree),
	    fixture_test(test_formulas_follow),
	    fixture_test(test_formula_edges),
	    fixture_test(test_below),
	    fixture_test(test_html),
	    fixture_test(test_md),
	    fixture_test(test_xlsx),
	    fixture_test(test_paper),
	    fixture_test(test_paper_pages),
	    fixture_test(test_disagreement),
	    fixture_test(test_empty),
	};

	if (argc > 1)
		return write_book(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
