#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "command/answer.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/terminal.h"
#include "report/answer.h"
#include "report/data.h"

/* The column asked for; false after saying that there is no such. */
static bool
find_figure(struct arena *arena, const char *name, size_t *figure)
{
	const struct data_shape *shape = data_rollout_shape();
	const char **known = arena_array(arena, shape->ncolumn, sizeof(*known));

	for (*figure = 0; *figure < shape->ncolumn; ++*figure) {
		if (strcmp(shape->column[*figure].id, name) == 0)
			return true;
		known[*figure] = shape->column[*figure].id;
	}
	options_unknown(arena, "figure", name, known, shape->ncolumn);
	return false;
}

static void
select_one(struct arena *arena, struct options *options, enum select_by by,
    const char *value)
{
	struct selection *s = &options->selection;

	s->value[by] = arena_grow(arena, s->value[by], s->count[by],
	    &s->cap[by], sizeof(*s->value[by]));
	s->value[by][s->count[by]++] = value;
}

static void
print(struct arena *arena, const struct facts *facts,
    const struct options *options, size_t figure)
{
	if (options->csv || options->json)
		answer_grid(explain_rows(arena, facts, 0, figure), options);
	else
		answer_words(
		    explain_document(arena, facts, 0, figure), options);
}

int
explain_rollout(struct arena *arena, const struct options *options)
{
	struct diag *diag = facts_diag(arena, options);
	struct options one = *options;
	struct gathering g;
	size_t figure = EXPLAIN_ALL;

	if (options->noperand < 3) {
		fputs("parathed: explain needs a municipality and a solution; "
		      "see 'parathed explain --help'\n",
		    stderr);
		return EXIT_USAGE;
	}
	if (!answer_is_clear(options) ||
	    (options->noperand > 3 &&
		!find_figure(arena, options->operand[3], &figure)))
		return EXIT_USAGE;
	select_one(arena, &one, SELECT_MUNICIPALITY, options->operand[1]);
	select_one(arena, &one, SELECT_SOLUTION, options->operand[2]);
	if (facts_gather(arena, diag, &one, true, &g) == -1 ||
	    g.facts.templates == NULL)
		return answer_refused(diag, options);
	print(arena, &g.facts, options, figure);
	terminal_set_aside(diag, stderr, options);
	return facts_status(diag);
}
