/*
 * Formats, each made once a workbook: the tokens of the visual language.
 */
#include "base/arena.h"
#include "doc/value.h"
#include "render/xlsx.h"

#define COLOUR_TEXT 0x1a1a1a
#define COLOUR_SECONDARY 0x454545
#define COLOUR_RULE 0xbfbfbf
#define COLOUR_FAINT 0xf5f5f5
#define COLOUR_BRAND 0x004d99
#define COLOUR_HATCH 0xd9d9d9
#define COLOUR_FIELD 0xfffbe6 /* to be written in */
#define COLOUR_AMBER 0xb36b00

struct xlsx_formats {
	struct xlsx *x;
	lxw_format *text[ROLES][XLSX_INDENTS];
	lxw_format *aside;
	lxw_format *run[2];  /* of a text of several: plain, strong */
	lxw_format *head[2]; /* of a table: text, numbers */
	lxw_format *tile_head[2];
	lxw_format *form_head;
	lxw_format *cell[KINDS][TONE_GREY + 1][CELL_FLAGS];
	lxw_format *tone[TONE_GREY + 1];
	lxw_format *mark[TONE_GREY + 1];
	lxw_format *heat[KINDS][GRID_HEATS][CELL_FLAGS];
};

/* clang-format off */
static const struct {
	double		 size;
	bool		 bold;
	lxw_color_t	 colour;
} role_look[ROLES] = {
	[ROLE_TITLE] =	 { 16, true,  COLOUR_BRAND },
	[ROLE_LINE] =	 { 10, false, COLOUR_SECONDARY },
	[ROLE_SECTION] = { 14, true,  COLOUR_BRAND },
	[ROLE_HEADING] = { 13, true,  COLOUR_BRAND },
	[ROLE_CAPTION] = { 12, true,  COLOUR_TEXT },
	[ROLE_MEASURE] = { 10, false, COLOUR_SECONDARY },
	[ROLE_BODY] =	 { 11, false, COLOUR_TEXT },
	[ROLE_STRONG] =	 { 11, true,  COLOUR_TEXT },
	[ROLE_NOTE] =	 { 11, false, COLOUR_TEXT },
	[ROLE_CODE] =	 { 10, false, COLOUR_TEXT },
};

static const struct {
	lxw_color_t	 ground, ink, chart;
} tone_look[] = {
	[TONE_NONE] =	{ 0xffffff,	COLOUR_TEXT, COLOUR_BRAND },
	[TONE_GREEN] =	{ 0xddf7ce,	0x2e7600,    0x2e7600 },
	[TONE_YELLOW] =	{ 0xffe7b3,	COLOUR_TEXT, 0xfebb30 },
	[TONE_RED] =	{ 0xffe0e0,	0xcc0000,    0xcc0000 },
	[TONE_GREY] =	{ COLOUR_FAINT,	0x707070,    0xbfbfbf },
};

/* The ramp; ink that is readable on it. */
static const struct {
	lxw_color_t	 ground, ink;
} heat_look[GRID_HEATS] = {
	{ 0xf7fbff, COLOUR_TEXT }, { 0xdeebf7, COLOUR_TEXT },
	{ 0xc6dbef, COLOUR_TEXT }, { 0x9ecae1, COLOUR_TEXT },
	{ 0x6baed6, COLOUR_TEXT }, { 0x4292c6, COLOUR_TEXT },
	{ 0x2171b5, 0xffffff }, { 0x08519c, 0xffffff },
	{ 0x08306b, 0xffffff },
};

/* Series without a tone: dark and light in turn, told apart in grey. */
static const lxw_color_t series_colour[] = {
	COLOUR_BRAND, 0x6baed6, 0x08306b, 0x9ecae1, 0x2171b5, 0xc6dbef
};
/* clang-format on */

#define NSERIES_COLOUR (sizeof(series_colour) / sizeof(series_colour[0]))

lxw_color_t
xlsx_tone_colour(enum tone tone, size_t nth)
{
	if (tone == TONE_NONE)
		return series_colour[nth % NSERIES_COLOUR];
	return tone_look[tone].chart;
}

lxw_color_t
xlsx_step_colour(int step)
{
	return heat_look[step].ground;
}

/* On paper in the font that its lines are measured in. */
static void
set_font(lxw_format *f)
{
	format_set_font_name(f, XLSX_PAPER_FONT);
	format_set_font_size(f, XLSX_PAPER_SIZE);
}

struct xlsx_formats *
xlsx_formats_new(struct xlsx *x)
{
	struct xlsx_formats *formats = arena_alloc(x->arena, sizeof(*formats));

	formats->x = x;
	/* The first is the normal one, whose digits columns are counted in. */
	if (x->paper)
		set_font(STAILQ_FIRST(x->book->formats));
	return formats;
}

static lxw_format *
format_new(struct xlsx_formats *formats)
{
	lxw_format *f = workbook_add_format(formats->x->book);

	if (formats->x->paper)
		set_font(f);
	return f;
}

static void
set_role(struct xlsx_formats *formats, lxw_format *f, enum xlsx_role role)
{
	if (!formats->x->paper) {
		format_set_font_size(f, role_look[role].size);
		format_set_font_color(f, role_look[role].colour);
		return;
	}
	format_set_font_size(f, xlsx_paper_role(role)->size);
	format_set_font_color(f, LXW_COLOR_BLACK);
	if (role == ROLE_SECTION) {
		format_set_top(f, LXW_BORDER_MEDIUM);
		format_set_top_color(f, LXW_COLOR_BLACK);
	}
}

static lxw_format *
text_format(struct xlsx_formats *formats, enum xlsx_role role, int indent)
{
	lxw_format *f = format_new(formats);

	set_role(formats, f, role);
	if (role_look[role].bold)
		format_set_bold(f);
	if (role == ROLE_CODE)
		format_set_font_name(f, "Consolas");
	if (role == ROLE_NOTE) {
		format_set_bg_color(f, COLOUR_FAINT);
		format_set_left(f, LXW_BORDER_MEDIUM);
		format_set_left_color(f, COLOUR_BRAND);
	}
	format_set_text_wrap(f);
	format_set_align(f, LXW_ALIGN_LEFT);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	if (indent > 0 || role == ROLE_NOTE)
		format_set_indent(f, (uint8_t)(indent > 0 ? indent * 2 : 1));
	return f;
}

lxw_format *
xlsx_format_text(struct xlsx_formats *formats, enum xlsx_role role, int indent)
{
	lxw_format **f;

	if (indent >= XLSX_INDENTS)
		indent = XLSX_INDENTS - 1;
	f = &formats->text[role][indent];
	if (*f == NULL)
		*f = text_format(formats, role, indent);
	return *f;
}

lxw_format *
xlsx_format_aside(struct xlsx_formats *formats)
{
	lxw_format **f = &formats->aside;

	if (*f != NULL)
		return *f;
	*f = format_new(formats);
	set_role(formats, *f, ROLE_MEASURE);
	return *f;
}

lxw_format *
xlsx_format_run(struct xlsx_formats *formats, bool strong)
{
	lxw_format **f = &formats->run[strong];

	if (*f != NULL)
		return *f;
	*f = format_new(formats);
	format_set_font_color(*f, COLOUR_TEXT);
	if (strong)
		format_set_bold(*f);
	return *f;
}

static lxw_format *
head_format(struct xlsx_formats *formats, bool numeric)
{
	lxw_format *f = format_new(formats);

	format_set_bold(f);
	format_set_font_color(f, COLOUR_TEXT);
	format_set_bg_color(f, COLOUR_FAINT);
	format_set_bottom(f, LXW_BORDER_THIN);
	format_set_bottom_color(f, COLOUR_TEXT);
	format_set_text_wrap(f);
	format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
	format_set_align(f, numeric ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	if (numeric)
		format_set_indent(f, 2); /* clear of the filter's button */
	return f;
}

lxw_format *
xlsx_format_head(struct xlsx_formats *formats, bool numeric)
{
	lxw_format **f = &formats->head[numeric];

	if (*f == NULL)
		*f = head_format(formats, numeric);
	return *f;
}

lxw_format *
xlsx_format_form_head(struct xlsx_formats *formats)
{
	lxw_format **f = &formats->form_head;

	if (*f != NULL)
		return *f;
	*f = head_format(formats, false);
	format_set_border(*f, LXW_BORDER_THIN);
	format_set_border_color(*f, COLOUR_TEXT);
	format_set_indent(*f, 1);
	return *f;
}

lxw_format *
xlsx_format_tile_head(struct xlsx_formats *formats, bool numeric)
{
	lxw_format **f = &formats->tile_head[numeric];

	if (*f != NULL)
		return *f;
	*f = format_new(formats);
	format_set_font_size(*f, 10);
	format_set_font_color(*f, COLOUR_SECONDARY);
	format_set_bottom(*f, LXW_BORDER_THIN);
	format_set_bottom_color(*f, COLOUR_TEXT);
	format_set_text_wrap(*f);
	format_set_align(*f, numeric ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	if (numeric)
		format_set_indent(*f, 1);
	return *f;
}

static void
set_ground(lxw_format *f, enum tone tone)
{
	if (tone == TONE_NONE)
		return;
	if (tone == TONE_GREY) {
		format_set_pattern(f, LXW_PATTERN_LIGHT_UP);
		format_set_fg_color(f, COLOUR_HATCH);
	}
	format_set_bg_color(f, tone_look[tone].ground);
}

static void
set_rules(lxw_format *f, unsigned flags)
{
	format_set_bottom(f, LXW_BORDER_HAIR);
	format_set_bottom_color(f, COLOUR_RULE);
	if (!(flags & CELL_TOTAL))
		return;
	format_set_top(f, LXW_BORDER_THIN);
	format_set_top_color(f, COLOUR_TEXT);
	format_set_bottom(f, LXW_BORDER_THIN);
	format_set_bottom_color(f, COLOUR_TEXT);
}

static void
set_side(lxw_format *f, enum xlsx_kind kind)
{
	switch (kind) {
	case KIND_TEXT:
	case KIND_CODE:
	case KIND_LIGHT:
	case KIND_DAY:
	case KIND_INPUT_DAY:
		format_set_align(f, LXW_ALIGN_LEFT);
		break;
	case KIND_WHOLE:
	case KIND_TENTHS:
	case KIND_HUNDREDTHS:
	case KIND_PERCENT:
	case KIND_INPUT_WHOLE:
	case KIND_INPUT_NUMBER:
		format_set_align(f, LXW_ALIGN_RIGHT);
		format_set_indent(f, 1);
		break;
	case KINDS:
		break;
	}
}

/* Days stand to the left, numbers as far to the right as their head. */
static void
set_field(lxw_format *f, enum xlsx_kind kind)
{
	format_set_indent(f, 0);
	if (kind == KIND_INPUT_WHOLE || kind == KIND_INPUT_NUMBER)
		format_set_indent(f, 2);
	else
		format_set_align(f, LXW_ALIGN_LEFT);
}

/* To be read on paper, and written in. */
static void
set_box(lxw_format *f)
{
	format_set_border(f, LXW_BORDER_THIN);
	format_set_border_color(f, COLOUR_TEXT);
	format_set_align(f, LXW_ALIGN_LEFT);
	format_set_indent(f, 1);
}

/*
 * Colour alone says nothing: a number or day that has a tone is shown with its
 * shape, and remains a number or day.
 */
static void
set_number(struct xlsx *x, lxw_format *f, enum xlsx_kind kind, enum tone tone)
{
	const char *number = xlsx_number_format(x, kind);
	const char *shape = tone_shape(tone);
	struct buf shown;

	buf_init(&shown);
	switch (kind) {
	case KIND_DAY:
		if (tone != TONE_NONE)
			buf_printf(&shown, "\"%s \"", shape);
		break;
	case KIND_WHOLE:
	case KIND_TENTHS:
	case KIND_HUNDREDTHS:
	case KIND_PERCENT:
		/* The sign stands after the shape. */
		if (tone != TONE_NONE)
			buf_printf(
			    &shown, "\"%s \"%s;\"%s \"-", shape, number, shape);
		break;
	case KIND_TEXT:
	case KIND_CODE:
	case KIND_LIGHT:
	case KIND_INPUT_WHOLE:
	case KIND_INPUT_NUMBER:
	case KIND_INPUT_DAY:
	case KINDS:
		break;
	}
	buf_puts(&shown, number);
	if (kind != KIND_TEXT)
		format_set_num_format(f, shown.data);
	buf_release(&shown);
}

static lxw_format *
cell_format(struct xlsx_formats *formats, enum xlsx_kind kind, enum tone tone,
    unsigned flags)
{
	lxw_format *f = format_new(formats);

	set_number(formats->x, f, kind, tone);
	format_set_font_color(f, tone_look[tone].ink);
	if ((flags & CELL_LINK) && tone == TONE_NONE)
		format_set_font_color(f, COLOUR_BRAND);
	if (flags & CELL_LINK)
		format_set_underline(f, LXW_UNDERLINE_SINGLE);
	if (kind == KIND_LIGHT || (flags & (CELL_TOTAL | CELL_STRONG)))
		format_set_bold(f);
	if (flags & CELL_WRAP)
		format_set_text_wrap(f);
	set_ground(f, tone);
	if ((flags & CELL_FIELD) && tone == TONE_NONE)
		format_set_bg_color(
		    f, flags & CELL_OPEN ? COLOUR_FIELD : COLOUR_FAINT);
	set_rules(f, flags);
	set_side(f, kind);
	if (flags & CELL_FIELD)
		set_field(f, kind);
	if (flags & CELL_FORM)
		set_box(f);
	if (flags & CELL_OPEN)
		format_set_unlocked(f);
	if (flags & CELL_CENTRE) {
		format_set_indent(f, 0);
		format_set_align(f, LXW_ALIGN_CENTER);
	}
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	return f;
}

lxw_format *
xlsx_format_cell(struct xlsx_formats *formats, enum xlsx_kind kind,
    enum tone tone, unsigned flags)
{
	lxw_format **f = &formats->cell[kind][tone][flags];

	if (*f == NULL)
		*f = cell_format(formats, kind, tone, flags);
	return *f;
}

lxw_format *
xlsx_format_heat(
    struct xlsx_formats *formats, enum xlsx_kind kind, int heat, unsigned flags)
{
	lxw_format **f = &formats->heat[kind][heat][flags];

	if (*f != NULL)
		return *f;
	*f = cell_format(formats, kind, TONE_NONE, flags);
	format_set_bg_color(*f, heat_look[heat].ground);
	format_set_font_color(*f, heat_look[heat].ink);
	return *f;
}

lxw_format *
xlsx_format_tone(struct xlsx_formats *formats, enum tone tone)
{
	lxw_format **f = &formats->tone[tone];

	if (*f != NULL)
		return *f;
	*f = workbook_add_format(formats->x->book);
	format_set_bg_color(*f, tone_look[tone].ground);
	format_set_font_color(*f, tone_look[tone].ink);
	return *f;
}

/* A frame too: in grey its colour says nothing. */
lxw_format *
xlsx_format_mark(struct xlsx_formats *formats, enum tone tone)
{
	lxw_format **f = &formats->mark[tone];

	if (*f != NULL)
		return *f;
	*f = workbook_add_format(formats->x->book);
	format_set_bg_color(*f, tone_look[tone].ground);
	format_set_font_color(*f, tone_look[tone].ink);
	format_set_border(*f, LXW_BORDER_THIN);
	format_set_border_color(
	    *f, tone == TONE_YELLOW ? COLOUR_AMBER : tone_look[tone].ink);
	return *f;
}
