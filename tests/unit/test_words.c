#include "input/words.h"
#include "input_fixture.h"

enum status { WORDS_STATUS(WORD_ENUMERATOR) STATUSES };
enum decision { WORDS_DECISION(WORD_ENUMERATOR) DECISIONS };
enum grade { WORDS_GRADE(WORD_ENUMERATOR) GRADES };
enum type { WORDS_BENEFIT_TYPE(WORD_ENUMERATOR) TYPES };
enum state { WORDS_STATE(WORD_ENUMERATOR) STATES };

static void
test_every_spelling(void **state)
{
	struct fixture f;

	(void)state;
	fixture_new(&f);
	assert_int_equal(
	    word_find(f.arena, word_status, "i gang"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "I  GANG"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "i-gang"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "in_progress"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "In Progress"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "in-progress"), STATUS_IN_PROGRESS);
	assert_int_equal(
	    word_find(f.arena, word_status, "FÆRDIG"), STATUS_DONE);
	assert_int_equal(
	    word_find(f.arena, word_state, "Udtrådt"), STATE_WITHDRAWN);
	assert_int_equal(word_find(f.arena, word_benefit_type, "Frigjort tid"),
	    BENEFIT_TIME_RELEASED);
	fixture_free(&f);
}

static void
test_joints(void **state)
{
	struct fixture f;

	(void)state;
	fixture_new(&f);
	assert_int_equal(
	    word_find(f.arena, word_decision, "no go"), DECISION_NO_GO);
	assert_int_equal(
	    word_find(f.arena, word_decision, "NO-GO"), DECISION_NO_GO);
	assert_int_equal(word_find(f.arena, word_decision, "go"), DECISION_GO);
	assert_int_equal(
	    word_find(f.arena, word_decision, "Go med betingelser"),
	    DECISION_GO_CONDITIONAL);
	assert_int_equal(word_find(f.arena, word_decision, "nogo"), -1);
	assert_int_equal(word_find(f.arena, word_grade, "-"), GRADE_NONE);
	assert_int_equal(word_find(f.arena, word_grade, " "), -1);
	assert_int_equal(word_find(f.arena, word_grade, "Fokus"), GRADE_FOCUS);
	fixture_free(&f);
}

static void
test_unknown(void **state)
{
	struct fixture f;

	(void)state;
	fixture_new(&f);
	assert_int_equal(word_find(f.arena, word_yesno, ""), -1);
	assert_int_equal(word_find(f.arena, word_yesno, "j"), -1);
	assert_int_equal(word_find(f.arena, word_yesno, "jaja"), -1);
	assert_int_equal(word_find(f.arena, word_status, "færdi"), -1);
	fixture_free(&f);
}

static void
test_count(void **state)
{
	(void)state;
	assert_int_equal(word_count(word_condition), 1);
	assert_int_equal(word_count(word_dimension), 7);
	assert_int_equal(word_count(word_status), STATUSES);
	assert_int_equal(word_count(word_decision), DECISIONS);
	assert_int_equal(word_count(word_grade), GRADES);
	assert_int_equal(word_count(word_benefit_type), TYPES);
	assert_int_equal(word_count(word_state), STATES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_spelling),
	    cmocka_unit_test(test_joints),
	    cmocka_unit_test(test_unknown),
	    cmocka_unit_test(test_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
