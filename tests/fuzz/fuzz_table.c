/*
 * CSV: the records that table_read() finds are those that a second, simple
 * reader finds, and they come back when they are written and read again.
 */
#include "fuzz.h"
#include "input/dialect.h"
#include "input/reading.h"
#include "input/table.h"

#define FILE_NAME "status/2015-03/f.csv"

/* Each cell of the second reader, and how they lie in rows. */
struct plain {
	struct buf text; /* every cell with a NUL, every row a '\1' */
	const char *at, *end;
	char separator;
	bool sound;
	int width; /* of the headings; 0: not yet read */
};

/* One quoted cell; the quote is behind us. */
static void
plain_quoted(struct plain *p, struct buf *cell)
{
	for (; p->at < p->end; p->at++) {
		if (*p->at != '"') {
			buf_putc(cell, *p->at);
		} else if (p->at + 1 < p->end && p->at[1] == '"') {
			buf_putc(cell, *p->at++);
		} else {
			p->at++;
			return;
		}
	}
	p->sound = false;
}

static bool
plain_ends(const struct plain *p)
{
	return p->at == p->end || *p->at == p->separator || line_ends(*p->at);
}

static void
plain_cell(struct plain *p, struct buf *cell)
{
	const char *start = p->at;

	while (p->at < p->end && (*p->at == ' ' || *p->at == '\t') &&
	    !plain_ends(p))
		p->at++;
	if (p->at < p->end && *p->at == '"') {
		p->at++;
		plain_quoted(p, cell);
		while (p->at < p->end && (*p->at == ' ' || *p->at == '\t') &&
		    !plain_ends(p))
			p->at++;
		if (!plain_ends(p))
			p->sound = false;
		return;
	}
	p->at = start;
	for (; !plain_ends(p); p->at++) {
		if (*p->at == '"')
			p->sound = false;
		buf_putc(cell, *p->at);
	}
}

/* A cell as a table holds it: trimmed, line breaks LF. */
static void
plain_keep(struct buf *row, const struct buf *cell)
{
	size_t len = cell->len;
	const char *text = text_trim(cell->data, &len);

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n')
			continue;
		buf_putc(row, text[i] == '\r' ? '\n' : text[i]);
	}
	buf_putc(row, '\0');
}

/* Blank cells beyond the last heading, and those of the headings, are none. */
static void
plain_narrow(struct plain *p, struct buf *row, int ncell)
{
	while (ncell > p->width &&
	    (row->len == 1 || row->data[row->len - 2] == '\0')) {
		row->data[--row->len] = '\0';
		ncell--;
	}
	if (p->width == 0)
		p->width = ncell;
}

static bool
plain_filled(const struct buf *row)
{
	for (size_t i = 0; i < row->len; i++)
		if (row->data[i] != '\0')
			return true;
	return false;
}

/* One row; it is kept if anything stands in it. */
static void
plain_row(struct plain *p)
{
	struct buf row, cell;
	int ncell = 0;

	buf_init(&row);
	buf_init(&cell);
	for (;;) {
		buf_clear(&cell);
		plain_cell(p, &cell);
		plain_keep(&row, &cell);
		ncell++;
		if (!p->sound || p->at == p->end || line_ends(*p->at))
			break;
		p->at++;
	}
	p->at += p->at < p->end;
	if (plain_filled(&row)) {
		plain_narrow(p, &row, ncell);
		buf_add(&p->text, row.data, row.len);
		buf_putc(&p->text, '\1');
	}
	buf_release(&cell);
	buf_release(&row);
}

/* The whole table in the same spelling. */
static void
put_table(struct buf *out, const struct table *t)
{
	for (size_t i = 0; i < t->nrecord; i++) {
		for (int j = 0; j < t->record[i].ncell; j++) {
			const struct cell *cell = &t->record[i].cell[j];

			if (cell->text != NULL)
				buf_add(out, cell->text, cell->len);
			buf_putc(out, '\0');
		}
		buf_putc(out, '\1');
	}
}

static void
check_cells(const struct table *t, int lines)
{
	int line = 0;

	for (size_t i = 0; i < t->nrecord; i++) {
		const struct record *r = &t->record[i];

		must(r->line > line && r->line <= lines, "%d after %d of %d",
		    r->line, line, lines);
		must(
		    r->ncell >= 1 && r->ncell <= TABLE_COLUMNS, "%d", r->ncell);
		line = r->line;
		for (int j = 0; j < r->ncell; j++) {
			const char *text = r->cell[j].text;
			size_t len = r->cell[j].len, trimmed = len;

			if (text == NULL)
				continue;
			must(len > 0 && strlen(text) == len, "%s", text);
			must(text_valid_utf8(text, len), "%s", text);
			must(text_trim(text, &trimmed) == text, "%s", text);
			must(trimmed == len, "%s", text);
		}
	}
}

/* Nothing is lost: a second reader finds the same. */
static void
check_second(
    const struct reading *r, const struct table *t, const struct buf *text)
{
	struct plain p = {.sound = true};
	struct buf found;
	size_t begin;

	if (t->nfault > 0 ||
	    dialect_separator(r, text->data, &p.separator, &begin) == -1)
		return;
	buf_init(&p.text);
	buf_init(&found);
	p.at = text->data + begin;
	p.end = text->data + text->len;
	while (p.at < p.end && p.sound)
		plain_row(&p);
	put_table(&found, t);
	must(p.sound, "a stray quote is passed over");
	must(found.len == p.text.len &&
		memcmp(found.data, p.text.data, found.len) == 0,
	    "read %zu bytes of cells, there are %zu", found.len, p.text.len);
	buf_release(&found);
	buf_release(&p.text);
}

/*
 * Has a row that is too short or too long a cell of many lines?  Whether it
 * hides rows depends on how it was written: it is a fault either way.
 */
static bool
may_hide_rows(const struct table *t)
{
	for (size_t i = 1; i < t->nrecord; i++)
		for (int j = 0; j < t->record[i].ncell; j++)
			if (t->record[i].ncell != t->record[0].ncell &&
			    t->record[i].cell[j].text != NULL &&
			    strchr(t->record[i].cell[j].text, '\n') != NULL)
				return true;
	return false;
}

/*
 * Written with every cell in quotes, the table reads the same.  The separator
 * stays: cells with line breaks are searched for it.
 */
static void
check_again(const struct reading *r, const struct table *t)
{
	struct buf file, was, is;
	struct table again;

	if (may_hide_rows(t))
		return;
	buf_init(&file);
	buf_init(&was);
	buf_init(&is);
	buf_puts(&file, "sep=");
	buf_putc(&file, t->separator);
	buf_puts(&file, "\r\n");
	for (size_t i = 0; i < t->nrecord; i++) {
		for (int j = 0; j < t->record[i].ncell; j++) {
			const char *text = t->record[i].cell[j].text;

			if (j > 0)
				buf_putc(&file, t->separator);
			buf_putc(&file, '"');
			for (; text != NULL && *text != '\0'; text++) {
				if (*text == '"')
					buf_putc(&file, '"');
				buf_putc(&file, *text);
			}
			buf_putc(&file, '"');
		}
		buf_puts(&file, "\r\n");
	}
	put_table(&was, t);
	must(table_read(r, file.data, file.len, &again) == 0, "not read again");
	put_table(&is, &again);
	must(was.len == is.len && memcmp(was.data, is.data, was.len) == 0,
	    "read again: %zu bytes of cells, were %zu", is.len, was.len);
	buf_release(&is);
	buf_release(&was);
	buf_release(&file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena, DIAG_DA);
	struct diag *aside = diag_new(arena, DIAG_DA);
	struct reading r = reading_new(arena, diag, FILE_NAME, CLASS_STATUS);
	struct reading again =
	    reading_new(arena, aside, FILE_NAME, CLASS_STATUS);
	struct table table;
	struct buf text;
	int result, lines = (int)size + 1;

	result = table_read(&r, data, size, &table);
	buf_init(&text);
	if (dialect_decode(&again, data, size, &text) == 0)
		lines = count_lines(text.data, text.len);
	check_findings(diag, FILE_NAME, lines);
	if (result == -1)
		must(diag_count(diag, DIAG_REJECT) > 0, "set aside in silence");
	else {
		must(table.nrecord > 0, "no header");
		must(
		    (table.nfault == 0) == (diag_count(diag, DIAG_REJECT) == 0),
		    "%zu faults", table.nfault);
		check_cells(&table, lines);
		check_second(&again, &table, &text);
		check_again(&again, &table);
	}
	buf_release(&text);
	arena_free(arena);
	return 0;
}
