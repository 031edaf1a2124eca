#include "base/diag_message.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/text_unicode.h"

struct message {
	const char *id;
	enum diag_level level;
	const char *text[2]; /* by enum diag_language */
};

static const struct message messages[] = {
#define DIAG(code, level, da, en) {#code, DIAG_##level, {da, en}},
#include "base/diag.def"
#undef DIAG
};

const char *
diag_code_id(enum diag_code code)
{
	return messages[code].id;
}

bool
diag_code_find(const char *id, enum diag_code *code)
{
	for (size_t i = 0; i < sizeof(messages) / sizeof(messages[0]); i++) {
		if (strcmp(messages[i].id, id) != 0)
			continue;
		*code = (enum diag_code)i;
		return true;
	}
	return false;
}

enum diag_level
diag_code_level(enum diag_code code)
{
	return messages[code].level;
}

const char *
diag_code_text(enum diag_code code, enum diag_language language)
{
	return messages[code].text[language];
}

size_t
diag_fault_length(const char *message)
{
	const char *semicolon = strstr(message, "; ");
	const char *dash = strstr(message, " - ");
	const char *mark = semicolon;

	if (mark == NULL || (dash != NULL && dash < mark))
		mark = dash;
	if (mark == NULL)
		return strlen(message);
	if (mark > message && mark[-1] == '[')
		mark--;
	return (size_t)(mark - message);
}

const char *
diag_suggestion(const char *message, const struct diag_filling *filling)
{
	static const char *const asks[] = {
	    "mente du '{", "mentes \"{", "did you mean '{", "did you mean \"{"};
	const char *found;

	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		found = strstr(message, asks[i]);
		if (found == NULL)
			continue;
		found += strlen(asks[i]);
		if (*found >= '1' && *found <= '0' + DIAG_ARGUMENTS)
			return filling->argument[*found - '1'];
	}
	return NULL;
}

void
diag_put_shown(struct buf *out, const char *text, size_t limit)
{
	const char *end;
	unsigned long c;

	end = text + strlen(text);
	for (size_t n = 0; text < end; n++) {
		if (n == limit) {
			buf_puts(out, "…");
			return;
		}
		c = text_next(&text, end);
		if (unicode_is_control(c))
			buf_printf(out, "\\u%04lx", c);
		else
			buf_put_utf8(out, c);
	}
}

/* The length of the placeholder at p, 0 if there is none, and its filling. */
static size_t
placeholder_at(
    const char *p, const struct diag_filling *filling, const char **text)
{
	if (strncmp(p, "{value}", 7) == 0) {
		*text = filling->value;
		return 7;
	}
	if (p[0] == '{' && p[1] >= '1' && p[1] <= '0' + DIAG_ARGUMENTS &&
	    p[2] == '}') {
		*text = filling->argument[p[1] - '1'];
		return 3;
	}
	return 0;
}

static void
fill_span(struct buf *out, const char *p, const char *end,
    const struct diag_filling *filling)
{
	const char *text;
	size_t len;

	while (p < end) {
		len = placeholder_at(p, filling, &text);
		if (len == 0)
			buf_putc(out, *p++);
		else if (text != NULL)
			diag_put_shown(out, text,
			    text == filling->value ? DIAG_SHOWN_VALUE
						   : DIAG_SHOWN_OTHER);
		p += len;
	}
}

/*
 * The ']' of an optional part that begins at p, or NULL: brackets without a
 * placeholder in them are words like any other.
 */
static const char *
optional_part(const char *p, const struct diag_filling *filling, bool *given)
{
	const char *close, *text;
	size_t len;
	bool found;

	close = *p == '[' ? strchr(p, ']') : NULL;
	if (close == NULL)
		return NULL;
	*given = true;
	found = false;
	while (p < close) {
		len = placeholder_at(p, filling, &text);
		if (len > 0) {
			found = true;
			if (text == NULL || *text == '\0')
				*given = false;
		}
		p += len > 0 ? len : 1;
	}
	return found ? close : NULL;
}

void
diag_fill(struct buf *out, const char *p, const struct diag_filling *filling)
{
	const char *end;
	bool given;

	while (*p != '\0') {
		end = optional_part(p, filling, &given);
		if (end == NULL) {
			end = p + 1 + strcspn(p + 1, "[");
			fill_span(out, p, end, filling);
			p = end;
			continue;
		}
		if (given)
			fill_span(out, p + 1, end, filling);
		p = end + 1;
	}
}
