/*
 * The drawing of charts, split over svg.c (frame, words, fills), svg_bar.c,
 * svg_line.c and svg_timeline.c; only these may include this.
 */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/value.h"

struct buf;
struct chart;
struct labels;

#define SVG_WIDTH	680	/* user units; the page scales it */
#define SVG_SMALL	350	/* of a chart beside its table */
#define SVG_LEGEND_LINE	20
#define SVG_LETTER	8.0	/* width of a letter of 13 units, on average */

struct svg {
	struct buf		*out;	/* shapes; the frame goes around them */
	const struct labels	*labels;
	const struct chart	*chart;
	int			 number;	/* of the chart on its page */
	int			 category;	/* column of the grid */
	int			*column;	/* of each series */
};

/* The category's words, and a series' value: false if there is none. */
void	svg_category(const struct svg *, size_t row, struct buf *);
bool	svg_value(const struct svg *, size_t series, size_t row, double *);
/* A value as the series' column writes it. */
void	svg_number(const struct svg *, size_t series, double, struct buf *);
/* The type a series' values have. */
enum value_type	svg_type(const struct svg *, size_t series);
const char	*svg_heading(const struct svg *, size_t series);

/* "12.5": a length or place, one decimal. */
void	svg_coord(struct buf *, double);
/* The fill of a series: a colour, or a pattern that svg_defs() defines. */
void	svg_fill(const struct svg *, size_t series);
const char	*svg_stroke(const struct svg *, size_t series);
/* Text in one line; anchor is "start", "middle" or "end". */
void	svg_text(const struct svg *, double x, double y, const char *anchor,
	    const char *class_name, const char *text);

int	svg_width(const struct chart *);

/* Each draws its shapes and returns the height used. */
double	svg_bars(const struct svg *);
double	svg_stacks(const struct svg *);
double	svg_lines(const struct svg *);
double	svg_timeline(const struct svg *);
/*
 * Swatch and heading of every series from x at height y; returns the height
 * of the lines after the first.
 */
double	svg_legend(const struct svg *, double x, double y);

#endif
