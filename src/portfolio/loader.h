/*
 * What the files of this room share while the portfolio is being built.
 */
#ifndef PORTFOLIO_LOADER_H
#define PORTFOLIO_LOADER_H

#include "base/arena.h"
#include "base/names.h"
#include "input/folder.h"
#include "model/model.h"
#include "portfolio/municipality.h"
#include "portfolio/portfolio.h"

struct loader {
	struct arena		*arena;
	struct diag		*diag;
	const struct input	*input;
	const struct model	*model;
	struct portfolio	*portfolio;
	month			 month;	/* folder being read; MONTH_NONE */
	struct names		*waves;
	struct names		*task_ids, *benefit_ids, *condition_ids,
				*risk_ids;
};

/* resolve.c: references.  -1 after reporting; blank cells give -1 silently. */
int	resolve_municipality(struct loader *, const struct row *, int column,
	    int name_column);
int	resolve_solution(struct loader *, const struct row *, int column);
int	resolve_phase(struct loader *, const struct row *, int column);
int	resolve_task(struct loader *, const struct row *, int column);
int	resolve_criterion(struct loader *, const struct row *, int column);
int	resolve_rollout(struct loader *, const struct row *, int municipality,
	    int name, int solution);
/* Main task numbers in one cell; *count -1 after reporting. */
const int	*resolve_tasks(struct loader *, const struct row *, int column,
		    int *count);
/* The one string for every spelling of an id; NULL for a blank cell. */
const char	*resolve_id(struct names *, const struct row *, int column);

/* Report a finding at a cell of a row (column -1: at the row). */
void	report_cell(struct loader *, enum diag_code, const struct row *,
	    int column);

/* Shorthands for a row's cells. */
static inline const char *
cell_text(const struct row *row, int column)
{
	return row->field[column].text;
}

static inline double
cell_number(const struct row *row, int column)
{
	return row->field[column].number;
}

static inline day
cell_day(const struct row *row, int column)
{
	return row->field[column].date;
}

static inline int
cell_word(const struct row *row, int column)
{
	return row->field[column].word;
}

/*
 * sort.c: sort n records (whose first member is their struct loc) by key, then
 * by place; of two with one key the earlier is reported and left out, after
 * inherit (may be NULL).  Returns how many are left.
 */
typedef int record_compare(const void *, const void *);

/* What the row that stands takes over from the one that is left out. */
typedef void record_inherit(void *later, const void *earlier);

size_t	sort_records(struct loader *, void *records, size_t n, size_t size,
	    record_compare *key, record_inherit *inherit);
/* By key, then by place, without leaving anything out. */
void	order_records(void *records, size_t n, size_t size,
	    record_compare *key);

static inline int
by_int(int a, int b)
{
	return (a > b) - (a < b);
}

/*
 * build.c: make a record of each row of a kind, in byte order of path; build
 * says whether it did, or reports.  records has room for count_rows() of them.
 * Returns how many were made.
 */
typedef bool record_builder(struct loader *, const struct row *, void *record);

size_t	build_rows(struct loader *, enum kind_id, void *records, size_t size,
	    record_builder *build);
size_t	count_rows(const struct loader *, enum kind_id);

/* register.c, schedule.c, records.c: the stages, in this order. */
void	load_municipalities(struct loader *);
void	load_solutions(struct loader *);
void	load_rollouts(struct loader *);
void	load_schedule(struct loader *);
void	load_catalogue(struct loader *);
void	load_solution_dependencies(struct loader *);
void	load_records(struct loader *);
/* After rollouts were let go, so are their rows: number[old] is new, or -1. */
void	keep_records(struct portfolio *, const int *number);

#endif
