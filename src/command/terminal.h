/*
 * What a run says to whoever started it.
 */
#ifndef COMMAND_TERMINAL_H
#define COMMAND_TERMINAL_H

#include <stdio.h>

#include "base/diag.h"
#include "command/option.h"
#include "pack/normal.h"
#include "pack/pack.h"

/*
 * The findings, a few of each file unless all are asked for, and how many
 * there are of each level.  With --quiet nothing, unless one is fatal.
 */
void terminal_findings(struct diag *, FILE *, const struct options *);

/*
 * The same for check: below each finding its line with a caret under the
 * value, below each file how many there are of each level.
 */
void terminal_lint(struct diag *, const struct options *);

/* Where the pack is and what it holds, on stdout; seconds below 0: untimed. */
void terminal_published(
    const struct options *, const struct pack_result *, double seconds);

/* Where the copy in normal form is, on stdout. */
void terminal_copied(const struct options *, const struct normal_result *);

#endif
