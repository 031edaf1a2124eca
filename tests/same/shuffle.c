/*
 * Folders listed in another order, for LD_PRELOAD: by SHUFFLE, a number.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#define FOLDERS 64
#define NAMES 4096

static struct folder {
	DIR *dir;
	struct dirent *name[NAMES];
	size_t count, at;
} folders[FOLDERS];

static unsigned long seed;

static size_t
chance(size_t below)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (seed >> 33) % below;
}

static void
shuffle(struct folder *f)
{
	for (size_t i = f->count; i > 1; i--) {
		size_t k = chance(i);
		struct dirent *other = f->name[i - 1];

		f->name[i - 1] = f->name[k];
		f->name[k] = other;
	}
}

static struct folder *
find(DIR *dir)
{
	for (size_t i = 0; i < FOLDERS; i++)
		if (folders[i].dir == dir)
			return &folders[i];
	return NULL;
}

static void
fill(struct folder *f, DIR *dir)
{
	struct dirent *(*next)(DIR *);
	struct dirent *entry;

	*(void **)&next = dlsym(RTLD_NEXT, "readdir");
	f->dir = dir;
	f->count = f->at = 0;
	while (f->count < NAMES && (entry = next(dir)) != NULL) {
		f->name[f->count] = malloc(sizeof(*entry));
		memcpy(f->name[f->count++], entry, sizeof(*entry));
	}
	shuffle(f);
}

struct dirent *
readdir(DIR *dir)
{
	struct folder *f = find(dir);

	if (seed == 0)
		seed = strtoul(getenv("SHUFFLE"), NULL, 10);
	if (f == NULL)
		fill(f = find(NULL), dir);
	return f->at < f->count ? f->name[f->at++] : NULL;
}

int
closedir(DIR *dir)
{
	int (*next)(DIR *);
	struct folder *f = find(dir);

	*(void **)&next = dlsym(RTLD_NEXT, "closedir");
	if (f != NULL)
		memset(f, 0, sizeof(*f));
	return next(dir);
}
