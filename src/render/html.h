/*
 * The HTML backend's inside; only render/html*.c and svg.c may include this.
 */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include <stdbool.h>

#include "doc/value.h"

struct buf;
struct chart;
struct document;
struct grid;
struct page_view;
struct grid_cell;
struct labels;
struct loc;
struct node;

/* A page being written.  Ids hold '_', which no section's id does. */
struct html {
	struct buf		*out;
	const struct document	*document;
	const struct labels	*labels;
	const char		*section;	/* id of the last heading */
	int			 ngrid, nchart;	/* so far: they number ids */
};

/* Text or the value of a quoted attribute. */
void	html_text(struct buf *, const char *);
/* The same, but a line feed is a line break. */
void	html_lines(struct buf *, const char *);
/* The inside of a quoted CSS string within a style element. */
void	html_css_string(struct buf *, const char *);

/* html_block.c: the blocks below a node. */
void	html_blocks(struct html *, const struct node *parent);
/* A light as shape, word and class, and as letter where it's narrow. */
void	html_light(struct html *, enum tone, bool narrow);
void	html_grid(struct html *, const struct grid *);
/* The line that a cell, a row or a part of a tile is from, as an attribute. */
void	html_source(struct html *, const struct loc *, bool column);
/* The one line that all cells of a row come from, or NULL. */
const struct loc	*html_row_source(const struct grid_cell *, size_t n);
/* The same of every row of the grid, to be unfolded below it. */
void	html_sources(struct html *, const struct page_view *);
/* What stands in an open cell: boxes, or the value and lines to write on. */
void	html_open(struct html *, const struct grid_cell *);
void	html_rules(struct html *, const char *label, unsigned n);
/*
 * What picks rows of the grid, and the attributes that it goes by: of a row,
 * of a column's head, of a cell.
 */
void	html_filter(struct html *, const struct grid *);
void	html_filter_row(struct html *, const struct grid *, size_t row);
void	html_filter_head(struct html *, const struct grid *, size_t column);
void	html_filter_cell(struct html *, const struct grid *, size_t row,
	    size_t column);
/* What lets the page's one script in, and the script, if it has one. */
void	html_policy(struct buf *, const char *script);
void	html_script(struct buf *, const char *script);
void	html_chart(struct html *, const struct chart *);

#endif
