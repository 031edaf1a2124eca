/*
 * What the program's other parts ask of the checklists of gates.
 */
#ifndef REPORT_GATE_FORM_H
#define REPORT_GATE_FORM_H

#include <stdbool.h>

#include "report/report.h"

struct arena;
struct draft;

/* There is a checklist of a rollout that has a gate before it. */
bool	gate_has_checklist(const struct rollout_figures *);
bool	gate_checklist_exists(const struct facts *, const struct slice *);

/* How a document refers to a rollout's checklist; NULL if there is none. */
const char	*gate_href(const struct draft *, int rollout, int format);

/*
 * Facts of one rollout of which nothing is known but its current phase, for
 * an empty form.  municipality may be -1: any; what the register says of the
 * rollout is kept if there is one.  The form is slice 0 of the rollouts.
 */
void	gate_blank(struct arena *, const struct facts *, int municipality,
	    int solution, int phase, struct facts *blank);

/*
 * What a folder of one checklist is called: "skema-101-SAPA-F2-2015-03-31",
 * "skema-tom-SAPA-F2" of an empty one.
 */
const char	*gate_folder(struct arena *, const struct facts *,
		    const struct slice *);

#endif
