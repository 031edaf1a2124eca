/*
 * manifest.json: what a pack was made from and what it holds.
 *
 * Nothing in it comes from a clock, a machine or the number of workers; keys
 * stand in a fixed order.
 */
#ifndef PACK_MANIFEST_H
#define PACK_MANIFEST_H

#include <jansson.h>
#include <stdbool.h>

#include "pack/pack.h"
#include "portfolio/select.h"

#define MANIFEST_NAME "manifest.json"

struct stage;

/*
 * Write it for all that stands below the stage, which must be complete; if an
 * earlier pack was adopted its options and counts stand on, with this run's
 * part under "additions".  Sets
 * nfile of the result, reads ndocument.  Returns 0, or -1 after reporting.
 */
int manifest_write(const struct stage *, const struct facts *,
    const struct pack_options *, bool adopted, struct pack_result *);

/*
 * The manifest of a pack of ours, for json_decref(); NULL with errno 0 if it
 * is none, with errno set if it can't be read.
 */
json_t *manifest_load(const char *folder);

/*
 * The manifest of a pack of ours with every member looked at, or NULL after
 * reporting: no paths but such below the pack, each once, in order.
 */
json_t *manifest_read(struct arena *, struct diag *, const char *folder);

/* Parts of it.  The second is NULL after reporting what can't be read. */
json_t *manifest_inputs(const struct facts *);
json_t *manifest_files(struct arena *, struct diag *, const char *folder);
/* The templates that were read, or NULL after reporting. */
json_t *manifest_templates(struct diag *, const struct facts *);
const char *manifest_select_key(enum select_by);

bool manifest_names_us(const json_t *);
bool manifest_path_is_inside(const char *path);

/*
 * True if a pack is over the whole programme and was made from the same input
 * files, templates and model, for the same date, in the same language and by
 * the same program.
 */
bool manifest_same_basis(const json_t *, const struct stage *,
    const struct facts *, const struct pack_options *);

/* True of a folder with a manifest that this program has written; else errno
 * is as above. */
bool manifest_is_ours(const char *folder);

#endif
