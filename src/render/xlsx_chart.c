/*
 * Native charts over the workbook's tables.
 */
#include <math.h>

#include "base/arena.h"
#include "doc/chart.h"
#include "render/xlsx.h"

#define TITLE_UNITS 255
#define HEIGHT_LINE 340
#define HEIGHT_TIMELINE 440 /* its names stand on end */
#define HEIGHT_SMALL 220    /* a page of print holds two */
#define HEIGHT_FRAME 140    /* title of two lines, axis, legend */
#define HEIGHT_LEAST 220
#define HEIGHT_MOST 1800
#define BAR 24 /* a bar and the gap to the next */
#define BAR_LEAST 9
#define BARS 330       /* all of them: a page holds them below its head */
#define BAR_SMALL 12   /* needs small letters */
#define BAR_SERIES 13  /* a bar of several in a group */
#define LABELS_MOST 40 /* points that may carry their number */
#define MONTH 30.4375  /* days */
#define MONTHS_NAMED 8 /* on an axis of days, about */
#define DAYS_BEFORE 2  /* its first mark and the first day */

#define INK 0x1a1a1a
#define INK_SECONDARY 0x454545
#define RULE 0xd9d9d9
#define WHITE 0xffffff
#define BRAND 0x004d99

/* Bars grow thinner before the chart outgrows a page. */
static size_t
bar_height(const struct chart *chart)
{
	size_t bar = BAR, n = chart->grid->nrow;

	if (chart->type == CHART_BAR && chart->nseries > 1)
		bar = 8 + BAR_SERIES * chart->nseries;
	if (n * bar <= BARS)
		return bar;
	return BARS / n > BAR_LEAST ? BARS / n : BAR_LEAST;
}

static double
letter_size(const struct chart *chart)
{
	if (chart->type == CHART_LINE || bar_height(chart) >= BAR_SMALL)
		return 9;
	return 7;
}

int
xlsx_chart_height(const struct chart *chart)
{
	size_t n = chart->grid->nrow, high = HEIGHT_LINE;

	if (n > HEIGHT_MOST)
		n = HEIGHT_MOST;
	switch (chart->type) {
	case CHART_BAR:
	case CHART_STACKED_BAR:
		high = HEIGHT_FRAME + n * bar_height(chart);
		break;
	case CHART_LINE:
		if (chart->small)
			high = HEIGHT_SMALL;
		break;
	case CHART_TIMELINE:
		high = HEIGHT_TIMELINE;
		break;
	case CHART_HEAT:
	case CHART_MATRIX:
	case CHART_MAP:
		break;
	}
	if (high < HEIGHT_LEAST)
		high = HEIGHT_LEAST;
	return (int)(high < HEIGHT_MOST ? high : HEIGHT_MOST);
}

/* Are the categories days? Then points stand by date. */
static bool
is_dated(const struct chart *chart)
{
	int category = grid_column_find(chart->grid, chart->category);

	return chart->type == CHART_LINE && category != -1 &&
	    chart->grid->column[category].type == VALUE_DAY;
}

/* Do values rise, and categories lie below? */
static bool
is_upright(const struct chart *chart)
{
	return chart->type == CHART_LINE || chart->type == CHART_TIMELINE;
}

static uint8_t
library_type(const struct chart *chart)
{
	if (is_dated(chart))
		return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
	switch (chart->type) {
	case CHART_BAR:
		return LXW_CHART_BAR;
	case CHART_STACKED_BAR:
		return LXW_CHART_BAR_STACKED;
	case CHART_LINE:
	case CHART_TIMELINE: /* dates rise: a mark each, joined by a line */
		return LXW_CHART_LINE;
	case CHART_HEAT:
	case CHART_MATRIX:
	case CHART_MAP: /* never asked for: their tables are the picture */
		break;
	}
	return LXW_CHART_BAR;
}

/* The number format of a column, without zeros where bars are stacked. */
static const char *
series_format(const struct xlsx_table *t, size_t column, bool stacked)
{
	struct value one = {.type = t->grid->column[column].type};
	enum xlsx_kind kind = xlsx_kind_of(&one, t->number[column]);
	struct xlsx *x = t->sheet->book;
	const char *format;

	if (kind != KIND_PERCENT && kind != KIND_TENTHS &&
	    kind != KIND_HUNDREDTHS)
		kind = KIND_WHOLE;
	format = xlsx_number_format(x, kind);
	return stacked ? arena_printf(x->arena, "%s;-%s;", format, format)
		       : format;
}

/* Ink that can be read on the bar. */
static lxw_color_t
label_ink(const struct chart *chart, lxw_color_t ground)
{
	unsigned light = (ground >> 16 & 0xff) * 3 + (ground >> 8 & 0xff) * 6 +
	    (ground & 0xff);

	return chart->type == CHART_STACKED_BAR && light < 1400 ? WHITE : INK;
}

static void
set_labels(lxw_chart_series *series, const struct chart *chart, size_t nth,
    const char *format, lxw_color_t colour)
{
	lxw_chart_font font = {.size = letter_size(chart)};

	if (is_dated(chart) || chart->type == CHART_TIMELINE ||
	    (chart->small && chart->nseries > 1) ||
	    (chart->grid->nrow > LABELS_MOST && chart->type == CHART_LINE))
		return;
	font.color = label_ink(chart, colour);
	chart_series_set_labels(series);
	chart_series_set_labels_num_format(series, format);
	chart_series_set_labels_font(series, &font);
	switch (chart->type) {
	case CHART_BAR:
		chart_series_set_labels_position(
		    series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
		break;
	case CHART_STACKED_BAR:
		chart_series_set_labels_position(
		    series, LXW_CHART_LABEL_POSITION_CENTER);
		break;
	case CHART_LINE:
		chart_series_set_labels_position(series,
		    nth % 2 == 0 ? LXW_CHART_LABEL_POSITION_ABOVE
				 : LXW_CHART_LABEL_POSITION_BELOW);
		break;
	case CHART_TIMELINE:
	case CHART_HEAT:
	case CHART_MATRIX:
	case CHART_MAP:
		break;
	}
}

/* The shapes of the page's timeline, legible without colours. */
static void
set_marks(lxw_chart_series *series, size_t nth)
{
	static const struct {
		uint8_t shape;
		lxw_color_t fill, line;
	} mark[] = {
	    {LXW_CHART_MARKER_CIRCLE, 0x9ecae1, BRAND},
	    {LXW_CHART_MARKER_TRIANGLE, 0xfebb30, INK},
	    {LXW_CHART_MARKER_CIRCLE, BRAND, BRAND},
	    {LXW_CHART_MARKER_SQUARE, 0x707070, INK},
	};
	lxw_chart_line none = {.none = LXW_TRUE};
	lxw_chart_line line = {.color = mark[nth % 4].line, .width = 1.5};
	lxw_chart_fill fill = {.color = mark[nth % 4].fill};

	chart_series_set_line(series, &none);
	chart_series_set_marker_type(series, mark[nth % 4].shape);
	chart_series_set_marker_size(series, 8);
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &line);
}

static void
set_colours(lxw_chart_series *series, enum chart_type type, size_t nth,
    lxw_color_t colour)
{
	/* As on the page: lines differ without their colours. */
	static const uint8_t dash[] = {LXW_CHART_LINE_DASH_SOLID,
	    LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
	    LXW_CHART_LINE_DASH_DASH_DOT};
	lxw_chart_line line = {
	    .color = colour, .width = 2, .dash_type = dash[nth % 4]};
	lxw_chart_line none = {.none = LXW_TRUE};
	lxw_chart_fill fill = {.color = colour};

	if (type == CHART_TIMELINE) {
		set_marks(series, nth);
		return;
	}
	if (type != CHART_LINE) {
		chart_series_set_fill(series, &fill);
		chart_series_set_line(series, &none);
		return;
	}
	chart_series_set_line(series, &line);
	chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
	chart_series_set_marker_size(series, 5);
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &line);
}

/* A series over so many rows of the table; each of its runs is one. */
static void
add_run(lxw_chart *native, const struct chart *chart,
    const struct xlsx_table *t, size_t nth, lxw_col_t category, lxw_row_t first,
    lxw_row_t last)
{
	const struct chart_series *from = &chart->series[nth];
	const char *sheet = t->sheet->name;
	lxw_col_t column = (lxw_col_t)grid_column_find(t->grid, from->column);
	lxw_color_t colour = chart->steps
	    ? xlsx_step_colour(chart_step(nth, chart->nseries))
	    : xlsx_tone_colour(from->tone, nth);
	lxw_chart_series *series = chart_add_series(native, NULL, NULL);

	chart_series_set_categories(
	    series, sheet, first, category, last, category);
	chart_series_set_values(series, sheet, first, column, last, column);
	chart_series_set_name_range(series, sheet, t->row, column);
	set_colours(series, chart->type, nth, colour);
	if (chart->nmarked > 0 && nth >= chart->nmarked)
		chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
	set_labels(series, chart, nth,
	    series_format(t, column, chart->type == CHART_STACKED_BAR), colour);
}

/*
 * All series, and of each its runs: a line breaks where another begins.  Only
 * among days does that begin where it should, and not at the first category.
 * The legend names each series once.
 */
static void
add_series(struct xlsx *x, lxw_chart *native, const struct chart *chart,
    const struct xlsx_table *t, lxw_col_t category)
{
	size_t i, row, begun, n = 0, again = 0;
	size_t rows = t->grid->nrow > 0 ? t->grid->nrow : 1; /* never none */
	int16_t *unnamed =
	    arena_array(x->arena, chart->nseries * rows + 1, sizeof(*unnamed));

	for (i = 0; i < chart->nseries; i++) {
		if (grid_column_find(t->grid, chart->series[i].column) == -1)
			continue;
		for (row = 1, begun = 0; row <= rows; row++) {
			if (row < rows &&
			    !(is_dated(chart) && chart_breaks(chart, i, row)))
				continue;
			add_run(native, chart, t, i, category,
			    t->row + 1 + (lxw_row_t)begun,
			    row < rows ? t->row + (lxw_row_t)row
				       : xlsx_table_last(t));
			if (begun > 0)
				unnamed[again++] = (int16_t)n;
			n++;
			begun = row;
		}
	}
	unnamed[again] = -1;
	if (again > 0)
		xlsx_try(x, chart_legend_delete_series(native, unnamed));
}

/* The ends of what is drawn; stacked bars add up. */
static double
least_value(const struct chart *chart)
{
	const struct grid *grid = chart->grid;
	double least = 0, number;
	size_t i, row;
	int column;

	for (i = 0; i < chart->nseries; i++) {
		column = grid_column_find(grid, chart->series[i].column);
		for (row = 0; column != -1 && row < grid->nrow; row++)
			if (xlsx_number(
				&grid_at(grid, row, (size_t)column)->value,
				&number) &&
			    number < least)
				least = number;
	}
	return least;
}

/* Small and far from 0: from there the lines would all be flat. */
static bool
is_close(const struct chart *chart)
{
	double low, high;

	return chart_range(chart, &low, &high) && chart->small &&
	    low > high / 2;
}

/* From the first date to the last, in steps of whole months. */
static void
set_months(lxw_chart_axis *axis, const struct chart *chart)
{
	double first, last, unit;
	struct value end[2];

	chart_axis_set_num_format(axis, "mmm yyyy");
	if (!chart_range(chart, &first, &last))
		return;
	end[0] = value_day((day)first);
	end[1] = value_day((day)last);
	if (!xlsx_number(&end[0], &first) || !xlsx_number(&end[1], &last))
		return;
	unit = ceil((last - first + 1) / MONTH / MONTHS_NAMED) * MONTH;
	first = floor(first / MONTH) * MONTH;
	chart_axis_set_min(axis, first);
	chart_axis_set_max(
	    axis, first + ceil((last - first + 1) / unit) * unit);
	chart_axis_set_major_unit(axis, unit);
}

static void
set_value_axis(struct xlsx *x, lxw_chart_axis *axis, const struct chart *chart,
    const struct xlsx_table *t)
{
	lxw_chart_font font = {.size = 9, .color = INK_SECONDARY};
	lxw_chart_font name = {
	    .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = INK_SECONDARY};
	lxw_chart_line rule = {.color = RULE, .width = 0.75};
	lxw_chart_line none = {.none = LXW_TRUE};
	int column = grid_column_find(t->grid, chart->series[0].column);

	chart_axis_set_num_font(axis, &font);
	chart_axis_set_name_font(axis, &name);
	chart_axis_set_line(axis, &none);
	chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
	chart_axis_major_gridlines_set_line(axis, &rule);
	if (!is_upright(chart)) /* below, though the rows run down */
		chart_axis_set_label_position(
		    axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
	if (chart->type == CHART_TIMELINE) {
		set_months(axis, chart);
		return;
	}
	if (column != -1)
		chart_axis_set_num_format(
		    axis, series_format(t, (size_t)column, false));
	if (least_value(chart) >= 0 && !is_close(chart))
		chart_axis_set_min(axis, 0);
	if (chart->unit != NULL && *chart->unit != '\0')
		chart_axis_set_name(
		    axis, xlsx_keep(x, chart->unit, TITLE_UNITS));
}

/*
 * From the first day to the last, in steps of whole months.  The marks stand
 * two days before the first: where that ends a month, each is in another one.
 */
static void
set_days(lxw_chart_axis *axis, const struct chart *chart)
{
	const struct grid *grid = chart->grid;
	size_t column = (size_t)grid_column_find(grid, chart->category);
	double first, last, months;

	chart_axis_set_num_format(axis, "mmm yyyy");
	if (grid->nrow == 0 ||
	    !xlsx_number(&grid->cell[column].value, &first) ||
	    !xlsx_number(
		&grid->cell[(grid->nrow - 1) * grid->ncolumn + column].value,
		&last) ||
	    last <= first)
		return;
	months = ceil((last - first + 1) / MONTH / MONTHS_NAMED);
	chart_axis_set_min(axis, first - DAYS_BEFORE);
	chart_axis_set_max(axis, last + DAYS_BEFORE);
	chart_axis_set_major_unit(axis, months * MONTH);
}

static void
set_category_axis(struct xlsx *x, lxw_chart_axis *axis,
    const struct chart *chart, const struct xlsx_table *t, lxw_col_t category)
{
	lxw_chart_font font = {.size = letter_size(chart), .color = INK};
	lxw_chart_font name = {
	    .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = INK_SECONDARY};
	lxw_chart_line line = {.color = INK_SECONDARY, .width = 0.75};

	chart_axis_set_num_font(axis, &font);
	chart_axis_set_line(axis, &line);
	chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
	chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
	if (chart->type == CHART_TIMELINE) {
		font.rotation = -90;
		chart_axis_set_num_font(axis, &font);
		chart_axis_set_interval_unit(axis, 1);
		return;
	}
	if (chart->type == CHART_LINE) {
		chart_axis_set_name_font(axis, &name);
		if (!chart->small)
			chart_axis_set_name(
			    axis, xlsx_keep(x, t->head[category], TITLE_UNITS));
		if (is_dated(chart))
			set_days(axis, chart);
		return;
	}
	/* The first row on top. */
	chart_axis_set_reverse(axis);
	chart_axis_set_interval_unit(axis, 1);
}

static void
set_frame(struct xlsx *x, lxw_chart *native, const struct chart *chart)
{
	lxw_chart_font title = {
	    .size = chart->small ? 10 : 12, .bold = 1, .color = INK};
	lxw_chart_font legend = {.size = 9, .color = INK};
	lxw_chart_line none = {.none = LXW_TRUE};

	if (chart->title != NULL && *chart->title != '\0') {
		chart_title_set_name(
		    native, xlsx_keep(x, chart->title, TITLE_UNITS));
		chart_title_set_name_font(native, &title);
	} else {
		chart_title_off(native);
	}
	chart_chartarea_set_line(native, &none);
	if (chart->nseries < 2) {
		chart_legend_set_position(native, LXW_CHART_LEGEND_NONE);
		return;
	}
	chart_legend_set_position(native, LXW_CHART_LEGEND_TOP);
	chart_legend_set_font(native, &legend);
}

static void
write_measure(struct xlsx_sheet *s, const struct xlsx_block *block)
{
	struct xlsx *x = s->book;

	if (block->chart->measure == NULL || *block->chart->measure == '\0')
		return;
	xlsx_cell_text(s, block->end - 1, block->column, block->chart->measure,
	    xlsx_format_aside(x->formats));
}

static void
insert(struct xlsx_sheet *s, const struct xlsx_block *block, lxw_chart *native)
{
	struct xlsx *x = s->book;
	const struct chart *chart = block->chart;
	lxw_chart_options options = {.x_scale = XLSX_CHART_WIDTH / 480.0,
	    .y_scale = xlsx_chart_height(chart) / 288.0,
	    .object_position = LXW_OBJECT_MOVE_DONT_SIZE};

	options.description = xlsx_keep(x,
	    chart->description != NULL ? chart->description : chart->title,
	    2000);
	xlsx_try(x,
	    worksheet_insert_chart_opt(
		s->sheet, block->row, block->column, native, &options));
}

void
xlsx_chart_write(struct xlsx_sheet *s, const struct xlsx_block *block)
{
	struct xlsx *x = s->book;
	const struct chart *chart = block->chart;
	const struct xlsx_table *t = block->table;
	int category = grid_column_find(t->grid, chart->category);
	lxw_chart_line joint = {.color = 0x707070, .width = 1.5};
	bool upright = is_upright(chart);
	lxw_chart *native;

	if (category == -1 || chart->nseries == 0)
		return;
	native = workbook_add_chart(x->book, library_type(chart));
	if (native == NULL) {
		xlsx_try(x, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return;
	}
	add_series(x, native, chart, t, (lxw_col_t)category);
	/* The library's x axis is the one that lies down. */
	set_category_axis(x, upright ? native->x_axis : native->y_axis, chart,
	    t, (lxw_col_t)category);
	set_value_axis(x, upright ? native->y_axis : native->x_axis, chart, t);
	if (chart->type == CHART_STACKED_BAR)
		chart_set_series_gap(native, 35);
	else if (chart->type == CHART_BAR)
		chart_set_series_gap(native, 50);
	else if (chart->type == CHART_TIMELINE)
		chart_set_high_low_lines(native, &joint);
	set_frame(x, native, chart);
	insert(s, block, native);
	write_measure(s, block);
}
