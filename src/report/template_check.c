/*
 * What a reader's own templates hold that is seen nowhere: a slip, or words
 * that the program doesn't use.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "report/templates.h"

/*
 * A file of the reader's own that takes the place of none is a slip: a
 * document's always, another if its name is nearly right.
 */
static bool
is_slip(const struct templates *templates, const struct template_source *source,
    const char *nearest)
{
	if (!source->own ||
	    template_files_of(&templates->files, source->name, false) != NULL)
		return false;
	if (template_document(source, templates->lang) != NULL)
		return true;
	return strchr(source->name, '/') == NULL && !source->used &&
	    nearest != NULL;
}

static void
check_names(
    struct arena *arena, struct diag *diag, const struct templates *templates)
{
	const struct template_files *files = &templates->files;
	const char **name = arena_array(arena, files->count + 1, sizeof(*name));
	const struct template_source *source;
	struct loc loc = {0};
	const char *nearest;
	size_t i, n = 0;

	for (i = 0; i < files->count; i++)
		if (!files->source[i].own)
			name[n++] = files->source[i].name;
	name[n++] = TEMPLATE_OWN_CSS;
	for (i = 0; i < files->count; i++) {
		source = &files->source[i];
		nearest = text_nearest(arena, source->name, name, n);
		if (!is_slip(templates, source, nearest))
			continue;
		loc.file = source->path;
		diag_add(diag, DIAG_template_replaces_none, &loc, source->name,
		    nearest, (char *)NULL);
	}
}

/* True of a file of the reader's own in the folder of a language. */
static bool
is_of_language(const struct template_source *source, const char *lang)
{
	size_t len = strlen(lang);

	return source->own && strncmp(source->name, lang, len) == 0 &&
	    source->name[len] == '/';
}

/* The other languages that the own folder has something in: "en". */
static const char *
own_languages(struct arena *arena, const struct template_files *files)
{
	const char *found = NULL, *slash, *lang, *latest = "";
	size_t i;

	for (i = 0; i < files->count; i++) {
		slash = strchr(files->source[i].name, '/');
		if (!files->source[i].own || slash == NULL)
			continue;
		lang = arena_strndup(arena, files->source[i].name,
		    (size_t)(slash - files->source[i].name));
		if (strcmp(lang, latest) == 0 ||
		    template_files_of(files,
			arena_printf(arena, "%s/" TEMPLATE_LABELS, lang),
			false) == NULL)
			continue;
		latest = lang;
		found = found == NULL
		    ? lang
		    : arena_printf(arena, "%s, %s", found, lang);
	}
	return found;
}

/*
 * A folder with colours alone is one for every language; one with the words of
 * another language, or of which nothing was used, was meant otherwise.
 */
static void
check_language(
    struct arena *arena, struct diag *diag, const struct templates *templates)
{
	const struct template_files *files = &templates->files;
	const struct loc loc = {.file = files->folder};
	const char *others = own_languages(arena, files);
	bool used = false;
	size_t i;

	for (i = 0; i < files->count; i++) {
		if (is_of_language(&files->source[i], templates->lang))
			return;
		used |= files->source[i].own && files->source[i].used;
	}
	if (!used || others != NULL)
		diag_add(diag, DIAG_template_own_language, &loc,
		    templates->lang, others, (char *)NULL);
}

/* Templates and messages, as they came with the program. */
static void
check_words(
    struct arena *arena, struct diag *diag, const struct templates *templates)
{
	const char *const *message;
	const char **text;
	size_t i, n = templates->ndocument;

	if (!labels_have_words(templates->labels))
		return;
	message = diag_messages(diag);
	text = arena_array(arena, n + DIAG_CODES, sizeof(*text));
	for (i = 0; i < n; i++)
		text[i] = templates->document[i].text;
	for (i = 0; i < DIAG_CODES; i++)
		text[n + i] = message[i];
	labels_check_words(templates->labels, diag, text, n + DIAG_CODES);
}

void
templates_check(
    struct arena *arena, struct diag *diag, const struct templates *templates)
{
	check_words(arena, diag, templates);
	if (!templates->files.layered)
		return;
	check_names(arena, diag, templates);
	check_language(arena, diag, templates);
}
