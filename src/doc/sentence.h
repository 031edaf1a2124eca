/*
 * Short sentences from labels, in the singular and the plural.
 *
 * sentence(arena, labels, "overview.red", n, values, count) takes the label
 * "overview.red.zero", ".one" or ".many" by n if there is one, else
 * "overview.red", and fills {1}, {2}, ... with the values as a reader sees
 * them.  A number from 0 to 9 is not spelled out: the label decides.
 */
#ifndef DOC_SENTENCE_H
#define DOC_SENTENCE_H

#include <stddef.h>
#include <stdint.h>

#include "doc/value.h"

struct arena;
struct buf;
struct labels;

const char	*sentence(struct arena *, const struct labels *,
		    const char *key, int64_t n, const struct value *values,
		    size_t count);

/* Only the filling: text holds {1}, {2}, ...; others stay as they are. */
void	sentence_fill(struct buf *, const struct labels *, const char *text,
	    const struct value *values, size_t count);
/* The same with decimals as value_print_exact() has them. */
void	sentence_fill_exact(struct buf *, const struct labels *,
	    const char *text, const struct value *values, size_t count);

#endif
