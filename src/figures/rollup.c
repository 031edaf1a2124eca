/*
 * Rule 17: the programme, each solution, each region, each wave.
 */
#include <stdlib.h>
#include <string.h>

#include "figures/compute.h"

/* A roll-up while it is being added up. */
struct sums {
	double *progress; /* per phase */
	int *phase, *progress_n;
	double course;
};

static void
add_benefits(struct rollup *r, const struct rollout_figures *f)
{
	const struct benefit_figures *b;
	int type;
	size_t i;

	for (i = 0; i < f->nbenefit; i++) {
		b = &f->benefit[i];
		type = b->benefit->type;
		if (b->benefit->disbenefit) {
			benefit_sums_add(&r->disbenefit, b);
			continue;
		}
		benefit_sums_add(&r->benefit, b);
		benefit_sums_add(
		    &r->type[type == WORD_NONE ? BENEFIT_TYPES : type], b);
	}
}

static void
add_rollout(struct rollup *r, struct sums *s, const struct rollout_figures *f)
{
	if (f->parked) {
		r->parked++;
		return;
	}
	r->n++;
	r->reported += f->reported;
	r->completed += f->completed;
	r->light[f->overall]++;
	r->change[f->change]++;
	s->phase[f->phase]++;
	s->course += f->course;
	if (f->gate_near)
		r->recommendation[f->recommendation]++;
	if (f->reported && num_given(f->progress)) {
		s->progress[f->phase] += f->progress;
		s->progress_n[f->phase]++;
	}
	economy_sums_add(&r->economy, &f->economy);
	add_benefits(r, f);
	if (!f->reported)
		return;
	r->eligible++;
	r->safe_operation += f->safe_operation;
	r->steering += f->steering;
	r->effective += f->effective;
}

/* What a rollout's key is, NULL if the roll-up does not go by it. */
static const char *
key_of(const struct portfolio *p, const struct rollout *r, enum rollup_by by)
{
	switch (by) {
	case ROLLUP_PROGRAMME:
		break;
	case ROLLUP_SOLUTION:
		return p->solution[r->solution].id;
	case ROLLUP_REGION:
		return p->municipality[r->municipality].region;
	case ROLLUP_WAVE:
		return r->wave == -1 ? "" : p->wave[r->wave];
	case ROLLUP_BYS:
		break;
	}
	return "";
}

/* Which rollouts a roll-up is over. */
struct picking {
	const struct portfolio *portfolio;
	enum rollup_by by;
	const char *key;
};

static bool
is_picked(const void *context, size_t rollout)
{
	const struct picking *p = context;

	return strcmp(
		   key_of(p->portfolio, &p->portfolio->rollout[rollout], p->by),
		   p->key) == 0;
}

static void
begin(struct rollup *r, enum rollup_by by, const char *key)
{
	int type;

	*r = (struct rollup){.by = by, .key = key};
	benefit_sums_begin(&r->benefit);
	benefit_sums_begin(&r->disbenefit);
	for (type = 0; type <= BENEFIT_TYPES; type++)
		benefit_sums_begin(&r->type[type]);
	economy_sums_begin(&r->economy);
}

static void
sum_up(struct arena *arena, const struct model *m, const struct portfolio *p,
    const struct rollout_figures *all, enum rollup_by by, const char *key,
    struct rollup *r)
{
	struct sums s = {
	    .progress = arena_array(arena, m->nphase + 1, sizeof(double)),
	    .phase = arena_array(arena, m->nphase + 1, sizeof(int)),
	    .progress_n = arena_array(arena, m->nphase + 1, sizeof(int)),
	};
	const struct picking picking = {p, by, key};
	size_t i;

	begin(r, by, key);
	for (i = 0; i < p->nrollout; i++)
		if (strcmp(key_of(p, &p->rollout[i], by), key) == 0)
			add_rollout(r, &s, &all[i]);
	for (i = 0; i <= m->nphase; i++)
		s.progress[i] = s.progress_n[i] > 0
		    ? s.progress[i] / s.progress_n[i]
		    : NUM_NONE;
	r->phase = s.phase;
	r->mean_progress = s.progress;
	r->progress_n = s.progress_n;
	r->mean_course = r->n > 0 ? s.course / r->n : NUM_NONE;
	economy_sums_end(&r->economy);
	benefit_sums_net(&r->net, &r->benefit, &r->disbenefit);
	r->benefits =
	    benefit_totals(arena, all, p->nrollout, is_picked, &picking);
}

static int
compare_key(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

static bool
has_rollout(const struct portfolio *p, int solution)
{
	size_t i;

	for (i = 0; i < p->nrollout; i++)
		if (p->rollout[i].solution == solution)
			return true;
	return false;
}

/*
 * The keys of a roll-up, each once: solutions in the order of the register,
 * the others in byte order of those that rollouts have.
 */
static size_t
find_keys(const struct portfolio *p, enum rollup_by by, const char **key)
{
	size_t i, n = 0, kept = 0;

	if (by == ROLLUP_SOLUTION) {
		for (i = 0; i < p->nsolution; i++)
			if (p->selection == NULL || has_rollout(p, (int)i))
				key[n++] = p->solution[i].id;
		return n;
	}
	if (by == ROLLUP_PROGRAMME) {
		key[0] = "";
		return 1;
	}
	for (i = 0; i < p->nrollout; i++)
		key[n++] = key_of(p, &p->rollout[i], by);
	qsort(key, n, sizeof(*key), compare_key);
	for (i = 0; i < n; i++)
		if (kept == 0 || strcmp(key[kept - 1], key[i]) != 0)
			key[kept++] = key[i];
	return kept;
}

/* Mean v over the cells of current phases, by category of the main task. */
static const double *
category_means(struct arena *arena, const struct model *m,
    const struct portfolio *p, const struct rollout_figures *all)
{
	double *sum = arena_array(arena, m->ncategory + 1, sizeof(*sum));
	int *n = arena_array(arena, m->ncategory + 1, sizeof(*n));
	size_t i, t;
	double value;

	for (i = 0; i < p->nrollout; i++) {
		if (all[i].parked || all[i].completed)
			continue;
		for (t = 0; t < m->ntask; t++) {
			value = all[i]
				    .cell[t * m->nphase + (size_t)all[i].phase]
				    .value;
			if (model_cell(m, (int)t, all[i].phase)->grade ==
				GRADE_NONE ||
			    !num_given(value))
				continue;
			sum[m->task[t].category] += value;
			n[m->task[t].category]++;
		}
	}
	for (i = 0; i < m->ncategory; i++)
		sum[i] = n[i] > 0 ? sum[i] / n[i] : NUM_NONE;
	return sum;
}

void
figures_rollups(struct arena *arena, const struct model *m,
    const struct portfolio *p, struct figures *figures)
{
	const char **key =
	    arena_array(arena, p->nrollout + p->nsolution + 1, sizeof(*key));
	struct rollup *rollup = arena_array(
	    arena, 1 + p->nsolution + 2 * p->nrollout, sizeof(*rollup));
	size_t n, i;
	int by;

	for (by = 0; by < ROLLUP_BYS; by++) {
		n = find_keys(p, by, key);
		for (i = 0; i < n; i++)
			sum_up(arena, m, p, figures->rollout, by, key[i],
			    &rollup[figures->nrollup++]);
	}
	figures->rollup = rollup;
	figures->category_mean = category_means(arena, m, p, figures->rollout);
}
