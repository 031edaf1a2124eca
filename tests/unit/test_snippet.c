#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/snippet.h"
#include "base/text.h"

static void
assert_drawn_len(
    const char *line, size_t len, size_t at, size_t size, const char *expected)
{
	const struct snippet s = {.label = "C14",
	    .line = line,
	    .len = len,
	    .marked = true,
	    .at = at,
	    .size = size};
	struct buf out;

	buf_init(&out);
	snippet_put(&out, &s);
	assert_string_equal(out.data, expected);
	buf_release(&out);
}

/* The mark is the first occurrence of a text. */
static void
assert_drawn(const char *line, const char *mark, const char *expected)
{
	assert_drawn_len(line, strlen(line),
	    (size_t)(strstr(line, mark) - line), strlen(mark), expected);
}

static void
test_plain(void **state)
{
	(void)state;
	assert_drawn("a;bc;d", "bc", "   C14 | a;bc;d\n       |   ^^\n");
	assert_drawn("a;;d", ";d", "   C14 | a;;d\n       |   ^^\n");
	assert_drawn_len("a;;d", 4, 2, 0, "   C14 | a;;d\n       |   ^\n");
	assert_drawn_len("a", 1, 1, 0, "   C14 | a\n       |  ^\n");
	assert_drawn_len("", 0, 0, 0, "   C14 |\n       | ^\n");
}

static void
test_widths(void **state)
{
	(void)state;
	assert_drawn("søå;x", "x", "   C14 | søå;x\n       |     ^\n");
	assert_drawn("漢字;x", "x", "   C14 | 漢字;x\n       |      ^\n");
	assert_drawn("🙂;字", "字", "   C14 | 🙂;字\n       |    ^^\n");
	assert_drawn(
	    "e\xcc\x81;x", "x", "   C14 | e\xcc\x81;x\n       |   ^\n");
	assert_drawn("a\tx", "x", "   C14 | a    x\n       |      ^\n");
	assert_drawn(
	    "\x1b[2Jx", "x", "   C14 | \\u001b[2Jx\n       |          ^\n");
	assert_drawn(
	    "\xe2\x80\xaex", "x", "   C14 | \\u202ex\n       |       ^\n");
}

static void
test_without_mark(void **state)
{
	const struct snippet s = {.label = "AMJ1048576", .line = "x", .len = 1};
	const struct snippet marked = {.label = "AMJ1048576",
	    .line = "x",
	    .len = 1,
	    .marked = true,
	    .size = 1,
	    .colour = "\033[31m"};
	struct buf out;

	(void)state;
	buf_init(&out);
	snippet_put(&out, &s);
	assert_string_equal(out.data, "AMJ1048576 | x\n");
	buf_clear(&out);
	snippet_put(&out, &marked);
	assert_string_equal(
	    out.data, "AMJ1048576 | x\n           | \033[31m^\033[0m\n");
	buf_release(&out);
}

/* A line of n times a letter with "MARK" at a place; what is drawn of it. */
static void
draw_long(struct buf *out, const char *letter, size_t before, size_t after)
{
	struct snippet s = {.label = "A1", .marked = true, .size = 4};
	struct buf line;
	size_t i;

	buf_init(&line);
	for (i = 0; i < before; i++)
		buf_puts(&line, letter);
	s.at = line.len;
	buf_puts(&line, "MARK");
	for (i = 0; i < after; i++)
		buf_puts(&line, letter);
	s.line = line.data;
	s.len = line.len;
	buf_clear(out);
	snippet_put(out, &s);
	buf_release(&line);
}

/* The carets stand below the mark, and no line is wider than it may be. */
static void
assert_under_mark(const struct buf *out)
{
	char *line = strdup(out->data), *carets, *mark;

	assert_non_null(line);
	carets = strchr(line, '\n');
	assert_non_null(carets);
	*carets++ = '\0';
	assert_true(text_width(line) <= 9 + SNIPPET_COLUMNS);
	mark = strstr(line, "MARK");
	assert_non_null(mark);
	*mark = '\0';
	assert_int_equal(text_width(line), strcspn(carets, "^"));
	assert_string_equal(carets + strcspn(carets, "^"), "^^^^\n");
	free(line);
}

static void
test_long_lines(void **state)
{
	static const char *const letters[] = {
	    "x", "ø", "漢", "\t", "e\xcc\x81", "\x1b"};
	static const size_t counts[] = {0, 1, 30, 31, 35, 36, 67, 68, 69, 70,
	    100, 1000, 4094, 4096, 4097, 9000};
	const size_t n = sizeof(counts) / sizeof(counts[0]);
	struct buf out;

	(void)state;
	buf_init(&out);
	for (size_t l = 0; l < sizeof(letters) / sizeof(letters[0]); l++)
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < n; j++) {
				draw_long(
				    &out, letters[l], counts[i], counts[j]);
				assert_under_mark(&out);
			}
	draw_long(&out, "x", 34, 34);
	assert_null(strstr(out.data, "…"));
	draw_long(&out, "x", 35, 34);
	assert_non_null(strstr(out.data, "…"));
	buf_release(&out);
}

/* Marks of a letter that never end don't make the line endless. */
static void
test_combining_marks(void **state)
{
	struct buf line, out;
	struct snippet s = {.label = "A1", .marked = true, .size = 1};

	(void)state;
	buf_init(&line);
	buf_init(&out);
	buf_puts(&line, "e");
	for (size_t i = 0; i < 1000; i++)
		buf_puts(&line, "\xcc\x81");
	s.line = line.data;
	s.len = line.len;
	snippet_put(&out, &s);
	assert_true(out.len < 40);
	buf_release(&line);
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_widths),
	    cmocka_unit_test(test_without_mark),
	    cmocka_unit_test(test_long_lines),
	    cmocka_unit_test(test_combining_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
