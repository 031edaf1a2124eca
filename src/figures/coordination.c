/*
 * Rule 20: solutions of one municipality that wait for, or meet, each other.
 */
#include <stdlib.h>

#include "figures/compute.h"

static bool
counted(const struct rollout_figures *f)
{
	return !f->parked;
}

static void
find_conflicts(struct arena *arena, const struct portfolio *p,
    struct figures *figures)
{
	const struct rollout_figures *all = figures->rollout;
	const struct solution_dependency *d;
	struct coordination_conflict *list = NULL;
	size_t i, k, n = 0, cap = 0;
	int other;

	for (i = 0; i < p->nrollout; i++)
		for (k = 0; k < p->ndependency; k++) {
			d = &p->dependency[k];
			if (!counted(&all[i]) ||
			    d->solution != p->rollout[i].solution ||
			    all[i].phase < d->phase)
				continue;
			other = portfolio_find_rollout(p,
			    p->rollout[i].municipality, d->requires_solution);
			if (other == -1 ||
			    all[other].gate[d->requires_phase] != NULL)
				continue;
			list = arena_grow(arena, list, n, &cap, sizeof(*list));
			list[n++] = (struct coordination_conflict){ (int)i,
			    other, d };
		}
	figures->conflict = list;
	figures->nconflict = n;
}

static bool
collides(const struct model *m, const struct rollout_figures *a,
    const struct rollout_figures *b)
{
	return counted(a) && counted(b) && a->planned_end != DAY_NONE &&
	    b->planned_end != DAY_NONE &&
	    num_le(abs(a->planned_end - b->planned_end),
	    m->threshold[THRESHOLD_COLLISION_DAYS]);
}

static void
find_collisions(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	const struct rollout_figures *all = figures->rollout;
	struct coordination_collision *list = NULL;
	size_t i, k, n = 0, cap = 0;

	for (i = 0; i < p->nrollout; i++)
		for (k = i + 1; k < p->nrollout &&
		    p->rollout[k].municipality == p->rollout[i].municipality;
		    k++) {
			if (!collides(m, &all[i], &all[k]))
				continue;
			list = arena_grow(arena, list, n, &cap, sizeof(*list));
			list[n++] = (struct coordination_collision){ (int)i,
			    (int)k, all[i].planned_end, all[k].planned_end };
		}
	figures->collision = list;
	figures->ncollision = n;
}

void
figures_coordination(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	find_conflicts(arena, p, figures);
	find_collisions(arena, m, p, figures);
}
