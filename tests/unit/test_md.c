#include "doc_fixture.h"

#include "base/num.h"
#include "doc/chart.h"
#include "doc/prose.h"
#include "render/render.h"

/* The document without its heading. */
static const char *
body(struct fixture *f)
{
	static const char head[] = "# Titel\n\n";

	buf_clear(&f->buf);
	render_md(&f->buf, f->document);
	assert_memory_equal(f->buf.data, head, strlen(head));
	return f->buf.data + strlen(head);
}

static const char *
paragraph(struct fixture *f, const char *text)
{
	f->document->child = f->document->last = NULL;
	node_add_paragraph(f->arena, f->document, text);
	return body(f);
}

static void
test_escapes(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(paragraph(f, "a*b [c] `d` e_f _g ~5 x|y\\"),
	    "a\\*b \\[c\\] \\`d\\` e_f \\_g \\~5 x\\|y\\\\\n");
	assert_string_equal(paragraph(f, "1. januar"), "1\\. januar\n");
	assert_string_equal(paragraph(f, "2015) x"), "2015\\) x\n");
	assert_string_equal(paragraph(f, "- a - b"), "\\- a - b\n");
	assert_string_equal(paragraph(f, "-5 + 3"), "-5 + 3\n");
	assert_string_equal(paragraph(f, "# a # b"), "\\# a # b\n");
	assert_string_equal(paragraph(f, "a <b> < c"), "a \\<b> < c\n");
	assert_string_equal(paragraph(f, "R&D &amp; & b"), "R&D \\&amp; & b\n");
	assert_string_equal(paragraph(f, "se www.a.dk http://b.dk"),
	    "se www\\.a.dk http:/\\/b.dk\n");
	assert_string_equal(paragraph(f, "  a \t\n b  "), "a b\n");
	assert_string_equal(paragraph(f, "~~~"), "\\~\\~\\~\n");
	assert_string_equal(paragraph(f, "Hej! Sådan."), "Hej! Sådan.\n");
}

static void
test_wrapping(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(paragraph(f,
				"Denne linje er ganske lang, og den skal "
				"brydes, når den når ud "
				"til kanten ved otteoghalvfjerds."),
	    "Denne linje er ganske lang, og den skal brydes, når den når ud "
	    "til kanten ved\notteoghalvfjerds.\n");
	assert_string_equal(paragraph(f,
				"Denne linje er ganske lang, og den skal ikke "
				"brydes her ved et "
				"tal i listen, 14 - x"),
	    "Denne linje er ganske lang, og den skal ikke brydes her ved et "
	    "tal i listen, 14 -\nx\n");
}

static void
test_head_and_foot(void **state)
{
	struct fixture *f = *state;
	struct document d = {.title = "A # B #",
	    .subtitle = "marts 2015",
	    .basis = "Model 2",
	    .notice = "Opdigtede tal",
	    .file = "a_b.md",
	    .program = "parathed 1.0.0",
	    .labels = f->labels};

	render_md(&f->buf, node_new_document(f->arena, &d));
	assert_string_equal(f->buf.data,
	    "# A \\# B \\#\n\n**marts 2015**\n\nModel 2\n\n"
	    "> **Opdigtede tal**\n\n***\n\na_b.md · parathed 1.0.0\n");
}

static void
test_inlines(void **state)
{
	static const char text[] =
	    "a *b **c*** x**y**z `d|e` [f](g.html) `` ` ``";
	struct fixture *f = *state;

	prose_note(f->arena, text, strlen(text), f->document);
	assert_string_equal(
	    body(f), "a _b **c**_ xyz `d|e` [f](g.html) `` ` ``\n");
}

static void
test_light_and_break(void **state)
{
	struct fixture *f = *state;
	struct node *line = node_add_paragraph(f->arena, f->document, "a");

	node_add(f->arena, line, DOC_BREAK);
	node_add(f->arena, line, DOC_LIGHT)->as.light = TONE_RED;
	node_add(f->arena, line, DOC_BREAK);
	assert_string_equal(body(f), "a\\\n■ Rød\n");
}

static void
test_blocks(void **state)
{
	static const char text[] = "- a\n- b\n\n+ c\n\n3. d\n\n   e\n4. f\n\n"
				   "> q\n>\n> - r\n\n````\n```\n````\n\n---\n";
	struct fixture *f = *state;

	prose_note(f->arena, text, strlen(text), f->document);
	assert_string_equal(body(f),
	    "- a\n- b\n\n+ c\n\n3. d\n\n   e\n\n4. f\n\n"
	    "> q\n>\n> - r\n\n````\n```\n````\n\n***\n");
}

static void
test_note(void **state)
{
	struct fixture *f = *state;
	struct node *note = node_add(f->arena, f->document, DOC_NOTE);

	note->as.note = "Bemærk";
	node_add_paragraph(f->arena, note, "a");
	assert_string_equal(body(f), "> **Bemærk**\n>\n> a\n");
}

static void
test_sections(void **state)
{
	struct fixture *f = *state;
	struct node *a;

	a = node_add_section(f->arena, f->document, "1. *A*\nB", 2);
	node_add_section(f->arena, a, "C", 3);
	node_add_paragraph(f->arena, a, "");
	node_add_paragraph(f->arena, a, "d");
	assert_string_equal(body(f), "## 1. \\*A\\* B\n\n### C\n\nd\n");
}

static const struct grid_column column[] = {
    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"detail", "Detalje", VALUE_TEXT, GRID_DETAIL, TOTAL_NONE},
    {"share", "Andel, %", VALUE_PERCENT, 0, TOTAL_MEAN},
    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE}};

static struct grid *
sample_grid(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	grid->caption = "Titel *";
	grid->measure = "pr. 31. marts";
	cell[0].value = value_text("Ærø | x\ny");
	cell[0].href = "a b.html";
	cell[1].value = value_text("skjult");
	cell[2].value = value_percent(50);
	cell[2].tone = TONE_RED;
	cell[3].value = value_light(TONE_GREEN);
	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("Ishøj");
	cell[0].href = "i.html";
	cell[2].value = value_percent(NUM_NONE);
	cell[2].note = "skøn";
	cell[3].note = "En bemærkning, der er for lang til at stå i sin celle";
	return grid;
}

static void
test_table(void **state)
{
	struct fixture *f = *state;

	node_add_grid(f->arena, f->document, sample_grid(f));
	assert_string_equal(body(f),
	    "**Titel \\***\\\npr. 31. marts\n\n"
	    "| Navn            |      Andel, % | Lys    |\n"
	    "| --------------- | ------------: | ------ |\n"
	    "| Ærø \\| x<br>y   |        ■ 50" NBSP "% | ● Grøn |\n"
	    "| [Ishøj](i.html) |        (skøn) |        |\n"
	    "| **I alt**       | **gns. 50" NBSP "%** |        |\n\n"
	    "**Noter**\n\n"
	    "- Ishøj, Lys: En bemærkning, der er for lang til at stå i sin "
	    "celle\n");
}

/* Rows that begin alike are told apart by what follows. */
static void
test_notes_of_namesakes(void **state)
{
	static const struct grid_column three[] = {
	    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
	    {"what", "Hvad", VALUE_TEXT, 0, TOTAL_NONE},
	    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE}};
	static const char *const name[] = {"Ishøj", "Ærø", "Ishøj"};
	static const char *const what[] = {"a", "b", "c"};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", three, 3);
	struct grid_cell *cell;
	size_t i;

	for (i = 0; i < 3; i++) {
		cell = grid_add_row(f->arena, grid);
		cell[0].value = value_text(name[i]);
		cell[1].value = value_text(what[i]);
		cell[2].note = "En bemærkning, der er for lang til sin celle";
	}
	node_add_grid(f->arena, f->document, grid);
	assert_non_null(strstr(body(f), "- Ishøj, a, Lys: En"));
	assert_non_null(strstr(body(f), "- Ærø, Lys: En"));
	assert_non_null(strstr(body(f), "- Ishøj, c, Lys: En"));
}

/* A column that may be spared stands where a row of the page has something. */
static void
test_spare_column(void **state)
{
	static const struct grid_column two[] = {
	    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
	    {"remark", "Note", VALUE_TEXT, GRID_SPARE, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", two, 2);

	grid_add_row(f->arena, grid)[0].value = value_text("a");
	grid_add_row(f->arena, grid)[0].value = value_text("b");
	grid->cell[3].value = value_text("c");
	grid->page_rows = 1;
	node_add_grid(f->arena, f->document, grid);
	assert_null(strstr(body(f), "Note"));
	grid->page_rows = 0;
	assert_non_null(strstr(body(f), "Note"));
}

static void
test_empty_table(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 4);

	grid->caption = "Risici";
	grid->empty = "Ingen risici.";
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(body(f), "**Risici**\n\nIngen risici.\n");
}

static void
test_narrow_lights(void **state)
{
	static const struct grid_column many[] = {{"a", "A", VALUE_LIGHT, 0, 0},
	    {"b", "B", VALUE_LIGHT, 0, 0}, {"c", "C", VALUE_LIGHT, 0, 0},
	    {"d", "D", VALUE_LIGHT, 0, 0}, {"e", "E", VALUE_LIGHT, 0, 0}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", many, 5);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_light(TONE_YELLOW);
	cell[1].value = value_light(TONE_GREY);
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(body(f),
	    "| A    | B    | C    | D    | E    |\n"
	    "| ---- | ---- | ---- | ---- | ---- |\n"
	    "| ▲ U  | ○ –  |      |      |      |\n");
}

static void
test_chart(void **state)
{
	struct fixture *f = *state;
	struct chart chart = {
	    .id = "c", .title = "T", .measure = "M", .description = "D"};

	node_add_chart(f->arena, f->document, &chart);
	assert_string_equal(body(f), "**T**\n\nM\n\nD\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_escapes),
	    fixture_test(test_wrapping),
	    fixture_test(test_head_and_foot),
	    fixture_test(test_inlines),
	    fixture_test(test_light_and_break),
	    fixture_test(test_blocks),
	    fixture_test(test_note),
	    fixture_test(test_sections),
	    fixture_test(test_table),
	    fixture_test(test_notes_of_namesakes),
	    fixture_test(test_spare_column),
	    fixture_test(test_empty_table),
	    fixture_test(test_narrow_lights),
	    fixture_test(test_chart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
