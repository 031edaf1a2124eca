/*
 * parathed explain: which of the things that can be explained is meant.
 */
#include "command/command.h"
#include "command/explain_code.h"

int
command_explain(struct arena *arena, const struct options *options)
{
	const char *first;

	if (options->noperand < 2)
		return explain_codes(arena, options);
	first = options->operand[1];
	if (options->noperand > 2)
		return explain_rollout(arena, options);
	return explain_is_code(first) ? explain_code(arena, options, first)
				      : explain_unknown(arena, first);
}
