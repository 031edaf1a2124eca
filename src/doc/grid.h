/*
 * A table, typed: what is shown is decided once and rendered alike in every
 * format.
 *
 * cell holds nrow * ncolumn members, row by row.  A cell's type is its
 * column's or VALUE_NONE (a column of type VALUE_TEXT may hold any).  Columns
 * flagged GRID_DETAIL are left out on the page (HTML, Markdown) and stand in
 * the workbook.
 */
#ifndef DOC_GRID_H
#define DOC_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "doc/value.h"

struct arena;

enum grid_column_flag {
	GRID_DETAIL = 1,	/* only in the workbook and in csv */
	GRID_HEAD = 2,		/* heads its row (th scope=row); frozen */
	GRID_WRAP = 4,		/* long text: wraps at a readable width */
	GRID_HEAT = 8		/* narrow; numbers 0-100 on a ramp of colours */
};

#define GRID_HEATS	9	/* steps of the ramp, from light to dark */

enum grid_total { TOTAL_NONE, TOTAL_SUM, TOTAL_MEAN, TOTAL_COUNT };

enum grid_look {
	GRID_TABLE,	/* rows and columns */
	GRID_TILES	/* few rows: label (col 0), value, light, explanation */
};

struct grid_column {
	const char	*id;		/* stable, English, for csv and tests */
	const char	*heading;	/* in the reader's language */
	enum value_type	 type;
	unsigned	 flags;		/* of enum grid_column_flag */
	enum grid_total	 total;		/* a total row if any column has one */
};

/* A cell computed from another grid: in a workbook a live formula. */
struct grid_derive {
	const char	*grid;		/* id of the grid that is counted */
	const char	*column;	/* id of its column */
	struct value	 match;		/* cells equal to this are counted */
};

struct grid_cell {
	struct value	 value;
	enum tone	 tone;		/* colours the cell; TONE_NONE: none */
	struct loc	 source;	/* the input line; file NULL: none */
	const char	*note;		/* shown on demand, or NULL */
	const char	*href;		/* a document of the pack, or NULL */
	const struct grid_derive *derive; /* NULL: the value stands alone */
};

/* By what a reader picks rows of a page, besides by words: one of these. */
struct grid_facet {
	const char		*id;		/* "light": lower case, ASCII */
	const char		*heading;
	const char *const	*option;	/* in the order to offer them */
	size_t			 noption;
};

/* How a reader picks rows on the page; a workbook has filters of its own. */
struct grid_filter {
	const char		*said;		/* "Viser {1} af {2}" */
	const struct grid_facet	*facet;
	size_t			 nfacet;
	const char *const	*words;	/* by row: what is searched */
	const char *const	*value;	/* row * nfacet +: options, '\n' between */
};

struct grid {
	const char		*id;		/* "portfolio" */
	const char		*caption;	/* what the table is */
	const char		*measure;	/* what, over how many, as of when */
	const char		*empty;		/* said instead of a table, nrow 0 */
	enum grid_look		 look;
	const struct grid_column *column;
	size_t			 ncolumn;
	struct grid_cell	*cell;
	size_t			 nrow;
	size_t			 cap;		/* rows allocated */
	/*
	 * Rows that stand on the page, the first ones; 0: all.  The page says
	 * how many more stand in the workbook; totals are over all rows.
	 */
	size_t			 page_rows;
	const struct grid_filter *filter;	/* or NULL; strings are clean */
};

struct grid	*grid_new(struct arena *, const char *id,
		    const struct grid_column *, size_t ncolumn);
/* One more row of empty cells; the pointer holds until the next call. */
struct grid_cell	*grid_add_row(struct arena *, struct grid *);
/* The column's number, or -1. */
int	grid_column_find(const struct grid *, const char *id);
bool	grid_has_total(const struct grid *);
size_t	grid_page_rows(const struct grid *);
/* The cell's step on the ramp, 0 to GRID_HEATS - 1; -1 if it has no place. */
int	grid_heat(const struct grid *, size_t column, const struct grid_cell *);
/* A column's total over the cells that are given; VALUE_NONE if none is. */
struct value	grid_total(const struct grid *, size_t column);

#endif
