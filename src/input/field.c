/*
 * Cells: text into numbers, dates and words, and what is said of those that
 * can't be read.
 */
#include "input/field.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/text.h"
#include "input/reading.h"
#include "input/table.h"

/* A cell on its way into a field. */
struct reader {
	const struct reading *reading;
	const struct column *column;
	const struct cell *cell;
	const struct loc *loc;
	struct field *field;
};

/* The row is set aside; at most three words of explanation. */
static bool
reject(const struct reader *r, enum diag_code code, const char *one,
    const char *two, const char *three)
{
	diag_at(r->reading->diag, r->reading->row_level, code, r->loc,
	    r->cell->text, one, two, three, NULL);
	return false;
}

/* Else it will only be counted, and what would be right need not be found. */
static bool
has_room(const struct reader *r, enum diag_code code)
{
	return diag_has_room(
	    r->reading->diag, code, r->reading->row_level, r->reading->path);
}

static bool
read_integer(const struct reader *r)
{
	struct arena *arena = r->reading->arena;
	const struct column *c = r->column;
	int64_t value;

	if (!num_parse_integer(r->cell->text, r->cell->len, &value))
		return reject(r, DIAG_not_integer, NULL, NULL, NULL);
	if (value < c->min || value > c->max)
		return reject(r, DIAG_integer_range,
		    arena_printf(arena, "%" PRId64, c->min),
		    arena_printf(arena, "%" PRId64, c->max), NULL);
	r->field->number = (double)value;
	return true;
}

/* 1.234 may be written 1234, or 1,234 if the point was a decimal mark. */
static bool
reject_ambiguous(const struct reader *r)
{
	struct buf whole, decimal;

	buf_init(&whole);
	buf_init(&decimal);
	for (const char *p = r->cell->text; *p != '\0'; p++) {
		if (*p != '.')
			buf_putc(&whole, *p);
		buf_putc(&decimal, *p == '.' ? ',' : *p);
	}
	reject(r, DIAG_number_ambiguous, whole.data, decimal.data, NULL);
	buf_release(&whole);
	buf_release(&decimal);
	return false;
}

/* The file's other numbers have settled what 1.234 is. */
static void
report_decided(const struct reader *r, enum num_style style)
{
	if (style == NUM_STYLE_POINT)
		diag_add(r->reading->diag, DIAG_number_decimal, r->loc,
		    r->cell->text, NULL);
	else
		diag_add(r->reading->diag, DIAG_number_whole, r->loc,
		    r->cell->text, NULL);
}

/* A spreadsheet keeps 60 % as 0,6, and may save it so. */
static bool
looks_like_share(const struct cell *cell, double number)
{
	return number > 0 && number < 1 && strchr(cell->text, '%') == NULL;
}

static bool
read_decimal(const struct reader *r, enum num_style style, bool percent)
{
	double *number = &r->field->number;

	switch (
	    num_parse(r->cell->text, r->cell->len, style, percent, number)) {
	case NUM_BLANK:
	case NUM_BAD:
		return reject(r, percent ? DIAG_not_percent : DIAG_not_number,
		    NULL, NULL, NULL);
	case NUM_CLASH:
		return reject(r,
		    style == NUM_STYLE_COMMA ? DIAG_number_not_comma
					     : DIAG_number_not_point,
		    NULL, NULL, NULL);
	case NUM_AMBIGUOUS:
		return reject_ambiguous(r);
	case NUM_DECIDED:
		report_decided(r, style);
		break;
	case NUM_OK:
		break;
	}
	if (percent && !(num_le(0, *number) && num_le(*number, 100)))
		return reject(r, DIAG_not_percent, NULL, NULL, NULL);
	if (percent && looks_like_share(r->cell, *number))
		diag_add(r->reading->diag, DIAG_percent_share, r->loc,
		    r->cell->text, NULL);
	return true;
}

static bool
read_date(const struct reader *r)
{
	char iso[11];

	switch (day_parse(r->cell->text, r->cell->len, &r->field->date)) {
	case DAY_BLANK:
	case DAY_BAD:
		return reject(r, DIAG_not_date, NULL, NULL, NULL);
	case DAY_SHORT_YEAR:
		return reject(r, DIAG_short_year, NULL, NULL, NULL);
	case DAY_SERIAL:
		day_iso(r->field->date, iso);
		diag_add(r->reading->diag, DIAG_date_serial, r->loc,
		    r->cell->text, iso, NULL);
		break;
	case DAY_WRITTEN:
		break;
	}
	return true;
}

/* "ja, delvis, nej" */
static void
put_list(struct buf *out, const char *word)
{
	if (out->len > 0)
		buf_puts(out, ", ");
	buf_puts(out, word);
}

static bool
reject_word(const struct reader *r)
{
	const struct word *list = r->column->words;
	struct arena *arena = r->reading->arena;
	size_t n = word_count(list);
	const char **spelling;
	const char *near;
	struct buf da, en;

	if (!has_room(r, DIAG_unknown_word) &&
	    !has_room(r, DIAG_unknown_word_near))
		return reject(r, DIAG_unknown_word, NULL, NULL, NULL);
	spelling = arena_array(arena, 2 * n, sizeof(*spelling));
	buf_init(&da);
	buf_init(&en);
	for (size_t i = 0; i < n; i++) {
		put_list(&da, list[i].da);
		put_list(&en, list[i].id);
		spelling[2 * i] = list[i].da;
		spelling[2 * i + 1] = list[i].id;
	}
	near = text_nearest(arena, r->cell->text, spelling, 2 * n);
	reject(r, near == NULL ? DIAG_unknown_word : DIAG_unknown_word_near,
	    da.data, en.data, near);
	buf_release(&da);
	buf_release(&en);
	return false;
}

static bool
read_word(const struct reader *r)
{
	r->field->word =
	    word_find(r->reading->arena, r->column->words, r->cell->text);
	return r->field->word != -1 || reject_word(r);
}

bool
field_read(const struct reading *reading, const struct column *column,
    const struct cell *cell, enum num_style style, const struct loc *loc,
    struct field *field)
{
	struct reader r = {reading, column, cell, loc, field};

	field->text = cell->text;
	switch (column->type) {
	case COLUMN_TEXT:
		return true;
	case COLUMN_INTEGER:
		return read_integer(&r);
	case COLUMN_PERCENT:
		return read_decimal(&r, style, true);
	case COLUMN_DECIMAL:
		return read_decimal(&r, style, false);
	case COLUMN_DATE:
		return read_date(&r);
	case COLUMN_WORD:
		return read_word(&r);
	}
	return true;
}
