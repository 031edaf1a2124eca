/*
 * Timelines, and lines that break where a run ends.
 */
#include "doc_fixture.h"

#include "base/day.h"
#include "doc/chart.h"
#include "render/render.h"

static const struct grid_column column[] = {
    {"gate", "Port", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"planned", "Planlagt", VALUE_DAY, 0, TOTAL_NONE},
    {"forecast", "Prognose", VALUE_DAY, 0, TOTAL_NONE},
    {"phase", "Fase", VALUE_TEXT, 0, TOTAL_NONE},
    {"share", "Andel", VALUE_PERCENT, 0, TOTAL_NONE},
    {"course", "Forløb", VALUE_PERCENT, 0, TOTAL_NONE}};

static const struct chart_series dates[] = {
    {"planned", TONE_NONE}, {"forecast", TONE_NONE}};
static const struct chart_series shares[] = {
    {"share", TONE_NONE}, {"course", TONE_NONE}};

static struct grid *
new_grid(struct fixture *f)
{
	return grid_new(
	    f->arena, "g", column, sizeof(column) / sizeof(column[0]));
}

static void
add_gate(struct fixture *f, struct grid *grid, const char *name, day planned,
    day forecast)
{
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text(name);
	cell[1].value = value_day(planned);
	cell[2].value = value_day(forecast);
}

static const char *
drawn(struct fixture *f, struct chart *chart)
{
	chart->id = "c";
	chart->title = "T";
	chart->category = "gate";
	chart->nseries = 2;
	f->document->child = f->document->last = NULL;
	node_add_chart(f->arena, f->document, chart);
	buf_clear(&f->buf);
	render_html(&f->buf, f->document);
	return strstr(f->buf.data, "<svg");
}

static int
count(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		n++;
	return n;
}

/* A ring and a triangle in the legend and one for each date that is given. */
static void
test_shapes(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = new_grid(f);
	struct chart chart = {.type = CHART_TIMELINE,
	    .grid = grid,
	    .series = dates,
	    .mark = day_from_civil(2015, 3, 31)};
	const char *svg;

	add_gate(f, grid, "A & B", day_from_civil(2015, 1, 31),
	    day_from_civil(2015, 12, 1));
	add_gate(f, grid, "C", day_from_civil(2016, 1, 31), DAY_NONE);
	add_gate(f, grid, "D", DAY_NONE, DAY_NONE);
	svg = drawn(f, &chart);
	assert_int_equal(count(svg, "a5 5 0 1 0 10 0"), 1 + 2);
	assert_int_equal(count(svg, "l6 10.5h-12z"), 1 + 1);
	assert_non_null(strstr(svg, ">A &amp; B</text>"));
	assert_non_null(strstr(svg, ">31-03-2015</text>"));
	assert_int_equal(count(svg, "stroke-dasharray"), 1);
	/* one line from date to date: the others have one date or none */
	assert_int_equal(count(svg, "stroke=\"#707070\""), 1);
}

/* The day of report widens the axis, and without one there is no line. */
static void
test_mark(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = new_grid(f);
	struct chart chart = {.type = CHART_TIMELINE,
	    .grid = grid,
	    .series = dates,
	    .mark = DAY_NONE};

	add_gate(f, grid, "A", day_from_civil(2015, 1, 31), DAY_NONE);
	assert_int_equal(count(drawn(f, &chart), "stroke-dasharray"), 0);
	chart.mark = day_from_civil(1990, 1, 1);
	assert_int_equal(count(drawn(f, &chart), "stroke-dasharray"), 1);
	assert_null(strstr(f->buf.data, "nan"));
}

static void
test_without_dates(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = new_grid(f);
	struct chart chart = {
	    .type = CHART_TIMELINE, .grid = grid, .series = dates};

	assert_non_null(drawn(f, &chart));
	add_gate(f, grid, "A", DAY_NONE, DAY_NONE);
	assert_non_null(drawn(f, &chart));
	assert_int_equal(count(f->buf.data, "a5 5"), 0);
}

/* Four months, two of each phase: share breaks, course runs through. */
static void
test_run(void **state)
{
	static const char *const phase[] = {"F0", "F0", "F1", "F1"};
	struct fixture *f = *state;
	struct grid *grid = new_grid(f);
	struct chart chart = {.type = CHART_LINE,
	    .grid = grid,
	    .series = shares,
	    .run = "phase",
	    .through = "course"};
	struct grid_cell *cell;
	const char *svg, *first, *second;
	int i;

	for (i = 0; i < 4; i++) {
		cell = grid_add_row(f->arena, grid);
		cell[0].value = value_text("m");
		cell[3].value = value_text(phase[i]);
		cell[4].value = value_percent(i * 10);
		cell[5].value = value_percent(i * 20);
	}
	svg = drawn(f, &chart);
	assert_int_equal(count(svg, ">F0</text>"), 1);
	assert_int_equal(count(svg, ">F1</text>"), 1);
	first = strstr(svg, "<path fill=\"none\" d=\"");
	assert_non_null(first);
	second = strstr(first + 1, "<path fill=\"none\" d=\"");
	assert_non_null(second);
	assert_int_equal(count(first, "L") - count(second, "L"), 2);
	assert_int_equal(
	    count(second, "L") - count(strstr(second, "/>"), "L"), 3);
	chart.run = NULL;
	first = strstr(drawn(f, &chart), "<path fill=\"none\" d=\"");
	second = strstr(first + 1, "<path fill=\"none\" d=\"");
	assert_int_equal(count(first, "L") - count(second, "L"), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    fixture_test(test_shapes),
	    fixture_test(test_mark),
	    fixture_test(test_without_dates),
	    fixture_test(test_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
