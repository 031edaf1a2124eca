#include "command/command.h"
#include "command/explain_code.h"

int
command_explain(struct arena *arena, const struct options *options)
{
	if (options->noperand < 2)
		return explain_codes(arena, options);
	return explain_code(arena, options, options->operand[1]);
}
