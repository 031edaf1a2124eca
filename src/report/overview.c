/*
 * Overblik: success conditions, lights, movement, phases.
 *
 * Everything here is counted over rollouts that are not parked.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "report/management.h"
#include "report/table.h"
#include "report/wording.h"

static const struct rollup *
programme(const struct draft *draft)
{
	return &draft->facts->figures->rollup[0];
}

static const char *
say(const struct draft *draft, const char *key, int64_t n,
    const struct value *values, size_t count)
{
	return wording_sentence(
	    draft->arena, draft->facts, key, n, values, count);
}

/* How many of a colour there were the month before. */
static int
light_before(const struct facts *facts, enum light light)
{
	const struct moment *before = wording_before(facts);
	const struct rollout_figures *r;
	int count = 0;
	size_t i;

	if (before == NULL)
		return 0;
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &before->rollout[i];
		if (!r->parked && r->overall == light)
			count++;
	}
	return count;
}

/*
 * What has become of a number since the month before: "key.more", ".fewer" or
 * ".same" with the difference and the month; NULL if there was no such month.
 */
static const char *
compared(const struct draft *draft, const char *key, int now, int before)
{
	const struct moment *moment = wording_before(draft->facts);
	int difference = now > before ? now - before : before - now;
	const char *form = now > before ? "more"
	    : now < before              ? "fewer"
					: "same";
	struct value values[2];

	if (moment == NULL)
		return NULL;
	values[0] = value_count(difference);
	values[1] = value_text(
	    wording_month(draft->arena, draft->facts, moment->month));
	return say(draft, arena_printf(draft->arena, "%s.%s", key, form),
	    difference, values, 2);
}

/* "14 implementeringer er røde, 3 flere end i februar 2015" */
const char *
overview_headline(const struct draft *draft)
{
	int red = programme(draft)->light[LIGHT_RED];
	struct value values[2];

	values[0] = value_count(red);
	values[1] = value_text(compared(
	    draft, "compared", red, light_before(draft->facts, LIGHT_RED)));
	return say(draft, "overview.red", red, values, 2);
}

/* The parked ones by name, if they are few. */
#define PARKED_NAMED 6

const char *
overview_parked(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *r;
	struct value values[2];
	int count = 0;
	struct buf names;
	size_t i;

	buf_init(&names);
	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (!r->parked || ++count > PARKED_NAMED)
			continue;
		buf_printf(&names, "%s%s (%s)", count == 1 ? "" : ", ",
		    wording_municipality(facts, r), wording_solution(facts, r));
	}
	values[0] = value_count(count);
	values[1] =
	    value_text(arena_strndup(draft->arena, names.data, names.len));
	buf_release(&names);
	if (count == 0)
		return NULL;
	return say(draft,
	    count > PARKED_NAMED ? "overview.parked.unnamed"
				 : "overview.parked",
	    count, values, 2);
}

/* clang-format off */
static const struct table_column success_column[] = {
	COLUMN_SET("condition", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("met_of", VALUE_TEXT, 0),
	COLUMN_SET("definition", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("met", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("of", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("share", VALUE_PERCENT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape success_shape =
    TABLE_SHAPE("success", success_column);

static void
add_success(
    const struct draft *draft, struct grid *grid, const char *id, int met)
{
	int of = programme(draft)->eligible;
	const struct value values[] = {value_count(met), value_count(of)};
	const struct labels *labels = wording_labels(draft->facts);

	grid_add_row(draft->arena, grid);
	table_set(
	    grid, "condition", value_text(label_of(labels, "success", id)));
	table_set(grid, "met_of",
	    value_text(say(draft, "success.met_of", of, values, 2)));
	table_set(grid, "definition",
	    value_text(label_of(labels, "success.definition", id)));
	table_set(grid, "met", value_count(met));
	table_set(grid, "of", value_count(of));
	if (of > 0)
		table_set(grid, "share", value_percent(100.0 * met / of));
}

struct grid *
overview_success(const struct draft *draft)
{
	const struct rollup *all = programme(draft);
	const struct value values[] = {
	    value_count(all->eligible), value_count(all->n)};
	struct grid *grid;

	grid = table_new(draft->arena, draft->facts, &success_shape);
	grid->look = GRID_TILES;
	grid->caption = wording(draft->facts, "success.caption");
	grid->measure = say(draft, "success.measure", all->eligible, values, 2);
	add_success(draft, grid, "safe_operation", all->safe_operation);
	add_success(draft, grid, "steering", all->steering);
	add_success(draft, grid, "effective", all->effective);
	return grid;
}

/* clang-format off */
static const struct table_column light_column[] = {
	COLUMN_SET("light_name", VALUE_LIGHT, GRID_HEAD),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SET("since", VALUE_TEXT, 0),
	COLUMN_SET("share", VALUE_PERCENT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape light_shape =
    TABLE_SHAPE("lights", light_column);

static void
add_light(const struct draft *draft, struct grid *grid, enum light light)
{
	int now = programme(draft)->light[light], n = programme(draft)->n;

	grid_add_row(draft->arena, grid);
	table_light(table_cell(grid, "light_name"), light);
	table_set(grid, "count", value_count(now));
	table_derive(draft->arena, table_cell(grid, "count"), "portfolio",
	    "light", value_light(wording_tone(light)));
	table_set(grid, "since",
	    value_text(compared(
		draft, "since", now, light_before(draft->facts, light))));
	if (n > 0)
		table_set(grid, "share", value_percent(100.0 * now / n));
}

/* How many municipalities take part, and how many of them are red. */
static void
count_municipalities(const struct facts *facts, int *all, int *red)
{
	const struct municipality_figures *m = facts->figures->municipality;
	size_t i;

	*all = *red = 0;
	for (i = 0; i < facts->portfolio->nmunicipality; i++) {
		*all += m[i].rollouts > 0;
		*red += m[i].rollouts > 0 && m[i].light == LIGHT_RED;
	}
}

/* "Samlet trafiklys for 365 implementeringer. 12 af 98 kommuner er røde." */
static const char *
lights_measure(const struct draft *draft)
{
	struct value values[2];
	const char *first;
	int all, red;

	values[0] = value_count(programme(draft)->n);
	first = say(
	    draft, "overview.lights.measure", programme(draft)->n, values, 1);
	count_municipalities(draft->facts, &all, &red);
	values[0] = value_count(red);
	values[1] = value_count(all);
	return arena_printf(draft->arena, "%s %s", first,
	    say(draft, "overview.municipalities", red, values, 2));
}

struct grid *
overview_lights(const struct draft *draft)
{
	struct grid *grid;

	grid = table_new(draft->arena, draft->facts, &light_shape);
	grid->look = GRID_TILES;
	grid->caption = overview_headline(draft);
	grid->measure = lights_measure(draft);
	add_light(draft, grid, LIGHT_RED);
	add_light(draft, grid, LIGHT_YELLOW);
	add_light(draft, grid, LIGHT_GREEN);
	add_light(draft, grid, LIGHT_GREY);
	return grid;
}

/* clang-format off */
static const struct table_column movement_column[] = {
	COLUMN_SET("better", VALUE_COUNT, 0),
	COLUMN_SET("worse", VALUE_COUNT, 0),
	COLUMN_SET("same", VALUE_COUNT, 0),
	COLUMN_SET("returned", VALUE_COUNT, 0),
	COLUMN_SET("unreported", VALUE_COUNT, 0),
	COLUMN_SET("new", VALUE_COUNT, 0),
};
/* clang-format on */

static const struct table_shape movement_shape =
    TABLE_SHAPE("movement", movement_column);

static void
add_change(const struct draft *draft, struct grid *grid, enum change change)
{
	struct grid_cell *cell = table_cell(grid, change_id(change));

	cell->value = value_count(programme(draft)->change[change]);
	table_derive(draft->arena, cell, "portfolio", "change",
	    value_text(label_of(
		wording_labels(draft->facts), "change", change_id(change))));
}

/* Who went forwards and who back; or that there is nothing to compare with. */
static const char *
movement_caption(const struct draft *draft)
{
	const struct moment *before = wording_before(draft->facts);
	const int *change = programme(draft)->change;
	struct value values[3];

	if (before == NULL)
		return wording(draft->facts, "overview.movement.first");
	values[0] = value_count(change[CHANGE_BETTER]);
	values[1] = value_count(change[CHANGE_WORSE]);
	values[2] = value_text(
	    wording_month(draft->arena, draft->facts, before->month));
	return say(
	    draft, "overview.movement", change[CHANGE_BETTER], values, 3);
}

/* All of it in a line; nothing in the first month. */
const char *
overview_movement_line(const struct draft *draft)
{
	static const enum change order[] = {CHANGE_BETTER, CHANGE_WORSE,
	    CHANGE_SAME, CHANGE_RETURNED, CHANGE_UNREPORTED, CHANGE_NEW};
	const struct moment *before = wording_before(draft->facts);
	struct value values[1 + CHANGES];
	size_t i;

	if (before == NULL)
		return NULL;
	values[0] = value_text(
	    wording_month(draft->arena, draft->facts, before->month));
	for (i = 0; i < CHANGES; i++)
		values[1 + i] = value_count(programme(draft)->change[order[i]]);
	return say(draft, "overview.movement.line", programme(draft)->n, values,
	    1 + CHANGES);
}

struct grid *
overview_movement(const struct draft *draft)
{
	struct value points;
	struct grid *grid;
	int change;

	points = value_number(
	    draft->facts->model->threshold[THRESHOLD_CHANGE_POINTS]);
	grid = table_new(draft->arena, draft->facts, &movement_shape);
	grid->caption = movement_caption(draft);
	if (wording_before(draft->facts) == NULL)
		return grid;
	grid->measure = say(draft, "overview.movement.measure",
	    programme(draft)->n, &points, 1);
	grid_add_row(draft->arena, grid);
	for (change = 0; change < CHANGES; change++)
		add_change(draft, grid, (enum change)change);
	return grid;
}

/* clang-format off */
static const struct table_column phase_column[] = {
	COLUMN_SET("phase", VALUE_TEXT, GRID_HEAD),
	COLUMN_SUM("count", VALUE_COUNT, 0),
	COLUMN_SUM("red", VALUE_COUNT, 0),
	COLUMN_SUM("yellow", VALUE_COUNT, 0),
	COLUMN_SUM("green", VALUE_COUNT, 0),
	COLUMN_SUM("grey", VALUE_COUNT, 0),
	COLUMN_SUM("go", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SUM("go_conditional", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SUM("no_go", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("mean_progress", VALUE_PERCENT, GRID_DETAIL),
	COLUMN_SET("progress_n", VALUE_COUNT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape phase_shape =
    TABLE_SHAPE("phases", phase_column);

/* What is counted of the rollouts in one phase. */
struct phase_count {
	int light[4];
	int recommendation[4]; /* where the gate is near */
};

static struct phase_count
count_phase(const struct facts *facts, int phase)
{
	struct phase_count count = {{0}, {0}};
	const struct rollout_figures *r;
	size_t i;

	for (i = 0; i < facts->portfolio->nrollout; i++) {
		r = &facts->figures->rollout[i];
		if (r->parked || r->phase != phase)
			continue;
		count.light[r->overall]++;
		if (r->gate_near)
			count.recommendation[r->recommendation]++;
	}
	return count;
}

static void
add_phase(const struct draft *draft, struct grid *grid, int phase)
{
	static const char *const light[] = {"green", "yellow", "red", "grey"};
	const struct rollup *all = programme(draft);
	struct phase_count count = count_phase(draft->facts, phase);
	struct value name = value_text(wording_phase(draft->facts, phase));
	int i;

	grid_add_row(draft->arena, grid);
	table_set(grid, "phase", name);
	table_set(grid, "count", value_count(all->phase[phase]));
	table_derive(draft->arena, table_cell(grid, "count"), "portfolio",
	    "phase", name);
	for (i = LIGHT_GREEN; i <= LIGHT_GREY; i++)
		table_set(grid, light[i], value_count(count.light[i]));
	if ((size_t)phase == draft->facts->model->nphase)
		return;
	for (i = RECOMMEND_GO; i <= RECOMMEND_NO_GO; i++)
		table_set(grid, recommendation_id((enum recommendation)i),
		    value_count(count.recommendation[i]));
	table_set(
	    grid, "mean_progress", value_percent(all->mean_progress[phase]));
	table_set(grid, "progress_n", value_count(all->progress_n[phase]));
}

/* "Flest er i Forberedelse: 143 af 365": the fullest phase, or phases. */
static const char *
phase_finding(const struct draft *draft, const char *key)
{
	const struct rollup *all = programme(draft);
	size_t nphase = draft->facts->model->nphase, n = 0, i;
	struct value values[3];
	const char *names = NULL, *name;
	int most = 0;

	for (i = 0; i <= nphase; i++)
		if (all->phase[i] > most)
			most = all->phase[i];
	for (i = 0; i <= nphase; i++) {
		if (all->phase[i] != most)
			continue;
		name = wording_phase(draft->facts, (int)i);
		names = n++ == 0
		    ? name
		    : arena_printf(draft->arena, "%s, %s", names, name);
	}
	values[0] = value_count(most);
	values[1] = value_count(all->n);
	values[2] = value_text(names);
	if (most > 0 && n > 1)
		key = arena_printf(draft->arena, "%s.level", key);
	return say(draft, key, most, values, 3);
}

struct grid *
overview_phases(const struct draft *draft)
{
	const struct model *model = draft->facts->model;
	const struct rollup *all = programme(draft);
	struct value n = value_count(all->n);
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &phase_shape);
	grid->caption = phase_finding(draft, "overview.phases");
	grid->measure = say(draft, "overview.phases.measure", all->n, &n, 1);
	for (i = 0; i <= model->nphase; i++)
		add_phase(draft, grid, (int)i);
	return grid;
}

/* "Rødt fylder mest i Ibrugtagning: 12 af 42" */
static const char *
reddest_phase(const struct draft *draft)
{
	const struct rollup *all = programme(draft);
	size_t nphase = draft->facts->model->nphase, i;
	struct value values[3];
	double share, most = 0;
	int red;

	for (i = 0; i <= nphase; i++) {
		red = count_phase(draft->facts, (int)i).light[LIGHT_RED];
		share = red == 0 ? 0 : (double)red / all->phase[i];
		if (share <= most)
			continue;
		most = share;
		values[0] = value_count(red);
		values[1] = value_count(all->phase[i]);
		values[2] = value_text(wording_phase(draft->facts, (int)i));
	}
	if (most <= 0)
		return wording(draft->facts, "chart.phases.none");
	return say(draft, "chart.phases", 0, values, 3);
}

struct chart *
overview_phase_chart(const struct draft *draft, const struct grid *phases)
{
	static const struct chart_series series[] = {
	    {"red", TONE_RED},
	    {"yellow", TONE_YELLOW},
	    {"green", TONE_GREEN},
	    {"grey", TONE_GREY},
	};
	struct chart *chart;

	if (programme(draft)->n == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "phases-by-light";
	chart->type = CHART_STACKED_BAR;
	chart->title = reddest_phase(draft);
	chart->measure = wording(draft->facts, "chart.phases.measure");
	chart->description = phase_finding(draft, "chart.phases.description");
	chart->unit = wording(draft->facts, "chart.phases.unit");
	chart->grid = phases;
	chart->category = "phase";
	chart->series = series;
	chart->nseries = sizeof(series) / sizeof(series[0]);
	return chart;
}
