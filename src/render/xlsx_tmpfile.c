/*
 * The workbook library's temporary files, in memory.
 *
 * The library doesn't look at what becomes of its writes: on a full disk it
 * reports success and loses rows.  A run of bytes is never full (out of memory
 * ends the program), and no signal cuts a write to it short.  The library finds
 * its lxw_tmpfile() as any dynamic symbol is found, so the definition here
 * comes first.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "render/render.h"

struct memory_file {
	struct buf bytes;
	size_t at;
};

static unsigned long count; /* of files made here */

static ssize_t
read_memory(void *cookie, char *to, size_t len)
{
	struct memory_file *file = cookie;
	size_t left = file->bytes.len - file->at;

	if (len > left)
		len = left;
	memcpy(to, file->bytes.data + file->at, len);
	file->at += len;
	return (ssize_t)len;
}

/* Over what is there, then beyond its end. */
static ssize_t
write_memory(void *cookie, const char *from, size_t len)
{
	struct memory_file *file = cookie;
	size_t over = file->bytes.len - file->at;

	if (over > len)
		over = len;
	memcpy(file->bytes.data + file->at, from, over);
	buf_add(&file->bytes, from + over, len - over);
	file->at += len;
	return (ssize_t)len;
}

/* Within what is there: the library never leaves a gap. */
static int
seek_memory(void *cookie, off64_t *to, int whence)
{
	struct memory_file *file = cookie;
	off64_t at = *to;

	if (whence == SEEK_CUR)
		at += (off64_t)file->at;
	else if (whence == SEEK_END)
		at += (off64_t)file->bytes.len;
	if (at < 0 || at > (off64_t)file->bytes.len) {
		errno = EINVAL;
		return -1;
	}
	*to = at;
	file->at = (size_t)at;
	return 0;
}

static int
close_memory(void *cookie)
{
	struct memory_file *file = cookie;

	buf_release(&file->bytes);
	free(file);
	return 0;
}

FILE *
lxw_tmpfile(char *tmpdir)
{
	const cookie_io_functions_t functions = {
	    read_memory, write_memory, seek_memory, close_memory};
	struct memory_file *file = calloc(1, sizeof(*file));
	FILE *stream;

	(void)tmpdir;
	if (file == NULL)
		arena_exhausted();
	buf_init(&file->bytes);
	stream = fopencookie(file, "w+b", functions);
	if (stream == NULL)
		arena_exhausted();
	count++;
	return stream;
}

int
render_xlsx_selftest(void)
{
	unsigned long before = count;
	lxw_workbook *book;
	char path[64];
	int fd = memfd_create("selftest", MFD_CLOEXEC);

	if (fd == -1)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	book = workbook_new(path);
	if (book != NULL) {
		workbook_add_worksheet(book, "a");
		(void)workbook_close(book);
	}
	close(fd);
	return count > before;
}
