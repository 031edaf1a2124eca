/*
 * Risici: the matrix before and after what is done about them, and the worst.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/labels.h"
#include "report/columns.h"
#include "report/management.h"
#include "report/table.h"
#include "report/who.h"
#include "report/wording.h"

#define RISKS_SHOWN 20 /* on the page; a row is several lines high */

/* As the light of a risk with that score (rule 11). */
static enum tone
tone_of(const struct facts *facts, int score)
{
	const double *threshold = facts->model->threshold;

	if (score >= threshold[THRESHOLD_RISK_RED])
		return TONE_RED;
	return score >= threshold[THRESHOLD_RISK_YELLOW] ? TONE_YELLOW
							 : TONE_GREEN;
}

static struct grid *
matrix_grid(const struct draft *draft, const char *id)
{
	struct columns c;
	const char *impact;
	int i;

	columns_begin(&c, draft, id, RISK_SCALE + 1);
	columns_add(&c, "probability", VALUE_TEXT, GRID_HEAD);
	for (i = 1; i <= RISK_SCALE; i++) {
		impact = arena_printf(draft->arena, "%d", i);
		columns_add_item(
		    &c, "impact", impact, impact, VALUE_COUNT, GRID_HEAT);
	}
	return columns_grid(&c);
}

/* Probable ones above, grave ones to the right; no number where there is no
 * risk. */
static struct grid *
matrix(const struct draft *draft, const char *id,
    const int count[RISK_SCALE][RISK_SCALE])
{
	struct grid *grid = matrix_grid(draft, id);
	struct grid_cell *cell;
	int p, i;

	for (p = RISK_SCALE; p >= 1; p--) {
		cell = grid_add_row(draft->arena, grid);
		cell->value = value_text(arena_printf(draft->arena, "%d", p));
		for (i = 1; i <= RISK_SCALE; i++) {
			if (count[p - 1][i - 1] > 0)
				cell[i].value =
				    value_count(count[p - 1][i - 1]);
			cell[i].tone = tone_of(draft->facts, p * i);
		}
	}
	return grid;
}

static const char *
counted(const struct draft *draft, const char *key, int n, int of)
{
	const struct value values[] = {value_count(n), value_count(of)};

	return wording_sentence(draft->arena, draft->facts, key, n, values, 2);
}

struct grid *
risks_before(const struct draft *draft)
{
	const struct risk_overview *o = &draft->facts->figures->risks;
	struct grid *grid = matrix(draft, "risks_before", o->before);

	grid->caption = counted(
	    draft, "risks_before.caption", o->red_before, (int)o->nrisk);
	grid->measure = wording(draft->facts, "risks_before.measure");
	return grid;
}

struct grid *
risks_after(const struct draft *draft)
{
	const struct risk_overview *o = &draft->facts->figures->risks;
	struct grid *grid = matrix(draft, "risks_after", o->after);

	grid->caption =
	    counted(draft, "risks_after.caption", o->red_after, (int)o->nrisk);
	grid->measure =
	    counted(draft, "risks_after.measure", o->reduced, (int)o->nrisk);
	return grid;
}

/* "Tiltag bringer de røde risici fra 31 til 12" */
static const char *
chart_title(const struct draft *draft)
{
	const struct risk_overview *o = &draft->facts->figures->risks;
	const struct value values[] = {
	    value_count(o->red_before), value_count(o->red_after)};
	const char *key = "chart.risks";

	if (o->red_before == o->red_after)
		key = "chart.risks.same";
	return wording_sentence(
	    draft->arena, draft->facts, key, o->red_after, values, 2);
}

struct chart *
risks_chart(const struct draft *draft, const struct grid *before)
{
	const struct facts *facts = draft->facts;
	struct chart *chart;

	if (facts->figures->risks.nrisk == 0)
		return NULL;
	chart = arena_alloc(draft->arena, sizeof(*chart));
	chart->id = "risk-matrix";
	chart->type = CHART_MATRIX;
	chart->title = chart_title(draft);
	chart->measure = counted(
	    draft, "chart.risks.measure", (int)facts->figures->risks.nrisk, 0);
	chart->description = wording(facts, "chart.risks.description");
	chart->grid = before;
	chart->after = placeholder_table(draft, "table: risks after");
	chart->category = "probability";
	chart->panel[0] = wording(facts, "chart.risks.before");
	chart->panel[1] = wording(facts, "chart.risks.after");
	chart->rise = wording(facts, "column.probability");
	chart->unit = wording(facts, "column.impact");
	return chart;
}

#define DEADLINE 9 /* its place */

/* clang-format off */
static const struct table_column column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("score", VALUE_COUNT, 0),
	COLUMN_SET("score_before", VALUE_COUNT, 0),
	/* Narrow ones first: the matrices stand above them on a sheet. */
	COLUMN_SET("probability", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("impact", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("risk", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("main_task", VALUE_TEXT, 0),
	COLUMN_SET("response", VALUE_TEXT, GRID_WRAP | GRID_SPARE),
	COLUMN_SET("deadline", VALUE_DAY, GRID_SPARE),
	COLUMN_SET("risk_id", VALUE_TEXT, GRID_DETAIL),
	COLUMN_SET("residual_probability", VALUE_COUNT, GRID_DETAIL),
	COLUMN_SET("residual_impact", VALUE_COUNT, GRID_DETAIL),
	/* The last: left out where management doesn't print names. */
	COLUMN_SET("owner", VALUE_TEXT, GRID_DETAIL),
};
/* clang-format on */

static bool
has_deadlines(const struct risk_overview *o)
{
	size_t i;

	for (i = 0; i < o->nrisk; i++)
		if (o->risk[i]->deadline != DAY_NONE)
			return true;
	return false;
}

/* Without names, and without an empty column of deadlines on the page. */
static struct table_shape
list_shape(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	struct table_shape shape = TABLE_SHAPE("risks", column);
	struct table_column *copy;

	if (!facts->model->names_in_management)
		shape.ncolumn--;
	if (has_deadlines(&facts->figures->risks))
		return shape;
	copy = arena_array(draft->arena, shape.ncolumn, sizeof(*copy));
	memcpy(copy, column, shape.ncolumn * sizeof(*copy));
	copy[DEADLINE].flags |= GRID_DETAIL;
	shape.column = copy;
	return shape;
}

/* Whose it is: a municipality's, a solution's, or the programme's. */
static void
set_bearer(const struct draft *draft, struct grid *grid, const struct risk *r)
{
	const struct facts *facts = draft->facts;

	if (r->rollout != -1) {
		who_set(draft, grid, &facts->figures->rollout[r->rollout]);
		return;
	}
	table_set(grid, "municipality",
	    value_text(wording(facts,
		r->solution == -1 ? "risks.programme" : "risks.solution")));
	if (r->solution != -1)
		table_set(grid, "solution",
		    value_text(facts->portfolio->solution[r->solution].id));
}

static struct value
given(int n)
{
	return n == 0 ? value_none() : value_count(n);
}

static void
set_numbers(struct grid *grid, const struct risk *r)
{
	table_set(grid, "score_before",
	    value_count((int64_t)r->probability * r->impact));
	table_set(grid, "probability", value_count(r->probability));
	table_set(grid, "impact", value_count(r->impact));
	table_set(grid, "residual_probability", given(r->residual_probability));
	table_set(grid, "residual_impact", given(r->residual_impact));
}

static void
add_risk(const struct draft *draft, struct grid *grid, const struct risk *r)
{
	const struct facts *facts = draft->facts;
	struct grid_cell *cell;

	grid_add_row(draft->arena, grid);
	set_bearer(draft, grid, r);
	cell = table_cell(grid, "risk");
	cell->value = value_text(r->text);
	cell->source = r->loc;
	cell = table_cell(grid, "score");
	cell->value = value_count(risk_score(r));
	cell->tone = tone_of(facts, risk_score(r));
	set_numbers(grid, r);
	if (r->main_task != -1)
		table_set(grid, "main_task",
		    value_text(wording_text(
			facts, &facts->model->task[r->main_task].name)));
	table_set(grid, "response", value_text(r->response));
	table_set(grid, "deadline", value_day(r->deadline));
	table_set(grid, "risk_id", value_text(r->id));
	if (facts->model->names_in_management)
		table_set(grid, "owner", value_text(r->owner));
}

struct grid *
risks_list(const struct draft *draft)
{
	const struct risk_overview *o = &draft->facts->figures->risks;
	struct table_shape shape = list_shape(draft);
	struct grid *grid;
	size_t i;

	grid = table_new(draft->arena, draft->facts, &shape);
	grid->caption = wording(draft->facts, "risks.caption");
	grid->measure =
	    counted(draft, "risks.measure", o->closed, (int)o->nrisk);
	grid->page_rows = RISKS_SHOWN;
	for (i = 0; i < o->nrisk; i++)
		add_risk(draft, grid, o->risk[i]);
	return grid;
}
