/*
 * Folders with all that is in them.
 */
#ifndef PACK_TREE_H
#define PACK_TREE_H

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
/* The same of what is open. */
int open_sync(int fd);

#endif
