#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "pack/tree.h"

#define TREE_DESCRIPTORS 16
#define LIST_BYTES 4096
#define TRIES 3

static int remove_name(int folder, const char *name);

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* What the folder lists in one go; *removed says whether anything was there. */
static int
remove_listed(int folder, const char *list, ssize_t len, bool *removed)
{
	const struct dirent64 *entry;
	ssize_t at;

	for (at = 0; at < len; at += entry->d_reclen) {
		entry = (const void *)(list + at);
		if (is_dots(entry->d_name))
			continue;
		*removed = true;
		if (remove_name(folder, entry->d_name) == -1)
			return -1;
	}
	return 0;
}

/* Some disks lose their place while names go: from the top until none is left.
 */
static int
empty_folder(int folder)
{
	_Alignas(struct dirent64) char list[LIST_BYTES];
	bool removed;
	ssize_t len;

	do {
		removed = false;
		if (lseek(folder, 0, SEEK_SET) == -1)
			return -1;
		while ((len = getdents64(folder, list, sizeof(list))) > 0)
			if (remove_listed(folder, list, len, &removed) == -1)
				return -1;
		if (len == -1)
			return -1;
	} while (removed);
	return 0;
}

static int
remove_folder(int parent, const char *name)
{
	int folder, result, why;

	folder = openat(
	    parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder == -1)
		return -1;
	result = empty_folder(folder);
	why = errno;
	close(folder);
	errno = why;
	return result == -1 ? -1 : unlinkat(parent, name, AT_REMOVEDIR);
}

static int
remove_name(int folder, const char *name)
{
	if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
		return 0;
	return errno == EISDIR || errno == EPERM ? remove_folder(folder, name)
						 : -1;
}

/* A fault that passes must not leave a folder behind. */
int
tree_remove(const char *folder)
{
	int result, tries = TRIES;

	do
		result = remove_name(AT_FDCWD, folder);
	while (result == -1 && --tries > 0);
	return result;
}

/* Some network drives know no such thing for a folder. */
static bool
is_pointless(int why, const struct stat *st)
{
	return S_ISDIR(st->st_mode) &&
	    (why == EINVAL || why == ENOSYS || why == ENOTSUP);
}

int
path_sync(const char *path)
{
	struct stat st;
	int fd, failed, why;

	fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd == -1)
		return -1;
	do
		failed = fsync(fd);
	while (failed == -1 && errno == EINTR);
	why = errno;
	if (failed == -1 && fstat(fd, &st) == 0 && is_pointless(why, &st))
		failed = 0;
	/* nothing was written through it */
	(void)close(fd);
	errno = why;
	return failed;
}

static int
sync_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)at;
	if (type == FTW_DNR || type == FTW_NS)
		return -1;
	return type == FTW_DP ? path_sync(path) : 0;
}

int
tree_sync_folders(const char *folder)
{
	return nftw(folder, sync_one, TREE_DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

/* A listing under way. */
struct listing {
	struct arena *arena;
	const char *folder;
	struct tree_entry *entry;
	size_t count, cap;
};

static void
list_entry(struct listing *l, const char *path, bool regular)
{
	l->entry = arena_grow(
	    l->arena, l->entry, l->count, &l->cap, sizeof(*l->entry));
	l->entry[l->count++] =
	    (struct tree_entry){.path = path, .regular = regular};
}

static int list_folder(struct listing *, const char *path);

static int
list_name(struct listing *l, const char *path)
{
	struct stat st;

	if (lstat(file_join(l->arena, l->folder, path), &st) == -1)
		return -1;
	if (S_ISDIR(st.st_mode))
		return list_folder(l, path);
	list_entry(l, path, S_ISREG(st.st_mode));
	return 0;
}

static int
list_folder(struct listing *l, const char *path)
{
	DIR *dir = opendir(file_join(l->arena, l->folder, path));
	struct dirent *dirent;
	int result = 0, why;

	if (dir == NULL)
		return -1;
	errno = 0;
	while (result == 0 && (dirent = readdir(dir)) != NULL) {
		if (!is_dots(dirent->d_name))
			result = list_name(
			    l, file_join(l->arena, path, dirent->d_name));
		if (result == 0)
			errno = 0;
	}
	why = errno;
	closedir(dir);
	errno = why;
	return why == 0 ? result : -1;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct tree_entry *x = a, *y = b;

	return strcmp(x->path, y->path);
}

int
tree_list(struct arena *arena, const char *folder, struct tree_entry **entries,
    size_t *count)
{
	struct listing l = {.arena = arena, .folder = folder};

	if (list_folder(&l, "") == -1)
		return -1;
	if (l.count > 0)
		qsort(l.entry, l.count, sizeof(*l.entry), compare_entries);
	*entries = l.entry;
	*count = l.count;
	return 0;
}
