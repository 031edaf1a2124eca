/*
 * The workbook's archive, in memory.
 *
 * minizip goes back to each part's head when the part is done, and asks the
 * system for every few bytes.  The workbook library finds zipOpen() as any
 * dynamic symbol is found, so the one here comes first: the same minizip, over
 * a struct buf.  One archive is open at a time.
 */
#include "render/xlsx_zip.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <zip.h>

static struct xlsx_archive written;
static bool taken = true; /* nothing is in written that nobody took */

static voidpf
archive_open(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
archive_read(voidpf opaque, voidpf stream, void *to, uLong len)
{
	struct xlsx_archive *a = stream;
	size_t left = a->bytes.len - a->at;

	(void)opaque;
	if (len > left)
		len = left;
	memcpy(to, a->bytes.data + a->at, len);
	a->at += len;
	return len;
}

static uLong
archive_write(voidpf opaque, voidpf stream, const void *from, uLong len)
{
	struct xlsx_archive *a = stream;
	size_t over = a->bytes.len - a->at;

	(void)opaque;
	if (over > len)
		over = len;
	memcpy(a->bytes.data + a->at, from, over);
	buf_add(&a->bytes, (const char *)from + over, len - over);
	a->at += len;
	return len;
}

static ZPOS64_T
archive_tell(voidpf opaque, voidpf stream)
{
	struct xlsx_archive *a = stream;

	(void)opaque;
	return a->at;
}

static long
archive_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct xlsx_archive *a = stream;
	size_t from = origin == ZLIB_FILEFUNC_SEEK_SET ? 0
	    : origin == ZLIB_FILEFUNC_SEEK_CUR         ? a->at
						       : a->bytes.len;

	(void)opaque;
	if (offset > a->bytes.len - from)
		return -1;
	a->at = from + offset;
	return 0;
}

static int
archive_done(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static zlib_filefunc64_def
functions_on(struct xlsx_archive *a)
{
	return (zlib_filefunc64_def){archive_open, archive_read, archive_write,
	    archive_tell, archive_seek, archive_done, archive_done, a};
}

zipFile
zipOpen(const char *path, int append)
{
	zlib_filefunc64_def functions = functions_on(&written);

	if (!taken)
		return NULL;
	buf_init(&written.bytes);
	written.at = 0;
	taken = false;
	return zipOpen2_64(path, append, NULL, &functions);
}

int
xlsx_zip_begin(char path[XLSX_ZIP_PATH])
{
	int fd = memfd_create("workbook", MFD_CLOEXEC);

	snprintf(path, XLSX_ZIP_PATH, "/proc/self/fd/%d", fd);
	return fd;
}

/* A library that came to another zipOpen() has written the memory file. */
static int
read_file(int fd, struct buf *out)
{
	ssize_t n;

	do {
		buf_reserve(out, 65536);
		n = pread(fd, out->data + out->len, 65536, (off_t)out->len);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0);
	return (int)n;
}

int
xlsx_zip_end(int fd, struct buf *out)
{
	int result = 0;

	buf_clear(out);
	if (taken) {
		result = read_file(fd, out);
	} else {
		buf_release(out);
		*out = written.bytes;
		taken = true;
	}
	close(fd);
	return result;
}

unzFile
xlsx_zip_read(struct xlsx_archive *a)
{
	zlib_filefunc64_def functions = functions_on(a);

	return unzOpen2_64("", &functions);
}
