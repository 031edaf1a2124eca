/*
 * What the data lack: said plainly, with names, so that it can be sent.
 */
#include "base/arena.h"
#include "report/local.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column missing_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_SET("missing", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("count", VALUE_COUNT, 0),
	COLUMN_SET("which", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape missing_shape =
    TABLE_SHAPE("local-missing", missing_column);

/* The names of what is missing, gathered. */
struct lack {
	struct arena *arena;
	const char *names;
	int count;
};

static void
lack_add(struct lack *lack, const char *name)
{
	lack->names = lack->count++ == 0
	    ? name
	    : arena_printf(lack->arena, "%s, %s", lack->names, name);
}

/* A line, if anything is missing; "local.missing.<id>" says what. */
static void
add_line(struct local_table *t, const struct rollout_figures *r, const char *id,
    const struct lack *lack)
{
	if (lack->count == 0)
		return;
	local_add(t, r, r, r->phase, 0);
	table_set(t->grid, "missing",
	    local_label(t->draft->facts, "local.missing", id));
	table_set(t->grid, "count", value_count(lack->count));
	table_set(t->grid, "which", value_text(lack->names));
}

/* One thing that is not there at all. */
static void
add_whole(struct local_table *t, const struct rollout_figures *r,
    const char *id, bool missing)
{
	struct lack lack = {t->draft->arena, NULL, missing};

	add_line(t, r, id, &lack);
}

static void
add_cells(struct local_table *t, const struct rollout_figures *r)
{
	const struct facts *facts = t->draft->facts;
	const struct model *model = facts->model;
	struct lack never = {t->draft->arena, NULL, 0}, old = never;
	const struct cell_figures *cell;
	const char *name;
	size_t task;

	for (task = 0; task < model->ntask; task++) {
		if (model_cell(model, (int)task, r->phase)->grade == GRADE_NONE)
			continue;
		cell = &r->cell[task * model->nphase + (size_t)r->phase];
		name = local_task_name(t->draft->arena, facts, (int)task);
		if (cell->row == NULL)
			lack_add(&never, name);
		else if (cell->age > 0)
			lack_add(&old, name);
	}
	add_line(t, r, "cells", &never);
	add_line(t, r, "old", &old);
}

static void
add_tasks(struct local_table *t, const struct rollout_figures *r)
{
	struct lack lack = {t->draft->arena, NULL, 0};
	size_t i;

	for (i = 0; i < r->ntask; i++)
		if (r->task[i].row == NULL)
			lack_add(&lack, r->task[i].id);
	add_line(t, r, "tasks", &lack);
}

static void
add_criteria(struct local_table *t, const struct rollout_figures *r)
{
	const struct model *model = t->draft->facts->model;
	struct lack lack = {t->draft->arena, NULL, 0};
	size_t i;

	for (i = 0; i < model->ncriterion; i++)
		if (model->criterion[i].phase == r->phase &&
		    r->answer[i] == NULL)
			lack_add(&lack, model->criterion[i].id);
	add_line(t, r, "criteria", &lack);
}

static void
add_benefits(struct local_table *t, const struct rollout_figures *r)
{
	struct lack owner = {t->draft->arena, NULL, 0}, baseline = owner,
		    reading = owner;
	const struct benefit_figures *b;
	size_t i;

	for (i = 0; i < r->nbenefit; i++) {
		b = &r->benefit[i];
		if (b->benefit->owner == NULL)
			lack_add(&owner, b->benefit->name);
		if (!num_given(b->benefit->baseline))
			lack_add(&baseline, b->benefit->name);
		if (b->state == BENEFIT_NOT_MEASURED)
			lack_add(&reading, b->benefit->name);
	}
	add_whole(t, r, "benefits", r->nbenefit == 0);
	add_line(t, r, "owner", &owner);
	add_line(t, r, "baseline", &baseline);
	add_line(t, r, "reading", &reading);
}

static void
add_rollout(struct local_table *t, const struct rollout_figures *r)
{
	if (!r->completed) {
		add_whole(t, r, "status", !r->reported);
		add_whole(t, r, "plan", r->planned_end == DAY_NONE);
		add_cells(t, r);
		add_criteria(t, r);
		add_whole(t, r, "own", r->reported_light == LIGHT_MISSING);
	}
	add_tasks(t, r);
	add_whole(t, r, "economy", !num_given(r->economy.both_budget_dkk));
	add_whole(t, r, "risks", r->nrisk == 0);
	add_benefits(t, r);
}

struct grid *
local_missing(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	struct value n;
	size_t i;

	local_begin(&t, draft, &missing_shape, 1);
	for (i = span.first; i < span.first + span.count; i++)
		if (!local_figures(draft, i)->parked)
			add_rollout(&t, local_figures(draft, i));
	n = value_count((int64_t)t.grid->nrow);
	t.grid->caption = local_say(draft, "local.missing", n.as.count, &n, 1);
	return t.grid;
}
