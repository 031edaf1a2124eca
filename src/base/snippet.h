/*
 * A line of a file on a terminal, with a caret under what is meant.
 */
#ifndef BASE_SNIPPET_H
#define BASE_SNIPPET_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Columns that a line takes, the label before it not counted. */
#define SNIPPET_COLUMNS	72

struct snippet {
	const char	*label;	/* before the line: "C14" */
	const char	*line;	/* UTF-8 without its break */
	size_t		 len;
	bool		 marked;	/* there is something to point at: */
	size_t		 at, size;	/* its bytes; size 0: a gap */
	const char	*colour;	/* of the carets, or NULL */
};

/*
 * One line with the label, one with carets below it if something is marked.
 * A tab takes four columns; what would steer a terminal stands as \u001b; of a
 * longer line the part around the carets is shown between "…".
 */
void	snippet_put(struct buf *, const struct snippet *);

#endif
