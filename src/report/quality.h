/*
 * The parts of the data quality document and of the return letters: for this
 * room only.
 */
#ifndef REPORT_QUALITY_H
#define REPORT_QUALITY_H

#include "report/placeholder.h"

#define QUALITY_ANYBODY	(-1)	/* findings whosever they are */

/* Of which folders. */
enum quality_when {
	QUALITY_ALWAYS,
	QUALITY_NOW,		/* the report month's */
	QUALITY_EARLIER		/* earlier months' */
};

struct quality_wish {
	enum diag_level		 level;
	int			 municipality;	/* or QUALITY_ANYBODY */
	enum quality_when	 when;
};

/* A finding and whose it is. */
struct quality_finding {
	const struct finding	*finding;
	struct sender		 sender;
	size_t			 order;		/* by file and line */
};

struct node	*quality_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);
struct node	*letter_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/*
 * letter_tables.c: of the municipality that a letter is sent to; NULL if there
 * is nothing to say
 */
/* What it says of n rows; the labels begin with key. */
const char	*letter_say(const struct draft *, const char *key,
		    const char *what, size_t n);
struct grid	*letter_missing(const struct draft *);
struct grid	*letter_set_aside(const struct draft *);
struct grid	*letter_set_aside_earlier(const struct draft *);
struct grid	*letter_warnings(const struct draft *);
struct grid	*letter_unreported(const struct draft *);
struct grid	*letter_carried(const struct draft *);
struct grid	*letter_criteria(const struct draft *);
struct grid	*letter_tasks(const struct draft *);
struct grid	*letter_notices(const struct draft *);

/* letter.c: the municipality that a document is sent to */
const char	*letter_name(const struct draft *);
const char	*letter_code(const struct draft *);
/* Everybody to contact, once, with the solutions it is about. */
const char	*letter_contacts(const struct draft *);

/*
 * quality_findings.c: the newest month first, what stands in no month before
 * it; a municipality's own are those in its status files.
 */
struct quality_finding	*quality_collect(const struct draft *,
			    const struct quality_wish *, size_t *count);
size_t	quality_count(const struct draft *, const struct quality_wish *);
/* With the municipality's name first, unless they are all of one. */
struct grid	*quality_grid(const struct draft *, const char *id,
		    const struct quality_wish *);
/* Notices by what they say, with how many files. */
struct grid	*quality_kinds(const struct draft *, const char *id,
		    const struct quality_wish *);

/* quality_gaps.c: who hasn't reported what, and how old the data are */
bool	quality_missing(const struct rollout_figures *);
struct grid	*quality_missing_grid(const struct draft *);
struct grid	*quality_age_grid(const struct draft *);
struct grid	*quality_gap_grid(const struct draft *);
/* The columns from the solution on, of the last row. */
void	quality_set_missing(const struct draft *, struct grid *,
	    const struct rollout_figures *);

/* quality_summary.c: what management reads too */
struct grid	*quality_summary(const struct draft *);
const char	*quality_headline(const struct draft *);
/* Where the letter to a municipality stands, or NULL. */
const char	*quality_letter(const struct draft *, int municipality);
/* The way to the whole document, if the pack has it. */
void	quality_link(const struct draft *, struct node *parent);

#endif
