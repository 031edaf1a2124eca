#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/names.h"

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
test_empty(void **state)
{
	struct names *names = names_new(*state);

	assert_int_equal(names_get(names, "x"), NAMES_NONE);
	assert_int_equal(names_get(names, ""), NAMES_NONE);
	assert_int_equal(names_get(names, NULL), NAMES_NONE);
	assert_int_equal(names_count(names), 0);
	assert_null(names_nearest(names, "x"));
}

static void
test_put(void **state)
{
	struct names *names = names_new(*state);

	assert_int_equal(names_put(names, "Ærø", 7), NAMES_NONE);
	assert_int_equal(names_get(names, "Ærø"), 7);
	/* The first stands, and says so. */
	assert_int_equal(names_put(names, "ærø", 8), 7);
	assert_int_equal(names_put(names, "Ærø", 7), 7);
	assert_int_equal(names_get(names, "Ærø"), 7);
	assert_int_equal(names_count(names), 1);
	/* A value may stand for many names, and 0 is one. */
	assert_int_equal(names_put(names, "Nul", 0), NAMES_NONE);
	assert_int_equal(names_put(names, "Zero", 0), NAMES_NONE);
	assert_int_equal(names_get(names, "zero"), 0);
	assert_int_equal(names_put(names, "ZERO", 3), 0);
}

/* Case and blanks don't matter, and that is all. */
static void
test_spellings(void **state)
{
	struct names *names = names_new(*state);

	names_put(names, "Sagsoverblik  SAPA", 1);
	assert_int_equal(names_get(names, "sagsoverblik sapa"), 1);
	assert_int_equal(names_get(names, " SAGSOVERBLIK\tSAPA "), 1);
	assert_int_equal(names_get(names, "Sagsoverblik\xC2\xA0SAPA"), 1);
	assert_int_equal(names_get(names, "SagsoverblikSAPA"), NAMES_NONE);
	assert_int_equal(names_get(names, "Sagsoverblik SAP"), NAMES_NONE);
	/* å composed, and as a with a ring over it */
	names_put(names, "Åben", 2);
	assert_int_equal(names_get(names,
			     "A\xCC\x8A"
			     "BEN"),
	    2);
	assert_int_equal(names_get(names, "Aaben"), NAMES_NONE);
}

/* A spelling that was unknown once may be known later. */
static void
test_unknown_is_not_remembered(void **state)
{
	struct names *names = names_new(*state);

	assert_int_equal(names_get(names, "Sen"), NAMES_NONE);
	names_put(names, "SEN", 4);
	assert_int_equal(names_get(names, "Sen"), 4);
}

/* Names are copied: what the caller does with its text is no matter. */
static void
test_copies(void **state)
{
	struct names *names = names_new(*state);
	char text[] = "Navn", asked[] = "NAVN";

	names_put(names, text, 1);
	text[0] = 'H';
	assert_int_equal(names_get(names, asked), 1);
	asked[0] = 'H';
	assert_int_equal(names_get(names, asked), NAMES_NONE);
	assert_int_equal(names_get(names, "NAVN"), 1);
	assert_string_equal(names_text(names, 0), "Navn");
}

static void
test_intern(void **state)
{
	struct names *names = names_new(*state);

	assert_int_equal(names_intern(names, "R-1"), 0);
	assert_int_equal(names_intern(names, "R-2"), 1);
	assert_int_equal(names_intern(names, "r-1 "), 0);
	assert_int_equal(names_intern(names, "R-3"), 2);
	assert_int_equal(names_count(names), 3);
	assert_string_equal(names_text(names, 0), "R-1");
	assert_string_equal(names_text(names, 2), "R-3");
}

static void
test_nearest(void **state)
{
	struct names *names = names_new(*state);

	names_put(names, "Forberedelse", 0);
	names_put(names, "Overgang", 1);
	names_put(names, "Køb", 2);
	assert_string_equal(
	    names_nearest(names, "forberdelse"), "Forberedelse");
	assert_string_equal(names_nearest(names, "Overgagn"), "Overgang");
	assert_string_equal(names_nearest(names, "Koeb"), "Køb");
	assert_null(names_nearest(names, "Timbuktu"));
	assert_null(names_nearest(names, ""));
}

/* More names than the first table has room for. */
static void
test_many(void **state)
{
	struct names *names = names_new(*state);
	char text[24];
	int i;

	for (i = 0; i < 2000; i++) {
		snprintf(text, sizeof(text), "Navn %d", i);
		assert_int_equal(names_put(names, text, i), NAMES_NONE);
	}
	assert_int_equal(names_count(names), 2000);
	for (i = 0; i < 2000; i++) {
		snprintf(text, sizeof(text), "NAVN  %d", i);
		assert_int_equal(names_get(names, text), i);
	}
	assert_int_equal(names_get(names, "Navn 2000"), NAMES_NONE);
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_empty),
	    TEST(test_put),
	    TEST(test_spellings),
	    TEST(test_unknown_is_not_remembered),
	    TEST(test_copies),
	    TEST(test_intern),
	    TEST(test_nearest),
	    TEST(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
