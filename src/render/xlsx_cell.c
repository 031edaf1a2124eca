/*
 * One value into one cell, typed.
 */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "doc/value.h"
#include "render/xlsx.h"

#define SERIAL_EPOCH 25569  /* 1970-01-01 in the 1900 date system */
#define SERIAL_FIRST 61     /* 1900-03-01: before it Excel is wrong */
#define SERIAL_LAST 2958465 /* 9999-12-31 */
#define CODE_UNITS 255      /* longer text shows as #### under "@" */
#define NOTE_UNITS 1000

static bool
is_serial(day date)
{
	return date >= SERIAL_FIRST - SERIAL_EPOCH &&
	    date <= SERIAL_LAST - SERIAL_EPOCH;
}

bool
xlsx_number(const struct value *v, double *out)
{
	*out = 0;
	switch (v->type) {
	case VALUE_COUNT:
		*out = (double)v->as.count;
		break;
	case VALUE_NUMBER:
	case VALUE_MONEY:
		*out = v->as.number;
		break;
	case VALUE_PERCENT:
		*out = v->as.number / 100;
		break;
	case VALUE_DAY:
		*out = (double)v->as.date + SERIAL_EPOCH;
		return is_serial(v->as.date);
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		return false;
	}
	return isfinite(*out);
}

enum xlsx_kind
xlsx_kind_of(const struct value *v, enum xlsx_kind number)
{
	switch (v->type) {
	case VALUE_NONE:
	case VALUE_BOOL:
		return KIND_TEXT;
	case VALUE_TEXT:
		return text_utf16_length(v->as.text) > CODE_UNITS ? KIND_TEXT
								  : KIND_CODE;
	case VALUE_COUNT:
	case VALUE_MONEY:
		return KIND_WHOLE;
	case VALUE_NUMBER:
		return number;
	case VALUE_PERCENT:
		return KIND_PERCENT;
	case VALUE_DAY:
		return is_serial(v->as.date) ? KIND_DAY : KIND_TEXT;
	case VALUE_LIGHT:
		return KIND_LIGHT;
	}
	return KIND_TEXT;
}

/* Of what may be typed into an empty cell. */
static enum xlsx_kind
rule_kind(const struct grid_rule *rule, enum value_type column)
{
	switch (rule->type) {
	case RULE_TEXT:
	case RULE_CHOICE:
		return KIND_CODE;
	case RULE_WHOLE:
		return column == VALUE_PERCENT ? KIND_PERCENT : KIND_WHOLE;
	case RULE_NUMBER:
		return column == VALUE_PERCENT ? KIND_PERCENT : KIND_HUNDREDTHS;
	case RULE_DAY:
		return KIND_DAY;
	}
	return KIND_CODE;
}

static enum xlsx_kind
input_kind(enum xlsx_kind kind)
{
	switch (kind) {
	case KIND_WHOLE:
		return KIND_INPUT_WHOLE;
	case KIND_TENTHS:
	case KIND_HUNDREDTHS:
		return KIND_INPUT_NUMBER;
	case KIND_DAY:
		return KIND_INPUT_DAY;
	case KIND_TEXT:
	case KIND_CODE:
	case KIND_PERCENT:
	case KIND_LIGHT:
	case KIND_INPUT_WHOLE:
	case KIND_INPUT_NUMBER:
	case KIND_INPUT_DAY:
	case KINDS:
		break;
	}
	return kind;
}

/* An empty cell that will hold something has the look of that already. */
static enum xlsx_kind
type_kind(enum value_type type)
{
	const struct value v = {.type = type, .as.text = ""};

	if (type == VALUE_DAY)
		return KIND_DAY;
	return xlsx_kind_of(&v, KIND_HUNDREDTHS);
}

enum xlsx_kind
xlsx_look_kind(const struct grid_cell *cell, const struct xlsx_look *look)
{
	const struct grid *grid =
	    look->table != NULL ? look->table->grid : NULL;
	bool input = grid != NULL && grid->look == GRID_INPUT;
	enum value_type column =
	    grid != NULL ? grid->column[look->column].type : VALUE_NONE;
	enum xlsx_kind kind = xlsx_kind_of(&cell->value, look->number);

	if (cell->value.type == VALUE_NONE && cell->rule != NULL)
		kind = rule_kind(cell->rule, column);
	else if (cell->value.type == VALUE_NONE &&
	    (cell->formula != NULL || input))
		kind = type_kind(column);
	if (input && column == VALUE_NUMBER && kind == KIND_WHOLE)
		kind = KIND_HUNDREDTHS;
	/* A formula in a cell of texts would be shown instead of its value. */
	if (cell->formula != NULL && (kind == KIND_CODE || kind == KIND_LIGHT))
		kind = KIND_TEXT;
	return input ? input_kind(kind) : kind;
}

/* What passed xlsx_string(). */
static void
put_text(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const char *text, lxw_format *f)
{
	if (*text == '\0')
		xlsx_try(
		    s->book, worksheet_write_blank(s->sheet, row, column, f));
	else
		xlsx_try(s->book,
		    worksheet_write_string(s->sheet, row, column, text, f));
	s->cells++;
}

void
xlsx_cell_text(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const char *text, lxw_format *f)
{
	put_text(s, row, column, xlsx_string(s->book, text, NULL), f);
}

void
xlsx_cell_number(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const char *formula, double number, lxw_format *f)
{
	struct xlsx *x = s->book;

	if (!isfinite(number))
		xlsx_try(x, worksheet_write_blank(s->sheet, row, column, f));
	else if (formula == NULL)
		xlsx_try(x,
		    worksheet_write_number(s->sheet, row, column, number, f));
	else
		xlsx_try(x,
		    worksheet_write_formula_num(
			s->sheet, row, column, formula, f, number));
	s->cells++;
}

/* A place within the pack, spelled so that nothing can be read into it. */
static bool
is_safe_href(const char *href)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789./_#-";
	size_t len;

	if (href == NULL)
		return false;
	len = strlen(href);
	return len > 0 && len < 1000 && href[0] != '/' && href[0] != '#' &&
	    strspn(href, safe) == len && strstr(href, "//") == NULL;
}

static bool
may_link(const struct xlsx_sheet *s, const struct grid_cell *cell)
{
	return cell->value.type != VALUE_NONE && is_safe_href(cell->href) &&
	    s->nlink < XLSX_LINKS_MAX;
}

/* The link first: the value then takes the place of its text. */
static void
write_link(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const char *href, lxw_format *f)
{
	xlsx_try(s->book, worksheet_write_url(s->sheet, row, column, href, f));
	s->nlink++;
}

static void
write_note(
    struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column, const char *note)
{
	struct xlsx *x = s->book;
	lxw_comment_options options = {.width = 240};
	const char *text;

	if (note == NULL || *note == '\0' || x->ncomment == XLSX_COMMENTS_MAX)
		return;
	x->ncomment++;
	text = xlsx_keep(x, note, NOTE_UNITS);
	options.height = (uint16_t)(20 + 16 * xlsx_lines(text, 36, 40, NULL));
	xlsx_try(x,
	    worksheet_write_comment_opt(s->sheet, row, column, text, &options));
}

/* A text that has a tone shows its shape too: colour alone says nothing. */
static void
write_string(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, lxw_format *f)
{
	const char *text = cell->value.as.text;

	if (cell->tone != TONE_NONE) {
		buf_clear(&s->book->scratch);
		buf_printf(
		    &s->book->scratch, "%s %s", tone_shape(cell->tone), text);
		text = s->book->scratch.data;
	}
	put_text(s, row, column, xlsx_string(s->book, text, &cell->source), f);
}

/* The value of a formula, as it is until something is typed. */
static void
write_live(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, const char *formula, lxw_format *f)
{
	struct xlsx *x = s->book;
	double number;

	if (xlsx_number(&cell->value, &number)) {
		xlsx_cell_number(s, row, column, formula, number, f);
		return;
	}
	buf_clear(&x->scratch);
	value_print(&x->scratch, &cell->value, x->labels);
	xlsx_try(x,
	    worksheet_write_formula_str(s->sheet, row, column, formula, f,
		xlsx_string(x, x->scratch.data, &cell->source)));
	s->cells++;
}

/* Where a light may change, its colour follows. */
static void
write_tones(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column)
{
	struct xlsx *x = s->book;
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
	    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO};
	struct value light;
	struct buf word, quoted;
	int tone;

	buf_init(&word);
	buf_init(&quoted);
	for (tone = TONE_GREEN; tone <= TONE_GREY; tone++) {
		light = value_light((enum tone)tone);
		buf_clear(&word);
		buf_clear(&quoted);
		value_print(&word, &light, x->labels);
		if (!xlsx_put_quoted(&quoted, word.data))
			continue;
		rule.value_string = quoted.data;
		rule.format = xlsx_format_tone(x->formats, (enum tone)tone);
		xlsx_try(x,
		    worksheet_conditional_format_cell(
			s->sheet, row, column, &rule));
	}
	buf_release(&quoted);
	buf_release(&word);
}

static bool
write_formula(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, const struct xlsx_look *look, lxw_format *f)
{
	const struct xlsx_table *t = look->table;
	struct buf formula;
	bool live;

	if (cell->formula == NULL || t == NULL)
		return false;
	buf_init(&formula);
	live = xlsx_formula(t, look->row, look->column, &formula);
	if (live)
		write_live(s, row, column, cell, formula.data, f);
	buf_release(&formula);
	if (live && t->grid->column[look->column].type == VALUE_LIGHT)
		write_tones(s, row, column);
	return live;
}

static void
write_value(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, lxw_format *f)
{
	struct xlsx *x = s->book;
	struct buf formula;
	double number;
	bool derived;

	if (xlsx_number(&cell->value, &number) || !isfinite(number)) {
		buf_init(&formula);
		derived = xlsx_derive(s, cell, &formula);
		xlsx_cell_number(
		    s, row, column, derived ? formula.data : NULL, number, f);
		buf_release(&formula);
		return;
	}
	if (cell->value.type == VALUE_TEXT) {
		write_string(s, row, column, cell, f);
		return;
	}
	buf_clear(&x->scratch);
	value_print(&x->scratch, &cell->value, x->labels);
	xlsx_cell_text(s, row, column, x->scratch.data, f);
}

/* The sheet that the first cell of a row leads to, or NULL. */
static const struct xlsx_sheet *
leads_to(const struct xlsx_look *look)
{
	const struct xlsx_table *t = look->table;

	return t != NULL && t->leads != NULL && look->column == 0
	    ? t->leads[look->row]
	    : NULL;
}

void
xlsx_cell_write(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, struct xlsx_look look)
{
	enum xlsx_kind kind = xlsx_look_kind(cell, &look);
	bool light = cell->value.type == VALUE_LIGHT && cell->formula == NULL;
	const struct xlsx_sheet *to = leads_to(&look);
	bool link = may_link(s, cell);
	unsigned flags = look.flags;
	lxw_format *f;

	if (link || to != NULL)
		flags |= CELL_LINK;
	if (look.heat != -1)
		f = xlsx_format_heat(s->book->formats, kind, look.heat, flags);
	else
		f = xlsx_format_cell(s->book->formats, kind,
		    light ? cell->value.as.light : cell->tone, flags);
	if (to != NULL)
		xlsx_contents_link(s, row, column, to, f);
	else if (link)
		write_link(s, row, column, cell->href, f);
	if (!write_formula(s, row, column, cell, &look, f))
		write_value(s, row, column, cell, f);
	write_note(s, row, column, cell->note);
}
