/*
 * The documents of a pack: every report over every slice it is made of, and
 * the tables for machines.
 */
#ifndef PACK_DOCUMENT_H
#define PACK_DOCUMENT_H

#include <stddef.h>

#include "pack/pack.h"

struct stage;

struct document_list {
	struct document_place {
		const struct report *report; /* NULL: a table */
		const struct data_table *table;
		struct slice slice;
	} * place;
	size_t count;
};

void document_list(struct arena *, const struct facts *,
    const struct pack_options *, struct document_list *);

/* For messages: its path without the format. */
const char *document_name(
    struct arena *, const struct facts *, const struct document_place *);

/*
 * Build it, render it in every format it has, write it below the stage.
 * Returns 1, 0 if there is no such document of that slice or it is a table, -1
 * after reporting.
 */
int document_make(
    const struct stage *, const struct facts *, const struct document_place *);

#endif
