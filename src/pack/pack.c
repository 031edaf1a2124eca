#include "pack/pack.h"

#include <string.h>

#include "base/arena.h"
#include "base/timing.h"
#include "pack/adopt.h"
#include "pack/document.h"
#include "pack/interrupt.h"
#include "pack/manifest.h"
#include "pack/record.h"
#include "pack/stage.h"
#include "pack/worker.h"
#include "render/render.h"

/* Exit statuses of a run that ends in want of memory. */
enum { STATUS_UNSAID = 1, STATUS_NOTHING = 2 };

static struct stage *staged; /* of the run under way, or NULL */
static bool stands;          /* a pack was published */
static tidy_fn *outer;       /* of whoever has it made */

/* What a worker needs to know of the whole. */
struct making {
	const struct stage *stage;
	const struct facts *facts;
	struct document_list list;
};

static int
make_item(
    const void *context, struct arena *arena, struct diag *diag, size_t index)
{
	const struct making *making = context;
	struct stage stage = *making->stage;

	stage.arena = arena;
	stage.diag = diag;
	return document_make(&stage, making->facts, &making->list.place[index]);
}

static const char *
name_item(const void *context, struct arena *arena, size_t index)
{
	const struct making *making = context;

	return document_name(arena, making->facts, &making->list.place[index]);
}

static int
fill(struct stage *stage, const struct facts *facts,
    const struct pack_options *options, struct pack_result *result)
{
	struct making making = {.stage = stage, .facts = facts};
	struct work work = {.jobs = options->jobs,
	    .language = strcmp(options->lang, "en") == 0 ? DIAG_EN : DIAG_DA,
	    .progress = options->progress,
	    .context = &making,
	    .item = make_item,
	    .name = name_item};
	bool adopted = false;
	int made;

	document_list(stage->arena, facts, options, &making.list);
	work.count = making.list.count;
	made = work_run(&work, stage->arena, stage->diag);
	if (made == -1)
		return -1;
	result->ndocument = (size_t)made;
	timing_open(TIMING_PUBLISH);
	if (!options->apart &&
	    adopt_earlier(stage, facts, options, &adopted) == -1)
		return -1;
	return manifest_write(stage, facts, options, adopted, result);
}

static int
publish(struct stage *stage, struct arena *arena, struct diag *diag,
    const struct facts *facts, const struct pack_options *options,
    struct pack_result *result)
{
	char name[8];

	month_iso(facts->portfolio->report_month, name);
	if (stage_open(stage, arena, diag, options->output,
		options->name != NULL ? options->name
				      : arena_strdup(arena, name)) == -1)
		return -1;
	if (!options->apart)
		record_check(arena, diag, facts, options);
	if (fill(stage, facts, options, result) == -1 || interrupt_seen())
		return -1;
	result->path = stage->target;
	return stage_publish(stage);
}

bool
pack_stands(void)
{
	return stands || (staged != NULL && staged->published);
}

/* Memory has run out: what isn't published goes. */
static int
abandon(void)
{
	work_abandon();
	if (staged != NULL)
		stage_close(staged);
	if (outer != NULL)
		return outer();
	return pack_stands() ? STATUS_UNSAID : STATUS_NOTHING;
}

int
pack_publish(struct arena *arena, struct diag *diag, const struct facts *facts,
    const struct pack_options *options, struct pack_result *result)
{
	struct stage stage = {.lock = -1};
	int status;

	*result = (struct pack_result){NULL, 0, 0};
	interrupt_begin();
	staged = &stage;
	outer = arena_at_exhaustion(abandon);
	if (!render_xlsx_selftest())
		diag_add(diag, DIAG_workbook_files, NULL, NULL, (char *)NULL);
	status = publish(&stage, arena, diag, facts, options, result);
	stage_close(&stage);
	stands = stage.published;
	staged = NULL;
	if (outer != NULL)
		arena_at_exhaustion(outer);
	interrupt_end();
	return status;
}
