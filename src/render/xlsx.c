/*
 * The workbook: laid out, placed, written, closed, read back.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/node.h"
#include "render/render.h"
#include "render/xlsx.h"

#define TRIES 3

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

/* The folder of the workbook, where its memory files go if there are none. */
static char *
folder_of(struct xlsx *x)
{
	const char *slash = strrchr(x->path, '/');

	return slash == NULL
	    ? arena_strdup(x->arena, ".")
	    : arena_strndup(x->arena, x->path, (size_t)(slash - x->path) + 1);
}

/* The library says that the system failed, not how. */
static const char *
reason(const struct xlsx *x, int why)
{
	if (why != 0 &&
	    (x->error == LXW_ERROR_CREATING_XLSX_FILE ||
		x->error == LXW_ERROR_ZIP_FILE_OPERATION ||
		x->error == LXW_ERROR_ZIP_FILE_ADD ||
		x->error == LXW_ERROR_ZIP_CLOSE))
		return strerror(why);
	return lxw_strerror(x->error);
}

static int
refuse(struct xlsx *x, const char *why)
{
	diag_add(
	    x->diag, DIAG_workbook_refused, NULL, x->document->file, why, NULL);
	return -1;
}

static int
make_book(struct xlsx *x, const struct node *document)
{
	lxw_workbook_options options = {.tmpdir = folder_of(x)};
	struct xlsx_sheet *s;

	/* The library would say so itself, on standard error. */
	if (access(options.tmpdir, W_OK) == -1)
		return refuse(x, strerror(errno));
	xlsx_layout(x, document);
	for (s = x->sheets; s != NULL; s = s->next)
		xlsx_place(s);
	x->book = workbook_new_opt(x->path, &options);
	if (x->book == NULL) {
		x->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
	} else {
		write_book(x);
		errno = 0;
		xlsx_try(x, workbook_close(x->book));
	}
	if (x->error == LXW_NO_ERROR)
		return xlsx_check(x);
	if (errno == EINTR)
		return XLSX_AGAIN;
	return refuse(x, reason(x, errno));
}

/* Returns XLSX_AGAIN if a signal came between: nothing was reported yet. */
static int
try_book(const char *path, const struct node *document, struct diag *diag)
{
	struct xlsx x = {.path = path, .diag = diag};
	int result;

	x.arena = arena_new();
	x.document = document->as.document;
	x.labels = x.document->labels;
	x.paper = x.document->sheet != NULL;
	x.sheets_end = &x.sheets;
	x.tables_end = &x.tables;
	buf_init(&x.text);
	buf_init(&x.scratch);
	result = make_book(&x, document);
	buf_release(&x.scratch);
	buf_release(&x.text);
	arena_free(x.arena);
	return result;
}

static int
given_up(const struct node *document, struct diag *diag)
{
	diag_add(diag, DIAG_workbook_refused, NULL, document->as.document->file,
	    strerror(EINTR), NULL);
	return -1;
}

int
render_xlsx(const char *path, const struct node *document, struct diag *diag)
{
	int result, tries = TRIES;

	do
		result = try_book(path, document, diag);
	while (result == XLSX_AGAIN && --tries > 0);
	return result == XLSX_AGAIN ? given_up(document, diag) : result;
}
