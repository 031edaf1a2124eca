/*
 * parathed explain: a derivation for each column of rollouts.csv, as text for
 * people and as rows for programs.
 */
#include "report/explain.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/answer.h"
#include "report/table.h"
#include "report/wording.h"

/* What a column comes from; in a completed rollout some are empty. */
struct figure {
	const char *id;
	derivation *derive;
	bool in_phase; /* empty once all phases are completed */
};

/* clang-format off */
static const struct figure figures[] = {
	{ "month", explain_month, false },
	{ "date", explain_date, false },
	{ "municipality", explain_municipality, false },
	{ "name", explain_municipality, false },
	{ "region", explain_municipality, false },
	{ "wave", explain_wave, false },
	{ "solution", explain_solution, false },
	{ "state", explain_state, false },
	{ "reported", explain_reported, false },
	{ "phase", explain_phase, false },
	{ "fallen_back", explain_decisions, false },
	{ "gap", explain_gap, false },
	{ "task_score", explain_task_score, true },
	{ "criteria_score", explain_criteria_score, true },
	{ "progress", explain_progress, true },
	{ "readiness", explain_readiness, true },
	{ "course", explain_course, false },
	{ "expected", explain_expected, true },
	{ "mandatory_criteria", explain_criteria, true },
	{ "mandatory_criteria_met", explain_criteria_met, true },
	{ "mandatory_criteria_no", explain_criteria_no, true },
	{ "mandatory_criteria_unanswered", explain_criteria_unanswered, true },
	{ "waived", explain_waived, true },
	{ "mandatory_tasks", explain_mandatory_tasks, true },
	{ "mandatory_tasks_open", explain_tasks_open, true },
	{ "tasks_unreturned", explain_tasks_unreturned, false },
	{ "overdue_tasks", explain_overdue, false },
	{ "carry_over", explain_carry_over, false },
	{ "cells_unreported", explain_unreported, true },
	{ "blocked_cells", explain_blocked, true },
	{ "dependency_conflicts", explain_conflicts, true },
	{ "recommendation", explain_recommendation, true },
	{ "planned_end", explain_plan, true },
	{ "baseline_end", explain_plan, true },
	{ "forecast_end", explain_forecast, true },
	{ "stated_end", explain_stated, true },
	{ "stalled", explain_forecast, true },
	{ "slip_days", explain_slip, true },
	{ "slip_baseline_days", explain_slip_baseline, true },
	{ "light_time", explain_light_time, false },
	{ "light_economy", explain_light_economy, false },
	{ "light_readiness", explain_light_readiness, false },
	{ "light_risk", explain_light_risk, false },
	{ "light_benefit", explain_light_benefit, false },
	{ "light", explain_light, false },
	{ "light_reported", explain_reported_light, false },
	{ "deviation", explain_deviation, false },
	{ "previous_light", explain_previous, false },
	{ "previous_progress", explain_previous, false },
	{ "previous_phase", explain_previous, false },
};

static const struct table_column term_column[] = {
	COLUMN_SET("term", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("detail", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("weight", VALUE_NUMBER, 0),
	COLUMN_SET("value", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column short_column[] = {
	COLUMN_SET("figure", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("id", VALUE_TEXT, 0),
	COLUMN_SET("value", VALUE_TEXT, 0),
	COLUMN_SET("equation", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column row_column[] = {
	COLUMN_SET("figure", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("part", VALUE_TEXT, 0),
	COLUMN_SET("term", VALUE_TEXT, 0),
	COLUMN_SET("detail", VALUE_TEXT, 0),
	COLUMN_SET("weight", VALUE_NUMBER, 0),
	COLUMN_SET("value", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape term_shape =
    TABLE_SHAPE("explanation", term_column);
static const struct table_shape short_shape =
    TABLE_SHAPE("explanation_short", short_column);
static const struct table_shape row_shape =
    TABLE_SHAPE("explanation_rows", row_column);

static const struct figure *
figure_find(const char *id)
{
	size_t i;

	for (i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		if (strcmp(figures[i].id, id) == 0)
			return &figures[i];
	return NULL;
}

bool
explain_knows(const char *column)
{
	return figure_find(column) != NULL;
}

/* The derivation of a column by number. */
static void
derive(struct arena *arena, const struct facts *facts, size_t rollout,
    size_t column, bool rows, struct explain *e)
{
	const struct figure *figure =
	    figure_find(data_rollout_shape()->column[column].id);

	assert(figure != NULL);
	*e = (struct explain){.arena = arena,
	    .facts = facts,
	    .model = facts->model,
	    .r = &facts->figures->rollout[rollout],
	    .index = rollout,
	    .rows = rows,
	    .terms = table_new(arena, facts, &term_shape)};
	if (figure->in_phase && e->r->completed)
		explain_say(e, "reason.completed", 0, NULL, 0);
	else
		figure->derive(e);
}

/* What a reader calls an id: "Gul" for yellow; NULL where it has no word. */
static const char *
word_of(const struct explain *e, const char *figure, const char *id)
{
	const char *key = figure, *phase;
	int p;

	if (strstr(figure, "phase") != NULL) {
		p = model_find_phase(e->model, id);
		phase = wording_phase(
		    e->facts, p == -1 ? (int)e->model->nphase : p);
		return phase;
	}
	if (strstr(figure, "light") != NULL) {
		key = "light";
		if (strcmp(id, light_id(LIGHT_GREY)) == 0 && explain_is_told(e))
			id = "unknown";
	}
	return label_find(
	    wording_labels(e->facts), arena_printf(e->arena, "%s.%s", key, id));
}

/* "70,6342"; "Gul (yellow)"; "kendes ikke". */
static const char *
shown(const struct explain *e, const char *figure, const struct value *value)
{
	const char *text, *word;
	struct buf buf;

	if (value->type == VALUE_NONE)
		return wording(e->facts, "explain.none");
	if (value->type == VALUE_TEXT) {
		word = word_of(e, figure, value->as.text);
		return word == NULL || strcmp(word, value->as.text) == 0
		    ? value->as.text
		    : arena_printf(e->arena, "%s (%s)", word, value->as.text);
	}
	buf_init(&buf);
	value_print_exact(&buf, value, wording_labels(e->facts));
	text = arena_strndup(e->arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}

/* How it is computed: as *Om tallene* has it, or words of its own. */
static const char *
rule_of(const struct explain *e, const char *figure)
{
	const struct labels *labels = wording_labels(e->facts);
	const char *heads = label_find(
	    labels, arena_printf(e->arena, "explain.rule.%s", figure));

	if (heads != NULL)
		return explain_rule(e->arena, e->facts, heads);
	return label_find(
	    labels, arena_printf(e->arena, "explain.what.%s", figure));
}

static void
add_figure(const struct explain *e, struct node *document, size_t column)
{
	const char *id = data_rollout_shape()->column[column].id, *rule;
	const struct value value =
	    data_rollout_value(e->arena, e->facts, e->index, column);
	struct node *section, *code;
	size_t i;

	section = node_add_section(e->arena, document,
	    arena_printf(e->arena, "%s (%s) = %s", explain_label(e, id), id,
		shown(e, id, &value)),
	    0);
	rule = rule_of(e, id);
	if (rule != NULL)
		node_add_paragraph(e->arena, section, rule);
	for (i = 0; i < e->nword; i++)
		node_add_paragraph(e->arena, section, e->word[i]);
	if (e->terms->nrow > 0)
		node_add_grid(e->arena, section, e->terms);
	for (i = 0; i < e->nequation; i++) {
		code = node_add(e->arena, section, DOC_CODE_BLOCK);
		code->as.text = node_text(e->arena, e->equation[i]);
	}
}

/* In short: the equations, else the words. */
static const char *
in_short(const struct explain *e)
{
	bool by_words = e->nequation == 0;
	size_t n = by_words ? e->nword : e->nequation, i;
	const char *text = "";

	for (i = 0; i < n; i++)
		text = arena_printf(e->arena, "%s%s%s", text,
		    i == 0         ? ""
			: by_words ? " "
				   : "; ",
		    by_words ? e->word[i] : e->equation[i]);
	return text;
}

static void
add_short(struct explain *e, struct grid *grid, size_t column)
{
	const char *id = data_rollout_shape()->column[column].id;
	const struct value value =
	    data_rollout_value(e->arena, e->facts, e->index, column);

	grid_add_row(e->arena, grid);
	table_set(grid, "figure", value_text(explain_label(e, id)));
	table_set(grid, "id", value_text(id));
	table_set(grid, "value", value_text(shown(e, id, &value)));
	table_set(grid, "equation", value_text(in_short(e)));
}

static struct node *
begin(struct arena *arena, const struct facts *facts, size_t rollout)
{
	const struct rollout_figures *r = &facts->figures->rollout[rollout];
	const struct portfolio *p = facts->portfolio;
	const struct value values[] = {
	    value_text(p->municipality[r->rollout->municipality].code_text),
	    value_text(wording_municipality(facts, r)),
	    value_text(wording_solution(facts, r)),
	    value_text(wording_month(arena, facts, p->report_month)),
	    value_text(wording_day(arena, facts, p->report_date))};

	return answer_document(arena, facts,
	    wording_sentence(arena, facts, "explain.title", 0, values, 5),
	    wording_sentence(arena, facts, "explain.subtitle", 0, values, 5));
}

struct node *
explain_document(struct arena *arena, const struct facts *facts, size_t rollout,
    size_t figure)
{
	struct node *document = begin(arena, facts, rollout);
	struct explain e;
	struct grid *grid;
	size_t i;

	if (figure != EXPLAIN_ALL) {
		derive(arena, facts, rollout, figure, false, &e);
		add_figure(&e, document, figure);
		return document;
	}
	grid = table_new(arena, facts, &short_shape);
	for (i = 0; i < data_rollout_shape()->ncolumn; i++) {
		derive(arena, facts, rollout, i, false, &e);
		add_short(&e, grid, i);
	}
	node_add_grid(arena, document, grid);
	return document;
}

static void
add_line(struct grid *grid, struct arena *arena, const char *figure,
    const char *part, const char *detail)
{
	grid_add_row(arena, grid);
	table_set(grid, "figure", value_text(figure));
	table_set(grid, "part", value_text(part));
	table_set(grid, "detail", value_text(detail));
}

static void
add_rows(const struct explain *e, struct grid *grid, size_t column)
{
	const char *id = data_rollout_shape()->column[column].id;
	const struct grid_cell *from;
	struct grid_cell *to;
	size_t i, k;

	for (i = 0; i < e->nword; i++)
		add_line(grid, e->arena, id, "word", e->word[i]);
	for (i = 0; i < e->terms->nrow; i++) {
		add_line(grid, e->arena, id, "term", NULL);
		from = grid_at(e->terms, i, 0);
		to = table_cell(grid, "term");
		for (k = 0; k < e->terms->ncolumn; k++)
			to[k].value = from[k].value;
	}
	for (i = 0; i < e->nequation; i++)
		add_line(grid, e->arena, id, "equation", e->equation[i]);
	add_line(grid, e->arena, id, "result", explain_label(e, id));
	table_set(grid, "value",
	    data_rollout_value(e->arena, e->facts, e->index, column));
}

struct grid *
explain_rows(struct arena *arena, const struct facts *facts, size_t rollout,
    size_t figure)
{
	struct grid *grid = table_new(arena, facts, &row_shape);
	struct explain e;
	size_t i;

	for (i = 0; i < data_rollout_shape()->ncolumn; i++) {
		if (figure != EXPLAIN_ALL && figure != i)
			continue;
		derive(arena, facts, rollout, i, true, &e);
		add_rows(&e, grid, i);
	}
	return grid;
}
