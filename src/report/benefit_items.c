/*
 * Choosing benefits, and the order of their lists.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "report/benefit_items.h"

/* Red, yellow, due and not measured, can't be judged, green, not yet due. */
static int
rank_of(const struct benefit_figures *f)
{
	if (f->state == BENEFIT_NOT_DUE)
		return 5;
	if (f->state == BENEFIT_NOT_MEASURED)
		return 2;
	switch (f->light) {
	case LIGHT_RED:
		return 0;
	case LIGHT_YELLOW:
		return 1;
	case LIGHT_GREEN:
		return 4;
	case LIGHT_GREY:
	case LIGHT_MISSING:
		break;
	}
	return 3;
}

static bool
is_chosen(const struct benefit_figures *f, enum benefit_choice choice)
{
	switch (choice) {
	case BENEFIT_ALL:
		return !f->benefit->disbenefit;
	case BENEFIT_UNMEASURED:
		return !f->benefit->disbenefit &&
		    f->state == BENEFIT_NOT_MEASURED;
	case BENEFIT_EARLY:
		return f->claimed_early;
	case BENEFIT_EVERY:
		return true;
	case BENEFIT_BEHIND:
		return rank_of(f) <= 1;
	case BENEFIT_LATE:
		return f->days_late > 0;
	case BENEFIT_ACTION:
		return f->benefit->deviation != NULL ||
		    f->benefit->action != NULL;
	case BENEFIT_OPEN:
		return f->prerequisites_open > 0;
	case BENEFIT_WORTH:
		return num_given(f->benefit->annual);
	case BENEFIT_AGAINST:
		break;
	}
	return f->benefit->disbenefit;
}

/* As they were collected: by municipality, solution, id. */
static int
compare_place(const struct benefit_item *x, const struct benefit_item *y)
{
	if (x->rollout != y->rollout)
		return x->rollout < y->rollout ? -1 : 1;
	return x->figures < y->figures ? -1 : x->figures > y->figures;
}

static int
compare_number(double x, double y)
{
	if (num_given(x) != num_given(y))
		return num_given(x) ? -1 : 1;
	return x > y ? -1 : x < y;
}

static int
compare_day(day x, day y)
{
	if (x == y)
		return 0;
	if (x == DAY_NONE || y == DAY_NONE)
		return y == DAY_NONE ? -1 : 1;
	return x < y ? -1 : 1;
}

/* Urgency as rule 18 has it: colour, date, how far behind, then place. */
static int
compare_urgency(const void *a, const void *b)
{
	const struct benefit_item *x = a, *y = b;
	const struct benefit_figures *f = x->figures, *g = y->figures;
	int c = rank_of(f) - rank_of(g);

	if (c == 0)
		c = compare_day(
		    f->benefit->target_date, g->benefit->target_date);
	if (c == 0)
		c = compare_number(f->planned_share - f->fraction,
		    g->planned_share - g->fraction);
	return c != 0 ? c : compare_place(x, y);
}

static int
compare_realised(const void *a, const void *b)
{
	const struct benefit_item *x = a, *y = b;
	int c = compare_number(x->figures->realised, y->figures->realised);

	return c != 0 ? c : compare_place(x, y);
}

/* Those of one name of one solution stand together. */
static int
compare_name(const void *a, const void *b)
{
	const struct benefit_item *x = a, *y = b;
	int c = x->rollout->rollout->solution - y->rollout->rollout->solution;

	if (c == 0)
		c = strcmp(
		    x->figures->benefit->name, y->figures->benefit->name);
	return c != 0 ? c : compare_place(x, y);
}

static int
compare_delay(const void *a, const void *b)
{
	const struct benefit_item *x = a, *y = b;
	int c = y->figures->days_late - x->figures->days_late;

	return c != 0 ? c : compare_place(x, y);
}

static int
compare_items(const void *a, const void *b)
{
	return compare_place(a, b);
}

static int (*const compare[])(const void *, const void *) = {
    [BENEFIT_BY_URGENCY] = compare_urgency,
    [BENEFIT_BY_REALISED] = compare_realised,
    [BENEFIT_BY_NAME] = compare_name,
    [BENEFIT_BY_DELAY] = compare_delay,
    [BENEFIT_BY_PLACE] = compare_items,
};

static size_t
count_benefits(const struct rollout_figures *r, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += r[i].nbenefit;
	return count;
}

struct benefit_items
benefit_items(const struct draft *draft, enum benefit_choice choice,
    enum benefit_order order)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r =
	    &draft->facts->figures->rollout[span.first];
	const struct rollout_figures *end = r + span.count;
	struct benefit_items items = {0};
	size_t k;

	items.item = arena_array(draft->arena,
	    count_benefits(r, span.count) + 1, sizeof(*items.item));
	for (; r < end; r++) {
		for (k = 0; k < r->nbenefit && !r->parked; k++)
			if (is_chosen(&r->benefit[k], choice))
				items.item[items.n++] =
				    (struct benefit_item){r, &r->benefit[k]};
	}
	qsort(items.item, items.n, sizeof(*items.item), compare[order]);
	return items;
}
