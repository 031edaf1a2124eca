/* Text for a terminal: lines, tables, and what they do where there is no room.
 */
#include "doc_fixture.h"

#include "render/render.h"

#define LINE "\xe2\x94\x80"
#define LINE_4 LINE LINE LINE LINE

static void
expect(struct fixture *f, size_t width, bool colour, const char *wanted)
{
	buf_clear(&f->buf);
	render_plain(&f->buf, f->document, width, colour);
	assert_string_equal(f->buf.data, wanted);
}

static void
test_paragraphs(void **state)
{
	struct fixture *f = *state;
	struct node *section, *list, *item, *code;

	section = node_add_section(f->arena, f->document, "Æbler og pærer", 0);
	node_add_paragraph(f->arena, section, "ét to tre fire fem");
	list = node_add(f->arena, section, DOC_LIST);
	item = node_add(f->arena, list, DOC_ITEM);
	node_add_text(
	    f->arena, node_add(f->arena, item, DOC_PARAGRAPH), "seks syv otte");
	code = node_add(f->arena, section, DOC_CODE_BLOCK);
	code->as.text = "1 + 1 = 2";
	expect(f, 0, false,
	    "Titel\n\nÆbler og pærer\n\nét to tre fire fem\n\n"
	    "- seks syv otte\n\n    1 + 1 = 2\n");
	/* A line takes what fits, to the column; what hangs is set in. */
	expect(f, 10, false,
	    "Titel\n\nÆbler og\npærer\n\nét to tre\nfire fem\n\n"
	    "- seks syv\n  otte\n\n    1 + 1\n    = 2\n");
	expect(f, 0, true,
	    "\033[1mTitel\n\033[0m\n\033[1mÆbler og pærer\n\033[0m\n"
	    "ét to tre fire fem\n\n- seks syv otte\n\n    1 + 1 = 2\n");
}

static void
test_words(void **state)
{
	struct fixture *f = *state;

	/* A word that is too long breaks behind a slash, else anywhere. */
	node_add_paragraph(f->arena, f->document, "a status/retur/x.csv:12");
	node_add_paragraph(f->arena, f->document, "abcdefghijklmn");
	expect(f, 12, false,
	    "Titel\n\na\nstatus/\nretur/\nx.csv:12\n\nabcdefghijkl\nmn\n");
}

static struct grid *
add_grid(struct fixture *f)
{
	static const struct grid_column column[] = {
	    {"name", "Navn", VALUE_TEXT, GRID_WRAP, TOTAL_NONE},
	    {"none", "Intet", VALUE_TEXT, 0, TOTAL_NONE},
	    {"n", "Antal", VALUE_NUMBER, 0, TOTAL_NONE},
	    {"any", "Hvad", VALUE_TEXT, 0, TOTAL_NONE}};
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text("En lang tekst med mange ord");
	cell[2].value = value_number(1234.56785);
	cell[3].value = value_day(day_from_civil(2015, 3, 31));
	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("Kort");
	cell[3].value = value_light(TONE_RED);
	cell[3].tone = TONE_RED;
	return grid;
}

static void
test_table(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = add_grid(f);

	grid->caption = "Tabellen";
	grid->measure = "Som målt.";
	node_add_grid(f->arena, f->document, grid);
	/* A column that says nothing is left out; decimals are kept. */
	expect(f, 0, false,
	    "Titel\n\nTabellen\n"
	    "Navn                              Antal  Hvad\n" LINE_4 LINE_4
		LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 LINE_4
		    LINE LINE LINE LINE LINE LINE LINE "\n"
	    "En lang tekst med mange ord  1.234,5679  31-03-2015\n"
	    "Kort                                     ■ Rød\n"
	    "Som målt.\n");
}

static void
test_narrow(void **state)
{
	struct fixture *f = *state;

	node_add_grid(f->arena, f->document, add_grid(f));
	expect(f, 40, false,
	    "Titel\n\n"
	    "Navn                   Antal  Hvad\n" LINE_4 LINE_4 LINE_4 LINE_4
		LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 LINE_4 "\n"
	    "En lang tekst     1.234,5679  31-03-2015\n"
	    "med mange ord\n"
	    "Kort                          ■ Rød\n");
	/* No room for columns: a row is a block. */
	expect(f, 24, false,
	    "Titel\n\n"
	    "Navn: En lang tekst med\n"
	    "      mange ord\n"
	    "  Antal: 1.234,5679\n"
	    "  Hvad: 31-03-2015\n"
	    "\n"
	    "Navn: Kort\n"
	    "  Hvad: ■ Rød\n");
}

static void
test_empty(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = add_grid(f);

	grid->nrow = 0;
	grid->empty = "Der er intet.";
	node_add_grid(f->arena, f->document, grid);
	expect(f, 0, false, "Titel\n\nDer er intet.\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_paragraphs),
	    fixture_test(test_words),
	    fixture_test(test_table),
	    fixture_test(test_narrow),
	    fixture_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
