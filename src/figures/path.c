/*
 * The path to green: what, once met, would turn a light that is not green.
 */
#include <stdlib.h>

#include "figures/compute.h"

struct path {
	const struct computation *c;
	struct rollout_figures *f;
	struct step *step;
	size_t cap;
	bool cells_listed;
};

/* An open cell of the current phase and what finishing it would add to P. */
struct gain {
	int task;
	double points;
};

static struct step *
add_step(struct path *path, enum light_kind kind, enum step_code code)
{
	struct step *s;

	path->step = arena_grow(path->c->arena, path->step, path->f->nstep,
	    &path->cap, sizeof(*path->step));
	s = &path->step[path->f->nstep++];
	*s = (struct step){.code = code,
	    .kind = (int)kind,
	    .main_task = -1,
	    .criterion = -1,
	    .number = NUM_NONE};
	return s;
}

static bool
not_green(const struct rollout_figures *f, enum light_kind kind)
{
	return f->light[kind] == LIGHT_YELLOW || f->light[kind] == LIGHT_RED;
}

static int
compare_gain(const void *a, const void *b)
{
	const struct gain *x = a, *y = b;

	if (x->points > y->points || x->points < y->points)
		return x->points > y->points ? -1 : 1;
	return x->task - y->task;
}

/* The cells of the phase that are not done, the most rewarding first. */
static size_t
find_gains(const struct path *path, struct gain *gain)
{
	const struct computation *c = path->c;
	const struct cell_figures *cell;
	double weights = 0, weight;
	size_t n = 0, i;
	int t;

	for (t = 0; t < (int)c->model->ntask; t++) {
		cell = cell_at(c, path->f, t, path->f->phase);
		if (!is_cell(c, t, path->f->phase) || !num_given(cell->value))
			continue;
		weight = threshold(c,
		    model_cell(c->model, t, path->f->phase)->grade ==
			    GRADE_FOCUS
			? THRESHOLD_WEIGHT_FOCUS
			: THRESHOLD_WEIGHT_ACTIVE);
		weights += weight;
		if (!num_le(100, cell->value))
			gain[n++] =
			    (struct gain){t, weight * (100 - cell->value)};
	}
	for (i = 0; i < n && weights > 0; i++)
		gain[i].points /= weights;
	qsort(gain, n, sizeof(*gain), compare_gain);
	return n;
}

/* Cells to finish until P reaches the goal, the most rewarding first. */
static void
add_cells(struct path *path, enum light_kind kind, double goal)
{
	const struct rollout_figures *f = path->f;
	struct gain *gain = arena_array(
	    path->c->arena, path->c->model->ntask + 1, sizeof(*gain));
	double progress = num_given(f->task_score) ? f->task_score : 0;
	size_t n = find_gains(path, gain), i;
	const struct cell_figures *cell;
	struct step *s;

	for (i = 0; i < n && !num_le(goal, progress); i++) {
		cell = cell_at(path->c, f, gain[i].task, f->phase);
		s = add_step(path, kind,
		    cell->row != NULL && cell->row->status == STATUS_BLOCKED
			? STEP_UNBLOCK
			: STEP_CELL);
		s->main_task = gain[i].task;
		s->number = cell->value;
		if (cell->row != NULL)
			s->loc = cell->row->loc;
		progress += gain[i].points;
	}
	path->cells_listed = true;
}

/* What stands between a no-go and a go: answers and mandatory tasks. */
static void
add_gate_lacks(struct path *path, enum light_kind kind)
{
	const struct rollout_figures *f = path->f;
	const struct answer_row *answer;
	struct step *s;
	size_t i;

	for (i = 0; i < path->c->model->ncriterion; i++) {
		answer = f->answer[i];
		if (path->c->model->criterion[i].phase != f->phase ||
		    !path->c->model->criterion[i].mandatory ||
		    (answer != NULL && answer->answer != ANSWER_NO &&
			answer->answer != ANSWER_PARTLY))
			continue;
		s = add_step(path, kind, STEP_CRITERION);
		s->criterion = (int)i;
		if (answer != NULL)
			s->loc = answer->loc;
	}
	for (i = 0; i < f->ntask; i++) {
		if (!f->task[i].mandatory || !f->task[i].open ||
		    f->task[i].phase != f->phase)
			continue;
		s = add_step(path, kind, STEP_TASK);
		s->id = f->task[i].id;
		s->text = f->task[i].title;
		s->loc = f->task[i].row != NULL ? f->task[i].row->loc
						: f->task[i].catalogue->loc;
	}
}

static bool
no_go_near(const struct rollout_figures *f)
{
	size_t i;

	for (i = 0; i < f->nreason; i++)
		if (f->reason[i].code == REASON_NO_GO_NEAR)
			return true;
	return false;
}

static void
path_of_progress(struct path *path)
{
	const struct computation *c = path->c;
	const struct rollout_figures *f = path->f;
	double goal;

	if (f->completed)
		return;
	if (!f->reported)
		add_step(path, LIGHT_TIME, STEP_REPORT);
	else if (f->planned_end == DAY_NONE)
		add_step(path, LIGHT_TIME, STEP_PLAN);
	if (not_green(f, LIGHT_TIME)) {
		goal = f->slip_days != FIGURE_NONE || f->stalled
		    ? threshold(c, THRESHOLD_READY)
		    : f->expected - threshold(c, THRESHOLD_LAG_YELLOW);
		add_cells(path, LIGHT_TIME, goal);
		if (c->date > f->planned_end)
			add_step(path, LIGHT_TIME, STEP_GATE);
	}
	if (not_green(f, LIGHT_READINESS)) {
		if (!path->cells_listed)
			add_cells(path, LIGHT_READINESS,
			    f->expected - threshold(c, THRESHOLD_LAG_YELLOW));
		if (no_go_near(f))
			add_gate_lacks(path, LIGHT_READINESS);
	}
}

static void
path_of_risks(struct path *path)
{
	const struct rollout_figures *f = path->f;
	double limit = threshold(path->c, THRESHOLD_RISK_YELLOW);
	struct step *s;
	size_t i;

	for (i = 0; i < f->nrisk; i++) {
		if (f->risk[i]->status != OPEN_OPEN ||
		    !num_le(limit, risk_score(f->risk[i])))
			continue;
		s = add_step(path, LIGHT_RISK, STEP_RISK);
		s->number = limit;
		s->id = f->risk[i]->id;
		s->text = f->risk[i]->text;
		s->loc = f->risk[i]->loc;
	}
}

/* The reading that would be on plan: baseline + green * s of the way. */
static void
path_of_benefits(struct path *path)
{
	const struct benefit_figures *b;
	struct step *s;
	size_t i;

	for (i = 0; i < path->f->nbenefit; i++) {
		b = &path->f->benefit[i];
		if (b->light != LIGHT_YELLOW && b->light != LIGHT_RED)
			continue;
		s = add_step(path, LIGHT_BENEFIT, STEP_READING);
		s->number = b->benefit->baseline +
		    (b->benefit->target - b->benefit->baseline) *
			b->planned_share *
			threshold(path->c, THRESHOLD_BENEFIT_GREEN);
		s->id = b->benefit->id;
		s->text = b->benefit->name;
		s->unit = b->benefit->unit;
		s->loc = b->benefit->loc;
	}
}

void
figure_path(const struct computation *c, struct rollout_figures *f)
{
	struct path path = {.c = c, .f = f};

	if (!f->parked) {
		path_of_progress(&path);
		if (not_green(f, LIGHT_ECONOMY))
			add_step(&path, LIGHT_ECONOMY, STEP_COST)->number =
			    f->economy.variance_dkk;
		path_of_risks(&path);
		path_of_benefits(&path);
	}
	f->step = path.step;
}
