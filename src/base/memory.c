/*
 * Out of memory, wherever it strikes, is the end that arena.h describes.
 *
 * The libraries don't all stand it: the workbook library crashes, or goes on
 * and leaves out what it had no room for.  As the first definitions of these
 * names that the linker finds, the ones here serve the libraries too; the C
 * library's own do the work.  Sanitizers bring allocators of their own.
 */
#include <stddef.h>
#include <stdlib.h>

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

void *
malloc(size_t size)
{
	void *memory = __libc_malloc(size);

	if (memory == NULL)
		arena_exhausted();
	return memory;
}

void *
calloc(size_t count, size_t size)
{
	void *memory = __libc_calloc(count, size);

	if (memory == NULL)
		arena_exhausted();
	return memory;
}

/* realloc(p, 0) frees, and NULL is its answer. */
void *
realloc(void *old, size_t size)
{
	void *memory = __libc_realloc(old, size);

	if (memory == NULL && (size > 0 || old == NULL))
		arena_exhausted();
	return memory;
}
#endif
