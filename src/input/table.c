/*
 * CSV by libcsv in strict mode, one physical line at a time: the library does
 * not count lines, and after a fault it can't go on.
 */
#include "input/table.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "input/dialect.h"
#include "input/reading.h"

/* One reading of a text from its first line to its last. */
struct scan {
	const struct reading *reading;
	struct table *table;
	struct csv_parser parser;
	char separator;
	const char *text; /* decoded, NUL-terminated */
	size_t len;

	/* The physical line that is fed next. */
	size_t pos;
	int line;

	/* The record being read. */
	bool open;    /* it goes on in the next line */
	size_t start; /* where its first line begins */
	int start_line;
	struct cell *cell; /* TABLE_COLUMNS of them */
	int ncell;
	int nfilled;
	bool wide;  /* a cell beyond the last column */
	bool full;  /* a row beyond the last that a file may have */
	bool many;  /* the record that was kept last is of many lines */
	char *free; /* where the next cell's text goes */
	char *mark; /* where the record's first went */
};

static void *
grow(void *bytes, size_t size)
{
	void *grown = realloc(bytes, size);

	if (grown == NULL)
		arena_exhausted();
	return grown;
}

static void
scan_start_parser(struct scan *s)
{
	csv_init(&s->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_realloc_func(&s->parser, grow);
	csv_set_blk_size(&s->parser, 4096);
	csv_set_delim(&s->parser, (unsigned char)s->separator);
}

/* Line breaks inside a cell, however the file writes them, are one LF. */
static size_t
unify_breaks(char *text, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\r' && text[i + 1] == '\n')
			continue;
		text[n++] = text[i] == '\r' ? '\n' : text[i];
	}
	text[n] = '\0';
	return n;
}

/* Most cells have no blank at either end: don't look any closer. */
static bool
needs_trimming(const char *text, size_t len)
{
	unsigned char first = (unsigned char)text[0];
	unsigned char last = (unsigned char)text[len - 1];

	return first <= ' ' || first > 0x7e || last <= ' ' || last > 0x7e;
}

static void
scan_cell(void *bytes, size_t len, void *data)
{
	struct scan *s = data;
	struct cell *cell;
	const char *text = bytes;

	if (len > 0 && needs_trimming(text, len))
		text = text_trim(text, &len);
	if (s->ncell == TABLE_COLUMNS) {
		s->wide = s->wide || len > 0;
		return;
	}
	cell = &s->cell[s->ncell++];
	if (len == 0) {
		*cell = (struct cell){NULL, 0};
		return;
	}
	memcpy(s->free, text, len);
	s->free[len] = '\0';
	if (s->start_line != s->line)
		len = unify_breaks(s->free, len);
	*cell = (struct cell){s->free, len};
	s->free += len + 1;
	s->nfilled++;
}

static void
scan_clear_record(struct scan *s)
{
	s->open = false;
	s->ncell = s->nfilled = 0;
	s->wide = false;
}

/* Blank cells beyond the last heading say nothing, however many there are. */
static int
count_kept(const struct scan *s)
{
	const struct table *t = s->table;
	int width = t->nrecord == 0 ? 0 : t->record[0].ncell, n = s->ncell;

	while (n > width && s->cell[n - 1].text == NULL)
		n--;
	return n;
}

static void
scan_keep_record(struct scan *s)
{
	const struct reading *r = s->reading;
	struct table *t = s->table;
	int n = count_kept(s);
	size_t size = (size_t)n * sizeof(struct cell);
	struct cell *kept;

	if (t->nrecord == TABLE_ROWS) {
		s->full = true;
		return;
	}
	kept = arena_alloc(r->scratch, size);
	memcpy(kept, s->cell, size);
	t->record[t->nrecord++] = (struct record){.cell = kept,
	    .ncell = n,
	    .line = s->start_line,
	    .beyond = s->ncell - n};
	s->many = s->line != s->start_line;
}

static void
scan_row(int terminator, void *data)
{
	struct scan *s = data;

	(void)terminator;
	s->open = false;
	if (s->wide)
		return;
	if (s->nfilled > 0)
		scan_keep_record(s);
	scan_clear_record(s);
}

/* Returns -1 if it was the header row, without which nothing can be read. */
static int
scan_report(struct scan *s, enum diag_code code, const char *limit)
{
	const struct reading *r = s->reading;
	struct loc loc = {.file = r->path, .line = s->start_line};
	bool header = s->table->nrecord == 0;

	diag_at(r->diag, header ? r->file_level : r->row_level, code, &loc,
	    NULL, limit, NULL);
	s->table->nfault++;
	scan_clear_record(s);
	s->free = s->mark;
	return header ? -1 : 0;
}

/*
 * Go back to the line behind the first of a record that can't be read: a
 * quote that was never closed has swallowed rows that are sound.
 */
static void
scan_go_back(struct scan *s)
{
	csv_free(&s->parser);
	scan_start_parser(s);
	s->pos = s->start + line_length(s->text + s->start);
	s->line = s->start_line + 1;
}

static int
scan_bad_quote(struct scan *s, enum diag_code code)
{
	if (s->table->nrecord == 0)
		code = DIAG_header_quote;
	scan_go_back(s);
	return scan_report(s, code, NULL);
}

/* Separators in a cell that goes over several lines, else 0. */
static int
count_swallowed(const struct scan *s, const struct cell *cell)
{
	int found = 0;

	if (cell->text == NULL || strchr(cell->text, '\n') == NULL)
		return 0;
	for (size_t i = 0; i < cell->len; i++)
		found += cell->text[i] == s->separator;
	return found;
}

/* The cell of many lines that holds so many separators, or -1. */
static int
find_swallowed(const struct scan *s, const struct record *record, int least)
{
	for (int i = 0; i < record->ncell; i++)
		if (count_swallowed(s, &record->cell[i]) >= least)
			return i;
	return -1;
}

static bool
record_fits(const struct scan *s, const struct record *record)
{
	int width = s->table->record[0].ncell;

	for (int i = width; i < record->ncell; i++)
		if (record->cell[i].text != NULL)
			return false;
	return record->ncell >= width;
}

/* The cells of one line, read by itself. */
struct probe {
	int ncell, nused; /* nused: to the last that isn't blank */
};

static void
probe_cell(void *bytes, size_t len, void *data)
{
	struct probe *probe = data;

	(void)bytes;
	probe->ncell++;
	if (len > 0)
		probe->nused = probe->ncell;
}

/* Is the line, read by itself, a row of so many cells? */
static bool
line_is_row(const struct scan *s, const char *line, size_t len, int width)
{
	struct probe probe = {0, 0};
	struct csv_parser parser;
	bool whole;

	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_realloc_func(&parser, grow);
	csv_set_delim(&parser, (unsigned char)s->separator);
	whole =
	    csv_parse(&parser, line, len, probe_cell, NULL, &probe) == len &&
	    csv_fini(&parser, probe_cell, NULL, &probe) == 0;
	csv_free(&parser);
	return whole && probe.ncell >= width && probe.nused <= width;
}

/* Does the line have the separators of a row, whatever quotes are in it? */
static bool
line_is_split(const struct scan *s, const char *line, size_t len, int width)
{
	int n = 1;

	for (size_t i = 0; i < len; i++)
		n += line[i] == s->separator;
	return n == width;
}

/*
 * Are there rows in the record just read?  Either a line but its first is one
 * by itself, or each would be without its quotes.
 */
static bool
hides_rows(const struct scan *s)
{
	int width = s->table->record[0].ncell;
	size_t at = s->start, len;
	bool all = true;

	for (; at < s->pos; at += len) {
		len = line_length(s->text + at);
		if (at > s->start && line_is_row(s, s->text + at, len, width))
			return true;
		all = all && line_is_split(s, s->text + at, len, width);
	}
	return all;
}

/*
 * A cell of many lines may hold anything.  But a quote that was never closed
 * may have swallowed rows, until a second one closed it: if they leave too
 * few or too many cells, and there are rows among the lines, these are read
 * again; if they leave as many as there should be, that it may be so is said.
 */
static int
scan_many_lines(struct scan *s)
{
	const struct reading *r = s->reading;
	struct table *t = s->table;
	const struct record *head = &t->record[0];
	const struct record *record = &t->record[t->nrecord - 1];
	struct loc loc = {.file = r->path, .line = record->line};
	bool fits = record_fits(s, record);
	int least = fits ? head->ncell - 1 : 1;
	int at = find_swallowed(s, record, least);

	s->many = false;
	if (t->nrecord == 1 || at == -1 || (fits && head->ncell <= 2))
		return 0;
	if (!fits && !hides_rows(s))
		return 0;
	if (!fits) {
		t->nrecord--;
		return scan_bad_quote(s, DIAG_quote_stray);
	}
	loc.field = at + 1;
	loc.column = head->cell[at].text;
	diag_add(r->diag, DIAG_rows_in_cell, &loc, NULL, NULL);
	return 0;
}

static bool
scan_feed(struct scan *s, const char *bytes, size_t len)
{
	return csv_parse(&s->parser, bytes, len, scan_cell, scan_row, s) == len;
}

/* Feed one physical line, given a line break if the file's last has none. */
static int
scan_line(struct scan *s, size_t len)
{
	const char *line = s->text + s->pos;

	s->open = true;
	if (!scan_feed(s, line, len))
		return scan_bad_quote(s, DIAG_quote_stray);
	if (!line_ends(line[len - 1]) && !scan_feed(s, "\n", 1))
		return scan_bad_quote(s, DIAG_quote_stray);
	s->pos += len;
	s->line++;
	if (s->wide && !s->open)
		return scan_report(s, DIAG_columns_many, "1024");
	return s->many && !s->open ? scan_many_lines(s) : 0;
}

/* The next physical line; -1 if the header row can't be read. */
static int
scan_step(struct scan *s)
{
	size_t len = line_length(s->text + s->pos);

	if (!s->open) {
		if (line_blank(s->text + s->pos, len)) {
			s->pos += len;
			s->line++;
			return 0;
		}
		s->start = s->pos;
		s->start_line = s->line;
		s->mark = s->free;
	}
	if (s->pos + len - s->start <= TABLE_RECORD_LIMIT)
		return scan_line(s, len);
	scan_go_back(s);
	return scan_report(s, DIAG_record_long, "1");
}

static int
scan_too_many(const struct scan *s)
{
	const struct reading *r = s->reading;
	struct loc loc = {.file = r->path, .line = s->start_line};

	diag_at(r->diag, r->file_level, DIAG_rows_many, &loc, NULL, "1048576",
	    NULL);
	return -1;
}

static int
scan_text(struct scan *s)
{
	int failed = 0;

	scan_start_parser(s);
	while (failed == 0 && (s->pos < s->len || s->open)) {
		if (s->pos < s->len)
			failed = scan_step(s);
		else
			failed = scan_bad_quote(s, DIAG_quote_open);
		if (s->full)
			failed = scan_too_many(s);
	}
	csv_free(&s->parser);
	return failed;
}

/* Line ends, and one for a last line without: no file has more records. */
static size_t
count_lines(const struct buf *text)
{
	size_t n = 1;

	for (size_t i = 0; i < text->len; i++)
		n += line_ends(text->data[i]);
	return n < TABLE_ROWS ? n : TABLE_ROWS;
}

static int
table_scan(const struct reading *r, const struct buf *text, struct table *t)
{
	struct cell cell[TABLE_COLUMNS]; /* 16 KB that need not be cleared */
	struct scan s = {.reading = r, .table = t, .line = 1, .cell = cell};

	s.text = text->data;
	s.len = text->len;
	/*
	 * A cell takes no more room than in the file: where its separator
	 * stood is its NUL, and only the last cell may have none.
	 */
	s.free = arena_alloc(r->arena, text->len + 1);
	/* Room that isn't used is never touched, and so costs nothing. */
	t->record =
	    arena_array(r->scratch, count_lines(text), sizeof(*t->record));
	if (dialect_separator(r, text->data, &s.separator, &s.pos) == -1)
		return -1;
	t->separator = s.separator;
	if (s.pos > 0)
		s.line = 2;
	if (scan_text(&s) == -1)
		return -1;
	if (t->nrecord == 0) {
		struct loc loc = {.file = r->path};

		diag_at(
		    r->diag, r->file_level, DIAG_file_empty, &loc, NULL, NULL);
		return -1;
	}
	t->double_encoded = text_double_encoded(text->data, text->len);
	return 0;
}

int
table_read(
    const struct reading *r, const void *bytes, size_t len, struct table *table)
{
	struct buf text;
	int result;

	*table = (struct table){0};
	buf_init(&text);
	result = dialect_decode(r, bytes, len, &text);
	if (result == 0)
		result = table_scan(r, &text, table);
	buf_release(&text);
	return result;
}
