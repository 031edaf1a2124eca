#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/timing.h"
#include "pack/interrupt.h"
#include "pack/litter.h"
#include "pack/manifest.h"
#include "pack/stage.h"
#include "pack/tree.h"

/* Report that a path failed, by errno. */
static int
failed(const struct stage *stage, const char *path)
{
	diag_add(stage->diag, DIAG_output_failed, NULL, path, strerror(errno),
	    (char *)NULL);
	return -1;
}

/* The same of a path in the pack: named as it would be found later. */
static int
failed_inside(const struct stage *stage, const char *path)
{
	int why = errno;
	const char *full = file_join(stage->arena, stage->target, path);

	errno = why;
	return failed(stage, full);
}

static int
take_lock(struct stage *stage)
{
	const char *path;

	path = file_join(stage->arena, stage->output, ".parathed.lock");
	stage->lock =
	    open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (stage->lock == -1)
		return failed(stage, path);
	if (flock(stage->lock, LOCK_EX | LOCK_NB) == 0)
		return 0;
	if (errno != EWOULDBLOCK)
		return failed(stage, path);
	diag_add(
	    stage->diag, DIAG_output_busy, NULL, stage->output, (char *)NULL);
	return -1;
}

/* What stands in the way must be a pack, or an empty folder. */
static int
check_target(const struct stage *stage)
{
	struct stat st;

	if (lstat(stage->target, &st) == -1)
		return errno == ENOENT ? 0 : failed(stage, stage->target);
	if (S_ISDIR(st.st_mode)) {
		if (manifest_is_ours(stage->target))
			return 0;
		if (errno == 0 && folder_is_empty(stage->target))
			return 0;
		if (errno != 0) {
			diag_add(stage->diag, DIAG_pack_unreadable, NULL,
			    stage->target, strerror(errno), (char *)NULL);
			return -1;
		}
	}
	diag_add(stage->diag, DIAG_output_foreign, NULL, stage->target,
	    (char *)NULL);
	return -1;
}

int
stage_open(struct stage *stage, struct arena *arena, struct diag *diag,
    const char *output, const char *name)
{
	char *folder;

	*stage = (struct stage){.arena = arena,
	    .diag = diag,
	    .output = output,
	    .name = name,
	    .target = file_join(arena, output, name),
	    .lock = -1};
	if (mkdir(output, 0777) == -1 && errno != EEXIST)
		return failed(stage, output);
	if (take_lock(stage) == -1)
		return -1;
	if (litter_sweep(arena, output) == -1)
		return failed(stage, output);
	if (check_target(stage) == -1)
		return -1;
	folder = arena_printf(arena, "%s/.%s.tmp-XXXXXX", output, name);
	if (mkdtemp(folder) == NULL)
		return failed(stage, folder);
	stage->folder = folder;
	return 0;
}

/* The parent of a path, and its last part, whatever '/' it ends in. */
static void
split_path(struct stage *stage, const char *path)
{
	char *whole = arena_strdup(stage->arena, path), *slash;
	size_t len = strlen(whole);

	while (len > 1 && whole[len - 1] == '/')
		whole[--len] = '\0';
	stage->target = arena_strdup(stage->arena, whole);
	slash = strrchr(whole, '/');
	if (slash == NULL) {
		stage->output = ".";
		stage->name = whole;
		return;
	}
	*slash = '\0';
	stage->output = slash == whole ? "/" : whole;
	stage->name = slash + 1;
}

static int
in_the_way(const struct stage *stage)
{
	diag_add(
	    stage->diag, DIAG_fix_exists, NULL, stage->target, (char *)NULL);
	return -1;
}

void
stage_name_fresh(struct stage *stage, struct arena *arena, struct diag *diag,
    const char *target)
{
	*stage = (struct stage){
	    .arena = arena, .diag = diag, .lock = -1, .fresh = true};
	split_path(stage, target);
}

int
stage_open_fresh(struct stage *stage)
{
	struct stat st;
	char *folder;

	if (lstat(stage->target, &st) == -1) {
		if (errno != ENOENT)
			return failed(stage, stage->target);
	} else if (!S_ISDIR(st.st_mode) || !folder_is_empty(stage->target))
		return in_the_way(stage);
	folder = arena_printf(
	    stage->arena, "%s/.%s.tmp-XXXXXX", stage->output, stage->name);
	if (mkdtemp(folder) == NULL)
		return failed(stage, folder);
	stage->folder = folder;
	return 0;
}

/* The folders that a path below the staging folder needs. */
static int
make_way(const struct stage *stage, const char *path)
{
	const char *folder, *slash;

	for (slash = strchr(path, '/'); slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		folder = arena_printf(stage->arena, "%s/%.*s", stage->folder,
		    (int)(slash - path), path);
		if (mkdir(folder, 0777) == -1 && errno != EEXIST)
			return failed_inside(stage, path);
	}
	return 0;
}

static int
write_all(int fd, const char *bytes, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, bytes, len);
		if (n == -1 && errno != EINTR)
			return -1;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return 0;
}

static int
twice(const struct stage *stage, const char *path)
{
	diag_add(stage->diag, DIAG_output_twice, NULL, path, (char *)NULL);
	return -1;
}

static int
write_file(
    const struct stage *stage, const char *path, const void *bytes, size_t len)
{
	const char *full;
	int fd, result;

	if (make_way(stage, path) == -1)
		return -1;
	full = file_join(stage->arena, stage->folder, path);
	fd = open(
	    full, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd == -1)
		return errno == EEXIST ? twice(stage, path)
				       : failed_inside(stage, path);
	result = 0;
	if (write_all(fd, bytes, len) == -1)
		result = failed_inside(stage, path);
	/* The disk may begin: stage_publish() waits, and hears of faults. */
	(void)sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
	if (close(fd) == -1 && errno != EINTR && result == 0)
		result = failed_inside(stage, path);
	return result;
}

int
stage_write(
    const struct stage *stage, const char *path, const void *bytes, size_t len)
{
	enum timing was = timing_open(TIMING_WRITE);
	int result = write_file(stage, path, bytes, len);

	timing_open(was);
	return result;
}

int
stage_replace(
    const struct stage *stage, const char *path, const void *bytes, size_t len)
{
	const char *full;

	full = file_join(stage->arena, stage->folder, path);
	if (unlink(full) == -1 && errno != ENOENT)
		return failed_inside(stage, path);
	return stage_write(stage, path, bytes, len);
}

/* Some network drives can't exchange two folders: two steps, not one. */
static int
replace_in_two(const struct stage *stage, const char *old)
{
	if (rename(stage->target, old) == -1 && errno != ENOENT)
		return failed(stage, stage->target);
	if (rename(stage->folder, stage->target) == 0)
		return 0;
	failed(stage, stage->target);
	if (rename(old, stage->target) == -1 && errno != ENOENT)
		failed(stage, old);
	return -1;
}

/* Sets *old to where the earlier pack stands now, if there was one. */
static int
put_in_place(const struct stage *stage, const char **old)
{
	*old = stage->folder;
	if (stage->fresh && rmdir(stage->target) == -1 && errno != ENOENT)
		return in_the_way(stage);
	if (renameat2(AT_FDCWD, stage->folder, AT_FDCWD, stage->target,
		RENAME_NOREPLACE) == 0)
		return 0;
	if (errno == EEXIST && stage->fresh)
		return in_the_way(stage);
	if (errno == EEXIST &&
	    renameat2(AT_FDCWD, stage->folder, AT_FDCWD, stage->target,
		RENAME_EXCHANGE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
		return failed(stage, stage->target);
	diag_add(stage->diag, DIAG_output_two_steps, NULL, stage->target,
	    (char *)NULL);
	*old = litter_old_name(stage->arena, stage->folder);
	return replace_in_two(stage, *old);
}

static mode_t
folder_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0777 & ~mask;
}

/* Waits until the disk keeps every file and the names in every folder. */
static int
settle(const struct stage *stage)
{
	struct tree_entry *entry;
	size_t i, n;

	if (chmod(stage->folder, folder_mode()) == -1 ||
	    tree_list(stage->arena, stage->folder, &entry, &n) == -1)
		return failed(stage, stage->folder);
	for (i = 0; i < n; i++) {
		if (interrupt_seen())
			return -1;
		if (path_sync(file_join(
			stage->arena, stage->folder, entry[i].path)) == -1)
			return failed_inside(stage, entry[i].path);
	}
	if (tree_sync_folders(stage->folder) == -1)
		return failed(stage, stage->folder);
	return 0;
}

int
stage_publish(struct stage *stage)
{
	enum timing was = timing_open(TIMING_WRITE);
	int settled = settle(stage);
	const char *old;

	timing_open(was);
	if (settled == -1 || put_in_place(stage, &old) == -1)
		return -1;
	stage->folder = NULL;
	stage->published = true;
	/* From here on the new pack stands: no fault takes it back. */
	if (path_sync(stage->output) == -1)
		diag_at(stage->diag, DIAG_WARNING, DIAG_output_failed, NULL,
		    stage->output, strerror(errno), (char *)NULL);
	if (tree_remove(old) == -1 && errno != ENOENT)
		diag_at(stage->diag, DIAG_WARNING, DIAG_output_failed, NULL,
		    old, strerror(errno), (char *)NULL);
	return 0;
}

void
stage_close(struct stage *stage)
{
	if (stage->folder != NULL && tree_remove(stage->folder) == -1)
		failed(stage, stage->folder);
	stage->folder = NULL;
	if (stage->lock != -1)
		close(stage->lock);
	stage->lock = -1;
}
