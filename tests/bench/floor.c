/*
 * The floor under a pack: read the same input once, write the same output,
 * with every part of a workbook deflated, and do nothing else.
 *
 *	floor INPUT PACK SCRATCH zlib|libdeflate LEVEL
 *
 * What is to be written is taken from a pack that was made before; taking it
 * apart isn't timed.  Prints "STAGE wall cpu bytes" lines, seconds.
 */
#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <unzip.h>
#include <zlib.h>

struct bytes {
	char *data;
	size_t len;
};

/* A file of the output: its bytes, or the parts of a workbook. */
struct output {
	struct bytes *part;
	size_t npart;
	bool workbook;
};

struct outputs {
	struct output *file;
	size_t count, cap;
};

struct stage {
	struct timespec wall, cpu;
};

static const char *scratch;
static struct libdeflate_compressor *compressor;
static int level;
static size_t written;

static struct stage
stage_begin(void)
{
	struct stage s;

	clock_gettime(CLOCK_MONOTONIC, &s.wall);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &s.cpu);
	return s;
}

static double
since(clockid_t clock, const struct timespec *then)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)(now.tv_sec - then->tv_sec) +
	    (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

static void
stage_end(const struct stage *s, const char *name, size_t bytes)
{
	double cpu = since(CLOCK_PROCESS_CPUTIME_ID, &s->cpu);

	printf("%s %.4f %.4f %zu\n", name, since(CLOCK_MONOTONIC, &s->wall),
	    cpu, bytes);
}

static void *
room(void *bytes, size_t size)
{
	bytes = realloc(bytes, size);
	if (bytes == NULL)
		err(2, "memory");
	return bytes;
}

static struct bytes
read_file(const char *path)
{
	struct bytes b = {NULL, 0};
	struct stat st;
	int fd = open(path, O_RDONLY);

	if (fd == -1 || fstat(fd, &st) == -1)
		err(2, "%s", path);
	b.data = room(NULL, (size_t)st.st_size + 1);
	b.len = (size_t)st.st_size;
	if (read(fd, b.data, b.len) != st.st_size)
		err(2, "%s", path);
	close(fd);
	return b;
}

/* Calls each for every regular file below a folder. */
static void
walk(const char *folder, void (*each)(const char *, void *), void *data)
{
	char path[4096];
	struct dirent *entry;
	struct stat st;
	DIR *dir = opendir(folder);

	if (dir == NULL)
		err(2, "%s", folder);
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (lstat(path, &st) == -1)
			err(2, "%s", path);
		if (S_ISDIR(st.st_mode))
			walk(path, each, data);
		else if (S_ISREG(st.st_mode))
			each(path, data);
	}
	closedir(dir);
}

static void
read_input(const char *path, void *total)
{
	struct bytes b = read_file(path);

	*(size_t *)total += b.len;
	free(b.data);
}

static struct bytes
inflate_part(unzFile zip, const char *path)
{
	struct bytes b;
	unz_file_info info;

	if (unzGetCurrentFileInfo(zip, &info, NULL, 0, NULL, 0, NULL, 0) !=
		UNZ_OK ||
	    unzOpenCurrentFile(zip) != UNZ_OK)
		errx(2, "%s: no part", path);
	b.len = info.uncompressed_size;
	b.data = room(NULL, b.len + 1);
	if (unzReadCurrentFile(zip, b.data, (unsigned)b.len) != (int)b.len)
		errx(2, "%s: part cut short", path);
	unzCloseCurrentFile(zip);
	return b;
}

static void
take_apart(struct output *o, const char *path)
{
	unzFile zip = unzOpen64(path);
	int next;

	if (zip == NULL)
		errx(2, "%s: no archive", path);
	for (next = unzGoToFirstFile(zip); next == UNZ_OK;
	     next = unzGoToNextFile(zip)) {
		o->part = room(o->part, (o->npart + 1) * sizeof(*o->part));
		o->part[o->npart++] = inflate_part(zip, path);
	}
	unzClose(zip);
}

static void
take_output(const char *path, void *data)
{
	struct outputs *all = data;
	struct output *o;
	size_t len = strlen(path);

	if (all->count == all->cap) {
		all->cap = all->cap * 2 + 64;
		all->file = room(all->file, all->cap * sizeof(*all->file));
	}
	o = &all->file[all->count++];
	*o = (struct output){NULL, 0, false};
	o->workbook = len > 5 && strcmp(path + len - 5, ".xlsx") == 0;
	if (o->workbook) {
		take_apart(o, path);
		return;
	}
	o->part = room(NULL, sizeof(*o->part));
	o->part[o->npart++] = read_file(path);
}

static size_t
deflate_zlib(const struct bytes *in, char *out, size_t cap)
{
	z_stream z = {0};

	if (deflateInit2(&z, level, Z_DEFLATED, -MAX_WBITS, 8,
		Z_DEFAULT_STRATEGY) != Z_OK)
		errx(2, "deflate");
	z.next_in = (Bytef *)in->data;
	z.avail_in = (uInt)in->len;
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)cap;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		errx(2, "deflate");
	cap = z.total_out;
	deflateEnd(&z);
	return cap;
}

static size_t
deflate_part(const struct bytes *in, char *out, size_t cap)
{
	static volatile unsigned long sum;

	if (compressor == NULL) {
		sum += crc32(0, (const Bytef *)in->data, (uInt)in->len);
		return deflate_zlib(in, out, cap);
	}
	sum += libdeflate_crc32(0, in->data, in->len);
	return libdeflate_deflate_compress(
	    compressor, in->data, in->len, out, cap);
}

/* Deflated one behind the other, as an archive holds them. */
static struct bytes
pack_parts(const struct output *o, struct bytes *buffer)
{
	struct bytes b = {buffer->data, 0};
	size_t i, need = 0;

	for (i = 0; i < o->npart; i++)
		need += o->part[i].len + o->part[i].len / 1000 + 64;
	if (need > buffer->len) {
		buffer->data = room(buffer->data, need);
		buffer->len = need;
		b.data = buffer->data;
	}
	for (i = 0; i < o->npart; i++)
		b.len +=
		    deflate_part(&o->part[i], b.data + b.len, need - b.len);
	return b;
}

static void
write_output(size_t number, const struct bytes *b)
{
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/%zu", scratch, number);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd == -1 || write(fd, b->data, b->len) != (ssize_t)b->len ||
	    close(fd) == -1)
		err(2, "%s", path);
	written += b->len;
}

static void
write_all(const struct outputs *all)
{
	struct bytes buffer = {NULL, 0}, b;
	size_t i;

	for (i = 0; i < all->count; i++) {
		b = all->file[i].part[0];
		if (all->file[i].workbook)
			b = pack_parts(&all->file[i], &buffer);
		write_output(i, &b);
	}
	free(buffer.data);
}

int
main(int argc, char *argv[])
{
	struct outputs all = {NULL, 0, 0};
	struct stage stage;
	size_t total = 0;

	if (argc != 6)
		errx(64, "usage: floor INPUT PACK SCRATCH zlib|libdeflate LEVEL");
	scratch = argv[3];
	level = (int)strtol(argv[5], NULL, 10);
	if (strcmp(argv[4], "libdeflate") == 0)
		compressor = libdeflate_alloc_compressor(level);
	stage = stage_begin();
	walk(argv[1], read_input, &total);
	stage_end(&stage, "read", total);
	walk(argv[2], take_output, &all);
	stage = stage_begin();
	write_all(&all);
	stage_end(&stage, "write", written);
	return 0;
}
