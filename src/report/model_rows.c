/*
 * The model as rows for programs: the columns of the input, in English, and
 * where each row stands.  What is printed can be read as a model again.
 */
#include "base/arena.h"
#include "report/data.h"
#include "report/model_parts.h"

/* Every record of the model begins with its place. */
static struct value
get_source(const struct data_row *row)
{
	return data_source(row->arena, row->record);
}

static struct value
yes_or_no(bool truth)
{
	return value_text(word_yesno[truth ? YESNO_YES : YESNO_NO].id);
}

static struct value
operation(bool marked)
{
	return marked ? value_text(word_condition[CONDITION_OPERATION].id)
		      : value_none();
}

static struct value
task_no(const struct data_row *row, int task)
{
	return task == -1 ? value_none()
			  : value_count(row->facts->model->task[task].no);
}

static struct value
get_category(const struct data_row *row)
{
	const struct main_task *task = row->record;

	return value_text(row->facts->model->category[task->category].id);
}

static struct value
get_task_operation(const struct data_row *row)
{
	const struct main_task *task = row->record;

	return operation(task->operation);
}

static struct value
get_cell_no(const struct data_row *row)
{
	return task_no(row, row->item);
}

static struct value
get_grade(const struct data_row *row)
{
	const struct matrix_cell *cell = row->record;

	return value_text(word_grade[cell->grade].id);
}

static struct value
get_cell_basis(const struct data_row *row)
{
	const struct matrix_cell *cell = row->record;

	return value_text(word_basis[cell->basis].id);
}

static struct value
get_criterion_phase(const struct data_row *row)
{
	const struct criterion *c = row->record;

	return value_text(row->facts->model->phase[c->phase].id);
}

static struct value
get_criterion_task(const struct data_row *row)
{
	const struct criterion *c = row->record;

	return task_no(row, c->main_task);
}

static struct value
get_mandatory(const struct data_row *row)
{
	const struct criterion *c = row->record;

	return yes_or_no(c->mandatory);
}

static struct value
get_origin(const struct data_row *row)
{
	const struct criterion *c = row->record;

	return value_text(word_origin[c->origin].id);
}

static struct value
get_criterion_operation(const struct data_row *row)
{
	const struct criterion *c = row->record;

	return operation(c->operation);
}

static struct value
get_no(const struct data_row *row)
{
	const struct dependency *d = row->record;

	return task_no(row, d->main_task);
}

static struct value
get_requires(const struct data_row *row)
{
	const struct dependency *d = row->record;

	return task_no(row, d->requires_task);
}

static struct value
get_kind(const struct data_row *row)
{
	const struct dependency *d = row->record;

	return value_text(word_dependency[d->kind].id);
}

static struct value
get_dependency_basis(const struct data_row *row)
{
	const struct dependency *d = row->record;

	return value_text(word_basis[d->basis].id);
}

static struct value
get_key(const struct data_row *row)
{
	return value_text(threshold_key((enum threshold)row->item));
}

static struct value
get_value(const struct data_row *row)
{
	return value_number(row->facts->model->threshold[row->item]);
}

static struct value
get_default(const struct data_row *row)
{
	return value_number(threshold_default((enum threshold)row->item));
}

/* clang-format off */
#define AT(type, member)	offsetof(struct type, member), NULL
#define BOTH(type, id, member) \
	{ id, VALUE_TEXT, AT(type, member.da) }, \
	{ id "_en", VALUE_TEXT, AT(type, member.en) }
#define SOURCE	{ "source", VALUE_TEXT, 0, get_source }

static const struct data_column phase_column[] = {
	{ "phase", VALUE_TEXT, AT(phase, id) },
	BOTH(phase, "name", name),
	{ "alias", VALUE_TEXT, AT(phase, alias) },
	BOTH(phase, "purpose", purpose),
	BOTH(phase, "effect", effect),
	BOTH(phase, "products", products),
	BOTH(phase, "actors", actors),
	SOURCE,
};

static const struct data_column category_column[] = {
	{ "category", VALUE_TEXT, AT(category, id) },
	BOTH(category, "name", name),
	SOURCE,
};

static const struct data_column task_column[] = {
	{ "no", VALUE_COUNT, AT(main_task, no) },
	BOTH(main_task, "name", name),
	{ "alias", VALUE_TEXT, AT(main_task, alias) },
	{ "category", VALUE_TEXT, 0, get_category },
	BOTH(main_task, "purpose", purpose),
	BOTH(main_task, "description", description),
	BOTH(main_task, "activities", activities),
	{ "condition", VALUE_TEXT, 0, get_task_operation },
	SOURCE,
};

static const struct data_column matrix_column[] = {
	{ "no", VALUE_COUNT, 0, get_cell_no },
	{ "phase", VALUE_TEXT, 0, data_phase },
	{ "grade", VALUE_TEXT, 0, get_grade },
	{ "basis", VALUE_TEXT, 0, get_cell_basis },
	SOURCE,
};

static const struct data_column criterion_column[] = {
	{ "criterion", VALUE_TEXT, AT(criterion, id) },
	{ "phase", VALUE_TEXT, 0, get_criterion_phase },
	BOTH(criterion, "text", text),
	{ "main_task", VALUE_COUNT, 0, get_criterion_task },
	{ "mandatory", VALUE_TEXT, 0, get_mandatory },
	{ "weight", VALUE_NUMBER, AT(criterion, weight) },
	BOTH(criterion, "verification", verification),
	BOTH(criterion, "pass_condition", pass_condition),
	{ "origin", VALUE_TEXT, 0, get_origin },
	{ "condition", VALUE_TEXT, 0, get_criterion_operation },
	SOURCE,
};

static const struct data_column dependency_column[] = {
	{ "no", VALUE_COUNT, 0, get_no },
	{ "requires", VALUE_COUNT, 0, get_requires },
	{ "kind", VALUE_TEXT, 0, get_kind },
	{ "basis", VALUE_TEXT, 0, get_dependency_basis },
	SOURCE,
};

static const struct data_column threshold_column[] = {
	{ "key", VALUE_TEXT, 0, get_key },
	{ "value", VALUE_NUMBER, 0, get_value },
	{ "default", VALUE_NUMBER, 0, get_default },
	SOURCE,
};
/* clang-format on */

static const struct data_shape phase_shape = DATA_SHAPE("phases", phase_column);
static const struct data_shape category_shape =
    DATA_SHAPE("categories", category_column);
static const struct data_shape task_shape =
    DATA_SHAPE("main_tasks", task_column);
static const struct data_shape matrix_shape =
    DATA_SHAPE("matrix", matrix_column);
static const struct data_shape criterion_shape =
    DATA_SHAPE("criteria", criterion_column);
static const struct data_shape dependency_shape =
    DATA_SHAPE("dependencies", dependency_column);
static const struct data_shape threshold_shape =
    DATA_SHAPE("thresholds", threshold_column);

/* A row of each record of an array. */
static struct grid *
rows_of(struct arena *arena, const struct facts *facts,
    const struct data_shape *shape, const void *record, size_t n, size_t size)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, shape);
	size_t i;

	for (i = 0; i < n; i++) {
		row.record = (const char *)record + i * size;
		row.item = (int)i;
		data_add(grid, shape, &row);
	}
	return grid;
}

struct grid *
model_phase_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(
	    arena, facts, &phase_shape, m->phase, m->nphase, sizeof(*m->phase));
}

struct grid *
model_category_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(arena, facts, &category_shape, m->category, m->ncategory,
	    sizeof(*m->category));
}

struct grid *
model_task_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(
	    arena, facts, &task_shape, m->task, m->ntask, sizeof(*m->task));
}

struct grid *
model_matrix_rows(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, &matrix_shape);
	const struct model *m = facts->model;
	int t, p;

	for (t = 0; t < (int)m->ntask; t++)
		for (p = 0; p < (int)m->nphase; p++) {
			row.record = model_cell(m, t, p);
			row.item = t;
			row.phase = p;
			data_add(grid, &matrix_shape, &row);
		}
	return grid;
}

struct grid *
model_criterion_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(arena, facts, &criterion_shape, m->criterion,
	    m->ncriterion, sizeof(*m->criterion));
}

struct grid *
model_dependency_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(arena, facts, &dependency_shape, m->dependency,
	    m->ndependency, sizeof(*m->dependency));
}

/* A default stands in no file. */
struct grid *
model_threshold_rows(struct arena *arena, const struct facts *facts)
{
	const struct model *m = facts->model;

	return rows_of(arena, facts, &threshold_shape, m->threshold_loc,
	    THRESHOLDS, sizeof(*m->threshold_loc));
}
