#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text_fold.h"
#include "base/text_unicode.h"

/* A longer word is no misspelling of a name; and it bounds the table. */
#define WORD_MAX 64

/* A beginning of so many letters is worth a suggestion. */
#define PREFIX_MIN 4

/* A folded word as code points, æ ø å as ae oe aa, other accents dropped. */
struct spelt {
	size_t n;
	unsigned long c[WORD_MAX];
};

/* Up to two more; the caller has made sure of the room. */
static void
put_letter(struct spelt *spelt, unsigned long c)
{
	switch (c) {
	case 0xE6: /* æ */
		spelt->c[spelt->n++] = 'a';
		spelt->c[spelt->n++] = 'e';
		break;
	case 0xF8: /* ø */
		spelt->c[spelt->n++] = 'o';
		spelt->c[spelt->n++] = 'e';
		break;
	case 0xE5: /* å */
		spelt->c[spelt->n++] = 'a';
		spelt->c[spelt->n++] = 'a';
		break;
	default:
		spelt->c[spelt->n++] = unicode_base(c);
	}
}

/* The length, or 0 if the word is too long to be compared. */
static size_t
spell_out(const char *word, struct spelt *spelt)
{
	struct buf folded;
	const char *p, *end;

	spelt->n = 0;
	buf_init(&folded);
	text_fold_into(&folded, word);
	end = folded.data + folded.len;
	for (p = folded.data; p < end && spelt->n + 2 <= WORD_MAX;)
		put_letter(spelt, text_next(&p, end));
	if (p < end)
		spelt->n = 0;
	buf_release(&folded);
	return spelt->n;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbours, one each. */
static size_t
edit_distance(const struct spelt *a, const struct spelt *b)
{
	size_t row[3][WORD_MAX + 1], *two, *one, *now, *spare, cost;

	two = row[0];
	one = row[1];
	now = row[2];
	memset(row, 0, sizeof(row));
	for (size_t j = 0; j <= b->n; j++)
		one[j] = j;
	for (size_t i = 1; i <= a->n; i++) {
		now[0] = i;
		for (size_t j = 1; j <= b->n; j++) {
			cost = a->c[i - 1] == b->c[j - 1] ? 0 : 1;
			now[j] = least(
			    least(one[j], now[j - 1]) + 1, one[j - 1] + cost);
			if (i > 1 && j > 1 && a->c[i - 1] == b->c[j - 2] &&
			    a->c[i - 2] == b->c[j - 1])
				now[j] = least(now[j], two[j - 2] + 1);
		}
		spare = two;
		two = one;
		one = now;
		now = spare;
	}
	return one[b->n];
}

/* A third of the longer word, at least 1, at most 3, never all of it. */
static bool
near_enough(size_t distance, const struct spelt *a, const struct spelt *b)
{
	size_t longer, allowed;

	longer = a->n > b->n ? a->n : b->n;
	allowed = least(longer / 3, 3);
	if (allowed == 0)
		allowed = 1;
	return distance <= allowed && distance < longer;
}

static bool
begins_like(const struct spelt *a, const struct spelt *b)
{
	size_t shorter;

	shorter = least(a->n, b->n);
	return shorter >= PREFIX_MIN &&
	    memcmp(a->c, b->c, shorter * sizeof(a->c[0])) == 0;
}

/* Worse than any misspelling: a mere beginning, the shorter rest the better. */
static size_t
distance_of(const struct spelt *a, const struct spelt *b)
{
	size_t distance;

	distance = edit_distance(a, b);
	if (near_enough(distance, a, b))
		return distance;
	return begins_like(a, b) ? WORD_MAX + distance : SIZE_MAX;
}

const char *
text_nearest(
    struct arena *arena, const char *word, const char *const *words, size_t n)
{
	struct spelt wanted, known;
	const char *nearest;
	size_t distance, best;

	if (spell_out(word, &wanted) == 0)
		return NULL;
	nearest = NULL;
	best = SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		if (spell_out(words[i], &known) == 0)
			continue;
		distance = distance_of(&wanted, &known);
		if (distance < best) {
			best = distance;
			nearest = words[i];
		}
	}
	return nearest == NULL ? NULL : arena_strdup(arena, nearest);
}
