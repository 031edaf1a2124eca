/*
 * The document tree: the only meeting place of reports and renderers.
 *
 * Sections nest; blocks hold inlines; grids and charts are leaves.  Illegal
 * parents are refused by assertion in node_append(), so renderers trust the
 * shape.  Every string was sanitised by node_text() (see text gateway), so no
 * renderer meets ill-formed UTF-8 or a character that XML forbids.  The arena
 * of the document owns all of it.
 */
#ifndef DOC_NODE_H
#define DOC_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "doc/value.h"

struct arena;
struct buf;
struct chart;
struct grid;
struct labels;

enum node_type {
	/* blocks */
	DOC_DOCUMENT,
	DOC_SECTION,	/* a heading (as.section.title) and what follows */
	DOC_PARAGRAPH,
	DOC_LIST,
	DOC_ITEM,
	DOC_QUOTE,
	DOC_CODE_BLOCK,	/* as.text */
	DOC_RULE,	/* in a form: what follows begins a page */
	DOC_NOTE,	/* set apart: the office's words, a warning */
	DOC_GRID,	/* as.grid */
	DOC_CHART,	/* as.chart */
	DOC_LINES,	/* as.lines: room for handwriting */
	/* inlines */
	DOC_TEXT,	/* as.text */
	DOC_EMPH,
	DOC_STRONG,
	DOC_CODE,	/* as.text */
	DOC_LINK,	/* as.link */
	DOC_BREAK,	/* a line break */
	DOC_LIGHT	/* as.light: shape and word */
};

/* Where a document leads; links of one group stand in one line. */
struct document_link {
	const char	*group;		/* "København" */
	const char	*text;
	const char	*href;		/* relative to the document */
};

/* What stands in every document's head and foot. */
struct document {
	const char	*title;
	const char	*subtitle;	/* month, report date */
	const char	*basis;		/* model version; as reported by ... */
	const char	*notice;	/* "invented figures", or NULL */
	const char	*file;		/* its path in the pack */
	const char	*program;	/* "parathed 1.0.0" */
	const char	*home;		/* href of the pack's index, or NULL */
	const struct document_link *link; /* to others, group by group */
	size_t		 nlink;
	const char	*lang;		/* "da" */
	const char	*organisation;	/* the office's name, or NULL */
	const char	*logo;		/* a data: address, or NULL */
	day		 date;		/* the report date */
	const struct labels *labels;
	const char	*shell;		/* HTML page with {{css}} {{body}} ... */
	const char	*css;
	const char	*script;	/* of this page alone, or NULL */
	/*
	 * A form: paper first, upright, black and white.  Its running text
	 * stands on every page instead of title and subtitle, if not NULL.
	 */
	bool		 form;
	const char	*running;
	bool		 contents;	/* its workbook begins with them */
	/* On the workbook's paper stands what the page shows: no more columns. */
	bool		 lean;
	/*
	 * All of it stands on one sheet of the workbook, which has this name
	 * and is laid out for paper; NULL: a sheet for each top section.
	 */
	const char	*sheet;
};

struct node {
	enum node_type	 type;
	struct node	*parent, *child, *last, *next;
	union {
		const char	*text;
		struct {
			const char	*title;
			const char	*id;	/* slug, unique in the document */
			int		 level;	/* 2 = top section */
		} section;
		struct {
			int	 ordered;
			int	 start;
		} list;
		struct {
			const char	*url;	/* http, https, mailto, relative */
			const char	*title;	/* or NULL */
		} link;
		const char	*note;		/* label of a DOC_NOTE, or NULL */
		struct {
			const char	*label;	/* or NULL */
			unsigned	 n;
		} lines;
		enum tone	 light;
		const struct grid  *grid;
		const struct chart *chart;
		struct document	*document;
	} as;
};

/*
 * Who may stand where: sections, grids and charts in the document and in
 * sections of a lower level; items in lists; inlines in paragraphs, emphasis
 * and links; other blocks also in items, quotes and notes.
 */
struct node	*node_new(struct arena *, enum node_type);
/* True of a link of a document to the file that it stands in. */
bool		 document_link_is_own(const struct document *,
		    const struct document_link *);
/* The root, with a sanitised copy of what stands in its head and foot. */
struct node	*node_new_document(struct arena *, const struct document *);
/* Appends child (which has no parent) and returns it. */
struct node	*node_append(struct node *parent, struct node *child);

/* Shorthands: make, sanitise, append, return. */
struct node	*node_add(struct arena *, struct node *parent, enum node_type);
struct node	*node_add_text(struct arena *, struct node *parent,
		    const char *text);
struct node	*node_add_paragraph(struct arena *, struct node *parent,
		    const char *text);
/* level 0: one more than the parent's. */
struct node	*node_add_section(struct arena *, struct node *parent,
		    const char *title, int level);
/* Sanitises the grid's own strings where it stands. */
struct node	*node_add_grid(struct arena *, struct node *parent,
		    struct grid *);
/* Copies the chart and its series; the grid is only pointed to. */
struct node	*node_add_chart(struct arena *, struct node *parent,
		    const struct chart *);

/* So many ruled lines below their label, which may be NULL. */
struct node	*node_add_lines(struct arena *, struct node *parent,
		    const char *label, unsigned n);

/* True if the type stands inside a line of text. */
int	node_is_inline(enum node_type);

/* The level of a section, 1 for the document and blocks outside sections. */
int	node_level(const struct node *);

/* The text of inlines without their marks, on one line. */
void	node_plain(struct buf *, const struct node *);

/*
 * True of http:, https:, mailto: and relative addresses, without control
 * characters.
 */
int	node_url_allowed(const char *);

/*
 * The gateway of every string that enters a document: ill-formed UTF-8,
 * noncharacters and control characters but TAB and LF become U+FFFD, CR and
 * CRLF become LF, bidi embeddings, overrides and isolates become U+FFFD.
 * Returns the argument itself (NULL too) where nothing had to change.
 */
const char	*node_text(struct arena *, const char *);

#endif
