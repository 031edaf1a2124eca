/*
 * The matrix main task x phase, with a mark on whatever is not the source's.
 */
#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/table.h"
#include "report/wording.h"

static const char *const grade_label[] = {
    [GRADE_NONE] = "grade.none",
    [GRADE_ACTIVE] = "grade.active",
    [GRADE_FOCUS] = "grade.focus",
};

/* Cells that interpret, and cells that are graded as a focus. */
struct marks {
	int interpreted, focus, all;
};

static struct marks
count_marks(const struct model *model)
{
	size_t n = model->ntask * model->nphase, i;
	struct marks marks = {.all = (int)n};

	for (i = 0; i < n; i++) {
		marks.interpreted +=
		    model->matrix[i].basis == BASIS_INTERPRETATION;
		marks.focus += model->matrix[i].grade == GRADE_FOCUS;
	}
	return marks;
}

/* The footnotes; nothing where there is nothing to mark. */
const char *
about_interpreted(const struct draft *draft)
{
	struct marks marks = count_marks(draft->facts->model);
	const struct value values[] = {
	    value_count(marks.interpreted), value_count(marks.all)};

	return marks.interpreted == 0
	    ? NULL
	    : wording_sentence(draft->arena, draft->facts, "matrix.interpreted",
		  marks.interpreted, values, 2);
}

const char *
about_focus(const struct draft *draft)
{
	struct marks marks = count_marks(draft->facts->model);
	const struct value value = value_count(marks.focus);

	return marks.focus == 0 ? NULL
				: wording_sentence(draft->arena, draft->facts,
				      "matrix.focus", marks.focus, &value, 1);
}

/* "Fokus ¹ ²" */
static const char *
cell_text(const struct draft *draft, const struct matrix_cell *cell)
{
	const struct facts *facts = draft->facts;
	bool mark = cell->basis == BASIS_INTERPRETATION;
	bool focus = cell->grade == GRADE_FOCUS;

	return arena_printf(draft->arena, "%s%s%s%s%s",
	    wording(facts, grade_label[cell->grade]),
	    mark ? TEXT_NO_BREAK_SPACE : "",
	    mark ? wording(facts, "matrix.mark.interpreted") : "",
	    focus ? TEXT_NO_BREAK_SPACE : "",
	    focus ? wording(facts, "matrix.mark.focus") : "");
}

static struct grid *
begin(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	struct columns columns;
	size_t p;

	columns_begin(&columns, draft, "matrix", 2 + model->nphase);
	columns_add(&columns, "no", VALUE_COUNT, 0);
	columns_add(&columns, "main_task", VALUE_TEXT, GRID_HEAD);
	for (p = 0; p < model->nphase; p++)
		columns_add_item(&columns, "phase", model->phase[p].id,
		    wording_phase(draft->facts, (int)p), VALUE_TEXT, 0);
	return columns_grid(&columns);
}

struct grid *
about_matrix(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const struct matrix_cell *from;
	struct grid *grid = begin(draft);
	struct grid_cell *cell;
	size_t t, p;

	grid->caption = wording(draft->facts, "matrix.caption");
	grid->measure = wording(draft->facts, "matrix.measure");
	for (t = 0; t < model->ntask; t++) {
		cell = grid_add_row(draft->arena, grid);
		cell[0].value = value_count(model->task[t].no);
		cell[1].value = value_text(
		    wording_text(draft->facts, &model->task[t].name));
		for (p = 0; p < model->nphase; p++) {
			from = model_cell(model, (int)t, (int)p);
			cell[2 + p].value = value_text(cell_text(draft, from));
			cell[2 + p].source = from->loc;
		}
	}
	return grid;
}
