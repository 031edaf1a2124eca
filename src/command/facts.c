#include "command/facts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/timing.h"
#include "command/version.h"

struct diag *
facts_diag(struct arena *arena, const struct options *options)
{
	return diag_new(
	    arena, strcmp(options->lang, "en") == 0 ? DIAG_EN : DIAG_DA);
}

/* One that can't be asked is one: reading from it will say why. */
static bool
is_folder(const char *path)
{
	struct stat st;

	if (stat(path, &st) == -1)
		return errno != ENOENT && errno != ENOTDIR && errno != EACCES;
	return S_ISDIR(st.st_mode);
}

/* PREFIX/share/parathed/templates, if the program is PREFIX/bin/parathed. */
static const char *
installed_templates(struct arena *arena)
{
	char path[4096], *slash;
	ssize_t len;
	int parts;

	len = readlink("/proc/self/exe", path, sizeof(path) - 1);
	if (len <= 0)
		return NULL;
	path[len] = '\0';
	for (parts = 0; parts < 2; parts++) {
		slash = strrchr(path, '/');
		if (slash == NULL)
			return NULL;
		*slash = '\0';
	}
	return file_join(arena, path, "share/parathed/templates");
}

/* Those in the folder at hand, or installed; NULL if there are none. */
static const char *
base_templates(struct arena *arena)
{
	const char *installed;

	if (is_folder("templates"))
		return "templates";
	installed = installed_templates(arena);
	return installed != NULL && is_folder(installed) ? installed : NULL;
}

/* Not a few files of an office's own, with nothing below them. */
static bool
is_whole(struct arena *arena, const char *folder)
{
	return access(file_join(arena, folder, "page.html"), F_OK) == 0;
}

/*
 * What one's own folder doesn't hold comes from the folder that would be used
 * without it.
 */
static const struct templates *
read_templates(
    struct arena *arena, struct diag *diag, const struct options *options)
{
	const char *base = base_templates(arena);
	const char *own = getenv("PARATHED_TEMPLATES");

	if (own == NULL || *own == '\0')
		own = base;
	if (options->templates != NULL) {
		base = own;
		own = options->templates;
	}
	if (own == NULL || (base == NULL && !is_whole(arena, own))) {
		diag_add(diag, DIAG_template_none, NULL, NULL, (char *)NULL);
		return NULL;
	}
	return templates_read_over(arena, diag, own, base, options->lang);
}

/* Figures give no messages, so what they found amiss is said here. */
static void
report_gaps(struct diag *diag, const struct gathering *g)
{
	const struct rollout_figures *f;
	size_t i;

	for (i = 0; i < g->portfolio.nrollout; i++) {
		f = &g->figures.rollout[i];
		if (f->gap)
			diag_add(diag, DIAG_gap, &f->gap_by->loc, NULL,
			    g->model.phase[f->phase].id, (char *)NULL);
	}
}

static void
assemble(struct arena *arena, struct diag *diag, struct gathering *g)
{
	g->facts.model = &g->model;
	g->facts.portfolio = &g->portfolio;
	g->facts.figures = &g->figures;
	g->facts.finding = diag_sorted(diag, &g->facts.nfinding);
	g->facts.sender = portfolio_senders(
	    arena, &g->portfolio, g->facts.finding, g->facts.nfinding);
	g->facts.sent = sender_index(
	    arena, &g->portfolio, g->facts.sender, g->facts.nfinding);
	g->facts.note = g->input.note;
	g->facts.nnote = g->input.nnote;
	g->facts.source = g->input.source;
	g->facts.nsource = g->input.nsource;
	g->facts.program = VERSION_PROGRAM;
	g->facts.due = DAY_NONE;
}

typedef int
reader(struct arena *, struct diag *, const char *, month, struct input *);

static reader *
read_of(const struct options *options)
{
	if (options->ahead)
		return input_read_ahead;
	return options->looks ? input_read_check : input_read;
}

/* Rows, and the records made of them. */
static int
load(struct arena *arena, struct diag *diag, const struct options *options,
    struct gathering *g)
{
	timing_open(TIMING_READ);
	if (read_of(options)(
		arena, diag, options->input, options->month, &g->input) == -1)
		return -1;
	timing_open(TIMING_CHECK);
	if (model_load(arena, diag, &g->input, &g->model) == -1 ||
	    portfolio_load(arena, diag, &g->input, &g->model, options->date,
		&g->portfolio) == -1)
		return -1;
	return diag_worst(diag) == DIAG_FATAL ? -1 : 0;
}

int
facts_gather(struct arena *arena, struct diag *diag,
    const struct options *options, bool with_templates, struct gathering *g)
{
	int result;

	memset(g, 0, sizeof(*g));
	if (with_templates) {
		g->facts.templates = read_templates(arena, diag, options);
	}
	result = load(arena, diag, options, g);
	input_release(&g->input);
	if (result == -1)
		return -1;
	g->selection = options->selection;
	if (portfolio_select(arena, diag, &g->portfolio, &g->selection) == -1)
		return -1;
	timing_open(TIMING_COMPUTE);
	figures_compute(arena, &g->model, &g->portfolio, &g->figures);
	timing_open(TIMING_OTHER);
	report_gaps(diag, g);
	assemble(arena, diag, g);
	return 0;
}

int
facts_words(struct arena *arena, struct diag *diag,
    const struct options *options, struct gathering *g)
{
	memset(g, 0, sizeof(*g));
	g->facts.templates = read_templates(arena, diag, options);
	g->facts.program = VERSION_PROGRAM;
	return g->facts.templates == NULL ? -1 : 0;
}

int
facts_model(struct arena *arena, struct diag *diag,
    const struct options *options, struct gathering *g)
{
	int result = -1;

	if (facts_words(arena, diag, options, g) == 0 &&
	    input_read_model(arena, diag, options->input, &g->input) == 0 &&
	    model_load(arena, diag, &g->input, &g->model) == 0)
		result = 0;
	input_release(&g->input);
	g->facts.model = result == 0 ? &g->model : NULL;
	return result;
}

int
facts_strict(struct diag *diag, const struct options *options)
{
	char number[32];
	size_t n = diag_count(diag, DIAG_REJECT);

	if (!options->strict || n == 0)
		return 0;
	snprintf(number, sizeof(number), "%zu", n);
	diag_add(diag, DIAG_strict_refused, NULL, NULL, number, (char *)NULL);
	return -1;
}

int
facts_status(const struct diag *diag)
{
	switch (diag_worst(diag)) {
	case DIAG_FATAL:
		return EXIT_NOTHING;
	case DIAG_REJECT:
		return EXIT_SET_ASIDE;
	case DIAG_WARNING:
	case DIAG_NOTICE:
		break;
	}
	return EXIT_GOOD;
}
