/*
 * Reasons and steps as sentences: "reason.<id>" and "step.<id>" of the labels.
 */
#ifndef REPORT_REASONS_H
#define REPORT_REASONS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

struct arena;

const char	*reason_sentence(struct arena *, const struct facts *,
		    const struct reason *);
const char	*step_sentence(struct arena *, const struct facts *,
		    const struct step *);

/*
 * What decided the overall light, at most max sentences in a row; and how
 * many more there are, if any.  NULL if there is nothing to say.
 */
const char	*reasons_deciding(struct arena *, const struct facts *,
		    const struct rollout_figures *, size_t max);
/*
 * That a later gate has been passed than the phase which it stands in, so that
 * a decision may not have been sent in; NULL if not.
 */
const char	*reason_gap(struct arena *, const struct facts *,
		    const struct rollout_figures *);
/* What decided one of the five lights. */
const char	*reasons_of_kind(struct arena *, const struct facts *,
		    const struct rollout_figures *, enum light_kind);
/* The first steps towards green, in the order in which they matter. */
const char	*steps_first(struct arena *, const struct facts *,
		    const struct rollout_figures *, size_t max);

/* Is the i-th step said for the first time? */
bool	step_is_new(const struct step *, size_t i);

#endif
