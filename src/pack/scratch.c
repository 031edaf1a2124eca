#include "pack/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pack/interrupt.h"
#include "pack/tree.h"

#define STATUS_NOTHING 2

static const char *open_folder;
static tidy_fn *outer;

/* Memory has run out. */
static int
abandon(void)
{
	const char *folder = open_folder;

	open_folder = NULL;
	if (folder != NULL)
		tree_remove(folder);
	return STATUS_NOTHING;
}

const char *
scratch_open(struct arena *arena, struct diag *diag)
{
	const char *place = getenv("TMPDIR");
	char *folder;

	if (place == NULL || *place == '\0')
		place = "/tmp";
	folder = file_join(arena, place, "parathed-XXXXXX");
	interrupt_begin();
	if (mkdtemp(folder) == NULL) {
		diag_add(diag, DIAG_output_failed, NULL, folder,
		    strerror(errno), (char *)NULL);
		interrupt_end();
		return NULL;
	}
	open_folder = folder;
	outer = arena_at_exhaustion(abandon);
	return folder;
}

void
scratch_close(struct diag *diag)
{
	const char *folder = open_folder;

	if (folder == NULL)
		return;
	open_folder = NULL;
	if (tree_remove(folder) == -1)
		diag_at(diag, DIAG_WARNING, DIAG_output_failed, NULL, folder,
		    strerror(errno), (char *)NULL);
	arena_at_exhaustion(outer);
	interrupt_end();
}
