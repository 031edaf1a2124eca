#include "pack/adopt.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "pack/manifest.h"
#include "pack/stage.h"

#define FILE_LIMIT ((size_t)1 << 30)

static bool
is_part(const struct facts *facts, const struct pack_options *options)
{
	return facts->portfolio->selection != NULL || options->nonly > 0;
}

/* Take one file over, unless it is not what the manifest says it was. */
static int
take(const struct stage *stage, const char *path, const char *sha256)
{
	struct arena *arena = arena_new();
	char now[DIGEST_TEXT];
	const char *bytes;
	size_t len;
	int status = -1;

	bytes = file_read(
	    arena, file_join(arena, stage->target, path), FILE_LIMIT, &len);
	if (bytes != NULL)
		digest_sha256(bytes, len, now);
	if (bytes == NULL || !manifest_path_is_inside(path) ||
	    strcmp(now, sha256) != 0)
		diag_add(stage->diag, DIAG_adopt_changed, NULL,
		    file_join(stage->arena, stage->target, path), NULL);
	else
		status = stage_replace(stage, path, bytes, len);
	arena_free(arena);
	return status;
}

/* A run over the whole programme has made the same, or newer. */
static bool
is_made(const struct stage *stage, const char *path)
{
	return access(file_join(stage->arena, stage->folder, path), F_OK) == 0;
}

static int
take_all(const struct stage *stage, const struct facts *facts,
    const json_t *manifest)
{
	bool whole = facts->portfolio->selection == NULL;
	const json_t *entry;
	const char *path, *sha256;
	size_t i;

	json_array_foreach(json_object_get(manifest, "outputs"), i, entry)
	{
		path = json_string_value(json_object_get(entry, "path"));
		sha256 = json_string_value(json_object_get(entry, "sha256"));
		if (path != NULL && sha256 != NULL &&
		    !(whole && is_made(stage, path)) &&
		    take(stage, path, sha256) == -1)
			return -1;
	}
	return 0;
}

int
adopt_earlier(const struct stage *stage, const struct facts *facts,
    const struct pack_options *options, bool *adopted)
{
	json_t *manifest;
	int status = 0;

	*adopted = false;
	if (!is_part(facts, options))
		return 0;
	manifest = manifest_load(stage->target);
	if (manifest == NULL && errno == 0)
		return 0;
	if (manifest == NULL) {
		diag_add(stage->diag, DIAG_pack_unreadable, NULL, stage->target,
		    strerror(errno), NULL);
		return -1;
	}
	*adopted = manifest_same_basis(manifest, stage, facts, options);
	if (*adopted)
		status = take_all(stage, facts, manifest);
	else
		diag_add(stage->diag, DIAG_adopt_replaced, NULL, stage->target,
		    NULL);
	json_decref(manifest);
	return status;
}
