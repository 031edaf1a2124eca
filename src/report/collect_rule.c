/*
 * What may be typed into a sheet, by column: the words of an enumeration, the
 * codes, phases, main tasks and criteria that there are, numbers, days.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/collect.h"
#include "report/local.h"
#include "report/wording.h"

/* Words to choose from, each once. */
struct words {
	const struct draft *draft;
	const char **word;
	size_t n, cap;
};

static void
add(struct words *words, const char *word)
{
	struct arena *arena = words->draft->arena;
	size_t i;

	for (i = 0; i < words->n; i++)
		if (strcmp(words->word[i], word) == 0)
			return;
	words->word = arena_grow(
	    arena, words->word, words->n, &words->cap, sizeof(*words->word));
	words->word[words->n++] = word;
}

static void
add_value(struct words *words, struct value value)
{
	if (value.type == VALUE_TEXT)
		add(words, value.as.text);
}

static const struct municipality *
own(const struct draft *draft)
{
	return &draft->facts->portfolio->municipality[draft->slice->index];
}

static void
add_code(struct words *words, enum kind_id kind)
{
	(void)kind;
	add(words, own(words->draft)->code_text);
}

static void
add_name(struct words *words, enum kind_id kind)
{
	(void)kind;
	add(words, own(words->draft)->name);
}

/* Those that are asked for rows of the kind. */
static void
add_solutions(struct words *words, enum kind_id kind)
{
	const struct portfolio *folio = words->draft->facts->portfolio;
	struct span span = draft_rollouts(words->draft);
	size_t i;

	for (i = span.first; i < span.first + span.count; i++)
		if (collect_asks(local_figures(words->draft, i), kind))
			add(words,
			    folio->solution[folio->rollout[i].solution].id);
}

static void
add_phases(struct words *words, enum kind_id kind)
{
	size_t i;

	(void)kind;
	for (i = 0; i < words->draft->facts->model->nphase; i++)
		add_value(words, collect_phase(words->draft, (int)i));
}

static void
add_tasks(struct words *words, enum kind_id kind)
{
	size_t i;

	(void)kind;
	for (i = 0; i < words->draft->facts->model->ntask; i++)
		add_value(words, collect_task(words->draft, (int)i));
}

static void
add_criteria(struct words *words, enum kind_id kind)
{
	const struct model *model = words->draft->facts->model;
	size_t i;

	(void)kind;
	for (i = 0; i < model->ncriterion; i++)
		add(words, model->criterion[i].id);
}

static void
add_benefits(struct words *words, enum kind_id kind)
{
	const struct portfolio *folio = words->draft->facts->portfolio;
	struct span span = draft_rollouts(words->draft);
	const struct span *own_rows;
	size_t i, k;

	for (i = span.first; i < span.first + span.count; i++) {
		if (!collect_asks(local_figures(words->draft, i), kind))
			continue;
		own_rows = &folio->rows[i].benefit;
		for (k = own_rows->first; k < own_rows->first + own_rows->count;
		     k++)
			add(words, folio->benefit[k].id);
	}
}

/* Lists of columns that hold texts. */
static const struct {
	const char *column;
	void (*add)(struct words *, enum kind_id);
	enum kind_id kind; /* only there; KINDS: everywhere */
	bool other;        /* what is not on the list may be right too */
} list_table[] = {
    {"municipality", add_code, KINDS, false},
    {"municipality_name", add_name, KINDS, true},
    {"solution", add_solutions, KINDS, false},
    {"phase", add_phases, KINDS, false},
    {"main_task", add_tasks, KINDS, false},
    {"criterion", add_criteria, KINDS, false},
    {"benefit_id", add_benefits, KIND_MEASUREMENTS, true},
};

#define LISTS (sizeof(list_table) / sizeof(list_table[0]))

static struct grid_rule *
rule_new(const struct draft *draft, enum grid_rule_type type, const char *error)
{
	struct grid_rule *rule = arena_alloc(draft->arena, sizeof(*rule));

	rule->type = type;
	rule->lines = 1;
	rule->min = rule->max = NUM_NONE;
	rule->first = rule->last = DAY_NONE;
	if (error != NULL)
		rule->error = wording(draft->facts, error);
	return rule;
}

/* The list is headed as the column is. */
static const struct grid_rule *
list_rule(const struct words *words, const struct column *column, bool other)
{
	const struct draft *draft = words->draft;
	struct grid_rule *rule = rule_new(draft, RULE_CHOICE,
	    other ? "collect.rule.other" : "collect.rule.choice");

	rule->title = strcmp(wording(draft->facts, "lang"), "da") == 0
	    ? column->da
	    : column->id;
	rule->word = words->word;
	rule->nword = words->n;
	rule->other = other;
	return rule;
}

static const struct grid_rule *
text_rule(
    const struct draft *draft, enum kind_id kind, const struct column *column)
{
	struct words words = {.draft = draft};
	size_t i;

	for (i = 0; i < LISTS; i++) {
		if (strcmp(list_table[i].column, column->id) != 0 ||
		    (list_table[i].kind != KINDS && list_table[i].kind != kind))
			continue;
		list_table[i].add(&words, kind);
		if (words.n > 0)
			return list_rule(&words, column, list_table[i].other);
	}
	return rule_new(draft, RULE_TEXT, NULL);
}

static const struct grid_rule *
word_rule(const struct draft *draft, const struct column *column)
{
	struct words words = {.draft = draft};
	size_t i, n = word_count(column->words);

	for (i = 0; i < n; i++)
		add_value(&words, collect_word(draft, column->words, (int)i));
	return list_rule(&words, column, false);
}

static const struct grid_rule *
whole_rule(const struct draft *draft, const struct column *column)
{
	const struct value values[] = {
	    value_count(column->min), value_count(column->max)};
	struct grid_rule *rule = rule_new(draft, RULE_WHOLE, NULL);

	rule->min = (double)column->min;
	rule->max = (double)column->max;
	rule->error = wording_sentence(
	    draft->arena, draft->facts, "collect.rule.whole", 0, values, 2);
	return rule;
}

static const struct grid_rule *
percent_rule(const struct draft *draft)
{
	struct grid_rule *rule =
	    rule_new(draft, RULE_NUMBER, "collect.rule.percent");

	rule->min = 0;
	rule->max = 100;
	return rule;
}

static const struct grid_rule *
day_rule(const struct draft *draft)
{
	struct grid_rule *rule = rule_new(draft, RULE_DAY, "collect.rule.day");

	rule->prompt = wording(draft->facts, "collect.prompt.day");
	return rule;
}

static const struct grid_rule *
rule_of(
    const struct draft *draft, enum kind_id kind, const struct column *column)
{
	switch (column->type) {
	case COLUMN_TEXT:
		return text_rule(draft, kind, column);
	case COLUMN_WORD:
		return word_rule(draft, column);
	case COLUMN_DATE:
		return day_rule(draft);
	case COLUMN_PERCENT:
		return percent_rule(draft);
	case COLUMN_DECIMAL:
		return rule_new(draft, RULE_NUMBER, "collect.rule.number");
	case COLUMN_INTEGER:
		return whole_rule(draft, column);
	}
	return NULL;
}

const struct grid_rule *const *
collect_rules(const struct draft *draft, enum kind_id id)
{
	const struct kind *kind = &kind_table[id];
	const struct grid_rule **rule =
	    arena_array(draft->arena, kind->ncolumn, sizeof(*rule));
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		rule[i] = rule_of(draft, id, &kind->column[i]);
	return rule;
}
