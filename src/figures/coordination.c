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

/* It has come to the phase; or, ahead, its current gate leads there. */
static bool
concerns(const struct rollout_figures *f, const struct solution_dependency *d,
    bool ahead)
{
	if (!counted(f) || d->solution != f->rollout->solution)
		return false;
	return ahead ? f->phase + 1 == d->phase : f->phase >= d->phase;
}

static struct coordination_conflict *
find_conflicts(struct arena *arena, const struct portfolio *p,
    const struct rollout_figures *all, bool ahead, size_t *count)
{
	const struct solution_dependency *d;
	struct coordination_conflict *list = NULL;
	size_t i, k, n = 0, cap = 0;
	int other;

	for (i = 0; i < p->nrollout; i++)
		for (k = 0; k < p->ndependency; k++) {
			d = &p->dependency[k];
			if (!concerns(&all[i], d, ahead))
				continue;
			other = portfolio_find_rollout(p,
			    p->rollout[i].municipality, d->requires_solution);
			if (other == -1 ||
			    all[other].gate[d->requires_phase] != NULL)
				continue;
			list = arena_grow(arena, list, n, &cap, sizeof(*list));
			list[n++] =
			    (struct coordination_conflict){(int)i, other, d};
		}
	*count = n;
	return list;
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
			list[n++] = (struct coordination_collision){(int)i,
			    (int)k, all[i].planned_end, all[k].planned_end};
		}
	figures->collision = list;
	figures->ncollision = n;
}

void
figures_coordination(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	figures->conflict = find_conflicts(
	    arena, p, figures->rollout, false, &figures->nconflict);
	figures->awaited = find_conflicts(
	    arena, p, figures->rollout, true, &figures->nawaited);
	find_collisions(arena, m, p, figures);
}
