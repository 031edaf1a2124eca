/*
 * Faser: how many stand where, and how far they are.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/management.h"
#include "report/table.h"
#include "report/wording.h"

#define SOLUTIONS_BESIDE 5 /* on the page, with the programme's columns */

static const char *
say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

/* The roll-ups of a kind stand together; *count may be 0. */
static const struct rollup *
rollups_by(const struct facts *facts, enum rollup_by by, size_t *count)
{
	const struct figures *figures = facts->figures;
	const struct rollup *first = NULL;
	size_t i;

	*count = 0;
	for (i = 0; i < figures->nrollup; i++) {
		if (figures->rollup[i].by != by)
			continue;
		if ((*count)++ == 0)
			first = &figures->rollup[i];
	}
	return first;
}

static struct grid *
counts_grid(const struct draft *draft, const char *id)
{
	const struct model *model = draft->facts->model;
	struct columns c;
	size_t i;

	columns_begin(&c, draft, id, model->nphase + 6);
	columns_add(&c, "key", VALUE_TEXT, GRID_HEAD);
	columns_add(&c, "count", VALUE_COUNT, 0)->total = TOTAL_SUM;
	for (i = 0; i < model->nphase; i++)
		columns_add_item(&c, "phase", model->phase[i].id,
		    wording_phase(draft->facts, (int)i), VALUE_COUNT, 0)
		    ->total = TOTAL_SUM;
	columns_add(&c, "completed", VALUE_COUNT, 0)->total = TOTAL_SUM;
	columns_add(&c, "course", VALUE_PERCENT, GRID_BARS);
	columns_add(&c, "reported", VALUE_COUNT, GRID_DETAIL)->total =
	    TOTAL_SUM;
	columns_add(&c, "parked", VALUE_COUNT, GRID_DETAIL)->total = TOTAL_SUM;
	return columns_grid(&c);
}

static void
add_counts(const struct draft *draft, struct grid *grid, const struct rollup *r)
{
	struct grid_cell *cell = grid_add_row(draft->arena, grid);
	size_t i;

	cell[0].value = value_text(
	    *r->key != '\0' ? r->key : wording(draft->facts, "phases.no_key"));
	cell[1].value = value_count(r->n);
	for (i = 0; i <= draft->facts->model->nphase; i++)
		cell[2 + i].value = value_count(r->phase[i]);
	table_set(grid, "course", value_percent(r->mean_course));
	table_set(grid, "reported", value_count(r->reported));
	table_set(grid, "parked", value_count(r->parked));
}

/* "Længst er STS: i gennemsnit 61 % af forløbet" */
static const char *
counts_caption(const struct draft *draft, const struct rollup *r, size_t n)
{
	struct value values[2] = {value_none(), value_none()};
	double most = -1;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!num_given(r[i].mean_course) || r[i].mean_course <= most)
			continue;
		most = r[i].mean_course;
		values[0] = value_text(*r[i].key != '\0'
			? r[i].key
			: wording(draft->facts, "phases.no_key"));
		values[1] = value_percent(most);
	}
	return say(draft,
	    n > 1 && most >= 0 ? "phases.caption" : "phases.caption.plain", 0,
	    values, 2);
}

/* Nothing to tell apart if no rollout says its wave or region. */
static bool
is_told_apart(const struct rollup *r, size_t n)
{
	return n > 1 || (n == 1 && *r->key != '\0');
}

static struct grid *
counts_by(const struct draft *draft, const char *id, enum rollup_by by)
{
	struct grid *grid = counts_grid(draft, id);
	const struct rollup *r;
	size_t n, i;

	r = rollups_by(draft->facts, by, &n);
	grid->caption = counts_caption(draft, r, n);
	grid->measure =
	    wording(draft->facts, arena_printf(draft->arena, "%s.measure", id));
	if (!is_told_apart(r, n))
		return grid;
	for (i = 0; i < n; i++)
		if (r[i].n + r[i].parked > 0)
			add_counts(draft, grid, &r[i]);
	return grid;
}

struct grid *
phases_by_solution(const struct draft *draft)
{
	return counts_by(draft, "phases_solution", ROLLUP_SOLUTION);
}

/* "STS er længst, KSD kortest: 61 % og 9 % af hele forløbet i gennemsnit" */
static const char *
ends_title(const struct draft *draft)
{
	const struct rollup *r, *first = NULL, *last = NULL;
	struct value values[4];
	size_t n, i;

	r = rollups_by(draft->facts, ROLLUP_SOLUTION, &n);
	for (i = 0; i < n; i++) {
		if (!num_given(r[i].mean_course))
			continue;
		if (first == NULL || r[i].mean_course > first->mean_course)
			first = &r[i];
		if (last == NULL || r[i].mean_course < last->mean_course)
			last = &r[i];
	}
	if (first == last)
		return wording(draft->facts, "chart.phases_solution.one");
	values[0] = value_text(first->key);
	values[1] = value_text(last->key);
	values[2] = value_percent(first->mean_course);
	values[3] = value_percent(last->mean_course);
	return say(draft, "chart.phases_solution", 0, values, 4);
}

struct chart *
phases_solution_chart(const struct draft *draft, const struct grid *grid)
{
	size_t n = draft->facts->model->nphase, i;
	struct chart_series *series;
	struct chart *chart;

	if (grid->nrow == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	/* After key and count: a column for each phase, and for completed. */
	series = arena_array(draft->arena, n + 1, sizeof(*series));
	for (i = 0; i <= n; i++)
		series[i].column = grid->column[2 + i].id;
	chart->id = "phases-by-solution";
	chart->type = CHART_STACKED_BAR;
	chart->title = ends_title(draft);
	chart->measure = wording(draft->facts, "chart.phases_solution.measure");
	chart->description =
	    wording(draft->facts, "chart.phases_solution.description");
	chart->unit = wording(draft->facts, "chart.phases.unit");
	chart->grid = grid;
	chart->category = "key";
	chart->series = series;
	chart->nseries = n + 1;
	chart->steps = true;
	return chart;
}

struct grid *
phases_by_wave(const struct draft *draft)
{
	return counts_by(draft, "phases_wave", ROLLUP_WAVE);
}

struct grid *
phases_by_region(const struct draft *draft)
{
	return counts_by(draft, "phases_region", ROLLUP_REGION);
}

static struct grid *
progress_grid(const struct draft *draft, const struct rollup *r, size_t n)
{
	unsigned detail = n > SOLUTIONS_BESIDE ? GRID_DETAIL : 0;
	struct columns c;
	size_t i;

	columns_begin(&c, draft, "progress", n + 4);
	columns_add(&c, "phase", VALUE_TEXT, GRID_HEAD);
	columns_add(&c, "count", VALUE_COUNT, 0);
	columns_add(&c, "progress_n", VALUE_COUNT, 0);
	columns_add(&c, "mean_progress", VALUE_TEXT, GRID_HEAT);
	for (i = 0; i < n; i++)
		columns_add_item(&c, "solution", r[i].key, r[i].key, VALUE_TEXT,
		    GRID_HEAT | detail);
	return columns_grid(&c);
}

/* The mean, and of how many of those in the phase. */
static void
set_mean(const struct draft *draft, struct grid_cell *cell,
    const struct rollup *r, size_t phase)
{
	const struct value values[] = {
	    value_count(r->progress_n[phase]), value_count(r->phase[phase])};

	cell->value = value_percent(r->mean_progress[phase]);
	if (r->phase[phase] > 0)
		cell->note = say(draft, "progress.n_of", 0, values, 2);
}

/* Mean progress in each phase; of the programme, and by solution. */
struct grid *
phases_progress(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollup *all = &facts->figures->rollup[0], *r;
	struct grid_cell *cell;
	struct grid *grid;
	size_t n, phase, i;

	r = rollups_by(facts, ROLLUP_SOLUTION, &n);
	grid = progress_grid(draft, r, n);
	grid->caption = wording(facts, "progress.caption");
	grid->measure = wording(facts, "progress.measure");
	for (phase = 0; phase < facts->model->nphase; phase++) {
		cell = grid_add_row(draft->arena, grid);
		cell[0].value = value_text(wording_phase(facts, (int)phase));
		cell[1].value = value_count(all->phase[phase]);
		cell[2].value = value_count(all->progress_n[phase]);
		cell[3].value = value_percent(all->mean_progress[phase]);
		for (i = 0; i < n; i++)
			set_mean(draft, &cell[4 + i], &r[i], phase);
	}
	return grid;
}
