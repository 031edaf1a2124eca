/*
 * A run over a part of the documents or of the programme adds to the pack that
 * stands there, if that was made from the same.
 */
#ifndef PACK_ADOPT_H
#define PACK_ADOPT_H

#include "pack/pack.h"

struct stage;

/*
 * With a selection or some documents only: if the target is a pack over the
 * whole programme made from the same input files, templates, model, date, language and program, take its
 * files over into the stage; where both have a file the earlier one stands
 * if this run is over a selection, for it speaks of the whole.  Else warn that the earlier pack is replaced by
 * a part.  *adopted says which.  Returns 0, or -1 after reporting.
 */
int	adopt_earlier(const struct stage *, const struct facts *,
	    const struct pack_options *, bool *adopted);

#endif
