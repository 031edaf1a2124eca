/*
 * What a run says to whoever started it.
 */
#ifndef COMMAND_TERMINAL_H
#define COMMAND_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "command/option.h"
#include "input/folder.h"
#include "pack/normal.h"
#include "pack/pack.h"

/*
 * The findings, a few of each file unless all are asked for, and how many
 * there are of each level.  With --quiet nothing, unless one is fatal.
 */
void terminal_findings(struct diag *, FILE *, const struct options *);

/* True if what is printed there may be coloured. */
bool terminal_colour(FILE *, const struct options *);

/* Columns of a line: those of the terminal, else $COLUMNS, else 100. */
size_t terminal_width(FILE *);

/* How many rows and files were set aside, if any; nothing with --quiet. */
void terminal_set_aside(const struct diag *, FILE *, const struct options *);

/*
 * The same for check: below each finding its line with a caret under the
 * value, below each file how many there are of each level.
 */
void terminal_lint(struct diag *, const struct options *);

/*
 * To whoever sits at a terminal, of an input about which check says nothing:
 * how many files it is; a script that expects nothing gets nothing.
 */
void terminal_sound(const struct diag *, const struct options *,
    const struct input *);

/* Where the pack is and what it holds, on stdout; seconds below 0: untimed. */
void terminal_published(
    const struct options *, const struct pack_result *, double seconds);

/* Where the copy in normal form is, on stdout. */
void terminal_copied(const struct options *, const struct normal_result *);

/*
 * A line for each stage, on stderr: name, seconds by the clock, seconds of
 * processors; the last is the most memory that a process used, in KiB.
 * Nothing if it wasn't asked for.
 */
void terminal_timings(const struct options *);

#endif
