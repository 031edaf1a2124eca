#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first block; each later one is twice as large, up to BLOCK_MAX. */
#define BLOCK_MIN ((size_t)4096)
#define BLOCK_MAX ((size_t)1024 * 1024)

#define SHORT 256 /* bytes of a text that is printed but once */

struct block {
	struct block *next; /* older */
	size_t used;        /* bytes of memory[] given away */
	size_t size;        /* bytes of memory[] */
	max_align_t memory[];
};

/* Not the arena's own memory, but gone with it. */
struct adopted {
	struct adopted *next;
	void (*release)(void *);
	void *object;
};

struct arena {
	struct block *block; /* newest first; the head has room left */
	size_t size;         /* of the next block */
	struct adopted *adopted;
};

static tidy_fn *at_exhaustion;

tidy_fn *
arena_at_exhaustion(tidy_fn *tidy)
{
	tidy_fn *before = at_exhaustion;

	at_exhaustion = tidy;
	return before;
}

/* What is half written must not be flushed, and no handler may want memory. */
void
arena_exhausted(void)
{
	tidy_fn *tidy = at_exhaustion;
	int status = 2;

	at_exhaustion = NULL;
	fputs("parathed: out of memory\n", stderr);
	if (tidy != NULL)
		status = tidy();
	_exit(status);
}

/* calloc() gives pages the system has just cleared, without clearing twice. */
static struct block *
block_new(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block))
		arena_exhausted();
	block = calloc(1, sizeof(*block) + size);
	if (block == NULL)
		arena_exhausted();
	block->size = size;
	return block;
}

struct arena *
arena_new(void)
{
	struct arena *arena;

	arena = calloc(1, sizeof(*arena));
	if (arena == NULL)
		arena_exhausted();
	arena->size = BLOCK_MIN;
	return arena;
}

void
arena_free(struct arena *arena)
{
	struct block *block, *next;
	struct adopted *a;

	if (arena == NULL)
		return;
	for (a = arena->adopted; a != NULL; a = a->next)
		a->release(a->object);
	for (block = arena->block; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	free(arena);
}

/* A big request goes behind the head, whose room stays in use. */
static void *
alloc_own_block(struct arena *arena, size_t size)
{
	struct block *block;

	block = block_new(size);
	block->used = size;
	if (arena->block == NULL) {
		arena->block = block;
	} else {
		block->next = arena->block->next;
		arena->block->next = block;
	}
	return block->memory;
}

static void
add_block(struct arena *arena)
{
	struct block *block;

	block = block_new(arena->size);
	block->next = arena->block;
	arena->block = block;
	if (arena->size < BLOCK_MAX)
		arena->size *= 2;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct block *block;
	void *memory;

	if (size > SIZE_MAX - align)
		arena_exhausted();
	size = size == 0 ? align : (size + align - 1) / align * align;
	block = arena->block;
	if (block == NULL || block->size - block->used < size) {
		if (size > arena->size / 4)
			return alloc_own_block(arena, size);
		add_block(arena);
		block = arena->block;
	}
	memory = (char *)block->memory + block->used;
	block->used += size;
	return memory;
}

void
arena_adopt(struct arena *arena, void (*release)(void *), void *object)
{
	struct adopted *a = arena_alloc(arena, sizeof(*a));

	*a = (struct adopted){arena->adopted, release, object};
	arena->adopted = a;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		arena_exhausted();
	return arena_alloc(arena, count * size);
}

void *
arena_grow(
    struct arena *arena, void *array, size_t count, size_t *cap, size_t size)
{
	void *moved;
	size_t want;

	if (count < *cap)
		return array;
	if (count > SIZE_MAX / 2)
		arena_exhausted();
	want = count < 4 ? 8 : count * 2;
	moved = arena_array(arena, want, size);
	if (count > 0)
		memcpy(moved, array, count * size);
	*cap = want;
	return moved;
}

char *
arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *
arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		arena_exhausted();
	copy = arena_alloc(arena, len + 1);
	if (len > 0)
		memcpy(copy, text, len);
	return copy;
}

/* A long one is printed again when its length is known. */
char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
	char room[SHORT];
	va_list args;
	char *text;
	int len;

	va_start(args, fmt);
	len = vsnprintf(room, sizeof(room), fmt, args);
	va_end(args);
	if (len < 0)
		arena_exhausted();
	if ((size_t)len < sizeof(room))
		return arena_strndup(arena, room, (size_t)len);
	text = arena_alloc(arena, (size_t)len + 1);
	va_start(args, fmt);
	(void)vsnprintf(text, (size_t)len + 1, fmt, args);
	va_end(args);
	return text;
}
