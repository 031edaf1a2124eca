/*
 * Where documents stand in the pack.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "doc/grid.h"
#include "report/gate_form.h"
#include "report/report.h"
#include "report/selection.h"

/* "101-koebenhavn" */
static const char *
municipality_part(
    struct arena *arena, const struct facts *facts, int municipality)
{
	const struct municipality *m;

	m = &facts->portfolio->municipality[municipality];
	return arena_printf(
	    arena, "%s-%s", m->code_text, text_slug(arena, m->name));
}

/* Letters and digits of ASCII may stand as they are. */
static bool
is_plain(const char *id)
{
	const char *slug = id;

	for (; *slug != '\0'; slug++)
		if (!isascii((unsigned char)*slug) ||
		    !isalnum((unsigned char)*slug))
			return false;
	return slug - id <= 40 && slug != id;
}

/*
 * An id as part of a path; what is no plain word gets its number too, behind
 * what stands nowhere else: so two parts never come to the same.
 */
static const char *
id_part(struct arena *arena, const char *id, int number)
{
	if (is_plain(id))
		return id;
	return arena_printf(arena, "%s_%d", text_slug(arena, id), number + 1);
}

/* "SAPA-F2" */
static const char *
gate_part(struct arena *arena, const struct facts *facts, int rollout)
{
	const struct rollout_figures *r = &facts->figures->rollout[rollout];
	const struct model *model = facts->model;
	int solution = r->rollout->solution;
	const char *phase = "";

	if ((size_t)r->phase < model->nphase)
		phase = id_part(arena, model->phase[r->phase].id, r->phase);
	return arena_printf(arena, "%s-%s",
	    id_part(arena, facts->portfolio->solution[solution].id, solution),
	    phase);
}

/* The file's name, a sign in it filled; without the sign as it is. */
static const char *
file_part(struct arena *arena, const char *file, char sign, const char *part)
{
	const char *at = strchr(file, sign);

	if (at == NULL)
		return file;
	return arena_printf(
	    arena, "%.*s%s%s", (int)(at - file), file, part, at + 1);
}

const char *
report_path(struct arena *arena, const struct facts *facts,
    const struct report *report, const struct slice *slice, int format)
{
	const char *file = report->file[format], *folder = report->folder;
	int municipality = 0;

	if (file == NULL)
		return NULL;
	switch (slice->by) {
	case SLICE_PROGRAMME:
		if (report->by_selection && selection_part(arena, facts))
			folder = file_join(
			    arena, folder, selection_part(arena, facts));
		return file_join(arena, folder, file);
	case SLICE_MUNICIPALITY:
		municipality = slice->index;
		if (strchr(file, '*') != NULL)
			return file_join(arena, folder,
			    file_part(arena, file, '*',
				municipality_part(arena, facts, municipality)));
		file = file_part(arena, file, '#',
		    facts->portfolio->municipality[municipality].code_text);
		break;
	case SLICE_ROLLOUT:
		municipality =
		    facts->portfolio->rollout[slice->index].municipality;
		file = file_part(
		    arena, file, '*', gate_part(arena, facts, slice->index));
		if (facts->alone)
			return file;
		break;
	}
	folder = file_join(
	    arena, folder, municipality_part(arena, facts, municipality));
	return file_join(arena, folder, file);
}

const char *
report_form_path(struct arena *arena, const struct facts *facts,
    const struct report *report, const struct slice *slice,
    const struct grid *grid)
{
	const struct portfolio *p = facts->portfolio;
	int municipality = slice->by == SLICE_ROLLOUT
	    ? p->rollout[slice->index].municipality
	    : slice->index;

	return arena_printf(arena, "%s/csv/%s-%s.csv",
	    file_join(arena, report->folder,
		municipality_part(arena, facts, municipality)),
	    p->municipality[municipality].code_text,
	    text_slug(arena, grid->caption));
}

const char *
report_anchor(struct arena *arena, const struct facts *facts, int municipality)
{
	const struct municipality *m;

	m = &facts->portfolio->municipality[municipality];
	return arena_printf(
	    arena, "%s_%s", m->code_text, text_slug(arena, m->name));
}

static bool
is_made(const struct facts *facts, const struct report *report)
{
	size_t i;

	for (i = 0; i < facts->nonly; i++)
		if (strcmp(facts->only[i], report->name) == 0)
			return true;
	return facts->nonly == 0 && !report->apart;
}

const struct report *
report_find(const struct facts *facts, const char *name, enum slice_by by)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (report_table[i].by == by &&
		    strcmp(report_table[i].name, name) == 0 &&
		    is_made(facts, &report_table[i]))
			return &report_table[i];
	return NULL;
}

bool
report_is_made(const struct facts *facts, const struct report *report,
    const struct slice *slice)
{
	return report->by == slice->by && is_made(facts, report) &&
	    (report->exists == NULL || report->exists(facts, slice));
}

/* A folder that is sent by itself keeps the links within it. */
static const char *
relative(struct arena *arena, const char *from, const char *to)
{
	size_t i, same = 0;

	for (i = 0; from[i] != '\0' && from[i] == to[i]; i++)
		if (from[i] == '/')
			same = i + 1;
	to += same;
	for (from += same; (from = strchr(from, '/')) != NULL; from++)
		to = arena_printf(arena, "../%s", to);
	return to;
}

const char *
report_href(struct arena *arena, const struct facts *facts, const char *from,
    const struct report *report, const struct slice *slice, int format)
{
	const struct municipality_figures *m;
	const char *to;

	if (report == NULL)
		return NULL;
	/* A municipality that takes nothing into use gets no documents. */
	m = &facts->figures->municipality[slice->index];
	if (slice->by == SLICE_MUNICIPALITY && m->rollouts + m->parked == 0)
		return NULL;
	to = report_path(arena, facts, report, slice, format);
	return to == NULL ? NULL : relative(arena, from, to);
}

const char *
report_link(struct arena *arena, const struct facts *facts, const char *from,
    const char *name, const struct slice *slice, int format)
{
	const struct report *report;
	size_t i;

	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (report->file[format] != NULL &&
		    strcmp(report->name, name) == 0 &&
		    report_is_made(facts, report, slice))
			return report_href(
			    arena, facts, from, report, slice, format);
	}
	return NULL;
}

const char *
gate_folder(
    struct arena *arena, const struct facts *facts, const struct slice *slice)
{
	const struct portfolio *p = facts->portfolio;
	const char *code, *name = gate_part(arena, facts, slice->index);
	char date[11];

	code = p->municipality[p->rollout[slice->index].municipality].code_text;
	if (*code != '\0')
		name = arena_printf(arena, "%s-%s", code, name);
	if (facts->blank)
		return arena_printf(arena, "skema-tom-%s", name);
	day_iso(p->report_date, date);
	return arena_printf(arena, "skema-%s-%s", name, date);
}
