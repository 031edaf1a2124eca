/*
 * A folder for what is made only to be looked at, in $TMPDIR or /tmp.
 */
#ifndef PACK_SCRATCH_H
#define PACK_SCRATCH_H

struct arena;
struct diag;

/*
 * Returns its path, or NULL after reporting.  Signals are noted from here on,
 * until scratch_close(), so that none leaves it behind; nor does want of
 * memory.  One at a time.
 */
const char *scratch_open(struct arena *, struct diag *);
void scratch_close(struct diag *);

#endif
