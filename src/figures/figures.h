/*
 * Every figure, computed once; every document prints the same result.
 *
 * Results stand beside the facts they belong to, in the same order.  Each
 * month folder up to the report month has a moment: the figures as a pack of
 * that month would have them, computed from the rows known then.  The last
 * moment is the report's; earlier ones keep their numbers, while what they
 * point to (cell, answer, task, gate, gate_reason, broken, trend, reason, step,
 * benefit, economy_row, risk, condition) is
 * NULL.  Percentages run 0-100 and are never rounded here;
 * fractions of benefits run 0-1.  "Not known" is NUM_NONE, DAY_NONE,
 * FIGURE_NONE, NULL or LIGHT_GREY, never zero.
 *
 * No input, no output, no clock.  The arena owns all of it.
 */
#ifndef FIGURES_FIGURES_H
#define FIGURES_FIGURES_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "figures/reason.h"
#include "model/model.h"
#include "portfolio/portfolio.h"

#define FIGURE_NONE	INT_MIN		/* an int that is not known */

enum light_kind {
	LIGHT_TIME, LIGHT_ECONOMY, LIGHT_READINESS, LIGHT_RISK, LIGHT_BENEFIT,
	LIGHT_KINDS
};

enum recommendation { RECOMMEND_NONE, RECOMMEND_GO, RECOMMEND_GO_CONDITIONAL,
	RECOMMEND_NO_GO };

/* Rule 7: what a go asks for, and what a conditional one does. */
enum gate_check { CHECK_MET, CHECK_NOT_WAIVED, CHECK_TASKS, CHECK_BLOCKED,
	CHECK_READY, CHECK_ANSWERED, CHECK_CONDITIONAL, GATE_CHECKS };

enum change { CHANGE_NEW, CHANGE_UNREPORTED, CHANGE_RETURNED, CHANGE_BETTER,
	CHANGE_WORSE, CHANGE_SAME, CHANGES };

enum benefit_state { BENEFIT_NOT_DUE, BENEFIT_MEASURED, BENEFIT_NOT_MEASURED };

/* Main task x phase for one rollout (rule 2); grade GRADE_NONE: no cell. */
struct cell_figures {
	const struct status_row	*row;	/* newest, NULL: never reported */
	double			 value;	/* 0-100; NUM_NONE: not applicable */
	int			 age;	/* months since the row; 0 this month */
};

/* A task of the rollout, the office's list laid over the return (rule 6). */
struct task_figures {
	const char			*id, *title;
	const struct catalogue_task	*catalogue;	/* or NULL */
	const struct task_row		*row;		/* or NULL: unreturned */
	int				 phase, main_task;
	bool				 mandatory;
	day				 start, deadline;
	enum status			 status;
	bool				 open;		/* not done, not n.a. */
	bool				 overdue;
};

/* Rule 14; benefit is the row in force at the moment. */
struct benefit_figures {
	const struct benefit		*benefit;
	const struct measurement	*latest;	/* or NULL */
	double			 fraction, fraction_original;	/* 0-1 */
	double			 planned_share;			/* 0-1 */
	double			 of_plan;	/* fraction by planned_share */
	enum benefit_state	 state;
	enum light		 light;
	enum light		 light_original; /* were the target the first */
	double			 realised, realised_low, realised_high; /* DKK */
	double			 planned;	/* DKK: annual by planned share */
	int			 prerequisites_open;
	const int		*prerequisite_open;	/* which main tasks */
	bool			 claimed_early;	/* some of it, and some open */
	day			 next_reading;	/* DAY_NONE: no frequency */
	int			 days_late;	/* with it; 0 if it is not late */
};

/* Rule 15. */
struct economy_figures {
	double	 budget_hours, actual_hours, forecast_hours;
	double	 budget_dkk, actual_dkk, forecast_dkk;
	double	 both_budget_dkk, both_forecast_dkk; /* rows with both */
	double	 variance_dkk;		/* forecast - budget, rows with both */
	double	 variance_pct;		/* percent of budget */
	double	 time_used;		/* 0-1 of the plan's whole span */
	double	 both_budget_hours, both_forecast_hours; /* likewise hours */
	double	 variance_hours, variance_hours_pct;
	double	 spent_of, spent_dkk;	/* budget and actual, rows with both */
	double	 spent;			/* 0-1 and beyond: spent_dkk/spent_of */
	/* The main task most above its budget in DKK, or NULL; by how much. */
	const struct economy_row *worst;
	double	 worst_dkk;
};

/* A month's progress while the rollout stood in its present phase (rule 9). */
struct trend_point {
	month	 month;
	day	 date;
	double	 progress;	/* percent */
};

struct rollout_figures {
	const struct rollout	*rollout;
	enum state	 state;		/* in force at the moment */
	bool		 parked;	/* paused or withdrawn */
	bool		 reported;	/* a status row in the moment's month */

	/* rule 1 */
	int		 phase;		/* == nphase: completed */
	bool		 completed, fallen_back, gap;
	const struct gate_decision *const *gate; /* by phase: opened it; or
						    NULL: not open */
	const struct gate_decision *gap_by;	/* opened the later gate */

	/* rules 2-6; NUM_NONE and FIGURE_NONE when completed */
	double		 task_score, criteria_score, progress, readiness;
	double		 course, expected;
	double		 task_sum, task_weight;	/* the score is their quotient */
	double		 criteria_sum, criteria_weight;
	int		 mandatory_criteria, mandatory_criteria_met,
			 mandatory_criteria_partly, mandatory_criteria_no,
			 mandatory_criteria_unanswered, waived;
	int		 mandatory_tasks, mandatory_tasks_open;
	int		 tasks_unreturned, overdue_tasks, carry_over;
	int		 cells_unreported, blocked_cells, dependency_conflicts;
	int		 cells_carried;	/* current phase: row of an earlier month */
	int		 tasks_wanted;	/* unreturned, up to the current phase */
	const struct cell_figures *cell;	/* task * nphase + phase */
	const struct answer_row *const *answer;	/* by criterion; or NULL */
	const struct task_figures *task;
	size_t		 ntask;

	/* rule 7 */
	enum recommendation recommendation;
	bool		 gate_check[GATE_CHECKS]; /* which of them hold */
	bool		 gate_near;	/* documents print it only then */
	const struct gate_reason *gate_reason;	/* none: go, or completed */
	size_t		 ngate_reason;
	const struct dependency *const *broken;	/* rule 6, current phase */
	size_t		 nbroken;

	/* rules 8-10 */
	day		 planned_start, planned_end, baseline_end;
	day		 forecast_end, stated_end;
	bool		 stalled;
	int		 slip_days, slip_baseline_days;	/* FIGURE_NONE */
	const struct trend_point *trend;
	double		 pace;		/* points a day by the trend; NUM_NONE */
	double		 forecast_days;	/* from D at that pace; NUM_NONE */
	size_t		 ntrend;

	/* rules 11-12 */
	enum light	 light[LIGHT_KINDS];
	enum light	 overall;
	enum light	 reported_light;	/* LIGHT_MISSING: none */
	int		 deviation;		/* steps, FIGURE_NONE */
	enum light	 known_light;	/* overall, else the newest not grey */
	month		 known_month;	/* MONTH_NONE: always grey */
	const struct reason *reason;
	size_t		 nreason;
	const struct step *step;	/* path to green */
	size_t		 nstep;

	/* rule 13 */
	enum change	 change;
	const struct rollout_figures *previous;	/* NULL: none */

	/* rules 14-16 */
	const struct benefit_figures *benefit;
	size_t		 nbenefit;
	struct economy_figures economy;
	const struct economy_row *const *economy_row; /* newest of each task */
	size_t		 neconomy_row;
	const struct risk *const *risk;	/* newest row of each, open first */
	size_t		 nrisk;
	int		 risk_score;	/* highest open, FIGURE_NONE */

	/* conditions of gate decisions that are open, newest row of each */
	const struct condition *const *condition;
	size_t		 ncondition;

	/* rule 18: place in the list of exceptions, from 1; 0 not in it */
	int		 urgency;

	/* rule 19 */
	bool		 safe_operation, steering, effective;
};

struct moment {
	month			 month;
	day			 date;
	struct rollout_figures	*rollout;	/* beside portfolio.rollout */
};

struct municipality_figures {
	int		 rollouts;	/* not parked */
	int		 parked;
	int		 reported;	/* not parked */
	enum light	 light;		/* rule 17 */
	int		 urgency;	/* from 1; 0 not in the list */
	const struct benefit_totals *benefits;
};

enum rollup_by { ROLLUP_PROGRAMME, ROLLUP_SOLUTION, ROLLUP_REGION,
	ROLLUP_WAVE, ROLLUP_BYS };

/*
 * Rule 14 added up.  DKK a year, NUM_NONE if nothing is given; where a benefit
 * has no low or high value of its own, the likely one stands in.
 */
struct benefit_sums {
	int	 count;			/* the three together */
	int	 measured, not_measured, not_due;
	int	 due;			/* the first two together */
	int	 light[4];		/* of those measured, by enum light */
	int	 light_original[4];	/* were the target the original one */
	int	 claimed_early;
	double	 annual_low, annual, annual_high;
	double	 planned, planned_measured;	/* to date; of those measured */
	double	 realised_low, realised, realised_high;
};

/*
 * The benefits of a municipality, a roll-up or all.  Released time in kroner
 * is not money until a budget changes: it is never added to the rest.
 */
struct benefit_totals {
	struct benefit_sums benefit, disbenefit;
	struct benefit_sums type[BENEFIT_TYPES + 1];	/* last: not given */
	struct benefit_sums money;	/* less disbenefits; without time */
	struct benefit_sums time;	/* released, less disbenefits */
	int	 late;			/* readings, of disbenefits too */
};

/*
 * Rule 15 added up over rollouts.  spent and time_used are of the rollouts
 * where both are known, time_used weighted by the budget, so that the two
 * can be compared.
 */
struct economy_sums {
	struct economy_figures all;	/* without worst */
	int	 with_dkk, with_hours;	/* rollouts with budget and forecast */
	int	 over;			/* of with_dkk: forecast above budget */
	double	 over_dkk;		/* what these are above it, together */
	int	 with_spent;		/* rollouts that spent speaks of */
};

/* Rule 17; parked rollouts are counted in parked and nowhere else. */
struct rollup {
	enum rollup_by	 by;
	const char	*key;		/* "" the programme, or not given */
	int		 n, reported, parked, completed;
	int		 light[4];	/* by enum light, green to grey */
	int		 recommendation[4];	/* where the gate is near */
	const int	*phase;		/* nphase + 1: the last is completed */
	const double	*mean_progress;	/* per phase; NUM_NONE */
	const int	*progress_n;	/* how many it covers */
	double		 mean_course;
	struct benefit_sums benefit;	/* without disbenefits */
	struct benefit_sums disbenefit;
	struct benefit_sums net;	/* DKK: benefit less disbenefit; its
					   low is low less high */
	/* Benefits by enum benefit_type; the last: no type given. */
	struct benefit_sums type[BENEFIT_TYPES + 1];
	const struct benefit_totals *benefits;
	struct economy_sums economy;
	int		 change[CHANGES];
	/* rule 19, each of `eligible` reported rollouts */
	int		 eligible, safe_operation, steering, effective;
};

/* Rule 20: i has come to a phase that presupposes what another has not. */
struct coordination_conflict {
	int	 rollout, requires_rollout;
	const struct solution_dependency *dependency;
};

/* Rule 20: two gates of one municipality close to each other. */
struct coordination_collision {
	int	 rollout, other;
	day	 planned_end, other_end;
};

/*
 * A main task, or a category of them, over the current phases of all rollouts
 * that are neither parked nor completed.
 */
struct task_totals {
	int	 cells;			/* of the matrix */
	int	 status[STATUSES];	/* of the newest row */
	int	 unreported;		/* never a row */
	double	 mean;			/* of v; NUM_NONE */
	int	 mean_n;		/* cells it covers: not n.a. */
	double	 reported_mean;		/* the same, but of cells with a row */
	int	 reported_n;
	int	 late;			/* open, and time is yellow or red */
};

/* When a solution leaves a phase, over its rollouts that aren't parked. */
struct plan_span {
	int	 solution, phase;
	int	 planned;		/* rollouts with a plan for the phase */
	int	 passed;		/* of them, have left it */
	int	 current;		/* of them, in the phase now */
	/* Of those that have not left it; DAY_NONE if all have. */
	day	 first_end, last_end, last_baseline;
	day	 last_forecast;		/* of current; DAY_NONE */
};

/* Rule 21: what a sum of the business case is built on. */
enum business_basis {
	BUSINESS_PLAN,		/* budget, and benefits as planned */
	BUSINESS_FORECAST,	/* forecast, and benefits at measured pace */
	BUSINESS_REALISED,	/* actual, and benefits as measured */
	BUSINESS_BASES
};

/* DKK of a calendar year, and summed up to its end; NUM_NONE: not known. */
struct business_year {
	int	 year;
	double	 cost[BUSINESS_BASES], cost_sum[BUSINESS_BASES];
	/* Less disbenefits; released time never among the rest. */
	double	 benefit[BUSINESS_BASES], benefit_sum[BUSINESS_BASES];
	double	 time[BUSINESS_BASES], time_sum[BUSINESS_BASES];
};

#define BUSINESS_AFTER	5	/* years beyond the last target of all */

/*
 * Rule 21, of a rollout or over those that aren't parked.  A basis covers the
 * rollouts with such a cost and a benefit that has both value and plan.
 */
struct business_case {
	const struct business_year *year;	/* rising, without a gap */
	size_t	 nyear;
	int	 payback[BUSINESS_BASES];	/* year, or FIGURE_NONE */
	int	 covered[BUSINESS_BASES];	/* rollouts */
	/* Benefits and disbenefits: with value and plan; what others lack,
	   and of those with both, if due: a reading or baseline. */
	int	 valued, measured, no_value, no_plan, no_reading;
	double	 annual, annual_time;	/* of those valued, a year; net */
};

#define RISK_SCALE	5	/* probability and impact run from 1 to this */

/* Rule 16 over all rollouts that aren't parked, and the programme's own. */
struct risk_overview {
	const struct risk *const *risk;	/* open, highest score in force first */
	size_t	 nrisk;
	int	 closed;
	int	 reduced;	/* open ones with both residuals given */
	int	 red_before, red_after;		/* score >= risk_red */
	/* Open ones by probability - 1 and impact - 1; after: in force. */
	int	 before[RISK_SCALE][RISK_SCALE];
	int	 after[RISK_SCALE][RISK_SCALE];
};

/*
 * How old the data are: cells of current phases, over rollouts neither parked
 * nor completed, by the age of their newest row.
 */
struct data_age {
	const int	*count;		/* by months: [0] this month's own */
	size_t		 n;		/* up to the oldest there is, at least 1 */
	int		 never;		/* without any row */
	int		 total;		/* all of them */
};

struct figures {
	const struct moment	*moment;	/* beside portfolio.month */
	size_t			 nmoment;
	const struct rollout_figures *rollout;	/* of the last moment */
	const struct municipality_figures *municipality;
	const struct rollup	*rollup;	/* [0] is the programme */
	size_t			 nrollup;
	const int		*urgent;	/* rollouts by urgency */
	size_t			 nurgent;
	const struct risk *const *common_risk;	/* newest row of each */
	size_t			 ncommon_risk;
	const struct coordination_conflict *conflict;
	size_t			 nconflict;
	/* The same of the phase that a rollout's current gate leads into. */
	const struct coordination_conflict *awaited;
	size_t			 nawaited;
	const struct coordination_collision *collision;
	size_t			 ncollision;
	const double		*category_mean;	/* mean v, current phases; by
						   category; NUM_NONE */
	struct data_age		 age;
	const struct task_totals *main_task;	/* beside model.task */
	const struct task_totals *solution_task; /* solution * model.ntask +
						   task */
	const struct task_totals *category;	/* beside model.category */
	const struct plan_span	*plan_span;	/* by solution, phase; only
						   those with a plan */
	size_t			 nplan_span;
	struct risk_overview	 risks;
	const struct business_case *business;	/* beside rollout */
	struct business_case	 business_all;
};

void	figures_compute(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);

/*
 * What is known of a rollout of which nothing was ever reported: the current
 * phase is given, for a form to be filled in by hand.
 */
void	figures_blank(struct arena *, const struct model *,
	    const struct rollout *, int phase, struct rollout_figures *);

/* Rule 2: the weight of a main task in a phase, by its grade. */
double	cell_weight(const struct model *, int task, int phase);
/* Rule 4: 0-100, of NULL too; NUM_NONE: excluded. */
double	answer_value(const struct answer_row *);
/* Neither done nor not applicable. */
bool	status_open(enum status);
/* Rule 13 between any two months; then is NULL where there was none. */
enum change	change_between(const struct model *,
		    const struct rollout_figures *then,
		    const struct rollout_figures *now);

/* The forecast is above the budget, over rows with both. */
bool	economy_is_over(const struct economy_figures *);

/*
 * From when a benefit is expected to show, DAY_NONE if it isn't said; how much
 * of it is planned at a date, 0-1, and the reading that would be.
 */
day	benefit_start(const struct benefit *);
double	benefit_share(const struct benefit *, day);
double	benefit_planned(const struct benefit *, day);
/* How far from baseline to target a reading is; NUM_NONE as rule 14 has it. */
double	benefit_fraction(const struct benefit *, const struct measurement *);

/* The score in force of a risk: residual where both are given (rule 11). */
int	risk_score(const struct risk *);

const char	*light_id(enum light);		/* "red"; "" if missing */
const char	*recommendation_id(enum recommendation);	/* "" if none */
const char	*change_id(enum change);
const char	*benefit_state_id(enum benefit_state);
const char	*rollup_by_id(enum rollup_by);

#endif
