/*
 * One file: recognised, its number style settled, its rows checked.
 */
#include "input/schema.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "input/field.h"
#include "input/reading.h"
#include "input/recognise.h"
#include "input/table.h"

/* What the rows of a file have in common. */
struct rows {
	const struct reading *reading;
	struct layout layout;
	const struct record *header;
	enum num_style style;
	char separator;
	bool uneven;           /* rows end in more separators than others */
	struct field *blank;   /* a row without a cell */
	struct field *scratch; /* the row being read */
};

static struct loc
row_place(const struct rows *rows, const struct record *record)
{
	return (struct loc){.file = rows->reading->path, .line = record->line};
}

static struct loc
cell_place(const struct rows *rows, const struct record *record, size_t column)
{
	struct loc loc = row_place(rows, record);

	loc.field = rows->layout.place[column];
	loc.column = rows->layout.heading[column];
	return loc;
}

/* The cell of a column, or NULL if it is blank or not in the file. */
static const struct cell *
record_cell(const struct rows *rows, const struct record *record, size_t column)
{
	int place = rows->layout.place[column];
	const struct cell *cell;

	if (place == 0 || place > record->ncell)
		return NULL;
	cell = &record->cell[place - 1];
	return cell->text == NULL ? NULL : cell;
}

/* The first cell beyond the last heading, or -1. */
static int
find_overhang(const struct rows *rows, const struct record *record)
{
	for (int i = rows->layout.width; i < record->ncell; i++)
		if (record->cell[i].text != NULL)
			return i;
	return -1;
}

static bool
record_ragged(const struct rows *rows, const struct record *record)
{
	return record->ncell < rows->layout.width ||
	    find_overhang(rows, record) != -1;
}

/* Returns false after reporting too many cells, or too few. */
static bool
check_width(const struct rows *rows, const struct record *record)
{
	const struct reading *r = rows->reading;
	struct loc loc = row_place(rows, record);
	char wanted[12], given[12];
	int overhang;

	if (!record_ragged(rows, record))
		return true;
	(void)snprintf(wanted, sizeof(wanted), "%d", rows->layout.width);
	overhang = find_overhang(rows, record);
	if (overhang == -1) {
		(void)snprintf(given, sizeof(given), "%d", record->ncell);
		diag_at(r->diag, r->row_level, DIAG_row_short, &loc, NULL,
		    given, wanted, NULL);
		return false;
	}
	loc.field = overhang + 1;
	/* What stands there may be anything, a name too: it is not repeated. */
	diag_at(r->diag, r->row_level, DIAG_row_long, &loc, NULL, wanted, NULL);
	return false;
}

/* Two files that were put together leave the second's headings among rows. */
static bool
record_repeats_header(const struct rows *rows, const struct record *record)
{
	for (int i = 0; i < rows->layout.width; i++) {
		const struct cell *head = &rows->header->cell[i];
		const struct cell *cell = &record->cell[i];

		if (cell->len != head->len ||
		    (cell->len > 0 && !text_equal_fold(cell->text, head->text)))
			return false;
	}
	return true;
}

static bool
column_numeric(const struct column *c)
{
	return c->type == COLUMN_DECIMAL || c->type == COLUMN_PERCENT;
}

/* What the leftmost cell of a row that says 12,5 or 12.5 says. */
static enum num_style
record_style(const struct rows *rows, const struct record *record)
{
	const struct kind *kind = rows->layout.kind;
	enum num_style style, found = NUM_STYLE_NONE;
	const struct cell *cell;
	int place = 0;

	for (size_t j = 0; j < kind->ncolumn; j++) {
		cell = record_cell(rows, record, j);
		if (cell == NULL || !column_numeric(&kind->column[j]) ||
		    (place != 0 && rows->layout.place[j] > place))
			continue;
		style = num_style_of(cell->text, cell->len);
		if (style != NUM_STYLE_COMMA && style != NUM_STYLE_POINT)
			continue;
		found = style;
		place = rows->layout.place[j];
	}
	return found;
}

/* The first row that gives evidence settles what 1.234 is. */
static enum num_style
settle_style(const struct rows *rows, const struct table *table)
{
	enum num_style style = NUM_STYLE_NONE;

	for (size_t i = 1; i < table->nrecord && style == NUM_STYLE_NONE; i++)
		if (!record_ragged(rows, &table->record[i]))
			style = record_style(rows, &table->record[i]);
	return style;
}

enum num_style
sheet_number_style(const struct layout *layout, const struct table *table)
{
	const struct rows rows = {.layout = *layout};

	return settle_style(&rows, table);
}

/* What stands in a form before anybody has filled it in. */
static bool
column_prefilled(const struct column *c)
{
	return (c->flags & (COLUMN_KEY | COLUMN_FORM)) != 0 ||
	    strcmp(c->id, "municipality_name") == 0;
}

/* Quoted as a whole, a row is one cell and, it may be, blank ones. */
static bool
record_in_one_cell(const struct rows *rows, const struct record *record)
{
	if (record->ncell == 0 || record->cell[0].text == NULL ||
	    strchr(record->cell[0].text, rows->separator) == NULL)
		return false;
	for (int i = 1; i < record->ncell; i++)
		if (record->cell[i].text != NULL)
			return false;
	return true;
}

/*
 * A form that came back blank: something is missing, and nothing stands there
 * that was not in the form when it was sent out.  A row without any of its
 * ONE_OF cells is always one, since such a kind has nothing else to fill in.
 */
static bool
record_blank_form(const struct rows *rows, const struct record *record)
{
	const struct kind *kind = rows->layout.kind;
	bool missing = false;

	if (record_in_one_cell(rows, record))
		return false;
	for (size_t i = 0; i < kind->ncolumn; i++) {
		const struct column *c = &kind->column[i];

		if (record_cell(rows, record, i) == NULL)
			missing = missing ||
			    (c->flags & (COLUMN_REQUIRED | COLUMN_ONE_OF));
		else if (!column_prefilled(c))
			return false;
	}
	return missing;
}

static bool
cell_is_digits(const struct cell *cell)
{
	return cell != NULL && strspn(cell->text, "0123456789") == cell->len;
}

/* The cell to the right of a column's, or NULL. */
static const struct cell *
cell_beside(const struct rows *rows, const struct record *record, size_t column)
{
	int place = rows->layout.place[column];

	if (place >= record->ncell || record->cell[place].text == NULL)
		return NULL;
	return &record->cell[place];
}

/*
 * Where commas separate, 100,5 without quotes is two cells, and what follows
 * moves by one: the row ends in a blank cell that others don't have.
 */
static void
warn_split_number(const struct rows *rows, const struct record *record)
{
	const struct kind *kind = rows->layout.kind;

	if (rows->separator != ',' || !rows->uneven || record->beyond == 0)
		return;
	for (size_t j = 0; j < kind->ncolumn; j++) {
		const struct cell *cell = record_cell(rows, record, j), *next;
		struct loc loc = cell_place(rows, record, j);

		if (!column_numeric(&kind->column[j]) || !cell_is_digits(cell))
			continue;
		next = cell_beside(rows, record, j);
		if (!cell_is_digits(next))
			continue;
		diag_add(rows->reading->diag, DIAG_number_split, &loc,
		    cell->text, next->text, (char *)NULL);
		return;
	}
}

/* Rows of one file end in as many blank cells, or there is but one row. */
static bool
rows_uneven(const struct table *table)
{
	for (size_t i = 2; i < table->nrecord; i++)
		if (table->record[i].beyond != table->record[1].beyond)
			return true;
	return table->nrecord == 2;
}

static bool
read_cell(const struct rows *rows, const struct record *record, size_t column)
{
	const struct reading *r = rows->reading;
	const struct column *c = &rows->layout.kind->column[column];
	const struct cell *cell = record_cell(rows, record, column);
	struct loc loc = cell_place(rows, record, column);

	if (cell != NULL)
		return field_read(
		    r, c, cell, rows->style, &loc, &rows->scratch[column]);
	if ((c->flags & COLUMN_REQUIRED) == 0)
		return true;
	diag_at(r->diag, r->row_level, DIAG_cell_missing, &loc, NULL, NULL);
	return false;
}

/* Into scratch.  Every fault of the row is reported, not the first only. */
static bool
read_record(const struct rows *rows, const struct record *record)
{
	const struct reading *r = rows->reading;
	const struct kind *kind = rows->layout.kind;
	struct loc loc = row_place(rows, record);
	bool good = true;

	if (!check_width(rows, record))
		return false;
	if (record_repeats_header(rows, record)) {
		diag_at(
		    r->diag, r->row_level, DIAG_header_again, &loc, NULL, NULL);
		return false;
	}
	if (r->class != CLASS_MODEL && record_blank_form(rows, record)) {
		diag_add(r->diag, DIAG_form_blank, &loc, NULL, NULL);
		return false;
	}
	memcpy(
	    rows->scratch, rows->blank, kind->ncolumn * sizeof(struct field));
	for (size_t i = 0; i < kind->ncolumn; i++)
		if (!read_cell(rows, record, i))
			good = false;
	if (good)
		warn_split_number(rows, record);
	return good;
}

/* A row of what stands in scratch. */
static struct row
make_row(const struct rows *rows, const struct record *record)
{
	const struct reading *r = rows->reading;
	size_t size = rows->layout.kind->ncolumn * sizeof(struct field);
	struct field *field = arena_alloc(r->arena, size);

	memcpy(field, rows->scratch, size);
	return (struct row){.file = r->path,
	    .line = record->line,
	    .field = field,
	    .heading = rows->layout.heading,
	    .place = rows->layout.place};
}

/* The text in the column of that id, or NULL. */
static const char *
text_of(const struct rows *rows, const struct record *record, const char *id)
{
	const struct kind *kind = rows->layout.kind;
	const struct cell *cell;

	for (size_t i = 0; i < kind->ncolumn; i++) {
		if (strcmp(kind->column[i].id, id) != 0)
			continue;
		cell = record_cell(rows, record, i);
		return cell == NULL ? NULL : cell->text;
	}
	return NULL;
}

static void
read_rows(
    const struct rows *rows, const struct table *table, struct sheet *sheet)
{
	struct arena *arena = rows->reading->arena;

	/* Room that isn't used is never touched, and so costs nothing. */
	sheet->row = arena_array(arena, table->nrecord, sizeof(*sheet->row));
	sheet->faulty =
	    arena_array(arena, table->nrecord, sizeof(*sheet->faulty));
	for (size_t i = 1; i < table->nrecord; i++) {
		const struct record *record = &table->record[i];

		if (read_record(rows, record)) {
			sheet->row[sheet->nrow++] = make_row(rows, record);
			continue;
		}
		sheet->faulty[sheet->nfaulty++] =
		    (struct faulty_row){.line = record->line,
			.municipality = text_of(rows, record, "municipality"),
			.municipality_name =
			    text_of(rows, record, "municipality_name")};
	}
}

/* A cell that isn't there. */
static struct field
blank_field(enum column_type type)
{
	switch (type) {
	case COLUMN_TEXT:
		break;
	case COLUMN_INTEGER:
	case COLUMN_PERCENT:
	case COLUMN_DECIMAL:
		return (struct field){.number = NUM_NONE};
	case COLUMN_DATE:
		return (struct field){.date = DAY_NONE};
	case COLUMN_WORD:
		return (struct field){.word = -1};
	}
	return (struct field){.text = NULL};
}

static void
prepare_fields(struct rows *rows)
{
	struct arena *arena = rows->reading->arena;
	size_t n = rows->layout.kind->ncolumn;

	rows->blank = arena_array(arena, n, sizeof(*rows->blank));
	rows->scratch = arena_array(arena, n, sizeof(*rows->scratch));
	for (size_t i = 0; i < n; i++)
		rows->blank[i] = blank_field(rows->layout.kind->column[i].type);
}

/* Once per file, at the first cell that shows it. */
static void
warn_double_encoded(const struct reading *r, const struct table *table)
{
	for (size_t i = 0; i < table->nrecord; i++) {
		const struct record *record = &table->record[i];

		for (int j = 0; j < record->ncell; j++) {
			const struct cell *cell = &record->cell[j];
			struct loc loc = {.file = r->path,
			    .line = record->line,
			    .field = j + 1};

			if (cell->text == NULL ||
			    !text_double_encoded(cell->text, cell->len))
				continue;
			if (j < table->record[0].ncell)
				loc.column = table->record[0].cell[j].text;
			diag_add(
			    r->diag, DIAG_double_encoded, &loc, NULL, NULL);
			return;
		}
	}
}

int
sheet_read(struct arena *arena, struct diag *diag, const char *path,
    const void *bytes, size_t len, enum kind_class class, struct sheet *sheet)
{
	struct reading r = reading_new(arena, diag, path, class);
	struct rows rows = {.reading = &r};
	struct loc loc = {.file = path};
	struct table table;

	*sheet = (struct sheet){.path = path};
	if (table_read(&r, bytes, len, &table) == -1)
		return -1;
	if (table.double_encoded)
		warn_double_encoded(&r, &table);
	if (layout_recognise(&r, &table.record[0], &rows.layout) == -1)
		return -1;
	rows.header = &table.record[0];
	prepare_fields(&rows);
	rows.style = settle_style(&rows, &table);
	rows.separator = table.separator;
	rows.uneven = rows_uneven(&table);
	sheet->kind = rows.layout.kind;
	read_rows(&rows, &table, sheet);
	if (table.nrecord == 1 && table.nfault == 0)
		diag_add(diag, DIAG_sheet_empty, &loc, NULL, NULL);
	return 0;
}

struct loc
row_loc(const struct row *row, int column)
{
	struct loc loc = {.file = row->file, .line = row->line};

	if (column >= 0) {
		loc.field = row->place[column];
		loc.column = row->heading[column];
	}
	return loc;
}
