/*
 * What a chart's values come to, and the places of its series.
 */
#include <math.h>
#include <string.h>

#include "base/num.h"
#include "doc/chart.h"
#include "doc/formula.h"

bool
chart_is_table(const struct chart *chart)
{
	return chart->type == CHART_HEAT || chart->type == CHART_MATRIX ||
	    chart->type == CHART_MAP;
}

bool
chart_range(const struct chart *chart, double *least, double *most)
{
	const struct grid *grid = chart->grid;
	double number;
	size_t i, row;
	int column;

	*least = *most = NUM_NONE;
	for (i = 0; i < chart->nseries; i++) {
		column = grid_column_find(grid, chart->series[i].column);
		for (row = 0; column != -1 && row < grid->nrow; row++) {
			number = formula_number_of(
			    &grid_at(grid, row, (size_t)column)->value);
			*least = fmin(*least, number); /* the given one */
			*most = fmax(*most, number);
		}
	}
	return num_given(*least);
}

const char *
chart_run(const struct chart *chart, size_t row)
{
	const struct grid *grid = chart->grid;
	const struct value *v;
	int column =
	    chart->run == NULL ? -1 : grid_column_find(grid, chart->run);

	if (column == -1)
		return "";
	v = &grid_at(grid, row, (size_t)column)->value;
	return v->type == VALUE_TEXT && v->as.text != NULL ? v->as.text : "";
}

bool
chart_breaks(const struct chart *chart, size_t series, size_t row)
{
	if (row == 0 ||
	    (chart->through != NULL &&
		strcmp(chart->series[series].column, chart->through) == 0))
		return false;
	return strcmp(chart_run(chart, row), chart_run(chart, row - 1)) != 0;
}

/* The lightest is left out: on paper it is none. */
int
chart_step(size_t nth, size_t n)
{
	if (nth >= n)
		nth = n - 1;
	return n < 2 ? 1 : (int)(1 + nth * (GRID_HEATS - 2) / (n - 1));
}
