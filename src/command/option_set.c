/*
 * What each option does to struct options.
 */
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "command/option_spec.h"
#include "report/report.h"

const char *
set_month(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->month = month_parse(argument);
	return options->month == MONTH_NONE ? "a month as 2015-03" : NULL;
}

static const char *
set_day(day *date, const char *argument)
{
	if (day_parse(argument, strlen(argument), date) != DAY_WRITTEN)
		return "a date as 2015-03-31";
	return NULL;
}

const char *
set_date(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	return set_day(&options->date, argument);
}

const char *
set_due(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	return set_day(&options->due, argument);
}

static const char *
set_path(const char **path, const char *argument)
{
	*path = argument;
	return *argument == '\0' ? "a folder" : NULL;
}

const char *
set_input(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->input_given = true;
	return set_path(&options->input, argument);
}

const char *
set_output(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	return set_path(&options->output, argument);
}

const char *
set_templates(
    struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	return set_path(&options->templates, argument);
}

const char *
set_lang(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->lang = argument;
	if (strcmp(argument, "da") != 0 && strcmp(argument, "en") != 0)
		return "da or en";
	return NULL;
}

static bool
is_document(const char *name)
{
	size_t i;

	for (i = 0; i < report_count; i++)
		if (!report_table[i].apart &&
		    strcmp(report_table[i].name, name) == 0)
			return true;
	return false;
}

const char *
set_only(struct arena *arena, struct options *options, const char *argument)
{
	const char *name;
	size_t len;

	for (;;) {
		len = strcspn(argument, ",");
		name = arena_strndup(arena, argument, len);
		if (!is_document(name))
			return "names of documents (index, management, ...)";
		options->only = arena_grow(arena, options->only, options->nonly,
		    &options->cap_only, sizeof(*options->only));
		options->only[options->nonly++] = name;
		if (argument[len] == '\0')
			return NULL;
		argument += len + 1;
	}
}

static const char *
select_value(struct arena *arena, struct options *options, enum select_by by,
    const char *argument)
{
	struct selection *s = &options->selection;

	if (*argument == '\0')
		return "a value";
	s->value[by] = arena_grow(arena, s->value[by], s->count[by],
	    &s->cap[by], sizeof(*s->value[by]));
	s->value[by][s->count[by]++] = argument;
	return NULL;
}

/* clang-format off */
#define SELECT(name, BY) \
const char * \
set_##name(struct arena *arena, struct options *options, const char *argument) \
{ \
	return select_value(arena, options, SELECT_##BY, argument); \
}
/* clang-format on */

SELECT(municipality, MUNICIPALITY)
SELECT(solution, SOLUTION)
SELECT(region, REGION)
SELECT(wave, WAVE)

const char *
set_fix(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	return set_path(&options->fix, argument);
}

const char *
set_blank(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->blank = argument;
	return *argument == '\0' ? "a phase" : NULL;
}

const char *
set_profile(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->profile = argument;
	return *argument == '\0' ? "a file" : NULL;
}

const char *
set_list(struct arena *arena, struct options *options, const char *argument)
{
	(void)arena;
	options->list = argument;
	return NULL;
}

const char *
set_jobs(struct arena *arena, struct options *options, const char *argument)
{
	int64_t n;

	(void)arena;
	if (!num_parse_integer(argument, strlen(argument), &n) || n < 1 ||
	    n > JOBS_MOST)
		return "a number from 1 to 64";
	options->jobs = (int)n;
	return NULL;
}

/* clang-format off */
#define FLAG(member) \
const char * \
set_##member(struct arena *arena, struct options *options, const char *unused) \
{ \
	(void)arena; \
	(void)unused; \
	options->member = true; \
	return NULL; \
}
/* clang-format on */

FLAG(strict)
FLAG(all)
FLAG(json)
FLAG(csv)
FLAG(names)
FLAG(timings)
FLAG(quiet)
FLAG(no_color)
FLAG(help)
FLAG(version)
