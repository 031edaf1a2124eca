/*
 * A file of input in normal form: UTF-8 without a mark, ';', LF, ISO dates,
 * numbers without thousands marks and with a decimal comma, the canonical
 * headings, words and ids.  What can't be read stays as it stands.
 *
 * Every copy is read back before it counts: it must have the same rows with
 * the same values, and as many that are set aside.  If it has not, less is
 * rewritten.
 */
#ifndef INPUT_NORMAL_H
#define INPUT_NORMAL_H

#include <stdbool.h>
#include <stddef.h>

#include "input/schema.h"

struct buf;

/* How much of a file could be brought into normal form. */
enum normal_form {
	NORMAL_WHOLE,
	NORMAL_NUMBERS_KEPT,	/* numbers stand as they stood */
	NORMAL_TEXT,	/* only encoding and line breaks */
	NORMAL_NOT	/* the same bytes */
};

struct normal_words {
	bool		 english;	/* headings and words; else Danish */
	/*
	 * What a text refers to, by its canonical id in the arena; NULL: leave
	 * it.  NULL if no references are known.
	 */
	const char	*(*reference)(const void *context, struct arena *,
			    const struct column *, const char *text);
	const void	*context;
};

/*
 * A CSV file of a folder of the given class; out is empty.  Findings of it
 * have been reported before and are not repeated.
 */
enum normal_form	normal_sheet(const void *bytes, size_t len,
			    enum kind_class, const struct normal_words *,
			    struct buf *out);

/* Any other text, a note or model.ini. */
enum normal_form	normal_text(const void *bytes, size_t len,
			    struct buf *out);

#endif
