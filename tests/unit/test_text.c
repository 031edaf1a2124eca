#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

#define SIZE(array) (sizeof(array) / sizeof((array)[0]))

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* The bytes of a literal and its length, NULs included. */
#define BYTES(literal) (literal), sizeof(literal) - 1

static void
assert_decodes(const char *bytes, size_t len, enum text_encoding encoding,
    const char *expected)
{
	enum text_encoding got;
	struct buf out;
	int line = -1;

	buf_init(&out);
	buf_puts(&out, "left over");
	assert_int_equal(text_decode(bytes, len, &out, &got, &line), TEXT_OK);
	assert_int_equal(got, encoding);
	assert_string_equal(out.data, expected);
	assert_int_equal(out.len, strlen(expected));
	assert_int_equal(line, -1);
	buf_release(&out);
}

static void
assert_fault(const char *bytes, size_t len, enum text_fault fault, int line)
{
	enum text_encoding encoding;
	struct buf out;
	int got = -1;

	buf_init(&out);
	assert_int_equal(text_decode(bytes, len, &out, &encoding, &got), fault);
	assert_int_equal(got, line);
	assert_int_equal(text_decode(bytes, len, &out, &encoding, NULL), fault);
	buf_release(&out);
}

static void
test_decode(void **state)
{
	(void)state;
	assert_decodes(BYTES(""), TEXT_UTF8, "");
	assert_decodes(BYTES("a;b\r\n"), TEXT_UTF8, "a;b\r\n");
	assert_decodes(BYTES("løsning"), TEXT_UTF8, "løsning");
	assert_decodes(BYTES("\xEF\xBB\xBF"), TEXT_UTF8_BOM, "");
	assert_decodes(BYTES("\xEF\xBB\xBFø"), TEXT_UTF8_BOM, "ø");
	assert_decodes(BYTES("\xFF\xFE"), TEXT_UTF16LE, "");
	assert_decodes(BYTES("\xFF\xFE\xF8\0;\0"), TEXT_UTF16LE, "ø;");
	assert_decodes(BYTES("\xFE\xFF\0\xF8\0;"), TEXT_UTF16BE, "ø;");
	assert_decodes(BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), TEXT_UTF16LE, "😀");
	assert_decodes(BYTES("\xFE\xFF\xD8\x3D\xDE\x00"), TEXT_UTF16BE, "😀");
	assert_decodes(BYTES("l\xF8sning"), TEXT_CP1252, "løsning");
	assert_decodes(
	    BYTES("\x80\x93\x9F\xA0\xFF"), TEXT_CP1252, "€“Ÿ\xC2\xA0ÿ");
	/* What is well-formed up to its last byte but not there. */
	assert_decodes(BYTES("abcdefgh\xC3"), TEXT_CP1252, "abcdefghÃ");
}

static void
test_decode_faults(void **state)
{
	(void)state;
	assert_fault(BYTES("\0"), TEXT_NUL, 1);
	assert_fault(BYTES("a\r\nb\nc\rd\0"), TEXT_NUL, 4);
	assert_fault(BYTES("a\n\xF8\n\0"), TEXT_NUL, 3);
	assert_fault(BYTES("a\0b\0"), TEXT_NUL, 1);
	assert_fault(BYTES("\xFF\xFE\0\0"), TEXT_NUL, 1);
	assert_fault(BYTES("a\n\xF8\x81"), TEXT_UNDEFINED, 2);
	assert_fault(BYTES("\x8D"), TEXT_UNDEFINED, 1);
	assert_fault(BYTES("\x8F"), TEXT_UNDEFINED, 1);
	assert_fault(BYTES("\x90"), TEXT_UNDEFINED, 1);
	assert_fault(BYTES("a\rb\r\x9D"), TEXT_UNDEFINED, 3);
	assert_fault(BYTES("\xFF\xFE\n\0a"), TEXT_BROKEN, 2);
	assert_fault(BYTES("\xFF\xFE\x00\xD8"), TEXT_BROKEN, 1);
	assert_fault(BYTES("\xFF\xFE\x00\xD8"
			   "a\0"),
	    TEXT_BROKEN, 1);
	assert_fault(BYTES("\xFF\xFE\x00\xDC"
			   "a\0"),
	    TEXT_BROKEN, 1);
	assert_fault(BYTES("\xFE\xFF\0\n\xD8\x00\xD8\x00"), TEXT_BROKEN, 2);
	assert_fault(BYTES("\xEF\xBB\xBF"
			   "a\n\xF8;"),
	    TEXT_BROKEN, 2);
}

static void
test_valid_utf8(void **state)
{
	static const char *const bad[] = {"\x80", "\xBF", "\xC0\x80",
	    "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xE2\x82",
	    "\xE2\x82(", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF",
	    "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",
	    "\xFF", "abcdefghijklmnop\xF8"};

	(void)state;
	assert_true(text_valid_utf8("", 0));
	assert_true(text_valid_utf8(BYTES("a\0b")));
	assert_true(text_valid_utf8(BYTES("\x7F\xC2\x80\xDF\xBF")));
	assert_true(text_valid_utf8(BYTES("\xE0\xA0\x80\xED\x9F\xBF")));
	assert_true(text_valid_utf8(BYTES("\xEE\x80\x80\xEF\xBF\xBF")));
	assert_true(text_valid_utf8(BYTES("\xF0\x90\x80\x80")));
	assert_true(text_valid_utf8(BYTES("\xF4\x8F\xBF\xBF")));
	for (size_t i = 0; i < SIZE(bad); i++)
		assert_false(text_valid_utf8(bad[i], strlen(bad[i])));
	assert_int_equal(text_valid_prefix(BYTES("abcdefghijø\xF8z")), 12);
}

/* The end of the bytes cuts a sequence even if the rest lies behind it. */
static void
test_next(void **state)
{
	const char *text = "a\xC3\xA5\xFF\xF0\x9F\x98\x80", *p = text;
	const char *end = text + strlen(text);

	(void)state;
	assert_int_equal(text_next(&p, end), 'a');
	assert_int_equal(text_next(&p, end), 0xE5);
	assert_int_equal(text_next(&p, end), 0xFFFD);
	assert_int_equal(text_next(&p, end), 0x1F600);
	assert_ptr_equal(p, end);
	p = text + 4;
	assert_int_equal(text_next(&p, end - 1), 0xFFFD);
	assert_ptr_equal(p, text + 5);
}

static void
test_double_encoded(void **state)
{
	static const char *const yes[] = {"KÃ¸benhavn", "Ã…rhus", "Ã¦",
	    "sagâ€“", "Â©", "ðŸ˜€", "Ã\xC2\x86" /* Æ by way of U+0086 */};
	static const char *const no[] = {"", "København", "Århus", "Æ", "SÅ…",
	    "»VÅ«", "PÅ”", "ØÆÅ", "São Paulo", "NÃO", "Ã", "â", "château",
	    "Â la", "€", "ðin", "Ä“"};

	(void)state;
	for (size_t i = 0; i < SIZE(yes); i++)
		assert_true(text_double_encoded(yes[i], strlen(yes[i])));
	for (size_t i = 0; i < SIZE(no); i++)
		assert_false(text_double_encoded(no[i], strlen(no[i])));
}

static void
assert_trims(const char *text, const char *expected)
{
	size_t len = strlen(text);
	const char *trimmed = text_trim(text, &len);

	assert_int_equal(len, strlen(expected));
	assert_memory_equal(trimmed, expected, len);
}

static void
test_trim(void **state)
{
	(void)state;
	assert_trims("", "");
	assert_trims(" \t\r\n\v\f", "");
	assert_trims("a", "a");
	assert_trims("  a b  ", "a b");
	assert_trims("\xC2\xA0\xEF\xBB\xBF"
		     "a\xC2\xA0",
	    "a");
	assert_trims(" å ", "å");
	/* The last byte of à is that of a NBSP. */
	assert_trims("à", "à");
}

static void
assert_folds(const char *text, const char *expected)
{
	assert_string_equal(text_fold(arena, text), expected);
}

static void
test_fold(void **state)
{
	(void)state;
	assert_folds("", "");
	assert_folds("  ", "");
	assert_folds("  Ikke \t\n STARTET\xC2\xA0", "ikke startet");
	assert_folds("ÆØÅ ÉÜÞÐŠŽŁ", "æøå éüþðšžł");
	assert_folds("ΑΘΗΝΑΣ", "αθηνασ");
	assert_folds("αθηνας", "αθηνασ");
	assert_folds("МОСКВА Ёж", "москва ёж");
	assert_folds("A\xCC\x8Arhus", "århus");    /* A and a ring */
	assert_folds("a\xCC\x81\xCC\xA3", "ạ́");    /* marks out of order */
	assert_folds("\xE2\x84\xABrhus", "århus"); /* the Angstrom sign */
	assert_folds("ß", "ß");
	assert_folds("a\xFF", "a\xEF\xBF\xBD");
	assert_folds("Løsning_Navn", "løsning_navn");
}

static void
assert_folds_word(const char *text, const char *expected)
{
	assert_string_equal(text_fold_word(arena, text), expected);
}

static void
test_fold_word(void **state)
{
	(void)state;
	assert_folds_word("Not_Started", "not started");
	assert_folds_word("cut-over", "cut over");
	assert_folds_word("a-b_c", "a b c");
	assert_folds_word("blå_øje", "blå øje");
	assert_folds_word("-", "-");
	assert_folds_word("_", "_");
	assert_folds_word("-a", "-a");
	assert_folds_word("a-", "a-");
	assert_folds_word("a--b", "a--b");
	assert_folds_word("F-2", "f-2");
	assert_folds_word("a - b", "a - b");
}

static void
test_equal_fold(void **state)
{
	(void)state;
	assert_true(text_equal_fold("", ""));
	assert_true(text_equal_fold("", " "));
	assert_true(text_equal_fold("ÅRHUS", "århus"));
	assert_true(text_equal_fold("A\xCC\x8ARHUS", "århus"));
	assert_true(text_equal_fold(" i  gang", "I gang"));
	assert_false(text_equal_fold("Aarhus", "Århus"));
	assert_false(text_equal_fold("igang", "i gang"));
	assert_false(text_equal_fold("abc", "abd"));
	assert_false(text_equal_fold("ab", "abc"));
	assert_true(text_equal_fold("ab\t", "AB"));
	assert_true(text_equal_fold("\xE2\x84\xAA", "k")); /* the Kelvin sign */
}

/* Every pair, in either order, and each word with itself. */
static void
test_measures(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("æøå"), 3);
	assert_int_equal(text_width("a\xCC\x8A"), 1);
	assert_int_equal(text_width("日本"), 4);
	assert_int_equal(text_width("😀"), 2);
	assert_int_equal(text_utf16_length("æø😀"), 4);
	assert_int_equal(text_utf16_length(""), 0);
}

static void
assert_slug(const char *text, const char *expected)
{
	assert_string_equal(text_slug(arena, text), expected);
}

static void
test_slug(void **state)
{
	(void)state;
	assert_slug("101 København", "101-koebenhavn");
	assert_slug("Ærø", "aeroe");
	assert_slug("Århus/Aarhus", "aarhus-aarhus");
	assert_slug("A\xCC\x8A", "aa");
	assert_slug("Crème Brûlée – øl & ß", "creme-brulee-oel-ss");
	assert_slug("  ..//etc/passwd..", "etc-passwd");
	assert_slug("a -- b", "a-b");
	assert_slug("", "x");
	assert_slug("...", "x");
	assert_slug("日本", "x");
	assert_slug("CON", "con-x");
	assert_slug("nul", "nul-x");
	assert_slug("Com1", "com1-x");
	assert_slug("LPT9.", "lpt9-x");
	assert_slug("com10", "com10");
	assert_slug("coma", "coma");
	assert_slug("console", "console");
}

static void
test_slug_length(void **state)
{
	char text[200];

	(void)state;
	memset(text, 'a', sizeof(text));
	text[199] = '\0';
	assert_int_equal(strlen(text_slug(arena, text)), 60);
	/* 59 letters: neither half a letter nor a hyphen at the end. */
	memcpy(text + 59, "æ", 3);
	assert_int_equal(strlen(text_slug(arena, text)), 59);
	memcpy(text + 59, " b", 3);
	assert_int_equal(strlen(text_slug(arena, text)), 59);
}

static const char *
nearest(const char *word)
{
	static const char *const known[] = {"Frederiksberg", "Frederikshavn",
	    "København", "Aarhus", "Ærø", "Rødovre", "Vesthimmerlands", "fase",
	    "F2", "F3"};

	return text_nearest(arena, word, known, SIZE(known));
}

static void
test_nearest(void **state)
{
	(void)state;
	assert_string_equal(nearest("Kobenhavn"), "København");
	assert_string_equal(nearest("KØBENHVAN"), "København");
	assert_string_equal(nearest("Koebenhavn"), "København");
	assert_string_equal(nearest("Århus"), "Aarhus");
	assert_string_equal(nearest("Aero"), "Ærø");
	assert_string_equal(nearest("Roedovre"), "Rødovre");
	assert_string_equal(nearest("faze"), "fase");
	assert_string_equal(nearest("F4"), "F2");
	assert_string_equal(nearest("f3"), "F3");
	assert_string_equal(nearest("fsae"), "fase");
	/* A beginning, either way round; the shorter rest is nearer. */
	assert_string_equal(nearest("Frederiksb"), "Frederiksberg");
	assert_string_equal(nearest("Vest"), "Vesthimmerlands");
	assert_string_equal(nearest("Københavns Kommune"), "København");
}

static void
test_nearest_none(void **state)
{
	char too_long[300];

	(void)state;
	memset(too_long, 'a', sizeof(too_long));
	too_long[299] = '\0';
	assert_null(nearest(too_long));
	assert_null(nearest(""));
	assert_null(nearest("x"));
	assert_null(nearest("Ves"));
	assert_null(nearest("Odense"));
	assert_null(nearest("101"));
	assert_null(text_nearest(arena, "fase", NULL, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_decode),
	    cmocka_unit_test(test_decode_faults),
	    cmocka_unit_test(test_valid_utf8),
	    cmocka_unit_test(test_next),
	    cmocka_unit_test(test_double_encoded),
	    cmocka_unit_test(test_trim),
	    cmocka_unit_test(test_fold),
	    cmocka_unit_test(test_fold_word),
	    cmocka_unit_test(test_equal_fold),
	    cmocka_unit_test(test_measures),
	    cmocka_unit_test(test_slug),
	    cmocka_unit_test(test_slug_length),
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_nearest_none),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
