/*
 * A file's kind is the one that explains most of its header row.
 */
#include "input/recognise.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "input/reading.h"
#include "input/table.h"

/* The header row, folded for comparison. */
struct header {
	const struct record *record;
	const char **folded; /* "" for a cell left blank */
	int width;
};

/* How well a kind fits a header row. */
struct match {
	const struct kind *kind; /* NULL: none yet */
	int explained;
	int missing;
	const struct kind *rival; /* fits equally well, or NULL */
};

static void
header_fold(struct arena *arena, const struct record *record, struct header *h)
{
	h->record = record;
	h->width = record->ncell;
	while (h->width > 0 && record->cell[h->width - 1].text == NULL)
		h->width--;
	h->folded = arena_array(arena, (size_t)h->width, sizeof(*h->folded));
	for (int i = 0; i < h->width; i++) {
		const char *text = record->cell[i].text;

		h->folded[i] = text == NULL ? "" : text_fold(arena, text);
	}
}

/* Nearly all that are compared differ in their first letter. */
static bool
same(const char *a, const char *b)
{
	return a[0] == b[0] && strcmp(a, b) == 0;
}

static bool
column_named(const struct column *c, const char *folded)
{
	return same(folded, c->da) || same(folded, c->id) ||
	    (c->alias != NULL && same(folded, c->alias));
}

/* The index of the heading that names a column, or -1. */
static int
header_find(const struct header *h, const struct column *c)
{
	for (int i = 0; i < h->width; i++)
		if (column_named(c, h->folded[i]))
			return i;
	return -1;
}

/* The column of a kind that a heading names, or NULL. */
static const struct column *
kind_find(const struct kind *kind, const char *folded)
{
	for (size_t i = 0; i < kind->ncolumn; i++)
		if (column_named(&kind->column[i], folded))
			return &kind->column[i];
	return NULL;
}

static struct match
kind_match(const struct kind *kind, const struct header *h)
{
	struct match m = {.kind = kind};
	bool choice = false, chosen = false;

	for (size_t i = 0; i < kind->ncolumn; i++) {
		const struct column *c = &kind->column[i];
		bool there = header_find(h, c) != -1;

		m.explained += there;
		if (c->flags & COLUMN_REQUIRED)
			m.missing += !there;
		if (c->flags & COLUMN_ONE_OF) {
			choice = true;
			chosen = chosen || there;
		}
	}
	m.missing += choice && !chosen;
	return m;
}

/* The best of the kinds that may, or may not, stand in a class of folder. */
static struct match
best_match(const struct header *h, enum kind_class class, bool inside)
{
	struct match best = {.explained = -1};

	for (int i = 0; i < KINDS; i++) {
		const struct kind *kind = &kind_table[i];
		struct match m;

		if (((kind->classes & 1u << class) != 0) != inside)
			continue;
		m = kind_match(kind, h);
		if (m.explained > best.explained ||
		    (m.explained == best.explained && m.missing < best.missing))
			best = m;
		else if (m.explained == best.explained &&
		    m.missing == best.missing)
			best.rival = kind;
	}
	return best;
}

/* A column that one kind needs and the file has, and the other doesn't know. */
static bool
needs_more(
    const struct kind *kind, const struct kind *other, const struct header *h)
{
	for (size_t i = 0; i < kind->ncolumn; i++) {
		const struct column *c = &kind->column[i];
		int at = header_find(h, c);

		if (c->flags & COLUMN_REQUIRED && at != -1 &&
		    kind_find(other, h->folded[at]) == NULL)
			return true;
	}
	return false;
}

/* Every heading that isn't left blank is explained. */
static bool
explains_all(const struct match *m, const struct header *h)
{
	int named = 0;

	for (int i = 0; i < h->width; i++)
		named += h->folded[i][0] != '\0';
	return m->explained == named;
}

/*
 * Does the file rather belong in another folder?  Kinds are compared within
 * the folder's class; but many registers are content with a municipality and
 * a solution, which every return has too.
 */
static bool
fits_elsewhere(
    const struct match *here, const struct match *there, const struct header *h)
{
	bool more = there->explained > here->explained;

	if (here->missing == 0)
		return more && there->missing == 0 &&
		    needs_more(there->kind, here->kind, h);
	return (more && there->missing <= here->missing) ||
	    (there->missing == 0 && explains_all(there, h));
}

static enum kind_class
home_of(const struct kind *kind)
{
	enum kind_class class = CLASS_MODEL;

	while ((kind->classes & 1u << class) == 0)
		class ++;
	return class;
}

/* The nearest heading that the kind doesn't explain, or NULL. */
static const char *
nearest_heading(const struct reading *r, const struct header *h,
    const struct kind *kind, const struct column *column)
{
	const char **open;
	const char *near;
	size_t n = 0;

	open = arena_array(r->arena, (size_t)h->width, sizeof(*open));
	for (int i = 0; i < h->width; i++)
		if (h->folded[i][0] != '\0' &&
		    kind_find(kind, h->folded[i]) == NULL)
			open[n++] = h->folded[i];
	near = text_nearest(r->arena, column->da, open, n);
	if (near == NULL)
		near = text_nearest(r->arena, column->id, open, n);
	return near;
}

static void
report_missing(const struct reading *r, const struct header *h,
    const struct kind *kind, const struct column *c)
{
	struct loc loc = {.file = r->path, .line = h->record->line};
	const char *near = nearest_heading(r, h, kind, c);

	if (near == NULL)
		diag_at(r->diag, r->file_level, DIAG_column_missing, &loc, NULL,
		    kind->id, c->da, c->id, NULL);
	else
		diag_at(r->diag, r->file_level, DIAG_column_missing_near, &loc,
		    near, kind->id, c->da, c->id, NULL);
}

static void
report_choice_missing(
    const struct reading *r, const struct header *h, const struct kind *kind)
{
	struct loc loc = {.file = r->path, .line = h->record->line};
	struct buf da, en;

	buf_init(&da);
	buf_init(&en);
	for (size_t i = 0; i < kind->ncolumn; i++) {
		const struct column *c = &kind->column[i];

		if ((c->flags & COLUMN_ONE_OF) == 0)
			continue;
		if (header_find(h, c) != -1)
			goto out;
		buf_printf(&da, "%s%s", da.len > 0 ? ", " : "", c->da);
		buf_printf(&en, "%s%s", en.len > 0 ? ", " : "", c->id);
	}
	if (da.len > 0)
		diag_at(r->diag, r->file_level, DIAG_columns_missing, &loc,
		    NULL, kind->id, da.data, en.data, NULL);
out:
	buf_release(&da);
	buf_release(&en);
}

static void
report_all_missing(
    const struct reading *r, const struct header *h, const struct kind *kind)
{
	for (size_t i = 0; i < kind->ncolumn; i++) {
		const struct column *c = &kind->column[i];

		if (c->flags & COLUMN_REQUIRED && header_find(h, c) == -1)
			report_missing(r, h, kind, c);
	}
	report_choice_missing(r, h, kind);
}

/* The kind of the header row, or NULL after reporting that there is none. */
static const struct kind *
header_kind(const struct reading *r, const struct header *h)
{
	struct match here = best_match(h, r->class, true);
	struct match there = best_match(h, r->class, false);
	struct loc loc = {.file = r->path, .line = h->record->line};

	if (there.explained > 0 && fits_elsewhere(&here, &there, h))
		diag_at(r->diag, r->file_level, DIAG_kind_elsewhere, &loc, NULL,
		    there.kind->id, kind_class_folder(home_of(there.kind)),
		    NULL);
	else if (here.explained == 0)
		diag_at(r->diag, r->file_level, DIAG_kind_unknown, &loc, NULL,
		    NULL);
	else if (here.rival != NULL)
		diag_at(r->diag, r->file_level, DIAG_kind_ambiguous, &loc, NULL,
		    here.kind->id, here.rival->id, NULL);
	else if (here.missing > 0)
		report_all_missing(r, h, here.kind);
	else
		return here.kind;
	return NULL;
}

static struct loc
heading_loc(const struct reading *r, const struct header *h, int at)
{
	return (struct loc){.file = r->path,
	    .line = h->record->line,
	    .field = at + 1,
	    .column = h->record->cell[at].text};
}

/* The earlier heading that says the same, or -1. */
static int
find_twin(const struct header *h, const struct kind *kind, int at)
{
	const struct column *c = kind_find(kind, h->folded[at]);

	for (int i = 0; i < at; i++)
		if (strcmp(h->folded[i], h->folded[at]) == 0 ||
		    (c != NULL && column_named(c, h->folded[i])))
			return i;
	return -1;
}

static int
check_twins(
    const struct reading *r, const struct header *h, const struct kind *kind)
{
	int result = 0;

	for (int i = 0; i < h->width; i++) {
		struct loc loc = heading_loc(r, h, i);
		int twin;

		if (h->folded[i][0] == '\0')
			continue;
		twin = find_twin(h, kind, i);
		if (twin == -1)
			continue;
		diag_at(r->diag, r->file_level, DIAG_column_twice, &loc,
		    loc.column, h->record->cell[twin].text, kind->id, NULL);
		result = -1;
	}
	return result;
}

/* A heading that the kind doesn't know, but nearly does. */
static const char *
nearest_column(
    const struct reading *r, const struct layout *l, const char *text)
{
	const char **open;
	size_t n = 0;

	open = arena_array(r->arena, 2 * l->kind->ncolumn, sizeof(*open));
	for (size_t i = 0; i < l->kind->ncolumn; i++)
		if (l->place[i] == 0) {
			open[n++] = l->kind->column[i].da;
			open[n++] = l->kind->column[i].id;
		}
	return text_nearest(r->arena, text, open, n);
}

static void
report_extra(
    const struct reading *r, const struct header *h, const struct layout *l)
{
	for (int i = 0; i < h->width; i++) {
		struct loc loc = heading_loc(r, h, i);
		const char *near;

		if (h->folded[i][0] == '\0') {
			diag_add(
			    r->diag, DIAG_column_unnamed, &loc, NULL, NULL);
			continue;
		}
		if (kind_find(l->kind, h->folded[i]) != NULL)
			continue;
		near = nearest_column(r, l, h->folded[i]);
		if (near == NULL)
			diag_add(r->diag, DIAG_column_extra, &loc, loc.column,
			    l->kind->id, NULL);
		else
			diag_add(r->diag, DIAG_column_extra_near, &loc,
			    loc.column, l->kind->id, near, NULL);
	}
}

static void
layout_place(const struct reading *r, const struct header *h, struct layout *l)
{
	size_t n = l->kind->ncolumn;

	l->place = arena_array(r->arena, n, sizeof(*l->place));
	l->heading = arena_array(r->arena, n, sizeof(*l->heading));
	for (size_t i = 0; i < n; i++) {
		int at = header_find(h, &l->kind->column[i]);

		if (at == -1)
			continue;
		l->place[i] = at + 1;
		l->heading[i] = h->record->cell[at].text;
	}
}

int
layout_recognise(
    const struct reading *r, const struct record *header, struct layout *layout)
{
	struct header h;

	header_fold(r->arena, header, &h);
	*layout = (struct layout){.width = h.width};
	layout->kind = header_kind(r, &h);
	if (layout->kind == NULL || check_twins(r, &h, layout->kind) == -1)
		return -1;
	layout_place(r, &h, layout);
	report_extra(r, &h, layout);
	return 0;
}
