/*
 * Where a document leads: for this room only.
 */
#ifndef REPORT_RELATED_H
#define REPORT_RELATED_H

#include <stddef.h>

struct document_link;
struct draft;

/*
 * Its own other formats, the municipality's other documents and those of the
 * whole programme, as far as the pack holds them; none of a document that
 * stands in no pack.  file: its own path.
 */
const struct document_link	*related_links(const struct draft *,
				    const char *file, size_t *count);

#endif
