/*
 * Grids before they have a place: heads, sources, widths.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define SOURCES_MAX 3  /* named in a row */
#define HEAD_UNITS 255 /* Excel's limit for the head of a column */
#define HEAD_ROOM 3    /* for the filter's button */
#define HEAD_LINES 3
#define SHAPE_WIDTH 2 /* of a tone's shape before a value */

/* The sources of a row: its own, at most three. */
struct sources {
	const struct loc *loc[SOURCES_MAX];
	size_t n;
	bool more;
};

static void
sources_add(struct sources *sources, const struct loc *loc)
{
	size_t i;

	if (loc->file == NULL)
		return;
	for (i = 0; i < sources->n; i++)
		if (sources->loc[i]->line == loc->line &&
		    strcmp(sources->loc[i]->file, loc->file) == 0)
			return;
	if (sources->n == SOURCES_MAX)
		sources->more = true;
	else
		sources->loc[sources->n++] = loc;
}

/* "a.csv:7, 12; b.csv:3" */
static void
put_source(struct buf *buf, const struct loc *before, const struct loc *loc)
{
	if (before != NULL && strcmp(before->file, loc->file) == 0) {
		buf_printf(buf, ", %d", loc->line);
		return;
	}
	if (before != NULL)
		buf_puts(buf, "; ");
	buf_puts(buf, loc->file);
	if (loc->line > 0)
		buf_printf(buf, ":%d", loc->line);
}

/* NULL if the row has none. */
static const char *
row_source(struct xlsx *x, const struct grid *grid, size_t row)
{
	struct sources sources = {{NULL}, 0, false};
	size_t i;

	for (i = 0; i < grid->ncolumn; i++)
		sources_add(&sources, &grid_at(grid, row, i)->source);
	if (sources.n == 0)
		return NULL;
	buf_clear(&x->scratch);
	for (i = 0; i < sources.n; i++)
		put_source(&x->scratch, i > 0 ? sources.loc[i - 1] : NULL,
		    sources.loc[i]);
	if (sources.more)
		buf_puts(&x->scratch, " …");
	return arena_strndup(x->arena, x->scratch.data, x->scratch.len);
}

static void
find_sources(struct xlsx *x, struct xlsx_table *t)
{
	const struct grid *grid = t->grid;
	bool any = false;
	size_t row;

	t->ncolumn = t->printed = grid->ncolumn;
	if ((grid->look != GRID_TABLE && !t->form) || grid->unsourced)
		return;
	t->source = arena_array(x->arena, grid->nrow, sizeof(*t->source));
	for (row = 0; row < grid->nrow; row++) {
		t->source[row] = row_source(x, grid, row);
		any = any || t->source[row] != NULL;
	}
	if (any)
		t->ncolumn++;
	else
		t->source = NULL;
}

static void
find_heads(struct xlsx *x, struct xlsx_table *t)
{
	size_t i;

	t->head = arena_array(x->arena, t->ncolumn, sizeof(*t->head));
	for (i = 0; i < t->grid->ncolumn; i++)
		t->head[i] =
		    xlsx_keep(x, t->grid->column[i].heading, HEAD_UNITS);
	if (t->source != NULL)
		t->head[i] =
		    xlsx_keep(x, label(x->labels, "xlsx.source"), HEAD_UNITS);
	if (t->grid->look == GRID_TABLE && !t->form)
		xlsx_name_heads(x, t->head, t->ncolumn);
}

/* As many decimals as the column's numbers have. */
static enum xlsx_kind
number_kind(const struct grid *grid, size_t column)
{
	enum xlsx_kind kind = KIND_WHOLE;
	const struct value *v;
	double tenths;
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		v = &grid_at(grid, row, column)->value;
		if (v->type != VALUE_NUMBER || !isfinite(v->as.number))
			continue;
		tenths = v->as.number * 10;
		if (fabs(tenths - round(tenths)) > 0.05)
			return KIND_HUNDREDTHS;
		if (fabs(v->as.number - round(v->as.number)) > 0.005)
			kind = KIND_TENTHS;
	}
	return kind;
}

/* Columns of the longest line; *broken if there are several. */
static double
printed_width(struct xlsx *x, const struct value *v, bool *broken)
{
	double longest = 0, width;
	char *line, *end;

	if (v->type == VALUE_TEXT && strchr(v->as.text, '\n') == NULL)
		return (double)text_width(v->as.text);
	buf_clear(&x->scratch);
	value_print(&x->scratch, v, x->labels);
	for (line = x->scratch.data; line != NULL; line = end) {
		end = strchr(line, '\n');
		if (end != NULL) {
			*end++ = '\0';
			*broken = true;
		}
		width = (double)text_width(line);
		longest = width > longest ? width : longest;
	}
	return longest;
}

/* What the cells of a column need. */
static double
body_width(
    struct xlsx *x, const struct xlsx_table *t, size_t column, bool *broken)
{
	const struct grid *grid = t->grid;
	double longest = 0, width;
	struct value total = grid_total(grid, column);
	size_t row;

	for (row = 0; row < grid->nrow; row++) {
		width = printed_width(
		    x, &grid_at(grid, row, column)->value, broken);
		if (grid_at(grid, row, column)->tone != TONE_NONE)
			width += SHAPE_WIDTH;
		longest = width > longest ? width : longest;
	}
	width = printed_width(x, &total, broken);
	return width > longest ? width : longest;
}

static double
source_width(const struct xlsx_table *t)
{
	double longest = 0, width;
	size_t row;

	for (row = 0; row < t->grid->nrow; row++) {
		if (t->source[row] == NULL)
			continue;
		width = (double)text_width(t->source[row]);
		longest = width > longest ? width : longest;
	}
	return longest;
}

/* The longest word of a head, and a third of it. */
double
xlsx_head_width(const char *head)
{
	double longest = 0, word, whole = (double)text_width(head);
	const char *p, *space;

	for (p = head; p != NULL; p = space) {
		space = strchr(p, ' ');
		word =
		    (double)(space != NULL ? space - p : (ptrdiff_t)strlen(p));
		longest = word > longest ? word : longest;
		if (space != NULL)
			space++;
	}
	if (longest < whole / HEAD_LINES)
		longest = whole / HEAD_LINES;
	return longest * 1.1 + HEAD_ROOM;
}

/* What is typed beside closed cells breaks, and has room from the start. */
static bool
is_written(const struct grid *grid, size_t column)
{
	const struct grid_rule *rule;

	if (grid->look != GRID_INPUT || !grid->locked || grid->nrow == 0)
		return false;
	rule = grid_at(grid, grid->nrow - 1, column)->rule;
	return rule != NULL && rule->type == RULE_TEXT;
}

/*
 * In a lean document text in the last column has the rest of the page, and
 * text that isn't printed has no page: its rows needn't be high.
 */
static bool
has_room(const struct xlsx *x, const struct xlsx_table *t, size_t column)
{
	return x->document->lean &&
	    (column + 1 == t->grid->ncolumn ||
		t->grid->column[column].flags & GRID_DETAIL);
}

static bool
runs_on(const struct xlsx *x, const struct xlsx_table *t, size_t column)
{
	return x->document->lean && column + 1 == t->ncolumn &&
	    t->grid->column[column].flags & GRID_DETAIL;
}

static void
find_width(struct xlsx *x, struct xlsx_table *t, size_t i)
{
	bool source = i >= t->grid->ncolumn, broken = false;
	double body = source ? source_width(t) : body_width(x, t, i, &broken);
	double head = xlsx_head_width(t->head[i]);
	double most = XLSX_WIDTH_MAX;

	if (source)
		most = XLSX_WIDTH_SOURCE;
	else if (t->grid->column[i].flags & GRID_WRAP)
		most = has_room(x, t, i) ? XLSX_WIDTH_END : XLSX_WIDTH_WRAP;
	body = body * 1.05 + 2.5;
	/* Nothing stands to the right of the last: long ones run on. */
	t->wrap[i] = !source && (broken || (body > most && !runs_on(x, t, i)));
	if (body > most)
		body = most;
	if (head > most)
		head = most;
	t->width[i] = body > head ? body : head;
	if (t->width[i] < XLSX_WIDTH_MIN)
		t->width[i] = XLSX_WIDTH_MIN;
	if (!source && is_written(t->grid, i)) {
		t->wrap[i] = true;
		if (t->width[i] < XLSX_WIDTH_WRITTEN)
			t->width[i] = XLSX_WIDTH_WRITTEN;
	}
}

/* All of them, or to the last that the page shows. */
static size_t
printed_columns(const struct xlsx *x, const struct xlsx_table *t)
{
	size_t n = t->grid->ncolumn;

	if (t->form)
		return t->printed;
	if (!x->document->lean || t->grid->look != GRID_TABLE)
		return t->ncolumn;
	while (n > 1 && t->grid->column[n - 1].flags & GRID_DETAIL)
		n--;
	return n;
}

/* In a form all tables are set as forms are, but for sums and lists. */
static bool
is_form(const struct xlsx *x, const struct grid *grid)
{
	if (grid->look != GRID_TABLE)
		return grid->look == GRID_FORM;
	return x->document->form && !grid_has_total(grid) &&
	    grid != x->list_grid;
}

struct xlsx_table *
xlsx_table_new(struct xlsx_sheet *s, const struct grid *grid)
{
	struct xlsx *x = s->book;
	struct xlsx_table *t = arena_alloc(x->arena, sizeof(*t));
	size_t i;

	t->grid = grid;
	t->sheet = s;
	t->stack = 1;
	t->form = is_form(x, grid);
	s->form = s->form || t->form;
	find_sources(x, t);
	find_heads(x, t);
	t->wrap = arena_array(x->arena, t->ncolumn, sizeof(*t->wrap));
	t->width = arena_array(x->arena, t->ncolumn, sizeof(*t->width));
	t->number = arena_array(x->arena, t->ncolumn, sizeof(*t->number));
	for (i = 0; i < t->ncolumn; i++)
		find_width(x, t, i);
	for (i = 0; i < grid->ncolumn; i++)
		t->number[i] = number_kind(grid, i);
	if (t->form)
		xlsx_form_lay(t);
	else if (grid->look == GRID_TABLE)
		t->name = xlsx_name_table(x, grid->id);
	t->printed = printed_columns(x, t);
	*x->tables_end = t;
	x->tables_end = &t->next;
	return t;
}

static bool
is_wanted(const struct xlsx_table *t, const struct grid *grid, const char *id)
{
	if (grid != NULL)
		return t->grid == grid;
	return t->grid->id != NULL && strcmp(t->grid->id, id) == 0;
}

struct xlsx_table *
xlsx_table_find(
    const struct xlsx_sheet *s, const struct grid *grid, const char *id)
{
	struct xlsx_table *t, *first = NULL;

	for (t = s->book->tables; t != NULL; t = t->next) {
		if (!is_wanted(t, grid, id))
			continue;
		if (t->sheet == s)
			return t;
		if (first == NULL)
			first = t;
	}
	return first;
}

bool
xlsx_table_has_total(const struct xlsx_table *t)
{
	return t->grid->look == GRID_TABLE && grid_has_total(t->grid);
}

lxw_row_t
xlsx_table_last(const struct xlsx_table *t)
{
	return t->grid->nrow == 0 ? t->row
				  : xlsx_table_record(t, t->grid->nrow) - 1;
}

lxw_row_t
xlsx_table_record(const struct xlsx_table *t, size_t row)
{
	if (t->record == NULL)
		return t->row + 1 + (lxw_row_t)(row * t->stack);
	if (row < t->grid->nrow)
		return t->record[row];
	return t->record[t->grid->nrow - 1] + (lxw_row_t)t->stack;
}

bool
xlsx_table_place(const struct xlsx_table *t, size_t row, size_t column,
    lxw_row_t *at_row, lxw_col_t *at_column)
{
	*at_row = t->row + 1;
	*at_column = (lxw_col_t)column;
	if (row >= t->grid->nrow)
		return false;
	*at_row = xlsx_table_record(t, row);
	if (t->spot == NULL)
		return true;
	*at_row += (lxw_row_t)t->spot[column].row;
	*at_column = t->spot[column].column;
	return t->spot[column].rows > 0;
}

bool
xlsx_table_range(const struct xlsx_table *t, size_t column, lxw_row_t *first,
    lxw_row_t *last, lxw_col_t *at)
{
	*last = xlsx_table_last(t);
	return xlsx_table_place(t, 0, column, first, at) &&
	    (t->spot == NULL || t->spot[column].row == 0);
}

lxw_row_t
xlsx_table_end(const struct xlsx_table *t)
{
	return xlsx_table_last(t) + xlsx_table_has_total(t);
}

size_t
xlsx_head_lines(const struct xlsx_table *t)
{
	size_t i, lines, most = 1;

	for (i = 0; i < t->ncolumn; i++) {
		lines = xlsx_lines(t->head[i],
		    (t->sheet->width[i] - HEAD_ROOM) / 1.1, 100, NULL);
		most = lines > most ? lines : most;
	}
	return most;
}

/* The last column of tiles runs to the end of the text's span. */
static double
tile_width(const struct xlsx_table *t, size_t column)
{
	const struct xlsx_sheet *s = t->sheet;
	double width = 0;
	size_t i;

	if (t->grid->look != GRID_TILES || column + 1 < t->ncolumn ||
	    column + 1 >= s->span)
		return s->width[column];
	for (i = column; i < s->span; i++)
		width += s->width[i];
	return width;
}

static size_t
cell_lines(const struct xlsx_table *t, size_t row, size_t column)
{
	struct xlsx *x = t->sheet->book;
	const struct value *v;
	double width;

	if (column == t->grid->ncolumn)
		return t->source[row] == NULL
		    ? 1
		    : xlsx_lines(
			  t->source[row], t->sheet->width[column], 27, NULL);
	v = &grid_at(t->grid, row, column)->value;
	width = tile_width(t, column);
	if (t->grid->look == GRID_TILES)
		width = xlsx_role_width(ROLE_BODY, width);
	if (v->type == VALUE_TEXT)
		return xlsx_lines(v->as.text, width * XLSX_LETTERS, 27, NULL);
	buf_clear(&x->scratch);
	value_print(&x->scratch, v, x->labels);
	return xlsx_lines(x->scratch.data, width, 27, NULL);
}

size_t
xlsx_row_lines(const struct xlsx_table *t, size_t row)
{
	bool tiles = t->grid->look == GRID_TILES;
	size_t i, lines, most = 1;

	for (i = 0; i < t->ncolumn; i++) {
		if (!t->wrap[i] && !tiles)
			continue;
		lines = cell_lines(t, row, i);
		most = lines > most ? lines : most;
	}
	return most;
}

double
xlsx_head_height(size_t lines)
{
	return (double)lines * XLSX_LINE_HEIGHT + 6;
}

double
xlsx_row_height(const struct xlsx_table *t, size_t lines)
{
	double height = (double)lines * XLSX_LINE_HEIGHT;

	if (t->grid->look == GRID_TILES)
		height += 6;
	return height < XLSX_ROW_POINTS ? height : XLSX_ROW_POINTS;
}
