/*
 * What every document says of itself: head, foot, and the words for it.
 */
#ifndef REPORT_HEADING_H
#define REPORT_HEADING_H

#include "report/placeholder.h"

struct node;

/* The root of a document; its title is that label, or else the text. */
struct node	*heading_document(const struct draft *, const char *title);

/* Where the document stands in the pack, in the first of its formats. */
const char	*heading_file(const struct draft *);

/*
 * A whole document: its head with that title, the report's template filled by
 * the draft's placeholders.  NULL after reporting a faulty template.
 */
struct node	*heading_fill(struct draft *, const char *title);

/* What every draft is made of, beside its table of placeholders. */
#define HEADING_DRAFT(table) { .arena = arena, .diag = diag, .facts = facts, \
	.slice = slice, .report = report, .placeholder = (table), \
	.nplaceholder = sizeof(table) / sizeof((table)[0]) }

/* Placeholders that every document knows. */
const char	*heading_month(const struct draft *);
const char	*heading_date(const struct draft *);
const char	*heading_model(const struct draft *);

#define HEADING_PLACEHOLDERS \
	{ .name = "month", .text = heading_month }, \
	{ .name = "date", .text = heading_date }, \
	{ .name = "model", .text = heading_model }

#endif
