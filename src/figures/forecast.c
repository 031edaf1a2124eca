/*
 * Rules 9 and 10: when the current phase will be ready, and the slip.
 */
#include "figures/compute.h"

/* The months of the newest unbroken run in this phase, oldest first. */
static void
find_trend(const struct computation *c, struct rollout_figures *f)
{
	struct trend_point *point =
	    arena_array(c->arena, c->nmoment, sizeof(*point));
	const struct rollout_figures *then;
	size_t k, first = c->nmoment;
	bool running = false;

	for (k = c->nmoment; k-- > 0;) {
		then = &c->moment[k].rollout[c->index];
		if (c->moment[k].date > c->date)
			continue;
		if (then->phase != f->phase || !then->reported) {
			if (running)
				break;
			continue;
		}
		running = true;
		if (!num_given(then->progress))
			continue;
		point[--first] = (struct trend_point){
		    c->moment[k].month, c->moment[k].date, then->progress};
	}
	f->trend = point + first;
	f->ntrend = c->nmoment - first;
}

/* Points per day by least squares; two points or more on different days. */
static double
slope(const struct trend_point *point, size_t n)
{
	double x = 0, y = 0, xx = 0, xy = 0, dx;
	size_t i;

	for (i = 0; i < n; i++) {
		x += point[i].date - point[0].date;
		y += point[i].progress;
	}
	x /= (double)n;
	y /= (double)n;
	for (i = 0; i < n; i++) {
		dx = point[i].date - point[0].date - x;
		xx += dx * dx;
		xy += dx * (point[i].progress - y);
	}
	return xx > 0 ? xy / xx : 0;
}

/* The latest date that the municipality itself gives for an open cell. */
static day
stated_end(const struct computation *c, const struct rollout_figures *f)
{
	const struct status_row *row;
	day latest = DAY_NONE;
	int t;

	for (t = 0; t < (int)c->model->ntask; t++) {
		row = cell_at(c, f, t, f->phase)->row;
		if (row != NULL && status_open(row->status) &&
		    row->expected_end > latest)
			latest = row->expected_end;
	}
	return latest;
}

void
figure_forecast(const struct computation *c, struct rollout_figures *f)
{
	double b;

	f->forecast_end = f->stated_end = DAY_NONE;
	f->pace = f->forecast_days = NUM_NONE;
	if (f->completed)
		return;
	f->stated_end = stated_end(c, f);
	find_trend(c, f);
	if (!num_given(f->progress))
		return;
	if (num_le(threshold(c, THRESHOLD_READY), f->progress)) {
		f->forecast_end = c->date;
		return;
	}
	if (!num_le(threshold(c, THRESHOLD_FORECAST_POINTS), (double)f->ntrend))
		return;
	f->stalled = true;
	f->pace = b = f->ntrend > 0 ? slope(f->trend, f->ntrend) : 0;
	if (num_le(b, 0))
		return;
	f->forecast_days = ceil(
	    (threshold(c, THRESHOLD_READY) - f->progress) / b - NUM_EPSILON);
	if (!num_le(f->forecast_days, threshold(c, THRESHOLD_FORECAST_HORIZON)))
		return;
	f->stalled = false;
	f->forecast_end = c->date + (day)f->forecast_days;
}

/* Days past a date, by the forecast or by today; FIGURE_NONE if neither. */
static int
slip_from(const struct computation *c, const struct rollout_figures *f, day end)
{
	day latest = f->forecast_end;

	if (end == DAY_NONE)
		return FIGURE_NONE;
	if (c->date > end && c->date > latest)
		latest = c->date;
	return latest == DAY_NONE ? FIGURE_NONE : latest - end;
}

void
figure_slip(const struct computation *c, struct rollout_figures *f)
{
	f->slip_days = slip_from(c, f, f->planned_end);
	f->slip_baseline_days = slip_from(c, f, f->baseline_end);
}
