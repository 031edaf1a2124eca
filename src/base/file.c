#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

/* Read until len bytes are there or the file ends; -1 with errno set. */
static ssize_t
read_fully(int fd, char *bytes, size_t len)
{
	size_t done;
	ssize_t n;

	for (done = 0; done < len; done += (size_t)n) {
		n = read(fd, bytes + done, len - done);
		if (n == -1 && errno == EINTR)
			n = 0;
		else if (n == -1)
			return -1;
		else if (n == 0)
			break;
	}
	return (ssize_t)done;
}

/* A byte more than the file was said to have shows that it still grows. */
static char *
read_open(struct arena *arena, int fd, size_t limit, size_t *len)
{
	struct stat st;
	char *bytes;
	ssize_t n;
	size_t size;

	if (fstat(fd, &st) == -1)
		return NULL;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return NULL;
	}
	if ((unsigned long long)st.st_size > limit) {
		errno = EFBIG;
		return NULL;
	}
	size = (size_t)st.st_size;
	bytes = arena_alloc(arena, size + 1);
	n = read_fully(fd, bytes, size + 1);
	if (n == -1)
		return NULL;
	if ((size_t)n > size) {
		errno = EBUSY;
		return NULL;
	}
	bytes[n] = '\0';
	*len = (size_t)n;
	return bytes;
}

char *
file_read(struct arena *arena, const char *path, size_t limit, size_t *len)
{
	char *bytes;
	int fd, saved;

	*len = 0;
	/* O_NONBLOCK: a named pipe must not hold the run up. */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd == -1)
		return NULL;
	bytes = read_open(arena, fd, limit, len);
	saved = errno;
	(void)close(fd);
	errno = saved;
	return bytes;
}

bool
file_fault_of_machine(int why)
{
	switch (why) {
	case EACCES:
	case EPERM:
	case ENOENT:
	case EISDIR:
	case ENOTDIR:
	case ELOOP:
	case ENAMETOOLONG:
	case EINVAL: /* no regular file */
	case EFBIG:
	case EBUSY: /* it grows */
	case ENXIO:
	case ENODEV:
	case EOVERFLOW:
		return false;
	}
	return true;
}

/* A walk under way. */
struct walk {
	int why; /* errno of a machine that failed, or 0 */
	struct arena *arena;
	struct file_entry *entry;
	size_t count;
	size_t cap;
};

static void
add_entry(struct walk *walk, const char *path, enum file_type type)
{
	walk->entry = arena_grow(walk->arena, walk->entry, walk->count,
	    &walk->cap, sizeof(*walk->entry));
	walk->entry[walk->count].path = path;
	walk->entry[walk->count].type = type;
	walk->count++;
}

static bool
named_csv(const char *name)
{
	size_t len;

	len = strlen(name);
	return len >= 4 && strcasecmp(name + len - 4, ".csv") == 0;
}

/* What a name counts as that errno speaks of. */
static enum file_type
note_fault(struct walk *walk, enum file_type type)
{
	if (walk->why == 0 && file_fault_of_machine(errno))
		walk->why = errno;
	return type;
}

/* A link counts as what it leads to, unless that is a folder. */
static enum file_type
type_of(struct walk *walk, int folder, const char *name)
{
	struct stat st;

	if (name[0] == '.')
		return FILE_HIDDEN;
	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return note_fault(walk, FILE_OTHER);
	if (S_ISDIR(st.st_mode))
		return FILE_FOLDER;
	if (S_ISLNK(st.st_mode) && fstatat(folder, name, &st, 0) == -1)
		return note_fault(walk, FILE_OTHER);
	return S_ISREG(st.st_mode) ? FILE_REGULAR : FILE_OTHER;
}

static int walk_folder(struct walk *, int, const char *);

static void
walk_name(struct walk *walk, int folder, const char *prefix, const char *name)
{
	const char *path;
	enum file_type type;
	size_t before;
	int fd;

	path = file_join(walk->arena, prefix, name);
	type = type_of(walk, folder, name);
	if (type != FILE_FOLDER || named_csv(name)) {
		add_entry(walk, path, type);
		return;
	}
	before = walk->count;
	fd = openat(
	    folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd == -1 || walk_folder(walk, fd, path) == -1) {
		walk->count = before;
		add_entry(walk, path, note_fault(walk, FILE_FOLDER));
	}
}

/* Takes fd over.  -1 with errno set if the folder can't be read to its end. */
static int
walk_folder(struct walk *walk, int fd, const char *prefix)
{
	struct dirent *dirent;
	DIR *dir;
	int failure;

	dir = fdopendir(fd);
	if (dir == NULL) {
		failure = errno;
		(void)close(fd);
		errno = failure;
		return -1;
	}
	errno = 0;
	while ((dirent = readdir(dir)) != NULL) {
		if (strcmp(dirent->d_name, ".") != 0 &&
		    strcmp(dirent->d_name, "..") != 0)
			walk_name(walk, fd, prefix, dirent->d_name);
		errno = 0;
	}
	failure = errno;
	(void)closedir(dir);
	errno = failure;
	return failure == 0 ? 0 : -1;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct file_entry *x = a, *y = b;

	return strcmp(x->path, y->path);
}

int
file_walk(struct arena *arena, const char *folder, struct file_entry **entries,
    size_t *count)
{
	struct walk walk = {.arena = arena};
	int fd;

	*entries = NULL;
	*count = 0;
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1 || walk_folder(&walk, fd, "") == -1)
		return -1;
	errno = walk.why;
	if (errno != 0)
		return -1;
	if (walk.count > 0)
		qsort(walk.entry, walk.count, sizeof(*walk.entry),
		    compare_entries);
	*entries = walk.entry;
	*count = walk.count;
	return 0;
}

char *
file_join(struct arena *arena, const char *a, const char *b)
{
	size_t len;

	len = strlen(a);
	if (len == 0 || a[len - 1] == '/')
		return arena_printf(arena, "%s%s", a, b);
	return arena_printf(arena, "%s/%s", a, b);
}
