/*
 * Tables: rows, columns and totals.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "doc/grid.h"

struct grid *
grid_new(struct arena *arena, const char *id, const struct grid_column *column,
    size_t ncolumn)
{
	struct grid *grid = arena_alloc(arena, sizeof(*grid));

	grid->id = id;
	grid->column = column;
	grid->ncolumn = ncolumn;
	return grid;
}

struct grid_cell *
grid_add_row(struct arena *arena, struct grid *grid)
{
	grid->cell = arena_grow(arena, grid->cell, grid->nrow, &grid->cap,
	    grid->ncolumn * sizeof(*grid->cell));
	return grid->cell + grid->nrow++ * grid->ncolumn;
}

struct grid_cell *
grid_add_open_row(
    struct arena *arena, struct grid *grid, const struct grid_rule *const *rule)
{
	struct grid_cell *cell = grid_add_row(arena, grid);
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		cell[i].rule = rule[i];
	return cell;
}

int
grid_column_find(const struct grid *grid, const char *id)
{
	size_t i;

	/* Mostly the id is the very string that the column was made with. */
	for (i = 0; i < grid->ncolumn; i++)
		if (grid->column[i].id == id)
			return (int)i;
	for (i = 0; id != NULL && i < grid->ncolumn; i++)
		if (strcmp(grid->column[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool
grid_has_total(const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		if (grid->column[i].total != TOTAL_NONE)
			return true;
	return false;
}

size_t
grid_page_rows(const struct grid *grid)
{
	size_t few = grid->page_rows / GRID_FEW;

	return grid->page_rows == 0 || grid->page_rows + few >= grid->nrow
	    ? grid->nrow
	    : grid->page_rows;
}

bool
grid_is_live(const struct grid *grid, size_t column)
{
	const struct grid_cell *cell;
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		cell = grid_at(grid, row, column);
		if (cell->rule != NULL || cell->formula != NULL)
			return true;
	}
	return false;
}

/* The column that holds another: the nearest before it that isn't below. */
bool
grid_stands_below(const struct grid *grid, size_t column)
{
	size_t i;

	if (grid->look != GRID_FORM ||
	    !(grid->column[column].flags & GRID_BELOW))
		return false;
	for (i = 0; i < column; i++)
		if (!(grid->column[i].flags & (GRID_BELOW | GRID_DETAIL)))
			return true;
	return false;
}

int
grid_heat(const struct grid *grid, size_t column, const struct grid_cell *cell)
{
	double number;

	if (!(grid->column[column].flags & GRID_HEAT) ||
	    cell->tone != TONE_NONE || !value_is_numeric(cell->value.type))
		return -1;
	number = cell->value.type == VALUE_COUNT ? (double)cell->value.as.count
						 : cell->value.as.number;
	if (!(number > 0))
		return 0;
	return number >= 100 ? GRID_HEATS - 1
			     : (int)(number * GRID_HEATS / 100);
}

/* What the given cells of a column come to. */
struct sum {
	size_t given;         /* cells of any kind */
	size_t numbers;       /* cells of a numeric kind */
	enum value_type type; /* of the first number */
	int64_t whole;
	double number;
};

static void
sum_add(struct sum *sum, const struct value *v)
{
	if (v->type == VALUE_NONE)
		return;
	sum->given++;
	if (!value_is_numeric(v->type))
		return;
	if (sum->numbers++ == 0)
		sum->type = v->type;
	if (v->type != VALUE_COUNT)
		sum->number += v->as.number;
	else if (__builtin_add_overflow(sum->whole, v->as.count, &sum->whole))
		sum->whole = v->as.count < 0 ? INT64_MIN : INT64_MAX;
}

static struct value
sum_value(enum value_type type, double number)
{
	if (type == VALUE_PERCENT)
		return value_percent(number);
	if (type == VALUE_MONEY)
		return value_money(number);
	return value_number(number);
}

struct value
grid_total(const struct grid *grid, size_t column)
{
	struct sum sum = {0};
	double all;
	size_t row;

	for (row = 0; row < grid->nrow; row++)
		sum_add(&sum, &grid_at(grid, row, column)->value);
	all = sum.number + (double)sum.whole;
	switch (grid->column[column].total) {
	case TOTAL_NONE:
		break;
	case TOTAL_COUNT:
		return sum.given > 0 ? value_count((int64_t)sum.given)
				     : value_none();
	case TOTAL_MEAN:
		return sum.numbers > 0
		    ? sum_value(sum.type, all / (double)sum.numbers)
		    : value_none();
	case TOTAL_SUM:
		if (sum.numbers == 0)
			break;
		if (sum.type == VALUE_COUNT)
			return value_count(sum.whole);
		return sum_value(sum.type, all);
	}
	return value_none();
}
