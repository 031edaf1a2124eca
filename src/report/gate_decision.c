/*
 * What a review meeting decides: conditions that stand, the decision, and new
 * conditions.
 */
#include "base/arena.h"
#include "base/text.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

#define NEW_CONDITIONS 5 /* rows for them */

static const struct condition *
condition_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_gate(const struct data_row *row)
{
	return value_text(
	    row->facts->model->phase[condition_of(row)->phase].id);
}

static struct value
get_urgency(const struct data_row *row)
{
	int urgency = condition_of(row)->urgency;

	return urgency == WORD_NONE
	    ? value_none()
	    : local_label(row->facts, "urgency", word_urgency[urgency].id);
}

static struct value
get_standing(const struct data_row *row)
{
	return local_label(
	    row->facts, "open", word_open[condition_of(row)->status].id);
}

#define CONDITION(id, type, member, flags)                                   \
	{                                                                    \
		{id, type, offsetof(struct condition, member), NULL}, flags, \
		    TOTAL_NONE                                               \
	}

/* clang-format off */
static const struct table_column condition_column[] = {
	CONDITION("id", VALUE_TEXT, id, GRID_HEAD),
	CONDITION("condition", VALUE_TEXT, text, GRID_WRAP),
	COLUMN_GET("from_gate", VALUE_TEXT, get_gate, GRID_BELOW),
	CONDITION("owner", VALUE_TEXT, owner, GRID_WRAP),
	CONDITION("deadline", VALUE_DAY, deadline, 0),
	COLUMN_GET("urgency", VALUE_TEXT, get_urgency, 0),
	COLUMN_GET("open", VALUE_TEXT, get_standing, 0),
	CONDITION("closed_on", VALUE_DAY, closed_on, GRID_BELOW),
};
/* clang-format on */

static const struct table_shape condition_shape =
    TABLE_SHAPE("gate-conditions", condition_column);

static const struct grid_rule *
urgency_rule(const struct draft *draft)
{
	return gate_rule_word(draft, "column.gate-conditions.urgency",
	    "urgency", word_urgency, URGENCIES);
}

/* Those that stand open; that one is met is noted here. */
struct grid *
gate_conditions(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	const struct grid_rule *open = gate_rule_word(draft,
	    "column.gate-conditions.open", "open", word_open, OPEN_STATES);
	struct value n = value_count((int64_t)r->ncondition);
	struct local_table t;
	size_t i;

	local_begin(&t, draft, &condition_shape, 0);
	t.grid->id = condition_shape.id;
	t.grid->look = GRID_FORM;
	for (i = 0; i < r->ncondition; i++) {
		local_add(&t, r, r->condition[i], r->phase, (int)i);
		local_source(&t, "id", &r->condition[i]->loc);
		table_cell(t.grid, "open")->rule = open;
		table_cell(t.grid, "closed_on")->rule = gate_rule_day(draft);
	}
	if (n.as.count > 0)
		t.grid->caption =
		    local_say(draft, "gate.conditions", n.as.count, &n, 1);
	return t.grid;
}

/* The phases that one can fall back to, the current one too. */
static const struct grid_rule *
phase_rule(const struct draft *draft)
{
	int phase = local_rollout(draft)->phase, i;
	const char **name =
	    arena_array(draft->arena, (size_t)phase + 1, sizeof(*name));

	for (i = 0; i <= phase; i++)
		name[i] = draft->facts->model->phase[i].id;
	return gate_rule_choice(
	    draft, "gate.field.to_phase", name, (size_t)phase + 1);
}

struct grid *
gate_decision(const struct draft *draft)
{
	const struct grid_rule *const rule[DECIDE_FIELDS] = {
	    [DECIDE_WHAT] = gate_rule_word(draft, "gate.field.decision",
		"gate.choice", word_decision, DECISIONS),
	    [DECIDE_BACK_TO] = phase_rule(draft),
	    [DECIDE_CONDITIONS] = gate_rule_text(draft, 2),
	    [DECIDE_DATE] = gate_rule_day(draft),
	    [DECIDE_BY] = gate_rule_text(draft, 1),
	    [DECIDE_REVIEW] = gate_rule_day(draft)};
	static const char *const id[DECIDE_FIELDS] = {"decision", "to_phase",
	    "decision_conditions", "decided_on", "decided_by", "next_review"};
	struct grid *grid = gate_fields(draft, "gate-decision");
	size_t i;

	for (i = 0; i < DECIDE_FIELDS; i++)
		gate_field(draft, grid, id[i])->rule = rule[i];
	return grid;
}

/* clang-format off */
static const struct table_column new_column[] = {
	COLUMN_SET("id", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("condition", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("owner", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("deadline", VALUE_DAY, 0),
	COLUMN_SET("urgency", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape new_shape =
    TABLE_SHAPE("gate-new-conditions", new_column);

static bool
is_taken(const struct draft *draft, const char *id)
{
	const struct portfolio *folio = draft->facts->portfolio;
	int phase = local_rollout(draft)->phase;
	const struct span *span;
	const struct condition *c;
	size_t i;

	if (draft->facts->blank)
		return false;
	span = &folio->rows[draft->slice->index].condition;
	for (i = span->first; i < span->first + span->count; i++) {
		c = &folio->condition[i];
		if (c->phase == phase && text_equal_fold(c->id, id))
			return true;
	}
	return false;
}

/* The next id that no condition of the gate has had, even a closed one. */
static const char *
free_id(const struct draft *draft, int *number)
{
	int phase = local_rollout(draft)->phase;
	const char *id;

	do
		id = arena_printf(draft->arena, "%s-B%d",
		    draft->facts->model->phase[phase].id, ++*number);
	while (is_taken(draft, id));
	return id;
}

struct grid *
gate_new_conditions(const struct draft *draft)
{
	const struct grid_rule *const rule[] = {NULL, gate_rule_text(draft, 1),
	    gate_rule_text(draft, 0), gate_rule_day(draft),
	    urgency_rule(draft)};
	struct grid *grid;
	int number = 0, i;

	grid = table_new(draft->arena, draft->facts, &new_shape);
	grid->look = GRID_FORM;
	for (i = 0; i < NEW_CONDITIONS; i++) {
		grid_add_open_row(draft->arena, grid, rule);
		table_set(grid, "id", value_text(free_id(draft, &number)));
	}
	return grid;
}
