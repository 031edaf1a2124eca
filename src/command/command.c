#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "command/list.h"
#include "command/version.h"
#include "pack/pack.h"
#include "report/report.h"

/* clang-format off */
static const struct command commands[] = {
	{ "pack", PACK, 0, "pack [OPTION]...",
	    "make the month's status pack and publish it",
	    "Reads the input, computes every figure once and publishes\n"
	    "OUTPUT/YYYY-MM in one step.  Rows that can't be used are set aside\n"
	    "and named; anything worse leaves the earlier pack as it was.\n",
	    "  parathed pack\n"
	    "  parathed pack --month 2015-03 --lang en --output packs\n"
	    "  parathed pack --only management,quality --strict\n",
	    command_pack },
	{ "check", CHECK, 0, "check [OPTION]...",
	    "say what is wrong with the input; write nothing",
	    "Prints findings on standard output as file:line:column: level:\n"
	    "message [code], sorted by file (in byte order), line and column,\n"
	    "each with the cell of a spreadsheet and the line it stands in, at\n"
	    "most ten of a file without --all.  --json prints an object a finding\n"
	    "and line.  --fix writes a copy in normal form and leaves the input\n"
	    "alone.\n",
	    "  parathed check\n"
	    "  parathed check --all --lang en\n"
	    "  parathed check --json > findings.jsonl\n"
	    "  parathed check --fix rettet\n",
	    command_check },
	{ "figures", FIGURES, 1, "figures [TABLE] [OPTION]...",
	    "a table of figures as CSV, or the names of the tables",
	    "Prints what a pack holds as data/TABLE.csv; with --json as a list of\n"
	    "objects.\n",
	    "  parathed figures\n"
	    "  parathed figures rollouts > rollouts.csv\n"
	    "  parathed figures rollouts --json | jq '.[0].readiness'\n"
	    "  parathed figures municipalities --month 2015-02\n"
	    "  parathed figures distribution --names > recipients.csv\n",
	    command_figures },
	{ "collect", COLLECT, 0, "collect [OPTION]...",
	    "a workbook for each municipality to report the next month in",
	    "Publishes OUTPUT/indsamling-YYYY-MM: for each municipality a workbook\n"
	    "with what it reported last, the tasks of the office's list and room\n"
	    "for more, the same as CSV, and a letter; and a page with who gets\n"
	    "what.  Sheets that come back saved as CSV are input as they are.\n",
	    "  parathed collect\n"
	    "  parathed collect --month 2015-04 --due 2015-05-06\n"
	    "  parathed collect --municipality 101 --lang en --output returns\n",
	    command_collect },
	{ "gate", GATE, 0, "gate [--blank PHASE] --solution ID [OPTION]...",
	    "the checklist of one gate, filled in or empty",
	    "Publishes the checklist of a rollout's current gate, page, Markdown\n"
	    "and workbook, as OUTPUT/skema-CODE-SOLUTION-PHASE-DATE.  With --blank\n"
	    "an empty one of any phase's gate, for any municipality or the one\n"
	    "given, as OUTPUT/skema-tom-...\n",
	    "  parathed gate --municipality 101 --solution SAPA\n"
	    "  parathed gate --municipality 101 --solution SAPA --date 2015-03-16\n"
	    "  parathed gate --blank F2 --solution SAPA\n",
	    command_gate },
	{ "verify", VERIFY, 1, "verify FOLDER [--input FOLDER] [OPTION]...",
	    "a published pack against its manifest, or made again",
	    "Checks that every file of the pack is there with the size and SHA-256\n"
	    "that manifest.json says, and no other.  With --input the pack is made\n"
	    "again as the manifest says it was, in $TMPDIR, and compared byte for\n"
	    "byte; files of input and templates that differ are named first.  --all\n"
	    "names the files that are as they should be, too.\n",
	    "  parathed verify output/2015-03\n"
	    "  parathed verify output/2015-03 --input input\n"
	    "  parathed verify output/2015-03 --json | jq .files\n",
	    command_verify },
	{ "explain", EXPLAIN, 3,
	    "explain [CODE | MUNICIPALITY SOLUTION [FIGURE]] [OPTION]...",
	    "what a finding's code means; how a figure came about",
	    "Says what a message means, with a wrong and a right example, and\n"
	    "what becomes of the row.  Or shows the figures of one rollout as\n"
	    "data/rollouts.csv has them, or one of them with every number that\n"
	    "it is made of: the rule, the terms with their weights and lines of\n"
	    "input, and the sum.\n",
	    "  parathed explain\n"
	    "  parathed explain not_percent\n"
	    "  parathed explain --lang en number_ambiguous\n"
	    "  parathed explain 101 SAPA\n"
	    "  parathed explain Aarhus SAPA readiness\n"
	    "  parathed explain 101 SAPA light_time --month 2015-02\n"
	    "  parathed explain 101 SAPA --json | jq '.[].source'\n",
	    command_explain },
	{ "diff", DIFF, 2, "diff MONTH MONTH [OPTION]...",
	    "what changed between two months",
	    "Computes the figures of both months as they were known then, and\n"
	    "lists what differs, by municipality, those that went backwards\n"
	    "first.  Changes too small for whole percentages stand in --csv and\n"
	    "--json only.\n",
	    "  parathed diff 2015-02 2015-03\n"
	    "  parathed diff 2014-12 2015-03 --municipality 101\n"
	    "  parathed diff 2015-02 2015-03 --csv > changes.csv\n",
	    command_diff },
	{ "model", MODEL, 1, "model [PART] [OPTION]...",
	    "the implementation model as it was read",
	    "Prints phases, main tasks, the matrix between them, criteria,\n"
	    "dependencies and the thresholds in force, each with its file and\n"
	    "line; or one of these parts.\n",
	    "  parathed model\n"
	    "  parathed model thresholds\n"
	    "  parathed model matrix --csv > matrix.csv\n",
	    command_model },
	{ "schema", SCHEMA, 1, "schema [KIND] [OPTION]...",
	    "the files of input and their columns; blank forms",
	    "Prints what each kind of file holds.  --csv is a blank form: the\n"
	    "headings, after the mark that Excel knows UTF-8 by.  --json is a\n"
	    "Frictionless Table Schema of the kind, or a data package of all.\n",
	    "  parathed schema\n"
	    "  parathed schema status\n"
	    "  parathed schema status --csv > status.csv\n"
	    "  parathed schema status --json > status.schema.json\n",
	    command_schema },
};
/* clang-format on */

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static const char exit_help[] = "\nExit status:\n"
				"  0   all good\n"
				"  1   done, with rows or files set aside\n"
				"  2   nothing came of the run\n"
				"  64  the command line is wrong\n";

static const char verify_exit_help[] =
    "\nExit status:\n"
    "  0   the pack is as its manifest says\n"
    "  1   it is not\n"
    "  2   it can't be checked\n"
    "  64  the command line is wrong\n";

const struct command *
command_find(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

const struct command *
command_at(size_t i)
{
	return i < COMMANDS ? &commands[i] : NULL;
}

const char *
command_nearest(struct arena *arena, const char *word)
{
	const char *known[COMMANDS];
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		known[i] = commands[i].name;
	return text_nearest(arena, word, known, COMMANDS);
}

static void
print_commands(FILE *out)
{
	size_t i;

	fputs("usage: parathed COMMAND [OPTION]...\n\n", out);
	for (i = 0; i < COMMANDS; i++)
		fprintf(
		    out, "  %-10s%s\n", commands[i].name, commands[i].summary);
	fputs("\n'parathed COMMAND --help' says more.\n", out);
}

static int
help_all(void)
{
	size_t i;

	print_commands(stdout);
	fputs("\nExamples:\n", stdout);
	for (i = 0; i < COMMANDS; i++)
		fputs(commands[i].examples, stdout);
	fputs("\nOptions:\n", stdout);
	options_print(ANY);
	fputs(exit_help, stdout);
	return EXIT_GOOD;
}

static int
help_one(const struct command *command)
{
	size_t i;

	printf("usage: parathed %s\n\n%s\nExamples:\n%s\nOptions:\n",
	    command->usage, command->help, command->examples);
	options_print(command->bit);
	if (command->bit == PACK) {
		fputs("\nDocuments:", stdout);
		for (i = 0; i < report_count; i++)
			if (!report_table[i].apart &&
			    (i == 0 ||
				strcmp(report_table[i].name,
				    report_table[i - 1].name) != 0))
				printf(" %s", report_table[i].name);
		putchar('\n');
	}
	fputs(command->bit == VERIFY ? verify_exit_help : exit_help, stdout);
	return EXIT_GOOD;
}

static int
unknown_command(struct arena *arena, const char *name)
{
	const char *known[COMMANDS];
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		known[i] = commands[i].name;
	options_unknown(arena, "command", name, known, COMMANDS);
	return EXIT_USAGE;
}

static int
dispatch(struct arena *arena, const struct options *options)
{
	const struct command *command = NULL;

	if (options->version) {
		fputs(version_text(), stdout);
		return EXIT_GOOD;
	}
	if (options->list != NULL && options->noperand == 0)
		return list_print(arena, options);
	if (options->noperand > 0) {
		command = command_find(options->operand[0]);
		if (command == NULL)
			return unknown_command(arena, options->operand[0]);
	}
	if (options->help)
		return command == NULL ? help_all() : help_one(command);
	if (command == NULL) {
		print_commands(stderr);
		return EXIT_USAGE;
	}
	if (options->noperand > command->noperand + 1) {
		fprintf(stderr,
		    "parathed: '%s' is one word too many; see "
		    "'parathed %s --help'\n",
		    diag_shown(arena, options->operand[command->noperand + 1]),
		    command->name);
		return EXIT_USAGE;
	}
	return command->run(arena, options);
}

/* What came of the run can't be said; but a pack that stands, stands. */
static int
status_unsaid(const struct options *options)
{
	const struct command *command =
	    options->noperand == 0 ? NULL : command_find(options->operand[0]);

	return command != NULL && command->bit != VERIFY && pack_stands()
	    ? EXIT_SET_ASIDE
	    : EXIT_NOTHING;
}

int
command_main(int argc, char *const argv[])
{
	struct options options;
	struct arena *arena;
	int status = EXIT_USAGE;

	arena = arena_new();
	if (options_parse(arena, argc, argv, &options) == 0)
		status = dispatch(arena, &options);
	if (fflush(stdout) == EOF || ferror(stdout)) {
		fprintf(
		    stderr, "parathed: standard output: %s\n", strerror(errno));
		status = status_unsaid(&options);
	}
	arena_free(arena);
	return status;
}
