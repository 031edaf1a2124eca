/*
 * What is asked of a municipality for the month to come: a workbook of sheets
 * that are input when they are saved, a letter with it, and for the office a
 * page with who gets what.  For this room only.
 */
#ifndef REPORT_COLLECT_H
#define REPORT_COLLECT_H

#include <stdbool.h>

#include "doc/formula.h"
#include "input/schema.h"
#include "report/placeholder.h"
#include "report/table.h"

struct node	*collect_index_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);
struct node	*collect_book_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);
struct node	*collect_letter_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);
/* True of a municipality that is asked for anything. */
bool	collect_exists(const struct facts *, const struct slice *);

/* collect_ask.c: who is asked for what */

/* What a rollout is asked for, by its state; in labels "collect.ask.<id>". */
enum collect_ask {
	ASK_NOTHING,	/* withdrawn */
	ASK_STATUS,	/* paused: its status, to be confirmed */
	ASK_BENEFITS,	/* completed: what is gained by it */
	ASK_EVERYTHING,
	ASKS
};

enum collect_ask	collect_ask(const struct rollout_figures *);
bool	collect_asks(const struct rollout_figures *, enum kind_id);
const char	*collect_ask_id(enum collect_ask);
/* So many rollouts of a municipality are asked for something. */
int	collect_count(const struct facts *, int municipality);
/* When returns are due, in words. */
const char	*collect_due(const struct draft *);
/* The document's head says what is asked for until when. */
void	collect_head(const struct draft *, struct node *document);
/* A municipality's letter or workbook; NULL if it is asked for nothing. */
struct node	*collect_document(struct draft *);

/* collect_form.c: a sheet with exactly the columns of its kind */
struct collect_form {
	const struct draft	*draft;
	enum kind_id		 kind;
	struct grid		*grid;
	const struct grid_rule *const *rule;	/* by column */
};

void	collect_begin(struct collect_form *, const struct draft *,
	    enum kind_id);
/*
 * A row that is known, or asked for: what it is about is set and closed, the
 * rest open.
 */
void	collect_row(const struct collect_form *, const struct rollout_figures *);
/* A cell of that row. */
void	collect_set(const struct collect_form *, const char *column,
	    struct value);
/* It is set, and not to be changed. */
void	collect_fix(const struct collect_form *, const char *column,
	    struct value);
void	collect_note(const struct collect_form *, const char *column,
	    const char *note);
/* Whole numbers are shown as such where all of them are; of all rows. */
void	collect_whole(const struct collect_form *, const char *column);
/* Room for so many more rows. */
void	collect_room(const struct collect_form *, size_t rows);

/* Input's words in the document's language. */
struct value	collect_word(const struct draft *, const struct word *list,
		    int word);
struct value	collect_phase(const struct draft *, int phase);
struct value	collect_task(const struct draft *, int main_task);

/* collect_rule.c: what may be typed, by column */
const struct grid_rule *const *collect_rules(const struct draft *,
	    enum kind_id);
/* collect_mark.c: what is marked as missing or contradictory */
void	collect_mark(const struct draft *, struct grid *, enum kind_id);

/* collect_sheets.c: the sheets; NULL where nothing is asked for */
struct grid	*collect_status(const struct draft *);
struct grid	*collect_tasks(const struct draft *);
struct grid	*collect_answers(const struct draft *);
struct grid	*collect_conditions(const struct draft *);
struct grid	*collect_assessments(const struct draft *);
struct grid	*collect_economy(const struct draft *);
struct grid	*collect_risks(const struct draft *);
struct grid	*collect_benefits(const struct draft *);
struct grid	*collect_measurements(const struct draft *);

/* collect_guide.c: what is to be read beside them */
struct grid	*collect_rollouts(const struct draft *);
struct grid	*collect_questions(const struct draft *);
struct grid	*collect_known(const struct draft *);

#endif
