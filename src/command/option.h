/*
 * The command line: one table of options feeds the parser, --help,
 * profiles, and --list, which completion and the manual's test read.
 */
#ifndef COMMAND_OPTION_H
#define COMMAND_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "portfolio/select.h"

struct arena;

enum {
	EXIT_GOOD = 0,      /* all good */
	EXIT_SET_ASIDE = 1, /* done, with rows or files set aside */
	EXIT_NOTHING = 2,   /* nothing published */
	EXIT_USAGE = 64
};

/* Which commands an option belongs to. */
enum command_bit {
	PACK = 1,
	CHECK = 2,
	FIGURES = 4,
	GATE = 8,
	VERIFY = 16,
	EXPLAIN = 32,
	COLLECT = 64,
	SCHEMA = 128,
	MODEL = 256,
	DIFF = 512,
	MONTH = PACK | CHECK | FIGURES | GATE | EXPLAIN, /* of one month */
	INPUT = MONTH | MODEL | DIFF | COLLECT, /* that read input/ */
	PART = PACK | CHECK | FIGURES | DIFF | COLLECT, /* of a part */
	ANSWER = FIGURES | EXPLAIN | SCHEMA | MODEL | DIFF, /* on stdout */
	WORDS = EXPLAIN | SCHEMA | MODEL | DIFF, /* in words of templates/ */
	ANY = ~0
};

struct options {
	const char *input;     /* "input" */
	bool input_given;      /* --input was */
	const char *output;    /* "output" */
	const char *templates; /* NULL: where they usually are */
	const char *lang;      /* "da" */
	month month;           /* MONTH_NONE: the newest */
	day date;              /* DAY_NONE: the month's last day */
	int jobs;              /* processes */
	const char **only;     /* documents */
	size_t nonly;
	size_t cap_only;            /* of the array only */
	struct selection selection; /* rollouts; nothing given: all */
	bool strict;
	bool all; /* every finding, not the first few */
	bool json;
	bool csv;
	bool names;   /* of recipients */
	bool timings; /* what each stage cost */
	bool quiet;
	bool no_color;
	bool help;
	bool version;
	const char *fix;      /* folder of the copy in normal form, or NULL */
	const char *blank;    /* of a phase's gate: an empty checklist */
	const char *profile;  /* file of options, or NULL */
	const char *list;     /* what to list for completion, or NULL */
	day due;              /* of returns; DAY_NONE: the month's last day */
	bool ahead;           /* the month is to be collected: no option */
	bool looks;           /* nothing is made of it (check): no option */
	const char **operand; /* what is no option */
	size_t noperand;
	size_t cap_operand; /* of the array operand */
};

/*
 * Read argv[1...]; the first operand is the command, whose options are
 * accepted.  Returns 0, or -1 after saying on stderr what is wrong.
 */
int
options_parse(struct arena *, int argc, char *const argv[], struct options *);

/* Says on stderr that a word is unknown, and the nearest known one. */
void options_unknown(struct arena *, const char *what, const char *word,
    const char *const *known, size_t n);

/* The options of a command (a bit), for --help, on stdout. */
void options_print(enum command_bit);

#endif
