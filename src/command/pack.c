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

static int
publish(struct arena *arena, struct diag *diag, const struct options *options,
    struct pack_result *result)
{
	struct pack_options how = {.output = options->output,
	    .lang = options->lang,
	    .only = options->only,
	    .nonly = options->nonly,
	    .jobs = options->jobs,
	    .progress = !options->quiet && isatty(STDERR_FILENO)};
	struct gathering gathering;

	if (facts_gather(arena, diag, options, true, &gathering) == -1 ||
	    facts_strict(diag, options) == -1)
		return -1;
	gathering.facts.only = options->only;
	gathering.facts.nonly = options->nonly;
	return pack_publish(arena, diag, &gathering.facts, &how, result);
}

int
command_pack(struct arena *arena, const struct options *options)
{
	struct pack_result result = {NULL, 0, 0};
	struct diag *diag = facts_diag(arena, options);
	double start = seconds_now();
	int status = EXIT_NOTHING;

	if (options->timings)
		timing_begin();
	if (publish(arena, diag, options, &result) == 0)
		status = facts_status(diag);
	terminal_findings(diag, stderr, options);
	terminal_timings(options);
	if (options->json)
		summary_print(diag, status, &result);
	else if (status != EXIT_NOTHING)
		terminal_published(options, &result, seconds_now() - start);
	return status;
}
