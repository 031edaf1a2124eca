/*
 * parathed model: which parts there are, all of them or one.
 */
#include "base/arena.h"
#include "doc/node.h"
#include "report/about.h"
#include "report/answer.h"
#include "report/heading.h"
#include "report/model_parts.h"
#include "report/wording.h"

static const struct {
	const char *name; /* as the kind of its file, or section of model.ini */
	model_rows *rows;
	model_words *words;
} parts[] = {
    {"phases", model_phase_rows, model_phase_words},
    {"categories", model_category_rows, model_category_words},
    {"main_tasks", model_task_rows, model_task_words},
    {"matrix", model_matrix_rows, model_matrix_words},
    {"criteria", model_criterion_rows, model_criterion_words},
    {"dependencies", model_dependency_rows, model_dependency_words},
    {"thresholds", model_threshold_rows, model_threshold_words},
};

const size_t model_part_count = sizeof(parts) / sizeof(parts[0]);

const char *
model_part_name(size_t part)
{
	return parts[part].name;
}

/* "The implementation model 0.8" and what it was made from. */
static struct node *
begin(const struct draft *draft)
{
	const char *source = about_source(draft);

	return answer_document(
	    draft->arena, draft->facts, heading_model(draft), source);
}

struct node *
model_document(struct arena *arena, const struct facts *facts, size_t part)
{
	const struct draft draft = {.arena = arena, .facts = facts};
	struct node *document = begin(&draft), *section;
	size_t i;

	for (i = 0; i < model_part_count; i++) {
		if (part != MODEL_ALL && part != i)
			continue;
		section = node_add_section(arena, document,
		    wording(
			facts, arena_printf(arena, "model.%s", parts[i].name)),
		    0);
		parts[i].words(&draft, section);
	}
	return document;
}

struct node *
model_data(struct arena *arena, const struct facts *facts)
{
	struct node *document = answer_document(arena, facts, "", NULL);
	size_t i;

	for (i = 0; i < model_part_count; i++)
		node_add_grid(arena, document, parts[i].rows(arena, facts));
	return document;
}

struct grid *
model_part_data(struct arena *arena, const struct facts *facts, size_t part)
{
	return parts[part].rows(arena, facts);
}
