/*
 * The workbook backend's inside; only render/xlsx*.c may include this.
 *
 * A workbook is made in three steps: the tree is laid out as sheets of blocks
 * (xlsx_layout.c), every block gets its place (xlsx_place.c), and only then
 * is anything written, so that a chart or a formula may refer to a table that
 * stands further on.
 *
 * The library is told nothing that it would complain of or get wrong: every
 * string passes xlsx_string(), every name xlsx_name.c, no number is NaN.
 */
#ifndef RENDER_XLSX_H
#define RENDER_XLSX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <xlsxwriter.h>

#include "base/buf.h"
#include "doc/grid.h"

struct arena;
struct chart;
struct diag;
struct document;
struct labels;
struct node;
struct xlsx_formats;

/* Widths in characters of the normal font; heights in points. */
#define XLSX_WIDTH_MIN 6
#define XLSX_WIDTH_MAX 72
#define XLSX_WIDTH_WRAP 40      /* of a column of long text */
#define XLSX_WIDTH_SOURCE 45    /* of where a row comes from */
#define XLSX_WIDTH_SHARED 30    /* of text, of tables below each other */
#define XLSX_WIDTH_DEFAULT 8.43 /* of a column nobody set */
#define XLSX_WIDTH_TEXT 100     /* of a line of running text */
#define XLSX_LINE_HEIGHT 15
#define XLSX_ROW_PIXELS 20 /* of a row of one line */

/* Excel's limits. */
#define XLSX_CELL_UNITS 32767  /* UTF-16 units in a cell */
#define XLSX_CELL_BREAKS 253   /* line feeds in a cell */
#define XLSX_COMMENTS_MAX 20000 /* our own: six to a rollout are many */
#define XLSX_LINKS_MAX 65000   /* on a sheet; the limit is 65530 */

enum xlsx_role {
	ROLE_TITLE,   /* of the sheet, A1 */
	ROLE_LINE,    /* what the sheet shows and as of when, A2 */
	ROLE_HEADING, /* a section within the sheet */
	ROLE_CAPTION, /* of a table */
	ROLE_MEASURE, /* below a caption or a chart */
	ROLE_BODY,
	ROLE_STRONG,
	ROLE_NOTE,
	ROLE_CODE,
	ROLES
};

#define XLSX_INDENTS 4 /* steps a text may stand in */

/* How the value of a cell is shown. */
enum xlsx_kind {
	KIND_TEXT, /* as it stands */
	KIND_CODE, /* text of the format "@", so that 0101 remains */
	KIND_WHOLE,
	KIND_TENTHS,
	KIND_HUNDREDTHS,
	KIND_PERCENT,
	KIND_DAY,
	KIND_LIGHT,
	KINDS
};

enum xlsx_cell_flag {
	CELL_WRAP = 1,
	CELL_TOTAL = 2,
	CELL_LINK = 4,
	CELL_STRONG = 8,
	CELL_CENTRE = 16,
	CELL_FLAGS = 32
};

enum xlsx_block_type { BLOCK_TEXT, BLOCK_TABLE, BLOCK_TILES, BLOCK_CHART };

/* A grid in the workbook. */
struct xlsx_table {
	const struct grid *grid;
	struct xlsx_sheet *sheet;
	struct xlsx_table *next; /* of the workbook */
	const char *name;        /* of the table object; NULL for tiles */
	size_t ncolumn;          /* of the grid, and one of sources */
	char **head;             /* unique, none empty */
	const char **source;     /* a row's sources; NULL if none has any */
	bool *wrap;              /* the column's texts break */
	enum xlsx_kind *number;  /* how its VALUE_NUMBERs are shown */
	double *width;           /* what the column needs */
	lxw_row_t row;           /* of the heads; data from row + 1 */
};

/* What stands below each other on a sheet. */
struct xlsx_block {
	enum xlsx_block_type type;
	enum xlsx_role role; /* of a text */
	int indent;
	const char *text;
	struct xlsx_table *table; /* of a table, tiles or chart */
	const struct chart *chart;
	lxw_row_t row;    /* the first */
	lxw_row_t end;    /* the first after it */
	lxw_col_t column; /* of a chart */
	size_t lines;     /* of a text */
};

struct xlsx_sheet {
	struct xlsx *book;
	struct xlsx_sheet *next;
	lxw_worksheet *sheet;
	const char *title;
	const char *name; /* legal and unique */
	struct xlsx_block *block;
	size_t nblock, cap;
	struct xlsx_table *single; /* the sheet is this table */
	double *width;             /* of its columns */
	size_t ncolumn;
	size_t span;       /* columns that running text covers */
	double text_width; /* of those */
	size_t nlink;
	uint64_t cells; /* written, for the verification */
};

/* A workbook in the making; its arena lives as long. */
struct xlsx {
	struct arena *arena;
	struct diag *diag;
	const struct document *document;
	const struct labels *labels;
	const char *path;
	lxw_workbook *book;
	struct xlsx_formats *formats;
	struct xlsx_sheet *sheets, **sheets_end;
	struct xlsx_table *tables, **tables_end;
	size_t ncomment;
	struct buf text;    /* xlsx_string() */
	struct buf scratch; /* of one function at a time */
	lxw_error error;    /* the first */
};

/* Keep the first error; nothing is lost by going on after it. */
void xlsx_try(struct xlsx *, lxw_error);

/* xlsx_layout.c: sheets and their blocks */
void xlsx_layout(struct xlsx *, const struct node *document);
/* Holds until the sheet's next block. */
struct xlsx_block *xlsx_block_add(struct xlsx_sheet *, enum xlsx_block_type);
void xlsx_block_add_table(struct xlsx_sheet *, const struct grid *);

/* xlsx_sheet.c: when all blocks of all sheets are known */
void xlsx_sheet_charts(struct xlsx_sheet *);
void xlsx_sheet_head(struct xlsx_sheet *);

/* xlsx_place.c: widths, then rows */
void xlsx_place(struct xlsx_sheet *);

/* xlsx_text.c */
/*
 * The one gateway to the library: sanitised, a literal _x0041_ escaped, within
 * the limits of a cell (loc, which may be NULL, is named if it must be cut).
 * The result holds until the next call.
 */
const char *xlsx_string(struct xlsx *, const char *, const struct loc *loc);
/* The same, in the arena and cut to so many UTF-16 units. */
char *xlsx_keep(struct xlsx *, const char *, size_t units);
/* The text of a node's inlines. */
void xlsx_inlines(struct xlsx *, struct buf *, const struct node *parent);
/* Lines that text takes; *rest (may be NULL) is where line max + 1 begins. */
size_t
xlsx_lines(const char *text, double width, size_t max, const char **rest);
double xlsx_role_width(enum xlsx_role, double width);
double xlsx_role_height(enum xlsx_role, size_t lines);
/* Writes a text over the sheet's span. */
void xlsx_text_write(struct xlsx_sheet *, const struct xlsx_block *);

/* xlsx_table.c: what must be known of a grid before it has a place */
struct xlsx_table *xlsx_table_new(struct xlsx_sheet *, const struct grid *);
/* The table of a grid, or of a grid's id, preferring this sheet; or NULL. */
struct xlsx_table *
xlsx_table_find(const struct xlsx_sheet *, const struct grid *, const char *id);
bool xlsx_table_has_total(const struct xlsx_table *);
lxw_row_t xlsx_table_last(const struct xlsx_table *); /* data row */
lxw_row_t xlsx_table_end(const struct xlsx_table *);  /* total too */
/* Lines of the highest head at the sheet's widths. */
size_t xlsx_head_lines(const struct xlsx_table *);
/* Lines of a row, of a table or of tiles. */
size_t xlsx_row_lines(const struct xlsx_table *, size_t row);
/* Points, of rows so high. */
double xlsx_head_height(size_t lines);
double xlsx_row_height(const struct xlsx_table *, size_t lines);

/* xlsx_grid.c */
void xlsx_grid_write(struct xlsx_table *);
void xlsx_tiles_write(struct xlsx_table *);
/* Tells Excel that texts of digits are meant to be texts. */
void xlsx_grid_codes(struct xlsx_sheet *);

/* xlsx_cell.c */
/* How a cell is shown where it stands. */
struct xlsx_look {
	enum xlsx_kind number; /* of a VALUE_NUMBER */
	unsigned flags;        /* of enum xlsx_cell_flag */
	int heat;              /* step on the ramp; -1: none */
};
void xlsx_cell_write(struct xlsx_sheet *, lxw_row_t, lxw_col_t,
    const struct grid_cell *, struct xlsx_look);
void xlsx_cell_text(
    struct xlsx_sheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *);
/* A number, or a formula with its value. */
void xlsx_cell_number(struct xlsx_sheet *, lxw_row_t, lxw_col_t,
    const char *formula, double, lxw_format *);
/* The value as the workbook holds it; false if it is no number there. */
bool xlsx_number(const struct value *, double *);
enum xlsx_kind xlsx_kind_of(const struct value *, enum xlsx_kind number);

/* xlsx_derive.c: formulas */
/* "tbl_a[Head]", specials escaped. */
void xlsx_put_column(struct buf *, const struct xlsx_table *, size_t column);
/*
 * The formula that yields the cell's value from the table it was counted
 * from; false if there is none that surely does.
 */
bool xlsx_derive(
    const struct xlsx_sheet *, const struct grid_cell *, struct buf *formula);

/* xlsx_chart.c */
void xlsx_chart_write(struct xlsx_sheet *, const struct xlsx_block *);
/* Pixels. */
int xlsx_chart_width(const struct chart *);
int xlsx_chart_height(const struct chart *);

/* xlsx_format.c */
struct xlsx_formats *xlsx_formats_new(struct arena *, lxw_workbook *);
lxw_format *xlsx_format_text(struct xlsx_formats *, enum xlsx_role, int indent);
/* Beside or below a chart: not broken into lines. */
lxw_format *xlsx_format_aside(struct xlsx_formats *);
lxw_format *xlsx_format_head(struct xlsx_formats *, bool numeric);
lxw_format *xlsx_format_tile_head(struct xlsx_formats *, bool numeric);
lxw_format *xlsx_format_cell(
    struct xlsx_formats *, enum xlsx_kind, enum tone, unsigned flags);
/* A number on the ramp of colours: step 0 to GRID_HEATS - 1. */
lxw_format *xlsx_format_heat(
    struct xlsx_formats *, enum xlsx_kind, int heat, unsigned flags);
/* The colour of a tone in a chart; of the nth series if it has none. */
lxw_color_t xlsx_tone_colour(enum tone, size_t nth);

/* xlsx_break.c: no chart or small table runs over the edge of a page */
void xlsx_break(struct xlsx_sheet *);
/* Pages beside each other that the sheet needs to be legible. */
uint16_t xlsx_pages_across(const struct xlsx_sheet *);

/* xlsx_page.c: print, panes, properties */
void xlsx_page(struct xlsx_sheet *);
void xlsx_properties(struct xlsx *);

/* xlsx_name.c */
void xlsx_name_sheets(struct xlsx *);
const char *xlsx_name_table(struct xlsx *, const char *id);
/* Heads of table columns: unique ignoring case, none empty. */
void xlsx_name_heads(struct xlsx *, char **head, size_t n);

/* xlsx_check.c */
/*
 * Reopens the workbook: every part inflates, is well-formed, and every sheet
 * holds as many cells as were written.  Returns 0, or -1 after reporting.
 */
int xlsx_check(struct xlsx *);

#endif
