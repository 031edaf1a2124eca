/*
 * The parts of the management pack: for this room only.
 */
#ifndef REPORT_MANAGEMENT_H
#define REPORT_MANAGEMENT_H

#include "report/placeholder.h"

struct node	*management_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/* overview.c: how many, of what colour, where, and since last month */
const char	*overview_headline(const struct draft *);
const char	*overview_first(const struct draft *);
struct grid	*overview_calls(const struct draft *);
const char	*overview_parked(const struct draft *);
struct grid	*overview_success(const struct draft *);
struct grid	*overview_lights(const struct draft *);
const char	*overview_movement_line(const struct draft *);
struct grid	*overview_movement(const struct draft *);
struct grid	*overview_phases(const struct draft *);
struct chart	*overview_phase_chart(const struct draft *,
		    const struct grid *phases);

/* overview_lists.c: which ones, what to decide, what comes next */
struct grid	*overview_exceptions(const struct draft *);
struct grid	*overview_decisions(const struct draft *);
struct grid	*overview_gates(const struct draft *);

/* note.c: the office's words of the month */
void	note_opening(const struct draft *, struct node *parent);
void	note_whole(const struct draft *, struct node *parent);

/* portfolio_table.c */
struct grid	*portfolio_active(const struct draft *);
struct grid	*portfolio_parked(const struct draft *);
const char	*portfolio_headline(const struct draft *);

/* heat.c and heat_tasks.c: where every municipality stands */
const char	*heat_phase_key(const struct draft *);
const char	*heat_task_key(const struct draft *);
struct grid	*heat_map(const struct draft *);
struct chart	*heat_tiles(const struct draft *, const struct grid *heat);
struct chart	*heat_chart(const struct draft *, const struct grid *heat);
/* A picture and a table for each solution: municipality x main task. */
void	heat_tasks(const struct draft *, struct node *parent);

/* phases.c and phases_plan.c */
struct grid	*phases_by_solution(const struct draft *);
struct chart	*phases_solution_chart(const struct draft *,
		    const struct grid *by_solution);
struct grid	*phases_by_wave(const struct draft *);
struct grid	*phases_by_region(const struct draft *);
struct grid	*phases_progress(const struct draft *);
struct grid	*phases_plan(const struct draft *);
struct chart	*phases_timeline(const struct draft *,
		    const struct grid *plan);
struct grid	*phases_dates(const struct draft *);

/* main_tasks.c */
struct grid	*main_tasks_table(const struct draft *);
struct chart	*main_tasks_chart(const struct draft *,
		    const struct grid *tasks);
struct grid	*main_tasks_categories(const struct draft *);

/* gates.c and waiting.c */
struct grid	*gates_due(const struct draft *);
struct grid	*gates_waiting(const struct draft *);
struct grid	*gates_collisions(const struct draft *);

/* risks.c */
struct grid	*risks_before(const struct draft *);
struct grid	*risks_after(const struct draft *);
struct chart	*risks_chart(const struct draft *,
		    const struct grid *before);
struct grid	*risks_list(const struct draft *);

/* changes.c: a rollout stands in one of them, or in none */
struct grid	*changes_forward(const struct draft *);
struct grid	*changes_back(const struct draft *);
struct grid	*changes_worse(const struct draft *);
struct grid	*changes_better(const struct draft *);
struct grid	*changes_reporting(const struct draft *);

/* benefits_section.c */
const char	*benefits_headline(const struct draft *);
const char	*benefits_targets(const struct draft *);
struct grid	*benefits_coverage(const struct draft *);
struct grid	*benefits_value(const struct draft *);
struct chart	*benefits_chart(const struct draft *,
		    const struct grid *value);
struct grid	*benefits_types(const struct draft *);

/* benefits_list.c */
struct grid	*benefits_list(const struct draft *);
struct grid	*benefits_unmeasured(const struct draft *);
struct grid	*benefits_early(const struct draft *);
struct grid	*benefits_against(const struct draft *);

/* economy_section.c */
const char	*economy_headline(const struct draft *);
const char	*economy_missing(const struct draft *);
struct grid	*economy_money(const struct draft *);
struct grid	*economy_hours(const struct draft *);
struct grid	*economy_pace(const struct draft *);
struct chart	*economy_pace_chart(const struct draft *,
		    const struct grid *pace);
struct grid	*economy_over(const struct draft *);

#endif
