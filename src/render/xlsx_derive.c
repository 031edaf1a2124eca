/*
 * Formulas: a cell that was counted from another table counts it still.
 *
 * Only where COUNTIF is sure to find what was counted: it ignores case, takes
 * * and ? for wildcards, and what looks like a number or a comparison for one.
 */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "doc/value.h"
#include "render/xlsx.h"

#define CRITERION_UNITS 255 /* Excel's limit for a text in a formula */

void
xlsx_put_column(struct buf *buf, const struct xlsx_table *t, size_t column)
{
	const char *p;

	buf_printf(buf, "%s[", t->name);
	for (p = t->head[column]; *p != '\0'; p++) {
		if (strchr("[]#'@", *p) != NULL)
			buf_putc(buf, '\'');
		buf_putc(buf, *p);
	}
	buf_putc(buf, ']');
}

/* 'Sheet'!$B$5:$B$9, of what isn't a table object. */
static bool
put_range(struct buf *buf, const struct xlsx_table *t, size_t column)
{
	char range[LXW_MAX_CELL_RANGE_LENGTH];
	lxw_row_t first, last;
	lxw_col_t at;

	/* A heading that is repeated might be counted. */
	if (t->nagain > 0 || !xlsx_table_range(t, column, &first, &last, &at))
		return false;
	xlsx_put_sheet(buf, t->sheet);
	lxw_rowcol_to_range_abs(range, first, at, last, at);
	buf_puts(buf, range);
	return true;
}

/* How a cell compares with what is counted: surely not, in a way, surely. */
enum match { MATCH_NONE, MATCH_LOOSE, MATCH_EXACT };

static enum match
match_text(const char *a, const char *b)
{
	if (strcmp(a, b) == 0)
		return MATCH_EXACT;
	return text_equal_fold(a, b) ? MATCH_LOOSE : MATCH_NONE;
}

static enum match
match_value(const struct value *a, const struct value *b)
{
	bool equal = false;

	if (a->type != b->type)
		return MATCH_NONE;
	switch (a->type) {
	case VALUE_TEXT:
		return match_text(a->as.text, b->as.text);
	case VALUE_COUNT:
		equal = a->as.count == b->as.count;
		break;
	case VALUE_DAY:
		equal = a->as.date == b->as.date;
		break;
	case VALUE_LIGHT:
		equal = a->as.light == b->as.light;
		break;
	case VALUE_BOOL:
		equal = a->as.truth == b->as.truth;
		break;
	case VALUE_NONE:
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		return MATCH_LOOSE;
	}
	return equal ? MATCH_EXACT : MATCH_NONE;
}

/* True if the table really holds so many, and none that is nearly one. */
static bool
counts_to(const struct xlsx_table *t, size_t column, const struct value *match,
    int64_t wanted)
{
	const struct grid *grid = t->grid;
	int64_t n = 0;
	size_t row;

	for (row = 0; row < grid->nrow; row++)
		switch (
		    match_value(&grid_at(grid, row, column)->value, match)) {
		case MATCH_NONE:
			break;
		case MATCH_LOOSE:
			return false;
		case MATCH_EXACT:
			n++;
			break;
		}
	return n == wanted;
}

/* The text as COUNTIF must be given it; false if it might misread it. */
static bool
put_criterion(struct buf *buf, const char *text)
{
	const char *p;

	if (!isalpha((unsigned char)*text) && (unsigned char)*text < 0x80)
		return false;
	if (text_utf16_length(text) > CRITERION_UNITS / 2 ||
	    strchr(text, '\n') != NULL)
		return false;
	buf_putc(buf, '"');
	for (p = text; *p != '\0'; p++) {
		if (strchr("*?~", *p) != NULL)
			buf_putc(buf, '~');
		if (*p == '"')
			buf_putc(buf, '"');
		buf_putc(buf, *p);
	}
	buf_putc(buf, '"');
	return true;
}

static bool
put_match(struct xlsx *x, struct buf *buf, const struct value *match)
{
	double number;

	if (xlsx_number(match, &number)) {
		buf_printf(buf, "%.0f", number);
		return true;
	}
	buf_clear(&x->scratch);
	value_print(&x->scratch, match, x->labels);
	return put_criterion(buf, x->scratch.data);
}

bool
xlsx_derive(const struct xlsx_sheet *s, const struct grid_cell *cell,
    struct buf *formula)
{
	const struct grid_derive *derive = cell->derive;
	const struct xlsx_table *t;
	int column;

	if (derive == NULL || cell->value.type != VALUE_COUNT)
		return false;
	t = xlsx_table_find(s, NULL, derive->grid);
	column = t == NULL ? -1 : grid_column_find(t->grid, derive->column);
	if (column == -1 ||
	    !counts_to(t, (size_t)column, &derive->match, cell->value.as.count))
		return false;
	buf_puts(formula, "=COUNTIF(");
	if (t->name != NULL)
		xlsx_put_column(formula, t, (size_t)column);
	else if (!put_range(formula, t, (size_t)column))
		return false;
	buf_putc(formula, ',');
	if (!put_match(s->book, formula, &derive->match))
		return false;
	buf_putc(formula, ')');
	return true;
}
