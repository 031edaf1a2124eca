#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "input/normal.h"

static const struct normal_words danish = {false, NULL, NULL};
static const struct normal_words english = {true, NULL, NULL};

static void
assert_normal(enum normal_form form, const struct normal_words *words,
    const char *text, const char *expected)
{
	struct buf out;

	buf_init(&out);
	assert_int_equal(
	    normal_sheet(text, strlen(text), CLASS_STATUS, words, &out), form);
	assert_string_equal(out.data, expected);
	buf_release(&out);
}

#define ECONOMY_DA "kommunekode;løsning;hovedopgave;budget_kr;forbrug_kr\n"
#define ECONOMY_EN "municipality;solution;main_task;budget_dkk;actual_dkk\n"

static void
test_words(void **state)
{
	(void)state;
	assert_normal(NORMAL_WHOLE, &danish,
	    "MUNICIPALITY,solution,dimension,Lys\r\n1,A,Quality, GREEN \r\n",
	    "kommunekode;løsning;dimension;trafiklys\n1;A;kvalitet;grøn\n");
	assert_normal(NORMAL_WHOLE, &english,
	    "sep=\t\nkommunekode\tl\xf8sning\tdimension\ttrafiklys\n"
	    "1\tA\ttid\tgr\xf8n\n",
	    "municipality;solution;dimension;light\n1;A;time;green\n");
}

static void
test_numbers(void **state)
{
	(void)state;
	assert_normal(NORMAL_WHOLE, &danish,
	    ECONOMY_EN "1;A;1;1.234,50;1.234\n1;A;2;-0,5;0,000\n",
	    ECONOMY_DA "1;A;1;1234,50;1234\n1;A;2;-0,5;0,000\n");
	/* rewritten with a comma, the second row would no more be faulty */
	assert_normal(NORMAL_NUMBERS_KEPT, &danish,
	    ECONOMY_DA "1;A;1;12.5;1.234\n1;A;2;1.234.567;7\n",
	    ECONOMY_DA "1;A;1;12.5;1.234\n1;A;2;1.234.567;7\n");
}

/* What can't be told into cells, or isn't known, keeps its cells. */
static void
test_left(void **state)
{
	(void)state;
	assert_normal(NORMAL_TEXT, &danish,
	    "\xef\xbb\xbf" ECONOMY_EN "1;A;1;\"5;6\r\n1;A;2;1.234,5;7\r",
	    ECONOMY_EN "1;A;1;\"5;6\n1;A;2;1.234,5;7\n");
	assert_normal(
	    NORMAL_TEXT, &danish, "vejr;vind\r\n1;2", "vejr;vind\n1;2");
	assert_normal(NORMAL_NOT, &danish, "\x81;a\r\n", "\x81;a\r\n");
	assert_normal(NORMAL_WHOLE, &danish,
	    "municipality;solution;dimension;light;\"a;b,c\"\n1;A\n"
	    "2;B;tid;lilla;31/3-2015;;\n",
	    "kommunekode;løsning;dimension;trafiklys;\"a;b,c\"\n1;A\n"
	    "2;B;tid;lilla;31/3-2015\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
