/*
 * Marks on a sheet that is being filled in: a cell that is missing, and one
 * that contradicts another.  They come and go with what is typed.
 */
#include "render/xlsx.h"

void
xlsx_mark_write(const struct xlsx_table *t)
{
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA};
	struct xlsx *x = t->sheet->book;
	const struct grid_mark *mark;
	struct buf formula;
	int column;
	size_t i;

	buf_init(&formula);
	for (i = 0; i < t->grid->nmark && t->grid->nrow > 0; i++) {
		mark = &t->grid->mark[i];
		column = grid_column_find(t->grid, mark->column);
		buf_clear(&formula);
		if (column == -1 || !xlsx_formula_mark(t, mark->when, &formula))
			continue;
		rule.value_string = formula.data;
		rule.format = xlsx_format_mark(x->formats, mark->tone);
		xlsx_try(x,
		    worksheet_conditional_format_range(t->sheet->sheet,
			t->row + 1, (lxw_col_t)column, xlsx_table_last(t),
			(lxw_col_t)column, &rule));
	}
	buf_release(&formula);
}
