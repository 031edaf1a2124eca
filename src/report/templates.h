/*
 * What templates_read() found: for this room only.
 */
#ifndef REPORT_TEMPLATES_H
#define REPORT_TEMPLATES_H

#include <stddef.h>

#include "report/report.h"

struct template_file {
	const char	*name;		/* "rapport.md" */
	const char	*path;		/* for messages */
	const char	*text;
	size_t		 len;
};

struct templates {
	const char			*lang;
	const struct labels		*labels;
	const char			*shell;	/* page.html */
	const char			*css;	/* page.css */
	const char			*script;	/* index.js */
	const struct template_file	*document;
	size_t				 ndocument;
};

/* NULL if there is none of that name. */
const struct template_file	*templates_find(const struct templates *,
				    const char *name);

#endif
