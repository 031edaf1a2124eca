/*
 * What Unicode knows of single characters; text_unicode.c is the one file
 * that meets libutf8proc.  For base/text*.c, diag*.c, reword.c and
 * snippet.c only.
 */
#ifndef BASE_TEXT_UNICODE_H
#define BASE_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

unsigned long	unicode_lower(unsigned long);
unsigned long	unicode_upper(unsigned long);
bool		unicode_is_letter(unsigned long);

/* Without its accent: e for é; what has none comes back as it is. */
unsigned long	unicode_base(unsigned long);

/* Columns on a terminal: 0, 1 or 2. */
int		unicode_width(unsigned long);

/* ASCII blanks, NBSP, the spaces of typography, BOM. */
bool		unicode_is_blank(unsigned long);

/* Steers lines or their direction and shows nothing: controls, bidi, BOM. */
bool		unicode_is_control(unsigned long);

/* Normal form C, in place. */
void		unicode_compose(struct buf *);

#endif
