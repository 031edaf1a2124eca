#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/reword.h"
#include "doc/labels.h"

static struct arena *arena;
static struct reword *words;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	words = reword_new(arena);
	reword_add(words, "municipality", "hospital");
	reword_add(words, "a municipality", "an agency");
	reword_add(words, "øst", "vest");
	reword_add(words, "DKK", "GBP");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void
becomes(const char *text, const char *expected)
{
	assert_string_equal(reword_put(words, text), expected);
}

static void
test_whole_words_only(void **state)
{
	(void)state;
	becomes("the municipality", "the hospital");
	becomes("municipality’s (municipality)", "hospital’s (hospital)");
	becomes(
	    "municipality_name municipalityx xmunicipality éø municipalityø",
	    "municipality_name municipalityx xmunicipality éø municipalityø");
	becomes("", "");
}

static void
test_capitals_follow(void **state)
{
	(void)state;
	becomes("Municipality. Øst", "Hospital. Vest");
	becomes("DKK dkk Dkk", "GBP dkk Dkk");
	becomes("MUNICIPALITY", "MUNICIPALITY");
}

static void
test_the_longer_wins(void **state)
{
	(void)state;
	becomes(
	    "A municipality, that municipality", "An agency, that hospital");
}

/* Lines are counted in messages about templates. */
static void
test_lines_stay_as_many(void **state)
{
	(void)state;
	becomes("of a\nmunicipality that", "of an\nagency that");
	reword_add(words, "of the", "of");
	becomes("x of\nthe y", "x of\n y");
}

static void
test_placeholders_and_addresses_stay(void **state)
{
	(void)state;
	becomes("{{table: municipality}} municipality {{municipality",
	    "{{table: municipality}} hospital {{hospital");
	becomes("[municipality](municipality/a.html)",
	    "[hospital](municipality/a.html)");
}

static void
test_nothing_to_do_copies_nothing(void **state)
{
	const char *text = "the solution";

	(void)state;
	assert_ptr_equal(reword_put(words, text), text);
	assert_ptr_equal(reword_put(NULL, text), text);
	assert_ptr_equal(reword_put(reword_new(arena), text), text);
}

static void
test_labels_of_ones_own_stay(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct labels *labels = labels_new(arena);
	const char *theirs = "a = every municipality\nb = a municipality\n";
	const char *own = "b = no municipality\nword.municipality = trust\n";

	(void)state;
	labels_read(labels, diag, "theirs", theirs, strlen(theirs));
	labels_read_over(labels, diag, "own", own, strlen(own));
	labels_reword(labels);
	assert_string_equal(label(labels, "a"), "every trust");
	assert_string_equal(label(labels, "b"), "no municipality");
	assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
}

static void
test_messages_say_it_too(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);
	const struct finding *const *found;
	size_t n;

	(void)state;
	diag_reword(diag, words);
	diag_add(diag, DIAG_unknown_municipality, NULL, "a municipality",
	    (char *)NULL);
	found = diag_sorted(diag, &n);
	assert_int_equal(n, 1);
	assert_string_equal(
	    found[0]->message, "unknown hospital 'a municipality'");
}

/* Used is what was found, with a capital too; the last of a word holds. */
static void
test_used(void **state)
{
	(void)state;
	assert_false(reword_used(words, "municipality"));
	becomes("a municipality", "an agency");
	assert_true(reword_used(words, "a municipality"));
	assert_false(reword_used(words, "municipality"));
	becomes("Municipality", "Hospital");
	assert_true(reword_used(words, "municipality"));
	assert_false(reword_used(words, "unheard"));
	reword_add(words, "municipality", "library");
	becomes("municipality", "library");
}

static void
is_nearest(const char *from, const char *nearest)
{
	static const char *const text[] = {"Municipality of {{municipalitx}}",
	    "each municipality\nmost pressing gate; [x](most/presing)"};
	const char *found = reword_nearest(arena, from, text, 2);

	if (nearest == NULL)
		assert_null(found);
	else
		assert_string_equal(found, nearest);
}

static void
test_nearest(void **state)
{
	(void)state;
	is_nearest("municipalty", "municipality");
	is_nearest("Municipalty", "Municipality");
	is_nearest("municipalitx", "municipality");
	is_nearest("most presing", "most pressing");
	is_nearest("municipality most presing", "municipality most pressing");
	is_nearest("presing gates", "pressing gate");
	is_nearest("gate x gate", NULL);
	is_nearest("zzyzx", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_whole_words_only, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_capitals_follow, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_the_longer_wins, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_lines_stay_as_many, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_placeholders_and_addresses_stay, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_nothing_to_do_copies_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_labels_of_ones_own_stay, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_messages_say_it_too, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_used, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_nearest, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
