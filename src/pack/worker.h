/*
 * Worker processes: independent items of work, each with an arena and findings
 * of its own, done by several processes in any order.
 *
 * A worker that dies costs the run, never the program: the workbook library
 * crashes when memory runs out.  Workers die with the process that started
 * them.
 */
#ifndef PACK_WORKER_H
#define PACK_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

struct work {
	size_t count;                /* items */
	int jobs;                    /* processes, at least 1 */
	enum diag_language language; /* of the findings */
	bool progress;               /* say on stderr how far it is */
	const void *context;
	/* Returns what it made, or -1 after reporting; in a worker. */
	int (*item)(
	    const void *context, struct arena *, struct diag *, size_t index);
	const char *(*name)(const void *context, struct arena *, size_t index);
};

/*
 * Returns how much was made, or -1 after reporting, or if a signal came.
 * What the workers found comes into the diag, each finding once.
 */
int work_run(const struct work *, struct arena *, struct diag *);

/* Kill the workers that there are and wait until they are gone; asks for no
 * memory. */
void work_abandon(void);

#endif
