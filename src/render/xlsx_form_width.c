/*
 * How wide the columns of a form are on the screen; xlsx_form_fit.c: on paper.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "render/page.h"
#include "render/xlsx.h"

#define DAY_WIDTH 14
#define LABEL_WIDTH 17 /* of a field's heading, at most */
#define SHORT_WIDTH 24 /* of a column that isn't to wrap, at most */
#define FREE_WIDTH 12  /* of what is written, at least */
#define READ_WIDTH 20  /* of what is read, at least */
#define SHAPE_WIDTH 2  /* of a tone's shape before a value */

static double
longest_word(const char *text)
{
	double longest = 0, width;
	const char *end;
	char word[64];

	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = text + strcspn(text, " \n");
		snprintf(word, sizeof(word), "%.*s", (int)(end - text), text);
		width = (double)text_width(word);
		longest = width > longest ? width : longest;
	}
	return longest;
}

static double
words_width(const struct grid_rule *rule)
{
	double longest = 0, width;
	size_t i;

	for (i = 0; i < rule->nword; i++) {
		width = (double)text_width(rule->word[i]);
		longest = width > longest ? width : longest;
	}
	return longest + 3 < SHORT_WIDTH ? longest + 3 : SHORT_WIDTH;
}

static double
body_width(const struct xlsx_table *t, size_t column)
{
	struct xlsx *x = t->sheet->book;
	double longest = 0, width;
	size_t row;

	for (row = 0; row < t->grid->nrow; row++) {
		buf_clear(&x->scratch);
		value_print(&x->scratch, &grid_at(t->grid, row, column)->value,
		    x->labels);
		width = (double)text_width(x->scratch.data);
		if (grid_at(t->grid, row, column)->tone != TONE_NONE)
			width += SHAPE_WIDTH;
		longest = width > longest ? width : longest;
	}
	return longest * 1.1 + 3;
}

/* 0: it takes its share of what is left. */
static double
fixed_width(const struct xlsx_table *t, size_t column)
{
	const struct grid_column *c = &t->grid->column[column];
	const struct grid_rule *rule = xlsx_form_rule(t->grid, column);
	bool live = grid_is_live(t->grid, column);
	double width;

	if (t->spot[column].columns > 1 || (c->flags & GRID_WRAP) ||
	    xlsx_form_has_folded(t, column))
		return 0;
	if (rule != NULL && rule->type == RULE_CHOICE)
		return words_width(rule);
	if (c->type == VALUE_DAY || (rule != NULL && rule->type == RULE_DAY))
		return DAY_WIDTH;
	if (live && !value_is_numeric(c->type))
		return 0;
	width = body_width(t, column);
	return width < SHORT_WIDTH ? width : SHORT_WIDTH;
}

/* What is read wants more room than what is written. */
static double
share(const struct xlsx_table *t, size_t column)
{
	return grid_is_live(t->grid, column) ? 2 : 6;
}

static double
least_width(const struct xlsx_table *t, size_t column)
{
	return grid_is_live(t->grid, column) ? FREE_WIDTH : READ_WIDTH;
}

static double
head_word(const struct xlsx_table *t, size_t column)
{
	const char *heading = t->grid->column[column].heading;

	return heading == NULL ? 0 : longest_word(heading) * 1.15 + 1;
}

/* The width of the headings of a column's fields. */
static double
label_width(const struct xlsx_table *t, size_t column)
{
	double longest = 0, width;
	size_t i;

	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i)) {
		if (t->spot[i].rows == 0 || t->grid->column[i].heading == NULL)
			continue;
		width = (double)text_width(t->grid->column[i].heading) + 2;
		longest = width > longest ? width : longest;
	}
	return longest < LABEL_WIDTH ? longest : LABEL_WIDTH;
}

/* First what is known, then the rest of the page is shared. */
void
xlsx_form_widths(struct xlsx_table *t)
{
	const struct grid *grid = t->grid;
	double left = XLSX_WIDTH_FORM, shares = 0, width, *at;
	size_t i;

	for (i = 0; i < grid->ncolumn; i++) {
		if (!xlsx_form_is_column(t, i))
			continue;
		at = &t->width[t->spot[i].column];
		width = fixed_width(t, i);
		if (width > 0 && width < head_word(t, i))
			width = head_word(t, i);
		if (t->spot[i].columns > 1)
			at[0] = label_width(t, i);
		else
			at[0] = width;
		if (grid->column[i].flags & GRID_DETAIL)
			continue;
		left -= at[0];
		if (width <= 0)
			shares += share(t, i);
	}
	for (i = 0; i < grid->ncolumn; i++) {
		if (!xlsx_form_is_column(t, i))
			continue;
		at = &t->width[t->spot[i].column + t->spot[i].columns - 1];
		if (*at > 0)
			continue;
		*at = shares > 0 ? left * share(t, i) / shares : 0;
		if (*at < least_width(t, i))
			*at = least_width(t, i);
	}
}
