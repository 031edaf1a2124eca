/*
 * Rule 16: risks, the newest row of each.
 */
#include <stdlib.h>
#include <string.h>

#include "figures/compute.h"

int
risk_score(const struct risk *r)
{
	if (r->residual_probability > 0 && r->residual_impact > 0)
		return r->residual_probability * r->residual_impact;
	return r->probability * r->impact;
}

/* Rows stand by key and rising month; the newest known of each key. */
static size_t
newest_risks(const struct portfolio *p, struct span span, month known,
    const struct risk **out)
{
	const struct risk *row;
	size_t i, n = 0;

	for (i = 0; i < span.count; i++) {
		row = &p->risk[span.first + i];
		if (row->month > known)
			continue;
		if (n == 0 || out[n - 1]->key != row->key ||
		    out[n - 1]->solution != row->solution)
			n++;
		out[n - 1] = row;
	}
	return n;
}

/* Open before closed, higher score first, then by id. */
static int
compare_weight(const void *a, const void *b)
{
	const struct risk *const *x = a, *const *y = b;

	if ((*x)->status != (*y)->status)
		return (*x)->status == OPEN_OPEN ? -1 : 1;
	if (risk_score(*x) != risk_score(*y))
		return risk_score(*x) > risk_score(*y) ? -1 : 1;
	return strcmp((*x)->id, (*y)->id);
}

void
figure_risks(const struct computation *c, struct rollout_figures *f)
{
	const struct risk **risk =
	    arena_array(c->arena, c->rows->risk.count + 1, sizeof(*risk));

	f->nrisk = newest_risks(c->portfolio, c->rows->risk, c->month, risk);
	qsort(risk, f->nrisk, sizeof(*risk), compare_weight);
	f->risk = risk;
	f->risk_score = f->nrisk > 0 && risk[0]->status == OPEN_OPEN
	    ? risk_score(risk[0])
	    : FIGURE_NONE;
}

static int
compare_id(const void *a, const void *b)
{
	const struct risk *const *x = a, *const *y = b;

	if ((*x)->solution != (*y)->solution)
		return (*x)->solution < (*y)->solution ? -1 : 1;
	return strcmp((*x)->id, (*y)->id);
}

const struct risk *const *
figure_common_risks(
    struct arena *arena, const struct portfolio *p, size_t *count)
{
	const struct risk **risk =
	    arena_array(arena, p->common_risk.count + 1, sizeof(*risk));

	*count = newest_risks(p, p->common_risk, p->report_month, risk);
	qsort(risk, *count, sizeof(*risk), compare_id);
	return risk;
}
