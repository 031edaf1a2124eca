/*
 * Whose line of the input it is: the municipality that a place in a file
 * speaks for, and by what we know.  Nothing is guessed in silence.
 */
#ifndef PORTFOLIO_SENDER_H
#define PORTFOLIO_SENDER_H

#include "base/day.h"
#include "base/diag.h"
#include "portfolio/portfolio.h"

struct arena;
struct input;
struct senders;

enum sender_by {
	SENDER_NONE,	/* nobody's alone, or nobody can tell */
	SENDER_ROW,	/* the row's own cell, resolved */
	SENDER_FILE,	/* every row of the file that can be resolved is its */
	SENDER_NAME	/* so it was with the files of that name, other months */
};

struct sender {
	int		 municipality;	/* -1 if by is SENDER_NONE */
	enum sender_by	 by;
	month		 month;		/* of the folder; MONTH_NONE elsewhere */
};

/* Of all files of the input; municipalities must be known by name already. */
struct senders	*senders_new(struct arena *, const struct input *,
		    const struct portfolio *);

/* Of the place of a finding; loc->file may be NULL. */
struct sender	portfolio_sender(const struct portfolio *, const struct loc *);
/* Of so many findings, beside them; the arena owns it. */
struct sender	*portfolio_senders(struct arena *, const struct portfolio *,
		    const struct finding *const *, size_t n);

/* Numbers of findings, rising, by whose they are; nobody's are not in it. */
struct sender_index {
	size_t		*number;
	struct span	*of;	/* by municipality: of number */
};

/* Over the senders of n findings; the arena owns it. */
struct sender_index	sender_index(struct arena *, const struct portfolio *,
			    const struct sender *, size_t n);

const char	*sender_by_id(enum sender_by);	/* "file"; "" if none */

#endif
