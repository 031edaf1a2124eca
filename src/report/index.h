/*
 * index.html, the door of a pack: for this room only.
 */
#ifndef REPORT_INDEX_H
#define REPORT_INDEX_H

#include "report/report.h"

struct node	*index_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

#endif
