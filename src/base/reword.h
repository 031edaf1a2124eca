/*
 * Words that an office says otherwise: hospital for municipality.  They take
 * the place of whole words in the texts that came with the program, never in
 * what came in.
 */
#ifndef BASE_REWORD_H
#define BASE_REWORD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct reword;

struct reword	*reword_new(struct arena *);

/*
 * From now on say to for from: a word, or several with single blanks between
 * them, which a text may break over two lines.  A from in small letters is
 * found with a capital too, which to then gets.  Of a from that comes again
 * the later to holds.
 */
void		 reword_add(struct reword *, const char *from, const char *to);

/*
 * The text with the words in their places; of two that fit the longer.  What
 * stands in {{ }} and the address of a link aren't words.  words may be NULL;
 * a text without any of them comes back itself.
 */
const char	*reword_put(const struct reword *, const char *text);

/* False if no text so far had the word in the place of which another is put. */
bool		 reword_used(const struct reword *, const char *from);

/*
 * What a misspelt from was meant for: of all that stands in the texts and is
 * as many words, the nearest, or NULL; of equally near ones one that begins
 * with a capital as from does.  A copy in the arena.
 */
const char	*reword_nearest(struct arena *, const char *from,
		    const char *const *text, size_t ntext);

#endif
