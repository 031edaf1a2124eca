/*
 * Rule 16 over the programme: how many risks stand where, and the worst.
 */
#include <stdlib.h>
#include <string.h>

#include "figures/compute.h"

static int
compare_weight(const void *a, const void *b)
{
	const struct risk *const *x = a, *const *y = b;
	int order = risk_score(*y) - risk_score(*x);

	if (order == 0)
		order = strcmp((*x)->id, (*y)->id);
	if (order == 0)
		order = (*x)->rollout - (*y)->rollout;
	return order != 0 ? order : (*x)->solution - (*y)->solution;
}

static void
add_open(struct risk_overview *o, const struct risk *r, double red)
{
	bool reduced = r->residual_probability > 0 && r->residual_impact > 0;
	int probability = reduced ? r->residual_probability : r->probability;
	int impact = reduced ? r->residual_impact : r->impact;

	o->reduced += reduced;
	o->before[r->probability - 1][r->impact - 1]++;
	o->after[probability - 1][impact - 1]++;
	o->red_before += num_le(red, r->probability * r->impact);
	o->red_after += num_le(red, probability * impact);
}

static void
add_risks(struct risk_overview *o, const struct risk **open,
    const struct risk *const *risk, size_t n, double red)
{
	for (; n > 0; n--, risk++) {
		if ((*risk)->status != OPEN_OPEN) {
			o->closed++;
			continue;
		}
		open[o->nrisk++] = *risk;
		add_open(o, *risk, red);
	}
}

void
figures_risks(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	struct risk_overview *o = &figures->risks;
	const struct risk **open =
	    arena_array(arena, p->nrisk + 1, sizeof(*open));
	double red = m->threshold[THRESHOLD_RISK_RED];
	const struct rollout_figures *f;
	size_t i;

	add_risks(o, open, figures->common_risk, figures->ncommon_risk, red);
	for (i = 0; i < p->nrollout; i++) {
		f = &figures->rollout[i];
		if (!f->parked)
			add_risks(o, open, f->risk, f->nrisk, red);
	}
	qsort(open, o->nrisk, sizeof(*open), compare_weight);
	o->risk = open;
}
