/*
 * Why a light has its colour, and what would turn it green.
 *
 * A reason is a code with the numbers that decided; the label "reason.<id>"
 * turns it into a sentence.  A step is something that can be done; the label
 * "step.<id>" does the same.
 */
#ifndef FIGURES_REASON_H
#define FIGURES_REASON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/diag.h"
#include "portfolio/portfolio.h"

/* X(NAME, id): what {1} {2} {3} of the label are stands behind each. */
#define REASON_LIST(X) \
	X(NOT_REPORTED, not_reported)	/* - */ \
	X(PARKED, parked)		/* - */ \
	X(COMPLETED, completed)		/* - */ \
	X(NO_PLAN, no_plan)		/* - */ \
	X(SLIP, slip)			/* days, planned end, forecast end */ \
	X(OVERDUE, overdue)		/* days past, planned end */ \
	X(LAG, lag)			/* points E - P, expected, progress */ \
	X(STALLED, stalled)		/* months without progress enough */ \
	X(NO_PROGRESS, no_progress)	/* - */ \
	X(NO_GO_NEAR, no_go_near)	/* days to the gate, planned end */ \
	X(COST, cost)			/* percent over, forecast, budget */ \
	X(NO_ECONOMY, no_economy)	/* - */ \
	X(RISK, risk)			/* score; id and text of the risk */ \
	X(NO_RISK, no_risk)		/* - */ \
	X(BENEFIT, benefit)		/* fraction %, planned %; id and name */ \
	X(NO_BENEFIT, no_benefit)	/* - */

#define STEP_LIST(X) \
	X(REPORT, report)		/* send the month's status */ \
	X(PLAN, plan)			/* give the phase a plan */ \
	X(CELL, cell)			/* main task: from {1} % to done */ \
	X(UNBLOCK, unblock)		/* main task that is blocked */ \
	X(CRITERION, criterion)		/* mandatory criterion to be met */ \
	X(TASK, task)			/* mandatory task to be closed */ \
	X(GATE, gate)			/* hold the gate, or agree a new date */ \
	X(COST, cost)			/* bring the forecast down by {1} DKK */ \
	X(RISK, risk)			/* bring the score of a risk below {1} */ \
	X(READING, reading)		/* a reading of {1} of a benefit */

/*
 * Why a gate is no go (rule 7); the label "gate_reason.<id>".  The first ones
 * forbid a conditional go too.
 */
#define GATE_REASON_LIST(X) \
	X(NOTHING_REPORTED, nothing_reported)	/* no readiness */ \
	X(NO, no)			/* mandatory criterion */ \
	X(UNANSWERED, unanswered)	/* mandatory criterion */ \
	X(READINESS_LOW, readiness_low)	/* readiness, wanted, if met */ \
	X(PARTLY, partly)		/* mandatory criterion */ \
	X(WAIVED, waived)		/* mandatory criterion */ \
	X(TASK, task)			/* mandatory task that is open */ \
	X(BLOCKED, blocked)		/* main task of the phase */ \
	X(READINESS, readiness)		/* readiness, wanted, if met */

enum reason_code {
#define REASON(NAME, id)	REASON_##NAME,
	REASON_LIST(REASON)
#undef REASON
	REASONS
};

enum step_code {
#define STEP(NAME, id)	STEP_##NAME,
	STEP_LIST(STEP)
#undef STEP
	STEPS
};

enum gate_reason_code {
#define GATE_REASON(NAME, id)	GATE_REASON_##NAME,
	GATE_REASON_LIST(GATE_REASON)
#undef GATE_REASON
	GATE_REASONS
};

struct reason {
	enum reason_code code;
	int		 kind;		/* enum light_kind it decided */
	enum light	 light;
	double		 number[3];	/* as the list says; NUM_NONE */
	day		 date[2];	/* planned end, forecast end */
	const char	*id;		/* of a risk or benefit, or NULL */
	const char	*text;		/* its text, or NULL */
	struct loc	 loc;
};

struct step {
	enum step_code	 code;
	int		 kind;		/* enum light_kind it would turn */
	int		 main_task;	/* CELL, UNBLOCK; else -1 */
	int		 criterion;	/* CRITERION; else -1 */
	double		 number;	/* as the list says; NUM_NONE */
	const char	*id;		/* of a task, risk or benefit, or NULL */
	const char	*text;		/* its title or text, or NULL */
	const char	*unit;		/* READING: the benefit's unit */
	struct loc	 loc;
};

struct gate_reason {
	enum gate_reason_code code;
	bool		 forbids;	/* a conditional go too */
	int		 criterion;	/* or -1 */
	int		 main_task;	/* BLOCKED, or -1 */
	int		 task;		/* TASK: of the rollout's; or -1 */
	/* Percent: now, what is wanted, with every mandatory criterion met. */
	double		 readiness, wanted, if_met;
};

const char	*gate_reason_id(enum gate_reason_code);	/* "unanswered" */
const char	*reason_id(enum reason_code);	/* "slip" */
const char	*step_id(enum step_code);	/* "cell" */

#endif
