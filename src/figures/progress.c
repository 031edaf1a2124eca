/*
 * Rule 5: progress, readiness, course.
 */
#include "figures/compute.h"

double
readiness_of(
    const struct model *model, double task_score, double criteria_score)
{
	double tasks = model->threshold[THRESHOLD_SHARE_TASKS];
	double criteria = model->threshold[THRESHOLD_SHARE_CRITERIA];
	double sum = 0, shares = 0;

	if (num_given(task_score)) {
		sum += tasks * task_score;
		shares += tasks;
	}
	if (num_given(criteria_score)) {
		sum += criteria * criteria_score;
		shares += criteria;
	}
	return shares > 0 ? sum / shares : NUM_NONE;
}

void
figure_progress(const struct computation *c, struct rollout_figures *f)
{
	double progress;

	f->progress =
	    num_given(f->task_score) ? f->task_score : f->criteria_score;
	f->readiness = readiness_of(c->model, f->task_score, f->criteria_score);
	progress = num_given(f->progress) ? f->progress : 0;
	f->course = f->completed
	    ? 100
	    : (f->phase + progress / 100) / (double)c->model->nphase * 100;
}
