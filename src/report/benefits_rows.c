/*
 * Tables with a row for each benefit: what they share.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/who.h"
#include "report/wording.h"

static const struct benefit_figures *
figures_of(const struct data_row *row)
{
	return row->record;
}

struct value
benefits_municipality(const struct data_row *row)
{
	return value_text(wording_municipality(row->facts, row->rollout));
}

struct value
benefits_solution(const struct data_row *row)
{
	return value_text(wording_solution(row->facts, row->rollout));
}

struct value
benefits_name(const struct data_row *row)
{
	return value_text(figures_of(row)->benefit->name);
}

struct value
benefits_owner(const struct data_row *row)
{
	return value_text(figures_of(row)->benefit->owner);
}

/* The light of what is measured; else why there is none. */
struct value
benefits_status(const struct data_row *row)
{
	const struct benefit_figures *f = figures_of(row);

	if (f->state == BENEFIT_MEASURED && f->light != LIGHT_GREY)
		return value_light(wording_tone(f->light));
	return value_text(label_of(wording_labels(row->facts), "benefit_state",
	    benefit_state_id(f->state)));
}

struct value
benefits_fraction(const struct data_row *row)
{
	return value_percent(100 * figures_of(row)->fraction);
}

struct value
benefits_planned_share(const struct data_row *row)
{
	return value_percent(100 * figures_of(row)->planned_share);
}

/* Names of main tasks, one after the other; NULL if there is none. */
static const char *
task_names(const struct data_row *row, const int *task, size_t n)
{
	const char *all = NULL, *name;
	size_t i;

	for (i = 0; i < n; i++) {
		name = local_task_name(row->arena, row->facts, task[i]);
		all = all == NULL
		    ? name
		    : arena_printf(row->arena, "%s, %s", all, name);
	}
	return all;
}

struct value
benefits_prerequisites(const struct data_row *row)
{
	const struct benefit *b = figures_of(row)->benefit;

	return value_text(task_names(row, b->prerequisite, b->nprerequisite));
}

struct value
benefits_prerequisites_open(const struct data_row *row)
{
	const struct benefit_figures *f = figures_of(row);

	return value_text(task_names(
	    row, f->prerequisite_open, (size_t)f->prerequisites_open));
}

/* A benefit may be a rise or a fall. */
struct value
benefits_direction(const struct data_row *row)
{
	const struct benefit *b = figures_of(row)->benefit;
	const char *id = !num_given(b->baseline)           ? "unknown"
	    : fabs(b->target - b->baseline) <= NUM_EPSILON ? "none"
	    : b->target > b->baseline                      ? "rise"
							   : "fall";

	return value_text(
	    label_of(wording_labels(row->facts), "benefits.direction", id));
}

void
benefits_begin(struct benefits_table *t, const struct draft *draft,
    const struct table_shape *shape, enum benefits_names names)
{
	*t = (struct benefits_table){.draft = draft, .shape = *shape};
	t->row.arena = draft->arena;
	t->row.facts = draft->facts;
	if (benefits_is_local(draft)) {
		t->shape.column++;
		t->shape.ncolumn--;
	} else if (names == BENEFITS_OWNER &&
	    !draft->facts->model->names_in_management) {
		t->shape.ncolumn--;
	}
	t->grid = table_new(draft->arena, draft->facts, &t->shape);
}

static void
set_source(const struct grid *grid, const char *column, const struct loc *loc)
{
	if (grid_column_find(grid, column) != -1)
		table_cell(grid, column)->source = *loc;
}

void
benefits_add(struct benefits_table *t, const struct benefit_item *item)
{
	const struct benefit_figures *f = item->figures;
	int status = grid_column_find(t->grid, "status");
	struct grid_cell *cell;

	t->row.rollout = item->rollout;
	t->row.record = f;
	table_fill(t->grid, &t->shape, &t->row);
	if (!benefits_is_local(t->draft))
		who_municipality(t->draft, table_cell(t->grid, "municipality"),
		    item->rollout->rollout->municipality);
	if (status != -1) {
		cell = table_cell(t->grid, "status");
		cell->tone = cell->value.type == VALUE_LIGHT
		    ? cell->value.as.light
		    : TONE_NONE;
	}
	set_source(t->grid, "benefit", &f->benefit->loc);
	if (f->latest != NULL) {
		set_source(t->grid, "latest", &f->latest->loc);
		set_source(t->grid, "latest_date", &f->latest->loc);
	}
}
