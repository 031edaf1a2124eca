#include "input/normal.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/text.h"
#include "input/dialect.h"
#include "input/field.h"
#include "input/reading.h"
#include "input/recognise.h"
#include "input/table.h"

#define SEPARATOR ';'

/* One file on its way into normal form. */
struct normal {
	struct reading reading; /* its diag is heard by nobody */
	const struct normal_words *words;
	struct table table;
	struct layout layout;
	enum num_style style;
	const struct column **column; /* by cell; NULL: not known */
	bool keep_numbers;
	const char **put; /* by record and cell: what was written */
	size_t stride;    /* cells of the widest record */
	struct buf *out;
};

/* A file as it is read, for comparison. */
struct outcome {
	struct sheet sheet;
	struct table table;
	size_t faults; /* rejections, fatal or not */
	bool split;    /* a number may be cut in two */
};

static struct reading
unheard(struct arena *arena, enum kind_class class)
{
	return reading_new(arena, diag_new(arena, DIAG_DA), "", class);
}

enum normal_form
normal_text(const void *bytes, size_t len, struct buf *out)
{
	enum text_encoding encoding;
	struct buf text;
	size_t n;

	buf_init(&text);
	if (text_decode(bytes, len, &text, &encoding, NULL) != TEXT_OK) {
		buf_add(out, bytes, len);
		buf_release(&text);
		return NORMAL_NOT;
	}
	for (const char *p = text.data; *p != '\0'; p += n) {
		n = line_length(p);
		buf_add(out, p, strcspn(p, "\r\n"));
		if (line_ends(p[n - 1]))
			buf_putc(out, '\n');
	}
	buf_release(&text);
	return NORMAL_TEXT;
}

/* A heading with any separator is quoted, lest it be taken for one. */
static void
put_cell(struct buf *out, const char *text, const char *special)
{
	if (strpbrk(text, special) == NULL) {
		buf_puts(out, text);
		return;
	}
	buf_putc(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

/* Digits, with a comma for the mark at the given place. */
static void
put_digits(struct buf *out, const char *text, const char *mark)
{
	bool negative = text[0] == '-' || strncmp(text, "\xe2\x88\x92", 3) == 0;

	buf_puts(out, negative ? "-" : "");
	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9')
			buf_putc(out, *text);
		else if (text == mark)
			buf_putc(out, ',');
}

/* The mark before p, or NULL. */
static const char *
mark_before(const char *text, const char *p)
{
	while (p > text)
		if (*--p == '.' || *p == ',')
			return p;
	return NULL;
}

/*
 * The number with the digits that it was written with: which of its marks is
 * the decimal mark, if any, is told by its value.
 */
static const char *
decimal_text(struct arena *arena, const char *text, double value)
{
	const char *mark = mark_before(text, text + strlen(text));
	const char *found = NULL;
	struct buf digits;
	double again;

	buf_init(&digits);
	for (;; mark = mark_before(text, mark)) {
		buf_clear(&digits);
		put_digits(&digits, text, mark);
		if (num_parse(digits.data, digits.len, NUM_STYLE_COMMA, false,
			&again) == NUM_OK &&
		    again == value)
			found = arena_strndup(arena, digits.data, digits.len);
		if (found != NULL || mark == NULL)
			break;
	}
	buf_release(&digits);
	return found;
}

static const char *
typed_text(struct normal *n, const struct column *c, const struct field *field)
{
	struct arena *arena = n->reading.arena;
	char iso[11];

	switch (c->type) {
	case COLUMN_TEXT:
		return n->words->reference == NULL
		    ? NULL
		    : n->words->reference(
			  n->words->context, arena, c, field->text);
	case COLUMN_INTEGER:
		return arena_printf(arena, "%" PRId64, (int64_t)field->number);
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		return n->keep_numbers
		    ? NULL
		    : decimal_text(arena, field->text, field->number);
	case COLUMN_DATE:
		day_iso(field->date, iso);
		return arena_strdup(arena, iso);
	case COLUMN_WORD:
		return n->words->english ? c->words[field->word].id
					 : c->words[field->word].da;
	}
	return NULL;
}

/* A cell in normal form; as it stands, if it can't be read. */
static const char *
cell_text(struct normal *n, const struct column *c, const struct cell *cell)
{
	struct loc loc = {.file = n->reading.path};
	struct field field = {.text = NULL};
	const char *text = NULL;

	if (cell->text == NULL)
		return "";
	if (c != NULL &&
	    field_read(&n->reading, c, cell, n->style, &loc, &field))
		text = typed_text(n, c, &field);
	return text == NULL ? cell->text : text;
}

static const char *
heading_text(struct normal *n, const struct column *c, const struct cell *cell)
{
	if (c != NULL)
		return n->words->english ? c->id : c->da;
	return cell->text == NULL ? "" : cell->text;
}

/* As many cells as there are headings, but for a row that is ragged. */
static int
record_width(const struct normal *n, const struct record *record)
{
	int width = record->ncell;

	while (width > n->layout.width && record->cell[width - 1].text == NULL)
		width--;
	return width;
}

static void
put_record(struct normal *n, size_t number)
{
	const struct record *record = &n->table.record[number];
	int width = record_width(n, record);
	const char *text;

	for (int i = 0; i < width; i++) {
		const struct column *c =
		    i < n->layout.width ? n->column[i] : NULL;

		text = number == 0 ? heading_text(n, c, &record->cell[i])
				   : cell_text(n, c, &record->cell[i]);
		if (i > 0)
			buf_putc(n->out, SEPARATOR);
		put_cell(n->out, text, number == 0 ? ";,\t\"\r\n" : ";\"\r\n");
		n->put[number * n->stride + (size_t)i] = text;
	}
	buf_putc(n->out, '\n');
}

static void
find_columns(struct normal *n)
{
	const struct layout *l = &n->layout;

	n->column =
	    arena_array(n->reading.arena, (size_t)l->width, sizeof(*n->column));
	for (size_t i = 0; i < l->kind->ncolumn; i++)
		if (l->place[i] > 0)
			n->column[l->place[i] - 1] = &l->kind->column[i];
	for (size_t i = 0; i < n->table.nrecord; i++)
		if ((size_t)n->table.record[i].ncell > n->stride)
			n->stride = (size_t)n->table.record[i].ncell;
}

/* False if the rows can't be told: then nothing of them is touched. */
static bool
normal_open(struct normal *n, const void *bytes, size_t len)
{
	if (table_read(&n->reading, bytes, len, &n->table) == -1 ||
	    n->table.nfault > 0 ||
	    layout_recognise(&n->reading, &n->table.record[0], &n->layout) ==
		-1)
		return false;
	n->style = sheet_number_style(&n->layout, &n->table);
	find_columns(n);
	return true;
}

static bool
diag_has(struct diag *diag, enum diag_code code)
{
	const struct finding *const *all;
	size_t i, n;

	all = diag_sorted(diag, &n);
	for (i = 0; i < n; i++)
		if (all[i]->code == code)
			return true;
	return false;
}

static void
read_outcome(struct arena *arena, const void *bytes, size_t len,
    enum kind_class class, struct outcome *o)
{
	struct reading r = unheard(arena, class);

	(void)sheet_read(
	    arena, arena, r.diag, "", bytes, len, class, &o->sheet);
	o->faults =
	    diag_count(r.diag, DIAG_REJECT) + diag_count(r.diag, DIAG_FATAL);
	o->split = diag_has(r.diag, DIAG_number_split);
	r = unheard(arena, class);
	(void)table_read(&r, bytes, len, &o->table);
}

static bool
same_number(double a, double b)
{
	return num_given(a) ? a == b : !num_given(b);
}

static bool
same_field(enum column_type type, const struct field *a, const struct field *b)
{
	if ((a->text == NULL) != (b->text == NULL))
		return false;
	switch (type) {
	case COLUMN_TEXT:
		return true;
	case COLUMN_INTEGER:
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		return same_number(a->number, b->number);
	case COLUMN_DATE:
		return a->date == b->date;
	case COLUMN_WORD:
		return a->word == b->word;
	}
	return false;
}

static bool
same_row(const struct kind *kind, const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < kind->ncolumn; i++)
		if (a->place[i] != b->place[i] ||
		    !same_field(
			kind->column[i].type, &a->field[i], &b->field[i]))
			return false;
	return true;
}

static bool
same_faulty(const struct faulty_row *a, const struct faulty_row *b)
{
	return (a->municipality == NULL) == (b->municipality == NULL) &&
	    (a->municipality_name == NULL) == (b->municipality_name == NULL);
}

static bool
same_rows(const struct sheet *a, const struct sheet *b)
{
	if (a->kind != b->kind || a->nrow != b->nrow ||
	    a->nfaulty != b->nfaulty)
		return false;
	for (size_t i = 0; i < a->nrow; i++)
		if (!same_row(a->kind, &a->row[i], &b->row[i]))
			return false;
	for (size_t i = 0; i < a->nfaulty; i++)
		if (!same_faulty(&a->faulty[i], &b->faulty[i]))
			return false;
	return true;
}

/* Every cell comes back as it was put. */
static bool
same_texts(const struct normal *n, const struct table *table)
{
	if (table->nrecord != n->table.nrecord || table->nfault > 0)
		return false;
	for (size_t i = 0; i < table->nrecord; i++)
		for (int j = 0; j < table->record[i].ncell; j++) {
			const char *got = table->record[i].cell[j].text;
			const char *put = (size_t)j < n->stride
			    ? n->put[i * n->stride + (size_t)j]
			    : NULL;

			if (put == NULL ||
			    strcmp(put, got == NULL ? "" : got) != 0)
				return false;
		}
	return true;
}

static bool
try_rewrite(struct normal *n, const struct outcome *before)
{
	struct outcome after;

	buf_clear(n->out);
	n->put = arena_array(
	    n->reading.arena, n->table.nrecord * n->stride, sizeof(*n->put));
	for (size_t i = 0; i < n->table.nrecord; i++)
		put_record(n, i);
	read_outcome(n->reading.arena, n->out->data, n->out->len,
	    n->reading.class, &after);
	return same_texts(n, &after.table) &&
	    same_rows(&before->sheet, &after.sheet) &&
	    before->faults == after.faults;
}

static bool
same_outcome(const struct outcome *a, const struct outcome *b)
{
	return a->faults == b->faults && a->table.nrecord == b->table.nrecord &&
	    a->table.nfault == b->table.nfault &&
	    same_rows(&a->sheet, &b->sheet);
}

/* Encoding and line breaks only; the bytes as they are, if that is too much. */
static enum normal_form
copy_text(struct normal *n, const void *bytes, size_t len,
    const struct outcome *before)
{
	struct outcome after;

	buf_clear(n->out);
	if (normal_text(bytes, len, n->out) == NORMAL_NOT)
		return NORMAL_NOT;
	read_outcome(n->reading.arena, n->out->data, n->out->len,
	    n->reading.class, &after);
	if (same_outcome(before, &after))
		return NORMAL_TEXT;
	buf_clear(n->out);
	buf_add(n->out, bytes, len);
	return NORMAL_NOT;
}

static enum normal_form
normalise(struct normal *n, const void *bytes, size_t len)
{
	struct outcome before;

	read_outcome(n->reading.arena, bytes, len, n->reading.class, &before);
	/* Between semicolons nobody would see that a number was cut in two. */
	if (before.split || !normal_open(n, bytes, len))
		return copy_text(n, bytes, len, &before);
	if (try_rewrite(n, &before))
		return NORMAL_WHOLE;
	n->keep_numbers = true;
	if (try_rewrite(n, &before))
		return NORMAL_NUMBERS_KEPT;
	return copy_text(n, bytes, len, &before);
}

enum normal_form
normal_sheet(const void *bytes, size_t len, enum kind_class class,
    const struct normal_words *words, struct buf *out)
{
	struct arena *arena = arena_new();
	struct normal n = {
	    .reading = unheard(arena, class), .words = words, .out = out};
	enum normal_form form = normalise(&n, bytes, len);

	arena_free(arena);
	return form;
}
