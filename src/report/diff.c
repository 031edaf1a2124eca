/*
 * What differs between two months: figure by figure of each rollout, both as
 * they were known then.
 */
#include "report/diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "report/wording.h"

/* Of two figures that differ, the better one. */
enum better { NEITHER, HIGHER, LOWER };

/* What is compared, and by how much it is told better from worse. */
struct aspect {
	const char *id;
	const char *words;
	enum better better;
	bool in_phase; /* says nothing across two phases */
	struct value (*get)(
	    const struct facts *, const struct rollout_figures *);
	/* The number that is compared; NULL: the value itself. */
	double (*rank)(const struct rollout_figures *);
};

static struct value
get_state(const struct facts *facts, const struct rollout_figures *r)
{
	(void)facts;
	return value_text(word_state[r->state].id);
}

static double
rank_state(const struct rollout_figures *r)
{
	return r->state;
}

static struct value
get_reported(const struct facts *facts, const struct rollout_figures *r)
{
	(void)facts;
	return value_bool(r->reported);
}

static double
rank_reported(const struct rollout_figures *r)
{
	return r->reported;
}

static struct value
get_phase(const struct facts *facts, const struct rollout_figures *r)
{
	return value_text(
	    r->completed ? "completed" : facts->model->phase[r->phase].id);
}

static double
rank_phase(const struct rollout_figures *r)
{
	return r->phase;
}

static struct value
get_recommendation(const struct facts *facts, const struct rollout_figures *r)
{
	(void)facts;
	return value_text(recommendation_id(r->recommendation));
}

static double
rank_recommendation(const struct rollout_figures *r)
{
	return r->recommendation == RECOMMEND_NONE ? NUM_NONE
						   : r->recommendation;
}

static struct value
light_of(enum light light)
{
	return value_light(wording_tone(light));
}

/* Grey is neither better nor worse. */
static double
rank_of(enum light light)
{
	return light > LIGHT_RED ? NUM_NONE : light;
}

/* clang-format off */
#define LIGHT_GETTERS(name, member) \
static struct value \
get_##name(const struct facts *facts, const struct rollout_figures *r) \
{ \
	(void)facts; \
	return light_of(r->member); \
} \
static double \
rank_##name(const struct rollout_figures *r) \
{ \
	return rank_of(r->member); \
}

#define VALUE_GETTER(name, expression) \
static struct value \
get_##name(const struct facts *facts, const struct rollout_figures *r) \
{ \
	(void)facts; \
	return expression; \
}
/* clang-format on */

LIGHT_GETTERS(light, overall)
LIGHT_GETTERS(time, light[LIGHT_TIME])
LIGHT_GETTERS(economy, light[LIGHT_ECONOMY])
LIGHT_GETTERS(readiness_light, light[LIGHT_READINESS])
LIGHT_GETTERS(risk, light[LIGHT_RISK])
LIGHT_GETTERS(benefit, light[LIGHT_BENEFIT])
LIGHT_GETTERS(reported_light, reported_light)

static struct value
count_of(int n)
{
	return n == FIGURE_NONE ? value_none() : value_count(n);
}

VALUE_GETTER(progress, value_percent(r->progress))
VALUE_GETTER(readiness, value_percent(r->readiness))
VALUE_GETTER(planned_end, value_day(r->planned_end))
VALUE_GETTER(forecast_end, value_day(r->forecast_end))
VALUE_GETTER(stated_end, value_day(r->stated_end))
VALUE_GETTER(overdue, count_of(r->overdue_tasks))
VALUE_GETTER(blocked, count_of(r->blocked_cells))
VALUE_GETTER(carry_over, count_of(r->carry_over))

static const struct aspect aspects[] = {
    {"state", "state", LOWER, false, get_state, rank_state},
    {"reported", NULL, HIGHER, false, get_reported, rank_reported},
    {"phase", "phase", HIGHER, false, get_phase, rank_phase},
    {"light", NULL, LOWER, false, get_light, rank_light},
    {"light_time", NULL, LOWER, false, get_time, rank_time},
    {"light_economy", NULL, LOWER, false, get_economy, rank_economy},
    {"light_readiness", NULL, LOWER, false, get_readiness_light,
	rank_readiness_light},
    {"light_risk", NULL, LOWER, false, get_risk, rank_risk},
    {"light_benefit", NULL, LOWER, false, get_benefit, rank_benefit},
    {"light_reported", NULL, LOWER, false, get_reported_light,
	rank_reported_light},
    {"readiness", NULL, HIGHER, true, get_readiness, NULL},
    {"progress", NULL, HIGHER, true, get_progress, NULL},
    {"recommendation", "recommendation", LOWER, true, get_recommendation,
	rank_recommendation},
    {"planned_end", NULL, LOWER, true, get_planned_end, NULL},
    {"forecast_end", NULL, LOWER, true, get_forecast_end, NULL},
    {"stated_end", NULL, LOWER, true, get_stated_end, NULL},
    {"overdue_tasks", NULL, LOWER, false, get_overdue, NULL},
    {"blocked_cells", NULL, LOWER, true, get_blocked, NULL},
    {"carry_over", NULL, LOWER, false, get_carry_over, NULL},
};

static bool
is_same(const struct value *a, const struct value *b)
{
	struct buf x, y;
	bool same;

	buf_init(&x);
	buf_init(&y);
	value_print_machine(&x, a);
	value_print_machine(&y, b);
	same = strcmp(x.data, y.data) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

/* A grey light is then not for want of a report. */
static bool
is_told(const struct rollout_figures *r)
{
	return r->reported || r->completed || r->parked;
}

void
diff_add(const struct diff_pair *pair, const char *aspect, const char *item,
    const char *words, struct value before, struct value after,
    enum direction direction, const struct loc *loc)
{
	static const struct loc nowhere = {NULL, 0, 0, NULL};
	struct difference_list *list = pair->list;

	if (is_same(&before, &after))
		return;
	list->line = arena_grow(
	    pair->arena, list->line, list->n, &list->cap, sizeof(*list->line));
	list->line[list->n] = (struct difference){.at = list->n,
	    .municipality = pair->after->rollout->municipality,
	    .solution = pair->after->rollout->solution,
	    .aspect = aspect,
	    .item = item,
	    .words = words,
	    .before = before,
	    .after = after,
	    .told_before = pair->before != NULL && is_told(pair->before),
	    .told_after = is_told(pair->after),
	    .direction = direction,
	    .loc = loc == NULL ? nowhere : *loc};
	list->n++;
}

/* The number in a value; NUM_NONE if it holds none. */
static double
number_of(const struct value *value)
{
	switch (value->type) {
	case VALUE_COUNT:
		return (double)value->as.count;
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		return value->as.number;
	case VALUE_DAY:
		return value->as.date;
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		break;
	}
	return NUM_NONE;
}

static enum direction
direction_of(double before, double after, enum better better)
{
	if (!num_given(before) || !num_given(after) || before == after)
		return DIRECTION_NONE;
	return (after > before) == (better == HIGHER) ? DIRECTION_BETTER
						      : DIRECTION_WORSE;
}

static void
compare_aspect(const struct diff_pair *pair, const struct aspect *a)
{
	const struct rollout_figures *before = pair->before,
				     *after = pair->after;
	struct value x = a->get(pair->then, before),
		     y = a->get(pair->now, after);
	double from = a->rank == NULL ? number_of(&x) : a->rank(before);
	double to = a->rank == NULL ? number_of(&y) : a->rank(after);

	diff_add(pair, a->id, NULL, a->words, x, y,
	    a->in_phase && before->phase != after->phase
		? DIRECTION_NONE
		: direction_of(from, to, a->better),
	    NULL);
}

/* The number of the rollout in the earlier month, or -1. */
static int
find_before(
    const struct facts *then, const struct facts *now, const struct rollout *r)
{
	const struct portfolio *p = then->portfolio, *q = now->portfolio;

	return portfolio_find_rollout(p,
	    portfolio_find_municipality(
		p, q->municipality[r->municipality].code_text),
	    portfolio_find_solution(p, q->solution[r->solution].id));
}

/* In the earlier month only. */
static void
add_gone(const struct diff_pair *pair, const struct rollout *r)
{
	const struct portfolio *p = pair->then->portfolio;
	const char *code = p->municipality[r->municipality].code_text;
	const char *id = p->solution[r->solution].id;
	struct rollout gone = *r;
	const struct rollout_figures after = {.rollout = &gone};
	struct diff_pair one = *pair;

	gone.municipality =
	    portfolio_find_municipality(pair->now->portfolio, code);
	gone.solution = portfolio_find_solution(pair->now->portfolio, id);
	if (find_before(pair->now, pair->then, r) != -1 ||
	    gone.municipality == -1 || gone.solution == -1)
		return;
	one.after = &after;
	one.before = NULL;
	diff_add(&one, "rollout", NULL, NULL, value_text(id), value_none(),
	    DIRECTION_NONE, &r->loc);
}

static void
count_change(const struct diff_pair *pair, size_t i)
{
	struct difference_list *list = pair->list;
	const struct rollout_figures *after = pair->after;

	list->change[i] = change_between(pair->now->model, pair->before, after);
	if (after->parked) {
		list->parked++;
		return;
	}
	list->count[list->change[i]]++;
	list->phases +=
	    pair->before != NULL && pair->before->phase != after->phase;
}

static void
compare_rollout(struct diff_pair *pair)
{
	const char *id =
	    pair->now->portfolio->solution[pair->after->rollout->solution].id;
	size_t i;

	if (pair->before == NULL) {
		diff_add(pair, "rollout", NULL, NULL, value_none(),
		    value_text(id), DIRECTION_NONE, &pair->after->rollout->loc);
		return;
	}
	for (i = 0; i < sizeof(aspects) / sizeof(aspects[0]); i++)
		compare_aspect(pair, &aspects[i]);
	diff_items(pair);
}

static int
compare_lines(const void *a, const void *b)
{
	const struct difference *x = a, *y = b;

	if (x->municipality != y->municipality)
		return x->municipality - y->municipality;
	return x->at < y->at ? -1 : x->at > y->at;
}

void
diff_collect(struct arena *arena, const struct facts *then,
    const struct facts *now, struct difference_list *list)
{
	const struct portfolio *p = now->portfolio;
	struct diff_pair pair = {
	    .arena = arena, .then = then, .now = now, .list = list};
	size_t i;
	int k;

	memset(list, 0, sizeof(*list));
	list->change =
	    arena_array(arena, p->nrollout + 1, sizeof(*list->change));
	for (i = 0; i < p->nrollout; i++) {
		k = find_before(then, now, &p->rollout[i]);
		pair.after = &now->figures->rollout[i];
		pair.before = k == -1 ? NULL : &then->figures->rollout[k];
		count_change(&pair, i);
		compare_rollout(&pair);
	}
	for (i = 0; i < then->portfolio->nrollout; i++)
		add_gone(&pair, &then->portfolio->rollout[i]);
	if (list->n > 0)
		qsort(list->line, list->n, sizeof(*list->line), compare_lines);
}
