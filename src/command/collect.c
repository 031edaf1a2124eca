#include <unistd.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"
#include "pack/pack.h"

static const char *const document[] = {"collect"};

int
collect_make(struct arena *arena, struct diag *diag,
    const struct options *options, struct gathering *g,
    struct pack_result *result)
{
	struct pack_options how = {.output = options->output,
	    .lang = options->lang,
	    .only = document,
	    .nonly = 1,
	    .jobs = options->jobs,
	    .progress = !options->quiet && isatty(STDERR_FILENO),
	    .apart = true};
	struct options ahead = *options;
	char iso[8];

	ahead.ahead = true;
	if (facts_gather(arena, diag, &ahead, true, g) == -1)
		return -1;
	g->facts.only = document;
	g->facts.nonly = 1;
	g->facts.due = options->due;
	month_iso(g->portfolio.report_month, iso);
	how.name = arena_printf(arena, "indsamling-%s", iso);
	return pack_publish(arena, diag, &g->facts, &how, result);
}

int
command_collect(struct arena *arena, const struct options *options)
{
	struct pack_result result = {NULL, 0, 0};
	struct diag *diag = facts_diag(arena, options);
	struct gathering gathering = {.facts = {.model = NULL}};
	int status = EXIT_NOTHING;

	if (collect_make(arena, diag, options, &gathering, &result) == 0)
		status = facts_status(diag);
	terminal_findings(diag, stderr, options);
	if (options->json)
		summary_print(diag, status, options, &gathering, &result);
	else if (status != EXIT_NOTHING)
		terminal_published(options, &result, -1);
	return status;
}
