#include "doc_fixture.h"

#include "base/num.h"

static const struct grid_column column[] = {
    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"days", "Dage", VALUE_COUNT, 0, TOTAL_SUM},
    {"share", "Andel", VALUE_PERCENT, 0, TOTAL_MEAN},
    {"cost", "Kr.", VALUE_MONEY, 0, TOTAL_SUM},
    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_COUNT},
};

static void
add(struct fixture *f, struct grid *grid, struct value days, struct value share,
    struct value cost, struct value light)
{
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	cell[0].value = value_text("x");
	cell[1].value = days;
	cell[2].value = share;
	cell[3].value = cost;
	cell[4].value = light;
}

static void
test_rows(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 5);
	size_t i;

	assert_int_equal(grid->nrow, 0);
	for (i = 0; i < 100; i++)
		add(f, grid, value_count((int64_t)i), value_none(),
		    value_none(), value_none());
	assert_int_equal(grid->nrow, 100);
	for (i = 0; i < 100; i++) {
		assert_int_equal(grid->cell[i * 5 + 1].value.as.count, i);
		assert_null(grid->cell[i * 5 + 1].note);
		assert_int_equal(grid->cell[i * 5 + 4].value.type, VALUE_NONE);
	}
}

static void
test_find(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 5);

	assert_int_equal(grid_column_find(grid, "name"), 0);
	assert_int_equal(grid_column_find(grid, "light"), 4);
	assert_int_equal(grid_column_find(grid, "none"), -1);
	assert_int_equal(grid_column_find(grid, NULL), -1);
}

static void
test_totals(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 5);

	add(f, grid, value_count(3), value_percent(50), value_none(),
	    value_light(TONE_RED));
	add(f, grid, value_none(), value_percent(20), value_money(10.5),
	    value_light(TONE_GREY));
	add(f, grid, value_count(-1), value_none(), value_money(4.5),
	    value_none());
	assert_true(grid_has_total(grid));
	assert_int_equal(grid_total(grid, 0).type, VALUE_NONE);
	assert_int_equal(grid_total(grid, 1).type, VALUE_COUNT);
	assert_int_equal(grid_total(grid, 1).as.count, 2);
	assert_int_equal(grid_total(grid, 2).type, VALUE_PERCENT);
	assert_true(grid_total(grid, 2).as.number == 35);
	assert_int_equal(grid_total(grid, 3).type, VALUE_MONEY);
	assert_true(grid_total(grid, 3).as.number == 15);
	assert_int_equal(grid_total(grid, 4).type, VALUE_COUNT);
	assert_int_equal(grid_total(grid, 4).as.count, 2);
}

static void
test_totals_of_nothing(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 5);
	size_t i;

	add(f, grid, value_none(), value_none(), value_none(), value_none());
	for (i = 0; i < 5; i++)
		assert_int_equal(grid_total(grid, i).type, VALUE_NONE);
	assert_false(grid_has_total(grid_new(f->arena, "g", column, 1)));
}

static void
test_mean_of_counts(void **state)
{
	static const struct grid_column mean[] = {
	    {"n", "N", VALUE_COUNT, 0, TOTAL_MEAN}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", mean, 1);

	grid_add_row(f->arena, grid)->value = value_count(1);
	grid_add_row(f->arena, grid)->value = value_count(2);
	assert_int_equal(grid_total(grid, 0).type, VALUE_NUMBER);
	assert_true(grid_total(grid, 0).as.number == 1.5);
}

static void
test_sum_does_not_overflow(void **state)
{
	static const struct grid_column sum[] = {
	    {"n", "N", VALUE_COUNT, 0, TOTAL_SUM}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", sum, 1);

	grid_add_row(f->arena, grid)->value = value_count(INT64_MAX);
	grid_add_row(f->arena, grid)->value = value_count(1);
	assert_true(grid_total(grid, 0).as.count == INT64_MAX);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_rows),
	    fixture_test(test_find),
	    fixture_test(test_totals),
	    fixture_test(test_totals_of_nothing),
	    fixture_test(test_mean_of_counts),
	    fixture_test(test_sum_does_not_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
