/*
 * The checklist of a rollout's gate: a page to print and hold a review by, and
 * a workbook to fill in.  An empty one is made by a template of its own.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/gate_checklist.h"
#include "report/gate_form.h"
#include "report/heading.h"
#include "report/local.h"
#include "report/reasons.h"
#include "report/wording.h"

/* The phase that the gate leads out of. */
static const struct phase *
phase_of(const struct draft *draft)
{
	return &draft->facts->model->phase[local_rollout(draft)->phase];
}

/* A model need not say all that it may. */
static const char *
described(const struct draft *draft, const struct bilingual *text)
{
	const char *said = wording_text(draft->facts, text);

	return said != NULL && *said != '\0'
	    ? said
	    : wording(draft->facts, "gate.undescribed");
}

static const char *
gate_purpose(const struct draft *draft)
{
	return described(draft, &phase_of(draft)->purpose);
}

static const char *
gate_products(const struct draft *draft)
{
	return described(draft, &phase_of(draft)->products);
}

static const char *
gate_effect(const struct draft *draft)
{
	return described(draft, &phase_of(draft)->effect);
}

/* Said of a rollout that stands still. */
static const char *
gate_paused(const struct draft *draft)
{
	return local_rollout(draft)->parked
	    ? wording(draft->facts, "gate.paused")
	    : NULL;
}

/* That a decision on a gate may be missing. */
static const char *
gate_gap(const struct draft *draft)
{
	return reason_gap(draft->arena, draft->facts, local_rollout(draft));
}

static void
put_notes(const struct draft *draft, struct node *parent)
{
	node_add_lines(
	    draft->arena, parent, wording(draft->facts, "gate.notes"), 4);
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "purpose", .text = gate_purpose },
	{ .name = "products", .text = gate_products },
	{ .name = "effect", .text = gate_effect },
	{ .name = "paused", .text = gate_paused },
	{ .name = "gap", .text = gate_gap },
	{ .name = "footnote", .text = gate_footnote },
	{ .name = "no_source", .text = gate_no_source },
	{ .name = "notes", .blocks = put_notes },

	{ .name = "table: meeting", .table = gate_meeting },
	{ .name = "table: result", .table = gate_result },
	{ .name = "table: reasons", .table = gate_reasons },
	{ .name = "table: criteria", .table = gate_criteria },
	{ .name = "table: tasks", .table = gate_tasks },
	{ .name = "table: cells", .table = gate_cells },
	{ .name = "table: carried", .table = gate_carried },
	{ .name = "table: risks", .table = gate_risks },
	{ .name = "table: conditions", .table = gate_conditions },
	{ .name = "table: order", .table = gate_order },
	{ .name = "table: awaited", .table = gate_awaited },
	{ .name = "table: history", .table = gate_history },
	{ .name = "table: decision", .table = gate_decision },
	{ .name = "table: new_conditions", .table = gate_new_conditions },
	{ .name = "table: signatures", .table = gate_signatures },
	{ .name = "sheet: answers", .table = gate_sheet_answers },
	{ .name = "sheet: decisions", .table = gate_sheet_decisions },
	{ .name = "sheet: conditions", .table = gate_sheet_conditions },
};
/* clang-format on */

/* "101 København · SAPA · F2 → F3": of that kind of label. */
static const char *
named(const struct draft *draft, const char *key)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_rollout(draft);
	const struct municipality *m =
	    &facts->portfolio->municipality[r->rollout->municipality];
	struct value values[3];

	values[0] = *m->code_text == '\0'
	    ? local_label(facts, "gate", "any_municipality")
	    : value_text(
		  arena_printf(draft->arena, "%s %s", m->code_text, m->name));
	values[1] = value_text(wording_solution(facts, r));
	values[2] = value_text(wording_gate(draft->arena, facts, r->phase));
	return local_say(draft, key, 0, values, 3);
}

/* The first part is the template of an empty form. */
static int
fill(struct draft *draft, struct node *document)
{
	if (draft->facts->blank)
		return placeholder_fill_part(
		    draft, draft->report->part[0], document);
	return placeholder_fill(draft, document);
}

struct node *
gate_checklist_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);
	struct node *document;

	if (!gate_has_checklist(local_rollout(&draft)))
		return NULL;
	document = heading_document(&draft, named(&draft, "gate.title"));
	document->as.document->form = true;
	document->as.document->running =
	    node_text(arena, named(&draft, "gate.running"));
	document->as.document->sheet = wording(facts, "gate.sheet");
	return fill(&draft, document) == -1 ? NULL : document;
}
