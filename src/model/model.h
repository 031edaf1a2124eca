/*
 * The implementation model, checked: phases, main tasks, the matrix between
 * them, gate criteria, dependencies, thresholds.  Nothing of it is compiled
 * in; another programme brings another model.
 *
 * Phases, tasks, categories and criteria are numbered by their row in the
 * input; every reference is such a number.  The arena owns all of it.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "input/words.h"
#include "model/threshold.h"

struct arena;
struct input;
struct names;

enum grade { WORDS_GRADE(WORD_ENUMERATOR) GRADES };
enum basis { WORDS_BASIS(WORD_ENUMERATOR) BASES };
enum origin { WORDS_ORIGIN(WORD_ENUMERATOR) ORIGINS };
enum dependency_kind { WORDS_DEPENDENCY(WORD_ENUMERATOR) DEPENDENCY_KINDS };

/* A text in both languages; en falls back to da, da is "" if not given. */
struct bilingual {
	const char	*da;
	const char	*en;
};

struct phase {
	struct loc		 loc;
	const char		*id;		/* "F2" */
	struct bilingual	 name;
	const char		*alias;		/* '|' between, or NULL */
	struct bilingual	 purpose, effect, products, actors;
};

struct category {
	struct loc		 loc;
	const char		*id;		/* "teknisk" */
	struct bilingual	 name;
};

struct main_task {
	struct loc		 loc;
	int			 no;		/* the model's own number */
	struct bilingual	 name;
	const char		*alias;
	int			 category;
	struct bilingual	 purpose, description, activities;
	bool			 operation;	/* counts for safe operation */
};

/* One cell of the matrix: main task x phase. */
struct matrix_cell {
	struct loc	 loc;
	enum grade	 grade;		/* GRADE_NONE: no cell */
	enum basis	 basis;
};

struct criterion {
	struct loc		 loc;
	const char		*id;		/* "F2-K04" */
	int			 phase;
	struct bilingual	 text;
	int			 main_task;	/* or -1 */
	bool			 mandatory;
	double			 weight;
	struct bilingual	 verification, pass_condition;
	enum origin		 origin;
	bool			 operation;	/* counts for safe operation */
};

struct dependency {
	struct loc		 loc;
	int			 main_task;	/* this one */
	int			 requires_task;	/* presupposes this one */
	enum dependency_kind	 kind;
	enum basis		 basis;
};

struct model {
	struct bilingual	 name;
	const char		*version;
	struct bilingual	 source;
	struct bilingual	 notice;	/* printed on every document; "" */
	bool			 names_in_management;
	double			 threshold[THRESHOLDS];
	struct loc		 threshold_loc[THRESHOLDS]; /* file NULL: default */

	struct phase		*phase;
	size_t			 nphase;
	struct category		*category;
	size_t			 ncategory;
	struct main_task	*task;
	size_t			 ntask;
	struct matrix_cell	*matrix;	/* task * nphase + phase */
	struct criterion	*criterion;
	size_t			 ncriterion;
	struct dependency	*dependency;
	size_t			 ndependency;

	/* every accepted spelling, for the functions below */
	struct names		*phase_names, *task_names, *criterion_names;
};

/*
 * Build the model from model/ of the input.  Returns 0, or -1 after reporting
 * every structural fault: a reference that leads nowhere, a hole in the
 * matrix, a key given twice, a kind without a row.
 */
int	model_load(struct arena *, struct diag *, const struct input *,
	    struct model *);

static inline const struct matrix_cell *
model_cell(const struct model *m, int task, int phase)
{
	return &m->matrix[(size_t)task * m->nphase + (size_t)phase];
}

/*
 * Find by id, name (either language), alias or number, ignoring case and
 * surrounding blanks.  -1 if there is none, or for NULL.
 */
int	model_find_phase(const struct model *, const char *);
int	model_find_task(const struct model *, const char *);
int	model_find_criterion(const struct model *, const char *);

/* The nearest known spelling for a "did you mean", or NULL. */
const char	*model_nearest_phase(const struct model *, const char *);
const char	*model_nearest_task(const struct model *, const char *);
const char	*model_nearest_criterion(const struct model *, const char *);

#endif
