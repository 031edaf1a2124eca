/*
 * The tree as it is, for debugging and for the expected files of the tests.
 */
#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/node.h"
#include "render/render.h"

static const char *const type_name[] = {
    [DOC_DOCUMENT] = "document",
    [DOC_SECTION] = "section",
    [DOC_PARAGRAPH] = "paragraph",
    [DOC_LIST] = "list",
    [DOC_ITEM] = "item",
    [DOC_QUOTE] = "quote",
    [DOC_CODE_BLOCK] = "code-block",
    [DOC_RULE] = "rule",
    [DOC_NOTE] = "note",
    [DOC_GRID] = "grid",
    [DOC_CHART] = "chart",
    [DOC_LINES] = "lines",
    [DOC_TEXT] = "text",
    [DOC_EMPH] = "emph",
    [DOC_STRONG] = "strong",
    [DOC_CODE] = "code",
    [DOC_LINK] = "link",
    [DOC_BREAK] = "break",
    [DOC_LIGHT] = "light",
};

static void
put_indent(struct buf *buf, int depth)
{
	for (; depth > 0; depth--)
		buf_puts(buf, "  ");
}

static void
put_quoted(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '\n')
			buf_puts(buf, "\\n");
		else if (*text == '\t')
			buf_puts(buf, "\\t");
		else {
			if (*text == '"' || *text == '\\')
				buf_putc(buf, '\\');
			buf_putc(buf, *text);
		}
	}
	buf_putc(buf, '"');
}

/* name="text", unless there is none. */
static void
put_named(struct buf *buf, const char *name, const char *text)
{
	if (text == NULL)
		return;
	buf_printf(buf, " %s=", name);
	put_quoted(buf, text);
}

static void
put_document(struct buf *buf, const struct document *d)
{
	put_named(buf, "title", d->title);
	put_named(buf, "subtitle", d->subtitle);
	put_named(buf, "basis", d->basis);
	put_named(buf, "notice", d->notice);
	put_named(buf, "file", d->file);
	put_named(buf, "home", d->home);
	put_named(buf, "lang", d->lang);
	if (d->form)
		buf_puts(buf, " form");
	put_named(buf, "running", d->running);
	put_named(buf, "sheet", d->sheet);
}

static void
put_rule(struct buf *buf, const struct grid_rule *rule)
{
	static const char *const name[] = {
	    [RULE_TEXT] = "text",
	    [RULE_CHOICE] = "choice",
	    [RULE_WHOLE] = "whole",
	    [RULE_NUMBER] = "number",
	    [RULE_DAY] = "day",
	};
	size_t i;

	buf_printf(buf, " open=%s", name[rule->type]);
	for (i = 0; i < rule->nword; i++)
		buf_printf(buf, "%s%s", i > 0 ? "|" : ":", rule->word[i]);
}

/* What a cell carries beside its value. */
static void
put_cell(struct buf *buf, const struct grid_cell *cell)
{
	struct buf value;

	buf_init(&value);
	value_print_machine(&value, &cell->value);
	buf_putc(buf, ' ');
	if (cell->value.type == VALUE_TEXT)
		put_quoted(buf, value.data);
	else
		buf_puts(
		    buf, cell->value.type == VALUE_NONE ? "-" : value.data);
	buf_release(&value);
	if (cell->tone != TONE_NONE)
		buf_printf(buf, " tone=%s", tone_id(cell->tone));
	if (cell->rule != NULL)
		put_rule(buf, cell->rule);
	if (cell->formula != NULL)
		buf_puts(buf, " live");
	put_named(buf, "note", cell->note);
	put_named(buf, "href", cell->href);
	if (cell->source.file != NULL)
		buf_printf(
		    buf, " source=%s:%d", cell->source.file, cell->source.line);
}

static void
put_row(struct buf *buf, const struct grid_cell *cell, size_t n, int depth)
{
	size_t i;

	put_indent(buf, depth);
	buf_putc(buf, '|');
	for (i = 0; i < n; i++) {
		put_cell(buf, &cell[i]);
		buf_puts(buf, " |");
	}
	buf_putc(buf, '\n');
}

static const char *const look_name[] = {
    [GRID_TABLE] = "",
    [GRID_TILES] = " tiles",
    [GRID_FORM] = " form",
    [GRID_INPUT] = " input",
};

static void
put_grid(struct buf *buf, const struct grid *grid, int depth)
{
	size_t i;

	buf_printf(
	    buf, " %s%s rows=%zu", grid->id, look_name[grid->look], grid->nrow);
	put_named(buf, "caption", grid->caption);
	put_named(buf, "measure", grid->measure);
	put_named(buf, "empty", grid->empty);
	if (grid->page_rows > 0)
		buf_printf(buf, " page=%zu", grid_page_rows(grid));
	buf_putc(buf, '\n');
	put_indent(buf, depth + 1);
	buf_putc(buf, '#');
	for (i = 0; i < grid->ncolumn; i++)
		buf_printf(buf, " %s%s%s", grid->column[i].id,
		    grid->column[i].flags & GRID_DETAIL ? "*" : "",
		    grid_stands_below(grid, i) ? "_" : "");
	buf_putc(buf, '\n');
	for (i = 0; i < grid->nrow; i++)
		put_row(buf, grid_at(grid, i, 0), grid->ncolumn, depth + 1);
}

static void
put_chart(struct buf *buf, const struct chart *chart)
{
	static const char *const name[] = {
	    [CHART_BAR] = "bar",
	    [CHART_STACKED_BAR] = "stacked-bar",
	    [CHART_LINE] = "line",
	    [CHART_TIMELINE] = "timeline",
	    [CHART_HEAT] = "heat",
	    [CHART_MATRIX] = "matrix",
	    [CHART_MAP] = "map",
	};
	size_t i;

	buf_printf(buf, " %s %s grid=%s category=%s series=", chart->id,
	    name[chart->type], chart->grid->id, chart->category);
	for (i = 0; i < chart->nseries; i++)
		buf_printf(
		    buf, "%s%s", i > 0 ? "," : "", chart->series[i].column);
	put_named(buf, "title", chart->title);
	put_named(buf, "measure", chart->measure);
	put_named(buf, "description", chart->description);
	put_named(buf, "unit", chart->unit);
	buf_putc(buf, '\n');
}

/* What a node is, up to the end of its line. */
static void
put_attributes(struct buf *buf, const struct node *node, int depth)
{
	switch (node->type) {
	case DOC_DOCUMENT:
		put_document(buf, node->as.document);
		break;
	case DOC_SECTION:
		buf_printf(buf, " %d #%s", node->as.section.level,
		    node->as.section.id);
		put_named(buf, "title", node->as.section.title);
		break;
	case DOC_LIST:
		if (node->as.list.ordered)
			buf_printf(buf, " from %d", node->as.list.start);
		break;
	case DOC_NOTE:
		put_named(buf, "label", node->as.note);
		break;
	case DOC_LINES:
		buf_printf(buf, " %u", node->as.lines.n);
		put_named(buf, "label", node->as.lines.label);
		break;
	case DOC_GRID:
		put_grid(buf, node->as.grid, depth);
		return;
	case DOC_CHART:
		put_chart(buf, node->as.chart);
		return;
	case DOC_CODE_BLOCK:
	case DOC_TEXT:
	case DOC_CODE:
		buf_putc(buf, ' ');
		put_quoted(buf, node->as.text);
		break;
	case DOC_LINK:
		put_named(buf, "url", node->as.link.url);
		put_named(buf, "title", node->as.link.title);
		break;
	case DOC_LIGHT:
		buf_printf(buf, " %s", tone_id(node->as.light));
		break;
	case DOC_PARAGRAPH:
	case DOC_ITEM:
	case DOC_QUOTE:
	case DOC_RULE:
	case DOC_EMPH:
	case DOC_STRONG:
	case DOC_BREAK:
		break;
	}
	buf_putc(buf, '\n');
}

static void
put_node(struct buf *buf, const struct node *node, int depth)
{
	const struct node *child;

	put_indent(buf, depth);
	buf_puts(buf, type_name[node->type]);
	put_attributes(buf, node, depth);
	for (child = node->child; child != NULL; child = child->next)
		put_node(buf, child, depth + 1);
}

void
render_tree(struct buf *buf, const struct node *document)
{
	put_node(buf, document, 0);
}
