/*
 * Rule 5: progress, readiness, course.
 */
#include "figures/compute.h"

static double
readiness(const struct computation *c, const struct rollout_figures *f)
{
	double sum = 0, shares = 0;

	if (num_given(f->task_score)) {
		sum += threshold(c, THRESHOLD_SHARE_TASKS) * f->task_score;
		shares += threshold(c, THRESHOLD_SHARE_TASKS);
	}
	if (num_given(f->criteria_score)) {
		sum += threshold(c, THRESHOLD_SHARE_CRITERIA) *
		    f->criteria_score;
		shares += threshold(c, THRESHOLD_SHARE_CRITERIA);
	}
	return shares > 0 ? sum / shares : NUM_NONE;
}

void
figure_progress(const struct computation *c, struct rollout_figures *f)
{
	double progress;

	f->progress = num_given(f->task_score) ? f->task_score :
	    f->criteria_score;
	f->readiness = readiness(c, f);
	progress = num_given(f->progress) ? f->progress : 0;
	f->course = f->completed ? 100 :
	    (f->phase + progress / 100) / (double)c->model->nphase * 100;
}
