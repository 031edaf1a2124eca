/*
 * Folding into a buffer, for base/text*.c only: see text_fold() in text.h.
 */
#ifndef BASE_TEXT_FOLD_H
#define BASE_TEXT_FOLD_H

struct buf;

/* The buffer must be empty: what it holds is composed as a whole. */
void	text_fold_into(struct buf *, const char *);

#endif
