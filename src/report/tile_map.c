/*
 * Where each municipality stands on the map of tiles: tile-map.csv, beside
 * page.css.
 */
#include "base/arena.h"
#include "base/num.h"
#include "base/text.h"
#include "input/reading.h"
#include "input/table.h"
#include "report/templates.h"

#define PLACE_MOST 40 /* columns and rows: a tile must hold its text */

enum { MUNICIPALITY, COLUMN, ROW, TEXT, NAME, COLUMNS };

static const char *const heading[COLUMNS][2] = {
    [MUNICIPALITY] = {"municipality", "kommunekode"},
    [COLUMN] = {"column", "kolonne"},
    [ROW] = {"row", "række"},
    [TEXT] = {"text", "tekst"},
    [NAME] = {"name", "navn"},
};

struct map {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	int column[COLUMNS]; /* of the file */
	struct template_tile *tile;
	size_t ntile;
};

/* Returns -1 after reporting a column that isn't there. */
static int
find_columns(struct map *map, const struct record *head)
{
	const struct loc loc = {.file = map->path, .line = head->line};
	const char *text;
	int i, k;

	for (i = 0; i < COLUMNS; i++) {
		map->column[i] = -1;
		for (k = 0; k < head->ncell; k++) {
			text = head->cell[k].text;
			if (text != NULL &&
			    (text_equal_fold(text, heading[i][0]) ||
				text_equal_fold(text, heading[i][1])))
				map->column[i] = k;
		}
		if (map->column[i] != -1 || i == NAME)
			continue;
		diag_add(map->diag, DIAG_tile_column_missing, &loc,
		    heading[i][0], (char *)NULL);
		return -1;
	}
	return 0;
}

static const struct cell *
cell_of(const struct map *map, const struct record *record, int column)
{
	static const struct cell none;
	int at = map->column[column];

	return at >= 0 && at < record->ncell ? &record->cell[at] : &none;
}

static int
report_cell(
    struct map *map, const struct record *record, int column, const char *text)
{
	const struct loc loc = {.file = map->path,
	    .line = record->line,
	    .field = map->column[column] + 1,
	    .column = heading[column][0]};

	diag_add(map->diag, DIAG_tile_unusable, &loc, text, (char *)NULL);
	return -1;
}

/* A whole number from 1 to most; -1 after reporting another. */
static int
read_number(struct map *map, const struct record *record, int column, int most)
{
	const struct cell *cell = cell_of(map, record, column);
	int64_t number;

	if (cell->text != NULL &&
	    num_parse_integer(cell->text, cell->len, &number) && number >= 1 &&
	    number <= most)
		return (int)number;
	return report_cell(
	    map, record, column, cell->text == NULL ? "" : cell->text);
}

/* Returns -1 after reporting two in one place, or one in two. */
static int
check_taken(struct map *map, const struct record *record,
    const struct template_tile *tile)
{
	const struct loc loc = {.file = map->path, .line = record->line};
	const struct template_tile *other;
	size_t i;

	for (i = 0; i < map->ntile; i++) {
		other = &map->tile[i];
		if (other->municipality != tile->municipality &&
		    (other->column != tile->column || other->row != tile->row))
			continue;
		diag_add(map->diag, DIAG_tile_taken, &loc, tile->text,
		    other->text, (char *)NULL);
		return -1;
	}
	return 0;
}

static int
read_tile(struct map *map, const struct record *record)
{
	const char *text = cell_of(map, record, TEXT)->text;
	struct template_tile *tile = &map->tile[map->ntile];

	tile->municipality = read_number(map, record, MUNICIPALITY, 9999);
	tile->column = read_number(map, record, COLUMN, PLACE_MOST);
	tile->row = read_number(map, record, ROW, PLACE_MOST);
	tile->text = text;
	tile->name = cell_of(map, record, NAME)->text;
	if (tile->municipality == -1 || tile->column == -1 || tile->row == -1)
		return -1;
	if (text == NULL)
		return report_cell(map, record, TEXT, "");
	if (check_taken(map, record, tile) == -1)
		return -1;
	map->ntile++;
	return 0;
}

static int
read_tiles(struct map *map, const char *bytes, size_t len)
{
	const struct reading reading =
	    reading_new(map->arena, map->diag, map->path, CLASS_MODEL);
	struct table table;
	int result = 0;
	size_t i;

	if (table_read(&reading, bytes, len, &table) == -1 ||
	    find_columns(map, &table.record[0]) == -1)
		return -1;
	map->tile = arena_array(map->arena, table.nrecord, sizeof(*map->tile));
	for (i = 1; i < table.nrecord; i++)
		if (read_tile(map, &table.record[i]) == -1)
			result = -1;
	return table.nfault > 0 ? -1 : result;
}

int
tile_map_read(struct arena *arena, struct diag *diag, const char *path,
    const char *bytes, size_t len, struct templates *templates)
{
	struct map map = {.arena = arena, .diag = diag, .path = path};

	if (read_tiles(&map, bytes, len) == -1)
		return -1;
	templates->tile = map.tile;
	templates->ntile = map.ntile;
	return 0;
}

const struct template_tile *
tile_map_find(const struct templates *templates, int municipality)
{
	size_t i;

	for (i = 0; i < templates->ntile; i++)
		if (templates->tile[i].municipality == municipality)
			return &templates->tile[i];
	return NULL;
}
