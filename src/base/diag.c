#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag_message.h"
#include "base/diag_tally.h"
#include "base/reword.h"

static const char *const level_ids[] = {"notice", "warning", "error", "fatal"};

#define LEVELS (sizeof(level_ids) / sizeof(level_ids[0]))

/* A finding and its place in the order of coming. */
struct entry {
	struct finding finding; /* first: one pointer for both */
	size_t seq;
	const char *alone; /* the message, before others were like it */
	int last_line;     /* of those that are like it */
};

struct diag {
	struct arena *arena;
	enum diag_language language;
	const struct reword *words;
	struct entry **entry; /* in the order of coming */
	size_t count;
	size_t cap;
	size_t at_level[LEVELS];
	const struct finding **sorted; /* of the first nsorted */
	size_t nsorted;
	struct tallies *tallies;
	struct entry **crowd; /* those that stand for others */
	size_t ncrowd, crowd_cap;
	bool crowd_grew;       /* since their messages were made */
	struct finding latest; /* level and place, kept or not */
};

struct diag *
diag_new(struct arena *arena, enum diag_language language)
{
	struct diag *diag;

	diag = arena_alloc(arena, sizeof(*diag));
	diag->arena = arena;
	diag->language = language;
	diag->tallies = tallies_new(arena);
	return diag;
}

void
diag_reword(struct diag *diag, const struct reword *words)
{
	diag->words = words;
}

static const char *
text_of(const struct diag *diag, enum diag_code code)
{
	return reword_put(diag->words, diag_code_text(code, diag->language));
}

const char *const *
diag_messages(struct diag *diag)
{
	const char **text = arena_array(diag->arena, DIAG_CODES, sizeof(*text));
	size_t i;

	for (i = 0; i < DIAG_CODES; i++) {
		text[i] = diag_code_text((enum diag_code)i, diag->language);
		(void)text_of(diag, (enum diag_code)i);
	}
	return text;
}

const char *
diag_shown(struct arena *arena, const char *text)
{
	const char *shown;
	struct buf out;

	buf_init(&out);
	diag_put_shown(&out, text, DIAG_SHOWN_VALUE);
	shown = arena_strndup(arena, out.data, out.len);
	buf_release(&out);
	return shown;
}

static char *
fill_message(
    struct diag *diag, enum diag_code code, const struct diag_filling *filling)
{
	struct buf out;
	char *message;

	buf_init(&out);
	diag_fill(&out, text_of(diag, code), filling);
	message = arena_strndup(diag->arena, out.data, out.len);
	buf_release(&out);
	return message;
}

/*
 * Message and advice: what follows the first "; " or " - " of the text as
 * diag.def has it, wherever else such a mark comes to stand when it is filled.
 */
static void
put_message(
    struct diag *diag, struct finding *finding, const struct diag_filling *f)
{
	const char *text = text_of(diag, finding->code);
	size_t fault = diag_fault_length(text), begin;
	struct buf out;

	buf_init(&out);
	diag_fill(&out, arena_strndup(diag->arena, text, fault), f);
	begin = out.len;
	diag_fill(&out, text + fault, f);
	finding->message = arena_strndup(diag->arena, out.data, out.len);
	begin += strspn(out.data + begin, DIAG_ADVICE_MARKS);
	if (begin < out.len)
		finding->advice = finding->message + begin;
	finding->suggestion = diag_suggestion(text, f);
	buf_release(&out);
}

static const char *
copy_text(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_strdup(arena, text);
}

/* Findings of one row come one after the other. */
static bool
is_again(const struct diag *diag, const struct finding *finding)
{
	const struct finding *last = &diag->latest;

	return last->loc.file != NULL && finding->loc.line != 0 &&
	    last->level == finding->level &&
	    last->loc.line == finding->loc.line && finding->loc.file != NULL &&
	    strcmp(last->loc.file, finding->loc.file) == 0;
}

static struct tally *
tally_of(struct diag *diag, const struct finding *finding)
{
	if (finding->loc.file == NULL)
		return NULL;
	return tallies_find(
	    diag->tallies, finding->loc.file, finding->code, finding->level);
}

/* The row that a finding is about counts once; true if it did already. */
static bool
count_row(
    struct diag *diag, const struct finding *finding, const struct tally *tally)
{
	bool again = is_again(diag, finding);

	diag->latest = *finding;
	diag->latest.loc.file = tally == NULL ? NULL : tally->file;
	diag->at_level[finding->level] += !again;
	return again;
}

static void
keep(struct diag *diag, const struct finding *finding, struct tally *tally)
{
	struct entry *entry;

	entry = arena_alloc(diag->arena, sizeof(*entry));
	entry->finding = *finding;
	entry->finding.loc.file = tally == NULL ? NULL : tally->file;
	entry->finding.loc.column = copy_text(diag->arena, finding->loc.column);
	entry->finding.value = copy_text(diag->arena, finding->value);
	entry->finding.message = copy_text(diag->arena, finding->message);
	if (finding->advice != NULL)
		entry->finding.advice = entry->finding.message +
		    (finding->advice - finding->message);
	entry->finding.suggestion = copy_text(diag->arena, finding->suggestion);
	entry->finding.again = count_row(diag, finding, tally);
	entry->seq = diag->count;
	diag->entry = arena_grow(diag->arena, diag->entry, diag->count,
	    &diag->cap, sizeof(struct entry *));
	diag->entry[diag->count++] = entry;
	if (tally != NULL) {
		tally->kept++;
		tally->last = entry;
	}
}

/* One more that is like the last of its kind that was kept. */
static void
join_crowd(
    struct diag *diag, const struct finding *finding, struct tally *tally)
{
	struct entry *entry = tally->last;

	if (entry->finding.alike == 0) {
		entry->alone = entry->finding.message;
		diag->crowd = arena_grow(diag->arena, diag->crowd, diag->ncrowd,
		    &diag->crowd_cap, sizeof(struct entry *));
		diag->crowd[diag->ncrowd++] = entry;
	}
	entry->finding.alike++;
	entry->finding.alike_rows += !count_row(diag, finding, tally);
	if (finding->loc.line > entry->last_line)
		entry->last_line = finding->loc.line;
	diag->crowd_grew = true;
}

/* Whom a finding stands for is said at the end of its message. */
static void
tell_crowd(struct diag *diag)
{
	struct diag_filling filling = {NULL, {NULL}};

	for (size_t i = 0; i < diag->ncrowd && diag->crowd_grew; i++) {
		struct entry *entry = diag->crowd[i];
		struct finding *f = &entry->finding;
		const char *old = f->message;

		filling.argument[0] =
		    arena_printf(diag->arena, "%zu", f->alike);
		filling.argument[1] =
		    arena_printf(diag->arena, "%d", entry->last_line);
		f->message = arena_printf(diag->arena, "%s %s", entry->alone,
		    fill_message(diag, DIAG_findings_alike, &filling));
		if (f->advice != NULL)
			f->advice = f->message + (f->advice - old);
	}
	diag->crowd_grew = false;
}

bool
diag_has_room(struct diag *diag, enum diag_code code, enum diag_level level,
    const char *file)
{
	return file == NULL ||
	    tallies_find(diag->tallies, file, code, level)->kept < DIAG_KEPT;
}

void
diag_repeat(struct diag *diag, const struct finding *finding)
{
	struct tally *tally = tally_of(diag, finding);

	if (tally != NULL && tally->kept >= DIAG_KEPT)
		join_crowd(diag, finding, tally);
	else
		keep(diag, finding, tally);
}

static void
report(struct diag *diag, enum diag_level level, enum diag_code code,
    const struct loc *loc, const char *value, va_list args)
{
	struct diag_filling filling = {value, {NULL}};
	struct finding finding = {.code = code, .level = level, .value = value};

	if (loc != NULL)
		finding.loc = *loc;
	if (!diag_has_room(diag, code, level, finding.loc.file)) {
		diag_repeat(diag, &finding);
		return;
	}
	for (size_t i = 0; i < DIAG_ARGUMENTS; i++) {
		filling.argument[i] = va_arg(args, const char *);
		if (filling.argument[i] == NULL)
			break;
	}
	put_message(diag, &finding, &filling);
	diag_repeat(diag, &finding);
}

void
diag_add(struct diag *diag, enum diag_code code, const struct loc *loc,
    const char *value, ...)
{
	va_list args;

	va_start(args, value);
	report(diag, diag_code_level(code), code, loc, value, args);
	va_end(args);
}

void
diag_fatal(struct diag *diag, enum diag_code code, const struct loc *loc,
    const char *value, ...)
{
	va_list args;

	va_start(args, value);
	report(diag, DIAG_FATAL, code, loc, value, args);
	va_end(args);
}

void
diag_at(struct diag *diag, enum diag_level level, enum diag_code code,
    const struct loc *loc, const char *value, ...)
{
	va_list args;

	va_start(args, value);
	report(diag, level, code, loc, value, args);
	va_end(args);
}

enum diag_level
diag_worst(const struct diag *diag)
{
	if (diag->at_level[DIAG_FATAL] > 0)
		return DIAG_FATAL;
	if (diag->at_level[DIAG_REJECT] > 0)
		return DIAG_REJECT;
	if (diag->at_level[DIAG_WARNING] > 0)
		return DIAG_WARNING;
	return DIAG_NOTICE;
}

size_t
diag_count(const struct diag *diag, enum diag_level level)
{
	return diag->at_level[level];
}

/* What stands in no file comes first. */
static int
compare_files(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int
compare_findings(const void *a, const void *b)
{
	const struct entry *const *x = a, *const *y = b;
	const struct loc *p = &(*x)->finding.loc, *q = &(*y)->finding.loc;
	int order;

	order = compare_files(p->file, q->file);
	if (order != 0)
		return order;
	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	if (p->field != q->field)
		return p->field < q->field ? -1 : 1;
	return (*x)->seq < (*y)->seq ? -1 : 1;
}

const struct finding *const *
diag_sorted(struct diag *diag, size_t *count)
{
	struct entry **entry;
	size_t n;

	tell_crowd(diag);
	n = diag->count;
	*count = n;
	if (n == diag->nsorted)
		return diag->sorted;
	entry = arena_array(diag->arena, n, sizeof(struct entry *));
	memcpy(entry, diag->entry, n * sizeof(struct entry *));
	qsort(entry, n, sizeof(struct entry *), compare_findings);
	diag->sorted = arena_array(diag->arena, n, sizeof(struct finding *));
	for (size_t i = 0; i < n; i++)
		diag->sorted[i] = &entry[i]->finding;
	diag->nsorted = n;
	return diag->sorted;
}

const char *
diag_level_id(enum diag_level level)
{
	return level_ids[level];
}

const char *
diag_phrase(
    struct diag *diag, enum diag_code code, const char *one, const char *two)
{
	const struct diag_filling filling = {NULL, {one, two}};

	return fill_message(diag, code, &filling);
}
