#include "pack/normal.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/names.h"
#include "input/folder.h"
#include "input/normal.h"
#include "input/table.h"
#include "model/model.h"
#include "pack/interrupt.h"
#include "pack/stage.h"
#include "portfolio/municipality.h"
#include "portfolio/portfolio.h"
#include "report/report.h"

#define FILE_LIMIT ((size_t)TABLE_FILE_MIB << 20)

/* What a column of text refers to, by its id, which is one in every kind. */
typedef const char *
resolver(const struct facts *, struct arena *, const char *text);

static resolver by_municipality, by_solution, by_phase, by_task, by_tasks,
    by_criterion;

static const struct {
	const char *column;
	resolver *resolve;
} references[] = {
    {"code", by_municipality},
    {"municipality", by_municipality},
    {"solution", by_solution},
    {"requires_solution", by_solution},
    {"phase", by_phase},
    {"to_phase", by_phase},
    {"requires_phase", by_phase},
    {"no", by_task},
    {"requires", by_task},
    {"main_task", by_task},
    {"prerequisites", by_tasks},
    {"criterion", by_criterion},
};

#define REFERENCES (sizeof(references) / sizeof(references[0]))

static const char *
by_municipality(
    const struct facts *facts, struct arena *arena, const char *text)
{
	const struct portfolio *p = facts->portfolio;
	int number = municipality_names_get(p->municipality_names, text);

	(void)arena;
	return number < 0 ? NULL : p->municipality[number].code_text;
}

static const char *
by_solution(const struct facts *facts, struct arena *arena, const char *text)
{
	const struct portfolio *p = facts->portfolio;
	int number = names_get(p->solution_names, text);

	(void)arena;
	return number == -1 ? NULL : p->solution[number].id;
}

static const char *
by_phase(const struct facts *facts, struct arena *arena, const char *text)
{
	int number = model_find_phase(facts->model, text);

	(void)arena;
	return number == -1 ? NULL : facts->model->phase[number].id;
}

static const char *
by_task(const struct facts *facts, struct arena *arena, const char *text)
{
	int number = model_find_task(facts->model, text);

	return number == -1
	    ? NULL
	    : arena_printf(arena, "%d", facts->model->task[number].no);
}

/* "Snitflader, 12" as "9, 12"; a single name may hold a comma of its own. */
static const char *
by_tasks(const struct facts *facts, struct arena *arena, const char *text)
{
	const char *list = by_task(facts, arena, text), *one;
	size_t len;

	if (list != NULL)
		return list;
	for (list = ""; *text != '\0'; text += len) {
		text += strspn(text, ",;| ");
		len = strcspn(text, ",;|");
		if (len == 0)
			continue;
		one = by_task(facts, arena, arena_strndup(arena, text, len));
		if (one == NULL)
			return NULL;
		list = arena_printf(
		    arena, "%s%s%s", list, *list == '\0' ? "" : ", ", one);
	}
	return list;
}

static const char *
by_criterion(const struct facts *facts, struct arena *arena, const char *text)
{
	int number = model_find_criterion(facts->model, text);

	(void)arena;
	return number == -1 ? NULL : facts->model->criterion[number].id;
}

static const char *
resolve_reference(const void *context, struct arena *arena,
    const struct column *c, const char *text)
{
	const struct facts *facts = context;

	for (size_t i = 0; i < REFERENCES; i++)
		if (strcmp(references[i].column, c->id) == 0)
			return references[i].resolve(facts, arena, text);
	return NULL;
}

/* One run: where from, where to. */
struct copying {
	const struct facts *facts;
	const struct normal_options *options;
	struct stage stage;
	struct normal_words words;
	struct normal_result *result;
};

static bool
is_csv(const char *path)
{
	size_t len = strlen(path);

	return len >= 4 && strcasecmp(path + len - 4, ".csv") == 0;
}

static enum kind_class
class_of(const char *path)
{
	for (int class = 0; class < CLASSES; class ++) {
		const char *folder = kind_class_folder((enum kind_class) class);

		if (strncmp(path, folder, strlen(folder)) == 0 &&
		    path[strlen(folder)] == '/')
			return (enum kind_class) class;
	}
	return CLASS_STATUS;
}

static void
report_form(struct diag *diag, const char *path, enum normal_form form)
{
	const struct loc loc = {.file = path};

	switch (form) {
	case NORMAL_WHOLE:
		break;
	case NORMAL_NUMBERS_KEPT:
		diag_add(diag, DIAG_fix_numbers, &loc, NULL, (char *)NULL);
		break;
	case NORMAL_TEXT:
	case NORMAL_NOT:
		diag_add(diag, DIAG_fix_left, &loc, NULL, (char *)NULL);
		break;
	}
}

static int
copy_bytes(struct copying *c, const char *path, const char *bytes, size_t len)
{
	struct buf out;
	int result;

	buf_init(&out);
	if (is_csv(path))
		report_form(c->stage.diag, path,
		    normal_sheet(bytes, len, class_of(path), &c->words, &out));
	else if (normal_text(bytes, len, &out) == NORMAL_NOT)
		report_form(c->stage.diag, path, NORMAL_NOT);
	c->result->nfile++;
	c->result->nchanged +=
	    out.len != len || memcmp(out.data, bytes, len) != 0;
	result = stage_write(&c->stage, path, out.data, out.len);
	buf_release(&out);
	return result;
}

/* In an arena of its own, so that memory stays flat over all files. */
static int
copy_file(struct copying *c, const char *path)
{
	const struct loc loc = {.file = path};
	struct arena *arena = arena_new();
	const char *bytes;
	size_t len;
	int result = -1;

	bytes = file_read(
	    arena, file_join(arena, c->options->input, path), FILE_LIMIT, &len);
	if (bytes != NULL)
		result = copy_bytes(c, path, bytes, len);
	else
		diag_fatal(c->stage.diag, DIAG_file_unreadable, &loc, NULL,
		    strerror(errno), (char *)NULL);
	arena_free(arena);
	return result;
}

static bool
is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strcmp(folder, "/") == 0 ||
	    (strncmp(path, folder, len) == 0 &&
		(path[len] == '\0' || path[len] == '/'));
}

/* Refuses a copy within what it is a copy of. */
static int
check_outside(struct copying *c)
{
	char *input = realpath(c->options->input, NULL);
	char *output = realpath(c->stage.output, NULL);
	int result = 0;

	if (input != NULL && output != NULL &&
	    is_below(file_join(c->stage.arena, output, c->stage.name), input)) {
		diag_add(c->stage.diag, DIAG_fix_inside, NULL,
		    c->options->target, (char *)NULL);
		result = -1;
	}
	free(input);
	free(output);
	return result;
}

static int
copy_all(struct copying *c)
{
	for (size_t i = 0; i < c->facts->nsource; i++)
		if (interrupt_seen() ||
		    copy_file(c, c->facts->source[i].path) == -1)
			return -1;
	return interrupt_seen() ? -1 : stage_publish(&c->stage);
}

static struct stage *staged; /* of the copy under way, or NULL */

/* Memory has run out: what isn't in its place goes. */
static int
abandon(void)
{
	if (staged == NULL)
		return 2;
	stage_close(staged);
	return staged->published ? 1 : 2;
}

int
normal_publish(struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct normal_options *options,
    struct normal_result *result)
{
	struct copying c = {
	    .facts = facts, .options = options, .result = result};
	int status = -1;

	*result = (struct normal_result){0, 0};
	c.words =
	    (struct normal_words){options->english, resolve_reference, facts};
	interrupt_begin();
	staged = &c.stage;
	arena_at_exhaustion(abandon);
	stage_name_fresh(&c.stage, arena, diag, options->target);
	if (check_outside(&c) == 0 && stage_open_fresh(&c.stage) == 0)
		status = copy_all(&c);
	stage_close(&c.stage);
	staged = NULL;
	arena_at_exhaustion(NULL);
	interrupt_end();
	return status;
}
