/*
 * A chart over the columns of a grid that stands in the same document; the
 * page draws it as inline SVG, the workbook as a native chart of the table.
 */
#ifndef DOC_CHART_H
#define DOC_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/grid.h"

enum chart_type {
	CHART_BAR,		/* horizontal bars, zero-based */
	CHART_STACKED_BAR,	/* horizontal, series on top of each other */
	CHART_LINE,
	CHART_TIMELINE,		/* a row per category, dates as marks */
	/* On the page only: in a workbook their tables are the picture. */
	CHART_HEAT,		/* the table in small: a cell a value */
	CHART_MATRIX,		/* two square tables of counts side by side */
	CHART_MAP		/* a tile a category, of the light of a series */
};

struct chart_series {
	const char	*column;	/* id of a numeric column of the grid; of
					   dates for CHART_TIMELINE */
	enum tone	 tone;		/* TONE_NONE: the one accent */
};

/* CHART_MAP: where a category stands, from 1; column 0: nowhere. */
struct chart_tile {
	int		 column, row;
	const char	*text;		/* "KBH" */
};

struct chart {
	const char		*id;
	enum chart_type		 type;
	const char		*title;		/* the finding */
	const char		*measure;	/* what, unit, as of when */
	const char		*description;	/* for those who can't see it */
	const char		*unit;		/* of the value axis */
	const struct grid	*grid;
	const char		*category;	/* id of the grid's text column; of
						   days for CHART_LINE: points
						   stand by date, lines join them */
	const struct chart_series *series;
	size_t			 nseries;
	/*
	 * CHART_LINE: id of a text column, or NULL; where its text changes the
	 * lines break, but for that of the series `through`.  A workbook can
	 * break them where the categories are days.
	 */
	const char		*run, *through;
	day			 mark;		/* CHART_TIMELINE: "today" */
	size_t			 nmarked;	/* CHART_LINE: so many series, the
						   first, have their points marked;
						   0: all */
	bool			 small;		/* CHART_LINE: to stand beside its
						   table */
	bool			 steps;		/* CHART_STACKED_BAR: series from
						   light to dark, a number each */
	const struct chart_tile	*tile;		/* CHART_MAP: by row of the grid */
	/* CHART_MATRIX: the grid's like, both names, and what rises upwards. */
	const struct grid	*after;
	const char		*panel[2], *rise;
};

/* True of what a workbook needs no chart for: its table looks like it. */
bool	chart_is_table(const struct chart *);
/* The least and the largest of the values; false if none is given. */
bool	chart_range(const struct chart *, double *least, double *most);
/* The text of the run that a row of the grid is in; "" if there are none. */
const char	*chart_run(const struct chart *, size_t row);
/* Does the line of a series end before this row of the grid? */
bool	chart_breaks(const struct chart *, size_t series, size_t row);
/* The nth of so many series from light to dark: its step on the ramp. */
int	chart_step(size_t nth, size_t n);

#endif
