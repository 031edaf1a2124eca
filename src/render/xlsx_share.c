/*
 * Widths that a page can hold.
 *
 * Tables below each other share their columns, so each column would be as wide
 * as the most demanding table wants it, and all together wider than a page
 * that can still be read.  Where they are, prose gives way: a column that can
 * break its lines shrinks towards its longest word, all by the same part.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "render/xlsx.h"

#define SCALE 0.85     /* of print, where a page is read as a page */
#define SCALE_LIST 0.7 /* of long lists, where rows are looked up */
#define LIST_ROWS 60
#define SHORT 12 /* shorter texts aren't broken */
#define PROSE_LEAST 20
#define PROSE_MOST 45
#define WORD_MOST 24 /* a longer word is */
#define ROOM 2.5     /* of a cell, beside its text */
#define SHAPE 2      /* of a tone's shape before a value */

/* What a column of the sheet needs, and what it would like. */
struct need {
	double least, most;
};

static double
longest_word(const char *text)
{
	double longest = 0, width;
	size_t len;
	char word[64];

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		len = strcspn(text, " \n");
		if (len >= sizeof(word))
			return WORD_MOST;
		memcpy(word, text, len);
		word[len] = '\0';
		width = (double)text_width(word);
		longest = width > longest ? width : longest;
	}
	return longest < WORD_MOST ? longest : WORD_MOST;
}

/* Its texts may break, its numbers and days may not. */
static double
least_width(const struct xlsx_table *t, size_t column)
{
	struct xlsx *x = t->sheet->book;
	const struct grid_cell *cell;
	bool prose = t->grid->column[column].flags & GRID_WRAP;
	double least = prose ? PROSE_LEAST : SHORT, longest = 0, width;
	size_t row;

	for (row = 0; row < t->grid->nrow; row++) {
		cell = grid_at(t->grid, row, column);
		/* LibreOffice breaks no link. */
		if (cell->value.type == VALUE_TEXT && cell->href == NULL) {
			width = longest_word(cell->value.as.text);
		} else {
			buf_clear(&x->scratch);
			value_print(&x->scratch, &cell->value, x->labels);
			width = (double)text_width(x->scratch.data);
		}
		if (cell->tone != TONE_NONE)
			width += SHAPE;
		longest = width > longest ? width : longest;
	}
	width = xlsx_head_width(t->head[column]);
	longest = longest * 1.05 + ROOM;
	if (longest < least)
		longest = least;
	return longest > width ? longest : width;
}

static bool
may_break(const struct xlsx_table *t, size_t column)
{
	return t->grid->column[column].type == VALUE_TEXT &&
	    t->width[column] > SHORT;
}

/* Where a row comes from runs on over the free cells beside it. */
static bool
takes_room(const struct xlsx_table *t, size_t column)
{
	if (t->grid->look == GRID_TILES)
		return column + 1 < t->ncolumn || t->ncolumn == 1;
	return column < t->grid->ncolumn;
}

static void
add_needs(const struct xlsx_table *t, struct need *need, size_t n)
{
	double least, most;
	size_t i;

	for (i = 0; i < n && i < t->ncolumn; i++) {
		if (!takes_room(t, i))
			continue;
		least = may_break(t, i) ? least_width(t, i) : t->width[i];
		if (least > t->width[i])
			least = t->width[i];
		if (least > PROSE_MOST)
			least = PROSE_MOST;
		if (need[i].least < least)
			need[i].least = least;
		most = t->width[i] < PROSE_MOST ? t->width[i] : PROSE_MOST;
		if (need[i].most < most)
			need[i].most = most;
	}
}

static struct xlsx_table *
table_of(const struct xlsx_block *block)
{
	return block->type == BLOCK_TABLE || block->type == BLOCK_TILES
	    ? block->table
	    : NULL;
}

/* Characters that n columns find on a page. */
static double
page_holds(const struct xlsx_sheet *s, size_t n)
{
	size_t i, rows = 0;
	double scale;

	for (i = 0; i < s->nblock; i++)
		if (table_of(&s->block[i]) != NULL)
			rows += s->block[i].table->grid->nrow;
	scale = rows > LIST_ROWS ? SCALE_LIST : SCALE;
	return xlsx_page_characters(s, n, scale);
}

/* No column of the table is wider than the sheet's, which may be less. */
static void
shrink(struct xlsx_table *t, const double *width, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < t->ncolumn; i++) {
		if (!takes_room(t, i)) {
			t->width[i] = 0;
			/* Beside the last column of print nothing is free. */
			t->wrap[i] = i + 1 == n || t->wrap[i];
		} else if (t->width[i] > width[i]) {
			t->width[i] = width[i];
			t->wrap[i] = true;
		}
	}
}

bool
xlsx_share(struct xlsx_sheet *s, size_t n)
{
	struct arena *arena = s->book->arena;
	struct need *need = arena_array(arena, n, sizeof(*need));
	double *width = arena_array(arena, n, sizeof(*width));
	double least = 0, most = 0, part, holds = page_holds(s, n);
	size_t i;

	for (i = 0; i < s->nblock; i++)
		if (table_of(&s->block[i]) != NULL)
			add_needs(s->block[i].table, need, n);
	for (i = 0; i < n; i++) {
		least += need[i].least;
		most += need[i].most;
	}
	if (most <= holds || most <= least)
		return false;
	part = holds > least ? (holds - least) / (most - least) : 0;
	for (i = 0; i < n; i++)
		width[i] =
		    need[i].least + part * (need[i].most - need[i].least);
	for (i = 0; i < s->nblock; i++)
		if (table_of(&s->block[i]) != NULL)
			shrink(s->block[i].table, width, n);
	return true;
}
