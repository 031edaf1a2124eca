/*
 * Blocks that are kept for the next: whole, aligned, and none twice.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BLOCKS 4096
#define ROUNDS 200000

struct block {
	unsigned char *bytes;
	size_t size;
	unsigned char mark;
};

static uint32_t seed = 1;

static size_t
some(size_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % below;
}

static void
assert_filled(const unsigned char *bytes, size_t size, unsigned char mark)
{
	size_t i;

	for (i = 0; i < size; i++)
		assert_int_equal(bytes[i], mark);
}

static void
take(struct block *b)
{
	b->size = some(some(10) == 0 ? 9000 : 600);
	b->mark = (unsigned char)some(256);
	if (some(2) == 0) {
		b->bytes = malloc(b->size);
	} else {
		b->bytes = calloc(1, b->size);
		assert_filled(b->bytes, b->size, 0);
	}
	assert_int_equal((uintptr_t)b->bytes % _Alignof(max_align_t), 0);
	memset(b->bytes, b->mark, b->size);
}

static void
resize(struct block *b)
{
	size_t size = 1 + some(9000), least = size < b->size ? size : b->size;

	b->bytes = realloc(b->bytes, size);
	assert_filled(b->bytes, least, b->mark);
	b->size = size;
	memset(b->bytes, b->mark, b->size);
}

/* What one holds no other touches, however they come and go. */
static void
test_own(void **state)
{
	static struct block block[BLOCKS];
	struct block *b;
	size_t i;

	(void)state;
	for (i = 0; i < ROUNDS; i++) {
		b = &block[some(BLOCKS)];
		if (b->bytes == NULL) {
			take(b);
		} else if (some(3) == 0) {
			resize(b);
		} else {
			assert_filled(b->bytes, b->size, b->mark);
			free(b->bytes);
			b->bytes = NULL;
		}
	}
	for (i = 0; i < BLOCKS; i++)
		free(block[i].bytes);
}

static void
test_edges(void **state)
{
	void *volatile none = NULL;
	unsigned char *p;
	size_t size;

	(void)state;
	free(none);
	for (size = 0; size < 5000; size++) {
		p = malloc(size);
		assert_non_null(p);
		memset(p, 0xFF, size);
		free(p);
		p = calloc(size, 1);
		assert_filled(p, size, 0);
		free(p);
	}
	p = realloc(none, 10);
	memcpy(p, "012345678", 10);
	p = realloc(p, 100000);
	assert_string_equal((char *)p, "012345678");
	p = realloc(p, 10);
	assert_string_equal((char *)p, "012345678");
	assert_null(realloc(p, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
