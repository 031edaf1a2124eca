#include "command/explain_code.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag_explain.h"
#include "base/diag_message.h"
#include "base/text.h"

#define COLUMNS 76
#define INDENT 4

static enum diag_language
language_of(const struct options *options)
{
	return strcmp(options->lang, "en") == 0 ? DIAG_EN : DIAG_DA;
}

bool
explain_is_code(const char *word)
{
	enum diag_code code;

	return diag_code_find(word, &code);
}

/* Words in lines of at most COLUMNS, all indented. */
static void
print_paragraph(struct arena *arena, const char *text)
{
	size_t used = 0, len, width;

	for (; *text != '\0'; text += len) {
		text += strspn(text, " ");
		len = strcspn(text, " ");
		width = text_width(arena_strndup(arena, text, len));
		if (used > 0 && used + 1 + width > COLUMNS) {
			putchar('\n');
			used = 0;
		}
		if (used == 0)
			used = (size_t)printf("%*s", INDENT, "");
		else
			used += (size_t)printf(" ");
		printf("%.*s", (int)len, text);
		used += width;
	}
	putchar('\n');
}

static void
print_part(struct arena *arena, enum explain_word word,
    enum diag_language language, const char *text)
{
	printf("\n%s:\n", diag_explain_word(word, language));
	print_paragraph(arena, text);
}

/* The message with every part, and dots where something is filled in. */
static const char *
message_of(
    struct arena *arena, enum diag_code code, enum diag_language language)
{
	struct diag_filling filling = {.value = "…"};
	const char *text;
	struct buf out;

	for (size_t i = 0; i < DIAG_ARGUMENTS; i++)
		filling.argument[i] = "…";
	buf_init(&out);
	diag_fill(&out, diag_code_text(code, language), &filling);
	text = arena_strndup(arena, out.data, out.len);
	buf_release(&out);
	return text;
}

int
explain_code(
    struct arena *arena, const struct options *options, const char *word)
{
	enum diag_language language = language_of(options);
	struct explanation e;
	enum diag_code code;

	if (!diag_code_find(word, &code) || !diag_explain(code, language, &e))
		return explain_unknown(arena, word);
	printf("%s: %s\n\n", diag_code_id(code),
	    diag_explain_level(diag_code_level(code), language));
	print_paragraph(arena, e.meaning);
	print_part(arena, EXPLAIN_MESSAGE, language,
	    message_of(arena, code, language));
	print_part(arena, EXPLAIN_WRONG, language, e.wrong);
	print_part(arena, EXPLAIN_RIGHT, language, e.right);
	print_part(arena, EXPLAIN_THEN, language, e.effect);
	return EXIT_GOOD;
}

int
explain_codes(struct arena *arena, const struct options *options)
{
	enum diag_language language = language_of(options);
	enum diag_code code;

	for (code = 0; code < DIAG_CODES; code++)
		printf("%-26s %-8s %s\n", diag_code_id(code),
		    diag_level_id(diag_code_level(code)),
		    message_of(arena, code, language));
	return EXIT_GOOD;
}

int
explain_unknown(struct arena *arena, const char *word)
{
	const char *known[DIAG_CODES];
	enum diag_code code;

	for (code = 0; code < DIAG_CODES; code++)
		known[code] = diag_code_id(code);
	options_unknown(arena, "code", word, known, DIAG_CODES);
	return EXIT_USAGE;
}
