#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/timing.h"
#include "doc/grid.h"
#include "pack/document.h"
#include "pack/stage.h"
#include "render/render.h"

#define PIECE ((size_t)32) /* rollouts */

_Static_assert(FORMATS < REPORT_FORMATS, "a report has a name per format");

static bool
is_wanted(const struct pack_options *options, const struct report *report)
{
	size_t i;

	for (i = 0; i < options->nonly; i++)
		if (strcmp(options->only[i], report->name) == 0)
			return true;
	return options->nonly == 0 && !report->apart;
}

static size_t
slice_count(const struct facts *facts, enum slice_by by)
{
	switch (by) {
	case SLICE_PROGRAMME:
		return 1;
	case SLICE_MUNICIPALITY:
		return facts->portfolio->nmunicipality;
	case SLICE_ROLLOUT:
		return facts->portfolio->nrollout;
	}
	return 0;
}

/* A municipality that takes nothing into use gets no documents. */
static bool
has_rollouts(const struct facts *facts, const struct slice *slice)
{
	const struct municipality_figures *m;

	if (slice->by != SLICE_MUNICIPALITY)
		return true;
	m = &facts->figures->municipality[slice->index];
	return m->rollouts + m->parked > 0;
}

/* One slice may be asked for alone. */
static bool
is_asked(const struct pack_options *options, const struct slice *slice)
{
	return options->slice == NULL ||
	    (slice->by == options->slice->by &&
		slice->index == options->slice->index);
}

static void
list_add(struct arena *arena, struct document_list *list, size_t *cap,
    const struct document_place *place)
{
	list->place = arena_grow(
	    arena, list->place, list->count, cap, sizeof(*list->place));
	list->place[list->count++] = *place;
}

static void
list_tables(struct arena *arena, struct document_list *list, size_t *cap)
{
	struct document_place place = {.report = NULL};
	size_t i;

	for (i = 0; i < data_table_count; i++) {
		place.table = &data_table[i];
		list_add(arena, list, cap, &place);
	}
}

void
document_list(struct arena *arena, const struct facts *facts,
    const struct pack_options *options, struct document_list *list)
{
	struct document_place place = {.table = NULL};
	size_t cap = 0, i, j;

	*list = (struct document_list){NULL, 0};
	if (!options->apart)
		list_tables(arena, list, &cap);
	for (i = 0; i < report_count; i++) {
		place.report = &report_table[i];
		place.slice.by = place.report->by;
		if (!is_wanted(options, place.report))
			continue;
		for (j = 0; j < slice_count(facts, place.slice.by); j++) {
			place.slice.index = (int)j;
			if (!has_rollouts(facts, &place.slice) ||
			    !is_asked(options, &place.slice))
				continue;
			list_add(arena, list, &cap, &place);
		}
	}
}

static const char *
table_path(struct arena *arena, const struct data_table *table)
{
	return arena_printf(arena, "data/%s.csv", table->name);
}

const char *
document_name(struct arena *arena, const struct facts *facts,
    const struct document_place *place)
{
	const char *path;
	int format;

	if (place->table != NULL)
		return table_path(arena, place->table);
	for (format = 0; format < FORMATS; format++) {
		path = report_path(
		    arena, facts, place->report, &place->slice, format);
		if (path != NULL)
			return path;
	}
	return place->report->name;
}

static int
make_file(const struct stage *stage, const char *path,
    const struct renderer *renderer, const struct node *document)
{
	enum timing was = timing_open(renderer->timing);
	struct buf out;
	int result = 0;

	buf_init(&out);
	if (renderer->text != NULL)
		renderer->text(&out, document);
	else
		result = renderer->book(&out, document, stage->diag);
	if (result == 0)
		result = stage_write(stage, path, out.data, out.len);
	buf_release(&out);
	timing_open(was);
	return result;
}

/* Never all of its cells in memory at once, only their text. */
static void
put_pieces(
    struct buf *out, const struct facts *facts, const struct data_table *table)
{
	size_t n = facts->portfolio->nrollout, first;
	struct arena *arena;
	struct grid *grid;

	for (first = 0; first == 0 || first < n; first += PIECE) {
		arena = arena_new();
		grid = table->piece(
		    arena, facts, first, n - first < PIECE ? n : first + PIECE);
		if (first == 0)
			render_csv(out, grid);
		else
			render_csv_rows(out, grid);
		arena_free(arena);
	}
}

/* A table for machines is no document: 0, or -1 after reporting. */
static int
make_table(const struct stage *stage, const struct facts *facts,
    const struct data_table *table)
{
	enum timing was = timing_open(TIMING_CSV);
	struct buf out;
	int result;

	buf_init(&out);
	if (table->piece != NULL)
		put_pieces(&out, facts, table);
	else
		render_csv(&out, table->build(stage->arena, facts));
	result = stage_write(
	    stage, table_path(stage->arena, table), out.data, out.len);
	buf_release(&out);
	timing_open(was);
	return result;
}

/* The sheets that are input, as they are saved by a spreadsheet. */
static int
make_forms(const struct stage *stage, const struct facts *facts,
    const struct document_place *place, const struct document *document,
    const struct node *node)
{
	const struct grid *grid = node->as.grid;
	const struct node *child;
	struct buf out;
	int result = 0;

	if (node->type == DOC_GRID && grid->look == GRID_INPUT) {
		buf_init(&out);
		render_csv_form(&out, grid, document->labels);
		result = stage_write(stage,
		    report_form_path(stage->arena, facts, place->report,
			&place->slice, grid),
		    out.data, out.len);
		buf_release(&out);
	}
	for (child = node->child; child != NULL && result == 0;
	     child = child->next)
		result = make_forms(stage, facts, place, document, child);
	return result;
}

int
document_make(const struct stage *stage, const struct facts *facts,
    const struct document_place *place)
{
	enum timing was;
	struct node *document;
	const char *path;
	int format;

	if (place->table != NULL)
		return make_table(stage, facts, place->table);
	was = timing_open(TIMING_BUILD);
	document = place->report->build(
	    stage->arena, stage->diag, facts, &place->slice, place->report);
	timing_open(was);
	if (document == NULL)
		return diag_worst(stage->diag) == DIAG_FATAL ? -1 : 0;
	for (format = 0; format < FORMATS; format++) {
		path = report_path(
		    stage->arena, facts, place->report, &place->slice, format);
		if (path == NULL)
			continue;
		document->as.document->file = path;
		if (make_file(stage, path, &renderer_table[format], document) ==
		    -1)
			return -1;
	}
	if (place->report->forms &&
	    make_forms(stage, facts, place, document->as.document, document) ==
		-1)
		return -1;
	return 1;
}
