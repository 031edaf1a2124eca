/*
 * Contradictions within a row: warned about, and used all the same.
 */
#ifndef PORTFOLIO_CONTRADICTION_H
#define PORTFOLIO_CONTRADICTION_H

#include "portfolio/loader.h"

/* A date that should not lie after the report date does. */
void	warn_after_report(struct loader *, const struct row *, int column);
/* A history row of a later date: it is left out until that day has come. */
void	warn_dated_later(struct loader *, const struct row *, int column);
/* The day in end lies before the day in start. */
void	warn_end_before_start(struct loader *, const struct row *, int start,
	    int end);
/* Done without 100 %, progress on what is not started, no progress given. */
void	warn_progress(struct loader *, const struct row *,
	    const struct status_row *);
/* A cell of grade '-' was reported. */
void	note_no_cell(struct loader *, const struct row *,
	    const struct status_row *);

/* Returned tasks that differ from the office's list, after loading. */
void	warn_catalogue(struct loader *);

#endif
