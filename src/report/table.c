/*
 * Making grids whose words come from the labels.
 */
#include <assert.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/table.h"
#include "report/wording.h"

const char *
table_heading(struct arena *arena, const struct facts *facts, const char *table,
    const char *id)
{
	const char *own;

	own = label_find(wording_labels(facts),
	    arena_printf(arena, "column.%s.%s", table, id));
	if (own != NULL)
		return own;
	return label_of(wording_labels(facts), "column", id);
}

struct grid *
table_new(struct arena *arena, const struct facts *facts,
    const struct table_shape *shape)
{
	const struct table_column *from;
	struct grid_column *column;
	struct grid *grid;
	size_t i;

	column = arena_array(arena, shape->ncolumn, sizeof(*column));
	for (i = 0; i < shape->ncolumn; i++) {
		from = &shape->column[i];
		column[i].id = from->data.id;
		column[i].heading =
		    table_heading(arena, facts, shape->id, from->data.id);
		column[i].type = from->data.type;
		column[i].flags = from->flags;
		column[i].total = from->total;
	}
	grid = grid_new(arena, shape->id, column, shape->ncolumn);
	grid->empty = label_find(wording_labels(facts),
	    arena_printf(arena, "table.%s.empty", shape->id));
	return grid;
}

void
table_fill(struct grid *grid, const struct table_shape *shape,
    const struct data_row *row)
{
	struct grid_cell *cell = grid_add_row(row->arena, grid);
	const struct table_column *column = shape->column;
	size_t i;

	for (i = 0; i < shape->ncolumn; i++, cell++, column++) {
		cell->value = data_value(&column->data, row);
		if (cell->value.type == VALUE_LIGHT)
			cell->tone = cell->value.as.light;
	}
}

struct grid_cell *
table_cell(const struct grid *grid, const char *column)
{
	int n = grid_column_find(grid, column);

	assert(n != -1 && grid->nrow > 0);
	return &grid->cell[(grid->nrow - 1) * grid->ncolumn + (size_t)n];
}

void
table_set(const struct grid *grid, const char *column, struct value value)
{
	table_cell(grid, column)->value = value;
}

void
table_derive(struct arena *arena, struct grid_cell *cell, const char *grid,
    const char *column, struct value match)
{
	struct grid_derive *derive = arena_alloc(arena, sizeof(*derive));

	derive->grid = grid;
	derive->column = column;
	derive->match = match;
	cell->derive = derive;
}

void
table_light(struct grid_cell *cell, enum light light)
{
	cell->tone = wording_tone(light);
	cell->value = value_light(cell->tone);
}

struct grid *
table_of_solutions(struct arena *arena, const struct facts *facts,
    const struct table_shape *shape, bool known)
{
	const struct figures *figures = facts->figures;
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = table_new(arena, facts, shape);
	const struct rollup *r;
	size_t i;

	for (i = 0; known && i < figures->nrollup; i++) {
		r = &figures->rollup[i];
		if (r->by != ROLLUP_SOLUTION || r->n == 0)
			continue;
		row.record = r;
		table_fill(grid, shape, &row);
	}
	return grid;
}
