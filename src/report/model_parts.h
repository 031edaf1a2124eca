/*
 * The parts of the model, for report/model*.c: rows for programs, and words
 * for people.
 */
#ifndef REPORT_MODEL_PARTS_H
#define REPORT_MODEL_PARTS_H

struct arena;
struct draft;
struct facts;
struct grid;
struct node;

typedef struct grid	*model_rows(struct arena *, const struct facts *);
typedef void		 model_words(const struct draft *, struct node *parent);

model_rows	model_phase_rows, model_category_rows, model_task_rows,
		model_matrix_rows, model_criterion_rows, model_dependency_rows,
		model_threshold_rows;
model_words	model_phase_words, model_category_words, model_task_words,
		model_matrix_words, model_criterion_words,
		model_dependency_words, model_threshold_words;

#endif
