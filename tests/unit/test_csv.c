#include "doc_fixture.h"

#include "base/day.h"
#include "render/render.h"

static void
test_values(void **state)
{
	static const struct grid_column column[] = {
	    {"name", "Navn", VALUE_TEXT, 0, TOTAL_NONE},
	    {"count", "Antal", VALUE_COUNT, 0, TOTAL_SUM},
	    {"share", "Andel", VALUE_PERCENT, GRID_DETAIL, TOTAL_NONE},
	    {"day", "Dag", VALUE_DAY, 0, TOTAL_NONE},
	    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE},
	    {"late", "Sen", VALUE_BOOL, 0, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 6);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text("Ærø");
	cell[1].value = value_count(-1234);
	cell[2].value = value_percent(12.5);
	cell[3].value = value_day(day_from_civil(2015, 3, 31));
	cell[4].value = value_light(TONE_GREY);
	cell[5].value = value_bool(true);
	grid_add_row(f->arena, grid);
	render_csv(&f->buf, grid);
	assert_string_equal(f->buf.data,
	    "name,count,share,day,light,late\n"
	    "Ærø,-1234,12.5000,2015-03-31,grey,true\n"
	    ",,,,,\n");
}

/*
 * What spreadsheets take for formulas comes back exactly as it was, and so do
 * blanks at either end and a row of one empty cell.
 */
static void
test_quoting(void **state)
{
	static const struct grid_column column[] = {
	    {"a,b", "A", VALUE_TEXT, 0, TOTAL_NONE}};
	static const char *const text[] = {"x,y", "say \"no\"", "a\nb", "a\rb",
	    "=1+1", "-x", "@x", "\tx", " x "};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 1);
	size_t i;

	for (i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		grid_add_row(f->arena, grid)->value = value_text(text[i]);
	grid_add_row(f->arena, grid);
	render_csv(&f->buf, grid);
	assert_string_equal(f->buf.data,
	    "\"a,b\"\n\"x,y\"\n\"say \"\"no\"\"\"\n\"a\nb\"\n\"a\rb\"\n"
	    "=1+1\n-x\n@x\n\"\tx\"\n\" x \"\n\"\"\n");
}

/* As a Danish spreadsheet saves it; no number that could be a thousand. */
static void
test_form(void **state)
{
	static const struct grid_column column[] = {
	    {"name", "navn", VALUE_TEXT, 0, TOTAL_NONE},
	    {"value", "værdi", VALUE_NUMBER, 0, TOTAL_NONE},
	    {"count", "antal", VALUE_COUNT, 0, TOTAL_NONE},
	    {"day", "dato", VALUE_DAY, 0, TOTAL_NONE}};
	static const double number[] = {
	    12.5, 1234567, -0.25, 12.345, 0.000001, 58.70};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell;
	size_t i;

	for (i = 0; i < sizeof(number) / sizeof(number[0]); i++) {
		cell = grid_add_row(f->arena, grid);
		cell[1].value = value_number(number[i]);
	}
	grid_add_row(f->arena, grid);
	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("a; \"b\", c");
	cell[2].value = value_count(100);
	cell[3].value = value_day(day_from_civil(2015, 4, 1));
	render_csv_form(&f->buf, grid, f->labels);
	assert_string_equal(f->buf.data,
	    "\xef\xbb\xbfnavn;værdi;antal;dato\r\n"
	    ";12,5;;\r\n;1234567;;\r\n;-0,25;;\r\n;12,3450;;\r\n"
	    ";0,000001;;\r\n;58,7;;\r\n"
	    "\"a; \"\"b\"\", c\";;100;2015-04-01\r\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_values),
	    fixture_test(test_quoting),
	    fixture_test(test_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
