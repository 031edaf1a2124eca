/*
 * Notes are CommonMark that goes into documents; what would make the parser
 * slow is refused here.
 */
#include "input/note.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "input/dialect.h"
#include "input/folder.h"
#include "input/reading.h"

static const char prefix[] = "notat";
static const char suffix[] = ".md";

#define PREFIX (sizeof(prefix) - 1)
#define SUFFIX (sizeof(suffix) - 1)
#define MARKS 100 /* that may open a line */
#define MARKS_TEXT "100"

bool
note_named(const char *name)
{
	size_t len = strlen(name);

	return len >= PREFIX + SUFFIX &&
	    strncasecmp(name, prefix, PREFIX) == 0 &&
	    strcasecmp(name + len - SUFFIX, suffix) == 0;
}

/* "SAPA" of notat-SAPA.md, "" of notat.md, NULL of notater.md. */
static const char *
note_subject(struct arena *arena, const char *name)
{
	const char *subject = name + PREFIX;
	size_t len = strlen(subject) - SUFFIX;

	if (len == 0)
		return "";
	if (subject[0] != '-' || len == 1)
		return NULL;
	return arena_strndup(arena, subject + 1, len - 1);
}

static bool
ends_mark(char c)
{
	return c == ' ' || c == '\t' || c == '\0' || line_ends(c);
}

/* The bytes of a mark that nests what follows: '>', "- ", "12. "; else 0. */
static size_t
mark_length(const char *p)
{
	size_t digits = strspn(p, "0123456789");

	if (*p == '>')
		return 1;
	if (*p != '\0' && strchr("-+*", *p) != NULL)
		return ends_mark(p[1]) ? 1 : 0;
	if (digits == 0 || (p[digits] != '.' && p[digits] != ')'))
		return 0;
	return ends_mark(p[digits + 1]) ? digits + 1 : 0;
}

static int
count_marks(const char *line)
{
	int marks = 0;

	for (;;) {
		size_t len;

		line += strspn(line, " \t");
		len = mark_length(line);
		if (len == 0)
			return marks;
		line += len;
		marks++;
	}
}

static int
check_nesting(const struct reading *r, const char *text)
{
	struct loc loc = {.file = r->path};

	while (*text != '\0') {
		loc.line++;
		if (count_marks(text) > MARKS) {
			diag_at(r->diag, r->file_level, DIAG_note_nesting, &loc,
			    NULL, MARKS_TEXT, NULL);
			return -1;
		}
		text += line_length(text);
	}
	return 0;
}

static int
check_text(const struct reading *r, const struct buf *text)
{
	struct loc loc = {.file = r->path};

	if (text->len > NOTE_LIMIT) {
		diag_at(r->diag, r->file_level, DIAG_file_large, &loc, NULL,
		    "64 KB", NULL);
		return -1;
	}
	return check_nesting(r, text->data);
}

int
note_read(const struct reading *r, const char *name, const void *bytes,
    size_t len, struct note *note)
{
	struct loc loc = {.file = r->path};
	struct buf text;
	int result;

	note->path = r->path;
	note->subject = note_subject(r->arena, name);
	if (note->subject == NULL) {
		diag_add(r->diag, DIAG_note_name, &loc, NULL, NULL);
		return -1;
	}
	buf_init(&text);
	result = dialect_decode(r, bytes, len, &text);
	if (result == 0)
		result = check_text(r, &text);
	if (result == 0)
		note->text = arena_strndup(r->arena, text.data, text.len);
	buf_release(&text);
	return result;
}
