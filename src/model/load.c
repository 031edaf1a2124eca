/*
 * The CSV files of model/: rows to phases, tasks, matrix, criteria.
 */
#include <string.h>

#include "base/arena.h"
#include "base/names.h"
#include "base/num.h"
#include "input/folder.h"
#include "model/model.h"
#include "model/settings.h"

struct loader {
	struct arena *arena;
	struct diag *diag;
	const struct input *input;
	struct model *model;
	struct names *categories;
	bool failed;
};

typedef void row_builder(struct loader *, const struct row *);

static const char *
cell(const struct row *row, int column)
{
	return row->field[column].text;
}

static struct bilingual
cell_bilingual(const struct row *row, int da, int en)
{
	struct bilingual text = {cell(row, da), cell(row, en)};

	if (text.da == NULL)
		text.da = "";
	if (text.en == NULL)
		text.en = text.da;
	return text;
}

/* Let a name stand for value; a name that is taken already is fatal. */
static void
take_name(struct loader *l, struct names *names, const struct row *row,
    int column, const char *name, int value)
{
	struct loc loc = row_loc(row, column);
	int taken;

	if (name == NULL || *name == '\0')
		return;
	taken = names_put(names, name, value);
	if (taken != NAMES_NONE && taken != value) {
		diag_fatal(l->diag, DIAG_model_name_taken, &loc, name, NULL);
		l->failed = true;
	}
}

static void
take_aliases(struct loader *l, struct names *names, const struct row *row,
    int column, int value)
{
	const char *alias = cell(row, column), *end;
	size_t len;

	while (alias != NULL) {
		end = strchr(alias, '|');
		len = end == NULL ? strlen(alias) : (size_t)(end - alias);
		take_name(l, names, row, column,
		    arena_strndup(l->arena, alias, len), value);
		alias = end == NULL ? NULL : end + 1;
	}
}

/* A key that stood in an earlier row already. */
static bool
key_given_twice(struct loader *l, const struct row *row, int column,
    const struct loc *earlier)
{
	struct loc loc = row_loc(row, column);

	if (earlier == NULL)
		return false;
	diag_fatal(l->diag, DIAG_model_key_twice, &loc, cell(row, column),
	    earlier->file, arena_printf(l->arena, "%d", earlier->line), NULL);
	l->failed = true;
	return true;
}

static int
unknown(struct loader *l, enum diag_code code, const struct row *row,
    int column, const char *nearest)
{
	struct loc loc = row_loc(row, column);

	diag_fatal(l->diag, code, &loc, cell(row, column), nearest, NULL);
	l->failed = true;
	return -1;
}

static int
phase_of(struct loader *l, const struct row *row, int column)
{
	const char *text = cell(row, column);
	int phase = model_find_phase(l->model, text);

	return phase != -1 ? phase
			   : unknown(l, DIAG_unknown_phase, row, column,
				 model_nearest_phase(l->model, text));
}

/* -1 for a blank cell too, which is for the schema to refuse. */
static int
task_of(struct loader *l, const struct row *row, int column)
{
	const char *text = cell(row, column);
	int task = model_find_task(l->model, text);

	if (task != -1 || text == NULL)
		return task;
	return unknown(l, DIAG_unknown_main_task, row, column,
	    model_nearest_task(l->model, text));
}

static void
add_phase(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	int same = model_find_phase(m, cell(row, COL_PHASES_PHASE));
	struct phase *phase = &m->phase[m->nphase];

	if (key_given_twice(l, row, COL_PHASES_PHASE,
		same == -1 ? NULL : &m->phase[same].loc))
		return;
	phase->loc = row_loc(row, -1);
	phase->id = cell(row, COL_PHASES_PHASE);
	phase->name = cell_bilingual(row, COL_PHASES_NAME, COL_PHASES_NAME_EN);
	phase->alias = cell(row, COL_PHASES_ALIAS);
	phase->purpose =
	    cell_bilingual(row, COL_PHASES_PURPOSE, COL_PHASES_PURPOSE_EN);
	phase->effect =
	    cell_bilingual(row, COL_PHASES_EFFECT, COL_PHASES_EFFECT_EN);
	phase->products =
	    cell_bilingual(row, COL_PHASES_PRODUCTS, COL_PHASES_PRODUCTS_EN);
	phase->actors =
	    cell_bilingual(row, COL_PHASES_ACTORS, COL_PHASES_ACTORS_EN);
	take_name(l, m->phase_names, row, COL_PHASES_PHASE, phase->id,
	    (int)m->nphase);
	take_name(l, m->phase_names, row, COL_PHASES_NAME, phase->name.da,
	    (int)m->nphase);
	take_name(l, m->phase_names, row, COL_PHASES_NAME_EN,
	    cell(row, COL_PHASES_NAME_EN), (int)m->nphase);
	take_aliases(l, m->phase_names, row, COL_PHASES_ALIAS, (int)m->nphase);
	m->nphase++;
}

static void
add_category(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	int same = names_get(l->categories, cell(row, COL_CATEGORIES_CATEGORY));
	struct category *category = &m->category[m->ncategory];

	if (key_given_twice(l, row, COL_CATEGORIES_CATEGORY,
		same == NAMES_NONE ? NULL : &m->category[same].loc))
		return;
	category->loc = row_loc(row, -1);
	category->id = cell(row, COL_CATEGORIES_CATEGORY);
	category->name =
	    cell_bilingual(row, COL_CATEGORIES_NAME, COL_CATEGORIES_NAME_EN);
	if (*category->name.da == '\0')
		category->name.da = category->id;
	if (*category->name.en == '\0')
		category->name.en = category->name.da;
	take_name(l, l->categories, row, COL_CATEGORIES_CATEGORY, category->id,
	    (int)m->ncategory);
	take_name(l, l->categories, row, COL_CATEGORIES_NAME, category->name.da,
	    (int)m->ncategory);
	take_name(l, l->categories, row, COL_CATEGORIES_NAME_EN,
	    cell(row, COL_CATEGORIES_NAME_EN), (int)m->ncategory);
	m->ncategory++;
}

static void
add_task(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	struct main_task *task = &m->task[m->ntask];
	const char *category = cell(row, COL_MAIN_TASKS_CATEGORY);
	const char *no;
	int same;

	task->no = (int)row->field[COL_MAIN_TASKS_NO].number;
	no = arena_printf(l->arena, "%d", task->no);
	same = model_find_task(m, no);
	if (key_given_twice(l, row, COL_MAIN_TASKS_NO,
		same == -1 ? NULL : &m->task[same].loc))
		return;
	task->loc = row_loc(row, -1);
	task->name =
	    cell_bilingual(row, COL_MAIN_TASKS_NAME, COL_MAIN_TASKS_NAME_EN);
	task->alias = cell(row, COL_MAIN_TASKS_ALIAS);
	task->category = names_get(l->categories, category);
	if (task->category == NAMES_NONE)
		unknown(l, DIAG_unknown_category, row, COL_MAIN_TASKS_CATEGORY,
		    names_nearest(l->categories, category));
	task->purpose = cell_bilingual(
	    row, COL_MAIN_TASKS_PURPOSE, COL_MAIN_TASKS_PURPOSE_EN);
	task->description = cell_bilingual(
	    row, COL_MAIN_TASKS_DESCRIPTION, COL_MAIN_TASKS_DESCRIPTION_EN);
	task->activities = cell_bilingual(
	    row, COL_MAIN_TASKS_ACTIVITIES, COL_MAIN_TASKS_ACTIVITIES_EN);
	task->operation =
	    row->field[COL_MAIN_TASKS_CONDITION].word == CONDITION_OPERATION;
	take_name(l, m->task_names, row, COL_MAIN_TASKS_NO, no, (int)m->ntask);
	take_name(l, m->task_names, row, COL_MAIN_TASKS_NAME, task->name.da,
	    (int)m->ntask);
	take_name(l, m->task_names, row, COL_MAIN_TASKS_NAME_EN,
	    cell(row, COL_MAIN_TASKS_NAME_EN), (int)m->ntask);
	take_aliases(
	    l, m->task_names, row, COL_MAIN_TASKS_ALIAS, (int)m->ntask);
	m->ntask++;
}

static void
add_matrix_cell(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	int task = task_of(l, row, COL_MATRIX_NO);
	int phase = phase_of(l, row, COL_MATRIX_PHASE);
	struct matrix_cell *at;

	if (task == -1 || phase == -1)
		return;
	at = &m->matrix[(size_t)task * m->nphase + (size_t)phase];
	if (key_given_twice(l, row, COL_MATRIX_PHASE,
		at->loc.file == NULL ? NULL : &at->loc))
		return;
	at->loc = row_loc(row, COL_MATRIX_GRADE);
	at->grade = (enum grade)row->field[COL_MATRIX_GRADE].word;
	at->basis = (enum basis)row->field[COL_MATRIX_BASIS].word;
}

static void
add_criterion(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	struct criterion *c = &m->criterion[m->ncriterion];
	int same = model_find_criterion(m, cell(row, COL_CRITERIA_CRITERION));
	double weight = row->field[COL_CRITERIA_WEIGHT].number;

	if (key_given_twice(l, row, COL_CRITERIA_CRITERION,
		same == -1 ? NULL : &m->criterion[same].loc))
		return;
	c->loc = row_loc(row, -1);
	c->id = cell(row, COL_CRITERIA_CRITERION);
	c->phase = phase_of(l, row, COL_CRITERIA_PHASE);
	c->text = cell_bilingual(row, COL_CRITERIA_TEXT, COL_CRITERIA_TEXT_EN);
	c->main_task = task_of(l, row, COL_CRITERIA_MAIN_TASK);
	c->mandatory = row->field[COL_CRITERIA_MANDATORY].word == YESNO_YES;
	c->weight = num_given(weight) ? weight : 1;
	if (c->weight < 0)
		unknown(
		    l, DIAG_negative_weight, row, COL_CRITERIA_WEIGHT, NULL);
	c->verification = cell_bilingual(
	    row, COL_CRITERIA_VERIFICATION, COL_CRITERIA_VERIFICATION_EN);
	c->pass_condition = cell_bilingual(
	    row, COL_CRITERIA_PASS_CONDITION, COL_CRITERIA_PASS_CONDITION_EN);
	c->origin = (enum origin)row->field[COL_CRITERIA_ORIGIN].word;
	c->operation =
	    row->field[COL_CRITERIA_CONDITION].word == CONDITION_OPERATION;
	take_name(l, m->criterion_names, row, COL_CRITERIA_CRITERION, c->id,
	    (int)m->ncriterion);
	m->ncriterion++;
}

static void
add_dependency(struct loader *l, const struct row *row)
{
	struct model *m = l->model;
	struct dependency *d = &m->dependency[m->ndependency];
	int kind = row->field[COL_DEPENDENCIES_KIND].word;
	int basis = row->field[COL_DEPENDENCIES_BASIS].word;
	size_t i;

	d->loc = row_loc(row, -1);
	d->main_task = task_of(l, row, COL_DEPENDENCIES_NO);
	d->requires_task = task_of(l, row, COL_DEPENDENCIES_REQUIRES);
	d->kind = kind == -1 ? DEPENDENCY_BEFORE : (enum dependency_kind)kind;
	d->basis = basis == -1 ? BASIS_INTERPRETATION : (enum basis)basis;
	if (d->main_task == -1 || d->requires_task == -1)
		return;
	for (i = 0; i < m->ndependency; i++)
		if (m->dependency[i].main_task == d->main_task &&
		    m->dependency[i].requires_task == d->requires_task &&
		    key_given_twice(l, row, COL_DEPENDENCIES_REQUIRES,
			&m->dependency[i].loc))
			return;
	m->ndependency++;
}

static size_t
count_rows(const struct loader *l, enum kind_id kind)
{
	size_t i, n = 0;

	for (i = 0; i < l->input->nfile; i++)
		if (l->input->file[i].sheet.kind == &kind_table[kind])
			n += l->input->file[i].sheet.nrow;
	return n;
}

static void
each_row(struct loader *l, enum kind_id kind, row_builder *build)
{
	const struct sheet *sheet;
	size_t i, r;

	for (i = 0; i < l->input->nfile; i++) {
		sheet = &l->input->file[i].sheet;
		if (sheet->kind != &kind_table[kind])
			continue;
		for (r = 0; r < sheet->nrow; r++)
			build(l, &sheet->row[r]);
	}
}

static void
require_rows(struct loader *l, enum kind_id kind, size_t n)
{
	const struct loc loc = {.file = kind_class_folder(CLASS_MODEL)};

	if (n > 0)
		return;
	diag_fatal(
	    l->diag, DIAG_no_rows_of_kind, &loc, kind_table[kind].id, NULL);
	l->failed = true;
}

/* Every main task must have a grade in every phase. */
static void
check_matrix(struct loader *l)
{
	struct model *m = l->model;
	size_t t, p;

	for (t = 0; t < m->ntask; t++)
		for (p = 0; p < m->nphase; p++) {
			if (m->matrix[t * m->nphase + p].loc.file != NULL)
				continue;
			diag_fatal(l->diag, DIAG_matrix_hole, &m->task[t].loc,
			    NULL, arena_printf(l->arena, "%d", m->task[t].no),
			    m->phase[p].id, NULL);
			l->failed = true;
		}
}

/* The arrays have room for every row; what is refused leaves a gap at the end.
 */
static void
make_room(struct loader *l)
{
	struct model *m = l->model;
	struct arena *a = l->arena;

	m->phase =
	    arena_array(a, count_rows(l, KIND_PHASES) + 1, sizeof(*m->phase));
	m->category = arena_array(
	    a, count_rows(l, KIND_CATEGORIES) + 1, sizeof(*m->category));
	m->task = arena_array(
	    a, count_rows(l, KIND_MAIN_TASKS) + 1, sizeof(*m->task));
	m->criterion = arena_array(
	    a, count_rows(l, KIND_CRITERIA) + 1, sizeof(*m->criterion));
	m->dependency = arena_array(
	    a, count_rows(l, KIND_DEPENDENCIES) + 1, sizeof(*m->dependency));
	m->phase_names = names_new(a);
	m->task_names = names_new(a);
	m->criterion_names = names_new(a);
	l->categories = names_new(a);
}

int
model_load(struct arena *arena, struct diag *diag, const struct input *input,
    struct model *model)
{
	struct loader l = {
	    .arena = arena, .diag = diag, .input = input, .model = model};

	memset(model, 0, sizeof(*model));
	settings_read(arena, diag, input->ini, model);
	make_room(&l);
	each_row(&l, KIND_PHASES, add_phase);
	each_row(&l, KIND_CATEGORIES, add_category);
	each_row(&l, KIND_MAIN_TASKS, add_task);
	require_rows(&l, KIND_PHASES, model->nphase);
	require_rows(&l, KIND_MAIN_TASKS, model->ntask);
	require_rows(&l, KIND_MATRIX, count_rows(&l, KIND_MATRIX));
	require_rows(&l, KIND_CRITERIA, count_rows(&l, KIND_CRITERIA));
	model->matrix = arena_array(
	    arena, model->ntask * model->nphase + 1, sizeof(*model->matrix));
	each_row(&l, KIND_MATRIX, add_matrix_cell);
	each_row(&l, KIND_CRITERIA, add_criterion);
	each_row(&l, KIND_DEPENDENCIES, add_dependency);
	if (count_rows(&l, KIND_MATRIX) > 0)
		check_matrix(&l);
	return l.failed || diag_worst(diag) == DIAG_FATAL ? -1 : 0;
}
