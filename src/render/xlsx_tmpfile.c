/*
 * The workbook library's temporary files, in memory.
 *
 * The library doesn't look at what becomes of its writes: on a full disk it
 * reports success and loses rows.  It finds its lxw_tmpfile() as any dynamic
 * symbol is found, so the definition here comes first.  Each part of a
 * workbook is such a file, written once from front to end, rewound, and read
 * once: a struct buf behind a stream does that without asking the system.
 */
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "render/xlsx.h"

#define STREAM_BYTES 16384 /* that the stream gathers before each write */

struct memory {
	struct buf bytes;
	size_t at; /* where is read or written next; <= bytes.len */
	FILE *file;
};

static unsigned long count; /* of files made here */
static FILE *last;          /* of them, while it is open */

static ssize_t
memory_read(void *cookie, char *to, size_t len)
{
	struct memory *m = cookie;
	size_t left = m->bytes.len - m->at;

	if (len > left)
		len = left;
	memcpy(to, m->bytes.data + m->at, len);
	m->at += len;
	return (ssize_t)len;
}

static ssize_t
memory_write(void *cookie, const char *from, size_t len)
{
	struct memory *m = cookie;
	size_t over = m->bytes.len - m->at;

	if (over > len)
		over = len;
	memcpy(m->bytes.data + m->at, from, over);
	buf_add(&m->bytes, from + over, len - over);
	m->at += len;
	return (ssize_t)len;
}

static int
memory_seek(void *cookie, off64_t *offset, int whence)
{
	struct memory *m = cookie;
	off64_t from = whence == SEEK_SET ? 0
	    : whence == SEEK_CUR          ? (off64_t)m->at
					  : (off64_t)m->bytes.len;

	if (from + *offset < 0 || from + *offset > (off64_t)m->bytes.len)
		return -1;
	*offset += from;
	m->at = (size_t)*offset;
	return 0;
}

static int
memory_close(void *cookie)
{
	struct memory *m = cookie;

	if (m->file == last)
		last = NULL;
	buf_release(&m->bytes);
	free(m);
	return 0;
}

static const cookie_io_functions_t memory_functions = {
    memory_read, memory_write, memory_seek, memory_close};

FILE *
lxw_tmpfile(char *tmpdir)
{
	struct memory *m = malloc(sizeof(*m));
	FILE *file;

	(void)tmpdir;
	if (m == NULL)
		arena_exhausted();
	buf_init(&m->bytes);
	m->at = 0;
	m->file = NULL;
	file = fopencookie(m, "w+b", memory_functions);
	if (file == NULL) {
		memory_close(m);
		return NULL;
	}
	setvbuf(file, NULL, _IOFBF, STREAM_BYTES);
	/* One thread: the library's many small writes need no lock. */
	__fsetlocking(file, FSETLOCKING_BYCALLER);
	m->file = last = file;
	count++;
	return file;
}

bool
xlsx_tmpfile_is(const FILE *file)
{
	return file == last && file != NULL;
}

bool
xlsx_tmpfile_since(unsigned long *seen)
{
	bool more = count > *seen;

	*seen = count;
	return more;
}
