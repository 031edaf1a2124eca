/*
 * Numbers and days in a workbook are shown as on the document's pages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/labels.h"
#include "render/xlsx.h"

/* A number format, of labels or of none. */
static void
check(const char *words, enum xlsx_kind kind, const char *expected)
{
	struct xlsx x = {.arena = arena_new()};
	struct labels *labels = labels_new(x.arena);

	if (words != NULL) {
		assert_int_equal(labels_read(labels, diag_new(x.arena, DIAG_DA),
				     "labels.txt", words, strlen(words)),
		    0);
		x.labels = labels;
	}
	assert_string_equal(xlsx_number_format(&x, kind), expected);
	assert_string_equal(xlsx_number_format(&x, kind), expected);
	arena_free(x.arena);
}

static void
test_percent(void **state)
{
	(void)state;
	check("format.percent = {1}%\n", KIND_PERCENT, "0%");
	check("format.percent = {1} %\n", KIND_PERCENT, "0 %");
	check("format.percent = {1}\xc2\xa0%\n", KIND_PERCENT, "0 %");
}

static void
test_day(void **state)
{
	(void)state;
	check("format.day = {3}-{2}-{1}\n", KIND_DAY, "yyyy-mm-dd");
	check("format.day = {1}.{2}.{3}\n", KIND_DAY, "dd.mm.yyyy");
}

/* What no number's format is like is left as it usually is. */
static void
test_usual(void **state)
{
	(void)state;
	check(NULL, KIND_PERCENT, "0 %");
	check(NULL, KIND_DAY, "dd-mm-yyyy");
	check("format.decimal = ,\n", KIND_DAY, "dd-mm-yyyy");
	check("format.percent = {1} procent\n", KIND_PERCENT, "0 %");
	check("format.day = {1}. {5} {3}\n", KIND_DAY, "dd-mm-yyyy");
	check("format.day = {3}\"{2}\n", KIND_DAY, "dd-mm-yyyy");
	check("format.percent = {1}%\n", KIND_TENTHS, "#,##0.0");
	check("format.day = {3}-{2}-{1}\n", KIND_INPUT_DAY, "yyyy-mm-dd");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_percent),
	    cmocka_unit_test(test_day),
	    cmocka_unit_test(test_usual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
