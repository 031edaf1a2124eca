/*
 * Reading templates/: page shell, style sheet and the map's places, and of
 * one language the labels and the documents.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/reword.h"
#include "doc/labels.h"
#include "doc/prose.h"
#include "report/templates.h"

#define TEMPLATE_BYTES ((size_t)1024 * 1024)
#define SCRIPT "index.js"
#define TILES "tile-map.csv"

/* One of the files, or NULL after reporting it. */
static const char *
read_source(struct arena *arena, struct diag *diag,
    struct template_source *source, size_t *len)
{
	const struct loc loc = {.file = source->path};
	const char *text;

	source->used = true;
	text = file_read(arena, source->path, TEMPLATE_BYTES, len);
	if (text == NULL)
		diag_add(diag, DIAG_template_unreadable, &loc, source->path,
		    strerror(errno), (char *)NULL);
	return text;
}

static void
report_missing(struct arena *arena, struct diag *diag,
    const struct template_files *files, const char *name)
{
	struct loc loc = {0};

	loc.file = file_join(arena, files->folder, name);
	diag_add(diag, DIAG_template_unreadable, &loc, loc.file,
	    strerror(ENOENT), (char *)NULL);
}

/* A file that there must be, or NULL after reporting it. */
static const char *
read_file(struct arena *arena, struct diag *diag,
    const struct template_files *files, const char *name, size_t *len)
{
	struct template_source *source = template_files_first(files, name);

	if (source != NULL)
		return read_source(arena, diag, source, len);
	report_missing(arena, diag, files, name);
	return NULL;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

/* The languages that there are, for a message: "da, en". */
static const char *
languages(struct arena *arena, const struct template_files *files)
{
	const char *found = "", *name, *slash;
	size_t i;

	for (i = 0; i < files->count; i++) {
		name = files->source[i].name;
		slash = strchr(name, '/');
		if (slash == NULL || strcmp(slash + 1, TEMPLATE_LABELS) != 0 ||
		    (i > 0 && strcmp(files->source[i - 1].name, name) == 0))
			continue;
		found = arena_printf(arena, "%s%s%.*s", found,
		    *found == '\0' ? "" : ", ", (int)(slash - name), name);
	}
	return found;
}

/* Returns false after reporting a language that nobody has written. */
static bool
language_is_known(struct arena *arena, struct diag *diag,
    const struct template_files *files, const char *lang)
{
	const struct loc loc = {.file = files->folder};

	if (template_files_first(
		files, file_join(arena, lang, TEMPLATE_LABELS)) != NULL)
		return true;
	diag_add(diag, DIAG_template_language, &loc, lang,
	    languages(arena, files), (char *)NULL);
	return false;
}

/* The program's labels first, the reader's own over them, if there are. */
static int
read_labels(struct arena *arena, struct diag *diag, struct templates *templates)
{
	const char *name = file_join(arena, templates->lang, TEMPLATE_LABELS),
		   *text;
	struct labels *labels = labels_new(arena);
	struct template_source *source;
	size_t len;
	int own;

	templates->labels = labels;
	for (own = 0; own <= 1; own++) {
		source = template_files_of(&templates->files, name, own);
		if (source == NULL)
			continue;
		text = read_source(arena, diag, source, &len);
		if (text == NULL ||
		    (own && templates->files.layered ? labels_read_over
						     : labels_read)(
			labels, diag, source->path, text, len) == -1)
			return -1;
	}
	labels_reword(labels);
	diag_reword(diag, labels_rewording(labels));
	return 0;
}

/* A script stands in its page as it is, so it can't hold what would end it. */
static const char *
read_script(
    struct arena *arena, struct diag *diag, const struct template_files *files)
{
	const char *text, *end;
	struct loc loc = {0};
	size_t len;

	text = read_file(arena, diag, files, SCRIPT, &len);
	if (text == NULL)
		return NULL;
	loc.file = template_files_first(files, SCRIPT)->path;
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

/* The style sheet, and behind it what an office adds, if it adds any. */
static const char *
read_css(
    struct arena *arena, struct diag *diag, const struct template_files *files)
{
	const char *css, *more;
	size_t len;

	css = read_file(arena, diag, files, "page.css", &len);
	if (css == NULL ||
	    template_files_first(files, TEMPLATE_OWN_CSS) == NULL)
		return css;
	more = read_file(arena, diag, files, TEMPLATE_OWN_CSS, &len);
	return more == NULL ? NULL : arena_printf(arena, "%s\n%s", css, more);
}

/* The map's places; a folder need have none. */
static int
read_tiles(struct arena *arena, struct diag *diag, struct templates *t)
{
	const char *text;
	size_t len;

	if (template_files_first(&t->files, TILES) == NULL)
		return 0;
	text = read_file(arena, diag, &t->files, TILES, &len);
	if (text == NULL)
		return -1;
	return tile_map_read(arena, diag,
	    template_files_first(&t->files, TILES)->path, text, len, t);
}

const char *
template_document(const struct template_source *source, const char *lang)
{
	size_t len = strlen(lang);

	if (strncmp(source->name, lang, len) != 0 || source->name[len] != '/' ||
	    !ends_with(source->name, ".md"))
		return NULL;
	return source->name + len + 1;
}

/*
 * Returns 0, or -1 after reporting.  In a template that came with the program
 * stands what the office says otherwise.
 */
static int
read_document(struct arena *arena, struct diag *diag,
    const struct templates *templates, struct template_source *source,
    struct template_file *document)
{
	size_t len;
	const char *text = read_source(arena, diag, source, &len), *as_read;

	if (text == NULL)
		return -1;
	document->text = as_read = text;
	if (!source->own || !templates->files.layered)
		text = reword_put(labels_rewording(templates->labels), text);
	document->path = source->path;
	document->tree =
	    prose_parse(arena, text, text == as_read ? len : strlen(text));
	return 0;
}

/* Every *.md of the language; names of subfolders count as part of a name. */
static int
read_documents(
    struct arena *arena, struct diag *diag, struct templates *templates)
{
	struct template_files *files = &templates->files;
	struct template_file *document;
	size_t i, count = 0;

	document = arena_array(arena, files->count, sizeof(*document));
	for (i = 0; i < files->count; i++) {
		struct template_source *source = &files->source[i];
		const char *name = template_document(source, templates->lang);

		if (name == NULL ||
		    source != template_files_first(files, source->name))
			continue;
		document[count].name = name;
		if (read_document(
			arena, diag, templates, source, &document[count]) == -1)
			return -1;
		count++;
	}
	templates->document = document;
	templates->ndocument = count;
	return 0;
}

/* Returns -1 after reporting a template that there is not. */
static int
check_document(struct arena *arena, struct diag *diag,
    const struct templates *templates, const char *name)
{
	if (templates_find(templates, name) != NULL)
		return 0;
	report_missing(arena, diag, &templates->files,
	    file_join(arena, templates->lang, name));
	return -1;
}

/* Every document that this program makes has its templates. */
static int
check_documents(
    struct arena *arena, struct diag *diag, const struct templates *templates)
{
	const struct report *report;
	int result = 0;
	size_t i, k;

	for (i = 0; i < report_count; i++) {
		report = &report_table[i];
		if (check_document(arena, diag, templates, report->template) ==
		    -1)
			result = -1;
		for (k = 0; report->part[k] != NULL; k++)
			if (check_document(
				arena, diag, templates, report->part[k]) == -1)
				result = -1;
	}
	return result;
}

const struct templates *
templates_read_over(struct arena *arena, struct diag *diag, const char *folder,
    const char *base, const char *lang)
{
	struct templates *t = arena_alloc(arena, sizeof(*t));
	size_t len;

	*t = (struct templates){.lang = arena_strdup(arena, lang)};
	if (template_files_find(arena, diag, folder, base, &t->files) == -1 ||
	    !language_is_known(arena, diag, &t->files, lang))
		return NULL;
	t->shell = read_file(arena, diag, &t->files, "page.html", &len);
	t->css = read_css(arena, diag, &t->files);
	t->script = read_script(arena, diag, &t->files);
	if (t->shell == NULL || t->css == NULL || t->script == NULL ||
	    read_labels(arena, diag, t) == -1 ||
	    read_documents(arena, diag, t) == -1 ||
	    check_documents(arena, diag, t) == -1 ||
	    logo_read(arena, diag, t) == -1 || read_tiles(arena, diag, t) == -1)
		return NULL;
	templates_check(arena, diag, t);
	return t;
}

const struct templates *
templates_read(struct arena *arena, struct diag *diag, const char *folder,
    const char *lang)
{
	return templates_read_over(arena, diag, folder, NULL, lang);
}

const struct template_source *
templates_sources(const struct templates *templates, size_t *count)
{
	*count = templates->files.count;
	return templates->files.source;
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
