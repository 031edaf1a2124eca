/*
 * rollouts.csv and changes.csv: a row per rollout.
 */
#include "base/arena.h"
#include "report/data.h"

static struct value
get_month(const struct data_row *row)
{
	char text[8];

	month_iso(row->facts->portfolio->report_month, text);
	return value_text(arena_strdup(row->arena, text));
}

static struct value
get_date(const struct data_row *row)
{
	return value_day(row->facts->portfolio->report_date);
}

static const struct municipality *
municipality_of(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;

	return &folio->municipality[row->rollout->rollout->municipality];
}

/* Name and region are those in force at the report date, or nothing. */
static struct value
get_name(const struct data_row *row)
{
	const struct municipality *m = municipality_of(row);

	return m->valid ? value_text(m->name) : value_none();
}

static struct value
get_region(const struct data_row *row)
{
	const struct municipality *m = municipality_of(row);

	return m->valid ? value_text(m->region) : value_none();
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
	return value_text(word_state[row->rollout->state].id);
}

static struct value
get_phase(const struct data_row *row)
{
	return data_phase_of(row->facts, row->rollout);
}

static struct value
get_recommendation(const struct data_row *row)
{
	return value_text(recommendation_id(row->rollout->recommendation));
}

static struct value
get_stalled(const struct data_row *row)
{
	return row->rollout->completed ? value_none()
				       : value_bool(row->rollout->stalled);
}

static struct value
get_light_time(const struct data_row *row)
{
	return data_light(row->rollout->light[LIGHT_TIME]);
}

static struct value
get_light_economy(const struct data_row *row)
{
	return data_light(row->rollout->light[LIGHT_ECONOMY]);
}

static struct value
get_light_readiness(const struct data_row *row)
{
	return data_light(row->rollout->light[LIGHT_READINESS]);
}

static struct value
get_light_risk(const struct data_row *row)
{
	return data_light(row->rollout->light[LIGHT_RISK]);
}

static struct value
get_light_benefit(const struct data_row *row)
{
	return data_light(row->rollout->light[LIGHT_BENEFIT]);
}

static struct value
get_light(const struct data_row *row)
{
	return data_light(row->rollout->overall);
}

static struct value
get_light_reported(const struct data_row *row)
{
	return data_light(row->rollout->reported_light);
}

static struct value
get_previous_light(const struct data_row *row)
{
	const struct rollout_figures *before = row->rollout->previous;

	return before == NULL ? value_none() : data_light(before->overall);
}

static struct value
get_previous_progress(const struct data_row *row)
{
	const struct rollout_figures *before = row->rollout->previous;

	return before == NULL ? value_none() : value_number(before->progress);
}

static struct value
get_previous_phase(const struct data_row *row)
{
	return data_phase_of(row->facts, row->rollout->previous);
}

static struct value
get_change(const struct data_row *row)
{
	return value_text(change_id(row->rollout->change));
}

/* clang-format off */
#define AT(member)	offsetof(struct rollout_figures, member), NULL

static const struct data_column rollout_column[] = {
	{ "month", VALUE_TEXT, 0, get_month },
	{ "date", VALUE_DAY, 0, get_date },
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "name", VALUE_TEXT, 0, get_name },
	{ "region", VALUE_TEXT, 0, get_region },
	{ "wave", VALUE_TEXT, 0, get_wave },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "state", VALUE_TEXT, 0, get_state },
	{ "reported", VALUE_BOOL, AT(reported) },
	{ "phase", VALUE_TEXT, 0, get_phase },
	{ "fallen_back", VALUE_BOOL, AT(fallen_back) },
	{ "gap", VALUE_BOOL, AT(gap) },
	{ "task_score", VALUE_NUMBER, AT(task_score) },
	{ "criteria_score", VALUE_NUMBER, AT(criteria_score) },
	{ "progress", VALUE_NUMBER, AT(progress) },
	{ "readiness", VALUE_NUMBER, AT(readiness) },
	{ "course", VALUE_NUMBER, AT(course) },
	{ "expected", VALUE_NUMBER, AT(expected) },
	{ "mandatory_criteria", VALUE_COUNT, AT(mandatory_criteria) },
	{ "mandatory_criteria_met", VALUE_COUNT, AT(mandatory_criteria_met) },
	{ "mandatory_criteria_no", VALUE_COUNT, AT(mandatory_criteria_no) },
	{ "mandatory_criteria_unanswered", VALUE_COUNT,
	    AT(mandatory_criteria_unanswered) },
	{ "waived", VALUE_COUNT, AT(waived) },
	{ "mandatory_tasks", VALUE_COUNT, AT(mandatory_tasks) },
	{ "mandatory_tasks_open", VALUE_COUNT, AT(mandatory_tasks_open) },
	{ "tasks_unreturned", VALUE_COUNT, AT(tasks_unreturned) },
	{ "overdue_tasks", VALUE_COUNT, AT(overdue_tasks) },
	{ "carry_over", VALUE_COUNT, AT(carry_over) },
	{ "cells_unreported", VALUE_COUNT, AT(cells_unreported) },
	{ "blocked_cells", VALUE_COUNT, AT(blocked_cells) },
	{ "dependency_conflicts", VALUE_COUNT, AT(dependency_conflicts) },
	{ "recommendation", VALUE_TEXT, 0, get_recommendation },
	{ "planned_end", VALUE_DAY, AT(planned_end) },
	{ "baseline_end", VALUE_DAY, AT(baseline_end) },
	{ "forecast_end", VALUE_DAY, AT(forecast_end) },
	{ "stated_end", VALUE_DAY, AT(stated_end) },
	{ "stalled", VALUE_BOOL, 0, get_stalled },
	{ "slip_days", VALUE_COUNT, AT(slip_days) },
	{ "slip_baseline_days", VALUE_COUNT, AT(slip_baseline_days) },
	{ "light_time", VALUE_TEXT, 0, get_light_time },
	{ "light_economy", VALUE_TEXT, 0, get_light_economy },
	{ "light_readiness", VALUE_TEXT, 0, get_light_readiness },
	{ "light_risk", VALUE_TEXT, 0, get_light_risk },
	{ "light_benefit", VALUE_TEXT, 0, get_light_benefit },
	{ "light", VALUE_TEXT, 0, get_light },
	{ "light_reported", VALUE_TEXT, 0, get_light_reported },
	{ "deviation", VALUE_COUNT, AT(deviation) },
	{ "previous_light", VALUE_TEXT, 0, get_previous_light },
	{ "previous_progress", VALUE_NUMBER, 0, get_previous_progress },
	{ "previous_phase", VALUE_TEXT, 0, get_previous_phase },
};

static const struct data_column change_column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "change", VALUE_TEXT, 0, get_change },
	{ "phase_before", VALUE_TEXT, 0, get_previous_phase },
	{ "phase", VALUE_TEXT, 0, get_phase },
	{ "light_before", VALUE_TEXT, 0, get_previous_light },
	{ "light", VALUE_TEXT, 0, get_light },
	{ "progress_before", VALUE_NUMBER, 0, get_previous_progress },
	{ "progress", VALUE_NUMBER, AT(progress) },
};

static const struct data_column economy_column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "budget_hours", VALUE_NUMBER, AT(economy.budget_hours) },
	{ "actual_hours", VALUE_NUMBER, AT(economy.actual_hours) },
	{ "forecast_hours", VALUE_NUMBER, AT(economy.forecast_hours) },
	{ "budget_dkk", VALUE_NUMBER, AT(economy.budget_dkk) },
	{ "actual_dkk", VALUE_NUMBER, AT(economy.actual_dkk) },
	{ "forecast_dkk", VALUE_NUMBER, AT(economy.forecast_dkk) },
	{ "variance_dkk", VALUE_NUMBER, AT(economy.variance_dkk) },
	{ "variance_pct", VALUE_NUMBER, AT(economy.variance_pct) },
	{ "time_used", VALUE_NUMBER, AT(economy.time_used) },
};
/* clang-format on */

static const struct data_shape rollout_shape =
    DATA_SHAPE("rollouts", rollout_column);
static const struct data_shape change_shape =
    DATA_SHAPE("changes", change_column);
static const struct data_shape economy_shape =
    DATA_SHAPE("economy", economy_column);

/* A row for each rollout, in the order of the portfolio. */
static struct grid *
per_rollout(struct arena *arena, const struct facts *facts,
    const struct data_shape *shape)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, shape);
	size_t i;

	for (i = 0; i < facts->portfolio->nrollout; i++) {
		row.rollout = &facts->figures->rollout[i];
		row.record = row.rollout;
		data_add(grid, shape, &row);
	}
	return grid;
}

const struct data_shape *
data_rollout_shape(void)
{
	return &rollout_shape;
}

struct value
data_rollout_value(
    struct arena *arena, const struct facts *facts, size_t index, size_t column)
{
	const struct data_row row = {.arena = arena,
	    .facts = facts,
	    .record = &facts->figures->rollout[index],
	    .rollout = &facts->figures->rollout[index]};

	return data_value(&rollout_column[column], &row);
}

struct grid *
data_rollouts(struct arena *arena, const struct facts *facts)
{
	return per_rollout(arena, facts, &rollout_shape);
}

struct grid *
data_changes(struct arena *arena, const struct facts *facts)
{
	return per_rollout(arena, facts, &change_shape);
}

struct grid *
data_economy(struct arena *arena, const struct facts *facts)
{
	return per_rollout(arena, facts, &economy_shape);
}
