/*
 * Stable English ids of computed words, for data/ and for labels.
 */
#include "figures/figures.h"

const char *
light_id(enum light light)
{
	static const char *const ids[] = {WORDS_LIGHT(WORD_ID) "grey", ""};

	return ids[light];
}

const char *
recommendation_id(enum recommendation recommendation)
{
	static const char *const ids[] = {"", "go", "go_conditional", "no_go"};

	return ids[recommendation];
}

const char *
change_id(enum change change)
{
	static const char *const ids[CHANGES] = {
	    "new", "unreported", "returned", "better", "worse", "same"};

	return ids[change];
}

const char *
benefit_state_id(enum benefit_state state)
{
	static const char *const ids[] = {
	    "not_due", "measured", "not_measured"};

	return ids[state];
}

const char *
rollup_by_id(enum rollup_by by)
{
	static const char *const ids[ROLLUP_BYS] = {
	    "programme", "solution", "region", "wave"};

	return ids[by];
}

const char *
reason_id(enum reason_code code)
{
	static const char *const ids[REASONS] = {
#define REASON(NAME, id) #id,
	    REASON_LIST(REASON)
#undef REASON
	};

	return ids[code];
}

const char *
step_id(enum step_code code)
{
	static const char *const ids[STEPS] = {
#define STEP(NAME, id) #id,
	    STEP_LIST(STEP)
#undef STEP
	};

	return ids[code];
}

const char *
gate_reason_id(enum gate_reason_code code)
{
	static const char *const ids[GATE_REASONS] = {
#define GATE_REASON(NAME, id) #id,
	    GATE_REASON_LIST(GATE_REASON)
#undef GATE_REASON
	};

	return ids[code];
}
