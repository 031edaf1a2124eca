#include "base/text_fold.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/text_unicode.h"

void
text_fold_into(struct buf *out, const char *text)
{
	const char *end;
	unsigned long c;
	bool blank;

	blank = false;
	end = text + strlen(text);
	while (text < end) {
		c = text_next(&text, end);
		if (unicode_is_blank(c)) {
			blank = true;
			continue;
		}
		if (blank && out->len > 0)
			buf_putc(out, ' ');
		blank = false;
		buf_put_utf8(out, unicode_lower(c));
	}
	unicode_compose(out);
}

char *
text_fold(struct arena *arena, const char *text)
{
	struct buf folded;
	char *copy;

	buf_init(&folded);
	text_fold_into(&folded, text);
	copy = arena_strndup(arena, folded.data, folded.len);
	buf_release(&folded);
	return copy;
}

/* Is the character from here on a letter? */
static bool
letter_at(const char *p, const char *end)
{
	return p < end && unicode_is_letter(text_next(&p, end));
}

char *
text_fold_word(struct arena *arena, const char *text)
{
	char *word, *at;
	const char *p, *end;
	unsigned long c;
	bool after_letter;

	word = text_fold(arena, text);
	after_letter = false;
	end = word + strlen(word);
	for (p = word; p < end;) {
		at = word + (p - word);
		c = text_next(&p, end);
		if ((c == '_' || c == '-') && after_letter && letter_at(p, end))
			*at = ' ';
		after_letter = unicode_is_letter(c);
	}
	return word;
}

/*
 * Most words that are compared part at an early plain letter, and nothing that
 * follows can make them equal again: no folding is needed then.
 */
static bool
differ_plainly(const char *a, const char *b)
{
	unsigned long x, y;

	do {
		x = (unsigned char)*a++;
		y = (unsigned char)*b++;
		if (x <= ' ' || y <= ' ' || x >= 0x80 || y >= 0x80)
			return false;
	} while (unicode_lower(x) == unicode_lower(y));
	return true;
}

bool
text_equal_fold(const char *a, const char *b)
{
	struct buf folded_a, folded_b;
	bool equal;

	if (differ_plainly(a, b))
		return false;
	if (strcmp(a, b) == 0)
		return true;
	buf_init(&folded_a);
	buf_init(&folded_b);
	text_fold_into(&folded_a, a);
	text_fold_into(&folded_b, b);
	equal = strcmp(folded_a.data, folded_b.data) == 0;
	buf_release(&folded_a);
	buf_release(&folded_b);
	return equal;
}
