/*
 * The gates of all solutions of a municipality along time, and where they
 * meet or wait for each other.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "doc/node.h"
#include "report/local.h"
#include "report/wording.h"

/* A gate with a date: the newest that was held, and those to come. */
struct gate {
	size_t rollout;
	int phase;
	day planned, forecast, held;
};

static day
order_of(const struct gate *gate)
{
	if (gate->held != DAY_NONE)
		return gate->held;
	return gate->planned != DAY_NONE ? gate->planned : gate->forecast;
}

static int
compare_gates(const void *a, const void *b)
{
	const struct gate *x = a, *y = b;

	if (order_of(x) != order_of(y))
		return order_of(x) < order_of(y) ? -1 : 1;
	if (x->rollout != y->rollout)
		return x->rollout < y->rollout ? -1 : 1;
	return x->phase < y->phase ? -1 : x->phase > y->phase;
}

static struct gate
gate_of(const struct draft *draft, size_t rollout, int phase)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_figures(draft, rollout);
	const struct gate_decision *decision = r->gate[phase];
	const struct plan *plan;
	struct gate gate = {rollout, phase, DAY_NONE, DAY_NONE, DAY_NONE};

	plan = portfolio_plan(
	    facts->portfolio, facts->model->nphase, rollout, (size_t)phase);
	if (plan->start != DAY_NONE)
		gate.planned = plan->end;
	if (phase == r->phase)
		gate.forecast = r->forecast_end;
	if (phase < r->phase && decision != NULL)
		gate.held = decision->date;
	return gate;
}

static struct gate *
collect_gates(const struct draft *draft, size_t *count)
{
	size_t nphase = draft->facts->model->nphase;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct gate *gates, gate;
	size_t i;
	int phase;

	*count = 0;
	gates =
	    arena_array(draft->arena, span.count * nphase + 1, sizeof(*gates));
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (r->parked)
			continue;
		phase = r->phase > 0 ? r->phase - 1 : 0;
		for (; (size_t)phase < nphase; phase++) {
			gate = gate_of(draft, i, phase);
			if (order_of(&gate) != DAY_NONE)
				gates[(*count)++] = gate;
		}
	}
	qsort(gates, *count, sizeof(*gates), compare_gates);
	return gates;
}

/* clang-format off */
static const struct table_column timeline_column[] = {
	COLUMN_SET("gate", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("planned", VALUE_DAY, 0),
	COLUMN_SET("forecast", VALUE_DAY, GRID_SPARE),
	COLUMN_SET("held", VALUE_DAY, 0),
	COLUMN_SET("slip_days", VALUE_COUNT, GRID_SPARE),
	COLUMN_SET("baseline", VALUE_DAY, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape timeline_shape =
    TABLE_SHAPE("local-timeline", timeline_column);

static void
add_gate(const struct draft *draft, struct grid *grid, const struct gate *gate)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_figures(draft, gate->rollout);
	const struct plan *plan;

	plan = portfolio_plan(facts->portfolio, facts->model->nphase,
	    gate->rollout, (size_t)gate->phase);
	grid_add_row(draft->arena, grid);
	table_set(grid, "gate",
	    value_text(
		arena_printf(draft->arena, "%s: %s", wording_solution(facts, r),
		    wording_phase(facts, gate->phase))));
	table_set(grid, "planned", value_day(gate->planned));
	table_set(grid, "forecast", value_day(gate->forecast));
	table_set(grid, "held", value_day(gate->held));
	if (gate->phase == r->phase && r->slip_days != FIGURE_NONE)
		table_set(grid, "slip_days", value_count(r->slip_days));
	if (gate->planned == DAY_NONE)
		return;
	table_set(grid, "baseline", value_day(plan->baseline_end));
	table_cell(grid, "planned")->source = plan->loc;
	if (gate->held != DAY_NONE)
		table_cell(grid, "held")->source = r->gate[gate->phase]->loc;
}

/* "Næste faseovergang er SAPA: Forberedelse den 30. april 2015" */
static const char *
next_gate(const struct draft *draft, const struct gate *gates, size_t n)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r;
	struct value values[3];
	size_t i;

	for (i = 0; i < n; i++)
		if (gates[i].held == DAY_NONE &&
		    gates[i].planned >= facts->portfolio->report_date)
			break;
	if (i == n)
		return wording(facts, "local.timeline.none");
	r = local_figures(draft, gates[i].rollout);
	values[0] = value_text(wording_solution(facts, r));
	values[1] =
	    value_text(wording_gate(draft->arena, facts, gates[i].phase));
	values[2] =
	    value_text(wording_day(draft->arena, facts, gates[i].planned));
	return local_say(draft, "local.timeline", 0, values, 3);
}

struct grid *
local_timeline(const struct draft *draft)
{
	struct gate *gates;
	struct grid *grid;
	size_t i, n;

	gates = collect_gates(draft, &n);
	grid = table_new(draft->arena, draft->facts, &timeline_shape);
	grid->caption = next_gate(draft, gates, n);
	grid->measure = wording(draft->facts, "local.timeline.measure");
	for (i = 0; i < n; i++)
		add_gate(draft, grid, &gates[i]);
	return grid;
}

/* How many of the gates have been held. */
static int
held_of(const struct grid *timeline)
{
	size_t column = (size_t)grid_column_find(timeline, "held"), row;
	int held = 0;

	for (row = 0; row < timeline->nrow; row++)
		held += grid_at(timeline, row, column)->value.type == VALUE_DAY;
	return held;
}

struct chart *
local_timeline_chart(const struct draft *draft, const struct grid *timeline)
{
	static const struct chart_series series[] = {
	    {"planned", TONE_NONE},
	    {"forecast", TONE_NONE},
	    {"held", TONE_NONE},
	};
	const struct facts *facts = draft->facts;
	struct value n = value_count((int64_t)timeline->nrow);
	struct value held[2] = {value_count(held_of(timeline)), n};
	struct chart *chart;

	if (timeline->nrow == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "gates";
	chart->type = CHART_TIMELINE;
	chart->title =
	    local_say(draft, "local.timeline.chart", held[0].as.count, held, 2);
	chart->measure = wording(facts, "local.timeline.chart.measure");
	chart->description = local_say(
	    draft, "local.timeline.chart.description", n.as.count, &n, 1);
	chart->grid = timeline;
	chart->category = "gate";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	chart->mark = facts->portfolio->report_date;
	return chart;
}

static const char *
collision_sentence(
    const struct draft *draft, const struct coordination_collision *c)
{
	const struct facts *facts = draft->facts;
	int days = abs(c->planned_end - c->other_end);
	const struct value values[] = {
	    value_count(days),
	    value_text(wording_solution(
		facts, local_figures(draft, (size_t)c->rollout))),
	    value_text(wording_day(draft->arena, facts, c->planned_end)),
	    value_text(wording_solution(
		facts, local_figures(draft, (size_t)c->other))),
	    value_text(wording_day(draft->arena, facts, c->other_end)),
	};

	return local_say(draft, "local.collision", days, values, 5);
}

static const char *
conflict_sentence(
    const struct draft *draft, const struct coordination_conflict *c)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r, *other;
	struct value values[4];

	r = local_figures(draft, (size_t)c->rollout);
	other = local_figures(draft, (size_t)c->requires_rollout);
	values[0] = value_text(wording_solution(facts, r));
	values[1] = value_text(wording_phase(facts, r->phase));
	values[2] = value_text(wording_solution(facts, other));
	values[3] = value_text(
	    wording_gate(draft->arena, facts, c->dependency->requires_phase));
	return local_say(draft,
	    r->completed ? "local.conflict.completed" : "local.conflict", 0,
	    values, 4);
}

static void
add_item(const struct draft *draft, struct node **list, struct node *parent,
    const char *text)
{
	if (*list == NULL)
		*list = node_add(draft->arena, parent, DOC_LIST);
	node_add_paragraph(
	    draft->arena, node_add(draft->arena, *list, DOC_ITEM), text);
}

static bool
is_own(struct span span, int rollout)
{
	return (size_t)rollout >= span.first &&
	    (size_t)rollout < span.first + span.count;
}

/* Which gates fall close together, and which solution waits for which. */
void
local_meetings(const struct draft *draft, struct node *parent)
{
	const struct figures *figures = draft->facts->figures;
	struct span span = draft_rollouts(draft);
	struct node *list = NULL;
	size_t i;

	for (i = 0; i < figures->nconflict; i++)
		if (is_own(span, figures->conflict[i].rollout))
			add_item(draft, &list, parent,
			    conflict_sentence(draft, &figures->conflict[i]));
	for (i = 0; i < figures->ncollision; i++)
		if (is_own(span, figures->collision[i].rollout))
			add_item(draft, &list, parent,
			    collision_sentence(draft, &figures->collision[i]));
	if (list == NULL && span.count > 1)
		node_add_paragraph(draft->arena, parent,
		    wording(draft->facts, "local.meetings.none"));
}
