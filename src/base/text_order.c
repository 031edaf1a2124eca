#include "base/text.h"

#include <string.h>

#include "base/buf.h"
#include "base/text_fold.h"
#include "base/text_unicode.h"

/* The places of the alphabet, so far apart that everything fits between. */
enum place {
	PLACE_END,
	PLACE_BLANK,
	PLACE_MARK,
	PLACE_DIGIT = 0x10,
	PLACE_LETTER = 0x40,
	PLACE_OTHER = 0x100
};

/* Letters that do not stand where their base letter stands. */
struct letter {
	unsigned long c;
	unsigned long place; /* of the letter that c sorts as */
	unsigned long rank;  /* among those that sort as the same */
};

#define AE (PLACE_LETTER + 26)
#define OE (PLACE_LETTER + 27)
#define AA (PLACE_LETTER + 28)

static const struct letter letters[] = {
    {0xE6, AE, 0},                        /* æ */
    {0xE4, AE, 1},                        /* ä */
    {0xF8, OE, 0},                        /* ø */
    {0xF6, OE, 1},                        /* ö */
    {0x151, OE, 2},                       /* ő */
    {0xE5, AA, 0},                        /* å */
    {0xFC, PLACE_LETTER + 'y' - 'a', 1},  /* ü */
    {0x171, PLACE_LETTER + 'y' - 'a', 2}, /* ű */
    {0xF0, PLACE_LETTER + 'd' - 'a', 1},  /* ð */
    {0x111, PLACE_LETTER + 'd' - 'a', 2}, /* đ */
    {0x142, PLACE_LETTER + 'l' - 'a', 1}, /* ł */
};

/* What one step through a word yields: the alphabet first, then the rank. */
struct weight {
	unsigned long place;
	unsigned long rank;
};

static struct weight
weigh(unsigned long c)
{
	unsigned long base;

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].c == c)
			return (struct weight){
			    letters[i].place, letters[i].rank};
	base = unicode_base(c);
	if (base >= 'a' && base <= 'z')
		return (struct weight){
		    PLACE_LETTER + base - 'a', base == c ? 0 : c};
	if (c >= '0' && c <= '9')
		return (struct weight){PLACE_DIGIT + c - '0', 0};
	if (c == ' ' || c == '-')
		return (struct weight){PLACE_BLANK, c};
	if (unicode_is_letter(c))
		return (struct weight){PLACE_OTHER + c, 0};
	return (struct weight){PLACE_MARK, c};
}

static struct weight
next_weight(const char **p, const char *end)
{
	unsigned long c;

	if (*p == end)
		return (struct weight){PLACE_END, 0};
	c = text_next(p, end);
	if (c == 'a' && *p < end && **p == 'a') {
		*p += 1;
		return (struct weight){AA, 1};
	}
	return weigh(c);
}

/* Accents and spellings count only where the alphabet sees no difference. */
static int
compare_folded(const struct buf *a, const struct buf *b)
{
	const char *p, *q, *p_end, *q_end;
	struct weight x, y;
	int tie;

	p = a->data;
	q = b->data;
	p_end = p + a->len;
	q_end = q + b->len;
	tie = 0;
	do {
		x = next_weight(&p, p_end);
		y = next_weight(&q, q_end);
		if (x.place != y.place)
			return x.place < y.place ? -1 : 1;
		if (tie == 0 && x.rank != y.rank)
			tie = x.rank < y.rank ? -1 : 1;
	} while (x.place != PLACE_END);
	return tie;
}

int
text_compare_danish(const char *a, const char *b)
{
	struct buf folded_a, folded_b;
	int order;

	buf_init(&folded_a);
	buf_init(&folded_b);
	text_fold_into(&folded_a, a);
	text_fold_into(&folded_b, b);
	order = compare_folded(&folded_a, &folded_b);
	buf_release(&folded_a);
	buf_release(&folded_b);
	return order;
}
