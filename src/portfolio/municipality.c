#include "portfolio/municipality.h"

#include <string.h>

#include "base/arena.h"
#include "base/names.h"
#include "base/text.h"

struct spelling {
	const char *plain; /* see plain_name() */
	int number;
};

struct municipality_names {
	struct arena *arena;
	struct names *known;       /* codes and names of the register */
	struct names *seen;        /* spellings resolved before */
	struct spelling *spelling; /* every name of the register */
	size_t nspelling, cap;
};

#define CODE_DIGITS 4

struct municipality_names *
municipality_names_new(struct arena *arena)
{
	struct municipality_names *names = arena_alloc(arena, sizeof(*names));

	names->arena = arena;
	names->known = names_new(arena);
	names->seen = names_new(arena);
	return names;
}

static void
cut_suffix(char *text, const char *suffix)
{
	size_t len = strlen(text), cut = strlen(suffix);

	if (len > cut && strcmp(text + len - cut, suffix) == 0)
		text[len - cut] = '\0';
}

/* Folded, å as aa, without "Kommune". */
static const char *
plain_name(struct arena *arena, const char *name)
{
	char *text = text_fold(arena, name), *p;

	while ((p = strstr(text, "å")) != NULL)
		memcpy(p, "aa", 2); /* å has two bytes too */
	cut_suffix(text, " regionskommune");
	cut_suffix(text, " kommune");
	return text;
}

/* Equal but for a genitive s at the end of one of them. */
static bool
equal_but_s(const char *a, const char *b)
{
	size_t alen = strlen(a), blen = strlen(b);
	size_t shorter = alen < blen ? alen : blen;
	const char *longer = alen < blen ? b : a;

	return alen + blen == 2 * shorter + 1 && longer[shorter] == 's' &&
	    memcmp(a, b, shorter) == 0;
}

int
municipality_code(const char *text)
{
	size_t i;
	int code = 0;

	for (i = 0; text[i] >= '0' && text[i] <= '9'; i++) {
		if (i == CODE_DIGITS)
			return -1;
		code = code * 10 + (text[i] - '0');
	}
	return text[i] == '\0' && code > 0 ? code : -1;
}

static const char *
code_text(struct arena *arena, int code)
{
	return arena_printf(arena, "%03d", code);
}

void
municipality_names_put(
    struct municipality_names *names, int code, const char *name, int number)
{
	struct spelling *s;

	names_put(names->known, code_text(names->arena, code), number);
	names_put(names->known, name, number);
	names->spelling = arena_grow(names->arena, names->spelling,
	    names->nspelling, &names->cap, sizeof(*names->spelling));
	s = &names->spelling[names->nspelling++];
	s->plain = plain_name(names->arena, name);
	s->number = number;
}

/* One municipality only, or none: a name that fits two is no name. */
static int
find_name(const struct municipality_names *names, const char *text, bool but_s)
{
	const char *plain = plain_name(names->arena, text);
	int found = MUNICIPALITY_NONE;
	size_t i;

	for (i = 0; i < names->nspelling; i++) {
		const struct spelling *s = &names->spelling[i];

		if (but_s ? !equal_but_s(s->plain, plain)
			  : strcmp(s->plain, plain) != 0)
			continue;
		if (found != MUNICIPALITY_NONE && found != s->number)
			return MUNICIPALITY_NONE;
		found = s->number;
	}
	return found;
}

static int
resolve_name(const struct municipality_names *names, const char *text)
{
	int number = find_name(names, text, false);

	return number != MUNICIPALITY_NONE ? number
					   : find_name(names, text, true);
}

/* A code, a name, or a code with the name behind it as a check. */
static int
resolve(const struct municipality_names *names, const char *text)
{
	size_t digits = strspn(text, "0123456789");
	const char *name = text + digits + strspn(text + digits, " -,");
	int code, by_code;

	if (digits == 0)
		return resolve_name(names, text);
	code = municipality_code(arena_strndup(names->arena, text, digits));
	by_code = code == -1
	    ? MUNICIPALITY_NONE
	    : names_get(names->known, code_text(names->arena, code));
	if (*name == '\0')
		return by_code;
	if (by_code == MUNICIPALITY_NONE)
		return resolve_name(names, text);
	if (name[strspn(name, "0123456789., -")] == '\0')
		return MUNICIPALITY_NONE; /* 101,00 */
	return resolve_name(names, name) == by_code ? by_code
						    : MUNICIPALITY_DISAGREE;
}

int
municipality_names_get(struct municipality_names *names, const char *text)
{
	int number = names_get(names->seen, text);

	if (number != NAMES_NONE || text == NULL)
		return number == NAMES_NONE ? MUNICIPALITY_NONE : number;
	number = resolve(names, text);
	if (number >= 0)
		names_put(names->seen, text, number);
	return number;
}

const char *
municipality_names_nearest(
    const struct municipality_names *names, const char *text)
{
	const char *near = names_nearest(names->known, text);

	return near != NULL
	    ? near
	    : names_nearest(names->known, plain_name(names->arena, text));
}
