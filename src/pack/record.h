/*
 * A published month is a record: has the input of earlier packs changed since?
 */
#ifndef PACK_RECORD_H
#define PACK_RECORD_H

#include "pack/pack.h"

/*
 * For every pack of output up to the report month, warn if files that it was
 * made from are changed, gone or new, which ones, and how many rollouts would
 * have another phase, light or progress if it were made again.  What can't be
 * read is passed over: the packs themselves are never touched.  The findings
 * come after those of the input, so no document holds them.
 */
void	record_check(struct arena *, struct diag *, const struct facts *,
	    const struct pack_options *);

#endif
