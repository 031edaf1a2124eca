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
progress_sign(const struct model *model, const struct rollout_figures *then,
    const struct rollout_figures *now)
{
	double points = model->threshold[THRESHOLD_CHANGE_POINTS];

	if (!num_given(now->progress) || !num_given(then->progress))
		return 0;
	if (num_le(points, now->progress - then->progress))
		return 1;
	return num_le(points, then->progress - now->progress) ? -1 : 0;
}

enum change
change_between(const struct model *model, const struct rollout_figures *then,
    const struct rollout_figures *now)
{
	if (then == NULL)
		return CHANGE_NEW;
	if (!now->reported)
		return CHANGE_UNREPORTED;
	if (!then->reported)
		return CHANGE_RETURNED;
	if (now->phase != then->phase)
		return by_sign(now->phase - then->phase);
	if (now->overall != LIGHT_GREY && then->overall != LIGHT_GREY &&
	    now->overall != then->overall)
		return by_sign((int)then->overall - (int)now->overall);
	return by_sign(progress_sign(model, then, now));
}

void
figure_change(const struct computation *c, struct rollout_figures *f)
{
	f->change = change_between(c->model, f->previous, f);
}
