/*
 * Bytes as single values: numbers, days, encodings, folded text, names.
 */
#include <inttypes.h>

#include "base/day.h"
#include "base/num.h"
#include "doc/node.h"
#include "fuzz.h"

static void
check_decimal(const char *text, size_t len, enum num_style style)
{
	char machine[NUM_TEXT];
	double value, back;
	enum num_form form = num_parse(text, len, style, true, &value);

	must(num_given(value) == (form == NUM_OK || form == NUM_DECIDED),
	    "form %d", (int)form);
	if (!num_given(value))
		return;
	must(isfinite(value) && fabs(value) < 1e16, "%g", value);
	num_machine(value, machine);
	must(strcmp(machine, "-0.0000") != 0, "%s", machine);
	must(num_parse(machine, strlen(machine), NUM_STYLE_POINT, false,
		 &back) == NUM_OK,
	    "%s", machine);
	must(fabs(back - value) <= 5.1e-5 + fabs(value) * 1e-15, "%s is %.17g",
	    machine, value);
}

static void
check_whole(const char *text, size_t len)
{
	char machine[32];
	int64_t value, back;

	if (!num_parse_integer(text, len, &value))
		return;
	snprintf(machine, sizeof(machine), "%" PRId64, value);
	must(num_parse_integer(machine, strlen(machine), &back), "%s", machine);
	must(back == value, "%s", machine);
}

static void
check_day(const char *text, size_t len)
{
	int year, mon, mday;
	char iso[11];
	day when, back;
	enum day_form form = day_parse(text, len, &when);

	must((when != DAY_NONE) == (form == DAY_WRITTEN || form == DAY_SERIAL),
	    "form %d", (int)form);
	if (when == DAY_NONE)
		return;
	day_to_civil(when, &year, &mon, &mday);
	must(year >= 1900 && year <= 2199, "%d", year);
	must(day_from_civil(year, mon, mday) == when, "%d", when);
	day_iso(when, iso);
	must(day_parse(iso, strlen(iso), &back) == DAY_WRITTEN, "%s", iso);
	must(back == when, "%s", iso);
	must(month_first_day(month_of(when)) <= when, "%s", iso);
	must(month_last_day(month_of(when)) >= when, "%s", iso);
}

static void
check_month(const char *text)
{
	month m = month_parse(text);
	char iso[8];

	if (m == MONTH_NONE)
		return;
	month_iso(m, iso);
	must(strcmp(iso, text) == 0, "%s is %s", text, iso);
}

/* Bytes of any encoding become valid text, or a fault with its line. */
static void
check_decode(const char *bytes, size_t len, struct buf *text)
{
	enum text_encoding encoding;
	int line = 0;
	size_t valid = text_valid_prefix(bytes, len);
	enum text_fault fault = text_decode(bytes, len, text, &encoding, &line);

	must(valid <= len && text_valid_utf8(bytes, valid), "%zu", valid);
	must(text_valid_utf8(bytes, len) == (valid == len), "%zu", valid);
	if (fault != TEXT_OK) {
		must(line >= 1 && (size_t)line <= len + 1, "%d", line);
		buf_clear(text);
		return;
	}
	must(text_valid_utf8(text->data, text->len), "encoding %d",
	    (int)encoding);
	must(memchr(text->data, '\0', text->len) == NULL, "NUL");
	if (valid == len && encoding == TEXT_UTF8)
		must(text->len == len && memcmp(text->data, bytes, len) == 0,
		    "UTF-8 is altered");
	if (encoding == TEXT_CP1252)
		must(text->len >= len, "%zu of %zu", text->len, len);
}

static void
check_slug(struct arena *arena, const char *text)
{
	const char *slug = text_slug(arena, text);
	size_t len = strlen(slug);

	must(len >= 1 && len <= 60, "%s", slug);
	must(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == len, "%s",
	    slug);
	must(slug[0] != '-' && slug[len - 1] != '-', "%s", slug);
	must(strcmp(text_slug(arena, slug), slug) == 0, "%s is %s", slug,
	    text_slug(arena, slug));
}

static void
check_fold(struct arena *arena, const char *text)
{
	const char *folded = text_fold(arena, text);
	const char *clean = node_text(arena, text);

	must(text_valid_utf8(folded, strlen(folded)), "%s", folded);
	must(strcmp(text_fold(arena, folded), folded) == 0, "%s is %s", folded,
	    text_fold(arena, folded));
	must(text_equal_fold(text, folded), "%s", folded);
	must(text_utf16_length(text) <= strlen(text), "%s", text);
	must(text_width(text) <= 2 * strlen(text), "%s", text);
	must(text_valid_utf8(clean, strlen(clean)), "%s", clean);
	must(node_text(arena, clean) == clean, "%s", clean);
	/* A long word is no misspelling. */
	must(text_nearest(arena, text, &text, 1) != NULL || *folded == '\0' ||
		strlen(folded) > 30,
	    "%s is not near itself", text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const char *bytes = arena_strndup(arena, (const char *)data, size);
	char *text;
	struct buf decoded;
	size_t len;

	buf_init(&decoded);
	check_decode(bytes, size, &decoded);
	text = arena_strndup(arena, decoded.data, decoded.len);
	buf_release(&decoded);

	len = strlen(text);
	bytes = text_trim(text, &len);
	check_decimal(bytes, len, NUM_STYLE_NONE);
	check_decimal(bytes, len, NUM_STYLE_COMMA);
	check_decimal(bytes, len, NUM_STYLE_POINT);
	check_whole(bytes, len);
	check_day(bytes, len);
	check_month(text);
	check_slug(arena, text);
	check_fold(arena, text);
	text_double_encoded(text, strlen(text));
	arena_free(arena);
	return 0;
}
