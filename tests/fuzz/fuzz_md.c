/*
 * A document as Markdown: an independent reader finds the same text, and
 * every cell of a table.
 */
#include <cmark.h>

#include "document.h"
#include "render/page.h"
#include "render/render.h"

/* Text as the parser sees it; no HTML but the line breaks we write. */
static void
put_read(struct buf *out, const char *text, size_t len)
{
	cmark_node *root =
	    cmark_parse_document(text, len, CMARK_OPT_VALIDATE_UTF8);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		switch ((unsigned)cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
		case CMARK_NODE_CODE_BLOCK:
			put_dense(out, cmark_node_get_literal(node));
			break;
		case CMARK_NODE_HTML_INLINE:
			must(strcmp(cmark_node_get_literal(node), "<br>") == 0,
			    "%s", text);
			break;
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_IMAGE:
			must(false, "%s", text);
			break;
		}
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

static void
check_blocks(struct script *s)
{
	struct buf md, want, got;

	buf_init(&md);
	buf_init(&want);
	buf_init(&got);
	render_md(&md, s->document);
	must(text_valid_utf8(md.data, md.len), "%s", md.data);
	put_dense(&want, s->document->as.document->title);
	for (size_t i = 0; i < s->nsaid; i++)
		put_dense(&want, s->said[i].text);
	put_dense(&want, "f\xc2\xb7p"); /* the foot */
	put_read(&got, md.data, md.len);
	must_equal(want.data, got.data, md.data);
	buf_release(&got);
	buf_release(&want);
	buf_release(&md);
}

/*
 * The next cell of a row "| a | b |", its pipes without their backslash,
 * behind a word: a cell holds inlines only.
 */
static const char *
take_cell(const char *at, struct buf *cell)
{
	buf_clear(cell);
	buf_puts(cell, "x ");
	for (; *at != '|'; at++) {
		must(*at != '\0' && *at != '\n', "%s", at);
		if (at[0] == '\\' && at[1] == '|')
			buf_putc(cell, *++at);
		else if (at[0] == '\\' && at[1] == '\\') {
			buf_puts(cell, "\\\\");
			at++;
		} else
			buf_putc(cell, *at);
	}
	return at + 1;
}

static const char *
next_line(const char *at)
{
	at += strcspn(at, "\n");
	return *at == '\0' ? at : at + 1;
}

static const char *
next_table(const char *at)
{
	while (*at != '\0' && *at != '|')
		at = next_line(at);
	must(*at == '|', "a table is missing");
	return at;
}

static const char *
check_row(const struct grid *g, const struct grid_cell *cell, const char *at)
{
	struct buf source, want, got;

	buf_init(&source);
	buf_init(&want);
	buf_init(&got);
	must(*at == '|', "%s", at);
	at++;
	for (size_t i = 0; i < g->ncolumn; i++) {
		if (!page_has_column(g, i))
			continue;
		at = take_cell(at, &source);
		if (cell == NULL || cell[i].value.type != VALUE_TEXT)
			continue;
		buf_clear(&want);
		buf_clear(&got);
		buf_putc(&want, 'x');
		put_dense(&want, cell[i].value.as.text);
		put_read(&got, source.data, source.len);
		must_equal(want.data, got.data, source.data);
	}
	must(*at == '\n', "a cell too many: %s", at);
	buf_release(&got);
	buf_release(&want);
	buf_release(&source);
	return at + 1;
}

static const char *
check_grid(const struct grid *g, const char *at)
{
	at = check_row(g, NULL, next_table(at));
	at = check_row(g, NULL, at);
	for (size_t i = 0; i < g->nrow; i++)
		at = check_row(g, g->cell + i * g->ncolumn, at);
	return grid_has_total(g) ? check_row(g, NULL, at) : at;
}

static const char *
check_grids(const struct node *node, const char *at)
{
	if (node->type == DOC_GRID)
		at = check_grid(node->as.grid, at);
	for (node = node->child; node != NULL; node = node->next)
		at = check_grids(node, at);
	return at;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct script s;
	struct buf md;

	script_read(&s, arena, data, size, "gGrwvlo");
	check_blocks(&s);
	/* Tables alone: no other line begins with a pipe. */
	script_read(&s, arena, data, size, "thiqncxpleskaboGwv");
	buf_init(&md);
	render_md(&md, s.document);
	check_grids(s.document, md.data);
	buf_clear(&md);
	/* All of it: only that it comes to an end. */
	script_read(&s, arena, data, size, "");
	render_md(&md, s.document);
	must(text_valid_utf8(md.data, md.len), "%s", md.data);
	buf_release(&md);
	arena_free(arena);
	return 0;
}
