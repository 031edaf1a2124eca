/*
 * The columns that forms below each other share.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "render/xlsx.h"

#define FORMS 4
#define COLUMNS 6
#define LOSS 0.6001 /* what a column may lose that has nothing to spare */

/* Forms on a sheet of paper, as xlsx_layout() would leave them. */
struct paper {
	struct xlsx x;
	struct xlsx_sheet sheet;
	struct xlsx_block block[FORMS];
	struct xlsx_table form[FORMS];
	struct grid grid[FORMS];
	double least[FORMS][COLUMNS];
};

static void
begin(struct paper *p)
{
	*p = (struct paper){0};
	p->x.arena = arena_new();
	p->sheet.book = &p->x;
	p->sheet.paper = true;
	p->sheet.block = p->block;
}

static void
add_form(struct paper *p, size_t n, const double *width, const double *least)
{
	struct arena *arena = p->x.arena;
	size_t at = p->sheet.nblock++, i;
	struct xlsx_table *t = &p->form[at];

	p->block[at].type = BLOCK_TABLE;
	p->block[at].table = t;
	p->grid[at].ncolumn = n;
	t->sheet = &p->sheet;
	t->grid = &p->grid[at];
	t->ncolumn = t->printed = n;
	t->width = arena_array(arena, n, sizeof(*t->width));
	t->least = arena_array(arena, n, sizeof(*t->least));
	t->wrap = arena_array(arena, n, sizeof(*t->wrap));
	t->spot = arena_array(arena, n, sizeof(*t->spot));
	for (i = 0; i < n; i++) {
		t->width[i] = width[i];
		t->least[i] = p->least[at][i] = least[i];
		t->spot[i].rows = t->spot[i].columns = 1;
		t->spot[i].column = (lxw_col_t)i;
	}
}

/* Of a form's own column, in those of the sheet. */
static double
width_of(const struct xlsx_table *t, size_t column)
{
	const struct xlsx_spot *spot = &t->spot[column];
	double width = 0;
	size_t i;

	for (i = 0; i < spot->columns; i++)
		width += t->width[spot->column + i];
	return width;
}

/* Edges that can meet become one, where both columns have their least. */
static void
test_edges_meet(void **state)
{
	static const double one[] = {30, 61}, two[] = {31.2, 59.8};
	static const double less[] = {28, 50}, tight[] = {31, 59};
	struct paper p;

	(void)state;
	begin(&p);
	add_form(&p, 2, one, less);
	add_form(&p, 2, two, tight);
	xlsx_form_share(&p.sheet);
	assert_int_equal(p.form[0].printed, 2);
	assert_int_equal(p.form[1].printed, 2);
	assert_true(width_of(&p.form[0], 0) == width_of(&p.form[1], 0));
	assert_true(width_of(&p.form[1], 0) > 31 - LOSS);
	arena_free(p.x.arena);
}

/* What neither has to spare stays apart: three columns, of which each form
   joins two. */
static void
test_edges_stay(void **state)
{
	static const double one[] = {30, 61}, two[] = {31.2, 59.8};
	struct paper p;

	(void)state;
	begin(&p);
	add_form(&p, 2, one, one);
	add_form(&p, 2, two, two);
	xlsx_form_share(&p.sheet);
	assert_int_equal(p.form[0].printed, 3);
	assert_int_equal(p.form[0].spot[1].columns, 2);
	assert_int_equal(p.form[1].spot[0].columns, 2);
	arena_free(p.x.arena);
}

/* As wide as the page together, and each between its least and more. */
static void
draw(double *width, double *least, size_t n)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += width[i] = 5 + rand() % 40;
	for (i = 0; i < n; i++) {
		width[i] *= XLSX_PAPER_WIDTH / sum;
		least[i] = width[i] * (0.5 + rand() % 51 / 100.0);
	}
}

static void
check_form(const struct paper *p, size_t at)
{
	const struct xlsx_table *t = &p->form[at];
	size_t i, next = 0;

	for (i = 0; i < p->grid[at].ncolumn; i++) {
		assert_int_equal(t->spot[i].column, next);
		next += t->spot[i].columns;
		assert_true(width_of(t, i) > p->least[at][i] - LOSS);
	}
	assert_int_equal(next, t->printed);
	for (i = 0; i < t->printed; i++)
		assert_true(t->width[i] > 0);
}

/* Whatever the forms are: none loses a column, nor more than it may. */
static void
test_any_forms(void **state)
{
	double width[COLUMNS], least[COLUMNS];
	size_t i, n, round;
	struct paper p;

	(void)state;
	srand(1);
	for (round = 0; round < 2000; round++) {
		begin(&p);
		for (i = 0; i < FORMS; i++) {
			n = 1 + (size_t)(rand() % COLUMNS);
			draw(width, least, n);
			add_form(&p, n, width, least);
		}
		xlsx_form_share(&p.sheet);
		for (i = 0; i < FORMS; i++)
			check_form(&p, i);
		arena_free(p.x.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_edges_meet),
	    cmocka_unit_test(test_edges_stay),
	    cmocka_unit_test(test_any_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
