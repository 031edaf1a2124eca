#include <stdio.h>

#include "base/timing.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"

int
command_check(struct arena *arena, const struct options *options)
{
	struct diag *diag = facts_diag(arena, options);
	struct gathering gathering;
	int status = EXIT_NOTHING;

	if (options->timings)
		timing_begin();
	if (facts_gather(arena, diag, options, true, &gathering) == 0 &&
	    facts_strict(diag, options) == 0)
		status = facts_status(diag);
	terminal_timings(options);
	if (options->json)
		summary_print(diag, status, NULL);
	else
		terminal_findings(diag, stdout, options);
	return status;
}
