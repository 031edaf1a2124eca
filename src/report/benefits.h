/*
 * The follow-up of benefits, of one municipality or of all: for the files
 * benefits_*.c only.
 *
 * The same functions make the tables of both; those of a municipality have no
 * column for it, and personal names stand there alone.
 */
#ifndef REPORT_BENEFITS_H
#define REPORT_BENEFITS_H

#include "report/benefit_items.h"
#include "report/table.h"

struct node	*benefits_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/* A municipality that has benefits registered. */
bool	benefits_exist(const struct facts *, const struct slice *);

bool	benefits_is_local(const struct draft *);
const char	*benefits_say(const struct draft *, const char *key, int64_t n,
		    const struct value *values, size_t count);
const struct benefit_totals	*benefits_totals(const struct draft *);

/*
 * benefits_rows.c: tables with a row for each of some benefits.  The shape's
 * first column is "municipality"; its last is left out with the names.
 */
struct benefits_table {
	const struct draft	*draft;
	struct table_shape	 shape;
	struct grid		*grid;
	struct data_row		 row;
};

enum benefits_names { BENEFITS_NAMELESS, BENEFITS_OWNER };

void	benefits_begin(struct benefits_table *, const struct draft *,
	    const struct table_shape *, enum benefits_names);
void	benefits_add(struct benefits_table *, const struct benefit_item *);

data_getter	benefits_municipality, benefits_solution, benefits_name,
		benefits_owner, benefits_status, benefits_direction,
		benefits_fraction, benefits_planned_share,
		benefits_prerequisites, benefits_prerequisites_open;

/* benefits_register.c: every field of every benefit */
struct grid	*benefits_register(const struct draft *);
/* To be read, not shown: every field, by the register's order. */
struct grid	*benefits_fields(const struct draft *);

/* benefits_follow.c: what is to be done about them */
struct grid	*benefits_behind(const struct draft *);
struct grid	*benefits_late(const struct draft *);
struct grid	*benefits_actions(const struct draft *);
struct grid	*benefits_open(const struct draft *);
void	benefits_warning(const struct draft *, struct node *);
struct grid	*benefits_worth(const struct draft *);

/* benefits_coverage.c: who is measured, by name; what it comes to */
const char	*benefits_covered(const struct draft *);
const char	*benefits_overdue(const struct draft *);
struct grid	*benefits_names(const struct draft *);
struct grid	*benefits_by_municipality(const struct draft *);
struct grid	*benefits_by_name(const struct draft *);
struct grid	*benefits_sums(const struct draft *);
struct grid	*benefits_by_solution(const struct draft *);
struct grid	*benefits_by_region(const struct draft *);
struct grid	*benefits_by_wave(const struct draft *);
struct chart	*benefits_sums_chart(const struct draft *,
		    const struct grid *);
struct chart	*benefits_time_chart(const struct draft *,
		    const struct grid *);

/* benefits_readings.c: one benefit after the other, with its readings */
void	benefits_each(const struct draft *, struct node *);

/* benefits_sheets.c: the same as rows of input, in the register's order */
struct grid	*benefits_sheet(const struct draft *);
/* A row for the next reading of each benefit; those there are, to be read. */
struct grid	*benefits_sheet_readings(const struct draft *);
struct grid	*benefits_sheet_known(const struct draft *);
/* Input's word for one of a list. */
const char	*benefits_word(const struct draft *, const struct word *list,
		    int word);
/* The day that the workbook computes for; the first row's "value". */
struct grid	*benefits_as_of(const struct draft *);

/* benefits_live.c: the register's figures as formulas over these */
void	benefits_live(const struct draft *, struct grid *,
	    const struct benefit_items *);

/* benefits_case.c: the business case */
struct grid	*benefits_case(const struct draft *);
struct grid	*benefits_case_years(const struct draft *);
struct grid	*benefits_case_missing(const struct draft *);
const char	*benefits_case_headline(const struct draft *);

#endif
