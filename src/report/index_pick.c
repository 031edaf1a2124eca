/*
 * By what rows of the door are picked: a line for each rollout in the facets
 * solution, wave, phase and light, so that "SAPA" and "red" mean that SAPA is
 * red; one line for the region.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/index.h"
#include "report/placeholder.h"
#include "report/wording.h"

enum {
	FACET_LIGHT,
	FACET_SOLUTION,
	FACET_PHASE,
	FACET_WAVE,
	FACET_REGION,
	FACETS
};

static const char *const facet_id[FACETS] = {
    "light", "solution", "phase", "wave", "region"};

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

static const char *
light_word(const struct picking *p, enum light light)
{
	return label_of(
	    wording_labels(p->draft->facts), "light", light_id(light));
}

/* Options in an order of their own, whether or not a row has them. */
static void
add_options(struct picking *p)
{
	static const enum light order[] = {
	    LIGHT_RED, LIGHT_YELLOW, LIGHT_GREEN, LIGHT_GREY};
	const struct facts *facts = p->draft->facts;
	size_t i;

	for (i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		add_option(p, FACET_LIGHT, light_word(p, order[i]));
	for (i = 0; i < facts->portfolio->nsolution; i++)
		add_option(p, FACET_SOLUTION, facts->portfolio->solution[i].id);
	for (i = 0; i <= facts->model->nphase; i++)
		add_option(p, FACET_PHASE, wording_phase(facts, (int)i));
	for (i = 0; i < facts->portfolio->nwave; i++)
		add_option(p, FACET_WAVE, facts->portfolio->wave[i]);
}

static void
begin_picking(struct picking *p, const struct draft *draft, size_t nrow)
{
	const struct facts *facts = draft->facts;
	struct arena *arena = draft->arena;
	const struct portfolio *folio = facts->portfolio;
	size_t most =
	    nrow + facts->model->nphase + folio->nsolution + folio->nwave + 8;
	size_t i;

	p->draft = draft;
	p->facet = arena_array(arena, FACETS, sizeof(*p->facet));
	p->words = arena_array(arena, nrow + 1, sizeof(*p->words));
	p->value = arena_array(arena, nrow * FACETS + 1, sizeof(*p->value));
	for (i = 0; i < FACETS; i++) {
		p->option[i] = arena_array(arena, most, sizeof(*p->option[i]));
		p->facet[i].id = facet_id[i];
		p->facet[i].heading = label_of(
		    wording_labels(facts), "index.filter", facet_id[i]);
		p->facet[i].option = p->option[i];
	}
	add_options(p);
}

/* One more line; "" of what a rollout hasn't. */
static void
add_value(struct picking *p, size_t row, int facet, const char *text)
{
	const char **at = &p->value[row * FACETS + (size_t)facet];

	*at = *at == NULL ? text
			  : arena_printf(p->draft->arena, "%s\n%s", *at, text);
}

static void
pick_rollout(struct picking *p, size_t row, const struct rollout_figures *r)
{
	const struct facts *facts = p->draft->facts;
	const struct portfolio *folio = facts->portfolio;
	const char *wave = "";

	if (r->rollout->wave != -1)
		wave = folio->wave[r->rollout->wave];
	p->words[row] =
	    arena_printf(p->draft->arena, "%s %s", p->words[row], wave);
	add_value(
	    p, row, FACET_SOLUTION, folio->solution[r->rollout->solution].id);
	add_value(p, row, FACET_WAVE, wave);
	add_value(
	    p, row, FACET_LIGHT, r->parked ? "" : light_word(p, r->overall));
	add_value(p, row, FACET_PHASE,
	    r->parked ? "" : wording_phase(facts, r->phase));
}

static void
pick_municipality(struct picking *p, size_t row, int m)
{
	const struct facts *facts = p->draft->facts;
	const struct municipality *who = &facts->portfolio->municipality[m];
	size_t i;

	p->words[row] = arena_printf(p->draft->arena, "%s %s %s",
	    who->code_text, who->name, who->region);
	add_option(p, FACET_REGION, who->region);
	add_value(p, row, FACET_REGION, who->region);
	for (i = 0; i < facts->portfolio->nrollout; i++)
		if (facts->portfolio->rollout[i].municipality == m)
			pick_rollout(p, row, &facts->figures->rollout[i]);
}

/* The gateway of grids doesn't know these strings: they are cleaned here. */
static void
clean(struct picking *p, size_t nrow)
{
	struct arena *arena = p->draft->arena;
	size_t i, j;

	for (i = 0; i < nrow; i++)
		p->words[i] = node_text(arena, p->words[i]);
	for (i = 0; i < nrow * FACETS; i++)
		p->value[i] = node_text(arena, p->value[i]);
	for (i = 0; i < FACETS; i++)
		for (j = 0; j < p->facet[i].noption; j++)
			p->option[i][j] = node_text(arena, p->option[i][j]);
}

struct grid_filter *
index_filter(const struct draft *draft, const int *municipality, size_t nrow)
{
	struct grid_filter *filter = arena_alloc(draft->arena, sizeof(*filter));
	struct picking picking;
	size_t i;

	begin_picking(&picking, draft, nrow);
	for (i = 0; i < nrow; i++)
		pick_municipality(&picking, i, municipality[i]);
	clean(&picking, nrow);
	filter->said = wording(draft->facts, "index.filter.said");
	filter->sorted[0] = wording(draft->facts, "index.filter.sorted");
	filter->sorted[1] = wording(draft->facts, "index.filter.sorted.down");
	filter->facet = picking.facet;
	filter->nfacet = FACETS;
	filter->words = picking.words;
	filter->value = picking.value;
	return filter;
}
