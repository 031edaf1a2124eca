#include "command/summary.h"

#include <stdio.h>
#include <stdlib.h>

#include "command/version.h"
#include "pack/json.h"

static json_t *
counts(const struct diag *diag)
{
	json_t *object = json_new_object();
	int level;

	for (level = DIAG_NOTICE; level <= DIAG_FATAL; level++)
		json_put(object, diag_level_id((enum diag_level)level),
		    json_count(diag_count(diag, (enum diag_level)level)));
	return object;
}

static json_t *
one_finding(const struct finding *finding)
{
	json_t *object = json_new_object();

	json_put(object, "level", json_text(diag_level_id(finding->level)));
	json_put(object, "code", json_text(diag_code_id(finding->code)));
	json_put(object, "file", json_text(finding->loc.file));
	json_put(object, "line", json_count((size_t)finding->loc.line));
	json_put(object, "field", json_count((size_t)finding->loc.field));
	json_put(object, "column", json_text(finding->loc.column));
	json_put(object, "value", json_text(finding->value));
	json_put(object, "message", json_text(finding->message));
	return object;
}

static json_t *
findings(struct diag *diag)
{
	const struct finding *const *finding;
	json_t *list = json_new_list();
	size_t i, n;

	finding = diag_sorted(diag, &n);
	for (i = 0; i < n; i++)
		json_add(list, one_finding(finding[i]));
	return list;
}

static json_t *
begin(int status)
{
	json_t *object = json_new_object();

	json_put(object, "program", json_text(VERSION_PROGRAM));
	json_put(object, "status", json_count((size_t)status));
	return object;
}

/* Takes the object over. */
static void
end(json_t *object, struct diag *diag)
{
	char *text;

	json_put(object, "counts", counts(diag));
	json_put(object, "findings", findings(diag));
	text = json_print(object);
	json_decref(object);
	puts(text);
	free(text);
}

static json_t *
files(const struct verify_counts *count)
{
	json_t *object = json_new_object();

	json_put(object, "same", json_count(count->same));
	json_put(object, "changed", json_count(count->changed));
	json_put(object, "missing", json_count(count->missing));
	json_put(object, "extra", json_count(count->extra));
	return object;
}

void
summary_print_verified(struct diag *diag, int status, const struct verify *v)
{
	json_t *object = begin(status);

	json_put(object, "pack", json_text(v->folder));
	json_put(object, "files", files(&v->listed));
	json_put(object, "made_again",
	    v->made_again ? files(&v->again) : json_null());
	end(object, diag);
}

void
summary_print(struct diag *diag, int status, const struct pack_result *result)
{
	json_t *object = begin(status);

	if (result != NULL) {
		json_put(object, "pack", json_text(result->path));
		json_put(object, "documents", json_count(result->ndocument));
		json_put(object, "files", json_count(result->nfile));
	}
	end(object, diag);
}
