/*
 * Workbooks: typed cells, formulas with their values, names, hostile text,
 * and that a damaged file is found out.
 */
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>
#include <unzip.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/chart.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/render.h"
#include "render/xlsx.h"

/* Heads and feet are small, so that both sides find room. */
#define SMALL "&amp;8&amp;\"-,Regular\""

static const char words[] = "light.green = Grøn\n"
			    "light.yellow = Gul\n"
			    "light.red = Rød\n"
			    "light.grey = Ikke indberettet\n"
			    "bool.true = Ja\n"
			    "bool.false = Nej\n"
			    "format.decimal = ,\n"
			    "format.thousands = .\n"
			    "format.minus = -\n"
			    "format.percent = {1} %\n"
			    "format.day = {1}-{2}-{3}\n"
			    "table.total = I alt\n"
			    "xlsx.front = Forside\n"
			    "xlsx.sheet = Ark\n"
			    "xlsx.column = Kolonne\n"
			    "xlsx.source = Kilde\n"
			    "xlsx.page = Side {1} af {2}\n"
			    "xlsx.report_date = Rapportdato\n"
			    "xlsx.basis = Grundlag\n";

/* clang-format off */
static const struct grid_column columns[] = {
	{ "code", "Nr.", VALUE_TEXT, GRID_HEAD, TOTAL_NONE },
	{ "light", "Trafiklys", VALUE_LIGHT, 0, TOTAL_NONE },
	{ "ready", "Parathed [%] #1", VALUE_PERCENT, 0, TOTAL_MEAN },
	{ "late", "Sene", VALUE_COUNT, 0, TOTAL_SUM },
	{ "cost", "SENE", VALUE_MONEY, 0, TOTAL_SUM },
	{ "score", "", VALUE_NUMBER, 0, TOTAL_NONE },
	{ "gate", "Dato", VALUE_DAY, 0, TOTAL_NONE },
	{ "done", "Godkendt", VALUE_BOOL, 0, TOTAL_NONE },
	{ "why", "Hvorfor", VALUE_TEXT, GRID_WRAP, TOTAL_NONE },
};
/* clang-format on */

#define NCOLUMN (sizeof(columns) / sizeof(columns[0]))

/* What every test starts with. */
struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct document document;
	struct node *root;
	char path[64];
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	struct labels *labels;
	int fd;

	f->arena = arena_new();
	f->diag = diag_new(f->arena, DIAG_EN);
	labels = labels_new(f->arena);
	assert_int_equal(
	    labels_read(labels, f->diag, "words", words, sizeof(words) - 1), 0);
	f->document.title = "Køge & omegn";
	f->document.subtitle = "marts 2015";
	f->document.basis = "Model 1";
	f->document.notice = "Opfundne tal";
	f->document.file = "a.xlsx";
	f->document.program = "parathed 1.0.0";
	f->document.lang = "da";
	f->document.date = day_from_civil(2015, 3, 31);
	f->document.labels = labels;
	f->root = node_new(f->arena, DOC_DOCUMENT);
	f->root->as.document = &f->document;
	snprintf(f->path, sizeof(f->path), "/tmp/test_xlsx_XXXXXX");
	fd = mkstemp(f->path);
	assert_int_not_equal(fd, -1);
	close(fd);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	arena_free(f->arena);
	free(f);
	return 0;
}

static int
render_to(const char *path, const struct node *document, struct diag *diag)
{
	struct buf book;
	FILE *file;
	int result;

	buf_init(&book);
	result = render_xlsx(&book, document, diag);
	if (result == 0) {
		file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(
		    fwrite(book.data, 1, book.len, file), book.len);
		assert_int_equal(fclose(file), 0);
	}
	buf_release(&book);
	return result;
}

static void
render(struct fixture *f)
{
	assert_int_equal(render_to(f->path, f->root, f->diag), 0);
}

/* A part of the workbook, or NULL. */
static char *
part(struct fixture *f, const char *name)
{
	unzFile zip = unzOpen64(f->path);
	unz_file_info info;
	char *text = NULL;

	assert_non_null(zip);
	if (unzLocateFile(zip, name, 1) == UNZ_OK) {
		assert_int_equal(unzGetCurrentFileInfo(
				     zip, &info, NULL, 0, NULL, 0, NULL, 0),
		    UNZ_OK);
		text = arena_alloc(f->arena, info.uncompressed_size + 1);
		assert_int_equal(unzOpenCurrentFile(zip), UNZ_OK);
		assert_int_equal(unzReadCurrentFile(zip, text,
				     (unsigned)info.uncompressed_size),
		    (int)info.uncompressed_size);
		assert_int_equal(unzCloseCurrentFile(zip), UNZ_OK);
	}
	unzClose(zip);
	return text;
}

static void
assert_has(const char *text, const char *wanted)
{
	assert_non_null(text);
	if (strstr(text, wanted) == NULL)
		fail_msg("\"%s\" is not in\n%s", wanted, text);
}

static void
assert_lacks(const char *text, const char *unwanted)
{
	assert_non_null(text);
	if (strstr(text, unwanted) != NULL)
		fail_msg("\"%s\" is in\n%s", unwanted, text);
}

/* The cell's element from r="A1" on has this content. */
static void
assert_cell(const char *sheet, const char *cell, const char *content)
{
	char start[16];
	const char *at, *end;

	snprintf(start, sizeof(start), "r=\"%s\"", cell);
	assert_has(sheet, start);
	at = strchr(strstr(sheet, start), '>') + 1;
	end = strstr(at, "</c>");
	assert_non_null(end);
	if (strlen(content) != (size_t)(end - at) ||
	    memcmp(at, content, (size_t)(end - at)) != 0)
		fail_msg("%s is \"%.*s\", not \"%s\"", cell, (int)(end - at),
		    at, content);
}

/* The nth string of the workbook, as its table has it. */
static void
assert_string(
    struct fixture *f, const char *sheet, const char *cell, const char *wanted)
{
	const char *strings = part(f, "xl/sharedStrings.xml"), *at;
	char start[16];
	long n;

	snprintf(start, sizeof(start), "r=\"%s\"", cell);
	assert_has(sheet, start);
	at = strstr(strstr(sheet, start), "<v>");
	assert_non_null(at);
	n = strtol(at + 3, NULL, 10);
	for (at = strstr(strings, "<si>"); n > 0; n--)
		at = strstr(at + 1, "<si>");
	at = strchr(strstr(at, "<t"), '>') + 1;
	if (strncmp(at, wanted, strlen(wanted)) != 0 ||
	    strncmp(at + strlen(wanted), "</t>", 4) != 0)
		fail_msg("%s is \"%.60s\", not \"%s\"", cell, at, wanted);
}

static struct grid *
portfolio(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "portfolio", columns, NCOLUMN);
	struct grid_cell *c;

	grid->caption = "Alle";
	grid->measure = "to rækker";
	c = grid_add_row(f->arena, grid);
	c[0].value = value_text("0101");
	c[0].source.file = "status/a.csv";
	c[0].source.line = 7;
	c[1].value = value_light(TONE_GREEN);
	c[2].value = value_percent(45);
	c[3].value = value_count(3);
	c[4].value = value_money(1234.5);
	c[5].value = value_number(1.25);
	c[6].value = value_day(day_from_civil(2015, 3, 31));
	c[7].value = value_bool(true);
	c[8].value = value_text("=1+1");
	c = grid_add_row(f->arena, grid);
	c[0].value = value_text("0147");
	c[1].value = value_light(TONE_RED);
	c[2].value = value_percent(20);
	c[3].value = value_count(4);
	return grid;
}

static void
test_typed_cells(void **state)
{
	struct fixture *f = *state;
	struct node *s = node_add_section(f->arena, f->root, "Alle", 2);
	const char *sheet;

	node_add_grid(f->arena, s, portfolio(f));
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_string(f, sheet, "A1", "Alle");
	assert_string(
	    f, sheet, "A2", "to rækker · marts 2015 · Model 1 · Opfundne tal");
	assert_string(f, sheet, "A4", "Nr.");
	assert_string(f, sheet, "A5", "0101");
	assert_string(f, sheet, "B5", "● Grøn");
	assert_cell(sheet, "C5", "<v>0.45</v>");
	assert_cell(sheet, "D5", "<v>3</v>");
	assert_cell(sheet, "E5", "<v>1234.5</v>");
	assert_cell(sheet, "F5", "<v>1.25</v>");
	assert_cell(sheet, "G5", "<v>42094</v>");
	assert_string(f, sheet, "H5", "Ja");
	assert_string(f, sheet, "I5", "=1+1");
	assert_string(f, sheet, "J4", "Kilde");
	assert_string(f, sheet, "J5", "status/a.csv:7");
	assert_has(sheet, "topLeftCell=\"B5\"");
	assert_has(sheet, "<ignoredError sqref=\"A5:A6");
	assert_has(sheet,
	    "paperSize=\"9\" fitToHeight=\"0\" "
	    "orientation=\"landscape\"");
	assert_has(sheet,
	    "&amp;L" SMALL "Køge &amp;&amp; omegn · marts 2015"
	    "&amp;R" SMALL "Opfundne tal");
	assert_has(sheet, "&amp;C" SMALL "Side &amp;P af &amp;N");
	assert_has(part(f, "xl/workbook.xml"), "Alle!$4:$4");
	assert_has(part(f, "docProps/core.xml"), "2015-03-31T12:00:00Z");
}

static void
test_totals(void **state)
{
	struct fixture *f = *state;
	struct node *s = node_add_section(f->arena, f->root, "Alle", 2);
	const char *sheet, *table;

	node_add_grid(f->arena, s, portfolio(f));
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_string(f, sheet, "A7", "I alt");
	assert_cell(sheet, "C7",
	    "<f>SUBTOTAL(101,tbl_portfolio[Parathed '[%'] '#1])</f>"
	    "<v>0.325</v>");
	assert_cell(
	    sheet, "D7", "<f>SUBTOTAL(109,tbl_portfolio[Sene])</f><v>7</v>");
	assert_cell(sheet, "E7",
	    "<f>SUBTOTAL(109,tbl_portfolio[SENE (2)])</f><v>1234.5</v>");
	table = part(f, "xl/tables/table1.xml");
	assert_has(table, "ref=\"A4:J7\" totalsRowCount=\"1\"");
	assert_has(table, "<autoFilter ref=\"A4:J6\"/>");
	assert_has(table, "name=\"SENE (2)\"");
	assert_has(table, "name=\"Kolonne 6\"");
	assert_has(table, "totalsRowFunction=\"average\"");
}

static struct grid_cell *
derived(struct fixture *f, struct grid *grid, const char *of,
    const char *column, struct value match, int64_t n)
{
	struct grid_derive *derive = arena_alloc(f->arena, sizeof(*derive));
	struct grid_cell *c = grid_add_row(f->arena, grid);

	derive->grid = of;
	derive->column = column;
	derive->match = match;
	c[0].value = value_text("linje");
	c[1].value = value_count(n);
	c[1].derive = derive;
	return c;
}

static void
test_derived(void **state)
{
	static const struct grid_column tiles[] = {
	    {"what", "Hvad", VALUE_TEXT, 0, TOTAL_NONE},
	    {"n", "Antal", VALUE_TEXT, 0, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "tiles", tiles, 2);
	struct node *s;
	const char *sheet;

	grid->look = GRID_TILES;
	derived(f, grid, "portfolio", "light", value_light(TONE_GREEN), 1);
	derived(f, grid, "portfolio", "light", value_light(TONE_YELLOW), 0);
	/* It isn't what COUNTIF would find. */
	derived(f, grid, "portfolio", "light", value_light(TONE_RED), 5);
	derived(f, grid, "elsewhere", "light", value_light(TONE_RED), 6);
	derived(f, grid, "portfolio", "none", value_light(TONE_RED), 7);
	derived(f, grid, "portfolio", "code", value_text("0101"), 1);
	derived(f, grid, "portfolio", "done", value_bool(true), 1);
	s = node_add_section(f->arena, f->root, "Overblik", 2);
	node_add_grid(f->arena, s, grid);
	s = node_add_section(f->arena, f->root, "Alle", 2);
	node_add_grid(f->arena, s, portfolio(f));
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_cell(sheet, "B5",
	    "<f>COUNTIF(tbl_portfolio[Trafiklys],\"● Grøn\")</f><v>1</v>");
	assert_cell(sheet, "B6",
	    "<f>COUNTIF(tbl_portfolio[Trafiklys],\"▲ Gul\")</f><v>0</v>");
	assert_cell(sheet, "B7", "<v>5</v>");
	assert_cell(sheet, "B8", "<v>6</v>");
	assert_cell(sheet, "B9", "<v>7</v>");
	assert_cell(sheet, "B10", "<v>1</v>");
	assert_cell(sheet, "B11",
	    "<f>COUNTIF(tbl_portfolio[Godkendt],\"Ja\")</f><v>1</v>");
}

static void
test_sheet_names(void **state)
{
	static const char *const title[] = {"Æble", "æBLE", "History",
	    "a[b]:c*d?e/f\\g", "Q1", "2025", "R1C1", "'x'", "",
	    "en meget lang titel, som Excel ikke tager",
	    "en meget lang titel, som Excel ikke vil have",
	    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "sand & falsk"};
	static const char *const name[] = {"Æble", "æBLE (2)", "History (2)",
	    "a-b--c-d-e-f-g", "Ark Q1", "Ark 2025", "Ark R1C1", "x", "Ark",
	    "en meget lang titel, som Excel…",
	    "en meget lang titel, som Ex (2)", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…",
	    "sand &amp; falsk"};
	struct fixture *f = *state;
	char wanted[160];
	const char *book;
	size_t i;

	for (i = 0; i < sizeof(title) / sizeof(title[0]); i++)
		node_add_section(f->arena, f->root, title[i], 2);
	render(f);
	book = part(f, "xl/workbook.xml");
	for (i = 0; i < sizeof(name) / sizeof(name[0]); i++) {
		snprintf(wanted, sizeof(wanted), "<sheet name=\"%s\"", name[i]);
		assert_has(book, wanted);
	}
}

static void
test_hostile(void **state)
{
	static const struct grid_column text[] = {
	    {"a", "a\nb", VALUE_TEXT, 0, TOTAL_NONE},
	    {"b", "_x0041_\x01", VALUE_TEXT, 0, TOTAL_NONE},
	    {"c", "c", VALUE_NUMBER, 0, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "1 æ", text, 3);
	struct node *s;
	struct grid_cell *c;
	const char *sheet, *table;

	f->document.title = "a\x01&P\xff";
	f->document.notice = "\xed\xa0\x80";
	c = grid_add_row(f->arena, grid);
	c[0].value = value_text("_x0041_ og _x00e6_x00E6_");
	c[1].value = value_text("a\x01\xff\xef\xbf\xbf<&>\"\r\n\t");
	c[2].value.type = VALUE_NUMBER;
	c[2].value.as.number = INFINITY;
	c[0].href = "javascript:alert(1)";
	c[1].href = "../a/b.html#c-1";
	c[1].note = "n\x01\xff_x0041_";
	c = grid_add_row(f->arena, grid);
	c[0].href = "//evil/x";
	c[0].value = value_text("http://example.dk");
	c[2].value = value_number(-0.5);
	c[2].href = "c.html";
	s = node_add_section(f->arena, f->root, "x\x01\xff", 2);
	node_add_grid(f->arena, s, grid);
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_string(
	    f, sheet, "A5", "_x005F_x0041_ og _x005F_x00e6_x005F_x00E6_");
	assert_cell(sheet, "C6", "<v>-0.5</v>");
	/* What is no number is an empty cell. */
	assert_has(sheet, "<c r=\"C5\"");
	assert_has(strchr(strstr(sheet, "r=\"C5\""), '>') - 1, "/></row>");
	assert_lacks(sheet, "INF");
	assert_has(sheet, "<hyperlink ref=\"B5\"");
	assert_has(sheet, "<hyperlink ref=\"C6\"");
	assert_lacks(sheet, "<hyperlink ref=\"A");
	assert_has(part(f, "xl/worksheets/_rels/sheet1.xml.rels"),
	    "Target=\"../a/b.html\"");
	table = part(f, "xl/tables/table1.xml");
	assert_has(table, "displayName=\"tbl_1___\"");
	assert_has(table, "name=\"a b\"");
	assert_has(table, "name=\"-x0041_");
}

/* What the library would take for a picture's place is text in a header. */
static void
test_ampersands(void **state)
{
#define AMPERSAND "&amp;&amp;&amp;\"-,Regular\""
	struct fixture *f = *state;
	char many[2 * 60 + 1];
	size_t i;

	f->document.title = "P&G";
	f->document.subtitle = "&[Picture] && R&D";
	f->document.notice = many;
	for (i = 0; i < 60; i++)
		memcpy(many + 2 * i, "&G", 3);
	node_add_section(f->arena, f->root, "x", 2);
	render(f);
	assert_has(part(f, "xl/worksheets/sheet1.xml"),
	    "&amp;L" SMALL "P" AMPERSAND "G · " AMPERSAND
	    "[Picture] &amp;&amp;&amp;&amp; R&amp;&amp;D&amp;R" SMALL AMPERSAND
	    "G" AMPERSAND "G" AMPERSAND "G" AMPERSAND "G</oddHeader>");
}

static void
test_long_text(void **state)
{
	static const struct grid_column text[] = {
	    {"a", "a", VALUE_TEXT, GRID_WRAP, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "t", text, 1);
	char *faces = arena_alloc(f->arena, 4 * 17000 + 1);
	char *breaks = arena_alloc(f->arena, 301);
	struct node *s;
	size_t i;

	for (i = 0; i < 17000; i++)
		memcpy(faces + 4 * i, "😀", 4);
	memset(breaks, '\n', 300);
	grid_add_row(f->arena, grid)[0].value = value_text(faces);
	grid_add_row(f->arena, grid)[0].value = value_text(breaks);
	s = node_add_section(f->arena, f->root, "lang", 2);
	node_add_grid(f->arena, s, grid);
	node_add_paragraph(f->arena, s, faces);
	render(f);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 1);
}

static void
test_empty(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "none", columns, NCOLUMN);
	struct node *s;
	const char *sheet;

	render(f); /* a document of nothing is a sheet with its title */
	assert_has(part(f, "xl/workbook.xml"), "<sheet name=\"Forside\"");
	grid->empty = "Ingen endnu.";
	s = node_add_section(f->arena, f->root, "Tom", 2);
	node_add_grid(f->arena, s, grid);
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_string(f, sheet, "A4", "Ingen endnu.");
	assert_null(part(f, "xl/tables/table1.xml"));
	assert_lacks(part(f, "xl/workbook.xml"), "Forside");
}

static void
test_front_and_text(void **state)
{
	struct fixture *f = *state;
	struct node *list, *note, *item;
	const char *sheet;

	node_add_paragraph(f->arena, f->root, "Først");
	list = node_add(f->arena, f->root, DOC_LIST);
	list->as.list.ordered = 1;
	list->as.list.start = 3;
	item = node_add(f->arena, list, DOC_ITEM);
	node_add_paragraph(f->arena, item, "et");
	note = node_add(f->arena, f->root, DOC_NOTE);
	note->as.note = "Bemærk";
	node_add_paragraph(f->arena, note, "husk");
	node_add_section(f->arena, f->root, "Sidst", 2);
	render(f);
	sheet = part(f, "xl/worksheets/sheet1.xml");
	assert_string(f, sheet, "A1", "Køge &amp; omegn");
	assert_string(f, sheet, "A2", "marts 2015 · Model 1 · Opfundne tal");
	assert_string(f, sheet, "A4", "Først");
	assert_string(f, sheet, "A5", "3. et");
	assert_string(f, sheet, "A6", "Bemærk: husk");
	assert_has(part(f, "xl/workbook.xml"), "<sheet name=\"Sidst\"");
}

/* A chart whose table stands nowhere brings it along. */
static void
test_chart(void **state)
{
	static const struct chart_series series = {"late", TONE_RED};
	static struct chart chart = {.type = CHART_BAR,
	    .title = "Flest i 0147",
	    .measure = "sene opgaver",
	    .description = "søjler",
	    .unit = "opgaver",
	    .category = "code",
	    .series = &series,
	    .nseries = 1};
	struct fixture *f = *state;
	struct node *s;
	const char *xml;

	chart.grid = portfolio(f);
	s = node_add_section(f->arena, f->root, "Q1", 2);
	node_add_chart(f->arena, s, &chart);
	render(f);
	xml = part(f, "xl/charts/chart1.xml");
	assert_has(xml, "<c:f>'Ark Q1'!$D$5:$D$6</c:f>");
	assert_has(xml, "<c:f>'Ark Q1'!$A$5:$A$6</c:f>");
	assert_has(xml, "Flest i 0147");
	assert_has(xml, "CC0000");
	assert_has(part(f, "xl/drawings/drawing1.xml"), "descr=\"søjler\"");
	assert_non_null(part(f, "xl/tables/table1.xml"));
}

static void
test_same_bytes(void **state)
{
	struct fixture *f = *state;
	struct node *s = node_add_section(f->arena, f->root, "Alle", 2);
	char first[64], command[160];

	node_add_grid(f->arena, s, portfolio(f));
	render(f);
	snprintf(first, sizeof(first), "%s", f->path);
	snprintf(f->path, sizeof(f->path), "%.50s.b", first);
	sleep(1); /* the clock must not be seen in it */
	render(f);
	snprintf(command, sizeof(command), "cmp %s %s", first, f->path);
	assert_int_equal(system(command), 0);
	unlink(first);
}

/* True if the check refuses the archive. */
static bool
refused(struct fixture *f, struct xlsx_sheet *sheets, const struct buf *book)
{
	struct xlsx x = {
	    .diag = f->diag, .document = &f->document, .sheets = sheets};

	return xlsx_check(&x, book) == -1;
}

/* An archive cut short or changed, and cells that aren't there. */
static void
test_damage(void **state)
{
	struct fixture *f = *state;
	struct xlsx_sheet sheet = {.cells = 3};
	struct buf book, cut;
	size_t i;

	buf_init(&book);
	node_add_paragraph(f->arena, f->root, "et");
	assert_int_equal(render_xlsx(&book, f->root, f->diag), 0);
	assert_false(refused(f, &sheet, &book));
	sheet.cells = 4;
	assert_true(refused(f, &sheet, &book));
	sheet.cells = 3;
	sheet.next = &(struct xlsx_sheet){.cells = 0};
	assert_true(refused(f, &sheet, &book));
	sheet.next = NULL;
	for (i = 0; i < book.len; i += 37) {
		cut = book;
		cut.len = i;
		assert_true(refused(f, &sheet, &cut));
	}
	/* Behind the first part's head and name its bytes begin. */
	for (i = 60; i < 300; i++) {
		book.data[i] ^= 4;
		assert_true(refused(f, &sheet, &book));
		book.data[i] ^= 4;
	}
	assert_false(refused(f, &sheet, &book));
	assert_true(diag_count(f->diag, DIAG_FATAL) > 300);
	buf_release(&book);
}

/* What the library writes to memory is not lost to a full disk. */
static void
test_silent_loss(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "many", columns, NCOLUMN);
	struct node *s = node_add_section(f->arena, f->root, "Alle", 2);
	struct rlimit before, small;
	struct buf roomy, tight;
	int i, result;

	for (i = 0; i < 2000; i++)
		grid_add_row(f->arena, grid)[3].value = value_count(i);
	node_add_grid(f->arena, s, grid);
	buf_init(&roomy);
	buf_init(&tight);
	assert_int_equal(render_xlsx(&roomy, f->root, f->diag), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 1024;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	result = render_xlsx(&tight, f->root, f->diag);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(result, 0);
	assert_int_equal(tight.len, roomy.len);
	assert_memory_equal(tight.data, roomy.data, roomy.len);
	buf_release(&roomy);
	buf_release(&tight);
}

/* The library is told no; what it says of it comes back. */
static void
test_refused(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, none;
	struct buf book;

	buf_init(&book);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = before;
	none.rlim_cur = 0;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	assert_int_equal(render_xlsx(&book, f->root, f->diag), -1);
	assert_int_equal(render_xlsx_selftest(), 0);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(diag_worst(f->diag), DIAG_FATAL);
	buf_release(&book);
}

/* Read to the last tag: every shorter piece is refused. */
static void
test_part(void **state)
{
	static const char whole[] = "<?xml version=\"1.0\"?>\n<sst count=\"3\" "
				    "uniqueCount=\"2\"><si><t>\xc3\xa6</t></si>"
				    "<si><t/></si><c r=\"A1\"/></sst>";
	static const char *const broken[] = {"", "x", "<a>", "<a></b>",
	    "<a/><b/>", "<a><b></a></b>", "</a>", "<a>\x01</a>", "<a>\xff</a>",
	    "<a>\xef\xbf\xbe</a>", "<a>\xef\xbf\xbf</a>", "<a>\x1f</a>",
	    "<a></a", "<a><", "<></>"};
	struct xlsx_part part = {0, 0, 0};
	char piece[sizeof(whole)];
	size_t i;

	(void)state;
	assert_null(xlsx_part_read(whole, sizeof(whole) - 1, &part));
	assert_int_equal(part.cells, 1);
	assert_int_equal(part.strings, 2);
	assert_int_equal(part.unique, 2);
	for (i = 0; i < sizeof(whole) - 1; i++) {
		memcpy(piece, whole, i);
		piece[i] = '\0';
		assert_non_null(xlsx_part_read(piece, i, &part));
	}
	for (i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
		assert_non_null(
		    xlsx_part_read(broken[i], strlen(broken[i]), &part));
	assert_null(xlsx_part_read("<a>\t\r\n</a>", 10, &part));
}

/* As the zip library asks for it; returns the length. */
static size_t
deflated(const char *text, char *out, size_t cap)
{
	z_stream z = {0};

	assert_int_equal(deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
			     -MAX_WBITS, 8, Z_DEFAULT_STRATEGY),
	    Z_OK);
	z.next_in = (Bytef *)(uintptr_t)text;
	z.avail_in = (uInt)strlen(text);
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)cap;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(deflateEnd(&z), Z_OK);
	return z.total_out;
}

/* Parts that come again, and others that take their place in between. */
static void
test_deflate(void **state)
{
	char text[12000], out[16000], back[sizeof(text)];
	size_t round, i, len, size;

	(void)state;
	for (round = 0; round < 3; round++) {
		for (i = 0; i < 1500; i++) {
			len = i % 100 == 0 ? sizeof(text) - 8 : i * 5;
			memset(text, 'a' + (int)(i % 7), len);
			snprintf(text + len, 8, "%zu", i / 2);
			len = strlen(text);
			size = deflated(text, out, sizeof(out));
			assert_true(xlsx_inflate(out, size, back, len));
			assert_memory_equal(back, text, len);
		}
	}
}

static void
test_selftest(void **state)
{
	(void)state;
	assert_int_equal(render_xlsx_selftest(), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_typed_cells, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_totals, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_derived, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sheet_names, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_hostile, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_ampersands, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_long_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_front_and_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_chart, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damage, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_silent_loss, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
	    cmocka_unit_test(test_part),
	    cmocka_unit_test(test_deflate),
	    cmocka_unit_test(test_selftest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
