#include "input/spot.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "input/dialect.h"
#include "input/reading.h"
#include "input/table.h"

#define FILE_LIMIT ((size_t)TABLE_FILE_MIB << 20)

/* One cell: its text without quotes, and where the cell ends. */
struct piece {
	const char *begin, *end;
	const char *next; /* its separator or line break; NULL: no CSV */
};

static bool
is_csv(const char *path)
{
	size_t len = strlen(path);

	return len >= 4 && strcasecmp(path + len - 4, ".csv") == 0;
}

void
spot_init(struct spot_file *f)
{
	*f = (struct spot_file){0};
	buf_init(&f->text);
}

void
spot_close(struct spot_file *f)
{
	arena_free(f->arena);
	buf_release(&f->text);
	*f = (struct spot_file){0};
}

static void
walk_from_start(struct spot_file *f)
{
	f->pos = f->raw = 0;
	f->number = 1;
	/* A spreadsheet doesn't show the line "sep=;". */
	f->row = f->begin > 0 ? 0 : 1;
}

/* Everything that is wrong with the file has been said before. */
static void
settle_separator(struct spot_file *f)
{
	struct diag *unheard = diag_new(f->arena, DIAG_DA);
	struct reading r =
	    reading_new(f->arena, unheard, f->path, CLASS_STATUS);

	if (!is_csv(f->path) ||
	    dialect_separator(&r, f->text.data, &f->separator, &f->begin) == -1)
		f->separator = '\0';
}

static bool
spot_open(struct spot_file *f, const char *folder, const char *path)
{
	const char *bytes;
	size_t len;

	if (f->path != NULL && strcmp(f->path, path) == 0)
		return f->text.len > 0;
	spot_close(f);
	spot_init(f);
	f->arena = arena_new();
	f->path = arena_strdup(f->arena, path);
	bytes = file_read(
	    f->arena, file_join(f->arena, folder, path), FILE_LIMIT, &len);
	if (bytes == NULL)
		bytes = file_read(f->arena, path, FILE_LIMIT, &len);
	if (bytes == NULL ||
	    text_decode(bytes, len, &f->text, &f->encoding, NULL) != TEXT_OK)
		buf_clear(&f->text);
	settle_separator(f);
	walk_from_start(f);
	return f->text.len > 0;
}

static bool
is_space(const struct spot_file *f, char c)
{
	return (c == ' ' || c == '\t') && c != f->separator;
}

/* Behind the quote that closes a cell, or NULL: it is never closed, or late. */
static const char *
closing_quote(const char *p)
{
	const char *end = p + TABLE_RECORD_LIMIT;

	for (; p < end && *p != '\0'; p++) {
		if (*p != '"')
			continue;
		if (p[1] != '"')
			return p + 1;
		p++;
	}
	return NULL;
}

/* The cell at p, as libcsv in strict mode reads it. */
static struct piece
take_piece(const struct spot_file *f, const char *p)
{
	struct piece piece = {NULL, NULL, NULL};
	const char stops[] = {f->separator, '\r', '\n', '"', '\0'};

	while (is_space(f, *p))
		p++;
	piece.begin = p;
	if (*p != '"') {
		p += strcspn(p, stops);
		piece.end = p;
		piece.next = *p == '"' ? NULL : p;
		return piece;
	}
	piece.begin++;
	p = closing_quote(piece.begin);
	if (p == NULL)
		return piece;
	piece.end = p - 1;
	while (is_space(f, *p))
		p++;
	if (*p == '\0' || *p == f->separator || line_ends(*p))
		piece.next = p;
	return piece;
}

/* The end of a record with its break; its first line's if it is no CSV. */
static const char *
record_end(const struct spot_file *f, const char *record)
{
	const char *p = record;

	while (f->separator != '\0') {
		struct piece piece = take_piece(f, p);

		if (piece.next == NULL ||
		    piece.next - record > (ptrdiff_t)TABLE_RECORD_LIMIT)
			break;
		if (*piece.next != f->separator) {
			if (*piece.next != '\0')
				piece.next += line_length(piece.next);
			return piece.next;
		}
		p = piece.next + 1;
	}
	return record + line_length(record);
}

static int
count_lines(const char *p, const char *end)
{
	int n = 0;

	for (; p < end; p += line_length(p))
		n++;
	return n;
}

/* How many bytes of the file as it is a stretch of it was decoded from. */
static size_t
raw_size(const struct spot_file *f, const char *p, const char *end)
{
	size_t n = 0;

	if (f->encoding == TEXT_UTF8 || f->encoding == TEXT_UTF8_BOM)
		return (size_t)(end - p);
	while (p < end) {
		unsigned long c = text_next(&p, end);

		if (f->encoding == TEXT_CP1252)
			n++;
		else
			n += c > 0xFFFF ? 4 : 2;
	}
	return n;
}

static size_t
mark_size(const struct spot_file *f)
{
	switch (f->encoding) {
	case TEXT_UTF8_BOM:
		return 3;
	case TEXT_UTF16LE:
	case TEXT_UTF16BE:
		return 2;
	case TEXT_UTF8:
	case TEXT_CP1252:
		break;
	}
	return 0;
}

/* To the record that holds a line. */
static bool
walk_to(struct spot_file *f, int line)
{
	const char *record, *end;
	int lines;

	if (line < f->number)
		walk_from_start(f);
	while (f->pos < f->text.len) {
		record = f->text.data + f->pos;
		end = record_end(f, record);
		lines = count_lines(record, end);
		if (line < f->number + lines)
			return true;
		f->raw += raw_size(f, record, end);
		f->pos = (size_t)(end - f->text.data);
		f->number += lines;
		f->row++;
	}
	return false;
}

/* "C14"; nothing if the row is none of a spreadsheet. */
static void
name_cell(struct spot *spot, int field, int row)
{
	char letters[8];
	size_t n = sizeof(letters) - 1;

	spot->cell[0] = '\0';
	if (field < 1 || row < 1)
		return;
	letters[n] = '\0';
	for (; field > 0 && n > 0; field = (field - 1) / 26)
		letters[--n] = (char)('A' + (field - 1) % 26);
	(void)snprintf(
	    spot->cell, sizeof(spot->cell), "%s%d", letters + n, row);
}

/* The text of the cell, blanks around it left out; else where it would be. */
static void
find_cell(
    const struct spot_file *f, int field, const char **begin, size_t *size)
{
	struct piece piece = take_piece(f, f->text.data + f->pos);

	while (--field > 0 && piece.next != NULL && *piece.next == f->separator)
		piece = take_piece(f, piece.next + 1);
	*begin = piece.begin;
	*size = 0;
	if (piece.next == NULL)
		return;
	if (field > 0) { /* beyond the record's last */
		*begin = piece.next;
		return;
	}
	*size = (size_t)(piece.end - piece.begin);
	*begin = text_trim(piece.begin, size);
	if (*size == 0)
		*begin = piece.begin;
}

/* Of a list in one cell, what the finding is about. */
static void
narrow(const char *value, const char **begin, size_t *size)
{
	size_t len = value == NULL ? 0 : strlen(value);
	const char *p = *begin, *end = *begin + *size;

	for (; len > 0 && p + len <= end; p++)
		if (memcmp(p, value, len) == 0) {
			*begin = p;
			*size = len;
			return;
		}
}

/* The physical line that holds p, which is not before the record. */
static void
find_line(const struct spot_file *f, const char *p, struct spot *spot)
{
	const char *line = f->text.data + f->pos;

	spot->number = f->number;
	while (line + line_length(line) <= p && line_length(line) > 0 &&
	    line[line_length(line)] != '\0') {
		line += line_length(line);
		spot->number++;
	}
	spot->line = line;
	spot->len = strcspn(line, "\r\n");
}

/* The value where a finding names no cell: somewhere in its line. */
static const char *
find_value(struct spot_file *f, const struct spot *spot, const char *value)
{
	const char *line, *found;

	if (value == NULL || *value == '\0')
		return NULL;
	line = arena_strndup(f->arena, spot->line, spot->len);
	found = strcasestr(line, value);
	return found == NULL ? NULL : spot->line + (found - line);
}

static void
mark(const struct spot_file *f, struct spot *spot, const char *begin,
    size_t size)
{
	const char *record = f->text.data + f->pos;

	spot->found = true;
	spot->at = (size_t)(begin - spot->line);
	spot->bytes = raw_size(f, begin, begin + size);
	spot->byte = mark_size(f) + f->raw + raw_size(f, record, begin);
	spot->character = spot->characters = 0;
	for (const char *p = spot->line; p < begin; spot->character++)
		(void)text_next(&p, begin);
	spot->character++;
	for (const char *p = begin; p < begin + size; spot->characters++)
		(void)text_next(&p, begin + size);
	/* What is shown of it ends with the line. */
	spot->size = size;
	if (spot->at + size > spot->len)
		spot->size = spot->len - spot->at;
}

bool
spot_find(struct spot_file *f, const char *folder,
    const struct finding *finding, struct spot *spot)
{
	const struct loc *loc = &finding->loc;
	const char *begin;
	size_t size;

	*spot = (struct spot){0};
	if (loc->file == NULL || loc->line < 1 ||
	    !spot_open(f, folder, loc->file) || !walk_to(f, loc->line))
		return false;
	begin = f->text.data + f->pos;
	for (int line = f->number; line < loc->line; line++)
		begin += line_length(begin);
	if (f->separator != '\0' && loc->field > 0) {
		name_cell(spot, loc->field, f->row);
		find_cell(f, loc->field, &begin, &size);
		narrow(finding->value, &begin, &size);
		find_line(f, begin, spot);
		mark(f, spot, begin, size);
		return true;
	}
	find_line(f, begin, spot);
	begin = find_value(f, spot, finding->value);
	if (begin != NULL)
		mark(f, spot, begin, strlen(finding->value));
	return true;
}
