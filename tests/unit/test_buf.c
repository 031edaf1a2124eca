#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/buf.h"

static void
test_empty(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	assert_string_equal(buf.data, "");
	buf_clear(&buf);
	buf_add(&buf, NULL, 0);
	buf_puts(&buf, "");
	assert_int_equal(buf.len, 0);
	assert_string_equal(buf.data, "");
	buf_release(&buf);
	assert_string_equal(buf.data, "");
	buf_release(&buf);
}

static void
test_terminated_after_each(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	for (size_t n = 1; n <= 1000; n++) {
		buf_putc(&buf, 'x');
		assert_int_equal(buf.len, n);
		assert_int_equal(strlen(buf.data), n);
		assert_true(buf.cap > buf.len);
	}
	buf_clear(&buf);
	assert_int_equal(buf.len, 0);
	assert_string_equal(buf.data, "");
	assert_true(buf.cap > 1000);
	buf_release(&buf);
}

static void
test_appends(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	buf_add(&buf, "a\0b", 3);
	buf_printf(&buf, "%s=%d", "fase", 3);
	buf_printf(&buf, "%s", "");
	assert_int_equal(buf.len, 9);
	assert_memory_equal(buf.data, "a\0bfase=3", 10);
	buf_release(&buf);
}

/* Longer than the room there is, so that it must grow between the passes. */
static void
test_printf_grows(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	buf_printf(&buf, "%0*d", 5000, 7);
	assert_int_equal(buf.len, 5000);
	assert_int_equal(buf.data[0], '0');
	assert_int_equal(buf.data[4999], '7');
	buf_release(&buf);
}

static void
assert_utf8(unsigned long c, const char *expected)
{
	struct buf buf;

	buf_init(&buf);
	buf_put_utf8(&buf, c);
	assert_int_equal(buf.len, c == 0 ? 1 : strlen(expected));
	assert_memory_equal(buf.data, expected, buf.len + 1);
	buf_release(&buf);
}

static void
test_utf8(void **state)
{
	(void)state;
	assert_utf8(0, "\0");
	assert_utf8(0x7F, "\x7F");
	assert_utf8(0x80, "\xC2\x80");
	assert_utf8(0xE5, "\xC3\xA5");
	assert_utf8(0x7FF, "\xDF\xBF");
	assert_utf8(0x800, "\xE0\xA0\x80");
	assert_utf8(0xFFFF, "\xEF\xBF\xBF");
	assert_utf8(0x10000, "\xF0\x90\x80\x80");
	assert_utf8(0x10FFFF, "\xF4\x8F\xBF\xBF");
	assert_utf8(0x110000, "\xEF\xBF\xBD");
	assert_utf8(0xD800, "\xEF\xBF\xBD");
	assert_utf8(0xDFFF, "\xEF\xBF\xBD");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_terminated_after_each),
	    cmocka_unit_test(test_appends),
	    cmocka_unit_test(test_printf_grows),
	    cmocka_unit_test(test_utf8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
