/*
 * What both heat maps say of a rollout: for heat*.c only.
 */
#ifndef REPORT_HEAT_H
#define REPORT_HEAT_H

#include "report/placeholder.h"

/* "R F2 +2": light, phase, and cells carried over. */
void	heat_rollout(const struct draft *, struct grid_cell *,
	    const struct rollout_figures *);
/* NULL if nobody takes the solution into use. */
const struct rollup	*heat_rollup(const struct facts *, size_t solution);

#endif
