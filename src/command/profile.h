/*
 * --profile FILE: the options of the monthly run, kept in a file.
 */
#ifndef COMMAND_PROFILE_H
#define COMMAND_PROFILE_H

#include <stdbool.h>

#include "command/option.h"

/*
 * What the profile says of the command, unless an option was given (beside
 * option_table) on the command line.  Lines before the first section are for
 * every command that has the option, a section [pack] for that command alone,
 * and then it wins.  All of the file is checked, whatever the command.
 * Returns 0, also if there is no profile, or -1 after saying what is wrong.
 */
int
profile_apply(struct arena *, struct options *, bool *given);

#endif
