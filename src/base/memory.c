/*
 * Out of memory, wherever it strikes, is the end that arena.h describes.
 *
 * The libraries don't all stand it: the workbook library crashes, or goes on
 * and leaves out what it had no room for.  As the first definitions of these
 * names that the linker finds, the ones here serve the libraries too; the C
 * library's own do the work.  Sanitizers bring allocators of their own.
 *
 * Small blocks that are freed are kept by size for the next that asks: the
 * workbook library takes some for every cell and gives them back with the
 * workbook, and the C library's way of putting them together and cutting them
 * up again was a tenth of a pack's time.  There is one thread.
 */
#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define OTHER_ALLOCATOR
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    !defined(__GLIBC__)
#define OTHER_ALLOCATOR
#endif

#ifndef OTHER_ALLOCATOR
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void __libc_free(void *);

#define STEP ((size_t)16)       /* the sizes of blocks are this far apart */
#define HEAD sizeof(size_t)     /* what the C library adds to each */
#define KEPT_MAX ((size_t)4352) /* an attribute of the workbook library */

/* The next of its size stands in the block itself. */
struct kept {
	struct kept *next;
};

static struct kept *kept[KEPT_MAX / STEP + 2];

static void *
kept_take(size_t size)
{
	struct kept **list, *block;

	if (size > KEPT_MAX)
		return NULL;
	if (size < 2 * STEP - HEAD)
		size = 2 * STEP - HEAD;
	list = &kept[(size + HEAD + STEP - 1) / STEP];
	block = *list;
	if (block != NULL)
		*list = block->next;
	return block;
}

void *
malloc(size_t size)
{
	void *memory = kept_take(size);

	if (memory == NULL)
		memory = __libc_malloc(size);
	if (memory == NULL)
		arena_exhausted();
	return memory;
}

void *
calloc(size_t count, size_t size)
{
	void *memory = NULL;

	if (count <= KEPT_MAX && size <= KEPT_MAX)
		memory = kept_take(count * size);
	if (memory != NULL)
		return memset(memory, 0, count * size);
	memory = __libc_calloc(count, size);
	if (memory == NULL)
		arena_exhausted();
	return memory;
}

void
free(void *memory)
{
	struct kept *block = memory;
	size_t size;

	if (memory == NULL)
		return;
	size = malloc_usable_size(memory);
	if (size > KEPT_MAX) {
		__libc_free(memory);
		return;
	}
	size = (size + HEAD) / STEP;
	block->next = kept[size];
	kept[size] = block;
}

/* What is kept comes and goes by malloc() and free() alone, or it piles up. */
static void *
move(void *old, size_t had, size_t size)
{
	void *memory = malloc(size);

	memcpy(memory, old, had < size ? had : size);
	free(old);
	return memory;
}

/* realloc(p, 0) frees, and NULL is its answer. */
void *
realloc(void *old, size_t size)
{
	size_t had;
	void *memory;

	if (old == NULL)
		return malloc(size);
	if (size == 0) {
		free(old);
		return NULL;
	}
	had = malloc_usable_size(old);
	if (had <= KEPT_MAX)
		return size <= had ? old : move(old, had, size);
	if (size <= KEPT_MAX)
		return move(old, had, size);
	memory = __libc_realloc(old, size);
	if (memory == NULL)
		arena_exhausted();
	return memory;
}
#endif
