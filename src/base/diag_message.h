/*
 * The messages of diag.def and how they are filled; for diag.c only.
 *
 * {value} and {1} to {9} are replaced, by nothing if they were not given.  A
 * part in [brackets] that holds a placeholder is left out if one of those in
 * it was not given or is empty.
 */
#ifndef BASE_DIAG_MESSAGE_H
#define BASE_DIAG_MESSAGE_H

#include <stddef.h>

#include "base/diag.h"

struct buf;

/* How many characters a message shows: of the value, of what else it names. */
#define DIAG_SHOWN_VALUE	80
#define DIAG_SHOWN_OTHER	400

#define DIAG_ARGUMENTS		9

/* What a message is filled with; NULL is not given. */
struct diag_filling {
	const char	*value;
	const char	*argument[DIAG_ARGUMENTS];
};

enum diag_level	 diag_code_level(enum diag_code);
const char	*diag_code_text(enum diag_code, enum diag_language);

/*
 * How much of a message says what is wrong; the rest, which begins with one of
 * the marks (within brackets, if it is only said if given), what would be
 * right.  All of it, if it doesn't say.
 */
#define DIAG_ADVICE_MARKS	"; -"
size_t	 diag_fault_length(const char *message);

/* What the message asks whether it was meant; NULL if it doesn't ask. */
const char	*diag_suggestion(const char *message,
		    const struct diag_filling *);

void	diag_fill(struct buf *, const char *message,
	    const struct diag_filling *);

/* At most so many characters, none that could steer a terminal. */
void	diag_put_shown(struct buf *, const char *text, size_t limit);

#endif
