/*
 * Forms below each other share the columns of their sheet: the edges of all
 * their columns are the sheet's, and what stands between two edges of a form
 * is merged.  So each keeps its own widths, and all are as wide as the page.
 */
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "render/xlsx.h"

/* How far an edge may move, in characters. */
#define REACH 0.75       /* on the screen */
#define REACH_PAPER 1.5  /* on paper, if its column has the room to spare */
#define REACH_ALWAYS 0.3 /* on paper, though it hasn't */

/* The edges of a sheet, from left to right; the first is 0. */
struct edges {
	double *at;
	size_t n;
};

/* An edge between two of a form's columns, and how far it may move. */
struct edge {
	struct xlsx_table *form;
	size_t column; /* left of it */
	double at, low, high;
};

struct edge_list {
	struct edge *edge;
	size_t n;
};

static int
compare_edges(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	return (x->high > y->high) - (x->high < y->high);
}

static double
printed_width(const struct xlsx_table *t)
{
	double width = 0;
	size_t i;

	for (i = 0; i < t->printed; i++)
		width += t->width[i];
	return width;
}

/* The nth table of the sheet's that is a form, or NULL. */
static struct xlsx_table *
form_of(const struct xlsx_sheet *s, size_t block)
{
	struct xlsx_table *t = s->block[block].table;

	return s->block[block].type == BLOCK_TABLE && t->spot != NULL ? t
								      : NULL;
}

/* As wide as the widest, within reason. */
static double
total_width(const struct xlsx_sheet *s)
{
	double most = XLSX_WIDTH_FORM, width;
	const struct xlsx_table *t;
	size_t i;

	if (s->paper)
		return XLSX_PAPER_WIDTH;
	for (i = 0; i < s->nblock; i++) {
		t = form_of(s, i);
		if (t == NULL)
			continue;
		width = printed_width(t);
		most = width > most ? width : most;
	}
	return most < XLSX_WIDTH_FORM_MAX ? most : XLSX_WIDTH_FORM_MAX;
}

static void
scale(struct xlsx_table *t, double total)
{
	double factor = total / printed_width(t);
	size_t i;

	if (t->least != NULL) {
		xlsx_form_stretch(t, total);
		return;
	}
	for (i = 0; i < t->printed; i++)
		t->width[i] *= factor;
}

static size_t
count_edges(const struct xlsx_sheet *s)
{
	const struct xlsx_table *t;
	size_t i, n = 2;

	for (i = 0; i < s->nblock; i++) {
		t = form_of(s, i);
		if (t != NULL)
			n += t->printed;
	}
	return n;
}

/*
 * How far an edge may move into a column.  From both sides no more than half
 * of what it has to spare: so no two edges of a form can meet.
 */
static double
reach(const struct xlsx_table *t, size_t column)
{
	double spare;

	if (t->least == NULL)
		return REACH;
	spare = (t->width[column] - t->least[column]) / 2;
	return fmax(REACH_ALWAYS, fmin(REACH_PAPER, spare));
}

static void
add_edges(struct edge_list *list, struct xlsx_table *t)
{
	double at = 0;
	size_t i;

	for (i = 0; i + 1 < t->printed; i++) {
		at += t->width[i];
		list->edge[list->n++] = (struct edge){.form = t,
		    .column = i,
		    .at = at,
		    .low = at - reach(t, i),
		    .high = at + reach(t, i + 1)};
	}
}

/* How many, from the first on, can stand where that one may go at most. */
static size_t
count_near(const struct edge *edge, size_t n)
{
	size_t i = 1;

	while (i < n && edge[i].low <= edge[0].high)
		i++;
	return i;
}

/* Puts so many edges in one place: between them, as far as all can go. */
static double
join(const struct edge *edge, size_t n)
{
	double low = edge[0].low, place = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		low = fmax(low, edge[i].low);
		place += edge[i].at / (double)n;
	}
	place = fmin(fmax(place, low), edge[0].high);
	for (i = 0; i < n; i++) {
		edge[i].form->width[edge[i].column] += place - edge[i].at;
		edge[i].form->width[edge[i].column + 1] -= place - edge[i].at;
	}
	return place;
}

/* As few edges as can be: by where each must stand at last, from the left. */
static void
join_edges(struct edges *edges, const struct edge_list *list, double total)
{
	size_t i, near;

	qsort(list->edge, list->n, sizeof(*list->edge), compare_edges);
	for (i = 0; i < list->n; i += near) {
		near = count_near(&list->edge[i], list->n - i);
		edges->at[edges->n++] = join(&list->edge[i], near);
	}
	edges->at[edges->n++] = total;
}

static lxw_col_t
nearest(const struct edges *edges, double at)
{
	size_t i, best = 0;

	for (i = 1; i < edges->n; i++)
		if (fabs(edges->at[i] - at) < fabs(edges->at[best] - at))
			best = i;
	return (lxw_col_t)best;
}

/* From one column of the form's own, so many, to the sheet's. */
static void
map(const struct xlsx_table *t, const struct edges *edges, lxw_col_t *column,
    lxw_col_t *columns)
{
	double left = 0, right;
	size_t i;
	lxw_col_t first, last;

	if (*column >= t->printed) {
		*column = (lxw_col_t)(edges->n - 1 + *column - t->printed);
		return;
	}
	for (i = 0; i < *column; i++)
		left += t->width[i];
	for (right = left; i < (size_t)*column + *columns; i++)
		right += t->width[i];
	first = nearest(edges, left);
	last = nearest(edges, right);
	*column = first;
	*columns = (lxw_col_t)(last > first ? last - first : 1);
}

static void
map_spots(const struct xlsx_table *t, const struct edges *edges)
{
	struct xlsx_spot *spot;
	size_t i;

	for (i = 0; i < t->grid->ncolumn; i++) {
		spot = &t->spot[i];
		if (spot->rows == 0)
			continue;
		if (spot->label) {
			spot->label_column = (lxw_col_t)(spot->column - 1);
			spot->label_columns = 1;
			map(t, edges, &spot->label_column,
			    &spot->label_columns);
		}
		map(t, edges, &spot->column, &spot->columns);
	}
}

/* A spot may lie over columns that break and such that don't: it says itself.
 */
static void
take_widths(struct xlsx_table *t, const struct edges *edges)
{
	struct arena *arena = t->sheet->book->arena;
	size_t i, details = t->ncolumn - t->printed;
	size_t n = edges->n - 1 + details;
	double *width = arena_array(arena, n, sizeof(*width));
	bool *wrap = arena_array(arena, n, sizeof(*wrap));

	for (i = 0; i + 1 < edges->n; i++)
		width[i] = edges->at[i + 1] - edges->at[i];
	for (i = 0; i < details; i++) {
		width[edges->n - 1 + i] = t->width[t->printed + i];
		wrap[edges->n - 1 + i] = t->wrap[t->printed + i];
	}
	t->width = width;
	t->wrap = wrap;
	t->printed = edges->n - 1;
	t->ncolumn = t->printed + details;
}

void
xlsx_form_share(struct xlsx_sheet *s)
{
	double total = total_width(s);
	size_t most = count_edges(s);
	struct edges edges = {NULL, 1};
	struct edge_list list = {NULL, 0};
	struct xlsx_table *t;
	size_t i;

	edges.at = arena_array(s->book->arena, most, sizeof(*edges.at));
	list.edge = arena_array(s->book->arena, most, sizeof(*list.edge));
	for (i = 0; i < s->nblock; i++) {
		t = form_of(s, i);
		if (t == NULL)
			continue;
		scale(t, total);
		add_edges(&list, t);
	}
	join_edges(&edges, &list, total);
	for (i = 0; i < s->nblock; i++) {
		t = form_of(s, i);
		if (t == NULL)
			continue;
		map_spots(t, &edges);
		take_widths(t, &edges);
	}
}
