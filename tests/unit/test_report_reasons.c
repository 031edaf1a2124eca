/* Reasons and steps in words. */
#include "report_fixture.h"

#include "report/reasons.h"

#define LABELS                                      \
	"lang = da\n"                               \
	"format.percent = {1} %\n"                  \
	"format.thousands = .\n"                    \
	"format.decimal = ,\n"                      \
	"reason.slip.zero = Som planlagt.\n"        \
	"reason.slip.one = 1 dag efter.\n"          \
	"reason.slip.many = {1} dage efter.\n"      \
	"reason.slip.below.many = {1} dage før.\n" \
	"reason.lag = {1} point.\n"                 \
	"reason.risk = {1}: {3} ({2}).\n"           \
	"reason.benefit = {1} af {2}: {4}.\n"       \
	"reason.no_plan = Ingen plan.\n"            \
	"step.cell = {2} fra {1}.\n"                \
	"step.criterion = {1}: »{2}«.\n"          \
	"step.task = {1}: »{2}«.\n"               \
	"step.reading = {4} til {1} {2}.\n"         \
	"step.report = Indberet.\n"                 \
	"sentence.more = (+{1})\n"

static struct facts
setup(void)
{
	struct facts facts;

	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	facts = facts_with(templates_of(LABELS, NULL));
	return facts;
}

static struct reason
reason(enum reason_code code, enum light light, double number)
{
	return (struct reason){.code = code,
	    .light = light,
	    .number = {number, NUM_NONE, NUM_NONE},
	    .date = {DAY_NONE, DAY_NONE}};
}

static void
expect_reason(const struct facts *facts, struct reason r, const char *wanted)
{
	assert_string_equal(
	    reason_sentence(programme.arena, facts, &r), wanted);
}

static void
test_numbers(void **state)
{
	struct facts facts = setup();
	struct reason r;

	(void)state;
	expect_reason(
	    &facts, reason(REASON_SLIP, LIGHT_GREEN, 0), "Som planlagt.");
	expect_reason(
	    &facts, reason(REASON_SLIP, LIGHT_GREEN, 1), "1 dag efter.");
	expect_reason(
	    &facts, reason(REASON_SLIP, LIGHT_RED, 1200), "1.200 dage efter.");
	/* Ahead of the plan: another label, without the sign. */
	expect_reason(
	    &facts, reason(REASON_SLIP, LIGHT_GREEN, -12), "12 dage før.");
	/* Half a point away is no distance to speak of. */
	expect_reason(
	    &facts, reason(REASON_LAG, LIGHT_GREEN, -0.4), "0 point.");
	expect_reason(&facts, reason(REASON_NO_PLAN, LIGHT_GREY, NUM_NONE),
	    "Ingen plan.");
	r = reason(REASON_RISK, LIGHT_RED, 20);
	r.id = "R1";
	r.text = "=1+1 {2}";
	expect_reason(&facts, r, "20: =1+1 {2} (R1).");
	/* A sentence within a sentence: one full stop, but dots as they are. */
	r.text = "Data mangler.";
	expect_reason(&facts, r, "20: Data mangler (R1).");
	r.text = "Og så ...";
	expect_reason(&facts, r, "20: Og så ... (R1).");
	r.text = ".";
	expect_reason(&facts, r, "20: . (R1).");
	r = reason(REASON_BENEFIT, LIGHT_RED, 6);
	r.number[1] = 12.5;
	r.text = "Tid";
	expect_reason(&facts, r, "6\u00a0% af 13\u00a0%: Tid.");
}

static void
test_steps(void **state)
{
	struct facts facts = setup();
	struct step s = {
	    .code = STEP_CELL, .main_task = 2, .criterion = -1, .number = 40};

	(void)state;
	assert_string_equal(
	    step_sentence(programme.arena, &facts, &s), "Data fra 40\u00a0%.");
	s = (struct step){.code = STEP_CRITERION,
	    .main_task = -1,
	    .criterion = 1,
	    .number = NUM_NONE};
	assert_string_equal(
	    step_sentence(programme.arena, &facts, &s), "F0-K2: »Plan«.");
	/* Of a sentence in quotation marks the full stop stands outside. */
	s.criterion = -1;
	s.id = "F1-K9";
	s.text = "Planen er godkendt.";
	assert_string_equal(step_sentence(programme.arena, &facts, &s),
	    "F1-K9: »Planen er godkendt«.");
	s.code = STEP_TASK;
	assert_string_equal(step_sentence(programme.arena, &facts, &s),
	    "F1-K9: »Planen er godkendt«.");
	s = (struct step){.code = STEP_READING,
	    .main_task = -1,
	    .criterion = -1,
	    .number = 12.5,
	    .unit = "timer",
	    .text = "Tid"};
	assert_string_equal(
	    step_sentence(programme.arena, &facts, &s), "Tid til 12,5 timer.");
}

/* A full stop: not the quoted text's own, and none after a question mark. */
static void
test_quoted(void **state)
{
	struct facts facts = setup();
	struct step s = {.code = STEP_TASK,
	    .main_task = -1,
	    .criterion = -1,
	    .number = NUM_NONE,
	    .id = "T1",
	    .text = "Skriv."};

	(void)state;
	assert_string_equal(step_sentence(programme.arena, &facts, &s),
	    "T1: \u00bbSkriv\u00ab.");
	s.text = "Er det skrevet?";
	assert_string_equal(step_sentence(programme.arena, &facts, &s),
	    "T1: \u00bbEr det skrevet?\u00ab");
	s.text = "Se \u00bbjournal?\u00ab i dag";
	assert_string_equal(step_sentence(programme.arena, &facts, &s),
	    "T1: \u00bbSe \u00bbjournal?\u00ab i dag\u00ab.");
}

/* Only what is as bad as the whole, each thing once, and how many more. */
static void
test_deciding(void **state)
{
	struct facts facts = setup();
	struct reason list[5];
	struct rollout_figures r = {
	    .overall = LIGHT_RED, .reason = list, .nreason = 5};

	(void)state;
	list[0] = reason(REASON_SLIP, LIGHT_YELLOW, 40);
	list[1] = reason(REASON_LAG, LIGHT_RED, 30);
	list[2] = reason(REASON_LAG, LIGHT_RED, 30);
	list[3] = reason(REASON_SLIP, LIGHT_RED, 100);
	list[4] = reason(REASON_NO_PLAN, LIGHT_RED, NUM_NONE);
	assert_string_equal(
	    reasons_deciding(programme.arena, &facts, &r, 1), "30 point. (+2)");
	assert_string_equal(reasons_deciding(programme.arena, &facts, &r, 9),
	    "30 point. 100 dage efter. Ingen plan.");
	r.overall = LIGHT_GREEN;
	assert_null(reasons_deciding(programme.arena, &facts, &r, 9));
}

static void
test_first_steps(void **state)
{
	struct facts facts = setup();
	struct step list[] = {
	    {.code = STEP_CELL, .main_task = 2, .criterion = -1},
	    {.code = STEP_CELL, .main_task = 2, .criterion = -1},
	    {.code = STEP_CELL, .main_task = 0, .criterion = -1},
	    {.code = STEP_REPORT, .main_task = -1, .criterion = -1},
	};
	struct rollout_figures r = {.step = list, .nstep = 4};

	(void)state;
	assert_string_equal(steps_first(programme.arena, &facts, &r, 2),
	    "Data fra 0\u00a0%. Ledelse fra 0\u00a0%. (+1)");
	r.nstep = 0;
	assert_null(steps_first(programme.arena, &facts, &r, 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_numbers),
	    programme_test(test_steps),
	    programme_test(test_quoted),
	    programme_test(test_deciding),
	    programme_test(test_first_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
