/*
 * The return letter to one municipality: what its return lacked, and what to
 * send instead.  A part that has nothing to say isn't there.
 */
#include <stdlib.h>
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

/* Missing status */

/* clang-format off */
static const struct table_column missing_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("known_light", VALUE_LIGHT, 0),
	COLUMN_SET("known_month", VALUE_TEXT, 0),
	COLUMN_SET("age", VALUE_COUNT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
};
/* clang-format on */

static struct grid *
new_grid(const struct draft *draft, const char *id,
    const struct table_column *column, size_t ncolumn)
{
	const struct table_shape shape = {id, column, ncolumn};

	return table_new(draft->arena, draft->facts, &shape);
}

#define NEW_GRID(draft, id, column) \
	new_grid(draft, id, column, sizeof(column) / sizeof((column)[0]))

static struct grid *
missing(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct grid *grid;
	size_t i;

	grid = NEW_GRID(draft, "letter_missing", missing_column);
	for (i = 0; i < span.count; i++) {
		r = &facts->figures->rollout[span.first + i];
		if (!quality_missing(r))
			continue;
		grid_add_row(draft->arena, grid)->source = r->rollout->loc;
		quality_set_missing(draft, grid, r);
	}
	return grid;
}

/* Main tasks of the current phase: never reported, or not this month */

/* clang-format off */
static const struct table_column cell_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("no", VALUE_COUNT, 0),
	COLUMN_SET("main_task", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("status", VALUE_TEXT, 0),
	COLUMN_SET("known_month", VALUE_TEXT, 0),
};
/* clang-format on */

static void
set_rollout(const struct draft *draft, const struct grid *grid,
    const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;

	table_set(grid, "solution", value_text(wording_solution(facts, r)));
	table_set(grid, "phase", value_text(wording_phase(facts, r->phase)));
}

static void
add_cell(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, int task)
{
	const struct facts *facts = draft->facts;
	const struct model *model = facts->model;
	const struct status_row *row =
	    r->cell[(size_t)task * model->nphase + (size_t)r->phase].row;

	grid_add_row(draft->arena, grid);
	set_rollout(draft, grid, r);
	table_set(grid, "no", value_count(model->task[task].no));
	table_set(grid, "main_task",
	    value_text(wording_text(facts, &model->task[task].name)));
	if (row == NULL)
		return;
	table_set(grid, "status",
	    value_text(label_of(wording_labels(facts), "task_status",
		word_status[row->status].id)));
	table_set(grid, "known_month",
	    value_text(wording_month(draft->arena, facts, row->month)));
	table_cell(grid, "status")->source = row->loc;
}

/* Of a rollout that did report: what it left out. */
static void
add_cells(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, bool never)
{
	const struct model *model = draft->facts->model;
	const struct cell_figures *cell;
	int t;

	if (r->parked || r->completed || !r->reported)
		return;
	for (t = 0; t < (int)model->ntask; t++) {
		cell = &r->cell[(size_t)t * model->nphase + (size_t)r->phase];
		if (model_cell(model, t, r->phase)->grade == GRADE_NONE)
			continue;
		if (never ? cell->row == NULL
			  : cell->row != NULL && cell->age > 0)
			add_cell(draft, grid, r, t);
	}
}

static struct grid *
cells(const struct draft *draft, const char *id, bool never)
{
	const struct rollout_figures *r = draft->facts->figures->rollout;
	struct grid *grid = NEW_GRID(draft, id, cell_column);
	struct span span = draft_rollouts(draft);
	size_t i;

	for (i = 0; i < span.count; i++)
		add_cells(draft, grid, &r[span.first + i], never);
	return grid;
}

static struct grid *
unreported(const struct draft *draft)
{
	return cells(draft, "letter_unreported", true);
}

static struct grid *
carried(const struct draft *draft)
{
	return cells(draft, "letter_carried", false);
}

/* Mandatory criteria where the gate is near */

/* clang-format off */
static const struct table_column criterion_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("planned_end", VALUE_DAY, 0),
	COLUMN_SET("criterion", VALUE_TEXT, 0),
	COLUMN_SET("question", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static void
add_criteria(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	const struct model *model = draft->facts->model;
	const struct criterion *c;
	size_t i;

	if (r->parked || r->completed || !r->gate_near)
		return;
	for (i = 0; i < model->ncriterion; i++) {
		c = &model->criterion[i];
		if (c->phase != r->phase || !c->mandatory ||
		    r->answer[i] != NULL)
			continue;
		grid_add_row(draft->arena, grid);
		set_rollout(draft, grid, r);
		table_set(grid, "planned_end", value_day(r->planned_end));
		table_set(grid, "criterion", value_text(c->id));
		table_set(grid, "question",
		    value_text(wording_text(draft->facts, &c->text)));
	}
}

static struct grid *
criteria(const struct draft *draft)
{
	const struct rollout_figures *r = draft->facts->figures->rollout;
	struct span span = draft_rollouts(draft);
	struct grid *grid;
	size_t i;

	grid = NEW_GRID(draft, "letter_criteria", criterion_column);
	for (i = 0; i < span.count; i++)
		add_criteria(draft, grid, &r[span.first + i]);
	return grid;
}

/* Published tasks, up to the current phase, that never came back */

/* clang-format off */
static const struct table_column task_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("task_id", VALUE_TEXT, 0),
	COLUMN_SET("task", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("phase", VALUE_TEXT, 0),
	COLUMN_SET("mandatory", VALUE_BOOL, 0),
	COLUMN_SET("deadline", VALUE_DAY, 0),
};
/* clang-format on */

static void
add_task(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r, const struct task_figures *task)
{
	const struct facts *facts = draft->facts;
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	table_set(grid, "solution", value_text(wording_solution(facts, r)));
	cell = table_cell(grid, "task_id");
	cell->value = value_text(task->id);
	cell->source = task->catalogue->loc;
	table_set(grid, "task", value_text(task->title));
	table_set(grid, "phase", value_text(wording_phase(facts, task->phase)));
	table_set(grid, "mandatory", value_bool(task->mandatory));
	table_set(grid, "deadline", value_day(task->deadline));
}

static void
add_tasks(const struct draft *draft, struct grid *grid,
    const struct rollout_figures *r)
{
	size_t i;

	for (i = 0; !r->parked && i < r->ntask; i++)
		if (r->task[i].row == NULL && r->task[i].phase <= r->phase)
			add_task(draft, grid, r, &r->task[i]);
}

static struct grid *
tasks(const struct draft *draft)
{
	const struct rollout_figures *r = draft->facts->figures->rollout;
	struct span span = draft_rollouts(draft);
	struct grid *grid;
	size_t i;

	grid = NEW_GRID(draft, "letter_tasks", task_column);
	for (i = 0; i < span.count; i++)
		add_tasks(draft, grid, &r[span.first + i]);
	return grid;
}

/* Findings */

static struct grid *
findings(const struct draft *draft, const char *id, enum diag_level level,
    enum quality_when when)
{
	const struct quality_wish wish = {level, addressee(draft), when};

	return quality_grid(draft, id, &wish);
}

static struct grid *
set_aside(const struct draft *draft)
{
	return findings(draft, "letter_set_aside", DIAG_REJECT, QUALITY_NOW);
}

static struct grid *
set_aside_earlier(const struct draft *draft)
{
	return findings(
	    draft, "letter_set_aside_earlier", DIAG_REJECT, QUALITY_EARLIER);
}

static struct grid *
warnings(const struct draft *draft)
{
	return findings(draft, "letter_warnings", DIAG_WARNING, QUALITY_NOW);
}

static struct grid *
notices(const struct draft *draft)
{
	const struct quality_wish wish = {
	    DIAG_NOTICE, addressee(draft), QUALITY_NOW};

	return quality_kinds(draft, "letter_notices", &wish);
}

/* Parts: a heading, what we ask for, and the table; if it has any row */

struct part {
	const char *key; /* of the labels .title .text .caption .measure */
	struct grid *(*make)(const struct draft *);
};

static const struct part missing_part[] = {
    {"letter.missing", missing},
};

static const struct part faulty_part[] = {
    {"letter.set_aside", set_aside},
    {"letter.set_aside_earlier", set_aside_earlier},
    {"letter.warnings", warnings},
};

static const struct part open_part[] = {
    {"letter.unreported", unreported},
    {"letter.carried", carried},
    {"letter.criteria", criteria},
    {"letter.tasks", tasks},
};

static const struct part notice_part[] = {
    {"letter.notices", notices},
};

static const char *
say(const struct draft *draft, const struct part *part, const char *what,
    size_t n)
{
	const struct value values[] = {
	    value_count((int64_t)n),
	    value_text(heading_month(draft)),
	    value_count(
		(int64_t)draft->facts->model->threshold[THRESHOLD_GATE_WINDOW]),
	};

	return wording_sentence(draft->arena, draft->facts,
	    arena_printf(draft->arena, "%s.%s", part->key, what), (int64_t)n,
	    values, 3);
}

static void
put_part(
    const struct draft *draft, struct node *parent, const struct part *part)
{
	struct grid *grid = part->make(draft);
	struct node *section;

	if (grid->nrow == 0)
		return;
	grid->caption = say(draft, part, "caption", grid->nrow);
	grid->measure = NULL;
	section = node_add_section(
	    draft->arena, parent, say(draft, part, "title", grid->nrow), 0);
	node_add_paragraph(
	    draft->arena, section, say(draft, part, "text", grid->nrow));
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
		if (part[i].make(draft)->nrow > 0)
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
