/*
 * municipalities.csv and rollups.csv: counts over rollouts.
 */
#include "report/data.h"

static const struct municipality *
municipality_of(const struct data_row *row)
{
	return &row->facts->portfolio->municipality[row->item];
}

static const struct municipality_figures *
figures_of(const struct data_row *row)
{
	return row->record;
}

static const struct rollup *
rollup_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_code(const struct data_row *row)
{
	return value_text(municipality_of(row)->code_text);
}

static struct value
get_name(const struct data_row *row)
{
	return value_text(municipality_of(row)->name);
}

static struct value
get_region(const struct data_row *row)
{
	return value_text(municipality_of(row)->region);
}

static struct value
get_light(const struct data_row *row)
{
	return data_light(figures_of(row)->light);
}

static struct value
get_urgency(const struct data_row *row)
{
	int rank = figures_of(row)->urgency;

	return rank == 0 ? value_none() : value_count(rank);
}

static struct value
get_by(const struct data_row *row)
{
	return value_text(rollup_by_id(rollup_of(row)->by));
}

/* clang-format off */
#define AT(member)	offsetof(struct municipality_figures, member), NULL

static const struct data_column municipality_column[] = {
	{ "municipality", VALUE_TEXT, 0, get_code },
	{ "name", VALUE_TEXT, 0, get_name },
	{ "region", VALUE_TEXT, 0, get_region },
	{ "rollouts", VALUE_COUNT, AT(rollouts) },
	{ "reported", VALUE_COUNT, AT(reported) },
	{ "light", VALUE_TEXT, 0, get_light },
	{ "urgency_rank", VALUE_COUNT, 0, get_urgency },
};

#undef AT
#define AT(member)	offsetof(struct rollup, member), NULL

static const struct data_column rollup_column[] = {
	{ "by", VALUE_TEXT, 0, get_by },
	{ "key", VALUE_TEXT, AT(key) },
	{ "n", VALUE_COUNT, AT(n) },
	{ "reported", VALUE_COUNT, AT(reported) },
	{ "parked", VALUE_COUNT, AT(parked) },
	{ "completed", VALUE_COUNT, AT(completed) },
	{ "green", VALUE_COUNT, AT(light[LIGHT_GREEN]) },
	{ "yellow", VALUE_COUNT, AT(light[LIGHT_YELLOW]) },
	{ "red", VALUE_COUNT, AT(light[LIGHT_RED]) },
	{ "grey", VALUE_COUNT, AT(light[LIGHT_GREY]) },
	{ "go", VALUE_COUNT, AT(recommendation[RECOMMEND_GO]) },
	{ "go_conditional", VALUE_COUNT,
	    AT(recommendation[RECOMMEND_GO_CONDITIONAL]) },
	{ "no_go", VALUE_COUNT, AT(recommendation[RECOMMEND_NO_GO]) },
	{ "mean_course", VALUE_NUMBER, AT(mean_course) },
	{ "budget_dkk", VALUE_NUMBER, AT(economy.all.both_budget_dkk) },
	{ "forecast_dkk", VALUE_NUMBER, AT(economy.all.both_forecast_dkk) },
	{ "annual_value", VALUE_NUMBER, AT(net.annual) },
	{ "realised_annual", VALUE_NUMBER, AT(net.realised) },
	{ "measured", VALUE_COUNT, AT(benefit.measured) },
	{ "not_measured", VALUE_COUNT, AT(benefit.not_measured) },
	{ "not_due", VALUE_COUNT, AT(benefit.not_due) },
};
/* clang-format on */

static const struct data_shape municipality_shape =
    DATA_SHAPE("municipalities", municipality_column);
static const struct data_shape rollup_shape =
    DATA_SHAPE("rollups", rollup_column);

struct grid *
data_municipalities(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	const struct portfolio *folio = facts->portfolio;
	struct grid *grid = data_grid(arena, &municipality_shape);
	size_t i;

	for (i = 0; i < folio->nmunicipality; i++) {
		if (!folio->municipality[i].valid)
			continue;
		row.item = (int)i;
		row.record = &facts->figures->municipality[i];
		data_add(grid, &municipality_shape, &row);
	}
	return grid;
}

/* The figures come in the order programme, solution, region, wave. */
struct grid *
data_rollups(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, &rollup_shape);
	size_t i;

	for (i = 0; i < facts->figures->nrollup; i++) {
		row.record = &facts->figures->rollup[i];
		data_add(grid, &rollup_shape, &row);
	}
	return grid;
}
