/*
 * Charts as inline SVG: the figure around them, and what all kinds share.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/html.h"
#include "render/svg.h"

const struct grid_cell *
svg_cell(const struct svg *svg, size_t row, int column)
{
	const struct grid *grid = svg->chart->grid;

	return grid_at(grid, row, (size_t)column);
}

void
svg_category(const struct svg *svg, size_t row, struct buf *text)
{
	if (svg->category != -1)
		value_print(text, &svg_cell(svg, row, svg->category)->value,
		    svg->labels);
}

double
svg_widest_category(const struct svg *svg)
{
	double widest = 0;
	struct buf text;
	size_t row;

	buf_init(&text);
	for (row = 0; row < svg->chart->grid->nrow; row++) {
		buf_clear(&text);
		svg_category(svg, row, &text);
		widest = fmax(widest, (double)text_width(text.data));
	}
	buf_release(&text);
	return widest;
}

bool
svg_value(const struct svg *svg, size_t series, size_t row, double *value)
{
	const struct value *v;

	if (svg->column[series] == -1)
		return false;
	v = &svg_cell(svg, row, svg->column[series])->value;
	if (!value_is_numeric(v->type))
		return false;
	*value = v->type == VALUE_COUNT ? (double)v->as.count : v->as.number;
	return isfinite(*value);
}

enum value_type
svg_type(const struct svg *svg, size_t series)
{
	if (svg->column[series] == -1)
		return VALUE_NONE;
	return svg->chart->grid->column[svg->column[series]].type;
}

void
svg_number(
    const struct svg *svg, size_t series, double number, struct buf *text)
{
	struct value value = value_number(number);

	switch (svg_type(svg, series)) {
	case VALUE_COUNT:
		value = value_count(num_round(number));
		break;
	case VALUE_PERCENT:
		value = value_percent(number);
		break;
	case VALUE_MONEY:
		value = value_money(number);
		break;
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_NUMBER:
	case VALUE_DAY:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		break;
	}
	value_print(text, &value, svg->labels);
}

const char *
svg_heading(const struct svg *svg, size_t series)
{
	const char *heading = NULL;

	if (svg->column[series] != -1)
		heading = svg->chart->grid->column[svg->column[series]].heading;
	return heading == NULL ? "" : heading;
}

void
svg_coord(struct buf *out, double x)
{
	long tenths = lround(x * 10);

	if (tenths < 0)
		buf_putc(out, '-');
	tenths = labs(tenths);
	buf_printf(out, "%ld", tenths / 10);
	if (tenths % 10 != 0)
		buf_printf(out, ".%ld", tenths % 10);
}

void
svg_text(const struct svg *svg, double x, double y, const char *anchor,
    const char *class_name, const char *text)
{
	if (*text == '\0')
		return;
	buf_puts(svg->out, "<text x=\"");
	svg_coord(svg->out, x);
	buf_puts(svg->out, "\" y=\"");
	svg_coord(svg->out, y);
	buf_putc(svg->out, '"');
	if (strcmp(anchor, "start") != 0)
		buf_printf(svg->out, " text-anchor=\"%s\"", anchor);
	if (*class_name != '\0')
		buf_printf(svg->out, " class=\"%s\"", class_name);
	buf_putc(svg->out, '>');
	html_text(svg->out, text);
	buf_puts(svg->out, "</text>\n");
}

void
svg_square(const struct svg *svg, double x, double y, double size,
    struct svg_look look)
{
	buf_puts(svg->out, "<rect x=\"");
	svg_coord(svg->out, x);
	buf_puts(svg->out, "\" y=\"");
	svg_coord(svg->out, y);
	buf_puts(svg->out, "\" width=\"");
	svg_coord(svg->out, size);
	buf_puts(svg->out, "\" height=\"");
	svg_coord(svg->out, size);
	buf_printf(
	    svg->out, "\" fill=\"%s\" stroke=\"%s\"/>", look.fill, look.stroke);
}

void
svg_light(const struct svg *svg, enum tone tone, struct buf *text)
{
	struct buf key;

	buf_init(&key);
	buf_printf(&key, "light.%s.letter", tone_id(tone));
	buf_printf(
	    text, "%s %s", tone_shape(tone), label(svg->labels, key.data));
	buf_release(&key);
}

static void
legend_words(const struct svg *svg, size_t series, struct buf *text)
{
	enum tone tone = svg->chart->series[series].tone;

	if (tone != TONE_NONE)
		buf_printf(text, "%s ", tone_shape(tone));
	buf_puts(text, svg_heading(svg, series));
}

double
svg_legend(const struct svg *svg, double x, double y)
{
	double start = x, first = y, width;
	struct buf text;
	size_t i;

	buf_init(&text);
	for (i = 0; i < svg->chart->nseries; i++) {
		buf_clear(&text);
		legend_words(svg, i, &text);
		width = 20 + (double)text_width(text.data) * SVG_LETTER + 24;
		if (x > start && x + width - 24 > SVG_WIDTH) {
			x = start;
			y += SVG_LEGEND_LINE;
		}
		buf_puts(svg->out, "<rect x=\"");
		svg_coord(svg->out, x);
		buf_puts(svg->out, "\" y=\"");
		svg_coord(svg->out, y - 11);
		buf_puts(svg->out, "\" width=\"14\" height=\"12\"");
		svg_fill(svg, i);
		buf_puts(svg->out, "/>\n");
		svg_text(svg, x + 20, y, "start", "", text.data);
		x += width;
	}
	buf_release(&text);
	return y - first;
}

int
svg_width(const struct chart *chart)
{
	switch (chart->type) {
	case CHART_LINE:
		return chart->small ? SVG_SMALL : SVG_WIDTH;
	case CHART_HEAT:
	case CHART_MAP:
		return SVG_WIDE;
	case CHART_BAR:
	case CHART_STACKED_BAR:
	case CHART_TIMELINE:
	case CHART_MATRIX:
		break;
	}
	return SVG_WIDTH;
}

static double
draw(const struct svg *svg)
{
	switch (svg->chart->type) {
	case CHART_BAR:
		return svg_bars(svg);
	case CHART_STACKED_BAR:
		return svg_stacks(svg);
	case CHART_LINE:
		return svg_lines(svg);
	case CHART_TIMELINE:
		return svg_timeline(svg);
	case CHART_HEAT:
		return svg_heat(svg);
	case CHART_MATRIX:
		return svg_matrix(svg);
	case CHART_MAP:
		return svg_map(svg);
	}
	return 0;
}

/* The picture in its frame; shapes come last, for only they know the height. */
static void
put_picture(struct html *h, const struct svg *svg, double height)
{
	const struct chart *chart = svg->chart;

	buf_printf(h->out, "<svg viewBox=\"0 0 %d ", svg_width(chart));
	svg_coord(h->out, height);
	/* A picture can't hold links, a group can. */
	buf_printf(h->out, "\" role=\"%s\" aria-labelledby=\"chart_%d_t%s",
	    chart->type == CHART_MAP ? "group" : "img", svg->number,
	    chart->description == NULL ? "\">\n" : "");
	if (chart->description != NULL)
		buf_printf(h->out, " chart_%d_d\">\n", svg->number);
	buf_printf(h->out, "<title id=\"chart_%d_t\">", svg->number);
	html_text(h->out, chart->title == NULL ? chart->id : chart->title);
	buf_puts(h->out, "</title>\n");
	if (chart->description != NULL) {
		buf_printf(h->out, "<desc id=\"chart_%d_d\">", svg->number);
		html_text(h->out, chart->description);
		buf_puts(h->out, "</desc>\n");
	}
	svg_patterns(h->out, svg);
	buf_add(h->out, svg->out->data, svg->out->len);
	buf_puts(h->out, "</svg>\n");
}

static void
put_caption(struct html *h, const struct chart *chart, int number)
{
	buf_printf(h->out, "<figcaption id=\"chart_%d\">", number);
	if (chart->title != NULL) {
		buf_puts(h->out, "<strong>");
		html_text(h->out, chart->title);
		buf_puts(h->out, "</strong>");
	}
	if (chart->measure != NULL) {
		buf_puts(h->out, "<span class=\"measure\">");
		html_text(h->out, chart->measure);
		buf_puts(h->out, "</span>");
	}
	buf_puts(h->out, "</figcaption>\n");
}

void
html_chart(struct html *h, const struct chart *chart)
{
	struct arena *arena = arena_new();
	struct buf shapes;
	struct svg svg = {.out = &shapes,
	    .labels = h->labels,
	    .chart = chart,
	    .number = ++h->nchart};
	double height;
	size_t i;

	buf_init(&shapes);
	svg.category = grid_column_find(chart->grid, chart->category);
	svg.column = arena_array(arena, chart->nseries, sizeof(*svg.column));
	for (i = 0; i < chart->nseries; i++)
		svg.column[i] =
		    grid_column_find(chart->grid, chart->series[i].column);
	height = draw(&svg);
	buf_puts(h->out, "<figure>\n");
	put_caption(h, chart, svg.number);
	buf_printf(h->out,
	    "<div class=\"scroll\" role=\"group\" tabindex=\"0\""
	    " aria-labelledby=\"chart_%d\">\n",
	    svg.number);
	put_picture(h, &svg, height);
	buf_puts(h->out, "</div>\n</figure>\n");
	buf_release(&shapes);
	arena_free(arena);
}
