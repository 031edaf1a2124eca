/*
 * The checklist of a gate, and the overview of gates: for this room only.
 *
 * One tree is page and workbook.  What is typed stands in forms (criteria,
 * conditions, decision); the result and the sheets of input follow them live,
 * by formulas over the same cells.
 */
#ifndef REPORT_GATE_CHECKLIST_H
#define REPORT_GATE_CHECKLIST_H

#include "doc/formula.h"
#include "input/schema.h"
#include "input/words.h"
#include "report/placeholder.h"
#include "report/table.h"

struct node	*gate_checklist_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);
struct node	*gate_overview_build(struct arena *, struct diag *,
		    const struct facts *, const struct slice *,
		    const struct report *);

/* gate_field.c: forms, and what may be typed into them */
const struct grid_rule	*gate_rule_text(const struct draft *, unsigned lines);
const struct grid_rule	*gate_rule_day(const struct draft *);
/* From 0 on; most may be NUM_NONE. */
const struct grid_rule	*gate_rule_number(const struct draft *, double most);
/* The first words of a list, as "<prefix>.<id>" of the labels. */
const struct grid_rule	*gate_rule_word(const struct draft *,
			    const char *title, const char *prefix,
			    const struct word *, size_t n);
const struct grid_rule	*gate_rule_choice(const struct draft *,
			    const char *title, const char *const *word,
			    size_t n);
/* A row "label | field"; the label is "gate.field.<id>". */
struct grid	*gate_fields(const struct draft *, const char *id);
struct grid_cell	*gate_field(const struct draft *, struct grid *,
			    const char *id);

/* gate_meeting.c: who meets about what */
struct grid	*gate_meeting(const struct draft *);
struct grid	*gate_signatures(const struct draft *);

/* gate_criteria.c: the questions */
struct grid	*gate_criteria(const struct draft *);
const char	*gate_footnote(const struct draft *);
const char	*gate_no_source(const struct draft *);

/* gate_result.c: what the answers come to */
struct grid	*gate_result(const struct draft *);

/* gate_reasons.c: why, and what would make it a go */
struct grid	*gate_reasons(const struct draft *);

/* gate_open.c: what is open besides the criteria */
struct grid	*gate_tasks(const struct draft *);
struct grid	*gate_cells(const struct draft *);
struct grid	*gate_carried(const struct draft *);
struct grid	*gate_risks(const struct draft *);
struct grid	*gate_order(const struct draft *);
struct grid	*gate_awaited(const struct draft *);
struct grid	*gate_history(const struct draft *);

/* gate_decision.c: what is decided, and on what conditions */
struct grid	*gate_conditions(const struct draft *);
enum { DECIDE_WHAT, DECIDE_BACK_TO, DECIDE_CONDITIONS, DECIDE_DATE,
	DECIDE_BY, DECIDE_REVIEW, DECIDE_FIELDS };	/* rows of it */
struct grid	*gate_decision(const struct draft *);
struct grid	*gate_new_conditions(const struct draft *);

/* gate_sheets.c: the same as rows of input */
/* Without rows: exactly the kind's columns; named by "gate.sheet.<kind>". */
struct grid	*gate_sheet_new(const struct draft *, enum kind_id);
struct grid	*gate_sheet_answers(const struct draft *);
struct grid	*gate_sheet_decisions(const struct draft *);
struct grid	*gate_sheet_conditions(const struct draft *);

#endif
