/*
 * Strings on their way into the workbook, and running text on its sheets.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "doc/value.h"
#include "render/xlsx.h"

/* "_x" and four hexadecimal digits and "_" mean a character to Excel. */
static bool
is_escape(const char *p)
{
	int i;

	if (p[0] != '_' || p[1] != 'x')
		return false;
	for (i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)p[i]))
			return false;
	return p[6] == '_';
}

static bool
is_plain(const char *text, size_t len)
{
	return len <= XLSX_CELL_BREAKS && strstr(text, "_x") == NULL;
}

/* What has gone into a cell so far. */
struct fill {
	size_t units;
	size_t breaks;
};

/* One character to the buffer; false if the cell is full. */
static bool
fill_cell(struct fill *fill, struct buf *buf, const char **p, const char *end)
{
	const char *start = *p;
	unsigned long c = text_next(p, end);
	bool escape = is_escape(start);
	size_t units = escape ? 7 : c > 0xffff ? 2 : 1;

	/* Leaves room for the ellipsis. */
	if (fill->units + units >= XLSX_CELL_UNITS && *p < end) {
		*p = start;
		return false;
	}
	fill->units += units;
	if (escape)
		buf_puts(buf, "_x005F_");
	else if (c == '\n' && ++fill->breaks > XLSX_CELL_BREAKS)
		buf_putc(buf, ' ');
	else
		buf_add(buf, start, (size_t)(*p - start));
	return true;
}

const char *
xlsx_string(struct xlsx *x, const char *text, const struct loc *loc)
{
	struct fill fill = {0, 0};
	const char *end, *p;
	size_t len;

	if (text == NULL)
		return "";
	text = node_text(x->arena, text);
	len = strlen(text);
	if (is_plain(text, len))
		return text;
	buf_clear(&x->text);
	for (p = text, end = text + len; p < end;)
		if (!fill_cell(&fill, &x->text, &p, end)) {
			buf_puts(&x->text, "…");
			diag_add(x->diag, DIAG_workbook_text_cut, loc, NULL,
			    x->document->file, NULL);
			break;
		}
	return x->text.data;
}

char *
xlsx_keep(struct xlsx *x, const char *text, size_t units)
{
	struct buf line;
	const char *end, *p, *start;
	unsigned long c;
	size_t used = 0, n;
	char *kept;

	buf_init(&line);
	text = node_text(x->arena, text == NULL ? "" : text);
	for (p = text, end = p + strlen(p); p < end; used += n) {
		start = p;
		c = text_next(&p, end);
		n = c > 0xffff ? 2 : 1;
		if (used + n > units - (p < end)) {
			buf_puts(&line, "…");
			break;
		}
		if (c == '\n' || c == '\t')
			buf_putc(&line, ' ');
		else
			buf_add(&line, start, (size_t)(p - start));
	}
	kept = arena_strndup(x->arena, line.data, line.len);
	buf_release(&line);
	return kept;
}

/* A target is written out where the text doesn't say it: paper can't jump. */
static void
put_target(struct buf *buf, const char *url, const char *text)
{
	if (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0)
		return;
	if (strcmp(url, text) != 0)
		buf_printf(buf, " (%s)", url);
}

static void
put_light(struct xlsx *x, struct buf *buf, enum tone tone)
{
	struct value light = value_light(tone);

	value_print(buf, &light, x->labels);
}

static void
put_inline(struct xlsx *x, struct buf *buf, const struct node *node)
{
	size_t start = buf->len;
	char *text;

	if (node->type == DOC_TEXT || node->type == DOC_CODE) {
		buf_puts(buf, node->as.text);
	} else if (node->type == DOC_BREAK) {
		buf_putc(buf, '\n');
	} else if (node->type == DOC_LIGHT) {
		put_light(x, buf, node->as.light);
	} else if (node->type == DOC_LINK) {
		xlsx_inlines(x, buf, node);
		text = arena_strdup(x->arena, buf->data + start);
		put_target(buf, node->as.link.url, text);
	} else {
		xlsx_inlines(x, buf, node);
	}
}

void
xlsx_inlines(struct xlsx *x, struct buf *buf, const struct node *parent)
{
	const struct node *node;

	for (node = parent->child; node != NULL; node = node->next)
		if (node_is_inline(node->type))
			put_inline(x, buf, node);
}

/* Columns of the word at p, or of so much of it as a line holds. */
static double
word_width(const char *p, double line, const char **end)
{
	double width = 0;

	while (*p != '\0' && *p != ' ' && *p != '\n' && width + 1 <= line) {
		width++;
		for (p++; ((unsigned char)*p & 0xc0) == 0x80; p++)
			;
	}
	*end = p;
	return width;
}

size_t
xlsx_lines(const char *text, double width, size_t max, const char **rest)
{
	const char *p, *end;
	size_t lines = 1;
	double used = 0, word;

	if (width < 1)
		width = 1;
	for (p = text; *p != '\0'; p = end) {
		word = word_width(p, width, &end);
		if ((p > text && p[-1] == '\n') ||
		    (used > 0 && used + word > width)) {
			if (lines == max)
				break;
			lines++;
			used = 0;
		}
		used += word;
		if (*end == ' ' || *end == '\n') {
			used++;
			end++;
		}
	}
	if (rest != NULL)
		*rest = p;
	return lines;
}

/* clang-format off */
static const struct {
	double	size;		/* against the normal font's */
	double	above;		/* points */
} role_room[ROLES] = {
	[ROLE_TITLE] =	 { 1.60, 3 },
	[ROLE_LINE] =	 { 0.92, 3 },
	[ROLE_SECTION] = { 1.40, 3 },
	[ROLE_HEADING] = { 1.30, 3 },
	[ROLE_CAPTION] = { 1.20, 2 },
	[ROLE_MEASURE] = { 0.92, 3 },
	[ROLE_BODY] =	 { 1.00, 4 },
	[ROLE_STRONG] =	 { 1.08, 3 },
	[ROLE_NOTE] =	 { 1.00, 4 },
	[ROLE_CODE] =	 { 1.05, 2 },
};
/* clang-format on */

double
xlsx_role_width(enum xlsx_role role, double width)
{
	/* Larger ones are bold, and so wider. */
	return width * (role_room[role].size > 1 ? 1.1 : XLSX_LETTERS) /
	    role_room[role].size;
}

double
xlsx_role_height(enum xlsx_role role, size_t lines)
{
	double height = (double)lines * XLSX_LINE_HEIGHT * role_room[role].size;

	height += role_room[role].above;
	return height < XLSX_ROW_POINTS ? height : XLSX_ROW_POINTS;
}

void
xlsx_text_write(struct xlsx_sheet *s, const struct xlsx_block *block)
{
	struct xlsx *x = s->book;
	lxw_format *f =
	    xlsx_format_text(x->formats, block->role, block->indent);
	const char *text = xlsx_string(x, block->text, NULL);
	double height = s->paper ? xlsx_paper_height(block->lines,
				       xlsx_paper_role(block->role)->size)
				 : xlsx_role_height(block->role, block->lines);

	xlsx_try(x, worksheet_set_row(s->sheet, block->row, height, NULL));
	if (s->span > 1)
		xlsx_try(x,
		    worksheet_merge_range(s->sheet, block->row, 0, block->row,
			(lxw_col_t)(s->span - 1), text, f));
	else
		xlsx_try(x,
		    worksheet_write_string(s->sheet, block->row, 0, text, f));
	s->cells += s->span;
}
