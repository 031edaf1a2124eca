/*
 * The workbook, and what is to be read in it: whose rows the sheets ask for,
 * the questions of the gates, and the readings that are known.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/benefit_items.h"
#include "report/collect.h"
#include "report/heading.h"
#include "report/local.h"
#include "report/quality.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column rollout_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("solution_name", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("project_lead", VALUE_TEXT, 0),
	COLUMN_SET("asked", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column question_column[] = {
	COLUMN_SET("criterion", VALUE_TEXT, 0),
	COLUMN_SET("question", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("obligation", VALUE_TEXT, 0),
	COLUMN_SET("pass", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column known_column[] = {
	COLUMN_SET("id", VALUE_TEXT, 0),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("unit", VALUE_TEXT, 0),
	COLUMN_SET("latest", VALUE_NUMBER, 0),
	COLUMN_SET("latest_date", VALUE_DAY, 0),
	COLUMN_SET("target", VALUE_NUMBER, 0),
	COLUMN_SET("target_date", VALUE_DAY, 0),
};
/* clang-format on */

static const struct table_shape rollout_shape =
    TABLE_SHAPE("collect_rollouts", rollout_column);
static const struct table_shape question_shape =
    TABLE_SHAPE("collect_questions", question_column);
static const struct table_shape known_shape =
    TABLE_SHAPE("collect_known", known_column);

struct grid *
collect_rollouts(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct grid *grid = table_new(draft->arena, facts, &rollout_shape);
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	size_t i;

	grid->caption = wording(facts, "collect.rollouts");
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		grid_add_row(draft->arena, grid);
		table_set(
		    grid, "solution", value_text(wording_solution(facts, r)));
		table_set(grid, "solution_name",
		    value_text(wording_solution_name(facts, r)));
		table_set(
		    grid, "phase", value_text(wording_phase(facts, r->phase)));
		table_set(grid, "planned_end", value_day(r->planned_end));
		table_set(
		    grid, "project_lead", value_text(r->rollout->project_lead));
		table_set(grid, "asked",
		    local_label(
			facts, "collect.ask", collect_ask_id(collect_ask(r))));
	}
	return grid;
}

/* A rollout that answers questions stands before that phase's gate. */
static bool
is_before_gate(const struct draft *draft, int phase)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (r->phase == phase && collect_asks(r, KIND_CRITERIA_ANSWERS))
			return true;
	}
	return false;
}

static void
add_question(
    const struct draft *draft, struct grid *grid, const struct criterion *c)
{
	const struct facts *facts = draft->facts;

	grid_add_row(draft->arena, grid);
	table_set(grid, "criterion", value_text(c->id));
	table_set(grid, "question", value_text(wording_text(facts, &c->text)));
	table_set(grid, "obligation",
	    local_label(facts, "gate.obligation",
		c->mandatory ? "mandatory" : "recommended"));
	table_set(
	    grid, "pass", value_text(wording_text(facts, &c->pass_condition)));
}

struct grid *
collect_questions(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct grid *grid =
	    table_new(draft->arena, draft->facts, &question_shape);
	size_t i;

	grid->caption = wording(draft->facts, "collect.questions");
	for (i = 0; i < model->ncriterion; i++)
		if (is_before_gate(draft, model->criterion[i].phase))
			add_question(draft, grid, &model->criterion[i]);
	return grid->nrow > 0 ? grid : NULL;
}

struct grid *
collect_known(const struct draft *draft)
{
	struct grid *grid = table_new(draft->arena, draft->facts, &known_shape);
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct benefit_figures *f;
	size_t i;

	grid->caption = wording(draft->facts, "collect.known");
	for (i = 0; i < items.n; i++) {
		f = items.item[i].figures;
		grid_add_row(draft->arena, grid);
		table_set(grid, "id", value_text(f->benefit->id));
		table_set(grid, "benefit", value_text(f->benefit->name));
		table_set(grid, "unit", value_text(f->benefit->unit));
		if (f->latest != NULL) {
			table_set(
			    grid, "latest", value_number(f->latest->value));
			table_set(
			    grid, "latest_date", value_day(f->latest->date));
		}
		table_set(grid, "target", value_number(f->benefit->target));
		table_set(
		    grid, "target_date", value_day(f->benefit->target_date));
	}
	return grid->nrow > 0 ? grid : NULL;
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "municipality", .text = letter_name },
	{ .name = "code", .text = letter_code },
	{ .name = "due", .text = collect_due },

	{ .name = "table: rollouts", .table = collect_rollouts },
	{ .name = "table: questions", .table = collect_questions },
	{ .name = "table: known", .table = collect_known },

	{ .name = "sheet: status", .table = collect_status },
	{ .name = "sheet: tasks", .table = collect_tasks },
	{ .name = "sheet: criteria", .table = collect_answers },
	{ .name = "sheet: conditions", .table = collect_conditions },
	{ .name = "sheet: assessments", .table = collect_assessments },
	{ .name = "sheet: economy", .table = collect_economy },
	{ .name = "sheet: risks", .table = collect_risks },
	{ .name = "sheet: benefits", .table = collect_benefits },
	{ .name = "sheet: measurements", .table = collect_measurements },
};
/* clang-format on */

struct node *
collect_book_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);

	return collect_document(&draft);
}
