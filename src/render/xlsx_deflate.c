/*
 * Deflate for workbooks by libdeflate, in about half of zlib's time at the
 * same size.
 *
 * The workbook library zips through minizip, which calls zlib; both find
 * zlib's functions as any dynamic symbol is found, so those defined here come
 * first.  They keep to what minizip asks: one raw stream at a time, all input
 * before Z_FINISH, no flush in between.  Everything else is refused, which
 * the self-test at the start of a run would show.
 *
 * With -DDEFLATE_ZLIB zlib does it all; a workbook's parts are the same.
 */
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST /* what it reads is const to it */
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/timing.h"
#include "render/xlsx.h"

#ifdef DEFLATE_ZLIB

/* Nothing to be called by mistake or not at all. */
bool
xlsx_deflate_since(unsigned long *seen)
{
	*seen = 0;
	return true;
}

bool
xlsx_inflate(const void *bytes, size_t len, void *out, size_t size)
{
	z_stream stream = {0};
	int status;

	if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
		arena_exhausted();
	stream.next_in = bytes;
	stream.avail_in = (uInt)len;
	stream.next_out = out;
	stream.avail_out = (uInt)size;
	status = inflate(&stream, Z_FINISH);
	inflateEnd(&stream);
	return status == Z_STREAM_END && stream.total_out == size;
}

#else

#include <libdeflate.h>

/*
 * Of 12: the level at which a pack is no larger than by zlib's usual 6.  The
 * figures are in tests/bench/README.md.
 */
#define LEVEL 6

/*
 * Most parts of a workbook are small, and three of four stood in an earlier
 * one byte for byte: its theme, styles, relations, tables.  What they were
 * deflated to is remembered, for each sum the last.
 */
#define KNOWN_MAX 8192 /* bytes of a part */
#define KNOWN 512

struct known {
	struct buf in, out;
	bool there;
};

static struct known known[KNOWN];

/* zlib leaves the name of its state to whoever implements it. */
struct internal_state {
	struct buf in;
	struct buf out;
	size_t given; /* bytes of out */
	bool open;
	bool finished;
};

static struct internal_state state; /* parts are zipped one by one */
static struct libdeflate_compressor *compressor;
static unsigned long count; /* of parts deflated */

static void
state_open(void)
{
	if (compressor == NULL) {
		compressor = libdeflate_alloc_compressor(LEVEL);
		if (compressor == NULL)
			arena_exhausted();
		buf_init(&state.in);
		buf_init(&state.out);
	}
	buf_clear(&state.in);
	buf_clear(&state.out);
	state.given = 0;
	state.open = true;
	state.finished = false;
}

int
deflateInit2_(z_streamp stream, int level, int method, int window_bits,
    int memory_level, int strategy, const char *version, int size)
{
	(void)memory_level;
	(void)strategy;
	if (version == NULL || version[0] != ZLIB_VERSION[0] ||
	    size != (int)sizeof(z_stream))
		return Z_VERSION_ERROR;
	if (level == 0 || method != Z_DEFLATED || window_bits >= 0 ||
	    state.open)
		return Z_STREAM_ERROR;
	state_open();
	stream->state = &state;
	stream->total_in = stream->total_out = 0;
	stream->data_type = Z_TEXT;
	stream->msg = NULL;
	return Z_OK;
}

static void
deflate_part(struct internal_state *s)
{
	size_t bound;

	bound = libdeflate_deflate_compress_bound(compressor, s->in.len);
	buf_reserve(&s->out, bound);
	s->out.len = libdeflate_deflate_compress(
	    compressor, s->in.data, s->in.len, s->out.data, bound);
}

static struct known *
known_place(const struct buf *in)
{
	return &known[libdeflate_crc32(0, in->data, in->len) % KNOWN];
}

static bool
known_give(const struct known *k, struct internal_state *s)
{
	if (!k->there || k->in.len != s->in.len ||
	    memcmp(k->in.data, s->in.data, s->in.len) != 0)
		return false;
	buf_add(&s->out, k->out.data, k->out.len);
	return true;
}

static void
known_keep(struct known *k, const struct internal_state *s)
{
	if (!k->there) {
		buf_init(&k->in);
		buf_init(&k->out);
		k->there = true;
	}
	buf_clear(&k->in);
	buf_clear(&k->out);
	buf_add(&k->in, s->in.data, s->in.len);
	buf_add(&k->out, s->out.data, s->out.len);
}

static void
compress_all(struct internal_state *s)
{
	enum timing was = timing_open(TIMING_DEFLATE);
	struct known *k = NULL;

	if (s->in.len <= KNOWN_MAX)
		k = known_place(&s->in);
	if (k == NULL || !known_give(k, s)) {
		deflate_part(s);
		if (k != NULL)
			known_keep(k, s);
	}
	s->finished = true;
	count++;
	timing_open(was);
}

static int
give(z_streamp stream, struct internal_state *s)
{
	size_t n = s->out.len - s->given;

	if (n > stream->avail_out)
		n = stream->avail_out;
	memcpy(stream->next_out, s->out.data + s->given, n);
	s->given += n;
	stream->next_out += n;
	stream->avail_out -= (uInt)n;
	stream->total_out += n;
	return s->given == s->out.len ? Z_STREAM_END : Z_OK;
}

int
deflate(z_streamp stream, int flush)
{
	struct internal_state *s = stream->state;

	if (s != &state || !s->open ||
	    (flush != Z_NO_FLUSH && flush != Z_FINISH))
		return Z_STREAM_ERROR;
	if (stream->avail_in > 0) {
		if (s->finished)
			return Z_STREAM_ERROR;
		buf_add(&s->in, stream->next_in, stream->avail_in);
		stream->next_in += stream->avail_in;
		stream->total_in += stream->avail_in;
		stream->avail_in = 0;
	}
	if (flush == Z_NO_FLUSH)
		return Z_OK;
	if (!s->finished)
		compress_all(s);
	return give(stream, s);
}

int
deflateEnd(z_streamp stream)
{
	if (stream->state != &state || !state.open)
		return Z_STREAM_ERROR;
	state.open = false;
	stream->state = NULL;
	return state.given == state.out.len ? Z_OK : Z_DATA_ERROR;
}

uLong
crc32(uLong crc, const Bytef *bytes, uInt len)
{
	return libdeflate_crc32((uint32_t)crc, bytes, len);
}

bool
xlsx_deflate_since(unsigned long *seen)
{
	bool more = count > *seen;

	*seen = count;
	return more;
}

bool
xlsx_inflate(const void *bytes, size_t len, void *out, size_t size)
{
	static struct libdeflate_decompressor *decompressor;

	if (decompressor == NULL)
		decompressor = libdeflate_alloc_decompressor();
	if (decompressor == NULL)
		arena_exhausted();
	return libdeflate_deflate_decompress(decompressor, bytes, len, out,
		   size, NULL) == LIBDEFLATE_SUCCESS;
}

#endif
