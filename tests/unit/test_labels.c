#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/labels.h"

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct labels *labels;
};

static int
setup(void **state)
{
	static struct fixture f;

	f.arena = arena_new();
	f.diag = diag_new(f.arena, DIAG_EN);
	f.labels = labels_new(f.arena);
	*state = &f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	return 0;
}

static int
read_text(struct fixture *f, const char *text)
{
	return labels_read(
	    f->labels, f->diag, "labels.txt", text, strlen(text));
}

static void
test_missing_key_is_itself(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(label(f->labels, "a.b"), "a.b");
	assert_string_equal(label_of(f->labels, "a", "b"), "a.b");
	assert_null(label_find(f->labels, "a.b"));
}

static void
test_lines(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(read_text(f,
			     "# a comment = no label\n\n"
			     "  status.done =  Afsluttet  \r\n\tempty =\n"
			     "two = a = b\nlast = Rød"),
	    0);
	assert_string_equal(label(f->labels, "status.done"), "Afsluttet");
	assert_string_equal(label_of(f->labels, "status", "done"), "Afsluttet");
	assert_string_equal(label(f->labels, "empty"), "");
	assert_string_equal(label(f->labels, "two"), "a = b");
	assert_string_equal(label(f->labels, "last"), "Rød");
	assert_null(label_find(f->labels, "# a comment"));
	assert_int_equal(diag_count(f->diag, DIAG_FATAL), 0);
}

static void
test_later_overrides(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(read_text(f, "a = 1\nb = 2\n"), 0);
	assert_int_equal(read_text(f, "a = 3\n"), 0);
	assert_string_equal(label(f->labels, "a"), "3");
	assert_string_equal(label(f->labels, "b"), "2");
}

static void
test_prefix_is_whole(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(read_text(f, "ab.c = x\n"), 0);
	assert_string_equal(label_of(f->labels, "a", "b.c"), "a.b.c");
	assert_string_equal(label_of(f->labels, "ab", "c"), "x");
	assert_string_equal(label_of(f->labels, "ab.c", ""), "ab.c.");
}

static void
test_faulty_lines(void **state)
{
	struct fixture *f = *state;
	const struct finding *const *found;
	size_t n;

	assert_int_equal(read_text(f, "good = 1\nno equals\n= no key\n"), -1);
	assert_string_equal(label(f->labels, "good"), "1");
	found = diag_sorted(f->diag, &n);
	assert_int_equal(n, 2);
	assert_int_equal(found[0]->code, DIAG_label_line);
	assert_int_equal(found[0]->loc.line, 2);
	assert_string_equal(found[0]->value, "no equals");
	assert_int_equal(found[1]->loc.line, 3);
}

static void
test_control_characters(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(read_text(f, "a = x\x01y\n"), 0);
	assert_string_equal(label(f->labels, "a"), "x\xef\xbf\xbdy");
}

static void
test_many(void **state)
{
	struct fixture *f = *state;
	char line[64], text[64];
	int i;

	for (i = 0; i < 5000; i++) {
		snprintf(line, sizeof(line), "key.%d = text %d\n", i, i);
		assert_int_equal(read_text(f, line), 0);
	}
	for (i = 0; i < 5000; i++) {
		snprintf(line, sizeof(line), "%d", i);
		snprintf(text, sizeof(text), "text %d", i);
		assert_string_equal(label_of(f->labels, "key", line), text);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_missing_key_is_itself, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_later_overrides, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_prefix_is_whole, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_faulty_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_control_characters, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_many, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
