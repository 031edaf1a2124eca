/*
 * Folders with all that is in them.
 */
#ifndef PACK_TREE_H
#define PACK_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Anything but a folder. */
struct tree_entry {
	const char *path; /* below the folder, with '/' */
	bool regular;     /* neither link nor pipe */
	bool known, same; /* for whoever compares */
};

/*
 * All there is below a folder, hidden names too, in byte order of the paths.
 * Returns 0, or -1 with errno set.
 */
int tree_list(struct arena *, const char *folder, struct tree_entry **,
    size_t *count);

/*
 * Both return 0, or -1 with errno set.  Links are never followed.  Removing
 * asks for no memory: it tidies up when that has run out.
 */
int tree_remove(const char *folder);
/* Have the disk keep the names in every folder (files are synced singly). */
int tree_sync_folders(const char *folder);

/*
 * Have the disk keep what stands behind a path.  -1 with errno set; a folder
 * on a drive that can't do it for folders counts as kept.
 */
int path_sync(const char *path);

#endif
