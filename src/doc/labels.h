/*
 * Every word that a reader sees and that is neither the model's nor a
 * template's, by key: "light.red = Rød".  One file per language.
 *
 * A label may hold {1}, {2}, ... which sentence.h fills.  A key that is
 * missing yields the key itself, so that a gap shows in the document and in
 * the tests; it never crashes.
 */
#ifndef DOC_LABELS_H
#define DOC_LABELS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;
struct reword;

struct labels;

/*
 * Lines "key = text"; '#' begins a comment line; blanks around key and text
 * are dropped.  A later call with the same labels overrides single keys.
 * path is for messages.  Returns 0, or -1 after reporting a faulty line.
 */
struct labels	*labels_new(struct arena *);
int	labels_read(struct labels *, struct diag *, const char *path,
	    const char *text, size_t len);
/* The same over labels that were read; a key that they lack is reported. */
int	labels_read_over(struct labels *, struct diag *, const char *path,
	    const char *text, size_t len);

/*
 * The office's own words: a line "word.municipality = hospital" is no label,
 * but holds for all labels read by labels_read().  labels_reword() puts them
 * there, once all is read; labels_rewording() is for other texts.
 */
void			 labels_reword(struct labels *);
const struct reword	*labels_rewording(const struct labels *);

/* False if there is no such line. */
bool	labels_have_words(const struct labels *);

/*
 * Report the words that no text had, once all have been reworded; beside the
 * labels the other texts in which the nearest may stand.
 */
void	labels_check_words(const struct labels *, struct diag *,
	    const char *const *text, size_t ntext);

/* The label, or key itself if there is none. */
const char	*label(const struct labels *, const char *key);
/* "prefix.id", as label(labels, "status.done"); key itself if none. */
const char	*label_of(const struct labels *, const char *prefix,
		    const char *id);
/* NULL if there is none. */
const char	*label_find(const struct labels *, const char *key);

#endif
