/*
 * Renderers: a document tree in, bytes or a file out.  They know formats and
 * no municipalities.
 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/timing.h"

struct buf;
struct grid;
struct labels;
struct node;

void	render_md(struct buf *, const struct node *document);
void	render_html(struct buf *, const struct node *document);
/* For debugging and for the expected files of the tests. */
void	render_tree(struct buf *, const struct node *document);
/* One grid for machines: RFC 4180, comma, LF, UTF-8, ids, ISO dates, '.'. */
void	render_csv(struct buf *, const struct grid *);
/* Its rows alone: a table in pieces has one head. */
void	render_csv_rows(struct buf *, const struct grid *);

/* The same grid as a JSON list of objects: numbers as numbers, nothing null. */
void	render_json(struct buf *, const struct grid *);
/*
 * Every grid of a document: as CSV with a blank line between two, as one JSON
 * object with a list by the id of each.
 */
void	render_csv_document(struct buf *, const struct node *document);
void	render_json_document(struct buf *, const struct node *document);

/*
 * Text for a terminal: lines of at most so many columns, bold and coloured if
 * asked for.  Without a width nothing is wrapped.
 */
void	render_plain(struct buf *, const struct node *document, size_t width,
	    bool colour);

/*
 * A sheet of input as a spreadsheet of the labels' language saves and opens
 * it: their separator and decimal mark, its own headings, ISO dates, CRLF, a
 * byte order mark.  What is empty throughout is left out.
 */
void	render_csv_form(struct buf *, const struct grid *,
	    const struct labels *);

/*
 * A workbook, read back and found whole: every part is complete and every
 * sheet holds what was written.  Returns 0, or -1 after reporting.
 */
int	render_xlsx(struct buf *, const struct node *document, struct diag *);

/*
 * True if the workbook library writes to memory and deflates as this program
 * intends; asked once at start.
 */
int	render_xlsx_selftest(void);

enum format { FORMAT_HTML, FORMAT_MD, FORMAT_XLSX, FORMAT_CSV, FORMATS };

struct renderer {
	const char	*name;		/* "html" */
	const char	*extension;	/* ".html" */
	enum timing	timing;
	/* Exactly one of the two is set. */
	void		(*text)(struct buf *, const struct node *);
	int		(*book)(struct buf *, const struct node *,
			    struct diag *);
};

extern const struct renderer renderer_table[FORMATS];

#endif
