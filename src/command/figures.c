#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "command/answer.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/terminal.h"

static int
list_tables(void)
{
	size_t i;

	for (i = 0; i < data_table_count; i++)
		puts(data_table[i].name);
	return EXIT_GOOD;
}

static const struct data_table *
find_table(struct arena *arena, const char *name)
{
	const char **known =
	    arena_array(arena, data_table_count, sizeof(*known));
	size_t i;

	for (i = 0; i < data_table_count; i++) {
		if (strcmp(data_table[i].name, name) == 0)
			return &data_table[i];
		known[i] = data_table[i].name;
	}
	options_unknown(arena, "table", name, known, data_table_count);
	return NULL;
}

int
command_figures(struct arena *arena, const struct options *options)
{
	const struct data_table *table;
	struct gathering gathering;
	struct diag *diag;

	if (options->noperand < 2)
		return list_tables();
	table = find_table(arena, options->operand[1]);
	if (table == NULL || !answer_is_clear(options))
		return EXIT_USAGE;
	diag = facts_diag(arena, options);
	if (facts_gather(arena, diag, options, false, &gathering) == -1) {
		terminal_findings(diag, stderr, options);
		return EXIT_NOTHING;
	}
	terminal_findings(diag, stderr, options);
	gathering.facts.names = options->names;
	answer_grid(table->build(arena, &gathering.facts), options);
	return facts_status(diag);
}
