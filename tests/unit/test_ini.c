#include "input/ini.h"
#include "input_fixture.h"

struct read {
	struct fixture f;
	struct ini_file ini;
	int result;
};

static void
read_bytes(struct read *r, const char *bytes, size_t len)
{
	fixture_new(&r->f);
	r->result = ini_read(
	    r->f.arena, r->f.diag, "model/model.ini", bytes, len, &r->ini);
}

static void
read_text(struct read *r, const char *text)
{
	read_bytes(r, text, strlen(text));
}

static void
expect_entry(const struct read *r, size_t i, const char *section,
    const char *key, const char *value, int line)
{
	assert_true(i < r->ini.nentry);
	assert_string_equal(r->ini.entry[i].section, section);
	assert_string_equal(r->ini.entry[i].key, key);
	assert_string_equal(r->ini.entry[i].value, value);
	assert_int_equal(r->ini.entry[i].line, line);
}

static void
test_entries(void **state)
{
	struct read r;

	(void)state;
	read_text(&r,
	    "; a comment\n"
	    "# another\n"
	    "\n"
	    "top = 1\n"
	    "[model]\n"
	    "name = Implementeringsmodellen\n"
	    "source=KOMBIT: kort og godt ; 2015\r\n"
	    "  [thresholds] \n"
	    "\tslip_red =  90,5 \n"
	    "empty =\n"
	    "url = a=b;c#d");
	assert_int_equal(r.result, 0);
	expect_none(&r.f);
	assert_int_equal(r.ini.nentry, 6);
	assert_string_equal(r.ini.path, "model/model.ini");
	expect_entry(&r, 0, "", "top", "1", 4);
	expect_entry(&r, 1, "model", "name", "Implementeringsmodellen", 6);
	expect_entry(&r, 2, "model", "source", "KOMBIT: kort og godt", 7);
	expect_entry(&r, 3, "thresholds", "slip_red", "90,5", 9);
	expect_entry(&r, 4, "thresholds", "empty", "", 10);
	expect_entry(&r, 5, "thresholds", "url", "a=b;c#d", 11);
	fixture_free(&r.f);
}

static void
test_empty(void **state)
{
	static const char *const text[] = {"", "\n\n", "\xef\xbb\xbf", "[a]"};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct read r;

		read_text(&r, text[i]);
		assert_int_equal(r.result, 0);
		assert_int_equal(r.ini.nentry, 0);
		expect_none(&r.f);
		fixture_free(&r.f);
	}
}

static void
test_bom_and_breaks(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "\xef\xbb\xbf[a]\rx = æ\r\ry = 2");
	assert_int_equal(r.ini.nentry, 2);
	expect_entry(&r, 0, "a", "x", "æ", 2);
	expect_entry(&r, 1, "a", "y", "2", 4);
	expect_none(&r.f);
	fixture_free(&r.f);
}

static void
test_bad_lines(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "[a]\nnothing\nx = 1\n[b\ny = 2\n  indented\n");
	assert_int_equal(r.result, 0);
	assert_int_equal(findings(&r.f), 3);
	assert_int_equal(found(&r.f, DIAG_ini_line, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_ini_line, 0)->level, DIAG_FATAL);
	assert_string_equal(found(&r.f, DIAG_ini_line, 0)->value, "nothing");
	assert_int_equal(found(&r.f, DIAG_ini_line, 1)->loc.line, 4);
	assert_int_equal(found(&r.f, DIAG_ini_line, 2)->loc.line, 6);
	assert_int_equal(r.ini.nentry, 2);
	expect_entry(&r, 0, "a", "x", "1", 3);
	expect_entry(&r, 1, "", "y", "2", 5);
	fixture_free(&r.f);
}

static void
test_twice(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "[a]\nx = 1\n[b]\nx = 2\n[a]\nX = 3\n");
	expect_only(&r.f, DIAG_ini_twice, DIAG_FATAL, 6, "X");
	assert_non_null(
	    strstr(found(&r.f, DIAG_ini_twice, 0)->message, "line 2"));
	assert_int_equal(r.ini.nentry, 2);
	fixture_free(&r.f);
}

static void
test_long_lines(void **state)
{
	char text[1100];
	struct read r;

	(void)state;
	memset(text, 'v', sizeof(text));
	memcpy(text, "k=", 2);
	read_bytes(&r, text, 1000);
	expect_none(&r.f);
	assert_int_equal(r.ini.nentry, 1);
	assert_int_equal(strlen(r.ini.entry[0].value), 998);
	fixture_free(&r.f);

	memcpy(text + 1001, "\nx=1", 4);
	read_bytes(&r, text, 1005);
	expect_only(&r.f, DIAG_ini_long, DIAG_FATAL, 1, NULL);
	assert_int_equal(r.ini.nentry, 1);
	expect_entry(&r, 0, "", "x", "1", 2);
	fixture_free(&r.f);
}

static void
test_encoding(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "x = \xf8\n");
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_ini_encoding, DIAG_FATAL, 0, NULL);
	assert_int_equal(r.ini.nentry, 0);
	fixture_free(&r.f);

	read_bytes(&r, "x = 1\0", 6);
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_ini_encoding, DIAG_FATAL, 0, NULL);
	fixture_free(&r.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_entries),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_bom_and_breaks),
	    cmocka_unit_test(test_bad_lines),
	    cmocka_unit_test(test_twice),
	    cmocka_unit_test(test_long_lines),
	    cmocka_unit_test(test_encoding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
