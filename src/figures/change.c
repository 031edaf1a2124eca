/*
 * Rule 13: what has changed since the previous month folder.
 */
#include "figures/compute.h"

/* Greater is better: the sign of a comparison as a change. */
static enum change
by_sign(int sign)
{
	return sign > 0 ? CHANGE_BETTER : sign < 0 ? CHANGE_WORSE : CHANGE_SAME;
}

static int
progress_sign(const struct computation *c, const struct rollout_figures *f,
    const struct rollout_figures *then)
{
	double points = threshold(c, THRESHOLD_CHANGE_POINTS);

	if (!num_given(f->progress) || !num_given(then->progress))
		return 0;
	if (num_le(points, f->progress - then->progress))
		return 1;
	return num_le(points, then->progress - f->progress) ? -1 : 0;
}

void
figure_change(const struct computation *c, struct rollout_figures *f)
{
	const struct rollout_figures *then = f->previous;

	if (then == NULL)
		f->change = CHANGE_NEW;
	else if (!f->reported)
		f->change = CHANGE_UNREPORTED;
	else if (!then->reported)
		f->change = CHANGE_RETURNED;
	else if (f->phase != then->phase)
		f->change = by_sign(f->phase - then->phase);
	else if (f->overall != LIGHT_GREY && then->overall != LIGHT_GREY &&
	    f->overall != then->overall)
		f->change = by_sign((int)then->overall - (int)f->overall);
	else
		f->change = by_sign(progress_sign(c, f, then));
}
