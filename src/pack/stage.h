/*
 * The staging folder: a pack grows beside its target, unseen, and takes its
 * place in one step.
 *
 *	output/.parathed.lock		held while a run writes to output
 *	output/.2015-03.tmp-XXXXXX	the pack that grows
 *	output/.2015-03.old-XXXXXX	the earlier pack, where a file system
 *					can't exchange two folders
 *
 * What runs that were killed left behind is cleared by the next one.
 */
#ifndef PACK_STAGE_H
#define PACK_STAGE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;

struct stage {
	struct arena *arena;
	struct diag *diag;
	const char *output; /* the folder of packs */
	const char *name;   /* "2015-03" */
	const char *target; /* output/2015-03 */
	char *folder;       /* output/.2015-03.tmp-XXXXXX, or NULL */
	int lock;           /* descriptor of the lock, or -1 */
	bool published;     /* it stands in its place */
	bool fresh;         /* nothing may stand in the target's place */
};

/*
 * Make output (its parent must exist), take the lock, clear litter, refuse a
 * target that is no pack of ours, make the staging folder.  Returns 0, or -1
 * after reporting; stage_close() is due either way.
 */
int stage_open(struct stage *, struct arena *, struct diag *,
    const char *output, const char *name);

/*
 * The same for a folder of any name that must not be there yet, or be empty;
 * beside it nothing is locked or cleared.  Naming it touches nothing.
 */
void stage_name_fresh(
    struct stage *, struct arena *, struct diag *, const char *target);
int stage_open_fresh(struct stage *);

/*
 * A new file with these bytes at a path below the staging folder.
 * Returns 0, or -1 after reporting (a path given twice too).
 */
int stage_write(
    const struct stage *, const char *path, const void *bytes, size_t len);

/* The same, over a file of that path if there is one. */
int stage_replace(
    const struct stage *, const char *path, const void *bytes, size_t len);

/*
 * Wait until the disk keeps all of the pack, put it in place and delete the
 * earlier one.  Returns 0, or -1 after reporting, or if the run was
 * interrupted; the earlier pack stands then.
 */
int stage_publish(struct stage *);

/* Delete what was not published; let go of the lock.  Asks for no memory. */
void stage_close(struct stage *);

#endif
