/*
 * The gates that are due, what they lack, and what they wait for.
 */
#include "report/gate_checklist.h"
#include "report/heading.h"
#include "report/management.h"

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "parked", .text = overview_parked },
	{ .name = "table: due", .table = gates_due },
	{ .name = "table: waiting", .table = gates_waiting },
	{ .name = "table: collisions", .table = gates_collisions },
};
/* clang-format on */

struct node *
gate_overview_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);
	struct node *document = heading_document(&draft, "gates.title");

	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}
