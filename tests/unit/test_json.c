/* Grids as JSON: types, escapes, and several of a document. */
#include "doc_fixture.h"

#include "render/render.h"

static const struct grid_column column[] = {
    {"name", "Navn", VALUE_TEXT, 0, TOTAL_NONE},
    {"count", "Antal", VALUE_COUNT, 0, TOTAL_NONE},
    {"share", "Andel", VALUE_PERCENT, GRID_DETAIL, TOTAL_NONE},
    {"day", "Dag", VALUE_DAY, 0, TOTAL_NONE},
    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE},
    {"late", "Sen", VALUE_BOOL, 0, TOTAL_NONE}};

static struct grid *
make(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "g", column, 6);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text("Ærø \"x\"\\\n\t\x7f");
	cell[1].value = value_count(-1234);
	cell[2].value = value_percent(12.5);
	cell[3].value = value_day(day_from_civil(2015, 3, 31));
	cell[4].value = value_light(TONE_GREY);
	cell[5].value = value_bool(false);
	grid_add_row(f->arena, grid);
	return grid;
}

#define ROWS                                                              \
	"[\n {\"name\": \"Ærø \\\"x\\\"\\\\\\n\\u0009\\u007f\", "       \
	"\"count\": -1234, \"share\": 12.5000, \"day\": \"2015-03-31\", " \
	"\"light\": \"grey\", \"late\": false},\n"                        \
	" {\"name\": null, \"count\": null, \"share\": null, "            \
	"\"day\": null, \"light\": null, \"late\": null}\n]"

static void
test_grid(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = make(f);

	render_json(&f->buf, grid);
	assert_string_equal(f->buf.data, ROWS "\n");
	buf_clear(&f->buf);
	grid->nrow = 0;
	render_json(&f->buf, grid);
	assert_string_equal(f->buf.data, "[]\n");
}

static void
test_document(void **state)
{
	struct fixture *f = *state;
	struct grid *other = grid_new(f->arena, "other", column, 1);

	render_json_document(&f->buf, f->document);
	assert_string_equal(f->buf.data, "{}\n");
	buf_clear(&f->buf);
	node_add_grid(f->arena, f->document, other);
	grid_add_row(f->arena, other)->value = value_text("a");
	node_add_grid(f->arena, node_add_section(f->arena, f->document, "S", 0),
	    grid_new(f->arena, "last", column, 1));
	render_json_document(&f->buf, f->document);
	assert_string_equal(f->buf.data,
	    "{\n\"other\": [\n {\"name\": \"a\"}\n],\n\"last\": []\n}\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_grid),
	    fixture_test(test_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
