/*
 * What every step of reading one CSV file carries along.
 */
#ifndef INPUT_READING_H
#define INPUT_READING_H

#include "base/diag.h"
#include "input/schema.h"

struct arena;

struct reading {
	struct arena	*arena;	/* what is kept: texts, headings */
	struct arena	*rows;	/* rows and their fields */
	struct arena	*scratch; /* what is gone when the file is read */
	struct diag	*diag;
	const char	*path;	/* relative to the input folder */
	enum kind_class	 class;
	enum diag_level	 file_level;	/* of a fault that costs the file */
	enum diag_level	 row_level;	/* of a fault that costs a row */
};

/*
 * The levels follow from the class of the folder the file stands in.  All
 * three arenas are the one given, unless the caller has better ones.
 */
struct reading	reading_new(struct arena *, struct diag *, const char *path,
		    enum kind_class);

#endif
