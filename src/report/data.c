/*
 * The list of data/ tables and what they share.
 */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "report/data.h"
#include "report/wording.h"

const struct data_table data_table[] = {
    {"rollouts", data_rollouts, NULL},
    {"municipalities", data_municipalities, NULL},
    {"cells", data_cells, data_cells_piece},
    {"criteria", data_criteria, data_criteria_piece},
    {"benefits", data_benefits, NULL},
    {"economy", data_economy, NULL},
    {"risks", data_risks, NULL},
    {"changes", data_changes, NULL},
    {"rollups", data_rollups, NULL},
    {"findings", data_findings, NULL},
    {"distribution", data_distribution, NULL},
};
const size_t data_table_count = sizeof(data_table) / sizeof(data_table[0]);

struct grid *
data_grid(struct arena *arena, const struct data_shape *shape)
{
	struct grid_column *column;
	struct grid *grid;
	size_t i;

	column = arena_array(arena, shape->ncolumn, sizeof(*column));
	for (i = 0; i < shape->ncolumn; i++) {
		column[i].id = column[i].heading = shape->column[i].id;
		column[i].type = shape->column[i].type;
	}
	grid = grid_new(arena, shape->id, column, shape->ncolumn);
	grid->caption = shape->id;
	return grid;
}

static struct value
count_at(const void *at)
{
	int n;

	memcpy(&n, at, sizeof(n));
	return n == FIGURE_NONE ? value_none() : value_count(n);
}

static double
number_at(const void *at)
{
	double number;

	memcpy(&number, at, sizeof(number));
	return number;
}

static struct value
day_at(const void *at)
{
	day date;

	memcpy(&date, at, sizeof(date));
	return value_day(date);
}

static struct value
text_at(const void *at)
{
	const char *text;

	memcpy(&text, at, sizeof(text));
	return value_text(text);
}

static struct value
bool_at(const void *at)
{
	bool truth;

	memcpy(&truth, at, sizeof(truth));
	return value_bool(truth);
}

static struct value
light_at(const void *at)
{
	enum light light;

	memcpy(&light, at, sizeof(light));
	return value_light(wording_tone(light));
}

struct value
data_value(const struct data_column *column, const struct data_row *row)
{
	const void *at;

	if (column->get != NULL)
		return column->get(row);
	at = (const char *)row->record + column->offset;
	switch (column->type) {
	case VALUE_COUNT:
		return count_at(at);
	case VALUE_NUMBER:
		return value_number(number_at(at));
	case VALUE_PERCENT:
		return value_percent(number_at(at));
	case VALUE_MONEY:
		return value_money(number_at(at));
	case VALUE_DAY:
		return day_at(at);
	case VALUE_TEXT:
		return text_at(at);
	case VALUE_BOOL:
		return bool_at(at);
	case VALUE_LIGHT:
		return light_at(at);
	case VALUE_NONE:
		break;
	}
	return value_none();
}

void
data_add(struct grid *grid, const struct data_shape *shape,
    const struct data_row *row)
{
	struct grid_cell *cell;
	size_t i;

	cell = grid_add_row(row->arena, grid);
	for (i = 0; i < shape->ncolumn; i++)
		cell[i].value = data_value(&shape->column[i], row);
}

struct value
data_municipality(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;
	int m = row->rollout->rollout->municipality;

	return value_text(folio->municipality[m].code_text);
}

struct value
data_solution(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;

	return value_text(folio->solution[row->rollout->rollout->solution].id);
}

struct value
data_phase(const struct data_row *row)
{
	return value_text(row->facts->model->phase[row->phase].id);
}

struct value
data_phase_of(const struct facts *facts, const struct rollout_figures *rollout)
{
	if (rollout == NULL)
		return value_none();
	if (rollout->completed)
		return value_text("completed");
	return value_text(facts->model->phase[rollout->phase].id);
}

struct value
data_source(struct arena *arena, const struct loc *loc)
{
	if (loc->file == NULL)
		return value_none();
	return value_text(arena_printf(arena, "%s:%d", loc->file, loc->line));
}

struct value
data_light(enum light light)
{
	return value_text(light_id(light));
}
