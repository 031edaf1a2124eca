/*
 * explain CODE: the longer word on a message.
 */
#ifndef COMMAND_EXPLAIN_CODE_H
#define COMMAND_EXPLAIN_CODE_H

#include <stdbool.h>

#include "command/option.h"

/* Is it the code of a message? */
bool explain_is_code(const char *);

/* On stdout; returns the exit status. */
int explain_code(struct arena *, const struct options *, const char *code);

/* Every code with its level and message. */
int explain_codes(struct arena *, const struct options *);

/* Says on stderr that there is no such code, and the nearest. */
int explain_unknown(struct arena *, const char *word);

#endif
