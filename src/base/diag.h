/*
 * Findings: what was seen in the input, where, and what would be right.
 *
 * Every message stands in diag.def, in Danish and English.  Whoever finds a
 * fault reports it, once; callers only pass failure on.  The worst level seen
 * decides the exit status.  Findings live in the arena given to diag_new().
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>
#include <stdio.h>
#include <stdbool.h>

struct arena;
struct buf;
struct reword;

/* Where something stands: a file relative to the input folder. */
struct loc {
	const char	*file;		/* with '/', NULL if not from a file */
	int		 line;		/* first physical line, from 1; 0 none */
	int		 field;		/* spreadsheet column, from 1; 0 none */
	const char	*column;	/* the heading as the file writes it */
};

enum diag_level {
	DIAG_NOTICE,	/* read, and worth knowing */
	DIAG_WARNING,	/* used: look at it */
	DIAG_REJECT,	/* a row or file set aside ("error") */
	DIAG_FATAL	/* nothing is published */
};

enum diag_code {
#define DIAG(code, level, da, en)	DIAG_##code,
#include "base/diag.def"
#undef DIAG
	DIAG_CODES
};

enum diag_language { DIAG_DA, DIAG_EN };

struct finding {
	enum diag_code	 code;
	enum diag_level	 level;
	struct loc	 loc;
	const char	*value;		/* the text that is wrong, or NULL */
	const char	*message;	/* one line, in the run's language */
	const char	*advice;	/* its end: what would be right; or NULL */
	const char	*suggestion;	/* the nearest known word, or NULL */
	bool		 again;		/* the one before was of the same row */
	size_t		 alike;		/* how many more it stands for */
	size_t		 alike_rows;	/* and rows that only they are about */
};

/*
 * What one file may cost: of one code and level so many findings are kept.
 * The last of them stands for those further down; all are counted.
 */
#define DIAG_KEPT	10000

/* The findings, and the rows or files, that one of diag_sorted() stands for. */
static inline size_t
finding_count(const struct finding *finding)
{
	return 1 + finding->alike;
}

static inline size_t
finding_rows(const struct finding *finding)
{
	return !finding->again + finding->alike_rows;
}

struct diag;

struct diag	*diag_new(struct arena *, enum diag_language);

/* Messages from now on are in these words; NULL for those of diag.def. */
void		 diag_reword(struct diag *, const struct reword *);

/*
 * Report.  loc may be NULL.  The arguments fill {1}, {2}, ... of the message
 * and end with a NULL, so an argument that may be missing comes last; {value}
 * is the value.  A part of a message in [brackets] is only said if what it
 * names was given and is not empty.  Everything is copied.  In the
 * message the value is cut to 80 characters, and whatever would break the line
 * or steer a terminal stands as \u001b; loc and value keep what came.
 * diag_fatal() reports the same message at level DIAG_FATAL (a row of the
 * model is never merely set aside).
 */
void	diag_add(struct diag *, enum diag_code, const struct loc *,
	    const char *value, ...) __attribute__((sentinel));
void	diag_fatal(struct diag *, enum diag_code, const struct loc *,
	    const char *value, ...) __attribute__((sentinel));
/* The same at a level of the caller's choosing. */
void	diag_at(struct diag *, enum diag_level, enum diag_code,
	    const struct loc *, const char *value, ...)
	    __attribute__((sentinel));
/* False if one more would only be counted: spare finding what it would say. */
bool	diag_has_room(struct diag *, enum diag_code, enum diag_level,
	    const char *file);
/* A finding of another run of the same program (a worker), as it is. */
void	diag_repeat(struct diag *, const struct finding *);

enum diag_level	 diag_worst(const struct diag *);	/* NOTICE if none */
/* Rows and files with a finding of that level: a row of two counts once. */
size_t		 diag_count(const struct diag *, enum diag_level);

/*
 * All findings, sorted by file (byte order, those without one first), line,
 * field and order of coming.
 */
const struct finding *const *diag_sorted(struct diag *, size_t *count);

/*
 * A text as messages show it: at most 80 characters, and \u001b for what
 * would steer a terminal or hide what stands there.
 */
const char	*diag_shown(struct arena *, const char *text);

const char	*diag_code_id(enum diag_code);		/* "unknown_phase" */
/* The code of that id; false if there is none. */
bool		 diag_code_find(const char *id, enum diag_code *);
const char	*diag_level_id(enum diag_level);	/* "warning" */

/*
 * Print those of a level or worse in that order: file:line:column: level:
 * message [code]; at most cap findings of one file (0: all), the worst if there
 * are more, and then how many were left out; "parathed: level: message
 * [code]", never left out, if there is no file.  No control bytes.  Colour only
 * if asked for.
 */
void	diag_print(struct diag *, FILE *, enum diag_level least, size_t cap,
	    bool colour);

/* The same with more to say; the functions may be NULL. */
struct diag_look {
	enum diag_level	 least;
	size_t		 cap;
	/* So many of one code in all, but of what is fatal; 0: all. */
	size_t		 code_cap;
	bool		 colour;
	/* Below a finding that was printed. */
	void		(*below)(void *context, struct buf *,
			    const struct finding *);
	/* Below a file's findings, instead of how many were left out. */
	void		(*end)(void *context, struct buf *,
			    const struct finding *const *, size_t n,
			    size_t left_out);
	void		*context;
};

void	diag_print_look(struct diag *, FILE *, const struct diag_look *);

/* A message by itself in the run's language, filled with {1} and {2}. */
const char	*diag_phrase(struct diag *, enum diag_code, const char *one,
		    const char *two);

/*
 * All DIAG_CODES messages of the run's language, unfilled, in the words of
 * diag.def; those of diag_reword() are looked for in each of them.
 */
const char	*const *diag_messages(struct diag *);

/* What a level looks like on a terminal, and what ends it. */
const char	*diag_level_colour(enum diag_level);
#define DIAG_COLOUR_END	"\033[0m"

#endif
