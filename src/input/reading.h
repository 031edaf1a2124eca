/*
 * What every step of reading one CSV file carries along.
 */
#ifndef INPUT_READING_H
#define INPUT_READING_H

#include "base/diag.h"
#include "input/schema.h"

struct arena;

struct reading {
	struct arena	*arena;
	struct diag	*diag;
	const char	*path;	/* relative to the input folder */
	enum kind_class	 class;
	enum diag_level	 file_level;	/* of a fault that costs the file */
	enum diag_level	 row_level;	/* of a fault that costs a row */
};

/* The levels follow from the class of the folder the file stands in. */
struct reading	reading_new(struct arena *, struct diag *, const char *path,
		    enum kind_class);

#endif
