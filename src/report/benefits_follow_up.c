/*
 * The follow-up of benefits: one document for each municipality, and one over
 * all of them.
 */
#include "base/arena.h"
#include "doc/node.h"
#include "report/benefits.h"
#include "report/heading.h"
#include "report/local.h"
#include "report/management.h"
#include "report/wording.h"

bool
benefits_is_local(const struct draft *draft)
{
	return draft->slice->by == SLICE_MUNICIPALITY;
}

const char *
benefits_say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

const struct benefit_totals *
benefits_totals(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;

	return benefits_is_local(draft)
	    ? figures->municipality[draft->slice->index].benefits
	    : figures->rollup[0].benefits;
}

/* clang-format off */
#define SHARED \
	HEADING_PLACEHOLDERS, \
	{ .name = "headline: coverage", .text = benefits_covered }, \
	{ .name = "headline: late", .text = benefits_overdue }, \
	{ .name = "warning", .blocks = benefits_warning }, \
	{ .name = "table: sums", .table = benefits_sums }, \
	{ .name = "table: late", .table = benefits_late }, \
	{ .name = "table: actions", .table = benefits_actions }, \
	{ .name = "table: open", .table = benefits_open }, \
	{ .name = "table: worth", .table = benefits_worth }, \
	{ .name = "table: against", .table = benefits_against }, \
	{ .name = "table: case", .table = benefits_case }, \
	{ .name = "table: years", .table = benefits_case_years }, \
	{ .name = "table: missing", .table = benefits_case_missing }

static const struct placeholder local_placeholder[] = {
	SHARED,

	{ .name = "parked", .text = local_parked },
	{ .name = "table: behind", .table = benefits_behind },
	{ .name = "table: names", .table = benefits_names },
	{ .name = "table: register", .table = benefits_register },
	{ .name = "each", .blocks = benefits_each },
	{ .name = "table: as_of", .table = benefits_as_of },
	{ .name = "sheet: benefits", .table = benefits_sheet },
	{ .name = "sheet: measurements", .table = benefits_sheet_readings },
	{ .name = "sheet: known", .table = benefits_sheet_known },
};

static const struct placeholder overall_placeholder[] = {
	SHARED,

	{ .name = "parked", .text = overview_parked },
	{ .name = "headline: case", .text = benefits_case_headline },
	{ .name = "table: solutions", .table = benefits_by_solution },
	{ .name = "chart: solutions", .chart = benefits_sums_chart,
	    .over = "table: solutions" },
	{ .name = "chart: time", .chart = benefits_time_chart,
	    .over = "table: solutions" },
	{ .name = "table: regions", .table = benefits_by_region },
	{ .name = "table: waves", .table = benefits_by_wave },
	{ .name = "table: municipalities",
	    .table = benefits_by_municipality },
	{ .name = "table: names", .table = benefits_by_name },
	{ .name = "table: list", .table = benefits_list },
};
/* clang-format on */

bool
benefits_exist(const struct facts *facts, const struct slice *slice)
{
	const struct benefit_totals *t =
	    facts->figures->municipality[slice->index].benefits;

	return t->benefit.count + t->disbenefit.count > 0;
}

/* "Gevinster i 101 København" */
static const char *
title_of(const struct draft *draft)
{
	const struct municipality *m;
	struct value values[2];

	if (!benefits_is_local(draft))
		return "benefits.title.all";
	m = &draft->facts->portfolio->municipality[draft->slice->index];
	values[0] = value_text(m->code_text);
	values[1] = value_text(m->name);
	return benefits_say(draft, "benefits.title", 0, values, 2);
}

struct node *
benefits_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(overall_placeholder);
	struct node *document;

	if (slice->by == SLICE_MUNICIPALITY) {
		if (!benefits_exist(facts, slice))
			return NULL;
		draft.placeholder = local_placeholder;
		draft.nplaceholder =
		    sizeof(local_placeholder) / sizeof(local_placeholder[0]);
	}
	document = heading_document(&draft, title_of(&draft));
	document->as.document->lean = true;
	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}
