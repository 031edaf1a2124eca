/*
 * How often each message was given about each file; for diag.c only.
 *
 * A file can be wrong in every row.  So that it costs no more than its own
 * size, diag.c keeps the first DIAG_KEPT findings of one code and level in a
 * file; the last of them stands for those that follow, which are counted.
 */
#ifndef BASE_DIAG_TALLY_H
#define BASE_DIAG_TALLY_H

#include <stddef.h>

#include "base/diag.h"

struct arena;
struct entry;

struct tally {
	const char	*file;	/* a copy that lives as long as the findings */
	enum diag_code	 code;
	enum diag_level	 level;
	size_t		 kept;
	struct entry	*last;	/* the last that was kept */
};

struct tallies;

struct tallies	*tallies_new(struct arena *);

/* That of a file (not NULL), code and level; made if there is none yet. */
struct tally	*tallies_find(struct tallies *, const char *file,
		    enum diag_code, enum diag_level);

#endif
