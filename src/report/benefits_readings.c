/*
 * One benefit after the other: what it is, its readings, and how they run
 * beside the plan.
 */
#include "base/arena.h"
#include "doc/chart.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column reading_column[] = {
	COLUMN_SET("date", VALUE_DAY, GRID_HEAD),
	COLUMN_SET("mark", VALUE_TEXT, 0),
	COLUMN_SET("reading_planned", VALUE_NUMBER, 0),
	COLUMN_SET("reading", VALUE_NUMBER, 0),
	COLUMN_SET("reading_target", VALUE_NUMBER, GRID_DETAIL),
	COLUMN_SET("fraction", VALUE_PERCENT, 0),
	COLUMN_SET("attribution", VALUE_TEXT, GRID_SPARE),
};
/* clang-format on */

static const struct table_shape reading_shape =
    TABLE_SHAPE("benefit_readings", reading_column);

/* What a row marks; in the order of rows of one day. */
enum mark { MARK_BASELINE, MARK_START, MARK_READING, MARK_TODAY, MARK_TARGET };

static const char *const mark_id[] = {
    "baseline", "start", "reading", "today", "target"};

/* A day in the life of a benefit. */
struct point {
	day date;
	enum mark mark;
	const struct measurement *reading;
};

struct course {
	const struct draft *draft;
	const struct benefit_item *item;
	struct point *point;
	size_t n;
};

/* Put in its place: by day, then by what it marks. */
static void
add_point(struct course *c, day date, enum mark mark,
    const struct measurement *reading)
{
	struct point point = {date, mark, reading};
	size_t i;

	if (date == DAY_NONE)
		return;
	for (i = c->n++; i > 0 &&
	     (c->point[i - 1].date > date ||
		 (c->point[i - 1].date == date && c->point[i - 1].mark > mark));
	     i--)
		c->point[i] = c->point[i - 1];
	c->point[i] = point;
}

static struct course
course_of(const struct draft *draft, const struct benefit_item *item)
{
	const struct portfolio *folio = draft->facts->portfolio;
	const struct benefit *b = item->figures->benefit;
	const struct span *span = &folio->rows[b->rollout].measurement;
	struct course c = {.draft = draft, .item = item};
	const struct measurement *m;
	size_t i;

	c.point = arena_array(draft->arena, span->count + 5, sizeof(*c.point));
	if (b->baseline_date != benefit_start(b) && num_given(b->baseline))
		add_point(&c, b->baseline_date, MARK_BASELINE, NULL);
	add_point(&c, benefit_start(b), MARK_START, NULL);
	for (i = span->first; i < span->first + span->count; i++) {
		m = &folio->measurement[i];
		if (m->benefit_id == b->id && m->date <= folio->report_date)
			add_point(&c, m->date, MARK_READING, m);
	}
	add_point(&c, folio->report_date, MARK_TODAY, NULL);
	add_point(&c, b->target_date, MARK_TARGET, NULL);
	return c;
}

static void
set_reading(const struct course *c, const struct grid *grid,
    const struct measurement *m)
{
	table_set(grid, "reading", value_number(m->value));
	table_cell(grid, "reading")->source = m->loc;
	table_set(grid, "fraction",
	    value_percent(
		100 * benefit_fraction(c->item->figures->benefit, m)));
	if (m->attribution != WORD_NONE)
		table_set(grid, "attribution",
		    local_label(c->draft->facts, "attribution",
			word_attribution[m->attribution].id));
	table_cell(grid, "mark")->note = m->comment;
}

static struct grid *
readings(const struct course *c, size_t number)
{
	const struct benefit *b = c->item->figures->benefit;
	struct grid *grid =
	    table_new(c->draft->arena, c->draft->facts, &reading_shape);
	size_t i;

	grid->id =
	    arena_printf(c->draft->arena, "%s-%zu", reading_shape.id, number);
	for (i = 0; i < c->n; i++) {
		grid_add_row(c->draft->arena, grid);
		table_set(grid, "date", value_day(c->point[i].date));
		table_set(grid, "mark",
		    local_label(c->draft->facts, "benefit_mark",
			mark_id[c->point[i].mark]));
		table_set(grid, "reading_planned",
		    value_number(benefit_planned(b, c->point[i].date)));
		table_set(grid, "reading_target", value_number(b->target));
		if (c->point[i].reading != NULL)
			set_reading(c, grid, c->point[i].reading);
	}
	return grid;
}

/* "Målt 51,56; planlagt til nu 49,4; mål 35,2" */
static const char *
finding(const struct course *c)
{
	const struct benefit_figures *f = c->item->figures;
	const struct value values[] = {
	    value_number(f->latest == NULL ? NUM_NONE : f->latest->value),
	    value_number(benefit_planned(
		f->benefit, c->draft->facts->portfolio->report_date)),
	    value_number(f->benefit->target),
	    value_text(f->benefit->unit == NULL ? "" : f->benefit->unit)};
	const char *form = f->latest == NULL ? "unmeasured"
	    : values[1].type == VALUE_NONE   ? "unplanned"
					     : "measured";

	return benefits_say(c->draft,
	    arena_printf(c->draft->arena, "benefits.course.%s", form), 0,
	    values, 4);
}

static const struct chart *
chart_of(const struct course *c, const struct grid *grid)
{
	static const struct chart_series series[] = {
	    {"reading", TONE_NONE},
	    {"reading_planned", TONE_NONE},
	    {"reading_target", TONE_NONE},
	};
	const struct benefit *b = c->item->figures->benefit;
	struct chart *chart = arena_alloc(c->draft->arena, sizeof(*chart));

	chart->id = arena_printf(c->draft->arena, "%s-chart", grid->id);
	chart->type = CHART_LINE;
	chart->title = finding(c);
	chart->measure = arena_printf(c->draft->arena, "%s%s%s",
	    b->measure == NULL ? b->name : b->measure,
	    b->unit == NULL ? "" : ", ", b->unit == NULL ? "" : b->unit);
	chart->description =
	    arena_printf(c->draft->arena, "%s: %s. %s", b->name, chart->title,
		wording(c->draft->facts, "benefits.course.described"));
	chart->unit = b->unit;
	chart->grid = grid;
	chart->category = "date";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	chart->nmarked = 1;
	chart->small = true;
	return chart;
}

/* What the register says, four things at a time: "Type: Lovkrav · Enhed: %". */
#define FACTS 8

static const struct {
	const char *key;
	const char *column[FACTS];
} fact_group[] = {
    {"measure",
	{"indicator", "unit", "direction", "measure_source", "frequency",
	    "next_reading"}},
    {"worth",
	{"type", "original_target", "annual_low", "annual", "annual_high",
	    "planned", "realised"}},
    {"needs", {"owner", "main_task", "presupposes", "prerequisites", "id"}},
    {"action", {"benefit_deviation", "action", "action_due"}},
};

/* Those of a group that are given; NULL if none is. */
static const char *
facts_of(const struct draft *draft, const struct grid *all, size_t row,
    const char *const *column)
{
	const char *text = NULL;
	const struct value *value;
	size_t i;
	int at;

	for (i = 0; i < FACTS && column[i] != NULL; i++) {
		at = grid_column_find(all, column[i]);
		if (at == -1)
			continue;
		value = &grid_at(all, row, (size_t)at)->value;
		if (value->type == VALUE_NONE)
			continue;
		text = arena_printf(draft->arena, "%s%s%s: %s",
		    text == NULL ? "" : text, text == NULL ? "" : " · ",
		    all->column[at].heading,
		    benefits_say(draft, "benefits.fact", 0, value, 1));
	}
	return text;
}

static void
add_facts(const struct draft *draft, const struct grid *all, size_t row,
    struct node *section)
{
	struct node *list = node_add(draft->arena, section, DOC_LIST), *item,
		    *lead;
	const char *text;
	size_t i;

	for (i = 0; i < sizeof(fact_group) / sizeof(fact_group[0]); i++) {
		text = facts_of(draft, all, row, fact_group[i].column);
		if (text == NULL)
			continue;
		item = node_add(draft->arena,
		    node_add(draft->arena, list, DOC_ITEM), DOC_PARAGRAPH);
		lead = node_add(draft->arena, item, DOC_STRONG);
		node_add_text(draft->arena, lead,
		    label_of(wording_labels(draft->facts), "benefits.facts",
			fact_group[i].key));
		node_add_text(draft->arena, item,
		    arena_printf(draft->arena, " %s", text));
	}
}

static void
add_benefit(const struct draft *draft, const struct benefit_item *item,
    const struct grid *all, size_t number, struct node *parent)
{
	struct course c = course_of(draft, item);
	struct grid *grid = readings(&c, number);
	const struct value values[] = {
	    value_text(wording_solution(draft->facts, item->rollout)),
	    value_text(item->figures->benefit->name)};
	struct node *section, *note;

	section = node_add_section(draft->arena, parent,
	    benefits_say(draft,
		item->figures->benefit->disbenefit ? "benefits.section.against"
						   : "benefits.section",
		0, values, 2),
	    0);
	add_facts(draft, all, number, section);
	if (item->figures->claimed_early) {
		note = node_add(draft->arena, section, DOC_NOTE);
		note->as.note = wording(draft->facts, "benefits.warning");
		node_add_paragraph(draft->arena, note,
		    wording(draft->facts, "benefits.early.measure"));
	}
	grid->caption = wording(draft->facts, "benefits.readings");
	/* Who measured, and where it was said, stands with all readings. */
	grid->unsourced = true;
	node_add_chart(draft->arena, section, chart_of(&c, grid));
	node_add_grid(draft->arena, section, grid);
}

/* The fields stand in the same order. */
void
benefits_each(const struct draft *draft, struct node *parent)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct grid *all = benefits_fields(draft);
	size_t i;

	for (i = 0; i < items.n; i++)
		add_benefit(draft, &items.item[i], all, i, parent);
}
