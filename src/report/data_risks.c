/*
 * risks.csv: the newest row of every risk, those of no municipality first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "report/data.h"

static const struct risk *
risk_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_municipality(const struct data_row *row)
{
	return row->rollout == NULL ? value_none() : data_municipality(row);
}

static struct value
get_solution(const struct data_row *row)
{
	int solution = risk_of(row)->solution;

	if (row->rollout != NULL)
		return data_solution(row);
	if (solution == -1)
		return value_none();
	return value_text(row->facts->portfolio->solution[solution].id);
}

static struct value
get_main_task(const struct data_row *row)
{
	int task = risk_of(row)->main_task;

	return task == -1 ? value_none()
			  : value_count(row->facts->model->task[task].no);
}

static struct value
get_score(const struct data_row *row)
{
	return value_count(
	    (int64_t)risk_of(row)->probability * risk_of(row)->impact);
}

/* Residuals are 0 where they aren't given. */
static struct value
residual(int n)
{
	return n == 0 ? value_none() : value_count(n);
}

static struct value
get_residual_probability(const struct data_row *row)
{
	return residual(risk_of(row)->residual_probability);
}

static struct value
get_residual_impact(const struct data_row *row)
{
	return residual(risk_of(row)->residual_impact);
}

static struct value
get_residual_score(const struct data_row *row)
{
	return residual(
	    risk_of(row)->residual_probability * risk_of(row)->residual_impact);
}

static struct value
get_status(const struct data_row *row)
{
	return value_text(word_open[risk_of(row)->status].id);
}

static struct value
get_source(const struct data_row *row)
{
	return data_source(row->arena, &risk_of(row)->loc);
}

/* clang-format off */
#define AT(member)	offsetof(struct risk, member), NULL

static const struct data_column column[] = {
	{ "municipality", VALUE_TEXT, 0, get_municipality },
	{ "solution", VALUE_TEXT, 0, get_solution },
	{ "risk_id", VALUE_TEXT, AT(id) },
	{ "main_task", VALUE_COUNT, 0, get_main_task },
	{ "probability", VALUE_COUNT, AT(probability) },
	{ "impact", VALUE_COUNT, AT(impact) },
	{ "score", VALUE_COUNT, 0, get_score },
	{ "residual_probability", VALUE_COUNT, 0, get_residual_probability },
	{ "residual_impact", VALUE_COUNT, 0, get_residual_impact },
	{ "residual_score", VALUE_COUNT, 0, get_residual_score },
	{ "status", VALUE_TEXT, 0, get_status },
	{ "source", VALUE_TEXT, 0, get_source },
};
/* clang-format on */

static const struct data_shape shape = DATA_SHAPE("risks", column);

/* Within one rollout, or those of no rollout: by solution, then id. */
static int
compare_risks(const void *a, const void *b)
{
	const struct risk *const *x = a, *const *y = b;

	if ((*x)->solution != (*y)->solution)
		return (*x)->solution < (*y)->solution ? -1 : 1;
	return strcmp((*x)->id, (*y)->id);
}

static void
add_risks(struct grid *grid, struct data_row *row,
    const struct risk *const *risk, size_t n)
{
	const struct risk **sorted;
	size_t i;

	sorted = arena_array(row->arena, n, sizeof(*sorted));
	for (i = 0; i < n; i++)
		sorted[i] = risk[i];
	qsort(sorted, n, sizeof(*sorted), compare_risks);
	for (i = 0; i < n; i++) {
		row->record = sorted[i];
		data_add(grid, &shape, row);
	}
}

struct grid *
data_risks(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	const struct figures *figures = facts->figures;
	struct grid *grid = data_grid(arena, &shape);
	size_t i;

	add_risks(grid, &row, figures->common_risk, figures->ncommon_risk);
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		row.rollout = &figures->rollout[i];
		add_risks(grid, &row, row.rollout->risk, row.rollout->nrisk);
	}
	return grid;
}
