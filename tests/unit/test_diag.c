#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/diag_explain.h"
#include "base/diag_message.h"
#include "base/text.h"

/* The one code that base/ itself defines: "… og {1} mere". */
#define CODE DIAG_findings_left_out

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

static const struct finding *
only_finding(struct diag *diag)
{
	size_t count;
	const struct finding *const *sorted = diag_sorted(diag, &count);

	assert_int_equal(count, 1);
	return sorted[0];
}

static const char *
message(enum diag_code code, enum diag_language language, const char *value,
    const char *first)
{
	struct diag *diag = diag_new(arena, language);

	diag_add(diag, code, NULL, value, first, "2", "3", (char *)NULL);
	return only_finding(diag)->message;
}

static void
test_nothing(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_DA);
	size_t count = 1;

	(void)state;
	(void)diag_sorted(diag, &count);
	assert_int_equal(count, 0);
	assert_int_equal(diag_worst(diag), DIAG_NOTICE);
	assert_int_equal(diag_count(diag, DIAG_NOTICE), 0);
}

static void
test_levels(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_DA);

	(void)state;
	diag_at(diag, DIAG_WARNING, CODE, NULL, NULL, "1", (char *)NULL);
	assert_int_equal(diag_worst(diag), DIAG_WARNING);
	diag_at(diag, DIAG_REJECT, CODE, NULL, NULL, "1", (char *)NULL);
	diag_add(diag, CODE, NULL, NULL, "1", (char *)NULL);
	assert_int_equal(diag_worst(diag), DIAG_REJECT);
	diag_fatal(diag, CODE, NULL, NULL, "1", (char *)NULL);
	assert_int_equal(diag_worst(diag), DIAG_FATAL);
	assert_int_equal(diag_count(diag, DIAG_NOTICE), 1);
	assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
	assert_int_equal(diag_count(diag, DIAG_REJECT), 1);
	assert_int_equal(diag_count(diag, DIAG_FATAL), 1);
	assert_string_equal(diag_level_id(DIAG_NOTICE), "notice");
	assert_string_equal(diag_level_id(DIAG_WARNING), "warning");
	assert_string_equal(diag_level_id(DIAG_REJECT), "error");
	assert_string_equal(diag_level_id(DIAG_FATAL), "fatal");
	assert_string_equal(diag_code_id(CODE), "findings_left_out");
}

static void
test_language_and_arguments(void **state)
{
	(void)state;
	assert_string_equal(message(CODE, DIAG_DA, NULL, "12"), "… og 12 mere");
	assert_string_equal(
	    message(CODE, DIAG_EN, NULL, "12"), "… and 12 more");
	assert_string_equal(message(CODE, DIAG_EN, NULL, NULL), "… and  more");
	/* What is filled in is not looked through for more to fill. */
	assert_string_equal(
	    message(CODE, DIAG_EN, "v", "{value}{2}"), "… and {value}{2} more");
}

static void
test_controls_made_visible(void **state)
{
	(void)state;
	assert_string_equal(
	    message(CODE, DIAG_EN, NULL, "\033[31m"), "… and \\u001b[31m more");
	assert_string_equal(message(CODE, DIAG_EN, NULL, "a\r\nb\tc\x7F"),
	    "… and a\\u000d\\u000ab\\u0009c\\u007f more");
	assert_string_equal(
	    message(CODE, DIAG_EN, NULL,
		"\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\xA8\xEF\xBB\xBF"),
	    "… and \\u009b\\u202e\\u2066\\u2028\\ufeff more");
	assert_string_equal(
	    message(CODE, DIAG_EN, NULL, "a\xFF"), "… and a\xEF\xBF\xBD more");
	assert_string_equal(message(CODE, DIAG_EN, NULL, "👩‍💻 æøå"),
	    "… and 👩‍💻 æøå more");
}

/* Whatever a room has put into diag.def must keep to its form. */
static void
test_every_message(void **state)
{
	(void)state;
	for (int i = 0; i < DIAG_CODES; i++) {
		enum diag_code code = (enum diag_code)i;

		for (int lang = DIAG_DA; lang <= DIAG_EN; lang++) {
			const char *text = message(
			    code, (enum diag_language)lang, "v\n", "\033");
			size_t len = strlen(text);

			assert_true(len > 0);
			assert_true(text_valid_utf8(text, len));
			assert_true(text[len - 1] != '.');
			assert_null(strpbrk(text, "\n\033"));
			assert_null(strstr(text, "{value}"));
			assert_null(strstr(text, "{1}"));
		}
	}
}

/* A translation may name other headings, but leaves out the same parts. */
static void
test_translations_agree(void **state)
{
	static const char *const parts[] = {"{value}", "[", "]"};

	(void)state;
	for (int i = 0; i < DIAG_CODES; i++) {
		const char *da = diag_code_text((enum diag_code)i, DIAG_DA);
		const char *en = diag_code_text((enum diag_code)i, DIAG_EN);

		for (size_t j = 0; j < sizeof(parts) / sizeof(parts[0]); j++)
			if (!strstr(da, parts[j]) != !strstr(en, parts[j]))
				fail_msg("%s: %s", da, parts[j]);
	}
}

static void
assert_fills(const char *pattern, const char *value, const char *first,
    const char *expected)
{
	const struct diag_filling filling = {value, {first}};
	struct buf out;

	buf_init(&out);
	diag_fill(&out, pattern, &filling);
	assert_string_equal(out.data, expected);
	buf_release(&out);
}

static void
test_patterns(void **state)
{
	(void)state;
	assert_fills("", "v", "f", "");
	assert_fills("{value}{1}{2}", "v", "f", "vf");
	assert_fills(
	    "{{navn}} {0} {10} {value", "v", "f", "{{navn}} {0} {10} {value");
	assert_fills("x[ - {1}?]y", "v", "f", "x - f?y");
	assert_fills("x[ - {1}?]y", "v", NULL, "xy");
	assert_fills("x[ - {1}?]y", "v", "", "xy");
	assert_fills("[{value}: {1}]", "v", NULL, "");
	assert_fills("[{value}][{1}]", "v", "f", "vf");
	assert_fills("[{1}][{value}]", "v", NULL, "v");
	assert_fills("[model] {1}", "v", "f", "[model] f");
	assert_fills("[{1}", "v", "f", "[f");
	assert_fills("[model] [{1}]", "v", NULL, "[model] ");
	assert_fills("{1}", "v", "[{value}]", "[{value}]");
}

/* 81 letters: the last must give way to the sign that something is missing. */
static void
test_long_values_are_cut(void **state)
{
	char eighty[2 * 80 + 1] = "", more[2 * 81 + 1], cut[200];

	(void)state;
	for (size_t i = 0; i < 80; i++)
		memcpy(eighty + 2 * i, "æ", 3);
	(void)snprintf(more, sizeof(more), "%sæ", eighty);
	(void)snprintf(cut, sizeof(cut), "%s…", eighty);
	assert_fills("{value}", eighty, NULL, eighty);
	assert_fills("{value}", more, NULL, cut);
	assert_fills("{1}", NULL, more, more);
}

static void
add(struct diag *diag, enum diag_level level, const char *file, int line,
    int field, const char *what)
{
	struct loc loc = {file, line, field, field == 0 ? NULL : "navn"};

	diag_at(diag, level, CODE, &loc, what, what, (char *)NULL);
}

static void
test_sorted(void **state)
{
	static const char *const expected[] = {
	    "0", "1", "2", "3", "4", "5", "6", "7"};
	struct diag *diag = diag_new(arena, DIAG_DA);
	const struct finding *const *sorted;
	size_t count;

	(void)state;
	add(diag, DIAG_FATAL, "å.csv", 1, 0, "7");
	add(diag, DIAG_NOTICE, "b.csv", 10, 1, "5");
	add(diag, DIAG_NOTICE, "b.csv", 9, 2, "3");
	add(diag, DIAG_NOTICE, "b.csv", 9, 2, "4");
	(void)diag_sorted(diag, &count);
	add(diag, DIAG_NOTICE, "b.csv", 9, 0, "2");
	add(diag, DIAG_NOTICE, "b.csv", 0, 0, "1");
	add(diag, DIAG_NOTICE, NULL, 5, 0, "0");
	add(diag, DIAG_NOTICE, "b/a.csv", 1, 0, "6");
	sorted = diag_sorted(diag, &count);
	assert_int_equal(count, 8);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(sorted[i]->value, expected[i]);
}

static void
test_everything_is_copied(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_DA);
	char file[] = "a.csv", column[] = "navn", value[] = "x", one[] = "1";
	struct loc loc = {file, 3, 2, column};
	const struct finding *finding;

	(void)state;
	diag_add(diag, CODE, &loc, value, one, (char *)NULL);
	file[0] = column[0] = value[0] = one[0] = '!';
	finding = only_finding(diag);
	assert_string_equal(finding->loc.file, "a.csv");
	assert_string_equal(finding->loc.column, "navn");
	assert_int_equal(finding->loc.line, 3);
	assert_int_equal(finding->loc.field, 2);
	assert_string_equal(finding->value, "x");
	assert_string_equal(finding->message, "… og 1 mere");
}

static void
assert_printed(struct diag *diag, size_t cap, bool colour, const char *expected)
{
	char *text = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&text, &len);

	assert_non_null(stream);
	diag_print(diag, stream, DIAG_NOTICE, cap, colour);
	assert_int_equal(fclose(stream), 0);
	assert_string_equal(text, expected);
	free(text);
}

static void
test_print_forms(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);

	(void)state;
	assert_printed(diag, 0, false, "");
	add(diag, DIAG_FATAL, NULL, 7, 1, "1");
	add(diag, DIAG_NOTICE, "a\n.csv", 0, 0, "2");
	add(diag, DIAG_WARNING, "b.csv", 4, 0, "3");
	add(diag, DIAG_REJECT, "b.csv", 4, 2, "4");
	assert_printed(diag, 0, false,
	    "parathed: fatal: … and 1 more [findings_left_out]\n"
	    "a\\u000a.csv: notice: … and 2 more [findings_left_out]\n"
	    "b.csv:4: warning: … and 3 more [findings_left_out]\n"
	    "b.csv:4:navn: error: … and 4 more [findings_left_out]\n");
}

/* Of one code and file so many are kept; the last stands for the others. */
static void
test_many_alike(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct loc a = {.file = "a.csv"}, b = {.file = "b.csv"};
	const struct finding *const *sorted;
	const struct finding *last;
	size_t count, rows = 0, all = 0;

	(void)state;
	for (a.line = 1; a.line <= DIAG_KEPT + 5; a.line++) {
		assert_int_equal(diag_has_room(diag, DIAG_cell_missing,
				     DIAG_REJECT, "a.csv"),
		    a.line <= DIAG_KEPT / 2);
		diag_add(diag, DIAG_cell_missing, &a, NULL, NULL);
		diag_add(diag, DIAG_cell_missing, &a, NULL, NULL);
	}
	b.line = 7;
	diag_add(diag, DIAG_cell_missing, &b, NULL, NULL);
	a.line = 3;
	diag_add(diag, DIAG_not_date, &a, "x", NULL);
	assert_int_equal(diag_count(diag, DIAG_REJECT), DIAG_KEPT + 5 + 2);
	sorted = diag_sorted(diag, &count);
	assert_int_equal(count, DIAG_KEPT + 2);
	for (size_t i = 0; i < count; i++) {
		all += finding_count(sorted[i]);
		rows += finding_rows(sorted[i]);
	}
	assert_int_equal(all, 2 * (DIAG_KEPT + 5) + 2);
	assert_int_equal(rows, DIAG_KEPT + 5 + 2);
	last = sorted[count - 2];
	assert_string_equal(last->loc.file, "a.csv");
	assert_int_equal(last->loc.line, DIAG_KEPT / 2);
	assert_int_equal(last->alike, DIAG_KEPT + 10);
	assert_string_equal(last->message,
	    "the cell is empty; it must be filled in (and 10010 like it "
	    "further "
	    "down in the file, the last in line 10005)");
	assert_string_equal(last->advice,
	    "it must be filled in (and 10010 like it further down in the file, "
	    "the last in line 10005)");
}

static void
test_many_alike_grow(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct loc loc = {.file = "a.csv"};
	const struct finding *const *sorted;
	size_t count;

	(void)state;
	for (loc.line = 1; loc.line <= DIAG_KEPT + 1; loc.line++)
		diag_add(diag, DIAG_file_empty, &loc, NULL, NULL);
	(void)diag_sorted(diag, &count);
	diag_add(diag, DIAG_file_empty, &loc, NULL, NULL);
	sorted = diag_sorted(diag, &count);
	assert_int_equal(count, DIAG_KEPT);
	assert_non_null(strstr(sorted[count - 1]->message, "(and 2 like"));
	assert_null(strstr(sorted[count - 1]->message, "(and 1 like"));
	/* What stands in no file is about the run, and never too many. */
	for (int i = 0; i < DIAG_KEPT + 1; i++)
		diag_add(diag, DIAG_file_empty, NULL, NULL, NULL);
	(void)diag_sorted(diag, &count);
	assert_int_equal(count, 2 * DIAG_KEPT + 1);
}

/* What would be right is the message's end, whatever the value holds. */
static void
test_advice(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN), *copy;
	const struct finding *f;

	(void)state;
	diag_add(diag, DIAG_not_date, NULL, "1; 2 - 3", (char *)NULL);
	f = only_finding(diag);
	assert_string_equal(f->advice, "write 2015-03-31, say");
	assert_ptr_equal(
	    f->advice + strlen(f->advice), f->message + strlen(f->message));
	copy = diag_new(arena, DIAG_EN);
	diag_repeat(copy, f);
	assert_string_equal(
	    only_finding(copy)->advice, "write 2015-03-31, say");
	assert_ptr_not_equal(only_finding(copy)->advice, f->advice);
}

static void
test_advice_if_given(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN), *without;

	(void)state;
	diag_add(diag, DIAG_unknown_phase, NULL, "F9", "F1", (char *)NULL);
	assert_string_equal(only_finding(diag)->advice, "did you mean 'F1'?");
	without = diag_new(arena, DIAG_EN);
	diag_add(without, DIAG_unknown_phase, NULL, "F9", (char *)NULL);
	assert_null(only_finding(without)->advice);
	assert_string_equal(
	    only_finding(without)->message, "'F9' is no phase of the model");
}

static void
test_print_colour(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_EN);

	(void)state;
	add(diag, DIAG_REJECT, "b.csv", 4, 0, "1");
	assert_printed(diag, 0, true,
	    "\033[1mb.csv:4:\033[0m \033[31merror:\033[0m … and 1 more "
	    "[findings_left_out]\n");
}

/* What the message asks for, in either language; copied. */
static void
test_suggestion(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_DA), *english;
	char near[] = "grøn";

	(void)state;
	diag_add(diag, DIAG_unknown_word_near, NULL, "grn", "grøn, gul",
	    "green, yellow", near, (char *)NULL);
	near[0] = '!';
	assert_string_equal(only_finding(diag)->suggestion, "grøn");
	english = diag_new(arena, DIAG_EN);
	diag_repeat(english, only_finding(diag));
	assert_string_equal(only_finding(english)->suggestion, "grøn");
	english = diag_new(arena, DIAG_EN);
	diag_add(english, DIAG_column_missing_near, NULL, "statsu", "status",
	    "trafiklys", "light", (char *)NULL);
	assert_string_equal(only_finding(english)->suggestion, "light");
	english = diag_new(arena, DIAG_EN);
	diag_add(english, DIAG_unknown_phase, NULL, "F9", (char *)NULL);
	assert_null(only_finding(english)->suggestion);
	english = diag_new(arena, DIAG_EN);
	diag_add(english, DIAG_no_rollout, NULL, "KY", "did you mean '{2}'",
	    "KY", (char *)NULL);
	assert_null(only_finding(english)->suggestion);
}

/* The two languages ask for a word, or neither does; so do the codes. */
static void
test_suggestions_agree(void **state)
{
	const struct diag_filling f = {
	    "v", {"1", "2", "3", "4", "5", "6", "7", "8", "9"}};
	enum diag_code code, found;

	(void)state;
	for (code = 0; code < DIAG_CODES; code++) {
		const char *da = diag_suggestion(diag_code_text(code, 0), &f);
		const char *en = diag_suggestion(diag_code_text(code, 1), &f);

		assert_true((da == NULL) == (en == NULL));
		assert_true(diag_code_find(diag_code_id(code), &found));
		assert_int_equal(found, code);
	}
	assert_false(diag_code_find("not_a_code", &found));
}

static void
test_explained(void **state)
{
	struct explanation da, en;
	enum diag_code code;

	(void)state;
	for (code = 0; code < DIAG_CODES; code++) {
		if (!diag_explain(code, DIAG_DA, &da) ||
		    !diag_explain(code, DIAG_EN, &en))
			fail_msg("%s is not explained", diag_code_id(code));
		assert_string_not_equal(da.meaning, en.meaning);
		assert_non_null(da.wrong);
		assert_non_null(en.right);
		assert_string_not_equal(da.effect, en.effect);
	}
	assert_string_equal(diag_explain_word(EXPLAIN_THEN, DIAG_DA), "Følge");
	assert_string_equal(
	    diag_explain_level(DIAG_FATAL, DIAG_EN), "fatal error");
}

static void
say_below(void *context, struct buf *out, const struct finding *finding)
{
	(void)context;
	buf_printf(out, "  below %s\n", finding->value);
}

static void
say_end(void *context, struct buf *out, const struct finding *const *finding,
    size_t n, size_t left_out)
{
	(void)context;
	buf_printf(out, "  %zu of %s, %zu left out\n", n, finding[0]->loc.file,
	    left_out);
}

static void
test_print_look(void **state)
{
	const struct diag_look look = {.least = DIAG_WARNING,
	    .cap = 1,
	    .below = say_below,
	    .end = say_end};
	struct diag *diag = diag_new(arena, DIAG_EN);
	char *text = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&text, &len);

	(void)state;
	assert_non_null(stream);
	add(diag, DIAG_FATAL, NULL, 0, 0, "run");
	add(diag, DIAG_WARNING, "a.csv", 1, 0, "w");
	add(diag, DIAG_REJECT, "a.csv", 2, 0, "r");
	add(diag, DIAG_NOTICE, "b.csv", 2, 0, "n");
	diag_print_look(diag, stream, &look);
	assert_int_equal(fclose(stream), 0);
	assert_string_equal(text,
	    "parathed: fatal: … and run more [findings_left_out]\n"
	    "  below run\n"
	    "a.csv:2: error: … and r more [findings_left_out]\n"
	    "  below r\n"
	    "  2 of a.csv, 1 left out\n");
	free(text);
}

/* The worst are kept, in their order, and the run's own are never capped. */
static void
test_print_cap(void **state)
{
	struct diag *diag = diag_new(arena, DIAG_DA);

	(void)state;
	add(diag, DIAG_NOTICE, NULL, 0, 0, "run 1");
	add(diag, DIAG_NOTICE, NULL, 0, 0, "run 2");
	add(diag, DIAG_NOTICE, NULL, 0, 0, "run 3");
	add(diag, DIAG_NOTICE, "a.csv", 1, 0, "one");
	add(diag, DIAG_NOTICE, "a.csv", 2, 0, "two");
	add(diag, DIAG_WARNING, "b.csv", 1, 0, "w1");
	add(diag, DIAG_WARNING, "b.csv", 2, 0, "w2");
	add(diag, DIAG_NOTICE, "b.csv", 3, 0, "n");
	add(diag, DIAG_REJECT, "b.csv", 4, 0, "r");
	assert_printed(diag, 2, false,
	    "parathed: notice: … og run 1 mere [findings_left_out]\n"
	    "parathed: notice: … og run 2 mere [findings_left_out]\n"
	    "parathed: notice: … og run 3 mere [findings_left_out]\n"
	    "a.csv:1: notice: … og one mere [findings_left_out]\n"
	    "a.csv:2: notice: … og two mere [findings_left_out]\n"
	    "b.csv:1: warning: … og w1 mere [findings_left_out]\n"
	    "b.csv:4: error: … og r mere [findings_left_out]\n"
	    "b.csv: … og 2 mere\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_language_and_arguments),
	    cmocka_unit_test(test_controls_made_visible),
	    cmocka_unit_test(test_every_message),
	    cmocka_unit_test(test_translations_agree),
	    cmocka_unit_test(test_patterns),
	    cmocka_unit_test(test_long_values_are_cut),
	    cmocka_unit_test(test_sorted),
	    cmocka_unit_test(test_everything_is_copied),
	    cmocka_unit_test(test_print_forms),
	    cmocka_unit_test(test_print_colour),
	    cmocka_unit_test(test_print_cap),
	    cmocka_unit_test(test_many_alike),
	    cmocka_unit_test(test_many_alike_grow),
	    cmocka_unit_test(test_print_look),
	    cmocka_unit_test(test_suggestion),
	    cmocka_unit_test(test_suggestions_agree),
	    cmocka_unit_test(test_explained),
	    cmocka_unit_test(test_advice),
	    cmocka_unit_test(test_advice_if_given),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
