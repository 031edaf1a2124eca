/* The tables of data/: what each row says, and what it leaves empty. */
#include "report_fixture.h"

#include "doc/grid.h"

static const struct grid *
table(const char *name)
{
	struct facts facts = facts_with(NULL);
	size_t i;

	for (i = 0; i < data_table_count; i++)
		if (strcmp(data_table[i].name, name) == 0)
			return data_table[i].build(programme.arena, &facts);
	fail_msg("no table %s", name);
	return NULL;
}

/* Columns of a row, as data/ writes them: "101|SAPA|". */
static const char *
row_text(const struct grid *grid, size_t row, const char *columns)
{
	const char *text;
	struct buf buf;
	char id[64];
	size_t len;
	int n;

	assert_true(row < grid->nrow);
	buf_init(&buf);
	for (; *columns != '\0'; columns += len + (columns[len] == ' ')) {
		len = strcspn(columns, " ");
		assert_true(len < sizeof(id));
		memcpy(id, columns, len);
		id[len] = '\0';
		n = grid_column_find(grid, id);
		assert_int_not_equal(n, -1);
		value_print_machine(
		    &buf, &grid->cell[row * grid->ncolumn + (size_t)n].value);
		buf_putc(&buf, '|');
	}
	text = arena_strdup(programme.arena, buf.data);
	buf_release(&buf);
	return text;
}

static void
test_headings(void **state)
{
	const char *first;
	struct buf buf;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	buf_init(&buf);
	render_csv(&buf, table("changes"));
	first = "municipality,solution,change,phase_before,phase,light_before,"
		"light,progress_before,progress\n";
	assert_memory_equal(buf.data, first, strlen(first));
	buf_clear(&buf);
	render_csv(&buf, table("findings"));
	first = "severity,code,file,line,column,value,message\n";
	assert_memory_equal(buf.data, first, strlen(first));
	buf_release(&buf);
}

static void
test_rollouts(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv",
	    STATUS_HEAD "101;SAPA;F0;1;i gang;50\n"
			"101;SAPA;F0;3;færdig;\n");
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-04-30;\n");
	compute("2015-03", NULL);
	grid = table("rollouts");
	assert_int_equal(grid->nrow, 4);
	assert_string_equal(
	    row_text(grid, 0,
		"month date municipality name "
		"region wave solution state reported phase progress"),
	    "2015-03|2015-03-31|101|København|Hovedstaden|B1|SAPA|active|true|"
	    "F0|75.0000|");
	/* No baseline, no forecast from one month, no light of its own. */
	assert_string_equal(
	    row_text(grid, 0,
		"planned_end baseline_end "
		"forecast_end slip_days stalled light_economy light_reported "
		"deviation previous_light previous_phase"),
	    "2015-04-30||||false|grey|||||");
	/* KY of København: never reported, no plan. */
	assert_string_equal(
	    row_text(grid, 1,
		"solution reported task_score progress expected light"),
	    "KY|false||||grey|");
}

static void
test_completed(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-10;go;\n"
			   "101;SAPA;F1;2015-02-10;go;\n"
			   "101;SAPA;F2;2015-03-10;go;\n");
	compute("2015-03", NULL);
	grid = table("rollouts");
	assert_string_equal(
	    row_text(grid, 0,
		"phase task_score readiness "
		"expected mandatory_criteria waived mandatory_tasks_open "
		"cells_unreported blocked_cells dependency_conflicts "
		"recommendation planned_end stalled slip_days"),
	    "completed||||||||||||||");
	assert_string_equal(
	    row_text(grid, 0,
		"course overdue_tasks carry_over tasks_unreturned gap "
		"fallen_back"),
	    "100.0000|0|0|0|false|false|");
	assert_string_equal(
	    row_text(table("changes"), 0, "change phase_before phase"),
	    "new||completed|");
}

static void
test_cells(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-01/s.csv",
	    STATUS_HEAD "101;SAPA;F0;3;ikke relevant;\n");
	add("status/2015-03/s.csv", STATUS_HEAD "101;SAPA;F0;1;i gang;40\n");
	compute("2015-03", NULL);
	grid = table("cells");
	/* 2 + 3 + 4 cells of each of 4 rollouts. */
	assert_int_equal(grid->nrow, 36);
	assert_string_equal(row_text(grid, 0,
				"phase main_task grade status "
				"value age_months source"),
	    "F0|1|active|in_progress|40.0000|0|status/2015-03/s.csv:2|");
	assert_string_equal(row_text(grid, 1,
				"phase main_task status value "
				"age_months source"),
	    "F0|3|not_applicable||2|status/2015-01/s.csv:2|");
	/* Never reported: nothing done, and no age. */
	assert_string_equal(row_text(grid, 3,
				"phase main_task grade status "
				"value age_months source"),
	    "F1|2|focus||0.0000|||");
}

static void
test_criteria(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD "101;SAPA;F0-K3;dispensation\n");
	compute("2015-03", NULL);
	grid = table("criteria");
	assert_int_equal(grid->nrow, 16);
	assert_string_equal(row_text(grid, 1,
				"municipality solution phase criterion "
				"mandatory answer source"),
	    "101|SAPA|F0|F0-K2|true|||");
	assert_string_equal(
	    row_text(grid, 2, "criterion mandatory answer source"),
	    "F0-K3|false|waived|status/2015-03/a.csv:2|");
}

static void
test_risks(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("status/2015-03/r.csv",
	    RISKS_HEAD "R2;101;SAPA;;To;2;2;;;lukket\n"
		       "R10;101;SAPA;3;Ti;5;4;2;3;åben\n"
		       "P1;;;;Programmets;3;3;2;;åben\n"
		       "S1;;KY;;Løsningens;1;5;;;åben\n");
	compute("2015-03", NULL);
	grid = table("risks");
	assert_int_equal(grid->nrow, 4);
	assert_string_equal(
	    row_text(grid, 0,
		"municipality solution risk_id "
		"main_task score residual_probability residual_score status"),
	    "||P1||9|2||open|");
	assert_string_equal(
	    row_text(grid, 1, "municipality solution risk_id"), "|KY|S1|");
	/* By id in byte order, not the open ones first. */
	assert_string_equal(row_text(grid, 2,
				"municipality solution risk_id "
				"main_task score residual_score"),
	    "101|SAPA|R10|3|20|6|");
	assert_string_equal(row_text(grid, 3, "risk_id status source"),
	    "R2|closed|status/2015-03/r.csv:2|");
}

static void
test_rollups(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv", SOMEBODY);
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B2;;\n147;SAPA;B1;;\n751;KY;B1;pauset;\n");
	compute("2015-03", NULL);
	grid = table("rollups");
	/* programme, SAPA, KY, Hovedstaden, Midtjylland, B1, B2 */
	assert_int_equal(grid->nrow, 7);
	assert_string_equal(
	    row_text(grid, 0,
		"by key n reported parked grey mean_course budget_dkk"),
	    "programme||2|1|1|2|0.0000||");
	assert_string_equal(
	    row_text(grid, 2, "by key n parked"), "solution|KY|0|1|");
	assert_string_equal(row_text(grid, 3, "by key"), "region|Hovedstaden|");
	assert_string_equal(row_text(grid, 6, "by key n"), "wave|B2|1|");
}

static void
test_municipalities(void **state)
{
	const struct grid *grid;

	(void)state;
	add("register/municipalities.csv",
	    MUNICIPALITIES_HEAD "101;København;Hovedstaden;;\n"
				"147;Frederiksberg;Hovedstaden;;\n"
				"751;Aarhus;Midtjylland;;2014-12-31\n");
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n147;SAPA;B1;;\n");
	add("status/2015-03/s.csv", SOMEBODY);
	compute("2015-03", NULL);
	grid = table("municipalities");
	assert_int_equal(grid->nrow, 2);
	assert_string_equal(row_text(grid, 1,
				"municipality name region "
				"rollouts reported light urgency_rank"),
	    "147|Frederiksberg|Hovedstaden|1|1|grey||");
}

static void
test_findings(void **state)
{
	const struct grid *grid;

	(void)state;
	add("status/2015-03/s.csv",
	    STATUS_HEAD "147;SAPA;F0;1;ikke startet;\n"
			"147;SAPA;F9;1;ikke startet;\n");
	compute("2015-03", NULL);
	grid = table("findings");
	assert_int_equal(grid->nrow, 1);
	assert_string_equal(
	    row_text(grid, 0, "severity code file line column value"),
	    "error|unknown_phase|status/2015-03/s.csv|3|fase|F9|");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_headings),
	    programme_test(test_rollouts),
	    programme_test(test_completed),
	    programme_test(test_cells),
	    programme_test(test_criteria),
	    programme_test(test_risks),
	    programme_test(test_rollups),
	    programme_test(test_municipalities),
	    programme_test(test_findings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
