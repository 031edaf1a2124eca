#include "command/option.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "command/command.h"
#include "command/option_spec.h"
#include "command/profile.h"

/* clang-format off */
const struct option_spec option_table[] = {
	{ "--month", "-m", "YYYY-MM", MONTH|COLLECT, set_month,
	    "the report month; default: the newest in status/\n"
	    "(collect: the month after it; check, before there\n"
	    "is any: name one to look at model and register)" },
	{ "--date", NULL, "YYYY-MM-DD", MONTH, set_date,
	    "the report date; default: the month's last day" },
	{ "--input", "-i", "FOLDER", INPUT|VERIFY, set_input,
	    "with model/, register/ and status/; default: input" },
	{ "--output", "-o", "FOLDER", PACK|GATE|COLLECT, set_output,
	    "where packs are published; default: output" },
	{ "--templates", "-t", "FOLDER", PACK|CHECK|GATE|WORDS|COLLECT|VERIFY,
	    set_templates,
	    "templates of your own; what it lacks comes from\n"
	    "$PARATHED_TEMPLATES, templates, or those installed" },
	{ "--lang", "-l", "da|en", ANY, set_lang,
	    "language of documents and messages; default: da" },
	{ "--only", NULL, "NAME,...", PACK, set_only,
	    "these documents only; pack --help names them" },
	{ "--municipality", NULL, "CODE", PART|GATE, set_municipality,
	    "rollouts of this municipality only (code or name);\n"
	    "may be given again, as may the next three" },
	{ "--solution", NULL, "ID", PART|GATE, set_solution,
	    "rollouts of this solution only" },
	{ "--region", NULL, "REGION", PART, set_region,
	    "rollouts in this region only" },
	{ "--wave", NULL, "WAVE", PART, set_wave,
	    "rollouts of this wave only" },
	{ "--blank", NULL, "PHASE", GATE, set_blank,
	    "an empty checklist of the gate that ends this phase" },
	{ "--fix", NULL, "FOLDER", CHECK, set_fix,
	    "write a copy of the input in normal form there:\n"
	    "UTF-8, ';', ISO dates, ids and words as the model\n"
	    "and the register have them" },
	{ "--due", NULL, "YYYY-MM-DD", COLLECT, set_due,
	    "when returns are due; default: the month's last day" },
	{ "--jobs", "-j", "N", PACK|COLLECT|VERIFY, set_jobs,
	    "worker processes; default: one a processor" },
	{ "--strict", NULL, NULL, PACK|CHECK, set_strict,
	    "fail, and publish nothing, if a single row is set\n"
	    "aside" },
	{ "--all", "-a", NULL, PACK|CHECK|FIGURES|GATE|COLLECT|VERIFY, set_all,
	    "every finding, notices too, not only the first ten\n"
	    "of each file" },
	{ "--json", NULL, NULL, PACK|CHECK|GATE|COLLECT|VERIFY|ANSWER, set_json,
	    "the result for machines, on standard output" },
	{ "--csv", NULL, NULL, ANSWER, set_csv,
	    "the result as CSV, on standard output" },
	{ "--names", NULL, NULL, FIGURES, set_names,
	    "recipients in the table 'distribution', which packs\n"
	    "leave out unless model.ini says otherwise" },
	{ "--timings", NULL, NULL, PACK|CHECK, set_timings,
	    "what each stage cost, on standard error" },
	{ "--quiet", "-q", NULL, ANY, set_quiet,
	    "findings only if nothing comes of the run" },
	{ "--no-color", NULL, NULL, ANY, set_no_color,
	    "no colours; so does $NO_COLOR" },
	{ "--profile", NULL, "FILE", ANY, set_profile,
	    "options that this file keeps, a line each:\n"
	    "'month = 2015-03'; the command line wins" },
	{ "--help", "-h", NULL, ANY, set_help, "say this" },
	{ "--version", "-V", NULL, ANY, set_version,
	    "the program's version and its libraries" },
	{ "--list", NULL, "WHAT", 0, set_list,
	    "for completion: what may be typed; see parathed(1)" },
};
/* clang-format on */

#define SPECS (sizeof(option_table) / sizeof(option_table[0]))

const size_t option_count = SPECS;

static int
processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > JOBS_MOST ? JOBS_MOST : (int)n;
}

void
options_unknown(struct arena *arena, const char *what, const char *word,
    const char *const *known, size_t n)
{
	const char *near = text_nearest(arena, word, known, n);

	fprintf(
	    stderr, "parathed: unknown %s '%s'", what, diag_shown(arena, word));
	if (near != NULL)
		fprintf(stderr, "; did you mean '%s'?", near);
	fputs("; see 'parathed --help'\n", stderr);
}

static void
unknown_option(struct arena *arena, const char *word)
{
	const char *known[SPECS];
	size_t i;

	for (i = 0; i < SPECS; i++)
		known[i] = option_table[i].name;
	options_unknown(arena, "option", word, known, SPECS);
}

/* What is left of text after a name that it begins with, or NULL. */
static const char *
after(const char *text, const char *name)
{
	size_t len = strlen(name);

	return strncmp(text, name, len) == 0 ? text + len : NULL;
}

/* Sets *value to what follows "=", or a letter, or to NULL. */
static const struct option_spec *
find(const char *word, const char **value)
{
	const char *rest;
	size_t i;

	for (i = 0; i < SPECS; i++) {
		*value = NULL;
		rest = after(word, option_table[i].name);
		if (rest != NULL && (*rest == '\0' || *rest == '=')) {
			*value = *rest == '=' ? rest + 1 : NULL;
			return &option_table[i];
		}
		rest = option_table[i].letter == NULL
		    ? NULL
		    : after(word, option_table[i].letter);
		if (rest != NULL &&
		    (*rest == '\0' || option_table[i].argument)) {
			*value = *rest == '\0' ? NULL : rest;
			return &option_table[i];
		}
	}
	return NULL;
}

static int
complain(
    struct arena *arena, const char *name, const char *what, const char *value)
{
	fprintf(stderr, "parathed: %s %s", name, what);
	if (value != NULL)
		fprintf(stderr, ", not '%s'", diag_shown(arena, value));
	fputs("; see 'parathed --help'\n", stderr);
	return -1;
}

/* Returns how many words it took, or -1 after reporting. */
static int
take_option(struct arena *arena, struct options *options, bool *given,
    const char *word, const char *next)
{
	const struct option_spec *spec;
	const char *value, *wanted;
	int taken = 1;

	spec = find(word, &value);
	if (spec == NULL) {
		unknown_option(arena, word);
		return -1;
	}
	if (spec->argument == NULL && value != NULL)
		return complain(arena, spec->name, "takes no argument", value);
	if (spec->argument != NULL && value == NULL) {
		if (next == NULL)
			return complain(
			    arena, spec->name, "needs an argument", NULL);
		value = next;
		taken = 2;
	}
	given[spec - option_table] = true;
	wanted = spec->set(arena, options, value);
	if (wanted == NULL)
		return taken;
	return complain(
	    arena, spec->name, arena_printf(arena, "takes %s", wanted), value);
}

static void
take_operand(struct arena *arena, struct options *options, const char *word)
{
	options->operand =
	    arena_grow(arena, options->operand, options->noperand,
		&options->cap_operand, sizeof(*options->operand));
	options->operand[options->noperand++] = word;
}

/* An option of another command is refused, not passed over. */
static int
check_commands(
    struct arena *arena, struct options *options, int argc, char *const argv[])
{
	const struct option_spec *spec;
	const struct command *command;
	const char *value;
	int i;

	if (options->noperand == 0 || options->help || options->version)
		return 0;
	command = command_find(options->operand[0]);
	for (i = 1; i < argc && command != NULL; i++) {
		if (argv[i][0] != '-' || argv[i][1] == '\0')
			continue;
		if (strcmp(argv[i], "--") == 0)
			break;
		spec = find(argv[i], &value);
		if (spec == NULL)
			continue;
		if ((spec->commands & command->bit) == 0)
			return complain(arena, spec->name,
			    "is no option of this command", NULL);
		i += spec->argument != NULL && value == NULL;
	}
	return 0;
}

int
options_parse(
    struct arena *arena, int argc, char *const argv[], struct options *options)
{
	bool given[SPECS] = {false};
	int i, taken;

	*options = (struct options){.input = "input",
	    .output = "output",
	    .lang = "da",
	    .month = MONTH_NONE,
	    .date = DAY_NONE,
	    .due = DAY_NONE,
	    .jobs = processors()};
	for (i = 1; i < argc; i += taken) {
		taken = 1;
		if (strcmp(argv[i], "--") == 0)
			break;
		if (argv[i][0] == '-' && argv[i][1] != '\0')
			taken = take_option(
			    arena, options, given, argv[i], argv[i + 1]);
		else
			take_operand(arena, options, argv[i]);
		if (taken == -1)
			return -1;
	}
	for (i++; i < argc; i++)
		take_operand(arena, options, argv[i]);
	if (check_commands(arena, options, argc, argv) == -1)
		return -1;
	return profile_apply(arena, options, given);
}

/* "  -m, --month YYYY-MM", then the help from a column of its own. */
static void
print_spec(const struct option_spec *spec)
{
	const char *help, *end;
	int used;

	used =
	    printf("  %s%s %s%s%s", spec->letter == NULL ? "   " : spec->letter,
		spec->letter == NULL ? "" : ",", spec->name,
		spec->argument == NULL ? "" : " ",
		spec->argument == NULL ? "" : spec->argument);
	for (help = spec->help; *help != '\0';
	     help = *end == '\0' ? end : end + 1) {
		end = help + strcspn(help, "\n");
		printf("%*s%.*s\n", used < 28 ? 28 - used : 1, "",
		    (int)(end - help), help);
		used = 0;
	}
}

void
options_print(enum command_bit bit)
{
	size_t i;

	for (i = 0; i < SPECS; i++)
		if ((option_table[i].commands & bit) != 0)
			print_spec(&option_table[i]);
}
