/*
 * Publishing: render every document into a staging folder beside the target,
 * sync it, put it in place in one step.
 *
 * Only this room creates, renames or deletes output files.  Until the last
 * step the earlier pack stands as it was; after a failure the staging folder
 * is gone.
 */
#ifndef PACK_PACK_H
#define PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

/* Which checklist a run of 'parathed gate' makes; NULL where not given. */
struct pack_gate {
	const char *municipality, *solution, *blank;
};

struct pack_options {
	const char *output;      /* folder of packs: output/2015-03 below */
	const char *lang;        /* "da" */
	const char *const *only; /* names of report_table; none: all */
	size_t nonly;
	int jobs;      /* worker processes, at least 1 */
	bool progress; /* say on stderr how far it has come */
	const char *name;          /* of the folder; NULL: the month */
	const struct pack_gate *gate; /* for the manifest; NULL: none */
	const struct slice *slice; /* documents of this alone; NULL: all */
	bool apart;                /* no month's pack: no data, no record */
};

struct pack_result {
	const char *path; /* output/2015-03 */
	size_t ndocument; /* documents made */
	size_t nfile;     /* files published */
};

/*
 * Make the pack of the facts.  Returns 0, or -1 after reporting: nothing was
 * published and nothing is left behind.
 */
int pack_publish(struct arena *, struct diag *, const struct facts *,
    const struct pack_options *, struct pack_result *);

/*
 * True once this process has published a pack: whatever fails afterwards, the
 * exit status must not be that of a run from which nothing came.
 */
bool pack_stands(void);

#endif
