/*
 * The tree as sheets of blocks: a sheet for each top section, texts and grids
 * below each other.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/chart.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define TEXT_LINES 24   /* of one row, which is 409 points at most */
#define TEXT_COLUMNS 70 /* the narrowest that a text may be set */
#define TOP_LEVEL 2     /* sections of this level are sheets */

/* Where the walk is. */
struct place {
	struct xlsx_sheet *sheet;
	enum xlsx_role role; /* of plain paragraphs */
	int indent;
	const char *mark; /* goes before the next text: a bullet */
};

static void walk(struct place *, const struct node *parent);

static struct xlsx_sheet *
sheet_new(struct xlsx *x, const char *title)
{
	struct xlsx_sheet *s = arena_alloc(x->arena, sizeof(*s));

	s->book = x;
	s->title = title;
	return s;
}

static void
sheet_append(struct xlsx *x, struct xlsx_sheet *s)
{
	*x->sheets_end = s;
	x->sheets_end = &s->next;
}

struct xlsx_sheet *
xlsx_sheet_add(struct xlsx *x, const char *title)
{
	struct xlsx_sheet *s = sheet_new(x, title);

	sheet_append(x, s);
	return s;
}

struct xlsx_block *
xlsx_block_add(struct xlsx_sheet *s, enum xlsx_block_type type)
{
	struct xlsx_block *block;

	s->block = arena_grow(
	    s->book->arena, s->block, s->nblock, &s->cap, sizeof(*s->block));
	block = &s->block[s->nblock++];
	block->type = type;
	return block;
}

/* One or, if a row can't hold it, several rows of text. */
static void
add_text(
    struct xlsx_sheet *s, enum xlsx_role role, int indent, const char *text)
{
	struct xlsx_block *block;
	const char *rest;

	for (; text != NULL && *text != '\0'; text = rest) {
		xlsx_lines(text, TEXT_COLUMNS, TEXT_LINES, &rest);
		block = xlsx_block_add(s, BLOCK_TEXT);
		block->role = role;
		block->indent = indent;
		block->text =
		    arena_strndup(s->book->arena, text, (size_t)(rest - text));
	}
}

/* A paragraph that is all bold: what became of a heading in a note. */
static bool
is_strong(const struct node *node)
{
	return node->child != NULL && node->child == node->last &&
	    node->child->type == DOC_STRONG;
}

static void
walk_inlines(struct place *at, const struct node *parent)
{
	struct xlsx *x = at->sheet->book;
	enum xlsx_role role = at->role;
	struct buf text;

	buf_init(&text);
	if (at->mark != NULL)
		buf_puts(&text, at->mark);
	at->mark = NULL;
	xlsx_inlines(x, &text, parent);
	if (role == ROLE_BODY && is_strong(parent))
		role = ROLE_STRONG;
	add_text(at->sheet, role, at->indent, text.data);
	buf_release(&text);
}

static void
walk_list(struct place *at, const struct node *list)
{
	struct arena *arena = at->sheet->book->arena;
	int number = list->as.list.start;
	const struct node *item;
	struct place in;

	for (item = list->child; item != NULL; item = item->next) {
		in = *at;
		in.indent++;
		in.mark = list->as.list.ordered
		    ? arena_printf(arena, "%d. ", number++)
		    : "• ";
		walk(&in, item);
	}
}

static void
walk_note(struct place *at, const struct node *note)
{
	struct arena *arena = at->sheet->book->arena;
	struct place in = *at;

	in.role = ROLE_NOTE;
	if (note->as.note != NULL)
		in.mark = arena_printf(arena, "%s: ", note->as.note);
	walk(&in, note);
}

/* Nothing is said twice in a row. */
static bool
is_repeated(const struct xlsx_sheet *s, const char *text)
{
	const struct xlsx_block *before;

	if (text == NULL)
		return true;
	if (s->nblock == 0)
		return s->title != NULL && strcmp(s->title, text) == 0;
	before = &s->block[s->nblock - 1];
	return before->type == BLOCK_TEXT && strcmp(before->text, text) == 0;
}

void
xlsx_block_add_table(struct xlsx_sheet *s, const struct grid *grid)
{
	struct xlsx_block *block = xlsx_block_add(
	    s, grid->look == GRID_TILES ? BLOCK_TILES : BLOCK_TABLE);

	block->table = xlsx_table_new(s, grid);
}

static void
add_grid(struct xlsx_sheet *s, const struct grid *grid)
{
	if (grid->look == GRID_INPUT)
		return; /* a sheet of its own */
	if (!is_repeated(s, grid->caption))
		add_text(s, ROLE_CAPTION, 0, grid->caption);
	add_text(s, ROLE_MEASURE, 0, grid->measure);
	if (grid->nrow == 0 || grid->ncolumn == 0)
		add_text(s, ROLE_BODY, 0, grid->empty);
	else
		xlsx_block_add_table(s, grid);
}

static void
walk_section(struct place *at, const struct node *section)
{
	bool top = section->as.section.level <= TOP_LEVEL;

	if (top && !at->sheet->paper)
		return; /* a sheet of its own */
	add_text(at->sheet, top ? ROLE_SECTION : ROLE_HEADING, 0,
	    section->as.section.title);
	walk(at, section);
}

static void
walk_code(struct place *at, const char *text)
{
	size_t len = strlen(text);

	if (len > 0 && text[len - 1] == '\n')
		len--;
	add_text(at->sheet, ROLE_CODE, at->indent,
	    arena_strndup(at->sheet->book->arena, text, len));
}

static void
walk_node(struct place *at, const struct node *node)
{
	struct place in = *at;

	switch (node->type) {
	case DOC_SECTION:
		walk_section(at, node);
		break;
	case DOC_PARAGRAPH:
		walk_inlines(at, node);
		break;
	case DOC_LIST:
		walk_list(at, node);
		break;
	case DOC_QUOTE:
		in.indent++;
		walk(&in, node);
		break;
	case DOC_CODE_BLOCK:
		walk_code(at, node->as.text);
		break;
	case DOC_NOTE:
		walk_note(at, node);
		break;
	case DOC_GRID:
		add_grid(at->sheet, node->as.grid);
		break;
	case DOC_CHART:
		if (node->as.chart->grid->nrow > 0 &&
		    !chart_is_table(node->as.chart))
			xlsx_block_add(at->sheet, BLOCK_CHART)->chart =
			    node->as.chart;
		break;
	case DOC_LINES:
		add_text(at->sheet, ROLE_BODY, 0, node->as.lines.label);
		xlsx_block_add(at->sheet, BLOCK_LINES)->lines =
		    node->as.lines.n;
		at->sheet->book->live = true;
		break;
	case DOC_DOCUMENT:
	case DOC_ITEM:
		walk(at, node);
		break;
	case DOC_RULE:
		if (at->sheet->paper)
			xlsx_block_add(at->sheet, BLOCK_PAGE);
		break;
	case DOC_TEXT:
	case DOC_EMPH:
	case DOC_STRONG:
	case DOC_CODE:
	case DOC_LINK:
	case DOC_BREAK:
	case DOC_LIGHT:
		break;
	}
}

static void
walk(struct place *at, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		walk_node(at, node);
}

/* What stands outside of the top sections. */
static void
walk_front(struct xlsx_sheet *s, const struct node *parent)
{
	struct place at = {s, ROLE_BODY, 0, NULL};
	const struct node *node;

	walk(&at, parent);
	for (node = parent->child; !s->paper && node != NULL; node = node->next)
		if (node->type == DOC_SECTION &&
		    node->as.section.level < TOP_LEVEL)
			walk_front(s, node);
}

static void
walk_sheets(struct xlsx *x, const struct node *parent)
{
	const struct node *node;
	struct place at = {NULL, ROLE_BODY, 0, NULL};

	for (node = parent->child; node != NULL; node = node->next) {
		if (node->type != DOC_SECTION ||
		    node->as.section.level > TOP_LEVEL)
			continue;
		if (node->as.section.level == TOP_LEVEL) {
			at.sheet = xlsx_sheet_add(x, node->as.section.title);
			walk(&at, node);
		} else {
			walk_sheets(x, node);
		}
	}
}

/* Tables that are to be saved as CSV, wherever they stand. */
static void
walk_input(struct xlsx *x, const struct node *parent)
{
	const struct node *node;
	struct xlsx_sheet *s;

	for (node = parent->child; node != NULL; node = node->next) {
		walk_input(x, node);
		if (node->type != DOC_GRID ||
		    node->as.grid->look != GRID_INPUT ||
		    node->as.grid->ncolumn == 0)
			continue;
		s = xlsx_sheet_add(x, node->as.grid->caption);
		s->input = true;
		xlsx_block_add_table(s, node->as.grid);
	}
}

void
xlsx_layout(struct xlsx *x, const struct node *document)
{
	struct xlsx_sheet *front, *s;

	front = sheet_new(x, x->document->title);
	front->paper = x->paper;
	walk_front(front, document);
	if (front->nblock > 0)
		sheet_append(x, front);
	if (!x->paper)
		walk_sheets(x, document);
	walk_input(x, document);
	xlsx_rule_lists(x);
	if (x->sheets == NULL)
		sheet_append(x, front);
	if (x->sheets == front)
		front->name = x->paper ? x->document->sheet
				       : label(x->labels, "xlsx.front");
	xlsx_name_sheets(x);
	for (s = x->sheets; s != NULL; s = s->next)
		xlsx_sheet_charts(s);
	for (s = x->sheets; s != NULL; s = s->next)
		xlsx_sheet_head(s);
}
