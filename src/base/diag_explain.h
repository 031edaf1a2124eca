/*
 * The longer word on each message: what it means, a wrong and a right example,
 * what becomes of the row or the run.  The texts stand in diag_explain.def.
 */
#ifndef BASE_DIAG_EXPLAIN_H
#define BASE_DIAG_EXPLAIN_H

#include "base/diag.h"

struct explanation {
	const char	*meaning;	/* sentences */
	const char	*wrong, *right;	/* examples */
	const char	*effect;	/* sentences */
};

/* False if there is none, which the tests don't let pass. */
bool	diag_explain(enum diag_code, enum diag_language, struct explanation *);

/* What stands before the parts; and each level, by enum diag_level. */
enum explain_word {
	EXPLAIN_WRONG, EXPLAIN_RIGHT, EXPLAIN_THEN, EXPLAIN_MESSAGE,
	EXPLAIN_LEVEL
};

const char	*diag_explain_word(enum explain_word, enum diag_language);
const char	*diag_explain_level(enum diag_level, enum diag_language);

#endif
