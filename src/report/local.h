/*
 * The documents of one municipality: for this room only.
 *
 * The overview and the workbook speak of all its rollouts, a part of the page
 * of one (SLICE_ROLLOUT).  The same functions make the tables of both; those
 * of a part have no column for the solution.
 */
#ifndef REPORT_LOCAL_H
#define REPORT_LOCAL_H

#include "report/placeholder.h"
#include "report/table.h"

struct node	*local_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/* local_table.c: what the tables share */

struct local_table {
	const struct draft	*draft;
	struct table_shape	 shape;
	struct grid		*grid;
	struct data_row		 row;
};

bool	local_is_part(const struct draft *);
int	local_municipality(const struct draft *);
const struct rollout_figures	*local_figures(const struct draft *,
				    size_t rollout);
/* The one that a part is about. */
const struct rollout_figures	*local_rollout(const struct draft *);
bool	local_is_running(const struct rollout_figures *);

/*
 * A table whose first columns name solution (and phase): a part leaves out
 * `common` of them, and its table's id tells which part it is.
 */
void	local_begin(struct local_table *, const struct draft *,
	    const struct table_shape *, size_t common);
/* A row about record, phase and item of a rollout. */
void	local_add(struct local_table *, const struct rollout_figures *,
	    const void *record, int phase, int item);
/* Where a cell of the last row comes from; loc may be NULL. */
void	local_source(const struct local_table *, const char *column,
	    const struct loc *);

const char	*local_say(const struct draft *, const char *key, int64_t n,
		    const struct value *values, size_t count);
/* "7 Sagsklargøring/-oprydning"; NULL for -1. */
const char	*local_task_name(struct arena *, const struct facts *,
		    int task);
struct value	local_label(const struct facts *, const char *prefix,
		    const char *id);

/*
 * From this document to another in the same format, or as a page; NULL if the
 * pack has none.
 */
const char	*local_link(const struct draft *, const char *report,
		    const struct slice *);

data_getter	local_solution, local_phase, local_main_task;

/* local_overview.c: what a leader reads first */
void	local_silence(const struct draft *, struct node *);
void	local_notes(const struct draft *, struct node *);
const char	*local_parked(const struct draft *);
struct grid	*local_solutions(const struct draft *);
struct grid	*local_next(const struct draft *);

/* local_near.c: what is late, and what the gates wait for */
struct grid	*local_overdue(const struct draft *);
struct grid	*local_lacking(const struct draft *);

/* local_timeline.c: the gates of all its solutions */
struct grid	*local_timeline(const struct draft *);
struct chart	*local_timeline_chart(const struct draft *,
		    const struct grid *);
void	local_meetings(const struct draft *, struct node *);

/* local_status.c: where it stands, why, and what would turn it green */
const char	*local_who(const struct draft *);
const char	*local_state(const struct draft *);
struct grid	*local_lights(const struct draft *);
struct grid	*local_path(const struct draft *);

/* local_course.c: how it came here */
struct grid	*local_history(const struct draft *);
struct grid	*local_course(const struct draft *);
/* However few they are. */
struct grid	*local_course_rows(const struct draft *);
struct chart	*local_course_chart(const struct draft *,
		    const struct grid *);

/* local_cells.c: main tasks of the phase, of earlier ones, of all */
struct grid	*local_cells(const struct draft *);
struct grid	*local_carried(const struct draft *);
struct grid	*local_all_cells(const struct draft *);

/* local_tasks.c: tasks near the report date, and all */
struct grid	*local_tasks(const struct draft *);
struct grid	*local_all_tasks(const struct draft *);

/* local_gate.c: what the gate still lacks, and every criterion */
struct grid	*local_unmet(const struct draft *);
struct grid	*local_criteria(const struct draft *);

/* local_means.c: economy, risks, benefits */
struct grid	*local_economy(const struct draft *);
struct grid	*local_risks(const struct draft *);
struct grid	*local_benefits(const struct draft *);

/* local_missing.c: what the data lack; local_sources.c: where they stood */
struct grid	*local_missing(const struct draft *);
struct grid	*local_sources(const struct draft *);

#endif
