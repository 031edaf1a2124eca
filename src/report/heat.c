/*
 * Varmekort: where every municipality stands, solution by solution, and task
 * by task within a solution.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

#define TASKS_BESIDE 18 /* that fit on a landscape page */

/* "F0 Tilslutning, F1 Initiering": what the cells call phases. */
const char *
heat_phase_key(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const char *key = "";
	size_t i;

	for (i = 0; i < model->nphase; i++)
		key = arena_printf(draft->arena, "%s%s%s %s", key,
		    i > 0 ? ", " : "", model->phase[i].id,
		    wording_phase(draft->facts, (int)i));
	return key;
}

/* "1 Drift og support, 2 Strategi": the heads of the columns. */
const char *
heat_task_key(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const char *key = "";
	size_t i;

	for (i = 0; i < model->ntask; i++)
		key = arena_printf(draft->arena, "%s%s%d %s", key,
		    i > 0 ? ", " : "", model->task[i].no,
		    wording_text(draft->facts, &model->task[i].name));
	return key;
}

/* "R": the letter of a light. */
static const char *
letter_of(const struct draft *draft, enum light light)
{
	return wording(draft->facts,
	    arena_printf(draft->arena, "light.%s.letter", light_id(light)));
}

/* "F2", or the short word for completed. */
static const char *
phase_id(const struct draft *draft, const struct rollout_figures *r)
{
	if (r->completed)
		return wording(draft->facts, "heat.completed");
	return draft->facts->model->phase[r->phase].id;
}

/* "R F2 +2": light, phase, and cells carried over. */
static void
set_rollout(const struct draft *draft, struct grid_cell *cell,
    const struct rollout_figures *r)
{
	const char *text;

	if (r->parked) {
		cell->value = value_text(label_of(wording_labels(draft->facts),
		    "heat.state", word_state[r->state].id));
		return;
	}
	text = arena_printf(draft->arena, "%s %s", letter_of(draft, r->overall),
	    phase_id(draft, r));
	if (r->carry_over > 0)
		text =
		    arena_printf(draft->arena, "%s +%d", text, r->carry_over);
	cell->value = value_text(text);
	cell->tone = wording_tone(r->overall);
}

/* Municipalities that take part, by urgency, then by code. */
struct place {
	int municipality, urgency;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->urgency != y->urgency) {
		if (x->urgency == 0 || y->urgency == 0)
			return x->urgency == 0 ? 1 : -1;
		return x->urgency < y->urgency ? -1 : 1;
	}
	return x->municipality < y->municipality ? -1 : 1;
}

static struct place *
collect_places(const struct draft *draft, size_t *count)
{
	const struct facts *facts = draft->facts;
	const struct municipality_figures *m = facts->figures->municipality;
	struct place *list;
	size_t i, n = 0;

	list = arena_array(
	    draft->arena, facts->portfolio->nmunicipality + 1, sizeof(*list));
	for (i = 0; i < facts->portfolio->nmunicipality; i++) {
		if (m[i].rollouts + m[i].parked == 0)
			continue;
		list[n].municipality = (int)i;
		list[n++].urgency = m[i].urgency;
	}
	qsort(list, n, sizeof(*list), compare_places);
	*count = n;
	return list;
}

/* NULL if nobody takes the solution into use. */
static const struct rollup *
rollup_of(const struct facts *facts, size_t solution)
{
	const struct figures *figures = facts->figures;
	const struct rollup *r;
	size_t i;

	for (i = 0; i < figures->nrollup; i++) {
		r = &figures->rollup[i];
		if (r->by == ROLLUP_SOLUTION && r->n + r->parked > 0 &&
		    strcmp(r->key, facts->portfolio->solution[solution].id) ==
			0)
			return r;
	}
	return NULL;
}

static struct grid *
map_grid(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct columns c;
	size_t i;

	columns_begin(&c, draft, "heat_map", folio->nsolution + 5);
	columns_add(&c, "municipality", VALUE_TEXT, GRID_HEAD);
	columns_add(&c, "light", VALUE_LIGHT, 0);
	for (i = 0; i < folio->nsolution; i++)
		if (rollup_of(draft->facts, i) != NULL)
			columns_add_item(&c, "solution", folio->solution[i].id,
			    folio->solution[i].id, VALUE_TEXT, GRID_HEAT);
	columns_add(&c, "region", VALUE_TEXT, GRID_DETAIL);
	columns_add(&c, "code", VALUE_COUNT, GRID_DETAIL);
	columns_add(&c, "urgency", VALUE_COUNT, GRID_DETAIL);
	return columns_grid(&c);
}

/* The place's rollout of a solution, in the column of the solution. */
static void
set_solution(const struct draft *draft, struct grid_cell *cell,
    const struct place *place, size_t solution)
{
	const struct rollout_figures *r;
	int found;

	found = portfolio_find_rollout(
	    draft->facts->portfolio, place->municipality, (int)solution);
	if (found == -1)
		return;
	r = &draft->facts->figures->rollout[found];
	set_rollout(draft, cell, r);
	cell->source = r->rollout->loc;
}

static void
add_place(
    const struct draft *draft, struct grid *grid, const struct place *place)
{
	const struct facts *facts = draft->facts;
	const struct portfolio *folio = facts->portfolio;
	const struct municipality_figures *f =
	    &facts->figures->municipality[place->municipality];
	struct grid_cell *cell = grid_add_row(draft->arena, grid);
	size_t i, at = 2;

	who_municipality(draft, &cell[0], place->municipality);
	if (f->rollouts > 0)
		table_light(&cell[1], f->light);
	for (i = 0; i < folio->nsolution; i++)
		if (rollup_of(facts, i) != NULL)
			set_solution(draft, &cell[at++], place, i);
	table_set(grid, "region",
	    value_text(folio->municipality[place->municipality].region));
	table_set(grid, "code",
	    value_count(folio->municipality[place->municipality].code));
	if (place->urgency > 0)
		table_set(grid, "urgency", value_count(place->urgency));
}

/* "21 af 98 kommuner er røde i mindst én løsning" */
static const char *
map_caption(const struct draft *draft, const struct place *place, size_t n)
{
	struct value values[2];
	int red = 0;
	size_t i;

	for (i = 0; i < n; i++)
		red +=
		    draft->facts->figures->municipality[place[i].municipality]
			.light == LIGHT_RED;
	values[0] = value_count(red);
	values[1] = value_count((int64_t)n);
	return wording_sentence(
	    draft->arena, draft->facts, "heat_map.caption", red, values, 2);
}

struct grid *
heat_map(const struct draft *draft)
{
	struct grid *grid = map_grid(draft);
	struct place *place;
	size_t n, i;

	place = collect_places(draft, &n);
	grid->caption = map_caption(draft, place, n);
	grid->measure = wording(draft->facts, "heat_map.measure");
	for (i = 0; i < n; i++)
		add_place(draft, grid, &place[i]);
	return grid;
}

/* The tasks from first up to end, as columns of one table. */
struct part {
	const struct draft *draft;
	int solution;
	const struct rollup *all; /* of the solution */
	size_t first, end;
	size_t number, parts; /* of the tables that hold all tasks */
};

static struct grid *
part_grid(const struct part *part)
{
	const struct draft *draft = part->draft;
	const struct model *model = draft->facts->model;
	struct columns c;
	const char *no;
	size_t i;

	columns_begin(&c, draft,
	    arena_printf(
		draft->arena, "heat-%d-%zu", part->solution + 1, part->number),
	    part->end - part->first + 4);
	columns_add(&c, "municipality", VALUE_TEXT, GRID_HEAD);
	columns_add(&c, "light_phase", VALUE_TEXT, GRID_HEAT);
	for (i = part->first; i < part->end; i++) {
		no = arena_printf(draft->arena, "%d", model->task[i].no);
		columns_add_item(&c, "task", no, no, VALUE_TEXT, GRID_HEAT);
	}
	columns_add(&c, "progress", VALUE_PERCENT, GRID_DETAIL);
	columns_add(&c, "planned_end", VALUE_DAY, GRID_DETAIL);
	return columns_grid(&c);
}

/* A mark where there is one; else how far it is, on the ramp. */
static void
set_task(const struct draft *draft, struct grid_cell *cell,
    const struct cell_figures *c)
{
	const struct labels *labels = wording_labels(draft->facts);
	const char *id;

	if (c->row == NULL) {
		cell->value = value_text(label(labels, "heat.unreported"));
		cell->tone = TONE_GREY;
		return;
	}
	cell->source = c->row->loc;
	cell->value = value_percent(c->value);
	switch (c->row->status) {
	case STATUS_DONE:
		cell->tone = TONE_GREEN;
		break;
	case STATUS_BLOCKED:
		cell->tone = TONE_RED;
		break;
	case STATUS_NOT_APPLICABLE:
		break;
	case STATUS_NOT_STARTED:
	case STATUS_IN_PROGRESS:
	case STATUSES:
		return;
	}
	id = word_status[c->row->status].id;
	cell->value = value_text(label_of(labels, "heat", id));
}

static void
add_rollout(
    const struct part *part, struct grid *grid, const struct rollout_figures *r)
{
	const struct draft *draft = part->draft;
	const struct model *model = draft->facts->model;
	struct grid_cell *cell = grid_add_row(draft->arena, grid);
	size_t i;

	who_municipality(draft, &cell[0], r->rollout->municipality);
	set_rollout(draft, &cell[1], r);
	for (i = part->first; i < part->end; i++)
		if (model_cell(model, (int)i, r->phase)->grade != GRADE_NONE)
			set_task(draft, &cell[2 + i - part->first],
			    &r->cell[i * model->nphase + (size_t)r->phase]);
	table_set(grid, "progress", value_percent(r->progress));
	table_set(grid, "planned_end", value_day(r->planned_end));
}

/* How many are red, and which of the tasks, if not all. */
static const char *
task_map_caption(const struct part *part)
{
	const struct rollup *all = part->all;
	const struct draft *draft = part->draft;
	const struct facts *facts = draft->facts;
	const struct main_task *task = facts->model->task;
	const struct value values[] = {value_count(all->light[LIGHT_RED]),
	    value_count(all->n),
	    value_text(facts->portfolio->solution[part->solution].name)};
	const char *caption;

	caption = wording_sentence(draft->arena, facts, "heat_tasks.caption",
	    all->light[LIGHT_RED], values, 3);
	if (part->parts > 1) {
		const struct value range[] = {value_text(caption),
		    value_count(task[part->first].no),
		    value_count(task[part->end - 1].no)};

		caption = wording_sentence(
		    draft->arena, facts, "heat_tasks.part", 0, range, 3);
	}
	return caption;
}

static struct grid *
task_map(const struct part *part)
{
	const struct draft *draft = part->draft;
	const struct facts *facts = draft->facts;
	struct grid *grid = part_grid(part);
	const struct rollout_figures *r;
	const int *list;
	size_t i, n;

	grid->caption = task_map_caption(part);
	grid->measure = wording(facts, "heat_tasks.measure");
	grid->empty = wording(facts, "table.heat_tasks.empty");
	grid->page_rows = WHO_ROWS;
	list = who_by_urgency(draft, &n);
	for (i = 0; i < n; i++) {
		r = &facts->figures->rollout[list[i]];
		if (r->rollout->solution == part->solution && !r->completed)
			add_rollout(part, grid, r);
	}
	return grid;
}

/* As many tables as its tasks need. */
static void
add_solution(const struct draft *draft, struct node *parent, int solution,
    const struct rollup *all)
{
	size_t ntask = draft->facts->model->ntask, i;
	struct part part = {.draft = draft, .solution = solution, .all = all};

	part.parts = (ntask + TASKS_BESIDE - 1) / TASKS_BESIDE;
	for (i = 0; i < part.parts; i++) {
		part.number = i + 1;
		part.first = i * ntask / part.parts;
		part.end = (i + 1) * ntask / part.parts;
		node_add_grid(draft->arena, parent, task_map(&part));
	}
}

void
heat_tasks(const struct draft *draft, struct node *parent)
{
	const struct facts *facts = draft->facts;
	const struct rollup *all;
	size_t i;

	for (i = 0; i < facts->portfolio->nsolution; i++) {
		all = rollup_of(facts, i);
		if (all != NULL && all->n > 0)
			add_solution(draft, parent, (int)i, all);
	}
}
