#include "doc_fixture.h"

#include "base/num.h"
#include "doc/chart.h"
#include "render/render.h"

static const struct grid_column column[] = {
    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"red", "Rød", VALUE_COUNT, 0, TOTAL_NONE},
    {"share", "Andel", VALUE_PERCENT, 0, TOTAL_NONE},
    {"plan", "Plan", VALUE_PERCENT, 0, TOTAL_NONE}};

static struct grid *
sample_grid(struct fixture *f)
{
	static const char *const name[] = {"A & B", "C", "D"};
	static const double share[] = {100, 50, NUM_NONE};
	struct grid *grid = grid_new(f->arena, "g", column, 4);
	struct grid_cell *cell;
	int i;

	for (i = 0; i < 3; i++) {
		cell = grid_add_row(f->arena, grid);
		cell[0].value = value_text(name[i]);
		cell[1].value = value_count(i * 2);
		cell[2].value = value_percent(share[i]);
		cell[3].value = value_percent(i * 40);
	}
	return grid;
}

static const char *
drawn(struct fixture *f, enum chart_type type,
    const struct chart_series *series, size_t n, const struct grid *grid)
{
	struct chart chart = {.id = "c",
	    .type = type,
	    .title = "T <1>",
	    .measure = "M",
	    .description = "D",
	    .grid = grid,
	    .category = "name",
	    .series = series,
	    .nseries = n};

	f->document->child = f->document->last = NULL;
	node_add_chart(f->arena, f->document, &chart);
	buf_clear(&f->buf);
	render_html(&f->buf, f->document);
	return strstr(f->buf.data, "<figure>");
}

static void
assert_holds(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("%s is not in %s", part, text);
}

static void
test_frame(void **state)
{
	static const struct chart_series series[] = {{"share", TONE_NONE}};
	struct fixture *f = *state;
	const char *svg;

	svg = drawn(f, CHART_BAR, series, 1, sample_grid(f));
	assert_holds(svg,
	    "<figure>\n<figcaption id=\"chart_1\"><strong>T &lt;1&gt;</strong>"
	    "<span class=\"measure\">M</span></figcaption>\n"
	    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
	    "aria-labelledby=\"chart_1\">\n<svg viewBox=\"0 0 680 ");
	assert_holds(svg,
	    "role=\"img\" aria-labelledby=\"chart_1_t "
	    "chart_1_d\">\n<title id=\"chart_1_t\">T &lt;1&gt;</title>\n"
	    "<desc id=\"chart_1_d\">D</desc>\n");
	assert_holds(svg, "</svg>\n</div>\n</figure>\n");
}

/* Bars begin at zero: half the value is half as long. */
static void
test_bars(void **state)
{
	static const struct chart_series series[] = {{"share", TONE_NONE}};
	struct fixture *f = *state;
	const char *svg;

	svg = drawn(f, CHART_BAR, series, 1, sample_grid(f));
	/* Words are 5 letters of 8 and 12 apart: bars from 52 to 584. */
	assert_holds(svg,
	    "<rect x=\"52\" y=\"4\" width=\"532\" height=\"16\" "
	    "fill=\"#004d99\"");
	assert_holds(svg, "<rect x=\"52\" y=\"32\" width=\"266\" ");
	assert_holds(svg, ">A &amp; B</text>");
	assert_holds(svg, ">100" NBSP "%</text>");
	assert_holds(svg, ">50" NBSP "%</text>");
	assert_holds(svg, ">ikke oplyst</text>");
}

static void
test_negative_bars(void **state)
{
	static const struct chart_series series[] = {{"share", TONE_NONE}};
	struct fixture *f = *state;
	struct grid *grid = sample_grid(f);

	grid->cell[2].value = value_percent(-50);
	/* -50 to 50 over 52 to 584: zero at 318. */
	assert_holds(drawn(f, CHART_BAR, series, 1, grid),
	    "<rect x=\"52\" y=\"4\" width=\"266\" ");
	assert_holds(f->buf.data, "<rect x=\"318\" y=\"32\" width=\"266\" ");
	assert_holds(f->buf.data, ">" MINUS "50" NBSP "%</text>");
}

static void
test_stacks(void **state)
{
	static const struct chart_series series[] = {
	    {"red", TONE_RED}, {"plan", TONE_GREEN}};
	struct fixture *f = *state;
	const char *svg;

	svg = drawn(f, CHART_STACKED_BAR, series, 2, sample_grid(f));
	assert_holds(svg, "<pattern id=\"chart_1_red\"");
	assert_holds(svg, "fill=\"url(#chart_1_red)\" stroke=\"#cc0000\"");
	assert_holds(svg, "fill=\"#2e7600\"");
	assert_holds(svg, ">■ Rød</text>");
	assert_holds(svg, ">■ 2" NBSP " ● 40" NBSP "%</text>");
	assert_holds(svg, ">ikke oplyst</text>");
	assert_null(strstr(svg, "chart_1_green"));
}

static void
test_lines(void **state)
{
	static const struct chart_series series[] = {
	    {"share", TONE_NONE}, {"plan", TONE_NONE}};
	struct fixture *f = *state;
	const char *svg;

	svg = drawn(f, CHART_LINE, series, 2, sample_grid(f));
	assert_holds(svg, ">Andel 50" NBSP "%</text>");
	assert_holds(svg, ">Plan 80" NBSP "%</text>");
	assert_holds(svg, "stroke-dasharray=\"7 4\"");
	assert_holds(svg, ">0" NBSP "%</text>");
	assert_holds(svg, ">100" NBSP "%</text>");
}

/* Nothing to draw is drawn as nothing. */
static void
test_edges(void **state)
{
	static const struct chart_series series[] = {
	    {"share", TONE_NONE}, {"none", TONE_RED}, {"name", TONE_GREY}};
	struct fixture *f = *state;
	struct grid *empty = grid_new(f->arena, "g", column, 4);
	struct grid *one = grid_new(f->arena, "g", column, 4);
	enum chart_type type;

	grid_add_row(f->arena, one);
	for (type = CHART_BAR; type <= CHART_LINE; type++) {
		assert_non_null(drawn(f, type, series, 3, empty));
		assert_non_null(drawn(f, type, series, 3, one));
		assert_non_null(drawn(f, type, NULL, 0, one));
		assert_non_null(drawn(f, type, series, 3, sample_grid(f)));
		assert_null(strstr(f->buf.data, "nan"));
	}
	one->cell[2].value = value_percent(0);
	assert_non_null(drawn(f, CHART_LINE, series, 1, one));
	one->cell[2].value = value_percent(1e300);
	assert_non_null(drawn(f, CHART_BAR, series, 1, one));
	assert_non_null(drawn(f, CHART_LINE, series, 1, one));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_frame),
	    fixture_test(test_bars),
	    fixture_test(test_negative_bars),
	    fixture_test(test_stacks),
	    fixture_test(test_lines),
	    fixture_test(test_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
