/*
 * Whole files of input: "s i" and a line break, then the file.  The first
 * letter is its folder (m, r, s), the second a kind whose headings are put
 * before it (a, b, ...; '-': the file has its own).
 */
#include "base/num.h"
#include "fuzz.h"
#include "input/reading.h"
#include "input/schema.h"
#include "input/table.h"

#define FILE_NAME "status/2015-03/f.csv"

static enum kind_class
class_of(int letter)
{
	return letter == 'm' ? CLASS_MODEL
	    : letter == 'r'  ? CLASS_REGISTER
			     : CLASS_STATUS;
}

static void
put_headings(struct buf *file, const struct kind *kind, bool danish)
{
	for (size_t i = 0; i < kind->ncolumn; i++) {
		if (i > 0)
			buf_putc(file, ';');
		buf_puts(
		    file, danish ? kind->column[i].da : kind->column[i].id);
	}
	buf_putc(file, '\n');
}

static void
check_word(const struct column *c, const struct field *f)
{
	must(f->word >= 0 && (size_t)f->word < word_count(c->words), "%s: %d",
	    c->id, f->word);
}

static bool
is_none(enum column_type type, const struct field *f)
{
	switch (type) {
	case COLUMN_TEXT:
		return true;
	case COLUMN_INTEGER:
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		return !num_given(f->number);
	case COLUMN_DATE:
		return f->date == DAY_NONE;
	case COLUMN_WORD:
		return f->word == -1;
	}
	return false;
}

/* A field that holds something holds what its column says. */
static void
check_field(const struct column *c, const struct field *f, int place)
{
	must(f->text == NULL || place > 0, "%s has no place", c->id);
	if (f->text == NULL) {
		must(is_none(c->type, f), "%s is blank", c->id);
		must((c->flags & COLUMN_REQUIRED) == 0, "%s is blank", c->id);
		return;
	}
	must(text_valid_utf8(f->text, strlen(f->text)), "%s", c->id);
	switch (c->type) {
	case COLUMN_TEXT:
		return;
	case COLUMN_INTEGER:
		must(f->number >= (double)c->min && f->number <= (double)c->max,
		    "%s: %g", c->id, f->number);
		return;
	case COLUMN_PERCENT:
		must(f->number > -1e-8 && f->number < 100 + 1e-8, "%s: %g",
		    c->id, f->number);
		return;
	case COLUMN_DECIMAL:
		must(isfinite(f->number), "%s: %g", c->id, f->number);
		return;
	case COLUMN_DATE:
		must(f->date >= day_from_civil(1900, 1, 1) &&
			f->date <= day_from_civil(2199, 12, 31),
		    "%s: %d", c->id, f->date);
		return;
	case COLUMN_WORD:
		check_word(c, f);
		return;
	}
}

/* A row is sound and nothing is said against it, or it is named. */
static void
check_rows(const struct sheet *s, struct diag *diag)
{
	int line = 0;

	for (size_t i = 0; i < s->nrow; i++) {
		const struct row *row = &s->row[i];

		must(row->line > line, "%d after %d", row->line, line);
		line = row->line;
		must(worst_on_line(diag, line) < (int)DIAG_REJECT,
		    "line %d is used", line);
		for (size_t j = 0; j < s->kind->ncolumn; j++)
			check_field(
			    &s->kind->column[j], &row->field[j], row->place[j]);
	}
	line = 0;
	for (size_t i = 0; i < s->nfaulty; i++) {
		must(s->faulty[i].line > line, "%d after %d", s->faulty[i].line,
		    line);
		line = s->faulty[i].line;
		must(worst_on_line(diag, line) >= 0,
		    "line %d left out in silence", line);
	}
}

static void
check_sheet(struct arena *arena, struct diag *diag, const struct sheet *s,
    const struct buf *file, enum kind_class class)
{
	struct diag *aside = diag_new(arena, DIAG_EN);
	struct reading r = reading_new(arena, aside, FILE_NAME, class);
	struct table table;

	must(table_read(&r, file->data, file->len, &table) == 0, "no table");
	must(s->nrow + s->nfaulty == table.nrecord - 1, "%zu + %zu rows of %zu",
	    s->nrow, s->nfaulty, table.nrecord - 1);
	must((s->kind->classes & 1u << class) != 0, "%s", s->kind->id);
	check_rows(s, diag);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena, size % 2 ? DIAG_DA : DIAG_EN);
	enum kind_class class;
	struct sheet sheet;
	struct buf file;
	int result;

	if (size < 4) {
		arena_free(arena);
		return 0;
	}
	class = class_of(data[0]);
	buf_init(&file);
	if (data[2] >= 'a' && data[2] < 'a' + KINDS)
		put_headings(&file, &kind_table[data[2] - 'a'], size % 2);
	buf_add(&file, data + 4, size - 4);
	result = sheet_read(
	    arena, arena, diag, FILE_NAME, file.data, file.len, class, &sheet);
	check_findings(diag, FILE_NAME, (int)file.len + 1);
	must((result == 0) == (sheet.kind != NULL), "%d", result);
	if (result == -1)
		must(diag_count(diag, DIAG_REJECT) +
			    diag_count(diag, DIAG_FATAL) >
			0,
		    "set aside in silence");
	else
		check_sheet(arena, diag, &sheet, &file, class);
	buf_release(&file);
	arena_free(arena);
	return 0;
}
