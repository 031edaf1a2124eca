/*
 * Rules 14 and 17: the benefits of several rollouts, added up.
 */
#include "figures/compute.h"

void
benefit_sums_begin(struct benefit_sums *s)
{
	*s = (struct benefit_sums){.annual_low = NUM_NONE,
	    .annual = NUM_NONE,
	    .annual_high = NUM_NONE,
	    .planned = NUM_NONE,
	    .planned_measured = NUM_NONE,
	    .realised_low = NUM_NONE,
	    .realised = NUM_NONE,
	    .realised_high = NUM_NONE};
}

static void
count_state(struct benefit_sums *s, const struct benefit_figures *b)
{
	s->count++;
	s->due += b->state != BENEFIT_NOT_DUE;
	switch (b->state) {
	case BENEFIT_NOT_DUE:
		s->not_due++;
		break;
	case BENEFIT_MEASURED:
		s->measured++;
		s->light[b->light]++;
		s->light_original[b->light_original]++;
		break;
	case BENEFIT_NOT_MEASURED:
		s->not_measured++;
		break;
	}
}

static double
either(double value, double other)
{
	return num_given(value) ? value : other;
}

void
benefit_sums_add(struct benefit_sums *s, const struct benefit_figures *b)
{
	const struct benefit *row = b->benefit;

	count_state(s, b);
	s->claimed_early += b->claimed_early;
	sum_add(&s->annual, row->annual);
	sum_add(&s->annual_low, either(row->annual_low, row->annual));
	sum_add(&s->annual_high, either(row->annual_high, row->annual));
	sum_add(&s->planned, b->planned);
	if (num_given(b->realised))
		sum_add(&s->planned_measured, b->planned);
	sum_add(&s->realised, b->realised);
	sum_add(&s->realised_low, either(b->realised_low, b->realised));
	sum_add(&s->realised_high, either(b->realised_high, b->realised));
}

/* a less b, where at least one of them is given. */
static double
less(double a, double b)
{
	double net = a;

	sum_add(&net, -b);
	return net;
}

/* The low estimate is low benefits with high disbenefits. */
void
benefit_sums_net(struct benefit_sums *net, const struct benefit_sums *b,
    const struct benefit_sums *d)
{
	*net = *b;
	net->annual = less(b->annual, d->annual);
	net->annual_low = less(b->annual_low, d->annual_high);
	net->annual_high = less(b->annual_high, d->annual_low);
	net->planned = less(b->planned, d->planned);
	net->planned_measured = less(b->planned_measured, d->planned_measured);
	net->realised = less(b->realised, d->realised);
	net->realised_low = less(b->realised_low, d->realised_high);
	net->realised_high = less(b->realised_high, d->realised_low);
}
