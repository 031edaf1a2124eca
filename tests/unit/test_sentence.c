#include "doc_fixture.h"

#include "doc/sentence.h"

static const char text[] =
    "red.zero = Ingen kommuner er røde\n"
    "red.one = {1} kommune er rød\n"
    "red.many = {1} kommuner er røde, {2} af dem på tid\n"
    "two.one = en\ntwo.many = {1} ting\n"
    "plain = {1} af {2}, {3} og {x} {\n";

static const char *
say(struct fixture *f, const char *key, int64_t n)
{
	const struct value v[] = {value_count(n), value_percent(45)};

	labels_read(f->labels, f->diag, "l", text, strlen(text));
	return sentence(f->arena, f->labels, key, n, v, 2);
}

static void
test_forms(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(say(f, "red", 0), "Ingen kommuner er røde");
	assert_string_equal(say(f, "red", 1), "1 kommune er rød");
	assert_string_equal(say(f, "red", 1234),
	    "1.234 kommuner er røde, 45" NBSP "% af dem på tid");
	assert_string_equal(say(f, "two", 0), "0 ting");
	assert_string_equal(say(f, "two", -1), MINUS "1 ting");
}

static void
test_without_forms(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    say(f, "plain", 7), "7 af 45" NBSP "%, {3} og {x} {");
	assert_string_equal(say(f, "missing", 7), "missing");
}

static void
test_values_are_sanitised(void **state)
{
	struct fixture *f = *state;
	const struct value v[] = {value_text("a\x01{2}")};

	labels_read(f->labels, f->diag, "l", text, strlen(text));
	assert_string_equal(
	    sentence(f->arena, f->labels, "two", 5, v, 1), "a" BAD "{2} ting");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_forms),
	    fixture_test(test_without_forms),
	    fixture_test(test_values_are_sanitised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
