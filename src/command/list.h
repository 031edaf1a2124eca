/*
 * --list WHAT: what may be typed, for completion; a line each, a tab between
 * the word and what it means.
 */
#ifndef COMMAND_LIST_H
#define COMMAND_LIST_H

#include "command/option.h"

/* Returns the exit status. */
int
list_print(struct arena *, const struct options *);

#endif
