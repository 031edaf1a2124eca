/*
 * index.html, the door of a pack: for this room only.
 */
#ifndef REPORT_INDEX_H
#define REPORT_INDEX_H

#include "report/report.h"

struct chart;
struct draft;
struct grid;
struct grid_filter;

struct node	*index_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/* index_list.c: a row for each municipality that takes part. */
struct grid	*index_municipalities(const struct draft *);
struct chart	*index_map(const struct draft *, const struct grid *);

/* index_pick.c: by what the rows are picked; each is of a municipality. */
struct grid_filter	*index_filter(const struct draft *,
			    const int *municipality, size_t nrow);

#endif
