#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"
#include "pack/pack.h"
#include "report/gate_form.h"

static const char *const document[] = {"gates"};

/* One of them, or NULL; what is said of the others is wrong. */
static const char *
only_value(const struct options *options, enum select_by by)
{
	const struct selection *s = &options->selection;

	return s->count[by] == 1 ? s->value[by][0] : NULL;
}

/* Returns false after saying what is missing. */
static bool
is_complete(const struct options *options)
{
	const struct selection *s = &options->selection;

	if (only_value(options, SELECT_SOLUTION) == NULL)
		fputs("parathed: gate needs --solution, once; see "
		      "'parathed gate --help'\n",
		    stderr);
	else if (s->count[SELECT_MUNICIPALITY] > 1 ||
	    (s->count[SELECT_MUNICIPALITY] == 0 && options->blank == NULL))
		fputs("parathed: gate needs --municipality, once, or --blank; "
		      "see 'parathed gate --help'\n",
		    stderr);
	else
		return true;
	return false;
}

/* What the options name; -1 where they name nothing. */
struct wanted {
	int municipality, solution, phase;
};

/* Returns 0, or -1 after reporting what is unknown. */
static int
look_up(struct diag *diag, const struct options *options,
    const struct gathering *g, struct wanted *wanted)
{
	const char *name = only_value(options, SELECT_MUNICIPALITY);

	*wanted = (struct wanted){-1, -1, -1};
	if (name != NULL &&
	    select_municipality(
		diag, &g->portfolio, name, &wanted->municipality) == -1)
		return -1;
	if (select_solution(diag, &g->portfolio,
		only_value(options, SELECT_SOLUTION), &wanted->solution) == -1)
		return -1;
	if (options->blank == NULL)
		return 0;
	wanted->phase = model_find_phase(&g->model, options->blank);
	if (wanted->phase != -1)
		return 0;
	diag_fatal(diag, DIAG_unknown_phase, NULL, options->blank,
	    model_nearest_phase(&g->model, options->blank), (char *)NULL);
	return -1;
}

/* The checklist that there is; -1 after reporting that there is none. */
static int
find_checklist(struct diag *diag, const struct gathering *g,
    const struct wanted *wanted, struct slice *slice)
{
	const struct portfolio *p = &g->portfolio;
	int number =
	    portfolio_find_rollout(p, wanted->municipality, wanted->solution);

	if (number == -1)
		diag_add(diag, DIAG_select_nothing, NULL, NULL, (char *)NULL);
	else if (!gate_has_checklist(&g->figures.rollout[number]))
		diag_add(diag, DIAG_gate_none, NULL,
		    p->municipality[wanted->municipality].name,
		    p->solution[wanted->solution].id, (char *)NULL);
	else {
		slice->index = number;
		return 0;
	}
	return -1;
}

/* As registered, so that it can be made again. */
static void
record(const struct gathering *g, const struct wanted *wanted,
    struct pack_gate *gate)
{
	const struct portfolio *p = &g->portfolio;

	gate->solution = p->solution[wanted->solution].id;
	if (wanted->municipality != -1)
		gate->municipality =
		    p->municipality[wanted->municipality].code_text;
	if (wanted->phase != -1)
		gate->blank = g->model.phase[wanted->phase].id;
}

int
gate_make(struct arena *arena, struct diag *diag, const struct options *options,
    struct gathering *g, struct pack_result *result)
{
	struct pack_gate gate = {NULL, NULL, NULL};
	struct slice slice = {SLICE_ROLLOUT, 0};
	struct pack_options how = {.output = options->output,
	    .lang = options->lang,
	    .only = document,
	    .nonly = 1,
	    .jobs = 1,
	    .gate = &gate,
	    .slice = &slice,
	    .apart = true};
	struct options all = *options;
	struct wanted wanted;
	struct facts facts;

	/* Other solutions' gates are looked at too. */
	all.selection = (struct selection){{NULL}, {0}, {0}};
	if (facts_gather(arena, diag, &all, true, g) == -1 ||
	    look_up(diag, options, g, &wanted) == -1)
		return -1;
	facts = g->facts;
	record(g, &wanted, &gate);
	if (wanted.phase != -1)
		gate_blank(arena, &g->facts, wanted.municipality,
		    wanted.solution, wanted.phase, &facts);
	else if (find_checklist(diag, g, &wanted, &slice) == -1)
		return -1;
	facts.alone = true;
	facts.only = document;
	facts.nonly = 1;
	how.name = gate_folder(arena, &facts, &slice);
	return pack_publish(arena, diag, &facts, &how, result);
}

int
command_gate(struct arena *arena, const struct options *options)
{
	struct pack_result result = {NULL, 0, 0};
	struct gathering gathering = {.facts = {.model = NULL}};
	struct diag *diag;
	int status = EXIT_NOTHING;

	if (!is_complete(options))
		return EXIT_USAGE;
	diag = facts_diag(arena, options);
	if (gate_make(arena, diag, options, &gathering, &result) == 0)
		status = facts_status(diag);
	terminal_findings(diag, stderr, options);
	if (options->json)
		summary_print(diag, status, options, &gathering, &result);
	else if (status != EXIT_NOTHING)
		terminal_published(options, &result, -1);
	return status;
}
