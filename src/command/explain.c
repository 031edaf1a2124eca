/*
 * parathed explain: which of the things that can be explained is meant.
 */
#include "command/command.h"

int
command_explain(struct arena *arena, const struct options *options)
{
	return explain_rollout(arena, options);
}
