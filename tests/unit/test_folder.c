#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "input/folder.h"
#include "input/ini.h"
#include "input_fixture.h"

#define JANUARY (2015 * 12 + 0)
#define FEBRUARY (2015 * 12 + 1)
#define MARCH (2015 * 12 + 2)

#define STATUS "kommunekode;løsning;fase;hovedopgave;status\n"
#define STATUS_ROW STATUS "101;SAPA;F2;9;færdig\n"
#define SOLUTIONS "løsning;navn\nSAPA;Overblik\n"
#define PHASES "fase;navn\nF0;Tilslutning\n"

/* A folder of input, built file by file. */
struct tree {
	struct fixture f;
	char root[32];
	struct input input;
	int result;
};

static void
tree_new(struct tree *t)
{
	memset(&t->input, 0, sizeof(t->input));
	fixture_new(&t->f);
	memcpy(t->root, "/tmp/test_folder.XXXXXX", 24);
	assert_non_null(mkdtemp(t->root));
}

static void
put_bytes(struct tree *t, const char *path, const char *bytes, size_t len)
{
	char *full = file_join(t->f.arena, t->root, path);
	FILE *out;

	for (char *p = full + strlen(t->root) + 1; *p != '\0'; p++)
		if (*p == '/') {
			*p = '\0';
			(void)mkdir(full, 0777);
			*p = '/';
		}
	out = fopen(full, "wb");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	assert_int_equal(fclose(out), 0);
}

static void
put(struct tree *t, const char *path, const char *text)
{
	put_bytes(t, path, text, strlen(text));
}

/* The least that can be read: a model, a register, a month. */
static void
put_all(struct tree *t)
{
	put(t, "model/model.ini", "[model]\nversion = 1\n");
	put(t, "model/phases.csv", PHASES);
	put(t, "register/solutions.csv", SOLUTIONS);
	put(t, "status/2015-02/101.csv", STATUS_ROW);
}

static void
tree_read(struct tree *t, month wanted)
{
	input_release(&t->input);
	t->result =
	    input_read(t->f.arena, t->f.diag, t->root, wanted, &t->input);
}

static void
tree_free(struct tree *t)
{
	char command[64];

	input_release(&t->input);
	snprintf(command, sizeof(command), "rm -rf '%s'", t->root);
	assert_int_equal(system(command), 0);
	fixture_free(&t->f);
}

static void
expect_file(const struct tree *t, size_t i, const char *path,
    enum kind_class class, month m)
{
	assert_true(i < t->input.nfile);
	assert_string_equal(t->input.file[i].sheet.row[0].file, path);
	assert_int_equal(t->input.file[i].class, class);
	assert_int_equal(t->input.file[i].month, m);
}

static void
test_whole(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/b/a.CSV", STATUS_ROW);
	put(&t, "status/2015-01/x.csv", STATUS_ROW);
	put(&t, "README.md", "hello\n");
	put(&t, "status/README.md", "hello\n");
	put(&t, "status/2015-02/readme.md", "hello\n");
	put(&t, "model/README.md", "hello\n");
	put(&t, "status/2015-02/.~lock.101.csv#", "hello\n");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	expect_none(&t.f);
	assert_int_equal(t.input.nfile, 5);
	expect_file(&t, 0, "model/phases.csv", CLASS_MODEL, MONTH_NONE);
	expect_file(
	    &t, 1, "register/solutions.csv", CLASS_REGISTER, MONTH_NONE);
	expect_file(&t, 2, "status/2015-01/x.csv", CLASS_STATUS, JANUARY);
	expect_file(&t, 3, "status/2015-02/101.csv", CLASS_STATUS, FEBRUARY);
	expect_file(&t, 4, "status/2015-02/b/a.CSV", CLASS_STATUS, FEBRUARY);
	assert_int_equal(t.input.nmonth, 2);
	assert_int_equal(t.input.month[0], JANUARY);
	assert_int_equal(t.input.month[1], FEBRUARY);
	assert_int_equal(t.input.report_month, FEBRUARY);
	assert_int_equal(t.input.nsource, 6);
	assert_string_equal(t.input.source[0].path, "model/model.ini");
	assert_int_equal(t.input.source[0].size, 20);
	/* printf '[model]\nversion = 1\n' | sha256sum */
	assert_string_equal(t.input.source[0].sha256,
	    "7895fbfc46c8030a9a4226fc23d84a0a57b5305f"
	    "623e669a8fb3e3183b4ee67a");
	assert_non_null(t.input.ini);
	assert_int_equal(t.input.ini->nentry, 1);
	assert_int_equal(t.input.nnote, 0);
	tree_free(&t);
}

static void
test_earlier_month(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-01/x.csv", STATUS_ROW);
	put(&t, "status/2015-01/notat.md", "januar\n");
	put(&t, "status/2015-02/notat.md", "februar\n");
	put(&t, "status/2015-03/broken.csv", "");
	put(&t, "status/2015-03/other.txt", "");
	tree_read(&t, JANUARY);
	assert_int_equal(t.result, 0);
	expect_none(&t.f);
	assert_int_equal(t.input.nmonth, 1);
	assert_int_equal(t.input.report_month, JANUARY);
	assert_int_equal(t.input.nfile, 3);
	assert_int_equal(t.input.nnote, 1);
	assert_string_equal(t.input.note[0].text, "januar\n");
	assert_int_equal(t.input.nsource, 5);
	tree_free(&t);
}

static void
test_no_month(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-01/x.csv", STATUS_ROW);
	tree_read(&t, MARCH);
	assert_int_equal(t.result, -1);
	expect_only(&t.f, DIAG_month_missing, DIAG_FATAL, 0, "2015-03");
	assert_non_null(strstr(
	    found(&t.f, DIAG_month_missing, 0)->message, "2015-01, 2015-02"));
	tree_free(&t);

	tree_new(&t);
	put(&t, "model/model.ini", "");
	put(&t, "status/2015-2/x.csv", STATUS_ROW);
	put(&t, "status/2015-02", STATUS_ROW);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, -1);
	expect_only(&t.f, DIAG_month_none, DIAG_FATAL, 0, NULL);
	tree_free(&t);
}

static void
test_no_folder(void **state)
{
	struct fixture f;
	struct input input;

	(void)state;
	fixture_new(&f);
	assert_int_equal(input_read(f.arena, f.diag, "/nonexistent/input",
			     MONTH_NONE, &input),
	    -1);
	expect_only(&f, DIAG_input_unreadable, DIAG_FATAL, 0, NULL);
	input_release(&input);
	fixture_free(&f);
}

static void
test_passed_over(void **state)
{
	struct tree t;
	size_t count;
	const struct finding *const *all;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "elsewhere/a.csv", STATUS_ROW);
	put(&t, "elsewhere/b.csv", STATUS_ROW);
	put(&t, "examples/other/status/2015-02/a.csv", STATUS_ROW);
	put(&t, "templates/da/labels.txt", "x");
	put(&t, "loose.csv", STATUS_ROW);
	put(&t, "model/notes.txt", "x");
	put(&t, "status/2015-02/101.xlsx", "x");
	put(&t, "status/gammel/a.csv", STATUS_ROW);
	put(&t, "status/gammel/b.csv", STATUS_ROW);
	put(&t, "status/loose.csv", STATUS_ROW);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nfile, 3);
	all = diag_sorted(t.f.diag, &count);
	assert_int_equal(count, 6);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(all[i]->level, DIAG_NOTICE);
	assert_string_equal(all[0]->loc.file, "elsewhere");
	assert_int_equal(all[0]->code, DIAG_folder_passed_over);
	assert_string_equal(all[1]->loc.file, "loose.csv");
	assert_string_equal(all[2]->loc.file, "model/notes.txt");
	assert_int_equal(all[2]->code, DIAG_file_passed_over);
	assert_string_equal(all[3]->loc.file, "status/2015-02/101.xlsx");
	assert_int_equal(all[3]->code, DIAG_workbook_passed_over);
	assert_string_equal(all[4]->loc.file, "status/gammel");
	assert_int_equal(all[4]->code, DIAG_month_passed_over);
	assert_string_equal(all[4]->value, "gammel");
	assert_string_equal(all[5]->loc.file, "status/loose.csv");
	tree_free(&t);
}

static void
test_unusable(void **state)
{
	struct tree t;

	(void)state;
	/* In a month's folder the rest is read. */
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/x.csv/y.csv", STATUS_ROW);
	assert_int_equal(
	    symlink("nowhere",
		file_join(t.f.arena, t.root, "status/2015-02/z.csv")),
	    0);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nfile, 3);
	assert_int_equal(findings(&t.f), 2);
	assert_string_equal(
	    found(&t.f, DIAG_file_folder, 0)->loc.file, "status/2015-02/x.csv");
	assert_int_equal(found(&t.f, DIAG_file_folder, 0)->level, DIAG_REJECT);
	assert_string_equal(found(&t.f, DIAG_file_unreadable, 0)->loc.file,
	    "status/2015-02/z.csv");
	tree_free(&t);

	/* Nothing can do without a register. */
	tree_new(&t);
	put_all(&t);
	put(&t, "register/x.csv/y.csv", STATUS_ROW);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, -1);
	expect_only(&t.f, DIAG_file_folder, DIAG_FATAL, 0, NULL);
	tree_free(&t);
}

/* A file of more than 64 MiB, without its bytes. */
static void
test_large(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/z.csv", STATUS_ROW);
	assert_int_equal(
	    truncate(file_join(t.f.arena, t.root, "status/2015-02/z.csv"),
		(64L << 20) + 1),
	    0);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	expect_only(&t.f, DIAG_file_large, DIAG_REJECT, 0, NULL);
	tree_free(&t);
}

static void
test_set_aside(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/0.csv", "foo\nbar\n");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nfile, 4);
	assert_null(t.input.file[2].sheet.kind);
	assert_int_equal(t.input.file[2].sheet.nrow, 0);
	expect_only(&t.f, DIAG_kind_unknown, DIAG_REJECT, 1, NULL);
	tree_free(&t);

	/* Fatal, but everything else is looked at too. */
	tree_new(&t);
	put_all(&t);
	put(&t, "model/x.csv", "foo\nbar\n");
	put(&t, "register/x.csv", "");
	put(&t, "status/2015-02/0.csv", "foo\nbar\n");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, -1);
	assert_int_equal(findings(&t.f), 3);
	assert_int_equal(diag_count(t.f.diag, DIAG_FATAL), 2);
	tree_free(&t);
}

static void
test_ini(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put(&t, "status/2015-02/101.csv", STATUS_ROW);
	put(&t, "model/sub/model.ini", "x = 1\n");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, -1);
	assert_int_equal(findings(&t.f), 2);
	assert_int_equal(found(&t.f, DIAG_ini_missing, 0)->level, DIAG_FATAL);
	assert_non_null(found(&t.f, DIAG_file_passed_over, 0));
	assert_null(t.input.ini);
	tree_free(&t);

	tree_new(&t);
	put_all(&t);
	put(&t, "model/model.ini", "x = \xe6\n");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, -1);
	expect_only(&t.f, DIAG_ini_encoding, DIAG_FATAL, 0, NULL);
	tree_free(&t);
}

/* What stands before the month, and nothing of its own. */
static void
test_ahead(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-01/x.csv", STATUS_ROW);
	t.result =
	    input_read_ahead(t.f.arena, t.f.diag, t.root, FEBRUARY, &t.input);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nfile, 3);
	expect_file(&t, 2, "status/2015-01/x.csv", CLASS_STATUS, JANUARY);
	assert_int_equal(t.input.report_month, FEBRUARY);
	assert_int_equal(t.input.nmonth, 2);
	assert_int_equal(t.input.month[1], FEBRUARY);
	assert_true(t.input.ahead);

	input_release(&t.input);
	t.result =
	    input_read_ahead(t.f.arena, t.f.diag, t.root, MONTH_NONE, &t.input);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.report_month, FEBRUARY + 1);
	assert_int_equal(t.input.nfile, 4);
	assert_int_equal(t.input.nmonth, 3);

	/* Before all there is. */
	input_release(&t.input);
	t.result = input_read_ahead(
	    t.f.arena, t.f.diag, t.root, JANUARY - 1, &t.input);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nfile, 2);
	assert_int_equal(t.input.nmonth, 1);
	expect_none(&t.f);
	tree_free(&t);
}

static void
test_notes(void **state)
{
	struct tree t;

	(void)state;
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/notat.md", "\xef\xbb\xbfOrd\r\n");
	put(&t, "status/2015-02/a/Notat-SAPA.MD",
	    "r\xf8"
	    "d");
	put(&t, "status/2015-02/notat-101.md", "");
	put(&t, "status/2015-02/notat-.md", "x");
	put(&t, "status/2015-02/notater.md", "x");
	put(&t, "model/notat.md", "x");
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nnote, 3);
	assert_string_equal(t.input.note[0].subject, "SAPA");
	assert_string_equal(t.input.note[0].text, "rød");
	assert_string_equal(t.input.note[1].subject, "101");
	assert_string_equal(t.input.note[1].text, "");
	assert_string_equal(t.input.note[2].subject, "");
	assert_string_equal(t.input.note[2].text, "Ord\r\n");
	assert_string_equal(t.input.note[2].path, "status/2015-02/notat.md");
	assert_int_equal(t.input.note[2].month, FEBRUARY);
	assert_int_equal(findings(&t.f), 4);
	assert_non_null(found(&t.f, DIAG_encoding_cp1252, 0));
	assert_string_equal(found(&t.f, DIAG_note_name, 1)->loc.file,
	    "status/2015-02/notater.md");
	assert_string_equal(
	    found(&t.f, DIAG_file_passed_over, 0)->loc.file, "model/notat.md");
	tree_free(&t);
}

/* A note of one line after an empty one, made of n times the same. */
static void
expect_nesting(const char *mark, int n, bool refused)
{
	char text[2048] = "\n";
	struct tree t;
	size_t len = 1;

	for (int i = 0; i < n; i++)
		len += (size_t)snprintf(
		    text + len, sizeof(text) - len, "%s", mark);
	tree_new(&t);
	put_all(&t);
	put(&t, "status/2015-02/notat.md", text);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nnote, refused ? 0 : 1);
	if (refused)
		expect_only(&t.f, DIAG_note_nesting, DIAG_REJECT, 2, NULL);
	else
		expect_none(&t.f);
	tree_free(&t);
}

static void
test_note_nesting(void **state)
{
	(void)state;
	expect_nesting(">", 100, false);
	expect_nesting(">", 101, true);
	expect_nesting("> ", 101, true);
	expect_nesting("\t-  ", 101, true);
	expect_nesting("12) ", 101, true);
	expect_nesting("* + ", 51, true);
	/* A rule across the page, and text. */
	expect_nesting("-", 300, false);
	expect_nesting("1.2", 300, false);
	expect_nesting("a > ", 300, false);
}

static void
test_note_size(void **state)
{
	size_t limit = (size_t)64 * 1024;
	char *text = malloc(limit + 1);
	struct tree t;

	(void)state;
	assert_non_null(text);
	memset(text, 'x', limit + 1);
	tree_new(&t);
	put_all(&t);
	put_bytes(&t, "status/2015-02/notat-1.md", text, limit);
	put_bytes(&t, "status/2015-02/notat-2.md", text, limit + 1);
	/* Too large once it is UTF-8. */
	memset(text, '\xf8', limit / 2 + 1);
	put_bytes(&t, "status/2015-02/notat-3.md", text, limit);
	put_bytes(&t, "status/2015-02/notat-4.md", "a\0", 2);
	tree_read(&t, MONTH_NONE);
	assert_int_equal(t.result, 0);
	assert_int_equal(t.input.nnote, 1);
	assert_int_equal(strlen(t.input.note[0].text), limit);
	assert_int_equal(diag_count(t.f.diag, DIAG_REJECT), 3);
	assert_string_equal(found(&t.f, DIAG_file_large, 1)->loc.file,
	    "status/2015-02/notat-3.md");
	assert_non_null(found(&t.f, DIAG_encoding_nul, 0));
	tree_free(&t);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whole),
	    cmocka_unit_test(test_earlier_month),
	    cmocka_unit_test(test_no_month),
	    cmocka_unit_test(test_no_folder),
	    cmocka_unit_test(test_passed_over),
	    cmocka_unit_test(test_unusable),
	    cmocka_unit_test(test_large),
	    cmocka_unit_test(test_set_aside),
	    cmocka_unit_test(test_ini),
	    cmocka_unit_test(test_ahead),
	    cmocka_unit_test(test_notes),
	    cmocka_unit_test(test_note_nesting),
	    cmocka_unit_test(test_note_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
