#include "command/profile.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "command/command.h"
#include "command/option_spec.h"
#include "input/ini.h"

#define PROFILE_LIMIT 65536

struct profile {
	struct arena *arena;
	struct options *options;
	const struct command *command; /* that runs */
	bool *given;                   /* beside option_table */
	struct ini_file ini;
	bool faulty;
};

/* Starts what is said of a line; the caller ends it. */
static void
blame(struct profile *p, const struct ini_entry *entry)
{
	fprintf(stderr, "parathed: %s:%d: ", diag_shown(p->arena, p->ini.path),
	    entry->line);
	p->faulty = true;
}

static void
blame_unknown(struct profile *p, const struct ini_entry *entry,
    const char *what, const char *word, const char *near)
{
	blame(p, entry);
	fprintf(stderr, "unknown %s '%s'", what, diag_shown(p->arena, word));
	if (near != NULL)
		fprintf(stderr, "; did you mean '%s'?", near);
	putc('\n', stderr);
}

/* Options that belong to one run stay on the command line. */
static bool
may_be_kept(const struct option_spec *spec)
{
	return spec->commands != 0 && spec->set != set_profile &&
	    spec->set != set_help && spec->set != set_version;
}

static const struct option_spec *
find_spec(struct profile *p, const struct ini_entry *entry)
{
	const char **known =
	    arena_array(p->arena, option_count, sizeof(*known));
	size_t i, n = 0;

	for (i = 0; i < option_count; i++) {
		if (!may_be_kept(&option_table[i]))
			continue;
		known[n] = option_table[i].name + strlen("--");
		if (strcmp(known[n], entry->key) == 0)
			return &option_table[i];
		n++;
	}
	blame_unknown(p, entry, "option", entry->key,
	    text_nearest(p->arena, entry->key, known, n));
	return NULL;
}

/* Those that may be given again, or name several. */
static bool
is_list(const struct option_spec *spec)
{
	return spec->set == set_only || spec->set == set_municipality ||
	    spec->set == set_solution || spec->set == set_region ||
	    spec->set == set_wave;
}

/* Returns what would be right, or NULL; each of "101, 751" in turn. */
static const char *
set_each(struct profile *p, struct options *options,
    const struct option_spec *spec, const char *value)
{
	const char *wanted = NULL;
	size_t len, end;

	while (wanted == NULL) {
		value += strspn(value, " \t");
		len = end = strcspn(value, ",");
		while (len > 0 && strchr(" \t", value[len - 1]) != NULL)
			len--;
		wanted = spec->set(
		    p->arena, options, arena_strndup(p->arena, value, len));
		if (value[end] == '\0')
			break;
		value += end + 1;
	}
	return wanted;
}

static const char *
set_flag(struct profile *p, struct options *options,
    const struct option_spec *spec, const char *value)
{
	if (strcmp(value, "no") == 0)
		return NULL;
	if (strcmp(value, "yes") != 0)
		return "yes or no";
	return spec->set(p->arena, options, NULL);
}

static void
set_entry(struct profile *p, struct options *options,
    const struct option_spec *spec, const struct ini_entry *entry)
{
	const char *wanted = spec->argument == NULL
	    ? set_flag(p, options, spec, entry->value)
	    : is_list(spec) ? set_each(p, options, spec, entry->value)
			    : spec->set(p->arena, options, entry->value);

	if (wanted == NULL)
		return;
	blame(p, entry);
	fprintf(stderr, "%s takes %s, not '%s'\n", entry->key, wanted,
	    diag_shown(p->arena, entry->value));
}

/* An entry is tried on a copy even if this command has no use for it. */
static void
take_entry(struct profile *p, const struct ini_entry *entry)
{
	struct options aside = {.input = NULL};
	const struct option_spec *spec;
	bool *given, wanted;

	spec = find_spec(p, entry);
	if (spec == NULL)
		return;
	given = &p->given[spec - option_table];
	wanted = !*given && (spec->commands & p->command->bit) != 0 &&
	    (*entry->section == '\0' ||
		strcmp(entry->section, p->command->name) == 0);
	set_entry(p, wanted ? p->options : &aside, spec, entry);
	*given |= wanted;
}

/* A section is of a command, and holds options of that command only. */
static void
check_section(struct profile *p, const struct ini_entry *entry)
{
	const struct command *command = command_find(entry->section);
	size_t i;

	if (command == NULL) {
		blame_unknown(p, entry, "command", entry->section,
		    command_nearest(p->arena, entry->section));
		return;
	}
	for (i = 0; i < option_count; i++) {
		if (strcmp(option_table[i].name + strlen("--"), entry->key) !=
			0 ||
		    (option_table[i].commands & command->bit) != 0)
			continue;
		blame(p, entry);
		fprintf(stderr, "%s is no option of %s\n", entry->key,
		    command->name);
	}
}

/* What a section says comes first, and so wins. */
static void
take_entries(struct profile *p)
{
	size_t i;

	for (i = 0; i < p->ini.nentry; i++)
		if (*p->ini.entry[i].section != '\0') {
			check_section(p, &p->ini.entry[i]);
			take_entry(p, &p->ini.entry[i]);
		}
	for (i = 0; i < p->ini.nentry; i++)
		if (*p->ini.entry[i].section == '\0')
			take_entry(p, &p->ini.entry[i]);
}

/* Returns 0, or -1 after saying why it can't be used; in English, as all
 * that is wrong with a command line. */
static int
read_profile(struct profile *p)
{
	const char *path = p->options->profile;
	struct diag *diag = diag_new(p->arena, DIAG_EN);
	size_t len;
	char *bytes;

	bytes = file_read(p->arena, path, PROFILE_LIMIT, &len);
	if (bytes == NULL) {
		fprintf(stderr, "parathed: %s: %s\n",
		    diag_shown(p->arena, path), strerror(errno));
		return -1;
	}
	if (ini_read(p->arena, diag, path, bytes, len, &p->ini) == 0 &&
	    diag_worst(diag) != DIAG_FATAL)
		return 0;
	diag_print(diag, stderr, DIAG_WARNING, 0, false);
	return -1;
}

int
profile_apply(struct arena *arena, struct options *options, bool *given)
{
	struct profile p = {.arena = arena, .options = options, .given = given};

	if (options->profile == NULL || options->noperand == 0 ||
	    options->help || options->version)
		return 0;
	p.command = command_find(options->operand[0]);
	if (p.command == NULL)
		return 0;
	if (read_profile(&p) == -1)
		return -1;
	take_entries(&p);
	return p.faulty ? -1 : 0;
}
