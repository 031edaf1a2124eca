/*
 * Who is asked for what, and until when.
 */
#include "base/arena.h"
#include "doc/node.h"
#include "report/collect.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/wording.h"

static const char *const ask_id[ASKS] = {
    [ASK_NOTHING] = "nothing",
    [ASK_STATUS] = "status",
    [ASK_BENEFITS] = "benefits",
    [ASK_EVERYTHING] = "everything",
};

const char *
collect_ask_id(enum collect_ask ask)
{
	return ask_id[ask];
}

enum collect_ask
collect_ask(const struct rollout_figures *r)
{
	if (r->state == STATE_WITHDRAWN)
		return ASK_NOTHING;
	if (r->state == STATE_PAUSED)
		return ASK_STATUS;
	return r->completed ? ASK_BENEFITS : ASK_EVERYTHING;
}

bool
collect_asks(const struct rollout_figures *r, enum kind_id kind)
{
	switch (collect_ask(r)) {
	case ASK_NOTHING:
	case ASKS:
		break;
	case ASK_STATUS:
		return kind == KIND_STATUS;
	case ASK_BENEFITS:
		return kind == KIND_BENEFITS || kind == KIND_MEASUREMENTS;
	case ASK_EVERYTHING:
		return true;
	}
	return false;
}

int
collect_count(const struct facts *facts, int municipality)
{
	struct span span =
	    portfolio_rollouts_of(facts->portfolio, municipality);
	size_t i;
	int n = 0;

	for (i = span.first; i < span.first + span.count; i++)
		n += collect_ask(&facts->figures->rollout[i]) != ASK_NOTHING;
	return n;
}

bool
collect_exists(const struct facts *facts, const struct slice *slice)
{
	return collect_count(facts, slice->index) > 0;
}

static day
due_day(const struct facts *facts)
{
	return facts->due != DAY_NONE ? facts->due
				      : facts->portfolio->report_date;
}

const char *
collect_due(const struct draft *draft)
{
	return wording_day(draft->arena, draft->facts, due_day(draft->facts));
}

/* Nothing is reported yet, so nothing is said of where it comes from. */
void
collect_head(const struct draft *draft, struct node *document)
{
	const struct value values[] = {
	    value_text(wording_capital(draft->arena, heading_month(draft))),
	    value_text(collect_due(draft))};

	document->as.document->subtitle = node_text(draft->arena,
	    wording_sentence(
		draft->arena, draft->facts, "collect.subtitle", 0, values, 2));
	document->as.document->basis = NULL;
}

struct node *
collect_document(struct draft *draft)
{
	const struct value values[] = {
	    value_text(letter_name(draft)), value_text(heading_month(draft))};
	struct node *document;

	if (!collect_exists(draft->facts, draft->slice))
		return NULL;
	document = heading_document(draft,
	    wording_sentence(
		draft->arena, draft->facts, "collect.title", 0, values, 2));
	collect_head(draft, document);
	return placeholder_fill(draft, document) == -1 ? NULL : document;
}
