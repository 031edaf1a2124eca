/*
 * Documents: which there are, over what, and how each is built.
 *
 * report_table lists every document of a pack; pack/ walks it.  A document is
 * built in an arena of its own, so none can show another's content.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "doc/node.h"
#include "figures/figures.h"
#include "portfolio/sender.h"

struct arena;
struct grid;
struct templates;

/* Everything that a document may speak of; const while documents are made. */
struct facts {
	const struct model	*model;
	const struct portfolio	*portfolio;
	const struct figures	*figures;
	const struct templates	*templates;	/* and the labels */
	const struct finding *const *finding;	/* sorted */
	const struct sender	*sender;	/* of each, beside them */
	size_t			 nfinding;
	struct sender_index	 sent;		/* whose they are */
	const struct note	*note;		/* the office's words */
	size_t			 nnote;
	const struct source	*source;	/* inputs with digests */
	size_t			 nsource;
	const char		*program;	/* "parathed 1.0.0" */
	const char *const	*only;		/* reports made; none: all */
	size_t			 nonly;
	bool			 names;	/* of recipients, whatever the model says */
	bool			 alone;	/* one document, in no pack */
	day			 due;	/* of what is collected; DAY_NONE */
	bool			 blank;	/* of which nothing is known: a form */
};

enum slice_by { SLICE_PROGRAMME, SLICE_MUNICIPALITY, SLICE_ROLLOUT };

struct slice {
	enum slice_by	 by;
	int		 index;		/* municipality or rollout; 0 */
};

#define REPORT_FORMATS	5	/* enum format of render/ and an end mark */

struct report {
	const char	*name;		/* "management": for --only */
	const char	*template;	/* "rapport.md" */
	const char	*part[4];	/* templates of parts that repeat */
	const char	*folder;	/* "ledelse" */
	/*
	 * File names by format id, NULL where there is none: "rapport.html";
	 * a '*' stands for solution and phase of the rollout ("SAPA-F2"), or
	 * for the municipality, which then has no folder of its own; a '#' for
	 * its code, in its folder.
	 */
	const char	*file[REPORT_FORMATS];
	bool		 by_selection;	/* of a part: in a folder of its own */
	/* Of no month's pack: made only where it is named. */
	bool		 apart;
	bool		 forms;	/* its input sheets as CSV too, in "csv/" */
	enum slice_by	 by;
	/* If there is a document of the slice; NULL: there is, or see build. */
	bool		(*exists)(const struct facts *, const struct slice *);
	/*
	 * The tree; NULL after reporting a faulty template, or, without a
	 * word, if there is no such document of this slice.
	 */
	struct node	*(*build)(struct arena *, struct diag *,
			    const struct facts *, const struct slice *,
			    const struct report *);
};

extern const struct report report_table[];
extern const size_t report_count;

/*
 * Where a document stands in the pack: "ledelse/rapport.html",
 * "kommuner/101-koebenhavn/parathed.html".  ASCII, and never the same for two
 * documents; NULL if the report has no such format.
 */
const char	*report_path(struct arena *, const struct facts *,
		    const struct report *, const struct slice *, int format);

/*
 * Where an input sheet of a document stands as CSV: in "csv/" beside it,
 * "101-koebenhavn/csv/101-status.csv".
 */
const char	*report_form_path(struct arena *, const struct facts *,
		    const struct report *, const struct slice *,
		    const struct grid *);

/* The row of a municipality on the index: "101_koebenhavn", an id there. */
const char	*report_anchor(struct arena *, const struct facts *,
		    int municipality);

/* There is such a document of the slice in the pack that is made. */
bool	report_is_made(const struct facts *, const struct report *,
	    const struct slice *);

/* The first report of that name made over such slices; NULL if none is. */
const struct report	*report_find(const struct facts *, const char *name,
			    enum slice_by);

/*
 * How one document refers to another: a path relative to its own.  NULL if the
 * other is not made, or not in that format.
 */
const char	*report_href(struct arena *, const struct facts *,
		    const char *from, const struct report *,
		    const struct slice *, int format);

/* The same by the report's name: the first that has the format. */
const char	*report_link(struct arena *, const struct facts *,
		    const char *from, const char *name, const struct slice *,
		    int format);

/*
 * The data/ tables, for pack and for "parathed figures NAME".  The largest can
 * be built piece by piece: the rows of some rollouts, in their order.
 */
struct data_table {
	const char	*name;		/* "rollouts" */
	struct grid	*(*build)(struct arena *, const struct facts *);
	struct grid	*(*piece)(struct arena *, const struct facts *,
			    size_t first, size_t end);	/* or NULL */
};

extern const struct data_table data_table[];
extern const size_t data_table_count;

/*
 * Read labels, page shell, style sheet and document templates of a language
 * from a folder.  Returns NULL after reporting what is missing or faulty.
 */
const struct templates	*templates_read(struct arena *, struct diag *,
			    const char *folder, const char *lang);
/* The same; what is not in folder is taken from base, labels one by one. */
const struct templates	*templates_read_over(struct arena *, struct diag *,
			    const char *folder, const char *base,
			    const char *lang);
const struct labels	*templates_labels(const struct templates *);

/* A file of templates. */
struct template_source {
	const char	*name;		/* "da/rapport.md" */
	const char	*path;
	bool		 own;		/* in the reader's own folder */
	bool		 used;		/* it was read */
};

/* Every file there was, used or not, by name. */
const struct template_source	*templates_sources(const struct templates *,
				    size_t *count);

#endif
