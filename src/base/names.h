/*
 * Names to numbers, whatever the case and the blanks around them.
 *
 * Looking up costs one hash of the spelling: each spelling is folded the first
 * time it is seen and remembered.  The arena owns it.
 */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stddef.h>

#define NAMES_NONE	(-1)

struct arena;
struct names;

struct names	*names_new(struct arena *);

/*
 * Let a name mean value (0 or more).  Returns NAMES_NONE, or the value that
 * the name has already, which then stands.
 */
int	names_put(struct names *, const char *name, int value);

/* The value of a name, or NAMES_NONE; name may be NULL. */
int	names_get(struct names *, const char *name);

/*
 * The number of a name, given in order of appearance from 0.  Only for tables
 * that are filled by this function alone.
 */
int	names_intern(struct names *, const char *name);

size_t		 names_count(const struct names *);
/* By order of appearance: the first spelling. */
const char	*names_text(const struct names *, size_t);

/* The known spelling nearest to a name, or NULL. */
const char	*names_nearest(const struct names *, const char *name);

#endif
