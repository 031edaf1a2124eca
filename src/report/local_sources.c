/*
 * Which files a municipality's figures came from, and how many lines of each.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "input/folder.h"
#include "report/local.h"
#include "report/wording.h"

/* A line that was used, and what for: label "local.source.<kind>". */
struct used {
	const struct loc *loc;
	const char *kind;
};

struct list {
	struct arena *arena;
	struct used *used;
	size_t n, cap;
};

static void
take(struct list *list, const struct loc *loc, const char *kind)
{
	if (loc->file == NULL)
		return;
	list->used = arena_grow(
	    list->arena, list->used, list->n, &list->cap, sizeof(*list->used));
	list->used[list->n++] = (struct used){loc, kind};
}

static int
compare_used(const void *a, const void *b)
{
	const struct used *x = a, *y = b;
	int order = strcmp(x->loc->file, y->loc->file);

	if (order == 0)
		order = strcmp(x->kind, y->kind);
	if (order == 0)
		order = (x->loc->line > y->loc->line) -
		    (x->loc->line < y->loc->line);
	return order;
}

static void
take_cells(struct list *list, const struct facts *facts,
    const struct rollout_figures *r)
{
	size_t n = facts->model->ntask * facts->model->nphase, i;

	for (i = 0; i < n; i++)
		if (r->cell[i].row != NULL)
			take(list, &r->cell[i].row->loc, "status");
	for (i = 0; i < facts->model->ncriterion; i++)
		if (r->answer[i] != NULL)
			take(list, &r->answer[i]->loc, "answers");
	for (i = 0; i < r->ntask; i++) {
		if (r->task[i].row != NULL)
			take(list, &r->task[i].row->loc, "tasks");
		if (r->task[i].catalogue != NULL)
			take(list, &r->task[i].catalogue->loc, "catalogue");
	}
}

static void
take_means(struct list *list, const struct rollout_figures *r)
{
	size_t i;

	for (i = 0; i < r->nrisk; i++)
		take(list, &r->risk[i]->loc, "risks");
	for (i = 0; i < r->ncondition; i++)
		take(list, &r->condition[i]->loc, "conditions");
	for (i = 0; i < r->nbenefit; i++) {
		take(list, &r->benefit[i].benefit->loc, "benefits");
		if (r->benefit[i].latest != NULL)
			take(list, &r->benefit[i].latest->loc, "measurements");
	}
}

static void
take_rows(struct list *list, const struct facts *facts, size_t rollout)
{
	const struct portfolio *folio = facts->portfolio;
	const struct rollout_rows *rows = &folio->rows[rollout];
	const struct economy_row *economy = folio->economy;
	size_t i, end;

	for (i = 0; i < facts->model->nphase; i++)
		take(list,
		    &portfolio_plan(folio, facts->model->nphase, rollout, i)
			 ->loc,
		    "plan");
	end = rows->decision.first + rows->decision.count;
	for (i = rows->decision.first; i < end; i++)
		if (folio->decision[i].date <= folio->report_date)
			take(list, &folio->decision[i].loc, "decisions");
	end = rows->assessment.first + rows->assessment.count;
	for (i = rows->assessment.first; i < end; i++)
		if (folio->assessment[i].month == folio->report_month)
			take(list, &folio->assessment[i].loc, "own");
	end = rows->economy.first + rows->economy.count;
	for (i = rows->economy.first; i < end; i++)
		if (i + 1 == end ||
		    economy[i].main_task != economy[i + 1].main_task)
			take(list, &economy[i].loc, "economy");
}

/* clang-format off */
static const struct table_column source_column[] = {
	COLUMN_SET("file", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("content", VALUE_TEXT, 0),
	COLUMN_SUM("lines", VALUE_COUNT, 0),
	COLUMN_SET("sha256", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape source_shape =
    TABLE_SHAPE("local-sources", source_column);

static int
compare_source(const void *a, const void *b)
{
	const struct source *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/*
 * Sources come in the order of their names on the disk; those that had to be
 * spelled otherwise may stand elsewhere.
 */
static const char *
digest_of(const struct facts *facts, const char *path)
{
	const struct source key = {.path = path}, *found = NULL;
	size_t i;

	if (facts->nsource > 0)
		found = bsearch(&key, facts->source, facts->nsource,
		    sizeof(*found), compare_source);
	if (found != NULL)
		return found->sha256;
	for (i = 0; i < facts->nsource; i++)
		if (strcmp(facts->source[i].path, path) == 0)
			return facts->source[i].sha256;
	return NULL;
}

/* One row for each file and kind; a line used twice counts once. */
static void
add_file(const struct draft *draft, struct grid *grid, const struct used *used,
    size_t n)
{
	const struct facts *facts = draft->facts;
	size_t i, lines = 1;

	for (i = 1; i < n; i++)
		lines += used[i].loc->line != used[i - 1].loc->line;
	grid_add_row(draft->arena, grid);
	table_set(grid, "file", value_text(used->loc->file));
	table_set(
	    grid, "content", local_label(facts, "local.source", used->kind));
	table_set(grid, "lines", value_count((int64_t)lines));
	table_set(
	    grid, "sha256", value_text(digest_of(facts, used->loc->file)));
}

static bool
same_file(const struct used *a, const struct used *b)
{
	return strcmp(a->loc->file, b->loc->file) == 0 &&
	    strcmp(a->kind, b->kind) == 0;
}

struct grid *
local_sources(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct span span = draft_rollouts(draft);
	struct list list = {.arena = draft->arena};
	const struct rollout_figures *r;
	struct grid *grid;
	size_t i, n;

	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		take(&list, &r->rollout->loc, "rollouts");
		take_cells(&list, facts, r);
		take_means(&list, r);
		take_rows(&list, facts, i);
	}
	if (list.n > 1)
		qsort(list.used, list.n, sizeof(*list.used), compare_used);
	grid = table_new(draft->arena, facts, &source_shape);
	grid->caption = wording(facts, "local.sources");
	grid->measure = wording(facts, "local.sources.measure");
	for (i = 0; i < list.n; i += n) {
		for (n = 1; i + n < list.n; n++)
			if (!same_file(&list.used[i], &list.used[i + n]))
				break;
		add_file(draft, grid, &list.used[i], n);
	}
	return grid;
}
