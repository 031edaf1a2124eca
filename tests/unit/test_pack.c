/*
 * The staging folder, what dead runs leave, workers and what they say.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pack/litter.h"
#include "pack/stage.h"
#include "pack/tree.h"
#include "pack/wire.h"
#include "pack/worker.h"

struct place {
	struct arena *arena;
	struct diag *diag;
	char *folder; /* of packs, our own */
};

static int
set_up(void **state)
{
	struct place *p = calloc(1, sizeof(*p));

	p->arena = arena_new();
	p->diag = diag_new(p->arena, DIAG_EN);
	p->folder = arena_strdup(p->arena, "/tmp/test_pack-XXXXXX");
	*state = p;
	return mkdtemp(p->folder) == NULL;
}

static int
tear_down(void **state)
{
	struct place *p = *state;

	tree_remove(p->folder);
	arena_free(p->arena);
	free(p);
	return 0;
}

static const char *
below(const struct place *p, const char *name)
{
	return file_join(p->arena, p->folder, name);
}

static void
make_file(const struct place *p, const char *name, const char *text)
{
	FILE *file = fopen(below(p, name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const char *
content(const struct place *p, const char *name)
{
	size_t len;

	return file_read(p->arena, below(p, name), 1000, &len);
}

static void
assert_only_finding(const struct place *p, const char *code)
{
	const struct finding *const *finding;
	size_t n;

	finding = diag_sorted(p->diag, &n);
	assert_int_equal(n, 1);
	assert_string_equal(diag_code_id(finding[0]->code), code);
}

static void
test_stage_publishes(void **state)
{
	struct place *p = *state;
	struct stage stage;
	struct stat st;

	assert_int_equal(
	    stage_open(&stage, p->arena, p->diag, p->folder, "2015-03"), 0);
	assert_int_equal(stage_write(&stage, "a/b/c.txt", "one", 3), 0);
	assert_int_equal(stage_write(&stage, "a/d.txt", "", 0), 0);
	assert_int_equal(stat(below(p, "2015-03"), &st), -1);
	assert_int_equal(stage_publish(&stage), 0);
	stage_close(&stage);
	assert_string_equal(content(p, "2015-03/a/b/c.txt"), "one");
	assert_string_equal(content(p, "2015-03/a/d.txt"), "");
}

static void
test_stage_forgets_what_is_not_published(void **state)
{
	struct place *p = *state;
	struct stage stage;

	assert_int_equal(
	    stage_open(&stage, p->arena, p->diag, p->folder, "2015-03"), 0);
	assert_int_equal(stage_write(&stage, "a.txt", "one", 3), 0);
	stage_close(&stage);
	assert_int_equal(unlink(below(p, ".parathed.lock")), 0);
	assert_true(folder_is_empty(p->folder));
}

static void
test_stage_refuses_a_name_twice(void **state)
{
	struct place *p = *state;
	struct stage stage;

	assert_int_equal(
	    stage_open(&stage, p->arena, p->diag, p->folder, "2015-03"), 0);
	assert_int_equal(stage_write(&stage, "a/b.txt", "one", 3), 0);
	assert_int_equal(stage_write(&stage, "a/b.txt", "two", 3), -1);
	stage_close(&stage);
	assert_only_finding(p, "output_twice");
}

static void
test_litter_is_swept(void **state)
{
	struct place *p = *state;

	mkdir(below(p, ".2015-03.tmp-abcdef"), 0755);
	make_file(p, ".2015-03.tmp-abcdef/x", "");
	assert_int_equal(litter_sweep(p->arena, p->folder), 0);
	assert_true(folder_is_empty(p->folder));
}

/* A pack that was moved aside comes back, unless its successor stands. */
static void
test_litter_is_put_back(void **state)
{
	struct place *p = *state;

	mkdir(below(p, ".2015-03.old-abcdef"), 0755);
	make_file(p, ".2015-03.old-abcdef/x", "earlier");
	assert_int_equal(litter_sweep(p->arena, p->folder), 0);
	assert_string_equal(content(p, "2015-03/x"), "earlier");
	mkdir(below(p, ".2015-03.old-ghijkl"), 0755);
	make_file(p, ".2015-03.old-ghijkl/x", "even earlier");
	assert_int_equal(litter_sweep(p->arena, p->folder), 0);
	assert_string_equal(content(p, "2015-03/x"), "earlier");
	assert_int_equal(access(below(p, ".2015-03.old-ghijkl"), F_OK), -1);
}

/* What others may have left is none of our business. */
static void
test_litter_of_others_stays(void **state)
{
	static const char *const names[] = {".2015-13.tmp-abcdef",
	    ".2015-03.tmp-abcde", "2015-03.tmp-abcdef", ".2015-03.bak-abcdef",
	    ".git"};
	struct place *p = *state;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		mkdir(below(p, names[i]), 0755);
	assert_int_equal(litter_sweep(p->arena, p->folder), 0);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_int_equal(access(below(p, names[i]), F_OK), 0);
}

/* A finding comes through whole, however the pipe cuts it. */
static void
test_wire_carries_a_finding(void **state)
{
	const char *message = "said; do this";
	const struct finding sent = {.code = DIAG_not_date,
	    .level = DIAG_REJECT,
	    .loc = {"a/b.csv", 7, 3, "dato"},
	    .value = "line\none",
	    .message = message,
	    .advice = message + 6};
	struct wire_message got;
	char bytes[1000];
	size_t n, len;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	assert_true(wire_send_finding(fd[1], &sent));
	n = (size_t)read(fd[0], bytes, sizeof(bytes));
	close(fd[0]);
	close(fd[1]);
	for (len = 0; len < n; len++)
		assert_int_equal(wire_take(bytes, len, &got), 0);
	assert_int_equal(wire_take(bytes, n, &got), n);
	assert_int_equal(got.kind, WIRE_FINDING);
	assert_int_equal(got.finding.code, DIAG_not_date);
	assert_int_equal(got.finding.level, DIAG_REJECT);
	assert_int_equal(got.finding.loc.line, 7);
	assert_int_equal(got.finding.loc.field, 3);
	assert_string_equal(got.finding.loc.file, "a/b.csv");
	assert_string_equal(got.finding.loc.column, "dato");
	assert_string_equal(got.finding.value, "line\none");
	assert_string_equal(got.finding.message, message);
	assert_string_equal(got.finding.advice, "do this");
}

static int
item_even(
    const void *context, struct arena *arena, struct diag *diag, size_t index)
{
	(void)context;
	(void)arena;
	diag_add(diag, DIAG_ini_missing, NULL, NULL, (char *)NULL);
	return index % 2 == 0;
}

static int
item_dies(
    const void *context, struct arena *arena, struct diag *diag, size_t index)
{
	(void)context;
	(void)arena;
	(void)diag;
	if (index == 5)
		raise(SIGKILL);
	return 1;
}

static int
item_fails(
    const void *context, struct arena *arena, struct diag *diag, size_t index)
{
	(void)context;
	(void)arena;
	if (index != 5)
		return 1;
	diag_add(diag, DIAG_output_twice, NULL, "five", (char *)NULL);
	return -1;
}

static const char *
name_of_item(const void *context, struct arena *arena, size_t index)
{
	(void)context;
	return arena_printf(arena, "item %zu", index);
}

static int
run_items(struct place *p, int jobs,
    int (*item)(const void *, struct arena *, struct diag *, size_t))
{
	const struct work work = {.count = 11,
	    .jobs = jobs,
	    .language = DIAG_EN,
	    .item = item,
	    .name = name_of_item};

	return work_run(&work, p->arena, p->diag);
}

/* 0 2 4 6 8 10 are made; what all of them found is said once. */
static void
test_work_is_shared(void **state)
{
	struct place *p = *state;

	assert_int_equal(run_items(p, 3, item_even), 6);
	assert_only_finding(p, "ini_missing");
	assert_int_equal(run_items(p, 1, item_even), 6);
	assert_int_equal(run_items(p, 20, item_even), 6);
	assert_only_finding(p, "ini_missing");
}

static void
test_work_survives_a_death(void **state)
{
	const struct finding *const *finding;
	struct place *p = *state;
	size_t n;

	assert_int_equal(run_items(p, 2, item_dies), -1);
	assert_only_finding(p, "worker_failed");
	finding = diag_sorted(p->diag, &n);
	assert_string_equal(finding[0]->value, "item 5");
}

static void
test_work_says_why_it_failed(void **state)
{
	struct place *p = *state;

	assert_int_equal(run_items(p, 2, item_fails), -1);
	assert_only_finding(p, "output_twice");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(test_stage_publishes),
	    TEST(test_stage_forgets_what_is_not_published),
	    TEST(test_stage_refuses_a_name_twice),
	    TEST(test_litter_is_swept),
	    TEST(test_litter_is_put_back),
	    TEST(test_litter_of_others_stays),
	    TEST(test_wire_carries_a_finding),
	    TEST(test_work_is_shared),
	    TEST(test_work_survives_a_death),
	    TEST(test_work_says_why_it_failed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
