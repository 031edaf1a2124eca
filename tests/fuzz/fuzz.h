/*
 * What the fuzz targets share.
 *
 * A target is tests/fuzz/fuzz_NAME.c with LLVMFuzzerTestOneInput(): it hands
 * the bytes to a parser or a renderer and checks what must hold whatever the
 * bytes are.  must() ends the program where it doesn't.  libFuzzer drives it
 * (make fuzz), or replay.c with the files of corpus/NAME (make test).
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Say what doesn't hold, and end. */
#define must(holds, ...) \
	do { \
		if (!(holds)) { \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, \
			    #holds); \
			fprintf(stderr, "  " __VA_ARGS__); \
			fputc('\n', stderr); \
			abort(); \
		} \
	} while (0)

/* Physical lines of decoded text: CRLF, LF and CR end one. */
static inline int
count_lines(const char *text, size_t len)
{
	int lines = 1;

	for (size_t i = 0; i < len; i++)
		if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
			lines++;
	return lines;
}

static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What a reader sees of a text: blanks fold, none at either end. */
static inline void
put_folded(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (!is_blank(*text))
			buf_putc(out, *text);
		else if (out->len > 0 && out->data[out->len - 1] != ' ')
			buf_putc(out, ' ');
	}
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

/* Without any blank: where only the letters count. */
static inline void
put_dense(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		if (!is_blank(*text))
			buf_putc(out, *text);
}

/* What was read is what was said; else show where they part. */
static inline void
must_equal(const char *want, const char *got, const char *source)
{
	size_t i = 0;

	while (want[i] != '\0' && want[i] == got[i])
		i++;
	must(want[i] == got[i], "%s\nwant ...%.60s\n got ...%.60s", source,
	    want + (i < 10 ? 0 : i - 10), got + (i < 10 ? 0 : i - 10));
}

/* Every finding names the file, a line of it, and steers no terminal. */
static inline void
check_findings(struct diag *diag, const char *path, int lines)
{
	size_t count;
	const struct finding *const *all = diag_sorted(diag, &count);

	for (size_t i = 0; i < count; i++) {
		const struct finding *f = all[i];

		must(f->loc.file != NULL && strcmp(f->loc.file, path) == 0,
		    "%s", f->message);
		must(f->loc.line >= 0 && f->loc.line <= lines,
		    "line %d of %d: %s", f->loc.line, lines, f->message);
		must(text_valid_utf8(f->message, strlen(f->message)), "%s",
		    diag_code_id(f->code));
		for (const char *p = f->message; *p != '\0'; p++)
			must((unsigned char)*p >= ' ' && *p != 0x7f,
			    "control in %s", diag_code_id(f->code));
	}
}

/* The worst finding on a line: -1 if there is none. */
static inline int
worst_on_line(struct diag *diag, int line)
{
	size_t count;
	const struct finding *const *all = diag_sorted(diag, &count);
	int worst = -1;

	for (size_t i = 0; i < count; i++)
		if (all[i]->loc.line == line && (int)all[i]->level > worst)
			worst = (int)all[i]->level;
	return worst;
}

#endif
