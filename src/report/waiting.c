/*
 * Faseovergange: solutions of one municipality that wait for each other, or
 * have gates at the same time (rule 20).
 */
#include <stdlib.h>

#include "base/arena.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column conflict_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("requires", VALUE_TEXT, 0),
	COLUMN_SET("requires_gate", VALUE_TEXT, 0),
	COLUMN_SET("requires_phase", VALUE_TEXT, 0),
	COLUMN_SET("requires_end", VALUE_DAY, 0),
	COLUMN_SET("requires_forecast", VALUE_DAY, 0),
};

static const struct table_column collision_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("gate", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("other", VALUE_TEXT, 0),
	COLUMN_SET("other_gate", VALUE_TEXT, 0),
	COLUMN_SET("other_end", VALUE_DAY, 0),
	COLUMN_SET("apart", VALUE_COUNT, 0),
};
/* clang-format on */

static const struct table_shape conflict_shape =
    TABLE_SHAPE("waiting", conflict_column);
static const struct table_shape collision_shape =
    TABLE_SHAPE("collisions", collision_column);

/* A pair of rollouts, by the urgency of the more urgent one. */
struct pair {
	int urgency;
	size_t index; /* in the figures' list */
};

static int
rank_of(const struct facts *facts, int rollout)
{
	int rank = facts->figures->rollout[rollout].urgency;

	return rank == 0 ? INT_MAX : rank;
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->urgency != y->urgency)
		return x->urgency < y->urgency ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

static void
add_conflict(const struct draft *draft, struct grid *grid,
    const struct coordination_conflict *c)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = facts->figures->rollout;
	const struct rollout_figures *required = &r[c->requires_rollout];
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, &r[c->rollout]);
	table_set(grid, "phase",
	    value_text(wording_phase(facts, r[c->rollout].phase)));
	cell = table_cell(grid, "requires");
	cell->value = value_text(wording_solution(facts, required));
	cell->source = c->dependency->loc;
	table_set(grid, "requires_gate",
	    value_text(wording_gate(
		draft->arena, facts, c->dependency->requires_phase)));
	table_set(grid, "requires_phase",
	    value_text(wording_phase(facts, required->phase)));
	table_set(grid, "requires_end", value_day(required->planned_end));
	table_set(grid, "requires_forecast", value_day(required->forecast_end));
}

/* Solutions that have come further than what they presuppose. */
struct grid *
gates_waiting(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	struct value count = value_count((int64_t)figures->nconflict);
	struct pair *pair;
	struct grid *grid;
	size_t i, n = figures->nconflict;

	pair = arena_array(draft->arena, n + 1, sizeof(*pair));
	for (i = 0; i < n; i++) {
		pair[i].index = i;
		pair[i].urgency =
		    rank_of(draft->facts, figures->conflict[i].rollout);
	}
	qsort(pair, n, sizeof(*pair), compare_pairs);
	grid = table_new(draft->arena, draft->facts, &conflict_shape);
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    "waiting.caption", (int64_t)n, &count, 1);
	grid->measure = wording(draft->facts, "waiting.measure");
	grid->page_rows = WHO_ROWS;
	for (i = 0; i < n; i++)
		add_conflict(draft, grid, &figures->conflict[pair[i].index]);
	return grid;
}

static void
add_collision(const struct draft *draft, struct grid *grid,
    const struct coordination_collision *c)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = facts->figures->rollout;
	const struct rollout_figures *other = &r[c->other];

	grid_add_row(draft->arena, grid);
	who_set(draft, grid, &r[c->rollout]);
	table_set(grid, "gate",
	    value_text(wording_gate(draft->arena, facts, r[c->rollout].phase)));
	table_set(grid, "planned_end", value_day(c->planned_end));
	table_set(grid, "other", value_text(wording_solution(facts, other)));
	table_set(grid, "other_gate",
	    value_text(wording_gate(draft->arena, facts, other->phase)));
	table_set(grid, "other_end", value_day(c->other_end));
	table_set(
	    grid, "apart", value_count(abs(c->planned_end - c->other_end)));
}

static const char *
collisions_caption(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->figures->ncollision;
	const struct value values[] = {value_count((int64_t)n),
	    value_count(
		(int64_t)facts->model->threshold[THRESHOLD_COLLISION_DAYS])};

	return wording_sentence(
	    draft->arena, facts, "collisions.caption", (int64_t)n, values, 2);
}

struct grid *
gates_collisions(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	const struct coordination_collision *c = figures->collision;
	size_t i, n = figures->ncollision;
	struct pair *pair;
	struct grid *grid;
	int other;

	pair = arena_array(draft->arena, n + 1, sizeof(*pair));
	for (i = 0; i < n; i++) {
		pair[i].index = i;
		pair[i].urgency = rank_of(draft->facts, c[i].rollout);
		other = rank_of(draft->facts, c[i].other);
		if (other < pair[i].urgency)
			pair[i].urgency = other;
	}
	qsort(pair, n, sizeof(*pair), compare_pairs);
	grid = table_new(draft->arena, draft->facts, &collision_shape);
	grid->caption = collisions_caption(draft);
	grid->measure = wording(draft->facts, "collisions.measure");
	grid->page_rows = WHO_ROWS;
	for (i = 0; i < n; i++)
		add_collision(draft, grid, &c[pair[i].index]);
	return grid;
}
