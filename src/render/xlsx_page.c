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
#define MARGIN 0.59              /* inches: 15 mm */
#define MARGIN_BELOW 0.75        /* with room for header and footer */
#define PART_UNITS 70            /* three parts and codes: 255 at most */
#define SMALL "&8&\"-,Regular\"" /* so that both sides find room */
#define PROPERTY_UNITS 250
#define FROZEN_WIDTH 60 /* the rest must still be seen */
#define DAY_SECONDS 86400

/* Text of a header: an ampersand begins a code, so it is doubled. */
static void
put_text(struct xlsx *x, struct buf *buf, const char *text)
{
	const char *start, *p = xlsx_keep(x, text, PART_UNITS);
	const char *end = p + strlen(p);
	int left = PART_UNITS;

	while (p < end && left > 0) {
		start = p;
		if (text_next(&p, end) == '&') {
			buf_putc(buf, '&');
			left--;
		}
		buf_add(buf, start, (size_t)(p - start));
		left--;
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
			buf_puts(buf, "&&");
		} else {
			buf_putc(buf, *p);
		}
}

/* The document's folder and the workbook's own name. */
static void
put_file(struct xlsx *x, struct buf *buf)
{
	const char *file = x->document->file != NULL ? x->document->file : "";
	const char *folder = strrchr(file, '/');
	const char *name = strrchr(x->path, '/');

	put_text(x, buf,
	    arena_printf(x->arena, "%.*s%s",
		folder != NULL ? (int)(folder - file + 1) : 0, file,
		name != NULL ? name + 1 : x->path));
}

static void
set_header(struct xlsx_sheet *s)
{
	struct xlsx *x = s->book;
	const struct document *d = x->document;
	struct buf header;

	buf_init(&header);
	buf_puts(&header, "&L" SMALL);
	put_text(x, &header, d->title);
	if (d->subtitle != NULL) {
		buf_puts(&header, " · ");
		put_text(x, &header, d->subtitle);
	}
	if (d->notice != NULL) {
		buf_puts(&header, "&R" SMALL);
		put_text(x, &header, d->notice);
	}
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
	buf_puts(&footer, "&L" SMALL);
	put_file(x, &footer);
	buf_puts(&footer, "&C" SMALL);
	put_page(x, &footer);
	buf_puts(&footer, "&R" SMALL);
	put_text(x, &footer, d->program);
	xlsx_try(x, worksheet_set_footer(s->sheet, footer.data));
	buf_release(&footer);
}

/* The leading columns that head their rows. */
static lxw_col_t
frozen_columns(const struct xlsx_table *t)
{
	double width = 0;
	size_t i;

	for (i = 0; i < t->grid->ncolumn; i++) {
		width += t->sheet->width[i];
		if (!(t->grid->column[i].flags & GRID_HEAD) ||
		    width > FROZEN_WIDTH)
			break;
	}
	return (lxw_col_t)i;
}

static void
set_window(struct xlsx_sheet *s)
{
	const struct xlsx_table *t = s->single;

	worksheet_gridlines(s->sheet, LXW_HIDE_ALL_GRIDLINES);
	if (t == NULL) {
		worksheet_freeze_panes(s->sheet, 2, 0);
		return;
	}
	worksheet_freeze_panes(s->sheet, t->row + 1, frozen_columns(t));
	xlsx_try(s->book, worksheet_repeat_rows(s->sheet, t->row, t->row));
	if (frozen_columns(t) > 0 && xlsx_pages_across(s) > 1)
		xlsx_try(s->book,
		    worksheet_repeat_columns(
			s->sheet, 0, (lxw_col_t)(frozen_columns(t) - 1)));
}

void
xlsx_page(struct xlsx_sheet *s)
{
	size_t i, n = s->span > s->ncolumn ? s->span : s->ncolumn;

	for (i = 0; i < n; i++)
		xlsx_try(s->book,
		    worksheet_set_column(s->sheet, (lxw_col_t)i, (lxw_col_t)i,
			s->width[i], NULL));
	worksheet_set_paper(s->sheet, PAPER_A4);
	worksheet_set_landscape(s->sheet);
	worksheet_set_margins(
	    s->sheet, MARGIN, MARGIN, MARGIN_BELOW, MARGIN_BELOW);
	worksheet_fit_to_pages(s->sheet, xlsx_pages_across(s), 0);
	set_header(s);
	set_footer(s);
	set_window(s);
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
