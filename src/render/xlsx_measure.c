/*
 * Texts as they are printed: how wide, in how many lines, how high.
 *
 * A sheet of paper is set in Arial, or what has its widths (Liberation Sans,
 * Helvetica), so that its pages are known before anybody prints them.
 */
#include <string.h>

#include "base/text.h"
#include "render/xlsx.h"

#define WIDE 1000  /* of what isn't in the table */
#define LETTER 620 /* of a letter beyond ASCII */
#define NBSP 0xa0
#define LETTERS_END 0x2000 /* of the alphabets */
#define BOLD 1.09          /* at most so much wider */
#define CHARACTER 5.25     /* points of a column's character: 7 pixels */
#define MARGINS 10.5       /* points: a cell's, its indent and its rules */
#define LINE 1.26          /* of the size */
#define PADDING 3.0        /* points, above and below */

/* clang-format off */
static const struct xlsx_paper_role paper_role[ROLES] = {
	[ROLE_TITLE] =	 { 16, true, 0 },
	[ROLE_LINE] =	 { XLSX_PAPER_SIZE, false, 0 },
	[ROLE_SECTION] = { 13, true, 16 },
	[ROLE_HEADING] = { 12, true, 12 },
	[ROLE_CAPTION] = { XLSX_PAPER_SIZE, true, 9 },
	[ROLE_MEASURE] = { XLSX_PAPER_SIZE, false, 0 },
	[ROLE_BODY] =	 { XLSX_PAPER_SIZE, false, 4 },
	[ROLE_STRONG] =	 { XLSX_PAPER_SIZE, true, 4 },
	[ROLE_NOTE] =	 { XLSX_PAPER_SIZE, false, 6 },
	[ROLE_CODE] =	 { XLSX_PAPER_SIZE, false, 4 },
};

/* Thousandths of the size, from the space on. */
static const short advance[] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,
	278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584,
	584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
	722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278,
	469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
	556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334,
	584,
};

/* Beyond ASCII, those that are wider than most letters, or much used. */
static const struct {
	unsigned long c;
	short width;
} other[] = {
	{ NBSP, 278 }, { 0xb7, 333 }, { 0xe6, 889 }, { 0xc6, 1000 },
	{ 0xd8, 778 }, { 0xc5, 667 }, { 0xe5, 556 }, { 0xf8, 611 },
	{ 0x2013, 556 }, { 0x2019, 222 }, { 0x201d, 333 },
};
/* clang-format on */

const struct xlsx_paper_role *
xlsx_paper_role(enum xlsx_role role)
{
	return &paper_role[role];
}

static int
advance_of(unsigned long c)
{
	size_t i;

	if (c >= ' ' && c - ' ' < sizeof(advance) / sizeof(advance[0]))
		return advance[c - ' '];
	for (i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		if (other[i].c == c)
			return other[i].width;
	if (c == '\t')
		return WIDE;
	return c < LETTERS_END && c > NBSP ? LETTER : WIDE;
}

/* Thousandths of the word at p, or of so much of it as a line holds. */
static double
word_width(const char **p, const char *end, double line)
{
	const char *start = *p, *before;
	double width = 0, w;

	while (*p < end && **p != ' ' && **p != '\n') {
		before = *p;
		w = advance_of(text_next(p, end));
		if (before > start && width + w > line) {
			*p = before;
			break;
		}
		width += w;
	}
	return width;
}

static size_t
count_lines(const char *text, double line)
{
	const char *p = text, *end = text + strlen(text);
	double used = 0, word;
	size_t lines = 1;

	while (p < end) {
		word = word_width(&p, end, line);
		if (used > 0 && used + word > line) {
			lines++;
			used = 0;
		}
		used += word;
		if (p == end)
			break;
		if (*p == '\n') {
			lines++;
			used = 0;
			p++;
		} else if (*p == ' ') {
			used += advance_of(' ');
			p++;
		}
	}
	return lines;
}

double
xlsx_paper_width(const char *text, bool bold)
{
	const char *end = text + strlen(text);
	double width = 0;

	while (text < end)
		width += advance_of(text_next(&text, end));
	width *= XLSX_PAPER_SIZE / 1000 * (bold ? BOLD : 1);
	return (width + MARGINS) / CHARACTER;
}

size_t
xlsx_paper_lines(const char *text, double width, double size, bool bold)
{
	double points = width * CHARACTER - MARGINS;

	return count_lines(text, points * 1000 / size / (bold ? BOLD : 1));
}

double
xlsx_paper_height(size_t lines, double size)
{
	return (double)lines * size * LINE + PADDING;
}
