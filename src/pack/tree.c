#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/tree.h"

#define TREE_DESCRIPTORS 16

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

int
tree_remove(const char *folder)
{
	return nftw(folder, remove_one, TREE_DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

int
path_sync(const char *path)
{
	int fd, failed, why;

	fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd == -1)
		return -1;
	failed = fsync(fd);
	why = errno;
	if (close(fd) == -1)
		return -1;
	errno = why;
	return failed;
}

static int
sync_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)at;
	return type == FTW_DP ? path_sync(path) : 0;
}

int
tree_sync_folders(const char *folder)
{
	return nftw(folder, sync_one, TREE_DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}
