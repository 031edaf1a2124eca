/*
 * The municipality report: its page and its workbook, over a model of three
 * phases and four main tasks.
 */
#include "programme_fixture.h"

#include "base/buf.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/node.h"
#include "report/local.h"
#include "report/report.h"

#define COPENHAGEN 0 /* by code among the municipalities */
#define FREDERIKSBERG 1

#define CATALOGUE_ROWS                            \
	CATALOGUE_HEAD                            \
	"T1;SAPA;;F0;1;For sent;ja;01-03-2015;\n" \
	"T2;SAPA;;F0;1;Snart;nej;30-04-2015;\n"   \
	"T3;SAPA;;F0;1;Senere;ja;01-05-2015;\n"   \
	"T4;SAPA;;F0;1;Gjort;ja;01-03-2015;\n"

static struct node *
built(int municipality, enum slice_by by, size_t nth)
{
	static struct facts facts;
	static struct slice slice;
	struct programme *p = &programme;
	size_t i;

	facts = (struct facts){.model = &p->model,
	    .portfolio = &p->portfolio,
	    .figures = &p->figures,
	    .program = "prøve"};
	facts.templates = templates_read(p->arena, p->diag, "templates", "da");
	assert_non_null(facts.templates);
	slice = (struct slice){by, municipality};
	for (i = 0; i < report_count; i++)
		if (report_table[i].build == local_build && nth-- == 0)
			return report_table[i].build(p->arena, p->diag, &facts,
			    &slice, &report_table[i]);
	return NULL;
}

static struct node *
page(int municipality)
{
	struct node *node = built(municipality, SLICE_MUNICIPALITY, 0);

	assert_non_null(node);
	return node;
}

static const struct grid *
find(const struct node *node, const char *id)
{
	const struct grid *grid = NULL;

	if (node->type == DOC_GRID && strcmp(node->as.grid->id, id) == 0)
		return node->as.grid;
	for (node = node->child; node != NULL && grid == NULL;
	     node = node->next)
		grid = find(node, id);
	return grid;
}

static const struct grid *
table(const struct node *document, const char *id)
{
	const struct grid *grid = find(document, id);

	if (grid == NULL)
		fail_msg("no table %s", id);
	return grid;
}

static const struct grid_cell *
cell_in(const struct grid *grid, size_t row, const char *column)
{
	int n = grid_column_find(grid, column);

	assert_true(n != -1 && row < grid->nrow);
	return &grid->cell[row * grid->ncolumn + (size_t)n];
}

static const char *
text(const struct grid *grid, size_t row, const char *column)
{
	const struct value *v = &cell_in(grid, row, column)->value;

	return v->type == VALUE_TEXT ? v->as.text : "";
}

static const struct node *
node_of(const struct node *node, enum node_type type)
{
	const struct node *found = NULL;

	if (node->type == type)
		return node;
	for (node = node->child; node != NULL && found == NULL;
	     node = node->next)
		found = node_of(node, type);
	return found;
}

static void
assert_said(const struct node *document, const char *part)
{
	struct buf buf;

	buf_init(&buf);
	node_plain(&buf, document);
	if (strstr(buf.data, part) == NULL)
		fail_msg("%s is not in %s", part, buf.data);
	buf_release(&buf);
}

/* Both formats of the page, and the workbook, in one folder. */
static void
test_paths(void **state)
{
	static const char *const wanted[] = {
	    "kommuner/101-koebenhavn/parathed.html",
	    "kommuner/101-koebenhavn/parathed.md",
	    "kommuner/101-koebenhavn/status.xlsx"};
	const struct slice slice = {SLICE_MUNICIPALITY, COPENHAGEN};
	struct programme *p = &programme;
	struct facts facts = {0};
	const char *path;
	size_t i, found = 0;
	int format;

	(void)state;
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	facts.model = &p->model;
	facts.portfolio = &p->portfolio;
	facts.figures = &p->figures;
	for (i = 0; i < report_count; i++) {
		if (report_table[i].build != local_build)
			continue;
		for (format = 0; format < REPORT_FORMATS; format++) {
			path = report_path(
			    p->arena, &facts, &report_table[i], &slice, format);
			if (path != NULL)
				assert_string_equal(path, wanted[found++]);
		}
	}
	assert_int_equal(found, 3);
}

/* A row per rollout, and a section for each. */
static void
test_side_by_side(void **state)
{
	const struct grid *grid;
	struct node *document;

	(void)state;
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	assert_string_equal(
	    document->as.document->title, "Parathed i 101 København");
	grid = table(document, "local-solutions");
	assert_int_equal(grid->nrow, 2);
	assert_string_equal(text(grid, 0, "solution"), "SAPA");
	assert_string_equal(cell_in(grid, 0, "solution")->note, "Sagsoverblik");
	assert_string_equal(text(grid, 0, "phase"), "Forberedelse");
	assert_true(cell_in(grid, 0, "progress")->value.as.number == 50);
	assert_string_equal(text(grid, 1, "solution"), "KY");
	table(document, "local-cells-1");
	table(document, "local-cells-2");
}

/* Nothing came: it is said first, with what was last known. */
static void
test_silence(void **state)
{
	const struct node *note;
	const struct grid *grid;
	struct node *document;

	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2015-01-01;2015-12-31;\n");
	report_sapa("2015-02", "10");
	silence("2015-03");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	note = node_of(document, DOC_NOTE);
	assert_non_null(note);
	assert_string_equal(note->as.note, "Ikke indberettet");
	assert_said(
	    note, "Kommunen har ikke indberettet status for marts 2015");
	assert_said(note, "SAPA (senest ● Grøn, februar 2015)");
	grid = table(document, "local-solutions");
	assert_int_equal(cell_in(grid, 0, "light")->value.as.light, TONE_GREY);
	assert_string_equal(
	    cell_in(grid, 0, "light")->note, "senest ● Grøn, februar 2015");
	assert_string_equal(
	    grid->caption, "2 af 2 løsninger er ikke indberettet");
}

/* One of two came: only the other is named. */
static void
test_half_silence(void **state)
{
	const struct node *note;

	(void)state;
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	note = node_of(page(COPENHAGEN), DOC_NOTE);
	assert_non_null(note);
	assert_said(note, "For marts 2015 mangler status for én løsning: KY.");
}

static void
test_parked(void **state)
{
	const struct grid *grid;
	struct node *document;

	(void)state;
	add("register/rollouts.csv",
	    ROLLOUTS_HEAD "101;SAPA;B1;;\n"
			  "101;KY;B2;pauset;15-01-2015\n"
			  "147;SAPA;B1;udtrådt;\n");
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-solutions");
	assert_int_equal(grid->nrow, 1);
	assert_said(document,
	    "KY har været sat på pause siden 15. januar 2015 og holdes uden "
	    "for alle tal.");
	assert_null(find(document, "local-lights-2"));
	table(document, "local-history-2");
	document = page(FREDERIKSBERG);
	assert_said(document,
	    "Kommunen er udtrådt af SAPA, som holdes uden for alle tal.");
	grid = table(document, "local-solutions");
	assert_int_equal(grid->nrow, 0);
	assert_non_null(grid->empty);
}

/* Mandatory criteria without a yes, mandatory tasks open, open conditions. */
static void
test_unmet(void **state)
{
	const struct grid *grid;
	struct node *document;

	(void)state;
	add("register/task_catalogue.csv", CATALOGUE_ROWS);
	add("status/2015-03/a.csv",
	    ANSWERS_HEAD "101;SAPA;F0-K1;ja\n101;SAPA;F0-K2;delvis\n");
	add("status/2015-03/t.csv",
	    TASKS_HEAD "T4;101;SAPA;F0;1;Gjort;ja;færdig;\n");
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-unmet-1");
	assert_int_equal(grid->nrow, 3);
	assert_string_equal(text(grid, 0, "id"), "F0-K2");
	assert_string_equal(text(grid, 0, "standing"), "Delvis");
	assert_string_equal(
	    cell_in(grid, 0, "id")->source.file, "status/2015-03/a.csv");
	assert_int_equal(cell_in(grid, 0, "id")->source.line, 3);
	assert_string_equal(text(grid, 1, "id"), "T1");
	assert_string_equal(text(grid, 1, "standing"), "Ikke besvaret");
	assert_string_equal(text(grid, 2, "id"), "T3");
	assert_string_equal(grid->caption,
	    "3 punkter mangler til faseovergangen Forberedelse → Afprøvning, "
	    "som "
	    "ikke har en dato");
	grid = table(document, "local-lacking");
	assert_string_equal(text(grid, 0, "lacking"), "F0-K2, T1, T3");
	assert_string_equal(text(grid, 0, "criteria_met"), "1 af 2");
}

/* D = 31-03-2015: 30-04 is within 30 days, 01-05 is not. */
static void
test_tasks(void **state)
{
	const struct grid *grid;
	struct node *document;

	(void)state;
	add("register/task_catalogue.csv", CATALOGUE_ROWS);
	add("status/2015-03/t.csv",
	    "opgave_id;kommunekode;løsning;fase;hovedopgave;titel;"
	    "obligatorisk;status;frist;afsluttet\n"
	    "T4;101;SAPA;F0;1;Gjort;ja;færdig;;10-03-2015\n"
	    "T5;101;SAPA;F0;1;Før;ja;færdig;;28-02-2015\n");
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-tasks-1");
	assert_int_equal(grid->nrow, 3);
	assert_string_equal(text(grid, 0, "task_id"), "T1");
	assert_string_equal(text(grid, 0, "when"), "Over frist");
	assert_string_equal(text(grid, 1, "task_id"), "T2");
	assert_string_equal(text(grid, 1, "when"), "Nær frist");
	assert_string_equal(text(grid, 2, "task_id"), "T4");
	assert_string_equal(text(grid, 2, "when"), "Afsluttet");
	grid = table(document, "local-overdue");
	assert_int_equal(grid->nrow, 1);
	assert_int_equal(cell_in(grid, 0, "days_late")->value.as.count, 30);
}

/* Three months make a chart, two a sentence. */
static void
test_course(void **state)
{
	const struct node *chart;
	const struct grid *grid;
	struct node *document;

	(void)state;
	report_sapa("2015-02", "20");
	report_sapa("2015-03", "30");
	compute("2015-03", NULL);
	grid = table(page(COPENHAGEN), "local-course-1");
	assert_int_equal(grid->nrow, 0);
	assert_string_equal(grid->empty,
	    "Der er kun indberettet for 2 måneder; udviklingen vises fra den "
	    "tredje.");
	report_sapa("2014-12", "5");
	silence("2015-01");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-course-1");
	assert_int_equal(grid->nrow, 4);
	assert_string_equal(text(grid, 0, "month"), "december 2014");
	assert_true(cell_in(grid, 0, "progress")->value.as.number == 5);
	assert_int_equal(cell_in(grid, 1, "progress")->value.type, VALUE_NONE);
	chart = node_of(document, DOC_CHART);
	assert_non_null(chart);
	assert_string_equal(chart->as.chart->run, "phase");
	assert_string_equal(chart->as.chart->through, "course");
}

static void
test_history(void **state)
{
	const struct grid *grid;
	struct node *document;

	(void)state;
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-10;go;\n"
			   "101;SAPA;F1;2015-03-10;tilbage;F0\n"
			   "101;KY;F1;2015-03-12;go;\n");
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-history-1");
	assert_int_equal(grid->nrow, 2);
	assert_string_equal(text(grid, 0, "decision"), "Go");
	assert_string_equal(
	    text(grid, 1, "decision"), "Tilbage til Forberedelse");
	assert_string_equal(
	    grid->caption, "Faldet tilbage til fasen Forberedelse");
	grid = table(document, "local-history-2");
	assert_string_equal(grid->caption,
	    "Registreret i Forberedelse, selv om Afprøvning → Overgang er "
	    "godkendt; beslutningen om Forberedelse mangler");
	grid = table(document, "local-solutions");
	assert_string_equal(
	    cell_in(grid, 1, "phase")->note, "senere faseovergang godkendt");
}

/* Held, planned and forecast gates by date; what meets is said. */
static void
test_timeline(void **state)
{
	const struct grid *grid;
	struct node *document;
	size_t i;

	(void)state;
	add("register/schedule.csv",
	    SCHEDULE_HEAD "SAPA;F0;;;2014-10-01;2015-01-31;\n"
			  "SAPA;F1;;;2015-02-01;2015-06-01;\n"
			  "KY;F0;;;2015-01-01;2015-06-10;\n");
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-02-05;go;\n");
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	grid = table(document, "local-timeline");
	assert_int_equal(grid->nrow, 3);
	assert_string_equal(text(grid, 0, "gate"), "SAPA: Forberedelse");
	assert_int_equal(
	    cell_in(grid, 0, "held")->value.as.date, date("2015-02-05"));
	assert_string_equal(text(grid, 1, "gate"), "SAPA: Afprøvning");
	assert_string_equal(text(grid, 2, "gate"), "KY: Forberedelse");
	assert_int_equal(
	    cell_in(grid, 2, "planned")->value.as.date, date("2015-06-10"));
	for (i = 1; i < 3; i++)
		assert_int_equal(
		    cell_in(grid, i, "held")->value.type, VALUE_NONE);
	assert_said(document,
	    "Faseovergangene for SAPA (1. juni 2015) og KY (10. juni 2015) "
	    "ligger kun 9 dage fra hinanden.");
}

/* Nothing left: the last gate is open. */
static void
test_completed(void **state)
{
	const struct grid *grid;
	struct node *document;
	size_t i;

	(void)state;
	add("status/2015-03/d.csv",
	    DECISIONS_HEAD "101;SAPA;F0;2015-01-10;go;\n"
			   "101;SAPA;F1;2015-02-10;go;\n"
			   "101;SAPA;F2;2015-03-10;go;\n");
	silence("2015-03");
	compute("2015-03", NULL);
	document = page(COPENHAGEN);
	assert_null(find(document, "local-cells-1"));
	assert_null(find(document, "local-unmet-1"));
	grid = table(document, "local-lights-1");
	for (i = 0; i < grid->nrow; i++) {
		assert_string_not_equal(text(grid, i, "aspect"), "Tid");
		assert_string_not_equal(text(grid, i, "aspect"), "Parathed");
	}
	grid = table(document, "local-lacking");
	assert_int_equal(grid->nrow, 1);
	assert_string_equal(text(grid, 0, "solution"), "KY");
}

/* Every cell of every phase of both solutions: 2 + 3 + 4 each. */
static void
test_workbook(void **state)
{
	static const char *const sheet[] = {"Overblik", "Mangler og frister",
	    "Trafiklys", "Hovedopgaver", "Opgaver", "Kriterier", "Økonomi",
	    "Risici", "Gevinster", "Faseovergange", "Beslutninger", "Forløb"};
	const struct node *section;
	const struct grid *grid;
	struct node *document;
	size_t i;

	(void)state;
	report_sapa("2015-03", "50");
	compute("2015-03", NULL);
	document = built(COPENHAGEN, SLICE_MUNICIPALITY, 1);
	assert_non_null(document);
	section = document->child;
	for (i = 0; i < sizeof(sheet) / sizeof(sheet[0]); i++) {
		assert_string_equal(section->as.section.title, sheet[i]);
		section = section->next;
	}
	assert_string_equal(document->last->as.section.title, "Kilder");
	grid = table(document, "local-cells");
	assert_int_equal(grid->nrow, 18);
	assert_string_equal(text(grid, 0, "status"), "I gang");
	assert_string_equal(text(grid, 2, "status"), "");
	assert_string_equal(text(grid, 9, "status"), "Ikke indberettet");
	assert_int_equal(table(document, "local-criteria")->nrow, 8);
	grid = table(document, "local-sources");
	assert_string_equal(text(grid, 0, "file"), "register/rollouts.csv");
	assert_int_equal(cell_in(grid, 0, "lines")->value.as.count, 2);
	assert_string_equal(text(grid, 1, "file"), "status/2015-03/s.csv");
	assert_int_equal(cell_in(grid, 1, "lines")->value.as.count, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    programme_test(test_paths),
	    programme_test(test_side_by_side),
	    programme_test(test_silence),
	    programme_test(test_half_silence),
	    programme_test(test_parked),
	    programme_test(test_unmet),
	    programme_test(test_tasks),
	    programme_test(test_course),
	    programme_test(test_history),
	    programme_test(test_timeline),
	    programme_test(test_completed),
	    programme_test(test_workbook),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
