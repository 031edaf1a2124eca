/*
 * What was filled in, as rows of input: sheets with exactly the columns of
 * their kinds, which follow the checklist live.  Saved as CSV, each is a file
 * of next month's returns.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

static bool
is_danish(const struct draft *draft)
{
	return strcmp(wording(draft->facts, "lang"), "da") == 0;
}

static enum value_type
type_of(enum column_type type)
{
	switch (type) {
	case COLUMN_INTEGER:
		return VALUE_COUNT;
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		return VALUE_NUMBER;
	case COLUMN_DATE:
		return VALUE_DAY;
	case COLUMN_TEXT:
	case COLUMN_WORD:
		break;
	}
	return VALUE_TEXT;
}

/* The headings are those that the reader of input knows. */
struct grid *
gate_sheet_new(const struct draft *draft, enum kind_id id)
{
	const struct kind *kind = &kind_table[id];
	struct grid_column *column =
	    arena_array(draft->arena, kind->ncolumn, sizeof(*column));
	struct grid *grid;
	size_t i;

	for (i = 0; i < kind->ncolumn; i++) {
		column[i].id = kind->column[i].id;
		column[i].heading =
		    is_danish(draft) ? kind->column[i].da : kind->column[i].id;
		column[i].type = type_of(kind->column[i].type);
	}
	grid = grid_new(draft->arena, kind->id, column, kind->ncolumn);
	grid->look = GRID_INPUT;
	grid->caption =
	    label_of(wording_labels(draft->facts), "gate.sheet", kind->id);
	return grid;
}

/* A row of this rollout: its first columns are the same in every kind. */
static void
add_row(const struct draft *draft, struct grid *grid)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct rollout *r = local_rollout(draft)->rollout;
	const struct municipality *m = &folio->municipality[r->municipality];

	grid_add_row(draft->arena, grid);
	table_set(grid, "municipality", value_text(m->code_text));
	table_set(grid, "municipality_name", value_text(m->name));
	table_set(
	    grid, "solution", value_text(folio->solution[r->solution].id));
}

/* The cell follows another as it stands. */
static void
follow(const struct draft *draft, const struct grid *sheet, const char *column,
    const struct grid *form, size_t row, const char *from)
{
	struct grid_cell *cell = table_cell(sheet, column);
	int at = grid_column_find(form, from);

	cell->value = grid_at(form, row, (size_t)at)->value;
	cell->formula = formula_cell(draft->arena, form, row, from);
}

/* The word of input for what the form calls "<prefix>.<id>". */
static void
follow_word(const struct draft *draft, const struct grid *sheet,
    const char *column, const struct word *list, const char *prefix)
{
	const struct labels *labels = wording_labels(draft->facts);
	struct grid_cell *cell = table_cell(sheet, column);
	const struct formula *shown = cell->formula, *word, *chosen;
	const char *said, *text,
	    *now = cell->value.type == VALUE_TEXT ? cell->value.as.text : "";
	size_t i = word_count(list);

	chosen = formula_constant(draft->arena, value_none());
	cell->value = value_none();
	while (i-- > 0) {
		said = label_of(labels, prefix, list[i].id);
		text = is_danish(draft) ? list[i].da : list[i].id;
		word = formula_text(draft->arena, text);
		if (strcmp(said, now) == 0)
			cell->value = value_text(text);
		chosen = formula_make(draft->arena, FORMULA_IF,
		    formula_make(draft->arena, FORMULA_EQUAL, shown,
			formula_text(draft->arena, said), NULL),
		    word, chosen);
	}
	cell->formula = chosen;
}

struct grid *
gate_sheet_answers(const struct draft *draft)
{
	static const char *const same[] = {
	    "evidence", "responsible", "deadline", "date", "initials"};
	const struct grid *form = placeholder_table(draft, "table: criteria");
	struct grid *sheet = gate_sheet_new(draft, KIND_CRITERIA_ANSWERS);
	size_t row, i;

	for (row = 0; row < form->nrow; row++) {
		add_row(draft, sheet);
		table_set(sheet, "criterion", grid_at(form, row, 0)->value);
		follow(draft, sheet, "answer", form, row, "answer");
		follow_word(draft, sheet, "answer", word_answer, "answer");
		for (i = 0; i < sizeof(same) / sizeof(same[0]); i++)
			follow(draft, sheet, same[i], form, row, same[i]);
		follow(draft, sheet, "comment", form, row, "remark");
	}
	return sheet;
}

struct grid *
gate_sheet_decisions(const struct draft *draft)
{
	static const struct {
		const char *column;
		size_t row;
	} field[] = {{"date", DECIDE_DATE}, {"decision", DECIDE_WHAT},
	    {"to_phase", DECIDE_BACK_TO}, {"decided_by", DECIDE_BY},
	    {"conditions", DECIDE_CONDITIONS}, {"next_review", DECIDE_REVIEW}};
	const struct grid *form = placeholder_table(draft, "table: decision");
	struct grid *sheet = gate_sheet_new(draft, KIND_GATE_DECISIONS);
	size_t i;

	add_row(draft, sheet);
	table_set(sheet, "phase",
	    value_text(
		draft->facts->model->phase[local_rollout(draft)->phase].id));
	for (i = 0; i < sizeof(field) / sizeof(field[0]); i++)
		follow(
		    draft, sheet, field[i].column, form, field[i].row, "value");
	follow_word(draft, sheet, "decision", word_decision, "gate.choice");
	return sheet;
}

static void
add_known_condition(const struct draft *draft, struct grid *sheet,
    const struct grid *form, size_t row, const struct condition *c)
{
	const struct facts *facts = draft->facts;

	add_row(draft, sheet);
	table_set(sheet, "phase", value_text(facts->model->phase[c->phase].id));
	table_set(sheet, "condition_id", value_text(c->id));
	table_set(sheet, "condition", value_text(c->text));
	table_set(sheet, "owner", value_text(c->owner));
	table_set(sheet, "deadline", value_day(c->deadline));
	if (c->urgency != WORD_NONE)
		table_set(sheet, "urgency",
		    value_text(is_danish(draft) ? word_urgency[c->urgency].da
						: word_urgency[c->urgency].id));
	follow(draft, sheet, "status", form, row, "open");
	follow_word(draft, sheet, "status", word_open, "open");
	follow(draft, sheet, "closed_on", form, row, "closed_on");
}

/* A condition that is written down stands open. */
static void
add_new_condition(const struct draft *draft, struct grid *sheet,
    const struct grid *form, size_t row)
{
	static const char *const same[] = {
	    "condition", "owner", "deadline", "urgency"};
	struct arena *arena = draft->arena;
	struct grid_cell *cell;
	size_t i;

	add_row(draft, sheet);
	table_set(sheet, "phase",
	    value_text(
		draft->facts->model->phase[local_rollout(draft)->phase].id));
	table_set(sheet, "condition_id", grid_at(form, row, 0)->value);
	for (i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		follow(draft, sheet, same[i], form, row, same[i]);
	follow_word(draft, sheet, "urgency", word_urgency, "urgency");
	cell = table_cell(sheet, "status");
	cell->formula = formula_make(arena, FORMULA_IF,
	    formula_make(arena, FORMULA_GIVEN,
		formula_cell(arena, form, row, "condition"), NULL, NULL),
	    formula_text(arena,
		is_danish(draft) ? word_open[OPEN_OPEN].da
				 : word_open[OPEN_OPEN].id),
	    formula_constant(arena, value_none()));
}

struct grid *
gate_sheet_conditions(const struct draft *draft)
{
	const struct grid *known, *fresh;
	struct grid *sheet = gate_sheet_new(draft, KIND_CONDITIONS);
	size_t row;

	known = placeholder_table(draft, "table: conditions");
	fresh = placeholder_table(draft, "table: new_conditions");
	for (row = 0; row < known->nrow; row++)
		add_known_condition(draft, sheet, known, row,
		    local_rollout(draft)->condition[row]);
	for (row = 0; row < fresh->nrow; row++)
		add_new_condition(draft, sheet, fresh, row);
	return sheet;
}
