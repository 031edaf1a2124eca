/*
 * A part of a workbook, read to its last tag.
 *
 * A general parser costs four times what inflating the part does.  The parts
 * come from a library that escapes its texts, so what must be found is what
 * can go wrong with them: an end that is missing, and characters that no XML
 * may hold.
 */
#include <string.h>

#include "base/text.h"
#include "render/xlsx.h"

#define DEPTH 32 /* of elements; a workbook's nest 12 deep or so */

struct name {
	const char *text;
	size_t len;
};

struct nesting {
	struct name open[DEPTH];
	size_t depth;
	bool closed; /* the root */
};

static bool
is_name(const struct name *name, const char *text)
{
	return strlen(text) == name->len &&
	    memcmp(name->text, text, name->len) == 0;
}

static struct name
name_at(const char *p, const char *end)
{
	struct name name = {p, 0};

	while (p < end && *p != ' ' && *p != '/' && *p != '>')
		p++;
	name.len = (size_t)(p - name.text);
	return name;
}

/* The number in uniqueCount="...". */
static uint64_t
unique_count(const char *tag, const char *end)
{
	static const char key[] = " uniqueCount=\"";
	const char *p = memmem(tag, (size_t)(end - tag), key, sizeof(key) - 1);
	uint64_t n = 0;

	if (p == NULL)
		return 0;
	for (p += sizeof(key) - 1; *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (uint64_t)(*p - '0');
	return n;
}

static void
count_element(struct xlsx_part *part, const struct name *name, const char *end)
{
	if (name->len == 1 && name->text[0] == 'c')
		part->cells++;
	else if (is_name(name, "si"))
		part->strings++;
	else if (is_name(name, "sst"))
		part->unique = unique_count(name->text, end);
}

static const char *
close_element(struct nesting *n, const char *p, const char *end)
{
	struct name name = name_at(p, end);
	const struct name *open;

	if (n->depth == 0)
		return "tag";
	open = &n->open[--n->depth];
	if (open->len != name.len ||
	    memcmp(open->text, name.text, name.len) != 0)
		return "tag";
	n->closed = n->depth == 0;
	return NULL;
}

static const char *
open_element(
    struct nesting *n, struct xlsx_part *part, const char *p, const char *end)
{
	struct name name = name_at(p, end);

	if (name.len == 0 || n->closed || n->depth == DEPTH)
		return "tag";
	count_element(part, &name, end);
	if (end[-1] != '/')
		n->open[n->depth++] = name;
	else
		n->closed = n->depth == 0;
	return NULL;
}

static const char *
read_tags(const char *p, const char *end, struct xlsx_part *part)
{
	struct nesting n = {.depth = 0, .closed = false};
	const char *close, *fault = NULL;

	while (
	    fault == NULL && (p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		close = memchr(p, '>', (size_t)(end - p));
		if (close == NULL)
			return "end";
		if (p[1] == '/')
			fault = close_element(&n, p + 2, close);
		else if (p[1] != '?')
			fault = open_element(&n, part, p + 1, close);
		p = close + 1;
	}
	return fault != NULL ? fault : n.closed ? NULL : "end";
}

/* A byte below 0x20, eight looked at in one. */
static bool
has_control(const char *text, size_t len)
{
	const unsigned long long ones = 0x0101010101010101ULL;
	unsigned long long eight;
	size_t n = 0, i;

	for (; n < len; n += sizeof(eight)) {
		eight = 0x2020202020202020ULL;
		memcpy(&eight, text + n,
		    len - n < sizeof(eight) ? len - n : sizeof(eight));
		if (((eight - ones * 0x20) & ~eight & ones * 0x80) == 0)
			continue;
		for (i = n; i < len && i < n + sizeof(eight); i++)
			if ((unsigned char)text[i] < 0x20 && text[i] != '\n' &&
			    text[i] != '\t' && text[i] != '\r')
				return true;
	}
	return false;
}

/* U+FFFE or U+FFFF: EF BF BE, EF BF BF. */
static bool
has_noncharacter(const char *text, const char *end)
{
	while ((text = memchr(text, 0xEF, (size_t)(end - text))) != NULL) {
		if ((unsigned char)text[1] == 0xBF &&
		    (unsigned char)text[2] >= 0xBE)
			return true;
		text++;
	}
	return false;
}

const char *
xlsx_part_read(const char *text, size_t len, struct xlsx_part *part)
{
	if (!text_valid_utf8(text, len))
		return "utf-8";
	if (has_control(text, len) || has_noncharacter(text, text + len))
		return "character";
	return read_tags(text, text + len, part);
}
