/*
 * A municipality's first page: its solutions side by side, what to do next.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "doc/prose.h"
#include "input/folder.h"
#include "report/local.h"
#include "report/reasons.h"
#include "report/wording.h"

#define REASONS_SHOWN 2 /* sentences in a row */
#define STEPS_SHOWN 3

/* "SAPA (senest ■ Rød, januar 2015)" */
static const char *
silent_name(const struct draft *draft, const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;
	struct value values[3];

	if (r->known_month == MONTH_NONE)
		return wording_solution(facts, r);
	values[0] = value_text(wording_solution(facts, r));
	values[1] = value_light(wording_tone(r->known_light));
	values[2] =
	    value_text(wording_month(draft->arena, facts, r->known_month));
	return local_say(draft, "local.silent.known", 0, values, 3);
}

/* Which solutions have no status for the month; NULL if all have. */
static const char *
silent_names(const struct draft *draft, int *silent, int *active)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	const char *names = NULL;
	size_t i;

	*silent = *active = 0;
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		/* One that is completed needs no report. */
		if (!local_is_running(r))
			continue;
		++*active;
		if (r->reported)
			continue;
		names = (*silent)++ == 0 ? silent_name(draft, r)
					 : arena_printf(draft->arena, "%s, %s",
					       names, silent_name(draft, r));
	}
	return names;
}

void
local_silence(const struct draft *draft, struct node *parent)
{
	struct node *note;
	struct value values[2];
	const char *names;
	int silent, active;

	names = silent_names(draft, &silent, &active);
	if (silent == 0)
		return;
	values[0] = value_text(wording_month(
	    draft->arena, draft->facts, draft->facts->portfolio->report_month));
	values[1] = value_text(names);
	note = node_add(draft->arena, parent, DOC_NOTE);
	note->as.note = wording(draft->facts, "local.silent");
	node_add_paragraph(draft->arena, note,
	    local_say(draft,
		silent == active ? "local.silent.all" : "local.silent.some",
		silent, values, 2));
}

static void
add_note(const struct draft *draft, struct node *parent, const char *label,
    const struct note *note)
{
	struct node *node = node_add(draft->arena, parent, DOC_NOTE);

	node->as.note = label;
	prose_note(draft->arena, note->text, strlen(note->text), node);
}

/* The solution that a note is about, if the municipality takes it. */
static const struct rollout_figures *
solution_of(const struct draft *draft, const struct note *note)
{
	const struct portfolio *folio = draft->facts->portfolio;
	int solution, rollout;

	if (*note->subject == '\0')
		return NULL;
	solution = portfolio_find_solution(folio, note->subject);
	if (solution == -1)
		return NULL;
	rollout =
	    portfolio_find_rollout(folio, local_municipality(draft), solution);
	return rollout == -1 ? NULL : local_figures(draft, (size_t)rollout);
}

static bool
is_about(const struct draft *draft, const struct note *note)
{
	return *note->subject != '\0' &&
	    portfolio_find_municipality(draft->facts->portfolio,
		note->subject) == local_municipality(draft);
}

/* The office's words: to the municipality, then on each of its solutions. */
void
local_notes(const struct draft *draft, struct node *parent)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r;
	struct value name;
	size_t i;

	for (i = 0; i < facts->nnote; i++)
		if (is_about(draft, &facts->note[i]))
			add_note(draft, parent, wording(facts, "local.note"),
			    &facts->note[i]);
	for (i = 0; i < facts->nnote; i++) {
		r = solution_of(draft, &facts->note[i]);
		if (r == NULL)
			continue;
		name = value_text(wording_solution(facts, r));
		add_note(draft, parent,
		    local_say(draft, "local.note.solution", 0, &name, 1),
		    &facts->note[i]);
	}
}

/* "KSD er sat på pause siden 1. februar 2015." */
static const char *
parked_sentence(const struct draft *draft, const struct rollout_figures *r)
{
	const struct facts *facts = draft->facts;
	bool dated = r->rollout->since != DAY_NONE;
	struct value values[2] = {
	    value_text(wording_solution(facts, r)), value_none()};

	if (dated)
		values[1] = value_text(
		    wording_day(draft->arena, facts, r->rollout->since));
	return local_say(draft,
	    arena_printf(draft->arena, "local.parked.%s%s",
		word_state[r->state].id, dated ? ".since" : ""),
	    0, values, 2);
}

const char *
local_parked(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	const char *text = NULL;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (r->parked)
			text = arena_printf(draft->arena, "%s%s%s",
			    text == NULL ? "" : text, text == NULL ? "" : " ",
			    parked_sentence(draft, r));
	}
	return text;
}

static struct value
get_phase(const struct data_row *row)
{
	return value_text(wording_phase(row->facts, row->rollout->phase));
}

static struct value
get_change(const struct data_row *row)
{
	if (row->rollout->previous == NULL)
		return value_none();
	return local_label(
	    row->facts, "change", change_id(row->rollout->change));
}

/* Only where the gate is near; before that it says nothing. */
static struct value
get_recommendation(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;

	if (!r->gate_near || r->recommendation == RECOMMEND_NONE)
		return value_none();
	return local_label(
	    row->facts, "recommendation", recommendation_id(r->recommendation));
}

/* Of one that isn't reported only that is to be said. */
static struct value
get_why(const struct data_row *row)
{
	if (local_is_running(row->rollout) && !row->rollout->reported)
		return value_text(reasons_of_kind(
		    row->arena, row->facts, row->rollout, LIGHT_TIME));
	return value_text(reasons_deciding(
	    row->arena, row->facts, row->rollout, REASONS_SHOWN));
}

static struct value
get_steps(const struct data_row *row)
{
	return value_text(
	    steps_first(row->arena, row->facts, row->rollout, STEPS_SHOWN));
}

/* clang-format off */
static const struct table_column solution_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, GRID_HEAD),
	COLUMN_GET("phase", VALUE_TEXT, get_phase, 0),
	COLUMN_AT("light", VALUE_LIGHT, overall, 0),
	COLUMN_AT("light_reported", VALUE_LIGHT, reported_light, 0),
	/* Long text in the same columns as in the tables below. */
	COLUMN_GET("why", VALUE_TEXT, get_why, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("next", VALUE_TEXT, get_steps, GRID_DETAIL | GRID_WRAP),
	COLUMN_GET("recommendation", VALUE_TEXT, get_recommendation,
	    GRID_DETAIL),
	COLUMN_GET("change", VALUE_TEXT, get_change, GRID_DETAIL),
	COLUMN_AT("progress", VALUE_PERCENT, progress, 0),
	COLUMN_AT("expected", VALUE_PERCENT, expected, 0),
	COLUMN_AT("planned_end", VALUE_DAY, planned_end, 0),
	COLUMN_AT("forecast_end", VALUE_DAY, forecast_end, 0),
	COLUMN_AT("deviation", VALUE_COUNT, deviation, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape solution_shape =
    TABLE_SHAPE("local-solutions", solution_column);

/* "senest ■ Rød, januar 2015" of a light that isn't known now, or the change.
 */
static const char *
light_note(const struct draft *draft, const struct rollout_figures *r)
{
	struct value values[2];

	if (r->overall != LIGHT_GREY)
		return r->previous == NULL
		    ? NULL
		    : local_label(draft->facts, "change", change_id(r->change))
			  .as.text;
	if (r->known_month == MONTH_NONE)
		return NULL;
	values[0] = value_light(wording_tone(r->known_light));
	values[1] = value_text(
	    wording_month(draft->arena, draft->facts, r->known_month));
	return local_say(draft, "local.known", 0, values, 2);
}

/* "2 trin grønnere": what the municipality thinks of it. */
static const char *
own_note(const struct draft *draft, const struct rollout_figures *r)
{
	int steps = r->deviation;
	struct value value;

	if (steps == FIGURE_NONE || steps == 0)
		return NULL;
	value = value_count(steps < 0 ? -steps : steps);
	return local_say(draft, steps < 0 ? "local.darker" : "local.rosier",
	    value.as.count, &value, 1);
}

/* The page has no room for columns that are short or often empty. */
static void
add_notes(const struct draft *draft, struct local_table *t,
    const struct rollout_figures *r)
{
	struct value recommended = get_recommendation(&t->row);

	table_cell(t->grid, "solution")->note =
	    wording_solution_name(draft->facts, r);
	if (r->gap || r->fallen_back)
		table_cell(t->grid, "phase")->note = wording(draft->facts,
		    r->gap ? "local.phase.gap" : "local.phase.back");
	table_cell(t->grid, "light")->note = light_note(draft, r);
	table_cell(t->grid, "light_reported")->note = own_note(draft, r);
	if (recommended.type == VALUE_TEXT)
		table_cell(t->grid, "planned_end")->note = recommended.as.text;
}

static void
add_solution(const struct draft *draft, struct local_table *t, size_t i)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_figures(draft, i);

	local_add(t, r, r, r->phase, 0);
	add_notes(draft, t, r);
	local_source(t, "solution", &r->rollout->loc);
	if (!r->completed)
		local_source(t, "planned_end",
		    &portfolio_plan(facts->portfolio, facts->model->nphase, i,
			(size_t)r->phase)
			 ->loc);
}

/* "3 af 4 løsninger kræver handling" */
static const char *
solutions_caption(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct value values[3];
	int running = 0, urgent = 0, silent = 0;
	size_t i;

	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		running += !r->parked;
		urgent += r->urgency > 0;
		silent += local_is_running(r) && !r->reported;
	}
	values[0] = value_count(urgent);
	values[1] = value_count(running);
	values[2] = value_count(silent);
	return local_say(draft,
	    silent > 0 ? "local.solutions.silent" : "local.solutions", urgent,
	    values, 3);
}

struct grid *
local_solutions(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	struct value window = value_count(
	    (int64_t)draft->facts->model->threshold[THRESHOLD_GATE_WINDOW]);
	size_t i;

	local_begin(&t, draft, &solution_shape, 0);
	t.grid->caption = solutions_caption(draft);
	t.grid->measure =
	    local_say(draft, "local.solutions.measure", 0, &window, 1);
	for (i = span.first; i < span.first + span.count; i++)
		if (!local_figures(draft, i)->parked)
			add_solution(draft, &t, i);
	return t.grid;
}

/* clang-format off */
static const struct table_column next_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, GRID_HEAD),
	COLUMN_AT("light", VALUE_LIGHT, overall, 0),
	COLUMN_GET("why", VALUE_TEXT, get_why, GRID_WRAP),
	COLUMN_GET("next", VALUE_TEXT, get_steps, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape next_shape =
    TABLE_SHAPE("local-next", next_column);

/* The urgent ones in the order of urgency, then others with a step to take. */
struct grid *
local_next(const struct draft *draft)
{
	const struct figures *figures = draft->facts->figures;
	struct span span = draft_rollouts(draft);
	const struct rollout_figures *r;
	struct local_table t;
	size_t i, k;

	local_begin(&t, draft, &next_shape, 0);
	t.grid->caption = wording(draft->facts, "local.next");
	for (i = 0; i < figures->nurgent; i++) {
		k = (size_t)figures->urgent[i];
		if (k >= span.first && k < span.first + span.count)
			local_add(&t, &figures->rollout[k],
			    &figures->rollout[k], 0, 0);
	}
	for (i = span.first; i < span.first + span.count; i++) {
		r = local_figures(draft, i);
		if (!r->parked && r->urgency == 0 && r->nstep > 0)
			local_add(&t, r, r, 0, 0);
	}
	return t.grid;
}
