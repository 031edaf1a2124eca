/*
 * Rule 14: what a benefit has come to.
 */
#include "figures/compute.h"

/* Returned rows replace the register's from their month on. */
static size_t
benefits_in_force(const struct computation *c, struct benefit_figures *out)
{
	const struct benefit *b;
	size_t i, n = 0;

	for (i = 0; i < c->rows->benefit.count; i++) {
		b = &c->portfolio->benefit[c->rows->benefit.first + i];
		if (b->from > c->month)
			continue;
		if (n == 0 || out[n - 1].benefit->id != b->id)
			n++;
		out[n - 1].benefit = b;
	}
	return n;
}

static const struct measurement *
latest(const struct computation *c, const struct benefit *b)
{
	const struct measurement *m, *found = NULL;
	size_t i;

	for (i = 0; i < c->rows->measurement.count; i++) {
		m = &c->portfolio->measurement[c->rows->measurement.first + i];
		if (m->benefit_id == b->id && m->month <= c->month &&
		    m->date <= c->date)
			found = m;
	}
	return found;
}

/* How far from baseline to target; a benefit may be a rise or a fall. */
static double
fraction(const struct measurement *m, double baseline, double target)
{
	if (m == NULL || !num_given(baseline) || !num_given(target) ||
	    fabs(target - baseline) <= NUM_EPSILON)
		return NUM_NONE;
	return (m->value - baseline) / (target - baseline);
}

double
benefit_fraction(const struct benefit *b, const struct measurement *m)
{
	return fraction(m, b->baseline, b->target);
}

day
benefit_start(const struct benefit *b)
{
	return b->realisation_start != DAY_NONE ? b->realisation_start
						: b->baseline_date;
}

double
benefit_share(const struct benefit *b, day date)
{
	day start = benefit_start(b);

	if (start == DAY_NONE || b->target_date == DAY_NONE ||
	    b->target_date <= start)
		return NUM_NONE;
	return clamp((double)(date - start) / (b->target_date - start));
}

/* What is not given stays so. */
double
benefit_planned(const struct benefit *b, day date)
{
	return b->baseline + benefit_share(b, date) * (b->target - b->baseline);
}

/* So many months after the latest reading, or after it should begin. */
static void
fill_next(const struct computation *c, struct benefit_figures *out)
{
	const struct benefit *b = out->benefit;
	day from = out->latest != NULL ? out->latest->date : benefit_start(b);

	out->next_reading = DAY_NONE;
	if (!num_given(b->frequency) || from == DAY_NONE)
		return;
	out->next_reading = day_months_later(from, (int)b->frequency);
	if (out->next_reading < c->date)
		out->days_late = c->date - out->next_reading;
}

static enum benefit_state
state_of(const struct benefit_figures *f)
{
	if (num_given(f->planned_share) && num_le(f->planned_share, 0))
		return BENEFIT_NOT_DUE;
	return f->latest != NULL ? BENEFIT_MEASURED : BENEFIT_NOT_MEASURED;
}

/* Against the target that the fraction is of. */
static enum light
light_of(
    const struct computation *c, const struct benefit_figures *f, double share)
{
	double s = f->planned_share;

	if (f->benefit->disbenefit || f->state != BENEFIT_MEASURED ||
	    !num_given(share) || !num_given(s))
		return LIGHT_GREY;
	if (num_le(threshold(c, THRESHOLD_BENEFIT_GREEN) * s, share))
		return LIGHT_GREEN;
	if (num_le(threshold(c, THRESHOLD_BENEFIT_YELLOW) * s, share))
		return LIGHT_YELLOW;
	return LIGHT_RED;
}

/* Reported, and everything reported of it done or not applicable. */
static bool
prerequisite_done(
    const struct computation *c, const struct rollout_figures *f, int task)
{
	const struct status_row *row;
	bool reported = false;
	int p;

	for (p = 0; p < (int)c->model->nphase; p++) {
		row = cell_at(c, f, task, p)->row;
		if (row == NULL)
			continue;
		reported = true;
		if (status_open(row->status))
			return false;
	}
	return reported;
}

static void
fill_prerequisites(const struct computation *c, const struct rollout_figures *f,
    struct benefit_figures *out)
{
	const struct benefit *b = out->benefit;
	int *open = arena_array(c->arena, b->nprerequisite + 1, sizeof(*open));
	size_t i;

	for (i = 0; i < b->nprerequisite; i++)
		if (!prerequisite_done(c, f, b->prerequisite[i]))
			open[out->prerequisites_open++] = b->prerequisite[i];
	out->prerequisite_open = open;
}

static void
fill_benefit(const struct computation *c, const struct rollout_figures *f,
    struct benefit_figures *out)
{
	const struct benefit *b = out->benefit;
	double realised;

	out->latest = latest(c, b);
	out->fraction = fraction(out->latest, b->baseline, b->target);
	out->fraction_original = fraction(out->latest, b->baseline,
	    num_given(b->original_target) ? b->original_target : b->target);
	out->planned_share = benefit_share(b, c->date);
	out->of_plan =
	    num_given(out->planned_share) && !num_le(out->planned_share, 0)
	    ? out->fraction / out->planned_share
	    : NUM_NONE;
	out->state = state_of(out);
	out->light = light_of(c, out, out->fraction);
	out->light_original = light_of(c, out, out->fraction_original);
	/* A value that is not given stays so through the product. */
	realised = num_given(out->fraction) ? clamp(out->fraction) : NUM_NONE;
	out->realised = b->annual * realised;
	out->realised_low = b->annual_low * realised;
	out->realised_high = b->annual_high * realised;
	out->planned = b->annual * out->planned_share;
	fill_prerequisites(c, f, out);
	fill_next(c, out);
	out->claimed_early = !b->disbenefit && out->prerequisites_open > 0 &&
	    num_given(realised) && !num_le(realised, 0);
}

void
figure_benefits(const struct computation *c, struct rollout_figures *f)
{
	struct benefit_figures *out =
	    arena_array(c->arena, c->rows->benefit.count + 1, sizeof(*out));
	size_t i;

	f->nbenefit = benefits_in_force(c, out);
	for (i = 0; i < f->nbenefit; i++)
		fill_benefit(c, f, &out[i]);
	f->benefit = out;
}
