/*
 * Documents of the programme in memory: facts over programme_fixture.h, with
 * labels and a template that a test writes, or those that are shipped.
 */
#ifndef TEST_REPORT_FIXTURE_H
#define TEST_REPORT_FIXTURE_H

#include "programme_fixture.h"

#include "base/buf.h"
#include "doc/labels.h"
#include "doc/prose.h"
#include "report/report.h"
#include "report/templates.h"
#include "render/render.h"

/* The facts of the last compute(), in words of the given templates. */
static inline struct facts
facts_with(const struct templates *templates)
{
	struct programme *p = &programme;
	struct facts facts = { .model = &p->model,
	    .portfolio = &p->portfolio, .figures = &p->figures,
	    .templates = templates, .program = "parathed 0" };

	facts.finding = diag_sorted(p->diag, &facts.nfinding);
	facts.sender = portfolio_senders(
	    p->arena, &p->portfolio, facts.finding, facts.nfinding);
	facts.sent = sender_index(
	    p->arena, &p->portfolio, facts.sender, facts.nfinding);
	return facts;
}

/* Templates of labels alone, and one document's text or none. */
static inline struct templates *
templates_of(const char *labels, const char *document)
{
	struct arena *arena = programme.arena;
	struct templates *t = arena_alloc(arena, sizeof(*t));
	struct template_file *file = arena_alloc(arena, sizeof(*file));
	struct labels *read = labels_new(arena);

	if (programme.diag == NULL)
		programme.diag = diag_new(arena, DIAG_EN);
	assert_int_equal(labels_read(read, programme.diag, "labels.txt",
	    labels, strlen(labels)), 0);
	t->lang = "da";
	t->labels = read;
	t->shell = t->css = "";
	if (document == NULL)
		return t;
	*file = (struct template_file){ .name = "rapport.md",
	    .path = "rapport.md",
	    .tree = prose_parse(arena, document, strlen(document)) };
	t->document = file;
	t->ndocument = 1;
	return t;
}

static inline const struct report *
report_named(const char *name)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (strcmp(report_table[i].name, name) == 0)
			return &report_table[i];
	fail_msg("no report %s", name);
	return NULL;
}

/* The document over the whole programme as Markdown; NULL if it failed. */
static inline const char *
document_of(const char *name, const struct facts *facts)
{
	const struct report *report = report_named(name);
	const struct slice slice = { SLICE_PROGRAMME, 0 };
	const struct node *document;
	const char *text;
	struct buf buf;

	document = report->build(programme.arena, programme.diag, facts,
	    &slice, report);
	if (document == NULL)
		return NULL;
	buf_init(&buf);
	render_md(&buf, document);
	text = arena_strdup(programme.arena, buf.data);
	buf_release(&buf);
	return text;
}

#endif
