#include "command/summary.h"

#include <stdio.h>
#include <stdlib.h>

#include "command/facts.h"
#include "command/version.h"
#include "input/spot.h"
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
	json_put(object, "advice", json_text(finding->advice));
	json_put(object, "suggestion", json_text(finding->suggestion));
	return object;
}

/* Where the value stands: in its line by character, in its file by byte. */
static json_t *
one_span(const struct spot *spot)
{
	json_t *object;

	if (!spot->found)
		return json_text(NULL);
	object = json_new_object();
	json_put(object, "line", json_count((size_t)spot->number));
	json_put(object, "character", json_count(spot->character));
	json_put(object, "characters", json_count(spot->characters));
	json_put(object, "byte", json_count(spot->byte));
	json_put(object, "bytes", json_count(spot->bytes));
	return object;
}

static void
print_finding(struct spot_file *file, const struct options *options,
    const struct finding *finding)
{
	json_t *object = one_finding(finding);
	struct spot spot;
	char *text;

	(void)spot_find(file, options->input, finding, &spot);
	json_put(
	    object, "cell", json_text(spot.cell[0] == '\0' ? NULL : spot.cell));
	json_put(object, "span", one_span(&spot));
	text = json_print_line(object);
	json_decref(object);
	puts(text);
	free(text);
}

void
summary_findings(struct diag *diag, const struct options *options)
{
	const struct finding *const *finding;
	struct spot_file file;
	size_t i, n;

	finding = diag_sorted(diag, &n);
	spot_init(&file);
	for (i = 0; i < n; i++)
		print_finding(&file, options, finding[i]);
	spot_close(&file);
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

/* What the pack is of, which is known once there is one. */
static void
put_time(json_t *object, const struct portfolio *p, const char *path)
{
	char iso[11] = "";

	if (path != NULL)
		month_iso(p->report_month, iso);
	json_put(object, "month", json_text(path == NULL ? NULL : iso));
	if (path != NULL)
		day_iso(p->report_date, iso);
	json_put(object, "date", json_text(path == NULL ? NULL : iso));
}

void
summary_print(struct diag *diag, int status, const struct options *options,
    const struct gathering *g, const struct pack_result *result)
{
	json_t *object = begin(status);

	json_put(object, "pack", json_text(result->path));
	put_time(object, &g->portfolio, result->path);
	json_put(object, "language", json_text(options->lang));
	json_put(object, "documents", json_count(result->ndocument));
	json_put(object, "files", json_count(result->nfile));
	end(object, diag);
}
