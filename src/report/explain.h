/*
 * How a figure came about: for report/explain*.c.
 *
 * A derivation takes its terms from the figures and the facts that they point
 * to; it computes nothing.
 */
#ifndef REPORT_EXPLAIN_H
#define REPORT_EXPLAIN_H

#include "doc/grid.h"
#include "report/data.h"
#include "report/report.h"

#define EXPLAIN_LINES	32	/* of one figure: words, equations */

/* A derivation that is being made. */
struct explain {
	struct arena			*arena;
	const struct facts		*facts;
	const struct model		*model;
	const struct rollout_figures	*r;
	size_t				 index;		/* of the rollout */
	bool				 rows;	/* for programs: ids */
	struct grid			*terms;
	const char	*equation[EXPLAIN_LINES];
	size_t		 nequation;
	const char	*word[EXPLAIN_LINES];	/* sentences after the rule */
	size_t		 nword;
};

/*
 * A term: what it is, in words, its weight (NUM_NONE: none), its value and
 * where it stands (NULL, or without a file: in none).
 */
void	explain_term(struct explain *, const char *term, const char *detail,
	    double weight, struct value, const struct loc *);
/* Another figure of the rollout; a threshold with the line that sets it. */
void	explain_figure(struct explain *, const char *figure, double weight);
void	explain_threshold(struct explain *, enum threshold, double weight);
/* A cell of the matrix as it was reported; the answer to a criterion. */
void	explain_cell(struct explain *, int task, int phase, double weight,
	    struct value);
void	explain_answer(struct explain *, size_t criterion, double weight,
	    struct value);
/* Spelled with {1}, {2}, ... for the values; symbols only, no words. */
void	explain_equation(struct explain *, const char *spelled,
	    const struct value *, size_t n);
/* The label, if there is one, with {1}, {2}, ... */
void	explain_say(struct explain *, const char *key, int64_t n,
	    const struct value *, size_t count);

/* A grey light is then not for want of a report. */
bool	explain_is_told(const struct explain *);
/* A light; for people, where it could not be told, the word for that. */
struct value	explain_light_value(const struct explain *, enum light);
/* As rollouts.csv has it; what a reader calls it. */
struct value	explain_value(const struct explain *, const char *figure);
const char	*explain_label(const struct explain *, const char *figure);

/* The text of *Om tallene* under its bold beginnings, '|' between them. */
const char	*explain_rule(struct arena *, const struct facts *,
		    const char *heads);

typedef void derivation(struct explain *);

/* explain_facts.c */
derivation	explain_month, explain_date, explain_municipality,
		explain_wave, explain_solution, explain_state,
		explain_reported, explain_phase, explain_decisions,
		explain_gap, explain_reported_light, explain_deviation,
		explain_previous;
/* explain_scores.c */
derivation	explain_task_score, explain_criteria_score, explain_progress,
		explain_readiness, explain_course, explain_expected;
/* explain_counts.c */
derivation	explain_criteria, explain_criteria_met, explain_criteria_no,
		explain_criteria_unanswered, explain_waived,
		explain_mandatory_tasks, explain_tasks_open,
		explain_tasks_unreturned, explain_overdue, explain_carry_over,
		explain_unreported, explain_blocked, explain_conflicts;
/* explain_plan.c */
derivation	explain_recommendation, explain_plan, explain_forecast,
		explain_stated, explain_slip, explain_slip_baseline;
/* explain_lights.c */
derivation	explain_light_time, explain_light_economy,
		explain_light_readiness, explain_light_risk,
		explain_light_benefit, explain_light;

#endif
