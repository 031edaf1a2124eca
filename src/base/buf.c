#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* What data points to before the first append; only ever a NUL. */
static char empty[1];

void
buf_init(struct buf *buf)
{
	buf->data = empty;
	buf->len = 0;
	buf->cap = 0;
}

void
buf_release(struct buf *buf)
{
	if (buf->cap > 0)
		free(buf->data);
	buf_init(buf);
}

void
buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->cap > 0)
		buf->data[0] = '\0';
}

void
buf_reserve(struct buf *buf, size_t more)
{
	size_t cap, need;
	char *data;

	if (more > SIZE_MAX / 4 - buf->len)
		arena_exhausted();
	need = buf->len + more + 1;
	if (need <= buf->cap)
		return;
	cap = buf->cap < 64 ? 64 : buf->cap * 2;
	if (cap < need)
		cap = need;
	data = realloc(buf->cap > 0 ? buf->data : NULL, cap);
	if (data == NULL)
		arena_exhausted();
	buf->data = data;
	buf->cap = cap;
}

void
buf_add(struct buf *buf, const void *bytes, size_t len)
{
	if (len == 0)
		return;
	if (buf->cap - buf->len <= len)
		buf_reserve(buf, len);
	memcpy(buf->data + buf->len, bytes, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void
buf_puts(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void
buf_putc(struct buf *buf, char c)
{
	if (buf->cap - buf->len < 2)
		buf_reserve(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

/* Mostly there is room for it; else there is when it is printed again. */
void
buf_printf(struct buf *buf, const char *fmt, ...)
{
	size_t room = buf->cap - buf->len;
	va_list args;
	int len;

	va_start(args, fmt);
	len =
	    vsnprintf(room > 0 ? buf->data + buf->len : NULL, room, fmt, args);
	va_end(args);
	if (len < 0)
		arena_exhausted();
	if ((size_t)len >= room) {
		buf_reserve(buf, (size_t)len);
		va_start(args, fmt);
		(void)vsnprintf(
		    buf->data + buf->len, (size_t)len + 1, fmt, args);
		va_end(args);
	}
	buf->len += (size_t)len;
}

void
buf_put_utf8(struct buf *buf, unsigned long c)
{
	char bytes[4];
	size_t len;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		buf_putc(buf, (char)c);
		return;
	}
	len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (c & 0x3F));
		c >>= 6;
	}
	bytes[0] = (char)((0xF0UL << (4 - len)) | c);
	buf_add(buf, bytes, len);
}
