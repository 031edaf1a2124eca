/*
 * Memory that lives until its arena is freed, all at once.
 *
 * The arena owns everything: records, strings, documents.  Nothing taken from
 * an arena is freed by itself.  Out of memory ends the program here, in buf.c
 * and, for the libraries, in memory.c, so no caller tests for NULL.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/*
 * Say "parathed: out of memory" and end the process with status 2, nothing
 * flushed; for arena.c, buf.c, memory.c (allocations of the libraries) and what
 * wraps a library that can fail in no other way.
 */
void	 arena_exhausted(void) __attribute__((noreturn));

/*
 * What is to be done before that, without memory; returns the exit status.
 * NULL: nothing, and 2.  Returns what was to be done until now.
 */
typedef int	 tidy_fn(void);
tidy_fn		*arena_at_exhaustion(tidy_fn *);

struct arena	*arena_new(void);
void		 arena_free(struct arena *);	/* NULL is let pass */
/* What a library has allocated goes with the arena. */
void		 arena_adopt(struct arena *, void (*release)(void *), void *);

/* Zeroed memory, aligned for any type. */
void	*arena_alloc(struct arena *, size_t size);

/* An array of count zeroed members; the product is checked for overflow. */
void	*arena_array(struct arena *, size_t count, size_t size);

/*
 * Make room for one more member of an array that grows: returns the array
 * (moved, if it was full) and keeps *cap.  Usage:
 *	v = arena_grow(a, v, n, &cap, sizeof(*v));
 *	v[n++] = member;
 * The new member is zeroed; an empty array may be NULL with a cap of 0.
 */
void	*arena_grow(struct arena *, void *array, size_t count, size_t *cap,
	    size_t size);

char	*arena_strdup(struct arena *, const char *);
/* Exactly len bytes and a NUL. */
char	*arena_strndup(struct arena *, const char *, size_t len);
char	*arena_printf(struct arena *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
