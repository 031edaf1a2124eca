/*
 * What the answers come to: rules 4, 5 and 7 as formulas over the cells of the
 * checklist, each beside what the figures say.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

/* The rows of the result, in order. */
enum line {
	LINE_TASKS_SCORE,
	LINE_CRITERIA_SCORE,
	LINE_READINESS,
	LINE_MET,
	LINE_PARTLY,
	LINE_NO,
	LINE_UNANSWERED,
	LINE_WAIVED,
	LINE_TASKS_OPEN,
	LINE_BLOCKED,
	LINE_RECOMMENDATION,
	LINES
};

static const char *const line_id[LINES] = {"task_score", "criteria_score",
    "readiness", "met", "partly", "no", "unanswered", "waived", "tasks_open",
    "blocked", "recommendation"};

/* clang-format off */
static const struct table_column result_column[] = {
	COLUMN_SET("field", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("value", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("wanted", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape result_shape =
    TABLE_SHAPE("gate-result", result_column);

/* What the formulas are made of. */
struct result {
	const struct draft *draft;
	struct arena *arena;
	struct grid *grid;
	const struct grid *criteria;
};

static const struct formula *
text_of(const struct result *r, const char *prefix, const char *id)
{
	return formula_text(
	    r->arena, label_of(wording_labels(r->draft->facts), prefix, id));
}

static const struct formula *
none(const struct result *r)
{
	return formula_constant(r->arena, value_none());
}

static const struct formula *
two(const struct result *r, enum formula_op op, const struct formula *a,
    const struct formula *b)
{
	return formula_make(r->arena, op, a, b, NULL);
}

static const struct formula *
choose(const struct result *r, const struct formula *condition,
    const struct formula *then, const struct formula *otherwise)
{
	return formula_make(r->arena, FORMULA_IF, condition, then, otherwise);
}

static const struct formula *
line(const struct result *r, enum line row)
{
	return formula_cell(r->arena, r->grid, row, "value");
}

static const struct formula *
is_number(const struct result *r, enum line row, double number)
{
	return two(
	    r, FORMULA_EQUAL, line(r, row), formula_number(r->arena, number));
}

/* Rows with that answer: the sum of their weights. */
static const struct formula *
weight_of(const struct result *r, enum answer answer)
{
	const struct formula_where where = {
	    "answer", TEST_EQUAL, text_of(r, "answer", word_answer[answer].id)};

	return formula_rows(
	    r->arena, FORMULA_SUM, r->criteria, "weight", &where, 1);
}

static const struct formula *
weight_of_all(const struct result *r)
{
	return formula_rows(
	    r->arena, FORMULA_SUM, r->criteria, "weight", NULL, 0);
}

/* How many mandatory criteria have that answer; ANSWERS: none. */
static const struct formula *
mandatory(const struct result *r, enum answer answer)
{
	struct formula_where where[2] = {
	    {"mandatory", TEST_EQUAL,
		text_of(r, "gate.obligation", "mandatory")},
	    {"answer", TEST_BLANK, NULL}};

	if (answer != ANSWERS) {
		where[1].test = TEST_EQUAL;
		where[1].value = text_of(r, "answer", word_answer[answer].id);
	}
	return formula_rows(
	    r->arena, FORMULA_COUNT, r->criteria, NULL, where, 2);
}

static const struct formula *
count_met(const struct result *r)
{
	return two(r, FORMULA_ADD, mandatory(r, ANSWER_YES),
	    two(r, FORMULA_ADD, mandatory(r, ANSWER_WAIVED),
		mandatory(r, ANSWER_NOT_APPLICABLE)));
}

/* Rule 4. */
static const struct formula *
criteria_score(const struct result *r)
{
	/* On a sheet a criterion takes several lines: only one has a weight. */
	const struct formula_where given[] = {
	    {"answer", TEST_GIVEN, NULL}, {"weight", TEST_GIVEN, NULL}};
	const struct formula *points, *weights, *answered;

	points = two(r, FORMULA_ADD,
	    two(r, FORMULA_MULTIPLY, formula_number(r->arena, 100),
		two(r, FORMULA_ADD, weight_of(r, ANSWER_YES),
		    weight_of(r, ANSWER_WAIVED))),
	    two(r, FORMULA_MULTIPLY, formula_number(r->arena, 50),
		weight_of(r, ANSWER_PARTLY)));
	weights = two(r, FORMULA_SUBTRACT, weight_of_all(r),
	    weight_of(r, ANSWER_NOT_APPLICABLE));
	answered =
	    formula_rows(r->arena, FORMULA_COUNT, r->criteria, NULL, given, 2);
	return choose(r,
	    two(r, FORMULA_EQUAL, answered, formula_number(r->arena, 0)),
	    none(r), two(r, FORMULA_DIVIDE, points, weights));
}

static const struct formula *
given(const struct result *r, enum line row)
{
	return formula_make(r->arena, FORMULA_GIVEN, line(r, row), NULL, NULL);
}

/* Rule 5; a share of 0 takes its score out. */
static const struct formula *
readiness(const struct result *r)
{
	const double *threshold = r->draft->facts->model->threshold;
	double tasks = threshold[THRESHOLD_SHARE_TASKS];
	double criteria = threshold[THRESHOLD_SHARE_CRITERIA];
	const struct formula *both, *task, *criterion;

	task = tasks > 0 ? line(r, LINE_TASKS_SCORE) : none(r);
	criterion = criteria > 0 ? line(r, LINE_CRITERIA_SCORE) : none(r);
	both = two(r, FORMULA_DIVIDE,
	    two(r, FORMULA_ADD,
		two(r, FORMULA_MULTIPLY, formula_number(r->arena, tasks),
		    line(r, LINE_TASKS_SCORE)),
		two(r, FORMULA_MULTIPLY, formula_number(r->arena, criteria),
		    line(r, LINE_CRITERIA_SCORE))),
	    formula_number(r->arena, tasks + criteria));
	return choose(r, given(r, LINE_TASKS_SCORE),
	    choose(r, given(r, LINE_CRITERIA_SCORE), both, task), criterion);
}

static const struct formula *
at_least(const struct result *r, enum threshold limit)
{
	return two(r, FORMULA_AT_MOST,
	    formula_number(r->arena, r->draft->facts->model->threshold[limit]),
	    line(r, LINE_READINESS));
}

/* Rule 7: all of it, from the last row to the first. */
static const struct formula *
is_go(const struct result *r)
{
	static const enum line nothing[] = {LINE_PARTLY, LINE_NO,
	    LINE_UNANSWERED, LINE_WAIVED, LINE_TASKS_OPEN, LINE_BLOCKED};
	const struct formula *all = at_least(r, THRESHOLD_READY);
	size_t i;

	for (i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		all = two(r, FORMULA_AND, is_number(r, nothing[i], 0), all);
	return all;
}

static const struct formula *
is_conditional(const struct result *r)
{
	return two(r, FORMULA_AND, is_number(r, LINE_NO, 0),
	    two(r, FORMULA_AND, is_number(r, LINE_UNANSWERED, 0),
		at_least(r, THRESHOLD_CONDITIONAL)));
}

static const struct formula *
recommendation(const struct result *r)
{
	return choose(r, given(r, LINE_READINESS),
	    choose(r, is_go(r), text_of(r, "recommendation", "go"),
		choose(r, is_conditional(r),
		    text_of(r, "recommendation", "go_conditional"),
		    text_of(r, "recommendation", "no_go"))),
	    text_of(r, "gate", "no_recommendation"));
}

static const struct formula *
formula_of(const struct result *r, enum line row)
{
	switch (row) {
	case LINE_CRITERIA_SCORE:
		return criteria_score(r);
	case LINE_READINESS:
		return readiness(r);
	case LINE_MET:
		return count_met(r);
	case LINE_PARTLY:
		return mandatory(r, ANSWER_PARTLY);
	case LINE_NO:
		return mandatory(r, ANSWER_NO);
	case LINE_UNANSWERED:
		return mandatory(r, ANSWERS);
	case LINE_WAIVED:
		return mandatory(r, ANSWER_WAIVED);
	case LINE_RECOMMENDATION:
		return recommendation(r);
	case LINE_TASKS_SCORE:
	case LINE_TASKS_OPEN:
	case LINE_BLOCKED:
	case LINES:
		break;
	}
	return NULL;
}

/* Waived ones among the mandatory, as the reasons have them. */
static int
mandatory_waived(const struct rollout_figures *f)
{
	size_t i;
	int n = 0;

	for (i = 0; i < f->ngate_reason; i++)
		n += f->gate_reason[i].code == GATE_REASON_WAIVED;
	return n;
}

static struct value
recommended(const struct draft *draft, const struct rollout_figures *f)
{
	if (f->recommendation == RECOMMEND_NONE)
		return local_label(draft->facts, "gate", "no_recommendation");
	return local_label(draft->facts, "recommendation",
	    recommendation_id(f->recommendation));
}

/* What the figures say. */
static struct value
value_of(const struct draft *draft, enum line row)
{
	const struct rollout_figures *f = local_rollout(draft);

	switch (row) {
	case LINE_TASKS_SCORE:
		return value_percent(f->task_score);
	case LINE_CRITERIA_SCORE:
		return value_percent(f->criteria_score);
	case LINE_READINESS:
		return value_percent(f->readiness);
	case LINE_MET:
		return value_count(f->mandatory_criteria_met);
	case LINE_PARTLY:
		return value_count(f->mandatory_criteria_partly);
	case LINE_NO:
		return value_count(f->mandatory_criteria_no);
	case LINE_UNANSWERED:
		return value_count(f->mandatory_criteria_unanswered);
	case LINE_WAIVED:
		return value_count(mandatory_waived(f));
	case LINE_TASKS_OPEN:
		return value_count(f->mandatory_tasks_open);
	case LINE_BLOCKED:
		return value_count(f->blocked_cells);
	case LINE_RECOMMENDATION:
		return recommended(draft, f);
	case LINES:
		break;
	}
	return value_none();
}

/* What a go wants of the line; {1} is the label's number. */
static struct value
wanted(const struct draft *draft, enum line row)
{
	const double *threshold = draft->facts->model->threshold;
	const struct rollout_figures *f = local_rollout(draft);
	struct value values[2] = {value_count(f->mandatory_criteria)};

	if (row == LINE_TASKS_SCORE || row == LINE_CRITERIA_SCORE ||
	    row == LINE_RECOMMENDATION)
		return value_none();
	if (row == LINE_READINESS) {
		values[0] = value_percent(threshold[THRESHOLD_READY]);
		values[1] = value_percent(threshold[THRESHOLD_CONDITIONAL]);
		return value_text(
		    local_say(draft, "gate.wanted.readiness", 0, values, 2));
	}
	if (row == LINE_MET)
		return value_text(
		    local_say(draft, "gate.wanted.met", 0, values, 1));
	return local_label(draft->facts, "gate.wanted",
	    row == LINE_NO || row == LINE_UNANSWERED ? "none_ever" : "none");
}

/* "Beregnet anbefaling", or, far from the gate, what it would be today. */
static const char *
label_id(const struct draft *draft, enum line row)
{
	const struct rollout_figures *f = local_rollout(draft);

	if (row == LINE_RECOMMENDATION && !draft->facts->blank &&
	    !f->gate_near && f->recommendation != RECOMMEND_NONE)
		return "recommendation_early";
	return line_id[row];
}

/* What an empty form can't know is written down by hand. */
static const struct grid_rule *
rule_of(const struct draft *draft, enum line row)
{
	if (!draft->facts->blank ||
	    (row != LINE_TASKS_SCORE && row != LINE_TASKS_OPEN &&
		row != LINE_BLOCKED))
		return NULL;
	return gate_rule_number(
	    draft, row == LINE_TASKS_SCORE ? 100 : NUM_NONE);
}

struct grid *
gate_result(const struct draft *draft)
{
	struct result r = {.draft = draft, .arena = draft->arena};
	struct grid_cell *cell;
	enum line row;

	r.criteria = placeholder_table(draft, "table: criteria");
	r.grid = table_new(draft->arena, draft->facts, &result_shape);
	r.grid->look = GRID_FORM;
	r.grid->caption = wording(draft->facts, "gate.result");
	r.grid->measure = wording(draft->facts, "gate.result.measure");
	for (row = 0; row < LINES; row++) {
		grid_add_row(draft->arena, r.grid);
		table_set(r.grid, "field",
		    local_label(
			draft->facts, "gate.result", label_id(draft, row)));
		table_set(r.grid, "wanted", wanted(draft, row));
		cell = table_cell(r.grid, "value");
		cell->rule = rule_of(draft, row);
		if (cell->rule != NULL)
			continue;
		cell->value = value_of(draft, row);
		if (r.criteria->nrow > 0)
			cell->formula = formula_of(&r, row);
	}
	return r.grid;
}
