#include "base/reword.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/text_unicode.h"

struct pair {
	const char *from;
	const char *to;
};

struct reword {
	struct arena *arena;
	struct pair *pair; /* the longest from first */
	size_t count;
};

struct reword *
reword_new(struct arena *arena)
{
	struct reword *words = arena_alloc(arena, sizeof(*words));

	words->arena = arena;
	return words;
}

void
reword_add(struct reword *words, const char *from, const char *to)
{
	struct pair *pair;
	size_t i;

	if (*from == '\0')
		return;
	pair = arena_array(words->arena, words->count + 1, sizeof(*pair));
	for (i = 0;
	     i < words->count && strlen(words->pair[i].from) > strlen(from);
	     i++)
		pair[i] = words->pair[i];
	pair[i] = (struct pair){from, to};
	for (; i < words->count; i++)
		pair[i + 1] = words->pair[i];
	words->pair = pair;
	words->count++;
}

/* A letter, a digit or a low line: what a word goes on with. */
static bool
goes_on(const char *p, const char *end)
{
	unsigned long c;

	if (p == end)
		return false;
	c = text_next(&p, end);
	return c == '_' || (c >= '0' && c <= '9') || unicode_is_letter(c);
}

/*
 * The length of from where it stands at p, else 0.  *capital: it begins with
 * one that from hasn't; *broken: a line ends in it.
 */
static size_t
match(const char *p, const char *end, const char *from, bool *capital,
    bool *broken)
{
	const char *at = p, *from_end = from + strlen(from);
	unsigned long c, want = text_next(&from, from_end);

	c = text_next(&at, end);
	*capital = c != want;
	*broken = false;
	if (c != want && unicode_lower(c) != want)
		return 0;
	for (; from < from_end; from++, at++) {
		if (at == end)
			return 0;
		if (*from == ' ' && *at == '\n')
			*broken = true;
		else if (*from != *at)
			return 0;
	}
	return goes_on(at, end) ? 0 : (size_t)(at - p);
}

/* A line that ended in the words ends in those that take their place. */
static void
put_pair(struct buf *out, const char *to, bool capital, bool broken)
{
	const char *end = to + strlen(to), *blank = strchr(to, ' ');

	if (capital && to < end)
		buf_put_utf8(out, unicode_upper(text_next(&to, end)));
	if (broken && blank != NULL) {
		buf_add(out, to, (size_t)(blank - to));
		to = blank + 1;
		broken = false;
		buf_putc(out, '\n');
	}
	buf_add(out, to, (size_t)(end - to));
	if (broken)
		buf_putc(out, '\n');
}

/* The length of a placeholder or an address that begins at p, else 0. */
static size_t
no_words(const char *p)
{
	const char *end;

	if (strncmp(p, "{{", 2) == 0)
		end = strstr(p, "}}");
	else if (strncmp(p, "](", 2) == 0)
		end = strchr(p, ')');
	else
		return 0;
	return end == NULL ? 0 : (size_t)(end - p);
}

/* What stands at p, a word's beginning, is put; returns its length, or 0. */
static size_t
put_at(
    const struct reword *words, struct buf *out, const char *p, const char *end)
{
	bool capital, broken;
	size_t i, len;

	for (i = 0; i < words->count; i++) {
		len = match(p, end, words->pair[i].from, &capital, &broken);
		if (len == 0)
			continue;
		put_pair(out, words->pair[i].to, capital, broken);
		return len;
	}
	return 0;
}

const char *
reword_put(const struct reword *words, const char *text)
{
	const char *p = text, *end = text + strlen(text);
	bool inside = false, found = false;
	struct buf out;
	size_t len;

	if (words == NULL || words->count == 0)
		return text;
	buf_init(&out);
	while (p < end) {
		len = no_words(p);
		if (len == 0 && !inside) {
			len = put_at(words, &out, p, end);
			found = found || len > 0;
		} else if (len > 0)
			buf_add(&out, p, len);
		if (len == 0) {
			const char *from = p;

			inside = goes_on(p, end);
			(void)text_next(&p, end);
			buf_add(&out, from, (size_t)(p - from));
		} else {
			p += len;
			inside = false;
		}
	}
	if (found)
		text = arena_strndup(words->arena, out.data, out.len);
	buf_release(&out);
	return text;
}
