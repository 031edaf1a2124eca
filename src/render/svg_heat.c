/*
 * A table in small: a row a category, a square a value, in as many blocks
 * beside each other as there is room for.  Squares of a light hold its letter;
 * numbers have a place on the ramp.
 *
 * There may be thousands of squares: those of one colour are one path, the
 * letters of a row one text.
 */
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/html.h"
#include "render/svg.h"

#define ROW 16
#define SQUARE 16   /* the least that has room for a letter */
#define HEAD 40     /* the widest square that a head may ask for */
#define NAME 94     /* the widest name */
#define APART 14    /* of two blocks */
#define ROWS_MOST 8 /* no more blocks than make so many rows */

#define LOOKS (GRID_HEATS + TONE_GREY + 1)

struct field {
	double name, square, head; /* widths, and the height of the heads */
	bool upright;              /* the heads stand on end */
	size_t blocks, rows;       /* rows in a block */
};

static double
fine_width(const char *text)
{
	return (double)text_width(text) * SVG_FINE;
}

static double
widest_head(const struct svg *svg)
{
	double widest = 0;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++)
		widest = fmax(widest, fine_width(svg_heading(svg, i)));
	return widest;
}

static double
widest_name(const struct svg *svg)
{
	return fmin(svg_widest_category(svg) * SVG_FINE, NAME);
}

static double
block_width(const struct svg *svg, const struct field *f)
{
	return f->name + (double)svg->chart->nseries * f->square;
}

static struct field
field_make(const struct svg *svg)
{
	size_t nrow = svg->chart->grid->nrow, n = svg->chart->nseries;
	double head = widest_head(svg), room;
	struct field f = {.name = widest_name(svg) + 12};

	/* Words stand apart; numbers may fill their square. */
	head += head > SQUARE ? 6 : 1;
	f.upright = head > HEAD;
	f.square = f.upright ? SQUARE : fmax(head, SQUARE);
	room = (SVG_WIDE - f.name) / (double)n;
	if (f.square > room) {
		f.square = fmax(floor(room), 1);
		f.upright = true;
	}
	f.head = f.upright ? head + 4 : ROW + 3;
	f.blocks =
	    (size_t)((SVG_WIDE + APART) / (block_width(svg, &f) + APART));
	if (f.blocks > (nrow + ROWS_MOST - 1) / ROWS_MOST)
		f.blocks = (nrow + ROWS_MOST - 1) / ROWS_MOST;
	if (f.blocks < 1)
		f.blocks = 1;
	f.rows = (nrow + f.blocks - 1) / f.blocks;
	return f;
}

/* The left edge of a row's squares, and its upper edge. */
static double
row_x(const struct svg *svg, const struct field *f, size_t row)
{
	size_t block = row / f->rows;

	return f->name + (double)block * (block_width(svg, f) + APART);
}

static double
row_y(const struct field *f, size_t row)
{
	return f->head + (double)(row % f->rows) * ROW;
}

/* Which of the looks a cell has; LOOKS: there is nothing. */
static int
look_of(const struct svg *svg, const struct grid_cell *cell, int column)
{
	int heat = grid_heat(svg->chart->grid, (size_t)column, cell);

	if (heat != -1)
		return heat;
	if (cell->value.type == VALUE_NONE)
		return LOOKS;
	return GRID_HEATS + (int)cell->tone;
}

static struct svg_look
look_at(int look)
{
	return look < GRID_HEATS
	    ? svg_ramp(look)
	    : svg_tone((enum tone)(look - GRID_HEATS), false);
}

/* Neighbours that look alike are one shape. */
static void
add_row(const struct svg *svg, const struct field *f, size_t row,
    struct buf path[LOOKS])
{
	size_t n = svg->chart->nseries, i, end;
	int look;

	for (i = 0; i < n; i = end) {
		end = i + 1;
		if (svg->column[i] == -1)
			continue;
		look = look_of(
		    svg, svg_cell(svg, row, svg->column[i]), svg->column[i]);
		while (end < n && svg->column[end] != -1 &&
		    look_of(svg, svg_cell(svg, row, svg->column[end]),
			svg->column[end]) == look)
			end++;
		if (look == LOOKS)
			continue;
		buf_puts(&path[look], "M");
		svg_coord(
		    &path[look], row_x(svg, f, row) + (double)i * f->square);
		buf_putc(&path[look], ' ');
		svg_coord(&path[look], row_y(f, row));
		buf_putc(&path[look], 'h');
		svg_coord(&path[look], (double)(end - i) * f->square);
		buf_printf(&path[look], "v%dh", ROW);
		svg_coord(&path[look], -(double)(end - i) * f->square);
		buf_putc(&path[look], 'z');
	}
}

static void
put_squares(const struct svg *svg, const struct field *f)
{
	struct buf path[LOOKS];
	size_t row;
	int i;

	for (i = 0; i < LOOKS; i++)
		buf_init(&path[i]);
	for (row = 0; row < svg->chart->grid->nrow; row++)
		add_row(svg, f, row, path);
	for (i = 0; i < LOOKS; i++) {
		if (path[i].len > 0)
			buf_printf(svg->out, "<path fill=\"%s\" d=\"%s\"/>\n",
			    look_at(i).fill, path[i].data);
		buf_release(&path[i]);
	}
}

/* White lines between the squares of a block, and a frame around it. */
static void
put_lines(const struct svg *svg, const struct field *f, size_t block)
{
	size_t first = block * f->rows, nrow = svg->chart->grid->nrow, i;
	size_t rows = nrow - first < f->rows ? nrow - first : f->rows;
	double x = row_x(svg, f, first), y = row_y(f, first);
	double wide = (double)svg->chart->nseries * f->square;

	buf_puts(svg->out, "<path fill=\"none\" stroke=\"#fff\" d=\"");
	for (i = 0; i <= svg->chart->nseries; i++) {
		buf_putc(svg->out, 'M');
		svg_coord(svg->out, x + (double)i * f->square);
		buf_putc(svg->out, ' ');
		svg_coord(svg->out, y);
		buf_printf(svg->out, "v%zu", rows * ROW);
	}
	for (i = 0; i <= rows; i++) {
		buf_putc(svg->out, 'M');
		svg_coord(svg->out, x);
		buf_putc(svg->out, ' ');
		svg_coord(svg->out, y + (double)(i * ROW));
		buf_putc(svg->out, 'h');
		svg_coord(svg->out, wide);
	}
	buf_puts(svg->out, "\"/>\n");
}

/*
 * How many bytes the first letter of a cell's text has; 0: none is shown.  Of
 * the numbers zero alone has one: its colour is next to none.
 */
static size_t
letter_of(const struct svg *svg, size_t row, size_t series, const char **text)
{
	const struct grid_cell *cell;
	const char *at;
	double number;

	if (svg->column[series] == -1)
		return 0;
	cell = svg_cell(svg, row, svg->column[series]);
	if (svg_value(svg, series, row, &number) && number < 0.5) {
		*text = "0";
		return 1;
	}
	if (cell->value.type != VALUE_TEXT || cell->value.as.text == NULL ||
	    *cell->value.as.text == '\0')
		return 0;
	*text = at = cell->value.as.text;
	/* A word without a light is no letter of one. */
	if (cell->tone == TONE_NONE && text_width(at) > 1)
		at = *text = "\xc2\xb7";
	text_next(&at, at + strlen(at));
	return (size_t)(at - *text);
}

static bool
is_dark(const struct svg *svg, size_t row, size_t series)
{
	const struct grid_cell *cell = svg_cell(svg, row, svg->column[series]);

	return look_at(look_of(svg, cell, svg->column[series])).dark;
}

/* The letters of a row that have one ink: places first, then all of them. */
static void
put_letters(const struct svg *svg, const struct field *f, size_t row, bool dark)
{
	struct buf place, letters, one;
	const char *text = "";
	size_t i, len;

	buf_init(&place);
	buf_init(&letters);
	buf_init(&one);
	for (i = 0; i < svg->chart->nseries; i++) {
		len = letter_of(svg, row, i, &text);
		if (len == 0 || is_dark(svg, row, i) != dark)
			continue;
		if (place.len > 0)
			buf_putc(&place, ' ');
		svg_coord(
		    &place, row_x(svg, f, row) + ((double)i + 0.5) * f->square);
		buf_clear(&one);
		buf_add(&one, text, len);
		html_text(&letters, one.data);
	}
	if (place.len > 0) {
		buf_printf(svg->out,
		    "<text class=\"fine%s\" text-anchor=\"middle\" x=\"%s\""
		    " y=\"",
		    dark ? " dark" : "", place.data);
		svg_coord(svg->out, row_y(f, row) + 12.5);
		buf_printf(svg->out, "\">%s</text>\n", letters.data);
	}
	buf_release(&one);
	buf_release(&letters);
	buf_release(&place);
}

/* What is too long ends in three dots: the table has it all. */
static void
shorten(struct buf *shown, const char *text, double room)
{
	const char *end = text + strlen(text), *at = text, *next;

	if (fine_width(text) <= room)
		buf_puts(shown, text);
	while (fine_width(text) > room && at < end) {
		next = at;
		text_next(&next, end);
		buf_add(shown, at, (size_t)(next - at));
		if (fine_width(shown->data) + 2 * SVG_FINE > room) {
			buf_puts(shown, "\xe2\x80\xa6");
			break;
		}
		at = next;
	}
}

static void
put_name(const struct svg *svg, const struct field *f, size_t row)
{
	struct buf text, shown;

	buf_init(&text);
	buf_init(&shown);
	svg_category(svg, row, &text);
	shorten(&shown, text.data, f->name - 8);
	svg_text(svg, row_x(svg, f, row) - 6, row_y(f, row) + 12.5, "end",
	    "fine", shown.data);
	buf_release(&shown);
	buf_release(&text);
}

static void
put_heads(const struct svg *svg, const struct field *f, size_t block)
{
	double x = row_x(svg, f, block * f->rows), at;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++) {
		at = x + ((double)i + 0.5) * f->square;
		if (!f->upright) {
			svg_text(svg, at, f->head - 5, "middle", "fine quiet",
			    svg_heading(svg, i));
			continue;
		}
		buf_puts(svg->out, "<g transform=\"translate(");
		svg_coord(svg->out, at + 4);
		buf_putc(svg->out, ' ');
		svg_coord(svg->out, f->head - 4);
		buf_puts(svg->out, ")rotate(-90)\">");
		svg_text(svg, 0, 0, "start", "fine quiet", svg_heading(svg, i));
		buf_puts(svg->out, "</g>\n");
	}
}

double
svg_heat(const struct svg *svg)
{
	size_t nrow = svg->chart->grid->nrow, row, block;
	struct field f;

	if (nrow == 0 || svg->chart->nseries == 0)
		return ROW;
	f = field_make(svg);
	put_squares(svg, &f);
	for (block = 0; block * f.rows < nrow; block++) {
		put_heads(svg, &f, block);
		put_lines(svg, &f, block);
	}
	for (row = 0; row < nrow; row++) {
		put_name(svg, &f, row);
		put_letters(svg, &f, row, false);
		put_letters(svg, &f, row, true);
	}
	return f.head + (double)(f.rows * ROW) + 1;
}
