/*
 * Reading templates/: page shell and style sheet, and of one language the
 * labels and the documents.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "doc/labels.h"
#include "report/templates.h"

#define TEMPLATE_BYTES ((size_t)1024 * 1024)
#define LABELS "labels.txt"

/* A file that there must be, or NULL after reporting it. */
static const char *
read_file(struct arena *arena, struct diag *diag, const char *path, size_t *len)
{
	const struct loc loc = {.file = path};
	const char *text;

	text = file_read(arena, path, TEMPLATE_BYTES, len);
	if (text == NULL)
		diag_add(diag, DIAG_template_unreadable, &loc, path,
		    strerror(errno), (char *)NULL);
	return text;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

/* The languages that there are, for a message: "da, en". */
static const char *
languages(struct arena *arena, const struct file_entry *entry, size_t n)
{
	const char *found = "", *slash;
	size_t i;

	for (i = 0; i < n; i++) {
		slash = strchr(entry[i].path, '/');
		if (slash == NULL || strcmp(slash + 1, LABELS) != 0)
			continue;
		found = arena_printf(arena, "%s%s%.*s", found,
		    *found == '\0' ? "" : ", ", (int)(slash - entry[i].path),
		    entry[i].path);
	}
	return found;
}

static bool
has_file(const struct file_entry *entry, size_t n, const char *path)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(entry[i].path, path) == 0)
			return true;
	return false;
}

/* Returns false after reporting a language that nobody has written. */
static bool
language_is_known(struct arena *arena, struct diag *diag, const char *folder,
    const char *lang)
{
	const struct loc loc = {.file = folder};
	struct file_entry *entry;
	size_t n;

	if (file_walk(arena, folder, &entry, &n) == -1) {
		diag_add(diag, DIAG_template_unreadable, &loc, folder,
		    strerror(errno), (char *)NULL);
		return false;
	}
	if (has_file(entry, n, file_join(arena, lang, LABELS)))
		return true;
	diag_add(diag, DIAG_template_language, &loc, lang,
	    languages(arena, entry, n), (char *)NULL);
	return false;
}

static int
read_labels(struct arena *arena, struct diag *diag, const char *folder,
    struct templates *templates)
{
	const char *path = file_join(arena, folder, LABELS), *text;
	struct labels *labels = labels_new(arena);
	size_t len;

	templates->labels = labels;
	text = read_file(arena, diag, path, &len);
	if (text == NULL)
		return -1;
	return labels_read(labels, diag, path, text, len);
}

/* A script stands in its page as it is, so it can't hold what would end it. */
static const char *
read_script(struct arena *arena, struct diag *diag, const char *path)
{
	const struct loc loc = {.file = path};
	const char *text, *end;
	size_t len;

	text = read_file(arena, diag, path, &len);
	if (text == NULL)
		return NULL;
	end = strcasestr(text, "</script");
	if (end == NULL)
		end = strstr(text, "<!--");
	if (end == NULL && text_valid_utf8(text, len) && strlen(text) == len)
		return text;
	diag_add(diag, DIAG_template_script, &loc,
	    end == NULL ? "" : arena_strndup(arena, end, strcspn(end, "\n")),
	    (char *)NULL);
	return NULL;
}

/* Every *.md of the language; names of subfolders count as part of a name. */
static int
read_documents(struct arena *arena, struct diag *diag, const char *folder,
    struct templates *templates)
{
	struct template_file *document;
	struct file_entry *entry;
	size_t n, i, count = 0;

	if (file_walk(arena, folder, &entry, &n) == -1) {
		diag_add(diag, DIAG_template_unreadable,
		    &(const struct loc){.file = folder}, folder,
		    strerror(errno), (char *)NULL);
		return -1;
	}
	document = arena_array(arena, n, sizeof(*document));
	for (i = 0; i < n; i++) {
		if (entry[i].type == FILE_HIDDEN ||
		    !ends_with(entry[i].path, ".md"))
			continue;
		document[count].name = entry[i].path;
		document[count].path = file_join(arena, folder, entry[i].path);
		document[count].text = read_file(
		    arena, diag, document[count].path, &document[count].len);
		if (document[count++].text == NULL)
			return -1;
	}
	templates->document = document;
	templates->ndocument = count;
	return 0;
}

/* Returns -1 after reporting a template that there is not. */
static int
check_document(struct arena *arena, struct diag *diag, const char *folder,
    const struct templates *templates, const char *name)
{
	struct loc loc = {0};

	if (templates_find(templates, name) != NULL)
		return 0;
	loc.file = file_join(arena, folder, name);
	diag_add(diag, DIAG_template_unreadable, &loc, loc.file,
	    strerror(ENOENT), (char *)NULL);
	return -1;
}

/* Every document that this program makes has its templates. */
static int
check_documents(struct arena *arena, struct diag *diag, const char *folder,
    const struct templates *templates)
{
	const struct report *report;
	int result = 0;
	size_t i, k;

	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (check_document(
			arena, diag, folder, templates, report->template) == -1)
			result = -1;
		for (k = 0; report->part[k] != NULL; k++)
			if (check_document(arena, diag, folder, templates,
				report->part[k]) == -1)
				result = -1;
	}
	return result;
}

const struct templates *
templates_read(struct arena *arena, struct diag *diag, const char *folder,
    const char *lang)
{
	struct templates *templates;
	const char *own;
	size_t len;

	if (!language_is_known(arena, diag, folder, lang))
		return NULL;
	templates = arena_alloc(arena, sizeof(*templates));
	templates->lang = arena_strdup(arena, lang);
	own = file_join(arena, folder, lang);
	templates->shell =
	    read_file(arena, diag, file_join(arena, folder, "page.html"), &len);
	templates->css =
	    read_file(arena, diag, file_join(arena, folder, "page.css"), &len);
	templates->script =
	    read_script(arena, diag, file_join(arena, folder, "index.js"));
	if (templates->shell == NULL || templates->css == NULL ||
	    templates->script == NULL ||
	    read_labels(arena, diag, own, templates) == -1 ||
	    read_documents(arena, diag, own, templates) == -1 ||
	    check_documents(arena, diag, own, templates) == -1)
		return NULL;
	return templates;
}

const struct labels *
templates_labels(const struct templates *templates)
{
	return templates->labels;
}

const struct template_file *
templates_find(const struct templates *templates, const char *name)
{
	size_t i;

	for (i = 0; i < templates->ndocument; i++)
		if (strcmp(templates->document[i].name, name) == 0)
			return &templates->document[i];
	return NULL;
}
