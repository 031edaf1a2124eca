/*
 * The sheet as a page and as a window, and the workbook's properties.
 */
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define PAPER_A4 9
#define MARGIN 0.59       /* inches: 15 mm */
#define MARGIN_BELOW 0.75 /* with room for header and footer */
#define MARGIN_PAPER 0.64 /* below a page that is full */
#define PART_UNITS 70     /* three parts and codes: 255 at most */
#define LINE_UNITS 110    /* two lines and codes */
#define FONT "&\"-,Regular\""
#define SMALL "&8" FONT  /* so that both sides find room */
#define LARGE "&10" FONT /* on paper nothing is smaller */
#define PROPERTY_UNITS 250
#define LONG_ROWS 20    /* of a table that may not find room on a page */
#define OTHER_ROWS 12   /* may stand below heads of another table */
#define FROZEN_WIDTH 60 /* the rest must still be seen */
#define DAY_SECONDS 86400

/*
 * An ampersand begins a code, so it is doubled.  The library takes "&G" and
 * "&[Picture]" for the place of a picture behind a doubled one too, misses the
 * picture and writes a header that it has freed: the font, named once more,
 * stands between.
 */
static const char *
ampersand(char next)
{
	return next == 'G' || next == '[' ? "&&" FONT : "&&";
}

/* Text of a header, of so many units at most. */
static void
put_text(struct xlsx *x, struct buf *buf, const char *text, int units)
{
	const char *start, *p = xlsx_keep(x, text, (size_t)units);
	const char *end = p + strlen(p);
	int left = units, width;

	while (p < end) {
		start = p;
		if (text_next(&p, end) == '&') {
			start = ampersand(*p);
			width = (int)strlen(start);
		} else {
			width = 1;
		}
		if (width > left)
			break;
		if (width == 1)
			buf_add(buf, start, (size_t)(p - start));
		else
			buf_puts(buf, start);
		left -= width;
	}
}

/* "Side {1} af {2}" with the codes of page and pages. */
static void
put_page(struct xlsx *x, struct buf *buf)
{
	const char *p = xlsx_keep(x, label(x->labels, "xlsx.page"), PART_UNITS);

	for (; *p != '\0'; p++)
		if (strncmp(p, "{1}", 3) == 0) {
			buf_puts(buf, "&P");
			p += 2;
		} else if (strncmp(p, "{2}", 3) == 0) {
			buf_puts(buf, "&N");
			p += 2;
		} else if (*p == '&') {
			buf_puts(buf, ampersand(p[1]));
		} else {
			buf_putc(buf, *p);
		}
}

static const char *
size(const struct xlsx *x)
{
	return x->paper ? LARGE : SMALL;
}

/* What a form is about, and below it the notice: a line each. */
static void
put_running(struct xlsx *x, struct buf *header)
{
	put_text(x, header, x->document->running, LINE_UNITS);
	if (x->document->notice == NULL)
		return;
	buf_putc(header, '\n');
	put_text(x, header, x->document->notice, LINE_UNITS);
}

static void
put_title(struct xlsx *x, struct buf *header)
{
	const struct document *d = x->document;

	put_text(x, header, d->title, PART_UNITS);
	if (d->subtitle != NULL) {
		buf_puts(header, " · ");
		put_text(x, header, d->subtitle, PART_UNITS);
	}
	if (d->notice != NULL) {
		buf_puts(header, "&R" SMALL);
		put_text(x, header, d->notice, PART_UNITS);
	}
}

static void
set_header(struct xlsx_sheet *s)
{
	struct xlsx *x = s->book;
	struct buf header;

	buf_init(&header);
	buf_printf(&header, "&L%s", size(x));
	if (x->document->running != NULL)
		put_running(x, &header);
	else
		put_title(x, &header);
	xlsx_try(x, worksheet_set_header(s->sheet, header.data));
	buf_release(&header);
}

static void
set_footer(struct xlsx_sheet *s)
{
	struct xlsx *x = s->book;
	const struct document *d = x->document;
	struct buf footer;

	buf_init(&footer);
	buf_printf(&footer, "&L%s", size(x));
	put_text(x, &footer, d->file, PART_UNITS);
	buf_printf(&footer, "&C%s", size(x));
	put_page(x, &footer);
	buf_printf(&footer, "&R%s", size(x));
	put_text(x, &footer, d->program, PART_UNITS);
	xlsx_try(x, worksheet_set_footer(s->sheet, footer.data));
	buf_release(&footer);
}

/* The leading columns that head their rows. */
static lxw_col_t
frozen_columns(const struct xlsx_table *t)
{
	double width = 0;
	size_t i;

	/* The columns of a form are merged across each other's rows. */
	for (i = 0; t->spot == NULL && i < t->grid->ncolumn; i++) {
		width += t->sheet->width[i];
		if (!(t->grid->column[i].flags & GRID_HEAD) ||
		    width > FROZEN_WIDTH)
			break;
	}
	return (lxw_col_t)i;
}

/* A form's column may be without a head. */
static bool
same_head(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/*
 * Two tables have the same heads above the same columns.  A form on paper is
 * printed in more columns of the sheet than it has.
 */
static bool
same_heads(const struct xlsx_table *a, const struct xlsx_table *b)
{
	size_t i;

	if (a->printed != b->printed || a->grid->ncolumn != b->grid->ncolumn)
		return false;
	for (i = 0; i < a->printed && i < a->grid->ncolumn; i++)
		if (!same_head(a->head[i], b->head[i]))
			return false;
	return true;
}

/*
 * The table whose heads stand on each page from its second on: the longest,
 * or the first of its kind, if little else comes after it.
 */
static struct xlsx_table *
heads_to_repeat(const struct xlsx_sheet *s)
{
	struct xlsx_table *longest = NULL, *first = NULL, *t;
	size_t i, others = 0;

	for (i = 0; i < s->nblock; i++) {
		t = s->block[i].table;
		if (s->block[i].type == BLOCK_TABLE &&
		    (longest == NULL || t->grid->nrow > longest->grid->nrow))
			longest = t;
	}
	for (i = 0; longest != NULL && i < s->nblock; i++) {
		t = s->block[i].table;
		if (s->block[i].type != BLOCK_TABLE)
			continue;
		if (t == longest || same_heads(t, longest))
			first = first == NULL ? t : first;
		else if (first != NULL)
			others += t->grid->nrow;
	}
	return others <= OTHER_ROWS ? first : NULL;
}

static bool
is_alone(const struct xlsx_sheet *s, const struct xlsx_table *t)
{
	size_t i;

	for (i = 0; i < s->nblock; i++)
		if (s->block[i].type == BLOCK_TABLE && s->block[i].table != t)
			return false;
	return true;
}

static void
repeat_heads(struct xlsx_sheet *s)
{
	struct xlsx_table *t = heads_to_repeat(s);

	if (t == NULL ||
	    (t != s->single && !(t->form && is_alone(s, t)) &&
		(t->form || t->grid->nrow < LONG_ROWS)))
		return;
	s->repeat = t;
	xlsx_try(s->book, worksheet_repeat_rows(s->sheet, t->row, t->row));
}

static void
set_window(struct xlsx_sheet *s)
{
	const struct xlsx_table *t = s->single;

	if (!s->input)
		worksheet_gridlines(s->sheet, LXW_HIDE_ALL_GRIDLINES);
	if (t == NULL) {
		worksheet_freeze_panes(s->sheet, 2, 0);
		return;
	}
	worksheet_freeze_panes(s->sheet, t->row + 1, frozen_columns(t));
	if (frozen_columns(t) > 0 && xlsx_pages_across(s) > 1)
		xlsx_try(s->book,
		    worksheet_repeat_columns(
			s->sheet, 0, (lxw_col_t)(frozen_columns(t) - 1)));
}

/* On a sheet of input, rows below the last are open too. */
static lxw_format *
column_format(const struct xlsx_sheet *s, size_t column)
{
	const struct xlsx_table *t = s->single;
	const struct grid_cell blank = {.value = value_none()};
	struct xlsx_look look = {.number = KIND_HUNDREDTHS, .heat = -1};

	if (!s->input || t == NULL || column >= t->grid->ncolumn)
		return NULL;
	look.table = t;
	look.column = column;
	return xlsx_format_cell(s->book->formats, xlsx_look_kind(&blank, &look),
	    TONE_NONE, t->grid->locked ? 0 : CELL_OPEN);
}

/* The first row that isn't printed. */
static lxw_row_t
area_end(const struct xlsx_sheet *s)
{
	const struct xlsx_table *t = s->block[s->nblock - 1].table;
	lxw_row_t last = 0;
	size_t i;

	if (t != NULL && t->grid->brief)
		return xlsx_table_record(t, grid_page_rows(t->grid));
	for (i = 0; i < s->nblock; i++)
		if (s->block[i].end > last)
			last = s->block[i].end;
	return last;
}

/* One after the last column that a chart beside its table covers. */
static size_t
charts_end(const struct xlsx_sheet *s)
{
	size_t i, column, most = 0;
	double pixels;

	for (i = 0; i < s->nblock; i++) {
		if (s->block[i].type != BLOCK_CHART || s->block[i].column == 0)
			continue;
		pixels = XLSX_CHART_WIDTH;
		for (column = s->block[i].column; pixels > 0; column++)
			pixels -= s->width[column] * 7 + 5;
		most = column > most ? column : most;
	}
	return most;
}

/* What only formulas use, or only the workbook shows, isn't printed. */
static void
set_area(struct xlsx_sheet *s, size_t columns)
{
	const struct xlsx_table *t;
	size_t i, charts = charts_end(s);

	if (charts > columns)
		columns = charts;
	for (i = 0; i < s->nblock; i++) {
		t = s->block[i].table;
		if (t != NULL && area_end(s) > 0 &&
		    (t->printed < t->ncolumn || t->grid->brief)) {
			xlsx_try(s->book,
			    worksheet_print_area(s->sheet, 0, 0,
				area_end(s) - 1, (lxw_col_t)(columns - 1)));
			return;
		}
	}
}

/*
 * The columns of paper are as wide together as their edges are apart: in
 * pixels a width is 7 a character and a margin, or 12 of less than one.
 */
static double
column_width(const struct xlsx_sheet *s, size_t column)
{
	double pixels = s->width[column] * 7;

	if (!s->paper || column >= s->ncolumn)
		return s->width[column];
	return pixels < 12 ? pixels / 12 : (pixels - 5) / 7;
}

void
xlsx_page(struct xlsx_sheet *s)
{
	size_t i, n = s->span > s->ncolumn ? s->span : s->ncolumn, all = n;

	if (s->book->document->lean && xlsx_columns(s) > n)
		all = xlsx_columns(s);
	for (i = 0; i < all; i++)
		xlsx_try(s->book,
		    worksheet_set_column(s->sheet, (lxw_col_t)i, (lxw_col_t)i,
			column_width(s, i), column_format(s, i)));
	set_area(s, n);
	worksheet_set_paper(s->sheet, PAPER_A4);
	if (s->book->document->form && !s->input)
		worksheet_set_portrait(s->sheet);
	else
		worksheet_set_landscape(s->sheet);
	worksheet_set_margins(s->sheet, MARGIN, MARGIN, MARGIN_BELOW,
	    s->paper ? MARGIN_PAPER : MARGIN_BELOW);
	worksheet_fit_to_pages(s->sheet, xlsx_pages_across(s), 0);
	set_header(s);
	set_footer(s);
	set_window(s);
	if (s->paper) {
		worksheet_center_horizontally(s->sheet);
		xlsx_paper_write(s);
		return;
	}
	repeat_heads(s);
	xlsx_break(s);
}

static char *
property(struct xlsx *x, const char *text)
{
	return text != NULL && *text != '\0'
	    ? xlsx_keep(x, text, PROPERTY_UNITS)
	    : NULL;
}

/* Never 0, which to the library is the clock: the bytes would differ. */
static time_t
created(day date)
{
	time_t noon = DAY_SECONDS / 2;

	return date == DAY_NONE ? noon : (time_t)date * DAY_SECONDS + noon;
}

static void
set_report_date(struct xlsx *x, day date)
{
	lxw_datetime at = {.sec = 0};

	if (date == DAY_NONE)
		return;
	day_to_civil(date, &at.year, &at.month, &at.day);
	xlsx_try(x,
	    workbook_set_custom_property_datetime(x->book,
		property(x, label(x->labels, "xlsx.report_date")), &at));
}

void
xlsx_properties(struct xlsx *x)
{
	const struct document *d = x->document;
	lxw_doc_properties properties = {.created = created(d->date)};

	properties.title = property(x, d->title);
	properties.subject = property(x, d->subtitle);
	properties.company = property(x, d->organisation);
	properties.author = property(x, d->organisation);
	properties.comments = property(x, d->notice);
	xlsx_try(x, workbook_set_properties(x->book, &properties));
	set_report_date(x, d->date);
	if (d->basis != NULL && *d->basis != '\0')
		xlsx_try(x,
		    workbook_set_custom_property_string(x->book,
			property(x, label(x->labels, "xlsx.basis")),
			property(x, d->basis)));
}
