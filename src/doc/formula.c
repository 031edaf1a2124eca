/*
 * Formulas: making them, and what kind of value one yields.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/formula.h"
#include "doc/grid.h"
#include "doc/node.h"

static struct formula *
formula_new(struct arena *arena, enum formula_op op)
{
	struct formula *formula = arena_alloc(arena, sizeof(*formula));

	formula->op = op;
	return formula;
}

const struct formula *
formula_constant(struct arena *arena, struct value value)
{
	struct formula *formula = formula_new(arena, FORMULA_CONSTANT);

	if (value.type == VALUE_TEXT)
		value = value_text(node_text(arena, value.as.text));
	formula->value = value;
	return formula;
}

const struct formula *
formula_number(struct arena *arena, double number)
{
	return formula_constant(arena, value_number(number));
}

const struct formula *
formula_text(struct arena *arena, const char *text)
{
	return formula_constant(arena, value_text(text));
}

const struct formula *
formula_cell(struct arena *arena, const struct grid *grid, size_t row,
    const char *column)
{
	struct formula *formula = formula_new(arena, FORMULA_ONE_CELL);

	formula->grid = grid;
	formula->row = row;
	formula->column = column;
	return formula;
}

const struct formula *
formula_here(struct arena *arena, const char *column)
{
	return formula_cell(arena, NULL, FORMULA_ROW, column);
}

const struct formula *
formula_rows(struct arena *arena, enum formula_op op, const struct grid *grid,
    const char *column, const struct formula_where *where, size_t nwhere)
{
	struct formula *formula = formula_new(arena, op);
	struct formula_where *copy;

	copy = arena_array(arena, nwhere, sizeof(*copy));
	if (nwhere > 0)
		memcpy(copy, where, nwhere * sizeof(*copy));
	formula->grid = grid;
	formula->column = column;
	formula->where = copy;
	formula->nwhere = nwhere;
	return formula;
}

const struct formula *
formula_make(struct arena *arena, enum formula_op op, const struct formula *a,
    const struct formula *b, const struct formula *c)
{
	struct formula *formula = formula_new(arena, op);

	formula->operand[0] = a;
	formula->operand[1] = b;
	formula->operand[2] = c;
	return formula;
}

const struct grid_cell *
formula_refers(const struct formula *formula, const struct formula_place *at)
{
	const struct grid *grid =
	    formula->grid != NULL ? formula->grid : at->grid;
	size_t row = formula->row != FORMULA_ROW ? formula->row : at->row;
	int column = grid_column_find(grid, formula->column);

	if (column == -1 || row >= grid->nrow)
		return NULL;
	return grid_at(grid, row, (size_t)column);
}

static enum formula_type
value_kind(enum value_type type)
{
	switch (type) {
	case VALUE_NONE:
	case VALUE_COUNT:
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
	case VALUE_DAY:
		return YIELDS_NUMBER;
	case VALUE_TEXT:
	case VALUE_LIGHT:
		return YIELDS_TEXT;
	case VALUE_BOOL:
		return YIELDS_TRUTH;
	}
	return YIELDS_NUMBER;
}

/* What is typed into a cell decides, else what stands in it. */
static enum formula_type
cell_kind(const struct grid_cell *cell, enum value_type column)
{
	if (cell != NULL && cell->rule != NULL)
		return cell->rule->type == RULE_TEXT ||
			cell->rule->type == RULE_CHOICE
		    ? YIELDS_TEXT
		    : YIELDS_NUMBER;
	return value_kind(cell != NULL && cell->value.type != VALUE_NONE
		? cell->value.type
		: column);
}

static enum formula_type
refers_kind(const struct formula *formula, const struct formula_place *at)
{
	const struct grid *grid =
	    formula->grid != NULL ? formula->grid : at->grid;
	int column = grid_column_find(grid, formula->column);

	return cell_kind(formula_refers(formula, at),
	    column == -1 ? VALUE_NONE : grid->column[column].type);
}

static enum formula_type
column_kind(const struct formula *formula, const struct formula_place *at)
{
	const struct grid *grid =
	    formula->grid != NULL ? formula->grid : at->grid;
	int column = grid_column_find(grid, formula->column);

	return column == -1 ? YIELDS_NUMBER
			    : formula_column_yields(grid, (size_t)column);
}

enum formula_type
formula_yields(const struct formula *formula, const struct formula_place *at)
{
	const struct formula *first;

	switch (formula->op) {
	case FORMULA_CONSTANT:
		return value_kind(formula->value.type);
	case FORMULA_ONE_CELL:
		return refers_kind(formula, at);
	case FORMULA_LAST:
		return column_kind(formula, at);
	case FORMULA_IF:
		first = formula->operand[1];
		if (first->op == FORMULA_CONSTANT &&
		    first->value.type == VALUE_NONE)
			first = formula->operand[2];
		return formula_yields(first, at);
	case FORMULA_EQUAL:
	case FORMULA_AT_MOST:
	case FORMULA_AND:
	case FORMULA_OR:
	case FORMULA_NOT:
	case FORMULA_GIVEN:
		return YIELDS_TRUTH;
	case FORMULA_COUNT:
	case FORMULA_SUM:
	case FORMULA_MAX:
	case FORMULA_ADD:
	case FORMULA_SUBTRACT:
	case FORMULA_MULTIPLY:
	case FORMULA_DIVIDE:
	case FORMULA_SMALLER:
	case FORMULA_LARGER:
	case FORMULA_MONTHS:
		break;
	}
	return YIELDS_NUMBER;
}

enum formula_type
formula_column_yields(const struct grid *grid, size_t column)
{
	enum value_type type = grid->column[column].type;
	size_t row;

	if (type != VALUE_TEXT || grid->nrow == 0)
		return value_kind(type);
	/* A column of texts may hold any: the first that is given decides. */
	for (row = 0; row + 1 < grid->nrow; row++)
		if (grid_at(grid, row, column)->value.type != VALUE_NONE)
			break;
	return cell_kind(grid_at(grid, row, column), type);
}

static bool
agree(const struct value *a, const struct value *b)
{
	double x, y;

	if (a->type == VALUE_NONE || b->type == VALUE_NONE)
		return a->type == b->type;
	if (a->type == VALUE_TEXT || b->type == VALUE_TEXT)
		return a->type == b->type &&
		    strcmp(a->as.text, b->as.text) == 0;
	if (a->type == VALUE_LIGHT || b->type == VALUE_LIGHT)
		return a->type == b->type && a->as.light == b->as.light;
	if (a->type == VALUE_BOOL || b->type == VALUE_BOOL)
		return a->type == b->type && a->as.truth == b->as.truth;
	x = formula_number_of(a);
	y = formula_number_of(b);
	return fabs(x - y) <= NUM_EPSILON * fmax(1, fabs(y));
}

bool
formula_agrees(const struct formula *formula, const struct grid *own,
    size_t row, const struct value *wanted)
{
	const struct value value = formula_value(formula, own, row);

	return agree(&value, wanted);
}
