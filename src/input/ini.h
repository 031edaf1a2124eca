/*
 * model.ini: sections of "key = value" with their line numbers.
 */
#ifndef INPUT_INI_H
#define INPUT_INI_H

#include <stddef.h>

struct arena;
struct diag;

struct ini_entry {
	const char	*section;
	const char	*key;
	const char	*value;
	int		 line;	/* from 1 */
};

struct ini_file {
	const char		*path;	/* relative to the input folder */
	struct ini_entry	*entry;	/* in the order of the file */
	size_t			 nentry;
};

/*
 * UTF-8; comments with ';' or '#'.  A line that is no entry, bytes that are no
 * UTF-8 and a key given twice are reported.  Returns 0, or -1 after reporting
 * that the file can't be used.
 */
int	ini_read(struct arena *, struct diag *, const char *path,
	    const char *bytes, size_t len, struct ini_file *ini);

#endif
