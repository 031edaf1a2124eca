/*
 * What takes the place of the workbook library's printing writes what the
 * library and printf write themselves.
 */
#include <dlfcn.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <xlsxwriter.h>

#include "render/xlsx.h"

#define ROOM 8192

int __fprintf_chk(FILE *, int, const char *, ...);

/* The library's own, which the linker found second. */
static void *
own(const char *name)
{
	void *found = dlsym(RTLD_NEXT, name);

	assert_non_null(found);
	return found;
}

static void
read_all(FILE *file, char text[ROOM])
{
	size_t len;

	rewind(file);
	len = fread(text, 1, ROOM - 1, file);
	assert_true(feof(file));
	text[len] = '\0';
	fclose(file);
}

/* Whatever is printed there, here is what printf makes of it. */
#define assert_prints(...)                                                \
	do {                                                              \
		char ours[ROOM], right[ROOM];                             \
		FILE *file = lxw_tmpfile(NULL);                           \
		int result;                                               \
		assert_true(xlsx_tmpfile_is(file));                       \
		result = __fprintf_chk(file, 1, __VA_ARGS__);             \
		assert_int_equal(                                         \
		    result, snprintf(right, sizeof(right), __VA_ARGS__)); \
		read_all(file, ours);                                     \
		assert_string_equal(ours, right);                         \
	} while (0)

static void
test_formats(void **state)
{
	char text[5000];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_prints("%s", "");
	assert_prints("plain");
	assert_prints(
	    "<c r=\"%s\" s=\"%d\" t=\"s\"><v>%d</v></c>", "B7", 12, 0);
	assert_prints("%d,%d,%d", INT32_MIN, INT32_MAX, -1);
	assert_prints("%u,%u", 0U, UINT32_MAX);
	assert_prints("<%s>%s</%s>", text, text + 4700, text + 4500);
	assert_prints("%s%s", text + 4488, text + 4487);
	/* What only printf knows, from there on. */
	assert_prints("%s %04X %s %d%%", "a", 0xBEU, "b", 5);
	assert_prints("%.16g and %.3f", 0.5, 0.25);
}

static void
test_numbers(void **state)
{
	static const double number[] = {0, -0.0, 1, -1, 0.1, 9.3, 1e14, -1e14,
	    999999999999999.0, 1e15, 1e16, 123456789012345678.0, 1e300, 5e-324,
	    1.0 / 3, 13.28515625, 41729, 0.45, -2.5, 1e-5, 123456.789};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(number) / sizeof(number[0]); i++) {
		assert_prints("<v>%.16G</v>", number[i]);
		assert_prints("%.16G;%d", nextafter(number[i], 1e9), 3);
	}
}

/* A stream that isn't ours is printf's. */
static void
test_other_stream(void **state)
{
	char text[ROOM];
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_false(xlsx_tmpfile_is(file));
	assert_int_equal(__fprintf_chk(file, 1, "%5.1f|%-3d|", 2.25, 7), 10);
	read_all(file, text);
	assert_string_equal(text, "  2.2|7  |");
}

static void
test_cells(void **state)
{
	void (*right)(char *, lxw_row_t, lxw_col_t);
	static const lxw_row_t rows[] = {0, 8, 9, 98, 99, 65535, 1048575};
	char ours[LXW_MAX_CELL_NAME_LENGTH], theirs[LXW_MAX_CELL_NAME_LENGTH];
	unsigned column;
	size_t i;

	(void)state;
	*(void **)&right = own("lxw_rowcol_to_cell");
	for (column = 0; column < LXW_COL_MAX; column++) {
		for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
			lxw_rowcol_to_cell(ours, rows[i], (lxw_col_t)column);
			right(theirs, rows[i], (lxw_col_t)column);
			assert_string_equal(ours, theirs);
		}
	}
}

static void
compare_attributes(struct xml_attribute *ours, struct xml_attribute *theirs)
{
	assert_string_equal(ours->key, theirs->key);
	assert_string_equal(ours->value, theirs->value);
	free(ours);
	free(theirs);
}

static void
test_attributes(void **state)
{
	static const uint32_t whole[] = {0, 1, 4095, INT32_MAX, UINT32_MAX};
	static const double number[] = {0, 15.75, 1.0 / 3, 1e20, -4};
	struct xml_attribute *(*of_text)(const char *, const char *);
	struct xml_attribute *(*of_whole)(const char *, uint32_t);
	struct xml_attribute *(*of_number)(const char *, double);
	char text[LXW_MAX_ATTRIBUTE_LENGTH + 20];
	size_t len, i;

	(void)state;
	*(void **)&of_text = own("lxw_new_attribute_str");
	*(void **)&of_whole = own("lxw_new_attribute_int");
	*(void **)&of_number = own("lxw_new_attribute_dbl");
	for (len = 0; len < sizeof(text) - 1; len++) {
		memset(text, 'y', len);
		text[len] = '\0';
		compare_attributes(
		    lxw_new_attribute_str("r", text), of_text("r", text));
	}
	compare_attributes(lxw_new_attribute_str(text, ""), of_text(text, ""));
	for (i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		compare_attributes(lxw_new_attribute_int("s", whole[i]),
		    of_whole("s", whole[i]));
	for (i = 0; i < sizeof(number) / sizeof(number[0]); i++)
		compare_attributes(lxw_new_attribute_dbl("w", number[i]),
		    of_number("w", number[i]));
}

typedef void tag_fn(FILE *, const char *, struct xml_attribute_list *);

static void
write_tag(tag_fn *tag, const char *value, char text[ROOM])
{
	struct xml_attribute_list list;
	struct xml_attribute *first = lxw_new_attribute_str("r", value),
			     *second = lxw_new_attribute_int("s", 3);
	FILE *file = lxw_tmpfile(NULL);

	first->list_entries.stqe_next = second;
	list.stqh_first = first;
	list.stqh_last = &second->list_entries.stqe_next;
	tag(file, "c", &list);
	list.stqh_first = NULL;
	list.stqh_last = &list.stqh_first;
	tag(file, "row", &list);
	tag(file, "x", NULL);
	read_all(file, text);
	free(first);
	free(second);
}

/* Every byte that a value may have, alone and among others. */
static void
compare_tags(tag_fn *ours, tag_fn *theirs)
{
	char value[64], left[ROOM], right[ROOM];
	int byte;

	for (byte = 1; byte < 256; byte++) {
		snprintf(value, sizeof(value), "%c", byte);
		write_tag(ours, value, left);
		write_tag(theirs, value, right);
		assert_string_equal(left, right);
		snprintf(value, sizeof(value), "\"a%cb&\xc3\xa6%c%c<>", byte,
		    byte, byte);
		write_tag(ours, value, left);
		write_tag(theirs, value, right);
		assert_string_equal(left, right);
	}
}

static void
test_tags(void **state)
{
	tag_fn *theirs;

	(void)state;
	*(void **)&theirs = own("lxw_xml_start_tag");
	compare_tags(lxw_xml_start_tag, theirs);
	*(void **)&theirs = own("lxw_xml_empty_tag");
	compare_tags(lxw_xml_empty_tag, theirs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_formats),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_other_stream),
	    cmocka_unit_test(test_cells),
	    cmocka_unit_test(test_attributes),
	    cmocka_unit_test(test_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
