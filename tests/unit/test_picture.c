/*
 * Pictures that show a table in small: squares, matrices, maps of tiles.
 */
#include "doc_fixture.h"

#include "base/num.h"
#include "doc/chart.h"
#include "render/render.h"

static const struct grid_column column[] = {
    {"who", "Kommune", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"a", "S<1>", VALUE_TEXT, GRID_HEAT, TOTAL_NONE},
    {"b", "S2", VALUE_TEXT, GRID_HEAT, TOTAL_NONE},
    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE}};

static const struct chart_series squares[] = {
    {"a", TONE_NONE}, {"b", TONE_NONE}};
static const struct chart_series light = {"light", TONE_NONE};

static int
count(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		n++;
	return n;
}

static void
assert_count(const char *text, const char *part, int n)
{
	if (count(text, part) != n)
		fail_msg("%d of %s in %s", count(text, part), part, text);
}

static const char *
drawn(struct fixture *f, struct chart *chart)
{
	chart->id = "c";
	chart->title = "T & <1>";
	chart->description = "D & <2>";
	chart->category = "who";
	f->document->child = f->document->last = NULL;
	node_add_chart(f->arena, f->document, chart);
	buf_clear(&f->buf);
	render_html(&f->buf, f->document);
	return strstr(f->buf.data, "<svg");
}

static struct grid_cell *
add(struct fixture *f, struct grid *grid, const char *who)
{
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text(who);
	return cell;
}

static void
set(struct grid_cell *cell, const char *text, enum tone tone)
{
	cell->value = value_text(text);
	cell->tone = tone;
}

/* Three rows: lights and none, a number each, one that isn't reported. */
static struct grid *
heat_grid(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell;

	cell = add(f, grid, "A & B");
	set(&cell[1], "R F2 +2", TONE_RED);
	set(&cell[2], "pause", TONE_NONE);
	cell = add(f, grid, "C");
	cell[1].value = value_percent(100);
	cell[2].value = value_percent(0);
	cell = add(f, grid, "D");
	set(&cell[1], "\xe2\x9c\x93", TONE_GREEN);
	return grid;
}

static void
test_heat(void **state)
{
	struct fixture *f = *state;
	struct chart chart = {.type = CHART_HEAT,
	    .grid = heat_grid(f),
	    .series = squares,
	    .nseries = 2};
	const char *svg = drawn(f, &chart);

	assert_non_null(strstr(svg, "role=\"img\""));
	assert_count(svg, ">T &amp; &lt;1&gt;</title>", 1);
	assert_count(svg, ">D &amp; &lt;2&gt;</desc>", 1);
	assert_count(svg, ">A &amp; B</text>", 1);
	assert_count(svg, ">S&lt;1&gt;</text>", 1);
	/* A light's letter is white on red; a word without a light a dot. */
	assert_count(svg, "class=\"fine dark\"", 1);
	assert_count(svg, ">R</text>", 1);
	assert_count(svg, ">\xc2\xb7</text>", 1);
	assert_count(svg, ">0</text>", 1);
	assert_count(svg, ">\xe2\x9c\x93</text>", 1);
	assert_null(strstr(svg, "pause"));
	/* The ends of the ramp, red, green, and a word's white. */
	assert_count(svg, "<path fill=\"#08306b\" d=\"M", 1);
	assert_count(svg, "<path fill=\"#f7fbff\" d=\"M", 1);
	assert_count(svg, "<path fill=\"#cc0000\" d=\"M", 1);
	assert_count(svg, "<path fill=\"#ddf7ce\" d=\"M", 1);
}

/* Neighbours that look alike are one shape, as wide as both. */
static void
test_heat_runs(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct chart chart = {
	    .type = CHART_HEAT, .grid = grid, .series = squares, .nseries = 2};
	struct grid_cell *cell = add(f, grid, "A");
	const char *path;

	cell[1].value = cell[2].value = value_percent(100);
	path = strstr(drawn(f, &chart), "<path fill=\"#08306b\"");
	assert_non_null(path);
	assert_count(arena_strndup(f->arena, path, strcspn(path, ">")), "M", 1);
}

/* Many rows stand in blocks beside each other, none of them lost. */
static void
test_heat_blocks(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct chart chart = {
	    .type = CHART_HEAT, .grid = grid, .series = squares, .nseries = 2};
	const char *svg;
	int i;

	for (i = 0; i < 98; i++)
		set(&add(f, grid, arena_printf(f->arena, "K%d", i))[1], "R",
		    TONE_RED);
	svg = drawn(f, &chart);
	for (i = 0; i < 98; i++)
		assert_count(svg, arena_printf(f->arena, ">K%d</text>", i), 1);
	assert_count(svg, ">R</text>", 98);
	assert_true(count(svg, ">S2</text>") > 1);
}

/* A name that is too long ends in dots; the table has it all. */
static void
test_heat_names(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct chart chart = {
	    .type = CHART_HEAT, .grid = grid, .series = squares, .nseries = 2};

	add(f, grid,
	    "Ringk\xc3\xb8"
	    "bing-Skjern og omegns f\xc3\xa6llesskab");
	assert_count(drawn(f, &chart), "\xe2\x80\xa6</text>", 1);
	assert_null(strstr(f->buf.data, "omegn"));
}

static const struct grid_column scale[] = {
    {"who", "P", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"1", "1", VALUE_COUNT, GRID_HEAT, TOTAL_NONE},
    {"2", "2", VALUE_COUNT, GRID_HEAT, TOTAL_NONE}};

static struct grid *
scale_grid(struct fixture *f, int n)
{
	struct grid *grid = grid_new(f->arena, "g", scale, 3);
	struct grid_cell *cell;
	int p, i;

	for (p = 2; p >= 1; p--) {
		cell = add(f, grid, p == 2 ? "2" : "1");
		for (i = 1; i <= 2; i++)
			cell[i].tone = p * i > 2 ? TONE_RED : TONE_GREEN;
	}
	grid->cell[2].value = value_count(n);
	return grid;
}

static void
test_matrix(void **state)
{
	struct fixture *f = *state;
	struct chart chart = {.type = CHART_MATRIX,
	    .grid = scale_grid(f, 1234),
	    .after = scale_grid(f, 56),
	    .panel = {"F\xc3\xb8r <1>", "Efter"},
	    .rise = "Op & op",
	    .unit = "Hen"};
	const char *svg = drawn(f, &chart);

	assert_count(svg, "<rect", 8);
	assert_count(svg, ">1.234</text>", 1);
	assert_count(svg, ">56</text>", 1);
	/* What holds nothing is pale, and still has the shape of its light. */
	assert_count(svg, "fill=\"#cc0000\"", 2);
	assert_count(svg, "fill=\"#f2fbec\"", 6);
	assert_count(svg, ">\xe2\x96\xa0</text>", 2);
	assert_count(svg, ">\xe2\x97\x8f</text>", 6);
	assert_count(svg, ">F\xc3\xb8r &lt;1&gt;</text>", 1);
	assert_count(svg, ">Op &amp; op</text>", 2);
	assert_count(svg, ">Hen</text>", 2);
	chart.after = NULL;
	assert_count(drawn(f, &chart), "<rect", 4);
}

static struct grid *
light_grid(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell;

	cell = add(f, grid, "A & B");
	cell[0].href = "a/b.html?x&y";
	cell[3].value = value_light(TONE_RED);
	cell = add(f, grid, "C");
	cell[0].href = "javascript:alert(1)";
	cell[3].value = value_light(TONE_GREY);
	add(f, grid, "D");
	cell = add(f, grid, "Nowhere");
	cell[3].value = value_light(TONE_GREEN);
	return grid;
}

static void
test_map(void **state)
{
	static const struct chart_tile tile[] = {
	    {3, 2, "A<"}, {4, 2, "C"}, {3, 3, "D"}, {0, 0, NULL}};
	struct fixture *f = *state;
	struct chart chart = {.type = CHART_MAP,
	    .grid = light_grid(f),
	    .series = &light,
	    .nseries = 1,
	    .tile = tile};
	const char *svg = drawn(f, &chart);

	/* Links can't stand in a picture. */
	assert_non_null(strstr(svg, "role=\"group\""));
	assert_count(svg,
	    "<a tabindex=\"-1\" href=\"a/b.html?x&amp;y\"><title>"
	    "A &amp; B: R\xc3\xb8"
	    "d</title>",
	    1);
	assert_count(svg, "<a ", 1);
	assert_count(svg, "<title>C: Ikke indberettet</title>", 1);
	assert_count(svg, "<title>D</title>", 1);
	assert_count(svg, ">A&lt;</text>", 1);
	/* The first column and row that are taken are at the edge. */
	assert_count(svg, "<rect x=\"1\" y=\"35\" width=\"40\"", 1);
	assert_count(svg, "<rect x=\"43\" y=\"35\"", 1);
	/* Two lights in the legend; the one without a place isn't counted. */
	assert_count(svg,
	    "R\xc3\xb8"
	    "d: 1</text>",
	    1);
	assert_count(svg, "Ikke indberettet: 1</text>", 1);
	assert_null(strstr(svg, "Gr\xc3\xb8n"));
	assert_null(strstr(svg, "Nowhere"));
}

/* Nothing to draw is drawn as nothing. */
static void
test_edges(void **state)
{
	static const struct chart_series none = {"nobody", TONE_NONE};
	static const struct chart_tile nowhere[1] = {{0, 0, NULL}};
	struct fixture *f = *state;
	struct grid *empty = grid_new(f->arena, "g", column, 4);
	struct grid *one = grid_new(f->arena, "g", column, 4);
	struct chart chart = {
	    .series = &none, .nseries = 1, .tile = nowhere, .after = empty};
	enum chart_type type;

	add(f, one, "A");
	for (type = CHART_HEAT; type <= CHART_MAP; type++) {
		chart.type = type;
		chart.grid = empty;
		assert_non_null(drawn(f, &chart));
		chart.grid = one;
		assert_non_null(drawn(f, &chart));
		chart.nseries = 0;
		assert_non_null(drawn(f, &chart));
		chart.nseries = 1;
		assert_null(strstr(f->buf.data, "nan"));
		assert_null(strstr(f->buf.data, "inf"));
	}
}

/* More columns than there is room for: squares give way, none is lost. */
static void
test_heat_many(void **state)
{
	struct fixture *f = *state;
	struct grid_column *many = arena_array(f->arena, 201, sizeof(*many));
	struct chart_series *series =
	    arena_array(f->arena, 200, sizeof(*series));
	struct chart chart = {
	    .type = CHART_HEAT, .series = series, .nseries = 200};
	struct grid *grid;
	int i;

	many[0] = column[0];
	for (i = 0; i < 200; i++) {
		many[i + 1] = column[1];
		many[i + 1].id = arena_printf(f->arena, "s%d", i);
		many[i + 1].heading = many[i + 1].id;
		series[i].column = many[i + 1].id;
	}
	chart.grid = grid = grid_new(f->arena, "g", many, 201);
	set(&add(f, grid, "A")[200], "R", TONE_RED);
	assert_count(drawn(f, &chart), ">s199</text>", 1);
	assert_count(f->buf.data, "<path fill=\"#cc0000\"", 1);
}

/* Steps: light to dark, a number in each piece that has room for it. */
static void
test_steps(void **state)
{
	static const struct chart_series series[] = {
	    {"1", TONE_NONE}, {"2", TONE_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", scale, 3);
	struct chart chart = {.type = CHART_STACKED_BAR,
	    .grid = grid,
	    .series = series,
	    .nseries = 2,
	    .steps = true};
	struct grid_cell *cell = add(f, grid, "A");
	const char *svg;

	cell[1].value = value_count(1);
	cell[2].value = value_count(999);
	svg = drawn(f, &chart);
	/* A swatch in the legend, and a bar. */
	assert_count(svg, "fill=\"#deebf7\"", 2);
	assert_count(svg, "fill=\"#08306b\"", 2);
	assert_count(svg, "class=\"dark\">999</text>", 1);
	assert_count(svg, ">1.000</text>", 1);
	assert_int_equal(chart_step(0, 7), 1);
	assert_int_equal(chart_step(6, 7), GRID_HEATS - 1);
	assert_int_equal(chart_step(0, 1), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    fixture_test(test_heat),
	    fixture_test(test_heat_runs),
	    fixture_test(test_heat_blocks),
	    fixture_test(test_heat_names),
	    fixture_test(test_heat_many),
	    fixture_test(test_matrix),
	    fixture_test(test_map),
	    fixture_test(test_steps),
	    fixture_test(test_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
