/*
 * The enumerations of the input, as tables, and how a word is found in one.
 */
#include "input/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

/* clang-format off */
#define WORD(SET, NAME, id, da)	{ id, da },
#define WORDS(NAME, LIST) \
	const struct word word_##NAME[] = { LIST(WORD) { NULL, NULL } };

WORDS(yesno, WORDS_YESNO)
WORDS(transition, WORDS_TRANSITION)
WORDS(state, WORDS_STATE)
WORDS(benefit_type, WORDS_BENEFIT_TYPE)
WORDS(attribution, WORDS_ATTRIBUTION)
WORDS(status, WORDS_STATUS)
WORDS(dimension, WORDS_DIMENSION)
WORDS(light, WORDS_LIGHT)
WORDS(answer, WORDS_ANSWER)
WORDS(decision, WORDS_DECISION)
WORDS(urgency, WORDS_URGENCY)
WORDS(open, WORDS_OPEN)
WORDS(grade, WORDS_GRADE)
WORDS(basis, WORDS_BASIS)
WORDS(origin, WORDS_ORIGIN)
WORDS(condition, WORDS_CONDITION)
WORDS(dependency, WORDS_DEPENDENCY)
/* clang-format on */

/*
 * The lists are in lower case, so all that may differ from a folded text is
 * a '_' or '-' that folding made a blank.
 */
static bool
same_word(const char *folded, const char *listed)
{
	for (; *folded != '\0' && *listed != '\0'; folded++, listed++) {
		bool joint = *listed == '_' || *listed == '-';

		if (*folded != *listed && !(*folded == ' ' && joint))
			return false;
	}
	return *folded == *listed;
}

static int
find_exact(const struct word *list, const char *text)
{
	for (int i = 0; list[i].id != NULL; i++)
		if (strcmp(text, list[i].da) == 0 ||
		    strcmp(text, list[i].id) == 0)
			return i;
	return -1;
}

int
word_find(struct arena *arena, const struct word *list, const char *text)
{
	const char *folded;
	int found;

	/* As spelled in nearly every cell, and without a copy. */
	found = find_exact(list, text);
	if (found != -1)
		return found;
	folded = text_fold_word(arena, text);
	for (int i = 0; list[i].id != NULL; i++)
		if (same_word(folded, list[i].da) ||
		    same_word(folded, list[i].id))
			return i;
	return -1;
}

size_t
word_count(const struct word *list)
{
	size_t n = 0;

	while (list[n].id != NULL)
		n++;
	return n;
}
