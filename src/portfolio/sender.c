#include "portfolio/sender.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "input/folder.h"
#include "portfolio/municipality.h"

#define SEVERAL (-2) /* more than one municipality */
#define NOBODY (-1)

struct sender_line {
	int line;
	int municipality; /* or NOBODY */
};

struct sender_file {
	const char *path;
	const struct sender_line *line; /* rising */
	size_t nline;
	int municipality; /* or NOBODY, SEVERAL */
};

struct senders {
	struct sender_file *file; /* in byte order of path */
	size_t nfile;
};

/* Two findings about the same thing. */
static int
merge(int a, int b)
{
	if (a == NOBODY || a == b)
		return b;
	return b == NOBODY ? a : SEVERAL;
}

/* The column of that id, or -1. */
static int
column_of(const struct kind *kind, const char *id)
{
	size_t i;

	for (i = 0; i < kind->ncolumn; i++)
		if (strcmp(kind->column[i].id, id) == 0)
			return (int)i;
	return -1;
}

/* What a row names; of code and name that disagree, neither. */
static int
municipality_of(const struct portfolio *p, const char *code, const char *name)
{
	int number;

	if (code == NULL)
		return NOBODY;
	number = portfolio_find_municipality(p, code);
	if (name != NULL && portfolio_find_municipality(p, name) != number)
		return NOBODY;
	return number;
}

static const char *
text_of(const struct row *row, int column)
{
	return column == -1 ? NULL : row->field[column].text;
}

static int
compare_lines(const void *a, const void *b)
{
	const struct sender_line *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

static int
compare_files(const void *a, const void *b)
{
	const struct sender_file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static void
add_line(struct sender_file *file, struct sender_line *line, int number,
    int municipality)
{
	line[file->nline++] = (struct sender_line){number, municipality};
	file->municipality = merge(file->municipality, municipality);
}

/* False if the file has no rows: nothing is known of it. */
static bool
read_file(struct arena *arena, const struct portfolio *p,
    const struct sheet *sheet, struct sender_file *file)
{
	struct sender_line *line;
	int code, name;
	size_t i;

	if (sheet->kind == NULL || sheet->nrow + sheet->nfaulty == 0)
		return false;
	code = column_of(sheet->kind, "municipality");
	name = column_of(sheet->kind, "municipality_name");
	line = arena_array(arena, sheet->nrow + sheet->nfaulty, sizeof(*line));
	*file = (struct sender_file){
	    .path = sheet->path, .line = line, .municipality = NOBODY};
	for (i = 0; i < sheet->nrow; i++)
		add_line(file, line, sheet->row[i].line,
		    municipality_of(p, text_of(&sheet->row[i], code),
			text_of(&sheet->row[i], name)));
	for (i = 0; i < sheet->nfaulty; i++)
		add_line(file, line, sheet->faulty[i].line,
		    municipality_of(p, sheet->faulty[i].municipality,
			sheet->faulty[i].municipality_name));
	qsort(line, file->nline, sizeof(*line), compare_lines);
	return true;
}

struct senders *
senders_new(
    struct arena *arena, const struct input *input, const struct portfolio *p)
{
	struct senders *senders = arena_alloc(arena, sizeof(*senders));
	size_t i;

	senders->file =
	    arena_array(arena, input->nfile + 1, sizeof(*senders->file));
	for (i = 0; i < input->nfile; i++)
		senders->nfile += read_file(arena, p, &input->file[i].sheet,
		    &senders->file[senders->nfile]);
	qsort(senders->file, senders->nfile, sizeof(*senders->file),
	    compare_files);
	return senders;
}

/* What follows "status/2015-03/" in a path, or NULL; *when is that month. */
static const char *
name_in_month(const char *path, month *when)
{
	const char *folder = kind_class_folder(CLASS_STATUS), *rest;
	size_t len = strlen(folder);
	char text[8] = "";

	*when = MONTH_NONE;
	if (strncmp(path, folder, len) != 0 || path[len] != '/')
		return NULL;
	rest = strchr(path + len + 1, '/');
	if (rest == NULL || rest - (path + len + 1) != 7)
		return NULL;
	memcpy(text, path + len + 1, 7);
	*when = month_parse(text);
	return *when == MONTH_NONE ? NULL : rest + 1;
}

/* The municipality that the files of a name speak for, month by month. */
static int
by_name(const struct senders *senders, const char *name)
{
	int found = NOBODY;
	const char *other;
	month when;
	size_t i;

	for (i = 0; name != NULL && i < senders->nfile; i++) {
		other = name_in_month(senders->file[i].path, &when);
		if (other != NULL && strcmp(other, name) == 0)
			found = merge(found, senders->file[i].municipality);
	}
	return found;
}

static struct sender
sender(int municipality, enum sender_by by, month when)
{
	if (municipality < 0)
		return (struct sender){NOBODY, SENDER_NONE, when};
	return (struct sender){municipality, by, when};
}

struct sender
portfolio_sender(const struct portfolio *p, const struct loc *loc)
{
	struct sender_file key = {.path = loc->file};
	struct sender_line place = {.line = loc->line};
	const struct sender_line *line = NULL;
	const struct sender_file *file;
	const char *name;
	month when;

	if (loc->file == NULL)
		return sender(NOBODY, SENDER_NONE, MONTH_NONE);
	name = name_in_month(loc->file, &when);
	file = bsearch(&key, p->senders->file, p->senders->nfile, sizeof(key),
	    compare_files);
	if (file == NULL)
		return sender(by_name(p->senders, name), SENDER_NAME, when);
	if (loc->line > 0)
		line = bsearch(&place, file->line, file->nline, sizeof(place),
		    compare_lines);
	if (line != NULL && line->municipality != NOBODY)
		return sender(line->municipality, SENDER_ROW, when);
	return sender(file->municipality, SENDER_FILE, when);
}

struct sender *
portfolio_senders(struct arena *arena, const struct portfolio *p,
    const struct finding *const *finding, size_t n)
{
	struct sender *all = arena_array(arena, n + 1, sizeof(*all));
	size_t i;

	for (i = 0; i < n; i++)
		all[i] = portfolio_sender(p, &finding[i]->loc);
	return all;
}

struct sender_index
sender_index(struct arena *arena, const struct portfolio *p,
    const struct sender *sender, size_t n)
{
	struct sender_index index = {
	    .number = arena_array(arena, n + 1, sizeof(*index.number)),
	    .of = arena_array(arena, p->nmunicipality + 1, sizeof(*index.of))};
	size_t i, first = 0;
	struct span *span;

	for (i = 0; i < n; i++)
		if (sender[i].municipality != NOBODY)
			index.of[sender[i].municipality].count++;
	for (i = 0; i < p->nmunicipality; i++) {
		index.of[i].first = first;
		first += index.of[i].count;
		index.of[i].count = 0;
	}
	for (i = 0; i < n; i++) {
		if (sender[i].municipality == NOBODY)
			continue;
		span = &index.of[sender[i].municipality];
		index.number[span->first + span->count++] = i;
	}
	return index;
}

const char *
sender_by_id(enum sender_by by)
{
	static const char *const id[] = {"", "row", "file", "name"};

	return id[by];
}
