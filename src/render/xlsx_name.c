/*
 * Names that Excel takes without a repair: sheets, tables, columns.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/xlsx.h"

#define SHEET_UNITS 31
#define TABLE_BYTES 60
#define HEAD_BYTES 200

/* The characters that no name of a sheet may hold become hyphens. */
static char *
mend_characters(struct xlsx *x, const char *title)
{
	char *name = xlsx_keep(x, title, SHEET_UNITS);
	size_t len;
	char *p;

	for (p = name; *p != '\0'; p++)
		if (strchr("[]:*?/\\", *p) != NULL)
			*p = '-';
	while (*name == '\'' || *name == ' ')
		name++;
	len = strlen(name);
	while (len > 0 && (name[len - 1] == '\'' || name[len - 1] == ' '))
		name[--len] = '\0';
	return name;
}

/* "Q1", "R1C1", "RC", "2025": Excel wants quotes that aren't written. */
static bool
looks_like_reference(const char *name)
{
	size_t letters, digits;

	if (strspn(name,
		"0123456789_.abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen(name))
		return false; /* will be quoted */
	if (isdigit((unsigned char)name[0]) || name[0] == '.')
		return true;
	letters = strspn(name,
	    "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	digits = strspn(name + letters, "0123456789");
	if (letters <= 3 && digits > 0 && name[letters + digits] == '\0')
		return true;
	if (strcasecmp(name, "true") == 0 || strcasecmp(name, "false") == 0)
		return true;
	return strchr("RrCc", name[0]) != NULL &&
	    strspn(name, "RrCc0123456789") == strlen(name);
}

/* At most so many UTF-16 units, whole characters, no blank at the end. */
static size_t
cut_units(const char *name, size_t units)
{
	const char *p = name, *end = name + strlen(name), *kept = name;
	size_t used = 0;

	while (p < end) {
		used += text_next(&p, end) > 0xffff ? 2 : 1;
		if (used > units)
			break;
		kept = p;
	}
	while (kept > name && (kept[-1] == ' ' || kept[-1] == '\''))
		kept--;
	return (size_t)(kept - name);
}

static bool
is_sheet_taken(
    const struct xlsx *x, const struct xlsx_sheet *before, const char *name)
{
	const struct xlsx_sheet *s;

	if (strcasecmp(name, "History") == 0)
		return true;
	for (s = x->sheets; s != before; s = s->next)
		if (text_equal_fold(s->name, name))
			return true;
	return false;
}

static void
name_sheet(struct xlsx *x, struct xlsx_sheet *s)
{
	const char *wanted = s->name != NULL ? s->name : s->title;
	const char *sheet = label(x->labels, "xlsx.sheet");
	char *name = mend_characters(x, wanted), suffix[16];
	int n;

	if (*name == '\0')
		name = mend_characters(x, sheet);
	else if (looks_like_reference(name))
		name = mend_characters(
		    x, arena_printf(x->arena, "%s %s", sheet, name));
	s->name = name;
	for (n = 2; is_sheet_taken(x, s, s->name); n++) {
		snprintf(suffix, sizeof(suffix), " (%d)", n);
		s->name = arena_printf(x->arena, "%.*s%s",
		    (int)cut_units(name, SHEET_UNITS - strlen(suffix)), name,
		    suffix);
	}
}

void
xlsx_name_sheets(struct xlsx *x)
{
	struct xlsx_sheet *s;

	for (s = x->sheets; s != NULL; s = s->next)
		name_sheet(x, s);
}

static bool
is_table_taken(const struct xlsx *x, const char *name)
{
	const struct xlsx_table *t;

	for (t = x->tables; t != NULL; t = t->next)
		if (t->name != NULL && strcasecmp(t->name, name) == 0)
			return true;
	return false;
}

const char *
xlsx_name_table(struct xlsx *x, const char *id)
{
	char *base, *name, *p;
	int n;

	base = arena_printf(
	    x->arena, "tbl_%.*s", TABLE_BYTES, id != NULL ? id : "");
	for (p = base; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80)
			*p = '_';
	name = base;
	for (n = 2; is_table_taken(x, name); n++)
		name = arena_printf(x->arena, "%s_%d", base, n);
	return name;
}

static bool
is_head_taken(char **head, size_t n, const char *wanted)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_equal_fold(head[i], wanted))
			return true;
	return false;
}

static char *
head_name(struct xlsx *x, char **head, size_t i)
{
	char *base = head[i], *name, *p;
	int n;

	/* "_x0041_" would be read as "A", in one place and not the other. */
	for (p = base; (p = strstr(p, "_x")) != NULL;)
		*p = '-';
	if (base[strspn(base, " ")] == '\0')
		base = arena_printf(
		    x->arena, "%s %zu", label(x->labels, "xlsx.column"), i + 1);
	name = base;
	for (n = 2; is_head_taken(head, i, name); n++)
		name = arena_printf(x->arena, "%.*s (%d)",
		    (int)cut_units(base, HEAD_BYTES), base, n);
	return name;
}

void
xlsx_name_heads(struct xlsx *x, char **head, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		head[i] = head_name(x, head, i);
}
