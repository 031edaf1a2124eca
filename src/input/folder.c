/*
 * The walk over the input folder.
 */
#include "input/folder.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "input/ini.h"
#include "input/note.h"
#include "input/reading.h"
#include "input/table.h"

#define INI_PATH "model/model.ini"
#define FILE_LIMIT ((size_t)TABLE_FILE_MIB << 20)

/* One reading of an input folder; input is what has been read so far. */
struct walk {
	struct arena *arena;
	struct diag *diag;
	const char *folder;
	struct input *input;
	month *month; /* input->month, while it grows */
	struct note *note;
	struct source *source;
	size_t month_cap, file_cap, note_cap, source_cap;
	const char *stray; /* the name last passed over, or "" */
	bool ini_seen;
	bool failed; /* a file that nothing can do without */
};

/* One file on the walk. */
struct place {
	const char *path; /* as it is shown */
	const char *disk; /* as it is opened */
	const char *name; /* its last part */
	enum file_type type;
	enum kind_class class;
	month month; /* MONTH_NONE outside status/ */
};

static bool
ends_with(const char *name, const char *end)
{
	size_t len = strlen(name);

	return len >= strlen(end) &&
	    strcasecmp(name + len - strlen(end), end) == 0;
}

/* What follows "folder/" in a path, or NULL if it doesn't stand there. */
static const char *
below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	if (strncmp(path, folder, len) != 0 || path[len] != '/')
		return NULL;
	return path + len + 1;
}

/* The first part of a path. */
static const char *
first_part(struct arena *arena, const char *path)
{
	return arena_strndup(arena, path, strcspn(path, "/"));
}

/*
 * The month of something that stands in "status/2015-03/", or of that folder
 * itself if it can't be opened; else MONTH_NONE.
 */
static month
month_of_entry(struct arena *arena, const struct file_entry *entry)
{
	const char *rest = below(entry->path, "status");

	if (rest == NULL)
		return MONTH_NONE;
	if (strchr(rest, '/') == NULL && entry->type != FILE_FOLDER)
		return MONTH_NONE;
	return month_parse(first_part(arena, rest));
}

static void
collect_months(struct walk *w, const struct file_entry *entry, size_t n)
{
	struct input *in = w->input;

	for (size_t i = 0; i < n; i++) {
		month m = month_of_entry(w->arena, &entry[i]);

		if (m == MONTH_NONE ||
		    (in->nmonth > 0 && w->month[in->nmonth - 1] == m))
			continue;
		w->month = arena_grow(w->arena, w->month, in->nmonth,
		    &w->month_cap, sizeof(*w->month));
		w->month[in->nmonth++] = m;
	}
}

static void
report_month_missing(const struct walk *w, month wanted)
{
	char iso[8];
	struct buf there;

	buf_init(&there);
	for (size_t i = 0; i < w->input->nmonth; i++) {
		month_iso(w->month[i], iso);
		buf_printf(&there, "%s%s", i > 0 ? ", " : "", iso);
	}
	month_iso(wanted, iso);
	diag_add(w->diag, DIAG_month_missing, NULL, iso, there.data, NULL);
	buf_release(&there);
}

/* Months in rising order, since the paths are; later ones are let be. */
static int
settle_month(struct walk *w, month wanted)
{
	struct input *in = w->input;
	size_t n = in->nmonth;

	if (n == 0) {
		diag_add(w->diag, DIAG_month_none, NULL, NULL, NULL);
		return -1;
	}
	if (wanted != MONTH_NONE)
		while (n > 0 && w->month[n - 1] > wanted)
			n--;
	if (wanted != MONTH_NONE && (n == 0 || w->month[n - 1] != wanted)) {
		report_month_missing(w, wanted);
		return -1;
	}
	in->month = w->month;
	in->nmonth = n;
	in->report_month = w->month[n - 1];
	return 0;
}

/* The month that is to come, after those before it. */
static int
settle_ahead(struct walk *w, month wanted)
{
	struct input *in = w->input;
	size_t n = in->nmonth;

	if (n == 0 && wanted == MONTH_NONE) {
		diag_add(w->diag, DIAG_month_unnamed, NULL, NULL, NULL);
		return -1;
	}
	if (wanted == MONTH_NONE)
		wanted = w->month[n - 1] + 1;
	while (n > 0 && w->month[n - 1] >= wanted)
		n--;
	w->month =
	    arena_grow(w->arena, w->month, n, &w->month_cap, sizeof(*w->month));
	w->month[n] = wanted;
	in->month = w->month;
	in->nmonth = n + 1;
	in->report_month = wanted;
	in->ahead = true;
	return 0;
}

/* Before there is any month, one that is named stands for it. */
static int
settle_check(struct walk *w, month wanted)
{
	if (w->input->nmonth > 0 || wanted == MONTH_NONE)
		return settle_month(w, wanted);
	diag_add(w->diag, DIAG_month_ahead, NULL, NULL, NULL);
	return settle_ahead(w, wanted);
}

static struct reading
reading_of(const struct walk *w, const struct place *p)
{
	return reading_new(w->arena, w->diag, p->path, p->class);
}

/* A file or folder that can't be used; fatal but in status/. */
static void
report_unusable(
    struct walk *w, const struct place *p, enum diag_code code, const char *why)
{
	struct reading r = reading_of(w, p);
	struct loc loc = {.file = p->path};

	diag_at(w->diag, r.file_level, code, &loc, NULL, why, NULL);
	if (p->class != CLASS_STATUS)
		w->failed = true;
}

/* Not the file's fault: nobody's return is left out for a failing disk. */
static void
report_machine(struct walk *w, const struct place *p)
{
	struct loc loc = {.file = p->path};

	diag_fatal(w->diag, DIAG_file_unreadable, &loc, NULL, strerror(errno),
	    (char *)NULL);
	w->failed = true;
}

static void
keep_source(
    struct walk *w, const struct place *p, const char *bytes, size_t len)
{
	struct input *in = w->input;
	struct source *source;

	w->source = arena_grow(w->arena, w->source, in->nsource, &w->source_cap,
	    sizeof(*w->source));
	source = &w->source[in->nsource++];
	source->path = p->path;
	source->size = len;
	digest_sha256(bytes, len, source->sha256);
	in->source = w->source;
}

/* The bytes of a file, or NULL after reporting that it can't be read. */
static const char *
read_bytes(struct walk *w, struct arena *arena, const struct place *p,
    size_t limit, const char *limit_text, size_t *len)
{
	const char *path = file_join(w->arena, w->folder, p->disk);
	const char *bytes = file_read(arena, path, limit, len);

	if (bytes != NULL)
		keep_source(w, p, bytes, *len);
	else if (errno == EFBIG)
		report_unusable(w, p, DIAG_file_large, limit_text);
	else if (errno == EINVAL || errno == ENXIO) /* a pipe, a socket */
		report_unusable(w, p, DIAG_file_special, NULL);
	else if (file_fault_of_machine(errno))
		report_machine(w, p);
	else
		report_unusable(w, p, DIAG_file_unreadable, strerror(errno));
	return bytes;
}

static void
read_rows(struct walk *w, const struct place *p, const char *bytes, size_t len)
{
	struct input *in = w->input;
	struct input_file *file;

	in->file = arena_grow(
	    w->arena, in->file, in->nfile, &w->file_cap, sizeof(*in->file));
	file = &in->file[in->nfile++];
	file->class = p->class;
	file->month = p->month;
	if (sheet_read(w->arena, w->input->rows, w->diag, p->path, bytes, len,
		p->class, &file->sheet) == -1 &&
	    p->class != CLASS_STATUS)
		w->failed = true;
}

/* Its rows stay, its bytes don't. */
static void
read_sheet(struct walk *w, const struct place *p)
{
	struct arena *scratch = arena_new();
	const char *bytes;
	size_t len;

	bytes = read_bytes(w, scratch, p, FILE_LIMIT, "64 MiB", &len);
	if (bytes != NULL)
		read_rows(w, p, bytes, len);
	arena_free(scratch);
}

static void
read_ini(struct walk *w, const struct place *p)
{
	struct ini_file *ini = arena_alloc(w->arena, sizeof(*ini));
	const char *bytes;
	size_t len;

	w->ini_seen = true;
	bytes = read_bytes(w, w->arena, p, NOTE_LIMIT, "64 KB", &len);
	if (bytes == NULL)
		return;
	if (ini_read(w->arena, w->diag, p->path, bytes, len, ini) == -1)
		w->failed = true;
	w->input->ini = ini;
}

/* Only the first words on a subject are printed; the others are named. */
static bool
note_twice(struct walk *w, const struct note *note)
{
	const struct input *in = w->input;
	struct loc loc = {.file = note->path};
	size_t i;

	for (i = 0; i < in->nnote; i++) {
		if (!text_equal_fold(in->note[i].subject, note->subject))
			continue;
		diag_add(w->diag, DIAG_note_twice, &loc, NULL, in->note[i].path,
		    NULL);
		return true;
	}
	return false;
}

/*
 * Printed are those of the report month only; earlier ones were when they were
 * said, and are still what their packs were made from.
 */
static void
read_note(struct walk *w, const struct place *p)
{
	struct input *in = w->input;
	struct reading r = reading_of(w, p);
	struct note note = {.month = p->month};
	const char *bytes;
	size_t len;

	bytes = read_bytes(w, w->arena, p, NOTE_LIMIT, "64 KB", &len);
	if (bytes == NULL || p->month != in->report_month ||
	    note_read(&r, p->name, bytes, len, &note) == -1 ||
	    note_twice(w, &note))
		return;
	w->note = arena_grow(
	    w->arena, w->note, in->nnote, &w->note_cap, sizeof(*w->note));
	w->note[in->nnote++] = note;
	in->note = w->note;
}

static bool
is_workbook(const char *name)
{
	static const char *const ends[] = {
	    ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && i < sizeof(ends) / sizeof(ends[0]);
	     i++)
		if (strcasecmp(dot, ends[i]) == 0)
			return true;
	return false;
}

static void
pass_over(struct walk *w, const struct place *p)
{
	struct loc loc = {.file = p->path};

	if (is_workbook(p->name))
		diag_add(w->diag, DIAG_workbook_passed_over, &loc, NULL, NULL);
	else if (strcasecmp(p->name, "README.md") != 0)
		diag_add(w->diag, DIAG_file_passed_over, &loc, NULL, NULL);
}

static void
read_place(struct walk *w, const struct place *p)
{
	bool csv = ends_with(p->name, ".csv");
	struct loc loc = {.file = p->path};

	if (p->type == FILE_HIDDEN) {
		/* Others are locks and notes of other programs. */
		if (csv)
			diag_add(w->diag, DIAG_file_hidden, &loc, NULL, NULL);
	} else if (p->type == FILE_FOLDER && csv)
		report_unusable(w, p, DIAG_file_folder, NULL);
	else if (p->type == FILE_FOLDER)
		report_unusable(w, p, DIAG_file_unreadable, strerror(EACCES));
	else if (csv)
		read_sheet(w, p);
	else if (strcmp(p->path, INI_PATH) == 0)
		read_ini(w, p);
	else if (p->class == CLASS_STATUS && note_named(p->name))
		read_note(w, p);
	else
		pass_over(w, p);
}

/* Once for each name, however much stands below it. */
static void
pass_over_name(
    struct walk *w, enum diag_code code, const char *path, const char *name)
{
	struct loc loc = {.file = path};

	if (strcmp(w->stray, path) == 0 || strcasecmp(name, "README.md") == 0)
		return;
	w->stray = path;
	diag_add(w->diag, code, &loc, name, NULL);
}

/* rest: of the path, below status/. */
static void
read_month_entry(struct walk *w, struct place *p, const char *rest)
{
	const char *name = first_part(w->arena, rest);

	if (p->month == MONTH_NONE)
		pass_over_name(w, DIAG_month_passed_over,
		    file_join(w->arena, "status", name), name);
	else if (p->month < w->input->report_month ||
	    (p->month == w->input->report_month && !w->input->ahead))
		read_place(w, p);
}

/* A name that isn't UTF-8, as other machines leave them: "k\xf8ge.csv". */
static const char *
shown_path(struct arena *arena, const char *path)
{
	size_t len = strlen(path), valid;
	const char *shown;
	struct buf out;

	if (text_valid_utf8(path, len))
		return path;
	buf_init(&out);
	for (;;) {
		valid = text_valid_prefix(path, len);
		buf_add(&out, path, valid);
		if (valid == len)
			break;
		buf_printf(&out, "\\x%02x", (unsigned char)path[valid]);
		path += valid + 1;
		len -= valid + 1;
	}
	shown = arena_strndup(arena, out.data, out.len);
	buf_release(&out);
	return shown;
}

/* A folder that may stand beside those read: an office's own templates. */
static bool
is_neighbour(const char *name)
{
	return strcmp(name, "templates") == 0 || strcmp(name, "examples") == 0;
}

static void
read_entry(struct walk *w, const struct file_entry *entry)
{
	struct place p = {.path = shown_path(w->arena, entry->path),
	    .disk = entry->path,
	    .type = entry->type,
	    .month = month_of_entry(w->arena, entry)};
	const char *slash = strrchr(p.path, '/');
	const char *first = first_part(w->arena, p.path);

	p.name = slash == NULL ? p.path : slash + 1;
	if (slash == NULL && entry->type == FILE_HIDDEN)
		return; /* beside model, register and status */
	if (slash == NULL && entry->type == FILE_FOLDER)
		slash = p.path; /* one that can't be opened */
	for (int class = 0; slash != NULL && class < CLASSES; class ++) {
		p.class = (enum kind_class) class;
		if (strcmp(first, kind_class_folder(p.class)) != 0)
			continue;
		if (p.class == CLASS_STATUS && slash != p.path)
			read_month_entry(w, &p, p.path + strlen(first) + 1);
		else
			read_place(w, &p);
		return;
	}
	if (!is_neighbour(first))
		pass_over_name(w, DIAG_folder_passed_over, first, first);
}

/* What is in the folder; -1 after reporting that it can't be read. */
static int
list_folder(struct walk *w, struct file_entry **entry, size_t *n)
{
	*w->input =
	    (struct input){.rows = arena_new(), .report_month = MONTH_NONE};
	if (file_walk(w->arena, w->folder, entry, n) == 0)
		return 0;
	diag_add(
	    w->diag, DIAG_input_unreadable, NULL, NULL, strerror(errno), NULL);
	return -1;
}

static int
finish(const struct walk *w)
{
	if (!w->ini_seen)
		diag_add(w->diag, DIAG_ini_missing, NULL, NULL, NULL);
	return w->failed || w->input->ini == NULL ? -1 : 0;
}

static int
read_folder(struct arena *arena, struct diag *diag, const char *folder,
    month wanted, int (*settle)(struct walk *, month), struct input *input)
{
	struct walk w = {.arena = arena,
	    .diag = diag,
	    .folder = folder,
	    .input = input,
	    .stray = ""};
	struct file_entry *entry;
	size_t n;

	if (list_folder(&w, &entry, &n) == -1)
		return -1;
	collect_months(&w, entry, n);
	if (settle(&w, wanted) == -1)
		return -1;
	for (size_t i = 0; i < n; i++)
		read_entry(&w, &entry[i]);
	return finish(&w);
}

int
input_read_model(struct arena *arena, struct diag *diag, const char *folder,
    struct input *input)
{
	const char *model = kind_class_folder(CLASS_MODEL);
	struct walk w = {.arena = arena,
	    .diag = diag,
	    .folder = folder,
	    .input = input,
	    .stray = ""};
	struct file_entry *entry;
	size_t n;

	if (list_folder(&w, &entry, &n) == -1)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (strcmp(first_part(arena, entry[i].path), model) == 0)
			read_entry(&w, &entry[i]);
	return finish(&w);
}

int
input_read(struct arena *arena, struct diag *diag, const char *folder,
    month report_month, struct input *input)
{
	return read_folder(
	    arena, diag, folder, report_month, settle_month, input);
}

int
input_read_check(struct arena *arena, struct diag *diag, const char *folder,
    month wanted, struct input *input)
{
	return read_folder(arena, diag, folder, wanted, settle_check, input);
}

int
input_read_ahead(struct arena *arena, struct diag *diag, const char *folder,
    month wanted, struct input *input)
{
	return read_folder(arena, diag, folder, wanted, settle_ahead, input);
}

void
input_release(struct input *input)
{
	arena_free(input->rows);
	input->rows = NULL;
	input->file = NULL;
	input->nfile = 0;
}
