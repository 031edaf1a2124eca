/*
 * The data quality document: what was sent, and what can't be relied on.
 */
#include "base/arena.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/quality.h"

static struct grid *
findings(const struct draft *draft, const char *id, enum diag_level level)
{
	const struct quality_wish wish = {
	    level, QUALITY_ANYBODY, QUALITY_ALWAYS};

	return quality_grid(draft, id, &wish);
}

static struct grid *
set_aside(const struct draft *draft)
{
	return findings(draft, "set_aside", DIAG_REJECT);
}

static struct grid *
warnings(const struct draft *draft)
{
	return findings(draft, "warnings", DIAG_WARNING);
}

static struct grid *
notices(const struct draft *draft)
{
	const struct quality_wish wish = {
	    DIAG_NOTICE, QUALITY_ANYBODY, QUALITY_ALWAYS};

	return quality_kinds(draft, "notices", &wish);
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "headline: quality", .text = quality_headline },
	{ .name = "table: quality", .table = quality_summary },
	{ .name = "table: missing", .table = quality_missing_grid },
	{ .name = "table: age", .table = quality_age_grid },
	{ .name = "table: gaps", .table = quality_gap_grid },
	{ .name = "table: set aside", .table = set_aside },
	{ .name = "table: warnings", .table = warnings },
	{ .name = "table: notices", .table = notices },
};
/* clang-format on */

struct node *
quality_build(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct slice *slice, const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);

	return heading_fill(&draft, "quality.title");
}
