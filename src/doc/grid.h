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
struct formula;

enum grid_column_flag {
	GRID_DETAIL = 1,	/* only in the workbook and in csv */
	GRID_HEAD = 2,		/* heads its row (th scope=row); frozen */
	GRID_WRAP = 4,		/* long text: wraps at a readable width */
	GRID_HEAT = 8,		/* narrow; numbers 0-100 on a ramp of colours */
	GRID_BELOW = 16,	/* of a form: under the column before it */
	GRID_SORT = 32,	/* the page's script sorts rows by it */
	GRID_BARS = 64,		/* percent: in a workbook with a bar behind */
	GRID_SPARE = 128	/* on the page only if a row there has one */
};

#define GRID_HEATS	9	/* steps of the ramp, from light to dark */
#define GRID_FEW	8	/* an eighth more rows than asked for are shown too */

enum grid_total { TOTAL_NONE, TOTAL_SUM, TOTAL_MEAN, TOTAL_COUNT };

enum grid_look {
	GRID_TABLE,	/* rows and columns */
	GRID_TILES,	/* few rows: label (col 0), value, light, explanation */
	/*
	 * To be filled in, by hand or in the workbook: boxes and lines where
	 * cells are open.  A column flagged GRID_BELOW stands, on the page and
	 * (unless its cells are open or computed) in the workbook, in the cells
	 * of the last column that isn't, each value after its heading.
	 */
	GRID_FORM,
	/*
	 * A sheet of the workbook that, saved as CSV, is input: nothing but
	 * headings in row 1 (as they are, not made unique) and cells, all open
	 * but computed ones; named by the caption.  On no page.
	 */
	GRID_INPUT
};

enum grid_rule_type {
	RULE_TEXT,	/* anything */
	RULE_CHOICE,	/* one of the words */
	RULE_WHOLE,	/* a whole number from min to max */
	RULE_NUMBER,
	RULE_DAY	/* a day from first to last */
};

/*
 * What may be typed into a cell; a blank always may.  Rules are shared by
 * pointer between the cells that they hold for.
 */
struct grid_rule {
	enum grid_rule_type	 type;
	const char *const	*word;		/* RULE_CHOICE, in order */
	size_t			 nword;
	bool			 other;		/* others too, if one insists */
	double			 min, max;	/* NUM_NONE: no limit */
	day			 first, last;	/* DAY_NONE: no limit */
	unsigned		 lines;		/* for handwriting, on paper */
	const char		*title;		/* of the field, or NULL */
	const char		*prompt;	/* what to type, or NULL */
	const char		*error;		/* said of a wrong one, or NULL */
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
	const struct grid_rule	*rule;	/* open for typing; NULL: it isn't */
	/*
	 * In a workbook the value is computed live; it is the cell's as long as
	 * nothing is typed.  NULL: it isn't.  Not beside a rule.
	 */
	const struct formula	*formula;
};

/* By what a reader picks rows of a page, besides by words: one of these. */
struct grid_facet {
	const char		*id;		/* "light": lower case, ASCII */
	const char		*heading;
	const char *const	*option;	/* in the order to offer them */
	size_t			 noption;
};

/*
 * How a reader picks and sorts rows on the page; a workbook has filters of its
 * own.  A row has, in a facet, a line for each of the things that it is about;
 * the same lines of several facets are about the same one ("SAPA", "red").
 * What a facet has one line of holds for all.
 */
struct grid_filter {
	const char		*said;		/* "Viser {1} af {2}" */
	const char		*sorted[2];	/* "; efter {1}", and downwards */
	const struct grid_facet	*facet;
	size_t			 nfacet;
	const char *const	*words;	/* by row: what is searched */
	const char *const	*value;	/* row * nfacet +: lines of options */
	const char *const	*anchor; /* by row: its id on the page */
	const int		*order;	/* row * ncolumn +; -1: by its text */
};

/* In a workbook a cell is marked while a formula over its row holds. */
struct grid_mark {
	const char		*column;
	const struct formula	*when;	/* yields true or false */
	enum tone		 tone;	/* yellow: missing; red: contradicts */
};

struct grid {
	const char		*id;		/* "portfolio" */
	const char		*caption;	/* what the table is */
	const char		*measure;	/* what, over how many, as of when */
	const char		*empty;		/* said instead of a table, nrow 0 */
	enum grid_look		 look;
	bool			 locked;	/* GRID_INPUT: to be read only */
	bool			 unsourced;	/* the workbook names the sources of
						   its cells elsewhere */
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
	bool			 brief;		/* nor are more printed of a
						   workbook; stands last */
	const struct grid_filter *filter;	/* or NULL; strings are clean */
	const struct grid_mark	*mark;		/* of GRID_INPUT */
	size_t			 nmark;
};

struct grid	*grid_new(struct arena *, const char *id,
		    const struct grid_column *, size_t ncolumn);
/* A cell of it; with column 0, the row. */
static inline const struct grid_cell *
grid_at(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cell[row * grid->ncolumn + column];
}

/* One more row of empty cells; the pointer holds until the next call. */
struct grid_cell	*grid_add_row(struct arena *, struct grid *);
/* One more row, each cell open by the rule of its column; NULL: it isn't. */
struct grid_cell	*grid_add_open_row(struct arena *, struct grid *,
			    const struct grid_rule *const *rule);
/* The column's number, or -1. */
int	grid_column_find(const struct grid *, const char *id);
bool	grid_has_total(const struct grid *);
size_t	grid_page_rows(const struct grid *);
/* True if a cell of the column has a rule or a formula. */
bool	grid_is_live(const struct grid *, size_t column);
/* True of a form's column whose cells stand in those of one before it. */
bool	grid_stands_below(const struct grid *, size_t column);
/* The cell's step on the ramp, 0 to GRID_HEATS - 1; -1 if it has no place. */
int	grid_heat(const struct grid *, size_t column, const struct grid_cell *);
/* A column's total over the cells that are given; VALUE_NONE if none is. */
struct value	grid_total(const struct grid *, size_t column);

#endif
