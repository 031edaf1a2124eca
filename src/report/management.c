/*
 * The management pack: one tree for page, text and workbook.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/about.h"
#include "report/heading.h"
#include "report/management.h"
#include "report/quality.h"

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "note", .blocks = note_opening },
	{ .name = "note: whole", .blocks = note_whole },
	{ .name = "headline: lights", .text = overview_headline },
	{ .name = "headline: portfolio", .text = portfolio_headline },
	{ .name = "movement", .text = overview_movement_line },
	{ .name = "parked", .text = overview_parked },

	{ .name = "table: success", .table = overview_success },
	{ .name = "table: lights", .table = overview_lights },
	{ .name = "table: movement", .table = overview_movement },
	{ .name = "table: phases", .table = overview_phases },
	{ .name = "chart: phases", .chart = overview_phase_chart,
	    .over = "table: phases" },
	{ .name = "table: exceptions", .table = overview_exceptions },
	{ .name = "table: decisions", .table = overview_decisions },
	{ .name = "table: gates", .table = overview_gates },
	{ .name = "table: portfolio", .table = portfolio_active },
	{ .name = "table: parked", .table = portfolio_parked },

	{ .name = "key: phases", .text = heat_phase_key },
	{ .name = "key: tasks", .text = heat_task_key },
	{ .name = "table: heat", .table = heat_map },
	{ .name = "chart: map", .chart = heat_tiles, .over = "table: heat" },
	{ .name = "chart: heat", .chart = heat_chart, .over = "table: heat" },
	{ .name = "heat: tasks", .blocks = heat_tasks },
	{ .name = "table: phases by solution", .table = phases_by_solution },
	{ .name = "chart: phases by solution", .chart = phases_solution_chart,
	    .over = "table: phases by solution" },
	{ .name = "table: phases by wave", .table = phases_by_wave },
	{ .name = "table: phases by region", .table = phases_by_region },
	{ .name = "table: progress", .table = phases_progress },
	{ .name = "table: plan", .table = phases_plan },
	{ .name = "chart: timeline", .chart = phases_timeline,
	    .over = "table: plan" },
	{ .name = "table: gate dates", .table = phases_dates },
	{ .name = "table: main tasks", .table = main_tasks_table },
	{ .name = "chart: main tasks", .chart = main_tasks_chart,
	    .over = "table: main tasks" },
	{ .name = "table: categories", .table = main_tasks_categories },
	{ .name = "table: due", .table = gates_due },
	{ .name = "table: waiting", .table = gates_waiting },
	{ .name = "table: collisions", .table = gates_collisions },
	{ .name = "table: risks before", .table = risks_before },
	{ .name = "table: risks after", .table = risks_after },
	{ .name = "chart: risks", .chart = risks_chart,
	    .over = "table: risks before" },
	{ .name = "table: risks", .table = risks_list },
	{ .name = "table: forward", .table = changes_forward },
	{ .name = "table: back", .table = changes_back },
	{ .name = "table: moved back", .table = changes_worse },
	{ .name = "table: moved forward", .table = changes_better },
	{ .name = "table: reporting", .table = changes_reporting },

	{ .name = "headline: benefits", .text = benefits_headline },
	{ .name = "benefits: targets", .text = benefits_targets },
	{ .name = "table: benefit coverage", .table = benefits_coverage },
	{ .name = "table: benefit value", .table = benefits_value },
	{ .name = "chart: benefits", .chart = benefits_chart,
	    .over = "table: benefit value" },
	{ .name = "table: benefit types", .table = benefits_types },
	{ .name = "table: benefits", .table = benefits_list },
	{ .name = "table: benefits not measured",
	    .table = benefits_unmeasured },
	{ .name = "table: benefits claimed early", .table = benefits_early },
	{ .name = "table: disbenefits", .table = benefits_against },

	{ .name = "headline: economy", .text = economy_headline },
	{ .name = "economy: missing", .text = economy_missing },
	{ .name = "table: economy dkk", .table = economy_money },
	{ .name = "table: economy hours", .table = economy_hours },
	{ .name = "table: economy pace", .table = economy_pace },
	{ .name = "chart: pace", .chart = economy_pace_chart,
	    .over = "table: economy pace" },
	{ .name = "table: economy over", .table = economy_over },

	ABOUT_THRESHOLDS
	{ .name = "program", .text = about_program },
	{ .name = "model: source", .text = about_source },
	{ .name = "table: thresholds", .table = about_thresholds },
	{ .name = "table: model phases", .table = about_phases },
	{ .name = "table: model tasks", .table = about_tasks },
	{ .name = "table: model criteria", .table = about_criteria },
	{ .name = "criteria: unsourced", .text = about_unsourced },
	{ .name = "table: model dependencies", .table = about_dependencies },
	{ .name = "table: matrix", .table = about_matrix },
	{ .name = "matrix: interpreted", .text = about_interpreted },
	{ .name = "matrix: focus", .text = about_focus },
	{ .name = "table: input folders", .table = about_folders },
	{ .name = "table: input files", .table = about_files },

	{ .name = "table: quality", .table = quality_summary },
	{ .name = "table: age", .table = quality_age_grid },
	{ .name = "table: missing", .table = quality_missing_grid },
	{ .name = "link: quality", .blocks = quality_link },
};
/* clang-format on */

struct node *
management_build(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct slice *slice,
    const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);

	return heading_fill(&draft, "management.title");
}
