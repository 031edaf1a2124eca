/*
 * The model as it was read: phases, main tasks, criteria, dependencies.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/about.h"
#include "report/table.h"
#include "report/wording.h"

static void
set_text(const struct draft *draft, const struct grid *grid, const char *column,
    const struct bilingual *text)
{
	table_set(grid, column, value_text(wording_text(draft->facts, text)));
}

/* clang-format off */
static const struct table_column phase_column[] = {
	COLUMN_SET("phase", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("purpose", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("effect", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("actors", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("products", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
	COLUMN_SET("phase_id", VALUE_TEXT, GRID_DETAIL),
};

static const struct table_column task_column[] = {
	COLUMN_SET("no", VALUE_COUNT, 0),
	COLUMN_SET("main_task", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("category", VALUE_TEXT, 0),
	COLUMN_SET("purpose", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("description", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
	COLUMN_SET("activities", VALUE_TEXT, GRID_DETAIL | GRID_WRAP),
	COLUMN_SET("operation", VALUE_BOOL, GRID_DETAIL),
};

static const struct table_column criteria_column[] = {
	COLUMN_SET("phase", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SUM("mandatory", VALUE_COUNT, 0),
	COLUMN_SUM("source", VALUE_COUNT, 0),
	COLUMN_SUM("interpretation", VALUE_COUNT, 0),
	COLUMN_SUM("local", VALUE_COUNT, 0),
};

static const struct table_column dependency_column[] = {
	COLUMN_SET("main_task", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("kind", VALUE_TEXT, 0),
	COLUMN_SET("requires", VALUE_TEXT, 0),
	COLUMN_SET("basis", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape phase_shape =
    TABLE_SHAPE("model_phases", phase_column);
static const struct table_shape task_shape =
    TABLE_SHAPE("model_tasks", task_column);
static const struct table_shape criteria_shape =
    TABLE_SHAPE("model_criteria", criteria_column);
static const struct table_shape dependency_shape =
    TABLE_SHAPE("model_dependencies", dependency_column);

/* A table of the model; its caption says how many. */
static struct grid *
begin(const struct draft *draft, const struct table_shape *shape,
    const char *key, size_t n)
{
	const struct value value = value_count((int64_t)n);
	struct grid *grid = table_new(draft->arena, draft->facts, shape);

	grid->caption = wording_sentence(
	    draft->arena, draft->facts, key, (int64_t)n, &value, 1);
	return grid;
}

struct grid *
about_phases(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const struct phase *phase;
	struct grid *grid;
	size_t i;

	grid = begin(draft, &phase_shape, "about.phases", model->nphase);
	for (i = 0; i < model->nphase; i++) {
		phase = &model->phase[i];
		grid_add_row(draft->arena, grid);
		set_text(draft, grid, "phase", &phase->name);
		table_cell(grid, "phase")->source = phase->loc;
		set_text(draft, grid, "purpose", &phase->purpose);
		set_text(draft, grid, "effect", &phase->effect);
		set_text(draft, grid, "actors", &phase->actors);
		set_text(draft, grid, "products", &phase->products);
		table_set(grid, "phase_id", value_text(phase->id));
	}
	return grid;
}

static void
add_task(
    const struct draft *draft, struct grid *grid, const struct main_task *task)
{
	const struct model *model = draft->facts->model;

	grid_add_row(draft->arena, grid);
	table_set(grid, "no", value_count(task->no));
	set_text(draft, grid, "main_task", &task->name);
	table_cell(grid, "main_task")->source = task->loc;
	set_text(
	    draft, grid, "category", &model->category[task->category].name);
	set_text(draft, grid, "purpose", &task->purpose);
	set_text(draft, grid, "description", &task->description);
	set_text(draft, grid, "activities", &task->activities);
	table_set(grid, "operation", value_bool(task->operation));
}

/* Category by category. */
struct grid *
about_tasks(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct grid *grid;
	size_t c, t;

	grid = begin(draft, &task_shape, "about.tasks", model->ntask);
	for (c = 0; c < model->ncategory; c++)
		for (t = 0; t < model->ntask; t++)
			if (model->task[t].category == (int)c)
				add_task(draft, grid, &model->task[t]);
	return grid;
}

/* The criteria of a phase: all, mandatory, and by origin. */
struct criteria_count {
	int all, mandatory, origin[ORIGINS];
};

static struct criteria_count
count_criteria(const struct model *model, size_t phase)
{
	struct criteria_count count = {0};
	size_t i;

	for (i = 0; i < model->ncriterion; i++) {
		if (model->criterion[i].phase != (int)phase)
			continue;
		count.all++;
		count.mandatory += model->criterion[i].mandatory;
		count.origin[model->criterion[i].origin]++;
	}
	return count;
}

struct grid *
about_criteria(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct criteria_count count;
	struct grid *grid;
	size_t i;
	int o;

	grid =
	    begin(draft, &criteria_shape, "about.criteria", model->ncriterion);
	grid->measure = wording(draft->facts, "about.criteria.measure");
	for (i = 0; i < model->nphase; i++) {
		count = count_criteria(model, i);
		grid_add_row(draft->arena, grid);
		set_text(draft, grid, "phase", &model->phase[i].name);
		table_set(grid, "count", value_count(count.all));
		table_set(grid, "mandatory", value_count(count.mandatory));
		for (o = 0; o < ORIGINS; o++)
			table_set(grid, word_origin[o].id,
			    value_count(count.origin[o]));
	}
	return grid;
}

/* Phases of which the source has no success criteria; NULL if there is none. */
const char *
about_unsourced(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct value values[2];
	struct buf names;
	int n = 0;
	size_t i;

	buf_init(&names);
	for (i = 0; i < model->nphase; i++) {
		if (count_criteria(model, i).origin[ORIGIN_SOURCE] > 0)
			continue;
		buf_printf(&names, "%s%s", n++ == 0 ? "" : ", ",
		    wording_phase(draft->facts, (int)i));
	}
	values[0] = value_count(n);
	values[1] =
	    value_text(arena_strndup(draft->arena, names.data, names.len));
	buf_release(&names);
	return n == 0 ? NULL
		      : wording_sentence(draft->arena, draft->facts,
			    "about.unsourced", n, values, 2);
}

static struct value
numbered(const struct draft *draft, int task)
{
	const struct main_task *t = &draft->facts->model->task[task];

	return value_text(arena_printf(draft->arena, "%d %s", t->no,
	    wording_text(draft->facts, &t->name)));
}

struct grid *
about_dependencies(const struct draft *draft)
{
	const struct labels *labels = wording_labels(draft->facts);
	const struct model *model = draft->facts->model;
	const struct dependency *d;
	struct grid *grid;
	size_t i;

	grid = begin(
	    draft, &dependency_shape, "about.dependencies", model->ndependency);
	for (i = 0; i < model->ndependency; i++) {
		d = &model->dependency[i];
		grid_add_row(draft->arena, grid);
		table_set(grid, "main_task", numbered(draft, d->main_task));
		table_cell(grid, "main_task")->source = d->loc;
		table_set(grid, "kind",
		    value_text(label_of(
			labels, "dependency", word_dependency[d->kind].id)));
		table_set(grid, "requires", numbered(draft, d->requires_task));
		table_set(grid, "basis",
		    value_text(
			label_of(labels, "basis", word_basis[d->basis].id)));
	}
	return grid;
}
