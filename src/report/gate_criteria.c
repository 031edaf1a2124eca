/*
 * The questions of a gate with their answers.
 */
#include "base/arena.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

static const struct criterion *
criterion_of(const struct data_row *row)
{
	return row->record;
}

static const struct answer_row *
answer_of(const struct data_row *row)
{
	return row->rollout->answer[row->item];
}

/* Also said where the answer stands on the checklist (gate_result.c). */
static struct value
get_mandatory(const struct data_row *row)
{
	return local_label(row->facts, "gate.obligation",
	    criterion_of(row)->mandatory ? "mandatory" : "recommended");
}

static struct value
get_text(const struct data_row *row)
{
	return value_text(wording_text(row->facts, &criterion_of(row)->text));
}

static struct value
get_task(const struct data_row *row)
{
	return value_text(local_task_name(
	    row->arena, row->facts, criterion_of(row)->main_task));
}

/* A footnote explains what interpretation is. */
static struct value
get_origin(const struct data_row *row)
{
	return local_label(row->facts, "gate.origin",
	    word_origin[criterion_of(row)->origin].id);
}

static struct value
get_verification(const struct data_row *row)
{
	return value_text(
	    wording_text(row->facts, &criterion_of(row)->verification));
}

static struct value
get_pass(const struct data_row *row)
{
	return value_text(
	    wording_text(row->facts, &criterion_of(row)->pass_condition));
}

/* How the answer stood: so that a change at the meeting can be seen. */
static struct value
get_standing(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);
	struct value values[2];

	if (row->facts->blank)
		return value_none();
	if (a == NULL)
		return local_label(row->facts, "answer", "unanswered");
	values[0] =
	    local_label(row->facts, "answer", word_answer[a->answer].id);
	values[1] = value_day(a->date);
	if (a->date == DAY_NONE)
		values[1] =
		    value_text(wording_month(row->arena, row->facts, a->month));
	return value_text(wording_sentence(
	    row->arena, row->facts, "gate.standing", 0, values, 2));
}

static struct value
get_answer(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL
	    ? value_none()
	    : local_label(row->facts, "answer", word_answer[a->answer].id);
}

#define GET_OF_ANSWER(name, make, member)                          \
	static struct value name(const struct data_row *row)       \
	{                                                          \
		const struct answer_row *a = answer_of(row);       \
                                                                   \
		return a == NULL ? value_none() : make(a->member); \
	}

/* clang-format off */
GET_OF_ANSWER(get_evidence, value_text, evidence)
GET_OF_ANSWER(get_responsible, value_text, responsible)
GET_OF_ANSWER(get_deadline, value_day, deadline)
GET_OF_ANSWER(get_remark, value_text, comment)
GET_OF_ANSWER(get_initials, value_text, initials)
GET_OF_ANSWER(get_date, value_day, date)

#define AT(id, type, member, flags) \
	{ { id, type, offsetof(struct criterion, member), NULL }, flags, \
	    TOTAL_NONE }

static const struct table_column criterion_column[] = {
	AT("id", VALUE_TEXT, id, GRID_HEAD),
	COLUMN_GET("text", VALUE_TEXT, get_text, GRID_WRAP),
	COLUMN_GET("obligation", VALUE_TEXT, get_mandatory, GRID_BELOW),
	COLUMN_GET("main_task", VALUE_TEXT, get_task, GRID_BELOW),
	COLUMN_GET("origin", VALUE_TEXT, get_origin, GRID_BELOW),
	COLUMN_GET("verification", VALUE_TEXT, get_verification, GRID_BELOW),
	COLUMN_GET("pass", VALUE_TEXT, get_pass, GRID_BELOW),
	COLUMN_GET("answer", VALUE_TEXT, get_answer, 0),
	COLUMN_GET("standing", VALUE_TEXT, get_standing, GRID_BELOW),
	COLUMN_GET("responsible", VALUE_TEXT, get_responsible, GRID_BELOW),
	COLUMN_GET("deadline", VALUE_DAY, get_deadline, GRID_BELOW),
	COLUMN_GET("evidence", VALUE_TEXT, get_evidence, GRID_WRAP),
	COLUMN_GET("remark", VALUE_TEXT, get_remark, GRID_BELOW),
	COLUMN_GET("initials", VALUE_TEXT, get_initials, GRID_BELOW),
	COLUMN_GET("date", VALUE_DAY, get_date, GRID_BELOW),
	/* For the formulas. */
	COLUMN_GET("mandatory", VALUE_TEXT, get_mandatory, GRID_DETAIL),
	AT("weight", VALUE_NUMBER, weight, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape criterion_shape =
    TABLE_SHAPE("gate-criteria", criterion_column);

/* What may be typed about a criterion. */
struct rules {
	const struct grid_rule *answer, *day, *line, *lines;
};

/* What is known already has no further line of its own but the evidence. */
static void
open_cells(const struct grid *grid, const struct rules *rule)
{
	table_cell(grid, "answer")->rule = rule->answer;
	table_cell(grid, "evidence")->rule = rule->lines;
	table_cell(grid, "responsible")->rule = rule->line;
	table_cell(grid, "remark")->rule = rule->line;
	table_cell(grid, "initials")->rule = rule->line;
	table_cell(grid, "deadline")->rule = rule->day;
	table_cell(grid, "date")->rule = rule->day;
}

/* "17 kriterier; 12 er obligatoriske, og 6 af dem er opfyldt" */
static const char *
criteria_caption(const struct draft *draft, size_t n)
{
	const struct rollout_figures *r = local_rollout(draft);
	const struct value values[] = {value_count((int64_t)n),
	    value_count(r->mandatory_criteria),
	    value_count(r->mandatory_criteria_met)};

	return local_say(draft,
	    draft->facts->blank ? "gate.criteria.blank" : "gate.criteria",
	    (int64_t)n, values, 3);
}

struct grid *
gate_criteria(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const struct rollout_figures *r = local_rollout(draft);
	const struct rules rule = {
	    gate_rule_word(draft, "column.gate-criteria.answer", "answer",
		word_answer, ANSWERS),
	    gate_rule_day(draft), gate_rule_text(draft, 0),
	    gate_rule_text(draft, 2)};
	struct local_table t;
	size_t i;

	local_begin(&t, draft, &criterion_shape, 0);
	t.grid->id = criterion_shape.id;
	t.grid->look = GRID_FORM;
	for (i = 0; i < model->ncriterion; i++) {
		if (model->criterion[i].phase != r->phase)
			continue;
		local_add(&t, r, &model->criterion[i], r->phase, (int)i);
		open_cells(t.grid, &rule);
		if (r->answer[i] != NULL)
			local_source(&t, "answer", &r->answer[i]->loc);
	}
	if (t.grid->nrow > 0)
		t.grid->caption = criteria_caption(draft, t.grid->nrow);
	return t.grid;
}

/* True if a criterion of the phase has that origin. */
static bool
has_origin(const struct draft *draft, enum origin origin)
{
	const struct model *model = draft->facts->model;
	int phase = local_rollout(draft)->phase;
	size_t i;

	for (i = 0; i < model->ncriterion; i++)
		if (model->criterion[i].phase == phase &&
		    model->criterion[i].origin == origin)
			return true;
	return false;
}

const char *
gate_footnote(const struct draft *draft)
{
	if (!has_origin(draft, ORIGIN_INTERPRETATION))
		return NULL;
	return wording(draft->facts, "gate.footnote");
}

/* The model's source asks nothing in this phase: that is said. */
const char *
gate_no_source(const struct draft *draft)
{
	if (has_origin(draft, ORIGIN_SOURCE))
		return NULL;
	return wording(draft->facts, "gate.no_source");
}
