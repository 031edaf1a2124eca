/*
 * CommonMark to nodes.  The parser sees templates and notes, never data:
 * placeholders are filled in the tree that it made.
 */
#include <cmark.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "doc/node.h"
#include "doc/prose.h"

#define DEPTH 40 /* nesting shown; what lies deeper is flattened */
#define HEADINGS 6
#define NOTE_BYTES 65536 /* beyond this a note isn't parsed */

struct prose {
	struct arena *arena;
	struct diag *diag; /* NULL: a note */
	const char *path;
	const struct prose_filler *filler; /* NULL: a note */
	struct node *top;                  /* where all goes */
	struct {
		int level; /* as the template has it */
		struct node *section;
	} open[HEADINGS]; /* the sections we are in */
	int nopen;
	int failed;
};

/* A placeholder, found in text. */
struct slot {
	const char *whole; /* "name: argument" */
	const char *name;
	const char *argument; /* or NULL */
	int line;
};

static void add_inlines(struct prose *, cmark_node *, struct node *, int);
static void add_blocks(struct prose *, cmark_node *, struct node *, int);

static int
line_of(cmark_node *node)
{
	while (node != NULL && cmark_node_get_start_line(node) == 0)
		node = cmark_node_parent(node);
	return node == NULL ? 0 : cmark_node_get_start_line(node);
}

static void
report(struct prose *p, enum diag_code code, int line, const char *value,
    const char *more)
{
	const struct loc loc = {.file = p->path, .line = line};

	if (p->diag != NULL)
		diag_add(p->diag, code, &loc, value, more, (char *)NULL);
}

/* The filler didn't know it: why? */
static void
report_unknown(struct prose *p, const struct slot *slot)
{
	const struct prose_filler *f = p->filler;
	const char *near;

	p->failed = 1;
	near = text_nearest(p->arena, slot->whole, f->name, f->nname);
	if (near == NULL)
		report(
		    p, DIAG_placeholder_unknown, slot->line, slot->whole, NULL);
	else if (strcmp(near, slot->whole) == 0)
		report(
		    p, DIAG_placeholder_alone, slot->line, slot->whole, NULL);
	else
		report(p, DIAG_placeholder_unknown_near, slot->line,
		    slot->whole, near);
}

static const char *
trimmed(struct arena *arena, const char *text, size_t len)
{
	text = text_trim(text, &len);
	return arena_strndup(arena, text, len);
}

/* text is what stands between the braces. */
static struct slot
slot_read(struct arena *arena, const char *text, size_t len, int line)
{
	struct slot slot = {.line = line};
	const char *colon = memchr(text, ':', len);
	size_t name = colon == NULL ? len : (size_t)(colon - text);

	slot.whole = slot.name = trimmed(arena, text, name);
	if (colon != NULL) {
		slot.argument = trimmed(arena, colon + 1, len - name - 1);
		slot.whole =
		    arena_printf(arena, "%s: %s", slot.name, slot.argument);
	}
	return slot;
}

static bool
slot_fill(
    struct prose *p, const struct slot *slot, bool block, struct node *parent)
{
	return p->filler->fill(p->arena, p->filler->context, slot->name,
	    slot->argument, block, parent);
}

static void
add_plain(struct prose *p, struct node *parent, const char *text, size_t len)
{
	if (len > 0)
		node_add_text(
		    p->arena, parent, arena_strndup(p->arena, text, len));
}

/* A run of text, its placeholders filled. */
static void
add_text(struct prose *p, const char *text, int line, struct node *parent)
{
	const char *open, *close;
	struct slot slot;

	while (p->filler != NULL && (open = strstr(text, "{{")) != NULL) {
		close = strstr(open, "}}");
		if (close == NULL) {
			report(p, DIAG_placeholder_open, line, open, NULL);
			p->failed = 1;
			break;
		}
		add_plain(p, parent, text, (size_t)(open - text));
		text = close + 2;
		slot = slot_read(
		    p->arena, open + 2, (size_t)(close - open - 2), line);
		if (!slot_fill(p, &slot, false, parent)) {
			report_unknown(p, &slot);
			add_plain(p, parent, open, (size_t)(text - open));
		}
	}
	add_plain(p, parent, text, strlen(text));
}

/* Everything below a node as one text: what is nested too deep. */
static void
add_flat(struct prose *p, cmark_node *node, struct node *parent)
{
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;
	const char *literal;
	struct buf buf;

	buf_init(&buf);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		literal = cmark_node_get_literal(cmark_iter_get_node(iter));
		if (event == CMARK_EVENT_ENTER && literal != NULL)
			buf_puts(&buf, literal);
		else if (event == CMARK_EVENT_EXIT || literal == NULL)
			buf_putc(&buf, ' ');
	}
	cmark_iter_free(iter);
	add_plain(p, parent, buf.data, buf.len);
	buf_release(&buf);
}

static bool
is_comment(const char *html)
{
	return strncmp(html, "<!--", 4) == 0;
}

/* Raw HTML is dropped; a comment without a word. */
static void
drop_html(struct prose *p, cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);

	if (!is_comment(html))
		report(p, DIAG_template_left_out, line_of(node),
		    trimmed(p->arena, html, strcspn(html, "\n")), NULL);
}

/* A link's address may hold placeholders too. */
static const char *
link_url(struct prose *p, cmark_node *node)
{
	const char *url = cmark_node_get_url(node);
	struct slot slot;

	if (p->filler == NULL || strstr(url, "{{") == NULL)
		return node_text(p->arena, arena_strdup(p->arena, url));
	url = prose_line(p->arena, url, p->filler);
	if (strstr(url, "{{") != NULL) {
		slot = slot_read(p->arena, url, strlen(url), line_of(node));
		report_unknown(p, &slot);
	}
	return node_text(p->arena, url);
}

/* An address in angle brackets may stand in a link's text; a link may not. */
static bool
within_link(const struct node *node)
{
	while (node != NULL && node->type != DOC_LINK)
		node = node->parent;
	return node != NULL;
}

static void
add_link(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	const char *title = cmark_node_get_title(node);
	const char *url = link_url(p, node);
	struct node *link;

	if (within_link(parent)) {
		add_inlines(p, node, parent, depth);
		return;
	}
	if (!node_url_allowed(url)) {
		report(p, DIAG_template_link, line_of(node), url, NULL);
		add_inlines(p, node, parent, depth);
		return;
	}
	link = node_new(p->arena, DOC_LINK);
	link->as.link.url = url;
	if (*title != '\0')
		link->as.link.title =
		    node_text(p->arena, arena_strdup(p->arena, title));
	node_append(parent, link);
	add_inlines(p, node, link, depth + 1);
	if (link->child == NULL)
		node_add_text(p->arena, link, url);
}

static void
add_image(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	report(p, DIAG_template_left_out, line_of(node),
	    arena_strdup(p->arena, cmark_node_get_url(node)), NULL);
	add_inlines(p, node, parent, depth);
}

static struct node *
add_literal(
    struct prose *p, cmark_node *node, struct node *parent, enum node_type type)
{
	const char *text = cmark_node_get_literal(node);
	struct node *made = node_new(p->arena, type);
	size_t len = strlen(text);

	if (type == DOC_CODE_BLOCK && len > 0 && text[len - 1] == '\n')
		len--;
	made->as.text = node_text(p->arena, arena_strndup(p->arena, text, len));
	return node_append(parent, made);
}

static void
add_inline(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(
		    p, cmark_node_get_literal(node), line_of(node), parent);
		break;
	case CMARK_NODE_SOFTBREAK:
		node_add_text(p->arena, parent, " ");
		break;
	case CMARK_NODE_LINEBREAK:
		node_add(p->arena, parent, DOC_BREAK);
		break;
	case CMARK_NODE_CODE:
		add_literal(p, node, parent, DOC_CODE);
		break;
	case CMARK_NODE_EMPH:
		add_inlines(
		    p, node, node_add(p->arena, parent, DOC_EMPH), depth + 1);
		break;
	case CMARK_NODE_STRONG:
		add_inlines(
		    p, node, node_add(p->arena, parent, DOC_STRONG), depth + 1);
		break;
	case CMARK_NODE_LINK:
		add_link(p, node, parent, depth);
		break;
	case CMARK_NODE_IMAGE:
		add_image(p, node, parent, depth + 1);
		break;
	case CMARK_NODE_HTML_INLINE:
		drop_html(p, node);
		break;
	}
}

static void
add_inlines(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	if (depth > DEPTH) {
		add_flat(p, node, parent);
		return;
	}
	for (node = cmark_node_first_child(node); node != NULL;
	     node = cmark_node_next(node))
		add_inline(p, node, parent, depth);
}

/* If the paragraph is one placeholder and nothing else: what's inside. */
static bool
is_slot(struct prose *p, cmark_node *paragraph, struct slot *slot)
{
	cmark_node *child = cmark_node_first_child(paragraph);
	const char *text;
	size_t len;

	if (p->filler == NULL || child == NULL ||
	    cmark_node_next(child) != NULL ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT)
		return false;
	text = cmark_node_get_literal(child);
	len = strlen(text);
	text = text_trim(text, &len);
	if (len < 4 || strncmp(text, "{{", 2) != 0 ||
	    strstr(text, "}}") != text + len - 2)
		return false;
	*slot = slot_read(p->arena, text + 2, len - 4, line_of(paragraph));
	return true;
}

/* The holder's children take its place; loose inlines get a paragraph. */
static void
holder_dissolve(struct prose *p, struct node *holder, struct node *before)
{
	struct node *parent = holder->parent, *child, *next, *line = NULL;

	parent->last = before;
	if (before == NULL)
		parent->child = NULL;
	else
		before->next = NULL;
	for (child = holder->child; child != NULL; child = next) {
		next = child->next;
		child->parent = child->next = NULL;
		if (!node_is_inline(child->type)) {
			node_append(parent, child);
			line = NULL;
			continue;
		}
		if (line == NULL)
			line = node_add(p->arena, parent, DOC_PARAGRAPH);
		node_append(line, child);
	}
}

/*
 * A placeholder that may become blocks or inlines: until we see which, it
 * fills a section without a title, where both may stand.
 */
static void
add_slot(struct prose *p, const struct slot *slot, struct node *parent)
{
	struct node *before = parent->last;
	struct node *holder = node_new(p->arena, DOC_SECTION);

	holder->as.section.level = node_level(parent);
	node_append(parent, holder);
	if (!slot_fill(p, slot, true, holder))
		report_unknown(p, slot);
	holder_dissolve(p, holder, before);
}

static void
add_paragraph(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	struct slot slot;
	struct node *made;

	if ((parent->type == DOC_DOCUMENT || parent->type == DOC_SECTION) &&
	    is_slot(p, node, &slot)) {
		add_slot(p, &slot, parent);
		return;
	}
	made = node_new(p->arena, DOC_PARAGRAPH);
	add_inlines(p, node, made, depth + 1);
	if (made->child != NULL)
		node_append(parent, made);
}

static void
add_list(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	struct node *list = node_add(p->arena, parent, DOC_LIST);

	list->as.list.ordered =
	    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	list->as.list.start = cmark_node_get_list_start(node);
	for (node = cmark_node_first_child(node); node != NULL;
	     node = cmark_node_next(node))
		add_blocks(
		    p, node, node_add(p->arena, list, DOC_ITEM), depth + 1);
}

/* The section that a heading opens, below the one it belongs to. */
static void
open_section(struct prose *p, cmark_node *node)
{
	struct node *line = node_new(p->arena, DOC_PARAGRAPH), *where;
	int level = cmark_node_get_heading_level(node);
	struct buf title;

	add_inlines(p, node, line, 0);
	buf_init(&title);
	node_plain(&title, line);
	while (p->nopen > 0 && p->open[p->nopen - 1].level >= level)
		p->nopen--;
	where = p->nopen == 0 ? p->top : p->open[p->nopen - 1].section;
	p->open[p->nopen].level = level;
	p->open[p->nopen++].section = node_add_section(
	    p->arena, where, arena_strndup(p->arena, title.data, title.len), 0);
	buf_release(&title);
}

/* A heading where no section may stand. */
static void
add_bold(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	struct node *line;

	if (cmark_node_first_child(node) == NULL)
		return;
	line = node_add(p->arena, parent, DOC_PARAGRAPH);
	add_inlines(p, node, node_add(p->arena, line, DOC_STRONG), depth + 2);
}

static void
add_block(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(p, node, parent, depth);
		break;
	case CMARK_NODE_HEADING:
		add_bold(p, node, parent, depth);
		break;
	case CMARK_NODE_LIST:
		add_list(p, node, parent, depth);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		add_blocks(
		    p, node, node_add(p->arena, parent, DOC_QUOTE), depth + 1);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_literal(p, node, parent, DOC_CODE_BLOCK);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		node_add(p->arena, parent, DOC_RULE);
		break;
	case CMARK_NODE_HTML_BLOCK:
		drop_html(p, node);
		break;
	}
}

/* The blocks below node; parent is no section. */
static void
add_blocks(struct prose *p, cmark_node *node, struct node *parent, int depth)
{
	if (depth > DEPTH) {
		add_flat(p, node, node_add(p->arena, parent, DOC_PARAGRAPH));
		return;
	}
	for (node = cmark_node_first_child(node); node != NULL;
	     node = cmark_node_next(node))
		add_block(p, node, parent, depth);
}

static cmark_node *
parse(const char *text, size_t len)
{
	cmark_node *root;

	root = cmark_parse_document(text, len, CMARK_OPT_VALIDATE_UTF8);
	cmark_consolidate_text_nodes(root);
	return root;
}

struct prose_tree {
	cmark_node *root;
};

static void
release(void *root)
{
	cmark_node_free(root);
}

const struct prose_tree *
prose_parse(struct arena *arena, const char *text, size_t len)
{
	struct prose_tree *tree = arena_alloc(arena, sizeof(*tree));

	tree->root = parse(text, len);
	arena_adopt(arena, release, tree->root);
	return tree;
}

int
prose_template(struct arena *arena, struct diag *diag, const char *path,
    const struct prose_tree *tree, const struct prose_filler *filler,
    struct node *parent)
{
	struct prose p = {.arena = arena,
	    .diag = diag,
	    .path = path,
	    .filler = filler,
	    .top = parent};
	cmark_node *node;

	for (node = cmark_node_first_child(tree->root); node != NULL;
	     node = cmark_node_next(node)) {
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			open_section(&p, node);
		else
			add_block(&p, node,
			    p.nopen == 0 ? parent : p.open[p.nopen - 1].section,
			    0);
	}
	return p.failed ? -1 : 0;
}

void
prose_note(
    struct arena *arena, const char *text, size_t len, struct node *parent)
{
	struct prose p = {.arena = arena, .top = parent};
	cmark_node *root;

	if (len > NOTE_BYTES) {
		node_add_paragraph(
		    arena, parent, arena_strndup(arena, text, len));
		return;
	}
	root = parse(text, len);
	add_blocks(&p, root, parent, 0);
	cmark_node_free(root);
}

const char *
prose_line(
    struct arena *arena, const char *text, const struct prose_filler *filler)
{
	struct node *line = node_new(arena, DOC_PARAGRAPH);
	struct prose p = {.arena = arena, .filler = filler};
	const char *result;
	struct buf buf;

	add_text(&p, text, 0, line);
	buf_init(&buf);
	node_plain(&buf, line);
	result = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return result;
}
