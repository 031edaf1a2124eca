/*
 * Does the workbook library come to our files and to our deflate?
 */
#include "render/render.h"
#include "render/xlsx.h"
#include "render/xlsx_zip.h"

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
	struct buf book;
	char path[XLSX_ZIP_PATH];
	lxw_error error;
	int fd;

	fd = xlsx_zip_begin(path);
	if (fd == -1)
		return 0;
	xlsx_tmpfile_since(&files);
	xlsx_deflate_since(&parts);
	error = write_workbook(path);
	buf_init(&book);
	if (xlsx_zip_end(fd, &book) == -1 || book.len == 0)
		error = LXW_ERROR_CREATING_XLSX_FILE;
	buf_release(&book);
	return error == LXW_NO_ERROR && xlsx_tmpfile_since(&files) &&
	    xlsx_deflate_since(&parts);
}
