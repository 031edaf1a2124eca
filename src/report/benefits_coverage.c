/*
 * Coverage first: who is measured, who isn't, and what it all comes to.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/labels.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/who.h"
#include "report/wording.h"

/* "3 af 5 forfaldne gevinster er målt" */
const char *
benefits_covered(const struct draft *draft)
{
	const struct benefit_sums *b = &benefits_totals(draft)->benefit;
	const struct value values[] = {
	    value_count(b->measured), value_count(b->due)};

	return benefits_say(draft, "benefits.headline", b->due, values, 2);
}

const char *
benefits_overdue(const struct draft *draft)
{
	const struct value late = value_count(benefits_totals(draft)->late);

	return benefits_say(draft, "benefits.late", late.as.count, &late, 1);
}

/* clang-format off */
static const struct table_column name_column[] = {
	COLUMN_SET("state", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("count", VALUE_COUNT, 0),
	COLUMN_SET("who", VALUE_TEXT, GRID_WRAP),
};

static const struct table_column by_name_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("benefit", VALUE_TEXT, GRID_HEAD | GRID_WRAP),
	COLUMN_SET("state", VALUE_TEXT, 0),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SET("who", VALUE_TEXT, GRID_WRAP),
};
/* clang-format on */

static const struct table_shape name_shape =
    TABLE_SHAPE("benefit_names", name_column);

/* "Kortere opslagstid (SAPA)" */
static const char *
name_of(const struct draft *draft, const struct benefit_item *item)
{
	return arena_printf(draft->arena, "%s (%s)",
	    item->figures->benefit->name,
	    wording_solution(draft->facts, item->rollout));
}

/* A row for those that are so, or all disbenefits (state -1), by name. */
static void
add_names(const struct draft *draft, struct grid *grid,
    const struct benefit_items *items, const char *id, int state)
{
	const char *names = NULL, *name;
	int64_t n = 0;
	size_t i;

	for (i = 0; i < items->n; i++) {
		if (items->item[i].figures->benefit->disbenefit !=
			(state == -1) ||
		    (state != -1 &&
			(int)items->item[i].figures->state != state))
			continue;
		name = name_of(draft, &items->item[i]);
		names = n++ == 0
		    ? name
		    : arena_printf(draft->arena, "%s; %s", names, name);
	}
	grid_add_row(draft->arena, grid);
	table_set(
	    grid, "state", local_label(draft->facts, "benefit_names", id));
	table_set(grid, "count", value_count(n));
	table_set(grid, "who", value_text(names));
}

struct grid *
benefits_names(const struct draft *draft)
{
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_EVERY, BENEFIT_BY_PLACE);
	const struct value due =
	    value_count(benefits_totals(draft)->benefit.due);
	struct grid *grid = table_new(draft->arena, draft->facts, &name_shape);

	grid->caption = benefits_covered(draft);
	grid->measure = benefits_say(
	    draft, "benefits.names.measure", due.as.count, &due, 1);
	add_names(draft, grid, &items, "not_measured", BENEFIT_NOT_MEASURED);
	add_names(draft, grid, &items, "measured", BENEFIT_MEASURED);
	add_names(draft, grid, &items, "not_due", BENEFIT_NOT_DUE);
	add_names(draft, grid, &items, "disbenefits", -1);
	return grid;
}

/* Sums: a row for a type, a solution, a region, a wave or a municipality. */

/* clang-format off */
static const struct table_column sums_column[] = {
	COLUMN_SET("key", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("due", VALUE_COUNT, 0),
	COLUMN_SUM("measured", VALUE_COUNT, 0),
	COLUMN_SUM("not_measured", VALUE_COUNT, 0),
	COLUMN_SUM("not_due", VALUE_COUNT, 0),
	COLUMN_SUM("late", VALUE_COUNT, 0),
	COLUMN_SUM("annual", VALUE_MONEY, 0),
	COLUMN_SUM("planned", VALUE_MONEY, 0),
	COLUMN_SUM("realised", VALUE_MONEY, 0),
	COLUMN_SUM("time_realised", VALUE_MONEY, 0),
	COLUMN_SUM("annual_low", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("annual_high", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("realised_low", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("realised_high", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("planned_measured", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("time_annual", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("time_planned", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SUM("claimed_early", VALUE_COUNT, GRID_DETAIL),
};

/* Nothing is summed: freed time is no budget. */
static const struct table_column type_column[] = {
	COLUMN_SET("key", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("due", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("measured", VALUE_COUNT, 0),
	COLUMN_SET("not_measured", VALUE_COUNT, 0),
	COLUMN_SET("not_due", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("annual_low", VALUE_MONEY, 0),
	COLUMN_SET("annual", VALUE_MONEY, 0),
	COLUMN_SET("annual_high", VALUE_MONEY, 0),
	COLUMN_SET("planned", VALUE_MONEY, 0),
	COLUMN_SET("realised", VALUE_MONEY, 0),
	COLUMN_SET("realised_low", VALUE_MONEY, GRID_DETAIL),
	COLUMN_SET("realised_high", VALUE_MONEY, GRID_DETAIL),
};
/* clang-format on */

static void
set_counts(const struct grid *grid, const struct benefit_sums *s)
{
	table_set(grid, "due", value_count(s->due));
	table_set(grid, "measured", value_count(s->measured));
	table_set(grid, "not_measured", value_count(s->not_measured));
	table_set(grid, "not_due", value_count(s->not_due));
}

static void
set_money(const struct grid *grid, const struct benefit_sums *s)
{
	table_set(grid, "annual_low", value_money(s->annual_low));
	table_set(grid, "annual", value_money(s->annual));
	table_set(grid, "annual_high", value_money(s->annual_high));
	table_set(grid, "planned", value_money(s->planned));
	table_set(grid, "realised", value_money(s->realised));
	table_set(grid, "realised_low", value_money(s->realised_low));
	table_set(grid, "realised_high", value_money(s->realised_high));
}

static void
add_totals(const struct draft *draft, struct grid *grid, struct value key,
    const struct benefit_totals *t)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "key", key);
	set_counts(grid, &t->benefit);
	set_money(grid, &t->money);
	table_set(grid, "late", value_count(t->late));
	table_set(
	    grid, "planned_measured", value_money(t->money.planned_measured));
	table_set(grid, "time_annual", value_money(t->time.annual));
	table_set(grid, "time_planned", value_money(t->time.planned));
	table_set(grid, "time_realised", value_money(t->time.realised));
	table_set(grid, "claimed_early", value_count(t->benefit.claimed_early));
}

static void
add_sums(const struct draft *draft, struct grid *grid, const char *name,
    const struct benefit_sums *s)
{
	if (s->count == 0)
		return;
	grid_add_row(draft->arena, grid);
	table_set(grid, "key", value_text(name));
	set_counts(grid, s);
	set_money(grid, s);
}

/* "1.234 kr. om året er realiseret ...": without released time. */
static const char *
money_finding(const struct draft *draft)
{
	const struct benefit_totals *t = benefits_totals(draft);
	const struct value values[] = {
	    value_money(t->money.realised), value_money(t->money.planned)};

	if (values[1].type == VALUE_NONE)
		return wording(draft->facts, "benefits.value.none");
	if (values[0].type == VALUE_NONE)
		return num_round(t->money.planned) == 0
		    ? wording(draft->facts, "benefits.value.not_yet")
		    : benefits_say(
			  draft, "benefits.value.unrealised", 0, &values[1], 1);
	return benefits_say(draft, "benefits.value", 0, values, 2);
}

/* By type: those of one type alone can be added up. */
struct grid *
benefits_sums(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_sums", type_column);
	const struct labels *labels = wording_labels(draft->facts);
	const struct benefit_totals *t = benefits_totals(draft);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);
	int type;

	grid->caption = money_finding(draft);
	for (type = 0; type < BENEFIT_TYPES; type++)
		add_sums(draft, grid,
		    label_of(
			labels, "benefit_type", word_benefit_type[type].id),
		    &t->type[type]);
	add_sums(draft, grid, label(labels, "benefit_type.none"),
	    &t->type[BENEFIT_TYPES]);
	add_sums(
	    draft, grid, label(labels, "benefits.disbenefits"), &t->disbenefit);
	if (grid->nrow > 0)
		grid->measure = wording(draft->facts, "benefits.sums.measure");
	return grid;
}

static struct value
key_of(const struct draft *draft, const struct rollup *r)
{
	if (*r->key == '\0')
		return value_text(wording(draft->facts, "benefits.key.none"));
	return value_text(r->key);
}

static struct grid *
by(const struct draft *draft, const struct table_shape *shape,
    enum rollup_by by)
{
	const struct figures *figures = draft->facts->figures;
	struct grid *grid = table_new(draft->arena, draft->facts, shape);
	const struct rollup *r;
	size_t i;

	grid->caption = money_finding(draft);
	grid->measure = wording(draft->facts, "benefits.by.measure");
	for (i = 0; i < figures->nrollup; i++) {
		r = &figures->rollup[i];
		if (r->by == by && r->n > 0)
			add_totals(draft, grid, key_of(draft, r), r->benefits);
	}
	return grid;
}

struct grid *
benefits_by_solution(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_by_solution", sums_column);

	return by(draft, &shape, ROLLUP_SOLUTION);
}

struct grid *
benefits_by_region(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_by_region", sums_column);
	struct grid *grid = by(draft, &shape, ROLLUP_REGION);

	grid->caption = wording(draft->facts, "benefits.by_region");
	return grid;
}

struct grid *
benefits_by_wave(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_by_wave", sums_column);
	struct grid *grid = by(draft, &shape, ROLLUP_WAVE);

	grid->caption = wording(draft->facts, "benefits.by_wave");
	return grid;
}

/* Every municipality with benefits, and the way to its own sheet. */
struct grid *
benefits_by_municipality(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_by_municipality", sums_column);
	const struct facts *facts = draft->facts;
	struct grid *grid = table_new(draft->arena, facts, &shape);
	const struct benefit_totals *t;
	struct value n;
	size_t i;

	for (i = 0; i < facts->portfolio->nmunicipality; i++) {
		t = facts->figures->municipality[i].benefits;
		if (t->benefit.count + t->disbenefit.count == 0)
			continue;
		add_totals(draft, grid,
		    value_text(facts->portfolio->municipality[i].name), t);
		table_cell(grid, "key")->href = local_link(draft, "benefits",
		    &(struct slice){SLICE_MUNICIPALITY, (int)i});
	}
	n = value_count((int64_t)grid->nrow);
	grid->caption =
	    benefits_say(draft, "benefits.by_municipality", n.as.count, &n, 1);
	grid->measure = wording(facts, "benefits.by.measure");
	return grid;
}

/* Bars of what is realised and what is planned. */
static struct chart *
bars(const struct draft *draft, const struct grid *sums, const char *id,
    const char *title, const char *measure, const struct chart_series *series)
{
	struct chart *chart = arena_alloc(draft->arena, sizeof(*chart));

	chart->id = id;
	chart->type = CHART_BAR;
	chart->title = title;
	chart->measure = wording(draft->facts, measure);
	chart->description =
	    arena_printf(draft->arena, "%s. %s.", chart->measure, title);
	chart->unit = wording(draft->facts, "chart.benefits.unit");
	chart->grid = sums;
	chart->category = "key";
	chart->series = series;
	chart->nseries = 2;
	return chart;
}

struct chart *
benefits_sums_chart(const struct draft *draft, const struct grid *sums)
{
	static const struct chart_series series[] = {
	    {"realised", TONE_NONE},
	    {"planned", TONE_NONE},
	};

	if (!num_given(benefits_totals(draft)->money.planned))
		return NULL;
	return bars(draft, sums, "benefits-planned-realised",
	    money_finding(draft), "benefits.chart.measure", series);
}

/* Released time on its own. */
struct chart *
benefits_time_chart(const struct draft *draft, const struct grid *sums)
{
	static const struct chart_series series[] = {
	    {"time_realised", TONE_NONE},
	    {"time_planned", TONE_NONE},
	};
	const struct benefit_sums *time = &benefits_totals(draft)->time;
	struct value values[] = {
	    value_money(num_given(time->realised) ? time->realised : 0),
	    value_money(time->planned)};

	if (!num_given(time->planned))
		return NULL;
	return bars(draft, sums, "benefits-time-planned-realised",
	    benefits_say(draft, "benefits.time", 0, values, 2),
	    "benefits.time.measure", series);
}

/* Every benefit by its name and state: how many, and in which municipality. */

static void
begin_group(const struct draft *draft, struct grid *grid,
    const struct benefit_item *item)
{
	grid_add_row(draft->arena, grid);
	table_set(grid, "solution",
	    value_text(wording_solution(draft->facts, item->rollout)));
	table_set(grid, "benefit", value_text(item->figures->benefit->name));
	table_set(grid, "state",
	    local_label(draft->facts, "benefit_state",
		benefit_state_id(item->figures->state)));
	table_set(grid, "count", value_count(0));
}

static void
add_to_group(const struct draft *draft, const struct grid *grid,
    const struct benefit_item *item)
{
	struct grid_cell *who = table_cell(grid, "who");
	const char *name = wording_municipality(draft->facts, item->rollout);

	table_cell(grid, "count")->value.as.count++;
	who->value = value_text(who->value.type == VALUE_NONE
		? name
		: arena_printf(
		      draft->arena, "%s, %s", who->value.as.text, name));
}

static bool
is_same(const struct benefit_item *x, const struct benefit_item *y)
{
	return x->rollout->rollout->solution == y->rollout->rollout->solution &&
	    strcmp(x->figures->benefit->name, y->figures->benefit->name) == 0;
}

struct grid *
benefits_by_name(const struct draft *draft)
{
	static const struct table_shape shape =
	    TABLE_SHAPE("benefit_by_name", by_name_column);
	static const enum benefit_state order[] = {
	    BENEFIT_NOT_MEASURED, BENEFIT_MEASURED, BENEFIT_NOT_DUE};
	struct benefit_items items =
	    benefit_items(draft, BENEFIT_ALL, BENEFIT_BY_NAME);
	struct grid *grid = table_new(draft->arena, draft->facts, &shape);
	size_t from, i, k;
	bool begun;

	grid->caption = benefits_covered(draft);
	grid->measure = wording(draft->facts, "benefits.by_name.measure");
	for (from = 0; from < items.n; from = i)
		for (k = 0, i = from; k < 3; k++) {
			begun = false;
			for (i = from; i < items.n &&
			     is_same(&items.item[from], &items.item[i]);
			     i++) {
				if (items.item[i].figures->state != order[k])
					continue;
				if (!begun)
					begin_group(
					    draft, grid, &items.item[i]);
				begun = true;
				add_to_group(draft, grid, &items.item[i]);
			}
		}
	return grid;
}
