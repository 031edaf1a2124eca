/*
 * Printing what was asked for: words at the width of the terminal, or CSV or
 * JSON.
 */
#ifndef COMMAND_ANSWER_H
#define COMMAND_ANSWER_H

#include "base/diag.h"
#include "command/option.h"

struct grid;
struct node;

/* Returns false after saying that --csv and --json exclude each other. */
bool answer_is_clear(const struct options *);

/* Nothing to answer: says what is fatal, and returns the exit status. */
int answer_refused(struct diag *, const struct options *);

/* In words. */
void answer_words(const struct node *document, const struct options *);
/* As --json or --csv say, one grid or all of a document; CSV if neither. */
void answer_grid(const struct grid *, const struct options *);
void answer_grids(const struct node *document, const struct options *);

#endif
