#include "command/list.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag_explain.h"
#include "base/names.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/option_spec.h"
#include "command/terminal.h"
#include "report/answer.h"
#include "report/data.h"

/* What is listed of the program itself, or of the input as gathered. */
struct lister {
	const char *what;
	void (*own)(void);
	void (*found)(struct arena *, const struct gathering *);
};

static void
list_commands(void)
{
	const struct command *command;
	size_t i;

	for (i = 0; (command = command_at(i)) != NULL; i++)
		printf("%s\t%s\n", command->name, command->summary);
}

/* "pack,check", of the commands that have the option; "-": none has. */
static void
print_takers(const struct option_spec *spec)
{
	const struct command *command;
	const char *before = "";
	size_t i;

	for (i = 0; (command = command_at(i)) != NULL; i++)
		if ((spec->commands & command->bit) != 0) {
			printf("%s%s", before, command->name);
			before = ",";
		}
	if (*before == '\0')
		putchar('-');
}

/* Name, letter, argument, commands, help: "-" where there is none. */
static void
list_options(void)
{
	const struct option_spec *spec;
	const char *c;

	for (spec = option_table; spec < option_table + option_count; spec++) {
		printf("%s\t%s\t%s\t", spec->name,
		    spec->letter == NULL ? "-" : spec->letter,
		    spec->argument == NULL ? "-" : spec->argument);
		print_takers(spec);
		putchar('\t');
		for (c = spec->help; *c != '\0'; c++)
			putchar(*c == '\n' ? ' ' : *c);
		putchar('\n');
	}
}

static void
list_documents(void)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (!report_table[i].apart &&
		    (i == 0 ||
			strcmp(report_table[i].name,
			    report_table[i - 1].name) != 0))
			puts(report_table[i].name);
}

static void
list_tables(void)
{
	size_t i;

	for (i = 0; i < data_table_count; i++)
		puts(data_table[i].name);
}

static void
list_kinds(void)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		puts(kind_table[i].id);
}

static void
list_parts(void)
{
	size_t i;

	for (i = 0; i < model_part_count; i++)
		puts(model_part_name(i));
}

static void
list_codes(void)
{
	size_t i;

	for (i = 0; i < DIAG_CODES; i++)
		puts(diag_code_id((enum diag_code)i));
}

static void
list_figures(void)
{
	const struct data_shape *shape = data_rollout_shape();
	size_t i;

	for (i = 0; i < shape->ncolumn; i++)
		puts(shape->column[i].id);
}

static void
list_months(struct arena *arena, const struct gathering *g)
{
	char text[8];
	size_t i;

	(void)arena;
	for (i = 0; i < g->portfolio.nmonth; i++) {
		month_iso(g->portfolio.month[i], text);
		puts(text);
	}
}

static void
list_municipalities(struct arena *arena, const struct gathering *g)
{
	const struct municipality *m = g->portfolio.municipality;
	size_t i;

	for (i = 0; i < g->portfolio.nmunicipality; i++)
		printf(
		    "%s\t%s\n", m[i].code_text, diag_shown(arena, m[i].name));
}

static void
list_solutions(struct arena *arena, const struct gathering *g)
{
	const struct solution *s = g->portfolio.solution;
	size_t i;

	for (i = 0; i < g->portfolio.nsolution; i++)
		printf("%s\t%s\n", diag_shown(arena, s[i].id),
		    diag_shown(arena, s[i].name));
}

static void
list_phases(struct arena *arena, const struct gathering *g)
{
	size_t i;

	for (i = 0; i < g->model.nphase; i++)
		puts(diag_shown(arena, g->model.phase[i].id));
}

/* Each once, as the register has them in order of the codes. */
static void
list_regions(struct arena *arena, const struct gathering *g)
{
	struct names *seen = names_new(arena);
	const char *region;
	size_t i;

	for (i = 0; i < g->portfolio.nmunicipality; i++) {
		region = g->portfolio.municipality[i].region;
		if (*region != '\0' && names_put(seen, region, 0) == NAMES_NONE)
			puts(diag_shown(arena, region));
	}
}

static void
list_waves(struct arena *arena, const struct gathering *g)
{
	size_t i;

	for (i = 0; i < g->portfolio.nwave; i++)
		puts(diag_shown(arena, g->portfolio.wave[i]));
}

static const struct lister listers[] = {
    {"commands", list_commands, NULL},
    {"options", list_options, NULL},
    {"documents", list_documents, NULL},
    {"tables", list_tables, NULL},
    {"kinds", list_kinds, NULL},
    {"parts", list_parts, NULL},
    {"codes", list_codes, NULL},
    {"figures", list_figures, NULL},
    {"months", NULL, list_months},
    {"municipalities", NULL, list_municipalities},
    {"solutions", NULL, list_solutions},
    {"phases", NULL, list_phases},
    {"regions", NULL, list_regions},
    {"waves", NULL, list_waves},
};

#define LISTERS (sizeof(listers) / sizeof(listers[0]))

/* NULL after saying that there is none of that name. */
static const struct lister *
find_lister(struct arena *arena, const char *what)
{
	const char *known[LISTERS];
	size_t i;

	for (i = 0; i < LISTERS; i++) {
		if (strcmp(listers[i].what, what) == 0)
			return &listers[i];
		known[i] = listers[i].what;
	}
	options_unknown(arena, "list", what, known, LISTERS);
	return NULL;
}

int
list_print(struct arena *arena, const struct options *options)
{
	const struct lister *lister = find_lister(arena, options->list);
	struct diag *diag = facts_diag(arena, options);
	struct gathering gathering;

	if (lister == NULL)
		return EXIT_USAGE;
	if (lister->own != NULL) {
		lister->own();
		return EXIT_GOOD;
	}
	if (facts_gather(arena, diag, options, false, &gathering) == -1) {
		terminal_findings(diag, stderr, options);
		return EXIT_NOTHING;
	}
	lister->found(arena, &gathering);
	return EXIT_GOOD;
}
