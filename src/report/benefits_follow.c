/*
 * What is to be done: readings that are late, actions, prerequisites that are
 * open, and what each benefit is worth.
 */
#include "base/arena.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/benefits.h"
#include "report/local.h"
#include "report/wording.h"

#define PAGE_ROWS 30

static const struct benefit_figures *
figures_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_latest_date(const struct data_row *row)
{
	const struct measurement *m = figures_of(row)->latest;

	return m == NULL ? value_none() : value_day(m->date);
}

#define GET(name, make, member)                                \
	static struct value name(const struct data_row *row)   \
	{                                                      \
		return make(figures_of(row)->benefit->member); \
	}

/* clang-format off */
GET(get_frequency, value_number, frequency)
GET(get_deviation, value_text, deviation)
GET(get_action, value_text, action)
GET(get_action_due, value_day, action_due)
GET(get_low, value_money, annual_low)
GET(get_annual, value_money, annual)
GET(get_high, value_money, annual_high)
/* clang-format on */

/* A disbenefit says so in the place of its type. */
static struct value
get_type(const struct data_row *row)
{
	const struct benefit *b = figures_of(row)->benefit;
	const char *type = b->type == WORD_NONE
	    ? wording(row->facts, "benefit_type.none")
	    : label_of(wording_labels(row->facts), "benefit_type",
		  word_benefit_type[b->type].id);

	if (!b->disbenefit)
		return value_text(type);
	return value_text(arena_printf(row->arena, "%s (%s)",
	    wording(row->facts, "benefits.is_disbenefit"), type));
}

static struct value
get_claimed(const struct data_row *row)
{
	return figures_of(row)->claimed_early
	    ? value_text(wording(row->facts, "benefits.claimed"))
	    : value_none();
}

/* clang-format off */
#define AT(id, type, member, flags) \
	{ { id, type, offsetof(struct benefit_figures, member), NULL }, \
	    flags, TOTAL_NONE }

static const struct table_column behind_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality,
	    GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name, GRID_WRAP),
	COLUMN_GET("status", VALUE_TEXT, benefits_status, 0),
	COLUMN_GET("fraction", VALUE_PERCENT, benefits_fraction, 0),
	COLUMN_GET("planned_share", VALUE_PERCENT, benefits_planned_share, 0),
	COLUMN_GET("latest_date", VALUE_DAY, get_latest_date, 0),
	COLUMN_GET("owner", VALUE_TEXT, benefits_owner, 0),
};

static const struct table_column late_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality,
	    GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name, GRID_WRAP),
	COLUMN_GET("latest_date", VALUE_DAY, get_latest_date, 0),
	COLUMN_GET("frequency", VALUE_NUMBER, get_frequency, 0),
	AT("next_reading", VALUE_DAY, next_reading, 0),
	AT("days_late", VALUE_COUNT, days_late, 0),
	COLUMN_GET("owner", VALUE_TEXT, benefits_owner, 0),
};

static const struct table_column action_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality,
	    GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name, GRID_WRAP),
	COLUMN_GET("status", VALUE_TEXT, benefits_status, 0),
	COLUMN_GET("benefit_deviation", VALUE_TEXT, get_deviation, GRID_WRAP),
	COLUMN_GET("action", VALUE_TEXT, get_action, GRID_WRAP),
	COLUMN_GET("action_due", VALUE_DAY, get_action_due, 0),
	COLUMN_GET("owner", VALUE_TEXT, benefits_owner, 0),
};

static const struct table_column open_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality,
	    GRID_HEAD),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name, GRID_WRAP),
	COLUMN_GET("prerequisites", VALUE_TEXT,
	    benefits_prerequisites_open, GRID_WRAP),
	COLUMN_GET("claimed", VALUE_TEXT, get_claimed, GRID_WRAP),
	AT("realised", VALUE_MONEY, realised, 0),
};

static const struct table_column worth_column[] = {
	COLUMN_GET("municipality", VALUE_TEXT, benefits_municipality, 0),
	COLUMN_GET("solution", VALUE_TEXT, benefits_solution, 0),
	COLUMN_GET("benefit", VALUE_TEXT, benefits_name,
	    GRID_HEAD | GRID_WRAP),
	COLUMN_GET("type", VALUE_TEXT, get_type, GRID_DETAIL),
	COLUMN_GET("annual_low", VALUE_MONEY, get_low, 0),
	COLUMN_GET("annual", VALUE_MONEY, get_annual, 0),
	COLUMN_GET("annual_high", VALUE_MONEY, get_high, 0),
	AT("planned", VALUE_MONEY, planned, 0),
	AT("realised", VALUE_MONEY, realised, 0),
	AT("realised_low", VALUE_MONEY, realised_low, GRID_DETAIL),
	AT("realised_high", VALUE_MONEY, realised_high, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape behind_shape =
    TABLE_SHAPE("benefit_behind", behind_column);
static const struct table_shape late_shape =
    TABLE_SHAPE("benefit_late", late_column);
static const struct table_shape action_shape =
    TABLE_SHAPE("benefit_actions", action_column);
static const struct table_shape open_shape =
    TABLE_SHAPE("benefit_open", open_column);
static const struct table_shape worth_shape =
    TABLE_SHAPE("benefit_worth", worth_column);

/* "benefits.<key>" with their number, and ".measure" if there are any. */
static struct grid *
list(const struct draft *draft, const struct table_shape *shape,
    enum benefits_names names, const char *key, enum benefit_choice choice,
    enum benefit_order order)
{
	struct benefit_items items = benefit_items(draft, choice, order);
	struct value n = value_count((int64_t)items.n);
	struct benefits_table t;
	size_t i;

	benefits_begin(&t, draft, shape, names);
	t.grid->caption = benefits_say(draft, key, n.as.count, &n, 1);
	if (items.n > 0)
		t.grid->measure = wording(draft->facts,
		    arena_printf(draft->arena, "%s.measure", key));
	t.grid->page_rows = PAGE_ROWS;
	for (i = 0; i < items.n; i++) {
		benefits_add(&t, &items.item[i]);
		if (items.item[i].figures->benefit->disbenefit)
			table_cell(t.grid, "benefit")->note =
			    wording(draft->facts, "benefits.is_disbenefit");
	}
	return t.grid;
}

struct grid *
benefits_behind(const struct draft *draft)
{
	return list(draft, &behind_shape, BENEFITS_OWNER, "benefits.below",
	    BENEFIT_BEHIND, BENEFIT_BY_URGENCY);
}

struct grid *
benefits_late(const struct draft *draft)
{
	return list(draft, &late_shape, BENEFITS_OWNER, "benefits.late",
	    BENEFIT_LATE, BENEFIT_BY_DELAY);
}

struct grid *
benefits_actions(const struct draft *draft)
{
	return list(draft, &action_shape, BENEFITS_OWNER, "benefits.actions",
	    BENEFIT_ACTION, BENEFIT_BY_URGENCY);
}

struct grid *
benefits_open(const struct draft *draft)
{
	return list(draft, &open_shape, BENEFITS_NAMELESS, "benefits.open",
	    BENEFIT_OPEN, BENEFIT_BY_REALISED);
}

struct grid *
benefits_worth(const struct draft *draft)
{
	return list(draft, &worth_shape, BENEFITS_NAMELESS, "benefits.worth",
	    BENEFIT_WORTH, BENEFIT_BY_PLACE);
}

/* Something is claimed though what it builds on isn't done. */
void
benefits_warning(const struct draft *draft, struct node *parent)
{
	int early = benefits_totals(draft)->benefit.claimed_early;
	struct value n = value_count(early);
	struct node *note;

	if (early == 0)
		return;
	note = node_add(draft->arena, parent, DOC_NOTE);
	note->as.note = wording(draft->facts, "benefits.warning");
	node_add_paragraph(draft->arena, note,
	    benefits_say(draft, "benefits.warning.text", early, &n, 1));
}
