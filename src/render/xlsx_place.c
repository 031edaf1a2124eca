/*
 * Where everything stands on a sheet: columns' widths, then rows from the top
 * down.  Tables below each other share their columns.
 */
#include "base/arena.h"
#include "doc/chart.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define NARROW 62      /* a table that has room for a chart beside */
#define TEXT_LEAST 80  /* running text is no narrower */
#define TILE_TEXT 50   /* nor the last column of tiles */
#define TABLES_APART 2 /* rows */

static size_t
most_columns(const struct xlsx_sheet *s)
{
	size_t i, most = 0;

	for (i = 0; i < s->nblock; i++)
		if ((s->block[i].type == BLOCK_TABLE ||
			s->block[i].type == BLOCK_TILES) &&
		    s->block[i].table->printed > most)
			most = s->block[i].table->printed;
	return most;
}

size_t
xlsx_columns(const struct xlsx_sheet *s)
{
	size_t i, most = 0;

	for (i = 0; i < s->nblock; i++)
		if (s->block[i].table != NULL &&
		    s->block[i].table->ncolumn > most)
			most = s->block[i].table->ncolumn;
	return most;
}

/* Sources and other last columns of no prose: nothing stands beside them. */
static bool
runs_on(const struct xlsx_table *t, size_t column)
{
	return column + 1 == t->ncolumn &&
	    (column >= t->grid->ncolumn ||
		!(t->grid->column[column].flags & GRID_WRAP)) &&
	    !t->wrap[column];
}

/* Where tables share columns, one's long texts would pull others apart. */
static void
narrow(const struct xlsx_sheet *s, struct xlsx_table *t)
{
	double most = XLSX_WIDTH_SHARED;
	size_t i;

	if (s->single != NULL || t->grid->look == GRID_TILES ||
	    s == s->book->contents)
		return;
	for (i = 0; i < t->ncolumn && i < s->ncolumn; i++) {
		if (t->width[i] <= most)
			continue;
		t->width[i] = most;
		t->wrap[i] = !runs_on(t, i);
	}
}

static void
widen(struct xlsx_sheet *s, const struct xlsx_table *t)
{
	size_t i, n = t->ncolumn;

	/* The last column of tiles is as wide as the text. */
	if (t->grid->look == GRID_TILES && n > 1)
		n--;
	for (i = 0; i < n; i++)
		if (t->width[i] > s->width[i])
			s->width[i] = t->width[i];
}

/* What the tiles of the sheet need to the end of their last column. */
static double
tiles_width(const struct xlsx_sheet *s)
{
	double most = 0, width;
	size_t column, i;

	for (i = 0; i < s->nblock; i++) {
		if (s->block[i].type != BLOCK_TILES)
			continue;
		width = TILE_TEXT;
		for (column = 1; column < s->block[i].table->ncolumn; column++)
			width += s->width[column - 1];
		most = width > most ? width : most;
	}
	return most;
}

/*
 * Running text covers so many columns as make a line; where the tables have
 * none to spare, columns to their right are taken in.
 */
static void
find_span(struct xlsx_sheet *s, size_t room)
{
	double tables = 0, tiles = tiles_width(s), wanted;
	size_t i;

	for (i = 0; i < s->ncolumn; i++)
		tables += s->width[i];
	if (s->paper && s->ncolumn > 0) {
		s->span = s->ncolumn;
		s->text_width = tables;
		return;
	}
	wanted = tables < TEXT_LEAST ? TEXT_LEAST : tables;
	if (wanted > XLSX_WIDTH_TEXT)
		wanted = XLSX_WIDTH_TEXT;
	if (wanted < tiles)
		wanted = tiles;
	for (i = 0; i < room && s->text_width < wanted - 4; i++)
		s->text_width += s->width[i] + (i > 0 ? XLSX_WIDTH_EDGE : 0);
	s->span = i;
}

static void
find_widths(struct xlsx_sheet *s)
{
	size_t i, room;

	if (s->form)
		xlsx_form_share(s);
	s->ncolumn = most_columns(s);
	room = xlsx_columns(s) + 2 * XLSX_WIDTH_TEXT / XLSX_WIDTH_MIN;
	s->width = arena_array(s->book->arena, room, sizeof(*s->width));
	if (s->form || s->input || s == s->book->contents ||
	    !xlsx_share(s, s->ncolumn))
		for (i = 0; i < s->nblock; i++)
			if (s->block[i].type == BLOCK_TABLE)
				narrow(s, s->block[i].table);
	for (i = 0; i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TABLE ||
		    s->block[i].type == BLOCK_TILES)
			widen(s, s->block[i].table);
	for (i = 0; i < room; i++)
		if (s->width[i] <= 0)
			s->width[i] = XLSX_WIDTH_DEFAULT;
	/* No column of a form is wider than its page: it would be cut. */
	if (s->ncolumn == 0 && !s->book->document->form)
		s->width[0] = XLSX_WIDTH_TEXT;
	/* What isn't printed stands to the right of a form. */
	find_span(s, s->form ? s->ncolumn : room);
}

/* Free rows before a block: headings and tables stand apart. */
static lxw_row_t
rows_before(const struct xlsx_block *before, const struct xlsx_block *block)
{
	bool text = before->type == BLOCK_TEXT;

	if (before->role == ROLE_LINE && text)
		return 1;
	switch (block->type) {
	case BLOCK_TEXT:
		if (!text)
			return block->role == ROLE_CAPTION ? TABLES_APART : 1;
		if (block->role == ROLE_HEADING)
			return 1;
		return block->role == ROLE_CAPTION &&
		    before->role != ROLE_HEADING;
	case BLOCK_TABLE:
	case BLOCK_TILES:
		if (!text)
			return TABLES_APART;
		return before->role != ROLE_CAPTION &&
		    before->role != ROLE_MEASURE;
	case BLOCK_CHART:
		return 1;
	case BLOCK_LINES:
		return !text;
	case BLOCK_PAGE:
		break;
	}
	return 0;
}

static lxw_row_t
place_text(struct xlsx_sheet *s, struct xlsx_block *block)
{
	double width = s->text_width - 5.0 * block->indent;

	block->lines = xlsx_lines(
	    block->text, xlsx_role_width(block->role, width), 100, NULL);
	return block->row + 1;
}

/* A chart stands to the right of its table if that is narrow and calm. */
static bool
stands_beside(const struct xlsx_block *before, const struct xlsx_block *chart)
{
	const struct xlsx_table *t = chart->table;
	double width = 0;
	size_t i;

	if (before->type != BLOCK_TABLE || before->table != t)
		return false;
	if (chart->chart->small)
		return true;
	for (i = 0; i < t->ncolumn; i++) {
		width += t->sheet->width[i];
		if (t->wrap[i])
			return false;
	}
	return width <= NARROW;
}

/* The heading that a block stands under, with running text below; or NULL. */
static const struct xlsx_block *
heading_of(const struct xlsx_sheet *s, const struct xlsx_block *block)
{
	while (block > s->block) {
		block--;
		if (block->type == BLOCK_TEXT && block->role == ROLE_HEADING)
			return block;
	}
	return NULL;
}

/*
 * A small chart begins below the heading, beside the text that leads to its
 * table: so more of them find room on a page.
 */
static void
raise_chart(const struct xlsx_sheet *s, struct xlsx_block *chart)
{
	const struct xlsx_block *b = heading_of(s, chart);
	double points =
	    xlsx_chart_height(chart->chart) * XLSX_PIXEL + XLSX_LINE_HEIGHT;
	lxw_row_t row;

	if (b == NULL || s->span > chart->column)
		return;
	row = b->end;
	chart->row = row;
	for (b++; b->table != chart->table; b++) {
		points -= xlsx_block_points(b, row);
		row = b->end;
	}
	points -= (double)(b->row - row) * XLSX_LINE_HEIGHT;
	row = b->row + 1;
	if (points > 0)
		row += (lxw_row_t)(points / XLSX_LINE_HEIGHT) + 1;
	chart->end = row;
}

static void
place_chart(const struct xlsx_sheet *s, const struct xlsx_block *before,
    struct xlsx_block *block)
{
	int pixels = xlsx_chart_height(block->chart);
	bool beside = stands_beside(before, block);

	if (beside) {
		block->row = block->table->row;
		block->column = (lxw_col_t)(block->table->ncolumn + 1);
	}
	/* A row below for what is measured. */
	block->end = block->row + (lxw_row_t)(pixels / XLSX_ROW_PIXELS) + 2;
	if (beside && block->chart->small)
		raise_chart(s, block);
}

lxw_row_t
xlsx_place_block(struct xlsx_sheet *s, const struct xlsx_block *before,
    struct xlsx_block *block)
{
	switch (block->type) {
	case BLOCK_TEXT:
		return place_text(s, block);
	case BLOCK_TABLE:
	case BLOCK_TILES:
		block->table->row = block->row;
		return xlsx_table_end(block->table) + 1;
	case BLOCK_CHART:
		place_chart(s, before, block);
		return block->end;
	case BLOCK_LINES:
		return block->row + 1;
	case BLOCK_PAGE:
		break;
	}
	return block->row;
}

void
xlsx_place(struct xlsx_sheet *s)
{
	struct xlsx_block *block;
	lxw_row_t next = 0;
	size_t i;

	find_widths(s);
	if (s->paper) {
		xlsx_paper_place(s);
		return;
	}
	for (i = 0; i < s->nblock; i++) {
		block = &s->block[i];
		block->row = next;
		if (i > 0)
			block->row += rows_before(block - 1, block);
		block->end =
		    xlsx_place_block(s, i > 0 ? block - 1 : block, block);
		next = block->end > next ? block->end : next;
	}
}
