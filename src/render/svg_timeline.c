/*
 * Dates along an axis of time: a row per category, a shape per series.
 */
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/svg.h"

#define LEGEND 30 /* height of the line of shapes and names */
#define AXIS 24   /* of the line of months */
#define ROW 22
#define BOTTOM 26 /* of the line below, with the marked day */
#define LABEL_MAX 260
#define LETTERS_APART 13

struct field {
	double x0, x1;    /* first and last day */
	double top, high; /* where the rows begin, and all of them */
	day first, last;
};

static day
date_at(const struct svg *svg, size_t series, size_t row)
{
	const struct grid *grid = svg->chart->grid;
	const struct value *v;

	if (svg->column[series] == -1)
		return DAY_NONE;
	v = &grid_at(grid, row, (size_t)svg->column[series])->value;
	return v->type == VALUE_DAY ? v->as.date : DAY_NONE;
}

static double
day_x(const struct field *f, day date)
{
	return f->x0 +
	    (f->x1 - f->x0) * (double)(date - f->first) /
	    (double)(f->last - f->first);
}

static double
row_y(const struct field *f, size_t row)
{
	return f->top + ROW * ((double)row + 0.5);
}

static void
field_take(struct field *f, day date)
{
	if (date == DAY_NONE)
		return;
	if (f->first == DAY_NONE || date < f->first)
		f->first = date;
	if (f->last == DAY_NONE || date > f->last)
		f->last = date;
}

/* Whole months from the first date to the last, and room for the names. */
static struct field
field_make(const struct svg *svg)
{
	const struct grid *grid = svg->chart->grid;
	struct field f = {.first = DAY_NONE, .last = DAY_NONE};
	size_t i, row;

	for (row = 0; row < grid->nrow; row++)
		for (i = 0; i < svg->chart->nseries; i++)
			field_take(&f, date_at(svg, i, row));
	if (f.first == DAY_NONE)
		return f;
	field_take(&f, svg->chart->mark);
	f.first = month_first_day(month_of(f.first));
	f.last = month_last_day(month_of(f.last)) + 1;
	f.x0 = fmin(svg_widest_category(svg) * SVG_LETTER, LABEL_MAX) + 16;
	f.x1 = SVG_WIDTH - 16;
	f.top = LEGEND + AXIS;
	f.high = ROW * (double)grid->nrow;
	return f;
}

static void
put_rule(const struct svg *svg, double x0, double y0, double x1, double y1,
    const char *rest)
{
	buf_puts(svg->out, "<path d=\"M");
	svg_coord(svg->out, x0);
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, y0);
	buf_putc(svg->out, 'L');
	svg_coord(svg->out, x1);
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, y1);
	buf_printf(svg->out, "\" fill=\"none\" %s/>\n", rest);
}

/* A ring, a triangle, a disc, a square: legible without colours. */
static void
put_shape(const struct svg *svg, size_t series, double x, double y)
{
	static const char *const shape[] = {
	    "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
	    "m0-6l6 10.5h-12z",
	    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
	    "m-4.5-4.5h9v9h-9z",
	};
	static const char *const look[] = {
	    "fill=\"#fff\" stroke=\"#004d99\" stroke-width=\"2\"",
	    "fill=\"#febb30\" stroke=\"#1a1a1a\"",
	    "fill=\"#004d99\" stroke=\"#004d99\"",
	    "fill=\"#707070\" stroke=\"#1a1a1a\"",
	};

	buf_puts(svg->out, "<path d=\"M");
	svg_coord(svg->out, x);
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, y);
	buf_printf(
	    svg->out, "%s\" %s/>\n", shape[series % 4], look[series % 4]);
}

static void
put_legend(const struct svg *svg, const struct field *f)
{
	double x = f->x0 + 6;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++) {
		put_shape(svg, i, x, 12);
		svg_text(svg, x + 12, 16.5, "start", "", svg_heading(svg, i));
		x += 12 + (double)text_width(svg_heading(svg, i)) * SVG_LETTER +
		    24;
	}
}

/* How many months lie between two names that don't touch. */
static int
months_apart(const struct field *f)
{
	static const int step[] = {1, 2, 3, 6, 12, 24, 60, 120};
	int months = month_of(f->last) - month_of(f->first);
	double room = (f->x1 - f->x0) / (LETTERS_APART * SVG_LETTER);
	size_t i;

	for (i = 0; i + 1 < sizeof(step) / sizeof(step[0]); i++)
		if (months <= room * step[i])
			break;
	return step[i];
}

/* A line at the first of a month, every so many. */
static void
put_grid(
    const struct svg *svg, const struct field *f, int step, const char *rest)
{
	month m = month_of(f->first), last = month_of(f->last);
	double x;

	for (m += (step - m % step) % step; m <= last; m += step) {
		x = day_x(f, month_first_day(m));
		put_rule(svg, x, f->top - 6, x, f->top + f->high, rest);
	}
}

/* Lines through the years and their quarters; names as there is room. */
static void
put_months(const struct svg *svg, const struct field *f)
{
	int step = months_apart(f);
	month m = month_of(f->first), last = month_of(f->last);
	struct buf text;
	double x;

	if (step > 3)
		put_grid(svg, f, step / 4, "stroke=\"#ebebeb\"");
	put_grid(svg, f, step, "stroke=\"#a0a0a0\"");
	buf_init(&text);
	for (m += (step - m % step) % step; m <= last; m += step) {
		x = day_x(f, month_first_day(m));
		buf_clear(&text);
		value_print_month(&text, m, svg->labels);
		if (x + (double)text_width(text.data) * SVG_LETTER / 2 <
		    SVG_WIDTH)
			svg_text(svg, x, f->top - 10,
			    m == month_of(f->first) ? "start" : "middle",
			    "quiet", text.data);
	}
	buf_release(&text);
}

/* The row's name, and from its first date to its last a line. */
static void
put_row(const struct svg *svg, const struct field *f, size_t row)
{
	struct field ends = {.first = DAY_NONE, .last = DAY_NONE};
	double y = row_y(f, row);
	struct buf text;
	size_t i;

	buf_init(&text);
	svg_category(svg, row, &text);
	svg_text(svg, 0, y + 4.5, "start", "", text.data);
	buf_release(&text);
	put_rule(
	    svg, 0, y + ROW / 2.0, f->x1, y + ROW / 2.0, "stroke=\"#e0e0e0\"");
	for (i = 0; i < svg->chart->nseries; i++)
		field_take(&ends, date_at(svg, i, row));
	if (ends.first != ends.last)
		put_rule(svg, day_x(f, ends.first), y, day_x(f, ends.last), y,
		    "stroke=\"#707070\" stroke-width=\"2\"");
}

static void
put_mark(const struct svg *svg, const struct field *f)
{
	const struct value date = value_day(svg->chart->mark);
	double x = day_x(f, svg->chart->mark), bottom = f->top + f->high;
	struct buf text;

	put_rule(svg, x, f->top - 6, x, bottom + 6,
	    "stroke=\"#1a1a1a\" stroke-width=\"1.5\""
	    " stroke-dasharray=\"4 3\"");
	buf_init(&text);
	value_print(&text, &date, svg->labels);
	svg_text(svg, x, bottom + 20, x > SVG_WIDTH - 60 ? "end" : "middle",
	    "strong", text.data);
	buf_release(&text);
}

double
svg_timeline(const struct svg *svg)
{
	struct field f = field_make(svg);
	size_t i, row;
	day date;

	if (f.first == DAY_NONE)
		return LEGEND;
	put_legend(svg, &f);
	put_months(svg, &f);
	for (row = 0; row < svg->chart->grid->nrow; row++)
		put_row(svg, &f, row);
	if (svg->chart->mark != DAY_NONE)
		put_mark(svg, &f);
	for (row = 0; row < svg->chart->grid->nrow; row++)
		for (i = 0; i < svg->chart->nseries; i++) {
			date = date_at(svg, i, row);
			if (date != DAY_NONE)
				put_shape(
				    svg, i, day_x(&f, date), row_y(&f, row));
		}
	return f.top + f.high + BOTTOM;
}
