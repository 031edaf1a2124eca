/*
 * What a cell is computed from: an expression over the cells of grids that
 * stand in the same document.  A workbook computes it live; formula_value()
 * computes it here, so that both can be held against the figures.
 *
 * A number is what the reader sees: of a percentage 0 to 100, of a day the
 * number of days.  "Not given" spreads: what is computed from a cell that is
 * empty is itself not given, but for FORMULA_GIVEN, FORMULA_EQUAL (which
 * tells an empty cell from a text), the counts and sums over rows, and the
 * branch of FORMULA_IF that isn't taken.  So is a quotient by 0.
 *
 * Numbers compare within 1e-9, texts without regard to case (as workbooks do).
 */
#ifndef DOC_FORMULA_H
#define DOC_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/value.h"

struct arena;
struct grid;
struct grid_cell;

enum formula_op {
	FORMULA_CONSTANT,	/* value */
	FORMULA_ONE_CELL,		/* of the grid's row and column */
	/* Over the rows of the grid for which every condition holds: */
	FORMULA_COUNT,		/* how many */
	FORMULA_SUM,		/* of a column; 0 of none; empty cells are 0 */
	FORMULA_MAX,		/* of a column of days, or of numbers above 0;
				   not given of none */
	FORMULA_LAST,		/* of a column, in the last of them */
	/* Of two operands: */
	FORMULA_ADD,
	FORMULA_SUBTRACT,
	FORMULA_MULTIPLY,
	FORMULA_DIVIDE,
	FORMULA_SMALLER,	/* the smaller of two */
	FORMULA_LARGER,
	FORMULA_MONTHS,		/* the day so many months after a day, or the
				   last of a month that has no such day */
	FORMULA_EQUAL,		/* numbers, or texts */
	FORMULA_AT_MOST,	/* the first <= the second */
	FORMULA_AND,
	FORMULA_OR,
	/* Of one: */
	FORMULA_NOT,
	FORMULA_GIVEN,		/* is it given? */
	/* Of three: */
	FORMULA_IF		/* condition, then, else */
};

enum formula_test {
	TEST_EQUAL,
	TEST_AT_MOST,	/* the row's value <= value; an empty one isn't */
	TEST_BLANK,	/* value is NULL */
	TEST_GIVEN	/* value is NULL */
};

/* A condition on rows; its value is computed where the formula stands. */
struct formula_where {
	const char		*column;
	enum formula_test	 test;
	const struct formula	*value;
};

struct formula {
	enum formula_op		 op;
	struct value		 value;
	const struct grid	*grid;	/* NULL: the formula's own */
	size_t			 row;	/* FORMULA_ROW: the formula's own */
	const char		*column;
	const struct formula_where *where;
	size_t			 nwhere;
	const struct formula	*operand[3];
};

#define FORMULA_ROW	((size_t)-1)

/* Constants; a text is sanitised. */
const struct formula	*formula_constant(struct arena *, struct value);
const struct formula	*formula_number(struct arena *, double);
const struct formula	*formula_text(struct arena *, const char *);

/* A cell, and the one in a column of the formula's own row. */
const struct formula	*formula_cell(struct arena *, const struct grid *,
			    size_t row, const char *column);
const struct formula	*formula_here(struct arena *, const char *column);

/* Over rows; column is NULL for FORMULA_COUNT; the conditions are copied. */
const struct formula	*formula_rows(struct arena *, enum formula_op,
			    const struct grid *, const char *column,
			    const struct formula_where *, size_t nwhere);

/* Of operands; those that the operation has none of are NULL. */
const struct formula	*formula_make(struct arena *, enum formula_op,
			    const struct formula *, const struct formula *,
			    const struct formula *);

/*
 * The value where the formula stands: VALUE_NONE, VALUE_NUMBER (also of days),
 * VALUE_BOOL, VALUE_TEXT or VALUE_LIGHT.
 */
struct value	formula_value(const struct formula *, const struct grid *own,
		    size_t row);

/* True if that is the value that was wanted. */
bool	formula_agrees(const struct formula *, const struct grid *own,
	    size_t row, const struct value *wanted);

/* For those who spell formulas. */
enum formula_type { YIELDS_NUMBER, YIELDS_TEXT, YIELDS_TRUTH };

/* Where a formula stands. */
struct formula_place {
	const struct grid	*grid;
	size_t			 row;
};

enum formula_type	formula_yields(const struct formula *,
			    const struct formula_place *);
enum formula_type	formula_column_yields(const struct grid *,
			    size_t column);
/* The cell of a FORMULA_ONE_CELL; NULL if there is none. */
const struct grid_cell	*formula_refers(const struct formula *,
			    const struct formula_place *);
/* A number, percentage, count, amount or day as formulas see it. */
double	formula_number_of(const struct value *);

#endif
