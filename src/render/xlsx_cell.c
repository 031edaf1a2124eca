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
		buf_printf(&s->book->scratch, "%s %s", tone_shape(cell->tone),
		    text);
		text = s->book->scratch.data;
	}
	put_text(
	    s, row, column, xlsx_string(s->book, text, &cell->source), f);
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

void
xlsx_cell_write(struct xlsx_sheet *s, lxw_row_t row, lxw_col_t column,
    const struct grid_cell *cell, struct xlsx_look look)
{
	enum xlsx_kind kind = xlsx_kind_of(&cell->value, look.number);
	bool light = cell->value.type == VALUE_LIGHT;
	bool link = may_link(s, cell);
	unsigned flags = look.flags;
	lxw_format *f;

	if (link)
		flags |= CELL_LINK;
	if (look.heat != -1)
		f = xlsx_format_heat(s->book->formats, kind, look.heat, flags);
	else
		f = xlsx_format_cell(s->book->formats, kind,
		    light ? cell->value.as.light : cell->tone, flags);
	if (link)
		write_link(s, row, column, cell->href, f);
	write_value(s, row, column, cell, f);
	write_note(s, row, column, cell->note);
}
