/*
 * A growing run of bytes.
 *
 * Invariants: data is never NULL after buf_init() and is always terminated
 * by a NUL that len does not count.  A struct buf belongs to the function
 * that declared it, which calls buf_release().  Appending cannot fail: out of
 * memory ends the program in buf.c.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct buf {
	char	*data;	/* the bytes, NUL-terminated */
	size_t	 len;	/* bytes in use, without the NUL */
	size_t	 cap;	/* bytes allocated */
};

void	buf_init(struct buf *);
void	buf_release(struct buf *);
void	buf_clear(struct buf *);	/* len = 0, the memory is kept */

/* Room for more bytes behind len, and the NUL; for who writes them itself. */
void	buf_reserve(struct buf *, size_t more);

void	buf_add(struct buf *, const void *bytes, size_t len);
void	buf_puts(struct buf *, const char *);
void	buf_putc(struct buf *, char);
void	buf_printf(struct buf *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* One Unicode code point as UTF-8; what is none comes as U+FFFD. */
void	buf_put_utf8(struct buf *, unsigned long code_point);

#endif
