/*
 * benefits.csv: the benefits of every rollout.
 */
#include "report/data.h"

static const struct benefit_figures *
figures_of(const struct data_row *row)
{
	return row->record;
}

static const struct benefit *
benefit_of(const struct data_row *row)
{
	return figures_of(row)->benefit;
}

static struct value
get_id(const struct data_row *row)
{
	return value_text(benefit_of(row)->id);
}

static struct value
get_type(const struct data_row *row)
{
	int type = benefit_of(row)->type;

	return type == WORD_NONE ? value_none()
				 : value_text(word_benefit_type[type].id);
}

static struct value
get_disbenefit(const struct data_row *row)
{
	return value_bool(benefit_of(row)->disbenefit);
}

static struct value
get_unit(const struct data_row *row)
{
	return value_text(benefit_of(row)->unit);
}

static struct value
get_baseline(const struct data_row *row)
{
	return value_number(benefit_of(row)->baseline);
}

static struct value
get_original_target(const struct data_row *row)
{
	return value_number(benefit_of(row)->original_target);
}

static struct value
get_target(const struct data_row *row)
{
	return value_number(benefit_of(row)->target);
}

static struct value
get_latest(const struct data_row *row)
{
	const struct measurement *latest = figures_of(row)->latest;

	return latest == NULL ? value_none() : value_number(latest->value);
}

static struct value
get_latest_date(const struct data_row *row)
{
	const struct measurement *latest = figures_of(row)->latest;

	return latest == NULL ? value_none() : value_day(latest->date);
}

static struct value
get_state(const struct data_row *row)
{
	return value_text(benefit_state_id(figures_of(row)->state));
}

static struct value
get_light(const struct data_row *row)
{
	return data_light(figures_of(row)->light);
}

static struct value
get_annual(const struct data_row *row)
{
	return value_number(benefit_of(row)->annual);
}

static struct value
get_source(const struct data_row *row)
{
	return data_source(row->arena, &benefit_of(row)->loc);
}

/* clang-format off */
#define AT(member)	offsetof(struct benefit_figures, member), NULL

static const struct data_column column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "solution", VALUE_TEXT, 0, data_solution },
	{ "benefit_id", VALUE_TEXT, 0, get_id },
	{ "type", VALUE_TEXT, 0, get_type },
	{ "disbenefit", VALUE_BOOL, 0, get_disbenefit },
	{ "unit", VALUE_TEXT, 0, get_unit },
	{ "baseline", VALUE_NUMBER, 0, get_baseline },
	{ "original_target", VALUE_NUMBER, 0, get_original_target },
	{ "target", VALUE_NUMBER, 0, get_target },
	{ "latest", VALUE_NUMBER, 0, get_latest },
	{ "latest_date", VALUE_DAY, 0, get_latest_date },
	{ "fraction", VALUE_NUMBER, AT(fraction) },
	{ "fraction_original", VALUE_NUMBER, AT(fraction_original) },
	{ "planned_share", VALUE_NUMBER, AT(planned_share) },
	{ "state", VALUE_TEXT, 0, get_state },
	{ "light", VALUE_TEXT, 0, get_light },
	{ "annual_value", VALUE_NUMBER, 0, get_annual },
	{ "realised_annual", VALUE_NUMBER, AT(realised) },
	{ "prerequisites_open", VALUE_COUNT, AT(prerequisites_open) },
	{ "source", VALUE_TEXT, 0, get_source },
};
/* clang-format on */

static const struct data_shape shape = DATA_SHAPE("benefits", column);

struct grid *
data_benefits(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, &shape);
	size_t i, k;

	for (i = 0; i < facts->portfolio->nrollout; i++) {
		row.rollout = &facts->figures->rollout[i];
		for (k = 0; k < row.rollout->nbenefit; k++) {
			row.record = &row.rollout->benefit[k];
			data_add(grid, &shape, &row);
		}
	}
	return grid;
}
