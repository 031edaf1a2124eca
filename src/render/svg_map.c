/*
 * A tile for each category, coloured by its light: a map that gives each the
 * same room.  Every tile says in letters what its colour says.
 */
#include "base/buf.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"
#include "render/svg.h"

#define TILE_MOST 42.0
#define LEGEND 34
#define SWATCH 14
#define APART 2 /* of two tiles */

struct field {
	int left, top; /* the first column and row that are taken */
	int columns, rows;
	double size;
};

/* The light of a row; TONE_NONE: it has none. */
static enum tone
tone_at(const struct svg *svg, size_t row)
{
	const struct grid_cell *cell;

	if (svg->chart->nseries == 0 || svg->column[0] == -1)
		return TONE_NONE;
	cell = svg_cell(svg, row, svg->column[0]);
	return cell->value.type == VALUE_LIGHT ? cell->value.as.light
					       : cell->tone;
}

static struct field
field_make(const struct svg *svg)
{
	const struct chart_tile *tile = svg->chart->tile;
	struct field f = {0};
	int right = 0, bottom = 0;
	size_t row;

	for (row = 0; tile != NULL && row < svg->chart->grid->nrow; row++) {
		if (tile[row].column == 0)
			continue;
		if (f.left == 0 || tile[row].column < f.left)
			f.left = tile[row].column;
		if (f.top == 0 || tile[row].row < f.top)
			f.top = tile[row].row;
		if (tile[row].column > right)
			right = tile[row].column;
		if (tile[row].row > bottom)
			bottom = tile[row].row;
	}
	f.columns = right - f.left + 1;
	f.rows = bottom - f.top + 1;
	f.size = (double)SVG_WIDE / f.columns;
	if (f.size > TILE_MOST)
		f.size = TILE_MOST;
	return f;
}

/* "København: Rød", for those who point at it or hear it. */
static void
put_name(const struct svg *svg, size_t row, enum tone tone)
{
	struct buf text;

	buf_init(&text);
	svg_category(svg, row, &text);
	if (tone != TONE_NONE)
		buf_printf(&text, ": %s",
		    label_of(svg->labels, "light", tone_id(tone)));
	buf_puts(svg->out, "<title>");
	html_text(svg->out, text.data);
	buf_puts(svg->out, "</title>");
	buf_release(&text);
}

/* "■ R" */
static void
put_light(const struct svg *svg, double x, double y, enum tone tone, bool dark)
{
	struct buf text;

	if (tone == TONE_NONE)
		return;
	buf_init(&text);
	svg_light(svg, tone, &text);
	svg_text(svg, x, y, "middle", dark ? "fine dark" : "fine", text.data);
	buf_release(&text);
}

static void
put_tile(const struct svg *svg, const struct field *f, size_t row, double y0)
{
	const struct chart_tile *tile = &svg->chart->tile[row];
	enum tone tone = tone_at(svg, row);
	struct svg_look look = svg_tone(tone, false);
	const char *href = NULL;
	double x = (tile->column - f->left) * f->size;
	double y = y0 + (tile->row - f->top) * f->size;

	if (svg->category != -1)
		href = svg_cell(svg, row, svg->category)->href;
	if (href != NULL && !node_url_allowed(href))
		href = NULL;
	/* The table beside it has the same links: no stops of their own. */
	buf_puts(svg->out, href != NULL ? "<a tabindex=\"-1\" href=\"" : "<g>");
	if (href != NULL) {
		html_text(svg->out, href);
		buf_puts(svg->out, "\">");
	}
	put_name(svg, row, tone);
	svg_square(
	    svg, x + APART / 2.0, y + APART / 2.0, f->size - APART, look);
	svg_text(svg, x + f->size / 2, y + f->size * 0.45, "middle",
	    look.dark ? "fine strong dark" : "fine strong", tile->text);
	put_light(svg, x + f->size / 2, y + f->size * 0.83, tone, look.dark);
	buf_puts(svg->out, href != NULL ? "</a>\n" : "</g>\n");
}

/* Of each light that there is how many, the worst first. */
static double
put_legend(const struct svg *svg)
{
	static const enum tone order[] = {
	    TONE_RED, TONE_YELLOW, TONE_GREEN, TONE_GREY};
	size_t count[TONE_GREY + 1] = {0}, i, row;
	struct buf text;
	double x = 1;

	for (row = 0; row < svg->chart->grid->nrow; row++)
		if (svg->chart->tile[row].column > 0)
			count[tone_at(svg, row)]++;
	buf_init(&text);
	for (i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		if (count[order[i]] == 0)
			continue;
		svg_square(svg, x, 3, SWATCH, svg_tone(order[i], false));
		buf_clear(&text);
		svg_light(svg, order[i], &text);
		buf_printf(&text, " %s: %zu",
		    label_of(svg->labels, "light", tone_id(order[i])),
		    count[order[i]]);
		svg_text(svg, x + SWATCH + 6, 15, "start", "", text.data);
		x += SWATCH + 6 + (double)text_width(text.data) * SVG_LETTER +
		    16;
	}
	buf_release(&text);
	return LEGEND;
}

double
svg_map(const struct svg *svg)
{
	struct field f = field_make(svg);
	double y;
	size_t row;

	if (f.left == 0)
		return LEGEND;
	y = put_legend(svg);
	for (row = 0; row < svg->chart->grid->nrow; row++)
		if (svg->chart->tile[row].column > 0)
			put_tile(svg, &f, row, y);
	return y + f.rows * f.size;
}
