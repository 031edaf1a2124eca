/*
 * CommonMark: a template (the first byte is 't') or a note.  Everything that
 * the parser saw stands in the tree, in its order, and what the tree says the
 * Markdown says too.
 */
#include <cmark.h>

#include "doc/labels.h"
#include "doc/node.h"
#include "doc/prose.h"
#include "fuzz.h"
#include "input/folder.h"
#include "input/note.h"
#include "input/reading.h"
#include "render/render.h"

#define FILE_NAME "status/2015-03/notat.md"

static const char *const names[] = {"name", "list", "name: x"};

static bool
fill(struct arena *arena, void *context, const char *name, const char *argument,
    bool block, struct node *parent)
{
	(void)context;
	if (strcmp(name, "name") == 0) {
		node_add_text(arena, parent,
		    argument == NULL ? "*_`|<&{{name}}" : argument);
		return true;
	}
	if (strcmp(name, "list") != 0 || !block)
		return false;
	node_add_paragraph(arena, parent, "# 1");
	node_add(arena, parent, DOC_RULE);
	return true;
}

/* All text of the parser's tree; false if something else has words too. */
static bool
put_source(struct buf *out, const char *text, size_t len)
{
	cmark_node *root =
	    cmark_parse_document(text, len, CMARK_OPT_VALIDATE_UTF8);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	bool plain = true;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		switch ((unsigned)cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
		case CMARK_NODE_CODE_BLOCK:
			put_dense(out, cmark_node_get_literal(node));
			break;
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_HTML_INLINE:
		case CMARK_NODE_LINK:
		case CMARK_NODE_IMAGE:
			plain = false;
			break;
		}
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return plain;
}

static void
put_tree(struct buf *out, const struct node *node)
{
	if (node->type == DOC_SECTION)
		put_dense(out, node->as.section.title);
	if (node->type == DOC_TEXT || node->type == DOC_CODE ||
	    node->type == DOC_CODE_BLOCK)
		put_dense(out, node->as.text);
	for (node = node->child; node != NULL; node = node->next)
		put_tree(out, node);
}

/* The gateway of text, in the same spelling. */
static const char *
dense(struct arena *arena, const char *text)
{
	struct buf buf;
	const char *result;

	buf_init(&buf);
	put_dense(&buf, node_text(arena, text));
	result = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return result;
}

static void
check_markdown(struct arena *arena, const struct node *document)
{
	struct buf md, want, got;
	const char *title = document->as.document->title;

	buf_init(&md);
	buf_init(&want);
	buf_init(&got);
	render_md(&md, document);
	put_dense(&want, title);
	put_tree(&want, document);
	must(text_valid_utf8(md.data, md.len), "%s", md.data);
	put_source(&got, md.data, md.len);
	must_equal(want.data, got.data, md.data);
	buf_clear(&md);
	render_html(&md, document);
	must(text_valid_utf8(md.data, md.len), "%s", md.data);
	buf_release(&got);
	buf_release(&want);
	buf_release(&md);
	(void)arena;
}

static struct node *
document_new(struct arena *arena)
{
	struct document d = {
	    .title = "T", .lang = "da", .labels = labels_new(arena)};

	return node_new_document(arena, &d);
}

static void
check_template(struct arena *arena, const char *text, size_t len)
{
	struct prose_filler filler = {fill, NULL, names, 3};
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct node *document = document_new(arena);
	int result = prose_template(arena, diag, FILE_NAME,
	    prose_parse(arena, text, len), &filler, document);

	check_findings(diag, FILE_NAME, count_lines(text, len) + 1);
	must(result == 0 || diag_worst(diag) == DIAG_FATAL, "in silence");
	check_markdown(arena, document);
	prose_line(arena, text, &filler);
}

static void
check_note(struct arena *arena, const void *bytes, size_t len)
{
	struct diag *diag = diag_new(arena, DIAG_DA);
	struct reading r = reading_new(arena, diag, FILE_NAME, CLASS_STATUS);
	struct node *document = document_new(arena);
	struct buf want, got;
	struct note note;

	if (note_read(&r, "notat.md", bytes, len, &note) == -1) {
		must(diag_worst(diag) >= DIAG_REJECT, "in silence");
		return;
	}
	must(text_valid_utf8(note.text, strlen(note.text)), "%s", note.text);
	prose_note(arena, note.text, strlen(note.text), document);
	buf_init(&want);
	buf_init(&got);
	put_tree(&got, document);
	if (put_source(&want, note.text, strlen(note.text)))
		must_equal(dense(arena, want.data), got.data, note.text);
	buf_release(&got);
	buf_release(&want);
	check_markdown(arena, document);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const char *text;

	if (size > 0 && data[0] == 't') {
		text = arena_strndup(arena, (const char *)data + 1, size - 1);
		/* Templates are read as UTF-8 without NUL. */
		if (text_valid_utf8(text, size - 1) && strlen(text) == size - 1)
			check_template(arena, text, size - 1);
	} else if (size > 0)
		check_note(arena, data + 1, size - 1);
	arena_free(arena);
	return 0;
}
