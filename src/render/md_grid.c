/*
 * Tables as GFM pipe tables, their columns lined up.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/md.h"
#include "render/page.h"

#define PAD_MAX 40 /* beyond this, columns aren't lined up */
#define LINE_LENGTH 12

/* A grid's page, as text: cells of ncolumn columns, row by row. */
struct sheet {
	struct arena *arena;
	const struct grid *grid;
	const struct labels *labels;
	struct page_view page;
	size_t *width; /* beside the page's columns */
};

static void
sheet_init(
    struct sheet *s, const struct grid *grid, const struct labels *labels)
{
	memset(s, 0, sizeof(*s));
	s->arena = arena_new();
	s->grid = grid;
	s->labels = labels;
	s->page = page_view(s->arena, grid);
	s->width = arena_array(s->arena, s->page.ncolumn, sizeof(*s->width));
}

/* Text as a cell; strong if it belongs to the total. */
static const char *
cell_text(struct sheet *s, const char *text, const char *href, bool strong)
{
	struct md_line line;
	struct buf out;
	char *result, *p;

	buf_init(&out);
	md_line_init(&line, &out, MD_CELL, s->labels);
	if (strong)
		md_mark_begin(&line, MD_STRONG);
	if (href != NULL)
		md_link_begin(&line);
	md_text(&line, text);
	if (href != NULL)
		md_link_end(&line, href, NULL);
	if (strong)
		md_mark_end(&line, MD_STRONG);
	result = arena_strndup(s->arena, out.data, out.len);
	for (p = result; *p != '\0'; p++)
		if (*p == MD_BLANK || *p == MD_RULE)
			*p = *p == MD_RULE ? '_' : ' ';
	buf_release(&out);
	return result;
}

static const char *
heading_text(struct sheet *s, size_t i)
{
	const char *heading = s->grid->column[s->page.column[i]].heading;

	return cell_text(s, heading == NULL ? "" : heading, NULL, false);
}

static void
put_boxes(struct buf *text, const struct grid_cell *cell)
{
	size_t i;

	for (i = 0; i < cell->rule->nword; i++)
		buf_printf(text, "%s%s" TEXT_NO_BREAK_SPACE "%s",
		    text->len > 0 ? " " : "",
		    page_is_ticked(cell, i) ? PAGE_TICKED : PAGE_BOX,
		    cell->rule->word[i]);
}

/* A cell that is to be filled in. */
static void
put_open(struct buf *text, const struct sheet *s, const struct grid_cell *cell)
{
	unsigned n = page_lines(cell);
	struct buf open;
	int i;

	buf_init(&open);
	if (page_has_value(cell))
		page_cell(&open, cell, s->page.narrow, s->labels);
	if (cell->rule->type == RULE_CHOICE)
		put_boxes(&open, cell);
	for (; n > 0; n--) {
		if (open.len > 0)
			buf_putc(&open, ' ');
		for (i = 0; i < LINE_LENGTH; i++)
			buf_putc(&open, MD_RULE);
	}
	buf_puts(text, open.data);
	buf_release(&open);
}

static void
put_content(
    struct buf *text, const struct sheet *s, const struct grid_cell *cell)
{
	if (cell->rule != NULL)
		put_open(text, s, cell);
	else
		page_cell(text, cell, s->page.narrow, s->labels);
	if (cell->note != NULL && page_note_is_short(cell->note))
		buf_printf(text, " (%s)", cell->note);
}

/* What of a form stands in the cells of a column, after its heading. */
static void
put_fields(struct buf *text, const struct sheet *s, size_t column,
    const struct grid_cell *row)
{
	const struct grid *grid = s->grid;
	size_t i;

	for (i = page_field(grid, column); i < grid->ncolumn;
	     i = page_field(grid, i)) {
		if (!page_has_field(&row[i]))
			continue;
		buf_printf(text, "%s%s: ", text->len > 0 ? "\n" : "",
		    grid->column[i].heading);
		put_content(text, s, &row[i]);
	}
}

static const char *
value_text_of(struct sheet *s, const struct grid_cell *row, size_t column)
{
	const struct grid_cell *cell = &row[column];
	const char *href = cell->href, *result;
	struct buf text;

	if (href != NULL && !node_url_allowed(href))
		href = NULL;
	buf_init(&text);
	put_content(&text, s, cell);
	put_fields(&text, s, column, row);
	result = cell_text(s, text.data, href, false);
	buf_release(&text);
	return result;
}

static const char *
total_text(struct sheet *s, size_t i)
{
	const char *result;
	struct buf text;

	buf_init(&text);
	page_total(&text, &s->page, i, s->labels);
	result = cell_text(s, text.data, NULL, true);
	buf_release(&text);
	return result;
}

/* All rows: the heading, the grid's, and the total's if there is one. */
static const char **
sheet_cells(struct sheet *s, size_t *nrow)
{
	const struct grid *grid = s->grid;
	const char **cell, **next;
	size_t row, i;

	*nrow = 1 + grid_page_rows(grid) + grid_has_total(grid);
	cell = next =
	    arena_array(s->arena, *nrow * s->page.ncolumn, sizeof(*cell));
	for (i = 0; i < s->page.ncolumn; i++)
		*next++ = heading_text(s, i);
	for (row = 0; row < grid_page_rows(grid); row++)
		for (i = 0; i < s->page.ncolumn; i++)
			*next++ = value_text_of(
			    s, grid_at(grid, row, 0), s->page.column[i]);
	if (grid_has_total(grid))
		for (i = 0; i < s->page.ncolumn; i++)
			*next++ = total_text(s, i);
	return cell;
}

static void
measure(struct sheet *s, const char *const *cell, size_t nrow)
{
	size_t n, i, width;

	for (i = 0; i < s->page.ncolumn; i++)
		s->width[i] = 4;
	for (n = 0; n < nrow * s->page.ncolumn; n++) {
		i = n % s->page.ncolumn;
		width = text_width(cell[n]);
		if (width > PAD_MAX)
			width = PAD_MAX;
		if (width > s->width[i])
			s->width[i] = width;
	}
}

static bool
is_right(const struct sheet *s, size_t i)
{
	return value_is_numeric(s->grid->column[s->page.column[i]].type);
}

static void
put_repeated(struct buf *out, char c, size_t n)
{
	for (; n > 0; n--)
		buf_putc(out, c);
}

static void
put_row(struct buf *out, const struct sheet *s, const char *const *cell)
{
	size_t i, width, pad;

	for (i = 0; i < s->page.ncolumn; i++) {
		width = text_width(cell[i]);
		pad = width < s->width[i] ? s->width[i] - width : 0;
		buf_puts(out, "| ");
		if (is_right(s, i))
			put_repeated(out, ' ', pad);
		buf_puts(out, cell[i]);
		if (!is_right(s, i))
			put_repeated(out, ' ', pad);
		buf_putc(out, ' ');
	}
	buf_puts(out, "|\n");
}

static void
put_rule(struct buf *out, const struct sheet *s)
{
	size_t i;

	for (i = 0; i < s->page.ncolumn; i++) {
		buf_puts(out, "| ");
		put_repeated(out, '-', s->width[i] - is_right(s, i));
		buf_puts(out, is_right(s, i) ? ": " : " ");
	}
	buf_puts(out, "|\n");
}

static void
put_table(struct buf *out, struct sheet *s)
{
	const char **cell;
	size_t nrow, row;

	cell = sheet_cells(s, &nrow);
	measure(s, cell, nrow);
	put_row(out, s, cell);
	put_rule(out, s);
	for (row = 1; row < nrow; row++)
		put_row(out, s, cell + row * s->page.ncolumn);
}

/* A line of plain text, wrapped; strong, and with a break after it. */
static void
put_line(struct buf *out, const struct sheet *s, const char *text, bool strong,
    bool brk)
{
	struct md_line line;
	struct buf raw;

	buf_init(&raw);
	md_line_init(&line, &raw, MD_PARAGRAPH, s->labels);
	if (strong)
		md_mark_begin(&line, MD_STRONG);
	md_text(&line, text);
	if (strong)
		md_mark_end(&line, MD_STRONG);
	md_wrap(out, raw.data);
	buf_puts(out, brk ? "\\\n" : "\n");
	buf_release(&raw);
}

static void
put_caption(struct buf *out, const struct sheet *s)
{
	const struct grid *grid = s->grid;
	bool measure_follows = grid->measure != NULL && *grid->measure != '\0';

	if (grid->caption != NULL && *grid->caption != '\0')
		put_line(out, s, grid->caption, true, measure_follows);
	if (measure_follows)
		put_line(out, s, grid->measure, false, false);
	if (out->len > 0)
		buf_putc(out, '\n');
}

/* Another row of the page begins with the same text. */
static bool
has_namesake(const struct sheet *s, size_t row)
{
	const struct grid *grid = s->grid;
	const struct grid_cell *first = grid->cell + s->page.column[0];
	const struct value *name = &first[row * grid->ncolumn].value, *other;
	size_t i;

	for (i = 0; name->type == VALUE_TEXT && i < grid_page_rows(grid); i++) {
		other = &first[i * grid->ncolumn].value;
		if (i != row && other->type == VALUE_TEXT &&
		    strcmp(other->as.text, name->as.text) == 0)
			return true;
	}
	return false;
}

/* What a row is called: by its first cell, and the next if that says which. */
static void
put_row_name(struct buf *out, const struct sheet *s, size_t row)
{
	const struct grid_cell *cell = grid_at(s->grid, row, 0);

	page_cell(out, &cell[s->page.column[0]], s->page.narrow, s->labels);
	if (s->page.ncolumn > 1 && has_namesake(s, row) &&
	    cell[s->page.column[1]].value.type == VALUE_TEXT) {
		buf_puts(out, ", ");
		page_cell(
		    out, &cell[s->page.column[1]], s->page.narrow, s->labels);
	}
}

/* Notes that are too long for their cell: below, with row and column. */
static void
put_note(struct buf *out, const struct sheet *s, size_t row, size_t column)
{
	const struct grid *grid = s->grid;
	const struct grid_cell *cell = grid_at(grid, row, 0);
	struct buf text, item;
	const char *p;

	buf_init(&text);
	buf_init(&item);
	put_row_name(&text, s, row);
	buf_printf(
	    &text, ", %s: %s", grid->column[column].heading, cell[column].note);
	put_line(&item, s, text.data, false, false);
	buf_puts(out, "- ");
	for (p = item.data; *p != '\0'; p++) {
		buf_putc(out, *p);
		if (*p == '\n' && p[1] != '\0')
			buf_puts(out, "  ");
	}
	buf_release(&item);
	buf_release(&text);
}

static void
put_notes(struct buf *out, const struct sheet *s)
{
	const struct grid *grid = s->grid;
	size_t row, i;
	const char *note;
	bool any = false;

	for (row = 0; row < grid_page_rows(grid); row++)
		for (i = 0; i < s->page.ncolumn; i++) {
			note = grid_at(grid, row, s->page.column[i])->note;
			if (note == NULL || page_note_is_short(note))
				continue;
			if (!any) {
				buf_putc(out, '\n');
				put_line(out, s,
				    label(s->labels, "table.notes"), true,
				    false);
				buf_putc(out, '\n');
			}
			any = true;
			put_note(out, s, row, s->page.column[i]);
		}
}

/* How many rows stand in the workbook only. */
static void
put_rest(struct buf *out, const struct sheet *s)
{
	struct buf text;

	buf_init(&text);
	page_rest(&text, s->grid, s->labels);
	if (text.len > 0) {
		buf_putc(out, '\n');
		put_line(out, s, text.data, false, false);
	}
	buf_release(&text);
}

void
md_grid(struct buf *out, const struct grid *grid, const struct labels *labels)
{
	struct sheet s;

	if (grid->look == GRID_INPUT)
		return;
	sheet_init(&s, grid, labels);
	put_caption(out, &s);
	if (grid->nrow == 0 && grid->empty != NULL)
		put_line(out, &s, grid->empty, false, false);
	else if (s.page.ncolumn > 0) {
		put_table(out, &s);
		put_rest(out, &s);
		put_notes(out, &s);
	}
	arena_free(s.arena);
}
