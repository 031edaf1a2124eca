/*
 * What a run says to whoever started it.
 */
#ifndef COMMAND_TERMINAL_H
#define COMMAND_TERMINAL_H

#include <stdio.h>

#include "base/diag.h"
#include "command/option.h"
#include "pack/pack.h"

/*
 * The findings, a few of each file unless all are asked for, and how many
 * there are of each level.  With --quiet nothing, unless one is fatal.
 */
void terminal_findings(struct diag *, FILE *, const struct options *);

/* Where the pack is and what it holds, on stdout; seconds below 0: untimed. */
void terminal_published(
    const struct options *, const struct pack_result *, double seconds);

/*
 * A line for each stage, on stderr: name, seconds by the clock, seconds of
 * processors; the last is the most memory that a process used, in KiB.
 * Nothing if it wasn't asked for.
 */
void terminal_timings(const struct options *);

#endif
