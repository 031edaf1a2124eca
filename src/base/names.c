#include "base/names.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct slot {
	const char *text; /* NULL: free */
	int value;
};

/* Open addressing; the number of slots is a power of two. */
struct hash {
	struct slot *slot;
	size_t nslot;
	size_t used;
};

struct names {
	struct arena *arena;
	struct hash spelling; /* as written, and what it came to */
	struct hash folded;   /* what was put */
	const char **text;    /* in order of appearance */
	size_t ntext, text_cap;
};

#define FIRST_SLOTS 64

static struct slot *hash_find(const struct hash *, const char *);
static void hash_set(struct arena *, struct hash *, const char *, int);

static uint64_t
hash_text(const char *text)
{
	uint64_t h = 1469598103934665603u; /* FNV-1a */

	while (*text != '\0')
		h = (h ^ (unsigned char)*text++) * 1099511628211u;
	return h ^ h >> 29;
}

static struct slot *
hash_find(const struct hash *hash, const char *text)
{
	size_t i = hash_text(text) & (hash->nslot - 1);

	while (
	    hash->slot[i].text != NULL && strcmp(hash->slot[i].text, text) != 0)
		i = (i + 1) & (hash->nslot - 1);
	return &hash->slot[i];
}

static void
hash_grow(struct arena *arena, struct hash *hash)
{
	struct hash old = *hash;
	size_t i;

	hash->nslot = old.nslot == 0 ? FIRST_SLOTS : old.nslot * 2;
	hash->slot = arena_array(arena, hash->nslot, sizeof(*hash->slot));
	for (i = 0; i < old.nslot; i++)
		if (old.slot[i].text != NULL)
			*hash_find(hash, old.slot[i].text) = old.slot[i];
}

static void
hash_set(struct arena *arena, struct hash *hash, const char *text, int value)
{
	struct slot *slot;

	if ((hash->used + 1) * 2 > hash->nslot)
		hash_grow(arena, hash);
	slot = hash_find(hash, text);
	if (slot->text == NULL) {
		slot->text = text;
		hash->used++;
	}
	slot->value = value;
}

struct names *
names_new(struct arena *arena)
{
	struct names *names = arena_alloc(arena, sizeof(*names));

	names->arena = arena;
	hash_grow(arena, &names->spelling);
	hash_grow(arena, &names->folded);
	return names;
}

int
names_put(struct names *names, const char *name, int value)
{
	const char *key = text_fold(names->arena, name);
	const struct slot *slot = hash_find(&names->folded, key);

	if (slot->text != NULL)
		return slot->value;
	name = arena_strdup(names->arena, name);
	hash_set(names->arena, &names->folded, key, value);
	hash_set(names->arena, &names->spelling, name, value);
	names->text = arena_grow(names->arena, names->text, names->ntext,
	    &names->text_cap, sizeof(*names->text));
	names->text[names->ntext++] = name;
	return NAMES_NONE;
}

int
names_get(struct names *names, const char *name)
{
	const struct slot *slot;

	if (name == NULL)
		return NAMES_NONE;
	slot = hash_find(&names->spelling, name);
	if (slot->text != NULL && slot->value != NAMES_NONE)
		return slot->value;
	slot = hash_find(&names->folded, text_fold(names->arena, name));
	if (slot->text == NULL)
		return NAMES_NONE;
	hash_set(names->arena, &names->spelling,
	    arena_strdup(names->arena, name), slot->value);
	return slot->value;
}

int
names_intern(struct names *names, const char *name)
{
	int value = names_get(names, name);

	if (value == NAMES_NONE) {
		value = (int)names->ntext;
		names_put(names, name, value);
	}
	return value;
}

size_t
names_count(const struct names *names)
{
	return names->ntext;
}

const char *
names_text(const struct names *names, size_t i)
{
	return names->text[i];
}

const char *
names_nearest(const struct names *names, const char *name)
{
	return text_nearest(names->arena, name, names->text, names->ntext);
}
