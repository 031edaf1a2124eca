/*
 * Page breaks: a chart, or a table with its caption, that would run over the
 * edge of a page begins on the next one, if a page can hold it at all.
 *
 * The sheet is fitted to the width of its pages, so the scale is known; that a
 * height is slightly misjudged costs some paper and nothing else.
 */
#include <math.h>

#include "base/arena.h"
#include "doc/chart.h"
#include "doc/node.h"
#include "render/xlsx.h"

/* Points of A4 within its margins; of the height a little less. */
#define LANDSCAPE_WIDTH 757.0
#define LANDSCAPE_HEIGHT 475.0
#define PORTRAIT_WIDTH 510.0
#define PORTRAIT_HEIGHT 700.0
#define SCALE_LEAST 0.5 /* smaller print is not legible */
#define BREAKS_MAX 1000 /* Excel's limit is 1023 */

/* What has been laid on the current page. */
struct sheet_page {
	double holds; /* points, at the sheet's scale */
	double used;
	lxw_row_t *row; /* of the breaks */
	size_t n, cap;
};

static double
columns_points(const struct xlsx_sheet *s, size_t n)
{
	double points = 0;
	size_t i;

	for (i = 0; i < n; i++)
		points += (s->width[i] * 7 + 5) * XLSX_PIXEL;
	return points;
}

static double
sheet_points(const struct xlsx_sheet *s)
{
	double most, points;
	size_t i;

	most = columns_points(s, s->ncolumn > s->span ? s->ncolumn : s->span);
	for (i = 0; i < s->nblock; i++) {
		if (s->block[i].type != BLOCK_CHART)
			continue;
		points = columns_points(s, s->block[i].column) +
		    XLSX_CHART_WIDTH * XLSX_PIXEL;
		most = points > most ? points : most;
	}
	return most;
}

static double
page_width(const struct xlsx_sheet *s)
{
	return s->book->document->form && !s->input ? PORTRAIT_WIDTH
						    : LANDSCAPE_WIDTH;
}

double
xlsx_page_characters(const struct xlsx_sheet *s, size_t n, double scale)
{
	return (page_width(s) / scale / XLSX_PIXEL - 5 * (double)n) / 7;
}

uint16_t
xlsx_pages_across(const struct xlsx_sheet *s)
{
	return (uint16_t)ceil(sheet_points(s) * SCALE_LEAST / page_width(s));
}

static double
head_points(const struct xlsx_table *t)
{
	return t->spot != NULL ? xlsx_form_head_height(t)
			       : xlsx_head_height(xlsx_head_lines(t));
}

static double
table_points(const struct xlsx_table *t)
{
	double points = head_points(t);
	size_t row;

	for (row = 0; row < t->grid->nrow; row++)
		points += xlsx_row_height(t, xlsx_row_lines(t, row));
	return points + (xlsx_table_has_total(t) ? XLSX_LINE_HEIGHT : 0);
}

/* The block and the free rows since row. */
double
xlsx_block_points(const struct xlsx_block *block, lxw_row_t since)
{
	double above = block->row > since
	    ? (double)(block->row - since) * XLSX_LINE_HEIGHT
	    : 0;

	switch (block->type) {
	case BLOCK_TEXT:
		return above + xlsx_role_height(block->role, block->lines);
	case BLOCK_TABLE:
	case BLOCK_TILES:
		return above + table_points(block->table);
	case BLOCK_LINES:
		return above + xlsx_lines_height(block);
	case BLOCK_PAGE:
		break;
	case BLOCK_CHART:
		/* Of one beside its table what is below that. */
		if (block->end <= since)
			return 0;
		if (block->row < since)
			return (double)(block->end - since) * XLSX_LINE_HEIGHT;
		return above +
		    (double)(block->end - block->row) * XLSX_LINE_HEIGHT;
	}
	return above;
}

bool
xlsx_leads_on(const struct xlsx_block *block)
{
	return block->type == BLOCK_TEXT &&
	    (block->role == ROLE_SECTION || block->role == ROLE_HEADING ||
		block->role == ROLE_CAPTION || block->role == ROLE_MEASURE);
}

/* One after the last block of those that stay together from first on. */
static size_t
group_end(const struct xlsx_sheet *s, size_t first)
{
	size_t i = first;

	while (i + 1 < s->nblock && xlsx_leads_on(&s->block[i]))
		i++;
	while (i + 1 < s->nblock && s->block[i + 1].type == BLOCK_CHART &&
	    s->block[i + 1].column > 0)
		i++;
	return i + 1;
}

static void
add_break(struct xlsx *x, struct sheet_page *page, lxw_row_t row)
{
	page->row = arena_grow(
	    x->arena, page->row, page->n, &page->cap, sizeof(*page->row));
	page->row[page->n++] = row;
	page->used = 0;
}

static void
place_group(
    struct xlsx_sheet *s, struct sheet_page *page, size_t first, size_t end)
{
	lxw_row_t next = first > 0 ? s->block[first - 1].end : 0;
	double points = 0;
	size_t i;

	for (i = first; i < end; i++) {
		points += xlsx_block_points(&s->block[i], next);
		if (s->block[i].end > next)
			next = s->block[i].end;
	}
	if (page->used > 0 && page->used + points > page->holds &&
	    points <= page->holds && page->n < BREAKS_MAX)
		add_break(s->book, page, s->block[first].row);
	page->used += points;
	while (page->used > page->holds)
		page->used -= page->holds;
}

/* A record of a form stands on one page, below the heads. */
static void
place_record(struct sheet_page *page, const struct xlsx_table *t, size_t row,
    double points)
{
	if (page->used + points > page->holds && page->n < BREAKS_MAX) {
		add_break(t->sheet->book, page,
		    t->row + 1 + (lxw_row_t)(row * t->stack));
		if (t->sheet->repeat == t)
			page->used = head_points(t);
	}
	page->used += points;
	while (page->used > page->holds)
		page->used -= page->holds;
}

/*
 * What leads on to a form, its heads and the first record stay together; so
 * does all of one that a page can hold.
 */
static void
place_form(struct xlsx_sheet *s, struct sheet_page *page, size_t first,
    const struct xlsx_block *block)
{
	struct xlsx_table *t = block->table;
	lxw_row_t next = first > 0 ? s->block[first - 1].end : 0;
	const double *each;
	double lead = head_points(t), all = 0, points;
	size_t i, row;

	for (i = first; &s->block[i] != block; i++) {
		lead += xlsx_block_points(&s->block[i], next);
		next = s->block[i].end;
	}
	for (row = 0; row < t->grid->nrow; row++)
		all += xlsx_form_heights(t, row, &each);
	points = lead + all <= page->holds
	    ? lead + all
	    : lead + xlsx_form_heights(t, 0, &each);
	if (page->used > 0 && page->used + points > page->holds &&
	    page->n < BREAKS_MAX)
		add_break(s->book, page, s->block[first].row);
	page->used += lead;
	for (row = 0; row < t->grid->nrow; row++)
		place_record(page, t, row, xlsx_form_heights(t, row, &each));
}

/* What a heading leads to and a small chart belongs to stays whole; or first.
 */
static size_t
section_end(const struct xlsx_sheet *s, size_t first)
{
	bool small = false;
	size_t i;

	if (s->block[first].type != BLOCK_TEXT ||
	    s->block[first].role != ROLE_HEADING)
		return first;
	for (i = first + 1; i < s->nblock; i++) {
		if (s->block[i].type == BLOCK_TEXT &&
		    s->block[i].role == ROLE_HEADING)
			break;
		small = small ||
		    (s->block[i].type == BLOCK_CHART &&
			s->block[i].chart->small);
	}
	return small ? i : first;
}

static void
place(struct xlsx_sheet *s, struct sheet_page *page)
{
	const struct xlsx_block *last;
	size_t end, i;

	for (i = 0; i < s->nblock; i = end) {
		end = section_end(s, i);
		if (end == i)
			end = group_end(s, i);
		last = &s->block[end - 1];
		if (last->type == BLOCK_TABLE && last->table->spot != NULL)
			place_form(s, page, i, last);
		else
			place_group(s, page, i, end);
	}
}

void
xlsx_break(struct xlsx_sheet *s)
{
	bool form = s->book->document->form && !s->input;
	double wide = page_width(s);
	struct sheet_page page = {
	    .holds = form ? PORTRAIT_HEIGHT : LANDSCAPE_HEIGHT};
	double points = sheet_points(s) / xlsx_pages_across(s);

	if (s->single != NULL && s->single->spot == NULL)
		return;
	if (points > wide)
		page.holds *= points / wide;
	place(s, &page);
	if (page.n == 0)
		return;
	add_break(s->book, &page, 0); /* ends the list */
	xlsx_try(s->book, worksheet_set_h_pagebreaks(s->sheet, page.row));
}
