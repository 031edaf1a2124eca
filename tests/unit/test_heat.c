/* A column of heat, and rows that stand on the page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "render/md.h"
#include "render/page.h"

static const struct grid_column column[] = {
    {.id = "a", .heading = "A", .type = VALUE_COUNT, .total = TOTAL_SUM},
    {.id = "h", .heading = "H", .type = VALUE_TEXT, .flags = GRID_HEAT},
};

static struct grid *
grid_of(struct arena *arena, size_t nrow)
{
	struct grid *grid = grid_new(arena, "g", column, 2);
	size_t i;

	for (i = 0; i < nrow; i++)
		grid_add_row(arena, grid)->value = value_count(1);
	return grid;
}

static int
heat(struct value value)
{
	struct arena *arena = arena_new();
	struct grid *grid = grid_of(arena, 1);
	int step;

	grid->cell[1].value = value;
	step = grid_heat(grid, 1, &grid->cell[1]);
	arena_free(arena);
	return step;
}

/* 100 / 9 = 11.1: a step begins at each multiple. */
static void
test_steps(void **state)
{
	(void)state;
	assert_int_equal(heat(value_percent(-5)), 0);
	assert_int_equal(heat(value_percent(0)), 0);
	assert_int_equal(heat(value_percent(11)), 0);
	assert_int_equal(heat(value_percent(11.2)), 1);
	assert_int_equal(heat(value_percent(50)), 4);
	assert_int_equal(heat(value_count(89)), 8);
	assert_int_equal(heat(value_percent(88)), 7);
	assert_int_equal(heat(value_percent(99.9)), 8);
	assert_int_equal(heat(value_percent(100)), 8);
	assert_int_equal(heat(value_percent(250)), 8);
}

static void
test_no_place(void **state)
{
	struct arena *arena = arena_new();
	struct grid *grid = grid_of(arena, 1);

	(void)state;
	assert_int_equal(heat(value_none()), -1);
	assert_int_equal(heat(value_text("50")), -1);
	assert_int_equal(grid_heat(grid, 0, &grid->cell[0]), -1);
	grid->cell[1].value = value_percent(50);
	grid->cell[1].tone = TONE_RED; /* the tone is the colour */
	assert_int_equal(grid_heat(grid, 1, &grid->cell[1]), -1);
	arena_free(arena);
}

static void
test_page_rows(void **state)
{
	struct arena *arena = arena_new();
	struct grid *grid = grid_of(arena, 5);

	(void)state;
	assert_int_equal(grid_page_rows(grid), 5);
	grid->page_rows = 5;
	assert_int_equal(grid_page_rows(grid), 5);
	grid->page_rows = 9;
	assert_int_equal(grid_page_rows(grid), 5);
	grid->page_rows = 3;
	assert_int_equal(grid_page_rows(grid), 3);
	arena_free(arena);
}

/* A list isn't cut where an eighth more would be all of it. */
static void
test_few_more(void **state)
{
	struct arena *arena = arena_new();
	struct grid *grid = grid_of(arena, 18);

	(void)state;
	grid->page_rows = 16;
	assert_int_equal(grid_page_rows(grid), 18);
	grid->page_rows = 15;
	assert_int_equal(grid_page_rows(grid), 15);
	arena_free(arena);
}

/* Three of five rows, the line that says so, and the total of all five. */
static void
test_rest(void **state)
{
	static const char text[] =
	    "table.rest.one = og {1} til\n"
	    "table.rest.many = og {1} andre\ntable.total = I alt\n";
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct labels *labels = labels_new(arena);
	struct grid *grid = grid_of(arena, 5);
	struct buf buf;

	(void)state;
	labels_read(labels, diag, "l", text, strlen(text));
	buf_init(&buf);
	page_rest(&buf, grid, labels);
	assert_int_equal(buf.len, 0);
	grid->page_rows = 4;
	page_rest(&buf, grid, labels);
	assert_string_equal(buf.data, "og 1 til");
	grid->page_rows = 3;
	buf_clear(&buf);
	md_grid(&buf, grid, labels);
	assert_string_equal(buf.data,
	    "|     A | H    |\n"
	    "| ----: | ---- |\n"
	    "|     1 |      |\n"
	    "|     1 |      |\n"
	    "|     1 |      |\n"
	    "| **5** |      |\n"
	    "\nog 2 andre\n");
	buf_release(&buf);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_no_place),
	    cmocka_unit_test(test_page_rows),
	    cmocka_unit_test(test_few_more),
	    cmocka_unit_test(test_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
