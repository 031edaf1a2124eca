/*
 * Tables whose columns the model or the register decides.
 */
#include <assert.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/table.h"
#include "report/wording.h"

void
columns_begin(struct columns *c, const struct draft *draft, const char *table,
    size_t most)
{
	c->draft = draft;
	c->table = table;
	c->column = arena_array(draft->arena, most, sizeof(*c->column));
	c->n = 0;
}

struct grid_column *
columns_add(
    struct columns *c, const char *id, enum value_type type, unsigned flags)
{
	struct grid_column *column = &c->column[c->n++];

	column->id = id;
	column->heading =
	    table_heading(c->draft->arena, c->draft->facts, c->table, id);
	column->type = type;
	column->flags = flags;
	return column;
}

struct grid_column *
columns_add_item(struct columns *c, const char *kind, const char *item,
    const char *heading, enum value_type type, unsigned flags)
{
	struct grid_column *column = &c->column[c->n++];

	column->id = arena_printf(c->draft->arena, "%s.%s", kind, item);
	column->heading = heading;
	column->type = type;
	column->flags = flags;
	return column;
}

struct grid *
columns_grid(const struct columns *c)
{
	struct grid *grid;

	grid = grid_new(c->draft->arena, c->table, c->column, c->n);
	grid->empty = label_find(wording_labels(c->draft->facts),
	    arena_printf(c->draft->arena, "table.%s.empty", c->table));
	return grid;
}
