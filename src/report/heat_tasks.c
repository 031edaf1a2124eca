/*
 * Varmekort: where every rollout of a solution stands, task by task.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/heat.h"
#include "report/management.h"
#include "report/picture.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

#define TASKS_BESIDE 18 /* that fit on a landscape page */
#define TASK_ROWS 20    /* on one such page; the picture has all */
#define MEAN_LEAST 3    /* rollouts, for a mean to say anything */

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
	heat_rollout(draft, &cell[1], r);
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
	grid->page_rows = TASK_ROWS;
	list = who_by_urgency(draft, &n);
	for (i = 0; i < n; i++) {
		r = &facts->figures->rollout[list[i]];
		if (r->rollout->solution == part->solution && !r->completed)
			add_rollout(part, grid, r);
	}
	return grid;
}

/* "SAPA: Længst tilbage er hovedopgave 10, Go-live, i gennemsnit 23 %" */
static const char *
task_chart_title(const struct part *part)
{
	const struct draft *draft = part->draft;
	const struct facts *facts = draft->facts;
	const struct task_totals *task = facts->figures->solution_task +
	    (size_t)part->solution * facts->model->ntask;
	double least = NUM_NONE;
	struct value values[4] = {
	    value_text(facts->portfolio->solution[part->solution].name)};
	size_t i;

	for (i = part->first; i < part->end; i++) {
		if (task[i].reported_n < MEAN_LEAST ||
		    task[i].reported_mean >= least)
			continue;
		least = task[i].reported_mean;
		values[1] = value_count(facts->model->task[i].no);
		values[2] = value_text(
		    wording_text(facts, &facts->model->task[i].name));
		values[3] = value_percent(least);
	}
	return wording_sentence(draft->arena, facts,
	    num_given(least) ? "chart.heat_tasks" : "chart.heat_tasks.none", 0,
	    values, 4);
}

/* The table, and above it the whole of it in small. */
static void
add_part(const struct part *part, struct node *parent)
{
	const struct draft *draft = part->draft;
	struct grid *grid = task_map(part);
	struct chart *chart = picture_heat(draft, grid, "task");

	if (chart != NULL) {
		chart->title = task_chart_title(part);
		chart->measure =
		    wording(draft->facts, "chart.heat_tasks.measure");
		chart->description =
		    wording(draft->facts, "chart.heat_tasks.description");
		node_add_chart(draft->arena, parent, chart);
	}
	node_add_grid(draft->arena, parent, grid);
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
		add_part(&part, parent);
	}
}

void
heat_tasks(const struct draft *draft, struct node *parent)
{
	const struct facts *facts = draft->facts;
	const struct rollup *all;
	size_t i;

	for (i = 0; i < facts->portfolio->nsolution; i++) {
		all = heat_rollup(facts, i);
		if (all != NULL && all->n > 0)
			add_solution(draft, parent, (int)i, all);
	}
}
