/*
 * Every municipality on the door of a pack: where it stands, what there is.
 */
#include <limits.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/gate_form.h"
#include "report/heading.h"
#include "report/index.h"
#include "report/picture.h"
#include "report/placeholder.h"
#include "report/table.h"
#include "report/wording.h"

/* Documents of a municipality that have a column of links each. */
static const struct {
	const char *id;   /* of the column */
	const char *name; /* of the report */
	int format;
} municipality_link[] = {
    {"workbook", "municipalities", 2},
    {"letter", "quality", 0},
    {"benefits", "benefits", 0},
};

#define LINKS (sizeof(municipality_link) / sizeof(municipality_link[0]))

/* The columns before those of the solutions, and behind them. */
enum { WHO, WORST, SOLUTIONS };
enum { REGION, WAVE, BEHIND };

static const char *
href(const struct draft *draft, const char *name, int municipality, int format)
{
	const struct slice slice = {SLICE_MUNICIPALITY, municipality};

	return report_link(draft->arena, draft->facts, heading_file(draft),
	    name, &slice, format);
}

static const struct municipality *
municipality_at(const struct draft *draft, int m)
{
	return &draft->facts->portfolio->municipality[m];
}

static void
add_column(const struct draft *draft, struct grid_column *column, size_t *n,
    const char *id, enum value_type type, unsigned flags)
{
	column[*n].id = id;
	column[*n].heading =
	    label_of(wording_labels(draft->facts), "column", id);
	column[*n].type = type;
	column[(*n)++].flags = flags;
}

static struct grid *
new_grid(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct grid_column *column;
	size_t n = 0, i;

	column = arena_array(draft->arena,
	    SOLUTIONS + folio->nsolution + BEHIND + LINKS, sizeof(*column));
	add_column(draft, column, &n, "municipality", VALUE_TEXT,
	    GRID_HEAD | GRID_SORT);
	add_column(draft, column, &n, "light", VALUE_LIGHT, GRID_SORT);
	for (i = 0; i < folio->nsolution; i++) {
		add_column(draft, column, &n, folio->solution[i].id, VALUE_TEXT,
		    GRID_SORT);
		column[n - 1].heading = folio->solution[i].id;
	}
	add_column(draft, column, &n, "region", VALUE_TEXT, GRID_SORT);
	add_column(draft, column, &n, "wave", VALUE_TEXT, GRID_SORT);
	for (i = 0; i < LINKS; i++)
		if (report_find(draft->facts, municipality_link[i].name,
			SLICE_MUNICIPALITY) != NULL)
			add_column(draft, column, &n, municipality_link[i].id,
			    VALUE_TEXT, 0);
	return grid_new(draft->arena, "municipalities", column, n);
}

/* "F2", or that it is over, or set aside. */
static const char *
phase_word(const struct facts *facts, const struct rollout_figures *r)
{
	if (r->parked)
		return label_of(
		    wording_labels(facts), "state", word_state[r->state].id);
	if (r->completed)
		return wording_phase(facts, r->phase);
	return facts->model->phase[r->phase].id;
}

static void
set_rollout(const struct draft *draft, struct grid_cell *cell, int rollout)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = &facts->figures->rollout[rollout];
	const char *phase = phase_word(facts, r);

	cell->source = r->rollout->loc;
	cell->value = value_text(phase);
	cell->href = gate_href(draft, rollout, 0);
	if (r->parked)
		return;
	cell->tone = wording_tone(r->overall);
	cell->value = value_text(arena_printf(draft->arena, "%s %s", phase,
	    label_of(wording_labels(facts), "light", light_id(r->overall))));
}

static bool
stands_in(const struct portfolio *folio, struct span span, size_t wave)
{
	size_t i;

	for (i = span.first; i < span.first + span.count; i++)
		if (folio->rollout[i].wave == (int)wave)
			return true;
	return false;
}

/* Every wave that a rollout of the municipality is in, a line each. */
static const char *
waves_of(const struct draft *draft, int m)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct span span = portfolio_rollouts_of(folio, m);
	const char *words = "";
	size_t w;

	for (w = 0; w < folio->nwave; w++) {
		if (stands_in(folio, span, w))
			words = *words == '\0'
			    ? folio->wave[w]
			    : arena_printf(draft->arena, "%s,\n%s", words,
				  folio->wave[w]);
	}
	return words;
}

static void
set_links(const struct draft *draft, struct grid *grid, int municipality)
{
	struct grid_cell *cell;
	size_t i;

	for (i = 0; i < LINKS; i++) {
		if (grid_column_find(grid, municipality_link[i].id) == -1)
			continue;
		cell = table_cell(grid, municipality_link[i].id);
		cell->href = href(draft, municipality_link[i].name,
		    municipality, municipality_link[i].format);
		if (cell->href != NULL)
			cell->value =
			    value_text(label_of(wording_labels(draft->facts),
				"index.link", municipality_link[i].id));
	}
}

static void
add_municipality(const struct draft *draft, struct grid *grid, int m)
{
	const struct facts *facts = draft->facts;
	const struct municipality_figures *f = &facts->figures->municipality[m];
	struct grid_cell *cell = grid_add_row(draft->arena, grid);
	const char *waves = waves_of(draft, m);
	int rollout;
	size_t s;

	cell[WHO].value = value_text(municipality_at(draft, m)->name);
	cell[WHO].source = municipality_at(draft, m)->loc;
	cell[WHO].href = href(draft, "municipalities", m, 0);
	if (f->rollouts > 0)
		table_light(&cell[WORST], f->light);
	for (s = 0; s < facts->portfolio->nsolution; s++) {
		rollout = portfolio_find_rollout(facts->portfolio, m, (int)s);
		if (rollout != -1)
			set_rollout(draft, &cell[SOLUTIONS + s], rollout);
	}
	cell += SOLUTIONS + s;
	cell[REGION].value = value_text(municipality_at(draft, m)->region);
	if (*waves != '\0')
		cell[WAVE].value = value_text(waves);
	set_links(draft, grid, m);
}

/* The worst first. */
static int
light_order(enum light light)
{
	static const int order[] = {[LIGHT_RED] = 0,
	    [LIGHT_YELLOW] = 1,
	    [LIGHT_GREEN] = 2,
	    [LIGHT_GREY] = 3,
	    [LIGHT_MISSING] = 4};

	return order[light];
}

/* By phase and, within it, the worst first; what is set aside comes last. */
static int
rollout_order(const struct rollout_figures *r)
{
	return r->parked ? INT_MAX : r->phase * 8 + light_order(r->overall);
}

/* Beside the cells of a row: its place by what isn't sorted by its text. */
static void
set_order(const struct draft *draft, int *order, int m)
{
	const struct facts *facts = draft->facts;
	const struct municipality_figures *f = &facts->figures->municipality[m];
	int rollout;
	size_t s;

	if (f->rollouts > 0)
		order[WORST] = light_order(f->light);
	for (s = 0; s < facts->portfolio->nsolution; s++) {
		rollout = portfolio_find_rollout(facts->portfolio, m, (int)s);
		if (rollout != -1)
			order[SOLUTIONS + s] =
			    rollout_order(&facts->figures->rollout[rollout]);
	}
}

/* How rows are picked, sorted and found again. */
static const struct grid_filter *
filter_of(const struct draft *draft, const struct grid *grid, const int *row)
{
	struct grid_filter *filter = index_filter(draft, row, grid->nrow);
	size_t i, n = grid->nrow * grid->ncolumn;
	const char **anchor;
	int *order;

	order = arena_array(draft->arena, n + 1, sizeof(*order));
	anchor = arena_array(draft->arena, grid->nrow + 1, sizeof(*anchor));
	for (i = 0; i < n; i++)
		order[i] = -1;
	for (i = 0; i < grid->nrow; i++) {
		set_order(draft, order + i * grid->ncolumn, row[i]);
		anchor[i] = report_anchor(draft->arena, draft->facts, row[i]);
	}
	filter->order = order;
	filter->anchor = anchor;
	return filter;
}

static bool
takes_part(const struct facts *facts, size_t m)
{
	const struct municipality_figures *f = &facts->figures->municipality[m];

	return f->rollouts + f->parked > 0;
}

struct chart *
index_map(const struct draft *draft, const struct grid *municipalities)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->portfolio->nmunicipality, count = 0, i;
	int *row = arena_array(draft->arena, n + 1, sizeof(*row));

	for (i = 0; i < n; i++)
		if (takes_part(facts, i))
			row[count++] = (int)i;
	return picture_map(draft, municipalities, row);
}

struct grid *
index_municipalities(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->portfolio->nmunicipality, i;
	struct grid *grid = new_grid(draft);
	struct value count;
	int *row;

	row = arena_array(draft->arena, n + 1, sizeof(*row));
	for (i = 0; i < n; i++) {
		if (!takes_part(facts, i))
			continue;
		row[grid->nrow] = (int)i;
		add_municipality(draft, grid, (int)i);
	}
	grid->filter = filter_of(draft, grid, row);
	count = value_count((int64_t)grid->nrow);
	grid->caption = wording_sentence(draft->arena, facts, "index.caption",
	    (int64_t)grid->nrow, &count, 1);
	grid->measure = wording(facts, "index.measure");
	return grid;
}
