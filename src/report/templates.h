/*
 * What templates_read() found: for this room only.
 */
#ifndef REPORT_TEMPLATES_H
#define REPORT_TEMPLATES_H

#include <stddef.h>

#include "report/report.h"

#define TEMPLATE_LABELS		"labels.txt"
#define TEMPLATE_OWN_CSS	"own.css"

struct template_file {
	const char	*name;		/* "rapport.md" */
	const char	*path;		/* for messages */
	const char	*text;		/* before the office's words */
	const struct prose_tree	*tree;	/* parsed once a run */
};

/*
 * Files below the reader's own folder and, if that is another, the one that
 * the program came with: what is in neither is missing.
 */
struct template_files {
	const char		*folder;	/* the own, for messages */
	struct template_source	*source;	/* by name */
	size_t			 count;
	bool			 layered;	/* there are two folders */
};

/* Returns 0, or -1 after reporting; base may be NULL. */
int	template_files_find(struct arena *, struct diag *, const char *own,
	    const char *base, struct template_files *);
/* NULL if there is none. */
struct template_source	*template_files_of(const struct template_files *,
			    const char *name, bool own);
/* The own if there is, else the program's, else NULL. */
struct template_source	*template_files_first(const struct template_files *,
			    const char *name);

/* A municipality's place on the map, columns and rows from 1. */
struct template_tile {
	int		 municipality;	/* its code */
	int		 column, row;
	const char	*text;		/* "KBH" */
	const char	*name;		/* NULL: not given */
};

struct templates {
	const char			*lang;
	struct template_files		 files;
	const struct labels		*labels;
	const char			*shell;	/* page.html */
	const char			*css;	/* page.css */
	const char			*script;	/* index.js */
	const char			*logo;	/* a data: address, or NULL */
	const struct template_tile	*tile;	/* NULL: there is no map */
	size_t				 ntile;
	const struct template_file	*document;
	size_t				 ndocument;
};

/* NULL if there is none of that name. */
const struct template_file	*templates_find(const struct templates *,
				    const char *name);

/* "rapport.md" of "da/rapport.md"; NULL if it is no document's. */
const char	*template_document(const struct template_source *,
		    const char *lang);

/* Warn of what stands in the reader's own templates and is seen nowhere. */
void	templates_check(struct arena *, struct diag *,
	    const struct templates *);

/*
 * The picture that the label "logo" names, as a data: address.  Returns 0, or
 * -1 after reporting one that can't stand in a page.
 */
int	logo_read(struct arena *, struct diag *, struct templates *);

/*
 * The places of tile-map.csv.  Returns 0, or -1 after reporting rows that are
 * none, or two that take the same place.
 */
int	tile_map_read(struct arena *, struct diag *, const char *path,
	    const char *bytes, size_t len, struct templates *);
/* By code; NULL if the map doesn't have it. */
const struct template_tile	*tile_map_find(const struct templates *,
				    int municipality);

#endif
