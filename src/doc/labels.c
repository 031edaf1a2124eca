/*
 * An open hash table of keys; the last text read for a key holds.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/reword.h"
#include "doc/labels.h"
#include "doc/node.h"

#define WORD "word." /* begins the key of what is a word, no label */

struct entry {
	const char *key; /* NULL: a free slot */
	const char *text;
	const char *read; /* the text before the office's words */
	bool over;        /* the office's own, said as it stands */
};

/* A line "word.from = to", for messages. */
struct word_line {
	const char *from;
	struct loc loc;
};

struct labels {
	struct arena *arena;
	struct reword *words;
	struct word_line *word;
	size_t nword, word_cap;
	struct entry *slot; /* size of them, a power of two */
	size_t size;
	size_t count;
};

/* Keys come whole ("status.done") or as prefix and id; part is what's left. */
static unsigned
hash_part(unsigned hash, const char *part)
{
	for (; *part != '\0'; part++)
		hash = (hash ^ (unsigned char)*part) * 16777619U;
	return hash;
}

static unsigned
hash_key(const char *prefix, const char *id)
{
	unsigned hash = hash_part(2166136261U, prefix);

	if (id != NULL)
		hash = hash_part(hash_part(hash, "."), id);
	return hash;
}

static bool
key_is(const char *key, const char *prefix, const char *id)
{
	size_t len = strlen(prefix);

	if (id == NULL)
		return strcmp(key, prefix) == 0;
	return strncmp(key, prefix, len) == 0 && key[len] == '.' &&
	    strcmp(key + len + 1, id) == 0;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct entry *
slot_find(struct entry *slot, size_t size, const char *prefix, const char *id)
{
	size_t i = hash_key(prefix, id) & (size - 1);

	while (slot[i].key != NULL && !key_is(slot[i].key, prefix, id))
		i = (i + 1) & (size - 1);
	return &slot[i];
}

static void
table_grow(struct labels *labels)
{
	size_t size = labels->size * 2, i;
	struct entry *slot, *e;

	slot = arena_array(labels->arena, size, sizeof(*slot));
	for (i = 0; i < labels->size; i++) {
		e = &labels->slot[i];
		if (e->key != NULL)
			*slot_find(slot, size, e->key, NULL) = *e;
	}
	labels->slot = slot;
	labels->size = size;
}

struct labels *
labels_new(struct arena *arena)
{
	struct labels *labels = arena_alloc(arena, sizeof(*labels));

	labels->arena = arena;
	labels->words = reword_new(arena);
	labels->size = 256;
	labels->slot = arena_array(arena, labels->size, sizeof(*labels->slot));
	return labels;
}

static void
label_set(struct labels *labels, const char *key, const char *text, bool over)
{
	struct entry *e;

	if (labels->count * 2 >= labels->size)
		table_grow(labels);
	e = slot_find(labels->slot, labels->size, key, NULL);
	if (e->key == NULL)
		labels->count++;
	e->key = key;
	e->text = text;
	e->read = text;
	e->over = over;
}

static const char *
take(struct arena *arena, const char *text, size_t len)
{
	text = text_trim(text, &len);
	return node_text(arena, arena_strndup(arena, text, len));
}

static const char *
nearest_key(const struct labels *labels, const char *wanted)
{
	const char **key;
	size_t i, n = 0;

	key = arena_array(labels->arena, labels->count, sizeof(*key));
	for (i = 0; i < labels->size; i++)
		if (labels->slot[i].key != NULL)
			key[n++] = labels->slot[i].key;
	return text_nearest(labels->arena, wanted, key, n);
}

static void
word_add(struct labels *labels, const struct loc *loc, const char *from,
    const char *to)
{
	labels->word = arena_grow(labels->arena, labels->word, labels->nword,
	    &labels->word_cap, sizeof(*labels->word));
	labels->word[labels->nword++] = (struct word_line){from, *loc};
	reword_add(labels->words, from, to);
}

static int
line_read(struct labels *labels, struct diag *diag, const char *path, int line,
    const char *text, size_t len, bool over)
{
	const struct loc loc = {.file = path, .line = line};
	const char *equals, *key, *value;

	text = text_trim(text, &len);
	if (len == 0 || *text == '#')
		return 0;
	equals = memchr(text, '=', len);
	key = take(labels->arena, text,
	    equals == NULL ? len : (size_t)(equals - text));
	if (equals == NULL || *key == '\0') {
		diag_add(diag, DIAG_label_line, &loc,
		    take(labels->arena, text, len), (char *)NULL);
		return -1;
	}
	value =
	    take(labels->arena, equals + 1, len - (size_t)(equals + 1 - text));
	if (strncmp(key, WORD, strlen(WORD)) == 0) {
		word_add(labels, &loc, key + strlen(WORD), value);
		return 0;
	}
	if (over && label_find(labels, key) == NULL)
		diag_add(diag, DIAG_label_unknown, &loc, key,
		    nearest_key(labels, key), (char *)NULL);
	label_set(labels, key, value, over);
	return 0;
}

static int
lines_read(struct labels *labels, struct diag *diag, const char *path,
    const char *text, size_t len, bool over)
{
	const char *end = text + len, *stop;
	int line = 1, result = 0;

	for (; text < end; text = stop + 1, line++) {
		stop = memchr(text, '\n', (size_t)(end - text));
		if (stop == NULL)
			stop = end;
		if (line_read(labels, diag, path, line, text,
			(size_t)(stop - text), over) == -1)
			result = -1;
		if (stop == end)
			break;
	}
	return result;
}

int
labels_read(struct labels *labels, struct diag *diag, const char *path,
    const char *text, size_t len)
{
	return lines_read(labels, diag, path, text, len, false);
}

int
labels_read_over(struct labels *labels, struct diag *diag, const char *path,
    const char *text, size_t len)
{
	return lines_read(labels, diag, path, text, len, true);
}

void
labels_reword(struct labels *labels)
{
	struct entry *e;
	size_t i;

	for (i = 0; i < labels->size; i++) {
		e = &labels->slot[i];
		if (e->key != NULL && !e->over)
			e->text = reword_put(labels->words, e->text);
	}
}

const struct reword *
labels_rewording(const struct labels *labels)
{
	return labels->words;
}

bool
labels_have_words(const struct labels *labels)
{
	return labels->nword > 0;
}

/* A word that stands within a longer one of the office's alone is no slip. */
static void
check_word(const struct labels *labels, struct diag *diag,
    const struct word_line *word, const char *const *text, size_t ntext)
{
	const char *nearest;

	if (reword_used(labels->words, word->from))
		return;
	nearest = reword_nearest(labels->arena, word->from, text, ntext);
	if (nearest == NULL || strcmp(nearest, word->from) != 0)
		diag_add(diag, DIAG_word_unknown, &word->loc, word->from,
		    nearest, (char *)NULL);
}

void
labels_check_words(const struct labels *labels, struct diag *diag,
    const char *const *text, size_t ntext)
{
	const char **all;
	size_t i, n = 0;

	all = arena_array(labels->arena, ntext + labels->count, sizeof(*all));
	for (i = 0; i < labels->size; i++)
		if (labels->slot[i].key != NULL)
			all[n++] = labels->slot[i].read;
	for (i = 0; i < ntext; i++)
		all[n++] = text[i];
	for (i = 0; i < labels->nword; i++)
		check_word(labels, diag, &labels->word[i], all, n);
}

const char *
label_find(const struct labels *labels, const char *key)
{
	return slot_find(labels->slot, labels->size, key, NULL)->text;
}

const char *
label(const struct labels *labels, const char *key)
{
	const char *text = label_find(labels, key);

	return text != NULL ? text : key;
}

const char *
label_of(const struct labels *labels, const char *prefix, const char *id)
{
	const char *text;

	text = slot_find(labels->slot, labels->size, prefix, id)->text;
	if (text != NULL)
		return text;
	return arena_printf(labels->arena, "%s.%s", prefix, id);
}
