/*
 * Rule 18: the order of every list of exceptions, and the municipalities in
 * it.
 */
#include <stdlib.h>

#include "figures/compute.h"

enum { URGENT_RED, URGENT_WAS_RED, URGENT_YELLOW, URGENT_NOT };

static int
urgency_class(const struct rollout_figures *f)
{
	if (f->parked)
		return URGENT_NOT;
	switch (f->overall) {
	case LIGHT_RED:
		return URGENT_RED;
	case LIGHT_YELLOW:
		return URGENT_YELLOW;
	case LIGHT_GREY:
		return f->known_light == LIGHT_RED ? URGENT_WAS_RED
						   : URGENT_NOT;
	case LIGHT_GREEN:
	case LIGHT_MISSING:
		break;
	}
	return URGENT_NOT;
}

/* Rising, with what is not known last. */
static int
by_day(day a, day b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return (a == DAY_NONE) - (b == DAY_NONE);
	return (a > b) - (a < b);
}

/* Falling, with what is not known last. */
static int
by_lag(const struct rollout_figures *x, const struct rollout_figures *y)
{
	double a = x->expected - x->progress, b = y->expected - y->progress;

	if (!num_given(a) || !num_given(b))
		return !num_given(a) - !num_given(b);
	if (fabs(a - b) <= NUM_EPSILON)
		return 0;
	return a > b ? -1 : 1;
}

static int
compare_urgency(const void *a, const void *b, void *context)
{
	const struct rollout_figures *all = context;
	int i = *(const int *)a, j = *(const int *)b, c;
	const struct rollout_figures *x = &all[i], *y = &all[j];

	if ((c = urgency_class(x) - urgency_class(y)) != 0 ||
	    (c = by_day(x->planned_end, y->planned_end)) != 0 ||
	    (c = by_lag(x, y)) != 0)
		return c;
	return i - j; /* municipality code, then solution */
}

void
figures_urgency(struct arena *arena, const struct portfolio *p,
    struct rollout_figures *all, struct figures *figures)
{
	int *urgent = arena_array(arena, p->nrollout + 1, sizeof(*urgent));
	size_t i, n = 0;

	for (i = 0; i < p->nrollout; i++)
		if (urgency_class(&all[i]) != URGENT_NOT)
			urgent[n++] = (int)i;
	qsort_r(urgent, n, sizeof(*urgent), compare_urgency, all);
	for (i = 0; i < n; i++)
		all[urgent[i]].urgency = (int)i + 1;
	figures->urgent = urgent;
	figures->nurgent = n;
}

static void
add_rollout(struct municipality_figures *m, const struct rollout_figures *f)
{
	if (f->parked) {
		m->parked++;
		return;
	}
	m->rollouts++;
	m->reported += f->reported;
	if (f->overall != LIGHT_GREY &&
	    (m->light == LIGHT_GREY || f->overall > m->light))
		m->light = f->overall;
}

static void
add_benefits(struct arena *arena, const struct portfolio *p,
    const struct rollout_figures *all, struct municipality_figures *m)
{
	struct span own;
	size_t i;

	for (i = 0; i < p->nmunicipality; i++) {
		own = portfolio_rollouts_of(p, (int)i);
		m[i].benefits = benefit_totals(
		    arena, all + own.first, own.count, NULL, NULL);
	}
}

void
figures_municipalities(
    struct arena *arena, const struct portfolio *p, struct figures *figures)
{
	struct municipality_figures *m = arena_array(arena,
					p->nmunicipality + 1, sizeof(*m)),
				    *at;
	size_t i;
	int rank = 0;

	for (i = 0; i < p->nmunicipality; i++)
		m[i].light = LIGHT_GREY;
	for (i = 0; i < p->nrollout; i++)
		add_rollout(
		    &m[p->rollout[i].municipality], &figures->rollout[i]);
	for (i = 0; i < figures->nurgent; i++) {
		at = &m[p->rollout[figures->urgent[i]].municipality];
		if (at->urgency == 0)
			at->urgency = ++rank;
	}
	add_benefits(arena, p, figures->rollout, m);
	figures->municipality = m;
}
