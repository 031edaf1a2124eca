/*
 * model.ini by inih, which tells neither the line of an entry nor of a second
 * fault: so each line is handed to it alone, behind the section it stands in.
 */
#include "input/ini.h"

#include <ini.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "base/text.h"
#include "input/dialect.h"

#define LINE_MAX_TEXT "1000" /* bytes of a line */
#define LINE_LIMIT 1000

struct parse {
	struct arena *arena;
	struct diag *diag;
	struct ini_file *ini;
	size_t cap;          /* of ini->entry */
	struct names *keys;  /* section and key, by entry */
	const char *section; /* the line that opened it, or "" */
	int line;
};

/* What the library reads: one line, or two. */
struct feed {
	const char *line[2];
	size_t next;
};

static char *
feed_line(char *out, int size, void *stream)
{
	struct feed *feed = stream;
	const char *line;
	size_t len;

	if (feed->next == 2)
		return NULL;
	line = feed->line[feed->next++];
	len = strlen(line);
	if (len >= (size_t)size)
		len = (size_t)size - 1;
	memcpy(out, line, len);
	out[len] = '\0';
	return out;
}

static struct loc
parse_loc(const struct parse *p)
{
	return (struct loc){.file = p->ini->path, .line = p->line};
}

static int
keep_entry(void *user, const char *section, const char *key, const char *value)
{
	struct parse *p = user;
	struct ini_file *ini = p->ini;
	struct loc loc = parse_loc(p);
	const char *name = arena_printf(p->arena, "%s\n%s", section, key);
	int first = names_put(p->keys, name, (int)ini->nentry);

	if (first != NAMES_NONE) {
		diag_add(p->diag, DIAG_ini_twice, &loc, key,
		    arena_printf(p->arena, "%d", ini->entry[first].line), NULL);
		return 1;
	}
	ini->entry = arena_grow(
	    p->arena, ini->entry, ini->nentry, &p->cap, sizeof(*ini->entry));
	ini->entry[ini->nentry++] =
	    (struct ini_entry){.section = arena_strdup(p->arena, section),
		.key = arena_strdup(p->arena, key),
		.value = arena_strdup(p->arena, value),
		.line = p->line};
	return 1;
}

static int
ignore_entry(
    void *user, const char *section, const char *key, const char *value)
{
	(void)user;
	(void)section;
	(void)key;
	(void)value;
	return 1;
}

static bool
parse_section(struct parse *p, const char *line)
{
	struct feed feed = {{"", line}, 0};
	bool understood =
	    ini_parse_stream(feed_line, &feed, ignore_entry, p) == 0;

	p->section = understood ? line : "";
	return understood;
}

/* False if the library makes nothing of the line. */
static bool
parse_line(struct parse *p, const char *line)
{
	struct feed feed = {{p->section, line}, 0};

	if (line[strspn(line, " \t")] == '[')
		return parse_section(p, line);
	return ini_parse_stream(feed_line, &feed, keep_entry, p) == 0;
}

static void
parse_text(struct parse *p, const char *text)
{
	while (*text != '\0') {
		size_t len = line_length(text);
		struct loc loc;
		char *line;

		p->line++;
		loc = parse_loc(p);
		line = arena_strndup(p->arena, text, len);
		line[strcspn(line, "\r\n")] = '\0';
		if (len > LINE_LIMIT)
			diag_add(p->diag, DIAG_ini_long, &loc, NULL,
			    LINE_MAX_TEXT, NULL);
		else if (!parse_line(p, line))
			diag_add(p->diag, DIAG_ini_line, &loc, line, NULL);
		text += len;
	}
}

int
ini_read(struct arena *arena, struct diag *diag, const char *path,
    const char *bytes, size_t len, struct ini_file *ini)
{
	static const char bom[] = "\xef\xbb\xbf";
	struct loc loc = {.file = path};
	struct parse p = {.arena = arena, .diag = diag, .ini = ini};

	*ini = (struct ini_file){.path = path};
	if (len > 0 &&
	    (memchr(bytes, '\0', len) != NULL ||
		!text_valid_utf8(bytes, len))) {
		diag_add(diag, DIAG_ini_encoding, &loc, NULL, NULL);
		return -1;
	}
	if (len >= 3 && memcmp(bytes, bom, 3) == 0) {
		bytes += 3;
		len -= 3;
	}
	ini_max_line = LINE_LIMIT + 3;
	ini_allow_multiline = false;
	p.keys = names_new(arena);
	p.section = "";
	parse_text(&p, arena_strndup(arena, bytes, len));
	return 0;
}
