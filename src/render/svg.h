/*
 * The drawing of charts: svg.c (frame and words), svg_fill.c (colours) and a
 * file for each kind; only these may include this.
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
#define SVG_WIDE	760	/* of maps, as wide as a figure */
#define SVG_LEGEND_LINE	20
#define SVG_LETTER	8.0	/* width of a letter of 13 units, on average */
#define SVG_FINE	7.0	/* the same of class "fine" */

struct svg {
	struct buf		*out;	/* shapes; the frame goes around them */
	const struct labels	*labels;
	const struct chart	*chart;
	int			 number;	/* of the chart on its page */
	int			 category;	/* column of the grid */
	int			*column;	/* of each series */
};

const struct grid_cell	*svg_cell(const struct svg *, size_t row, int column);
/* The category's words, and a series' value: false if there is none. */
void	svg_category(const struct svg *, size_t row, struct buf *);
/* How many letters wide the widest category is. */
double	svg_widest_category(const struct svg *);
bool	svg_value(const struct svg *, size_t series, size_t row, double *);
/* A value as the series' column writes it. */
void	svg_number(const struct svg *, size_t series, double, struct buf *);
/* The type a series' values have. */
enum value_type	svg_type(const struct svg *, size_t series);
const char	*svg_heading(const struct svg *, size_t series);

/* "12.5": a length or place, one decimal. */
void	svg_coord(struct buf *, double);
/* svg_fill.c */
/* The fill of a series: a colour, or a pattern that svg_patterns() defines. */
void	svg_fill(const struct svg *, size_t series);
const char	*svg_stroke(const struct svg *, size_t series);
/* What the fills of the series refer to. */
void	svg_patterns(struct buf *, const struct svg *);
/*
 * Of cells that hold a letter: the worse, the darker, so that they differ
 * without colours too.  faint: of one without a letter.
 */
struct svg_look {
	const char	*fill, *stroke;
	bool		 dark;	/* what stands on it is white */
};
struct svg_look	svg_tone(enum tone, bool faint);
/* A step of the ramp, 0 to GRID_HEATS - 1. */
struct svg_look	svg_ramp(int step);
/* Text in one line; anchor is "start", "middle" or "end". */
void	svg_text(const struct svg *, double x, double y, const char *anchor,
	    const char *class_name, const char *text);

void	svg_square(const struct svg *, double x, double y, double size,
	    struct svg_look);
/* "■ R": what a light is where it is narrow. */
void	svg_light(const struct svg *, enum tone, struct buf *);

int	svg_width(const struct chart *);

/* Each draws its shapes and returns the height used. */
double	svg_bars(const struct svg *);
double	svg_stacks(const struct svg *);
double	svg_lines(const struct svg *);
double	svg_timeline(const struct svg *);
double	svg_heat(const struct svg *);
double	svg_matrix(const struct svg *);
double	svg_map(const struct svg *);
/*
 * Swatch and heading of every series from x at height y; returns the height
 * of the lines after the first.
 */
double	svg_legend(const struct svg *, double x, double y);

#endif
