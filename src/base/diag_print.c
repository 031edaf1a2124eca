/*
 * Findings in lines of text: a few of each file, the worst if not all, and how
 * many are left out.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/diag_message.h"

/* How findings look; each stretch is closed by RESET. */
#define BOLD "\033[1m"
#define RESET DIAG_COLOUR_END

#define LEVELS (DIAG_FATAL + 1)

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
	    diag_level_id(finding->level), colour ? RESET : "",
	    finding->message, diag_code_id(finding->code));
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

/* "… og 3 mere" */
static const char *
how_many_more(struct diag *diag, size_t n)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", n);
	return diag_phrase(diag, DIAG_findings_left_out, number, NULL);
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
	buf_printf(out, ": %s\n", how_many_more(diag, left_out));
}

/* What stands in no file is about the whole run, and always printed. */
static void
put_group(struct diag *diag, struct buf *out, const struct diag_look *look,
    const struct finding *const *finding, size_t n)
{
	size_t share[LEVELS], cap = look->cap, left = 0;

	if (cap == 0 || finding[0]->loc.file == NULL || n <= cap)
		cap = n;
	share_lines(finding, n, cap, share);
	for (size_t i = 0; i < n; i++) {
		if (share[finding[i]->level] == 0) {
			left += 1 + finding[i]->alike;
			continue;
		}
		share[finding[i]->level]--;
		put_finding(out, finding[i], look->colour);
		if (look->below != NULL)
			look->below(look->context, out, finding[i]);
	}
	put_end(diag, out, look, finding, n, left);
}

/* The findings that are looked at, sorted; seen[] counts them by code. */
static const struct finding **
select_findings(struct arena *arena, struct diag *diag,
    const struct diag_look *look, size_t *count, size_t seen[DIAG_CODES])
{
	const struct finding *const *finding;
	const struct finding **selected;
	size_t n;

	memset(seen, 0, DIAG_CODES * sizeof(*seen));
	finding = diag_sorted(diag, &n);
	selected = arena_array(arena, n, sizeof(*selected));
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		if (finding[i]->level < look->least)
			continue;
		if (look->code_cap == 0 || finding[i]->level == DIAG_FATAL ||
		    seen[finding[i]->code]++ < look->code_cap)
			selected[(*count)++] = finding[i];
	}
	return selected;
}

/* How many of each code were not printed. */
static void
put_left_out(struct diag *diag, struct buf *out, const struct diag_look *look,
    const size_t seen[DIAG_CODES])
{
	int code;

	for (code = 0; code < DIAG_CODES; code++)
		if (seen[code] > look->code_cap)
			buf_printf(out, "parathed: %s [%s]\n",
			    how_many_more(diag, seen[code] - look->code_cap),
			    diag_code_id((enum diag_code)code));
}

static bool
same_file(const struct finding *a, const struct finding *b)
{
	const char *p = a->loc.file, *q = b->loc.file;

	return p == q || (p != NULL && q != NULL && strcmp(p, q) == 0);
}

void
diag_print_look(struct diag *diag, FILE *stream, const struct diag_look *look)
{
	struct arena *arena = arena_new();
	const struct finding **finding;
	struct buf out;
	size_t count, i, n, seen[DIAG_CODES];

	buf_init(&out);
	finding = select_findings(arena, diag, look, &count, seen);
	for (i = 0; i < count; i += n) {
		for (n = 1; i + n < count; n++)
			if (!same_file(finding[i], finding[i + n]))
				break;
		put_group(diag, &out, look, finding + i, n);
		(void)fwrite(out.data, 1, out.len, stream);
		buf_clear(&out);
	}
	put_left_out(diag, &out, look, seen);
	(void)fwrite(out.data, 1, out.len, stream);
	buf_release(&out);
	arena_free(arena);
}

void
diag_print(struct diag *diag, FILE *stream, enum diag_level least, size_t cap,
    bool colour)
{
	const struct diag_look look = {
	    .least = least, .cap = cap, .colour = colour};

	diag_print_look(diag, stream, &look);
}
