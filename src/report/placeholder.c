/*
 * Filling a template by a table of placeholders.
 */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "doc/node.h"
#include "doc/prose.h"
#include "report/placeholder.h"

struct span
draft_rollouts(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	int index = draft->slice->index;

	switch (draft->slice->by) {
	case SLICE_MUNICIPALITY:
		return portfolio_rollouts_of(folio, index);
	case SLICE_ROLLOUT:
		return (struct span){(size_t)index, 1};
	case SLICE_PROGRAMME:
		break;
	}
	return (struct span){0, folio->nrollout};
}

/* "name" or "name: argument", as the table has it. */
static bool
is_named(const struct placeholder *p, const char *name, const char *argument)
{
	size_t len = strlen(name);

	if (argument == NULL)
		return strcmp(p->name, name) == 0;
	return strncmp(p->name, name, len) == 0 &&
	    strncmp(p->name + len, ": ", 2) == 0 &&
	    strcmp(p->name + len + 2, argument) == 0;
}

static struct grid *
table_of(const struct draft *draft, size_t i)
{
	if (draft->made[i] == NULL)
		draft->made[i] = draft->placeholder[i].table(draft);
	return draft->made[i];
}

/* The row of that name, which there is. */
static size_t
row_of(const struct draft *draft, const char *name)
{
	size_t i;

	for (i = 0; i < draft->nplaceholder; i++)
		if (strcmp(draft->placeholder[i].name, name) == 0)
			break;
	assert(i < draft->nplaceholder);
	return i;
}

struct grid *
placeholder_table(const struct draft *draft, const char *name)
{
	return table_of(draft, row_of(draft, name));
}

static void
add_text(struct draft *draft, const char *text, struct node *parent)
{
	if (text != NULL && *text != '\0')
		node_add_text(draft->arena, parent, text);
}

/* A table stands once; a second time the reader is not told anything new. */
static void
add_table(struct draft *draft, size_t i, struct node *parent)
{
	struct grid *grid = table_of(draft, i);

	if (grid != NULL && !draft->placed[i])
		node_add_grid(draft->arena, parent, grid);
	draft->placed[i] = true;
}

static void
add_chart(struct draft *draft, size_t i, struct node *parent)
{
	const struct placeholder *p = &draft->placeholder[i];
	const struct grid *over = table_of(draft, row_of(draft, p->over));
	const struct chart *chart;

	chart = over == NULL ? NULL : p->chart(draft, over);
	if (chart == NULL)
		return;
	node_add_chart(draft->arena, parent, chart);
	draft->placed[i] = true;
}

static bool
fill_one(struct draft *draft, size_t i, bool block, struct node *parent)
{
	const struct placeholder *p = &draft->placeholder[i];

	if (p->text != NULL) {
		add_text(draft, p->text(draft), parent);
		return true;
	}
	if (!block)
		return false;
	if (p->table != NULL)
		add_table(draft, i, parent);
	else if (p->chart != NULL)
		add_chart(draft, i, parent);
	else
		p->blocks(draft, parent);
	return true;
}

static bool
fill(struct arena *arena, void *context, const char *name, const char *argument,
    bool block, struct node *parent)
{
	struct draft *draft = context;
	size_t i;

	(void)arena; /* the draft's own */
	for (i = 0; i < draft->nplaceholder; i++)
		if (is_named(&draft->placeholder[i], name, argument))
			return fill_one(draft, i, block, parent);
	return false;
}

/* A chart is drawn from a table that stands in the same document. */
static int
check_charts(const struct draft *draft, const char *path)
{
	const struct loc loc = {.file = path};
	const struct placeholder *p;
	int result = 0;
	size_t i;

	for (i = 0; i < draft->nplaceholder; i++) {
		p = &draft->placeholder[i];
		if (p->chart == NULL || !draft->placed[i] ||
		    draft->placed[row_of(draft, p->over)])
			continue;
		diag_add(draft->diag, DIAG_chart_without_table, &loc, p->name,
		    p->over, (char *)NULL);
		result = -1;
	}
	return result;
}

static const char *const *
names_of(const struct draft *draft)
{
	const char **name;
	size_t i;

	name = arena_array(draft->arena, draft->nplaceholder, sizeof(*name));
	for (i = 0; i < draft->nplaceholder; i++)
		name[i] = draft->placeholder[i].name;
	return name;
}

int
placeholder_fill(struct draft *draft, struct node *document)
{
	return placeholder_fill_part(draft, draft->report->template, document);
}

int
placeholder_fill_part(
    struct draft *draft, const char *part, struct node *parent)
{
	const struct template_file *file;
	struct prose_filler filler = {.fill = fill, .context = draft};

	draft->made = arena_array(
	    draft->arena, draft->nplaceholder, sizeof(*draft->made));
	draft->placed = arena_array(
	    draft->arena, draft->nplaceholder, sizeof(*draft->placed));
	filler.name = names_of(draft);
	filler.nname = draft->nplaceholder;
	file = templates_find(draft->facts->templates, part);
	if (prose_template(draft->arena, draft->diag, file->path, file->tree,
		&filler, parent) == -1)
		return -1;
	return check_charts(draft, file->path);
}
