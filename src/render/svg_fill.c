/*
 * The colours of charts: of series, of cells, and of the ramp.
 */
#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "render/svg.h"

#define ACCENT "#004d99"

/* Series without a tone: one accent, then ever lighter; dark to light. */
static const char *const plain_fill[] = {
    ACCENT,
    "#6baed6",
    "#c6dbef",
    "#08306b",
    "#9ecae1",
};
static const char *const plain_stroke[] = {
    ACCENT,
    "#454545",
    "#2171b5",
    "#1a1a1a",
    "#707070",
};
#define PLAIN (sizeof(plain_fill) / sizeof(plain_fill[0]))

/* Tones differ in print without colours too: solid, dots, stripes, hatch. */
static const struct {
	const char *ink;
	const char *pattern; /* 8 by 8; NULL: solid */
} tone_fill[] = {
    [TONE_NONE] = {ACCENT, NULL},
    [TONE_GREEN] = {"#2e7600", NULL},
    [TONE_YELLOW] = {"#febb30",
	"<rect width=\"8\" height=\"8\" fill=\"#febb30\"/>"
	"<circle cx=\"4\" cy=\"4\" r=\"1.3\" fill=\"#1a1a1a\"/>"},
    [TONE_RED] = {"#cc0000",
	"<rect width=\"8\" height=\"8\" fill=\"#cc0000\"/>"
	"<path d=\"M-2 6 6 -2M2 10 10 2\" stroke=\"#fff\""
	" stroke-width=\"1.5\"/>"},
    [TONE_GREY] = {"#707070",
	"<rect width=\"8\" height=\"8\" fill=\"#f5f5f5\"/>"
	"<path d=\"M-2 2 2 -2M0 8 8 0M6 10 10 6\" stroke=\"#707070\""
	" stroke-width=\"1.2\"/>"},
};

/* As the page's class heat-0 and the next. */
static const char *const ramp[GRID_HEATS] = {"#f7fbff", "#deebf7", "#c6dbef",
    "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b"};

#define RAMP_DARK 6 /* from here on ink is white */

void
svg_fill(const struct svg *svg, size_t series)
{
	enum tone tone = svg->chart->series[series].tone;

	if (svg->chart->steps)
		buf_printf(svg->out, " fill=\"%s\" stroke=\"%s\"",
		    svg_ramp(chart_step(series, svg->chart->nseries)).fill,
		    ACCENT);
	else if (tone == TONE_NONE)
		buf_printf(svg->out, " fill=\"%s\" stroke=\"%s\"",
		    plain_fill[series % PLAIN], ACCENT);
	else if (tone_fill[tone].pattern == NULL)
		buf_printf(svg->out, " fill=\"%s\" stroke=\"%s\"",
		    tone_fill[tone].ink, tone_fill[tone].ink);
	else
		buf_printf(svg->out,
		    " fill=\"url(#chart_%d_%s)\" stroke=\"%s\"", svg->number,
		    tone_id(tone), tone_fill[tone].ink);
}

const char *
svg_stroke(const struct svg *svg, size_t series)
{
	enum tone tone = svg->chart->series[series].tone;

	return tone == TONE_NONE ? plain_stroke[series % PLAIN]
				 : tone_fill[tone].ink;
}

/* The patterns of the tones that the series have. */
void
svg_patterns(struct buf *out, const struct svg *svg)
{
	bool seen[TONE_GREY + 1] = {false};
	enum tone tone;
	size_t i;

	for (i = 0; i < svg->chart->nseries; i++) {
		tone = svg->chart->series[i].tone;
		if (tone_fill[tone].pattern == NULL || seen[tone])
			continue;
		seen[tone] = true;
		buf_printf(out,
		    "<pattern id=\"chart_%d_%s\" width=\"8\""
		    " height=\"8\" patternUnits=\"userSpaceOnUse\">%s"
		    "</pattern>\n",
		    svg->number, tone_id(tone), tone_fill[tone].pattern);
	}
}

struct svg_look
svg_tone(enum tone tone, bool faint)
{
	static const struct svg_look full[] = {
	    [TONE_NONE] = {"#fff", "#bfbfbf", false},
	    [TONE_GREEN] = {"#ddf7ce", "#2e7600", false},
	    [TONE_YELLOW] = {"#febb30", "#1a1a1a", false},
	    [TONE_RED] = {"#cc0000", "#cc0000", true},
	    [TONE_GREY] = {"#fff", "#707070", false},
	};
	static const struct svg_look pale[] = {
	    [TONE_NONE] = {"#fff", "#bfbfbf", false},
	    [TONE_GREEN] = {"#f2fbec", "#bfbfbf", false},
	    [TONE_YELLOW] = {"#fff6e3", "#bfbfbf", false},
	    [TONE_RED] = {"#ffe0e0", "#bfbfbf", false},
	    [TONE_GREY] = {"#f5f5f5", "#bfbfbf", false},
	};

	return faint ? pale[tone] : full[tone];
}

struct svg_look
svg_ramp(int step)
{
	return (struct svg_look){ramp[step], ramp[step], step >= RAMP_DARK};
}
