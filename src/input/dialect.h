/*
 * The dialect of a CSV file: its encoding, its separator, its lines.
 */
#ifndef INPUT_DIALECT_H
#define INPUT_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct reading;

/*
 * Decode a file into text, which the caller has initialised.  Returns 0, or
 * -1 after reporting why the file is set aside.
 */
int	dialect_decode(const struct reading *, const void *bytes, size_t len,
	    struct buf *text);

/*
 * The separator: as a first line "sep=;" says, and *begin is then where the
 * second line starts, else as the header row shows, and *begin is 0.  Returns
 * -1 after reporting a "sep=" that names another character.
 */
int	dialect_separator(const struct reading *, const char *text,
	    char *separator, size_t *begin);

/* The length of a physical line with its break: CRLF, LF or CR. */
size_t	line_length(const char *text);

/* Nothing but blanks and a line break. */
bool	line_blank(const char *line, size_t len);

static inline bool
line_ends(char c)
{
	return c == '\n' || c == '\r';
}

#endif
