/*
 * How a solution came to where it stands: decisions, and month by month.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/formula.h"
#include "report/local.h"
#include "report/wording.h"

#define POINTS_LEAST 3 /* fewer are a sentence, not a chart */

static const struct gate_decision *
decision_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_gate(const struct data_row *row)
{
	return value_text(
	    wording_gate(row->arena, row->facts, decision_of(row)->phase));
}

/* A fall-back says where to. */
static struct value
get_decision(const struct data_row *row)
{
	const struct gate_decision *d = decision_of(row);
	struct value to;

	if (d->decision != DECISION_FALL_BACK)
		return local_label(
		    row->facts, "decision", word_decision[d->decision].id);
	to = value_text(wording_phase(
	    row->facts, d->to_phase == -1 ? d->phase : d->to_phase));
	return value_text(wording_sentence(
	    row->arena, row->facts, "local.decision.fall_back", 0, &to, 1));
}

#define AT(id, type, member, flags)                                       \
	{                                                                 \
		{id, type, offsetof(struct gate_decision, member), NULL}, \
		    flags, TOTAL_NONE                                     \
	}

/* clang-format off */
static const struct table_column history_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	AT("date", VALUE_DAY, date, GRID_HEAD),
	COLUMN_GET("gate", VALUE_TEXT, get_gate, 0),
	COLUMN_GET("decision", VALUE_TEXT, get_decision, 0),
	AT("decided_by", VALUE_TEXT, decided_by, 0),
	AT("conditions", VALUE_TEXT, conditions, GRID_WRAP | GRID_SPARE),
	AT("next_review", VALUE_DAY, next_review, GRID_SPARE),
};
/* clang-format on */

static const struct table_shape history_shape =
    TABLE_SHAPE("local-history", history_column);

static void
add_decisions(struct local_table *t, size_t rollout)
{
	const struct portfolio *folio = t->draft->facts->portfolio;
	const struct span *span = &folio->rows[rollout].decision;
	const struct gate_decision *d;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		d = &folio->decision[i];
		if (d->date > folio->report_date)
			continue;
		local_add(t, local_figures(t->draft, rollout), d, d->phase, 0);
		local_source(t, "date", &d->loc);
	}
}

/* What is odd about the phase, or since when it holds. */
static const char *
history_caption(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_rollout(draft);
	struct value values[3] = {value_text(wording_phase(facts, r->phase))};

	if (r->gap) {
		values[1] = value_text(
		    wording_gate(draft->arena, facts, r->gap_by->phase));
		return local_say(draft, "local.history.gap", 0, values, 2);
	}
	if (r->fallen_back)
		return local_say(draft, "local.history.back", 0, values, 1);
	if (r->phase == 0)
		return local_say(draft, "local.history.first", 0, values, 1);
	values[1] = value_text(
	    wording_day(draft->arena, facts, r->gate[r->phase - 1]->date));
	return local_say(draft,
	    r->completed ? "local.history.completed" : "local.history", 0,
	    values, 2);
}

struct grid *
local_history(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	size_t i;

	local_begin(&t, draft, &history_shape, 1);
	t.grid->caption = local_is_part(draft)
	    ? history_caption(draft)
	    : wording(draft->facts, "local.history.all");
	for (i = span.first; i < span.first + span.count; i++)
		add_decisions(&t, i);
	return t.grid;
}

static const struct rollout_figures *
then_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_month(const struct data_row *row)
{
	return value_text(wording_month(row->arena, row->facts,
	    row->facts->figures->moment[row->item].month));
}

static struct value
get_date(const struct data_row *row)
{
	return value_day(row->facts->figures->moment[row->item].date);
}

/* A month without a report has no progress of its own. */
static struct value
get_progress(const struct data_row *row)
{
	return then_of(row)->reported ? value_percent(then_of(row)->progress)
				      : value_none();
}

/* clang-format off */
static const struct table_column course_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("month", VALUE_TEXT, get_month, GRID_HEAD),
	COLUMN_GET("date", VALUE_DAY, get_date, GRID_DETAIL),
	COLUMN_GET("phase", VALUE_TEXT, local_phase, 0),
	COLUMN_AT("light", VALUE_LIGHT, overall, 0),
	COLUMN_GET("progress", VALUE_PERCENT, get_progress, GRID_BARS),
	COLUMN_AT("expected", VALUE_PERCENT, expected, 0),
	COLUMN_AT("course", VALUE_PERCENT, course, GRID_BARS),
};
/* clang-format on */

static const struct table_shape course_shape =
    TABLE_SHAPE("local-course", course_column);

/* Months with a report. */
static size_t
points_of(const struct draft *draft, size_t rollout)
{
	const struct figures *figures = draft->facts->figures;
	size_t i, n = 0;

	for (i = 0; i < figures->nmoment; i++)
		n += figures->moment[i].rollout[rollout].reported &&
		    num_given(figures->moment[i].rollout[rollout].progress);
	return n;
}

/* How far from the plan, in words. */
static const char *
course_caption(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct value values[3];
	double lag;

	if (r->completed)
		return wording(draft->facts, "local.course.completed");
	if (!num_given(r->progress) || !num_given(r->expected))
		return wording(draft->facts, "local.course.unknown");
	lag = r->expected - r->progress;
	values[0] = value_percent(r->progress);
	values[1] = value_count(num_round(lag < 0 ? -lag : lag));
	return local_say(draft,
	    lag < 0 ? "local.course.ahead" : "local.course.behind",
	    values[1].as.count, values, 2);
}

/* Rollouts with fewer reports than `least` are a sentence. */
static struct grid *
course_of(const struct draft *draft, size_t least)
{
	const struct figures *figures = draft->facts->figures;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *then;
	struct local_table t;
	struct value n;
	size_t i, k;

	local_begin(&t, draft, &course_shape, 1);
	t.grid->caption = local_is_part(draft)
	    ? course_caption(draft)
	    : wording(draft->facts, "local.course.all");
	t.grid->measure = wording(draft->facts, "local.course.measure");
	n = value_count((int64_t)points_of(draft, span.first));
	t.grid->empty = local_say(draft, "local.course.few", n.as.count, &n, 1);
	for (i = span.first; i < span.first + span.count; i++) {
		if (points_of(draft, i) < least)
			break;
		for (k = 0; k < figures->nmoment; k++) {
			then = &figures->moment[k].rollout[i];
			if (!then->parked)
				local_add(&t, then, then, then->phase, (int)k);
		}
	}
	return t.grid;
}

struct grid *
local_course(const struct draft *draft)
{
	return course_of(draft, local_is_part(draft) ? POINTS_LEAST : 0);
}

struct grid *
local_course_rows(const struct draft *draft)
{
	return course_of(draft, 0);
}

/* The value of a column in a row; NUM_NONE if it isn't given. */
static double
number_at(const struct grid *grid, size_t row, const char *column)
{
	return formula_number_of(
	    &grid_at(grid, row, (size_t)grid_column_find(grid, column))->value);
}

static const char *
text_at(const struct grid *grid, size_t row, const char *column)
{
	const struct value *v =
	    &grid_at(grid, row, (size_t)grid_column_find(grid, column))->value;

	return v->type == VALUE_TEXT && v->as.text != NULL ? v->as.text : "";
}

/* From where to where progress went in the phase that it is in. */
static const char *
course_title(const struct draft *draft, const struct grid *course)
{
	size_t row = course->nrow, first = row, last = row;
	struct value values[4];

	while (row-- > 0 &&
	    strcmp(text_at(course, row, "phase"),
		text_at(course, course->nrow - 1, "phase")) == 0) {
		if (!num_given(number_at(course, row, "progress")))
			continue;
		first = row;
		if (last == course->nrow)
			last = row;
	}
	if (first == last)
		return wording(draft->facts, "local.course.chart");
	values[0] = value_text(text_at(course, first, "phase"));
	values[1] = value_percent(number_at(course, first, "progress"));
	values[2] = value_percent(number_at(course, last, "progress"));
	values[3] = value_text(text_at(course, first, "month"));
	return local_say(draft, "local.course.chart.since", 0, values, 4);
}

struct chart *
local_course_chart(const struct draft *draft, const struct grid *course)
{
	static const struct chart_series series[] = {
	    {"progress", TONE_NONE},
	    {"expected", TONE_NONE},
	    {"course", TONE_NONE},
	};
	struct chart *chart;

	if (course->nrow < POINTS_LEAST)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = arena_printf(draft->arena, "%s-chart", course->id);
	chart->type = CHART_LINE;
	chart->title = course_title(draft, course);
	chart->measure = wording(draft->facts, "local.course.chart.measure");
	chart->description = course->caption;
	chart->grid = course;
	chart->category = "month";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	chart->run = "phase";
	chart->through = "course";
	return chart;
}
