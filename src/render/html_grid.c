/*
 * Tables and tiles as HTML.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/html.h"
#include "render/page.h"

#define DENSE 12 /* columns that need narrow margins */

static bool
is_given(const char *text)
{
	return text != NULL && *text != '\0';
}

/* A short note stands below the value; a long one unfolds. */
static void
put_note(struct html *h, const char *note)
{
	if (!is_given(note))
		return;
	if (page_note_is_short(note)) {
		buf_puts(h->out, " <small>(");
		html_text(h->out, note);
		buf_puts(h->out, ")</small>");
		return;
	}
	buf_puts(h->out, "<details><summary>");
	html_text(h->out, label(h->labels, "html.note"));
	buf_puts(h->out, "</summary>");
	html_lines(h->out, note);
	buf_puts(h->out, "</details>");
}

static void
put_value(struct html *h, const struct grid_cell *cell, bool narrow)
{
	struct buf text;

	if (cell->rule != NULL) {
		html_open(h, cell);
		return;
	}
	if (cell->value.type == VALUE_LIGHT) {
		html_light(h, cell->value.as.light, narrow);
		return;
	}
	buf_init(&text);
	page_cell(&text, cell, narrow, h->labels);
	html_lines(h->out, text.data);
	buf_release(&text);
}

/* What stands inside a cell or a part of a tile. */
static void
put_content(struct html *h, const struct grid_cell *cell, bool narrow)
{
	bool link = cell->href != NULL && node_url_allowed(cell->href);

	if (link) {
		buf_puts(h->out, "<a href=\"");
		html_text(h->out, cell->href);
		buf_puts(h->out, "\">");
	}
	put_value(h, cell, narrow);
	if (link)
		buf_puts(h->out, "</a>");
	put_note(h, cell->note);
}

/* What of a form stands below in the cell, after its headings. */
static void
put_fields(struct html *h, const struct grid *grid, size_t column,
    const struct grid_cell *row)
{
	size_t i;

	for (i = page_field(grid, column); i < grid->ncolumn;
	     i = page_field(grid, i)) {
		if (!page_has_field(&row[i]))
			continue;
		buf_puts(h->out, "<div class=\"field\"><span>");
		if (grid->column[i].heading != NULL)
			html_text(h->out, grid->column[i].heading);
		buf_puts(h->out, ":</span> ");
		put_content(h, &row[i], false);
		buf_puts(h->out, "</div>");
	}
}

/* The value; what others stand below is set apart, unless it is open. */
static void
put_lead(struct html *h, const struct page_view *view, size_t column,
    const struct grid_cell *cell)
{
	bool lead = cell->rule == NULL && cell->value.type != VALUE_NONE &&
	    cell->note == NULL &&
	    page_field(view->grid, column) < view->grid->ncolumn;

	if (lead)
		buf_puts(h->out, "<strong>");
	put_content(h, cell, view->narrow);
	if (lead)
		buf_puts(h->out, "</strong>");
}

/* How a column is set. */
static const char *
column_class(const struct grid_column *column)
{
	if (column->flags & GRID_HEAT)
		return "heat";
	if (value_is_numeric(column->type))
		return "num";
	if (column->type == VALUE_DAY || column->type == VALUE_LIGHT)
		return "short";
	if (column->flags & GRID_WRAP)
		return "long";
	return "";
}

/* Numbers on the ramp, whose ink is light where the ground is dark. */
static void
put_heat(struct html *h, int heat)
{
	buf_printf(h->out, " class=\"heat heat-%d\"", heat);
}

static void
put_class(struct html *h, const char *column, enum tone tone)
{
	bool both = *column != '\0' && tone != TONE_NONE;

	if (*column == '\0' && tone == TONE_NONE)
		return;
	buf_printf(h->out, " class=\"%s%s%s%s\"", column, both ? " " : "",
	    tone != TONE_NONE ? "tone " : "", tone_id(tone));
}

static void
put_cell(struct html *h, const struct page_view *view, size_t row,
    size_t column, bool row_has_source)
{
	const struct grid *grid = view->grid;
	const struct grid_cell *cell = grid_at(grid, row, column);
	bool head = grid->column[column].flags & GRID_HEAD;
	bool light = cell->value.type == VALUE_LIGHT;
	int heat = grid_heat(grid, column, cell);

	buf_puts(h->out, head ? "<th scope=\"row\"" : "<td");
	if (heat != -1)
		put_heat(h, heat);
	else
		put_class(h, column_class(&grid->column[column]),
		    light ? TONE_NONE : cell->tone);
	html_filter_cell(h, grid, row, column);
	if (cell->source.file != NULL && !row_has_source)
		html_source(h, &cell->source, true);
	buf_putc(h->out, '>');
	put_lead(h, view, column, cell);
	put_fields(h, grid, column, cell - column);
	buf_puts(h->out, head ? "</th>" : "</td>");
}

static void
put_row(struct html *h, const struct page_view *view, size_t row)
{
	const struct grid *grid = view->grid;
	const struct grid_cell *cell = grid_at(grid, row, 0);
	const struct loc *loc = html_row_source(cell, grid->ncolumn);
	size_t i;

	buf_puts(h->out, "<tr");
	html_filter_row(h, grid, row);
	if (loc != NULL)
		html_source(h, loc, false);
	buf_putc(h->out, '>');
	for (i = 0; i < view->ncolumn; i++)
		put_cell(h, view, row, view->column[i], loc != NULL);
	buf_puts(h->out, "</tr>\n");
}

static void
put_head(struct html *h, const struct page_view *view)
{
	const struct grid_column *column;
	size_t i;

	buf_puts(h->out, "<thead>\n<tr>");
	for (i = 0; i < view->ncolumn; i++) {
		column = &view->grid->column[view->column[i]];
		buf_puts(h->out, "<th scope=\"col\"");
		put_class(h, column_class(column), TONE_NONE);
		html_filter_head(h, view->grid, view->column[i]);
		buf_putc(h->out, '>');
		if (column->heading != NULL)
			html_lines(h->out, column->heading);
		buf_puts(h->out, "</th>");
	}
	buf_puts(h->out, "</tr>\n</thead>\n");
}

static void
put_foot(struct html *h, const struct page_view *view)
{
	const struct grid *grid = view->grid;
	struct buf text;
	size_t i;

	if (!grid_has_total(grid))
		return;
	buf_init(&text);
	buf_puts(h->out, "<tfoot>\n<tr>");
	for (i = 0; i < view->ncolumn; i++) {
		buf_puts(h->out, i == 0 ? "<th scope=\"row\"" : "<td");
		put_class(
		    h, column_class(&grid->column[view->column[i]]), TONE_NONE);
		buf_putc(h->out, '>');
		buf_clear(&text);
		page_total(&text, view, i, h->labels);
		html_text(h->out, text.data);
		buf_puts(h->out, i == 0 ? "</th>" : "</td>");
	}
	buf_puts(h->out, "</tr>\n</tfoot>\n");
	buf_release(&text);
}

/* What the table is, and below what is measured. */
static void
put_caption(struct html *h, const struct grid *grid)
{
	if (is_given(grid->caption)) {
		buf_puts(h->out, "<strong>");
		html_text(h->out, grid->caption);
		buf_puts(h->out, "</strong>");
	}
	if (is_given(grid->measure)) {
		buf_puts(h->out, "<span class=\"measure\">");
		html_text(h->out, grid->measure);
		buf_puts(h->out, "</span>");
	}
}

static bool
has_caption(const struct grid *grid)
{
	return is_given(grid->caption) || is_given(grid->measure);
}

/* What has no caption is named by its heading. */
static void
put_name(struct html *h, const struct grid *grid)
{
	if (h->section != NULL) {
		buf_puts(h->out, " aria-labelledby=\"");
		html_text(h->out, h->section);
		buf_putc(h->out, '"');
	} else {
		buf_puts(h->out, " aria-label=\"");
		html_text(h->out, grid->id);
		buf_putc(h->out, '"');
	}
}

/* A box that scrolls by itself, named as its table is. */
static void
begin_box(struct html *h, const struct grid *grid)
{
	buf_puts(h->out, "<div class=\"scroll t-");
	html_text(h->out, grid->id);
	buf_puts(h->out, "\" role=\"group\" tabindex=\"0\"");
	if (has_caption(grid))
		buf_printf(h->out, " aria-labelledby=\"grid_%d\"", h->ngrid);
	else
		put_name(h, grid);
	buf_puts(h->out, ">\n");
}

/* How many rows stand in the workbook only. */
static void
put_rest(struct html *h, const struct grid *grid)
{
	struct buf text;

	buf_init(&text);
	page_rest(&text, grid, h->labels);
	if (text.len > 0) {
		buf_puts(h->out, "<p class=\"rest\">");
		html_text(h->out, text.data);
		buf_puts(h->out, "</p>\n");
	}
	buf_release(&text);
}

/* The rows, by the name that what picks among them knows. */
static void
put_body(struct html *h, const struct grid *grid)
{
	if (grid->filter == NULL)
		buf_puts(h->out, "<tbody>\n");
	else
		buf_printf(h->out, "<tbody id=\"filter_%d\">\n", h->ngrid);
}

static const char *
table_class(const struct page_view *view)
{
	if (view->grid->look == GRID_FORM)
		return " class=\"form-table\"";
	if (view->ncolumn > DENSE)
		return " class=\"wide dense\"";
	return page_is_wide(view) ? " class=\"wide\"" : "";
}

static void
put_table(struct html *h, const struct page_view *view)
{
	const struct grid *grid = view->grid;
	size_t row;

	html_filter(h, grid);
	begin_box(h, grid);
	buf_printf(h->out, "<table%s", table_class(view));
	if (!has_caption(grid))
		put_name(h, grid);
	buf_puts(h->out, ">\n");
	if (has_caption(grid)) {
		buf_printf(h->out, "<caption><span id=\"grid_%d\">", h->ngrid);
		put_caption(h, grid);
		buf_puts(h->out, "</span></caption>\n");
	}
	if (page_has_heads(grid))
		put_head(h, view);
	put_body(h, grid);
	for (row = 0; row < grid_page_rows(grid); row++)
		put_row(h, view, row);
	buf_puts(h->out, "</tbody>\n");
	put_foot(h, view);
	buf_puts(h->out, "</table>\n</div>\n");
	put_rest(h, grid);
	html_sources(h, view);
}

/* One part of a tile: an element of the list, if the grid has the column. */
static void
put_part(struct html *h, const struct grid_cell *cell, int column,
    const char *element, const char *name)
{
	if (column == -1 || cell[column].value.type == VALUE_NONE)
		return;
	buf_printf(h->out, "<%s class=\"%s\"", element, name);
	if (cell[column].source.file != NULL)
		html_source(h, &cell[column].source, true);
	buf_putc(h->out, '>');
	put_content(h, &cell[column], false);
	buf_printf(h->out, "</%s>\n", element);
}

/* The tone of a tile: its light's, which may be its label, or its value's. */
static enum tone
tile_tone(const struct grid_cell *cell, const struct page_tile *tile)
{
	if (tile->label != -1 && cell[tile->label].value.type == VALUE_LIGHT)
		return cell[tile->label].value.as.light;
	if (tile->light != -1 && cell[tile->light].value.type == VALUE_LIGHT)
		return cell[tile->light].value.as.light;
	return tile->value != -1 ? cell[tile->value].tone : TONE_NONE;
}

static void
put_tile(
    struct html *h, const struct grid_cell *cell, const struct page_tile *tile)
{
	enum tone tone = tile_tone(cell, tile);

	buf_printf(h->out, "<div class=\"tile%s%s\">\n",
	    tone != TONE_NONE ? " " : "", tone_id(tone));
	put_part(h, cell, tile->label, "dt", "tile-label");
	put_part(h, cell, tile->value, "dd", "tile-value");
	put_part(h, cell, tile->light, "dd", "tile-light");
	put_part(h, cell, tile->text, "dd", "tile-text");
	buf_puts(h->out, "</div>\n");
}

static void
put_tiles(struct html *h, const struct page_view *view)
{
	const struct grid *grid = view->grid;
	struct page_tile tile = page_tile(view);
	size_t row;

	if (has_caption(grid)) {
		buf_puts(h->out, "<p class=\"tiles-caption\">");
		put_caption(h, grid);
		buf_puts(h->out, "</p>\n");
	}
	buf_puts(h->out, "<dl class=\"tiles t-");
	html_text(h->out, grid->id);
	buf_puts(h->out, "\">\n");
	for (row = 0; row < grid->nrow; row++)
		put_tile(h, grid_at(grid, row, 0), &tile);
	buf_puts(h->out, "</dl>\n");
	html_sources(h, view);
}

static void
put_empty(struct html *h, const struct grid *grid)
{
	buf_puts(h->out, "<p class=\"empty\">");
	if (has_caption(grid)) {
		put_caption(h, grid);
		buf_putc(h->out, ' ');
	}
	html_lines(h->out, grid->empty);
	buf_puts(h->out, "</p>\n");
}

void
html_grid(struct html *h, const struct grid *grid)
{
	struct arena *arena;
	struct page_view view;

	if (grid->look == GRID_INPUT)
		return;
	arena = arena_new();
	view = page_view(arena, grid);
	h->ngrid++;
	if (grid->nrow == 0 && grid->empty != NULL)
		put_empty(h, grid);
	else if (grid->look == GRID_TILES)
		put_tiles(h, &view);
	else if (view.ncolumn > 0)
		put_table(h, &view);
	arena_free(arena);
}
