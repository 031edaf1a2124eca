/*
 * Tables of documents: columns with headings from the labels "column.<id>".
 *
 * Either every cell is set by hand after grid_add_row(), or table_fill() reads
 * each row's record by the columns, as the data/ tables do.
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/grid.h"
#include "report/data.h"

struct arena;
struct facts;

struct table_column {
	struct data_column	 data;
	unsigned		 flags;		/* enum grid_column_flag */
	enum grid_total		 total;
};

struct table_shape {
	const char			*id;
	const struct table_column	*column;
	size_t				 ncolumn;
};

#define TABLE_SHAPE(name, columns) \
	{ name, columns, sizeof(columns) / sizeof((columns)[0]) }

/* Columns that are set by hand, or summed; that a getter or a member fills. */
#define COLUMN_SET(id, type, flags) \
	{ { id, type, 0, NULL }, flags, TOTAL_NONE }
#define COLUMN_SUM(id, type, flags) \
	{ { id, type, 0, NULL }, flags, TOTAL_SUM }
#define COLUMN_GET(id, type, getter, flags) \
	{ { id, type, 0, getter }, flags, TOTAL_NONE }
#define COLUMN_AT(id, type, member, flags) \
	{ { id, type, offsetof(struct rollout_figures, member), NULL }, \
	    flags, TOTAL_NONE }

/*
 * The heading of a column is "column.<table>.<id>" if there is such a label,
 * else "column.<id>".  empty is "table.<table>.empty" if there is one.
 */
const char	*table_heading(struct arena *, const struct facts *,
		    const char *table, const char *id);
struct grid	*table_new(struct arena *, const struct facts *,
		    const struct table_shape *);
void	table_fill(struct grid *, const struct table_shape *,
	    const struct data_row *);

/* A row of each solution's roll-up that somebody takes into use; none unless
 * anything is known. */
struct grid	*table_of_solutions(struct arena *, const struct facts *,
		    const struct table_shape *, bool known);

/* A cell of the last row, by the id of a column that there is. */
struct grid_cell	*table_cell(const struct grid *, const char *column);
void	table_set(const struct grid *, const char *column, struct value);
/* The value counts the cells of another table that equal match. */
void	table_derive(struct arena *, struct grid_cell *, const char *grid,
	    const char *column, struct value match);

/* The tone of a light for a cell that shows one. */
void	table_light(struct grid_cell *, enum light);

#endif
