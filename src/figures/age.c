/*
 * How old the data are, over the cells of current phases.
 */
#include "figures/compute.h"

static void
count_cell(const struct cell_figures *cell, int *count, struct data_age *age)
{
	size_t months;

	age->total++;
	if (cell->row == NULL) {
		age->never++;
		return;
	}
	months = (size_t)cell->age;
	count[months]++;
	if (months + 1 > age->n)
		age->n = months + 1;
}

static void
count_rollout(const struct model *model, const struct rollout_figures *f,
    int *count, struct data_age *age)
{
	int t;

	if (f->parked || f->completed)
		return;
	for (t = 0; t < (int)model->ntask; t++)
		if (model_cell(model, t, f->phase)->grade != GRADE_NONE)
			count_cell(&f->cell[(size_t)t * model->nphase +
				       (size_t)f->phase],
			    count, age);
}

void
figures_age(struct arena *arena, const struct model *model,
    const struct portfolio *portfolio, struct figures *figures)
{
	size_t span = 1, i;
	int *count;

	if (portfolio->nmonth > 0)
		span += (size_t)(portfolio->report_month - portfolio->month[0]);
	count = arena_array(arena, span, sizeof(*count));
	figures->age = (struct data_age){.count = count, .n = 1};
	for (i = 0; i < portfolio->nrollout; i++)
		count_rollout(
		    model, &figures->rollout[i], count, &figures->age);
}
