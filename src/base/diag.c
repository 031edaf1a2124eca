#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag_message.h"

static const char *const level_ids[] = {"notice", "warning", "error", "fatal"};

#define LEVELS (sizeof(level_ids) / sizeof(level_ids[0]))

/* A finding and its place in the order of coming. */
struct entry {
	struct finding finding; /* first: one pointer for both */
	size_t seq;
};

struct diag {
	struct arena *arena;
	enum diag_language language;
	struct entry **entry; /* in the order of coming */
	size_t count;
	size_t cap;
	size_t at_level[LEVELS];
	const struct finding **sorted; /* of the first nsorted */
	size_t nsorted;
};

struct diag *
diag_new(struct arena *arena, enum diag_language language)
{
	struct diag *diag;

	diag = arena_alloc(arena, sizeof(*diag));
	diag->arena = arena;
	diag->language = language;
	return diag;
}

static char *
fill_message(
    struct diag *diag, enum diag_code code, const struct diag_filling *filling)
{
	struct buf out;
	char *message;

	buf_init(&out);
	diag_fill(&out, diag_code_text(code, diag->language), filling);
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
	const char *text = diag_code_text(finding->code, diag->language);
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
	const struct finding *last;

	if (diag->count == 0 || finding->loc.line == 0)
		return false;
	last = &diag->entry[diag->count - 1]->finding;
	return last->level == finding->level &&
	    last->loc.line == finding->loc.line && last->loc.file != NULL &&
	    finding->loc.file != NULL &&
	    strcmp(last->loc.file, finding->loc.file) == 0;
}

void
diag_repeat(struct diag *diag, const struct finding *finding)
{
	struct entry *entry;

	entry = arena_alloc(diag->arena, sizeof(*entry));
	entry->finding = *finding;
	entry->finding.loc.file = copy_text(diag->arena, finding->loc.file);
	entry->finding.loc.column = copy_text(diag->arena, finding->loc.column);
	entry->finding.value = copy_text(diag->arena, finding->value);
	entry->finding.message = copy_text(diag->arena, finding->message);
	if (finding->advice != NULL)
		entry->finding.advice = entry->finding.message +
		    (finding->advice - finding->message);
	entry->finding.suggestion = copy_text(diag->arena, finding->suggestion);
	entry->finding.again = is_again(diag, finding);
	entry->seq = diag->count;
	diag->entry = arena_grow(diag->arena, diag->entry, diag->count,
	    &diag->cap, sizeof(struct entry *));
	diag->entry[diag->count++] = entry;
	diag->at_level[finding->level] += !entry->finding.again;
}

static void
report(struct diag *diag, enum diag_level level, enum diag_code code,
    const struct loc *loc, const char *value, va_list args)
{
	struct diag_filling filling = {value, {NULL}};
	struct finding finding = {.code = code, .level = level, .value = value};

	for (size_t i = 0; i < DIAG_ARGUMENTS; i++) {
		filling.argument[i] = va_arg(args, const char *);
		if (filling.argument[i] == NULL)
			break;
	}
	if (loc != NULL)
		finding.loc = *loc;
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

/* How findings look; each stretch is closed by RESET. */
#define BOLD "\033[1m"
#define RESET DIAG_COLOUR_END

static const char *const level_colours[LEVELS] = {
    "\033[36m", "\033[33m", "\033[31m", "\033[1;31m"};

const char *
diag_level_colour(enum diag_level level)
{
	return level_colours[level];
}

static void
put_place(struct buf *out, const struct loc *loc)
{
	if (loc->file == NULL) {
		buf_puts(out, "parathed:");
		return;
	}
	diag_put_shown(out, loc->file, DIAG_SHOWN_OTHER);
	buf_putc(out, ':');
	if (loc->line > 0)
		buf_printf(out, "%d:", loc->line);
	if (loc->column != NULL) {
		diag_put_shown(out, loc->column, DIAG_SHOWN_VALUE);
		buf_putc(out, ':');
	}
}

static void
put_finding(struct buf *out, const struct finding *finding, bool colour)
{
	buf_puts(out, colour ? BOLD : "");
	put_place(out, &finding->loc);
	buf_printf(out, "%s %s%s:%s %s [%s]\n", colour ? RESET : "",
	    colour ? level_colours[finding->level] : "",
	    level_ids[finding->level], colour ? RESET : "", finding->message,
	    diag_code_id(finding->code));
}

/* How many of each level fit into cap lines, the worst level first. */
static void
share_lines(const struct finding *const *finding, size_t n, size_t cap,
    size_t share[LEVELS])
{
	memset(share, 0, LEVELS * sizeof(share[0]));
	for (size_t i = 0; i < n; i++)
		share[finding[i]->level]++;
	for (size_t level = LEVELS; level-- > 0;) {
		if (share[level] > cap)
			share[level] = cap;
		cap -= share[level];
	}
}

const char *
diag_phrase(
    struct diag *diag, enum diag_code code, const char *one, const char *two)
{
	const struct diag_filling filling = {NULL, {one, two}};

	return fill_message(diag, code, &filling);
}

/* A group of findings in no file has no end of its own. */
static void
put_end(struct diag *diag, struct buf *out, const struct diag_look *look,
    const struct finding *const *finding, size_t n, size_t left_out)
{
	const char *file = finding[0]->loc.file;

	if (file == NULL)
		return;
	if (look->end != NULL) {
		look->end(look->context, out, finding, n, left_out);
		return;
	}
	if (left_out == 0)
		return;
	diag_put_shown(out, file, DIAG_SHOWN_OTHER);
	buf_printf(out, ": %s\n",
	    diag_phrase(diag, DIAG_findings_left_out,
		arena_printf(diag->arena, "%zu", left_out), NULL));
}

/* What stands in no file is about the whole run, and always printed. */
static void
put_group(struct diag *diag, struct buf *out, const struct diag_look *look,
    const struct finding *const *finding, size_t n)
{
	size_t share[LEVELS], cap = look->cap;

	if (cap == 0 || finding[0]->loc.file == NULL || n <= cap)
		cap = n;
	share_lines(finding, n, cap, share);
	for (size_t i = 0; i < n; i++) {
		if (share[finding[i]->level] == 0)
			continue;
		share[finding[i]->level]--;
		put_finding(out, finding[i], look->colour);
		if (look->below != NULL)
			look->below(look->context, out, finding[i]);
	}
	put_end(diag, out, look, finding, n, n - cap);
}

/* The findings of a level or worse, sorted. */
static const struct finding **
select_findings(struct diag *diag, enum diag_level least, size_t *count)
{
	const struct finding *const *finding;
	const struct finding **selected;
	size_t n;

	finding = diag_sorted(diag, &n);
	selected = arena_array(diag->arena, n, sizeof(*selected));
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (finding[i]->level >= least)
			selected[(*count)++] = finding[i];
	return selected;
}

void
diag_print_look(struct diag *diag, FILE *stream, const struct diag_look *look)
{
	const struct finding **finding;
	struct buf out;
	size_t count, i, n;

	buf_init(&out);
	finding = select_findings(diag, look->least, &count);
	for (i = 0; i < count; i += n) {
		for (n = 1; i + n < count; n++)
			if (compare_files(finding[i]->loc.file,
				finding[i + n]->loc.file) != 0)
				break;
		put_group(diag, &out, look, finding + i, n);
		(void)fwrite(out.data, 1, out.len, stream);
		buf_clear(&out);
	}
	buf_release(&out);
}

void
diag_print(struct diag *diag, FILE *stream, enum diag_level least, size_t cap,
    bool colour)
{
	const struct diag_look look = {
	    .least = least, .cap = cap, .colour = colour};

	diag_print_look(diag, stream, &look);
}
