/*
 * A small programme in memory, read through the doors of every room: texts of
 * files -> sheets -> model -> portfolio -> figures.  A test adds files to the
 * base below, or puts others in their place, and computes.
 *
 * The base: phases F0 F1 F2; main tasks 1-4; no schedule, and no status.
 *	F0: cells 1 3; F1: 1 2 (focus) 3; F2: 1 2 3 (focus) 4; 3 requires 1
 *	F0-K1 F0-K2 mandatory, F0-K3 of weight 2 not; F1-K1 mandatory
 * 101 København takes SAPA (wave B1) and KY (B2), 147 Frederiksberg SAPA
 * (B1), 751 Aarhus SAPA (B2).
 */
#ifndef TEST_PROGRAMME_FIXTURE_H
#define TEST_PROGRAMME_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/diag.h"
#include "base/num.h"
#include "figures/figures.h"
#include "input/folder.h"
#include "input/ini.h"
#include "model/model.h"
#include "portfolio/portfolio.h"

#define PROGRAMME_FILES	64

/* Headings; each row gives every column. */
#define STATUS_HEAD \
	"kommunekode;løsning;fase;hovedopgave;status;fremdrift\n"
#define ANSWERS_HEAD	"kommunekode;løsning;kriterium;svar\n"
#define DECISIONS_HEAD	"kommunekode;løsning;fase;dato;beslutning;til_fase\n"
#define ASSESSMENTS_HEAD "kommunekode;løsning;dimension;trafiklys\n"
#define SCHEDULE_HEAD \
	"løsning;fase;bølge;kommunekode;planlagt_start;planlagt_slut;" \
	"baseline_slut\n"
#define CATALOGUE_HEAD \
	"opgave_id;løsning;bølge;fase;hovedopgave;titel;obligatorisk;frist;" \
	"udgivet\n"
#define TASKS_HEAD \
	"opgave_id;kommunekode;løsning;fase;hovedopgave;titel;obligatorisk;" \
	"status;frist\n"
#define BENEFITS_HEAD \
	"gevinst_id;kommunekode;løsning;gevinst;ulempe;baseline;" \
	"baseline_dato;realisering_fra;oprindeligt_mål;mål;måldato;" \
	"årlig_værdi\n"
#define MEASUREMENTS_HEAD "gevinst_id;kommunekode;løsning;dato;værdi\n"
#define ECONOMY_HEAD \
	"kommunekode;løsning;hovedopgave;budget_kr;forbrug_kr;forventet_kr\n"
#define RISKS_HEAD \
	"risiko_id;kommunekode;løsning;hovedopgave;risiko;sandsynlighed;" \
	"konsekvens;sandsynlighed_efter;konsekvens_efter;status\n"
#define ROLLOUTS_HEAD	"kommunekode;løsning;bølge;tilstand;fra_dato\n"
#define MUNICIPALITIES_HEAD \
	"kommunekode;kommunenavn;region;gyldig_fra;gyldig_til\n"
#define SOLUTIONS_HEAD	"løsning;navn\n"
#define MAIN_TASKS_HEAD	"nr;navn;kategori;succesbetingelse\n"
#define MATRIX_HEAD	"nr;fase;grad;grundlag\n"
#define CRITERIA_HEAD \
	"kriterium;fase;tekst;hovedopgave;obligatorisk;vægt;oprindelse;" \
	"succesbetingelse\n"
#define PHASES_HEAD	"fase;navn;name_en;alias\n"
#define CATEGORIES_HEAD	"kategori;navn\n"
#define DEPENDENCIES_HEAD "nr;forudsætter;art\n"

/* Somebody reports, and nothing else happens: a status row of 147. */
#define SOMEBODY	STATUS_HEAD "147;SAPA;F0;1;ikke startet;\n"

struct programme_file {
	const char	*path, *text;
};

/* One at a time; it lives from the setup of a test to its teardown. */
static struct programme {
	struct arena		*arena;
	struct diag		*diag;		/* of the last run */
	struct programme_file	 file[PROGRAMME_FILES];
	size_t			 nfile;
	struct input		 input;
	struct model		 model;
	struct portfolio	 portfolio;
	struct figures		 figures;
} programme;

static const struct programme_file programme_base[] = {
	{ "model/model.ini", "[model]\nname = Prøve\n" },
	{ "model/phases.csv", PHASES_HEAD
	    "F0;Forberedelse;Preparation;\n"
	    "F1;Afprøvning;Trial;prøve|test\n"
	    "F2;Overgang;Transition;\n" },
	{ "model/categories.csv", CATEGORIES_HEAD
	    "styring;Styring\n"
	    "teknik;Teknik\n" },
	{ "model/main_tasks.csv", MAIN_TASKS_HEAD
	    "1;Ledelse;styring;\n"
	    "2;Uddannelse;styring;\n"
	    "3;Data;teknik;drift\n"
	    "4;Netværk;teknik;\n" },
	{ "model/matrix.csv", MATRIX_HEAD
	    "1;F0;aktiv;kilde\n1;F1;aktiv;kilde\n1;F2;aktiv;kilde\n"
	    "2;F0;-;kilde\n2;F1;fokus;kilde\n2;F2;aktiv;kilde\n"
	    "3;F0;aktiv;kilde\n3;F1;aktiv;kilde\n3;F2;fokus;kilde\n"
	    "4;F0;-;kilde\n4;F1;-;kilde\n4;F2;aktiv;kilde\n" },
	{ "model/criteria.csv", CRITERIA_HEAD
	    "F0-K1;F0;Mandat;;ja;;kilde;\n"
	    "F0-K2;F0;Plan;;ja;;kilde;\n"
	    "F0-K3;F0;Lokaler;;nej;2;lokal;\n"
	    "F1-K1;F1;Afprøvet;;ja;;kilde;\n" },
	{ "model/dependencies.csv", DEPENDENCIES_HEAD "3;1;\n" },
	{ "register/municipalities.csv", MUNICIPALITIES_HEAD
	    "101;København;Hovedstaden;;\n"
	    "147;Frederiksberg;Hovedstaden;;\n"
	    "751;Aarhus;Midtjylland;;\n" },
	{ "register/solutions.csv", SOLUTIONS_HEAD
	    "SAPA;Sagsoverblik\n"
	    "KY;Kontanthjælp\n" },
	{ "register/rollouts.csv", ROLLOUTS_HEAD
	    "101;SAPA;B1;;\n"
	    "101;KY;B2;;\n"
	    "147;SAPA;B1;;\n"
	    "751;SAPA;B2;;\n" },
};

/* Add a file, or put it in the place of the one at that path. */
static inline void
add(const char *path, const char *text)
{
	struct programme *p = &programme;
	size_t i;

	for (i = 0; i < p->nfile; i++)
		if (strcmp(p->file[i].path, path) == 0)
			break;
	assert_true(i < PROGRAMME_FILES);
	p->file[i] = (struct programme_file){ path, text };
	if (i == p->nfile)
		p->nfile++;
}

static inline void addf(const char *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
addf(const char *path, const char *fmt, ...)
{
	va_list args;
	char *text = NULL;

	va_start(args, fmt);
	assert_true(vasprintf(&text, fmt, args) >= 0);
	va_end(args);
	add(path, arena_strdup(programme.arena, text));
	free(text);
}

static inline int
programme_setup(void **state)
{
	size_t i;

	(void)state;
	memset(&programme, 0, sizeof(programme));
	programme.arena = arena_new();
	for (i = 0; i < sizeof(programme_base) / sizeof(*programme_base); i++)
		add(programme_base[i].path, programme_base[i].text);
	return 0;
}

static inline int
programme_teardown(void **state)
{
	(void)state;
	arena_free(programme.arena);
	return 0;
}

#define programme_test(function) \
	cmocka_unit_test_setup_teardown(function, programme_setup, \
	    programme_teardown)

static inline char *
in_month(const char *when, const char *name)
{
	return arena_printf(programme.arena, "status/%s/%s.csv", when, name);
}

/* 101 SAPA reports both cells of F0 at p %, so that P is p in F0. */
static inline void
report_sapa(const char *when, const char *progress)
{
	addf(in_month(when, "s"), "%s101;SAPA;F0;1;i gang;%s\n"
	    "101;SAPA;F0;3;i gang;%s\n", SOMEBODY, progress, progress);
}

/* 101 SAPA reports nothing that month. */
static inline void
silence(const char *when)
{
	add(in_month(when, "s"), SOMEBODY);
}

/* An open risk of 101 SAPA: score 5 * probability. */
static inline void
risk_of(const char *when, const char *probability)
{
	addf(in_month(when, "r"), "%sR1;101;SAPA;;Tekst;%s;5;;;åben\n",
	    RISKS_HEAD, probability);
}

static inline int
programme_by_path(const void *a, const void *b)
{
	const struct programme_file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static inline enum kind_class
programme_class(const char *path)
{
	return strncmp(path, "model/", 6) == 0 ? CLASS_MODEL :
	    strncmp(path, "register/", 9) == 0 ? CLASS_REGISTER :
	    CLASS_STATUS;
}

/* The month of "status/2015-03/a.csv". */
static inline month
programme_month(const char *path)
{
	char text[8] = "";

	if (programme_class(path) != CLASS_STATUS)
		return MONTH_NONE;
	memcpy(text, path + strlen("status/"), 7);
	assert_int_not_equal(month_parse(text), MONTH_NONE);
	return month_parse(text);
}

static inline void
programme_read_file(const struct programme_file *file, month when,
    month *months)
{
	struct programme *p = &programme;
	struct input_file *in = &p->input.file[p->input.nfile++];

	in->class = programme_class(file->path);
	in->month = when;
	if (when != MONTH_NONE && (p->input.nmonth == 0 ||
	    months[p->input.nmonth - 1] != when))
		months[p->input.nmonth++] = when;
	sheet_read(p->arena, p->arena, p->diag, file->path, file->text,
	    strlen(file->text), in->class, &in->sheet);
}

/* What input_read() would have made of a folder with these files. */
static inline void
programme_read(month report_month)
{
	struct programme *p = &programme;
	struct ini_file *ini = arena_alloc(p->arena, sizeof(*ini));
	month *months = arena_array(p->arena, PROGRAMME_FILES,
	    sizeof(*months)), when;
	size_t i;

	qsort(p->file, p->nfile, sizeof(*p->file), programme_by_path);
	p->diag = diag_new(p->arena, DIAG_EN);
	p->input = (struct input){ .month = months, .ini = ini,
	    .report_month = report_month };
	p->input.file = arena_array(p->arena, PROGRAMME_FILES,
	    sizeof(*p->input.file));
	for (i = 0; i < p->nfile; i++) {
		when = programme_month(p->file[i].path);
		if (when > report_month)
			continue;
		if (strcmp(p->file[i].path, "model/model.ini") == 0)
			ini_read(p->arena, p->diag, p->file[i].path,
			    p->file[i].text, strlen(p->file[i].text), ini);
		else
			programme_read_file(&p->file[i], when, months);
	}
}

static inline day
date(const char *text)
{
	day out;

	assert_int_equal(day_parse(text, strlen(text), &out), DAY_WRITTEN);
	return out;
}

/* Read the files and build the model only. */
static inline int
load_model(void)
{
	struct programme *p = &programme;

	programme_read(month_parse("2015-03"));
	return model_load(p->arena, p->diag, &p->input, &p->model);
}

/* Read the files up to a month and build model and portfolio. */
static inline int
load(const char *report_month, const char *report_date)
{
	struct programme *p = &programme;

	programme_read(month_parse(report_month));
	if (model_load(p->arena, p->diag, &p->input, &p->model) == -1)
		return -1;
	return portfolio_load(p->arena, p->diag, &p->input, &p->model,
	    report_date == NULL ? DAY_NONE : date(report_date),
	    &p->portfolio);
}

/* The figures of a month; D is its last day, or report_date. */
static inline void
compute(const char *report_month, const char *report_date)
{
	struct programme *p = &programme;
	int status = load(report_month, report_date);

	if (status == -1)
		diag_print(p->diag, stderr, DIAG_NOTICE, 0, false);
	assert_int_equal(status, 0);
	figures_compute(p->arena, &p->model, &p->portfolio, &p->figures);
}

/* The number of a rollout in the portfolio. */
static inline int
rollout(int code, const char *solution)
{
	const struct portfolio *p = &programme.portfolio;
	char text[12];
	int m, s, found;

	snprintf(text, sizeof(text), "%d", code);
	m = portfolio_find_municipality(p, text);
	s = portfolio_find_solution(p, solution);
	assert_true(m != -1 && s != -1);
	found = portfolio_find_rollout(p, m, s);
	assert_int_not_equal(found, -1);
	return found;
}

static inline const struct rollout_figures *
figures(int code, const char *solution)
{
	return &programme.figures.rollout[rollout(code, solution)];
}

/* The rollout that most tests look at. */
static inline const struct rollout_figures *
sapa(void)
{
	return figures(101, "SAPA");
}

static inline const struct cell_figures *
cell(int code, const char *solution, const char *phase, const char *task)
{
	const struct model *m = &programme.model;

	return &figures(code, solution)->cell[(size_t)model_find_task(m, task)
	    * m->nphase + (size_t)model_find_phase(m, phase)];
}

/* The nth finding of a code, from 0, or NULL. */
static inline const struct finding *
found(enum diag_code code, size_t nth)
{
	size_t count, i;
	const struct finding *const *all = diag_sorted(programme.diag, &count);

	for (i = 0; i < count; i++)
		if (all[i]->code == code && nth-- == 0)
			return all[i];
	return NULL;
}

/* The same, which the test then looks into. */
static inline const struct finding *
found_nth(enum diag_code code, size_t nth)
{
	static const struct finding nothing;
	const struct finding *f = found(code, nth);

	assert_non_null(f);
	return f == NULL ? &nothing : f;
}

static inline size_t
count_found(enum diag_code code)
{
	size_t n = 0;

	while (found(code, n) != NULL)
		n++;
	return n;
}

/* All that was found, of any level. */
static inline size_t
findings(void)
{
	size_t count;

	diag_sorted(programme.diag, &count);
	return count;
}

/* One finding of a code, at a line and of a value. */
static inline void
expect_found(enum diag_code code, enum diag_level level, const char *file,
    int line, const char *value)
{
	const struct finding *f;

	if (count_found(code) != 1)
		diag_print(programme.diag, stderr, DIAG_NOTICE, 0, false);
	assert_int_equal(count_found(code), 1);
	f = found_nth(code, 0);
	assert_int_equal(f->level, level);
	assert_string_equal(f->loc.file, file);
	assert_int_equal(f->loc.line, line);
	if (value == NULL)
		assert_null(f->value);
	else
		assert_string_equal(f->value, value);
}

static inline void
expect_number(double got, double wanted, const char *what, const char *file,
    int line)
{
	if (fabs(got - wanted) <= NUM_EPSILON)
		return;
	print_error("%s is %.12g, not %.12g\n", what, got, wanted);
	_fail(file, line);
}

static inline void
expect_day(day got, const char *wanted, const char *what, const char *file,
    int line)
{
	char text[11];

	day_iso(got, text);
	if (strcmp(text, wanted) == 0)
		return;
	print_error("%s is '%s', not '%s'\n", what, text, wanted);
	_fail(file, line);
}

#define assert_number(got, wanted) \
	expect_number(got, wanted, #got, __FILE__, __LINE__)
#define assert_no_number(got)	assert_false(num_given(got))
/* wanted is "2015-03-31", or "" for none. */
#define assert_day(got, wanted) \
	expect_day(got, wanted, #got, __FILE__, __LINE__)

#endif
