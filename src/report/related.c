/*
 * Where a document leads: every document says so at the same place, in the
 * same order, and names only what the pack holds.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/placeholder.h"
#include "report/related.h"
#include "report/wording.h"

#define SOME 12 /* links beside the checklists */

struct related {
	const struct draft *draft;
	const char *file;
	const char *group;
	struct document_link *link;
	size_t n;
};

static void
add(struct related *r, const char *text, const char *href)
{
	struct document_link *link;

	if (href == NULL)
		return;
	link = &r->link[r->n++];
	link->group = r->group;
	link->text = text;
	link->href = href;
}

static const char *
word(const struct related *r, const char *id)
{
	return label_of(wording_labels(r->draft->facts), "related", id);
}

static void
add_report(struct related *r, const char *text, const char *name,
    enum slice_by by, int index, int format)
{
	const struct slice slice = {by, index};

	add(r, text,
	    report_link(r->draft->arena, r->draft->facts, r->file, name, &slice,
		format));
}

/* The formats of the document itself. */
static void
add_own(struct related *r)
{
	static const char *const id[] = {"page", "text", "workbook"};
	const struct slice *slice = r->draft->slice;
	size_t i;

	r->group = word(r, "own");
	for (i = 0; i < sizeof(id) / sizeof(id[0]); i++)
		add_report(r, word(r, id[i]), r->draft->report->name, slice->by,
		    slice->index, (int)i);
}

static void
add_checklist(struct related *r, int rollout)
{
	const struct facts *facts = r->draft->facts;
	const struct rollout_figures *f = &facts->figures->rollout[rollout];
	const struct value value[] = {
	    value_text(facts->portfolio->solution[f->rollout->solution].id),
	    value_text((size_t)f->phase < facts->model->nphase
		    ? facts->model->phase[f->phase].id
		    : "")};

	add_report(r,
	    wording_sentence(
		r->draft->arena, facts, "related.checklist", 0, value, 2),
	    "gates", SLICE_ROLLOUT, rollout, 0);
}

/* What there is about a municipality, its checklists by solution. */
static void
add_municipality(struct related *r, int m)
{
	static const struct {
		const char *id, *report;
		int format;
	} other[] = {{"report", "municipalities", 0},
	    {"rows", "municipalities", 2}, {"benefits", "benefits", 0},
	    {"letter", "quality", 0}};
	const struct portfolio *folio = r->draft->facts->portfolio;
	size_t i;
	int rollout;

	r->group = folio->municipality[m].name;
	for (i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		add_report(r, word(r, other[i].id), other[i].report,
		    SLICE_MUNICIPALITY, m, other[i].format);
	for (i = 0; i < folio->nsolution; i++) {
		rollout = portfolio_find_rollout(folio, m, (int)i);
		if (rollout != -1)
			add_checklist(r, rollout);
	}
}

static void
add_programme(struct related *r)
{
	const struct facts *facts = r->draft->facts;
	const struct report *report;
	size_t i;

	r->group = word(r, "programme");
	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (strcmp(report->name, "index") != 0 &&
		    report == report_find(facts, report->name, SLICE_PROGRAMME))
			add_report(r,
			    label_of(wording_labels(facts), "document",
				report->name),
			    report->name, SLICE_PROGRAMME, 0, 0);
	}
}

const struct document_link *
related_links(const struct draft *draft, const char *file, size_t *count)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct related r = {.draft = draft, .file = file};

	*count = 0;
	if (file == NULL || draft->facts->alone || draft->facts->blank ||
	    draft->report->apart || strcmp(draft->report->name, "index") == 0)
		return NULL;
	r.link = arena_array(draft->arena,
	    SOME + folio->nsolution + report_count, sizeof(*r.link));
	add_own(&r);
	if (draft->slice->by == SLICE_MUNICIPALITY)
		add_municipality(&r, draft->slice->index);
	else if (draft->slice->by == SLICE_ROLLOUT)
		add_municipality(
		    &r, folio->rollout[draft->slice->index].municipality);
	add_programme(&r);
	*count = r.n;
	return r.link;
}
