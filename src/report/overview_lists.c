/*
 * Overblik: the most urgent exceptions, decisions wanted, the next gates.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/reasons.h"
#include "report/table.h"
#include "report/wording.h"

#define EXCEPTIONS 10 /* rows shown, of each list */
#define DECISIONS 8
#define GATES 8
#define REASONS_SHOWN 1 /* sentences in a row of the page */
#define STEPS_SHOWN 1

static const struct rollout_figures *
figures_at(const struct draft *draft, int rollout)
{
	return &draft->facts->figures->rollout[rollout];
}

/* Municipality and solution, which begin every list. */
static void
set_who(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	struct grid_cell *cell = table_cell(grid, "municipality");

	cell->value = value_text(wording_municipality(draft->facts, r));
	cell->source = r->rollout->loc;
	table_set(
	    grid, "solution", value_text(wording_solution(draft->facts, r)));
}

/* clang-format off */
static const struct table_column exception_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("light", VALUE_LIGHT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("why", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("path", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape exception_shape =
    TABLE_SHAPE("exceptions", exception_column);

static void
add_exception(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	struct arena *arena = draft->arena;
	const struct facts *facts = draft->facts;

	grid_add_row(arena, grid);
	set_who(draft, grid, r);
	table_set(grid, "phase", value_text(wording_phase(facts, r->phase)));
	table_light(table_cell(grid, "light"), r->overall);
	table_set(grid, "planned_end", value_day(r->planned_end));
	table_set(grid, "why",
	    value_text(reasons_deciding(arena, facts, r, REASONS_SHOWN)));
	table_set(grid, "path",
	    value_text(steps_first(arena, facts, r, STEPS_SHOWN)));
}

struct grid *
overview_exceptions(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	struct value values[2];
	struct grid *grid;
	size_t i, n;

	n = figures->nurgent < EXCEPTIONS ? figures->nurgent : EXCEPTIONS;
	values[0] = value_count((int64_t)figures->nurgent);
	values[1] = value_count((int64_t)n);
	grid = table_new(draft->arena, draft->facts, &exception_shape);
	grid->caption = overview_first(draft);
	grid->measure = wording_sentence(draft->arena, draft->facts,
	    figures->nurgent > n ? "exceptions.measure.some"
				 : "exceptions.measure.all",
	    (int64_t)n, values, 2);
	for (i = 0; i < n; i++)
		add_exception(
		    draft, grid, figures_at(draft, figures->urgent[i]));
	return grid;
}

/* Assessments that ask for a decision. */
struct wanted {
	const struct assessment *assessment;
	int rank; /* urgency, the last if none */
	size_t order;
};

static int
compare_wanted(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* All that this month's returns ask for, the most urgent first. */
static struct wanted *
collect_wanted(const struct draft *draft, size_t *count)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct assessment *a;
	const struct rollout_figures *r;
	struct wanted *wanted;
	size_t i, n = 0;

	wanted =
	    arena_array(draft->arena, folio->nassessment + 1, sizeof(*wanted));
	for (i = 0; i < folio->nassessment; i++) {
		a = &folio->assessment[i];
		r = figures_at(draft, a->rollout);
		if (a->month != folio->report_month || r->parked ||
		    a->decision_wanted == NULL)
			continue;
		wanted[n].assessment = a;
		wanted[n].rank = r->urgency == 0 ? INT_MAX : r->urgency;
		wanted[n].order = i;
		n++;
	}
	qsort(wanted, n, sizeof(*wanted), compare_wanted);
	*count = n;
	return wanted;
}

/* The next review that a gate decision named, if it lies ahead. */
static day
next_review(const struct facts *facts, int rollout)
{
	const struct portfolio *folio = facts->portfolio;
	const struct span *span = &folio->rows[rollout].decision;
	day next = DAY_NONE;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++)
		if (folio->decision[i].date <= folio->report_date)
			next = folio->decision[i].next_review;
	return next >= folio->report_date ? next : DAY_NONE;
}

/* clang-format off */
static const struct table_column decision_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("light", VALUE_LIGHT, 0),
	COLUMN_SET("decision", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("next_review", VALUE_DAY, GRID_SPARE),
	COLUMN_SET("dimension", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape decision_shape =
    TABLE_SHAPE("decisions", decision_column);

static void
add_decision(
    const struct draft *draft, struct grid *grid, const struct assessment *a)
{
	const struct rollout_figures *r = figures_at(draft, a->rollout);
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	set_who(draft, grid, r);
	table_light(table_cell(grid, "light"), r->overall);
	cell = table_cell(grid, "decision");
	cell->value = value_text(a->decision_wanted);
	cell->source = a->loc;
	table_set(grid, "next_review",
	    value_day(next_review(draft->facts, a->rollout)));
	table_set(grid, "dimension",
	    value_text(label_of(wording_labels(draft->facts), "dimension",
		word_dimension[a->dimension].id)));
}

struct grid *
overview_decisions(const struct draft *draft)
{
	struct wanted *wanted;
	struct value values[2];
	struct grid *grid;
	size_t n, i, shown;

	wanted = collect_wanted(draft, &n);
	shown = n < DECISIONS ? n : DECISIONS;
	values[0] = value_count((int64_t)n);
	values[1] = value_count((int64_t)shown);
	grid = table_new(draft->arena, draft->facts, &decision_shape);
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    "decisions.caption", (int64_t)n, values, 2);
	grid->measure = wording_sentence(draft->arena, draft->facts,
	    n > shown ? "decisions.measure.some" : "decisions.measure.all",
	    (int64_t)shown, values, 2);
	for (i = 0; i < shown; i++)
		add_decision(draft, grid, wanted[i].assessment);
	return grid;
}

/* Gates of one solution and phase planned for the same day. */
struct gate {
	day date;
	int solution, phase;
	int count;
	int recommendation[4]; /* where the gate is near */
	const char *municipalities;
};

static int
compare_gates(const void *a, const void *b)
{
	const struct gate *x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	if (x->solution != y->solution)
		return x->solution < y->solution ? -1 : 1;
	return x->phase < y->phase ? -1 : x->phase > y->phase;
}

static void
gate_add(const struct draft *draft, struct gate *gate,
    const struct rollout_figures *r)
{
	const char *name = wording_municipality(draft->facts, r);

	gate->municipalities = gate->count++ == 0
	    ? name
	    : arena_printf(draft->arena, "%s, %s", gate->municipalities, name);
	if (r->gate_near)
		gate->recommendation[r->recommendation]++;
}

/* The one that r belongs to among the n gates, or a new one at the end. */
static struct gate *
gate_of(struct gate *gates, size_t *n, const struct rollout_figures *r)
{
	struct gate key = {.date = r->planned_end,
	    .solution = r->rollout->solution,
	    .phase = r->phase};
	size_t i;

	for (i = 0; i < *n; i++)
		if (compare_gates(&gates[i], &key) == 0)
			return &gates[i];
	gates[(*n)++] = key;
	return &gates[i];
}

/* What the list says above itself. */
struct gate_totals {
	int near;    /* from the report date on, in the window */
	int overdue; /* planned before the report date */
};

/* The gates to come by date; those behind us are counted. */
static struct gate *
collect_gates(
    const struct draft *draft, size_t *count, struct gate_totals *totals)
{
	const struct portfolio *folio = draft->facts->portfolio;
	double window = draft->facts->model->threshold[THRESHOLD_GATE_WINDOW];
	const struct rollout_figures *r;
	struct gate *gates;
	size_t i;

	*count = 0;
	gates = arena_array(draft->arena, folio->nrollout + 1, sizeof(*gates));
	for (i = 0; i < folio->nrollout; i++) {
		r = figures_at(draft, (int)i);
		if (r->parked || r->completed || r->planned_end == DAY_NONE)
			continue;
		if (r->planned_end < folio->report_date) {
			totals->overdue++;
			continue;
		}
		totals->near += r->planned_end - folio->report_date <= window;
		gate_add(draft, gate_of(gates, count, r), r);
	}
	qsort(gates, *count, sizeof(*gates), compare_gates);
	return gates;
}

/* clang-format off */
static const struct table_column gate_column[] = {
	COLUMN_SET("date", VALUE_DAY, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("gate", VALUE_TEXT, 0),
	COLUMN_SET("count", VALUE_COUNT, 0),
	COLUMN_SET("go", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("go_conditional", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("no_go", VALUE_COUNT, 0),
	COLUMN_SET("municipalities", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
};
/* clang-format on */

static const struct table_shape gate_shape = TABLE_SHAPE("gates", gate_column);

static void
add_gate(const struct draft *draft, struct grid *grid, const struct gate *gate)
{
	const struct facts *facts = draft->facts;
	int i, recommended = 0;

	for (i = RECOMMEND_GO; i <= RECOMMEND_NO_GO; i++)
		recommended += gate->recommendation[i];
	grid_add_row(draft->arena, grid);
	table_set(grid, "date", value_day(gate->date));
	table_set(grid, "solution",
	    value_text(facts->portfolio->solution[gate->solution].id));
	table_set(grid, "gate",
	    value_text(wording_gate(draft->arena, facts, gate->phase)));
	table_set(grid, "count", value_count(gate->count));
	for (i = RECOMMEND_GO; i <= RECOMMEND_NO_GO; i++)
		if (recommended > 0)
			table_set(grid,
			    recommendation_id((enum recommendation)i),
			    value_count(gate->recommendation[i]));
	table_set(grid, "municipalities", value_text(gate->municipalities));
}

/* What is recommended where the gate is near, and what is past its date. */
static const char *
gates_measure(const struct draft *draft, int overdue)
{
	const int *n = draft->facts->figures->rollup[0].recommendation;
	const struct value counts[] = {value_count(n[RECOMMEND_GO]),
	    value_count(n[RECOMMEND_GO_CONDITIONAL]),
	    value_count(n[RECOMMEND_NO_GO])};
	const struct value late = value_count(overdue);
	const char *first;

	first = wording_sentence(draft->arena, draft->facts,
	    "gates.recommended",
	    n[RECOMMEND_GO] + n[RECOMMEND_GO_CONDITIONAL] + n[RECOMMEND_NO_GO],
	    counts, 3);
	return arena_printf(draft->arena, "%s %s", first,
	    wording_sentence(draft->arena, draft->facts, "gates.overdue",
		overdue, &late, 1));
}

struct grid *
overview_gates(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct gate_totals totals = {0, 0};
	struct value values[2];
	struct gate *gates;
	struct grid *grid;
	size_t i, n;

	gates = collect_gates(draft, &n, &totals);
	values[0] = value_count(totals.near);
	values[1] =
	    value_count((int64_t)model->threshold[THRESHOLD_GATE_WINDOW]);
	grid = table_new(draft->arena, draft->facts, &gate_shape);
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    "gates.caption", totals.near, values, 2);
	grid->measure = gates_measure(draft, totals.overdue);
	for (i = 0; i < n && i < GATES; i++)
		add_gate(draft, grid, &gates[i]);
	return grid;
}
