/*
 * Benefits and their readings.
 */
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/records.h"

bool
build_benefit(struct loader *l, const struct row *row, void *record)
{
	struct benefit *b = record;
	const char *main_task = cell_text(row, COL_BENEFITS_MAIN_TASK);
	int count;

	b->loc = row_loc(row, -1);
	b->from = l->month;
	b->rollout = resolve_rollout(l, row, ROLLOUT_OF(BENEFITS));
	b->main_task = resolve_task(l, row, COL_BENEFITS_MAIN_TASK);
	b->prerequisite =
	    resolve_tasks(l, row, COL_BENEFITS_PREREQUISITES, &count);
	if (b->rollout == -1 || (b->main_task == -1 && main_task != NULL) ||
	    count == -1)
		return false;
	b->nprerequisite = (size_t)count;
	b->id = resolve_id(l->benefit_ids, row, COL_BENEFITS_BENEFIT_ID);
	b->name = cell_text(row, COL_BENEFITS_BENEFIT);
	b->type = cell_word(row, COL_BENEFITS_TYPE);
	b->disbenefit = cell_word(row, COL_BENEFITS_DISBENEFIT) == YESNO_YES;
	b->owner = cell_text(row, COL_BENEFITS_OWNER);
	b->measure = cell_text(row, COL_BENEFITS_MEASURE);
	b->unit = cell_text(row, COL_BENEFITS_UNIT);
	b->source = cell_text(row, COL_BENEFITS_SOURCE);
	b->frequency = cell_number(row, COL_BENEFITS_FREQUENCY);
	b->baseline = cell_number(row, COL_BENEFITS_BASELINE);
	b->original_target = cell_number(row, COL_BENEFITS_ORIGINAL_TARGET);
	b->target = cell_number(row, COL_BENEFITS_TARGET);
	b->baseline_date = cell_day(row, COL_BENEFITS_BASELINE_DATE);
	b->realisation_start = cell_day(row, COL_BENEFITS_REALISATION_START);
	b->target_date = cell_day(row, COL_BENEFITS_TARGET_DATE);
	b->annual_low = cell_number(row, COL_BENEFITS_ANNUAL_VALUE_LOW);
	b->annual = cell_number(row, COL_BENEFITS_ANNUAL_VALUE);
	b->annual_high = cell_number(row, COL_BENEFITS_ANNUAL_VALUE_HIGH);
	b->deviation = cell_text(row, COL_BENEFITS_DEVIATION);
	b->action = cell_text(row, COL_BENEFITS_ACTION);
	b->action_due = cell_day(row, COL_BENEFITS_ACTION_DUE);
	warn_end_before_start(
	    l, row, COL_BENEFITS_REALISATION_START, COL_BENEFITS_TARGET_DATE);
	return true;
}

int
compare_benefit(const void *a, const void *b)
{
	const struct benefit *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->from, y->from);
}

/* A benefit of a rollout is known if any row gives it. */
static bool
benefit_known(const struct portfolio *p, int rollout, const char *id)
{
	const struct span *span = &p->rows[rollout].benefit;
	size_t i;

	for (i = 0; i < span->count; i++)
		if (p->benefit[span->first + i].id == id)
			return true;
	return false;
}

bool
build_measurement(struct loader *l, const struct row *row, void *record)
{
	struct measurement *m = record;
	struct loc loc;

	m->loc = row_loc(row, -1);
	m->month = l->month;
	m->rollout = resolve_rollout(l, row, ROLLOUT_OF(MEASUREMENTS));
	if (m->rollout == -1)
		return false;
	m->benefit_id =
	    resolve_id(l->benefit_ids, row, COL_MEASUREMENTS_BENEFIT_ID);
	if (!benefit_known(l->portfolio, m->rollout, m->benefit_id)) {
		loc = row_loc(row, COL_MEASUREMENTS_BENEFIT_ID);
		diag_add(l->diag, DIAG_unknown_benefit, &loc,
		    cell_text(row, COL_MEASUREMENTS_BENEFIT_ID), NULL);
		return false;
	}
	m->date = cell_day(row, COL_MEASUREMENTS_DATE);
	m->value = cell_number(row, COL_MEASUREMENTS_VALUE);
	m->measured_by = cell_text(row, COL_MEASUREMENTS_MEASURED_BY);
	m->attribution = cell_word(row, COL_MEASUREMENTS_ATTRIBUTION);
	m->comment = cell_text(row, COL_MEASUREMENTS_COMMENT);
	warn_dated_later(l, row, COL_MEASUREMENTS_DATE);
	return true;
}

int
compare_measurement(const void *a, const void *b)
{
	const struct measurement *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = strcmp(x->benefit_id, y->benefit_id)) != 0)
		return c;
	return by_int(x->date, y->date);
}

/*
 * A reading that is sent again has been known since it first
 * came: figures of the months between rest on it too.
 */
void
inherit_measurement(void *later, const void *earlier)
{
	const struct measurement *e = earlier;

	((struct measurement *)later)->month = e->month;
}
