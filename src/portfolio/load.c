/*
 * The way from the input to the portfolio, and how to look things up in it.
 */
#include <string.h>

#include "portfolio/contradiction.h"
#include "portfolio/loader.h"
#include "portfolio/sender.h"

static int
require(struct loader *l, enum kind_id kind, size_t n)
{
	const struct loc loc = {.file = kind_class_folder(CLASS_REGISTER)};

	if (n > 0)
		return 0;
	diag_fatal(
	    l->diag, DIAG_no_rows_of_kind, &loc, kind_table[kind].id, NULL);
	return -1;
}

/* A report needs a status row of its own month, unless it is yet to come. */
static int
require_status(struct loader *l)
{
	const struct portfolio *p = l->portfolio;
	struct loc loc = {.file = NULL};
	char text[8];
	size_t i;

	if (l->input->ahead)
		return 0;
	for (i = 0; i < p->nstatus; i++)
		if (p->status[i].month == p->report_month)
			return 0;
	month_iso(p->report_month, text);
	loc.file = arena_printf(
	    l->arena, "%s/%s", kind_class_folder(CLASS_STATUS), text);
	diag_fatal(l->diag, DIAG_month_without_status, &loc, text, NULL);
	return -1;
}

/* Words about a solution or a municipality that nobody knows reach nobody. */
static void
check_notes(struct loader *l)
{
	const struct portfolio *p = l->portfolio;
	struct loc loc = {.file = NULL};
	const char *subject;
	size_t i;

	for (i = 0; i < l->input->nnote; i++) {
		subject = l->input->note[i].subject;
		if (*subject == '\0' ||
		    portfolio_find_solution(p, subject) != -1 ||
		    portfolio_find_municipality(p, subject) != -1)
			continue;
		loc.file = l->input->note[i].path;
		diag_add(l->diag, DIAG_note_of_nobody, &loc, subject,
		    names_nearest(p->solution_names, subject), NULL);
	}
}

int
portfolio_load(struct arena *arena, struct diag *diag,
    const struct input *input, const struct model *model, day report_date,
    struct portfolio *p)
{
	struct loader l = {.arena = arena,
	    .diag = diag,
	    .input = input,
	    .model = model,
	    .portfolio = p};
	int status;

	memset(p, 0, sizeof(*p));
	p->report_month = input->report_month;
	p->report_date = report_date != DAY_NONE
	    ? report_date
	    : month_last_day(input->report_month);
	p->month = input->month;
	p->nmonth = input->nmonth;
	l.waves = names_new(arena);
	l.task_ids = names_new(arena);
	l.benefit_ids = names_new(arena);
	l.condition_ids = names_new(arena);
	l.risk_ids = names_new(arena);

	load_municipalities(&l);
	p->senders = senders_new(arena, input, p);
	load_solutions(&l);
	load_rollouts(&l);
	status = require(&l, KIND_MUNICIPALITIES, p->nmunicipality);
	status |= require(&l, KIND_SOLUTIONS, p->nsolution);
	status |= require(&l, KIND_ROLLOUTS, p->nrollout);
	load_schedule(&l);
	load_catalogue(&l);
	load_solution_dependencies(&l);
	load_records(&l);
	warn_catalogue(&l);
	check_notes(&l);
	if (status == 0)
		status = require_status(&l);
	return status;
}

int
portfolio_find_solution(const struct portfolio *p, const char *text)
{
	return names_get(p->solution_names, text);
}

int
portfolio_find_municipality(const struct portfolio *p, const char *text)
{
	int number = municipality_names_get(p->municipality_names, text);

	return number < 0 ? -1 : number;
}

/* The first rollout of the municipality or a later one, or nrollout. */
static size_t
rollout_first(const struct portfolio *p, int municipality)
{
	size_t low = 0, high = p->nrollout, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (p->rollout[mid].municipality < municipality)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span
portfolio_rollouts_of(const struct portfolio *p, int municipality)
{
	size_t first = rollout_first(p, municipality);

	return (struct span){first, rollout_first(p, municipality + 1) - first};
}

int
portfolio_find_rollout(
    const struct portfolio *p, int municipality, int solution)
{
	return p->rollout_at[(size_t)municipality * p->nsolution +
	    (size_t)solution];
}

/* The first row of a task in the catalogue, which is sorted, or ncatalogue. */
static size_t
catalogue_first(const struct portfolio *p, int solution, const char *id)
{
	size_t low = 0, high = p->ncatalogue, mid;
	const struct catalogue_task *t;

	while (low < high) {
		mid = low + (high - low) / 2;
		t = &p->catalogue[mid];
		if (t->solution < solution ||
		    (t->solution == solution && strcmp(t->id, id) < 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span
portfolio_catalogue_of(const struct portfolio *p, int solution)
{
	size_t first = catalogue_first(p, solution, "");

	return (struct span){
	    first, catalogue_first(p, solution + 1, "") - first};
}

const struct catalogue_task *
portfolio_catalogue_task(const struct portfolio *p, const struct rollout *r,
    const char *id, day date)
{
	const struct catalogue_task *t, *found = NULL;
	size_t i;

	for (i = catalogue_first(p, r->solution, id); i < p->ncatalogue; i++) {
		t = &p->catalogue[i];
		if (t->solution != r->solution || t->id != id)
			break;
		if (t->published > date ||
		    (t->wave != -1 && t->wave != r->wave))
			continue;
		if (found == NULL || t->wave != -1)
			found = t;
	}
	return found;
}
