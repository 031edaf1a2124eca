#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "command/answer.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/terminal.h"
#include "report/answer.h"

/* The part asked for; false after saying that there is no such. */
static bool
find_part(struct arena *arena, const char *name, size_t *part)
{
	const char **known =
	    arena_array(arena, model_part_count, sizeof(*known));

	for (*part = 0; *part < model_part_count; ++*part) {
		known[*part] = model_part_name(*part);
		if (strcmp(known[*part], name) == 0)
			return true;
	}
	options_unknown(arena, "part", name, known, model_part_count);
	return false;
}

static void
print(struct arena *arena, const struct facts *facts,
    const struct options *options, size_t part)
{
	if (!options->csv && !options->json)
		answer_words(model_document(arena, facts, part), options);
	else if (part == MODEL_ALL)
		answer_grids(model_data(arena, facts), options);
	else
		answer_grid(model_part_data(arena, facts, part), options);
}

int
command_model(struct arena *arena, const struct options *options)
{
	struct diag *diag = facts_diag(arena, options);
	struct gathering g;
	size_t part = MODEL_ALL;

	if (!answer_is_clear(options) ||
	    (options->noperand > 1 &&
		!find_part(arena, options->operand[1], &part)))
		return EXIT_USAGE;
	if (facts_model(arena, diag, options, &g) == -1)
		return answer_refused(diag, options);
	print(arena, &g.facts, options, part);
	terminal_findings(diag, stderr, options);
	return EXIT_GOOD;
}
