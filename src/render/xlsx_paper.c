/*
 * A sheet as pages of paper.
 *
 * Every height is known, so every page is: a record of a form stands whole on
 * one page, below its table's heads, and what leads on to a table stands with
 * it.  The heads are written anew on each page, since a sheet repeats the same
 * rows on all of its pages or on none.
 */
#include "base/arena.h"
#include "render/page.h"
#include "render/xlsx.h"

#define PAGE_POINTS 732.0 /* A4 within its margins, and some to spare */
#define WHOLE 0.4         /* of a page: smaller tables aren't divided */
#define BREAKS_MAX 1000   /* Excel's limit is 1023 */
#define AFTER_TABLE 8.0   /* points */
#define BEFORE_TABLE 4.0

/* Where the next row goes. */
struct pen {
	struct xlsx_sheet *sheet;
	lxw_row_t row;
	double used; /* points of the current page */
};

/* The next row begins a page. */
static void
turn(struct pen *pen)
{
	struct xlsx_sheet *s = pen->sheet;

	if (pen->used <= 0 || s->nbreak == BREAKS_MAX)
		return;
	s->breaks = arena_grow(s->book->arena, s->breaks, s->nbreak,
	    &s->break_cap, sizeof(*s->breaks));
	s->breaks[s->nbreak++] = pen->row;
	pen->used = 0;
}

/* No page begins with a gap. */
static void
leave(struct pen *pen, double points)
{
	struct xlsx_sheet *s = pen->sheet;

	if (points <= 0 || pen->used <= 0)
		return;
	s->gap = arena_grow(
	    s->book->arena, s->gap, s->ngap, &s->gap_cap, sizeof(*s->gap));
	s->gap[s->ngap].row = pen->row++;
	s->gap[s->ngap++].points = points;
	pen->used += points;
}

static bool
is_form(const struct xlsx_block *block)
{
	return block->type == BLOCK_TABLE && block->table->spot != NULL;
}

static double
gap_before(const struct xlsx_sheet *s, size_t i)
{
	const struct xlsx_block *block = &s->block[i], *before;

	if (i == 0)
		return 0;
	before = &s->block[i - 1];
	if (block->type == BLOCK_TEXT) {
		if (before->type == BLOCK_TEXT && xlsx_leads_on(before) &&
		    block->role != ROLE_HEADING)
			return 0;
		return before->type != BLOCK_TEXT &&
			xlsx_paper_role(block->role)->before < AFTER_TABLE
		    ? AFTER_TABLE
		    : xlsx_paper_role(block->role)->before;
	}
	if (before->type != BLOCK_TEXT)
		return AFTER_TABLE;
	return xlsx_leads_on(before) ? 0 : BEFORE_TABLE;
}

static double
text_points(struct xlsx_block *block, double width)
{
	const struct xlsx_paper_role *role = xlsx_paper_role(block->role);

	block->lines = xlsx_paper_lines(
	    block->text, width - 5.0 * block->indent, role->size, role->bold);
	return xlsx_paper_height(block->lines, role->size);
}

/* Heads and records; least: of those that must stand together. */
static double
form_points(struct xlsx_table *t, double *least)
{
	const double *each;
	double head = xlsx_form_head_height(t), all = head;
	size_t row;

	for (row = 0; row < t->grid->nrow; row++) {
		all += xlsx_form_heights(t, row, &each);
		if (row == 0)
			*least = all;
	}
	if (all <= PAGE_POINTS * WHOLE)
		*least = all;
	return all;
}

/* Of one that isn't divided, and has heights of its own. */
static double
other_points(const struct xlsx_block *block)
{
	return xlsx_block_points(block, block->row);
}

/* What a block needs on the page where it begins. */
static double
points_needed(struct xlsx_sheet *s, struct xlsx_block *block)
{
	double least = 0;

	if (block->type == BLOCK_TEXT)
		return text_points(block, s->text_width);
	if (!is_form(block))
		return other_points(block);
	form_points(block->table, &least);
	return least;
}

/* On the next page. */
static void
repeat_heads(struct pen *pen, struct xlsx_table *t)
{
	if (!page_has_heads(t->grid))
		return;
	pen->used += xlsx_form_head_height(t);
	t->again = arena_grow(t->sheet->book->arena, t->again, t->nagain,
	    &t->again_cap, sizeof(*t->again));
	t->again[t->nagain++] = pen->row++;
}

static void
put_form(struct pen *pen, struct xlsx_table *t)
{
	struct arena *arena = t->sheet->book->arena;
	const double *each;
	double points;
	size_t row;

	t->record = arena_array(arena, t->grid->nrow, sizeof(*t->record));
	t->row = pen->row++;
	pen->used += xlsx_form_head_height(t);
	for (row = 0; row < t->grid->nrow; row++) {
		points = xlsx_form_heights(t, row, &each);
		if (row > 0 && pen->used + points > PAGE_POINTS) {
			turn(pen);
			repeat_heads(pen, t);
		}
		t->record[row] = pen->row;
		pen->row += (lxw_row_t)t->stack;
		pen->used += points;
	}
}

static void
put_block(struct pen *pen, size_t i)
{
	struct xlsx_sheet *s = pen->sheet;
	struct xlsx_block *block = &s->block[i];

	if (block->type == BLOCK_PAGE)
		turn(pen);
	block->row = pen->row;
	if (is_form(block)) {
		put_form(pen, block->table);
		block->row = block->table->row;
		block->end = pen->row;
		return;
	}
	pen->used += points_needed(s, block);
	if (block->type == BLOCK_TEXT)
		block->end = block->row + 1;
	else
		block->end =
		    xlsx_place_block(s, i > 0 ? block - 1 : block, block);
	if (block->end > pen->row)
		pen->row = block->end;
}

/* One after the block that the first leads on to. */
static size_t
group_end(const struct xlsx_sheet *s, size_t first)
{
	size_t i = first;

	while (i + 1 < s->nblock && xlsx_leads_on(&s->block[i]))
		i++;
	return i + 1;
}

static void
put_group(struct pen *pen, size_t first, size_t end)
{
	struct xlsx_sheet *s = pen->sheet;
	double points = 0;
	size_t i;

	for (i = first; i < end; i++)
		points += gap_before(s, i) + points_needed(s, &s->block[i]);
	if (pen->used + points > PAGE_POINTS)
		turn(pen);
	for (i = first; i < end; i++) {
		leave(pen, gap_before(s, i));
		put_block(pen, i);
	}
}

void
xlsx_paper_place(struct xlsx_sheet *s)
{
	struct pen pen = {s, 0, 0};
	size_t end, i;

	for (i = 0; i < s->nblock; i = end) {
		end = group_end(s, i);
		put_group(&pen, i, end);
	}
}

void
xlsx_paper_write(struct xlsx_sheet *s)
{
	size_t i;

	for (i = 0; i < s->ngap; i++)
		xlsx_try(s->book,
		    worksheet_set_row(
			s->sheet, s->gap[i].row, s->gap[i].points, NULL));
	if (s->nbreak == 0)
		return;
	s->breaks = arena_grow(s->book->arena, s->breaks, s->nbreak,
	    &s->break_cap, sizeof(*s->breaks));
	s->breaks[s->nbreak] = 0; /* ends the list */
	xlsx_try(s->book, worksheet_set_h_pagebreaks(s->sheet, s->breaks));
}
