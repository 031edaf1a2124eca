/*
 * Which files templates are read from: the reader's own where there are, else
 * those that the program came with.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "report/templates.h"

static int
report_unreadable(struct diag *diag, const char *folder)
{
	const struct loc loc = {.file = folder};

	diag_add(diag, DIAG_template_unreadable, &loc, folder, strerror(errno),
	    (char *)NULL);
	return -1;
}

/* 1 or 0; -1 after reporting a folder that can't be asked. */
static int
is_same_folder(struct diag *diag, const char *base, const char *own)
{
	struct stat left, right;

	if (stat(base, &left) == -1)
		return report_unreadable(diag, base);
	if (stat(own, &right) == -1)
		return report_unreadable(diag, own);
	return left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/* Returns -1 after reporting a folder that can't be read. */
static int
add_folder(struct arena *arena, struct diag *diag, const char *folder, bool own,
    struct template_files *files)
{
	struct template_source *source;
	struct file_entry *entry;
	size_t i, n;

	if (file_walk(arena, folder, &entry, &n) == -1)
		return report_unreadable(diag, folder);
	source = arena_array(arena, files->count + n, sizeof(*source));
	if (files->count > 0)
		memcpy(source, files->source, files->count * sizeof(*source));
	for (i = 0; i < n; i++)
		if (entry[i].type != FILE_HIDDEN)
			source[files->count++] =
			    (struct template_source){.name = entry[i].path,
				.path = file_join(arena, folder, entry[i].path),
				.own = own};
	files->source = source;
	return 0;
}

/* By name; of two of a name the one that the program came with is first. */
static int
by_name(const void *a, const void *b)
{
	const struct template_source *left = a, *right = b;
	int order = strcmp(left->name, right->name);

	return order != 0 ? order : (int)left->own - (int)right->own;
}

int
template_files_find(struct arena *arena, struct diag *diag, const char *own,
    const char *base, struct template_files *files)
{
	int same;

	*files = (struct template_files){.folder = own};
	same = base == NULL ? 1 : is_same_folder(diag, base, own);
	if (same == -1)
		return -1;
	if (same == 0) {
		files->layered = true;
		if (add_folder(arena, diag, base, false, files) == -1)
			return -1;
	}
	if (add_folder(arena, diag, own, true, files) == -1)
		return -1;
	if (files->count > 0)
		qsort(files->source, files->count, sizeof(*files->source),
		    by_name);
	return 0;
}

struct template_source *
template_files_of(
    const struct template_files *files, const char *name, bool own)
{
	size_t i;

	for (i = 0; i < files->count; i++)
		if (files->source[i].own == own &&
		    strcmp(files->source[i].name, name) == 0)
			return &files->source[i];
	return NULL;
}

struct template_source *
template_files_first(const struct template_files *files, const char *name)
{
	struct template_source *source = template_files_of(files, name, true);

	return source != NULL ? source : template_files_of(files, name, false);
}
