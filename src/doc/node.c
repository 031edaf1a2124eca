/*
 * The document tree: making it, and who may stand where in it.
 */
#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/node.h"

/* What a type is, and what it may hold. */
enum kind {
	INLINE = 1,
	BLOCK = 2, /* may stand in items, quotes and notes */
	LARGE = 4, /* only in the document and its sections */
	ITEM = 8,
	ROOT = 16
};

static const struct {
	unsigned is, holds;
} shape[] = {
    [DOC_DOCUMENT] = {ROOT, BLOCK | LARGE},
    [DOC_SECTION] = {LARGE, BLOCK | LARGE},
    [DOC_PARAGRAPH] = {BLOCK, INLINE},
    [DOC_LIST] = {BLOCK, ITEM},
    [DOC_ITEM] = {ITEM, BLOCK},
    [DOC_QUOTE] = {BLOCK, BLOCK},
    [DOC_CODE_BLOCK] = {BLOCK, 0},
    [DOC_RULE] = {BLOCK, 0},
    [DOC_NOTE] = {BLOCK, BLOCK},
    [DOC_GRID] = {LARGE, 0},
    [DOC_CHART] = {LARGE, 0},
    [DOC_LINES] = {LARGE, 0},
    [DOC_TEXT] = {INLINE, 0},
    [DOC_EMPH] = {INLINE, INLINE},
    [DOC_STRONG] = {INLINE, INLINE},
    [DOC_CODE] = {INLINE, 0},
    [DOC_LINK] = {INLINE, INLINE},
    [DOC_BREAK] = {INLINE, 0},
    [DOC_LIGHT] = {INLINE, 0},
};

int
node_is_inline(enum node_type type)
{
	return shape[type].is == INLINE;
}

int
node_level(const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->type == DOC_SECTION)
			return node->as.section.level;
	return 1;
}

/* A section without a title is a holder of prose.c: it takes inlines too. */
static bool
may_hold(const struct node *parent, const struct node *child)
{
	if (parent->type == DOC_SECTION && parent->as.section.title == NULL)
		return true;
	if (child->type == DOC_SECTION &&
	    child->as.section.level <= node_level(parent) &&
	    child->as.section.title != NULL)
		return false;
	return (shape[parent->type].holds & shape[child->type].is) != 0;
}

struct node *
node_new(struct arena *arena, enum node_type type)
{
	struct node *node = arena_alloc(arena, sizeof(*node));

	node->type = type;
	return node;
}

struct node *
node_append(struct node *parent, struct node *child)
{
	assert(child->parent == NULL);
	assert(may_hold(parent, child));
	child->parent = parent;
	if (parent->last == NULL)
		parent->child = child;
	else
		parent->last->next = child;
	parent->last = child;
	return child;
}

struct node *
node_new_document(struct arena *arena, const struct document *document)
{
	struct document *d = arena_alloc(arena, sizeof(*d));
	struct node *node = node_new(arena, DOC_DOCUMENT);

	*d = *document;
	d->title = node_text(arena, d->title);
	d->subtitle = node_text(arena, d->subtitle);
	d->basis = node_text(arena, d->basis);
	d->notice = node_text(arena, d->notice);
	d->file = node_text(arena, d->file);
	d->program = node_text(arena, d->program);
	d->home = node_text(arena, d->home);
	d->organisation = node_text(arena, d->organisation);
	d->running = node_text(arena, d->running);
	d->sheet = node_text(arena, d->sheet);
	node->as.document = d;
	return node;
}

struct node *
node_add(struct arena *arena, struct node *parent, enum node_type type)
{
	return node_append(parent, node_new(arena, type));
}

struct node *
node_add_text(struct arena *arena, struct node *parent, const char *text)
{
	struct node *node = node_new(arena, DOC_TEXT);

	node->as.text = text == NULL ? "" : node_text(arena, text);
	return node_append(parent, node);
}

struct node *
node_add_paragraph(struct arena *arena, struct node *parent, const char *text)
{
	struct node *node = node_add(arena, parent, DOC_PARAGRAPH);

	node_add_text(arena, node, text);
	return node;
}

static bool
id_is_taken(const struct node *node, const char *id)
{
	const struct node *child;

	if (node->type == DOC_SECTION && node->as.section.id != NULL &&
	    strcmp(node->as.section.id, id) == 0)
		return true;
	for (child = node->child; child != NULL; child = child->next)
		if (shape[child->type].is == LARGE && id_is_taken(child, id))
			return true;
	return false;
}

static const char *
id_new(struct arena *arena, const struct node *parent, const char *title)
{
	const char *slug = text_slug(arena, title), *id = slug;
	int n;

	while (parent->parent != NULL)
		parent = parent->parent;
	for (n = 2; id_is_taken(parent, id); n++)
		id = arena_printf(arena, "%s-%d", slug, n);
	return id;
}

struct node *
node_add_section(
    struct arena *arena, struct node *parent, const char *title, int level)
{
	struct node *node = node_new(arena, DOC_SECTION);

	if (title == NULL)
		title = "";
	node->as.section.title = node_text(arena, title);
	node->as.section.id = id_new(arena, parent, title);
	node->as.section.level = level != 0 ? level : node_level(parent) + 1;
	return node_append(parent, node);
}

static const struct grid_rule *
clean_rule(struct arena *arena, const struct grid_rule *rule)
{
	struct grid_rule *copy = arena_alloc(arena, sizeof(*copy));
	const char **word;
	size_t i;

	*copy = *rule;
	word = arena_array(arena, rule->nword, sizeof(*word));
	for (i = 0; i < rule->nword; i++)
		word[i] = node_text(arena, rule->word[i]);
	copy->word = word;
	copy->title = node_text(arena, rule->title);
	copy->prompt = node_text(arena, rule->prompt);
	copy->error = node_text(arena, rule->error);
	return copy;
}

/* The rules that a grid's cells share, as they were and as they are now. */
struct rules {
	struct {
		const struct grid_rule *was, *is;
	} * rule;
	size_t n, cap;
};

static const struct grid_rule *
rules_clean(
    struct arena *arena, struct rules *rules, const struct grid_rule *rule)
{
	size_t i;

	for (i = rules->n; rule != NULL && i > 0; i--)
		if (rules->rule[i - 1].was == rule)
			return rules->rule[i - 1].is;
	if (rule == NULL)
		return NULL;
	rules->rule = arena_grow(
	    arena, rules->rule, rules->n, &rules->cap, sizeof(*rules->rule));
	rules->rule[rules->n].was = rule;
	rules->rule[rules->n].is = clean_rule(arena, rule);
	return rules->rule[rules->n++].is;
}

static void
clean_cells(struct arena *arena, struct grid *grid)
{
	struct grid_cell *cell = grid->cell;
	size_t n = grid->nrow * grid->ncolumn;
	struct rules rules = {NULL, 0, 0};

	for (; n > 0; n--, cell++) {
		if (cell->value.type == VALUE_TEXT)
			cell->value =
			    value_text(node_text(arena, cell->value.as.text));
		cell->note = node_text(arena, cell->note);
		cell->href = node_text(arena, cell->href);
		cell->source.file = node_text(arena, cell->source.file);
		cell->source.column = node_text(arena, cell->source.column);
		cell->rule = rules_clean(arena, &rules, cell->rule);
	}
}

/* A table of columns may be static: it is copied, if need be. */
static const struct grid_column *
clean_columns(struct arena *arena, const struct grid_column *column, size_t n)
{
	struct grid_column *copy = NULL;
	const char *heading;
	size_t i;

	for (i = 0; i < n; i++) {
		heading = node_text(arena, column[i].heading);
		if (heading == column[i].heading)
			continue;
		if (copy == NULL) {
			copy = arena_array(arena, n, sizeof(*copy));
			memcpy(copy, column, n * sizeof(*copy));
		}
		copy[i].heading = heading;
	}
	return copy != NULL ? copy : column;
}

struct node *
node_add_grid(struct arena *arena, struct node *parent, struct grid *grid)
{
	struct node *node = node_new(arena, DOC_GRID);

	grid->caption = node_text(arena, grid->caption);
	grid->measure = node_text(arena, grid->measure);
	grid->empty = node_text(arena, grid->empty);
	grid->column = clean_columns(arena, grid->column, grid->ncolumn);
	clean_cells(arena, grid);
	node->as.grid = grid;
	return node_append(parent, node);
}

static const struct chart_tile *
clean_tiles(struct arena *arena, const struct chart *chart)
{
	struct chart_tile *tile;
	size_t row;

	if (chart->tile == NULL)
		return NULL;
	tile = arena_array(arena, chart->grid->nrow, sizeof(*tile));
	for (row = 0; row < chart->grid->nrow; row++) {
		tile[row] = chart->tile[row];
		tile[row].text = node_text(arena, tile[row].text);
	}
	return tile;
}

struct node *
node_add_chart(
    struct arena *arena, struct node *parent, const struct chart *chart)
{
	struct chart *copy = arena_alloc(arena, sizeof(*copy));
	struct node *node = node_new(arena, DOC_CHART);
	struct chart_series *series;

	*copy = *chart;
	series = arena_array(arena, chart->nseries, sizeof(*series));
	if (chart->nseries > 0)
		memcpy(series, chart->series, chart->nseries * sizeof(*series));
	copy->series = series;
	copy->title = node_text(arena, copy->title);
	copy->measure = node_text(arena, copy->measure);
	copy->description = node_text(arena, copy->description);
	copy->unit = node_text(arena, copy->unit);
	copy->panel[0] = node_text(arena, copy->panel[0]);
	copy->panel[1] = node_text(arena, copy->panel[1]);
	copy->rise = node_text(arena, copy->rise);
	copy->tile = clean_tiles(arena, chart);
	node->as.chart = copy;
	return node_append(parent, node);
}

struct node *
node_add_lines(
    struct arena *arena, struct node *parent, const char *text, unsigned n)
{
	struct node *node = node_new(arena, DOC_LINES);

	node->as.lines.label = node_text(arena, text);
	node->as.lines.n = n;
	return node_append(parent, node);
}

static void
plain_text(struct buf *buf, const char *text)
{
	for (; *text != '\0'; text++)
		buf_putc(buf, *text == '\n' ? ' ' : *text);
}

void
node_plain(struct buf *buf, const struct node *node)
{
	const struct node *child;

	if (node->type == DOC_TEXT || node->type == DOC_CODE)
		plain_text(buf, node->as.text);
	else if (node->type == DOC_BREAK)
		buf_putc(buf, ' ');
	else if (node->type == DOC_LIGHT)
		buf_puts(buf, tone_shape(node->as.light));
	for (child = node->child; child != NULL; child = child->next)
		node_plain(buf, child);
}

int
node_url_allowed(const char *url)
{
	static const char *const scheme[] = {"http:", "https:", "mailto:"};
	size_t i, name;

	for (i = 0; url[i] != '\0'; i++)
		if ((unsigned char)url[i] <= ' ' || url[i] == '\\')
			return 0;
	for (i = 0; i < sizeof(scheme) / sizeof(scheme[0]); i++)
		if (strncasecmp(url, scheme[i], strlen(scheme[i])) == 0)
			return 1;
	/* Relative: no colon before the first '/', '?' or '#', no "//host". */
	name = strcspn(url, ":/?#");
	return *url != '\0' && url[name] != ':' && strncmp(url, "//", 2) != 0;
}
