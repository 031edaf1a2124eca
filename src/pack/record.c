#include "pack/record.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/num.h"
#include "input/folder.h"
#include "pack/manifest.h"

#define NAMED 5   /* files named one by one; the others are counted */
#define SAME 1e-3 /* manifests hold four decimals */

/* One earlier pack against the input as it is now. */
struct comparison {
	struct arena *arena;
	struct diag *diag;
	const struct facts *facts;
	const char *name; /* "2015-02" */
	month month;
	const json_t *manifest;
	const struct source **source;  /* of the facts, by path */
	size_t nfile;                  /* that differ */
	size_t phase, light, progress; /* rollouts */
};

static void
differs(struct comparison *c, enum diag_code code, const char *path)
{
	const struct loc loc = {.file = path};

	if (c->nfile++ < NAMED)
		diag_add(c->diag, code, &loc, NULL, c->name, NULL);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
by_path(const void *a, const void *b)
{
	const struct source *const *left = a, *const *right = b;

	return strcmp((*left)->path, (*right)->path);
}

/* What the run read, in the order of the paths. */
static const struct source **
sort_sources(struct arena *arena, const struct facts *facts)
{
	const struct source **sorted;
	size_t i;

	sorted = arena_array(arena, facts->nsource, sizeof(*sorted));
	for (i = 0; i < facts->nsource; i++)
		sorted[i] = &facts->source[i];
	if (facts->nsource > 0)
		qsort(sorted, facts->nsource, sizeof(*sorted), by_path);
	return sorted;
}

static const struct source *
find_source(const struct comparison *c, const char *path)
{
	const struct source wanted = {.path = path}, *key = &wanted;
	const struct source *const *found;

	found = bsearch(
	    &key, c->source, c->facts->nsource, sizeof(*c->source), by_path);
	return found == NULL ? NULL : *found;
}

/* Files that the pack was made from and that are changed or gone. */
static void
compare_old(struct comparison *c, const json_t *inputs)
{
	const struct source *source;
	const char *path, *sha256;
	const json_t *entry;
	size_t i;

	json_array_foreach(inputs, i, entry)
	{
		path = json_string_value(json_object_get(entry, "path"));
		sha256 = json_string_value(json_object_get(entry, "sha256"));
		if (path == NULL || sha256 == NULL)
			continue;
		source = find_source(c, path);
		if (source == NULL)
			differs(
			    c, DIAG_record_gone, arena_strdup(c->arena, path));
		else if (strcmp(source->sha256, sha256) != 0)
			differs(c, DIAG_record_changed, source->path);
	}
}

/* The month that a file of the input belongs to; MONTH_NONE: to every one. */
static month
month_of_path(const char *path)
{
	char text[8] = "";

	if (strncmp(path, "status/", 7) != 0)
		return MONTH_NONE;
	strncpy(text, path + 7, sizeof(text) - 1);
	return month_parse(text);
}

/* The paths of the manifest's inputs, in order. */
static const char **
known_paths(struct arena *arena, const json_t *inputs, size_t *count)
{
	const char **path, *known;
	const json_t *entry;
	size_t i, n = 0;

	path = arena_array(arena, json_array_size(inputs), sizeof(*path));
	json_array_foreach(inputs, i, entry)
	{
		known = json_string_value(json_object_get(entry, "path"));
		if (known != NULL)
			path[n++] = known;
	}
	if (n > 0)
		qsort(path, n, sizeof(*path), by_text);
	*count = n;
	return path;
}

/* Files that have come since and belong to the pack's months. */
static void
compare_new(struct comparison *c, const json_t *inputs)
{
	const struct source *source;
	const char **known;
	size_t i, n;

	known = known_paths(c->arena, inputs, &n);
	for (i = 0; i < c->facts->nsource; i++) {
		source = &c->facts->source[i];
		if (month_of_path(source->path) <= c->month &&
		    bsearch(&source->path, known, n, sizeof(*known), by_text) ==
			NULL)
			differs(c, DIAG_record_new, source->path);
	}
}

static const struct moment *
moment_of(const struct figures *figures, month wanted)
{
	size_t k;

	for (k = 0; k < figures->nmoment; k++)
		if (figures->moment[k].month == wanted)
			return &figures->moment[k];
	return NULL;
}

static void
compare_rollout(
    struct comparison *c, const struct rollout_figures *f, const json_t *then)
{
	const json_t *progress = json_object_get(then, "progress");
	const char *phase = json_string_value(json_object_get(then, "phase"));
	const char *light = json_string_value(json_object_get(then, "light"));
	bool was = json_is_number(progress), is = num_given(f->progress);

	if (phase == NULL || light == NULL)
		return;
	c->phase +=
	    strcmp(phase,
		f->completed ? "completed"
			     : c->facts->model->phase[f->phase].id) != 0;
	c->light += strcmp(light, light_id(f->overall)) != 0;
	c->progress += was != is ||
	    (was && is &&
		fabs(json_number_value(progress) - f->progress) > SAME);
}

/* What the pack said of a rollout. */
struct then {
	const char *municipality, *solution;
	const json_t *entry;
};

static int
by_rollout(const void *a, const void *b)
{
	const struct then *left = a, *right = b;
	int order = strcmp(left->municipality, right->municipality);

	return order != 0 ? order : strcmp(left->solution, right->solution);
}

static struct then *
sort_rollouts(struct arena *arena, const json_t *rollouts, size_t *count)
{
	struct then *then, *next;
	const json_t *entry;
	size_t i, n = 0;

	then = arena_array(arena, json_array_size(rollouts), sizeof(*then));
	json_array_foreach(rollouts, i, entry)
	{
		next = &then[n];
		next->municipality =
		    json_string_value(json_object_get(entry, "municipality"));
		next->solution =
		    json_string_value(json_object_get(entry, "solution"));
		next->entry = entry;
		n += next->municipality != NULL && next->solution != NULL;
	}
	if (n > 0)
		qsort(then, n, sizeof(*then), by_rollout);
	*count = n;
	return then;
}

/* Only if the pack was made for the date that the moment has. */
static void
compare_figures(struct comparison *c)
{
	const struct portfolio *p = c->facts->portfolio;
	const struct moment *now = moment_of(c->facts->figures, c->month);
	const char *date =
	    json_string_value(json_object_get(c->manifest, "date"));
	const struct then *then, *found;
	struct then wanted = {.entry = NULL};
	char iso[11];
	size_t i, n;

	if (now == NULL || date == NULL)
		return;
	day_iso(now->date, iso);
	if (strcmp(iso, date) != 0)
		return;
	then = sort_rollouts(
	    c->arena, json_object_get(c->manifest, "rollouts"), &n);
	for (i = 0; i < p->nrollout; i++) {
		wanted.municipality =
		    p->municipality[p->rollout[i].municipality].code_text;
		wanted.solution = p->solution[p->rollout[i].solution].id;
		found = bsearch(&wanted, then, n, sizeof(*then), by_rollout);
		if (found != NULL)
			compare_rollout(c, &now->rollout[i], found->entry);
	}
}

static const char *
number(struct arena *arena, size_t n)
{
	return arena_printf(arena, "%zu", n);
}

static void
compare(struct comparison *c)
{
	const struct loc loc = {.file = c->name};
	const json_t *inputs = json_object_get(c->manifest, "inputs");

	compare_old(c, inputs);
	compare_new(c, inputs);
	if (c->nfile == 0)
		return;
	compare_figures(c);
	diag_add(c->diag, DIAG_record_differs, &loc, c->name,
	    number(c->arena, c->nfile), number(c->arena, c->phase),
	    number(c->arena, c->light), number(c->arena, c->progress), NULL);
}

/* The months of the packs in output, rising; at most up to the last. */
static month *
find_packs(struct arena *arena, const char *output, month last, size_t *count)
{
	month *packs = NULL, m;
	size_t cap = 0, i;
	struct dirent *entry;
	DIR *dir = opendir(output);

	*count = 0;
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		m = month_parse(entry->d_name);
		if (m == MONTH_NONE || m > last)
			continue;
		packs = arena_grow(arena, packs, *count, &cap, sizeof(*packs));
		for (i = (*count)++; i > 0 && packs[i - 1] > m; i--)
			packs[i] = packs[i - 1];
		packs[i] = m;
	}
	if (dir != NULL)
		closedir(dir);
	return packs;
}

void
record_check(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct pack_options *options)
{
	size_t n, i;
	const month *pack = find_packs(
	    arena, options->output, facts->portfolio->report_month, &n);
	const struct source **source = sort_sources(arena, facts);
	char name[8];
	json_t *manifest;

	for (i = 0; pack != NULL && i < n; i++) {
		month_iso(pack[i], name);
		manifest =
		    manifest_load(file_join(arena, options->output, name));
		if (manifest == NULL)
			continue;
		compare(&(struct comparison){.arena = arena,
		    .diag = diag,
		    .facts = facts,
		    .name = arena_strdup(arena, name),
		    .month = pack[i],
		    .manifest = manifest,
		    .source = source});
		json_decref(manifest);
	}
}
