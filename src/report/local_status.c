/*
 * One solution, or all: its lights and the municipality's own, with reasons,
 * and what would turn them green.
 */
#include <string.h>

#include "base/arena.h"
#include "report/local.h"
#include "report/reasons.h"
#include "report/wording.h"

/* What the table compares: a computed light, a dimension of returns, or both.
 */
struct aspect {
	const char *name; /* label "local.aspect.<name>" */
	int kind;         /* enum light_kind; -1: the whole; -2: none */
	int dimension;    /* enum dimension; -1: none */
};

#define WHOLE (-1)
#define NONE (-2)

/* clang-format off */
static const struct aspect aspect[] = {
	{ "overall", WHOLE, DIMENSION_OVERALL },
	{ "time", LIGHT_TIME, DIMENSION_TIME },
	{ "readiness", LIGHT_READINESS, -1 },
	{ "economy", LIGHT_ECONOMY, DIMENSION_ECONOMY },
	{ "risk", LIGHT_RISK, DIMENSION_RISK },
	{ "benefit", LIGHT_BENEFIT, DIMENSION_BENEFIT },
	{ "scope", NONE, DIMENSION_SCOPE },
	{ "quality", NONE, DIMENSION_QUALITY },
};
/* clang-format on */

#define ASPECTS (sizeof(aspect) / sizeof(aspect[0]))

/* This month's own judgement of a dimension, or NULL. */
static const struct assessment *
assessment_of(
    const struct facts *facts, const struct rollout_figures *r, int dimension)
{
	const struct portfolio *folio = facts->portfolio;
	const struct span *span =
	    &folio->rows[r - facts->figures->rollout].assessment;
	const struct assessment *a;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		a = &folio->assessment[i];
		if (a->month == folio->report_month &&
		    (int)a->dimension == dimension)
			return a;
	}
	return NULL;
}

static const struct aspect *
aspect_of(const struct data_row *row)
{
	return row->record;
}

static const struct assessment *
own_of(const struct data_row *row)
{
	return assessment_of(
	    row->facts, row->rollout, aspect_of(row)->dimension);
}

static struct value
get_aspect(const struct data_row *row)
{
	return local_label(row->facts, "local.aspect", aspect_of(row)->name);
}

static struct value
get_computed(const struct data_row *row)
{
	int kind = aspect_of(row)->kind;

	if (kind == NONE)
		return value_none();
	if (kind != WHOLE)
		return wording_light(
		    row->facts, row->rollout, (enum light_kind)kind);
	return value_light(wording_tone(row->rollout->overall));
}

/* The whole has no reasons but the others': here, since when. */
static struct value
get_why(const struct data_row *row)
{
	const struct rollout_figures *r = row->rollout;
	int kind = aspect_of(row)->kind;
	struct value values[2];

	if (kind == NONE)
		return value_none();
	if (kind != WHOLE)
		return value_text(reasons_of_kind(
		    row->arena, row->facts, r, (enum light_kind)kind));
	if (r->overall == LIGHT_GREY && r->known_month != MONTH_NONE) {
		values[0] = value_light(wording_tone(r->known_light));
		values[1] = value_text(
		    wording_month(row->arena, row->facts, r->known_month));
		return value_text(wording_sentence(row->arena, row->facts,
		    "local.overall.known", 0, values, 2));
	}
	if (r->previous == NULL || r->previous->overall == LIGHT_GREY)
		return value_none();
	values[0] = value_light(wording_tone(r->previous->overall));
	return value_text(wording_sentence(row->arena, row->facts,
	    r->previous->overall == r->overall ? "local.overall.same"
					       : "local.overall.before",
	    0, values, 1));
}

static struct value
get_own(const struct data_row *row)
{
	const struct assessment *a = own_of(row);

	return a == NULL ? value_none() : value_light(wording_tone(a->light));
}

static const char *
more(struct arena *arena, const char *text, const char *line)
{
	if (line == NULL)
		return text;
	return text == NULL ? line : arena_printf(arena, "%s\n%s", text, line);
}

static const char *
said(const struct data_row *row, const char *key, const char *text)
{
	struct value value = value_text(text);

	if (value.type == VALUE_NONE)
		return NULL;
	return wording_sentence(row->arena, row->facts, key, 0, &value, 1);
}

/* What the municipality says, plans and asks for. */
static struct value
get_own_words(const struct data_row *row)
{
	const struct assessment *a = own_of(row);
	const char *text;

	if (a == NULL)
		return value_none();
	text = more(row->arena, a->comment,
	    said(row, "local.own.next", a->next_period));
	return value_text(more(row->arena, text,
	    said(row, "local.own.decision", a->decision_wanted)));
}

/* clang-format off */
static const struct table_column light_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("aspect", VALUE_TEXT, get_aspect, GRID_HEAD),
	COLUMN_GET("computed", VALUE_TEXT, get_computed, 0),
	COLUMN_GET("own_light", VALUE_LIGHT, get_own, 0),
	COLUMN_GET("why", VALUE_TEXT, get_why, GRID_WRAP),
	COLUMN_GET("own_words", VALUE_TEXT, get_own_words,
	    GRID_WRAP | GRID_SPARE),
};
/* clang-format on */

static const struct table_shape light_shape =
    TABLE_SHAPE("local-lights", light_column);

/* Time and readiness belong to a phase; other dimensions to who has them. */
static bool
is_left_out(const struct aspect *a, const struct rollout_figures *r,
    const struct assessment *own)
{
	if (own != NULL)
		return false;
	return a->kind == NONE ||
	    (r->completed &&
		(a->kind == LIGHT_TIME || a->kind == LIGHT_READINESS));
}

static void
add_lights(struct local_table *t, const struct rollout_figures *r)
{
	const struct facts *facts = t->draft->facts;
	const struct assessment *own;
	struct grid_cell *computed;
	size_t i;

	for (i = 0; i < ASPECTS; i++) {
		own = assessment_of(facts, r, aspect[i].dimension);
		if (is_left_out(&aspect[i], r, own))
			continue;
		local_add(t, r, &aspect[i], r->phase, 0);
		computed = table_cell(t->grid, "computed");
		if (computed->value.type == VALUE_TEXT)
			computed->tone = TONE_GREY;
		if (own != NULL)
			local_source(t, "own_light", &own->loc);
	}
}

/* How the municipality sees itself beside the figures. */
static const char *
lights_caption(const struct draft *draft)
{
	const struct rollout_figures *r;
	struct value values[1];
	const char *key;

	if (!local_is_part(draft))
		return wording(draft->facts, "local.lights");
	r = local_rollout(draft);
	if (r->deviation == FIGURE_NONE)
		return wording(draft->facts, "local.lights.alone");
	key = r->deviation > 0 ? "local.lights.rosier"
	    : r->deviation < 0 ? "local.lights.darker"
			       : "local.lights.alike";
	values[0] =
	    value_count(r->deviation < 0 ? -r->deviation : r->deviation);
	return local_say(draft, key, values[0].as.count, values, 1);
}

struct grid *
local_lights(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	size_t i;

	local_begin(&t, draft, &light_shape, 1);
	t.grid->caption = lights_caption(draft);
	t.grid->measure = wording(draft->facts, "local.lights.measure");
	for (i = span.first; i < span.first + span.count; i++)
		if (!local_figures(draft, i)->parked)
			add_lights(&t, local_figures(draft, i));
	return t.grid;
}

static struct value
get_number(const struct data_row *row)
{
	return value_count(row->item);
}

static struct value
get_kind(const struct data_row *row)
{
	const struct step *step = row->record;
	size_t i;

	for (i = 0; i < ASPECTS; i++)
		if (aspect[i].kind == step->kind)
			return local_label(
			    row->facts, "local.aspect", aspect[i].name);
	return value_none();
}

static struct value
get_step(const struct data_row *row)
{
	return value_text(step_sentence(row->arena, row->facts, row->record));
}

/* clang-format off */
static const struct table_column path_column[] = {
	COLUMN_GET("solution", VALUE_TEXT, local_solution, 0),
	COLUMN_GET("number", VALUE_COUNT, get_number, GRID_HEAD),
	COLUMN_GET("step", VALUE_TEXT, get_step, GRID_WRAP),
	COLUMN_GET("aspect", VALUE_TEXT, get_kind, 0),
};
/* clang-format on */

static const struct table_shape path_shape =
    TABLE_SHAPE("local-path", path_column);

static void
add_steps(struct local_table *t, const struct rollout_figures *r)
{
	size_t i;
	int number = 0;

	for (i = 0; i < r->nstep; i++) {
		if (!step_is_new(r->step, i))
			continue;
		local_add(t, r, &r->step[i], r->phase, ++number);
		local_source(t, "step", &r->step[i].loc);
	}
}

struct grid *
local_path(const struct draft *draft)
{
	struct span span = draft_rollouts(draft);
	struct local_table t;
	struct value n;
	size_t i;

	local_begin(&t, draft, &path_shape, 1);
	for (i = span.first; i < span.first + span.count; i++)
		if (!local_figures(draft, i)->parked)
			add_steps(&t, local_figures(draft, i));
	n = value_count((int64_t)t.grid->nrow);
	t.grid->caption = local_say(draft, "local.path", n.as.count, &n, 1);
	return t.grid;
}

/* "Bølge 1", though the register may write only its number. */
static const char *
wave_of(const struct data_row *row, const char *wave)
{
	bool bare = strspn(wave, "0123456789") == strlen(wave);

	return said(
	    row, bare ? "local.who.wave.number" : "local.who.wave", wave);
}

/* "Bølge 1. Projektleder: …" as far as it is known. */
const char *
local_who(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout *r = local_rollout(draft)->rollout;
	struct data_row row = {.arena = draft->arena, .facts = facts};
	const char *const part[] = {
	    r->wave == -1 ? NULL
			  : wave_of(&row, facts->portfolio->wave[r->wave]),
	    said(&row, "local.who.lead", r->project_lead),
	    said(&row, "local.who.sponsor", r->sponsor),
	    said(&row, "local.who.contact", r->contact),
	};
	const char *text = NULL;
	size_t i;

	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++)
		if (part[i] != NULL)
			text = text == NULL ? part[i]
					    : arena_printf(draft->arena,
						  "%s %s", text, part[i]);
	return text;
}

/* "Forberedelse · ▲ Gul · 45 % mod forventet 60 % · …": where it stands. */
const char *
local_state(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r = local_rollout(draft);
	struct value values[4] = {value_text(wording_phase(facts, r->phase)),
	    value_light(wording_tone(r->overall)), value_percent(r->progress),
	    value_percent(r->expected)};
	const char *text, *key = "local.state.unknown";

	if (r->completed)
		key = "local.state.completed";
	else if (num_given(r->progress) && num_given(r->expected))
		key = "local.state.both";
	else if (num_given(r->progress))
		key = "local.state.progress";
	text = local_say(draft, key, 0, values, 4);
	if (r->planned_end == DAY_NONE)
		return text;
	values[0] =
	    value_text(wording_day(draft->arena, facts, r->planned_end));
	return arena_printf(draft->arena, "%s %s", text,
	    local_say(draft,
		r->planned_end < facts->portfolio->report_date
		    ? "local.state.overdue"
		    : "local.state.planned",
		0, values, 1));
}
