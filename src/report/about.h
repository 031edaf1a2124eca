/*
 * Om tallene: what every figure rests on.
 *
 * {{threshold: lag_yellow}} is the value in force as a sentence says it:
 * fractions as percent, the others as model.ini has them, without a unit.
 */
#ifndef REPORT_ABOUT_H
#define REPORT_ABOUT_H

#include "report/placeholder.h"

/* about_thresholds.c */
#define ABOUT_TEXT(NAME, name, value) \
	const char	*about_##name(const struct draft *);
THRESHOLD_LIST(ABOUT_TEXT)
#undef ABOUT_TEXT

#define ABOUT_THRESHOLD(NAME, key, value) \
	{ .name = "threshold: " #key, .text = about_##key },
/* A row for each, with its comma. */
#define ABOUT_THRESHOLDS	THRESHOLD_LIST(ABOUT_THRESHOLD)

struct grid	*about_thresholds(const struct draft *);

/* about_model.c */
struct grid	*about_phases(const struct draft *);
struct grid	*about_tasks(const struct draft *);
struct grid	*about_criteria(const struct draft *);
const char	*about_unsourced(const struct draft *);
struct grid	*about_dependencies(const struct draft *);

/* about_matrix.c */
struct grid	*about_matrix(const struct draft *);
const char	*about_interpreted(const struct draft *);
const char	*about_focus(const struct draft *);

/* about_inputs.c */
const char	*about_program(const struct draft *);
const char	*about_source(const struct draft *);
struct grid	*about_folders(const struct draft *);
struct grid	*about_files(const struct draft *);

#endif
