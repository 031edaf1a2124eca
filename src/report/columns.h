/*
 * Columns of a table that the model or the register decides: one for each
 * phase, solution or main task.
 */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H

#include <stddef.h>

#include "doc/grid.h"
#include "report/placeholder.h"

struct columns {
	const struct draft *draft;
	const char *table; /* the grid's id */
	struct grid_column *column;
	size_t n;
};

void columns_begin(
    struct columns *, const struct draft *, const char *table, size_t most);
/* With the heading of the labels, as table_new() has it. */
struct grid_column *
columns_add(struct columns *, const char *id, enum value_type, unsigned flags);
/* One of several of a kind, "phase.F2", under its own heading. */
struct grid_column *columns_add_item(struct columns *, const char *kind,
    const char *item, const char *heading, enum value_type, unsigned flags);
/* The table, without rows. */
struct grid *columns_grid(const struct columns *);

#endif
