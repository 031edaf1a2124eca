/*
 * Portefølje: a row per rollout, the urgent ones first.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/reasons.h"
#include "report/table.h"
#include "report/wording.h"

#define SENTENCES_SHOWN 3 /* of a cell: a row is to stay a row */

static struct value
get_name(const struct data_row *row)
{
	return value_text(wording_municipality(row->facts, row->rollout));
}

static struct value
get_solution_name(const struct data_row *row)
{
	return value_text(wording_solution_name(row->facts, row->rollout));
}

static struct value
get_phase(const struct data_row *row)
{
	return value_text(wording_phase(row->facts, row->rollout->phase));
}

/* Only where the gate is near; before that it says nothing. */
static struct value
get_recommendation(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	if (!r->gate_near || r->recommendation == RECOMMEND_NONE)
		return value_none();
	return value_text(label_of(wording_labels(row->facts), "recommendation",
	    recommendation_id(r->recommendation)));
}

static struct value
get_urgency(const struct data_row *row)
{
	int rank = row->rollout->urgency;

	return rank == 0 ? value_none() : value_count(rank);
}

static struct value
get_why(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	return value_text(
	    reasons_deciding(row->arena, row->facts, r, SENTENCES_SHOWN));
}

static struct value
get_path(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	return value_text(
	    steps_first(row->arena, row->facts, r, SENTENCES_SHOWN));
}

static struct value
get_change(const struct data_row *row)
{
	if (wording_before(row->facts) == NULL)
		return value_none();
	return value_text(label_of(wording_labels(row->facts), "change",
	    change_id(row->rollout->change)));
}

static const struct municipality *
municipality_of(const struct data_row *row)
{
	return &row->facts->portfolio
		    ->municipality[row->rollout->rollout->municipality];
}

static struct value
get_code(const struct data_row *row)
{
	return value_count(municipality_of(row)->code);
}

static struct value
get_region(const struct data_row *row)
{
	return value_text(municipality_of(row)->region);
}

static struct value
get_wave(const struct data_row *row)
{
	int wave = row->rollout->rollout->wave;

	return wave == -1 ? value_none()
			  : value_text(row->facts->portfolio->wave[wave]);
}

static struct value
get_state(const struct data_row *row)
{
	return value_text(label_of(wording_labels(row->facts), "state",
	    word_state[row->rollout->state].id));
}

static struct value
get_since(const struct data_row *row)
{
	return value_day(row->rollout->rollout->since);
}

static struct value
get_stalled(const struct data_row *row)
{
	return row->rollout->completed ? value_none()
				       : value_bool(row->rollout->stalled);
}

#define GET_LIGHT(name, kind)                                           \
	static struct value name(const struct data_row *row)            \
	{                                                               \
		return wording_light(row->facts, row->rollout, (kind)); \
	}

/* clang-format off */
GET_LIGHT(get_light_time, LIGHT_TIME)
GET_LIGHT(get_light_economy, LIGHT_ECONOMY)
GET_LIGHT(get_light_readiness, LIGHT_READINESS)
GET_LIGHT(get_light_risk, LIGHT_RISK)
GET_LIGHT(get_light_benefit, LIGHT_BENEFIT)
/* clang-format on */

/* What the light was when it was last known, if it isn't now. */
static struct value
get_known_light(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	if (r->overall != LIGHT_GREY || r->known_month == MONTH_NONE)
		return value_none();
	return value_light(wording_tone(r->known_light));
}

static struct value
get_known_month(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	if (r->overall != LIGHT_GREY || r->known_month == MONTH_NONE)
		return value_none();
	return value_text(
	    wording_month(row->arena, row->facts, r->known_month));
}

static struct value
get_previous_light(const struct data_row *row)
{
	const struct rollout_figures *before = row->rollout->previous;

	return before == NULL ? value_none()
			      : value_light(wording_tone(before->overall));
}

static struct value
get_previous_progress(const struct data_row *row)
{
	const struct rollout_figures *before = row->rollout->previous;

	return before == NULL ? value_none() : value_percent(before->progress);
}

static struct value
get_previous_phase(const struct data_row *row)
{
	const struct rollout_figures *before = row->rollout->previous;

	return before == NULL
	    ? value_none()
	    : value_text(wording_phase(row->facts, before->phase));
}

static size_t
index_of(const struct data_row *row)
{
	return (size_t)(row->rollout - row->facts->figures->rollout);
}

/* The municipality's own judgement of this month, or NULL. */
static const struct assessment *
assessment_of(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;
	const struct span *span = &folio->rows[index_of(row)].assessment;
	const struct assessment *a;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		a = &folio->assessment[i];
		if (a->month == folio->report_month &&
		    a->dimension == DIMENSION_OVERALL)
			return a;
	}
	return NULL;
}

/* All that this month's assessments of it ask for. */
static struct value
get_decision(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;
	const struct span *span = &folio->rows[index_of(row)].assessment;
	const struct assessment *a;
	const char *all = NULL;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		a = &folio->assessment[i];
		if (a->month != folio->report_month ||
		    a->decision_wanted == NULL)
			continue;
		all = all == NULL ? a->decision_wanted
				  : arena_printf(row->arena, "%s\n%s", all,
					a->decision_wanted);
	}
	return value_text(all);
}

static struct value
get_comment(const struct data_row *row)
{
	const struct assessment *a = assessment_of(row);

	return a == NULL ? value_none() : value_text(a->comment);
}

static struct value
get_project_lead(const struct data_row *row)
{
	return value_text(row->rollout->rollout->project_lead);
}

/* clang-format off */
static const struct table_column column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, get_name, GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, data_solution, 0),
	COLUMN_GET("phase", VALUE_TEXT, get_phase, 0),
	COLUMN_AT("light", VALUE_LIGHT, overall, 0),
	COLUMN_AT("light_reported", VALUE_LIGHT, reported_light, 0),
	COLUMN_AT("deviation", VALUE_COUNT, deviation, 0),
	COLUMN_AT("progress", VALUE_PERCENT, progress, GRID_BARS),
	COLUMN_AT("expected", VALUE_PERCENT, expected, 0),
	COLUMN_AT("planned_end", VALUE_DAY, planned_end, 0),
	COLUMN_AT("forecast_end", VALUE_DAY, forecast_end, 0),
	COLUMN_AT("slip_days", VALUE_COUNT, slip_days, 0),
	COLUMN_GET("recommendation", VALUE_TEXT, get_recommendation, 0),

	COLUMN_GET("urgency", VALUE_COUNT, get_urgency, GRID_DETAIL),
	COLUMN_GET("why", VALUE_TEXT, get_why, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("path", VALUE_TEXT, get_path, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("change", VALUE_TEXT, get_change, GRID_DETAIL),
	COLUMN_GET("code", VALUE_COUNT, get_code, GRID_DETAIL),
	COLUMN_GET("region", VALUE_TEXT, get_region, GRID_DETAIL),
	COLUMN_GET("wave", VALUE_TEXT, get_wave, GRID_DETAIL),
	COLUMN_GET("solution_name", VALUE_TEXT, get_solution_name,
	    GRID_DETAIL),
	COLUMN_GET("state", VALUE_TEXT, get_state, GRID_DETAIL),
	COLUMN_AT("reported", VALUE_BOOL, reported, GRID_DETAIL),
	COLUMN_AT("fallen_back", VALUE_BOOL, fallen_back, GRID_DETAIL),
	COLUMN_AT("gap", VALUE_BOOL, gap, GRID_DETAIL),
	COLUMN_AT("course", VALUE_PERCENT, course, GRID_DETAIL),
	COLUMN_AT("readiness", VALUE_PERCENT, readiness, GRID_DETAIL),
	COLUMN_AT("task_score", VALUE_PERCENT, task_score, GRID_DETAIL),
	COLUMN_AT("criteria_score", VALUE_PERCENT, criteria_score,
	    GRID_DETAIL),
	COLUMN_GET("light_time", VALUE_TEXT, get_light_time, GRID_DETAIL),
	COLUMN_GET("light_economy", VALUE_TEXT, get_light_economy, GRID_DETAIL),
	COLUMN_GET("light_readiness", VALUE_TEXT, get_light_readiness, GRID_DETAIL),
	COLUMN_GET("light_risk", VALUE_TEXT, get_light_risk, GRID_DETAIL),
	COLUMN_GET("light_benefit", VALUE_TEXT, get_light_benefit, GRID_DETAIL),
	COLUMN_GET("known_light", VALUE_LIGHT, get_known_light, GRID_DETAIL),
	COLUMN_GET("known_month", VALUE_TEXT, get_known_month, GRID_DETAIL),
	COLUMN_AT("mandatory_criteria", VALUE_COUNT, mandatory_criteria,
	    GRID_DETAIL),
	COLUMN_AT("mandatory_criteria_met", VALUE_COUNT,
	    mandatory_criteria_met, GRID_DETAIL),
	COLUMN_AT("mandatory_criteria_partly", VALUE_COUNT,
	    mandatory_criteria_partly, GRID_DETAIL),
	COLUMN_AT("mandatory_criteria_no", VALUE_COUNT, mandatory_criteria_no,
	    GRID_DETAIL),
	COLUMN_AT("mandatory_criteria_unanswered", VALUE_COUNT,
	    mandatory_criteria_unanswered, GRID_DETAIL),
	COLUMN_AT("waived", VALUE_COUNT, waived, GRID_DETAIL),
	COLUMN_AT("mandatory_tasks", VALUE_COUNT, mandatory_tasks,
	    GRID_DETAIL),
	COLUMN_AT("mandatory_tasks_open", VALUE_COUNT, mandatory_tasks_open,
	    GRID_DETAIL),
	COLUMN_AT("overdue_tasks", VALUE_COUNT, overdue_tasks, GRID_DETAIL),
	COLUMN_AT("tasks_unreturned", VALUE_COUNT, tasks_unreturned,
	    GRID_DETAIL),
	COLUMN_AT("carry_over", VALUE_COUNT, carry_over, GRID_DETAIL),
	COLUMN_AT("cells_unreported", VALUE_COUNT, cells_unreported,
	    GRID_DETAIL),
	COLUMN_AT("blocked_cells", VALUE_COUNT, blocked_cells, GRID_DETAIL),
	COLUMN_AT("dependency_conflicts", VALUE_COUNT, dependency_conflicts,
	    GRID_DETAIL),
	COLUMN_AT("stated_end", VALUE_DAY, stated_end, GRID_DETAIL),
	COLUMN_AT("baseline_end", VALUE_DAY, baseline_end, GRID_DETAIL),
	COLUMN_AT("slip_baseline_days", VALUE_COUNT, slip_baseline_days,
	    GRID_DETAIL),
	COLUMN_GET("stalled", VALUE_BOOL, get_stalled, GRID_DETAIL),
	COLUMN_AT("risk_score", VALUE_COUNT, risk_score, GRID_DETAIL),
	COLUMN_AT("budget", VALUE_MONEY, economy.both_budget_dkk,
	    GRID_DETAIL),
	COLUMN_AT("forecast", VALUE_MONEY, economy.both_forecast_dkk,
	    GRID_DETAIL),
	COLUMN_AT("variance", VALUE_PERCENT, economy.variance_pct,
	    GRID_DETAIL),
	COLUMN_GET("previous_light", VALUE_LIGHT, get_previous_light,
	    GRID_DETAIL),
	COLUMN_GET("previous_progress", VALUE_PERCENT, get_previous_progress,
	    GRID_DETAIL),
	COLUMN_GET("previous_phase", VALUE_TEXT, get_previous_phase,
	    GRID_DETAIL),
	COLUMN_GET("decision", VALUE_TEXT, get_decision,
	    GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("comment", VALUE_TEXT, get_comment,
	    GRID_DETAIL | GRID_WRAP),
	/* The last: left out where management doesn't print names. */
	COLUMN_GET("project_lead", VALUE_TEXT, get_project_lead, GRID_DETAIL),
};

static const struct table_column parked_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, get_name, GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, data_solution, 0),
	COLUMN_GET("state", VALUE_TEXT, get_state, 0),
	COLUMN_GET("since", VALUE_DAY, get_since, 0),
	COLUMN_GET("phase", VALUE_TEXT, get_phase, 0),
	COLUMN_AT("course", VALUE_PERCENT, course, GRID_BARS),
	COLUMN_AT("planned_end", VALUE_DAY, planned_end, 0),
};
/* clang-format on */

static const struct table_shape parked_shape =
    TABLE_SHAPE("parked", parked_column);

/* The newest status row of the phase that the rollout is in, or NULL. */
static const struct status_row *
newest_status(const struct data_row *row)
{
	const struct model *model = row->facts->model;
	const struct rollout_figures *r = row->rollout;
	const struct status_row *newest = NULL, *status;
	size_t task;

	for (task = 0; task < model->ntask && !r->completed; task++) {
		status = r->cell[task * model->nphase + (size_t)r->phase].row;
		if (status != NULL &&
		    (newest == NULL || status->month > newest->month))
			newest = status;
	}
	return newest;
}

static void
add_sources(const struct data_row *row, const struct grid *grid)
{
	const struct rollout_figures *r = row->rollout;
	const struct facts *facts = row->facts;
	const struct status_row *status = newest_status(row);
	const struct assessment *own = assessment_of(row);

	table_cell(grid, "municipality")->source = r->rollout->loc;
	if (status != NULL)
		table_cell(grid, "progress")->source = status->loc;
	if (own != NULL)
		table_cell(grid, "light_reported")->source = own->loc;
	if (!r->completed)
		table_cell(grid, "planned_end")->source =
		    portfolio_plan(facts->portfolio, facts->model->nphase,
			index_of(row), (size_t)r->phase)
			->loc;
}

/* Why each light has its colour. */
static void
add_notes(const struct data_row *row, const struct grid *grid)
{
	static const char *const light[LIGHT_KINDS] = {
	    [LIGHT_TIME] = "light_time",
	    [LIGHT_ECONOMY] = "light_economy",
	    [LIGHT_READINESS] = "light_readiness",
	    [LIGHT_RISK] = "light_risk",
	    [LIGHT_BENEFIT] = "light_benefit",
	};
	const struct rollout_figures *r = row->rollout;
	struct grid_cell *cell;
	int kind;

	table_cell(grid, "light")->note =
	    reasons_deciding(row->arena, row->facts, r, r->nreason);
	for (kind = 0; kind < LIGHT_KINDS; kind++) {
		cell = table_cell(grid, light[kind]);
		if (cell->value.type == VALUE_TEXT)
			cell->tone = TONE_GREY;
		cell->note = reasons_of_kind(
		    row->arena, row->facts, r, (enum light_kind)kind);
	}
}

static struct table_shape
active_shape(const struct facts *facts)
{
	struct table_shape shape = TABLE_SHAPE("portfolio", column);

	if (!facts->model->names_in_management)
		shape.ncolumn--;
	return shape;
}

static void
add_active(struct grid *grid, const struct table_shape *shape,
    struct data_row *row, size_t rollout)
{
	row->rollout = &row->facts->figures->rollout[rollout];
	row->record = row->rollout;
	table_fill(grid, shape, row);
	add_sources(row, grid);
	add_notes(row, grid);
}

struct grid *
portfolio_active(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct figures *figures = facts->figures;
	struct table_shape shape = active_shape(facts);
	struct data_row row = {.arena = draft->arena, .facts = facts};
	struct value values[2];
	struct grid *grid;
	size_t i;

	values[0] = value_count(figures->rollup[0].n);
	values[1] = value_count(
	    (int64_t)facts->model->threshold[THRESHOLD_GATE_WINDOW]);
	grid = table_new(draft->arena, facts, &shape);
	grid->caption = wording(facts, "portfolio.caption");
	grid->measure = wording_sentence(draft->arena, facts,
	    "portfolio.measure", figures->rollup[0].n, values, 2);
	for (i = 0; i < figures->nurgent; i++)
		add_active(grid, &shape, &row, (size_t)figures->urgent[i]);
	for (i = 0; i < facts->portfolio->nrollout; i++)
		if (!figures->rollout[i].parked &&
		    figures->rollout[i].urgency == 0)
			add_active(grid, &shape, &row, i);
	return grid;
}

struct grid *
portfolio_parked(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct data_row row = {.arena = draft->arena, .facts = facts};
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, facts, &parked_shape);
	grid->caption = wording(facts, "parked.caption");
	grid->measure = wording(facts, "parked.measure");
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		row.rollout = &facts->figures->rollout[i];
		row.record = row.rollout;
		if (!row.rollout->parked)
			continue;
		table_fill(grid, &parked_shape, &row);
		table_cell(grid, "municipality")->source =
		    row.rollout->rollout->loc;
	}
	return grid;
}

/* How many municipalities see themselves greener than the figures do. */
const char *
portfolio_headline(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r;
	int rosier = 0, compared = 0;
	struct value values[2];
	size_t i;

	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (r->parked || r->deviation == FIGURE_NONE)
			continue;
		compared++;
		rosier += r->deviation >= 1;
	}
	values[0] = value_count(rosier);
	values[1] = value_count(compared);
	return wording_sentence(
	    draft->arena, facts, "portfolio.headline", rosier, values, 2);
}
