/*
 * The first sheet of a workbook of several: what each of the others shows,
 * and the way there and back; what else the pack holds.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "doc/sentence.h"
#include "render/xlsx.h"

#define FEWEST 4   /* sheets that are worth it */
#define SAID 3     /* captions of a sheet */
#define BACK_ROW 2 /* free, between the sheet's line and its content */
#define TOOLTIP_UNITS 255

enum { COLUMN_SHEET, COLUMN_SHOWS, COLUMN_ROWS, COLUMNS };
enum { COLUMN_ABOUT, COLUMN_DOCUMENT, RELATED };

static size_t
count_sheets(const struct xlsx *x)
{
	const struct xlsx_sheet *s;
	size_t n = 0;

	for (s = x->sheets; s != NULL; s = s->next)
		n += !s->hidden;
	return n;
}

void
xlsx_contents_add(struct xlsx *x)
{
	struct xlsx_sheet *s;

	if (!x->document->contents || x->paper || count_sheets(x) < FEWEST)
		return;
	s = arena_alloc(x->arena, sizeof(*s));
	s->book = x;
	s->title = x->document->title;
	s->name = label(x->labels, "xlsx.contents");
	s->next = x->sheets;
	x->sheets = x->contents = s;
}

/* A text to the end of its first clause. */
static const char *
clause(struct arena *arena, const char *text)
{
	size_t len = text == NULL ? 0 : strlen(text), i;

	for (i = 0; i + 1 < len; i++)
		if (strchr(".:;", text[i]) != NULL && text[i + 1] == ' ')
			return arena_strndup(arena, text, i);
	return text;
}

/* Its first captions and headings, or else its first words. */
static const char *
said(const struct xlsx_sheet *s)
{
	struct arena *arena = s->book->arena;
	const char *text = NULL, *first = NULL;
	const struct xlsx_block *block;
	size_t i, n = 0;

	for (i = 0; i < s->nblock && n < SAID; i++) {
		block = &s->block[i];
		if (block->type != BLOCK_TEXT)
			continue;
		if (first == NULL)
			first = block->text;
		if (block->role != ROLE_CAPTION && block->role != ROLE_HEADING)
			continue;
		text = n++ == 0
		    ? block->text
		    : arena_printf(arena, "%s · %s", text, block->text);
	}
	return text != NULL ? text : clause(arena, first);
}

static const char *
shows(const struct xlsx_sheet *s)
{
	const struct xlsx_table *t = s->nblock > 0 ? s->block[0].table : NULL;
	const struct labels *labels = s->book->labels;

	if (t != NULL && t->grid == s->book->list_grid)
		return label(labels, "xlsx.contents.lists");
	if (s->input && t != NULL)
		return label(labels,
		    t->grid->locked ? "xlsx.contents.locked"
				    : "xlsx.contents.input");
	return said(s);
}

static int64_t
rows_of(const struct xlsx_sheet *s)
{
	int64_t rows = 0;
	size_t i;

	for (i = 0; i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TABLE)
			rows += (int64_t)s->block[i].table->grid->nrow;
	return rows;
}

static struct grid *
new_grid(
    struct xlsx *x, const char *id, const struct grid_column *shape, size_t n)
{
	struct grid_column *column = arena_array(x->arena, n, sizeof(*column));
	size_t i;

	for (i = 0; i < n; i++) {
		column[i] = shape[i];
		column[i].heading = label_of(x->labels, id, shape[i].id);
	}
	return grid_new(x->arena, id, column, n);
}

/* A row for each sheet that can be seen, but for this one. */
static void
add_sheets(struct xlsx *x)
{
	static const struct grid_column shape[COLUMNS] = {
	    {.id = "sheet", .type = VALUE_TEXT, .flags = GRID_HEAD},
	    {.id = "shows", .type = VALUE_TEXT, .flags = GRID_WRAP},
	    {.id = "rows", .type = VALUE_COUNT}};
	struct grid *grid = new_grid(x, "xlsx.contents", shape, COLUMNS);
	const struct xlsx_sheet *s, **leads;
	struct grid_cell *cell;
	struct xlsx_table *t;
	const char *text;

	leads = arena_array(x->arena, count_sheets(x), sizeof(*leads));
	for (s = x->sheets; s != NULL; s = s->next) {
		if (s->hidden || s == x->contents)
			continue;
		leads[grid->nrow] = s;
		cell = grid_add_row(x->arena, grid);
		cell[COLUMN_SHEET].value = value_text(s->name);
		if ((text = shows(s)) != NULL)
			cell[COLUMN_SHOWS].value = value_text(text);
		if (rows_of(s) > 0)
			cell[COLUMN_ROWS].value = value_count(rows_of(s));
	}
	grid->id = "contents";
	xlsx_block_add_table(x->contents, grid);
	t = x->contents->block[x->contents->nblock - 1].table;
	t->leads = leads;
	t->width[COLUMN_SHOWS] = XLSX_WIDTH_MAX;
}

static void
add_document(struct xlsx *x, struct grid *grid, const char *about,
    const char *text, const char *href)
{
	struct grid_cell *cell = grid_add_row(x->arena, grid);

	cell[COLUMN_ABOUT].value = value_text(about);
	cell[COLUMN_DOCUMENT].value = value_text(text);
	cell[COLUMN_DOCUMENT].href = href;
}

/* What else the pack holds, as at the head of a page. */
static void
add_related(struct xlsx *x)
{
	static const struct grid_column shape[RELATED] = {
	    {.id = "about", .type = VALUE_TEXT, .flags = GRID_HEAD},
	    {.id = "document", .type = VALUE_TEXT}};
	const struct document *d = x->document;
	struct grid *grid = new_grid(x, "xlsx.related", shape, RELATED);
	struct xlsx_block *block;
	size_t i;

	for (i = 0; i < d->nlink; i++)
		if (!document_link_is_own(d, &d->link[i]))
			add_document(x, grid, d->link[i].group, d->link[i].text,
			    d->link[i].href);
	if (d->home != NULL)
		add_document(x, grid, label(x->labels, "related.programme"),
		    label(x->labels, "html.home"), d->home);
	if (grid->nrow == 0)
		return;
	grid->id = "related";
	block = xlsx_block_add(x->contents, BLOCK_TEXT);
	block->role = ROLE_CAPTION;
	block->text = label(x->labels, "related");
	xlsx_block_add_table(x->contents, grid);
}

void
xlsx_contents_fill(struct xlsx *x)
{
	if (x->contents == NULL)
		return;
	add_sheets(x);
	add_related(x);
}

void
xlsx_contents_link(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct xlsx_sheet *to, lxw_format *f)
{
	struct xlsx *x = s->book;
	struct value name = value_text(to->name);
	struct buf place, tip;

	buf_init(&place);
	buf_init(&tip);
	buf_puts(&place, "internal:");
	xlsx_put_sheet(&place, to);
	buf_puts(&place, "A1");
	sentence_fill(
	    &tip, x->labels, label(x->labels, "xlsx.contents.go"), &name, 1);
	xlsx_try(x,
	    worksheet_write_url_opt(s->sheet, row, column, place.data, f, NULL,
		xlsx_keep(x, tip.data, TOOLTIP_UNITS)));
	s->nlink++;
	buf_release(&tip);
	buf_release(&place);
}

void
xlsx_contents_back(struct xlsx_sheet *s)
{
	struct xlsx *x = s->book;
	lxw_format *f;

	if (x->contents == NULL || s == x->contents || s->input || s->hidden)
		return;
	f = xlsx_format_cell(x->formats, KIND_TEXT, TONE_NONE, CELL_LINK);
	xlsx_contents_link(s, BACK_ROW, 0, x->contents, f);
	buf_clear(&x->scratch);
	buf_printf(&x->scratch, "← %s", x->contents->name);
	xlsx_cell_text(s, BACK_ROW, 0, x->scratch.data, f);
}
