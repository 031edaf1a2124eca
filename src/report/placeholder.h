/*
 * Placeholders of a template: what {{name}} and {{name: argument}} become.
 *
 * A document has a table of them.  A new section of a document is a section
 * of its template, a function that makes the grid, and a row in that table.
 */
#ifndef REPORT_PLACEHOLDER_H
#define REPORT_PLACEHOLDER_H

#include <stddef.h>

#include "doc/chart.h"
#include "doc/grid.h"
#include "report/report.h"
#include "report/templates.h"

struct arena;
struct draft;

/* Exactly one of the functions is set. */
struct placeholder {
	const char	*name;		/* "table: phases" */
	/* Within a line, or a paragraph of its own; NULL or "": nothing. */
	const char	*(*text)(const struct draft *);
	struct grid	*(*table)(const struct draft *);	/* NULL: nothing */
	/* Of the table `over`, which must stand in the document; or NULL. */
	struct chart	*(*chart)(const struct draft *, const struct grid *);
	const char	*over;		/* "table: phases" */
	void		 (*blocks)(const struct draft *, struct node *parent);
};

/* A document that is being made. */
struct draft {
	struct arena			*arena;
	struct diag			*diag;
	const struct facts		*facts;
	const struct slice		*slice;
	const struct report		*report;
	const struct placeholder	*placeholder;
	size_t				 nplaceholder;
	struct grid			**made;	/* beside placeholder */
	bool				*placed;	/* is in the tree */
};

/* The rollouts that it is about: all, a municipality's, or one. */
struct span	draft_rollouts(const struct draft *);

/*
 * Fill the report's template into document.  Returns 0, or -1 after reporting
 * a faulty template.
 */
int	placeholder_fill(struct draft *, struct node *document);
/* The same with one of the templates of the report's parts. */
int	placeholder_fill_part(struct draft *, const char *part,
	    struct node *parent);

/*
 * The table of a placeholder, which there is; made if it wasn't yet.  NULL if
 * it is nothing.
 */
struct grid	*placeholder_table(const struct draft *, const char *name);

#endif
