#include "portfolio/select.h"

#include <string.h>

#include "portfolio/loader.h"

/* Which rollouts a value stands for, and how it is written. */
struct chosen {
	const char *text; /* NULL: unknown */
	int number;
};

static int
unknown(struct diag *diag, enum diag_code code, const char *value,
    const char *nearest)
{
	diag_fatal(diag, code, NULL, value, nearest, NULL);
	return -1;
}

static int
choose_municipality(struct arena *arena, struct diag *diag,
    const struct portfolio *p, const char *value, struct chosen *chosen)
{
	int number = portfolio_find_municipality(p, value);

	(void)arena;
	if (number == -1)
		return unknown(diag, DIAG_unknown_municipality, value,
		    municipality_names_nearest(p->municipality_names, value));
	*chosen = (struct chosen){p->municipality[number].code_text, number};
	return 0;
}

static int
choose_solution(struct arena *arena, struct diag *diag,
    const struct portfolio *p, const char *value, struct chosen *chosen)
{
	int number = portfolio_find_solution(p, value);

	(void)arena;
	if (number == -1)
		return unknown(diag, DIAG_unknown_solution, value,
		    names_nearest(p->solution_names, value));
	*chosen = (struct chosen){p->solution[number].id, number};
	return 0;
}

/* Regions are known by the municipalities that lie in them. */
static int
choose_region(struct arena *arena, struct diag *diag, const struct portfolio *p,
    const char *value, struct chosen *chosen)
{
	static const char prefix[] = "Region ";
	struct names *regions = names_new(arena);
	const char *region;
	int number;
	size_t i;

	for (i = 0; i < p->nmunicipality; i++) {
		region = p->municipality[i].region;
		if (*region != '\0')
			names_put(regions, region, (int)i);
		/* "Sjælland" is enough for "Region Sjælland". */
		if (strncmp(region, prefix, strlen(prefix)) == 0)
			names_put(regions, region + strlen(prefix), (int)i);
	}
	number = names_get(regions, value);
	if (number == NAMES_NONE)
		return unknown(diag, DIAG_unknown_region, value,
		    names_nearest(regions, value));
	*chosen = (struct chosen){p->municipality[number].region, number};
	return 0;
}

static int
choose_wave(struct arena *arena, struct diag *diag, const struct portfolio *p,
    const char *value, struct chosen *chosen)
{
	struct names *waves = names_new(arena);
	int number;
	size_t i;

	for (i = 0; i < p->nwave; i++)
		names_put(waves, p->wave[i], (int)i);
	number = names_get(waves, value);
	if (number == NAMES_NONE)
		return unknown(
		    diag, DIAG_select_wave, value, names_nearest(waves, value));
	*chosen = (struct chosen){p->wave[number], number};
	return 0;
}

static bool
is_municipality(const struct portfolio *p, const struct rollout *r, int number)
{
	(void)p;
	return r->municipality == number;
}

static bool
is_solution(const struct portfolio *p, const struct rollout *r, int number)
{
	(void)p;
	return r->solution == number;
}

static bool
is_region(const struct portfolio *p, const struct rollout *r, int number)
{
	return strcmp(p->municipality[r->municipality].region,
		   p->municipality[number].region) == 0;
}

static bool
is_wave(const struct portfolio *p, const struct rollout *r, int number)
{
	(void)p;
	return r->wave == number;
}

static const struct {
	int (*choose)(struct arena *, struct diag *, const struct portfolio *,
	    const char *, struct chosen *);
	bool (*fits)(const struct portfolio *, const struct rollout *, int);
} select_table[SELECT_BYS] = {
    [SELECT_MUNICIPALITY] = {choose_municipality, is_municipality},
    [SELECT_SOLUTION] = {choose_solution, is_solution},
    [SELECT_REGION] = {choose_region, is_region},
    [SELECT_WAVE] = {choose_wave, is_wave},
};

int
selection_given(const struct selection *s)
{
	int by;

	for (by = 0; by < SELECT_BYS; by++)
		if (s->count[by] > 0)
			return 1;
	return 0;
}

/* Of one kind of value: mark what fits none of them as not kept. */
static int
narrow(struct arena *arena, struct diag *diag, const struct portfolio *p,
    struct selection *s, enum select_by by, bool *keep)
{
	bool *fits = arena_array(arena, p->nrollout + 1, sizeof(*fits));
	struct chosen chosen;
	int status = 0;
	size_t v, i;

	for (v = 0; v < s->count[by]; v++) {
		if (select_table[by].choose(
			arena, diag, p, s->value[by][v], &chosen) == -1) {
			status = -1;
			continue;
		}
		s->value[by][v] = chosen.text;
		for (i = 0; i < p->nrollout; i++)
			fits[i] |= select_table[by].fits(
			    p, &p->rollout[i], chosen.number);
	}
	for (i = 0; i < p->nrollout; i++)
		keep[i] &= fits[i];
	return status;
}

/* Close the gaps that the others leave; everything beside a rollout moves. */
static void
keep_rollouts(struct arena *arena, struct portfolio *p, const bool *keep)
{
	size_t nphase = p->nrollout > 0 ? p->nplan / p->nrollout : 0;
	int *number = arena_array(arena, p->nrollout + 1, sizeof(*number));
	size_t i, kept = 0, places = p->nmunicipality * p->nsolution;

	for (i = 0; i < p->nrollout; i++) {
		number[i] = keep[i] ? (int)kept : -1;
		if (!keep[i])
			continue;
		p->rollout[kept] = p->rollout[i];
		memmove(&p->plan[kept * nphase], &p->plan[i * nphase],
		    nphase * sizeof(*p->plan));
		kept++;
	}
	for (i = 0; i < places; i++)
		if (p->rollout_at[i] != -1)
			p->rollout_at[i] = number[p->rollout_at[i]];
	p->nrollout = kept;
	p->nplan = kept * nphase;
	keep_records(p, number);
}

int
select_municipality(struct diag *diag, const struct portfolio *p,
    const char *value, int *number)
{
	struct chosen chosen;

	if (choose_municipality(NULL, diag, p, value, &chosen) == -1)
		return -1;
	*number = chosen.number;
	return 0;
}

int
select_solution(struct diag *diag, const struct portfolio *p, const char *value,
    int *number)
{
	struct chosen chosen;

	if (choose_solution(NULL, diag, p, value, &chosen) == -1)
		return -1;
	*number = chosen.number;
	return 0;
}

int
portfolio_select(struct arena *arena, struct diag *diag, struct portfolio *p,
    struct selection *s)
{
	bool *keep = arena_array(arena, p->nrollout + 1, sizeof(*keep));
	int by, status = 0;
	size_t i, n = 0;

	if (!selection_given(s))
		return 0;
	memset(keep, true, p->nrollout);
	for (by = 0; by < SELECT_BYS; by++)
		if (s->count[by] > 0)
			status |= narrow(arena, diag, p, s, by, keep);
	if (status == -1)
		return -1;
	for (i = 0; i < p->nrollout; i++)
		n += keep[i];
	if (n == 0) {
		diag_fatal(diag, DIAG_select_nothing, NULL, NULL, NULL);
		return -1;
	}
	keep_rollouts(arena, p, keep);
	p->selection = s;
	return 0;
}
