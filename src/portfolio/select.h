/*
 * A part of the portfolio: some municipalities, solutions, regions or waves.
 */
#ifndef PORTFOLIO_SELECT_H
#define PORTFOLIO_SELECT_H

#include <stddef.h>

struct arena;
struct diag;
struct portfolio;

enum select_by {
	SELECT_MUNICIPALITY, SELECT_SOLUTION, SELECT_REGION, SELECT_WAVE,
	SELECT_BYS
};

/* The values asked for, and, after portfolio_select(), as registered. */
struct selection {
	const char	**value[SELECT_BYS];
	size_t		 count[SELECT_BYS];
	size_t		 cap[SELECT_BYS];
};

/* True if anything at all was asked for. */
int	selection_given(const struct selection *);

/*
 * Keep the rollouts that fit one value of every kind asked for and let the
 * others go, with their rows and plans; municipalities, solutions and the
 * programme's own risks stay.  Values are replaced by the register's writing
 * (a municipality's code).  Nothing happens if nothing was asked for.
 * Returns 0, or -1 after reporting an unknown value with the nearest known
 * one, or that nothing fits.
 */
int	portfolio_select(struct arena *, struct diag *, struct portfolio *,
	    struct selection *);

/*
 * One municipality (code or name) and one solution (id or name) by themselves.
 * Return 0, or -1 after reporting an unknown one as above.
 */
int	select_municipality(struct diag *, const struct portfolio *,
	    const char *, int *number);
int	select_solution(struct diag *, const struct portfolio *,
	    const char *, int *number);

#endif
