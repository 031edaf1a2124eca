/*
 * Findings as tables: where, what was written, what is wrong with it, what to
 * send instead.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/quality.h"
#include "report/table.h"
#include "report/wording.h"

#define ROWS_ON_PAGE 100 /* the workbook has them all */

/* Of a part of the programme, what came from others is not shown. */
static bool
is_selected(const struct facts *facts, int municipality)
{
	const struct municipality_figures *m;

	if (facts->portfolio->selection == NULL || municipality == -1)
		return true;
	m = &facts->figures->municipality[municipality];
	return m->rollouts + m->parked > 0;
}

static bool
is_wanted(const struct draft *draft, const struct quality_wish *wish,
    const struct quality_finding *f)
{
	const struct portfolio *p = draft->facts->portfolio;
	month now = p->report_month;

	if (f->finding->level != wish->level ||
	    !is_selected(draft->facts, f->sender.municipality))
		return false;
	if (wish->municipality != QUALITY_ANYBODY &&
	    f->sender.month == MONTH_NONE)
		return false;
	switch (wish->when) {
	case QUALITY_NOW:
		return f->sender.month == now;
	case QUALITY_EARLIER:
		return f->sender.month != now;
	case QUALITY_ALWAYS:
		break;
	}
	return true;
}

/* What stands in no month is of now. */
static int
compare_findings(const void *a, const void *b)
{
	const struct quality_finding *x = a, *y = b;
	month p = x->sender.month, q = y->sender.month;

	if (p != q)
		return p == MONTH_NONE || (q != MONTH_NONE && p > q) ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

struct quality_finding *
quality_collect(
    const struct draft *draft, const struct quality_wish *wish, size_t *count)
{
	const struct facts *facts = draft->facts;
	bool anybody = wish->municipality == QUALITY_ANYBODY;
	struct span span = {0, facts->nfinding};
	struct quality_finding *found, f;
	size_t i, n = 0;

	if (!anybody)
		span = facts->sent.of[wish->municipality];
	found = arena_array(draft->arena, span.count + 1, sizeof(*found));
	for (i = span.first; i < span.first + span.count; i++) {
		f.order = anybody ? i : facts->sent.number[i];
		f.finding = facts->finding[f.order];
		f.sender = facts->sender[f.order];
		if (is_wanted(draft, wish, &f))
			found[n++] = f;
	}
	qsort(found, n, sizeof(*found), compare_findings);
	*count = n;
	return found;
}

size_t
quality_count(const struct draft *draft, const struct quality_wish *wish)
{
	const struct quality_finding *found;
	size_t i, n, rows = 0;

	found = quality_collect(draft, wish, &n);
	for (i = 0; i < n; i++)
		rows += finding_rows(found[i].finding);
	return rows;
}

/* clang-format off */
static const struct table_column column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("file", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("line", VALUE_COUNT, 0),
	COLUMN_SET("column", VALUE_TEXT, 0),
	COLUMN_SET("value", VALUE_TEXT, 0),
	COLUMN_SET("fault", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("advice", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("attributed", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("month", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("code", VALUE_TEXT, GRID_DETAIL),
};

static const struct table_column own_column[] = {
	COLUMN_SET("file", VALUE_TEXT, GRID_HEAD | GRID_WRAP),
	COLUMN_SET("line", VALUE_COUNT, 0),
	COLUMN_SET("column", VALUE_TEXT, 0),
	COLUMN_SET("value", VALUE_TEXT, 0),
	COLUMN_SET("fault", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("advice", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("attributed", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("month", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("code", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

/* As a sentence: a capital, and a full stop unless something ends it. */
static const char *
as_sentence(struct arena *arena, const char *text, size_t len)
{
	while (len > 0 && strchr(" ;-", text[len - 1]) != NULL)
		len--;
	text = wording_capital(arena, arena_strndup(arena, text, len));
	if (len == 0 || strchr(".?!:", text[len - 1]) != NULL)
		return text;
	return arena_printf(arena, "%s.", text);
}

static const char *
fault_of(struct arena *arena, const struct finding *f)
{
	size_t len = strlen(f->message);

	if (f->advice != NULL)
		len = (size_t)(f->advice - f->message);
	return as_sentence(arena, f->message, len);
}

static const char *
advice_of(const struct draft *draft, const struct finding *f)
{
	if (f->advice == NULL)
		return wording(draft->facts, "quality.advice");
	return as_sentence(draft->arena, f->advice, strlen(f->advice));
}

/* "efter filen", unless the row itself says whose it is. */
static const char *
attributed(const struct draft *draft, const struct sender *sender)
{
	if (sender->by == SENDER_NONE || sender->by == SENDER_ROW)
		return NULL;
	return wording(draft->facts,
	    arena_printf(draft->arena, "sender.%s", sender_by_id(sender->by)));
}

static const char *
name_of(const struct draft *draft, const struct sender *sender)
{
	if (sender->by == SENDER_NONE)
		return wording(draft->facts,
		    sender->month == MONTH_NONE ? "sender.office"
						: "sender.none");
	return draft->facts->portfolio->municipality[sender->municipality].name;
}

static void
set_place(const struct draft *draft, struct grid *grid,
    const struct quality_finding *f)
{
	const struct loc *loc = &f->finding->loc;

	if (loc->file != NULL)
		table_set(grid, "file", value_text(loc->file));
	if (loc->line > 0)
		table_set(grid, "line", value_count(loc->line));
	table_set(grid, "column", value_text(loc->column));
	table_set(grid, "value", value_text(f->finding->value));
	table_set(
	    grid, "attributed", value_text(attributed(draft, &f->sender)));
	if (f->sender.month != MONTH_NONE)
		table_set(grid, "month",
		    value_text(wording_month(
			draft->arena, draft->facts, f->sender.month)));
	table_set(grid, "code", value_text(diag_code_id(f->finding->code)));
}

static void
add_finding(const struct draft *draft, struct grid *grid,
    const struct quality_finding *f, bool anybody)
{
	struct grid_cell *first;

	first = grid_add_row(draft->arena, grid);
	set_place(draft, grid, f);
	table_set(
	    grid, "fault", value_text(fault_of(draft->arena, f->finding)));
	table_set(grid, "advice", value_text(advice_of(draft, f->finding)));
	if (anybody)
		first->value = value_text(name_of(draft, &f->sender));
	if (anybody && f->sender.by != SENDER_NONE)
		first->href = quality_letter(draft, f->sender.municipality);
	first->source = f->finding->loc;
	first->note = attributed(draft, &f->sender);
}

struct grid *
quality_grid(
    const struct draft *draft, const char *id, const struct quality_wish *wish)
{
	bool anybody = wish->municipality == QUALITY_ANYBODY;
	const struct table_shape all = TABLE_SHAPE(id, column);
	const struct table_shape own = TABLE_SHAPE(id, own_column);
	const struct quality_finding *found;
	struct grid *grid;
	struct value count;
	int64_t rows;
	size_t i, n;

	found = quality_collect(draft, wish, &n);
	rows = (int64_t)quality_count(draft, wish);
	count = value_count(rows);
	grid = table_new(draft->arena, draft->facts, anybody ? &all : &own);
	grid->page_rows = ROWS_ON_PAGE;
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    arena_printf(draft->arena, "%s.caption", id), rows, &count, 1);
	grid->measure = label_find(wording_labels(draft->facts),
	    arena_printf(draft->arena, "%s.measure", id));
	for (i = 0; i < n; i++)
		add_finding(draft, grid, &found[i], anybody);
	return grid;
}

/* clang-format off */
static const struct table_column kind_column[] = {
	COLUMN_SET("notice", VALUE_TEXT, GRID_HEAD | GRID_WRAP),
	COLUMN_SET("count", VALUE_COUNT, 0),
	COLUMN_SET("files", VALUE_COUNT, 0),
	COLUMN_SET("first", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("code", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

struct kind_count {
	const struct quality_finding *first;
	size_t count, files;
	const char *file; /* the last one counted */
};

static int
compare_kinds(const void *a, const void *b)
{
	const struct kind_count *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

/* The findings of a file stand together, so a file is counted once. */
static void
count_finding(struct kind_count *kind, const struct quality_finding *f)
{
	const char *file = f->finding->loc.file;

	if (kind->first == NULL)
		kind->first = f;
	kind->count += finding_count(f->finding);
	if (file != NULL &&
	    (kind->file == NULL || strcmp(kind->file, file) != 0))
		kind->files++;
	kind->file = file;
}

static struct kind_count *
count_kinds(const struct draft *draft, const struct quality_finding *found,
    size_t nfound, size_t *n)
{
	struct kind_count *by_code, *kind;
	size_t i, code;

	by_code = arena_array(draft->arena, DIAG_CODES, sizeof(*by_code));
	kind = arena_array(draft->arena, DIAG_CODES, sizeof(*kind));
	for (i = 0; i < nfound; i++)
		count_finding(&by_code[found[i].finding->code], &found[i]);
	for (*n = 0, code = 0; code < DIAG_CODES; code++)
		if (by_code[code].count > 0)
			kind[(*n)++] = by_code[code];
	qsort(kind, *n, sizeof(*kind), compare_kinds);
	return kind;
}

static void
add_kind(
    const struct draft *draft, struct grid *grid, const struct kind_count *kind)
{
	const struct finding *first = kind->first->finding;
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	table_set(grid, "notice",
	    value_text(as_sentence(
		draft->arena, first->message, strlen(first->message))));
	table_set(grid, "count", value_count((int64_t)kind->count));
	table_set(grid, "files", value_count((int64_t)kind->files));
	table_set(grid, "code", value_text(diag_code_id(first->code)));
	cell = table_cell(grid, "first");
	cell->value = data_source(draft->arena, &first->loc);
	if (first->loc.line == 0)
		cell->value = value_text(first->loc.file);
	cell->source = first->loc;
}

struct grid *
quality_kinds(
    const struct draft *draft, const char *id, const struct quality_wish *wish)
{
	const struct table_shape shape = TABLE_SHAPE(id, kind_column);
	const struct quality_finding *found;
	struct kind_count *kind;
	struct value counts[2];
	struct grid *grid;
	size_t nfound, n, i;
	int64_t all = 0;

	found = quality_collect(draft, wish, &nfound);
	kind = count_kinds(draft, found, nfound, &n);
	for (i = 0; i < n; i++)
		all += (int64_t)kind[i].count;
	counts[0] = value_count(all);
	counts[1] = value_count((int64_t)n);
	grid = table_new(draft->arena, draft->facts, &shape);
	grid->caption = wording_sentence(draft->arena, draft->facts,
	    arena_printf(draft->arena, "%s.caption", id), all, counts, 2);
	grid->measure = label_find(wording_labels(draft->facts),
	    arena_printf(draft->arena, "%s.measure", id));
	for (i = 0; i < n; i++)
		add_kind(draft, grid, &kind[i]);
	return grid;
}
