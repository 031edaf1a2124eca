/*
 * A pack against its manifest, and against itself made again.
 *
 * A manifest is input like any other: nothing is believed of it before it has
 * been looked at, and no path in it leads out of its folder.
 */
#ifndef PACK_VERIFY_H
#define PACK_VERIFY_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "pack/pack.h"
#include "pack/tree.h"
#include "portfolio/select.h"

/* How many files were how. */
struct verify_counts {
	size_t same, changed, missing, extra;
};

struct verify {
	struct arena *arena;
	struct diag *diag;
	const char *folder; /* of the pack */
	const char *name;   /* its last part: "2015-03" */
	json_t *manifest;   /* sound, once it is open */
	struct tree_entry *there;
	size_t nthere;
	struct verify_counts listed; /* against the manifest */
	struct verify_counts again;  /* against the pack made again */
	bool made_again;
};

/* What one run asked for of those that a pack comes from. */
struct verify_run {
	month month;
	day date;
	const char *lang;
	const char **only;
	size_t nonly;
	struct selection selection;
	struct pack_gate gate; /* solution NULL: no checklist */
	bool collects;         /* returns for the month */
	day due;               /* of them, or DAY_NONE */
};

/*
 * Read the manifest and list the folder.  Returns 0, or -1 after reporting
 * that it is no pack of ours or can't be read; verify_close() is due either
 * way.
 */
int verify_open(
    struct verify *, struct arena *, struct diag *, const char *folder);
void verify_close(struct verify *);

/*
 * Report every file that is changed, missing or not listed (as DIAG_REJECT)
 * and count.  Returns 0, or -1 after reporting what can't be read.
 */
int verify_files(struct verify *);

/*
 * The runs that made the pack: the first, then what was added to it.  Sets
 * *run to that of a number; false if there is none.
 */
bool verify_run_of(const struct verify *, size_t number, struct verify_run *);

/*
 * Report the files of input and templates that are not those the pack was made
 * from, and, as a warning, another version of the program.
 */
int verify_sources(struct verify *, const struct facts *);

/* Report every file that the pack made again in that folder has otherwise. */
int verify_again(struct verify *, const char *folder);

#endif
