/*
 * Horizontal bars, beside each other or on top of each other.  They begin at
 * zero, and every number stands beside its bar.
 */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/svg.h"

#define BAR 16        /* thickness */
#define GAP 10        /* between categories */
#define LINE 16       /* of a category's words */
#define LABEL_MAX 230 /* width of the words before the bars */
#define LEGEND 30     /* height of the legend */
#define END 6         /* between a bar and its number */

/* Where things stand: the words end at x0 - 8, zero is at zero. */
struct frame {
	double x0, x1;    /* of the bars */
	double low, high; /* values at x0 and x1 */
	size_t letters;   /* of a category's words in a line */
};

static double
letters_width(const char *text)
{
	return (double)text_width(text) * SVG_LETTER;
}

static double
place(const struct frame *f, double value)
{
	return f->x0 + (value - f->low) / (f->high - f->low) * (f->x1 - f->x0);
}

/* The end of the next line of at most max letters; at least one word. */
static size_t
line_end(const char *text, size_t max)
{
	size_t end = 0, next;
	struct buf line;

	buf_init(&line);
	while (text[end] != '\0') {
		next = end + (text[end] == ' ');
		next += strcspn(text + next, " ");
		buf_clear(&line);
		buf_add(&line, text, next);
		if (end > 0 && text_width(line.data) > max)
			break;
		end = next;
	}
	buf_release(&line);
	return end;
}

/* The category's words, right before its bars; returns their lines. */
static int
put_label(const struct svg *svg, const struct frame *f, size_t row, double y)
{
	struct buf text, line;
	const char *p;
	size_t end;
	int n = 0;

	buf_init(&text);
	buf_init(&line);
	svg_category(svg, row, &text);
	for (p = text.data; *p != '\0'; p += end, n++) {
		p += *p == ' ';
		end = line_end(p, f->letters);
		buf_clear(&line);
		buf_add(&line, p, end);
		svg_text(
		    svg, f->x0 - 8, y + 12.5 + n * LINE, "end", "", line.data);
		if (end == 0)
			break;
	}
	buf_release(&line);
	buf_release(&text);
	return n;
}

static double
widest_label(const struct svg *svg)
{
	return fmin(svg_widest_category(svg) * SVG_LETTER, LABEL_MAX);
}

static struct frame
frame_make(const struct svg *svg, double low, double high, double room)
{
	struct frame f = {.low = fmin(low, 0), .high = fmax(high, 0)};

	if (f.high - f.low <= 0)
		f.high = f.low + 1;
	f.x0 = widest_label(svg) + 12;
	f.x1 = SVG_WIDTH - room;
	f.letters = (size_t)(LABEL_MAX / SVG_LETTER);
	return f;
}

static void
put_bar(const struct svg *svg, size_t series, double x0, double x1, double y)
{
	buf_puts(svg->out, "<rect x=\"");
	svg_coord(svg->out, fmin(x0, x1));
	buf_puts(svg->out, "\" y=\"");
	svg_coord(svg->out, y);
	buf_puts(svg->out, "\" width=\"");
	svg_coord(svg->out, fabs(x1 - x0));
	buf_printf(svg->out, "\" height=\"%d\"", BAR);
	svg_fill(svg, series);
	buf_puts(svg->out, " stroke-width=\".5\"/>\n");
}

/* The line where the bars begin. */
static void
put_zero(const struct svg *svg, const struct frame *f, double y0, double y1)
{
	buf_puts(svg->out, "<path d=\"M");
	svg_coord(svg->out, place(f, 0));
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, y0);
	buf_putc(svg->out, 'V');
	svg_coord(svg->out, y1);
	buf_puts(svg->out, "\" stroke=\"#1a1a1a\"/>\n");
}

static void
put_value_bar(const struct svg *svg, const struct frame *f, size_t series,
    size_t row, double y)
{
	double value, end = place(f, 0);
	struct buf text;

	buf_init(&text);
	if (svg_value(svg, series, row, &value)) {
		end = place(f, value);
		put_bar(svg, series, place(f, 0), end, y);
		svg_number(svg, series, value, &text);
		svg_text(svg, fmax(end, place(f, 0)) + END, y + 12.5, "start",
		    "", text.data);
	} else
		svg_text(svg, end + END, y + 12.5, "start", "quiet",
		    label(svg->labels, "chart.missing"));
	buf_release(&text);
}

static void
value_range(const struct svg *svg, double *low, double *high)
{
	size_t series, row;
	double value;

	*low = *high = 0;
	for (series = 0; series < svg->chart->nseries; series++)
		for (row = 0; row < svg->chart->grid->nrow; row++) {
			if (!svg_value(svg, series, row, &value))
				continue;
			*low = fmin(*low, value);
			*high = fmax(*high, value);
		}
}

double
svg_bars(const struct svg *svg)
{
	size_t n = svg->chart->nseries, row, series;
	double y = n > 1 ? LEGEND : 4, top, low, high, words;
	struct frame f;

	value_range(svg, &low, &high);
	f = frame_make(svg, low, high, 96);
	if (n > 1)
		y += svg_legend(svg, f.x0, 16);
	top = y;
	for (row = 0; row < svg->chart->grid->nrow; row++) {
		words = put_label(svg, &f, row, y) * LINE;
		for (series = 0; series < n; series++)
			put_value_bar(svg, &f, series, row,
			    y + (double)(series * (BAR + 2)));
		y += fmax(words, (double)(n * (BAR + 2))) + GAP;
	}
	put_zero(svg, &f, top - 4, y - GAP + 4);
	return y;
}

static double
stack_sum(const struct svg *svg, size_t row)
{
	double value, sum = 0;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++)
		if (svg_value(svg, i, row, &value) && value > 0)
			sum += value;
	return sum;
}

/* "■ 12  ▲ 5  ● 70": what the pieces of a bar are; of steps, their sum. */
static void
stack_words(const struct svg *svg, size_t row, struct buf *text)
{
	enum tone tone;
	double value;
	size_t i;

	for (i = 0; !svg->chart->steps && i < svg->chart->nseries; i++) {
		tone = svg->chart->series[i].tone;
		if (!svg_value(svg, i, row, &value))
			continue;
		if (tone != TONE_NONE && value <= 0)
			continue;
		if (text->len > 0)
			buf_puts(text,
			    tone == TONE_NONE ? " · "
					      : TEXT_NO_BREAK_SPACE " ");
		if (tone != TONE_NONE)
			buf_printf(text, "%s ", tone_shape(tone));
		svg_number(svg, i, value, text);
	}
	if (svg->chart->steps)
		svg_number(svg, 0, stack_sum(svg, row), text);
	else if (text->len == 0)
		buf_puts(text, label(svg->labels, "chart.missing"));
}

static void
stack_range(const struct svg *svg, double *high, double *room)
{
	struct buf text;
	size_t row;

	*high = *room = 0;
	buf_init(&text);
	for (row = 0; row < svg->chart->grid->nrow; row++) {
		*high = fmax(*high, stack_sum(svg, row));
		buf_clear(&text);
		stack_words(svg, row, &text);
		*room = fmax(*room, letters_width(text.data));
	}
	buf_release(&text);
}

/* The number of a step stands in its piece, if it has room. */
static void
put_piece_number(const struct svg *svg, size_t series, double x0, double x1,
    double y, double value)
{
	struct svg_look look =
	    svg_ramp(chart_step(series, svg->chart->nseries));
	struct buf text;

	buf_init(&text);
	svg_number(svg, series, value, &text);
	if (letters_width(text.data) + 4 <= x1 - x0)
		svg_text(svg, (x0 + x1) / 2, y + 12.5, "middle",
		    look.dark ? "dark" : "", text.data);
	buf_release(&text);
}

static void
put_stack(const struct svg *svg, const struct frame *f, size_t row, double y)
{
	double value, sum = 0;
	struct buf text;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++) {
		if (!svg_value(svg, i, row, &value) || value <= 0)
			continue;
		put_bar(svg, i, place(f, sum), place(f, sum + value), y);
		if (svg->chart->steps)
			put_piece_number(svg, i, place(f, sum),
			    place(f, sum + value), y, value);
		sum += value;
	}
	buf_init(&text);
	stack_words(svg, row, &text);
	svg_text(svg, place(f, sum) + END, y + 12.5, "start", "", text.data);
	buf_release(&text);
}

double
svg_stacks(const struct svg *svg)
{
	double y, top, high, room;
	struct frame f;
	size_t row;

	stack_range(svg, &high, &room);
	f = frame_make(svg, 0, high, fmin(room + END + 4, SVG_WIDTH / 2.0));
	y = top = LEGEND + svg_legend(svg, f.x0, 16);
	for (row = 0; row < svg->chart->grid->nrow; row++) {
		put_stack(svg, &f, row, y);
		y += fmax(put_label(svg, &f, row, y) * LINE, BAR) + GAP;
	}
	put_zero(svg, &f, top - 4, y - GAP + 4);
	return y;
}
