/*
 * The inside of the backend for terminals; only render/plain*.c may include
 * this.
 */
#ifndef RENDER_PLAIN_H
#define RENDER_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct grid;
struct labels;

struct plain {
	struct buf		*out;
	const struct labels	*labels;
	size_t			 width;		/* of a line; 0: no limit */
	bool			 colour;
};

/*
 * The next line of a text that is at most so wide (0: up to a line break):
 * *len bytes from what is returned, and *text moves behind it.  NULL at the
 * end.  Lines break at blanks, else behind a slash, else anywhere.
 */
const char	*plain_line(const char **text, size_t width, size_t *len);

/* Wrapped: the first line behind `first`, the others behind as many blanks. */
void	plain_wrap(const struct plain *, const char *first, const char *text);

/* Between mark and end: as they are without colour. */
void	plain_mark(const struct plain *, const char *code);
void	plain_end(const struct plain *);

void	plain_grid(const struct plain *, const struct grid *);

#endif
