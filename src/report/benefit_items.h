/*
 * Benefits of rollouts that aren't parked, chosen and put in order: of all, or
 * of the municipality that a document is about.
 */
#ifndef REPORT_BENEFIT_ITEMS_H
#define REPORT_BENEFIT_ITEMS_H

#include <stddef.h>

#include "report/placeholder.h"

/* A benefit and whose it is. */
struct benefit_item {
	const struct rollout_figures *rollout;
	const struct benefit_figures *figures;
};

struct benefit_items {
	struct benefit_item	*item;
	size_t			 n;
};

enum benefit_choice {
	BENEFIT_ALL,		/* but disbenefits, as in the next two */
	BENEFIT_UNMEASURED,	/* due, without a reading */
	BENEFIT_EARLY,		/* claimed while a prerequisite is open */
	BENEFIT_AGAINST,	/* disbenefits */
	BENEFIT_EVERY,		/* and these too, as in all below */
	BENEFIT_BEHIND,		/* measured red or yellow */
	BENEFIT_LATE,		/* a reading is late */
	BENEFIT_ACTION,		/* a deviation or an action is given */
	BENEFIT_OPEN,		/* a prerequisite is open */
	BENEFIT_WORTH		/* a value in kroner is given */
};

enum benefit_order {
	/* red, yellow, not measured, can't be judged, green, not yet due;
	   then by target date and how far behind */
	BENEFIT_BY_URGENCY,
	BENEFIT_BY_REALISED,	/* most kroner first */
	BENEFIT_BY_NAME,	/* by solution; one name together */
	BENEFIT_BY_DELAY,	/* the latest reading first */
	BENEFIT_BY_PLACE	/* municipality, solution, id */
};

/* The arena of the draft owns them. */
struct benefit_items	benefit_items(const struct draft *,
			    enum benefit_choice, enum benefit_order);

#endif
