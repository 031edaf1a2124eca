/*
 * The municipality report: a page over all its solutions with a part for
 * each, and a workbook with every row behind it.
 */
#include "base/arena.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/local.h"
#include "report/wording.h"

/* The templates of the page's parts, as report.part has them. */
enum part { PART_RUNNING, PART_COMPLETED, PART_PARKED };

/* clang-format off */
static const struct placeholder part_placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "who", .text = local_who },
	{ .name = "state", .text = local_state },
	{ .name = "parked", .text = local_parked },

	{ .name = "table: lights", .table = local_lights },
	{ .name = "table: path", .table = local_path },
	{ .name = "table: history", .table = local_history },
	{ .name = "table: course", .table = local_course },
	{ .name = "chart: course", .chart = local_course_chart,
	    .over = "table: course" },
	{ .name = "table: unmet", .table = local_unmet },
	{ .name = "table: cells", .table = local_cells },
	{ .name = "table: carried", .table = local_carried },
	{ .name = "table: tasks", .table = local_tasks },
	{ .name = "table: risks", .table = local_risks },
	{ .name = "table: economy", .table = local_economy },
	{ .name = "table: benefits", .table = local_benefits },
	{ .name = "table: missing", .table = local_missing },
};

static void	add_parts(const struct draft *, struct node *);
static void	add_courses(const struct draft *, struct node *);

static const struct placeholder page_placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "silence", .blocks = local_silence },
	{ .name = "notes", .blocks = local_notes },
	{ .name = "parked", .text = local_parked },
	{ .name = "meetings", .blocks = local_meetings },
	{ .name = "parts", .blocks = add_parts },
	{ .name = "courses", .blocks = add_courses },

	{ .name = "table: solutions", .table = local_solutions },
	{ .name = "table: next", .table = local_next },
	{ .name = "table: overdue", .table = local_overdue },
	{ .name = "table: lacking", .table = local_lacking },
	{ .name = "table: timeline", .table = local_timeline },
	{ .name = "chart: timeline", .chart = local_timeline_chart,
	    .over = "table: timeline" },
	{ .name = "table: lights", .table = local_lights },
	{ .name = "table: history", .table = local_history },
	{ .name = "table: course", .table = local_course },
	{ .name = "table: path", .table = local_path },
	{ .name = "table: cells", .table = local_all_cells },
	{ .name = "table: tasks", .table = local_all_tasks },
	{ .name = "table: criteria", .table = local_criteria },
	{ .name = "table: economy", .table = local_economy },
	{ .name = "table: risks", .table = local_risks },
	{ .name = "table: benefits", .table = local_benefits },
	{ .name = "table: missing", .table = local_missing },
	{ .name = "table: sources", .table = local_sources },
};
/* clang-format on */

static enum part
part_of(const struct rollout_figures *r)
{
	if (r->parked)
		return PART_PARKED;
	return r->completed ? PART_COMPLETED : PART_RUNNING;
}

/* "SAPA – Sags- og Partsoverblik" */
static const char *
part_title(const struct draft *draft, const struct rollout_figures *r)
{
	const struct value values[] = {
	    value_text(wording_solution(draft->facts, r)),
	    value_text(wording_solution_name(draft->facts, r))};

	return local_say(draft, "local.part", 0, values, 2);
}

/* A section for each solution; a fault in a template is reported. */
static void
add_parts(const struct draft *draft, struct node *parent)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct slice slice = {.by = SLICE_ROLLOUT};
	struct draft part;
	struct node *section;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		slice.index = (int)i;
		part = *draft;
		part.slice = &slice;
		part.placeholder = part_placeholder;
		part.nplaceholder =
		    sizeof(part_placeholder) / sizeof(part_placeholder[0]);
		section = node_add_section(
		    draft->arena, parent, part_title(draft, r), 0);
		if (placeholder_fill_part(
			&part, draft->report->part[part_of(r)], section) == -1)
			return;
	}
}

/* Of each solution its months, and beside them how they run. */
static void
add_courses(const struct draft *draft, struct node *parent)
{
	struct span span = draft_rollouts(draft);
	struct slice slice = {.by = SLICE_ROLLOUT};
	struct draft part = *draft;
	struct node *section;
	struct chart *chart;
	struct grid *grid;
	size_t i;

	part.slice = &slice;
	for (i = span.first; i < span.first + span.count; i++) {
		if (local_figures(draft, i)->parked)
			continue;
		slice.index = (int)i;
		grid = local_course_rows(&part);
		chart = local_course_chart(&part, grid);
		section = node_add_section(draft->arena, parent,
		    part_title(draft, local_figures(draft, i)), 0);
		if (chart != NULL) {
			chart->small = true;
			chart->category = "date"; /* where a line may break */
			node_add_chart(draft->arena, section, chart);
		}
		node_add_grid(draft->arena, section, grid);
	}
}

/* "Parathed i kommunens implementeringer: 101 København" */
static const char *
title_of(const struct draft *draft)
{
	const struct municipality *m;
	struct value values[2];

	m = &draft->facts->portfolio->municipality[local_municipality(draft)];
	values[0] = value_text(m->code_text);
	values[1] = value_text(m->name);
	return local_say(draft, "local.title", 0, values, 2);
}

struct node *
local_build(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct slice *slice, const struct report *report)
{
	struct draft draft = HEADING_DRAFT(page_placeholder);
	struct node *document;

	document = heading_document(&draft, title_of(&draft));
	if (placeholder_fill(&draft, document) == -1 ||
	    diag_worst(diag) == DIAG_FATAL)
		return NULL;
	return document;
}
