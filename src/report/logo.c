/*
 * The office's logo: a picture beside the templates that stands in each page.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "doc/labels.h"
#include "report/templates.h"

/* Every page of a pack holds the picture, and there are hundreds of them. */
#define LOGO_BYTES ((size_t)100 * 1024)
#define SVG_HEAD 1024 /* declaration and comments may come first */

struct picture {
	const char *type;
	const char *mark; /* how such a file begins */
	size_t len;
};

static const struct picture pictures[] = {
    {"image/png", "\x89PNG\r\n\x1a\n", 8},
    {"image/jpeg", "\xff\xd8\xff", 3},
};

static bool
is_svg(const char *bytes, size_t len)
{
	return strlen(bytes) == len && strchr("<\xef \t\r\n", *bytes) != NULL &&
	    memmem(bytes, len < SVG_HEAD ? len : SVG_HEAD, "<svg", 4) != NULL;
}

/* What the bytes are, whatever the file is called; NULL: no picture. */
static const char *
type_of(const char *bytes, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(pictures) / sizeof(pictures[0]); i++)
		if (len > pictures[i].len &&
		    memcmp(bytes, pictures[i].mark, pictures[i].len) == 0)
			return pictures[i].type;
	return len > 0 && is_svg(bytes, len) ? "image/svg+xml" : NULL;
}

/* Up to three bytes as four characters. */
static void
put_three(struct buf *buf, const unsigned char *in, size_t len)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = (unsigned)in[0] << 16;

	if (len > 1)
		bits |= (unsigned)in[1] << 8;
	if (len > 2)
		bits |= in[2];
	buf_putc(buf, digit[bits >> 18]);
	buf_putc(buf, digit[bits >> 12 & 63]);
	buf_putc(buf, len > 1 ? digit[bits >> 6 & 63] : '=');
	buf_putc(buf, len > 2 ? digit[bits & 63] : '=');
}

static const char *
data_address(
    struct arena *arena, const char *type, const char *bytes, size_t len)
{
	const unsigned char *in = (const unsigned char *)bytes;
	const char *address;
	struct buf buf;
	size_t i;

	buf_init(&buf);
	buf_printf(&buf, "data:%s;base64,", type);
	for (i = 0; i < len; i += 3)
		put_three(&buf, in + i, len - i);
	address = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return address;
}

int
logo_read(struct arena *arena, struct diag *diag, struct templates *templates)
{
	const char *name = label_find(templates->labels, "logo"), *bytes, *type;
	struct template_source *source;
	struct loc loc = {.file = templates->files.folder};
	size_t len = 0;

	if (name == NULL || *name == '\0')
		return 0;
	source = template_files_first(&templates->files, name);
	if (source != NULL)
		loc.file = source->path;
	errno = ENOENT;
	bytes = source == NULL
	    ? NULL
	    : file_read(arena, source->path, LOGO_BYTES, &len);
	type = bytes == NULL ? NULL : type_of(bytes, len);
	if (type == NULL) {
		diag_add(diag, DIAG_logo_unusable, &loc, name,
		    bytes == NULL ? strerror(errno) : NULL, (char *)NULL);
		return -1;
	}
	source->used = true;
	templates->logo = data_address(arena, type, bytes, len);
	return 0;
}
