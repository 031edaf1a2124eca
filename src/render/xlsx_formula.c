/*
 * Formulas as the workbook computes them.
 *
 * What is not given spreads as #N/A and ends as an empty text: a cell that is
 * referred to as a number is one, or #N/A, and IFERROR() stands around the
 * whole.  Texts are told from numbers by what a formula yields.
 */
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "doc/formula.h"
#include "doc/labels.h"
#include "render/xlsx.h"

#define FORMULA_BYTES 8000 /* Excel's limit is 8192 characters */
#define QUOTED_UNITS 255

/* A formula being spelled. */
struct spell {
	const struct xlsx_table *table;
	struct formula_place at;
	struct buf *out;
	bool moves; /* rows are those of the cell that it stands in */
	bool failed;
};

static void spell(struct spell *, const struct formula *);

void
xlsx_put_sheet(struct buf *buf, const struct xlsx_sheet *s)
{
	const char *p;

	buf_putc(buf, '\'');
	for (p = s->name; *p != '\0'; p++) {
		if (*p == '\'')
			buf_putc(buf, '\'');
		buf_putc(buf, *p);
	}
	buf_puts(buf, "'!");
}

bool
xlsx_put_quoted(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_putc(buf, '"');
		buf_putc(buf, *text);
	}
	buf_putc(buf, '"');
	return text_utf16_length(buf->data) <= QUOTED_UNITS;
}

static void
put_text(struct spell *sp, const char *text)
{
	struct buf quoted;

	buf_init(&quoted);
	if (!xlsx_put_quoted(&quoted, text))
		sp->failed = true;
	buf_puts(sp->out, quoted.data);
	buf_release(&quoted);
}

static void
put_value(struct spell *sp, const struct value *v)
{
	struct xlsx *x = sp->table->sheet->book;
	double number;

	if (v->type == VALUE_NONE) {
		buf_puts(sp->out, "NA()");
	} else if (v->type == VALUE_BOOL) {
		buf_puts(sp->out, v->as.truth ? "TRUE" : "FALSE");
	} else if (v->type == VALUE_TEXT || v->type == VALUE_LIGHT) {
		buf_clear(&x->scratch);
		value_print(&x->scratch, v, x->labels);
		put_text(sp, x->scratch.data);
	} else {
		number = formula_number_of(v);
		if (v->type == VALUE_DAY && !xlsx_number(v, &number))
			sp->failed = true;
		buf_printf(sp->out, number < 0 ? "(%.15g)" : "%.15g", number);
	}
}

/* The table of a grid that a formula names; NULL: its own. */
static const struct xlsx_table *
find_table(struct spell *sp, const struct grid *grid)
{
	const struct xlsx_table *t = sp->table;

	if (grid != NULL && grid != t->grid)
		t = xlsx_table_find(t->sheet, grid, NULL);
	if (t == NULL)
		sp->failed = true;
	return t;
}

static void
put_place(struct spell *sp, const struct xlsx_table *t)
{
	if (t->sheet != sp->table->sheet)
		xlsx_put_sheet(sp->out, t->sheet);
}

static void
put_cell(struct spell *sp, const struct xlsx_table *t, size_t row, int column)
{
	char name[LXW_MAX_CELL_NAME_LENGTH];
	lxw_row_t r;
	lxw_col_t c;

	if (column == -1 || !xlsx_table_place(t, row, (size_t)column, &r, &c)) {
		sp->failed = true;
		return;
	}
	put_place(sp, t);
	lxw_rowcol_to_cell_abs(name, r, c, !sp->moves, true);
	buf_puts(sp->out, name);
}

static void
put_range(struct spell *sp, const struct xlsx_table *t, int column)
{
	char range[LXW_MAX_CELL_RANGE_LENGTH];
	lxw_row_t first, last;
	lxw_col_t c;

	if (column == -1 ||
	    !xlsx_table_range(t, (size_t)column, &first, &last, &c)) {
		sp->failed = true;
		return;
	}
	put_place(sp, t);
	lxw_rowcol_to_range_abs(range, first, c, last, c);
	buf_puts(sp->out, range);
}

static bool
is_percent(const struct grid *grid, size_t row, int column)
{
	const struct grid_cell *cell;

	if (column == -1 || row >= grid->nrow)
		return false;
	cell = grid_at(grid, row, (size_t)column);
	if (cell->value.type != VALUE_NONE)
		return cell->value.type == VALUE_PERCENT;
	return grid->column[column].type == VALUE_PERCENT;
}

/* A cell, as a number or #N/A, as a text, or as true or false. */
static void
spell_cell(struct spell *sp, const struct formula *f)
{
	const struct xlsx_table *t = find_table(sp, f->grid);
	size_t row = f->row != FORMULA_ROW ? f->row : sp->at.row;
	enum formula_type type = formula_yields(f, &sp->at);
	int column;

	if (t == NULL)
		return;
	column = grid_column_find(t->grid, f->column);
	if (type == YIELDS_NUMBER)
		buf_puts(sp->out, "IF(ISNUMBER(");
	else if (type == YIELDS_TRUTH)
		buf_putc(sp->out, '(');
	put_cell(sp, t, row, column);
	if (type == YIELDS_NUMBER) {
		buf_puts(sp->out, "),");
		put_cell(sp, t, row, column);
		buf_puts(sp->out,
		    is_percent(t->grid, row, column) ? "*100,NA())" : ",NA())");
	} else if (type == YIELDS_TRUTH) {
		buf_putc(sp->out, '=');
		put_text(
		    sp, label(sp->table->sheet->book->labels, "bool.true"));
		buf_putc(sp->out, ')');
	} else {
		buf_puts(sp->out, "&\"\"");
	}
}

/* Rows of a form between its records are none: empty, or headings. */
static void
spell_records(struct spell *sp, const struct xlsx_table *t)
{
	struct buf head;

	if (t->stack > 1) {
		buf_puts(sp->out, "*(");
		put_range(sp, t, 0);
		buf_puts(sp->out, "<>\"\")");
	}
	if (t->nagain == 0)
		return;
	buf_init(&head);
	xlsx_form_head(t, 0, &head);
	buf_puts(sp->out, "*(");
	put_range(sp, t, 0);
	buf_puts(sp->out, "<>");
	put_text(sp, head.data);
	buf_putc(sp->out, ')');
	buf_release(&head);
}

/* A heading between the records can't be reckoned with. */
static void
want_numbers(struct spell *sp, const struct xlsx_table *t, int column)
{
	if (t->nagain > 0 && column != -1 &&
	    !(t->grid->column[column].flags & GRID_DETAIL))
		sp->failed = true;
}

/* What is true or false stands in cells as the labels' words. */
static void
spell_truth(struct spell *sp, const struct formula *f)
{
	const struct labels *labels = sp->table->sheet->book->labels;

	buf_puts(sp->out, "IF(");
	spell(sp, f);
	buf_putc(sp->out, ',');
	put_text(sp, label(labels, "bool.true"));
	buf_putc(sp->out, ',');
	put_text(sp, label(labels, "bool.false"));
	buf_putc(sp->out, ')');
}

/* Yields 1 or 0 for each row. */
static void
spell_where(struct spell *sp, const struct xlsx_table *t,
    const struct formula_where *where)
{
	int column = grid_column_find(t->grid, where->column);
	bool number = where->value != NULL &&
	    formula_yields(where->value, &sp->at) == YIELDS_NUMBER;

	buf_putc(sp->out, '(');
	put_range(sp, t, column);
	if (where->test == TEST_BLANK || where->test == TEST_GIVEN) {
		buf_puts(
		    sp->out, where->test == TEST_BLANK ? "=\"\")" : "<>\"\")");
		spell_records(sp, t);
		return;
	}
	if (is_percent(t->grid, 0, column)) {
		want_numbers(sp, t, column);
		buf_puts(sp->out, "*100");
	}
	buf_puts(sp->out, where->test == TEST_EQUAL ? "=" : "<=");
	if (formula_yields(where->value, &sp->at) == YIELDS_TRUTH)
		spell_truth(sp, where->value);
	else
		spell(sp, where->value);
	if (where->test == TEST_AT_MOST)
		buf_puts(sp->out, "+1E-9");
	buf_putc(sp->out, ')');
	/* An empty cell would count as 0. */
	if (number) {
		buf_puts(sp->out, "*(");
		put_range(sp, t, column);
		buf_puts(sp->out, "<>\"\")");
	}
}

static void
spell_conditions(
    struct spell *sp, const struct xlsx_table *t, const struct formula *f)
{
	size_t i;

	buf_putc(sp->out, '1');
	for (i = 0; i < f->nwhere; i++) {
		buf_putc(sp->out, '*');
		spell_where(sp, t, &f->where[i]);
	}
	if (f->nwhere == 0) {
		buf_puts(sp->out, "*(ROW(");
		put_range(sp, t, 0);
		buf_puts(sp->out, ")>0)");
		spell_records(sp, t);
	}
}

/* Of the last row that holds; the number of one on the sheet is found first. */
static void
spell_last(struct spell *sp, const struct formula *f)
{
	const struct xlsx_table *t = find_table(sp, f->grid);
	lxw_row_t first, last;
	lxw_col_t c;
	int column;

	if (t == NULL)
		return;
	column = grid_column_find(t->grid, f->column);
	if (column == -1 ||
	    !xlsx_table_range(t, (size_t)column, &first, &last, &c)) {
		sp->failed = true;
		return;
	}
	buf_puts(sp->out, "IF(SUMPRODUCT(MAX(");
	spell_conditions(sp, t, f);
	buf_puts(sp->out, "))=0,NA(),INDEX(");
	put_range(sp, t, column);
	buf_puts(sp->out, ",SUMPRODUCT(MAX((");
	spell_conditions(sp, t, f);
	buf_puts(sp->out, ")*ROW(");
	put_range(sp, t, column);
	buf_printf(sp->out, ")))-%u))", (unsigned)first);
	if (formula_yields(f, &sp->at) == YIELDS_TEXT)
		buf_puts(sp->out, "&\"\"");
	else if (is_percent(t->grid, 0, column))
		buf_puts(sp->out, "*100");
}

static void
spell_rows(struct spell *sp, const struct formula *f)
{
	const struct xlsx_table *t = find_table(sp, f->grid);
	int column;

	if (t == NULL)
		return;
	column = grid_column_find(t->grid, f->column);
	/* None at all: not given. */
	if (f->op == FORMULA_MAX) {
		want_numbers(sp, t, column);
		buf_puts(sp->out, "IF(SUMPRODUCT(MAX(");
		spell_conditions(sp, t, f);
		buf_puts(sp->out, "))=0,NA(),SUMPRODUCT(MAX((");
		spell_conditions(sp, t, f);
		buf_puts(sp->out, ")*");
		put_range(sp, t, column);
		buf_puts(sp->out, ")))");
	} else {
		buf_puts(sp->out, "SUMPRODUCT(");
		spell_conditions(sp, t, f);
		if (f->op != FORMULA_COUNT) {
			buf_putc(sp->out, ',');
			put_range(sp, t, column);
		}
		buf_putc(sp->out, ')');
	}
	if (f->op != FORMULA_COUNT && is_percent(t->grid, 0, column))
		buf_puts(sp->out, "*100");
}

/* "(a op b)", or "name(a,b)". */
struct around {
	const char *before, *between, *after;
};

/* Of those whose operands are spelled the same whatever they yield. */
static const struct around around_op[] = {
    [FORMULA_ADD] = {"(", "+", ")"},
    [FORMULA_SUBTRACT] = {"(", "-", ")"},
    [FORMULA_MULTIPLY] = {"(", "*", ")"},
    [FORMULA_DIVIDE] = {"(", "/", ")"},
    [FORMULA_SMALLER] = {"MIN(", ",", ")"},
    [FORMULA_LARGER] = {"MAX(", ",", ")"},
    [FORMULA_MONTHS] = {"EDATE(", ",", ")"},
    [FORMULA_AT_MOST] = {"(", "-", "<=1E-9)"},
    [FORMULA_AND] = {"AND(", ",", ")"},
    [FORMULA_OR] = {"OR(", ",", ")"},
};

static void
spell_pair(
    struct spell *sp, const struct formula *f, const struct around *around)
{
	buf_puts(sp->out, around->before);
	spell(sp, f->operand[0]);
	buf_puts(sp->out, around->between);
	spell(sp, f->operand[1]);
	buf_puts(sp->out, around->after);
}

static void
spell_not(struct spell *sp, const struct formula *f)
{
	buf_puts(sp->out, "NOT(");
	spell(sp, f->operand[0]);
	buf_putc(sp->out, ')');
}

static void
spell_equal(struct spell *sp, const struct formula *f)
{
	if (formula_yields(f->operand[0], &sp->at) == YIELDS_NUMBER &&
	    formula_yields(f->operand[1], &sp->at) == YIELDS_NUMBER)
		spell_pair(sp, f, &(struct around){"(ABS(", "-", ")<=1E-9)"});
	else
		spell_pair(sp, f, &(struct around){"(", "=", ")"});
}

static void
spell_given(struct spell *sp, const struct formula *f)
{
	bool text = formula_yields(f->operand[0], &sp->at) == YIELDS_TEXT;

	buf_puts(sp->out, text ? "(" : "ISNUMBER(");
	spell(sp, f->operand[0]);
	buf_puts(sp->out, text ? "<>\"\")" : ")");
}

static void
spell_if(struct spell *sp, const struct formula *f)
{
	buf_puts(sp->out, "IF(");
	spell(sp, f->operand[0]);
	buf_putc(sp->out, ',');
	spell(sp, f->operand[1]);
	buf_putc(sp->out, ',');
	spell(sp, f->operand[2]);
	buf_putc(sp->out, ')');
}

static void
spell(struct spell *sp, const struct formula *f)
{
	switch (f->op) {
	case FORMULA_CONSTANT:
		put_value(sp, &f->value);
		break;
	case FORMULA_ONE_CELL:
		spell_cell(sp, f);
		break;
	case FORMULA_COUNT:
	case FORMULA_SUM:
	case FORMULA_MAX:
		spell_rows(sp, f);
		break;
	case FORMULA_LAST:
		spell_last(sp, f);
		break;
	case FORMULA_ADD:
	case FORMULA_SUBTRACT:
	case FORMULA_MULTIPLY:
	case FORMULA_DIVIDE:
	case FORMULA_SMALLER:
	case FORMULA_LARGER:
	case FORMULA_MONTHS:
	case FORMULA_AT_MOST:
	case FORMULA_AND:
	case FORMULA_OR:
		spell_pair(sp, f, &around_op[f->op]);
		break;
	case FORMULA_EQUAL:
		spell_equal(sp, f);
		break;
	case FORMULA_NOT:
		spell_not(sp, f);
		break;
	case FORMULA_GIVEN:
		spell_given(sp, f);
		break;
	case FORMULA_IF:
		spell_if(sp, f);
		break;
	}
}

static void
spell_whole(struct spell *sp, const struct formula *f, bool percent)
{
	buf_puts(sp->out, "=IFERROR(");
	if (formula_yields(f, &sp->at) == YIELDS_TRUTH)
		spell_truth(sp, f);
	else
		spell(sp, f);
	buf_puts(sp->out, percent ? "/100,\"\")" : ",\"\")");
}

bool
xlsx_formula(
    const struct xlsx_table *t, size_t row, size_t column, struct buf *formula)
{
	const struct grid *grid = t->grid;
	const struct grid_cell *cell = grid_at(grid, row, column);
	struct spell sp = {t, {grid, row}, formula, false, false};

	if (!formula_agrees(cell->formula, grid, row, &cell->value))
		return false;
	spell_whole(&sp, cell->formula, is_percent(grid, row, (int)column));
	return !sp.failed && formula->len <= FORMULA_BYTES;
}

bool
xlsx_formula_mark(
    const struct xlsx_table *t, const struct formula *when, struct buf *formula)
{
	struct spell sp = {t, {t->grid, 0}, formula, true, false};

	buf_puts(formula, "=IFERROR(");
	spell(&sp, when);
	buf_puts(formula, ",FALSE)");
	return !sp.failed && formula->len <= FORMULA_BYTES;
}
