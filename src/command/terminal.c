#include "command/terminal.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag_message.h"
#include "base/num.h"
#include "base/snippet.h"
#include "base/timing.h"
#include "input/spot.h"

#define FINDINGS_OF_A_FILE 10
#define WIDTH_LEAST 20
#define WIDTH_USUAL 100

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
/* Of a file's findings; one row may have several. */
static const struct noun finding_nouns[] = {
    [DIAG_NOTICE] = {{"bemærkning", "bemærkninger"}, {"notice", "notices"}},
    [DIAG_WARNING] = {{"advarsel", "advarsler"}, {"warning", "warnings"}},
    [DIAG_REJECT] = {{"fejl", "fejl"}, {"error", "errors"}},
    [DIAG_FATAL] = {{"fatal fejl", "fatale fejl"},
	{"fatal error", "fatal errors"}},
};
static const struct noun document_noun = {
    {"dokument", "dokumenter"}, {"document", "documents"}};
static const struct noun changed_noun = {
    {"ændret", "ændret"}, {"changed", "changed"}};
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

static bool
is_silent(const struct diag *diag, const struct options *options)
{
	return !has_findings(diag) ||
	    (options->quiet && diag_count(diag, DIAG_FATAL) == 0);
}

/* What check knows while it prints. */
struct lint {
	struct diag *diag;
	const struct options *options;
	bool colour;
	struct spot_file file;
};

static void
put_line(void *context, struct buf *out, const struct finding *finding)
{
	struct lint *lint = context;
	struct snippet snippet = {.label = NULL};
	struct spot spot;
	char number[16];

	if (!spot_find(&lint->file, lint->options->input, finding, &spot))
		return;
	snprintf(number, sizeof(number), "%d", spot.number);
	snippet.label = spot.cell[0] != '\0' ? spot.cell : number;
	snippet.line = spot.line;
	snippet.len = spot.len;
	snippet.marked = spot.found;
	snippet.at = spot.at;
	snippet.size = spot.size;
	if (lint->colour)
		snippet.colour = diag_level_colour(finding->level);
	snippet_put(out, &snippet);
}

/* "2 fejl, 1 advarsel" */
static void
put_levels(struct buf *out, const struct options *options,
    const struct finding *const *finding, size_t n)
{
	size_t level, i, count;

	for (level = DIAG_FATAL + 1; level-- > DIAG_NOTICE;) {
		for (i = count = 0; i < n; i++)
			count += finding[i]->level == level;
		if (count > 0)
			buf_printf(out, "%s%zu %s", out->len > 0 ? ", " : "",
			    count,
			    noun_for(&finding_nouns[level], count, options));
	}
}

/* One finding is counted by whoever reads it. */
static void
put_file_end(void *context, struct buf *out,
    const struct finding *const *finding, size_t n, size_t left_out)
{
	const struct lint *lint = context;
	struct buf levels;
	char number[24] = "";

	if (n > 1) {
		if (left_out > 0)
			snprintf(number, sizeof(number), "%zu", left_out);
		buf_init(&levels);
		put_levels(&levels, lint->options, finding, n);
		diag_put_shown(out, finding[0]->loc.file, DIAG_SHOWN_OTHER);
		buf_printf(out, ": %s\n",
		    diag_phrase(lint->diag, DIAG_findings_of_file, levels.data,
			number));
		buf_release(&levels);
	}
	buf_putc(out, '\n');
}

void
terminal_lint(struct diag *diag, const struct options *options)
{
	struct lint lint = {.diag = diag,
	    .options = options,
	    .colour = wants_colour(stdout, options)};
	struct diag_look look = {
	    .least = options->all ? DIAG_NOTICE : DIAG_WARNING,
	    .cap = options->all ? 0 : FINDINGS_OF_A_FILE,
	    .colour = lint.colour,
	    .below = put_line,
	    .end = put_file_end,
	    .context = &lint};

	if (is_silent(diag, options))
		return;
	spot_init(&lint.file);
	diag_print_look(diag, stdout, &look);
	spot_close(&lint.file);
	print_counts(stdout, options, diag);
}

void
terminal_sound(const struct diag *diag, const struct options *options,
    const struct input *input)
{
	char iso[8];

	if (has_findings(diag) || options->quiet || !isatty(STDOUT_FILENO))
		return;
	month_iso(input->report_month, iso);
	printf("%s: %zu %s %s %s, %s\n", options->input, input->nsource,
	    noun_for(&file_noun, input->nsource, options),
	    is_english(options) ? "up to" : "til og med", iso,
	    is_english(options) ? "no fault found" : "ingen fejl fundet");
}

void
terminal_findings(struct diag *diag, FILE *out, const struct options *options)
{
	if (is_silent(diag, options))
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

void
terminal_set_aside(
    const struct diag *diag, FILE *out, const struct options *options)
{
	size_t n = diag_count(diag, DIAG_REJECT);

	if (n > 0 && !options->quiet)
		fprintf(out, "parathed: %zu %s\n", n,
		    noun_for(&level_nouns[DIAG_REJECT], n, options));
}

bool
terminal_colour(FILE *out, const struct options *options)
{
	return wants_colour(out, options);
}

size_t
terminal_width(FILE *out)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	int64_t n = 0;

	if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	if (n == 0 &&
	    (columns == NULL ||
		!num_parse_integer(columns, strlen(columns), &n)))
		n = 0;
	if (n <= 0)
		n = WIDTH_USUAL;
	return n < WIDTH_LEAST ? WIDTH_LEAST : (size_t)n;
}

void
terminal_copied(
    const struct options *options, const struct normal_result *result)
{
	if (options->quiet)
		return;
	printf("%s: %zu %s, %zu %s\n", options->fix, result->nfile,
	    noun_for(&file_noun, result->nfile, options), result->nchanged,
	    noun_for(&changed_noun, result->nchanged, options));
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
		fprintf(stderr, "%-8s %8.4f %8.4f %7ld\n",
		    timing_name((enum timing)i), (double)account.wall / 1e9,
		    (double)account.cpu / 1e9, account.memory);
	}
	fprintf(stderr, "%-8s %ld\n", "memory", most_memory());
}
