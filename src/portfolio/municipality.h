/*
 * Municipalities by code and by name, as people write them: 101, 0101,
 * København, Københavns Kommune, Århus, "101 København".
 */
#ifndef PORTFOLIO_MUNICIPALITY_H
#define PORTFOLIO_MUNICIPALITY_H

#include <stdbool.h>

struct arena;
struct municipality_names;

#define MUNICIPALITY_NONE	(-1)
#define MUNICIPALITY_DISAGREE	(-2)	/* code and name are two of them */

struct municipality_names	*municipality_names_new(struct arena *);

/* Let a municipality's number be found by its code and by one more name. */
void	municipality_names_put(struct municipality_names *, int code,
	    const char *name, int number);

/* The number behind a cell, or one of the two above. */
int	municipality_names_get(struct municipality_names *, const char *);

/* The nearest code or name to what was written, or NULL. */
const char	*municipality_names_nearest(const struct municipality_names *,
		    const char *);

/* A code alone: one to four digits, 1 or more; -1 if it is none. */
int	municipality_code(const char *);

#endif
