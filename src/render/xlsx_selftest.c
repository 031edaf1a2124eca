/*
 * Does the workbook library come to our files and to our deflate?
 */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "render/render.h"
#include "render/xlsx.h"

static lxw_error
write_workbook(const char *path)
{
	lxw_workbook *book = workbook_new(path);

	if (book == NULL)
		return LXW_ERROR_CREATING_XLSX_FILE;
	workbook_add_worksheet(book, "a");
	return workbook_close(book);
}

int
render_xlsx_selftest(void)
{
	unsigned long files = 0, parts = 0;
	char path[64];
	int fd = memfd_create("selftest", MFD_CLOEXEC);
	lxw_error error;

	if (fd == -1)
		return 0;
	xlsx_tmpfile_since(&files);
	xlsx_deflate_since(&parts);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	error = write_workbook(path);
	close(fd);
	return error == LXW_NO_ERROR && xlsx_tmpfile_since(&files) &&
	    xlsx_deflate_since(&parts);
}
