/*
 * Which numbers, dates and names fill the label of a reason or a step.
 *
 * A recipe is a letter for each of {1}, {2}, ...: '0' '1' '2' that number as
 * a whole one, 'p' 'q' the first and second as a percentage, 'm' the first as
 * an amount, 'n' the first as it is, 'd' 'e' the dates, 'i' the id, 't' the
 * text, 'w' the main task, 'c' the criterion, 'u' the unit.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "report/reasons.h"
#include "report/wording.h"

#define RECIPE_MAX 4

/* clang-format off */
static const char *const reason_recipe[REASONS] = {
	[REASON_SLIP] = "0de",
	[REASON_OVERDUE] = "0d",
	[REASON_LAG] = "0",
	[REASON_STALLED] = "0",
	[REASON_NO_GO_NEAR] = "0d",
	[REASON_COST] = "p",
	[REASON_RISK] = "0it",
	[REASON_BENEFIT] = "pqit",
};

static const char *const step_recipe[STEPS] = {
	[STEP_CELL] = "pw",
	[STEP_UNBLOCK] = "w",
	[STEP_CRITERION] = "ic",
	[STEP_TASK] = "it",
	[STEP_COST] = "m",
	[STEP_RISK] = "0it",
	[STEP_READING] = "nuit",
};
/* clang-format on */

/* A label for what is below zero speaks of how much, without the sign. */
static struct value
whole(double number)
{
	return num_given(number) ? value_count(num_round(fabs(number)))
				 : value_none();
}

/* A text that stands within a sentence goes without a full stop of its own. */
static const char *
within(struct arena *arena, const char *text)
{
	size_t len = text == NULL ? 0 : strlen(text);

	return len > 1 && text[len - 1] == '.' && text[len - 2] != '.'
	    ? arena_strndup(arena, text, len - 1)
	    : text;
}

/*
 * A sentence that ends in what it quotes, as a question mark within the
 * quotation marks, takes no full stop of its own.
 */
static const char *
ended_once(struct arena *arena, const char *text)
{
	static const char *const end[] = {"?\u00ab.", "!\u00ab.", "?\u00bb.",
	    "!\u00bb.", "?\".", "!\".", "?\u201d.", "!\u201d."};
	size_t len = strlen(text), i, n;

	for (i = 0; i < sizeof(end) / sizeof(end[0]); i++) {
		n = strlen(end[i]);
		if (len > n && strcmp(text + len - n, end[i]) == 0)
			return arena_strndup(arena, text, len - 1);
	}
	return text;
}

static struct value
reason_value(struct arena *arena, const struct reason *reason, char letter)
{
	switch (letter) {
	case '0':
	case '1':
	case '2':
		return whole(reason->number[letter - '0']);
	case 'p':
		return value_percent(fabs(reason->number[0]));
	case 'q':
		return value_percent(reason->number[1]);
	case 'd':
		return value_day(reason->date[0]);
	case 'e':
		return value_day(reason->date[1]);
	case 'i':
		return value_text(reason->id);
	default:
		return value_text(within(arena, reason->text));
	}
}

static struct value
step_value(struct arena *arena, const struct facts *facts,
    const struct step *step, char letter)
{
	const struct model *model = facts->model;
	const char *text;

	switch (letter) {
	case '0':
		return whole(step->number);
	case 'n':
		return value_number(step->number);
	case 'p':
		return value_percent(step->number);
	case 'm':
		return value_money(step->number);
	case 'i':
		return value_text(step->criterion == -1
			? step->id
			: model->criterion[step->criterion].id);
	case 'u':
		return value_text(step->unit);
	case 'w':
		text = step->main_task == -1
		    ? step->text
		    : wording_text(facts, &model->task[step->main_task].name);
		return value_text(within(arena, text));
	case 'c':
		text = step->criterion == -1
		    ? step->text
		    : wording_text(
			  facts, &model->criterion[step->criterion].text);
		return value_text(within(arena, text));
	default:
		return value_text(within(arena, step->text));
	}
}

/* The first number rules the plural. */
static int64_t
plural(double number)
{
	return num_given(number) ? num_round(fabs(number)) : 0;
}

/* "reason.slip", and "reason.slip.below" of days ahead of the plan. */
static const char *
reason_key(struct arena *arena, const struct reason *reason)
{
	bool below =
	    num_given(reason->number[0]) && num_round(reason->number[0]) < 0;

	return arena_printf(arena, "reason.%s%s", reason_id(reason->code),
	    below ? ".below" : "");
}

const char *
reason_sentence(
    struct arena *arena, const struct facts *facts, const struct reason *reason)
{
	const char *recipe = reason_recipe[reason->code];
	struct value values[RECIPE_MAX];
	size_t n = 0;

	for (; recipe != NULL && recipe[n] != '\0'; n++)
		values[n] = reason_value(arena, reason, recipe[n]);
	return ended_once(arena,
	    wording_sentence(arena, facts, reason_key(arena, reason),
		plural(reason->number[0]), values, n));
}

/* A number without a unit, and one whose unit stands close to it. */
static const char *
step_form(const struct step *step)
{
	if (step->code != STEP_READING)
		return "";
	if (step->unit == NULL)
		return ".bare";
	return strcmp(step->unit, "%") == 0 ? ".percent" : "";
}

const char *
step_sentence(
    struct arena *arena, const struct facts *facts, const struct step *step)
{
	const char *recipe = step_recipe[step->code];
	struct value values[RECIPE_MAX];
	size_t n = 0;

	for (; recipe != NULL && recipe[n] != '\0'; n++)
		values[n] = step_value(arena, facts, step, recipe[n]);
	return ended_once(arena,
	    wording_sentence(arena, facts,
		arena_printf(
		    arena, "step.%s%s", step_id(step->code), step_form(step)),
		plural(step->number), values, n));
}

/* Sentences in a row, and a word about those that are left out. */
struct row {
	struct arena *arena;
	const struct facts *facts;
	struct buf buf;
	size_t max, shown, left;
};

static void
row_add(struct row *row, const char *text)
{
	if (row->shown == row->max) {
		row->left++;
		return;
	}
	if (row->shown++ > 0)
		buf_putc(&row->buf, ' ');
	buf_puts(&row->buf, text);
}

static const char *
row_end(struct row *row)
{
	const struct value values[] = {value_count((int64_t)row->left)};
	const char *text = NULL;

	if (row->left > 0)
		buf_printf(&row->buf, " %s",
		    wording_sentence(row->arena, row->facts, "sentence.more",
			(int64_t)row->left, values, 1));
	if (row->shown > 0)
		text = arena_strndup(row->arena, row->buf.data, row->buf.len);
	buf_release(&row->buf);
	return text;
}

static bool
same_id(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Time and readiness may both have looked at the same lag: said once. */
static bool
reason_is_new(const struct rollout_figures *r, size_t i)
{
	const struct reason *reason = &r->reason[i], *earlier;

	for (earlier = r->reason; earlier < reason; earlier++)
		if (earlier->code == reason->code &&
		    earlier->light == reason->light &&
		    same_id(earlier->id, reason->id))
			return false;
	return true;
}

/* The five lights are weighed alike: those as bad as the whole decided. */
const char *
reasons_deciding(struct arena *arena, const struct facts *facts,
    const struct rollout_figures *r, size_t max)
{
	struct row row = {.arena = arena, .facts = facts, .max = max};
	size_t i;

	buf_init(&row.buf);
	for (i = 0; i < r->nreason; i++)
		if (r->reason[i].light == r->overall && reason_is_new(r, i))
			row_add(
			    &row, reason_sentence(arena, facts, &r->reason[i]));
	return row_end(&row);
}

const char *
reason_gap(struct arena *arena, const struct facts *facts,
    const struct rollout_figures *r)
{
	struct value values[2];

	if (!r->gap)
		return NULL;
	values[0] = value_text(wording_phase(facts, r->phase));
	values[1] = value_text(wording_gate(arena, facts, r->gap_by->phase));
	return wording_sentence(arena, facts, "reason.gap", 0, values, 2);
}

const char *
reasons_of_kind(struct arena *arena, const struct facts *facts,
    const struct rollout_figures *r, enum light_kind kind)
{
	struct row row = {.arena = arena, .facts = facts, .max = r->nreason};
	size_t i;

	buf_init(&row.buf);
	for (i = 0; i < r->nreason; i++)
		if (r->reason[i].kind == (int)kind)
			row_add(
			    &row, reason_sentence(arena, facts, &r->reason[i]));
	return row_end(&row);
}

/* A cell may be asked for by two lights: said once. */
bool
step_is_new(const struct step *step, size_t i)
{
	size_t k;

	for (k = 0; k < i; k++)
		if (step[k].code == step[i].code &&
		    step[k].main_task == step[i].main_task &&
		    step[k].criterion == step[i].criterion &&
		    same_id(step[k].id, step[i].id))
			return false;
	return true;
}

const char *
steps_first(struct arena *arena, const struct facts *facts,
    const struct rollout_figures *r, size_t max)
{
	struct row row = {.arena = arena, .facts = facts, .max = max};
	size_t i;

	buf_init(&row.buf);
	for (i = 0; i < r->nstep; i++)
		if (step_is_new(r->step, i))
			row_add(&row, step_sentence(arena, facts, &r->step[i]));
	return row_end(&row);
}
