/*
 * The gateway: what may stand in a document's strings.
 */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/node.h"

#define REPLACEMENT 0xfffdUL

struct range {
	unsigned long first, last;
};

static const struct range forbidden[] = {
    {0x00, 0x08}, {0x0b, 0x1f},     /* controls but TAB and LF */
    {0x7f, 0x9f}, {0x202a, 0x202e}, /* bidi embeddings, overrides */
    {0x2066, 0x2069},               /* bidi isolates */
    {0xfdd0, 0xfdef},               /* noncharacters; also below */
};

static bool
is_forbidden(unsigned long c)
{
	size_t i;

	for (i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (c >= forbidden[i].first && c <= forbidden[i].last)
			return true;
	return (c & 0xfffe) == 0xfffe;
}

/* Next character as it may stand; *same is cleared if that's a change. */
static unsigned long
next_allowed(const char **p, const char *end, bool *same)
{
	const char *start = *p;
	unsigned long c = text_next(p, end);

	if (c == '\r') {
		if (*p < end && **p == '\n')
			++*p;
		*same = false;
		return '\n';
	}
	if (is_forbidden(c) || (c == REPLACEMENT && *p - start < 3)) {
		*same = false;
		return REPLACEMENT;
	}
	return c;
}

/* Nearly all of most texts: printable ASCII. */
static bool
is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

static bool
is_clean(const char *text, const char *end)
{
	bool same = true;

	while (text < end && same) {
		if (is_plain(*text))
			text++;
		else
			next_allowed(&text, end, &same);
	}
	return same;
}

const char *
node_text(struct arena *arena, const char *text)
{
	const char *end, *result;
	struct buf buf;
	bool same;

	if (text == NULL)
		return NULL;
	end = text + strlen(text);
	if (is_clean(text, end))
		return text;
	buf_init(&buf);
	while (text < end)
		buf_put_utf8(&buf, next_allowed(&text, end, &same));
	result = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return result;
}
