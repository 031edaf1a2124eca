/*
 * model.ini and labels: every line is an entry, a comment or a finding.
 */
#include "doc/labels.h"
#include "fuzz.h"
#include "input/dialect.h"
#include "input/ini.h"

#define FILE_NAME "model/model.ini"

/* Is there an entry of the line, and do its words stand in it? */
static bool
has_entry(const struct ini_file *ini, int line, const char *text)
{
	for (size_t i = 0; i < ini->nentry; i++) {
		const struct ini_entry *e = &ini->entry[i];

		if (e->line != line)
			continue;
		must(strstr(text, e->key) != NULL, "%s: %s", text, e->key);
		must(strstr(text, e->value) != NULL, "%s: %s", text, e->value);
		return true;
	}
	return false;
}

static void
check_line(
    struct diag *diag, const struct ini_file *ini, int line, const char *text)
{
	const char *first = text + strspn(text, " \t\v\f");
	bool said = worst_on_line(diag, line) >= 0;

	if (*first == '\0' || *first == ';' || *first == '#')
		must(!has_entry(ini, line, text), "%s", text);
	else if (*first == '[')
		must(said || strchr(first, ']') != NULL, "%s", text);
	else
		must(said != has_entry(ini, line, text), "line %d: %s", line,
		    text);
}

static void
check_labels(struct arena *arena, const char *text, size_t len)
{
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct labels *labels = labels_new(arena);
	int result = labels_read(labels, diag, FILE_NAME, text, len);

	check_findings(diag, FILE_NAME, (int)len + 1);
	must((result == -1) == (diag_worst(diag) == DIAG_FATAL), "%d", result);
	must(strcmp(label(labels, "no.such"), "no.such") == 0 ||
		label_find(labels, "no.such") != NULL,
	    "%s", label(labels, "no.such"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena, DIAG_DA);
	struct ini_file ini;
	char *text = arena_strndup(arena, (const char *)data, size), *at = text;
	int line = 0, result;

	result = ini_read(arena, diag, FILE_NAME, text, size, &ini);
	check_findings(diag, FILE_NAME, (int)size + 1);
	must(result == 0 || diag_worst(diag) >= DIAG_REJECT, "in silence");
	if (strncmp(at, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	while (result == 0 && *at != '\0') {
		size_t len = line_length(at);
		char *one = arena_strndup(arena, at, len);

		one[strcspn(one, "\r\n")] = '\0';
		check_line(diag, &ini, ++line, one);
		at += len;
	}
	check_labels(arena, text, size);
	arena_free(arena);
	return 0;
}
