/*
 * The enumerations of the input: each word with its stable id (English,
 * lower_snake) and its Danish spelling.  One list gives the enum, the ids and
 * what the reader accepts; the first enumerator is 0.  Accepted, whatever the
 * case, are the Danish word, the English one and the id; '_', '-' and a blank
 * between letters are the same.
 */
#ifndef INPUT_WORDS_H
#define INPUT_WORDS_H

#include <stddef.h>

struct arena;

#define WORDS_YESNO(X) \
	X(YESNO, NO, "no", "nej") \
	X(YESNO, YES, "yes", "ja")

#define WORDS_TRANSITION(X) \
	X(TRANSITION, GRADUAL, "gradual", "gradvis") \
	X(TRANSITION, CUT_OVER, "cut_over", "cut-over")

#define WORDS_STATE(X) \
	X(STATE, ACTIVE, "active", "aktiv") \
	X(STATE, PAUSED, "paused", "pauset") \
	X(STATE, WITHDRAWN, "withdrawn", "udtrådt")

#define WORDS_BENEFIT_TYPE(X) \
	X(BENEFIT, BUDGET, "budget", "budgeteffekt") \
	X(BENEFIT, TIME_RELEASED, "time_released", "frigjort_tid") \
	X(BENEFIT, QUALITY, "quality", "kvalitet") \
	X(BENEFIT, COMPLIANCE, "compliance", "lovkrav")

#define WORDS_ATTRIBUTION(X) \
	X(ATTRIBUTION, YES, "yes", "ja") \
	X(ATTRIBUTION, PARTLY, "partly", "delvis") \
	X(ATTRIBUTION, NO, "no", "nej")

#define WORDS_STATUS(X) \
	X(STATUS, NOT_STARTED, "not_started", "ikke startet") \
	X(STATUS, IN_PROGRESS, "in_progress", "i gang") \
	X(STATUS, DONE, "done", "færdig") \
	X(STATUS, BLOCKED, "blocked", "blokeret") \
	X(STATUS, NOT_APPLICABLE, "not_applicable", "ikke relevant")

#define WORDS_DIMENSION(X) \
	X(DIMENSION, OVERALL, "overall", "samlet") \
	X(DIMENSION, TIME, "time", "tid") \
	X(DIMENSION, ECONOMY, "economy", "økonomi") \
	X(DIMENSION, SCOPE, "scope", "omfang") \
	X(DIMENSION, QUALITY, "quality", "kvalitet") \
	X(DIMENSION, RISK, "risk", "risiko") \
	X(DIMENSION, BENEFIT, "benefit", "gevinst")

/* In the order of badness; grey is computed, never reported. */
#define WORDS_LIGHT(X) \
	X(LIGHT, GREEN, "green", "grøn") \
	X(LIGHT, YELLOW, "yellow", "gul") \
	X(LIGHT, RED, "red", "rød")

#define WORDS_ANSWER(X) \
	X(ANSWER, YES, "yes", "ja") \
	X(ANSWER, PARTLY, "partly", "delvis") \
	X(ANSWER, NO, "no", "nej") \
	X(ANSWER, NOT_APPLICABLE, "not_applicable", "ikke relevant") \
	X(ANSWER, WAIVED, "waived", "dispensation")

#define WORDS_DECISION(X) \
	X(DECISION, GO, "go", "go") \
	X(DECISION, GO_CONDITIONAL, "go_conditional", "go med betingelser") \
	X(DECISION, NO_GO, "no_go", "no-go") \
	X(DECISION, POSTPONED, "postponed", "udsæt") \
	X(DECISION, FALL_BACK, "fall_back", "tilbage")

#define WORDS_URGENCY(X) \
	X(URGENCY, NOW, "now", "nu") \
	X(URGENCY, BEFORE_GO_LIVE, "before_go_live", "før ibrugtagning") \
	X(URGENCY, LATER, "later", "senere")

#define WORDS_OPEN(X) \
	X(OPEN, OPEN, "open", "åben") \
	X(OPEN, CLOSED, "closed", "lukket")

#define WORDS_GRADE(X) \
	X(GRADE, NONE, "-", "-") \
	X(GRADE, ACTIVE, "active", "aktiv") \
	X(GRADE, FOCUS, "focus", "fokus")

#define WORDS_BASIS(X) \
	X(BASIS, SOURCE, "source", "kilde") \
	X(BASIS, INTERPRETATION, "interpretation", "fortolkning")

#define WORDS_ORIGIN(X) \
	X(ORIGIN, SOURCE, "source", "kilde") \
	X(ORIGIN, INTERPRETATION, "interpretation", "fortolkning") \
	X(ORIGIN, LOCAL, "local", "lokal")

#define WORDS_CONDITION(X) \
	X(CONDITION, OPERATION, "operation", "drift")

#define WORDS_DEPENDENCY(X) \
	X(DEPENDENCY, BEFORE, "before", "før") \
	X(DEPENDENCY, BESIDE, "beside", "samtidig")

/* Turns a list above into enumerators: enum x { WORDS_X(WORD_ENUMERATOR) }; */
#define WORD_ENUMERATOR(SET, NAME, id, da)	SET##_##NAME,
/* ... into an array of ids: const char *ids[] = { WORDS_X(WORD_ID) }; */
#define WORD_ID(SET, NAME, id, da)		id,

/* The two that hold no noun of their own; the others stand with their noun. */
enum yesno { WORDS_YESNO(WORD_ENUMERATOR) };
enum success_condition { WORDS_CONDITION(WORD_ENUMERATOR) };

struct word {
	const char	*id;	/* "in_progress" */
	const char	*da;	/* "i gang" */
};

/* Each list as an array that ends with a NULL id: word_status, ... */
extern const struct word word_yesno[], word_transition[], word_state[],
    word_benefit_type[], word_attribution[], word_status[], word_dimension[],
    word_light[], word_answer[], word_decision[], word_urgency[], word_open[],
    word_grade[], word_basis[], word_origin[], word_condition[],
    word_dependency[];

size_t	word_count(const struct word *);

/* The index of a trimmed text in a list, or -1. */
int	word_find(struct arena *, const struct word *, const char *text);

#endif
