/*
 * What answers at a terminal have in common.
 */
#include "doc/labels.h"
#include "doc/node.h"
#include "report/answer.h"
#include "report/wording.h"

struct node *
answer_document(struct arena *arena, const struct facts *facts,
    const char *title, const char *subtitle)
{
	const struct labels *labels = wording_labels(facts);
	const struct document d = {.title = title,
	    .subtitle = subtitle,
	    .program = facts->program,
	    .lang = label(labels, "lang"),
	    .date = DAY_NONE,
	    .labels = labels};

	return node_new_document(arena, &d);
}
