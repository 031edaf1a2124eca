#include "command/terminal.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/timing.h"

#define FINDINGS_OF_A_FILE 10

static bool
is_english(const struct options *options)
{
	return strcmp(options->lang, "en") == 0;
}

static bool
wants_colour(FILE *out, const struct options *options)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return !options->no_color && (no == NULL || *no == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0 && isatty(fileno(out));
}

/* What is counted, in both languages, one and many. */
struct noun {
	const char *da[2], *en[2];
};

static const struct noun level_nouns[] = {
    [DIAG_NOTICE] = {{"bemærkning", "bemærkninger"}, {"notice", "notices"}},
    [DIAG_WARNING] = {{"advarsel", "advarsler"}, {"warning", "warnings"}},
    [DIAG_REJECT] = {{"række eller fil sat til side",
			 "rækker eller filer sat til side"},
	{"row or file set aside", "rows or files set aside"}},
    [DIAG_FATAL] = {{"fatal fejl", "fatale fejl"},
	{"fatal error", "fatal errors"}},
};
static const struct noun document_noun = {
    {"dokument", "dokumenter"}, {"document", "documents"}};
static const struct noun file_noun = {{"fil", "filer"}, {"file", "files"}};

static const char *
noun_for(const struct noun *noun, size_t n, const struct options *options)
{
	return (is_english(options) ? noun->en : noun->da)[n != 1];
}

static void
print_counts(FILE *out, const struct options *options, const struct diag *diag)
{
	const char *before = "parathed: ";
	size_t level, n;

	for (level = DIAG_FATAL + 1; level-- > DIAG_NOTICE;) {
		n = diag_count(diag, (enum diag_level)level);
		if (n == 0)
			continue;
		fprintf(out, "%s%zu %s", before, n,
		    noun_for(&level_nouns[level], n, options));
		before = ", ";
	}
	if (!options->all && diag_count(diag, DIAG_NOTICE) > 0)
		fputs(is_english(options) ? " (--all shows them)"
					  : " (--all viser dem)",
		    out);
	putc('\n', out);
}

static bool
has_findings(const struct diag *diag)
{
	size_t level, n = 0;

	for (level = DIAG_NOTICE; level <= DIAG_FATAL; level++)
		n += diag_count(diag, (enum diag_level)level);
	return n > 0;
}

void
terminal_findings(struct diag *diag, FILE *out, const struct options *options)
{
	if (!has_findings(diag) ||
	    (options->quiet && diag_count(diag, DIAG_FATAL) == 0))
		return;
	diag_print(diag, out, options->all ? DIAG_NOTICE : DIAG_WARNING,
	    options->all ? 0 : FINDINGS_OF_A_FILE, wants_colour(out, options));
	print_counts(out, options, diag);
}

void
terminal_published(const struct options *options,
    const struct pack_result *result, double seconds)
{
	int tenths = (int)(seconds * 10 + 0.5);

	if (options->quiet)
		return;
	printf("%s: %zu %s %s %zu %s", result->path, result->ndocument,
	    noun_for(&document_noun, result->ndocument, options),
	    is_english(options) ? "in" : "i", result->nfile,
	    noun_for(&file_noun, result->nfile, options));
	if (seconds >= 0)
		printf(" (%d%c%d s)", tenths / 10,
		    is_english(options) ? '.' : ',', tenths % 10);
	putchar('\n');
}

static long
most_memory(void)
{
	struct rusage own, forked;

	getrusage(RUSAGE_SELF, &own);
	getrusage(RUSAGE_CHILDREN, &forked);
	return own.ru_maxrss > forked.ru_maxrss ? own.ru_maxrss
						: forked.ru_maxrss;
}

void
terminal_timings(const struct options *options)
{
	struct timing_account account;
	int i;

	if (!options->timings)
		return;
	timing_open(TIMING_OTHER);
	for (i = 0; i < TIMINGS; i++) {
		account = timing_account((enum timing)i);
		fprintf(stderr, "%-8s %8.4f %8.4f\n",
		    timing_name((enum timing)i), (double)account.wall / 1e9,
		    (double)account.cpu / 1e9);
	}
	fprintf(stderr, "%-8s %ld\n", "memory", most_memory());
}
