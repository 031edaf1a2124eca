#include <stdio.h>

#include "base/arena.h"
#include "command/answer.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/terminal.h"
#include "report/answer.h"

/* Returns false after saying what is missing. */
static bool
read_months(const struct options *options, month *when)
{
	size_t i;

	if (options->noperand < 3) {
		fputs("parathed: diff needs two months; see "
		      "'parathed diff --help'\n",
		    stderr);
		return false;
	}
	for (i = 0; i < 2; i++) {
		when[i] = month_parse(options->operand[1 + i]);
		if (when[i] != MONTH_NONE)
			continue;
		fprintf(stderr,
		    "parathed: diff takes a month as 2015-03, not '%s'; see "
		    "'parathed diff --help'\n",
		    options->operand[1 + i]);
		return false;
	}
	return true;
}

/* The values asked for are replaced by the register's: each month its own. */
static int
gather(struct arena *arena, struct diag *diag, const struct options *options,
    month when, struct gathering *g)
{
	struct options one = *options;
	size_t by, i;

	one.month = when;
	for (by = 0; by < SELECT_BYS; by++) {
		one.selection.value[by] =
		    arena_array(arena, options->selection.count[by] + 1,
			sizeof(*one.selection.value[by]));
		for (i = 0; i < options->selection.count[by]; i++)
			one.selection.value[by][i] =
			    options->selection.value[by][i];
	}
	if (facts_gather(arena, diag, &one, true, g) == -1)
		return -1;
	return g->facts.templates == NULL ? -1 : 0;
}

int
command_diff(struct arena *arena, const struct options *options)
{
	struct diag *diag[2] = {NULL, NULL};
	struct gathering *g = arena_array(arena, 2, sizeof(*g));
	month when[2];
	size_t i;

	if (!answer_is_clear(options) || !read_months(options, when))
		return EXIT_USAGE;
	for (i = 0; i < 2; i++) {
		diag[i] = facts_diag(arena, options);
		if (gather(arena, diag[i], options, when[i], &g[i]) == -1)
			return answer_refused(diag[i], options);
	}
	if (options->csv || options->json)
		answer_grid(
		    diff_rows(arena, &g[0].facts, &g[1].facts), options);
	else
		answer_words(
		    diff_document(arena, &g[0].facts, &g[1].facts), options);
	terminal_set_aside(diag[1], stderr, options);
	return facts_status(diag[1]);
}
