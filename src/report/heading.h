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

/* Placeholders that every document knows. */
const char	*heading_month(const struct draft *);
const char	*heading_date(const struct draft *);
const char	*heading_model(const struct draft *);

#define HEADING_PLACEHOLDERS \
	{ .name = "month", .text = heading_month }, \
	{ .name = "date", .text = heading_date }, \
	{ .name = "model", .text = heading_model }

#endif
