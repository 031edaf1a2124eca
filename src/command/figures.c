#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/terminal.h"
#include "render/render.h"

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

static void
print_table(struct arena *arena, const struct facts *facts,
    const struct data_table *table)
{
	struct buf out;

	buf_init(&out);
	render_csv(&out, table->build(arena, facts));
	fwrite(out.data, 1, out.len, stdout);
	buf_release(&out);
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
	if (table == NULL)
		return EXIT_USAGE;
	diag = facts_diag(arena, options);
	if (facts_gather(arena, diag, options, false, &gathering) == -1) {
		terminal_findings(diag, stderr, options);
		return EXIT_NOTHING;
	}
	terminal_findings(diag, stderr, options);
	print_table(arena, &gathering.facts, table);
	return facts_status(diag);
}
