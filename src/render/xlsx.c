/*
 * The workbook: laid out, placed, written, closed, read back.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/timing.h"
#include "doc/node.h"
#include "render/render.h"
#include "render/xlsx.h"
#include "render/xlsx_zip.h"

void
xlsx_try(struct xlsx *x, lxw_error error)
{
	if (x->error == LXW_NO_ERROR)
		x->error = error;
}

static void
write_block(struct xlsx_sheet *s, const struct xlsx_block *block)
{
	switch (block->type) {
	case BLOCK_TEXT:
		xlsx_text_write(s, block);
		break;
	case BLOCK_TABLE:
		xlsx_grid_write(block->table);
		break;
	case BLOCK_TILES:
		xlsx_tiles_write(block->table);
		break;
	case BLOCK_CHART:
		xlsx_chart_write(s, block);
		break;
	case BLOCK_LINES:
		xlsx_lines_write(s, block);
		break;
	case BLOCK_PAGE:
		break;
	}
}

static void
write_sheet(struct xlsx_sheet *s)
{
	size_t i;

	xlsx_page(s);
	for (i = 0; i < s->nblock; i++)
		write_block(s, &s->block[i]);
	xlsx_contents_back(s);
	xlsx_grid_codes(s);
	xlsx_rule_protect(s);
}

/* All sheets before any is written: formulas and charts name them. */
static int
add_sheets(struct xlsx *x)
{
	struct xlsx_sheet *s;

	for (s = x->sheets; s != NULL; s = s->next) {
		s->sheet = workbook_add_worksheet(x->book, s->name);
		if (s->sheet == NULL) {
			xlsx_try(x, LXW_ERROR_SHEETNAME_ALREADY_USED);
			return -1;
		}
	}
	return 0;
}

static void
write_book(struct xlsx *x)
{
	struct xlsx_sheet *s;

	x->formats = xlsx_formats_new(x);
	xlsx_properties(x);
	if (add_sheets(x) == -1)
		return;
	for (s = x->sheets; s != NULL; s = s->next) {
		write_sheet(s);
		if (s->hidden)
			worksheet_hide(s->sheet);
	}
	worksheet_activate(x->sheets->sheet);
}

static int
refuse(struct xlsx *x, const char *why)
{
	diag_add(
	    x->diag, DIAG_workbook_refused, NULL, x->document->file, why, NULL);
	return -1;
}

static int
verify(struct xlsx *x, const struct buf *book)
{
	enum timing was = timing_open(TIMING_VERIFY);
	int result = xlsx_check(x, book);

	timing_open(was);
	return result;
}

static int
make_book(struct xlsx *x, const struct node *document, struct buf *out)
{
	struct xlsx_sheet *s;
	char path[XLSX_ZIP_PATH];
	int fd;

	xlsx_layout(x, document);
	for (s = x->sheets; s != NULL; s = s->next)
		xlsx_place(s);
	fd = xlsx_zip_begin(path);
	if (fd == -1)
		return refuse(x, strerror(errno));
	x->book = workbook_new(path);
	if (x->book == NULL) {
		x->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
	} else {
		write_book(x);
		xlsx_try(x, workbook_close(x->book));
	}
	if (xlsx_zip_end(fd, out) == -1)
		return refuse(x, strerror(errno));
	if (x->error == LXW_NO_ERROR)
		return verify(x, out);
	return refuse(x, lxw_strerror(x->error));
}

int
render_xlsx(struct buf *out, const struct node *document, struct diag *diag)
{
	struct xlsx x = {.diag = diag};
	int result;

	x.arena = arena_new();
	x.document = document->as.document;
	x.labels = x.document->labels;
	x.paper = x.document->sheet != NULL;
	x.sheets_end = &x.sheets;
	x.tables_end = &x.tables;
	buf_init(&x.text);
	buf_init(&x.scratch);
	result = make_book(&x, document, out);
	buf_release(&x.scratch);
	buf_release(&x.text);
	arena_free(x.arena);
	return result;
}
