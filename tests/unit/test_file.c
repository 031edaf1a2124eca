#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

static struct arena *arena;
static char root[] = "/tmp/parathed-test-XXXXXX";

static const char *
at(const char *name)
{
	return file_join(arena, root, name);
}

static void
put(const char *name, const char *bytes, size_t len)
{
	FILE *stream = fopen(at(name), "w");

	assert_non_null(stream);
	assert_int_equal(fwrite(bytes, 1, len, stream), len);
	assert_int_equal(fclose(stream), 0);
}

static void
put_folder(const char *name)
{
	assert_int_equal(mkdir(at(name), 0700), 0);
}

/* What the walk lists, in its order; and what is made but not listed. */
static const struct file_entry listed[] = {
    {".hidden", FILE_HIDDEN},
    {".skjult.csv", FILE_HIDDEN},
    {"Z.csv", FILE_REGULAR},
    {"a.csv", FILE_REGULAR},
    {"a/b.csv", FILE_REGULAR},
    {"a/deep/er/c.CSV", FILE_REGULAR},
    {"b/notat.md", FILE_REGULAR},
    {"dangling.csv", FILE_OTHER},
    {"empty.csv", FILE_REGULAR},
    {"folder.csv", FILE_FOLDER},
    {"link.csv", FILE_REGULAR},
    {"linked-folder", FILE_OTHER},
    {"pipe.csv", FILE_OTHER},
    {"å b.csv", FILE_REGULAR},
};

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	assert_non_null(mkdtemp(root));
	put_folder("a");
	put_folder("a/deep");
	put_folder("a/deep/er");
	put_folder("b");
	put_folder("none");
	put_folder(".hidden");
	put_folder("folder.csv");
	put("folder.csv/inside.csv", "x", 1);
	put(".hidden/x.csv", "x", 1);
	put(".skjult.csv", "x", 1);
	put("a.csv", "a\0b", 3);
	put("a/b.csv", "x", 1);
	put("a/deep/er/c.CSV", "x", 1);
	put("b/notat.md", "x", 1);
	put("Z.csv", "x", 1);
	put("empty.csv", "", 0);
	put("å b.csv", "x", 1);
	assert_int_equal(symlink("a.csv", at("link.csv")), 0);
	assert_int_equal(symlink("nowhere", at("dangling.csv")), 0);
	assert_int_equal(symlink("a", at("linked-folder")), 0);
	assert_int_equal(mkfifo(at("pipe.csv"), 0600), 0);
	return 0;
}

static int
tear_down(void **state)
{
	static const char *const made[] = {"dangling.csv", "link.csv",
	    "linked-folder", "pipe.csv", "å b.csv", "empty.csv", "Z.csv",
	    "b/notat.md", "a/deep/er/c.CSV", "a/b.csv", "a.csv", ".skjult.csv",
	    ".hidden/x.csv", "folder.csv/inside.csv", "folder.csv", ".hidden",
	    "none", "b", "a/deep/er", "a/deep", "a", ""};

	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++)
		if (remove(at(made[i])) == -1)
			return -1;
	arena_free(arena);
	return 0;
}

static void
test_read(void **state)
{
	size_t len = 99;
	char *bytes;

	(void)state;
	bytes = file_read(arena, at("a.csv"), 3, &len);
	assert_non_null(bytes);
	assert_int_equal(len, 3);
	assert_memory_equal(bytes, "a\0b", 4);
	bytes = file_read(arena, at("empty.csv"), 0, &len);
	assert_non_null(bytes);
	assert_int_equal(len, 0);
	assert_string_equal(bytes, "");
	assert_non_null(file_read(arena, at("link.csv"), 3, &len));
	assert_int_equal(len, 3);
}

static void
assert_unread(const char *name, size_t limit, int expected)
{
	size_t len = 99;

	errno = 0;
	assert_null(file_read(arena, at(name), limit, &len));
	assert_int_equal(errno, expected);
	assert_int_equal(len, 0);
}

static void
test_read_refused(void **state)
{
	(void)state;
	assert_unread("missing.csv", 100, ENOENT);
	assert_unread("dangling.csv", 100, ENOENT);
	assert_unread("a", 100, EINVAL);
	assert_unread("pipe.csv", 100, EINVAL);
	assert_unread("a.csv", 2, EFBIG);
	assert_unread("a.csv/b", 100, ENOTDIR);
}

static void
test_walk(void **state)
{
	struct file_entry *entry;
	size_t count;

	(void)state;
	assert_int_equal(file_walk(arena, root, &entry, &count), 0);
	assert_int_equal(count, sizeof(listed) / sizeof(listed[0]));
	for (size_t i = 0; i < count; i++) {
		assert_string_equal(entry[i].path, listed[i].path);
		assert_int_equal(entry[i].type, listed[i].type);
	}
}

static void
test_walk_empty_and_missing(void **state)
{
	struct file_entry *entry;
	size_t count = 99;

	(void)state;
	assert_int_equal(file_walk(arena, at("none"), &entry, &count), 0);
	assert_int_equal(count, 0);
	errno = 0;
	assert_int_equal(file_walk(arena, at("missing"), &entry, &count), -1);
	assert_int_equal(errno, ENOENT);
	errno = 0;
	assert_int_equal(file_walk(arena, at("a.csv"), &entry, &count), -1);
	assert_int_equal(errno, ENOTDIR);
}

/* Root can open everything, so only others can see this. */
static void
test_walk_shut_folder(void **state)
{
	struct file_entry *entry;
	size_t count;
	int failure;

	(void)state;
	if (geteuid() == 0)
		skip();
	assert_int_equal(chmod(at("a/deep"), 0), 0);
	failure = file_walk(arena, at("a"), &entry, &count);
	assert_int_equal(chmod(at("a/deep"), 0700), 0);
	assert_int_equal(failure, 0);
	assert_int_equal(count, 2);
	assert_string_equal(entry[1].path, "deep");
	assert_int_equal(entry[1].type, FILE_FOLDER);
}

static void
test_join(void **state)
{
	(void)state;
	assert_string_equal(file_join(arena, "a", "b"), "a/b");
	assert_string_equal(file_join(arena, "a/", "b"), "a/b");
	assert_string_equal(file_join(arena, "/", "b"), "/b");
	assert_string_equal(file_join(arena, "", "b"), "b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_read),
	    cmocka_unit_test(test_read_refused),
	    cmocka_unit_test(test_walk),
	    cmocka_unit_test(test_walk_empty_and_missing),
	    cmocka_unit_test(test_walk_shut_folder),
	    cmocka_unit_test(test_join),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
