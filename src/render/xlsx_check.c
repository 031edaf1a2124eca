/*
 * The workbook read back.
 *
 * The library may lose what it wrote and call it success.  So every part is
 * inflated, held against the archive's checksum and read to its last tag, and
 * every sheet's cells are counted.
 */
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/diag.h"
#include "doc/node.h"
#include "render/xlsx.h"
#include "render/xlsx_zip.h"

#define NAME_BYTES 256
#define END_BYTES 22

/* What was found in the archive. */
struct found {
	size_t sheets, tables;
	bool types, book, styles;
};

/* Buffers that serve one part after the other. */
struct check {
	unzFile zip;
	struct buf stored; /* as it stands in the archive */
	struct buf part;   /* inflated */
	char name[NAME_BYTES];
};

/* NULL if the part is whole, else what is wrong. */
static const char *
inflate_part(struct check *c, const unz_file_info *info)
{
	struct buf *stored = &c->stored, *part = &c->part;
	int method, level, n;

	buf_clear(stored);
	buf_reserve(stored, info->compressed_size);
	buf_clear(part);
	buf_reserve(part, info->uncompressed_size);
	if (unzOpenCurrentFile2(c->zip, &method, &level, 1) != UNZ_OK)
		return "zip";
	n = unzReadCurrentFile(
	    c->zip, stored->data, (unsigned)info->compressed_size);
	unzCloseCurrentFile(c->zip);
	if (n < 0 || (size_t)n != info->compressed_size || method != Z_DEFLATED)
		return "zip";
	if (!xlsx_inflate(stored->data, info->compressed_size, part->data,
		info->uncompressed_size))
		return "deflate";
	part->len = info->uncompressed_size;
	part->data[part->len] = '\0';
	if (crc32(0, (const Bytef *)part->data, (uInt)part->len) != info->crc)
		return "crc";
	return NULL;
}

/* The sheet that "xl/worksheets/sheet3.xml" is. */
static const struct xlsx_sheet *
sheet_of(const struct xlsx *x, const char *name)
{
	static const char prefix[] = "xl/worksheets/sheet";
	const struct xlsx_sheet *s = x->sheets;
	long number;

	if (strncmp(name, prefix, sizeof(prefix) - 1) != 0)
		return NULL;
	number = strtol(name + sizeof(prefix) - 1, NULL, 10);
	for (; s != NULL && number > 1; number--)
		s = s->next;
	return s;
}

static const char *
check_counts(
    const struct xlsx *x, const char *name, const struct xlsx_part *part)
{
	const struct xlsx_sheet *s = sheet_of(x, name);

	if (s != NULL && s->cells != part->cells)
		return "cells";
	if (part->strings != part->unique)
		return "strings";
	return NULL;
}

static bool
is_xml(const char *name)
{
	size_t len = strlen(name);

	return (len > 4 && strcmp(name + len - 4, ".xml") == 0) ||
	    (len > 5 && strcmp(name + len - 5, ".rels") == 0);
}

static const char *
check_part(const struct xlsx *x, struct check *c)
{
	struct xlsx_part part = {0, 0, 0};
	const char *fault;
	unz_file_info info;

	if (unzGetCurrentFileInfo(c->zip, &info, c->name, sizeof(c->name) - 1,
		NULL, 0, NULL, 0) != UNZ_OK)
		return "zip";
	fault = inflate_part(c, &info);
	if (fault != NULL || !is_xml(c->name))
		return fault;
	fault = xlsx_part_read(c->part.data, c->part.len, &part);
	return fault != NULL ? fault : check_counts(x, c->name, &part);
}

static void
note_part(struct found *found, const char *name)
{
	if (strncmp(name, "xl/worksheets/sheet", 19) == 0)
		found->sheets++;
	else if (strncmp(name, "xl/tables/", 10) == 0)
		found->tables++;
	else if (strcmp(name, "[Content_Types].xml") == 0)
		found->types = true;
	else if (strcmp(name, "xl/workbook.xml") == 0)
		found->book = true;
	else if (strcmp(name, "xl/styles.xml") == 0)
		found->styles = true;
}

static const char *
check_found(const struct xlsx *x, const struct found *found)
{
	const struct xlsx_sheet *s;
	const struct xlsx_table *t;
	size_t sheets = 0, tables = 0;

	for (s = x->sheets; s != NULL; s = s->next)
		sheets++;
	for (t = x->tables; t != NULL; t = t->next)
		tables += t->name != NULL;
	if (sheets != found->sheets || tables != found->tables ||
	    !found->types || !found->book || !found->styles)
		return "parts";
	return NULL;
}

static const char *
check_parts(const struct xlsx *x, struct check *c)
{
	struct found found = {0, 0, false, false, false};
	int next = unzGoToFirstFile(c->zip);
	const char *fault;

	for (; next == UNZ_OK; next = unzGoToNextFile(c->zip)) {
		memset(c->name, 0, sizeof(c->name));
		fault = check_part(x, c);
		if (fault != NULL)
			return fault;
		note_part(&found, c->name);
	}
	c->name[0] = '\0';
	if (next != UNZ_END_OF_LIST_OF_FILE)
		return "zip";
	return check_found(x, &found);
}

/* The archive's own end, which says where everything else is. */
static bool
has_end(const struct buf *book)
{
	static const char end[] = {'P', 'K', 5, 6};

	return book->len >= END_BYTES &&
	    memcmp(book->data + book->len - END_BYTES, end, sizeof(end)) == 0;
}

int
xlsx_check(struct xlsx *x, const struct buf *book)
{
	struct xlsx_archive archive = {*book, 0};
	struct check c = {.zip = xlsx_zip_read(&archive)};
	const char *fault = "zip";

	buf_init(&c.stored);
	buf_init(&c.part);
	if (c.zip != NULL && has_end(book))
		fault = check_parts(x, &c);
	if (c.zip != NULL)
		unzClose(c.zip);
	buf_release(&c.part);
	buf_release(&c.stored);
	if (fault == NULL)
		return 0;
	diag_add(x->diag, DIAG_workbook_damaged, NULL, x->document->file,
	    c.name[0] != '\0' ? c.name : "-", fault, NULL);
	return -1;
}
