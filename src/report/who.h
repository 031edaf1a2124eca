/*
 * Whom a row of the management pack is about.
 */
#ifndef REPORT_WHO_H
#define REPORT_WHO_H

#include <stddef.h>

#include "report/placeholder.h"

#define WHO_ROWS 40 /* of a long list stand on the page */

struct grid_cell;

/* A municipality's name, leading to its own document if there is one. */
void
who_municipality(const struct draft *, struct grid_cell *, int municipality);
/* The columns "municipality" and "solution" of the last row. */
void who_set(
    const struct draft *, const struct grid *, const struct rollout_figures *);

/*
 * Rollouts by urgency, then those without by municipality and solution; only
 * the ones that aren't parked.  The arena owns the list.
 */
const int *who_by_urgency(const struct draft *, size_t *count);

#endif
