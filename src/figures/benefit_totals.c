/*
 * Rules 14 and 17: benefits added up, with released time on its own.
 */
#include "figures/compute.h"

/* Sums of benefits and of disbenefits, until one is taken off the other. */
struct sides {
	struct benefit_sums benefit, disbenefit;
};

static void
sides_begin(struct sides *s)
{
	benefit_sums_begin(&s->benefit);
	benefit_sums_begin(&s->disbenefit);
}

static void
sides_add(struct sides *s, const struct benefit_figures *b)
{
	benefit_sums_add(
	    b->benefit->disbenefit ? &s->disbenefit : &s->benefit, b);
}

static void
begin(struct benefit_totals *t)
{
	int type;

	for (type = 0; type <= BENEFIT_TYPES; type++)
		benefit_sums_begin(&t->type[type]);
}

const struct benefit_totals *
benefit_totals(struct arena *arena, const struct rollout_figures *all, size_t n,
    bool (*pick)(const void *, size_t), const void *context)
{
	struct benefit_totals *t = arena_alloc(arena, sizeof(*t));
	struct sides every, money, time;
	const struct benefit_figures *b;
	int type;
	size_t i, k;

	begin(t);
	sides_begin(&every);
	sides_begin(&money);
	sides_begin(&time);
	for (i = 0; i < n; i++) {
		if (all[i].parked || (pick != NULL && !pick(context, i)))
			continue;
		for (k = 0; k < all[i].nbenefit; k++) {
			b = &all[i].benefit[k];
			type = b->benefit->type;
			sides_add(&every, b);
			sides_add(
			    type == BENEFIT_TIME_RELEASED ? &time : &money, b);
			t->late += b->days_late > 0;
			if (!b->benefit->disbenefit)
				benefit_sums_add(
				    &t->type[type == WORD_NONE ? BENEFIT_TYPES
							       : type],
				    b);
		}
	}
	t->benefit = every.benefit;
	t->disbenefit = every.disbenefit;
	benefit_sums_net(&t->money, &money.benefit, &money.disbenefit);
	benefit_sums_net(&t->time, &time.benefit, &time.disbenefit);
	return t;
}
