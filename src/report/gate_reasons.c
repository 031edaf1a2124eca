/*
 * Why the gate is no go, and what would make it one: the reasons of one kind
 * together, "gate.why.<id>" and "gate.what.<id>" of the labels.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column reason_column[] = {
	COLUMN_SET("why", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("what", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("forbids", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape reason_shape =
    TABLE_SHAPE("gate-reasons", reason_column);

/* What a reason is about, in a few words; NULL: nothing single. */
static const char *
subject(const struct draft *draft, const struct gate_reason *reason)
{
	const struct rollout_figures *f = local_rollout(draft);

	if (reason->criterion != -1)
		return draft->facts->model->criterion[reason->criterion].id;
	if (reason->task != -1)
		return f->task[reason->task].id;
	return local_task_name(draft->arena, draft->facts, reason->main_task);
}

/* "F2-K01, F2-K05": of all n that stand together. */
static const char *
subjects(const struct draft *draft, const struct gate_reason *reason, size_t n)
{
	struct buf names;
	const char *text;
	size_t i;

	buf_init(&names);
	for (i = 0; i < n && subject(draft, &reason[i]) != NULL; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "",
		    subject(draft, &reason[i]));
	text = arena_strndup(draft->arena, names.data, names.len);
	buf_release(&names);
	return text;
}

static const char *
said(const struct draft *draft, const char *prefix,
    const struct gate_reason *reason, size_t n)
{
	const struct value values[] = {value_count((int64_t)n),
	    value_text(subjects(draft, reason, n)),
	    value_percent(reason->readiness), value_percent(reason->wanted),
	    value_percent(reason->if_met)};

	return local_say(draft,
	    arena_printf(
		draft->arena, "%s.%s", prefix, gate_reason_id(reason->code)),
	    (int64_t)n, values, 5);
}

/* Meeting the mandatory criteria helps, but may not be enough. */
static const char *
what_prefix(const struct gate_reason *reason)
{
	if (reason->code != GATE_REASON_READINESS &&
	    reason->code != GATE_REASON_READINESS_LOW)
		return "gate.what";
	if (reason->if_met <= reason->readiness + NUM_EPSILON)
		return "gate.what.alone";
	return reason->if_met + NUM_EPSILON < reason->wanted
	    ? "gate.what.short"
	    : "gate.what.enough";
}

static void
add_reason(const struct draft *draft, struct grid *grid,
    const struct gate_reason *reason, size_t n)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "why", value_text(said(draft, "gate.why", reason, n)));
	table_set(grid, "what",
	    value_text(said(draft, what_prefix(reason), reason, n)));
	table_set(grid, "forbids",
	    local_label(
		draft->facts, "gate.forbids", reason->forbids ? "yes" : "no"));
}

/* "Beregnet anbefaling: No-go"; far from the gate, that it is too early. */
static const char *
reasons_caption(const struct draft *draft)
{
	const struct rollout_figures *f = local_rollout(draft);
	struct value values[2];

	if (f->recommendation == RECOMMEND_NONE)
		return wording(draft->facts, "gate.no_recommendation");
	values[0] = local_label(draft->facts, "recommendation",
	    recommendation_id(f->recommendation));
	if (f->gate_near)
		return local_say(draft, "gate.recommended", 0, values, 1);
	values[1] =
	    value_text(wording_day(draft->arena, draft->facts, f->planned_end));
	return local_say(draft, "gate.early", 0, values, 2);
}

struct grid *
gate_reasons(const struct draft *draft)
{
	const struct rollout_figures *f = local_rollout(draft);
	const struct gate_reason *reason = f->gate_reason;
	struct grid *grid;
	size_t i, n;

	grid = table_new(draft->arena, draft->facts, &reason_shape);
	for (i = 0; i < f->ngate_reason; i += n) {
		for (n = 1; i + n < f->ngate_reason &&
		     reason[i + n].code == reason[i].code;
		     n++)
			;
		add_reason(draft, grid, &reason[i], n);
	}
	grid->caption = reasons_caption(draft);
	grid->measure = wording(draft->facts, "gate.reasons.measure");
	return grid;
}
