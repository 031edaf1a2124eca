/*
 * Head and foot of every document.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/related.h"
#include "report/selection.h"
#include "report/wording.h"

const char *
heading_month(const struct draft *draft)
{
	return wording_month(
	    draft->arena, draft->facts, draft->facts->portfolio->report_month);
}

const char *
heading_date(const struct draft *draft)
{
	return wording_day(
	    draft->arena, draft->facts, draft->facts->portfolio->report_date);
}

/* "Implementeringsmodellen 0.8" */
const char *
heading_model(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const char *name = wording_text(draft->facts, &model->name);

	if (model->version == NULL || *model->version == '\0')
		return name;
	return arena_printf(draft->arena, "%s %s", name, model->version);
}

static const char *
filled(const struct draft *draft, const char *key, const char *first,
    const char *second)
{
	const struct value values[] = {value_text(first), value_text(second)};

	return wording_sentence(draft->arena, draft->facts, key, 0, values, 2);
}

static const char *
unless_empty(const char *text)
{
	return text == NULL || *text == '\0' ? NULL : text;
}

/* The pack's door, if the pack has one and this isn't it. */
static const char *
home_of(const struct draft *draft, const char *file)
{
	const struct slice slice = {SLICE_PROGRAMME, 0};

	if (strcmp(draft->report->name, "index") == 0 || file == NULL)
		return NULL;
	return report_link(
	    draft->arena, draft->facts, file, "index", &slice, 0);
}

const char *
heading_file(const struct draft *draft)
{
	const char *file = NULL;
	int format;

	for (format = 0; format < REPORT_FORMATS && file == NULL; format++)
		file = report_path(draft->arena, draft->facts, draft->report,
		    draft->slice, format);
	return file;
}

/* The month and the date, and what part of the programme it is about. */
static const char *
subtitle_of(const struct draft *draft)
{
	const char *words = selection_words(draft->arena, draft->facts);
	const char *text = filled(draft, "heading.subtitle",
	    wording_capital(draft->arena, heading_month(draft)),
	    heading_date(draft));

	return words == NULL ? text
			     : filled(draft, "heading.selection", text, words);
}

struct node *
heading_document(const struct draft *draft, const char *title)
{
	const struct facts *facts = draft->facts;
	const struct templates *templates = facts->templates;
	const struct labels *labels = wording_labels(facts);
	const char *file = heading_file(draft);
	size_t nlink;
	const struct document_link *link = related_links(draft, file, &nlink);
	struct document d = {
	    .title = label(labels, title),
	    .subtitle = subtitle_of(draft),
	    .basis = filled(draft, "heading.basis", heading_model(draft), NULL),
	    .notice = unless_empty(wording_text(facts, &facts->model->notice)),
	    .file = file,
	    .program = facts->program,
	    .home = home_of(draft, file),
	    .link = link,
	    .nlink = nlink,
	    .contents = nlink > 0,
	    .lang = label(labels, "lang"),
	    .organisation = unless_empty(label_find(labels, "organisation")),
	    .logo = templates->logo,
	    .date = facts->portfolio->report_date,
	    .labels = labels,
	    .shell = templates->shell,
	    .css = templates->css,
	    .lean = true,
	};

	return node_new_document(draft->arena, &d);
}

struct node *
heading_fill(struct draft *draft, const char *title)
{
	struct node *document = heading_document(draft, title);

	return placeholder_fill(draft, document) == -1 ? NULL : document;
}
