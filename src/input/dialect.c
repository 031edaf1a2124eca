/*
 * What can be told of a CSV file before it is parsed.
 */
#include "input/dialect.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "input/reading.h"

/* In the order of preference where a header row shows none more often. */
static const char separators[] = ";\t,";

size_t
line_length(const char *text)
{
	size_t len = strcspn(text, "\r\n");

	if (text[len] == '\r' && text[len + 1] == '\n')
		return len + 2;
	return text[len] == '\0' ? len : len + 1;
}

bool
line_blank(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (line[i] != ' ' && line[i] != '\t' && !line_ends(line[i]))
			return false;
	return true;
}

static void
report_encoding(const struct reading *r, enum text_encoding encoding)
{
	struct loc loc = {.file = r->path};

	switch (encoding) {
	case TEXT_UTF8:
	case TEXT_UTF8_BOM:
		break;
	case TEXT_UTF16LE:
	case TEXT_UTF16BE:
		diag_add(r->diag, DIAG_encoding_utf16, &loc, NULL, NULL);
		break;
	case TEXT_CP1252:
		diag_add(r->diag, DIAG_encoding_cp1252, &loc, NULL, NULL);
		break;
	}
}

int
dialect_decode(
    const struct reading *r, const void *bytes, size_t len, struct buf *text)
{
	static const enum diag_code code[] = {
	    [TEXT_NUL] = DIAG_encoding_nul,
	    [TEXT_UNDEFINED] = DIAG_encoding_undefined,
	    [TEXT_BROKEN] = DIAG_encoding_broken,
	};
	enum text_encoding encoding;
	struct loc loc = {.file = r->path};
	enum text_fault fault;

	fault = text_decode(bytes, len, text, &encoding, &loc.line);
	if (fault != TEXT_OK) {
		diag_at(r->diag, r->file_level, code[fault], &loc, NULL, NULL);
		return -1;
	}
	report_encoding(r, encoding);
	return 0;
}

/* Skips quoted text, so that a ';' within a heading counts for nothing. */
static void
count_separators(const char *row, size_t count[3])
{
	bool quoted = false;

	for (; *row != '\0' && (quoted || !line_ends(*row)); row++) {
		const char *found = strchr(separators, *row);

		if (*row == '"')
			quoted = !quoted;
		else if (found != NULL && !quoted)
			count[found - separators]++;
	}
}

/* A line that could be the header: something beside blanks and separators. */
static const char *
find_header(const char *text)
{
	const char *row = text;

	for (;;) {
		const char *p = row;

		while (*p != '\0' && strchr(" \"\xa0\xc2;\t,", *p) != NULL)
			p++;
		if (*p == '\0' || !line_ends(*p))
			return row;
		row += line_length(row);
	}
}

static char
guess_separator(const char *text)
{
	size_t count[3] = {0, 0, 0};
	size_t best = 0;

	count_separators(find_header(text), count);
	for (size_t i = 1; i < 3; i++)
		if (count[i] > count[best])
			best = i;
	return separators[best];
}

int
dialect_separator(
    const struct reading *r, const char *text, char *separator, size_t *begin)
{
	size_t len = line_length(text);
	struct loc loc = {.file = r->path, .line = 1};
	char named[2] = {0};

	*begin = 0;
	if (len < 5 || strncasecmp(text, "sep=", 4) != 0 ||
	    !line_blank(text + 5, len - 5)) {
		*separator = guess_separator(text);
		return 0;
	}
	named[0] = line_ends(text[4]) ? '\0' : text[4];
	if (named[0] == '\0' || strchr(separators, named[0]) == NULL) {
		diag_at(r->diag, r->file_level, DIAG_separator_unknown, &loc,
		    named, NULL);
		return -1;
	}
	*separator = named[0];
	*begin = len;
	return 0;
}
