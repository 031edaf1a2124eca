/*
 * A copy of the input in normal form, in a folder of its own, all of it or
 * none.
 */
#ifndef PACK_NORMAL_H
#define PACK_NORMAL_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;
struct facts;

struct normal_options {
	const char	*input;		/* the folder that the facts came from */
	const char	*target;	/* the folder of the copy: new or empty */
	bool		 english;	/* headings and words */
};

struct normal_result {
	size_t	nfile;		/* written */
	size_t	nchanged;	/* other bytes than the original */
};

/*
 * Copy every file that was read.  Returns 0, or -1 after reporting: then there
 * is no copy.
 */
int	normal_publish(struct arena *, struct diag *, const struct facts *,
	    const struct normal_options *, struct normal_result *);

#endif
