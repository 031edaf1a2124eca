#include "base/diag_tally.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define FIRST_SLOTS 64

/* Open addressing; the number of slots is a power of two. */
struct tallies {
	struct arena *arena;
	struct tally **slot; /* NULL: free */
	size_t nslot;
	size_t used;
	struct tally *recent; /* findings of a file come together */
};

struct tallies *
tallies_new(struct arena *arena)
{
	struct tallies *t = arena_alloc(arena, sizeof(*t));

	t->arena = arena;
	t->nslot = FIRST_SLOTS;
	t->slot = arena_array(arena, t->nslot, sizeof(*t->slot));
	return t;
}

static bool
is_of(const struct tally *tally, const char *file, enum diag_code code,
    enum diag_level level)
{
	return tally->code == code && tally->level == level &&
	    strcmp(tally->file, file) == 0;
}

static struct tally **
find_slot(const struct tallies *t, const char *file, enum diag_code code,
    enum diag_level level)
{
	uint64_t hash = 1469598103934665603u; /* FNV-1a */
	size_t at;

	for (const char *p = file; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 1099511628211u;
	hash = (hash ^ (uint64_t)code) * 1099511628211u;
	hash ^= hash >> 29;
	for (at = hash & (t->nslot - 1);
	     t->slot[at] != NULL && !is_of(t->slot[at], file, code, level);)
		at = (at + 1) & (t->nslot - 1);
	return &t->slot[at];
}

static void
grow(struct tallies *t)
{
	struct tallies old = *t;

	t->nslot *= 2;
	t->slot = arena_array(t->arena, t->nslot, sizeof(*t->slot));
	for (size_t i = 0; i < old.nslot; i++) {
		struct tally *tally = old.slot[i];

		if (tally != NULL)
			*find_slot(t, tally->file, tally->code, tally->level) =
			    tally;
	}
}

struct tally *
tallies_find(struct tallies *t, const char *file, enum diag_code code,
    enum diag_level level)
{
	struct tally **slot, *tally;

	if (t->recent != NULL && is_of(t->recent, file, code, level))
		return t->recent;
	slot = find_slot(t, file, code, level);
	if (*slot == NULL && (t->used + 1) * 2 > t->nslot) {
		grow(t);
		slot = find_slot(t, file, code, level);
	}
	if (*slot == NULL) {
		tally = arena_alloc(t->arena, sizeof(*tally));
		*tally = (struct tally){
		    arena_strdup(t->arena, file), code, level, 0, NULL};
		*slot = tally;
		t->used++;
	}
	t->recent = *slot;
	return t->recent;
}
