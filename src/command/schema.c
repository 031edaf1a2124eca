#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "command/answer.h"
#include "command/command.h"
#include "command/facts.h"
#include "command/schema_json.h"
#include "report/answer.h"

/* What Excel needs to read Danish letters from a file of CSV. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* The kind asked for; NULL after saying that there is no such. */
static const struct kind *
find_kind(struct arena *arena, const char *name)
{
	const char *known[KINDS];
	size_t k;

	for (k = 0; k < KINDS; k++) {
		if (strcmp(kind_table[k].id, name) == 0)
			return &kind_table[k];
		known[k] = kind_table[k].id;
	}
	options_unknown(arena, "kind", name, known, KINDS);
	return NULL;
}

/* The headings; what is typed below them and saved is input. */
static void
print_blank(const struct kind *kind, bool english)
{
	size_t i;

	fputs(BYTE_ORDER_MARK, stdout);
	for (i = 0; i < kind->ncolumn; i++)
		printf("%s%s", i == 0 ? "" : ";",
		    english ? kind->column[i].id : kind->column[i].da);
	putchar('\n');
}

static int
print_words(
    struct arena *arena, const struct options *options, const struct kind *kind)
{
	struct diag *diag = facts_diag(arena, options);
	struct gathering g;

	if (facts_words(arena, diag, options, &g) == -1)
		return answer_refused(diag, options);
	answer_words(schema_document(arena, &g.facts, kind), options);
	return EXIT_GOOD;
}

int
command_schema(struct arena *arena, const struct options *options)
{
	bool english = strcmp(options->lang, "en") == 0;
	const struct kind *kind = NULL;

	if (!answer_is_clear(options))
		return EXIT_USAGE;
	if (options->noperand > 1) {
		kind = find_kind(arena, options->operand[1]);
		if (kind == NULL)
			return EXIT_USAGE;
	}
	if (options->csv && kind == NULL) {
		fputs("parathed: schema --csv needs a kind; see "
		      "'parathed schema --help'\n",
		    stderr);
		return EXIT_USAGE;
	}
	if (options->csv)
		print_blank(kind, english);
	else if (options->json && kind != NULL)
		schema_json_kind(kind, english);
	else if (options->json)
		schema_json_all(english);
	else
		return print_words(arena, options, kind);
	return EXIT_GOOD;
}
