#include <string.h>

#include "base/timing.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"
#include "pack/normal.h"

/* Returns 0, or -1 after reporting that there is no copy. */
static int
write_copy(struct arena *arena, struct diag *diag,
    const struct options *options, const struct gathering *g,
    struct normal_result *result)
{
	const struct normal_options how = {.input = options->input,
	    .target = options->fix,
	    .english = strcmp(options->lang, "en") == 0};

	return options->fix == NULL
	    ? 0
	    : normal_publish(arena, diag, &g->facts, &how, result);
}

int
command_check(struct arena *arena, const struct options *options)
{
	struct diag *diag = facts_diag(arena, options);
	struct options looking = *options;
	struct normal_result result = {0, 0};
	struct gathering gathering;
	int status = EXIT_NOTHING;

	looking.looks = options->fix == NULL;
	if (options->timings)
		timing_begin();
	if (facts_gather(arena, diag, &looking, true, &gathering) == 0 &&
	    facts_strict(diag, options) == 0 &&
	    write_copy(arena, diag, options, &gathering, &result) == 0)
		status = facts_status(diag);
	terminal_timings(options);
	if (options->json)
		summary_findings(diag, options);
	else
		terminal_lint(diag, options);
	if (options->fix == NULL && status == EXIT_GOOD && !options->json)
		terminal_sound(diag, options, &gathering.input);
	if (options->fix != NULL && status != EXIT_NOTHING && !options->json)
		terminal_copied(options, &result);
	return status;
}
