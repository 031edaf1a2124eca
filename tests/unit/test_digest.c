#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/digest.h"

/* The examples of FIPS 180-2, and the empty message. */
static void
test_published_examples(void **state)
{
	char got[DIGEST_TEXT];

	(void)state;
	digest_sha256("", 0, got);
	assert_string_equal(got,
	    "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	digest_sha256("abc", 3, got);
	assert_string_equal(got,
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	digest_sha256(
	    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
	    got);
	assert_string_equal(got,
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1");
}

static void
test_length_counts(void **state)
{
	char short_one[DIGEST_TEXT], long_one[DIGEST_TEXT];

	(void)state;
	digest_sha256("a\0", 1, short_one);
	digest_sha256("a\0", 2, long_one);
	assert_string_not_equal(short_one, long_one);
	assert_int_equal(strlen(long_one), 64);
}

/* The first published example, and of nothing. */
static void
test_base64(void **state)
{
	char got[DIGEST_BASE64];

	(void)state;
	digest_sha256_base64("abc", 3, got);
	assert_string_equal(
	    got, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
	digest_sha256_base64("", 0, got);
	assert_string_equal(
	    got, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_published_examples),
	    cmocka_unit_test(test_length_counts),
	    cmocka_unit_test(test_base64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
