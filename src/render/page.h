/*
 * What HTML and Markdown share: what of a grid stands on a page, and how its
 * cells read.
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct grid;
struct grid_cell;
struct labels;

#define PAGE_WIDE	8	/* more columns than this want a wide page */
#define PAGE_NOTE	40	/* a longer note stands beside the cell's text */

/* The part of a grid that stands on a page. */
struct page_view {
	const struct grid	*grid;
	size_t			*column;	/* of the grid, rising */
	size_t			 ncolumn;
	bool			 narrow;	/* lights, so many, are letters */
};

/*
 * False of details, which stand in the workbook only, of what stands in
 * another column's cells, and of a spare column that nobody filled in (which
 * is seen by looking at its rows).
 */
bool	page_has_column(const struct grid *, size_t column);
/* All of them; the arena owns the list. */
struct page_view	page_view(struct arena *, const struct grid *);
bool	page_is_wide(const struct page_view *);

/* A cell in words: the value, before it the shape of its tone. */
void	page_cell(struct buf *, const struct grid_cell *, bool narrow,
	    const struct labels *);
/* False if no column that stands on the page has a heading. */
bool	page_has_heads(const struct grid *);
/*
 * What stands in the total row, in the page's column i; the first says what
 * row it is.
 */
void	page_total(struct buf *, const struct page_view *, size_t i,
	    const struct labels *);

/* The next column that stands in the cells of the same one; ncolumn: none. */
size_t	page_field(const struct grid *, size_t column);
/* False of an empty cell that nobody is to fill: it isn't worth a line. */
bool	page_has_field(const struct grid_cell *);

/* The box before a word of a choice, and whether it is ticked. */
#define PAGE_BOX	"\xe2\x98\x90"
#define PAGE_TICKED	"\xe2\x98\x92"
bool	page_is_ticked(const struct grid_cell *, size_t word);
/* True if the cell's value is none of its boxes, but stands beside them. */
bool	page_has_value(const struct grid_cell *);
/* Lines to write on, below the value if there is one. */
unsigned	page_lines(const struct grid_cell *);

/* "... and 12 more in the workbook", if not every row stands on the page. */
void	page_rest(struct buf *, const struct grid *, const struct labels *);

bool	page_note_is_short(const char *note);

/* What a tile's columns are; -1 where the grid has none such. */
struct page_tile {
	int	 label;		/* column 0 */
	int	 value;		/* the first that is no light */
	int	 light;
	int	 text;		/* the explanation: the next */
};

struct page_tile	page_tile(const struct page_view *);

#endif
