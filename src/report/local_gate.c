/*
 * What the next gate still lacks, and every criterion with its answer.
 */
#include "base/arena.h"
#include "report/local.h"
#include "report/wording.h"

/* A line of what is lacking: one of the three. */
struct lack {
	const struct criterion *criterion;
	const struct answer_row *answer; /* to it, or NULL */
	const struct task_figures *task;
	const struct condition *condition;
};

static const struct lack *
lack_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_what(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	return local_label(row->facts, "local.lack",
	    lack->criterion != NULL  ? "criterion"
		: lack->task != NULL ? "task"
				     : "condition");
}

static struct value
get_id(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->criterion != NULL)
		return value_text(lack->criterion->id);
	return value_text(
	    lack->task != NULL ? lack->task->id : lack->condition->id);
}

static struct value
get_text(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->criterion != NULL)
		return value_text(
		    wording_text(row->facts, &lack->criterion->text));
	return value_text(
	    lack->task != NULL ? lack->task->title : lack->condition->text);
}

static struct value
answer_label(const struct facts *facts, const struct answer_row *answer)
{
	return local_label(facts, "answer",
	    answer == NULL ? "unanswered" : word_answer[answer->answer].id);
}

static struct value
get_standing(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->criterion != NULL)
		return answer_label(row->facts, lack->answer);
	if (lack->task == NULL)
		return local_label(row->facts, "local.lack", "open");
	return local_label(row->facts, "status",
	    lack->task->row == NULL ? "unreturned"
				    : word_status[lack->task->status].id);
}

static struct value
get_who(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->condition != NULL)
		return value_text(lack->condition->owner);
	if (lack->criterion != NULL)
		return lack->answer == NULL
		    ? value_none()
		    : value_text(lack->answer->responsible);
	if (lack->task->row != NULL && lack->task->row->performer != NULL)
		return value_text(lack->task->row->performer);
	return lack->task->catalogue == NULL
	    ? value_none()
	    : value_text(lack->task->catalogue->performer);
}

static struct value
get_deadline(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->condition != NULL)
		return value_day(lack->condition->deadline);
	if (lack->task != NULL)
		return value_day(lack->task->deadline);
	return lack->answer == NULL ? value_none()
				    : value_day(lack->answer->deadline);
}

static struct value
get_remark(const struct data_row *row)
{
	const struct lack *lack = lack_of(row);

	if (lack->answer != NULL)
		return value_text(lack->answer->comment);
	if (lack->task != NULL && lack->task->row != NULL)
		return value_text(lack->task->row->comment);
	return value_none();
}

/* clang-format off */
static const struct table_column unmet_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("what", VALUE_TEXT, get_what, 0),
	COLUMN_GET("id", VALUE_TEXT, get_id, GRID_HEAD),
	COLUMN_GET("text", VALUE_TEXT, get_text, GRID_WRAP),
	COLUMN_GET("standing", VALUE_TEXT, get_standing, 0),
	COLUMN_GET("who", VALUE_TEXT, get_who, GRID_SPARE),
	COLUMN_GET("deadline", VALUE_DAY, get_deadline, GRID_SPARE),
	COLUMN_GET("remark", VALUE_TEXT, get_remark, GRID_WRAP | GRID_SPARE),
};
/* clang-format on */

static const struct table_shape unmet_shape =
    TABLE_SHAPE("local-unmet", unmet_column);

static bool
is_met(const struct answer_row *answer)
{
	return answer != NULL &&
	    (answer->answer == ANSWER_YES || answer->answer == ANSWER_WAIVED ||
		answer->answer == ANSWER_NOT_APPLICABLE);
}

static void
add_lack(struct local_table *t, const struct rollout_figures *r,
    const struct lack *lack, const struct loc *loc)
{
	local_add(t, r, lack, r->phase, 0);
	local_source(t, "id", loc);
}

static void
add_criteria(struct local_table *t, const struct rollout_figures *r)
{
	const struct model *model = t->draft->facts->model;
	const struct criterion *c;
	struct lack lack = {.criterion = NULL};
	size_t i;

	for (i = 0; i < model->ncriterion; i++) {
		c = &model->criterion[i];
		if (c->phase != r->phase || !c->mandatory ||
		    is_met(r->answer[i]))
			continue;
		lack.criterion = c;
		lack.answer = r->answer[i];
		add_lack(t, r, &lack,
		    lack.answer == NULL ? NULL : &lack.answer->loc);
	}
}

static void
add_tasks(struct local_table *t, const struct rollout_figures *r)
{
	const struct task_figures *task;
	struct lack lack = {.criterion = NULL};
	size_t i;

	for (i = 0; i < r->ntask; i++) {
		task = &r->task[i];
		if (!task->mandatory || !task->open || task->phase != r->phase)
			continue;
		lack.task = task;
		add_lack(t, r, &lack,
		    task->row != NULL             ? &task->row->loc
			: task->catalogue != NULL ? &task->catalogue->loc
						  : NULL);
	}
}

static void
add_conditions(struct local_table *t, const struct rollout_figures *r)
{
	struct lack lack = {.criterion = NULL};
	size_t i;

	for (i = 0; i < r->ncondition; i++) {
		lack.condition = r->condition[i];
		add_lack(t, r, &lack, &lack.condition->loc);
	}
}

/* "7 ting mangler, før … kan holdes den …" */
static const char *
unmet_caption(
    const struct draft *draft, const struct rollout_figures *r, size_t n)
{
	const struct facts *facts = draft->facts;
	struct value values[3] = {value_count((int64_t)n),
	    value_text(wording_gate(draft->arena, facts, r->phase)),
	    value_none()};

	if (r->planned_end == DAY_NONE)
		return local_say(
		    draft, "local.unmet.undated", (int64_t)n, values, 2);
	values[2] =
	    value_text(wording_day(draft->arena, facts, r->planned_end));
	return local_say(draft, "local.unmet", (int64_t)n, values, 3);
}

static const char *
unmet_measure(const struct draft *draft, const struct rollout_figures *r)
{
	const struct value values[] = {value_count(r->mandatory_criteria_met),
	    value_count(r->mandatory_criteria),
	    value_count(r->mandatory_tasks - r->mandatory_tasks_open),
	    value_count(r->mandatory_tasks)};
	struct value word;
	const char *text;

	text = local_say(draft, "local.unmet.measure", 0, values, 4);
	if (!r->gate_near || r->recommendation == RECOMMEND_NONE)
		return text;
	word = local_label(draft->facts, "recommendation",
	    recommendation_id(r->recommendation));
	return arena_printf(draft->arena, "%s %s", text,
	    local_say(draft, "local.unmet.recommended", 0, &word, 1));
}

struct grid *
local_unmet(const struct draft *draft)
{
	const struct rollout_figures *r = local_rollout(draft);
	struct local_table t;

	if (r->completed)
		return NULL;
	local_begin(&t, draft, &unmet_shape, 1);
	add_criteria(&t, r);
	add_tasks(&t, r);
	add_conditions(&t, r);
	t.grid->caption = unmet_caption(draft, r, t.grid->nrow);
	t.grid->measure = unmet_measure(draft, r);
	return t.grid;
}

static const struct criterion *
criterion_of(const struct data_row *row)
{
	return row->record;
}

static const struct answer_row *
answer_of(const struct data_row *row)
{
	return row->rollout
	    ->answer[criterion_of(row) - row->facts->model->criterion];
}

static struct value
get_criterion(const struct data_row *row)
{
	return value_text(wording_text(row->facts, &criterion_of(row)->text));
}

static struct value
get_pass(const struct data_row *row)
{
	return value_text(
	    wording_text(row->facts, &criterion_of(row)->pass_condition));
}

static struct value
get_answer(const struct data_row *row)
{
	return answer_label(row->facts, answer_of(row));
}

static struct value
get_answer_text(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL ? value_none() : value_text(a->comment);
}

static struct value
get_evidence(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL ? value_none() : value_text(a->evidence);
}

static struct value
get_responsible(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL ? value_none() : value_text(a->responsible);
}

static struct value
get_answer_deadline(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL ? value_none() : value_day(a->deadline);
}

static struct value
get_answer_date(const struct data_row *row)
{
	const struct answer_row *a = answer_of(row);

	return a == NULL ? value_none() : value_day(a->date);
}

#define AT(id, type, member, flags)                                          \
	{                                                                    \
		{id, type, offsetof(struct criterion, member), NULL}, flags, \
		    TOTAL_NONE                                               \
	}

/* clang-format off */
static const struct table_column criterion_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("phase", VALUE_TEXT, local_phase, 0),
	AT("id", VALUE_TEXT, id, GRID_HEAD),
	COLUMN_GET("text", VALUE_TEXT, get_criterion, GRID_WRAP),
	AT("mandatory", VALUE_BOOL, mandatory, 0),
	COLUMN_GET("answer", VALUE_TEXT, get_answer, 0),
	COLUMN_GET("evidence", VALUE_TEXT, get_evidence, GRID_WRAP),
	COLUMN_GET("responsible", VALUE_TEXT, get_responsible, 0),
	COLUMN_GET("deadline", VALUE_DAY, get_answer_deadline, 0),
	COLUMN_GET("date", VALUE_DAY, get_answer_date, 0),
	COLUMN_GET("remark", VALUE_TEXT, get_answer_text, GRID_WRAP),
	COLUMN_GET("pass", VALUE_TEXT, get_pass, GRID_DETAIL | GRID_WRAP),
};
/* clang-format on */

static const struct table_shape criterion_shape =
    TABLE_SHAPE("local-criteria", criterion_column);

/* Every criterion of every phase, for the workbook. */
struct grid *
local_criteria(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	const struct criterion *c;
	struct local_table t;
	size_t i, k;

	local_begin(&t, draft, &criterion_shape, 0);
	t.grid->caption = wording(draft->facts, "local.criteria");
	t.grid->measure = wording(draft->facts, "local.criteria.measure");
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		for (k = 0; k < model->ncriterion; k++) {
			c = &model->criterion[k];
			local_add(&t, r, c, c->phase, 0);
			if (r->answer[k] != NULL)
				local_source(&t, "answer", &r->answer[k]->loc);
		}
	}
	return t.grid;
}
