/*
 * What the tests of src/input/ share: an arena, a diag, and questions about
 * what was found.
 */
#ifndef TEST_INPUT_FIXTURE_H
#define TEST_INPUT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"

struct fixture {
	struct arena	*arena;
	struct diag	*diag;
};

static inline void
fixture_new(struct fixture *f)
{
	f->arena = arena_new();
	f->diag = diag_new(f->arena, DIAG_EN);
}

static inline void
fixture_free(struct fixture *f)
{
	arena_free(f->arena);
}

/* The nth finding of a code, from 0, or NULL. */
static inline const struct finding *
found(const struct fixture *f, enum diag_code code, size_t nth)
{
	size_t count;
	const struct finding *const *all = diag_sorted(f->diag, &count);

	for (size_t i = 0; i < count; i++)
		if (all[i]->code == code && nth-- == 0)
			return all[i];
	return NULL;
}

static inline size_t
findings(const struct fixture *f)
{
	size_t count;

	diag_sorted(f->diag, &count);
	return count;
}

/* The one finding there is: its code, line, level and value. */
static inline void
expect_only(const struct fixture *f, enum diag_code code,
    enum diag_level level, int line, const char *value)
{
	const struct finding *one = found(f, code, 0);

	if (one == NULL || findings(f) != 1)
		diag_print(f->diag, stderr, DIAG_NOTICE, 0, false);
	assert_non_null(one);
	assert_int_equal(findings(f), 1);
	assert_int_equal(one->level, level);
	assert_int_equal(one->loc.line, line);
	if (value == NULL)
		assert_null(one->value);
	else
		assert_string_equal(one->value, value);
}

static inline void
expect_none(const struct fixture *f)
{
	if (findings(f) != 0)
		diag_print(f->diag, stderr, DIAG_NOTICE, 0, false);
	assert_int_equal(findings(f), 0);
}

#endif
