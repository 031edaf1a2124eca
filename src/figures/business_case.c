/*
 * Rule 21: what it costs and what it brings, year by year, and from when it
 * has paid for itself.
 *
 * Cost: economy rows say what is known in their month, so a month's cost is
 * what the sum of a main task grew by since the row before; a main task whose
 * newest row is silent has none.  Benefit: the annual value times the mean of
 * its share over the days of the year.
 */
#include "figures/compute.h"

struct business {
	struct arena *arena;
	const struct portfolio *portfolio;
	const struct figures *figures;
};

static int
year_of(day date)
{
	int year, mon, mday;

	day_to_civil(date, &year, &mon, &mday);
	return year;
}

static double
days_of(int year)
{
	return day_from_civil(year + 1, 1, 1) - day_from_civil(year, 1, 1);
}

static bool
is_valued(const struct benefit_figures *b)
{
	return num_given(b->benefit->annual) && num_given(b->planned_share);
}

/* The years */

struct years {
	int first, last; /* last < first: none */
};

static void
years_add(struct years *y, int year)
{
	if (y->last < y->first)
		*y = (struct years){year, year};
	y->first = year < y->first ? year : y->first;
	y->last = year > y->last ? year : y->last;
}

static struct years
years_of(const struct business *in, size_t rollout)
{
	const struct rollout_figures *f = &in->figures->rollout[rollout];
	const struct span *span = &in->portfolio->rows[rollout].economy;
	struct years y = {0, -1};
	size_t i;

	for (i = 0; i < span->count; i++)
		years_add(&y,
		    year_of(month_first_day(
			in->portfolio->economy[span->first + i].month)));
	for (i = 0; i < f->nbenefit; i++) {
		if (!is_valued(&f->benefit[i]))
			continue;
		years_add(&y, year_of(benefit_start(f->benefit[i].benefit)));
		years_add(&y, year_of(f->benefit[i].benefit->target_date));
	}
	if (y.last < y.first)
		return y;
	years_add(&y, year_of(in->portfolio->report_date));
	y.last += BUSINESS_AFTER;
	return y;
}

static struct business_year *
make_years(
    struct arena *arena, const struct years *y, struct business_case *out)
{
	size_t n = y->last < y->first ? 0 : (size_t)(y->last - y->first + 1);
	struct business_year *year = arena_array(arena, n + 1, sizeof(*year));
	size_t i;
	int k;

	for (i = 0; i < n; i++) {
		year[i].year = y->first + (int)i;
		for (k = 0; k < BUSINESS_BASES; k++)
			year[i].cost[k] = year[i].cost_sum[k] =
			    year[i].benefit[k] = year[i].benefit_sum[k] =
				year[i].time[k] = year[i].time_sum[k] =
				    NUM_NONE;
	}
	out->year = year;
	out->nyear = n;
	for (k = 0; k < BUSINESS_BASES; k++)
		out->payback[k] = FIGURE_NONE;
	return year;
}

/* The cost */

static double
cost_of(const struct economy_row *row, enum business_basis basis)
{
	switch (basis) {
	case BUSINESS_PLAN:
		return row->budget_dkk;
	case BUSINESS_FORECAST:
		return row->forecast_dkk;
	case BUSINESS_REALISED:
		return row->actual_dkk;
	case BUSINESS_BASES:
		break;
	}
	return NUM_NONE;
}

/* n rows of one main task, in rising month. */
static void
add_task(const struct economy_row *row, size_t n, enum business_basis basis,
    struct business_year *year)
{
	double now, before = 0;
	size_t i;

	if (!num_given(cost_of(&row[n - 1], basis)))
		return;
	for (i = 0; i < n; i++) {
		now = cost_of(&row[i], basis);
		if (!num_given(now))
			continue;
		sum_add(
		    &year[year_of(month_first_day(row[i].month)) - year->year]
			 .cost[basis],
		    now - before);
		before = now;
	}
}

static void
add_costs(const struct business *in, size_t rollout, enum business_basis basis,
    struct business_year *year)
{
	const struct span *span = &in->portfolio->rows[rollout].economy;
	const struct economy_row *row = &in->portfolio->economy[span->first];
	size_t i, from = 0;

	for (i = 1; i <= span->count; i++) {
		if (i < span->count && row[i].main_task == row[from].main_task)
			continue;
		add_task(&row[from], i - from, basis, year);
		from = i;
	}
}

/* The benefits */

/* Days of a full benefit from its start to a date, ramped up to its target. */
static double
ramped(const struct benefit *b, day date)
{
	day start = benefit_start(b);
	double length = b->target_date - start;

	if (date <= start)
		return 0;
	if (date <= b->target_date)
		return (double)(date - start) * (date - start) / (2 * length);
	return length / 2 + (date - b->target_date);
}

static double
planned_in(const struct benefit *b, int year)
{
	return (ramped(b, day_from_civil(year + 1, 1, 1)) -
		   ramped(b, day_from_civil(year, 1, 1))) /
	    days_of(year);
}

/* How well it does by its plan, if that can be said; at most as planned. */
static double
pace_of(const struct benefit_figures *b)
{
	if (b->state != BENEFIT_MEASURED || !num_given(b->fraction))
		return 1;
	return clamp(b->fraction / b->planned_share);
}

/* The part of a year from one date to before another. */
static double
part_of(int year, day from, day to)
{
	day first = day_from_civil(year, 1, 1);
	day end = day_from_civil(year + 1, 1, 1);

	from = from > first ? from : first;
	to = to < end ? to : end;
	return to > from ? (to - from) / days_of(year) : 0;
}

/* A reading holds from its day until the next one's, and to the report. */
static double
realised_in(const struct business *in, size_t rollout, const struct benefit *b,
    int year)
{
	const struct span *span = &in->portfolio->rows[rollout].measurement;
	const struct measurement *m, *held = NULL;
	day end = in->portfolio->report_date + 1, from = 0;
	double sum = 0;
	size_t i;

	for (i = 0; i < span->count; i++) {
		m = &in->portfolio->measurement[span->first + i];
		if (m->benefit_id != b->id || m->date >= end ||
		    !num_given(benefit_fraction(b, m)))
			continue;
		if (held != NULL)
			sum += clamp(benefit_fraction(b, held)) *
			    part_of(year, from, m->date);
		held = m;
		from = m->date > benefit_start(b) ? m->date : benefit_start(b);
	}
	if (held != NULL)
		sum +=
		    clamp(benefit_fraction(b, held)) * part_of(year, from, end);
	return sum;
}

static double
share_in(const struct business *in, size_t rollout,
    const struct benefit_figures *b, enum business_basis basis, int year)
{
	switch (basis) {
	case BUSINESS_PLAN:
		return planned_in(b->benefit, year);
	case BUSINESS_FORECAST:
		return pace_of(b) * planned_in(b->benefit, year);
	case BUSINESS_REALISED:
		if (!num_given(b->realised))
			return NUM_NONE;
		return realised_in(in, rollout, b->benefit, year);
	case BUSINESS_BASES:
		break;
	}
	return NUM_NONE;
}

/* In kroner on one side, as released time on the other; the other is 0. */
static void
add_benefit(const struct business *in, size_t rollout,
    const struct benefit_figures *b, enum business_basis basis,
    struct business_year *year)
{
	bool time = b->benefit->type == BENEFIT_TIME_RELEASED;
	double value;

	if (basis == BUSINESS_REALISED &&
	    year->year > year_of(in->portfolio->report_date))
		return;
	value =
	    b->benefit->annual * share_in(in, rollout, b, basis, year->year);
	if (!num_given(value))
		return;
	if (b->benefit->disbenefit)
		value = -value;
	sum_add(&year->benefit[basis], time ? 0 : value);
	sum_add(&year->time[basis], time ? value : 0);
}

static void
count_benefit(const struct benefit_figures *b, struct business_case *out)
{
	double sign = b->benefit->disbenefit ? -1 : 1;

	if (!num_given(b->benefit->annual)) {
		out->no_value++;
		return;
	}
	if (!is_valued(b)) {
		out->no_plan++;
		return;
	}
	out->valued++;
	out->measured += num_given(b->realised);
	out->no_reading +=
	    b->state != BENEFIT_NOT_DUE && !num_given(b->realised);
	sum_add(b->benefit->type == BENEFIT_TIME_RELEASED ? &out->annual_time
							  : &out->annual,
	    sign * b->benefit->annual);
}

/* Sums, and when they turn */

static void
sum_up(struct business_year *year, size_t nyear, enum business_basis basis)
{
	double cost = NUM_NONE, benefit = NUM_NONE, time = NUM_NONE;
	size_t i;

	for (i = 0; i < nyear; i++) {
		sum_add(&cost, year[i].cost[basis]);
		sum_add(&benefit, year[i].benefit[basis]);
		sum_add(&time, year[i].time[basis]);
		year[i].cost_sum[basis] = cost;
		year[i].benefit_sum[basis] = benefit;
		year[i].time_sum[basis] = time;
	}
}

/* The year after the last in which the cost is still above; or none. */
static int
payback_of(const struct business_case *b, enum business_basis basis, int last)
{
	const struct business_year *y;
	size_t i = b->nyear;
	int payback = FIGURE_NONE;

	while (i-- > 0) {
		y = &b->year[i];
		if (y->year > last)
			continue;
		if (!num_given(y->cost_sum[basis]) ||
		    !num_given(y->benefit_sum[basis]) ||
		    num_le(y->benefit_sum[basis], 0) ||
		    !num_le(y->cost_sum[basis], y->benefit_sum[basis]))
			break;
		payback = y->year;
	}
	return payback;
}

static void
finish(const struct business *in, struct business_case *out,
    struct business_year *year)
{
	int k, last;

	for (k = 0; k < BUSINESS_BASES && out->nyear > 0; k++) {
		last = k == BUSINESS_REALISED
		    ? year_of(in->portfolio->report_date)
		    : year[out->nyear - 1].year;
		sum_up(year, out->nyear, k);
		if (out->covered[k] > 0)
			out->payback[k] = payback_of(out, k, last);
	}
}

static void
rollout_case(const struct business *in, size_t rollout, int last,
    struct business_case *out)
{
	const struct rollout_figures *f = &in->figures->rollout[rollout];
	struct years years = years_of(in, rollout);
	struct business_year *year;
	size_t i, y;
	int k;

	*out =
	    (struct business_case){.annual = NUM_NONE, .annual_time = NUM_NONE};
	/* As far as the others, or sums over all would end in pieces. */
	if (years.first <= years.last)
		years.last = last;
	year = make_years(in->arena, &years, out);
	for (i = 0; i < f->nbenefit; i++)
		count_benefit(&f->benefit[i], out);
	for (k = 0; k < BUSINESS_BASES && out->nyear > 0; k++) {
		add_costs(in, rollout, k, year);
		for (i = 0; i < f->nbenefit; i++)
			for (y = 0; is_valued(&f->benefit[i]) && y < out->nyear;
			     y++)
				add_benefit(
				    in, rollout, &f->benefit[i], k, &year[y]);
	}
	for (k = 0; k < BUSINESS_BASES && out->nyear > 0; k++)
		for (y = 0; y < out->nyear; y++)
			if (num_given(year[y].cost[k]) && out->valued > 0)
				out->covered[k] = 1;
	finish(in, out, year);
}

/* A rollout's years, on the bases where it has both cost and benefit. */
static void
add_case(const struct business_case *one, struct business_year *year,
    struct business_case *all)
{
	struct business_year *to;
	size_t i;
	int k;

	all->valued += one->valued;
	all->measured += one->measured;
	all->no_value += one->no_value;
	all->no_plan += one->no_plan;
	all->no_reading += one->no_reading;
	sum_add(&all->annual, one->annual);
	sum_add(&all->annual_time, one->annual_time);
	for (k = 0; k < BUSINESS_BASES; k++) {
		all->covered[k] += one->covered[k];
		for (i = 0; one->covered[k] > 0 && i < one->nyear; i++) {
			to = &year[one->year[i].year - year->year];
			sum_add(&to->cost[k], one->year[i].cost[k]);
			sum_add(&to->benefit[k], one->year[i].benefit[k]);
			sum_add(&to->time[k], one->year[i].time[k]);
		}
	}
}

void
figures_business(
    struct arena *arena, const struct portfolio *p, struct figures *figures)
{
	struct business in = {arena, p, figures};
	struct business_case *all = &figures->business_all, *one;
	struct business_year *year;
	struct years years = {0, -1}, own;
	size_t i;

	one = arena_array(arena, p->nrollout + 1, sizeof(*one));
	*all =
	    (struct business_case){.annual = NUM_NONE, .annual_time = NUM_NONE};
	for (i = 0; i < p->nrollout; i++) {
		own = years_of(&in, i);
		if (figures->rollout[i].parked || own.last < own.first)
			continue;
		years_add(&years, own.first);
		years_add(&years, own.last);
	}
	year = make_years(arena, &years, all);
	for (i = 0; i < p->nrollout; i++) {
		rollout_case(&in, i, years.last, &one[i]);
		if (!figures->rollout[i].parked)
			add_case(&one[i], year, all);
	}
	finish(&in, all, year);
	figures->business = one;
}
