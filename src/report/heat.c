/*
 * Varmekort: where every municipality stands, solution by solution.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/heat.h"
#include "report/management.h"
#include "report/picture.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

/* "F0 Tilslutning, F1 Initiering": what the cells call phases. */
const char *
heat_phase_key(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const char *key = "";
	size_t i;

	for (i = 0; i < model->nphase; i++)
		key = arena_printf(draft->arena, "%s%s%s %s", key,
		    i > 0 ? ", " : "", model->phase[i].id,
		    wording_phase(draft->facts, (int)i));
	return key;
}

/* "R": the letter of a light. */
static const char *
letter_of(const struct draft *draft, enum light light)
{
	return wording(draft->facts,
	    arena_printf(draft->arena, "light.%s.letter", light_id(light)));
}

/* "F2", or the short word for completed. */
static const char *
phase_id(const struct draft *draft, const struct rollout_figures *r)
{
	if (r->completed)
		return wording(draft->facts, "heat.completed");
	return draft->facts->model->phase[r->phase].id;
}

void
heat_rollout(const struct draft *draft, struct grid_cell *cell,
    const struct rollout_figures *r)
{
	const char *text;

	if (r->parked) {
		cell->value = value_text(label_of(wording_labels(draft->facts),
		    "heat.state", word_state[r->state].id));
		return;
	}
	text = arena_printf(draft->arena, "%s %s", letter_of(draft, r->overall),
	    phase_id(draft, r));
	if (r->carry_over > 0)
		text =
		    arena_printf(draft->arena, "%s +%d", text, r->carry_over);
	cell->value = value_text(text);
	cell->tone = wording_tone(r->overall);
}

/* Municipalities that take part, by urgency, then by code. */
struct place {
	int municipality, urgency;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->urgency != y->urgency) {
		if (x->urgency == 0 || y->urgency == 0)
			return x->urgency == 0 ? 1 : -1;
		return x->urgency < y->urgency ? -1 : 1;
	}
	return x->municipality < y->municipality ? -1 : 1;
}

static struct place *
collect_places(const struct draft *draft, size_t *count)
{
	const struct facts *facts = draft->facts;
	const struct municipality_figures *m = facts->figures->municipality;
	struct place *list;
	size_t i, n = 0;

	list = arena_array(
	    draft->arena, facts->portfolio->nmunicipality + 1, sizeof(*list));
	for (i = 0; i < facts->portfolio->nmunicipality; i++) {
		if (m[i].rollouts + m[i].parked == 0)
			continue;
		list[n].municipality = (int)i;
		list[n++].urgency = m[i].urgency;
	}
	qsort(list, n, sizeof(*list), compare_places);
	*count = n;
	return list;
}

const struct rollup *
heat_rollup(const struct facts *facts, size_t solution)
{
	const struct figures *figures = facts->figures;
	const struct rollup *r;
	size_t i;

	for (i = 0; i < figures->nrollup; i++) {
		r = &figures->rollup[i];
		if (r->by == ROLLUP_SOLUTION && r->n + r->parked > 0 &&
		    strcmp(r->key, facts->portfolio->solution[solution].id) ==
			0)
			return r;
	}
	return NULL;
}

static struct grid *
map_grid(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct columns c;
	size_t i;

	columns_begin(&c, draft, "heat_map", folio->nsolution + 5);
	columns_add(&c, "municipality", VALUE_TEXT, GRID_HEAD);
	columns_add(&c, "light", VALUE_LIGHT, 0);
	for (i = 0; i < folio->nsolution; i++)
		if (heat_rollup(draft->facts, i) != NULL)
			columns_add_item(&c, "solution", folio->solution[i].id,
			    folio->solution[i].id, VALUE_TEXT, GRID_HEAT);
	columns_add(&c, "region", VALUE_TEXT, GRID_DETAIL);
	columns_add(&c, "code", VALUE_COUNT, GRID_DETAIL);
	columns_add(&c, "urgency", VALUE_COUNT, GRID_DETAIL);
	return columns_grid(&c);
}

/* The place's rollout of a solution, in the column of the solution. */
static void
set_solution(const struct draft *draft, struct grid_cell *cell,
    const struct place *place, size_t solution)
{
	const struct rollout_figures *r;
	int found;

	found = portfolio_find_rollout(
	    draft->facts->portfolio, place->municipality, (int)solution);
	if (found == -1)
		return;
	r = &draft->facts->figures->rollout[found];
	heat_rollout(draft, cell, r);
	cell->source = r->rollout->loc;
}

static void
add_place(
    const struct draft *draft, struct grid *grid, const struct place *place)
{
	const struct facts *facts = draft->facts;
	const struct portfolio *folio = facts->portfolio;
	const struct municipality_figures *f =
	    &facts->figures->municipality[place->municipality];
	struct grid_cell *cell = grid_add_row(draft->arena, grid);
	size_t i, at = 2;

	who_municipality(draft, &cell[0], place->municipality);
	if (f->rollouts > 0)
		table_light(&cell[1], f->light);
	for (i = 0; i < folio->nsolution; i++)
		if (heat_rollup(facts, i) != NULL)
			set_solution(draft, &cell[at++], place, i);
	table_set(grid, "region",
	    value_text(folio->municipality[place->municipality].region));
	table_set(grid, "code",
	    value_count(folio->municipality[place->municipality].code));
	if (place->urgency > 0)
		table_set(grid, "urgency", value_count(place->urgency));
}

/* "21 af 98 kommuner er røde i mindst én løsning" */
static const char *
map_caption(const struct draft *draft, const struct place *place, size_t n)
{
	struct value values[2];
	int red = 0;
	size_t i;

	for (i = 0; i < n; i++)
		red +=
		    draft->facts->figures->municipality[place[i].municipality]
			.light == LIGHT_RED;
	values[0] = value_count(red);
	values[1] = value_count((int64_t)n);
	return wording_sentence(
	    draft->arena, draft->facts, "heat_map.caption", red, values, 2);
}

struct grid *
heat_map(const struct draft *draft)
{
	struct grid *grid = map_grid(draft);
	struct place *place;
	size_t n, i;

	place = collect_places(draft, &n);
	grid->caption = map_caption(draft, place, n);
	grid->measure = wording(draft->facts, "heat_map.measure");
	for (i = 0; i < n; i++)
		add_place(draft, grid, &place[i]);
	return grid;
}

struct chart *
heat_tiles(const struct draft *draft, const struct grid *heat)
{
	struct place *place;
	size_t n, i;
	int *list;

	place = collect_places(draft, &n);
	list = arena_array(draft->arena, n + 1, sizeof(*list));
	for (i = 0; i < n; i++)
		list[i] = place[i].municipality;
	return picture_map(draft, heat, list);
}

/* The solution with the most red; NULL if it isn't one alone. */
static const struct rollup *
most_red(const struct facts *facts)
{
	const struct rollup *r, *most = NULL;
	bool shared = false;
	size_t i;

	for (i = 0; i < facts->portfolio->nsolution; i++) {
		r = heat_rollup(facts, i);
		if (r == NULL)
			continue;
		if (most != NULL &&
		    r->light[LIGHT_RED] <= most->light[LIGHT_RED]) {
			shared |= r->light[LIGHT_RED] == most->light[LIGHT_RED];
			continue;
		}
		shared = false;
		most = r;
	}
	return shared ? NULL : most;
}

/* "STS har flest røde implementeringer: 21 af 95" */
static const char *
chart_title(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollup *most = most_red(facts);
	const struct rollup *said = most;
	struct value values[3];

	if (most == NULL || most->light[LIGHT_RED] < 2)
		said = &facts->figures->rollup[0];
	values[0] = value_count(said->light[LIGHT_RED]);
	values[1] = value_count(said->n);
	values[2] = value_text(said->key);
	return wording_sentence(draft->arena, facts,
	    said == most ? "chart.heat" : "chart.heat.all",
	    said->light[LIGHT_RED], values, 3);
}

struct chart *
heat_chart(const struct draft *draft, const struct grid *heat)
{
	struct chart *chart = picture_heat(draft, heat, "solution");

	if (chart == NULL)
		return NULL;
	chart->title = chart_title(draft);
	chart->measure = wording(draft->facts, "chart.heat.measure");
	chart->description = wording(draft->facts, "chart.heat.description");
	return chart;
}
