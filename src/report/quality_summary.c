/*
 * Data quality in a few numbers: the head of its document, and a section of
 * the management pack.
 */
#include "base/arena.h"
#include "doc/node.h"
#include "report/heading.h"
#include "report/quality.h"
#include "report/table.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column column[] = {
	COLUMN_SET("about", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("met_of", VALUE_TEXT, 0),
	COLUMN_SET("explanation", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("count", VALUE_COUNT, GRID_DETAIL),
};
/* clang-format on */

static const struct table_shape shape = TABLE_SHAPE("quality", column);

/* "quality.<id>" names it; ".value" and ".text" say it by the first value. */
static void
add(const struct draft *draft, struct grid *grid, const char *id,
    const struct value *values, size_t count)
{
	struct arena *arena = draft->arena;
	int64_t n = values[0].as.count;
	const char *key = arena_printf(arena, "quality.%s", id);

	grid_add_row(arena, grid);
	table_set(grid, "about", value_text(wording(draft->facts, key)));
	table_set(grid, "met_of",
	    value_text(wording_sentence(arena, draft->facts,
		arena_printf(arena, "%s.value", key), n, values, count)));
	table_set(grid, "explanation",
	    value_text(wording_sentence(arena, draft->facts,
		arena_printf(arena, "%s.text", key), n, values, count)));
	table_set(grid, "count", values[0]);
}

static int
count_missing(const struct facts *facts)
{
	int missing = 0;
	size_t i;

	for (i = 0; i < facts->portfolio->nrollout; i++)
		missing += quality_missing(&facts->figures->rollout[i]);
	return missing;
}

static void
add_missing(const struct draft *draft, struct grid *grid)
{
	struct value values[2];

	values[0] = value_count(count_missing(draft->facts));
	values[1] = value_count(draft->facts->figures->rollup[0].n);
	add(draft, grid, "missing", values, 2);
}

static void
add_age(const struct draft *draft, struct grid *grid)
{
	const struct data_age *age = &draft->facts->figures->age;
	struct value values[3];

	values[0] = value_count(age->total - age->count[0]);
	values[1] = value_count(age->total);
	values[2] = value_count(age->never);
	add(draft, grid, "age", values, 3);
}

static int64_t
count_level(
    const struct draft *draft, enum diag_level level, enum quality_when when)
{
	const struct quality_wish wish = {level, QUALITY_ANYBODY, when};

	return (int64_t)quality_count(draft, &wish);
}

static void
add_level(const struct draft *draft, struct grid *grid, const char *id,
    enum diag_level level)
{
	struct value values[2];

	values[0] = value_count(count_level(draft, level, QUALITY_ALWAYS));
	values[1] = value_count(count_level(draft, level, QUALITY_NOW));
	add(draft, grid, id, values, 2);
}

/* "10 rækker eller filer er sat til side; 22 af 390 ... ikke indberettet" */
const char *
quality_headline(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	int missing = count_missing(facts);
	int64_t aside = count_level(draft, DIAG_REJECT, QUALITY_ALWAYS);
	struct value values[2];
	const char *first;

	values[0] = value_count(missing);
	values[1] = value_count(facts->figures->rollup[0].n);
	first = wording_sentence(draft->arena, facts,
	    "quality.headline.missing", missing, values, 2);
	values[0] = value_count(aside);
	return arena_printf(draft->arena, "%s%s", first,
	    wording_sentence(draft->arena, facts, "quality.headline.aside",
		aside, values, 1));
}

struct grid *
quality_summary(const struct draft *draft)
{
	struct grid *grid;

	grid = table_new(draft->arena, draft->facts, &shape);
	grid->look = GRID_TILES;
	grid->caption = quality_headline(draft);
	grid->measure = wording(draft->facts, "quality.measure");
	add_missing(draft, grid);
	add_level(draft, grid, "set_aside", DIAG_REJECT);
	add_level(draft, grid, "warnings", DIAG_WARNING);
	add_age(draft, grid);
	return grid;
}

const char *
quality_letter(const struct draft *draft, int municipality)
{
	const struct slice slice = {SLICE_MUNICIPALITY, municipality};

	return report_link(draft->arena, draft->facts, heading_file(draft),
	    "quality", &slice, 0);
}

void
quality_link(const struct draft *draft, struct node *parent)
{
	const struct slice slice = {SLICE_PROGRAMME, 0};
	const struct facts *facts = draft->facts;
	struct node *line, *link;
	const char *url;

	url = report_link(
	    draft->arena, facts, heading_file(draft), "quality", &slice, 0);
	if (url == NULL)
		return;
	line = node_add_paragraph(
	    draft->arena, parent, wording(facts, "quality.link.before"));
	node_add_text(draft->arena, line, " ");
	link = node_add(draft->arena, line, DOC_LINK);
	link->as.link.url = node_text(draft->arena, url);
	node_add_text(draft->arena, link, wording(facts, "quality.link"));
}
