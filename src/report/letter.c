/*
 * The return letter to one municipality: what its return lacked, and what to
 * send instead.  A part that has nothing to say isn't there.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/table.h"
#include "report/wording.h"

static int
addressee(const struct draft *draft)
{
	return draft->slice->index;
}

const char *
letter_name(const struct draft *draft)
{
	return draft->facts->portfolio->municipality[addressee(draft)].name;
}

const char *
letter_code(const struct draft *draft)
{
	return draft->facts->portfolio->municipality[addressee(draft)]
	    .code_text;
}

static const char *
joined(struct arena *arena, const char *list, const char *item)
{
	return list == NULL ? item : arena_printf(arena, "%s, %s", list, item);
}

/* The solutions of the addressee's rollouts with that contact. */
static const char *
solutions_of(const struct draft *draft, const char *contact)
{
	const struct facts *facts = draft->facts;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	const char *list = NULL;
	size_t i;

	for (i = 0; i < span.count; i++) {
		r = &facts->figures->rollout[span.first + i];
		if (r->rollout->contact != NULL &&
		    strcmp(r->rollout->contact, contact) == 0)
			list = joined(
			    draft->arena, list, wording_solution(facts, r));
	}
	return list;
}

static bool
stands_before(
    const struct draft *draft, const struct rollout *end, const char *contact)
{
	const struct rollout *r =
	    draft->facts->portfolio->rollout + draft_rollouts(draft).first;

	for (; r < end; r++)
		if (r->contact != NULL && strcmp(r->contact, contact) == 0)
			return true;
	return false;
}

const char *
letter_contacts(const struct draft *draft)
{
	const struct portfolio *folio = draft->facts->portfolio;
	struct span span = draft_rollouts(draft);
	const struct rollout *r;
	const char *list = NULL;
	size_t i;

	for (i = 0; i < span.count; i++) {
		r = &folio->rollout[span.first + i];
		if (r->contact == NULL || stands_before(draft, r, r->contact))
			continue;
		list = joined(draft->arena, list,
		    arena_printf(draft->arena, "%s (%s)", r->contact,
			solutions_of(draft, r->contact)));
	}
	return list != NULL ? list
			    : wording(draft->facts, "letter.contact.none");
}

/* Parts: a heading, what we ask for, and the table; if it has any row */

struct part {
	const char *key; /* of the labels .title and .text */
	const char *table;
};

static const struct part missing_part[] = {
    {"letter.missing", "table: missing"},
};

static const struct part faulty_part[] = {
    {"letter.set_aside", "table: set aside"},
    {"letter.set_aside_earlier", "table: set aside earlier"},
    {"letter.warnings", "table: warnings"},
};

static const struct part open_part[] = {
    {"letter.unreported", "table: unreported"},
    {"letter.carried", "table: carried"},
    {"letter.criteria", "table: criteria"},
    {"letter.tasks", "table: tasks"},
};

static const struct part notice_part[] = {
    {"letter.notices", "table: notices"},
};

static void
put_part(
    const struct draft *draft, struct node *parent, const struct part *part)
{
	struct grid *grid = placeholder_table(draft, part->table);
	struct node *section;

	if (grid == NULL)
		return;
	section = node_add_section(draft->arena, parent,
	    letter_say(draft, part->key, "title", grid->nrow), 0);
	node_add_paragraph(draft->arena, section,
	    letter_say(draft, part->key, "text", grid->nrow));
	node_add_grid(draft->arena, section, grid);
}

#define PARTS(name, list)                                                \
	static void name(const struct draft *draft, struct node *parent) \
	{                                                                \
		size_t i;                                                \
                                                                         \
		for (i = 0; i < sizeof(list) / sizeof((list)[0]); i++)   \
			put_part(draft, parent, &(list)[i]);             \
	}

PARTS(put_missing, missing_part)
PARTS(put_faulty, faulty_part)
PARTS(put_open, open_part)
PARTS(put_notices, notice_part)

/* The opening */

static bool
has_rows(const struct draft *draft, const struct part *part, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (placeholder_table(draft, part[i].table) != NULL)
			return true;
	return false;
}

static bool
asks_for_something(const struct draft *draft)
{
	return has_rows(draft, missing_part, 1) ||
	    has_rows(draft, faulty_part, 3) || has_rows(draft, open_part, 4);
}

/* Thanks for what came; or that nothing did. */
static const char *
letter_thanks(const struct draft *draft)
{
	const struct municipality_figures *m =
	    &draft->facts->figures->municipality[addressee(draft)];
	const struct value values[] = {value_text(heading_month(draft)),
	    value_count(m->reported), value_count(m->rollouts)};
	const char *key = m->rollouts == 0 ? "letter.thanks.parked"
	    : m->reported == 0 && has_rows(draft, faulty_part, 1)
	    ? "letter.thanks.unusable"
	    : m->reported == 0          ? "letter.thanks.none"
	    : m->reported < m->rollouts ? "letter.thanks.some"
					: "letter.thanks.all";

	return wording_sentence(
	    draft->arena, draft->facts, key, m->rollouts, values, 3);
}

static const char *
letter_wish(const struct draft *draft)
{
	return wording(draft->facts,
	    asks_for_something(draft) ? "letter.wish" : "letter.fine");
}

static const char *
letter_report_link(const struct draft *draft)
{
	return report_link(draft->arena, draft->facts, heading_file(draft),
	    "municipalities", draft->slice, 0);
}

static void
put_report_link(const struct draft *draft, struct node *parent)
{
	const char *url = letter_report_link(draft);
	struct node *line, *link;

	if (url == NULL)
		return;
	line = node_add(draft->arena, parent, DOC_PARAGRAPH);
	link = node_add(draft->arena, line, DOC_LINK);
	link->as.link.url = node_text(draft->arena, url);
	node_add_text(
	    draft->arena, link, wording(draft->facts, "letter.report"));
}

/* clang-format off */
static const struct placeholder placeholder[] = {
	HEADING_PLACEHOLDERS,

	{ .name = "municipality", .text = letter_name },
	{ .name = "code", .text = letter_code },
	{ .name = "contacts", .text = letter_contacts },
	{ .name = "thanks", .text = letter_thanks },
	{ .name = "wish", .text = letter_wish },
	{ .name = "link: report", .blocks = put_report_link },
	{ .name = "table: missing", .table = letter_missing },
	{ .name = "table: set aside", .table = letter_set_aside },
	{ .name = "table: set aside earlier", .table = letter_set_aside_earlier },
	{ .name = "table: warnings", .table = letter_warnings },
	{ .name = "table: unreported", .table = letter_unreported },
	{ .name = "table: carried", .table = letter_carried },
	{ .name = "table: criteria", .table = letter_criteria },
	{ .name = "table: tasks", .table = letter_tasks },
	{ .name = "table: notices", .table = letter_notices },
	{ .name = "part: missing", .blocks = put_missing },
	{ .name = "part: faulty", .blocks = put_faulty },
	{ .name = "part: open", .blocks = put_open },
	{ .name = "part: notices", .blocks = put_notices },
};
/* clang-format on */

struct node *
letter_build(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct slice *slice, const struct report *report)
{
	struct draft draft = HEADING_DRAFT(placeholder);
	const struct value values[] = {
	    value_text(letter_name(&draft)), value_text(heading_month(&draft))};
	struct node *document;

	document = heading_document(&draft,
	    wording_sentence(arena, facts, "letter.title", 0, values, 2));
	return placeholder_fill(&draft, document) == -1 ? NULL : document;
}
