/*
 * A grid as CSV: read by the library as it stands, every cell is what it was.
 */
#include <csv.h>

#include "document.h"
#include "render/render.h"

/* Cells that end with a NUL, rows that end with a '\1'. */
static void
keep_cell(void *bytes, size_t len, void *data)
{
	buf_add(data, bytes, len);
	buf_putc(data, '\0');
}

static void
keep_row(int terminator, void *data)
{
	(void)terminator;
	buf_putc(data, '\1');
}

static void
put_grid(struct buf *out, const struct grid *g)
{
	struct buf value;

	buf_init(&value);
	for (size_t i = 0; i < g->ncolumn; i++)
		keep_cell((void *)(uintptr_t)g->column[i].id,
		    strlen(g->column[i].id), out);
	buf_putc(out, '\1');
	for (size_t i = 0; i < g->nrow * g->ncolumn; i++) {
		buf_clear(&value);
		value_print_machine(&value, &g->cell[i].value);
		keep_cell(value.data, value.len, out);
		if ((i + 1) % g->ncolumn == 0)
			buf_putc(out, '\1');
	}
	buf_release(&value);
}

static void
check_grid(const struct grid *g)
{
	struct csv_parser parser;
	struct buf csv, want, got;

	buf_init(&csv);
	buf_init(&want);
	buf_init(&got);
	render_csv(&csv, g);
	put_grid(&want, g);
	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	must(csv_parse(&parser, csv.data, csv.len, keep_cell, keep_row, &got) ==
		csv.len,
	    "%s", csv.data);
	must(csv_fini(&parser, keep_cell, keep_row, &got) == 0, "%s", csv.data);
	csv_free(&parser);
	must(got.len == want.len && memcmp(got.data, want.data, got.len) == 0,
	    "%s", csv.data);
	buf_release(&got);
	buf_release(&want);
	buf_release(&csv);
}

static void
check_grids(const struct node *node)
{
	if (node->type == DOC_GRID)
		check_grid(node->as.grid);
	for (node = node->child; node != NULL; node = node->next)
		check_grids(node);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct script s;
	struct buf all;

	script_read(&s, arena, data, size, "");
	check_grids(s.document);
	buf_init(&all);
	renderer_table[FORMAT_CSV].text(&all, s.document);
	must(text_valid_utf8(all.data, all.len), "%s", all.data);
	buf_release(&all);
	arena_free(arena);
	return 0;
}
