#include "report/selection.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/digest.h"
#include "base/text.h"
#include "portfolio/select.h"
#include "report/wording.h"

/* In paths the same in every language; the label is the reader's word. */
static const struct {
	const char *prefix;
	const char *label;
	bool is_id; /* stands in a path as it is */
} part_table[SELECT_BYS] = {
    [SELECT_MUNICIPALITY] = {"kommune", "selection.municipality", true},
    [SELECT_SOLUTION] = {"loesning", "selection.solution", true},
    [SELECT_REGION] = {"region", "selection.region", false},
    [SELECT_WAVE] = {"boelge", "selection.wave", false},
};

#define PART_MOST 80  /* bytes of a folder's name */
#define PART_BEGIN 60 /* of a longer one, before its digest */

static bool
is_plain(const char *id)
{
	return strspn(id,
		   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		   "0123456789") == strlen(id);
}

/* All that could have been chosen; NULL behind the last. */
static const char *
value_at(const struct portfolio *p, int by, size_t i)
{
	switch ((enum select_by)by) {
	case SELECT_MUNICIPALITY:
		return i < p->nmunicipality ? p->municipality[i].code_text
					    : NULL;
	case SELECT_SOLUTION:
		return i < p->nsolution ? p->solution[i].id : NULL;
	case SELECT_REGION:
		return i < p->nmunicipality ? p->municipality[i].region : NULL;
	case SELECT_WAVE:
		return i < p->nwave ? p->wave[i] : NULL;
	case SELECT_BYS:
		break;
	}
	return NULL;
}

/* "Region Sjælland" is "sjaelland" behind "region-", "Bølge 1" is "1". */
static const char *
value_slug(struct arena *arena, int by, const char *value)
{
	size_t len = strlen(part_table[by].prefix);
	const char *slug;

	if (part_table[by].is_id && is_plain(value))
		return value;
	slug = text_slug(arena, value);
	if (strncmp(slug, part_table[by].prefix, len) == 0 &&
	    slug[len] == '-' && slug[len + 1] != '\0')
		return slug + len + 1;
	return slug;
}

/* With its number, if another value would be called the same. */
static const char *
value_part(
    struct arena *arena, const struct portfolio *p, int by, const char *value)
{
	const char *slug = value_slug(arena, by, value), *other;
	size_t i, number = 0;
	bool taken = false;

	for (i = 0; (other = value_at(p, by, i)) != NULL; i++) {
		if (strcmp(other, value) == 0)
			number = number == 0 ? i + 1 : number;
		else if (strcasecmp(value_slug(arena, by, other), slug) == 0)
			taken = true;
	}
	return taken ? arena_printf(arena, "%s_%zu", slug, number) : slug;
}

/* A long one is told apart from others that begin alike. */
static void
shorten(struct buf *part)
{
	char digest[DIGEST_TEXT];

	if (part->len <= PART_MOST)
		return;
	digest_sha256(part->data, part->len, digest);
	digest[8] = '\0';
	part->len = PART_BEGIN;
	buf_printf(part, "_%s", digest);
}

const char *
selection_part(struct arena *arena, const struct facts *facts)
{
	const struct selection *s = facts->portfolio->selection;
	const char *part;
	struct buf out;
	size_t v;
	int by;

	if (s == NULL)
		return NULL;
	buf_init(&out);
	for (by = 0; by < SELECT_BYS; by++) {
		if (s->count[by] == 0)
			continue;
		buf_printf(&out, "%s%s", out.len > 0 ? "_" : "",
		    part_table[by].prefix);
		for (v = 0; v < s->count[by]; v++)
			buf_printf(&out, "-%s",
			    value_part(
				arena, facts->portfolio, by, s->value[by][v]));
	}
	shorten(&out);
	part = arena_strndup(arena, out.data, out.len);
	buf_release(&out);
	return part;
}

/* A code says little to a reader: the name stands with it. */
static const char *
value_words(
    struct arena *arena, const struct facts *facts, int by, const char *value)
{
	int number;

	if (by != SELECT_MUNICIPALITY)
		return value;
	number = portfolio_find_municipality(facts->portfolio, value);
	return number == -1 ? value
			    : arena_printf(arena, "%s %s", value,
				  facts->portfolio->municipality[number].name);
}

const char *
selection_words(struct arena *arena, const struct facts *facts)
{
	const struct selection *s = facts->portfolio->selection;
	const char *words;
	struct buf out;
	size_t v;
	int by;

	if (s == NULL)
		return NULL;
	buf_init(&out);
	for (by = 0; by < SELECT_BYS; by++)
		for (v = 0; v < s->count[by]; v++) {
			if (v == 0)
				buf_printf(&out, "%s%s",
				    out.len > 0 ? " · " : "",
				    wording(facts, part_table[by].label));
			buf_printf(&out, "%s %s", v > 0 ? "," : "",
			    value_words(arena, facts, by, s->value[by][v]));
		}
	words = arena_strndup(arena, out.data, out.len);
	buf_release(&out);
	return words;
}
