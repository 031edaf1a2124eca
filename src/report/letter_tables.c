/*
 * The tables of a return letter: what of a municipality's rollouts lacks an
 * answer, and what of its files couldn't be used.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/table.h"
#include "report/wording.h"

const char *
letter_say(
    const struct draft *draft, const char *key, const char *what, size_t n)
{
	const struct model *model = draft->facts->model;
	const struct value values[] = {
	    value_count((int64_t)n),
	    value_text(heading_month(draft)),
	    value_count((int64_t)model->threshold[THRESHOLD_GATE_WINDOW]),
	};

	return wording_sentence(draft->arena, draft->facts,
	    arena_printf(draft->arena, "%s.%s", key, what), (int64_t)n, values,
	    3);
}

/* Nothing, if there is no row. */
static struct grid *
finished(const struct draft *draft, const char *key, struct grid *grid)
{
	if (grid->nrow == 0)
		return NULL;
	grid->caption = letter_say(draft, key, "caption", grid->nrow);
	grid->measure = NULL;
	return grid;
}

/* Adds what is to be said of a rollout. */
typedef void
adder(const struct draft *, struct grid *, const struct rollout_figures *);

/* Of each of the municipality's rollouts. */
static struct grid *
over_rollouts(const struct draft *draft, const char *key,
    const struct table_shape *shape, adder *add)
{
	const struct rollout_figures *r = draft->facts->figures->rollout;
	struct grid *grid = table_new(draft->arena, draft->facts, shape);
	struct span span = draft_rollouts(draft);
	size_t i;

	for (i = span.first; i < span.first + span.count; i++)
		add(draft, grid, &r[i]);
	return finished(draft, key, grid);
}

/* Missing status */

/* clang-format off */
static const struct table_column missing_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("known_light", VALUE_LIGHT, 0),
	COLUMN_SET("known_month", VALUE_TEXT, 0),
	COLUMN_SET("age", VALUE_COUNT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
};
/* clang-format on */

static const struct table_shape missing_shape =
    TABLE_SHAPE("letter_missing", missing_column);

static void
add_missing(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	if (!quality_missing(r))
		return;
	grid_add_row(draft->arena, grid)->source = r->rollout->loc;
	quality_set_missing(draft, grid, r);
}

struct grid *
letter_missing(const struct draft *draft)
{
	return over_rollouts(
	    draft, "letter.missing", &missing_shape, add_missing);
}

/* Main tasks of the current phase: never reported, or not this month */

/* clang-format off */
static const struct table_column cell_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("no", VALUE_COUNT, 0),
	COLUMN_SET("main_task", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("status", VALUE_TEXT, 0),
	COLUMN_SET("known_month", VALUE_TEXT, 0),
};
/* clang-format on */

static void
set_rollout(const struct draft *draft, const struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;

	table_set(grid, "solution", value_text(wording_solution(facts, r)));
	table_set(grid, "phase", value_text(wording_phase(facts, r->phase)));
}

static void
add_cell(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, int task)
{
	const struct facts *facts = draft->facts;
	const struct model *model = facts->model;
	const struct status_row *row =
	    r->cell[(size_t)task * model->nphase + (size_t)r->phase].row;

	grid_add_row(draft->arena, grid);
	set_rollout(draft, grid, r);
	table_set(grid, "no", value_count(model->task[task].no));
	table_set(grid, "main_task",
	    value_text(wording_text(facts, &model->task[task].name)));
	if (row == NULL)
		return;
	table_set(grid, "status",
	    value_text(label_of(wording_labels(facts), "task_status",
		word_status[row->status].id)));
	table_set(grid, "known_month",
	    value_text(wording_month(draft->arena, facts, row->month)));
	table_cell(grid, "status")->source = row->loc;
}

/* Of a rollout that did report: what it left out. */
static void
add_cells(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, bool never)
{
	const struct model *model = draft->facts->model;
	const struct cell_figures *cell;
	int t;

	if (r->parked || r->completed || !r->reported)
		return;
	for (t = 0; t < (int)model->ntask; t++) {
		cell = &r->cell[(size_t)t * model->nphase + (size_t)r->phase];
		if (model_cell(model, t, r->phase)->grade == GRADE_NONE)
			continue;
		if (never ? cell->row == NULL
			  : cell->row != NULL && cell->age > 0)
			add_cell(draft, grid, r, t);
	}
}

static const struct table_shape unreported_shape =
    TABLE_SHAPE("letter_unreported", cell_column);
static const struct table_shape carried_shape =
    TABLE_SHAPE("letter_carried", cell_column);

static void
add_unreported(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	add_cells(draft, grid, r, true);
}

static void
add_carried(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	add_cells(draft, grid, r, false);
}

struct grid *
letter_unreported(const struct draft *draft)
{
	return over_rollouts(
	    draft, "letter.unreported", &unreported_shape, add_unreported);
}

struct grid *
letter_carried(const struct draft *draft)
{
	return over_rollouts(
	    draft, "letter.carried", &carried_shape, add_carried);
}

/* Mandatory criteria where the gate is near */

/* clang-format off */
static const struct table_column criterion_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("criterion", VALUE_TEXT, 0),
	COLUMN_SET("question", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape criteria_shape =
    TABLE_SHAPE("letter_criteria", criterion_column);

static void
add_criteria(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct model *model = draft->facts->model;
	const struct criterion *c;
	size_t i;

	if (r->parked || r->completed || !r->gate_near)
		return;
	for (i = 0; i < model->ncriterion; i++) {
		c = &model->criterion[i];
		if (c->phase != r->phase || !c->mandatory ||
		    r->answer[i] != NULL)
			continue;
		grid_add_row(draft->arena, grid);
		set_rollout(draft, grid, r);
		table_set(grid, "planned_end", value_day(r->planned_end));
		table_set(grid, "criterion", value_text(c->id));
		table_set(grid, "question",
		    value_text(wording_text(draft->facts, &c->text)));
	}
}

struct grid *
letter_criteria(const struct draft *draft)
{
	return over_rollouts(
	    draft, "letter.criteria", &criteria_shape, add_criteria);
}

/* Published tasks, up to the current phase, that never came back */

/* clang-format off */
static const struct table_column task_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("task_id", VALUE_TEXT, 0),
	COLUMN_SET("task", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("mandatory", VALUE_BOOL, 0),
	COLUMN_SET("deadline", VALUE_DAY, 0),
};
/* clang-format on */

static const struct table_shape tasks_shape =
    TABLE_SHAPE("letter_tasks", task_column);

static void
add_task(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, const struct task_figures *task)
{
	const struct facts *facts = draft->facts;
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	table_set(grid, "solution", value_text(wording_solution(facts, r)));
	cell = table_cell(grid, "task_id");
	cell->value = value_text(task->id);
	cell->source = task->catalogue->loc;
	table_set(grid, "task", value_text(task->title));
	table_set(grid, "phase", value_text(wording_phase(facts, task->phase)));
	table_set(grid, "mandatory", value_bool(task->mandatory));
	table_set(grid, "deadline", value_day(task->deadline));
}

static void
add_tasks(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	size_t i;

	for (i = 0; !r->parked && i < r->ntask; i++)
		if (r->task[i].row == NULL && r->task[i].phase <= r->phase)
			add_task(draft, grid, r, &r->task[i]);
}

struct grid *
letter_tasks(const struct draft *draft)
{
	return over_rollouts(draft, "letter.tasks", &tasks_shape, add_tasks);
}

/* Findings */

static struct grid *
findings(const struct draft *draft, const char *key, const char *id,
    enum diag_level level, enum quality_when when)
{
	const struct quality_wish wish = {level, draft->slice->index, when};

	return finished(draft, key, quality_grid(draft, id, &wish));
}

struct grid *
letter_set_aside(const struct draft *draft)
{
	return findings(draft, "letter.set_aside", "letter_set_aside",
	    DIAG_REJECT, QUALITY_NOW);
}

struct grid *
letter_set_aside_earlier(const struct draft *draft)
{
	return findings(draft, "letter.set_aside_earlier",
	    "letter_set_aside_earlier", DIAG_REJECT, QUALITY_EARLIER);
}

struct grid *
letter_warnings(const struct draft *draft)
{
	return findings(draft, "letter.warnings", "letter_warnings",
	    DIAG_WARNING, QUALITY_NOW);
}

struct grid *
letter_notices(const struct draft *draft)
{
	const struct quality_wish wish = {
	    DIAG_NOTICE, draft->slice->index, QUALITY_NOW};

	return finished(draft, "letter.notices",
	    quality_kinds(draft, "letter_notices", &wish));
}
