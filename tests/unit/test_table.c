#include <stdlib.h>

#include "base/buf.h"
#include "input/reading.h"
#include "input/table.h"
#include "input_fixture.h"

/* One text read as a status file. */
struct read {
	struct fixture f;
	struct table table;
	int result;
};

static void
read_bytes(struct read *r, const void *bytes, size_t len)
{
	struct reading reading;

	fixture_new(&r->f);
	reading = reading_new(r->f.arena, r->f.diag, "a.csv", CLASS_STATUS);
	r->result = table_read(&reading, bytes, len, &r->table);
}

static void
read_text(struct read *r, const char *text)
{
	read_bytes(r, text, strlen(text));
}

static void
read_free(struct read *r)
{
	fixture_free(&r->f);
}

static const char *
cell(const struct read *r, size_t row, int column)
{
	assert_true(row < r->table.nrecord);
	assert_true(column < r->table.record[row].ncell);
	return r->table.record[row].cell[column].text;
}

static void
assert_lines(const struct read *r, size_t n, const int *line)
{
	assert_int_equal(r->result, 0);
	assert_int_equal(r->table.nrecord, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(r->table.record[i].line, line[i]);
}

#define LINES(r, ...)                                               \
	assert_lines(r, sizeof((int[]){__VA_ARGS__}) / sizeof(int), \
	    (int[]){__VA_ARGS__})

static void
test_nothing(void **state)
{
	static const char *const empty[] = {"", "\n", "\r\n\r\n", "  \n\t\n",
	    ";;;\n;;", "\xef\xbb\xbf", "\"\"", "sep=;\n", "sep=;",
	    "\xc2\xa0;\xc2\xa0\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		struct read r;

		read_text(&r, empty[i]);
		assert_int_equal(r.result, -1);
		expect_only(&r.f, DIAG_file_empty, DIAG_REJECT, 0, NULL);
		read_free(&r);
	}
}

static void
test_line_breaks(void **state)
{
	static const char *const text[] = {"a;b\n1;2\n\n3;4",
	    "a;b\r\n1;2\r\n\r\n3;4\r\n", "a;b\r1;2\r\r3;4\r",
	    "a;b\n1;2\r\n \t \r3;4\n", "a;b\n1;2\n;\n3;4\n\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++) {
		struct read r;

		read_text(&r, text[i]);
		LINES(&r, 1, 2, 4);
		assert_string_equal(cell(&r, 0, 1), "b");
		assert_string_equal(cell(&r, 2, 0), "3");
		assert_string_equal(cell(&r, 2, 1), "4");
		assert_int_equal(r.table.record[2].ncell, 2);
		expect_none(&r.f);
		read_free(&r);
	}
}

static void
test_separator(void **state)
{
	static const char *const text[] = {"a;b,c\n1;2,5", "a\tb,c\n1\t2,5",
	    "\"a\",\"b,c\"\n1,\"2,5\"", "sep=;\na;b,c\n1;2,5",
	    "SEP=;\r\n\"a\";\"b,c\"\r\n1;2,5", "sep=\t\na\tb,c\n1\t2,5",
	    ";;\n\n\"a\";\"b,c\"\n1;2,5", "\"a\";\"b,c\"\n1;2,5",
	    "a;\"b,c\";\";,,,,\"\n1;2,5"};

	(void)state;
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++) {
		struct read r;

		read_text(&r, text[i]);
		assert_int_equal(r.result, 0);
		assert_int_equal(r.table.nrecord, 2);
		assert_string_equal(cell(&r, 0, 0), "a");
		assert_string_equal(cell(&r, 0, 1), "b,c");
		assert_string_equal(cell(&r, 1, 1), "2,5");
		expect_none(&r.f);
		read_free(&r);
	}
}

static void
test_separator_line_counts(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "sep=,\na;b,c\n1;2,5\n");
	LINES(&r, 2, 3);
	assert_string_equal(cell(&r, 0, 0), "a;b");
	read_free(&r);

	read_text(&r, "sep=|\na|b\n");
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_separator_unknown, DIAG_REJECT, 1, "|");
	read_free(&r);

	read_text(&r, "sep=\na;b\n");
	expect_only(&r.f, DIAG_separator_unknown, DIAG_REJECT, 1, "");
	read_free(&r);

	/* A heading, not a directive. */
	read_text(&r, "sep=;b\n1;2\n");
	LINES(&r, 1, 2);
	assert_string_equal(cell(&r, 0, 0), "sep=");
	read_free(&r);
}

static void
test_quotes(void **state)
{
	struct read r;

	(void)state;
	read_text(&r,
	    "a;b;c\n"
	    "\"x;y\";\"sagde \"\"ja\"\"\";\" z \"\n"
	    "\"en\r\nto\rtre\n\nfire\";2;3\r\n"
	    "4;\"\";\n"
	    "  5 ; \t6 ;7 ");
	LINES(&r, 1, 2, 3, 8, 9);
	assert_string_equal(cell(&r, 1, 0), "x;y");
	assert_string_equal(cell(&r, 1, 1), "sagde \"ja\"");
	assert_string_equal(cell(&r, 1, 2), "z");
	assert_string_equal(cell(&r, 2, 0), "en\nto\ntre\n\nfire");
	assert_int_equal(
	    r.table.record[2].cell[0].len, strlen("en\nto\ntre\n\nfire"));
	assert_string_equal(cell(&r, 2, 2), "3");
	assert_null(cell(&r, 3, 1));
	assert_null(cell(&r, 3, 2));
	assert_int_equal(r.table.record[3].ncell, 3);
	assert_string_equal(cell(&r, 4, 0), "5");
	assert_string_equal(cell(&r, 4, 1), "6");
	assert_string_equal(cell(&r, 4, 2), "7");
	expect_none(&r.f);
	read_free(&r);
}

static void
test_blank_cells(void **state)
{
	struct read r;

	(void)state;
	read_text(
	    &r, "a;b\n\xc2\xa0;1\n\xc2\xa0;\" \"\n\" \xc2\xa0x\xc2\xa0\";\n");
	LINES(&r, 1, 2, 4);
	assert_null(cell(&r, 1, 0));
	assert_int_equal(r.table.record[1].cell[0].len, 0);
	assert_string_equal(cell(&r, 2, 0), "x");
	read_free(&r);
}

static void
test_quote_stray(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "a;b\n1;5\" rør\n2;3\n\"x\"y;4\n5;6\n7;8\"");
	LINES(&r, 1, 3, 5);
	assert_int_equal(r.table.nfault, 3);
	assert_int_equal(findings(&r.f), 3);
	assert_int_equal(found(&r.f, DIAG_quote_stray, 0)->loc.line, 2);
	assert_int_equal(found(&r.f, DIAG_quote_stray, 1)->loc.line, 4);
	assert_int_equal(found(&r.f, DIAG_quote_stray, 2)->loc.line, 6);
	assert_int_equal(found(&r.f, DIAG_quote_stray, 0)->level, DIAG_REJECT);
	assert_string_equal(cell(&r, 1, 0), "2");
	assert_string_equal(cell(&r, 2, 1), "6");
	read_free(&r);
}

static void
test_quote_open(void **state)
{
	struct read r;

	(void)state;
	/* To the end of the file: the rows it swallowed are read again. */
	read_text(&r, "a;b\n1;\"x\n2;3\n4;5\n");
	LINES(&r, 1, 3, 4);
	expect_only(&r.f, DIAG_quote_open, DIAG_REJECT, 2, NULL);
	assert_string_equal(cell(&r, 1, 0), "2");
	assert_string_equal(cell(&r, 2, 1), "5");
	read_free(&r);

	/* To the next quote, which then stands at the wrong place. */
	read_text(&r, "a;b\n1;\"x\n2;3\n4;\"y\"\n5;6\n");
	LINES(&r, 1, 3, 4, 5);
	expect_only(&r.f, DIAG_quote_stray, DIAG_REJECT, 2, NULL);
	assert_string_equal(cell(&r, 2, 1), "y");
	read_free(&r);

	/* In the last line, without a line break. */
	read_text(&r, "a;b\n1;2\n3;\"x");
	LINES(&r, 1, 2);
	expect_only(&r.f, DIAG_quote_open, DIAG_REJECT, 3, NULL);
	read_free(&r);
}

static void
test_header_faults(void **state)
{
	static const char *const text[] = {
	    "a;\"b\n1;2\n", "a;b\"c\n1;2\n", "\"a\"b;c\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++) {
		struct read r;

		read_text(&r, text[i]);
		assert_int_equal(r.result, -1);
		expect_only(&r.f, DIAG_header_quote, DIAG_REJECT, 1, NULL);
		read_free(&r);
	}
}

static void
test_header_of_two_lines(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "\"a\nb\";c\n1;2\n");
	LINES(&r, 1, 3);
	assert_string_equal(cell(&r, 0, 0), "a\nb");
	read_free(&r);
}

static void
test_levels(void **state)
{
	struct fixture f;
	struct reading reading;
	struct table table;

	(void)state;
	fixture_new(&f);
	reading = reading_new(f.arena, f.diag, "m", CLASS_MODEL);
	assert_int_equal(table_read(&reading, "a;b\n1;x\"\n", 9, &table), 0);
	expect_only(&f, DIAG_quote_stray, DIAG_FATAL, 2, NULL);
	fixture_free(&f);

	fixture_new(&f);
	reading = reading_new(f.arena, f.diag, "r", CLASS_REGISTER);
	assert_int_equal(table_read(&reading, "a;b\n1;x\"\n", 9, &table), 0);
	expect_only(&f, DIAG_quote_stray, DIAG_REJECT, 2, NULL);
	fixture_free(&f);

	fixture_new(&f);
	reading = reading_new(f.arena, f.diag, "r", CLASS_REGISTER);
	assert_int_equal(table_read(&reading, "", 0, &table), -1);
	expect_only(&f, DIAG_file_empty, DIAG_FATAL, 0, NULL);
	fixture_free(&f);
}

static void
test_encodings(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "\xef\xbb\xbf\"l\xc3\xb8sning\";b\n1;2\n");
	assert_string_equal(cell(&r, 0, 0), "løsning");
	expect_none(&r.f);
	read_free(&r);

	read_text(&r,
	    "l\xf8sning;b\nr\xf8"
	    "d;2\n");
	assert_string_equal(cell(&r, 0, 0), "løsning");
	assert_string_equal(cell(&r, 1, 0), "rød");
	expect_only(&r.f, DIAG_encoding_cp1252, DIAG_NOTICE, 0, NULL);
	read_free(&r);

	read_bytes(&r,
	    "\xff\xfe"
	    "a\0\t\0\xf8\0\n\0001\0\t\0002\0",
	    16);
	assert_string_equal(cell(&r, 0, 1), "ø");
	assert_string_equal(cell(&r, 1, 1), "2");
	expect_only(&r.f, DIAG_encoding_utf16, DIAG_NOTICE, 0, NULL);
	read_free(&r);

	read_bytes(&r,
	    "\xff\xfe"
	    "a\0;",
	    5);
	assert_int_equal(r.result, -1);
	assert_non_null(found(&r.f, DIAG_encoding_broken, 0));
	read_free(&r);
}

static void
test_undecodable(void **state)
{
	struct read r;

	(void)state;
	read_bytes(&r, "a;b\n1;\0\n", 8);
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_encoding_nul, DIAG_REJECT, 2, NULL);
	read_free(&r);

	read_text(&r, "a;b\n1;2\n3;\x81\n");
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_encoding_undefined, DIAG_REJECT, 3, NULL);
	read_free(&r);
}

static void
test_double_encoding_seen(void **state)
{
	struct read r;

	(void)state;
	read_text(&r,
	    "a;b\nr\xc3\x83\xc2\xb8"
	    "d;2\n");
	assert_true(r.table.double_encoded);
	read_free(&r);
	read_text(&r,
	    "a;b\nr\xc3\xb8"
	    "d;2\n");
	assert_false(r.table.double_encoded);
	read_free(&r);
}

/* "a;b", a row of n cells "1" and so many separators more, and "2;3". */
static void
put_wide(struct buf *text, int n, const char *more)
{
	buf_puts(text, "a;b\n");
	for (int i = 0; i < n; i++)
		buf_puts(text, i > 0 ? ";1" : "1");
	buf_puts(text, more);
	buf_puts(text, "\n2;3\n");
}

static void
test_columns_limit(void **state)
{
	struct buf text;
	struct read r;

	(void)state;
	/* One cell more than there may be, then a sound row. */
	buf_init(&text);
	put_wide(&text, TABLE_COLUMNS + 1, "");
	read_text(&r, text.data);
	LINES(&r, 1, 3);
	expect_only(&r.f, DIAG_columns_many, DIAG_REJECT, 2, NULL);
	assert_string_equal(cell(&r, 1, 0), "2");
	read_free(&r);

	/* As many as there may be, and blank ones beyond. */
	buf_clear(&text);
	put_wide(&text, TABLE_COLUMNS, ";;");
	read_text(&r, text.data);
	LINES(&r, 1, 2, 3);
	assert_int_equal(r.table.record[1].ncell, TABLE_COLUMNS);
	expect_none(&r.f);
	read_free(&r);

	/* One too many in the first of two lines of a row. */
	buf_clear(&text);
	put_wide(&text, TABLE_COLUMNS + 1, ";\"x\ny\"");
	read_text(&r, text.data);
	LINES(&r, 1, 4);
	expect_only(&r.f, DIAG_columns_many, DIAG_REJECT, 2, NULL);
	read_free(&r);

	/* In the header row it costs the file. */
	buf_clear(&text);
	for (int i = 0; i <= TABLE_COLUMNS; i++)
		buf_puts(&text, "a;");
	read_text(&r, text.data);
	assert_int_equal(r.result, -1);
	expect_only(&r.f, DIAG_columns_many, DIAG_REJECT, 1, NULL);
	read_free(&r);
	buf_release(&text);
}

static void
test_record_limit(void **state)
{
	size_t size = TABLE_RECORD_LIMIT + 64;
	char *text = malloc(size);
	struct read r;

	(void)state;
	assert_non_null(text);
	/* "1;xxx\n" of exactly the limit, then one byte longer. */
	memset(text, 'x', size);
	memcpy(text, "a;b\n1;", 6);
	memcpy(text + 4 + TABLE_RECORD_LIMIT - 1, "\n2;3\n", 5);
	read_bytes(&r, text, 4 + TABLE_RECORD_LIMIT + 4);
	LINES(&r, 1, 2, 3);
	assert_int_equal(r.table.record[1].cell[1].len, TABLE_RECORD_LIMIT - 3);
	read_free(&r);

	memset(text, 'x', size);
	memcpy(text, "a;b\n1;", 6);
	memcpy(text + 4 + TABLE_RECORD_LIMIT, "\n2;3\n", 5);
	read_bytes(&r, text, 4 + TABLE_RECORD_LIMIT + 5);
	LINES(&r, 1, 3);
	expect_only(&r.f, DIAG_record_long, DIAG_REJECT, 2, NULL);
	read_free(&r);

	/* An open quote over short lines: every line but its own is read. */
	for (size_t i = 0; i < size; i += 4)
		memcpy(text + i, "1;2\n", 4);
	memcpy(text + 8, "\";2\n", 4);
	read_bytes(&r, text, size);
	assert_int_equal(r.table.nrecord, size / 4 - 1);
	assert_int_equal(r.table.record[2].line, 4);
	expect_only(&r.f, DIAG_record_long, DIAG_REJECT, 3, NULL);
	read_free(&r);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_line_breaks),
	    cmocka_unit_test(test_separator),
	    cmocka_unit_test(test_separator_line_counts),
	    cmocka_unit_test(test_quotes),
	    cmocka_unit_test(test_blank_cells),
	    cmocka_unit_test(test_quote_stray),
	    cmocka_unit_test(test_quote_open),
	    cmocka_unit_test(test_header_faults),
	    cmocka_unit_test(test_header_of_two_lines),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_encodings),
	    cmocka_unit_test(test_undecodable),
	    cmocka_unit_test(test_double_encoding_seen),
	    cmocka_unit_test(test_columns_limit),
	    cmocka_unit_test(test_record_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
