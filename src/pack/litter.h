/*
 * What runs that were killed left in the folder of packs.
 */
#ifndef PACK_LITTER_H
#define PACK_LITTER_H

#include <stdbool.h>

struct arena;

/*
 * Delete staging folders of dead runs (the caller holds the lock, so none is
 * alive); an earlier pack that was set aside and not yet replaced is put back.
 * Returns 0, or -1 with errno set.
 */
int litter_sweep(struct arena *, const char *output);

/* ".2015-03.old-XXXXXX" for the folder ".2015-03.tmp-XXXXXX". */
char *litter_old_name(struct arena *, const char *folder);

/* False with errno set if it can't be read, with errno 0 if it is not. */
bool folder_is_empty(const char *folder);

#endif
