/*
 * From the typed rows of a kind to records.
 */
#include <string.h>

#include "portfolio/loader.h"

size_t
count_rows(const struct loader *l, enum kind_id kind)
{
	size_t i, n = 0;

	for (i = 0; i < l->input->nfile; i++)
		if (l->input->file[i].sheet.kind == &kind_table[kind])
			n += l->input->file[i].sheet.nrow;
	return n;
}

size_t
build_rows(struct loader *l, enum kind_id kind, void *records, size_t size,
    record_builder *build)
{
	const struct sheet *sheet;
	char *at = records;
	size_t i, r, n = 0;

	for (i = 0; i < l->input->nfile; i++) {
		sheet = &l->input->file[i].sheet;
		if (sheet->kind != &kind_table[kind])
			continue;
		l->month = l->input->file[i].month;
		for (r = 0; r < sheet->nrow; r++)
			if (build(l, &sheet->row[r], at + n * size))
				n++;
			else
				memset(at + n * size, 0, size);
	}
	return n;
}
