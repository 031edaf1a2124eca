/* How figures came about: sums worked out by hand, lines of the input. */
#include "report_fixture.h"

#include "report/answer.h"
#include "report/data.h"

#define LABELS                          \
	"lang = da\n"                   \
	"format.thousands = .\n"        \
	"format.decimal = ,\n"          \
	"format.minus = -\n"            \
	"format.day = {3}-{2}-{1}\n"    \
	"bool.true = ja\n"              \
	"bool.false = nej\n"            \
	"status.in_progress = I gang\n" \
	"answer.yes = Ja\n"             \
	"answer.partly = Delvis\n"      \
	"answer.unanswered = Ubesvaret\n"

static struct facts
facts_of(void)
{
	compute("2015-03", NULL);
	return facts_with(templates_of(LABELS, NULL));
}

/* 101 SAPA stands after 101 KY only by the order of solutions: first. */
static const struct grid *
rows_of(const struct facts *facts, const char *figure)
{
	const struct data_shape *shape = data_rollout_shape();
	size_t i;

	for (i = 0; i < shape->ncolumn; i++)
		if (strcmp(shape->column[i].id, figure) == 0)
			return explain_rows(programme.arena, facts, 0, i);
	fail_msg("no column %s", figure);
	return NULL;
}

/* Every row as "part|term|detail|weight|value|source;". */
static void
expect(const struct facts *facts, const char *figure, const char *wanted)
{
	const struct grid *grid = rows_of(facts, figure);
	struct buf buf;
	size_t i, k;

	buf_init(&buf);
	for (i = 0; i < grid->nrow; i++)
		for (k = 1; k < grid->ncolumn; k++) {
			value_print_machine(
			    &buf, &grid->cell[i * grid->ncolumn + k].value);
			buf_putc(&buf, k + 1 < grid->ncolumn ? '|' : '\n');
		}
	assert_string_equal(buf.data, wanted);
	buf_release(&buf);
}

static void
test_every_column(void **state)
{
	const struct data_shape *shape = data_rollout_shape();
	size_t i;

	(void)state;
	assert_int_equal(shape->ncolumn, 50);
	for (i = 0; i < shape->ncolumn; i++)
		if (!explain_knows(shape->column[i].id))
			fail_msg("nobody explains %s", shape->column[i].id);
	assert_false(explain_knows("readines"));
}

/* F0: cells 1 and 3; K1 and K2 mandatory of weight 1, K3 of weight 2. */
static void
test_readiness(void **state)
{
	struct facts facts;

	(void)state;
	add("status/2015-03/s.csv",
	    SOMEBODY "101;SAPA;F0;1;i gang;80\n101;SAPA;F0;3;i gang;25\n");
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD "101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;delvis\n");
	add("model/model.ini", "[weights]\nshare_tasks = 60\n");
	facts = facts_of();
	expect(&facts, "task_score",
	    "term|1 Ledelse|I gang|1.0000|80.0000|status/2015-03/s.csv:3\n"
	    "term|3 Data|I gang|1.0000|25.0000|status/2015-03/s.csv:4\n"
	    "equation||(1 · 80 + 1 · 25) / (1 + 1) = 52,5|||\n"
	    "result||column.task_score||52.5000|\n");
	expect(&facts, "criteria_score",
	    "term|F0-K1|Ja|1.0000|100.0000|status/2015-03/a.csv:2\n"
	    "term|F0-K2|Delvis|1.0000|50.0000|status/2015-03/a.csv:3\n"
	    "term|F0-K3|Ubesvaret|2.0000|0.0000|model/criteria.csv:4\n"
	    "equation||(1 · 100 + 1 · 50 + 2 · 0) / (1 + 1 + 2) = 37,5|||\n"
	    "result||column.criteria_score||37.5000|\n");
	/* (60 * 52.5 + 50 * 37.5) / 110 */
	expect(&facts, "readiness",
	    "term|share_tasks|threshold.share_tasks||60.0000|"
	    "model/model.ini:2\n"
	    "term|share_criteria|threshold.share_criteria||50.0000|"
	    "explain.default\n"
	    "term|task_score|column.task_score|60.0000|52.5000|\n"
	    "term|criteria_score|column.criteria_score|50.0000|37.5000|\n"
	    "equation||(60 · 52,5 + 50 · 37,5) / (60 + 50) = 45,6818|||\n"
	    "result||column.readiness||45.6818|\n");
	expect(&facts, "mandatory_criteria_unanswered",
	    "word||explain.none_counts|||\n"
	    "result||column.mandatory_criteria_unanswered||0|\n");
}

/* 0.5 a day: (90 - 39.5) / 0.5 = 101 days from 31 March is 10 July. */
static void
test_forecast(void **state)
{
	struct facts facts;

	(void)state;
	report_sapa("2015-01", "10");
	report_sapa("2015-02", "24");
	report_sapa("2015-03", "39,5");
	addf("register/schedule.csv", "%sSAPA;F0;;;2015-01-01;2015-07-01;\n",
	    SCHEDULE_HEAD);
	facts = facts_of();
	expect(&facts, "forecast_end",
	    "term|2015-01|column.progress||10.0000|\n"
	    "term|2015-02|column.progress||24.0000|\n"
	    "term|2015-03|column.progress||39.5000|\n"
	    "term|ready|threshold.ready||90.0000|explain.default\n"
	    "term|forecast_points|threshold.forecast_points||3.0000|"
	    "explain.default\n"
	    "term|forecast_horizon|threshold.forecast_horizon||730.0000|"
	    "explain.default\n"
	    "equation||Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² = 0,5|||\n"
	    "equation||⌈(90 − 39,5) / 0,5⌉ = 101|||\n"
	    "equation||2015-03-31 + 101 = 2015-07-10|||\n"
	    "result||column.forecast_end||2015-07-10|\n");
	expect(&facts, "slip_days",
	    "term|forecast_end|column.forecast_end||2015-07-10|\n"
	    "term|date|column.date||2015-03-31|\n"
	    "term|planned_end|column.planned_end||2015-07-01|\n"
	    "equation||2015-07-10 − 2015-07-01 = 9|||\n"
	    "result||column.slip_days||9|\n");
	/* 89 of 181 days */
	expect(&facts, "expected",
	    "term|planned_start|explain.part.planned_start||2015-01-01|"
	    "register/schedule.csv:2\n"
	    "term|planned_end|column.planned_end||2015-07-01|"
	    "register/schedule.csv:2\n"
	    "term|date|column.date||2015-03-31|\n"
	    "equation||(2015-03-31 − 2015-01-01) / (2015-07-01 − 2015-01-01)"
	    " · 100 = 89 / 181 · 100 = 49,1713|||\n"
	    "result||column.expected||49.1713|\n");
}

static void
test_completed(void **state)
{
	struct facts facts;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-03-01;go;\n"
			   "101;SAPA;F1;2015-03-02;go;\n"
			   "101;SAPA;F2;2015-03-03;go;\n");
	facts = facts_of();
	expect(&facts, "readiness",
	    "word||reason.completed|||\nresult||column.readiness|||\n");
	expect(&facts, "course",
	    "term|explain.gates_open|||3|\n"
	    "term|progress|column.progress|||\n"
	    "term|explain.phases|||3|\n"
	    "equation||3 / 3 · 100 = 100|||\n"
	    "result||column.course||100.0000|\n");
}

/* Text of the input never makes a rule of the template. */
static void
test_rule(void **state)
{
	static const char template[] =
	    "# Om tallene\n\n- **Parathed** samler {{threshold: ready}} og "
	    "{{table: risks}}*alt*.\n- **Parathed:** grøn.\n";
	struct facts facts;
	const struct node *document;
	struct buf out;
	size_t i;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	facts = facts_with(templates_of(
	    LABELS "explain.rule.readiness = Parathed|Parathed:\n", template));
	for (i = 0;
	     strcmp(data_rollout_shape()->column[i].id, "readiness") != 0; i++)
		;
	document = explain_document(programme.arena, &facts, 0, i);
	buf_init(&out);
	render_plain(&out, document, 0, false);
	assert_non_null(
	    strstr(out.data, "\nParathed samler 90 og alt. Parathed: grøn.\n"));
	buf_release(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    programme_test(test_every_column),
	    programme_test(test_readiness),
	    programme_test(test_forecast),
	    programme_test(test_completed),
	    programme_test(test_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
