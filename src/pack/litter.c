#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/file.h"
#include "pack/litter.h"
#include "pack/tree.h"

#define TMP ".tmp-"
#define OLD ".old-"
#define TAIL 5        /* of either, */
#define SALT 6        /* then XXXXXX */
#define FORM "skema-" /* what else a folder's name may begin with */

/* How long "2015-03" is in ".2015-03.tmp-XXXXXX". */
static size_t
name_length(const char *name)
{
	size_t len = strlen(name);

	return len > 1 + TAIL + SALT ? len - 1 - TAIL - SALT : 0;
}

/* True of ".2015-03.tmp-XXXXXX" if the tail is TMP; of ".skema-..." too. */
static bool
is_litter(const char *name, const char *tail)
{
	size_t len = name_length(name);
	char text[8];

	if (len == 0 || name[0] != '.' ||
	    strncmp(name + 1 + len, tail, TAIL) != 0)
		return false;
	if (strncmp(name + 1, FORM, strlen(FORM)) == 0)
		return true;
	if (len >= sizeof(text))
		return false;
	memcpy(text, name + 1, len);
	text[len] = '\0';
	return month_parse(text) != MONTH_NONE;
}

/* A pack that was moved aside, and whose successor never came. */
static int
put_back(struct arena *arena, const char *output, const char *name)
{
	const char *old, *target;

	old = file_join(arena, output, name);
	target = arena_printf(
	    arena, "%s/%.*s", output, (int)name_length(name), name + 1);
	if (renameat2(AT_FDCWD, old, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno == EEXIST)
		return tree_remove(old);
	if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
		return -1;
	/* a folder that is not empty stops a plain rename */
	if (rename(old, target) == 0)
		return 0;
	return errno == ENOTEMPTY || errno == EEXIST ? tree_remove(old) : -1;
}

static int
sweep_one(struct arena *arena, const char *output, const char *name)
{
	if (is_litter(name, TMP))
		return tree_remove(file_join(arena, output, name));
	if (is_litter(name, OLD))
		return put_back(arena, output, name);
	return 0;
}

int
litter_sweep(struct arena *arena, const char *output)
{
	struct dirent *entry;
	DIR *dir;
	int result, why;

	dir = opendir(output);
	if (dir == NULL)
		return -1;
	result = 0;
	errno = 0;
	while (result == 0 && (entry = readdir(dir)) != NULL) {
		result = sweep_one(arena, output, entry->d_name);
		if (result == 0)
			errno = 0;
	}
	why = errno;
	closedir(dir);
	errno = why;
	return why == 0 ? 0 : -1;
}

char *
litter_old_name(struct arena *arena, const char *folder)
{
	char *old;

	old = arena_strdup(arena, folder);
	memcpy(old + strlen(old) - SALT - TAIL, OLD, TAIL);
	return old;
}

bool
folder_is_empty(const char *folder)
{
	struct dirent *entry;
	DIR *dir;
	int n = 0, why;

	dir = opendir(folder);
	if (dir == NULL)
		return false;
	errno = 0;
	while ((entry = readdir(dir)) != NULL)
		n += strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0;
	why = errno;
	closedir(dir);
	errno = why;
	return n == 0 && why == 0;
}
