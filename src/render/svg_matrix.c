/*
 * Two square tables of counts side by side, as before and after.  A square
 * with something in it has the full colour of its light, an empty one a pale
 * one; the shape in its corner says which light it is.
 */
#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "render/svg.h"

#define SQUARE 50
#define AXIS 44 /* of the names and numbers at the left */
#define TOP 30  /* of a panel's name */
#define FOOT 44 /* of the numbers and the name below */

struct panel {
	const struct grid *grid;
	const char *name;
	double x; /* of its squares */
};

static void
put_count(const struct svg *svg, const struct panel *p, size_t row,
    size_t column, double x, double y)
{
	const struct grid_cell *cell = grid_at(p->grid, row, column);
	bool empty = cell->value.type == VALUE_NONE;
	struct svg_look look = svg_tone(cell->tone, empty);
	struct buf text;

	svg_square(svg, x + 1, y + 1, SQUARE - 2, look);
	svg_text(svg, x + 6, y + 14, "start",
	    look.dark ? "fine dark" : "fine quiet", tone_shape(cell->tone));
	buf_init(&text);
	value_print(&text, &cell->value, svg->labels);
	svg_text(svg, x + SQUARE / 2.0, y + 33, "middle",
	    look.dark ? "large dark" : "large", text.data);
	buf_release(&text);
}

/* The number of a row, in its first cell. */
static void
put_row_name(const struct svg *svg, const struct panel *p, size_t row, double y)
{
	struct buf text;

	buf_init(&text);
	value_print(&text, &grid_at(p->grid, row, 0)->value, svg->labels);
	svg_text(svg, p->x - 8, y + 30, "end", "", text.data);
	buf_release(&text);
}

static void
put_axes(const struct svg *svg, const struct panel *p, double high)
{
	double wide = (double)(p->grid->ncolumn - 1) * SQUARE;
	size_t i;

	for (i = 1; i < p->grid->ncolumn; i++)
		svg_text(svg, p->x + ((double)i - 0.5) * SQUARE,
		    TOP + high + 16, "middle", "", p->grid->column[i].heading);
	if (svg->chart->unit != NULL)
		svg_text(svg, p->x + wide / 2, TOP + high + 36, "middle",
		    "quiet", svg->chart->unit);
	if (svg->chart->rise == NULL)
		return;
	buf_puts(svg->out, "<g transform=\"translate(");
	svg_coord(svg->out, p->x - 28);
	buf_putc(svg->out, ' ');
	svg_coord(svg->out, TOP + high / 2);
	buf_puts(svg->out, ")rotate(-90)\">");
	svg_text(svg, 0, 0, "middle", "quiet", svg->chart->rise);
	buf_puts(svg->out, "</g>\n");
}

static double
put_panel(const struct svg *svg, const struct panel *p)
{
	double high = (double)p->grid->nrow * SQUARE, y;
	size_t row, i;

	if (p->name != NULL)
		svg_text(svg, p->x, 16, "start", "strong", p->name);
	for (row = 0; row < p->grid->nrow; row++) {
		y = TOP + (double)row * SQUARE;
		put_row_name(svg, p, row, y);
		for (i = 1; i < p->grid->ncolumn; i++)
			put_count(
			    svg, p, row, i, p->x + (double)(i - 1) * SQUARE, y);
	}
	put_axes(svg, p, high);
	return TOP + high + FOOT;
}

double
svg_matrix(const struct svg *svg)
{
	const struct chart *chart = svg->chart;
	const struct panel before = {chart->grid, chart->panel[0], AXIS};
	const struct panel after = {
	    chart->after, chart->panel[1], SVG_WIDTH / 2.0 + AXIS};
	double high = put_panel(svg, &before), other = 0;

	if (chart->after != NULL)
		other = put_panel(svg, &after);
	return high > other ? high : other;
}
