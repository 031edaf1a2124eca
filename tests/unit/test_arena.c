#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void
test_aligned_and_zeroed(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t size = 0; size < 300; size++) {
		char *p = arena_alloc(arena, size);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xFF, size);
	}
	arena_free(arena);
}

static void
test_nothing_is_shared(void **state)
{
	struct arena *arena = arena_new();
	char *p = arena_alloc(arena, 0), *q = arena_alloc(arena, 0);

	(void)state;
	assert_ptr_not_equal(p, q);
	arena_free(arena);
}

/* A big block must not put an end to the one in use. */
static void
test_big_request_keeps_the_head(void **state)
{
	struct arena *arena = arena_new();
	char *before = arena_alloc(arena, 16);
	char *big = arena_alloc(arena, 5 * 1024 * 1024);
	char *after = arena_alloc(arena, 16);

	(void)state;
	assert_ptr_equal(after, before + 16);
	big[0] = 1;
	big[5 * 1024 * 1024 - 1] = 1;
	arena_free(arena);
}

static void
test_big_request_first(void **state)
{
	struct arena *arena = arena_new();
	char *big = arena_alloc(arena, 2 * 1024 * 1024);

	(void)state;
	memset(big, 'x', 2 * 1024 * 1024);
	assert_string_equal(arena_strdup(arena, "after"), "after");
	assert_int_equal(big[2 * 1024 * 1024 - 1], 'x');
	arena_free(arena);
}

static void
test_grow_keeps_and_zeroes(void **state)
{
	struct arena *arena = arena_new();
	int *v = NULL;
	size_t cap = 0;

	(void)state;
	for (size_t n = 0; n < 10000; n++) {
		v = arena_grow(arena, v, n, &cap, sizeof(*v));
		assert_true(cap > n);
		assert_int_equal(v[n], 0);
		v[n] = (int)n;
	}
	for (size_t n = 0; n < 10000; n++)
		assert_int_equal(v[n], n);
	arena_free(arena);
}

static void
test_text(void **state)
{
	struct arena *arena = arena_new();
	char *with_nul;

	(void)state;
	assert_string_equal(arena_strdup(arena, ""), "");
	assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
	with_nul = arena_strndup(arena, "a\0b", 3);
	assert_memory_equal(with_nul, "a\0b", 4);
	assert_string_equal(
	    arena_printf(arena, "%d %s", 101, "København"), "101 København");
	arena_free(arena);
}

/*
 * Reachable to the end, so that no leak is reported when it exits; volatile, or
 * the compiler would not keep what nobody reads.
 */
static struct arena *volatile full;

static void
exhaust_product(void)
{
	full = arena_new();
	(void)arena_array(full, SIZE_MAX / 2, 3);
}

static void
exhaust_size(void)
{
	full = arena_new();
	(void)arena_alloc(full, SIZE_MAX);
}

/* The message goes to standard error, which a pipe catches. */
static void
assert_exhausted(void (*exhaust)(void))
{
	char said[64] = "";
	int fds[2], status;
	pid_t child;

	assert_int_equal(pipe(fds), 0);
	child = fork();
	if (child == 0) {
		(void)dup2(fds[1], STDERR_FILENO);
		exhaust();
		_exit(0);
	}
	assert_true(child > 0);
	(void)close(fds[1]);
	assert_true(read(fds[0], said, sizeof(said) - 1) > 0);
	(void)close(fds[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_string_equal(said, "parathed: out of memory\n");
}

static void
test_exhausted(void **state)
{
	(void)state;
	assert_exhausted(exhaust_product);
	assert_exhausted(exhaust_size);
}

static void
test_free_null(void **state)
{
	(void)state;
	arena_free(NULL);
	arena_free(arena_new());
}

static void
count_release(void *counter)
{
	++*(int *)counter;
}

static void
test_adopted_go_along(void **state)
{
	struct arena *arena = arena_new();
	int one = 0, other = 0;

	(void)state;
	arena_adopt(arena, count_release, &one);
	arena_adopt(arena, count_release, &other);
	assert_int_equal(one + other, 0);
	arena_free(arena);
	assert_int_equal(one, 1);
	assert_int_equal(other, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_aligned_and_zeroed),
	    cmocka_unit_test(test_nothing_is_shared),
	    cmocka_unit_test(test_adopted_go_along),
	    cmocka_unit_test(test_big_request_keeps_the_head),
	    cmocka_unit_test(test_big_request_first),
	    cmocka_unit_test(test_grow_keeps_and_zeroes),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_exhausted),
	    cmocka_unit_test(test_free_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
