/*
 * What was read: every file with its size and digest.
 */
#include <string.h>

#include "base/arena.h"
#include "input/folder.h"
#include "report/about.h"
#include "report/table.h"
#include "report/wording.h"

#define PAGE_ROWS 20

const char *
about_program(const struct draft *draft)
{
	return draft->facts->program;
}

/* Where the model comes from; NULL if it doesn't say. */
const char *
about_source(const struct draft *draft)
{
	const struct value value = value_text(
	    wording_text(draft->facts, &draft->facts->model->source));

	return value.type == VALUE_NONE
	    ? NULL
	    : wording_sentence(
		  draft->arena, draft->facts, "about.source", 0, &value, 1);
}

/* clang-format off */
static const struct table_column folder_column[] = {
	COLUMN_SET("folder", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("files", VALUE_COUNT, 0),
	COLUMN_SUM("bytes", VALUE_COUNT, 0),
};

static const struct table_column file_column[] = {
	COLUMN_SET("file", VALUE_TEXT, GRID_HEAD | GRID_WRAP),
	COLUMN_SUM("bytes", VALUE_COUNT, 0),
	COLUMN_SET("sha256", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape folder_shape =
    TABLE_SHAPE("input_folders", folder_column);
static const struct table_shape file_shape =
    TABLE_SHAPE("input_files", file_column);

/* Of "status/2015-03/retur/a.csv" the length of "status/2015-03". */
static size_t
folder_length(const char *path)
{
	size_t len = strcspn(path, "/");

	if (path[len] == '/' && strncmp(path, "status/", len + 1) == 0)
		len += 1 + strcspn(path + len + 1, "/");
	return len;
}

static bool
is_same_folder(const char *a, const char *b)
{
	size_t len = folder_length(a);

	return len == folder_length(b) && strncmp(a, b, len) == 0;
}

/* Files come in the order of their paths, so those of a folder together. */
struct grid *
about_folders(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct value n = value_count((int64_t)facts->nsource);
	struct grid *grid;
	const char *path;
	size_t i;

	grid = table_new(draft->arena, facts, &folder_shape);
	grid->caption = wording_sentence(draft->arena, facts, "about.folders",
	    (int64_t)facts->nsource, &n, 1);
	grid->measure = wording(facts, "about.folders.measure");
	for (i = 0; i < facts->nsource; i++) {
		path = facts->source[i].path;
		if (i == 0 ||
		    !is_same_folder(facts->source[i - 1].path, path)) {
			grid_add_row(draft->arena, grid);
			table_set(grid, "folder",
			    value_text(arena_strndup(
				draft->arena, path, folder_length(path))));
			table_set(grid, "files", value_count(0));
			table_set(grid, "bytes", value_count(0));
		}
		table_cell(grid, "files")->value.as.count++;
		table_cell(grid, "bytes")->value.as.count +=
		    (int64_t)facts->source[i].size;
	}
	return grid;
}

struct grid *
about_files(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct source *source;
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, facts, &file_shape);
	grid->caption = wording(facts, "about.files");
	grid->measure = wording(facts, "about.files.measure");
	grid->page_rows = PAGE_ROWS;
	grid->brief = true;
	for (i = 0; i < facts->nsource; i++) {
		source = &facts->source[i];
		grid_add_row(draft->arena, grid);
		table_set(grid, "file", value_text(source->path));
		table_set(grid, "bytes", value_count((int64_t)source->size));
		table_set(grid, "sha256", value_text(source->sha256));
	}
	return grid;
}
