/*
 * Rule 14 as formulas over the sheets of input, each beside what the figures
 * say: the register follows what is typed there.
 */
#include "base/arena.h"
#include "base/num.h"
#include "doc/formula.h"
#include "doc/labels.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/wording.h"

/* What the formulas of a row are made of. */
struct live {
	const struct draft *draft;
	struct arena *arena;
	struct grid *grid;
	const struct grid *sheet, *readings, *known, *as_of;
	const struct benefit_item *item;
	size_t row;
};

static const struct formula *
two(const struct live *l, enum formula_op op, const struct formula *a,
    const struct formula *b)
{
	return formula_make(l->arena, op, a, b, NULL);
}

static const struct formula *
choose(const struct live *l, const struct formula *condition,
    const struct formula *then, const struct formula *otherwise)
{
	return formula_make(l->arena, FORMULA_IF, condition, then, otherwise);
}

static const struct formula *
given(const struct live *l, const struct formula *f)
{
	return formula_make(l->arena, FORMULA_GIVEN, f, NULL, NULL);
}

static const struct formula *
none(const struct live *l)
{
	return formula_constant(l->arena, value_none());
}

static const struct formula *
number(const struct live *l, double value)
{
	return formula_number(l->arena, value);
}

/* A cell of the sheet of benefits; one of the register's own row. */
static const struct formula *
typed(const struct live *l, const char *column)
{
	return formula_cell(l->arena, l->sheet, l->row, column);
}

static const struct formula *
own(const struct live *l, const char *column)
{
	return formula_cell(l->arena, l->grid, l->row, column);
}

static const struct formula *
as_of(const struct live *l)
{
	return formula_cell(l->arena, l->as_of, 0, "value");
}

static const struct formula *
clamped(const struct live *l, const struct formula *f, double high)
{
	return two(l, FORMULA_SMALLER, two(l, FORMULA_LARGER, f, number(l, 0)),
	    number(l, high));
}

static void
set(const struct live *l, const char *column, const struct formula *formula)
{
	int at = grid_column_find(l->grid, column);

	l->grid->cell[l->row * l->grid->ncolumn + (size_t)at].formula = formula;
}

static const struct formula *
start_of(const struct live *l)
{
	return choose(l, given(l, typed(l, "realisation_start")),
	    typed(l, "realisation_start"), typed(l, "baseline_date"));
}

/* Over the readings of one of the sheets: its own, up to a day or of one. */
static const struct formula *
over(const struct live *l, enum formula_op op, const struct grid *sheet,
    const char *column, enum formula_test test, const struct formula *date)
{
	const struct formula_where where[] = {
	    {"benefit_id", TEST_EQUAL, typed(l, "benefit_id")},
	    {"solution", TEST_EQUAL, typed(l, "solution")},
	    {"date", test, date},
	    {"value", TEST_GIVEN, NULL},
	};

	return formula_rows(l->arena, op, sheet, column, where, 4);
}

static const struct formula *
newest_on(const struct live *l, const struct grid *sheet)
{
	return over(l, FORMULA_MAX, sheet, "date", TEST_AT_MOST, as_of(l));
}

/* The newest reading up to the day that is computed for. */
static void
set_latest_date(const struct live *l)
{
	const struct formula *typed_in = newest_on(l, l->readings), *before;

	if (l->known == NULL) {
		set(l, "latest_date", typed_in);
		return;
	}
	before = newest_on(l, l->known);
	set(l, "latest_date",
	    choose(l, given(l, typed_in),
		choose(l, given(l, before),
		    two(l, FORMULA_LARGER, typed_in, before), typed_in),
		before));
}

/*
 * What the newest reading says: of several on one day the last row's, as when
 * the input is read; what is typed comes after what is known.
 */
static const struct formula *
of_latest(const struct live *l, const char *column)
{
	const struct formula *date = own(l, "latest_date"), *typed_in;

	typed_in = over(l, FORMULA_LAST, l->readings, column, TEST_EQUAL, date);
	if (l->known == NULL)
		return typed_in;
	return choose(l,
	    two(l, FORMULA_AT_MOST, number(l, 1),
		over(l, FORMULA_COUNT, l->readings, NULL, TEST_EQUAL, date)),
	    typed_in,
	    over(l, FORMULA_LAST, l->known, column, TEST_EQUAL, date));
}

static void
set_latest(const struct live *l)
{
	set_latest_date(l);
	set(l, "latest",
	    choose(l, given(l, own(l, "latest_date")), of_latest(l, "value"),
		none(l)));
}

/* The word of input in the reader's words. */
static void
set_attribution(const struct live *l)
{
	const struct facts *facts = l->draft->facts;
	const struct formula *said = of_latest(l, "attribution");
	const struct formula *shown = formula_text(l->arena, "");
	size_t i = word_count(word_attribution);
	const struct value *value;

	value = &l->grid
		     ->cell[l->row * l->grid->ncolumn +
			 (size_t)grid_column_find(l->grid, "attribution")]
		     .value;
	if (value->type == VALUE_NONE)
		shown = none(l);
	while (i-- > 0)
		shown = choose(l,
		    two(l, FORMULA_EQUAL, said,
			formula_text(l->arena,
			    benefits_word(l->draft, word_attribution, (int)i))),
		    formula_text(l->arena,
			label_of(wording_labels(facts), "attribution",
			    word_attribution[i].id)),
		    shown);
	set(l, "attribution", shown);
}

/* So many months after the newest reading, or after it should begin. */
static void
set_next(const struct live *l)
{
	set(l, "next_reading",
	    two(l, FORMULA_MONTHS,
		choose(l, given(l, own(l, "latest_date")),
		    own(l, "latest_date"), start_of(l)),
		typed(l, "frequency")));
}

/* Percent of the way from baseline to a target. */
static const struct formula *
fraction(const struct live *l, const struct formula *target)
{
	const struct formula *baseline = typed(l, "baseline");

	return two(l, FORMULA_DIVIDE,
	    two(l, FORMULA_MULTIPLY, number(l, 100),
		two(l, FORMULA_SUBTRACT, own(l, "latest"), baseline)),
	    two(l, FORMULA_SUBTRACT, target, baseline));
}

static const struct formula *
planned_share(const struct live *l)
{
	const struct formula *start = start_of(l), *share;
	const struct formula *end = typed(l, "target_date");

	share = two(l, FORMULA_DIVIDE,
	    two(l, FORMULA_MULTIPLY, number(l, 100),
		two(l, FORMULA_SUBTRACT, as_of(l), start)),
	    two(l, FORMULA_SUBTRACT, end, start));
	return choose(l, two(l, FORMULA_AT_MOST, end, start), none(l),
	    clamped(l, share, 100));
}

static const struct formula *
state(const struct live *l, enum benefit_state s)
{
	return formula_text(l->arena,
	    label_of(wording_labels(l->draft->facts), "benefit_state",
		benefit_state_id(s)));
}

static const struct formula *
light(const struct live *l, enum tone tone)
{
	return formula_constant(l->arena, value_light(tone));
}

/* Is so much of what is planned realised? */
static const struct formula *
reaches(const struct live *l, enum threshold limit)
{
	return two(l, FORMULA_AT_MOST,
	    two(l, FORMULA_MULTIPLY,
		number(l, l->draft->facts->model->threshold[limit]),
		own(l, "planned_share")),
	    own(l, "fraction"));
}

static const struct formula *
status(const struct live *l)
{
	const struct formula *judged, *measured, *due;

	judged =
	    choose(l, reaches(l, THRESHOLD_BENEFIT_GREEN), light(l, TONE_GREEN),
		choose(l, reaches(l, THRESHOLD_BENEFIT_YELLOW),
		    light(l, TONE_YELLOW), light(l, TONE_RED)));
	measured = state(l, BENEFIT_MEASURED);
	if (!l->item->figures->benefit->disbenefit)
		measured = choose(l, given(l, own(l, "fraction")),
		    choose(
			l, given(l, own(l, "planned_share")), judged, measured),
		    measured);
	due = choose(l, given(l, own(l, "latest")), measured,
	    state(l, BENEFIT_NOT_MEASURED));
	return choose(l, given(l, own(l, "planned_share")),
	    choose(l,
		two(l, FORMULA_AT_MOST, own(l, "planned_share"), number(l, 0)),
		state(l, BENEFIT_NOT_DUE), due),
	    due);
}

/* A value in kroner times a share in percent. */
static const struct formula *
part(const struct live *l, const char *value, const struct formula *share)
{
	return two(l, FORMULA_DIVIDE,
	    two(l, FORMULA_MULTIPLY, typed(l, value), share), number(l, 100));
}

static void
set_row(const struct live *l)
{
	const struct formula *done = clamped(l, own(l, "fraction"), 100);

	set_latest(l);
	set_attribution(l);
	set_next(l);
	set(l, "baseline", typed(l, "baseline"));
	set(l, "target", typed(l, "target"));
	set(l, "fraction", fraction(l, typed(l, "target")));
	set(l, "fraction_original",
	    fraction(l,
		choose(l, given(l, typed(l, "original_target")),
		    typed(l, "original_target"), typed(l, "target"))));
	set(l, "planned_share", planned_share(l));
	set(l, "of_plan",
	    two(l, FORMULA_DIVIDE,
		two(l, FORMULA_MULTIPLY, number(l, 100), own(l, "fraction")),
		own(l, "planned_share")));
	set(l, "status", status(l));
	set(l, "planned", part(l, "annual_value", own(l, "planned_share")));
	set(l, "realised", part(l, "annual_value", done));
	set(l, "realised_low", part(l, "annual_value_low", done));
	set(l, "realised_high", part(l, "annual_value_high", done));
}

void
benefits_live(const struct draft *draft, struct grid *grid,
    const struct benefit_items *items)
{
	struct live l = {.draft = draft,
	    .arena = draft->arena,
	    .grid = grid,
	    .sheet = placeholder_table(draft, "sheet: benefits"),
	    .readings = placeholder_table(draft, "sheet: measurements"),
	    .known = placeholder_table(draft, "sheet: known"),
	    .as_of = placeholder_table(draft, "table: as_of")};

	for (l.row = 0; l.row < items->n; l.row++) {
		l.item = &items->item[l.row];
		set_row(&l);
	}
}
