/*
 * The office's own words: notat.md, notat-SAPA.md, notat-101.md.
 */
#ifndef INPUT_NOTE_H
#define INPUT_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#define NOTE_LIMIT	((size_t)64 * 1024)	/* bytes */

struct note;
struct reading;

/* Is a file's name meant as that of a note: notat*.md? */
bool	note_named(const char *name);

/*
 * Read a note into note->text and note->subject.  Returns 0, or -1 after
 * reporting why it is left out.
 */
int	note_read(const struct reading *, const char *name, const void *bytes,
	    size_t len, struct note *);

#endif
