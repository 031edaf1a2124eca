/*
 * What HTML and Markdown share of a grid.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/sentence.h"
#include "render/page.h"

#define MANY_LIGHTS 4

/* Something of the column stands in a row that the page shows. */
static bool
is_used(const struct grid *grid, size_t column)
{
	const struct grid_cell *cell = grid->cell + column;
	size_t row;

	for (row = 0; row < grid_page_rows(grid); row++)
		if (cell[row * grid->ncolumn].value.type != VALUE_NONE ||
		    cell[row * grid->ncolumn].tone != TONE_NONE)
			return true;
	return false;
}

bool
page_has_column(const struct grid *grid, size_t column)
{
	unsigned flags = grid->column[column].flags;

	return (flags & GRID_DETAIL) == 0 &&
	    ((flags & GRID_SPARE) == 0 || is_used(grid, column)) &&
	    !grid_stands_below(grid, column);
}

struct page_view
page_view(struct arena *arena, const struct grid *grid)
{
	struct page_view view = {.grid = grid,
	    .column = arena_array(arena, grid->ncolumn, sizeof(*view.column))};
	size_t i, lights = 0;

	for (i = 0; i < grid->ncolumn; i++) {
		if (!page_has_column(grid, i))
			continue;
		view.column[view.ncolumn++] = i;
		lights += grid->column[i].type == VALUE_LIGHT;
	}
	view.narrow = lights > MANY_LIGHTS;
	return view;
}

/* A light as a letter, or a cell of heat, takes half a column's room. */
static size_t
room_of(const struct page_view *view, const struct grid_column *column)
{
	bool letter = view->narrow && column->type == VALUE_LIGHT;

	return letter || (column->flags & GRID_HEAT) ? 1 : 2;
}

bool
page_is_wide(const struct page_view *view)
{
	size_t i, room = 0;

	for (i = 0; i < view->ncolumn; i++)
		room += room_of(view, &view->grid->column[view->column[i]]);
	return view->grid->look == GRID_TABLE && room > 2UL * PAGE_WIDE;
}

bool
page_has_heads(const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		if (page_has_column(grid, i) &&
		    grid->column[i].heading != NULL &&
		    *grid->column[i].heading != '\0')
			return true;
	return false;
}

size_t
page_field(const struct grid *grid, size_t column)
{
	for (column++; column < grid->ncolumn; column++) {
		if (grid->column[column].flags & GRID_DETAIL)
			continue;
		return grid_stands_below(grid, column) ? column : grid->ncolumn;
	}
	return column;
}

bool
page_has_field(const struct grid_cell *cell)
{
	return cell->value.type != VALUE_NONE || cell->rule != NULL;
}

bool
page_is_ticked(const struct grid_cell *cell, size_t word)
{
	return cell->value.type == VALUE_TEXT &&
	    text_equal_fold(cell->value.as.text, cell->rule->word[word]);
}

bool
page_has_value(const struct grid_cell *cell)
{
	size_t i;

	if (cell->value.type == VALUE_NONE)
		return false;
	if (cell->rule == NULL || cell->rule->type != RULE_CHOICE)
		return true;
	for (i = 0; i < cell->rule->nword; i++)
		if (page_is_ticked(cell, i))
			return false;
	return true;
}

unsigned
page_lines(const struct grid_cell *cell)
{
	if (cell->rule == NULL || cell->rule->type == RULE_CHOICE)
		return 0;
	return cell->rule->lines > 0 || cell->value.type != VALUE_NONE
	    ? cell->rule->lines
	    : 1;
}

static void
put_letter(struct buf *buf, enum tone light, const struct labels *labels)
{
	struct buf key;

	buf_init(&key);
	buf_printf(&key, "light.%s.letter", tone_id(light));
	buf_printf(buf, "%s %s", tone_shape(light), label(labels, key.data));
	buf_release(&key);
}

void
page_cell(struct buf *buf, const struct grid_cell *cell, bool narrow,
    const struct labels *labels)
{
	if (cell->value.type == VALUE_LIGHT && narrow) {
		put_letter(buf, cell->value.as.light, labels);
		return;
	}
	if (cell->value.type != VALUE_LIGHT && cell->tone != TONE_NONE) {
		buf_puts(buf, tone_shape(cell->tone));
		if (cell->value.type != VALUE_NONE)
			buf_putc(buf, ' ');
	}
	value_print(buf, &cell->value, labels);
}

void
page_total(struct buf *buf, const struct page_view *view, size_t i,
    const struct labels *labels)
{
	const struct grid *grid = view->grid;
	size_t column = view->column[i];
	struct value total = grid_total(grid, column);

	if (total.type == VALUE_NONE) {
		if (i == 0)
			buf_puts(buf, label(labels, "table.total"));
	} else if (grid->column[column].total == TOTAL_MEAN)
		sentence_fill(
		    buf, labels, label(labels, "table.mean"), &total, 1);
	else
		value_print(buf, &total, labels);
}

void
page_rest(struct buf *buf, const struct grid *grid, const struct labels *labels)
{
	size_t rest = grid->nrow - grid_page_rows(grid);
	const struct value value = value_count((int64_t)rest);

	if (rest > 0)
		sentence_fill(buf, labels,
		    label(labels,
			rest == 1 ? "table.rest.one" : "table.rest.many"),
		    &value, 1);
}

bool
page_note_is_short(const char *note)
{
	return text_width(note) <= PAGE_NOTE;
}

struct page_tile
page_tile(const struct page_view *view)
{
	struct page_tile tile = {-1, -1, -1, -1};
	size_t i;
	int column;

	for (i = 0; i < view->ncolumn; i++) {
		column = (int)view->column[i];
		if (tile.label == -1)
			tile.label = column;
		else if (view->grid->column[column].type == VALUE_LIGHT)
			tile.light = column;
		else if (tile.value == -1)
			tile.value = column;
		else if (tile.text == -1)
			tile.text = column;
	}
	return tile;
}
