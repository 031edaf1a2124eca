/*
 * Tables on a terminal: columns lined up and as narrow as the line demands;
 * where even that is too wide, a row is a block of "heading: value" lines.
 * Columns in which no row says anything are left out.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/grid.h"
#include "render/page.h"
#include "render/plain.h"

#define GAP 2    /* blanks between two columns */
#define LEAST 30 /* a word that is longer may be broken */
#define READABLE 24
#define RULE_LINE "\xe2\x94\x80"

/* A grid's columns that say something, and their cells as text. */
struct table {
	const struct plain *plain;
	const struct grid *grid;
	struct arena *arena;
	size_t *column; /* which of the grid's */
	size_t *width;
	size_t *least; /* the widest word, which isn't broken */
	size_t ncolumn;
	const char **text; /* row * ncolumn + column */
};

static bool
has_column(const struct grid *grid, size_t column)
{
	size_t i;

	if (!page_has_column(grid, column))
		return false;
	for (i = 0; i < grid->nrow; i++)
		if (grid_at(grid, i, column)->value.type != VALUE_NONE)
			return true;
	return false;
}

static const struct grid_cell *
cell_of(const struct table *t, size_t row, size_t column)
{
	return grid_at(t->grid, row, t->column[column]);
}

static const char *
heading_of(const struct table *t, size_t column)
{
	const char *heading = t->grid->column[t->column[column]].heading;

	return heading == NULL ? "" : heading;
}

/* As a page has it, but with the decimals that a number was computed to. */
static const char *
cell_text(const struct table *t, const struct grid_cell *cell)
{
	const char *text;
	struct buf buf;

	buf_init(&buf);
	if (cell->value.type == VALUE_NUMBER)
		value_print_exact(&buf, &cell->value, t->plain->labels);
	else
		page_cell(&buf, cell, false, t->plain->labels);
	text = arena_strndup(t->arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}

static size_t
width_of(const char *text, size_t len)
{
	struct buf part;
	size_t width;

	buf_init(&part);
	buf_add(&part, text, len);
	width = text_width(part.data);
	buf_release(&part);
	return width;
}

/* Room for the widest line. */
static void
make_room(struct table *t, size_t column, const char *text)
{
	size_t len, width;

	for (; *text != '\0'; text += len) {
		len = strcspn(text, "\n");
		width = width_of(text, len);
		if (width > t->width[column])
			t->width[column] = width;
		len += text[len] == '\n';
	}
}

/* Lines break behind a blank or a slash. */
static void
make_least(struct table *t, size_t column, const char *text)
{
	size_t len, width;

	for (; *text != '\0'; text += len) {
		len = strcspn(text, " \n/");
		width = width_of(text, len + (text[len] == '/'));
		width = width > LEAST ? LEAST : width;
		if (width > t->least[column])
			t->least[column] = width;
		len += text[len] != '\0';
	}
}

static void
take_text(struct table *t, size_t column, const char *text)
{
	make_room(t, column, text);
	make_least(t, column, text);
}

static void
table_init(struct table *t, const struct plain *plain, const struct grid *grid)
{
	const char **text;
	size_t i, k;

	*t = (struct table){.plain = plain, .grid = grid, .arena = arena_new()};
	t->column = arena_array(t->arena, grid->ncolumn, sizeof(*t->column));
	t->width = arena_array(t->arena, grid->ncolumn, sizeof(*t->width));
	t->least = arena_array(t->arena, grid->ncolumn, sizeof(*t->least));
	for (i = 0; i < grid->ncolumn; i++)
		if (has_column(grid, i))
			t->column[t->ncolumn++] = i;
	t->text = text = arena_array(
	    t->arena, grid->nrow * t->ncolumn + 1, sizeof(*t->text));
	for (k = 0; k < t->ncolumn; k++)
		take_text(t, k, heading_of(t, k));
	for (i = 0; i < grid->nrow; i++)
		for (k = 0; k < t->ncolumn; k++, text++) {
			*text = cell_text(t, cell_of(t, i, k));
			take_text(t, k, *text);
		}
}

static size_t
total_width(const struct table *t)
{
	size_t k, width = 0;

	for (k = 0; k < t->ncolumn; k++)
		width += t->width[k] + (k > 0 ? GAP : 0);
	return width;
}

/* Running text is made narrower first, down to a width that reads well. */
static bool
gives_way(const struct table *t, size_t column, bool running)
{
	const struct grid_column *c = &t->grid->column[t->column[column]];

	if (c->type != VALUE_TEXT || t->width[column] <= t->least[column])
		return false;
	return !running ||
	    ((c->flags & GRID_WRAP) != 0 && t->width[column] > READABLE);
}

/* The widest column that gives way; ncolumn if none does. */
static size_t
widest(const struct table *t, bool running)
{
	size_t found = t->ncolumn, k;

	for (k = 0; k < t->ncolumn; k++)
		if (gives_way(t, k, running) &&
		    (found == t->ncolumn || t->width[k] > t->width[found]))
			found = k;
	return found;
}

/* Take from the widest columns; false if that is not enough. */
static bool
fit(struct table *t)
{
	size_t room = t->plain->width, k;

	while (room > 0 && total_width(t) > room) {
		k = widest(t, true);
		if (k == t->ncolumn)
			k = widest(t, false);
		if (k == t->ncolumn)
			return false;
		t->width[k]--;
	}
	return true;
}

static const char *
code_of(enum tone tone)
{
	switch (tone) {
	case TONE_GREEN:
		return "32";
	case TONE_YELLOW:
		return "33";
	case TONE_RED:
		return "31";
	case TONE_NONE:
	case TONE_GREY:
		break;
	}
	return NULL;
}

/* One line of a cell, in its column. */
static void
put_piece(const struct table *t, size_t column, const char *line, size_t len,
    const char *code)
{
	bool right = value_is_numeric(t->grid->column[t->column[column]].type);
	struct buf *out = t->plain->out, piece;
	size_t blanks;

	buf_init(&piece);
	buf_add(&piece, line, len);
	blanks = text_width(piece.data);
	blanks = blanks < t->width[column] ? t->width[column] - blanks : 0;
	if (right)
		buf_printf(out, "%*s", (int)blanks, "");
	if (code != NULL)
		plain_mark(t->plain, code);
	buf_add(out, piece.data, piece.len);
	if (code != NULL)
		plain_end(t->plain);
	if (!right && column + 1 < t->ncolumn)
		buf_printf(out, "%*s", (int)blanks, "");
	buf_release(&piece);
}

static void
trim_end(struct buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

/* Texts side by side, each as many lines as it takes in its column. */
static void
put_row(const struct table *t, const char **text, const struct grid_cell *cells)
{
	const char *line, *code;
	bool more = true;
	size_t k, len;

	while (more) {
		more = false;
		for (k = 0; k < t->ncolumn; k++) {
			if (k > 0)
				buf_printf(t->plain->out, "%*s", GAP, "");
			line = plain_line(&text[k], t->width[k], &len);
			code = cells == NULL
			    ? "1"
			    : code_of(cells[t->column[k]].tone);
			put_piece(t, k, line == NULL ? "" : line,
			    line == NULL ? 0 : len, line == NULL ? NULL : code);
			more = more || *text[k] != '\0';
		}
		trim_end(t->plain->out);
		buf_putc(t->plain->out, '\n');
	}
}

static void
put_table(const struct table *t)
{
	const char **text =
	    arena_array(t->arena, t->ncolumn + 1, sizeof(*text));
	size_t i, k, width;

	for (k = 0; k < t->ncolumn; k++)
		text[k] = heading_of(t, k);
	put_row(t, text, NULL);
	for (width = total_width(t); width > 0; width--)
		buf_puts(t->plain->out, RULE_LINE);
	buf_putc(t->plain->out, '\n');
	for (i = 0; i < t->grid->nrow; i++) {
		memcpy(
		    text, &t->text[i * t->ncolumn], t->ncolumn * sizeof(*text));
		put_row(t, text, grid_at(t->grid, i, 0));
	}
}

/* A row as a block; what it does not say is left out. */
static void
put_records(const struct table *t)
{
	const char *text;
	struct buf first;
	size_t i, k;

	buf_init(&first);
	for (i = 0; i < t->grid->nrow; i++) {
		if (i > 0)
			buf_putc(t->plain->out, '\n');
		for (k = 0; k < t->ncolumn; k++) {
			text = t->text[i * t->ncolumn + k];
			if (*text == '\0')
				continue;
			buf_clear(&first);
			buf_printf(&first, "%s%s: ", k > 0 ? "  " : "",
			    heading_of(t, k));
			plain_wrap(t->plain, first.data, text);
		}
	}
	buf_release(&first);
}

void
plain_grid(const struct plain *plain, const struct grid *grid)
{
	struct table t;

	if (grid->caption != NULL)
		plain_wrap(plain, "", grid->caption);
	if (grid->nrow == 0) {
		if (grid->empty != NULL)
			plain_wrap(plain, "", grid->empty);
		return;
	}
	table_init(&t, plain, grid);
	if (fit(&t))
		put_table(&t);
	else
		put_records(&t);
	arena_free(t.arena);
	if (grid->measure != NULL)
		plain_wrap(plain, "", grid->measure);
}
