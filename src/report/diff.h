/*
 * What differs between two months, for report/diff*.c.
 */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/value.h"
#include "report/report.h"

struct arena;

enum direction { DIRECTION_NONE, DIRECTION_BETTER, DIRECTION_WORSE };

/* One thing that differs in a rollout. */
struct difference {
	int		 municipality;	/* of the later month's portfolio */
	int		 solution;
	const char	*aspect;	/* "light_time"; label "column.<aspect>" */
	const char	*item;		/* of a risk, criterion ...; or NULL */
	const char	*words;		/* labels "<words>.<id>" of its texts */
	struct value	 before, after;	/* texts are ids */
	bool		 told_before, told_after; /* a report, if one is due */
	enum direction	 direction;
	struct loc	 loc;		/* of what made it so; or no file */
	size_t		 at;		/* in the order of coming */
};

struct difference_list {
	struct difference	*line;	/* by municipality, rollout */
	size_t			 n, cap;
	enum change		*change;	/* beside the later rollouts */
	int			 count[CHANGES]; /* of those not parked */
	int			 parked, phases;
};

void	diff_collect(struct arena *, const struct facts *then,
	    const struct facts *now, struct difference_list *);

/* A rollout in both months; the earlier is NULL if it wasn't there. */
struct diff_pair {
	struct arena			*arena;
	const struct facts		*then, *now;
	const struct rollout_figures	*before, *after;
	struct difference_list		*list;
};

/*
 * Adds it if before and after are not the same; loc may be NULL.  The item is
 * NULL where the aspect is all there is to say.
 */
void	diff_add(const struct diff_pair *, const char *aspect,
	    const char *item, const char *words, struct value before,
	    struct value after, enum direction, const struct loc *);

/* diff_items.c: decisions, risks, criteria, tasks, benefits. */
void	diff_items(const struct diff_pair *);

#endif
