/*
 * The Markdown backend's inside; only render/md*.c may include this.
 */
#ifndef RENDER_MD_H
#define RENDER_MD_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct grid;
struct labels;
struct node;

enum md_place { MD_PARAGRAPH, MD_HEADING, MD_CELL };

enum md_mark { MD_EMPH, MD_STRONG, MD_MARKS };

enum md_mark_state {
	MARK_OFF,
	MARK_PENDING,	/* wanted: written before the next character */
	MARK_OPEN,
	MARK_SKIPPED	/* readers wouldn't take it for a mark here */
};

/*
 * A run of inlines being written.  Blanks, breaks and opening marks wait
 * until a character follows, so none of them ends up where it would mean
 * something else or nothing.
 */
struct md_line {
	struct buf		*out;
	const struct labels	*labels;
	enum md_place		 place;
	size_t			 start;		/* of the line in out */
	bool			 space, brk;	/* waiting */
	enum md_mark_state	 mark[MD_MARKS];
	size_t			 mark_at[MD_MARKS];	/* if open */
	enum md_mark		 waiting[MD_MARKS];	/* in this order */
	size_t			 nwaiting;
};

/* Where a line may be broken, until md_wrap() has seen it. */
#define MD_BLANK	'\1'
/* A bit of a line to write on: an underscore that is no markup. */
#define MD_RULE		'\2'

void	md_line_init(struct md_line *, struct buf *, enum md_place,
	    const struct labels *);
/* Text in which nothing is markup. */
void	md_text(struct md_line *, const char *);
void	md_mark_begin(struct md_line *, enum md_mark);
void	md_mark_end(struct md_line *, enum md_mark);
void	md_link_begin(struct md_line *);
void	md_link_end(struct md_line *, const char *url, const char *title);
void	md_inlines(struct md_line *, const struct node *parent);
/* The lines of a paragraph, wrapped for reading as plain text. */
void	md_wrap(struct buf *out, const char *text);

void	md_grid(struct buf *, const struct grid *, const struct labels *);

#endif
