/*
 * How wide the columns of a form are on paper: what they need at least, so
 * that no word is broken and no day becomes ####, and of the rest of the page
 * what they would like.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "render/page.h"
#include "render/xlsx.h"

#define DAY "00-00-0000"
#define DAY_SHAPE "■ 00-00-0000"
#define SLACK 0.6     /* what a shared edge may take */
#define WORD_MOST 26  /* a longer word is broken */
#define READ_MOST 70  /* of a column that is read, at most */
#define FREE_LEAST 12 /* of what is written */
#define FREE_MOST 16
#define LINES_MOST 26  /* of what is written on several lines */
#define BOXES_LEAST 36 /* in one line, if they find room there */
#define BOXES_MOST 26
#define WORD_BYTES 256

static void
widen(double *width, double wanted, double most)
{
	if (wanted > most)
		wanted = most;
	if (*width < wanted)
		*width = wanted;
}

/* What a column needs, and what it would like. */
struct fit {
	double least, most;
};

/* Its longest word, and its longest line. */
static void
fit_text(struct fit *fit, const char *text, bool bold)
{
	char part[WORD_BYTES];
	const char *end;

	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = text + strcspn(text, " \n");
		snprintf(part, sizeof(part), "%.*s", (int)(end - text), text);
		widen(&fit->least, xlsx_paper_width(part, bold), WORD_MOST);
	}
}

static void
fit_lines(struct fit *fit, const char *text, bool bold)
{
	char part[WORD_BYTES];
	const char *end;

	fit_text(fit, text, bold);
	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = text + strcspn(text, "\n");
		snprintf(part, sizeof(part), "%.*s", (int)(end - text), text);
		widen(&fit->most, xlsx_paper_width(part, bold), READ_MOST);
	}
}

/* No box is parted from its word. */
static void
fit_boxes(struct fit *fit, const struct grid_cell *cell, bool alone)
{
	struct buf text;
	double line;
	size_t i;

	buf_init(&text);
	for (i = 0; i < cell->rule->nword; i++) {
		buf_clear(&text);
		buf_printf(&text, PAGE_BOX " %s", cell->rule->word[i]);
		widen(
		    &fit->least, xlsx_paper_width(text.data, false), WORD_MOST);
	}
	buf_clear(&text);
	xlsx_form_boxes(&text, cell);
	line = xlsx_paper_width(text.data, false);
	if (alone && line <= BOXES_LEAST)
		fit->least = fit->least < line ? line : fit->least;
	widen(&fit->most, line, BOXES_MOST);
	buf_release(&text);
}

static bool
is_day(const struct xlsx_table *t, const struct grid_cell *cell, size_t column)
{
	return t->grid->column[column].type == VALUE_DAY ||
	    cell->value.type == VALUE_DAY ||
	    (cell->rule != NULL && cell->rule->type == RULE_DAY);
}

static void
fit_cell(const struct xlsx_table *t, size_t row, size_t column, struct fit *fit)
{
	const struct grid_cell *cell = grid_at(t->grid, row, column);
	bool bold = t->grid->column[column].flags & GRID_HEAD;
	struct buf text;

	if (xlsx_form_has_boxes(t, row, column))
		fit_boxes(fit, cell, t->spot[column].columns == 1);
	if (is_day(t, cell, column))
		widen(&fit->least,
		    xlsx_paper_width(
			cell->tone == TONE_NONE ? DAY : DAY_SHAPE, bold),
		    READ_MOST);
	if (cell->rule != NULL) {
		widen(&fit->least, FREE_LEAST, FREE_LEAST);
		widen(&fit->most,
		    cell->rule->lines > 0 ? LINES_MOST : FREE_MOST, LINES_MOST);
	}
	buf_init(&text);
	xlsx_form_text(t, row, column, &text);
	fit_lines(fit, text.data, bold);
	buf_release(&text);
}

/* Of a column that has fields: those, and what stands above them. */
static void
fit_fields(const struct xlsx_table *t, size_t column, struct fit *label,
    struct fit *field)
{
	struct fit own = {0, 0};
	size_t i, row;

	for (row = 0; row < t->grid->nrow; row++)
		fit_cell(t, row, column, &own);
	for (i = page_field(t->grid, column); i < t->grid->ncolumn;
	     i = page_field(t->grid, i)) {
		if (t->spot[i].rows == 0)
			continue;
		fit_lines(label, t->grid->column[i].heading, false);
		for (row = 0; row < t->grid->nrow; row++)
			fit_cell(t, row, i, field);
	}
	label->most += SLACK;
	label->least = label->most;
	widen(&field->least, own.least - label->least, READ_MOST);
	widen(&field->most, own.most - label->most, READ_MOST);
}

static void
fit_column(struct xlsx_table *t, size_t column)
{
	const struct xlsx_spot *spot = &t->spot[column];
	lxw_col_t at = (lxw_col_t)(spot->column + spot->columns - 1);
	struct fit head = {0, 0}, label = {0, 0}, body = {0, 0};
	struct buf text;
	size_t row;

	buf_init(&text);
	xlsx_form_head(t, column, &text);
	fit_text(&head, text.data, true);
	buf_release(&text);
	if (spot->columns > 1) {
		fit_fields(t, column, &label, &body);
		t->least[spot->column] = label.least;
		t->width[spot->column] = label.most;
	} else {
		for (row = 0; row < t->grid->nrow; row++)
			fit_cell(t, row, column, &body);
	}
	widen(&body.least, head.least - label.least, READ_MOST);
	body.least += SLACK;
	widen(&body.most, body.least, READ_MOST);
	t->least[at] = body.least;
	t->width[at] = body.most;
}

void
xlsx_form_fit(struct xlsx_table *t)
{
	size_t i;

	t->least =
	    arena_array(t->sheet->book->arena, t->ncolumn, sizeof(*t->least));
	for (i = 0; i < t->grid->ncolumn; i++)
		if (xlsx_form_is_column(t, i))
			fit_column(t, i);
}

static double
sum(const double *width, size_t n)
{
	double all = 0;

	while (n-- > 0)
		all += width[n];
	return all;
}

/*
 * As wide as the page: what is left after each has its least goes to those
 * that would like more, and what they don't want to all alike.
 */
void
xlsx_form_stretch(struct xlsx_table *t, double total)
{
	double least = sum(t->least, t->printed);
	double most = sum(t->width, t->printed), part;
	size_t i;

	if (least >= total || most <= total) {
		part = total / (least >= total ? least : most);
		for (i = 0; i < t->printed; i++)
			t->width[i] =
			    part * (least >= total ? t->least[i] : t->width[i]);
		return;
	}
	part = (total - least) / (most - least);
	for (i = 0; i < t->printed; i++)
		t->width[i] = t->least[i] + part * (t->width[i] - t->least[i]);
}
