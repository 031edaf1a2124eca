#include "pack/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/num.h"
#include "base/text.h"

static json_t *
sure(json_t *json)
{
	if (json == NULL)
		arena_exhausted();
	return json;
}

json_t *
json_new_object(void)
{
	return sure(json_object());
}

json_t *
json_new_list(void)
{
	return sure(json_array());
}

json_t *
json_text(const char *text)
{
	const char *end;
	struct buf clean;
	json_t *json;

	if (text == NULL)
		return json_null();
	end = text + strlen(text);
	buf_init(&clean);
	while (text < end)
		buf_put_utf8(&clean, text_next(&text, end));
	json = sure(json_string(clean.data));
	buf_release(&clean);
	return json;
}

json_t *
json_count(size_t n)
{
	return sure(json_integer((json_int_t)n));
}

json_t *
json_yes(void)
{
	return json_true(); /* one that needs no memory */
}

/* Rounded to the four decimals that are printed, so that reading it back
 * gives the same number. */
json_t *
json_percent(double value)
{
	return num_given(value) ? sure(json_real(round(value * 1e4) / 1e4))
				: json_null();
}

void
json_put(json_t *object, const char *key, json_t *member)
{
	if (json_object_set_new(object, key, member) == -1)
		arena_exhausted();
}

void
json_add(json_t *list, json_t *member)
{
	if (json_array_append_new(list, member) == -1)
		arena_exhausted();
}

/* Outside its strings JSON is ASCII, so what is found stands in a string. */
static void
put_steady(struct buf *out, const char *text)
{
	const char *end = text + strlen(text), *start;
	unsigned long c;

	while (text < end) {
		start = text;
		c = text_next(&text, end);
		if (c != '\n' && text_steers(c) && c <= 0xFFFF)
			buf_printf(out, "\\u%04lx", c);
		else
			buf_add(out, start, (size_t)(text - start));
	}
}

static char *
dump(const json_t *json, size_t how)
{
	char *text = json_dumps(json, how | JSON_PRESERVE_ORDER);
	char *steady = NULL;
	struct buf out;

	buf_init(&out);
	if (text != NULL) {
		put_steady(&out, text);
		steady = strdup(out.data);
	}
	if (steady == NULL)
		arena_exhausted();
	buf_release(&out);
	free(text);
	return steady;
}

char *
json_print(const json_t *json)
{
	return dump(json, JSON_INDENT(1));
}

char *
json_print_line(const json_t *json)
{
	return dump(json, 0);
}
