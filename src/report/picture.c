/*
 * Pictures of where everything stands: a map of tiles, and tables in small.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "report/picture.h"
#include "report/templates.h"
#include "report/wording.h"

/* Municipalities that are counted by region. */
struct region {
	const char *name;
	int n, red;
};

static struct region *
count_regions(const struct draft *draft, size_t *count, struct region *all)
{
	const struct facts *facts = draft->facts;
	const struct municipality_figures *m = facts->figures->municipality;
	const struct municipality *who = facts->portfolio->municipality;
	size_t n = facts->portfolio->nmunicipality, i, k;
	struct region *region = arena_array(draft->arena, n, sizeof(*region));

	*count = 0;
	for (i = 0; i < n; i++) {
		if (m[i].rollouts == 0)
			continue;
		for (k = 0; k < *count; k++)
			if (strcmp(region[k].name, who[i].region) == 0)
				break;
		if (k == *count)
			region[(*count)++].name = who[i].region;
		region[k].n++;
		region[k].red += m[i].light == LIGHT_RED;
		all->n++;
		all->red += m[i].light == LIGHT_RED;
	}
	return region;
}

/* The one with most red of its own; all of them if it isn't one alone. */
static const struct region *
most_red(const struct region *region, size_t n, const struct region *all)
{
	const struct region *most = NULL;
	bool shared = false;
	size_t i;
	int more;

	for (i = 0; i < n; i++) {
		more = most == NULL
		    ? 1
		    : region[i].red * most->n - most->red * region[i].n;
		if (more <= 0) {
			shared |= more == 0;
			continue;
		}
		most = &region[i];
		shared = false;
	}
	if (most == NULL || n < 2 || shared || most->red < 2 ||
	    *most->name == '\0')
		return all;
	return most;
}

/* "Den største andel røde kommuner har Region Sjælland: 8 af 17" */
static const char *
map_title(const struct draft *draft)
{
	const struct region *region, *most;
	struct region all = {0};
	struct value values[3];
	size_t n;

	region = count_regions(draft, &n, &all);
	most = most_red(region, n, &all);
	values[0] = value_count(most->red);
	values[1] = value_count(most->n);
	values[2] = value_text(most->name);
	return wording_sentence(draft->arena, draft->facts,
	    most == &all ? "chart.map.all" : "chart.map", most->red, values, 3);
}

/* What is shown; and how many have no place on the map. */
static const char *
map_measure(const struct draft *draft, int missing)
{
	const char *text = wording(draft->facts, "chart.map.measure");
	struct value n = value_count(missing);

	if (missing == 0)
		return text;
	return arena_printf(draft->arena, "%s. %s", text,
	    wording_sentence(draft->arena, draft->facts, "chart.map.missing",
		missing, &n, 1));
}

/* *missing: rows without a tile, all of them if the map is of something else */
static struct chart_tile *
find_tiles(const struct draft *draft, const struct grid *grid,
    const int *municipality, int *missing)
{
	const struct municipality *who = draft->facts->portfolio->municipality;
	const struct template_tile *found;
	struct chart_tile *tile;
	size_t i, strange = 0;

	*missing = 0;
	tile = arena_array(draft->arena, grid->nrow + 1, sizeof(*tile));
	for (i = 0; i < grid->nrow; i++) {
		found = tile_map_find(
		    draft->facts->templates, who[municipality[i]].code);
		if (found == NULL) {
			(*missing)++;
			continue;
		}
		tile[i].column = found->column;
		tile[i].row = found->row;
		tile[i].text = found->text;
		strange += found->name != NULL &&
		    !text_equal_fold(found->name, who[municipality[i]].name);
	}
	/* Other units, some of which have the code of a municipality. */
	if (2 * strange > grid->nrow - (size_t)*missing)
		*missing = (int)grid->nrow;
	return tile;
}

struct chart *
picture_map(
    const struct draft *draft, const struct grid *grid, const int *municipality)
{
	static const struct chart_series series = {"light", TONE_NONE};
	struct chart *chart;
	int missing;

	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->tile = find_tiles(draft, grid, municipality, &missing);
	if ((size_t)missing == grid->nrow)
		return NULL;
	chart->id = "map";
	chart->type = CHART_MAP;
	chart->title = map_title(draft);
	chart->measure = map_measure(draft, missing);
	chart->description = wording(draft->facts, "chart.map.description");
	chart->grid = grid;
	chart->category = "municipality";
	chart->series = &series;
	chart->nseries = 1;
	return chart;
}

static bool
is_of_kind(const char *column, const char *kind)
{
	size_t len = strlen(kind);

	return strncmp(column, kind, len) == 0 && column[len] == '.';
}

struct chart *
picture_heat(
    const struct draft *draft, const struct grid *grid, const char *kind)
{
	struct chart_series *series;
	struct chart *chart;
	size_t i;

	chart = arena_alloc(draft->arena, sizeof(*chart));
	series = arena_array(draft->arena, grid->ncolumn, sizeof(*series));
	for (i = 0; i < grid->ncolumn; i++)
		if (is_of_kind(grid->column[i].id, kind))
			series[chart->nseries++].column = grid->column[i].id;
	if (grid->nrow == 0 || chart->nseries == 0)
		return NULL;
	chart->id = arena_printf(draft->arena, "%s-picture", grid->id);
	chart->type = CHART_HEAT;
	chart->grid = grid;
	chart->category = "municipality";
	chart->series = series;
	return chart;
}
