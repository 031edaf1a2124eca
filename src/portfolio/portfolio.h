/*
 * The portfolio: checked facts about who takes which solution into use, and
 * what was reported, month by month.
 *
 * Every record knows the file and line it came from.  References are numbers
 * into the arrays here and in the model.  Rows that failed are not here; they
 * are findings.  The arena owns all of it, and everything is const after
 * portfolio_load().
 *
 * Ids are the same string for every spelling of an id: the one seen first,
 * which is the register's where there is one.  A risk keeps its row's own.
 *
 * Snapshot kinds (status, assessments, tasks, answers, conditions, economy,
 * risks) keep every month's row: arrays are sorted so that the rows of one
 * rollout stand together, those of one key in rising month.  At most one row
 * per key and month.
 */
#ifndef PORTFOLIO_PORTFOLIO_H
#define PORTFOLIO_PORTFOLIO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/diag.h"
#include "base/num.h"
#include "input/words.h"

struct arena;
struct input;
struct model;
struct municipality_names;
struct names;
struct selection;
struct senders;

enum transition { WORDS_TRANSITION(WORD_ENUMERATOR) TRANSITIONS };
enum state { WORDS_STATE(WORD_ENUMERATOR) STATES };
enum benefit_type { WORDS_BENEFIT_TYPE(WORD_ENUMERATOR) BENEFIT_TYPES };
enum attribution { WORDS_ATTRIBUTION(WORD_ENUMERATOR) ATTRIBUTIONS };
enum status { WORDS_STATUS(WORD_ENUMERATOR) STATUSES };
enum dimension { WORDS_DIMENSION(WORD_ENUMERATOR) DIMENSIONS };
enum light { WORDS_LIGHT(WORD_ENUMERATOR) LIGHT_GREY, LIGHT_MISSING };
enum answer { WORDS_ANSWER(WORD_ENUMERATOR) ANSWERS };
enum decision { WORDS_DECISION(WORD_ENUMERATOR) DECISIONS };
enum urgency { WORDS_URGENCY(WORD_ENUMERATOR) URGENCIES };
enum open_state { WORDS_OPEN(WORD_ENUMERATOR) OPEN_STATES };

/* Enumerations that may be left blank hold WORD_NONE. */
#define WORD_NONE	(-1)

/* One municipality, as valid at the report date. */
struct municipality {
	struct loc	 loc;
	int		 code;		/* 101; printed with three digits */
	const char	*code_text;	/* "101" */
	const char	*name;
	const char	*region;	/* "" if not given */
	double		 population;	/* NUM_NONE if not given */
	bool		 valid;		/* a row is valid at the report date */
};

struct solution {
	struct loc	 loc;
	const char	*id;
	const char	*name;
	int		 transition;	/* enum transition or WORD_NONE */
	const char	*supplier;	/* NULL if not given; so below */
	const char	*description;
};

/* The central noun: one municipality taking one solution into use. */
struct rollout {
	struct loc	 loc;
	int		 municipality;
	int		 solution;
	int		 wave;		/* index in portfolio.wave, or -1 */
	const char	*project_lead, *sponsor, *contact;
	enum state	 state;		/* from since on; active before */
	day		 since;		/* DAY_NONE: from the beginning */
};

/* A row of schedule resolved for one rollout and phase; start DAY_NONE: none. */
struct plan {
	struct loc	 loc;
	day		 start, end, baseline_end;
};

struct catalogue_task {
	struct loc	 loc;
	const char	*id;
	int		 solution;
	int		 wave;		/* or -1: every wave */
	int		 phase;
	int		 main_task;
	const char	*title;
	bool		 mandatory;
	day		 start, deadline, published;
	const char	*performer, *actors, *goal, *procedure;
};

struct solution_dependency {
	struct loc	 loc;
	int		 solution, phase;
	int		 requires_solution, requires_phase;
};

struct benefit {
	struct loc	 loc;
	const char	*id;
	int		 rollout;
	month		 from;		/* MONTH_NONE: register; else the folder */
	const char	*name;
	int		 type;		/* enum benefit_type or WORD_NONE */
	bool		 disbenefit;
	int		 main_task;	/* or -1 */
	const int	*prerequisite;	/* main tasks, each once */
	size_t		 nprerequisite;
	const char	*owner, *measure, *unit, *source;
	double		 frequency;	/* months, or NUM_NONE */
	double		 baseline, original_target, target;
	day		 baseline_date, realisation_start, target_date;
	double		 annual_low, annual, annual_high;	/* DKK */
	const char	*deviation, *action;
	day		 action_due;
};

struct measurement {
	struct loc	 loc;
	month		 month;		/* the folder it first came in */
	const char	*benefit_id;
	int		 rollout;
	day		 date;
	double		 value;
	const char	*measured_by;
	int		 attribution;	/* enum attribution or WORD_NONE */
	const char	*comment;
};

struct status_row {
	struct loc	 loc;
	month		 month;
	int		 rollout, phase, main_task;
	enum status	 status;
	double		 progress;	/* percent, or NUM_NONE */
	day		 expected_end, updated;
	const char	*responsible, *comment;
};

struct assessment {
	struct loc	 loc;
	month		 month;
	int		 rollout;
	enum dimension	 dimension;
	enum light	 light;
	const char	*comment, *next_period, *decision_wanted;
};

struct task_row {
	struct loc	 loc;
	month		 month;
	int		 rollout;
	const char	*id;
	int		 phase, main_task;
	const char	*title;
	bool		 mandatory;
	day		 start, deadline, completed;
	enum status	 status;
	const char	*performer, *goal, *comment;
};

struct answer_row {
	struct loc	 loc;
	month		 month;
	int		 rollout, criterion;
	enum answer	 answer;
	const char	*evidence, *responsible, *initials, *comment;
	day		 deadline, date;
};

struct gate_decision {
	struct loc	 loc;
	month		 month;		/* the folder it first came in */
	int		 rollout, phase;
	day		 date;
	enum decision	 decision;
	int		 to_phase;	/* or -1 */
	const char	*decided_by, *conditions;
	day		 next_review;
};

struct condition {
	struct loc	 loc;
	month		 month;
	int		 rollout, phase;
	const char	*id, *text, *owner;
	day		 deadline, closed_on;
	int		 urgency;	/* enum urgency or WORD_NONE */
	enum open_state	 status;
};

struct economy_row {
	struct loc	 loc;
	month		 month;
	int		 rollout, main_task;
	double		 budget_hours, actual_hours, forecast_hours;
	double		 budget_dkk, actual_dkk, forecast_dkk;
};

struct risk {
	struct loc	 loc;
	month		 month;
	const char	*id;		/* as this row writes it */
	const char	*key;		/* the same for every spelling */
	int		 rollout;	/* -1: the solution's or programme's own */
	int		 solution;	/* -1: the programme's own */
	int		 main_task;	/* or -1 */
	const char	*text;
	int		 probability, impact;		/* 1-5 */
	int		 residual_probability, residual_impact; /* 0: none */
	const char	*owner, *response;
	enum open_state	 status;
	day		 deadline;
};

/* The rows of one rollout within a sorted array. */
struct span {
	size_t	 first, count;
};

/* Where each rollout's rows stand in the arrays of struct portfolio. */
struct rollout_rows {
	struct span	 benefit, measurement, status, assessment, task,
	    answer, decision, condition, economy, risk;
};

struct portfolio {
	month			 report_month;
	day			 report_date;
	const month		*month;		/* folders, rising */
	size_t			 nmonth;

	struct municipality	*municipality;	/* by code, rising */
	size_t			 nmunicipality;
	struct solution		*solution;	/* in register order */
	size_t			 nsolution;
	const char		**wave;		/* in byte order */
	size_t			 nwave;
	struct rollout		*rollout;	/* by municipality, solution */
	size_t			 nrollout;
	struct plan		*plan;		/* rollout * nphase + phase */
	size_t			 nplan;
	const struct selection	*selection;	/* NULL: everything */
	struct rollout_rows	*rows;		/* beside rollout */

	struct catalogue_task	*catalogue;	/* by solution, id, wave */
	size_t			 ncatalogue;
	struct solution_dependency *dependency;
	size_t			 ndependency;
	struct benefit		*benefit;	/* rollout, id, from */
	size_t			 nbenefit;
	struct measurement	*measurement;	/* rollout, id, date */
	size_t			 nmeasurement;
	struct status_row	*status;	/* rollout, phase, task, month */
	size_t			 nstatus;
	struct assessment	*assessment;	/* rollout, dimension, month */
	size_t			 nassessment;
	struct task_row		*task;		/* rollout, id, month */
	size_t			 ntask;
	struct answer_row	*answer;	/* rollout, criterion, month */
	size_t			 nanswer;
	struct gate_decision	*decision;	/* rollout, date, file order */
	size_t			 ndecision;
	struct condition	*condition;	/* rollout, phase, id, month */
	size_t			 ncondition;
	struct economy_row	*economy;	/* rollout, task, month */
	size_t			 neconomy;
	struct risk		*risk;		/* rollout (-1 first), solution, id */
	size_t			 nrisk;		/* ..., month */
	struct span		 common_risk;	/* those with rollout -1 */

	/* for the lookups below */
	struct names		*solution_names;
	struct municipality_names *municipality_names;
	int			*rollout_at;	/* municipality * nsolution + */
	const struct senders	*senders;	/* sender.h */
};

/*
 * Resolve and check every row of register/ and status/ against the model and
 * each other.  report_date is DAY_NONE for the report month's last day.
 * Returns 0, or -1 after reporting a structural fault (no municipality,
 * solution or rollout, or a report month without any status row).
 */
int	portfolio_load(struct arena *, struct diag *, const struct input *,
	    const struct model *, day report_date, struct portfolio *);

/* By id or name; -1 if there is none. */
int	portfolio_find_solution(const struct portfolio *, const char *);
/* By code, name or alias, as the input may write it; -1 if there is none. */
int	portfolio_find_municipality(const struct portfolio *, const char *);
/* The rollouts of a municipality, which stand beside each other. */
struct span	portfolio_rollouts_of(const struct portfolio *,
		    int municipality);
/* -1 if the municipality does not take the solution into use. */
int	portfolio_find_rollout(const struct portfolio *, int municipality,
	    int solution);

/* The rows of a solution in the catalogue. */
struct span	portfolio_catalogue_of(const struct portfolio *, int solution);

/*
 * The office's row for a task of a rollout as of a date: published, of its
 * wave before one of every wave.  NULL if there is none.
 */
const struct catalogue_task	*portfolio_catalogue_task(
				    const struct portfolio *,
				    const struct rollout *, const char *id,
				    day);

static inline const struct plan *
portfolio_plan(const struct portfolio *p, size_t nphase, size_t rollout,
    size_t phase)
{
	return &p->plan[rollout * nphase + phase];
}

#endif
