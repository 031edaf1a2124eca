/*
 * CSV: the bytes of a file as records with their true line numbers.
 *
 * Only table.c meets libcsv.  Blank lines and rows of nothing but separators
 * are left out; the first record is the header row.  A record that can't be
 * read costs that record, and reading goes on at the next physical line.
 */
#ifndef INPUT_TABLE_H
#define INPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#define TABLE_FILE_MIB		64	/* of a file */
#define TABLE_RECORD_LIMIT	((size_t)1 << 20)	/* bytes of a record */
#define TABLE_COLUMNS		1024	/* cells of a record */
#define TABLE_ROWS		1048576	/* as many as a spreadsheet has */

struct reading;

struct cell {
	const char	*text;	/* trimmed, NUL-terminated; NULL if blank */
	size_t		 len;
};

struct record {
	const struct cell	*cell;
	int			 ncell;	/* blank ones beyond the header's left out */
	int			 line;	/* first physical line, from 1 */
	int			 beyond; /* blank ones that were left out */
};

struct table {
	struct record	*record;	/* the header first */
	size_t		 nrecord;	/* at least 1 */
	size_t		 nfault;	/* records that could not be read */
	char		 separator;
	bool		 double_encoded; /* "Ã¸" stands somewhere */
};

/*
 * Returns 0, or -1 after reporting why the file is set aside: it can't be
 * decoded, is empty, or its header row can't be read.
 */
int	table_read(const struct reading *, const void *bytes, size_t len,
	    struct table *);

#endif
