/*
 * Labels with numbers in them.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "doc/sentence.h"

static const char *
form_find(struct arena *arena, const struct labels *labels, const char *key,
    const char *form)
{
	return label_find(labels, arena_printf(arena, "%s.%s", key, form));
}

/* Zero without a form of its own is many; without any form, the key itself. */
static const char *
form_choose(struct arena *arena, const struct labels *labels, const char *key,
    int64_t n)
{
	const char *text = NULL;

	if (n == 0)
		text = form_find(arena, labels, key, "zero");
	else if (n == 1)
		text = form_find(arena, labels, key, "one");
	if (text == NULL && n != 1)
		text = form_find(arena, labels, key, "many");
	return text != NULL ? text : label(labels, key);
}

typedef void
value_printer(struct buf *, const struct value *, const struct labels *);

static void
fill(struct buf *buf, const struct labels *labels, const char *text,
    const struct value *values, size_t count, value_printer *print)
{
	size_t i;

	for (; *text != '\0'; text++) {
		i = text[0] == '{' && text[1] >= '1' && text[1] <= '9'
		    ? (size_t)(text[1] - '1')
		    : count;
		if (i < count && text[2] == '}') {
			print(buf, &values[i], labels);
			text += 2;
		} else
			buf_putc(buf, *text);
	}
}

void
sentence_fill(struct buf *buf, const struct labels *labels, const char *text,
    const struct value *values, size_t count)
{
	fill(buf, labels, text, values, count, value_print);
}

void
sentence_fill_exact(struct buf *buf, const struct labels *labels,
    const char *text, const struct value *values, size_t count)
{
	fill(buf, labels, text, values, count, value_print_exact);
}

const char *
sentence(struct arena *arena, const struct labels *labels, const char *key,
    int64_t n, const struct value *values, size_t count)
{
	const char *result;
	struct buf buf;

	buf_init(&buf);
	sentence_fill(
	    &buf, labels, form_choose(arena, labels, key, n), values, count);
	result = node_text(arena, arena_strndup(arena, buf.data, buf.len));
	buf_release(&buf);
	return result;
}
