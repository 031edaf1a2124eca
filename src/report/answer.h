/*
 * Answers to questions at a terminal: documents of which no file is made.
 */
#ifndef REPORT_ANSWER_H
#define REPORT_ANSWER_H

#include "report/report.h"

struct arena;
struct grid;
struct kind;
struct node;

/* The root; title and subtitle are said as they are, subtitle may be NULL. */
struct node	*answer_document(struct arena *, const struct facts *,
		    const char *title, const char *subtitle);

/*
 * parathed explain: how figures of one rollout came about.  A figure is a
 * column of rollouts.csv by number; EXPLAIN_ALL: each of them, in short.
 */
#define EXPLAIN_ALL	((size_t)-1)

struct node	*explain_document(struct arena *, const struct facts *,
		    size_t rollout, size_t figure);
/* Every term, equation and result of the same, a row each. */
struct grid	*explain_rows(struct arena *, const struct facts *,
		    size_t rollout, size_t figure);
/* False if nobody has written how that column comes about. */
bool	explain_knows(const char *column);

/*
 * parathed model: the model as it was read.  A part by number; MODEL_ALL: each
 * of them.  Data has the columns of the input, and a source.
 */
#define MODEL_ALL	((size_t)-1)

extern const size_t model_part_count;
const char	*model_part_name(size_t);	/* "phases" */
struct node	*model_document(struct arena *, const struct facts *,
		    size_t part);
struct node	*model_data(struct arena *, const struct facts *);
struct grid	*model_part_data(struct arena *, const struct facts *,
		    size_t part);

/*
 * parathed diff: what changed from the facts of one month to those of another,
 * each as known then.
 */
struct node	*diff_document(struct arena *, const struct facts *then,
		    const struct facts *now);
struct grid	*diff_rows(struct arena *, const struct facts *then,
		    const struct facts *now);

/* parathed schema: the columns of a kind of input, or of each (NULL). */
struct node	*schema_document(struct arena *, const struct facts *,
		    const struct kind *);

#endif
