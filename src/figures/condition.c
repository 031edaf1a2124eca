/*
 * Conditions that came with gate decisions and are still open.
 */
#include <string.h>

#include "figures/compute.h"

static bool
is_same(const struct condition *a, const struct condition *b)
{
	return a->phase == b->phase && strcmp(a->id, b->id) == 0;
}

/* Rows stand by phase, id and rising month: the last known one holds. */
void
figure_conditions(const struct computation *c, struct rollout_figures *f)
{
	const struct span *span = &c->rows->condition;
	const struct condition **open = arena_array(
				   c->arena, span->count + 1, sizeof(*open)),
			       *row, *newest = NULL;
	size_t i;

	for (i = 0; i < span->count; i++) {
		row = &c->portfolio->condition[span->first + i];
		if (row->month > c->month)
			continue;
		if (newest != NULL && !is_same(newest, row) &&
		    newest->status == OPEN_OPEN)
			open[f->ncondition++] = newest;
		newest = row;
	}
	if (newest != NULL && newest->status == OPEN_OPEN)
		open[f->ncondition++] = newest;
	f->condition = open;
}
