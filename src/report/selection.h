/*
 * What a pack over a part of the programme is called, in paths and in words.
 */
#ifndef REPORT_SELECTION_H
#define REPORT_SELECTION_H

#include "report/report.h"

struct arena;

/* "loesning-SAPA", "region-sjaelland_boelge-1"; NULL for everything. */
const char	*selection_part(struct arena *, const struct facts *);
/* "Løsning: SAPA, KY · Bølge: Bølge 1"; NULL for everything. */
const char	*selection_words(struct arena *, const struct facts *);

#endif
