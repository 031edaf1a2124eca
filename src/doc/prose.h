/*
 * Templates and notes: CommonMark to nodes, placeholders filled in the tree.
 *
 * A template is parsed first and filled afterwards, so data never passes a
 * parser.  {{name}} or {{name: argument}} within a line becomes inlines; alone
 * in its paragraph it may become blocks.  Headings become sections that nest.
 */
#ifndef DOC_PROSE_H
#define DOC_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/node.h"

struct arena;
struct diag;

/*
 * Fill one placeholder below parent: blocks if block is true and the name
 * means blocks, else inlines.  Returns false if it knows no such name or
 * argument (prose then reports it with the template's line and the nearest
 * of the names).
 */
struct prose_filler {
	bool	(*fill)(struct arena *, void *context, const char *name,
		    const char *argument, bool block, struct node *parent);
	void			*context;
	const char *const	*name;	/* "name" or "name: argument", for nearest */
	size_t			 nname;
};

/* A template as the parser understood it. */
struct prose_tree;

/* It lives as long as the arena, and can be filled again and again. */
const struct prose_tree	*prose_parse(struct arena *, const char *text,
			    size_t len);

/*
 * Append the template to parent.  Raw HTML is dropped and reported, links
 * other than http, https, mailto and relative ones lose their target.  path is
 * for messages.  Returns 0, or -1 after reporting an unknown placeholder.
 */
int	prose_template(struct arena *, struct diag *, const char *path,
	    const struct prose_tree *, const struct prose_filler *,
	    struct node *parent);

/*
 * Append an office's note: the same without placeholders ({{x}} stays as it
 * is), its headings as bold paragraphs so that they can't break the outline.
 */
void	prose_note(struct arena *, const char *text, size_t len,
	    struct node *parent);

/*
 * Text outside Markdown (a heading, a page shell): fill {{name}} by inlines
 * turned into plain text.
 */
const char	*prose_line(struct arena *, const char *text,
		    const struct prose_filler *);

#endif
