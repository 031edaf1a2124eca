/*
 * --json: what came of a run, for machines.
 */
#ifndef COMMAND_SUMMARY_H
#define COMMAND_SUMMARY_H

#include "base/diag.h"
#include "command/option.h"
#include "pack/pack.h"
#include "pack/verify.h"

struct gathering;

/* One object on stdout; its members are described in parathed(1). */
void summary_print(struct diag *, int status, const struct options *,
    const struct gathering *, const struct pack_result *);

/* One object a finding and line, with where the value stands in its file. */
void summary_findings(struct diag *, const struct options *);

/* The same of a pack that was looked at. */
void summary_print_verified(struct diag *, int status, const struct verify *);

#endif
