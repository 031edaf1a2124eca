/*
 * Decisions at the gates, and the conditions that came with them.
 */
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/records.h"

bool
build_decision(struct loader *l, const struct row *row, void *record)
{
	struct gate_decision *d = record;
	const char *to_phase = cell_text(row, COL_GATE_DECISIONS_TO_PHASE);

	d->loc = row_loc(row, -1);
	d->month = l->month;
	d->rollout = resolve_rollout(l, row, ROLLOUT_OF(GATE_DECISIONS));
	d->phase = resolve_phase(l, row, COL_GATE_DECISIONS_PHASE);
	d->to_phase = resolve_phase(l, row, COL_GATE_DECISIONS_TO_PHASE);
	if (d->rollout == -1 || d->phase == -1 ||
	    (d->to_phase == -1 && to_phase != NULL))
		return false;
	d->date = cell_day(row, COL_GATE_DECISIONS_DATE);
	d->decision =
	    (enum decision)cell_word(row, COL_GATE_DECISIONS_DECISION);
	d->decided_by = cell_text(row, COL_GATE_DECISIONS_DECIDED_BY);
	d->conditions = cell_text(row, COL_GATE_DECISIONS_CONDITIONS);
	d->next_review = cell_day(row, COL_GATE_DECISIONS_NEXT_REVIEW);
	warn_dated_later(l, row, COL_GATE_DECISIONS_DATE);
	return true;
}

/* A decision's key; order_decision() then puts them in the order of time. */
int
compare_decision(const void *a, const void *b)
{
	const struct gate_decision *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0)
		return c;
	return by_int(x->date, y->date);
}

int
order_decision(const void *a, const void *b)
{
	const struct gate_decision *x = a, *y = b;
	int c = by_int(x->rollout, y->rollout);

	return c != 0 ? c : by_int(x->date, y->date);
}

bool
build_condition(struct loader *l, const struct row *row, void *record)
{
	struct condition *c = record;

	c->loc = row_loc(row, -1);
	c->month = l->month;
	c->rollout = resolve_rollout(l, row, ROLLOUT_OF(CONDITIONS));
	c->phase = resolve_phase(l, row, COL_CONDITIONS_PHASE);
	if (c->rollout == -1 || c->phase == -1)
		return false;
	c->id = resolve_id(l->condition_ids, row, COL_CONDITIONS_CONDITION_ID);
	c->text = cell_text(row, COL_CONDITIONS_CONDITION);
	c->owner = cell_text(row, COL_CONDITIONS_OWNER);
	c->deadline = cell_day(row, COL_CONDITIONS_DEADLINE);
	c->closed_on = cell_day(row, COL_CONDITIONS_CLOSED_ON);
	c->urgency = cell_word(row, COL_CONDITIONS_URGENCY);
	c->status = (enum open_state)cell_word(row, COL_CONDITIONS_STATUS);
	warn_after_report(l, row, COL_CONDITIONS_CLOSED_ON);
	return true;
}

int
compare_condition(const void *a, const void *b)
{
	const struct condition *x = a, *y = b;
	int c;

	if ((c = by_int(x->rollout, y->rollout)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->month, y->month);
}

/* As with readings: known since it first came. */
void
inherit_decision(void *later, const void *earlier)
{
	const struct gate_decision *e = earlier;

	((struct gate_decision *)later)->month = e->month;
}
