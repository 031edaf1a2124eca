/*
 * Forms of a checklist: what may be typed, and fields beside their labels.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/gate_checklist.h"
#include "report/wording.h"

static struct grid_rule *
rule_new(const struct draft *draft, enum grid_rule_type type)
{
	struct grid_rule *rule = arena_alloc(draft->arena, sizeof(*rule));

	rule->type = type;
	rule->min = rule->max = NUM_NONE;
	rule->first = rule->last = DAY_NONE;
	return rule;
}

const struct grid_rule *
gate_rule_text(const struct draft *draft, unsigned lines)
{
	struct grid_rule *rule = rule_new(draft, RULE_TEXT);

	rule->lines = lines;
	return rule;
}

const struct grid_rule *
gate_rule_day(const struct draft *draft)
{
	struct grid_rule *rule = rule_new(draft, RULE_DAY);

	rule->error = wording(draft->facts, "gate.rule.day");
	return rule;
}

const struct grid_rule *
gate_rule_number(const struct draft *draft, double most)
{
	struct grid_rule *rule = rule_new(draft, RULE_NUMBER);

	rule->lines = 1;
	rule->min = 0;
	rule->max = most;
	return rule;
}

const struct grid_rule *
gate_rule_choice(const struct draft *draft, const char *title,
    const char *const *word, size_t n)
{
	struct grid_rule *rule = rule_new(draft, RULE_CHOICE);

	rule->title = wording(draft->facts, title);
	rule->word = word;
	rule->nword = n;
	rule->error = wording(draft->facts, "gate.rule.choice");
	return rule;
}

const struct grid_rule *
gate_rule_word(const struct draft *draft, const char *title, const char *prefix,
    const struct word *list, size_t n)
{
	const struct labels *labels = wording_labels(draft->facts);
	const char **word = arena_array(draft->arena, n, sizeof(*word));
	size_t i;

	for (i = 0; i < n; i++)
		word[i] = label_of(labels, prefix, list[i].id);
	return gate_rule_choice(draft, title, word, n);
}

/* clang-format off */
static const struct table_column field_column[] = {
	COLUMN_SET("field", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("value", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

struct grid *
gate_fields(const struct draft *draft, const char *id)
{
	const struct table_shape shape = TABLE_SHAPE(id, field_column);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);

	grid->look = GRID_FORM;
	return grid;
}

struct grid_cell *
gate_field(const struct draft *draft, struct grid *grid, const char *id)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "field",
	    value_text(
		label_of(wording_labels(draft->facts), "gate.field", id)));
	return table_cell(grid, "value");
}
