/*
 * A row of the table of options, and the functions that the rows name.
 */
#ifndef COMMAND_OPTION_SPEC_H
#define COMMAND_OPTION_SPEC_H

#include "command/option.h"

#define JOBS_MOST 64

/* A setter returns what would be right, or NULL if the argument is. */
typedef const char *
setter(struct arena *, struct options *, const char *argument);

struct option_spec {
	const char *name;     /* "--month" */
	const char *letter;   /* "-m", or NULL */
	const char *argument; /* "YYYY-MM"; NULL: a flag */
	unsigned commands;    /* of enum command_bit; 0: of none, not in --help */
	setter *set;
	const char *help;
};

setter set_month, set_date, set_input, set_output, set_templates,
    set_lang, set_only, set_municipality, set_solution, set_region, set_wave,
    set_blank, set_due, set_fix, set_jobs, set_strict, set_all, set_json, set_csv,
    set_names, set_timings, set_quiet, set_no_color, set_help, set_version, set_list,
    set_profile;

/* Every option, in the order of --help. */
extern const struct option_spec option_table[];
extern const size_t option_count;

#endif
