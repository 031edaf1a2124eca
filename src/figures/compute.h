/*
 * The rules, one a file; figures.c calls them in the order in which they
 * build on each other.  Each fills its members of struct rollout_figures and
 * reads only what earlier rules filled.
 */
#ifndef FIGURES_COMPUTE_H
#define FIGURES_COMPUTE_H

#include "base/arena.h"
#include "figures/figures.h"

/* One rollout at one moment. */
struct computation {
	struct arena		*arena;
	const struct model	*model;
	const struct portfolio	*portfolio;
	const struct moment	*moment;	/* all, the present one last */
	size_t			 nmoment;	/* including the present one */
	month			 month;		/* rows of later folders: unknown */
	day			 date;		/* D */
	size_t			 index;		/* of the rollout */
	const struct rollout_rows *rows;	/* of the rollout */
};

typedef void figure_rule(const struct computation *, struct rollout_figures *);

figure_rule	figure_state, figure_phase, figure_cells, figure_criteria,
		figure_progress, figure_tasks, figure_gate,
		figure_gate_reasons, figure_plan,
		figure_forecast, figure_slip, figure_benefits, figure_economy,
		figure_risks, figure_conditions, figure_lights, figure_path, figure_change,
		figure_success;

/* Rule 5 of two scores that may not be given. */
double	readiness_of(const struct model *, double task_score,
	    double criteria_score);

/* What is not given at first, and what follows from the sums. */
void	economy_figures_begin(struct economy_figures *);
void	economy_figures_end(struct economy_figures *);

/* For rollup.c: begin, add each, and end (or net, of all sums of a roll-up). */
void	benefit_sums_begin(struct benefit_sums *);
void	benefit_sums_add(struct benefit_sums *, const struct benefit_figures *);
void	benefit_sums_net(struct benefit_sums *net,
	    const struct benefit_sums *benefit,
	    const struct benefit_sums *disbenefit);
/* Of those of n rollouts that are picked, or all if pick is NULL, and not
   parked. */
const struct benefit_totals	*benefit_totals(struct arena *,
				    const struct rollout_figures *, size_t n,
				    bool (*pick)(const void *, size_t rollout),
				    const void *context);
void	economy_sums_begin(struct economy_sums *);
void	economy_sums_add(struct economy_sums *, const struct economy_figures *);
void	economy_sums_end(struct economy_sums *);

/* A sum of nothing that is given is not given. */
static inline void
sum_add(double *sum, double value)
{
	if (num_given(value))
		*sum = num_given(*sum) ? *sum + value : value;
}

/* Over all rollouts of the last moment. */
void	figures_urgency(struct arena *, const struct portfolio *,
	    struct rollout_figures *, struct figures *);
void	figures_municipalities(struct arena *, const struct portfolio *,
	    struct figures *);
void	figures_rollups(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);
void	figures_age(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);
void	figures_coordination(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);
void	figures_main_tasks(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);
void	figures_plan_spans(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);
/* Reads common_risk too. */
void	figures_risks(struct arena *, const struct model *,
	    const struct portfolio *, struct figures *);

/* Reads benefits and economy of the last moment. */
void	figures_business(struct arena *, const struct portfolio *,
	    struct figures *);

/* The newest row of each risk that no rollout owns, by id. */
const struct risk *const	*figure_common_risks(struct arena *,
				    const struct portfolio *, size_t *count);

static inline double
threshold(const struct computation *c, enum threshold t)
{
	return c->model->threshold[t];
}

/* A share of a whole, 0-1. */
static inline double
clamp(double value)
{
	return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* The cell of a main task in a phase: model and figures. */
static inline bool
is_cell(const struct computation *c, int task, int phase)
{
	return model_cell(c->model, task, phase)->grade != GRADE_NONE;
}

static inline const struct cell_figures *
cell_at(const struct computation *c, const struct rollout_figures *f,
    int task, int phase)
{
	return &f->cell[(size_t)task * c->model->nphase + (size_t)phase];
}

#endif
