/*
 * Sorting records, and what two rows with one key come to: the later one, by
 * path in byte order and then by line, stands.
 */
#include <stdlib.h>
#include <string.h>

#include "portfolio/loader.h"

static int
compare_place(const struct loc *a, const struct loc *b)
{
	int c = strcmp(a->file, b->file);

	return c != 0 ? c : by_int(a->line, b->line);
}

/* Every record begins with its struct loc. */
static int
compare_record(const void *a, const void *b, void *context)
{
	record_compare *const *key = context;
	int c = (*key)(a, b);

	return c != 0 ? c : compare_place(a, b);
}

void
order_records(void *records, size_t n, size_t size, record_compare *key)
{
	qsort_r(records, n, size, compare_record, &key);
}

static void
report_duplicate(
    struct loader *l, const struct loc *earlier, const struct loc *later)
{
	diag_add(l->diag, DIAG_duplicate_row, earlier, NULL, later->file,
	    arena_printf(l->arena, "%d", later->line), NULL);
}

size_t
sort_records(struct loader *l, void *records, size_t n, size_t size,
    record_compare *key, record_inherit *inherit)
{
	char *base = records;
	size_t i, kept = 0;

	order_records(records, n, size, key);
	for (i = 0; i < n; i++) {
		if (i + 1 < n &&
		    key(base + i * size, base + (i + 1) * size) == 0) {
			report_duplicate(l,
			    (struct loc *)(void *)(base + i * size),
			    (struct loc *)(void *)(base + (i + 1) * size));
			if (inherit != NULL)
				inherit(base + (i + 1) * size, base + i * size);
			continue;
		}
		memmove(base + kept++ * size, base + i * size, size);
	}
	return kept;
}
