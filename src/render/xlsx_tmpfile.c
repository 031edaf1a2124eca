/*
 * The workbook library's temporary files, in memory.
 *
 * The library doesn't look at what becomes of its writes: on a full disk it
 * reports success and loses rows.  It finds its lxw_tmpfile() as any dynamic
 * symbol is found, so the definition here comes first.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "render/render.h"

static unsigned long count; /* of files made here */

/* Where there are no memory files: one without a name in the folder. */
static int
open_nameless(const char *folder)
{
	int fd = memfd_create("parathed", MFD_CLOEXEC);

	if (fd == -1 && folder != NULL)
		fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	return fd;
}

FILE *
lxw_tmpfile(char *tmpdir)
{
	int fd = open_nameless(tmpdir);
	FILE *file;

	if (fd == -1)
		return NULL;
	file = fdopen(fd, "w+b");
	if (file == NULL) {
		close(fd);
		return NULL;
	}
	count++;
	return file;
}

int
render_xlsx_selftest(void)
{
	unsigned long before = count;
	lxw_workbook *book;
	char path[64];
	int fd = memfd_create("selftest", MFD_CLOEXEC);
	lxw_error error = LXW_ERROR_CREATING_XLSX_FILE;

	if (fd == -1)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	book = workbook_new(path);
	if (book != NULL) {
		workbook_add_worksheet(book, "a");
		error = workbook_close(book);
	}
	close(fd);
	return error == LXW_NO_ERROR && count > before;
}
