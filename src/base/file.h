/*
 * Reading files and folders.  Nothing here writes.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum file_type { FILE_REGULAR, FILE_FOLDER, FILE_OTHER, FILE_HIDDEN };

/*
 * True of an errno that tells of the machine (no descriptors, a disk that
 * fails), not of the file: another try may well succeed, so nothing may be
 * concluded about what is in it.
 */
bool	 file_fault_of_machine(int why);

struct file_entry {
	const char	*path;	/* relative to the folder walked, with '/' */
	enum file_type	 type;
};

/*
 * The whole of a file in the arena, NUL-terminated beyond *len.  NULL with
 * errno set if it can't be read, is no regular file (EINVAL), is larger than
 * limit bytes (EFBIG) or grows meanwhile (EBUSY).
 */
char	*file_read(struct arena *, const char *path, size_t limit,
	    size_t *len);

/*
 * Every file below a folder, in byte order of the relative path; folders are
 * walked, not listed, but for those that can't be read or whose name ends in
 * .csv (any case), which come as FILE_FOLDER, unwalked, so that they can be
 * named.  Symbolic links are followed to files, never to folders: those come
 * as FILE_OTHER, as do pipes and links that lead nowhere.  What has a name
 * that begins with '.' comes as FILE_HIDDEN, unwalked.  Returns -1 with errno
 * set if the folder itself can't be read, or if the machine failed anywhere
 * below.
 */
int	file_walk(struct arena *, const char *folder,
	    struct file_entry **entries, size_t *count);

/* "a/b" in the arena; only b if a is "", no second '/' if a ends in one. */
char	*file_join(struct arena *, const char *a, const char *b);

#endif
