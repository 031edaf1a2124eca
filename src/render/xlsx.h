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
struct formula;
struct labels;
struct node;
struct xlsx_formats;

/* Widths in characters of the normal font; heights in points. */
#define XLSX_WIDTH_MIN 6
#define XLSX_WIDTH_MAX 72
#define XLSX_WIDTH_WRAP 40      /* of a column of long text */
#define XLSX_WIDTH_WRITTEN 24   /* of one to write in, at least */
#define XLSX_WIDTH_SOURCE 45    /* of where a row comes from */
#define XLSX_WIDTH_SHARED 30    /* of text, of tables below each other */
#define XLSX_WIDTH_END 90       /* of text that nothing follows */
#define XLSX_WIDTH_DEFAULT 8.43 /* of a column nobody set */
#define XLSX_WIDTH_TEXT 100     /* of a line of running text */
#define XLSX_WIDTH_FORM 84      /* of a form: 10 points on upright paper */
#define XLSX_WIDTH_FORM_MAX 105 /* where it has many columns */
#define XLSX_WIDTH_EDGE 0.7 /* between columns that are merged */
#define XLSX_LETTERS 1.15 /* in the room of a digit, of which widths are */
#define XLSX_LINE_HEIGHT 15
#define XLSX_ROW_PIXELS 20 /* of a row of one line */
#define XLSX_PIXEL 0.75    /* points */

/* Excel's limits. */
#define XLSX_ROW_POINTS 409.0   /* the height of a row */
#define XLSX_CELL_UNITS 32767  /* UTF-16 units in a cell */
#define XLSX_CELL_BREAKS 253   /* line feeds in a cell */
#define XLSX_COMMENTS_MAX 20000 /* our own: six to a rollout are many */
#define XLSX_LINKS_MAX 65000   /* on a sheet; the limit is 65530 */

enum xlsx_role {
	ROLE_TITLE,   /* of the sheet, A1 */
	ROLE_LINE,    /* what the sheet shows and as of when, A2 */
	ROLE_SECTION, /* a top section, where all share a sheet */
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
	KIND_INPUT_WHOLE, /* as CSV wants them: no thousands mark, ISO dates */
	KIND_INPUT_NUMBER,
	KIND_INPUT_DAY,
	KINDS
};

enum xlsx_cell_flag {
	CELL_WRAP = 1,
	CELL_TOTAL = 2,
	CELL_LINK = 4,
	CELL_STRONG = 8,
	CELL_CENTRE = 16,
	CELL_OPEN = 32, /* not locked where the sheet is */
	CELL_FORM = 64, /* in a box of rules */
	CELL_FIELD = 128, /* beside locked ones: whether it is open shows */
	CELL_FLAGS = 256
};

enum xlsx_block_type {
	BLOCK_TEXT,
	BLOCK_TABLE,
	BLOCK_TILES,
	BLOCK_CHART,
	BLOCK_LINES, /* room to write in */
	BLOCK_PAGE   /* nothing: what follows begins a page of paper */
};

/* Where a form's column stands in the rows that a record takes. */
struct xlsx_spot {
	size_t row, rows; /* rows 0: folded into the text of its holder */
	lxw_col_t column, columns;
	bool boxes; /* a choice: its words to tick in the rows below */
	bool label; /* its heading stands to the left */
	lxw_col_t label_column, label_columns;
};

/* A grid in the workbook. */
struct xlsx_table {
	const struct grid *grid;
	struct xlsx_sheet *sheet;
	struct xlsx_table *next; /* of the workbook */
	const char *name;        /* of the table object; NULL for tiles */
	size_t ncolumn;          /* of the grid, and one of sources */
	char **head;             /* unique, none empty; of a form perhaps NULL */
	const char **source;     /* a row's sources; NULL if none has any;
				    of a form in the column after `printed` */
	bool *wrap;              /* the column's texts break */
	enum xlsx_kind *number;  /* how its VALUE_NUMBERs are shown */
	double *width;           /* what the column needs */
	double *least;           /* of a form on paper: no narrower */
	lxw_row_t row;           /* of the heads; data from row + 1 */
	lxw_row_t *record;       /* first row of each; NULL: without gaps */
	lxw_row_t *again;        /* rows where the heads are repeated */
	size_t nagain, again_cap;
	bool form;               /* set in boxes, as wide as the page */
	size_t stack;            /* rows of the sheet to a row of the grid */
	struct xlsx_spot *spot;  /* of each of a form's columns, else NULL */
	size_t printed;          /* columns that are printed */
	double *height;          /* of a form's rows, stack a record; 0: unknown */
	/* By row: the sheet that its first cell leads to; or NULL. */
	const struct xlsx_sheet **leads;
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
	size_t lines;     /* of a text, or to write on */
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
	struct xlsx_table *repeat; /* whose heads stand on every page */
	double *width;             /* of its columns */
	size_t ncolumn;
	size_t span;       /* columns that running text covers */
	double text_width; /* of those */
	size_t nlink;
	uint64_t cells; /* written, for the verification */
	bool input;     /* the sheet is a table from its first row on */
	bool form;      /* its tables are to be filled in */
	bool hidden;    /* isn't for readers */
	bool paper;     /* all of the document, page by page */
	lxw_row_t *breaks;
	size_t nbreak, break_cap;
	struct xlsx_gap *gap;
	size_t ngap, gap_cap;
};

/* An empty row between blocks. */
struct xlsx_gap {
	lxw_row_t row;
	double points;
};

/* Words to choose from: a column of the sheet of lists. */
struct xlsx_list {
	const struct grid_rule *rule;
	size_t column;
	struct xlsx_list *next;
};

/* A workbook in the making; its arena lives as long. */
struct xlsx {
	struct arena *arena;
	struct diag *diag;
	const struct document *document;
	const struct labels *labels;
	lxw_workbook *book;
	struct xlsx_formats *formats;
	struct xlsx_sheet *sheets, **sheets_end;
	struct xlsx_table *tables, **tables_end;
	const char *number_format[KINDS]; /* xlsx_number_format() */
	struct xlsx_list *lists;
	const struct grid *list_grid; /* where they stand */
	struct xlsx_sheet *contents;  /* the first sheet; NULL: has none */
	bool live;  /* something may be typed: all else is locked */
	bool paper; /* its first sheet is; all is set in a font of known widths */
	size_t ncomment;
	struct buf text;    /* xlsx_string() */
	struct buf scratch; /* of one function at a time */
	lxw_error error;    /* the first */
};

/* Keep the first error; nothing is lost by going on after it. */
void xlsx_try(struct xlsx *, lxw_error);

/* xlsx_layout.c: sheets and their blocks */
struct xlsx_sheet *xlsx_sheet_add(struct xlsx *, const char *title);
void xlsx_layout(struct xlsx *, const struct node *document);
/* Holds until the sheet's next block. */
struct xlsx_block *xlsx_block_add(struct xlsx_sheet *, enum xlsx_block_type);
void xlsx_block_add_table(struct xlsx_sheet *, const struct grid *);

/* xlsx_contents.c: a first sheet that leads to the others */
void xlsx_contents_add(struct xlsx *);
/* When all sheets have their names. */
void xlsx_contents_fill(struct xlsx *);
/* Below the head of another sheet. */
void xlsx_contents_back(struct xlsx_sheet *);
/* A cell leads to a sheet; its text is written behind it. */
void xlsx_contents_link(struct xlsx_sheet *, lxw_row_t, lxw_col_t,
    const struct xlsx_sheet *to, lxw_format *);

/* xlsx_sheet.c: when all blocks of all sheets are known */
void xlsx_sheet_charts(struct xlsx_sheet *);
void xlsx_sheet_head(struct xlsx_sheet *);

/* xlsx_rule.c: what may be typed */
/* The sheet of the words to choose from, if the tables want one. */
void xlsx_rule_lists(struct xlsx *);
void xlsx_rule_write(struct xlsx_sheet *, lxw_row_t, lxw_col_t,
    lxw_row_t last, const struct grid_rule *, bool percent);
/* Of a table that isn't a form: cells below each other share a rule. */
void xlsx_rule_column(const struct xlsx_table *, size_t column);
void xlsx_rule_protect(struct xlsx_sheet *);

/* xlsx_mark.c: what is missing, and what contradicts */
void xlsx_mark_write(const struct xlsx_table *);

/* xlsx_form_width.c: what its columns need */
void xlsx_form_widths(struct xlsx_table *);

/* xlsx_form_fit.c: what they need on paper */
void xlsx_form_fit(struct xlsx_table *);
/* To so many characters, none under its least. */
void xlsx_form_stretch(struct xlsx_table *, double total);

/* xlsx_form.c: a form before it has a place */
void xlsx_form_lay(struct xlsx_table *);
/* False of fields, and of what is folded into other texts. */
bool xlsx_form_is_column(const struct xlsx_table *, size_t column);
/* It isn't printed. */
bool xlsx_form_is_detail(const struct xlsx_table *, size_t column);
bool xlsx_form_has_folded(const struct xlsx_table *, size_t column);
/* The cell as text, with what is folded into it. */
void xlsx_form_text(
    const struct xlsx_table *, size_t row, size_t column, struct buf *);
/* What is folded into it, from a line feed on. */
void xlsx_form_folded(
    const struct xlsx_table *, size_t row, size_t column, struct buf *);
/* The rule of all cells of a column, or NULL if they have several or none. */
const struct grid_rule *xlsx_form_rule(const struct grid *, size_t column);
/* The words of a choice, for paper: "Ja · Nej"; nothing for other rules. */
void xlsx_form_words(struct buf *, const struct grid_rule *);
bool xlsx_form_is_folded(
    const struct xlsx_table *, size_t row, size_t column);
void xlsx_form_head(const struct xlsx_table *, size_t column, struct buf *);

/* "☐ Ja   ☒ Nej", of a choice that has boxes. */
bool xlsx_form_has_boxes(
    const struct xlsx_table *, size_t row, size_t column);
#define XLSX_BOXES_APART "   "
void xlsx_form_boxes(struct buf *, const struct grid_cell *);
void xlsx_form_box(struct buf *, const char *word, bool ticked);

/* xlsx_form_height.c, in points */
/*
 * Of the rows that a record takes; returns their sum.  From then on the widths
 * must stay.
 */
double xlsx_form_heights(
    struct xlsx_table *, size_t row, const double **each);
double xlsx_form_head_height(const struct xlsx_table *);

/* xlsx_form_share.c: the forms of a sheet, when all of them are known */
void xlsx_form_share(struct xlsx_sheet *);

/* xlsx_form_write.c */
void xlsx_form_write(struct xlsx_table *);
void xlsx_lines_write(struct xlsx_sheet *, const struct xlsx_block *);
double xlsx_lines_height(const struct xlsx_block *);

/*
 * xlsx_share.c: shrinks the first n columns, where they are too wide for a
 * page; false if they aren't
 */
bool xlsx_share(struct xlsx_sheet *, size_t n);

/* xlsx_place.c: widths, then rows */
void xlsx_place(struct xlsx_sheet *);
/* Columns of the widest table, those too that aren't printed. */
size_t xlsx_columns(const struct xlsx_sheet *);
/* The rows of a block that has its first; returns the first after it. */
lxw_row_t xlsx_place_block(struct xlsx_sheet *,
    const struct xlsx_block *before, struct xlsx_block *);

/* xlsx_paper.c: a sheet as pages: what stands on which, heads repeated */
void xlsx_paper_place(struct xlsx_sheet *);
/* Gaps and breaks. */
void xlsx_paper_write(struct xlsx_sheet *);

/*
 * xlsx_measure.c: texts in the font of paper; widths in characters of the
 * normal font, heights in points
 */
#define XLSX_PAPER_FONT "Arial"
#define XLSX_PAPER_SIZE 10.0
#define XLSX_PAPER_WIDTH 91.0 /* of an upright page, its margins taken off */
struct xlsx_paper_role {
	double size;
	bool bold;
	double before; /* points, above it */
};
const struct xlsx_paper_role *xlsx_paper_role(enum xlsx_role);
/* Of a cell that holds the text in one line. */
double xlsx_paper_width(const char *text, bool bold);
size_t xlsx_paper_lines(
    const char *text, double width, double size, bool bold);
double xlsx_paper_height(size_t lines, double size);

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
/* What a head needs in lines of its words. */
double xlsx_head_width(const char *head);
/* Lines of the highest head at the sheet's widths. */
size_t xlsx_head_lines(const struct xlsx_table *);
/* Lines of a row, of a table or of tiles. */
size_t xlsx_row_lines(const struct xlsx_table *, size_t row);
/* Points, of rows so high. */
double xlsx_head_height(size_t lines);
double xlsx_row_height(const struct xlsx_table *, size_t lines);
/* Where a cell of the grid stands; false if it has no cell of its own. */
bool xlsx_table_place(const struct xlsx_table *, size_t row, size_t column,
    lxw_row_t *, lxw_col_t *);
/* The first row of a record. */
lxw_row_t xlsx_table_record(const struct xlsx_table *, size_t row);
/* A column's cells; false if they don't stand below each other. */
bool xlsx_table_range(const struct xlsx_table *, size_t column,
    lxw_row_t *first, lxw_row_t *last, lxw_col_t *);

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
	/* The cell's place in a grid; NULL: formulas aren't written. */
	const struct xlsx_table *table;
	size_t row, column;
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
enum xlsx_kind xlsx_look_kind(
    const struct grid_cell *, const struct xlsx_look *);

/* "'Sheet'!" */
void xlsx_put_sheet(struct buf *, const struct xlsx_sheet *);

/* xlsx_formula.c */
/*
 * Spells the formula of a cell; false if it can't be spelled, or yields
 * something else than the cell's value.
 */
bool xlsx_formula(const struct xlsx_table *, size_t row, size_t column,
    struct buf *formula);
/* True or false of the first row; the next rows' where it is copied there. */
bool xlsx_formula_mark(
    const struct xlsx_table *, const struct formula *, struct buf *formula);
/* A text in quotes; false if it is too long for a formula. */
bool xlsx_put_quoted(struct buf *, const char *);

/* xlsx_derive.c: formulas that count */
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
/* Pixels, as is their width. */
#define XLSX_CHART_WIDTH 680
int xlsx_chart_height(const struct chart *);

/* xlsx_number.c: the workbook's arena owns it. */
const char *xlsx_number_format(struct xlsx *, enum xlsx_kind);

/* xlsx_format.c */
struct xlsx_formats *xlsx_formats_new(struct xlsx *);
lxw_format *xlsx_format_text(struct xlsx_formats *, enum xlsx_role, int indent);
/* Beside or below a chart: not broken into lines. */
lxw_format *xlsx_format_aside(struct xlsx_formats *);
/* Of a part of a cell's text. */
lxw_format *xlsx_format_run(struct xlsx_formats *, bool strong);
lxw_format *xlsx_format_head(struct xlsx_formats *, bool numeric);
lxw_format *xlsx_format_form_head(struct xlsx_formats *);
lxw_format *xlsx_format_tile_head(struct xlsx_formats *, bool numeric);
lxw_format *xlsx_format_cell(
    struct xlsx_formats *, enum xlsx_kind, enum tone, unsigned flags);
/* A number on the ramp of colours: step 0 to GRID_HEATS - 1. */
lxw_format *xlsx_format_heat(
    struct xlsx_formats *, enum xlsx_kind, int heat, unsigned flags);
/* What a light's colour adds to a cell, of a conditional format. */
lxw_format *xlsx_format_tone(struct xlsx_formats *, enum tone);
/* What a mark adds to a cell. */
lxw_format *xlsx_format_mark(struct xlsx_formats *, enum tone);
/* The colour of a tone in a chart; of the nth series if it has none. */
lxw_color_t xlsx_tone_colour(enum tone, size_t nth);
lxw_color_t xlsx_step_colour(int step); /* of the ramp */

/* xlsx_break.c: no chart or small table runs over the edge of a page */
void xlsx_break(struct xlsx_sheet *);
/* True of what belongs to the block after it. */
bool xlsx_leads_on(const struct xlsx_block *);
/* Height of a block and of the free rows since a row. */
double xlsx_block_points(const struct xlsx_block *, lxw_row_t since);
/* Characters in all that n columns find on a page of such a scale. */
double xlsx_page_characters(const struct xlsx_sheet *, size_t n, double scale);
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

/* xlsx_tmpfile.c, xlsx_deflate.c: called since *seen, which is set anew? */
/* The last of the files made here, while it is open. */
bool xlsx_tmpfile_is(const FILE *);
bool xlsx_tmpfile_since(unsigned long *seen);
bool xlsx_deflate_since(unsigned long *seen);
/* One raw deflate stream that must give exactly size bytes. */
bool xlsx_inflate(const void *, size_t len, void *out, size_t size);

/* xlsx_part.c */
/* What a part of a workbook holds, counted while it is read. */
struct xlsx_part {
	uint64_t cells;   /* elements c */
	uint64_t strings; /* elements si */
	uint64_t unique;  /* what the string table claims */
};

/*
 * Reads a part, NUL-terminated: it must be valid UTF-8 without characters
 * that XML forbids, its elements must nest, and its last tag must close its
 * first.  Returns NULL, or in a word what is wrong.
 */
const char *xlsx_part_read(const char *, size_t len, struct xlsx_part *);

/* xlsx_check.c */
/*
 * Reads the archive back: every part inflates to what its checksum says, is
 * whole, and every sheet holds as many cells as were written.  Returns 0, or
 * -1 after reporting.
 */
int xlsx_check(struct xlsx *, const struct buf *book);

#endif
