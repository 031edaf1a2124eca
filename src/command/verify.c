#include "pack/verify.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/summary.h"
#include "command/terminal.h"
#include "pack/scratch.h"

/* So many files that differ in one way are named; --all names all. */
#define FILES_SHOWN 10

/* The command line of one of the runs that made the pack. */
static struct options
options_of(const struct options *options, const struct verify_run *run,
    const char *output)
{
	struct options again = *options;

	again.output = output;
	again.lang = run->lang;
	again.month = run->month;
	again.date = run->date;
	again.only = run->only;
	again.nonly = run->nonly;
	again.selection = run->selection;
	again.strict = false;
	again.json = false;
	again.blank = run->gate.blank;
	again.due = run->due;
	return again;
}

/* The words for a checklist: as if given on the command line. */
static void
ask_for_gate(struct arena *arena, const struct pack_gate *gate,
    struct selection *selection)
{
	const char *word[SELECT_BYS] = {
	    [SELECT_MUNICIPALITY] = gate->municipality,
	    [SELECT_SOLUTION] = gate->solution};
	int by;

	for (by = 0; by < SELECT_BYS; by++) {
		selection->count[by] = word[by] != NULL;
		selection->value[by] =
		    arena_array(arena, 1, sizeof(*selection->value[by]));
		selection->value[by][0] = word[by];
	}
}

/* Why it could not be made: what is fatal. */
static int
repeat_fatal(struct verify *v, struct diag *made, const char *input)
{
	const struct finding *const *finding;
	size_t i, n;

	diag_add(v->diag, DIAG_verify_not_again, NULL, input, (char *)NULL);
	finding = diag_sorted(made, &n);
	for (i = 0; i < n; i++)
		if (finding[i]->level == DIAG_FATAL)
			diag_repeat(v->diag, finding[i]);
	return -1;
}

/* As pack_make(). */
typedef int maker(struct arena *, struct diag *, const struct options *,
    struct gathering *, struct pack_result *);

static maker *
maker_of(const struct verify_run *run)
{
	if (run->gate.solution != NULL)
		return gate_make;
	return run->collects ? collect_make : pack_make;
}

/*
 * One run, in the language of the pack: its findings are words in documents.
 * Sources are compared once, after the first.
 */
static int
make_one(struct verify *v, const struct options *options,
    struct verify_run *run, const char *output, struct pack_result *result)
{
	struct options again = options_of(options, run, output);
	struct diag *made = facts_diag(v->arena, &again);
	struct gathering g = {.facts = {.model = NULL}};

	if (run->gate.solution != NULL)
		ask_for_gate(v->arena, &run->gate, &again.selection);
	if (maker_of(run)(v->arena, made, &again, &g, result) == -1)
		return repeat_fatal(v, made, options->input);
	return v->made_again ? 0 : verify_sources(v, &g.facts);
}

static int
make_all(struct verify *v, const struct options *options, const char *output)
{
	struct pack_result result = {NULL, 0, 0};
	struct verify_run run;
	size_t i;

	for (i = 0; verify_run_of(v, i, &run); i++) {
		if (make_one(v, options, &run, output, &result) == -1)
			return -1;
		v->made_again = true;
	}
	return verify_again(v, result.path);
}

static int
verify_made(struct verify *v, const struct options *options)
{
	const char *output = scratch_open(v->arena, v->diag);
	int result;

	if (output == NULL)
		return -1;
	result = make_all(v, options, output);
	scratch_close(v->diag);
	return result;
}

/* What is as it should be; the others are named by the findings. */
static void
print_same(const struct verify *v)
{
	size_t i;

	for (i = 0; i < v->nthere; i++)
		if (v->there[i].same)
			printf("%s: OK\n", v->there[i].path);
}

enum { MANIFEST, AGAIN, SAME, CHANGED, MISSING, EXTRA };

static const char *const words[][2] = {{"manifestet", "manifest"},
    {"lavet igen", "made again"}, {"ens", "the same"}, {"ændret", "changed"},
    {"mangler", "missing"}, {"ekstra", "extra"}};

static void
print_counts(const struct options *options, const struct verify *v,
    const struct verify_counts *count, int against)
{
	const size_t n[] = {count->changed, count->missing, count->extra};
	int english = strcmp(options->lang, "en") == 0, i;

	printf("%s: %s: %zu %s", v->folder, words[against][english],
	    count->same, words[SAME][english]);
	for (i = CHANGED; i <= EXTRA; i++)
		if (n[i - CHANGED] > 0)
			printf(", %zu %s", n[i - CHANGED], words[i][english]);
	putchar('\n');
}

static void
print(const struct options *options, const struct verify *v, int status)
{
	const struct diag_look look = {
	    .least = DIAG_WARNING, .code_cap = options->all ? 0 : FILES_SHOWN};

	diag_print_look(
	    v->diag, status == EXIT_NOTHING ? stderr : stdout, &look);
	if (options->quiet || status == EXIT_NOTHING)
		return;
	if (options->all)
		print_same(v);
	print_counts(options, v, &v->listed, MANIFEST);
	if (v->made_again)
		print_counts(options, v, &v->again, AGAIN);
}

int
command_verify(struct arena *arena, const struct options *options)
{
	struct diag *diag = facts_diag(arena, options);
	int status = EXIT_NOTHING;
	struct verify v;

	if (options->noperand < 2) {
		fputs("parathed: verify needs the folder of a pack; see "
		      "'parathed verify --help'\n",
		    stderr);
		return EXIT_USAGE;
	}
	if (verify_open(&v, arena, diag, options->operand[1]) == 0 &&
	    verify_files(&v) == 0 &&
	    (!options->input_given || verify_made(&v, options) == 0))
		status = facts_status(diag);
	if (options->json)
		summary_print_verified(diag, status, &v);
	else
		print(options, &v, status);
	verify_close(&v);
	return status;
}
