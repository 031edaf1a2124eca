/*
 * Pictures of where everything stands: a map of tiles, and tables in small.
 */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "report/placeholder.h"

/*
 * The grid's rows are municipalities, which list names in their order; its
 * columns "municipality" and "light" hold what the map shows.  NULL if
 * none of them has a tile, or most go by another name on the map.
 */
struct chart	*picture_map(const struct draft *, const struct grid *,
		    const int *municipality);
/* The columns of a kind that columns_add_item() made; NULL without rows. */
struct chart	*picture_heat(const struct draft *, const struct grid *,
		    const char *kind);

#endif
