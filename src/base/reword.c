#include "base/reword.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/text_unicode.h"

struct pair {
	const char *from;
	const char *to;
	bool used;
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

static struct pair *
find(const struct reword *words, const char *from)
{
	size_t i;

	for (i = 0; i < words->count; i++)
		if (strcmp(words->pair[i].from, from) == 0)
			return &words->pair[i];
	return NULL;
}

void
reword_add(struct reword *words, const char *from, const char *to)
{
	struct pair *pair;
	size_t i;

	if (*from == '\0')
		return;
	pair = find(words, from);
	if (pair != NULL) {
		pair->to = to;
		return;
	}
	pair = arena_array(words->arena, words->count + 1, sizeof(*pair));
	for (i = 0;
	     i < words->count && strlen(words->pair[i].from) > strlen(from);
	     i++)
		pair[i] = words->pair[i];
	pair[i] = (struct pair){.from = from, .to = to};
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
		words->pair[i].used = true;
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

bool
reword_used(const struct reword *words, const char *from)
{
	const struct pair *pair = find(words, from);

	return pair != NULL && pair->used;
}

/*
 * The length of so many words with one blank or line break between each two
 * that begin at p, else 0.
 */
static size_t
words_at(const char *p, const char *end, size_t nword)
{
	const char *at = p;

	for (;;) {
		if (!goes_on(at, end))
			return 0;
		while (goes_on(at, end))
			(void)text_next(&at, end);
		if (--nword == 0)
			return (size_t)(at - p);
		if (at == end || (*at != ' ' && *at != '\n'))
			return 0;
		at++;
	}
}

static size_t
count_words(const char *from)
{
	size_t n = 1;

	for (; *from != '\0'; from++)
		n += *from == ' ';
	return n;
}

/* All of so many words that stand in one text. */
struct phrases {
	struct arena *arena;
	size_t nword;
	bool capital; /* those that begin with one, or the others */
	const char **text;
	size_t count, cap;
};

static void
add_phrase(struct phrases *all, const char *p, size_t len)
{
	char *text = arena_strndup(all->arena, p, len), *blank;

	while ((blank = strchr(text, '\n')) != NULL)
		*blank = ' ';
	all->text = arena_grow(
	    all->arena, all->text, all->count, &all->cap, sizeof(*all->text));
	all->text[all->count++] = text;
}

static bool
has_capital(const char *p, const char *end)
{
	unsigned long c = p == end ? 0 : text_next(&p, end);

	return unicode_lower(c) != c;
}

static void
add_phrases(struct phrases *all, const char *text)
{
	const char *p = text, *end = text + strlen(text);
	bool inside = false;
	size_t len;

	while (p < end) {
		len = no_words(p);
		if (len > 0) {
			p += len;
			inside = false;
			continue;
		}
		len = inside ? 0 : words_at(p, end, all->nword);
		if (len > 0 && has_capital(p, end) == all->capital)
			add_phrase(all, p, len);
		inside = goes_on(p, end);
		(void)text_next(&p, end);
	}
}

const char *
reword_nearest(struct arena *arena, const char *from, const char *const *text,
    size_t ntext)
{
	struct phrases all = {.arena = arena_new(),
	    .nword = count_words(from),
	    .capital = has_capital(from, from + strlen(from))};
	const char *nearest;
	size_t i;

	for (i = 0; i < ntext; i++)
		add_phrases(&all, text[i]);
	all.capital = !all.capital;
	for (i = 0; i < ntext; i++)
		add_phrases(&all, text[i]);
	nearest = text_nearest(arena, from, all.text, all.count);
	arena_free(all.arena);
	return nearest;
}
