/*
 * Lines over categories, with the name of each at its end.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "render/svg.h"

#define TOP 14
#define HEIGHT 220 /* of the field */
#define HEIGHT_SMALL 120
#define BOTTOM 34
#define LABEL_MAX 190
#define APART 17 /* between two names at the right */
#define TICKS 4
#define NUMBERED 13 /* points that still have room for a number */

struct field {
	double x0, x1; /* first and last category */
	double height;
	double low, high, step;
	size_t n; /* categories */
	bool dated;
	day first, last; /* of the categories, if they are days */
};

/* The name of a series, and where it stands. */
struct name {
	size_t series;
	double at; /* the height of the line's end */
	double y;  /* where there's room */
};

static day
category_day(const struct svg *svg, size_t row)
{
	const struct grid *grid = svg->chart->grid;

	return grid_at(grid, row, (size_t)svg->category)->value.as.date;
}

static double
column_x(const struct svg *svg, const struct field *f, size_t row)
{
	if (f->n < 2)
		return (f->x0 + f->x1) / 2;
	if (f->dated)
		return f->x0 +
		    (f->x1 - f->x0) *
		    (double)(category_day(svg, row) - f->first) /
		    (double)(f->last - f->first);
	return f->x0 + (f->x1 - f->x0) * (double)row / (double)(f->n - 1);
}

static double
value_y(const struct field *f, double value)
{
	return TOP + f->height * (f->high - value) / (f->high - f->low);
}

/* The least of 1, 2 and 5 times a power of ten that is at least x. */
static double
round_step(double x, bool whole)
{
	double power = pow(10, floor(log10(x)));

	if (whole && x < 1)
		return 1;
	if (x <= power)
		return power;
	if (x <= 2 * power)
		return 2 * power;
	return x <= 5 * power ? 5 * power : 10 * power;
}

/* Days that rise; else each row has the same room. */
static void
field_date(const struct svg *svg, struct field *f)
{
	const struct grid *grid = svg->chart->grid;
	size_t row;

	if (svg->category == -1 || f->n < 2)
		return;
	for (row = 0; row < f->n; row++)
		if (grid_at(grid, row, (size_t)svg->category)->value.type !=
		    VALUE_DAY)
			return;
	f->first = category_day(svg, 0);
	f->last = category_day(svg, f->n - 1);
	f->dated = f->last > f->first;
}

static struct field
field_make(const struct svg *svg)
{
	struct field f = {.n = svg->chart->grid->nrow,
	    .height = svg->chart->small ? HEIGHT_SMALL : HEIGHT};
	bool whole = svg_type(svg, 0) != VALUE_NUMBER;
	double value, least, most;
	size_t i, row;

	for (i = 0; i < svg->chart->nseries; i++)
		for (row = 0; row < f.n; row++) {
			if (!svg_value(svg, i, row, &value))
				continue;
			f.low = fmin(f.low, value);
			f.high = fmax(f.high, value);
		}
	if (svg->chart->small && chart_range(svg->chart, &least, &most) &&
	    least > most / 2)
		f.low = least; /* from 0 the lines would all be flat */
	field_date(svg, &f);
	if (f.high - f.low <= 0)
		f.high = f.low + 1;
	f.step = round_step((f.high - f.low) / TICKS, whole);
	f.high = ceil(f.high / f.step - 1e-9) * f.step;
	f.low = floor(f.low / f.step + 1e-9) * f.step;
	return f;
}

/* The last value of a series: its line's end. */
static bool
last_value(const struct svg *svg, size_t series, double *value)
{
	size_t row = svg->chart->grid->nrow;

	while (row > 0)
		if (svg_value(svg, series, --row, value))
			return true;
	return false;
}

static void
name_text(const struct svg *svg, size_t series, struct buf *text)
{
	double value;

	buf_clear(text);
	if (svg->chart->nseries > 1)
		buf_printf(text, "%s ", svg_heading(svg, series));
	if (last_value(svg, series, &value))
		svg_number(svg, series, value, text);
}

/* Numbers on the axis beside the lowest. */
static int
axis_steps(const struct field *f)
{
	return (int)((f->high - f->low) / f->step + 0.5);
}

/* The widths at both sides: of the axis' numbers and of the names. */
static void
field_fit(const struct svg *svg, struct field *f)
{
	double left = 0, right = 0;
	struct buf text;
	size_t i;
	int k;

	buf_init(&text);
	for (k = 0; k <= axis_steps(f); k++) {
		buf_clear(&text);
		svg_number(svg, 0, f->low + k * f->step, &text);
		left = fmax(left, (double)text_width(text.data) * SVG_LETTER);
	}
	for (i = 0; i < svg->chart->nseries; i++) {
		name_text(svg, i, &text);
		right = fmax(right, (double)text_width(text.data) * SVG_LETTER);
	}
	buf_release(&text);
	f->x0 = fmin(left, LABEL_MAX) + 24;
	f->x1 = svg_width(svg->chart) - fmin(right, LABEL_MAX) - 14;
}

static void
put_path(
    const struct svg *svg, double x0, double x1, double y, const char *colour)
{
	buf_puts(svg->out, "<path d=\"M");
	svg_coord(svg->out, x0);
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, y);
	buf_putc(svg->out, 'H');
	svg_coord(svg->out, x1);
	buf_printf(svg->out, "\" stroke=\"%s\"/>\n", colour);
}

static void
put_axis(const struct svg *svg, const struct field *f)
{
	struct buf text;
	double v, y;
	int k;

	buf_init(&text);
	for (k = 0; k <= axis_steps(f); k++) {
		v = f->low + k * f->step;
		y = value_y(f, v);
		put_path(svg, f->x0 - 8, f->x1 + 4, y,
		    fabs(v) < f->step / 2 ? "#1a1a1a" : "#bfbfbf");
		buf_clear(&text);
		svg_number(svg, 0, fabs(v) < f->step / 2 ? 0 : v, &text);
		svg_text(svg, f->x0 - 14, y + 4.5, "end", "quiet", text.data);
	}
	buf_release(&text);
}

/* The ends, and what has room between them. */
static void
put_days(const struct svg *svg, const struct field *f)
{
	double x, free = 0, wide, end = column_x(svg, f, f->n - 1);
	struct buf text;
	size_t row;

	buf_init(&text);
	for (row = 0; row < f->n; row++) {
		if (row + 1 < f->n && row > 0 &&
		    category_day(svg, row) == category_day(svg, row - 1))
			continue;
		buf_clear(&text);
		svg_category(svg, row, &text);
		wide = (double)text_width(text.data) * SVG_LETTER + 12;
		x = column_x(svg, f, row);
		if (row > 0 && row + 1 < f->n &&
		    (x - wide / 2 < free || x + wide / 2 > end - wide / 2))
			continue;
		svg_text(svg, x, TOP + f->height + 22,
		    row == 0 ? "start" : "middle", "quiet", text.data);
		free = x + (row == 0 ? wide : wide / 2);
	}
	buf_release(&text);
}

/* Every so many categories, so that none runs into the next. */
static void
put_categories(const struct svg *svg, const struct field *f)
{
	double widest = 0, room;
	struct buf text;
	size_t row, every;

	buf_init(&text);
	for (row = 0; row < f->n; row++) {
		buf_clear(&text);
		svg_category(svg, row, &text);
		widest = fmax(widest, (double)text_width(text.data));
	}
	room = (f->x1 - f->x0) / (double)(f->n > 1 ? f->n - 1 : 1);
	every = (size_t)ceil((widest * SVG_LETTER + 12) / room);
	for (row = (f->n - 1) % every; row < f->n; row += every) {
		buf_clear(&text);
		svg_category(svg, row, &text);
		svg_text(svg, column_x(svg, f, row), TOP + f->height + 22,
		    row == 0 && every > 1 ? "start" : "middle", "quiet",
		    text.data);
	}
	buf_release(&text);
}

/* Solid, dashed, dotted ...: lines differ without their colours. */
static void
put_line(const struct svg *svg, const struct field *f, size_t series)
{
	static const char *const dash[] = {"", "7 4", "2 3", "9 3 2 3"};
	bool pen_down = false;
	double value;
	size_t row;

	buf_puts(svg->out, "<path fill=\"none\" d=\"");
	for (row = 0; row < f->n; row++) {
		if (!svg_value(svg, series, row, &value)) {
			pen_down = pen_down && f->dated;
			continue;
		}
		pen_down = pen_down && !chart_breaks(svg->chart, series, row);
		buf_putc(svg->out, pen_down ? 'L' : 'M');
		svg_coord(svg->out, column_x(svg, f, row));
		buf_putc(svg->out, ' ');
		svg_coord(svg->out, value_y(f, value));
		pen_down = true;
	}
	buf_printf(svg->out, "\" stroke=\"%s\" stroke-width=\"2\"",
	    svg_stroke(svg, series));
	if (series % 4 != 0)
		buf_printf(
		    svg->out, " stroke-dasharray=\"%s\"", dash[series % 4]);
	buf_puts(svg->out, "/>\n");
}

/* Dots; and numbers where the line is alone and has room. */
static void
put_points(const struct svg *svg, const struct field *f, size_t series)
{
	bool numbers = svg->chart->nseries == 1 && f->n <= NUMBERED;
	struct buf text;
	double value;
	size_t row;

	buf_init(&text);
	for (row = 0; row < f->n; row++) {
		if (!svg_value(svg, series, row, &value))
			continue;
		buf_puts(svg->out, "<circle cx=\"");
		svg_coord(svg->out, column_x(svg, f, row));
		buf_puts(svg->out, "\" cy=\"");
		svg_coord(svg->out, value_y(f, value));
		buf_printf(svg->out, "\" r=\"3\" fill=\"%s\"/>\n",
		    svg_stroke(svg, series));
		if (!numbers || row + 1 == f->n)
			continue;
		buf_clear(&text);
		svg_number(svg, series, value, &text);
		svg_text(svg, column_x(svg, f, row), value_y(f, value) - 9,
		    "middle", "", text.data);
	}
	buf_release(&text);
}

/* Names in order of height, pushed apart downwards, then back up. */
static void
spread(struct name *name, size_t n, double limit)
{
	struct name held;
	size_t i, j;

	for (i = 1; i < n; i++) {
		held = name[i];
		for (j = i; j > 0 && name[j - 1].at > held.at; j--)
			name[j] = name[j - 1];
		name[j] = held;
	}
	for (i = 0; i < n; i++)
		name[i].y = i > 0 ? fmax(name[i].at, name[i - 1].y + APART)
				  : name[i].at;
	for (i = n; i-- > 0;) {
		name[i].y = fmin(name[i].y, limit);
		limit -= APART;
	}
}

static void
put_names(const struct svg *svg, const struct field *f)
{
	struct arena *arena = arena_new();
	struct name *name;
	struct buf text;
	size_t i, n = 0;
	double value;

	name = arena_array(arena, svg->chart->nseries, sizeof(*name));
	for (i = 0; i < svg->chart->nseries; i++)
		if (last_value(svg, i, &value))
			name[n++] = (struct name){i, value_y(f, value), 0};
	spread(name, n, TOP + f->height);
	buf_init(&text);
	for (i = 0; i < n; i++) {
		name_text(svg, name[i].series, &text);
		svg_text(svg, f->x1 + 10, name[i].y + 4.5, "start", "strong",
		    text.data);
	}
	buf_release(&text);
	arena_free(arena);
}

/* What each run is, where it begins. */
static void
put_runs(const struct svg *svg, const struct field *f)
{
	const struct chart *chart = svg->chart;
	const char *text, *before = "";
	size_t row;

	for (row = 0; row < f->n; row++) {
		text = chart_run(chart, row);
		if (strcmp(text, before) != 0)
			svg_text(svg, column_x(svg, f, row), TOP - 4, "start",
			    "quiet", text);
		before = text;
	}
}

double
svg_lines(const struct svg *svg)
{
	struct field f;
	size_t i;

	if (svg->chart->nseries == 0 || svg->chart->grid->nrow == 0)
		return TOP;
	f = field_make(svg);
	field_fit(svg, &f);
	put_axis(svg, &f);
	if (f.dated)
		put_days(svg, &f);
	else
		put_categories(svg, &f);
	put_runs(svg, &f);
	for (i = 0; i < svg->chart->nseries; i++)
		put_line(svg, &f, i);
	for (i = 0; i < svg->chart->nseries; i++)
		if (svg->chart->nmarked == 0 || i < svg->chart->nmarked)
			put_points(svg, &f, i);
	put_names(svg, &f);
	return TOP + f.height + BOTTOM;
}
