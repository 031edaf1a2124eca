/*
 * Formulas computed here, as a workbook computes them.
 */
#include <math.h>

#include "base/num.h"
#include "base/text.h"
#include "doc/formula.h"
#include "doc/grid.h"

static struct value
evaluate(const struct formula *, const struct formula_place *);

double
formula_number_of(const struct value *v)
{
	switch (v->type) {
	case VALUE_COUNT:
		return (double)v->as.count;
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		return v->as.number;
	case VALUE_DAY:
		return (double)v->as.date;
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		break;
	}
	return NUM_NONE;
}

/* Numbers of every kind become one. */
static struct value
plain(const struct value *v)
{
	double number = formula_number_of(v);

	return num_given(number) ? value_number(number) : *v;
}

static struct value
refer(const struct formula *formula, const struct formula_place *at)
{
	const struct grid_cell *cell = formula_refers(formula, at);

	return cell == NULL ? value_none() : plain(&cell->value);
}

/* An empty cell is the empty text. */
static bool
is_equal(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case VALUE_NONE:
		return true;
	case VALUE_TEXT:
		return text_equal_fold(a->as.text, b->as.text);
	case VALUE_LIGHT:
		return a->as.light == b->as.light;
	case VALUE_BOOL:
		return a->as.truth == b->as.truth;
	case VALUE_COUNT:
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
	case VALUE_DAY:
		break;
	}
	return fabs(formula_number_of(a) - formula_number_of(b)) <= NUM_EPSILON;
}

static bool
holds(const struct grid *grid, size_t row, const struct formula_where *where,
    const struct value *wanted)
{
	int column = grid_column_find(grid, where->column);
	struct value v;

	if (column == -1)
		return false;
	v = plain(&grid_at(grid, row, (size_t)column)->value);
	switch (where->test) {
	case TEST_EQUAL:
		return is_equal(&v, wanted);
	case TEST_AT_MOST:
		return num_le(formula_number_of(&v), formula_number_of(wanted));
	case TEST_BLANK:
		return v.type == VALUE_NONE;
	case TEST_GIVEN:
		return v.type != VALUE_NONE;
	}
	return false;
}

static bool
all_hold(const struct formula *formula, const struct grid *grid, size_t row,
    const struct formula_place *at)
{
	const struct formula_where *where;
	struct value wanted;
	size_t i;

	for (i = 0; i < formula->nwhere; i++) {
		where = &formula->where[i];
		wanted = where->value == NULL ? value_none()
					      : evaluate(where->value, at);
		if (!holds(grid, row, where, &wanted))
			return false;
	}
	return true;
}

static struct value
last_row(const struct formula *formula, const struct formula_place *at)
{
	const struct grid *grid =
	    formula->grid != NULL ? formula->grid : at->grid;
	int column = grid_column_find(grid, formula->column);
	size_t row = grid->nrow;

	while (column != -1 && row-- > 0)
		if (all_hold(formula, grid, row, at))
			return plain(
			    &grid_at(grid, row, (size_t)column)->value);
	return value_none();
}

static struct value
over_rows(const struct formula *formula, const struct formula_place *at)
{
	const struct grid *grid =
	    formula->grid != NULL ? formula->grid : at->grid;
	int column = grid_column_find(grid, formula->column);
	double number, sum = 0, most = NUM_NONE;
	size_t row, n = 0;

	for (row = 0; row < grid->nrow; row++) {
		if (!all_hold(formula, grid, row, at))
			continue;
		n++;
		if (column == -1)
			continue;
		number = formula_number_of(
		    &grid_at(grid, row, (size_t)column)->value);
		if (!num_given(number))
			continue;
		sum += number;
		most = fmax(most, number); /* the one that is given */
	}
	if (formula->op == FORMULA_COUNT)
		return value_number((double)n);
	return value_number(formula->op == FORMULA_SUM ? sum : most);
}

static struct value
arithmetic(enum formula_op op, const struct value *va, const struct value *vb)
{
	double a = formula_number_of(va), b = formula_number_of(vb);

	if (!num_given(a) || !num_given(b))
		return value_none();
	if (op == FORMULA_AT_MOST)
		return value_bool(num_le(a, b));
	if (op == FORMULA_ADD)
		return value_number(a + b);
	if (op == FORMULA_SUBTRACT)
		return value_number(a - b);
	if (op == FORMULA_MULTIPLY)
		return value_number(a * b);
	if (op == FORMULA_SMALLER)
		return value_number(a < b ? a : b);
	if (op == FORMULA_LARGER)
		return value_number(a > b ? a : b);
	if (op == FORMULA_MONTHS)
		return value_number(day_months_later((day)a, (int)b));
	return b != 0 ? value_number(a / b) : value_none();
}

static struct value
equality(const struct formula *formula, const struct value *a,
    const struct value *b, const struct formula_place *at)
{
	bool numbers =
	    formula_yields(formula->operand[0], at) == YIELDS_NUMBER &&
	    formula_yields(formula->operand[1], at) == YIELDS_NUMBER;

	if (numbers && (a->type == VALUE_NONE || b->type == VALUE_NONE))
		return value_none();
	return value_bool(is_equal(a, b));
}

static struct value
logic(enum formula_op op, const struct value *a, const struct value *b)
{
	if (a->type != VALUE_BOOL || b->type != VALUE_BOOL)
		return value_none();
	if (op == FORMULA_AND)
		return value_bool(a->as.truth && b->as.truth);
	return value_bool(a->as.truth || b->as.truth);
}

static struct value
two_operands(const struct formula *formula, const struct formula_place *at)
{
	const struct value a = evaluate(formula->operand[0], at);
	const struct value b = evaluate(formula->operand[1], at);

	if (formula->op == FORMULA_EQUAL)
		return equality(formula, &a, &b, at);
	if (formula->op == FORMULA_AND || formula->op == FORMULA_OR)
		return logic(formula->op, &a, &b);
	return arithmetic(formula->op, &a, &b);
}

static struct value
choose(const struct formula *formula, const struct formula_place *at)
{
	const struct value v = evaluate(formula->operand[0], at);

	if (v.type != VALUE_BOOL)
		return value_none();
	return evaluate(formula->operand[v.as.truth ? 1 : 2], at);
}

static struct value
evaluate(const struct formula *formula, const struct formula_place *at)
{
	struct value v;

	switch (formula->op) {
	case FORMULA_CONSTANT:
		return plain(&formula->value);
	case FORMULA_ONE_CELL:
		return refer(formula, at);
	case FORMULA_COUNT:
	case FORMULA_SUM:
	case FORMULA_MAX:
		return over_rows(formula, at);
	case FORMULA_LAST:
		return last_row(formula, at);
	case FORMULA_NOT:
		v = evaluate(formula->operand[0], at);
		return v.type == VALUE_BOOL ? value_bool(!v.as.truth)
					    : value_none();
	case FORMULA_GIVEN:
		v = evaluate(formula->operand[0], at);
		return value_bool(v.type != VALUE_NONE);
	case FORMULA_IF:
		return choose(formula, at);
	case FORMULA_ADD:
	case FORMULA_SUBTRACT:
	case FORMULA_MULTIPLY:
	case FORMULA_DIVIDE:
	case FORMULA_SMALLER:
	case FORMULA_LARGER:
	case FORMULA_MONTHS:
	case FORMULA_EQUAL:
	case FORMULA_AT_MOST:
	case FORMULA_AND:
	case FORMULA_OR:
		return two_operands(formula, at);
	}
	return value_none();
}

struct value
formula_value(const struct formula *formula, const struct grid *own, size_t row)
{
	const struct formula_place at = {own, row};

	return evaluate(formula, &at);
}
