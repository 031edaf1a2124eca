/*
 * Plans, the office's list of tasks, and what solutions presuppose.
 */
#include <string.h>

#include "portfolio/loader.h"

struct schedule_row {
	struct loc loc;
	int solution, phase;
	int wave;         /* -1: every wave */
	int municipality; /* -1: every municipality */
	struct plan plan;
};

/* How specific a row is; the most specific that fits a rollout holds. */
enum { FITS_NOT, FITS_SOLUTION, FITS_WAVE, FITS_MUNICIPALITY };

/*
 * A wave that no rollout has fits none, and the office is told; it gets a
 * number of its own, so that two of them are not taken for one.
 */
static int
known_wave(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);
	struct loc loc;
	int wave;

	if (text == NULL)
		return -1;
	wave = names_intern(l->waves, text);
	if ((size_t)wave >= l->portfolio->nwave) {
		loc = row_loc(row, column);
		diag_add(l->diag, DIAG_unknown_wave, &loc, text, NULL);
	}
	return wave;
}

static bool
build_schedule(struct loader *l, const struct row *row, void *record)
{
	struct schedule_row *s = record;
	int rollout;

	s->loc = row_loc(row, -1);
	s->solution = resolve_solution(l, row, COL_SCHEDULE_SOLUTION);
	s->phase = resolve_phase(l, row, COL_SCHEDULE_PHASE);
	s->municipality = -1;
	if (s->solution == -1 || s->phase == -1)
		return false;
	if (cell_text(row, COL_SCHEDULE_MUNICIPALITY) != NULL) {
		rollout = resolve_rollout(l, row, COL_SCHEDULE_MUNICIPALITY,
		    COL_SCHEDULE_MUNICIPALITY_NAME, COL_SCHEDULE_SOLUTION);
		if (rollout == -1)
			return false;
		s->municipality = l->portfolio->rollout[rollout].municipality;
	}
	s->wave = known_wave(l, row, COL_SCHEDULE_WAVE);
	s->plan.loc = s->loc;
	s->plan.start = cell_day(row, COL_SCHEDULE_PLANNED_START);
	s->plan.end = cell_day(row, COL_SCHEDULE_PLANNED_END);
	s->plan.baseline_end = cell_day(row, COL_SCHEDULE_BASELINE_END);
	if (s->plan.end < s->plan.start)
		report_cell(
		    l, DIAG_end_before_start, row, COL_SCHEDULE_PLANNED_END);
	return true;
}

static int
compare_schedule(const void *a, const void *b)
{
	const struct schedule_row *x = a, *y = b;
	int c;

	if ((c = by_int(x->solution, y->solution)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0 ||
	    (c = by_int(x->municipality, y->municipality)) != 0)
		return c;
	return by_int(x->wave, y->wave);
}

static int
fits(const struct schedule_row *s, const struct rollout *r)
{
	if (s->solution != r->solution)
		return FITS_NOT;
	if (s->municipality != -1)
		return s->municipality == r->municipality ? FITS_MUNICIPALITY
							  : FITS_NOT;
	if (s->wave == -1)
		return FITS_SOLUTION;
	return s->wave == r->wave ? FITS_WAVE : FITS_NOT;
}

/* Of two rows as specific as each other the later one holds. */
static bool
holds_over(const struct schedule_row *s, int fit, const struct schedule_row *t,
    int other)
{
	int c;

	if (fit != other || t == NULL)
		return fit > other;
	c = strcmp(s->loc.file, t->loc.file);
	return c > 0 || (c == 0 && s->loc.line > t->loc.line);
}

static void
plan_rollout(
    struct loader *l, size_t rollout, const struct schedule_row *s, size_t n)
{
	struct portfolio *p = l->portfolio;
	struct plan *plan = &p->plan[rollout * l->model->nphase];
	const struct schedule_row **best =
	    arena_array(l->arena, l->model->nphase, sizeof(*best));
	int *fit = arena_array(l->arena, l->model->nphase, sizeof(*fit));
	size_t i, ph;
	int f;

	for (i = 0; i < n; i++) {
		f = fits(&s[i], &p->rollout[rollout]);
		ph = (size_t)s[i].phase;
		if (f == FITS_NOT || !holds_over(&s[i], f, best[ph], fit[ph]))
			continue;
		best[ph] = &s[i];
		fit[ph] = f;
	}
	for (ph = 0; ph < l->model->nphase; ph++)
		plan[ph] = best[ph] != NULL ? best[ph]->plan
					    : (struct plan){.start = DAY_NONE,
						  .end = DAY_NONE,
						  .baseline_end = DAY_NONE};
}

void
load_schedule(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_SCHEDULE), i, first, count;
	struct schedule_row *s = arena_array(l->arena, n + 1, sizeof(*s));

	n = build_rows(l, KIND_SCHEDULE, s, sizeof(*s), build_schedule);
	n = sort_records(l, s, n, sizeof(*s), compare_schedule, NULL);
	p->nplan = p->nrollout * l->model->nphase;
	p->plan = arena_array(l->arena, p->nplan + 1, sizeof(*p->plan));
	for (i = 0; i < p->nrollout; i++) {
		for (first = 0;
		     first < n && s[first].solution < p->rollout[i].solution;
		     first++)
			;
		for (count = 0; first + count < n &&
		     s[first + count].solution == p->rollout[i].solution;
		     count++)
			;
		plan_rollout(l, i, s + first, count);
	}
}

static bool
build_catalogue(struct loader *l, const struct row *row, void *record)
{
	struct catalogue_task *t = record;

	t->loc = row_loc(row, -1);
	t->solution = resolve_solution(l, row, COL_TASK_CATALOGUE_SOLUTION);
	t->phase = resolve_phase(l, row, COL_TASK_CATALOGUE_PHASE);
	t->main_task = resolve_task(l, row, COL_TASK_CATALOGUE_MAIN_TASK);
	if (t->solution == -1 || t->phase == -1 || t->main_task == -1)
		return false;
	t->wave = known_wave(l, row, COL_TASK_CATALOGUE_WAVE);
	t->id = resolve_id(l->task_ids, row, COL_TASK_CATALOGUE_TASK_ID);
	t->title = cell_text(row, COL_TASK_CATALOGUE_TITLE);
	t->mandatory =
	    cell_word(row, COL_TASK_CATALOGUE_MANDATORY) == YESNO_YES;
	t->start = cell_day(row, COL_TASK_CATALOGUE_START);
	t->deadline = cell_day(row, COL_TASK_CATALOGUE_DEADLINE);
	t->published = cell_day(row, COL_TASK_CATALOGUE_PUBLISHED);
	t->performer = cell_text(row, COL_TASK_CATALOGUE_PERFORMER);
	t->actors = cell_text(row, COL_TASK_CATALOGUE_ACTORS);
	t->goal = cell_text(row, COL_TASK_CATALOGUE_GOAL);
	t->procedure = cell_text(row, COL_TASK_CATALOGUE_PROCEDURE);
	if (t->deadline != DAY_NONE && t->deadline < t->start)
		report_cell(
		    l, DIAG_end_before_start, row, COL_TASK_CATALOGUE_DEADLINE);
	return true;
}

static int
compare_catalogue(const void *a, const void *b)
{
	const struct catalogue_task *x = a, *y = b;
	int c;

	if ((c = by_int(x->solution, y->solution)) != 0 ||
	    (c = strcmp(x->id, y->id)) != 0)
		return c;
	return by_int(x->wave, y->wave);
}

void
load_catalogue(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_TASK_CATALOGUE);

	p->catalogue = arena_array(l->arena, n + 1, sizeof(*p->catalogue));
	n = build_rows(l, KIND_TASK_CATALOGUE, p->catalogue,
	    sizeof(*p->catalogue), build_catalogue);
	p->ncatalogue = sort_records(
	    l, p->catalogue, n, sizeof(*p->catalogue), compare_catalogue, NULL);
}

static bool
build_dependency(struct loader *l, const struct row *row, void *record)
{
	struct solution_dependency *d = record;

	d->loc = row_loc(row, -1);
	d->solution =
	    resolve_solution(l, row, COL_SOLUTION_DEPENDENCIES_SOLUTION);
	d->phase = resolve_phase(l, row, COL_SOLUTION_DEPENDENCIES_PHASE);
	d->requires_solution = resolve_solution(
	    l, row, COL_SOLUTION_DEPENDENCIES_REQUIRES_SOLUTION);
	d->requires_phase =
	    resolve_phase(l, row, COL_SOLUTION_DEPENDENCIES_REQUIRES_PHASE);
	return d->solution != -1 && d->phase != -1 &&
	    d->requires_solution != -1 && d->requires_phase != -1;
}

static int
compare_dependency(const void *a, const void *b)
{
	const struct solution_dependency *x = a, *y = b;
	int c;

	if ((c = by_int(x->solution, y->solution)) != 0 ||
	    (c = by_int(x->phase, y->phase)) != 0 ||
	    (c = by_int(x->requires_solution, y->requires_solution)) != 0)
		return c;
	return by_int(x->requires_phase, y->requires_phase);
}

void
load_solution_dependencies(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_SOLUTION_DEPENDENCIES);

	p->dependency = arena_array(l->arena, n + 1, sizeof(*p->dependency));
	n = build_rows(l, KIND_SOLUTION_DEPENDENCIES, p->dependency,
	    sizeof(*p->dependency), build_dependency);
	p->ndependency = sort_records(l, p->dependency, n,
	    sizeof(*p->dependency), compare_dependency, NULL);
}
