/*
 * The model as it was read, for people; each part as they know it from the
 * management report, with the line that it stands in.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/about.h"
#include "report/model_parts.h"
#include "report/table.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column phase_column[] = {
	COLUMN_SET("phase_id", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("purpose", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column category_column[] = {
	COLUMN_SET("category", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("name", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column task_column[] = {
	COLUMN_SET("no", VALUE_COUNT, GRID_HEAD),
	COLUMN_SET("main_task", VALUE_TEXT, 0),
	COLUMN_SET("category", VALUE_TEXT, 0),
	COLUMN_SET("operation", VALUE_TEXT, 0),
	COLUMN_SET("purpose", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column criterion_column[] = {
	COLUMN_SET("criterion", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("text", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("no", VALUE_COUNT, 0),
	COLUMN_SET("mandatory", VALUE_BOOL, 0),
	COLUMN_SET("weight", VALUE_NUMBER, 0),
	COLUMN_SET("origin", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column dependency_column[] = {
	COLUMN_SET("main_task", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("kind", VALUE_TEXT, 0),
	COLUMN_SET("requires", VALUE_TEXT, 0),
	COLUMN_SET("basis", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column threshold_column[] = {
	COLUMN_SET("key", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("threshold", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("value", VALUE_NUMBER, 0),
	COLUMN_SET("default", VALUE_NUMBER, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape phase_shape =
    TABLE_SHAPE("model_phase_list", phase_column);
static const struct table_shape category_shape =
    TABLE_SHAPE("model_category_list", category_column);
static const struct table_shape task_shape =
    TABLE_SHAPE("model_task_list", task_column);
static const struct table_shape criterion_shape =
    TABLE_SHAPE("model_criterion_list", criterion_column);
static const struct table_shape dependency_shape =
    TABLE_SHAPE("model_dependency_list", dependency_column);
static const struct table_shape threshold_shape =
    TABLE_SHAPE("model_threshold_list", threshold_column);

/* A row, and where it stands. */
static void
add_row(const struct draft *draft, struct grid *grid, const struct loc *loc)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "source",
	    loc->file == NULL
		? value_text(wording(draft->facts, "explain.default"))
		: data_source(draft->arena, loc));
}

static void
set(const struct draft *draft, struct grid *grid, const char *column,
    const struct bilingual *text)
{
	table_set(grid, column, value_text(wording_text(draft->facts, text)));
}

static void
set_word(const struct draft *draft, struct grid *grid, const char *column,
    const char *prefix, const char *id)
{
	table_set(grid, column,
	    value_text(label_of(wording_labels(draft->facts), prefix, id)));
}

static void
add_grid(const struct draft *draft, struct node *parent, struct grid *grid)
{
	node_add_grid(draft->arena, parent, grid);
}

static void
say(const struct draft *draft, struct node *parent, const char *text)
{
	if (text != NULL && *text != '\0')
		node_add_paragraph(draft->arena, parent, text);
}

void
model_phase_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid = table_new(draft->arena, draft->facts, &phase_shape);
	size_t i;

	for (i = 0; i < m->nphase; i++) {
		add_row(draft, grid, &m->phase[i].loc);
		table_set(grid, "phase_id", value_text(m->phase[i].id));
		set(draft, grid, "phase", &m->phase[i].name);
		set(draft, grid, "purpose", &m->phase[i].purpose);
	}
	add_grid(draft, parent, grid);
}

void
model_category_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid =
	    table_new(draft->arena, draft->facts, &category_shape);
	size_t i;

	for (i = 0; i < m->ncategory; i++) {
		add_row(draft, grid, &m->category[i].loc);
		table_set(grid, "category", value_text(m->category[i].id));
		set(draft, grid, "name", &m->category[i].name);
	}
	add_grid(draft, parent, grid);
}

void
model_task_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid = table_new(draft->arena, draft->facts, &task_shape);
	const struct main_task *task;
	size_t i;

	for (i = 0; i < m->ntask; i++) {
		task = &m->task[i];
		add_row(draft, grid, &task->loc);
		table_set(grid, "no", value_count(task->no));
		set(draft, grid, "main_task", &task->name);
		set(draft, grid, "category", &m->category[task->category].name);
		if (task->operation)
			table_set(grid, "operation",
			    value_text(wording(draft->facts, "bool.true")));
		set(draft, grid, "purpose", &task->purpose);
	}
	add_grid(draft, parent, grid);
}

void
model_matrix_words(const struct draft *draft, struct node *parent)
{
	add_grid(draft, parent, about_matrix(draft));
	say(draft, parent, about_interpreted(draft));
	say(draft, parent, about_focus(draft));
}

void
model_criterion_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid =
	    table_new(draft->arena, draft->facts, &criterion_shape);
	const struct criterion *c;
	size_t i;

	for (i = 0; i < m->ncriterion; i++) {
		c = &m->criterion[i];
		add_row(draft, grid, &c->loc);
		table_set(grid, "criterion", value_text(c->id));
		set(draft, grid, "text", &c->text);
		if (c->main_task != -1)
			table_set(
			    grid, "no", value_count(m->task[c->main_task].no));
		table_set(grid, "mandatory", value_bool(c->mandatory));
		table_set(grid, "weight", value_number(c->weight));
		set_word(
		    draft, grid, "origin", "column", word_origin[c->origin].id);
	}
	add_grid(draft, parent, grid);
	say(draft, parent, about_unsourced(draft));
}

static void
set_task(
    const struct draft *draft, struct grid *grid, const char *column, int task)
{
	const struct main_task *t = &draft->facts->model->task[task];

	table_set(grid, column,
	    value_text(arena_printf(draft->arena, "%d %s", t->no,
		wording_text(draft->facts, &t->name))));
}

void
model_dependency_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid =
	    table_new(draft->arena, draft->facts, &dependency_shape);
	const struct dependency *d;
	size_t i;

	grid->empty = wording(draft->facts, "about.dependencies.zero");
	for (i = 0; i < m->ndependency; i++) {
		d = &m->dependency[i];
		add_row(draft, grid, &d->loc);
		set_task(draft, grid, "main_task", d->main_task);
		set_word(draft, grid, "kind", "dependency",
		    word_dependency[d->kind].id);
		set_task(draft, grid, "requires", d->requires_task);
		set_word(
		    draft, grid, "basis", "basis", word_basis[d->basis].id);
	}
	add_grid(draft, parent, grid);
}

void
model_threshold_words(const struct draft *draft, struct node *parent)
{
	const struct model *m = draft->facts->model;
	struct grid *grid =
	    table_new(draft->arena, draft->facts, &threshold_shape);
	int t;

	for (t = 0; t < THRESHOLDS; t++) {
		add_row(draft, grid, &m->threshold_loc[t]);
		table_set(grid, "key", value_text(threshold_key(t)));
		set_word(
		    draft, grid, "threshold", "threshold", threshold_key(t));
		table_set(grid, "value", value_number(m->threshold[t]));
		table_set(grid, "default", value_number(threshold_default(t)));
	}
	add_grid(draft, parent, grid);
}
