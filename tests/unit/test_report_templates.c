/* Reading templates: what is missing is named. */
#include "report_fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[64];

static void
put(const char *name, const char *text)
{
	const char *path = file_join(programme.arena, folder, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* A template for a document and one for each of its parts. */
static void
put_documents(const struct report *report)
{
	const size_t nparts = sizeof(report->part) / sizeof(report->part[0]);
	size_t i;

	put(file_join(programme.arena, "da", report->template),
	    "## Overblik\n");
	for (i = 0; i < nparts && report->part[i] != NULL; i++)
		put(file_join(programme.arena, "da", report->part[i]), "\n");
}

static int
setup(void **state)
{
	size_t i;

	programme_setup(state);
	programme.diag = diag_new(programme.arena, DIAG_EN);
	snprintf(folder, sizeof(folder), "/tmp/parathed-XXXXXX");
	assert_non_null(mkdtemp(folder));
	assert_int_equal(
	    mkdir(file_join(programme.arena, folder, "da"), 0700), 0);
	put("page.html", "{{body}}");
	put("page.css", "p {}");
	put("da/labels.txt", "light.red = Rød\n");
	put("index.js", "\n");
	for (i = 0; i < report_count; i++)
		put_documents(&report_table[i]);
	return 0;
}

static int
teardown(void **state)
{
	struct file_entry *entry;
	size_t i, n;

	assert_int_equal(file_walk(programme.arena, folder, &entry, &n), 0);
	for (i = 0; i < n; i++)
		unlink(file_join(programme.arena, folder, entry[i].path));
	rmdir(file_join(programme.arena, folder, "da"));
	assert_int_equal(rmdir(folder), 0);
	return programme_teardown(state);
}

static const struct templates *
read_in(const char *lang)
{
	return templates_read(programme.arena, programme.diag, folder, lang);
}

static void
expect_fault(enum diag_code code, const char *value, const char *message)
{
	const struct finding *const *finding;
	size_t n;

	finding = diag_sorted(programme.diag, &n);
	assert_true(n >= 1);
	assert_int_equal(finding[0]->code, code);
	assert_int_equal(finding[0]->level, DIAG_FATAL);
	assert_non_null(strstr(finding[0]->value, value));
	assert_non_null(strstr(finding[0]->message, message));
}

static void
test_read(void **state)
{
	const struct templates *t = read_in("da");

	(void)state;
	assert_non_null(t);
	assert_string_equal(label(templates_labels(t), "light.red"), "Rød");
	assert_string_equal(t->shell, "{{body}}");
	assert_string_equal(t->css, "p {}");
	assert_non_null(templates_find(t, "rapport.md"));
	assert_null(templates_find(t, "andet.md"));
}

static void
test_language(void **state)
{
	(void)state;
	assert_null(read_in("fr"));
	expect_fault(DIAG_template_language, "fr", "da");
}

static void
test_missing(void **state)
{
	(void)state;
	unlink(file_join(programme.arena, folder, "da/rapport.md"));
	assert_null(read_in("da"));
	expect_fault(DIAG_template_unreadable, "da/rapport.md", "rapport.md");
}

static void
test_missing_page(void **state)
{
	(void)state;
	unlink(file_join(programme.arena, folder, "page.css"));
	assert_null(read_in("da"));
	expect_fault(DIAG_template_unreadable, "page.css", "page.css");
}

static void
test_faulty_label(void **state)
{
	(void)state;
	put("da/labels.txt", "light.red Rød\n");
	assert_null(read_in("da"));
	expect_fault(DIAG_label_line, "light.red", "label");
}

#define template_test(function) \
	cmocka_unit_test_setup_teardown(function, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    template_test(test_read),
	    template_test(test_language),
	    template_test(test_missing),
	    template_test(test_missing_page),
	    template_test(test_faulty_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
