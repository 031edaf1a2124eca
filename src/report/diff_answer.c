/*
 * parathed diff: what differs, as rows for programs, and for people by
 * municipality: those that went backwards first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "report/answer.h"
#include "report/diff.h"
#include "report/selection.h"
#include "report/table.h"
#include "report/wording.h"

/* clang-format off */
static const struct table_column row_column[] = {
	COLUMN_SET("municipality", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("name", VALUE_TEXT, 0),
	COLUMN_SET("solution", VALUE_TEXT, 0),
	COLUMN_SET("aspect", VALUE_TEXT, 0),
	COLUMN_SET("item", VALUE_TEXT, 0),
	COLUMN_SET("before", VALUE_TEXT, 0),
	COLUMN_SET("after", VALUE_TEXT, 0),
	COLUMN_SET("direction", VALUE_TEXT, 0),
	COLUMN_SET("source", VALUE_TEXT, 0),
};

static const struct table_column word_column[] = {
	COLUMN_SET("solution", VALUE_TEXT, GRID_HEAD),
	COLUMN_SET("aspect", VALUE_TEXT, GRID_WRAP),
	COLUMN_SET("before", VALUE_TEXT, 0),
	COLUMN_SET("after", VALUE_TEXT, 0),
	COLUMN_SET("direction", VALUE_TEXT, 0),
};
/* clang-format on */

static const struct table_shape row_shape =
    TABLE_SHAPE("difference_rows", row_column);
static const struct table_shape word_shape =
    TABLE_SHAPE("differences", word_column);

static const char *
direction_id(enum direction direction)
{
	switch (direction) {
	case DIRECTION_BETTER:
		return "better";
	case DIRECTION_WORSE:
		return "worse";
	case DIRECTION_NONE:
		break;
	}
	return NULL;
}

struct grid *
diff_rows(
    struct arena *arena, const struct facts *then, const struct facts *now)
{
	const struct portfolio *p = now->portfolio;
	struct grid *grid = table_new(arena, now, &row_shape);
	struct difference_list list;
	const struct difference *d;
	size_t i;

	diff_collect(arena, then, now, &list);
	for (i = 0; i < list.n; i++) {
		d = &list.line[i];
		grid_add_row(arena, grid);
		table_set(grid, "municipality",
		    value_text(p->municipality[d->municipality].code_text));
		table_set(grid, "name",
		    value_text(p->municipality[d->municipality].name));
		table_set(
		    grid, "solution", value_text(p->solution[d->solution].id));
		table_set(grid, "aspect", value_text(d->aspect));
		table_set(grid, "item", value_text(d->item));
		table_set(grid, "before", d->before);
		table_set(grid, "after", d->after);
		table_set(
		    grid, "direction", value_text(direction_id(d->direction)));
		table_set(grid, "source", data_source(arena, &d->loc));
	}
	return grid;
}

/* In the reader's words. */
static struct value
in_words(const struct facts *facts, const struct difference *d,
    const struct value *value, bool told)
{
	const struct labels *labels = wording_labels(facts);
	int phase;

	if (value->type == VALUE_LIGHT && value->as.light == TONE_GREY && told)
		return value_text(label(labels, "light.unknown"));
	if (value->type == VALUE_NONE && strcmp(d->aspect, "criterion") == 0)
		return value_text(label(labels, "answer.unanswered"));
	if (value->type != VALUE_TEXT || d->words == NULL)
		return *value;
	if (strcmp(d->words, "phase") == 0) {
		phase = model_find_phase(facts->model, value->as.text);
		return value_text(wording_phase(
		    facts, phase == -1 ? (int)facts->model->nphase : phase));
	}
	return value_text(label_of(labels, d->words, value->as.text));
}

/* Whole percentages on paper: a change that can't be seen isn't told. */
static bool
is_seen(const struct facts *facts, const struct difference *d)
{
	struct buf x, y;
	bool seen;

	buf_init(&x);
	buf_init(&y);
	value_print(&x, &d->before, wording_labels(facts));
	value_print(&y, &d->after, wording_labels(facts));
	seen = strcmp(x.data, y.data) != 0;
	buf_release(&x);
	buf_release(&y);
	return seen;
}

static void
add_line(struct arena *arena, const struct facts *now, struct grid *grid,
    const struct difference *d, bool first)
{
	const char *aspect =
	    table_heading(arena, now, "differences", d->aspect);
	const char *direction = direction_id(d->direction);

	grid_add_row(arena, grid);
	if (first)
		table_set(grid, "solution",
		    value_text(now->portfolio->solution[d->solution].id));
	table_set(grid, "aspect",
	    value_text(d->item == NULL
		    ? aspect
		    : arena_printf(arena, "%s %s", aspect, d->item)));
	table_set(grid, "before", in_words(now, d, &d->before, d->told_before));
	table_set(grid, "after", in_words(now, d, &d->after, d->told_after));
	if (direction != NULL)
		table_set(grid, "direction",
		    value_text(
			label_of(wording_labels(now), "diff", direction)));
}

/* A municipality and the worst that happened to its rollouts. */
struct group {
	int municipality;
	int rank;
	enum change change;
	size_t first, n; /* lines */
};

/* In the order in which they are told. */
static int
rank_of(enum change change)
{
	static const int rank[CHANGES] = {
	    [CHANGE_WORSE] = 0,
	    [CHANGE_UNREPORTED] = 1,
	    [CHANGE_BETTER] = 2,
	    [CHANGE_RETURNED] = 3,
	    [CHANGE_NEW] = 4,
	    [CHANGE_SAME] = 5,
	};

	return rank[change];
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank - y->rank;
	return x->municipality - y->municipality;
}

/* What its rollouts did, the worst of it; of parked ones nothing. */
static void
judge(const struct facts *now, const struct difference_list *list,
    struct group *group)
{
	struct span span =
	    portfolio_rollouts_of(now->portfolio, group->municipality);
	size_t i;

	group->change = CHANGE_SAME;
	for (i = span.first; i < span.first + span.count; i++) {
		if (!now->figures->rollout[i].parked &&
		    rank_of(list->change[i]) < rank_of(group->change))
			group->change = list->change[i];
	}
	group->rank = rank_of(group->change);
}

static size_t
make_groups(const struct facts *now, const struct difference_list *list,
    struct group *group)
{
	size_t i, n = 0;

	for (i = 0; i < list->n; i++) {
		if (n == 0 ||
		    group[n - 1].municipality != list->line[i].municipality) {
			group[n] = (struct group){
			    .municipality = list->line[i].municipality,
			    .first = i};
			judge(now, list, &group[n++]);
		}
		group[n - 1].n++;
	}
	qsort(group, n, sizeof(*group), compare_groups);
	return n;
}

static void
add_group(struct arena *arena, const struct facts *now,
    const struct difference_list *list, const struct group *group,
    struct node *document)
{
	const struct municipality *m =
	    &now->portfolio->municipality[group->municipality];
	struct grid *grid = table_new(arena, now, &word_shape);
	const struct difference *d;
	struct node *section;
	int solution = -1;
	size_t i;

	for (i = 0; i < group->n; i++) {
		d = &list->line[group->first + i];
		if (!is_seen(now, d))
			continue;
		add_line(arena, now, grid, d, d->solution != solution);
		solution = d->solution;
	}
	if (grid->nrow == 0)
		return;
	section = node_add_section(arena, document,
	    arena_printf(arena, "%s (%s): %s", m->name, m->code_text,
		label_of(
		    wording_labels(now), "change", change_id(group->change))),
	    0);
	node_add_grid(arena, section, grid);
}

static void
add_summary(struct arena *arena, const struct facts *now,
    const struct difference_list *list, struct node *document)
{
	static const struct {
		const char *key;
		enum change change;
	} part[] = {
	    {"diff.count.worse", CHANGE_WORSE},
	    {"diff.count.better", CHANGE_BETTER},
	    {"diff.count.same", CHANGE_SAME},
	    {"diff.count.unreported", CHANGE_UNREPORTED},
	    {"diff.count.returned", CHANGE_RETURNED},
	    {"diff.count.new", CHANGE_NEW},
	};
	struct value value[2] = {
	    value_count(list->phases), value_count(list->parked)};
	struct node *paragraph = node_add(arena, document, DOC_PARAGRAPH);
	struct value n;
	size_t i;

	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		n = value_count(list->count[part[i].change]);
		if (n.as.count > 0)
			node_add_text(arena, paragraph,
			    arena_printf(arena, "%s ",
				wording_sentence(arena, now, part[i].key,
				    n.as.count, &n, 1)));
	}
	node_add_text(arena, paragraph,
	    wording_sentence(
		arena, now, "diff.phases", list->phases, value, 1));
	if (list->parked > 0)
		node_add_text(arena, paragraph,
		    arena_printf(arena, " %s",
			wording_sentence(arena, now, "diff.parked",
			    list->parked, &value[1], 1)));
}

struct node *
diff_document(
    struct arena *arena, const struct facts *then, const struct facts *now)
{
	const struct value values[] = {value_text(wording_month(arena, then,
					   then->portfolio->report_month)),
	    value_text(
		wording_month(arena, now, now->portfolio->report_month))};
	struct node *document = answer_document(arena, now,
	    wording_sentence(arena, now, "diff.title", 0, values, 2),
	    selection_words(arena, now));
	struct difference_list list;
	struct group *group;
	size_t i, n;

	diff_collect(arena, then, now, &list);
	add_summary(arena, now, &list, document);
	group = arena_array(arena, list.n + 1, sizeof(*group));
	n = make_groups(now, &list, group);
	for (i = 0; i < n; i++)
		add_group(arena, now, &list, &group[i], document);
	return document;
}
