/*
 * The input folder: model/, register/ and status/YYYY-MM/ as typed sheets.
 *
 * Files are read in byte order of their relative path, so nothing depends on
 * the order in which a disk lists them.  Months after the report month are
 * not opened.
 */
#ifndef INPUT_FOLDER_H
#define INPUT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/digest.h"
#include "input/schema.h"

struct ini_file;

/* A file that was opened, for the manifest. */
struct source {
	const char	*path;		/* relative, '/' */
	size_t		 size;		/* bytes */
	char		 sha256[DIGEST_TEXT];
};

/* The office's own words: notat.md, notat-SAPA.md, notat-101.md. */
struct note {
	const char	*path;		/* relative */
	const char	*subject;	/* "" the month, else "SAPA", "101" */
	const char	*text;		/* CommonMark, valid UTF-8, <= 64 KB */
	month		 month;
};

struct input_file {
	struct sheet	 sheet;
	enum kind_class	 class;
	month		 month;		/* MONTH_NONE outside status/ */
};

struct arena;

struct input {
	struct arena		*rows;	/* holds what file points to */
	struct input_file	*file;	/* in byte order of path */
	size_t			 nfile;
	const month		*month;	/* folders up to the report month, rising */
	size_t			 nmonth;
	month			 report_month;
	bool			 ahead;		/* nothing of it is in yet */
	const struct note	*note;	/* of the report month only */
	size_t			 nnote;
	const struct source	*source;	/* every file opened */
	size_t			 nsource;
	const struct ini_file	*ini;	/* model/model.ini, or NULL */
};

/*
 * Read everything below folder up to the report month (MONTH_NONE: the newest
 * folder of status/).  Returns 0, or -1 after reporting a fatal fault: the
 * folder can't be read, there is no month folder or not the one asked for,
 * model.ini is missing, or a model/ or register/ file was set aside whole.
 * Faulty rows of the model are fatal too, but are no failure here.
 * Everything else that is wrong is reported and left out.
 */
int	input_read(struct arena *, struct diag *, const char *folder,
	    month report_month, struct input *input);

/*
 * The same for a month that is about to be collected (MONTH_NONE: the one
 * after the newest folder): what stands before it, and nothing of its own
 * though it may have a folder.  There need be no earlier month.
 */
int	input_read_ahead(struct arena *, struct diag *, const char *folder,
	    month wanted, struct input *input);

/*
 * Give back the rows, when records have been made of them.  All else that was
 * read, texts too, stays as long as the arena.
 */
void	input_release(struct input *);

/*
 * input_read() for who only looks: as long as there is no month at all, the
 * one that is named is read as if it were about to be collected.
 */
int	input_read_check(struct arena *, struct diag *, const char *folder,
	    month wanted, struct input *);

/* The same of model/ alone, whatever else there is or isn't. */
int	input_read_model(struct arena *, struct diag *, const char *folder,
	    struct input *input);

#endif
