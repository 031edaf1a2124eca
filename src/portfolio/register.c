/*
 * Municipalities, solutions and rollouts: who takes what into use.
 */
#include <stdlib.h>
#include <string.h>

#include "portfolio/loader.h"

/* A municipality's row holds for a while; one row per code and start. */
struct validity {
	struct loc loc;
	int code;
	day from, to; /* DAY_NONE: open */
	const char *name, *region;
	double population;
};

static bool
build_validity(struct loader *l, const struct row *row, void *record)
{
	struct validity *v = record;
	const char *code = cell_text(row, COL_MUNICIPALITIES_CODE);
	const char *region = cell_text(row, COL_MUNICIPALITIES_REGION);

	v->loc = row_loc(row, -1);
	v->code = municipality_code(code);
	if (v->code == -1) {
		report_cell(l, DIAG_bad_code, row, COL_MUNICIPALITIES_CODE);
		return false;
	}
	v->name = cell_text(row, COL_MUNICIPALITIES_NAME);
	v->region = region == NULL ? "" : region;
	v->from = cell_day(row, COL_MUNICIPALITIES_VALID_FROM);
	v->to = cell_day(row, COL_MUNICIPALITIES_VALID_TO);
	v->population = cell_number(row, COL_MUNICIPALITIES_POPULATION);
	if (v->to != DAY_NONE && v->from != DAY_NONE && v->to < v->from)
		report_cell(
		    l, DIAG_end_before_start, row, COL_MUNICIPALITIES_VALID_TO);
	return true;
}

static int
compare_validity(const void *a, const void *b)
{
	const struct validity *x = a, *y = b;
	int c = by_int(x->code, y->code);

	return c != 0 ? c : by_int(x->from, y->from);
}

static bool
holds(const struct validity *v, day date)
{
	return v->from <= date && (v->to == DAY_NONE || date <= v->to);
}

/* Of one code's rows, in rising start: the one in force, else the newest. */
static void
add_municipality(struct loader *l, const struct validity *v, size_t n)
{
	struct portfolio *p = l->portfolio;
	struct municipality *m = &p->municipality[p->nmunicipality];
	const struct validity *use = &v[n - 1];
	size_t i;

	for (i = 0; i < n; i++) {
		municipality_names_put(p->municipality_names, v[i].code,
		    v[i].name, (int)p->nmunicipality);
		if (holds(&v[i], p->report_date)) {
			use = &v[i];
			m->valid = true;
		}
	}
	m->loc = use->loc;
	m->code = use->code;
	m->code_text = arena_printf(l->arena, "%03d", use->code);
	m->name = use->name;
	m->region = use->region;
	m->population = use->population;
	p->nmunicipality++;
}

void
load_municipalities(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_MUNICIPALITIES), first, next;
	struct validity *v = arena_array(l->arena, n + 1, sizeof(*v));

	p->municipality =
	    arena_array(l->arena, n + 1, sizeof(*p->municipality));
	p->municipality_names = municipality_names_new(l->arena);
	n = build_rows(l, KIND_MUNICIPALITIES, v, sizeof(*v), build_validity);
	n = sort_records(l, v, n, sizeof(*v), compare_validity, NULL);
	for (first = 0; first < n; first = next) {
		for (next = first + 1;
		     next < n && v[next].code == v[first].code; next++)
			;
		add_municipality(l, v + first, next - first);
	}
}

static bool
build_solution(struct loader *l, const struct row *row, void *record)
{
	struct solution *s = record;

	(void)l;
	s->loc = row_loc(row, -1);
	s->id = cell_text(row, COL_SOLUTIONS_SOLUTION);
	s->name = cell_text(row, COL_SOLUTIONS_NAME);
	s->transition = cell_word(row, COL_SOLUTIONS_TRANSITION);
	s->supplier = cell_text(row, COL_SOLUTIONS_SUPPLIER);
	s->description = cell_text(row, COL_SOLUTIONS_DESCRIPTION);
	return true;
}

/*
 * Solutions keep the order of the register, so a key given twice is looked for
 * without sorting: the later row takes the earlier one's place.
 */
void
load_solutions(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_SOLUTIONS), i;
	struct solution *s = arena_array(l->arena, n + 1, sizeof(*s));
	int same;

	p->solution = s;
	p->solution_names = names_new(l->arena);
	n = build_rows(l, KIND_SOLUTIONS, s, sizeof(*s), build_solution);
	for (i = 0; i < n; i++) {
		same = names_put(p->solution_names, s[i].id, (int)p->nsolution);
		if (same == NAMES_NONE) {
			s[p->nsolution++] = s[i];
			continue;
		}
		diag_add(l->diag, DIAG_duplicate_row, &s[same].loc, NULL,
		    s[i].loc.file, arena_printf(l->arena, "%d", s[i].loc.line),
		    NULL);
		s[same] = s[i];
	}
	for (i = 0; i < p->nsolution; i++)
		names_put(p->solution_names, s[i].name, (int)i);
}

/* The number of a wave; -1 for a blank cell. */
static int
wave_of(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);

	return text == NULL ? -1 : names_intern(l->waves, text);
}

static bool
build_rollout(struct loader *l, const struct row *row, void *record)
{
	struct rollout *r = record;
	int state = cell_word(row, COL_ROLLOUTS_STATE);

	r->loc = row_loc(row, -1);
	r->municipality = resolve_municipality(
	    l, row, COL_ROLLOUTS_MUNICIPALITY, COL_ROLLOUTS_MUNICIPALITY_NAME);
	r->solution = resolve_solution(l, row, COL_ROLLOUTS_SOLUTION);
	if (r->municipality == -1 || r->solution == -1)
		return false;
	r->wave = wave_of(l, row, COL_ROLLOUTS_WAVE);
	r->project_lead = cell_text(row, COL_ROLLOUTS_PROJECT_LEAD);
	r->sponsor = cell_text(row, COL_ROLLOUTS_SPONSOR);
	r->contact = cell_text(row, COL_ROLLOUTS_CONTACT);
	r->state = state == WORD_NONE ? STATE_ACTIVE : (enum state)state;
	r->since = cell_day(row, COL_ROLLOUTS_SINCE);
	return true;
}

static int
compare_rollout(const void *a, const void *b)
{
	const struct rollout *x = a, *y = b;
	int c = by_int(x->municipality, y->municipality);

	return c != 0 ? c : by_int(x->solution, y->solution);
}

static int
compare_wave(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* Waves in byte order; the rollouts' numbers follow. */
static void
order_waves(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t i, w;
	const char *text;

	p->nwave = names_count(l->waves);
	p->wave = arena_array(l->arena, p->nwave + 1, sizeof(*p->wave));
	for (w = 0; w < p->nwave; w++)
		p->wave[w] = names_text(l->waves, w);
	qsort(p->wave, p->nwave, sizeof(*p->wave), compare_wave);
	for (i = 0; i < p->nrollout; i++) {
		if (p->rollout[i].wave == -1)
			continue;
		text = names_text(l->waves, (size_t)p->rollout[i].wave);
		for (w = 0; p->wave[w] != text; w++)
			;
		p->rollout[i].wave = (int)w;
	}
	l->waves = names_new(l->arena);
	for (w = 0; w < p->nwave; w++)
		names_put(l->waves, p->wave[w], (int)w);
}

void
load_rollouts(struct loader *l)
{
	struct portfolio *p = l->portfolio;
	size_t n = count_rows(l, KIND_ROLLOUTS), i;
	const struct rollout *r;

	p->rollout = arena_array(l->arena, n + 1, sizeof(*p->rollout));
	n = build_rows(
	    l, KIND_ROLLOUTS, p->rollout, sizeof(*p->rollout), build_rollout);
	p->nrollout = sort_records(
	    l, p->rollout, n, sizeof(*p->rollout), compare_rollout, NULL);
	p->rows = arena_array(l->arena, p->nrollout + 1, sizeof(*p->rows));
	p->rollout_at = arena_array(l->arena,
	    p->nmunicipality * p->nsolution + 1, sizeof(*p->rollout_at));
	for (i = 0; i < p->nmunicipality * p->nsolution; i++)
		p->rollout_at[i] = -1;
	for (i = 0; i < p->nrollout; i++) {
		r = &p->rollout[i];
		p->rollout_at[(size_t)r->municipality * p->nsolution +
		    (size_t)r->solution] = (int)i;
	}
	order_waves(l);
}
