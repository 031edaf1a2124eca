#include "base/diag_explain.h"

/* clang-format off */
enum effect {
#define EFFECT(name, da, en)	EFFECT_##name,
#include "base/diag_explain.def"
#undef EFFECT
	EFFECTS
};

static const char *const effects[EFFECTS][2] = {
#define EFFECT(name, da, en)	{ da, en },
#include "base/diag_explain.def"
#undef EFFECT
};

/* The levels come last, in their order. */
static const char *const words[][2] = {
#define EXPLAIN_WORD(name, da, en)	{ da, en },
#include "base/diag_explain.def"
#undef EXPLAIN_WORD
};

/* By language: the meaning, then a wrong and a right example. */
static const struct entry {
	const char *meaning[2], *example[4];
	enum effect effect;
} entries[DIAG_CODES] = {
#define SAME(wrong, right)	wrong, right, wrong, right
#define EXPLAIN(code, effect, da, en, ...) \
	[DIAG_##code] = { { da, en }, { __VA_ARGS__ }, EFFECT_##effect },
#include "base/diag_explain.def"
#undef EXPLAIN
#undef SAME
};
/* clang-format on */

bool
diag_explain(enum diag_code code, enum diag_language language,
    struct explanation *explanation)
{
	const struct entry *entry = &entries[code];
	const char *const *example = &entry->example[(size_t)language * 2];

	if (entry->meaning[language] == NULL)
		return false;
	explanation->meaning = entry->meaning[language];
	explanation->wrong = example[0];
	explanation->right = example[1];
	explanation->effect = effects[entry->effect][language];
	return true;
}

const char *
diag_explain_word(enum explain_word word, enum diag_language language)
{
	return words[word][language];
}

const char *
diag_explain_level(enum diag_level level, enum diag_language language)
{
	return words[EXPLAIN_LEVEL + level][language];
}
