/*
 * A workbook's archive in memory; only render/xlsx*.c may include this.
 */
#ifndef RENDER_XLSX_ZIP_H
#define RENDER_XLSX_ZIP_H

#include <stdbool.h>
#include <stdio.h>

#include <unzip.h>

#include "base/buf.h"

#define XLSX_ZIP_PATH 64

/* What minizip is given as its stream. */
struct xlsx_archive {
	struct buf	bytes;
	size_t		at;	/* where is read or written next; <= bytes.len */
};

/*
 * Names a file for the workbook library to write, and returns its descriptor,
 * or -1 (see errno); one archive at a time.
 */
int	xlsx_zip_begin(char path[XLSX_ZIP_PATH]);

/*
 * Moves what was written to a buf, wherever it went, and closes the
 * descriptor.  Returns 0, or -1 (see errno).
 */
int	xlsx_zip_end(int fd, struct buf *);

/* To be closed by unzClose(); NULL if it is no archive. */
unzFile	xlsx_zip_read(struct xlsx_archive *);

#endif
