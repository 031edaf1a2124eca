/*
 * A sheet whose content is known: the tables of its charts, and its head.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/chart.h"
#include "doc/node.h"
#include "render/xlsx.h"

/* A chart needs the numbers in the workbook: its table goes before it. */
static void
insert_table(struct xlsx_sheet *s, size_t at)
{
	const struct grid *grid = s->block[at].chart->grid;
	struct xlsx_block table;

	xlsx_block_add_table(s, grid);
	table = s->block[s->nblock - 1];
	memmove(&s->block[at + 1], &s->block[at],
	    (s->nblock - 1 - at) * sizeof(*s->block));
	s->block[at] = table;
}

/* A small chart stands beside its table, so it goes after it. */
static bool
move_after_table(struct xlsx_sheet *s, size_t at)
{
	struct xlsx_block chart = s->block[at];
	size_t i;

	for (i = at + 1; i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TABLE &&
		    s->block[i].table->grid == chart.chart->grid)
			break;
	if (!chart.chart->small || i == s->nblock)
		return false;
	memmove(&s->block[at], &s->block[at + 1], (i - at) * sizeof(*s->block));
	s->block[i] = chart;
	return true;
}

void
xlsx_sheet_charts(struct xlsx_sheet *s)
{
	struct xlsx_block *block;
	size_t i;

	for (i = 0; i < s->nblock; i++) {
		block = &s->block[i];
		if (block->type != BLOCK_CHART)
			continue;
		if (move_after_table(s, i--))
			continue;
		i++;
		if (xlsx_table_find(s, block->chart->grid, NULL) == NULL)
			insert_table(s, i++);
		block = &s->block[i];
		block->table = xlsx_table_find(s, block->chart->grid, NULL);
	}
}

/* A sheet that is one table, its heads in row 4, and charts of whatever. */
static void
find_single(struct xlsx_sheet *s)
{
	struct xlsx_table *single = NULL;
	size_t i;

	if (s->paper)
		return;
	for (i = 0; i < s->nblock; i++)
		switch (s->block[i].type) {
		case BLOCK_TEXT:
			if (s->block[i].role != ROLE_CAPTION &&
			    s->block[i].role != ROLE_MEASURE)
				return;
			break;
		case BLOCK_TABLE:
			if (single != NULL)
				return;
			single = s->block[i].table;
			break;
		case BLOCK_TILES:
		case BLOCK_LINES:
		case BLOCK_PAGE:
			return;
		case BLOCK_CHART:
			if (single == NULL)
				return;
			break;
		}
	s->single = single;
}

/* Joins what is there by " · ". */
static void
put_part(struct buf *line, const char *part)
{
	if (part == NULL || *part == '\0')
		return;
	if (line->len > 0)
		buf_puts(line, " · ");
	buf_puts(line, part);
}

/*
 * Row 2 says what the sheet shows and as of when; of a single table it takes
 * over caption and measure, whose blocks go.
 */
static const char *
sheet_line(struct xlsx_sheet *s)
{
	const struct document *d = s->book->document;
	struct buf line;
	const char *text;
	size_t i, n = 0;

	buf_init(&line);
	for (i = 0; s->single != NULL && i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TEXT)
			put_part(&line, s->block[i].text);
		else
			s->block[n++] = s->block[i];
	if (s->single != NULL)
		s->nblock = n;
	put_part(&line, d->subtitle);
	put_part(&line, d->basis);
	put_part(&line, d->notice);
	text = arena_strndup(s->book->arena, line.data, line.len);
	buf_release(&line);
	return text;
}

/* The title and the line below it come first. */
void
xlsx_sheet_head(struct xlsx_sheet *s)
{
	struct xlsx_block *block;
	const char *line;
	size_t i, n;

	find_single(s);
	if (s->input)
		return;
	line = sheet_line(s);
	block = s->block;
	n = s->nblock;
	s->block = NULL;
	s->nblock = s->cap = 0;
	xlsx_block_add(s, BLOCK_TEXT)->text =
	    s->title != NULL && *s->title != '\0' ? s->title : s->name;
	s->block[0].role = ROLE_TITLE;
	xlsx_block_add(s, BLOCK_TEXT)->text = line;
	s->block[1].role = ROLE_LINE;
	for (i = 0; i < n; i++)
		*xlsx_block_add(s, BLOCK_TEXT) = block[i];
}
