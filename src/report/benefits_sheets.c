/*
 * Benefits and readings as rows of input: sheets with exactly the columns of
 * their kinds, with room for more.  Saved as CSV, each is a file of next
 * month's returns.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/benefits.h"
#include "report/gate_checklist.h"
#include "report/local.h"
#include "report/wording.h"

#define BENEFITS_MORE 10 /* open rows below */
#define READINGS_MORE 60

static bool
is_danish(const struct draft *draft)
{
	return strcmp(wording(draft->facts, "lang"), "da") == 0;
}

const char *
benefits_word(const struct draft *draft, const struct word *list, int word)
{
	return is_danish(draft) ? list[word].da : list[word].id;
}

/* Nothing for WORD_NONE. */
static struct value
word_of(const struct draft *draft, const struct word *list, int word)
{
	return word == WORD_NONE ? value_none()
				 : value_text(benefits_word(draft, list, word));
}

static const struct grid_rule *
words_rule(const struct draft *draft, const struct column *column)
{
	const struct word *list = column->words;
	size_t n = word_count(list), i;
	const char **word = arena_array(draft->arena, n, sizeof(*word));

	for (i = 0; i < n; i++)
		word[i] = benefits_word(draft, list, (int)i);
	/* The list is headed as the column is. */
	return gate_rule_choice(
	    draft, is_danish(draft) ? column->da : column->id, word, n);
}

static const struct grid_rule *
number_rule(const struct draft *draft, const struct column *column)
{
	struct grid_rule *rule = arena_alloc(draft->arena, sizeof(*rule));

	rule->type = RULE_NUMBER;
	rule->min = rule->max = NUM_NONE;
	rule->first = rule->last = DAY_NONE;
	if (column->type == COLUMN_INTEGER) {
		rule->type = RULE_WHOLE;
		rule->min = (double)column->min;
		rule->max = (double)column->max;
	}
	return rule;
}

/* What may be typed, by column. */
static const struct grid_rule *const *
rules_of(const struct draft *draft, enum kind_id id)
{
	const struct kind *kind = &kind_table[id];
	const struct grid_rule **rule =
	    arena_array(draft->arena, kind->ncolumn, sizeof(*rule));
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		switch (kind->column[i].type) {
		case COLUMN_WORD:
			rule[i] = words_rule(draft, &kind->column[i]);
			break;
		case COLUMN_DATE:
			rule[i] = gate_rule_day(draft);
			break;
		case COLUMN_INTEGER:
		case COLUMN_DECIMAL:
		case COLUMN_PERCENT:
			rule[i] = number_rule(draft, &kind->column[i]);
			break;
		case COLUMN_TEXT:
			rule[i] = gate_rule_text(draft, 1);
			break;
		}
	return rule;
}

/* Which benefit the row is about; without rules it is to be read only. */
static void
add_row(const struct draft *draft, struct grid *sheet,
    const struct grid_rule *const *rule, const struct rollout_figures *r,
    const char *id)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct municipality *m =
	    &folio->municipality[r->rollout->municipality];

	if (rule != NULL)
		grid_add_open_row(draft->arena, sheet, rule);
	else
		grid_add_row(draft->arena, sheet);
	table_set(sheet, "benefit_id", value_text(id));
	table_set(sheet, "municipality", value_text(m->code_text));
	table_set(sheet, "municipality_name", value_text(m->name));
	table_set(sheet, "solution",
	    value_text(folio->solution[r->rollout->solution].id));
}

static const char *
numbers_of(const struct draft *draft, const struct benefit *b)
{
	const struct main_task *task = draft->facts->model->task;
	const char *all = NULL;
	size_t i;

	for (i = 0; i < b->nprerequisite; i++)
		all = all == NULL ? arena_printf(draft->arena, "%d",
					task[b->prerequisite[i]].no)
				  : arena_printf(draft->arena, "%s, %d", all,
					task[b->prerequisite[i]].no);
	return all;
}

static struct value
whole(double number)
{
	return num_given(number) ? value_count(num_round(number))
				 : value_none();
}

static void
set_benefit(const struct draft *draft, const struct grid *sheet,
    const struct benefit *b)
{
	table_set(sheet, "benefit", value_text(b->name));
	table_set(sheet, "type", word_of(draft, word_benefit_type, b->type));
	table_set(sheet, "disbenefit",
	    word_of(draft, word_yesno, b->disbenefit ? YESNO_YES : YESNO_NO));
	if (b->main_task != -1)
		table_set(sheet, "main_task",
		    value_text(arena_printf(draft->arena, "%d",
			draft->facts->model->task[b->main_task].no)));
	table_set(sheet, "prerequisites", value_text(numbers_of(draft, b)));
	table_set(sheet, "owner", value_text(b->owner));
	table_set(sheet, "measure", value_text(b->measure));
	table_set(sheet, "frequency", whole(b->frequency));
	table_set(sheet, "unit", value_text(b->unit));
	table_set(sheet, "source", value_text(b->source));
	table_set(sheet, "deviation", value_text(b->deviation));
	table_set(sheet, "action", value_text(b->action));
	table_set(sheet, "action_due", value_day(b->action_due));
}

static void
set_aim(const struct grid *sheet, const struct benefit *b)
{
	table_set(sheet, "baseline", value_number(b->baseline));
	table_set(sheet, "baseline_date", value_day(b->baseline_date));
	table_set(sheet, "realisation_start", value_day(b->realisation_start));
	table_set(sheet, "original_target", value_number(b->original_target));
	table_set(sheet, "target", value_number(b->target));
	table_set(sheet, "target_date", value_day(b->target_date));
	table_set(sheet, "annual_value_low", value_number(b->annual_low));
	table_set(sheet, "annual_value", value_number(b->annual));
	table_set(sheet, "annual_value_high", value_number(b->annual_high));
}

struct grid *
benefits_sheet(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct grid_rule *const *rule = rules_of(draft, KIND_BENEFITS);
	struct grid *sheet = gate_sheet_new(draft, KIND_BENEFITS);
	const struct benefit *b;
	size_t i;

	for (i = 0; i < items.n; i++) {
		b = items.item[i].figures->benefit;
		add_row(draft, sheet, rule, items.item[i].rollout, b->id);
		set_benefit(draft, sheet, b);
		set_aim(sheet, b);
	}
	for (i = 0; i < BENEFITS_MORE; i++)
		grid_add_open_row(draft->arena, sheet, rule);
	return sheet;
}

/* "Kilde: status/2015-03/a.csv:2", beside the cell: it goes into no CSV. */
static const char *
source_of(const struct draft *draft, const struct loc *loc)
{
	return arena_printf(draft->arena, "%s: %s:%d",
	    wording(draft->facts, "xlsx.source"), loc->file, loc->line);
}

static void
add_readings(const struct draft *draft, struct grid *sheet,
    const struct benefit_item *item)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct benefit *b = item->figures->benefit;
	const struct span *span = &folio->rows[b->rollout].measurement;
	const struct measurement *m;
	size_t i;

	for (i = span->first; i < span->first + span->count; i++) {
		m = &folio->measurement[i];
		if (m->benefit_id != b->id)
			continue;
		add_row(draft, sheet, NULL, item->rollout, b->id);
		table_set(sheet, "date", value_day(m->date));
		table_set(sheet, "value", value_number(m->value));
		table_set(sheet, "measured_by", value_text(m->measured_by));
		table_set(sheet, "attribution",
		    word_of(draft, word_attribution, m->attribution));
		table_set(sheet, "comment", value_text(m->comment));
		table_cell(sheet, "date")->note = source_of(draft, &m->loc);
	}
}

struct grid *
benefits_sheet_readings(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct grid_rule *const *rule =
	    rules_of(draft, KIND_MEASUREMENTS);
	struct grid *sheet = gate_sheet_new(draft, KIND_MEASUREMENTS);
	size_t i;

	for (i = 0; i < items.n; i++)
		add_row(draft, sheet, rule, items.item[i].rollout,
		    items.item[i].figures->benefit->id);
	for (i = 0; i < READINGS_MORE; i++)
		grid_add_open_row(draft->arena, sheet, rule);
	return sheet;
}

/*
 * A reading that is sent again would be set aside as a double: those that are
 * known stand apart, in a sheet that isn't sent.
 */
struct grid *
benefits_sheet_known(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	struct grid *sheet = gate_sheet_new(draft, KIND_MEASUREMENTS);
	size_t i;

	sheet->id = "measurements_known";
	sheet->caption = wording(draft->facts, "benefits.known");
	sheet->locked = true;
	for (i = 0; i < items.n; i++)
		add_readings(draft, sheet, &items.item[i]);
	return sheet->nrow > 0 ? sheet : NULL;
}

struct grid *
benefits_as_of(const struct draft *draft)
{
	struct grid *grid = gate_fields(draft, "benefit_as_of");
	struct grid_cell *cell = gate_field(draft, grid, "as_of");

	cell->value = value_day(draft->facts->portfolio->report_date);
	cell->rule = gate_rule_day(draft);
	return grid;
}
