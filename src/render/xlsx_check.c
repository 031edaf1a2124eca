/*
 * The workbook read back.
 *
 * The library may lose what it wrote and call it success.  So every part is
 * inflated (the archive's checksum tells what was stored), parsed, and every
 * sheet's cells are counted.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>
#include <unzip.h>

#include "base/diag.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define NAME_BYTES 256

/* What is counted in a part. */
struct part {
	char name[NAME_BYTES];
	uint64_t cells;   /* c */
	uint64_t strings; /* si */
	uint64_t unique;  /* what the string table claims */
};

/* What was found in the archive. */
struct found {
	size_t sheets, tables;
	bool types, book, styles;
};

static uint64_t
unique_count(const XML_Char **attribute)
{
	uint64_t n = 0;
	const char *p;

	for (; *attribute != NULL; attribute += 2)
		if (strcmp(attribute[0], "uniqueCount") == 0)
			for (p = attribute[1]; *p >= '0' && *p <= '9'; p++)
				n = n * 10 + (uint64_t)(*p - '0');
	return n;
}

static void
start_element(void *data, const XML_Char *name, const XML_Char **attribute)
{
	struct part *part = data;

	if (name[0] == 'c' && name[1] == '\0')
		part->cells++;
	else if (strcmp(name, "si") == 0)
		part->strings++;
	else if (strcmp(name, "sst") == 0)
		part->unique = unique_count(attribute);
}

/* NULL if the part is whole, else what is wrong. */
static const char *
read_part(unzFile zip, XML_Parser parser)
{
	char bytes[65536];
	int n;

	do {
		n = unzReadCurrentFile(zip, bytes, sizeof(bytes));
		if (n < 0)
			return "zip";
		if (XML_Parse(parser, bytes, n, n == 0) != XML_STATUS_OK)
			return XML_ErrorString(XML_GetErrorCode(parser));
	} while (n > 0);
	return NULL;
}

static const char *
check_part(unzFile zip, struct part *part)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	const char *fault;

	if (parser == NULL)
		return "memory";
	XML_SetUserData(parser, part);
	XML_SetStartElementHandler(parser, start_element);
	if (unzOpenCurrentFile(zip) != UNZ_OK) {
		XML_ParserFree(parser);
		return "zip";
	}
	fault = read_part(zip, parser);
	XML_ParserFree(parser);
	if (unzCloseCurrentFile(zip) != UNZ_OK && fault == NULL)
		fault = "crc";
	return fault;
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
check_counts(const struct xlsx *x, const struct part *part)
{
	const struct xlsx_sheet *s = sheet_of(x, part->name);

	if (s != NULL && s->cells != part->cells)
		return "cells";
	if (part->strings != part->unique)
		return "strings";
	return NULL;
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
check_parts(const struct xlsx *x, unzFile zip, struct part *part)
{
	struct found found = {0, 0, false, false, false};
	const char *fault = NULL;
	unz_file_info info;
	int next = unzGoToFirstFile(zip);

	for (; next == UNZ_OK && fault == NULL; next = unzGoToNextFile(zip)) {
		memset(part, 0, sizeof(*part));
		if (unzGetCurrentFileInfo(zip, &info, part->name,
			sizeof(part->name) - 1, NULL, 0, NULL, 0) != UNZ_OK)
			return "zip";
		note_part(&found, part->name);
		fault = check_part(zip, part);
		if (fault == NULL)
			fault = check_counts(x, part);
	}
	if (fault != NULL)
		return fault;
	memset(part, 0, sizeof(*part));
	if (next != UNZ_END_OF_LIST_OF_FILE)
		return "zip";
	return check_found(x, &found);
}

int
xlsx_check(struct xlsx *x)
{
	struct part part = {"", 0, 0, 0};
	unzFile zip;
	int why;
	const char *fault = "zip";

	errno = 0;
	zip = unzOpen64(x->path);
	why = errno;
	if (zip != NULL) {
		fault = check_parts(x, zip, &part);
		why = errno;
		unzClose(zip);
	}
	if (fault == NULL)
		return 0;
	if (strcmp(fault, "zip") == 0 && why == EINTR)
		return XLSX_AGAIN;
	if (strcmp(fault, "zip") == 0 && why != 0)
		fault = strerror(why);
	diag_add(x->diag, DIAG_workbook_damaged, NULL, x->document->file,
	    part.name[0] != '\0' ? part.name : "-", fault, NULL);
	return -1;
}
