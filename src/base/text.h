/*
 * Text: encodings, folding, width, names of files.
 *
 * Everything inside the program is valid UTF-8 without NUL.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

#define TEXT_NO_BREAK_SPACE	"\xc2\xa0"

enum text_encoding {
	TEXT_UTF8,
	TEXT_UTF8_BOM,
	TEXT_UTF16LE,
	TEXT_UTF16BE,
	TEXT_CP1252
};

enum text_fault {
	TEXT_OK,
	TEXT_NUL,	/* a NUL byte in the decoded text */
	TEXT_UNDEFINED,	/* one of the five undefined Windows-1252 bytes */
	TEXT_BROKEN	/* an ill-formed sequence in a file with a BOM */
};

/*
 * Decode a file: BOM, else valid UTF-8, else Windows-1252.  out (initialised
 * by the caller) receives UTF-8 without BOM.  On a fault *line (may be NULL)
 * is the physical line of the first bad byte, from 1, and out is of no use.
 */
enum text_fault	text_decode(const void *bytes, size_t len, struct buf *out,
		    enum text_encoding *encoding, int *line);

/* True if the bytes are well-formed UTF-8 (no surrogates, no overlongs). */
bool	text_valid_utf8(const char *, size_t len);

/* How many bytes are well-formed before the first that is not. */
size_t	text_valid_prefix(const char *, size_t len);

/* How many bytes are ASCII before the first that is not. */
size_t	text_ascii_prefix(const char *, size_t len);

/* True if text looks like UTF-8 that was decoded as Windows-1252 ("Ã¸"). */
bool	text_double_encoded(const char *, size_t len);

/*
 * Next code point; advances *p, which must be before end.  Ill-formed bytes
 * come one by one as U+FFFD.
 */
unsigned long	text_next(const char **p, const char *end);

/*
 * True of what shows nothing and steers a terminal or the direction of text:
 * controls (line breaks too), bidi marks, zero-width space, BOM.
 */
bool	text_steers(unsigned long);

/*
 * Without blanks (ASCII, NBSP, the spaces of typography, BOM) at either end:
 * *len is shortened.
 */
const char	*text_trim(const char *, size_t *len);

/*
 * Lower case, one space for any run of blanks, none at either end, composed
 * (normal form C); in the arena.
 */
char	*text_fold(struct arena *, const char *);

/* text_fold(), and '_' or '-' between letters is a space: for enumerations. */
char	*text_fold_word(struct arena *, const char *);

/* Equal after text_fold(). */
bool	text_equal_fold(const char *, const char *);

/* Columns on a terminal: combining marks 0, wide characters and emoji 2. */
size_t	text_width(const char *);

/* UTF-16 units: what a spreadsheet counts. */
size_t	text_utf16_length(const char *);

/*
 * A part of a path: ASCII, lower case, æ→ae ø→oe å→aa, accents dropped, any
 * other run of characters one '-', none at either end; never empty ("x"),
 * never a device name of Windows ("con-x"), at most 60 bytes.
 */
char	*text_slug(struct arena *, const char *);

/*
 * The nearest of n words to the given one by edit distance over folded text,
 * or NULL if none is near enough to be worth a "did you mean".  A copy in the
 * arena; of equally near words the first.
 */
const char	*text_nearest(struct arena *, const char *word,
		    const char *const *words, size_t n);

#endif
