/*
 * The head of a checklist: which gate, who meets; and who signs.
 */
#include "base/arena.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

/* "F2 Forberedelse → F3 Ibrugtagning" */
static const char *
gate_text(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	int phase = local_rollout(draft)->phase;
	const char *to = wording_phase(facts, phase + 1);
	struct value values[2];

	if ((size_t)phase + 1 < facts->model->nphase)
		to = arena_printf(draft->arena, "%s %s",
		    facts->model->phase[phase + 1].id, to);
	values[0] = value_text(arena_printf(draft->arena, "%s %s",
	    facts->model->phase[phase].id, wording_phase(facts, phase)));
	values[1] = value_text(to);
	return local_say(draft, "gate.from_to", 0, values, 2);
}

static const char *
solution_text(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	const struct value values[] = {
	    value_text(wording_solution(draft->facts, r)),
	    value_text(wording_solution_name(draft->facts, r))};

	return local_say(draft, "local.part", 0, values, 2);
}

/* "30. juni 2015; prognose 14. august 2015" */
static const char *
planned_text(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct value values[2];

	if (r->planned_end == DAY_NONE)
		return draft->facts->blank
		    ? NULL
		    : wording(draft->facts, "gate.unplanned");
	values[0] =
	    value_text(wording_day(draft->arena, draft->facts, r->planned_end));
	if (r->forecast_end == DAY_NONE)
		return values[0].as.text;
	values[1] = value_text(
	    wording_day(draft->arena, draft->facts, r->forecast_end));
	return local_say(draft, "gate.planned", 0, values, 2);
}

static const char *
municipality_text(const struct draft *draft)
{
	const struct municipality *m;

	m = &draft->facts->portfolio
		 ->municipality[local_rollout(draft)->rollout->municipality];
	if (*m->code_text == '\0')
		return NULL;
	return arena_printf(draft->arena, "%s %s", m->code_text, m->name);
}

static const char *
actors_text(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	int phase = local_rollout(draft)->phase;

	return wording_text(facts, &facts->model->phase[phase].actors);
}

/* A field that says something; what is not known is a line to write on. */
static void
add_known(const struct draft *draft, struct grid *grid, const char *id,
    const char *text)
{
	struct grid_cell *cell = gate_field(draft, grid, id);

	cell->value = value_text(text);
	if (cell->value.type == VALUE_NONE)
		cell->rule = gate_rule_text(draft, 1);
}

static void
add_open(const struct draft *draft, struct grid *grid, const char *id,
    const struct grid_rule *rule)
{
	gate_field(draft, grid, id)->rule = rule;
}

struct grid *
gate_meeting(const struct draft *draft)
{
	const struct rollout *r = local_rollout(draft)->rollout;
	struct grid *grid = gate_fields(draft, "gate-meeting");

	add_known(draft, grid, "gate", gate_text(draft));
	add_known(draft, grid, "municipality", municipality_text(draft));
	add_known(draft, grid, "solution", solution_text(draft));
	add_known(draft, grid, "planned", planned_text(draft));
	add_known(draft, grid, "project_lead", r->project_lead);
	add_known(draft, grid, "sponsor", r->sponsor);
	add_known(draft, grid, "actors", actors_text(draft));
	add_open(draft, grid, "held_on", gate_rule_day(draft));
	add_open(draft, grid, "review_lead", gate_rule_text(draft, 1));
	add_open(draft, grid, "present", gate_rule_text(draft, 2));
	return grid;
}

/* clang-format off */
static const struct table_column signature_column[] = {
	COLUMN_SET("role", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("person", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("signed_on", VALUE_DAY, 0),
	COLUMN_SET("signature", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape signature_shape =
    TABLE_SHAPE("gate-signatures", signature_column);

static void
add_signature(const struct draft *draft, struct grid *grid, const char *role,
    const char *name)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "role", local_label(draft->facts, "gate.field", role));
	table_set(grid, "person", value_text(name));
	table_cell(grid, "person")->rule = gate_rule_text(draft, 0);
	table_cell(grid, "signed_on")->rule = gate_rule_day(draft);
	table_cell(grid, "signature")->rule = gate_rule_text(draft, 1);
}

struct grid *
gate_signatures(const struct draft *draft)
{
	const struct rollout *r = local_rollout(draft)->rollout;
	struct grid *grid;

	grid = table_new(draft->arena, draft->facts, &signature_shape);
	grid->look = GRID_FORM;
	grid->caption = wording(draft->facts, "gate.signatures");
	add_signature(draft, grid, "review_lead", NULL);
	add_signature(draft, grid, "project_lead", r->project_lead);
	add_signature(draft, grid, "sponsor", r->sponsor);
	add_signature(draft, grid, "office", NULL);
	return grid;
}
