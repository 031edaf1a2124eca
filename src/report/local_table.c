/*
 * What the tables of a municipality share: whom they are about, and rows.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "report/local.h"
#include "report/wording.h"

bool
local_is_part(const struct draft *draft)
{
	return draft->slice->by == SLICE_ROLLOUT;
}

int
local_municipality(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	int index = draft->slice->index;

	return local_is_part(draft) ? folio->rollout[index].municipality
				    : index;
}

const struct rollout_figures *
local_figures(const struct draft *draft, size_t rollout)
{
	return &draft->facts->figures->rollout[rollout];
}

const struct rollout_figures *
local_rollout(const struct draft *draft)
{
	return local_figures(draft, (size_t)draft->slice->index);
}

/* It has a current phase, and its figures count. */
bool
local_is_running(const struct rollout_figures *r)
{
	return !r->parked && !r->completed;
}

void
local_begin(struct local_table *table, const struct draft *draft,
    const struct table_shape *shape, size_t common)
{
	*table = (struct local_table){.draft = draft, .shape = *shape};
	table->row.arena = draft->arena;
	table->row.facts = draft->facts;
	if (local_is_part(draft)) {
		table->shape.column += common;
		table->shape.ncolumn -= common;
	}
	table->grid = table_new(draft->arena, draft->facts, &table->shape);
	if (local_is_part(draft))
		table->grid->id = arena_printf(draft->arena, "%s-%d", shape->id,
		    local_rollout(draft)->rollout->solution + 1);
}

void
local_add(struct local_table *table, const struct rollout_figures *r,
    const void *record, int phase, int item)
{
	table->row.rollout = r;
	table->row.record = record;
	table->row.phase = phase;
	table->row.item = item;
	table_fill(table->grid, &table->shape, &table->row);
}

void
local_source(
    const struct local_table *table, const char *column, const struct loc *loc)
{
	if (loc != NULL && loc->file != NULL)
		table_cell(table->grid, column)->source = *loc;
}

const char *
local_say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

const char *
local_task_name(struct arena *arena, const struct facts *facts, int task)
{
	const struct main_task *t;

	if (task == -1)
		return NULL;
	t = &facts->model->task[task];
	return arena_printf(
	    arena, "%d %s", t->no, wording_text(facts, &t->name));
}

struct value
local_label(const struct facts *facts, const char *prefix, const char *id)
{
	return value_text(label_of(wording_labels(facts), prefix, id));
}

const char *
local_link(
    const struct draft *draft, const char *report, const struct slice *slice)
{
	const char *from = NULL, *to = NULL;
	int format;

	for (format = 0; format < REPORT_FORMATS && from == NULL; format++)
		from = report_path(draft->arena, draft->facts, draft->report,
		    draft->slice, format);
	if (from == NULL)
		return NULL;
	to = report_link(
	    draft->arena, draft->facts, from, report, slice, format - 1);
	if (to == NULL)
		to = report_link(
		    draft->arena, draft->facts, from, report, slice, 0);
	return to;
}

struct value
local_solution(const struct data_row *row)
{
	return value_text(wording_solution(row->facts, row->rollout));
}

struct value
local_phase(const struct data_row *row)
{
	return value_text(wording_phase(row->facts, row->phase));
}

struct value
local_main_task(const struct data_row *row)
{
	return value_text(local_task_name(row->arena, row->facts, row->item));
}
