/*
 * The door of a pack: the headline figures, every municipality, every
 * document that the pack has.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/gate_form.h"
#include "report/heading.h"
#include "report/index.h"
#include "report/management.h"
#include "report/picture.h"
#include "report/placeholder.h"
#include "report/table.h"
#include "report/templates.h"
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

static const char *
href(const struct draft *draft, const char *name, enum slice_by by, int index,
    int format)
{
	const struct slice slice = {by, index};

	return report_link(draft->arena, draft->facts, heading_file(draft),
	    name, &slice, format);
}

static const struct municipality *
municipality_at(const struct draft *draft, int m)
{
	return &draft->facts->portfolio->municipality[m];
}

/* "368 af 390 implementeringer er indberettet" */
static const char *
index_headline(const struct draft *draft)
{
	const struct rollup *all = &draft->facts->figures->rollup[0];
	const struct value values[] = {
	    value_count(all->reported), value_count(all->n)};

	return wording_sentence(
	    draft->arena, draft->facts, "index.headline", all->n, values, 2);
}

/* The columns: who, where, its light, a solution each, its documents. */

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

	column = arena_array(
	    draft->arena, 3 + folio->nsolution + LINKS, sizeof(*column));
	add_column(draft, column, &n, "municipality", VALUE_TEXT, GRID_HEAD);
	add_column(draft, column, &n, "region", VALUE_TEXT, 0);
	add_column(draft, column, &n, "light", VALUE_LIGHT, 0);
	for (i = 0; i < folio->nsolution; i++) {
		add_column(
		    draft, column, &n, folio->solution[i].id, VALUE_TEXT, 0);
		column[n - 1].heading = folio->solution[i].id;
	}
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

static const char *
light_word(const struct facts *facts, enum light light)
{
	return label_of(wording_labels(facts), "light", light_id(light));
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
	cell->value = value_text(arena_printf(
	    draft->arena, "%s %s", phase, light_word(facts, r->overall)));
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
		cell->href =
		    href(draft, municipality_link[i].name, SLICE_MUNICIPALITY,
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
	int rollout;
	size_t s;

	cell->value = value_text(municipality_at(draft, m)->name);
	cell->source = municipality_at(draft, m)->loc;
	cell->href = href(draft, "municipalities", SLICE_MUNICIPALITY, m, 0);
	table_set(
	    grid, "region", value_text(municipality_at(draft, m)->region));
	if (f->rollouts > 0)
		table_light(table_cell(grid, "light"), f->light);
	for (s = 0; s < facts->portfolio->nsolution; s++) {
		rollout = portfolio_find_rollout(facts->portfolio, m, (int)s);
		if (rollout != -1)
			set_rollout(draft, &cell[3 + s], rollout);
	}
	set_links(draft, grid, m);
}

/* What rows are picked by: the lights, phases and regions that a row has. */

enum { FACET_LIGHT, FACET_REGION, FACET_PHASE, FACETS };

static const char *const facet_id[FACETS] = {"light", "region", "phase"};

struct picking {
	const struct draft *draft;
	struct grid_facet *facet;
	const char **option[FACETS]; /* the facets' own */
	const char **value;
	const char **words;
};

static void
add_option(struct picking *p, int facet, const char *text)
{
	size_t i, n = p->facet[facet].noption;

	if (text == NULL || *text == '\0')
		return;
	for (i = 0; i < n; i++)
		if (strcmp(p->option[facet][i], text) == 0)
			return;
	p->option[facet][p->facet[facet].noption++] = text;
}

/* One more of the words that a row has in a facet. */
static void
add_value(struct picking *p, size_t row, int facet, const char *text)
{
	const char **at = &p->value[row * FACETS + (size_t)facet];

	*at = *at == NULL || **at == '\0'
	    ? text
	    : arena_printf(p->draft->arena, "%s\n%s", *at, text);
}

static void
begin_picking(struct picking *p, const struct draft *draft, size_t nrow)
{
	static const enum light order[] = {
	    LIGHT_RED, LIGHT_YELLOW, LIGHT_GREEN, LIGHT_GREY};
	const struct facts *facts = draft->facts;
	size_t cap = nrow + facts->model->nphase + TRANSITIONS + STATES + 8;
	size_t i;

	p->draft = draft;
	p->facet = arena_array(draft->arena, FACETS, sizeof(*p->facet));
	p->words = arena_array(draft->arena, nrow + 1, sizeof(*p->words));
	p->value =
	    arena_array(draft->arena, nrow * FACETS + 1, sizeof(*p->value));
	for (i = 0; i < FACETS; i++) {
		p->option[i] =
		    arena_array(draft->arena, cap, sizeof(*p->option[i]));
		p->facet[i].id = facet_id[i];
		p->facet[i].heading = label_of(
		    wording_labels(facts), "index.filter", facet_id[i]);
		p->facet[i].option = p->option[i];
	}
	for (i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		add_option(p, FACET_LIGHT, light_word(facts, order[i]));
	for (i = 0; i <= facts->model->nphase; i++)
		add_option(p, FACET_PHASE, wording_phase(facts, (int)i));
}

static void
pick_rollout(struct picking *p, size_t row, const struct rollout_figures *r)
{
	const struct facts *facts = p->draft->facts;
	int wave = r->rollout->wave;

	if (wave != -1)
		p->words[row] = arena_printf(p->draft->arena, "%s %s",
		    p->words[row], facts->portfolio->wave[wave]);
	if (r->parked)
		return;
	add_value(p, row, FACET_LIGHT, light_word(facts, r->overall));
	add_value(p, row, FACET_PHASE, wording_phase(facts, r->phase));
}

static void
pick_municipality(struct picking *p, size_t row, int m)
{
	const struct facts *facts = p->draft->facts;
	const struct municipality *who = municipality_at(p->draft, m);
	size_t i;

	p->words[row] = arena_printf(p->draft->arena, "%s %s %s",
	    who->code_text, who->name, who->region);
	for (i = 0; i < FACETS; i++)
		p->value[row * FACETS + i] = "";
	add_option(p, FACET_REGION, who->region);
	add_value(p, row, FACET_REGION, who->region);
	for (i = 0; i < facts->portfolio->nrollout; i++)
		if (facts->portfolio->rollout[i].municipality == m)
			pick_rollout(p, row, &facts->figures->rollout[i]);
}

/* The gateway of grids doesn't know these strings: they are cleaned here. */
static const struct grid_filter *
end_picking(struct picking *p, size_t nrow)
{
	struct arena *arena = p->draft->arena;
	struct grid_filter *filter = arena_alloc(arena, sizeof(*filter));
	size_t i, j;

	for (i = 0; i < nrow; i++)
		p->words[i] = node_text(arena, p->words[i]);
	for (i = 0; i < nrow * FACETS; i++)
		p->value[i] = node_text(arena, p->value[i]);
	for (i = 0; i < FACETS; i++)
		for (j = 0; j < p->facet[i].noption; j++)
			p->option[i][j] = node_text(arena, p->option[i][j]);
	filter->said = wording(p->draft->facts, "index.filter.said");
	filter->facet = p->facet;
	filter->nfacet = FACETS;
	filter->words = p->words;
	filter->value = p->value;
	return filter;
}

static bool
takes_part(const struct facts *facts, size_t m)
{
	const struct municipality_figures *f = &facts->figures->municipality[m];

	return f->rollouts + f->parked > 0;
}

static struct grid *
index_municipalities(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->portfolio->nmunicipality, i;
	struct grid *grid = new_grid(draft);
	struct picking picking;
	struct value count;

	begin_picking(&picking, draft, n);
	for (i = 0; i < n; i++) {
		if (!takes_part(facts, i))
			continue;
		pick_municipality(&picking, grid->nrow, (int)i);
		add_municipality(draft, grid, (int)i);
	}
	grid->filter = end_picking(&picking, grid->nrow);
	count = value_count((int64_t)grid->nrow);
	grid->caption = wording_sentence(draft->arena, facts, "index.caption",
	    (int64_t)grid->nrow, &count, 1);
	grid->measure = wording(facts, "index.measure");
	return grid;
}

static struct chart *
index_map(const struct draft *draft, const struct grid *municipalities)
{
	const struct facts *facts = draft->facts;
	size_t n = facts->portfolio->nmunicipality, count = 0, i;
	int *list = arena_array(draft->arena, n + 1, sizeof(*list));

	for (i = 0; i < n; i++)
		if (takes_part(facts, i))
			list[count++] = (int)i;
	return picture_map(draft, municipalities, list);
}

/* The documents of the whole programme */

/* clang-format off */
static const struct table_column document_column[] = {
	COLUMN_SET("document", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("page", VALUE_TEXT, 0),
	COLUMN_SET("workbook", VALUE_TEXT, 0),
	COLUMN_SET("text", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape document_shape =
    TABLE_SHAPE("documents", document_column);

static void
set_format(const struct draft *draft, struct grid *grid, const char *column,
    const char *name, int format)
{
	struct grid_cell *cell = table_cell(grid, column);

	cell->href = href(draft, name, SLICE_PROGRAMME, 0, format);
	if (cell->href != NULL)
		cell->value = value_text(strrchr(cell->href, '/') == NULL
			? cell->href
			: strrchr(cell->href, '/') + 1);
}

static void
add_document(const struct draft *draft, struct grid *grid, const char *name)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "document",
	    value_text(
		label_of(wording_labels(draft->facts), "document", name)));
	set_format(draft, grid, "page", name, 0);
	set_format(draft, grid, "text", name, 1);
	set_format(draft, grid, "workbook", name, 2);
}

static struct grid *
index_documents(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct report *report;
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, facts, &document_shape);
	grid->caption = wording(facts, "documents.caption");
	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (report != draft->report &&
		    report == report_find(facts, report->name, SLICE_PROGRAMME))
			add_document(draft, grid, report->name);
	}
	return grid;
}

/* clang-format off */
static const struct table_column data_column[] = {
	COLUMN_SET("file", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("holds", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape data_shape = TABLE_SHAPE("data", data_column);

static struct grid *
index_data(const struct draft *draft)
{
	struct arena *arena = draft->arena;
	struct grid_cell *cell;
	struct grid *grid;
	size_t i;

	grid = table_new(arena, draft->facts, &data_shape);
	grid->caption = wording(draft->facts, "data.caption");
	for (i = 0; i < data_table_count; i++) {
		cell = grid_add_row(arena, grid);
		cell->href =
		    arena_printf(arena, "data/%s.csv", data_table[i].name);
		cell->value = value_text(cell->href + strlen("data/"));
		table_set(grid, "holds",
		    value_text(label_of(wording_labels(draft->facts),
			"data.holds", data_table[i].name)));
	}
	return grid;
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "headline: reported", .text = index_headline },
	{ .name = "headline: lights", .text = overview_headline },
	{ .name = "parked", .text = overview_parked },
	{ .name = "table: success", .table = overview_success },
	{ .name = "table: lights", .table = overview_lights },
	{ .name = "table: municipalities", .table = index_municipalities },
	{ .name = "chart: map", .chart = index_map,
	    .over = "table: municipalities" },
	{ .name = "table: documents", .table = index_documents },
	{ .name = "table: data", .table = index_data },
};
/* clang-format on */

struct node *
index_build(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct slice *slice, const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);
	struct node *document;

	document = heading_document(&draft, "index.title");
	document->as.document->script =
	    node_text(arena, facts->templates->script);
	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}
