#include "pack/pack.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/timing.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"

static double
seconds_now(void)
{
	struct timespec now = {0, 0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int
pack_make(struct arena *arena, struct diag *diag, const struct options *options,
    struct gathering *g, struct pack_result *result)
{
	struct pack_options how = {.output = options->output,
	    .lang = options->lang,
	    .only = options->only,
	    .nonly = options->nonly,
	    .jobs = options->jobs,
	    .progress = !options->quiet && isatty(STDERR_FILENO)};

	if (facts_gather(arena, diag, options, true, g) == -1 ||
	    facts_strict(diag, options) == -1)
		return -1;
	g->facts.only = options->only;
	g->facts.nonly = options->nonly;
	return pack_publish(arena, diag, &g->facts, &how, result);
}

int
command_pack(struct arena *arena, const struct options *options)
{
	struct pack_result result = {NULL, 0, 0};
	struct diag *diag = facts_diag(arena, options);
	double start = seconds_now();
	struct gathering gathering = {.facts = {.model = NULL}};
	int status = EXIT_NOTHING;

	if (options->timings)
		timing_begin();
	if (pack_make(arena, diag, options, &gathering, &result) == 0)
		status = facts_status(diag);
	terminal_findings(diag, stderr, options);
	terminal_timings(options);
	if (options->json)
		summary_print(diag, status, options, &gathering, &result);
	else if (status != EXIT_NOTHING)
		terminal_published(options, &result, seconds_now() - start);
	return status;
}
