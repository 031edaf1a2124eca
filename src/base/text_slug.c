#include "base/text.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text_fold.h"
#include "base/text_unicode.h"

#define SLUG_MAX 60

/* Letters that are spelled out; accents are dropped without a table. */
struct spelling {
	unsigned long c;
	const char *ascii;
};

static const struct spelling spellings[] = {
    {0xE6, "ae"},  /* æ */
    {0xF8, "oe"},  /* ø */
    {0xE5, "aa"},  /* å */
    {0xDF, "ss"},  /* ß */
    {0xF0, "d"},   /* ð */
    {0xFE, "th"},  /* þ */
    {0x111, "d"},  /* đ */
    {0x131, "i"},  /* ı */
    {0x142, "l"},  /* ł */
    {0x153, "oe"}, /* œ */
};

/* Windows keeps these for itself, whatever extension follows. */
static const char *const devices[] = {"con", "prn", "aux", "nul"};

static bool
reserved(const char *name)
{
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (strcmp(name, devices[i]) == 0)
			return true;
	return strlen(name) == 4 && name[3] >= '0' && name[3] <= '9' &&
	    (strncmp(name, "com", 3) == 0 || strncmp(name, "lpt", 3) == 0);
}

/* What c becomes; "" if it parts words. */
static void
spell(unsigned long c, char out[3])
{
	memset(out, 0, 3);
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++)
		if (spellings[i].c == c) {
			memcpy(out, spellings[i].ascii,
			    strlen(spellings[i].ascii));
			return;
		}
	c = unicode_base(c);
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		out[0] = (char)c;
}

static void
slug_into(struct buf *slug, const char *p, const char *end)
{
	char ascii[3];
	bool parted;

	parted = false;
	while (p < end) {
		spell(text_next(&p, end), ascii);
		if (ascii[0] == '\0') {
			parted = true;
			continue;
		}
		if (slug->len + parted + strlen(ascii) > SLUG_MAX)
			break;
		if (parted && slug->len > 0)
			buf_putc(slug, '-');
		parted = false;
		buf_puts(slug, ascii);
	}
}

char *
text_slug(struct arena *arena, const char *text)
{
	struct buf folded, slug;
	char *name;

	buf_init(&folded);
	buf_init(&slug);
	text_fold_into(&folded, text);
	slug_into(&slug, folded.data, folded.data + folded.len);
	if (slug.len == 0)
		buf_putc(&slug, 'x');
	if (reserved(slug.data))
		buf_puts(&slug, "-x");
	name = arena_strndup(arena, slug.data, slug.len);
	buf_release(&folded);
	buf_release(&slug);
	return name;
}
