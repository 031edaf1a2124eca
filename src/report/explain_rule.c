/*
 * The rules as *Om tallene* words them, so that there is one wording only: the
 * items of the management report's lists, found by how they begin.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/node.h"
#include "doc/prose.h"
#include "report/about.h"
#include "report/explain.h"

#define TEMPLATE "rapport.md"

static const struct placeholder thresholds[] = {ABOUT_THRESHOLDS};

/* Thresholds have their value; all else of the template is not wanted. */
static bool
fill(struct arena *arena, void *context, const char *name, const char *argument,
    bool block, struct node *parent)
{
	const struct draft *draft = context;
	const char *wanted;
	size_t i;

	(void)block;
	if (strcmp(name, "threshold") != 0 || argument == NULL)
		return true;
	wanted = arena_printf(arena, "%s: %s", name, argument);
	for (i = 0; i < sizeof(thresholds) / sizeof(thresholds[0]); i++)
		if (strcmp(thresholds[i].name, wanted) == 0)
			node_add_text(arena, parent, thresholds[i].text(draft));
	return true;
}

/* The text of an item that begins with these bold words, or NULL. */
static const char *
item_text(struct arena *arena, const struct node *item, const char *head)
{
	const struct node *first = item->child;
	const char *found = NULL;
	struct buf text;

	if (first != NULL && first->type == DOC_PARAGRAPH)
		first = first->child;
	if (first == NULL || first->type != DOC_STRONG)
		return NULL;
	buf_init(&text);
	node_plain(&text, first);
	if (strcmp(text.data, head) == 0) {
		buf_clear(&text);
		node_plain(&text, item);
		found = arena_strndup(arena, text.data, text.len);
	}
	buf_release(&text);
	return found;
}

static const char *
find_item(struct arena *arena, const struct node *node, const char *head)
{
	const struct node *child;
	const char *found = NULL;

	if (node->type == DOC_ITEM)
		return item_text(arena, node, head);
	for (child = node->child; child != NULL && found == NULL;
	     child = child->next)
		found = find_item(arena, child, head);
	return found;
}

/* Faults of the template are reported when a pack is made of it. */
static const struct node *
read_template(struct arena *arena, const struct facts *facts)
{
	const struct template_file *file =
	    templates_find(facts->templates, TEMPLATE);
	const struct document empty = {.title = ""};
	struct draft draft = {.arena = arena, .facts = facts};
	const struct prose_filler filler = {.fill = fill, .context = &draft};
	struct node *root = node_new_document(arena, &empty);

	if (file != NULL)
		prose_template(arena, diag_new(arena, DIAG_EN), file->path,
		    file->tree, &filler, root);
	return root;
}

const char *
explain_rule(struct arena *arena, const struct facts *facts, const char *heads)
{
	const struct node *root = read_template(arena, facts);
	const char *text = NULL, *found;
	size_t len;

	for (;;) {
		len = strcspn(heads, "|");
		found =
		    find_item(arena, root, arena_strndup(arena, heads, len));
		if (found != NULL)
			text = text == NULL
			    ? found
			    : arena_printf(arena, "%s %s", text, found);
		if (heads[len] == '\0')
			return text;
		heads += len + 1;
	}
}
