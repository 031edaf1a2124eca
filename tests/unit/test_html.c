#include "doc_fixture.h"

#include "doc/prose.h"
#include "render/render.h"

/* What stands in main. */
static const char *
body(struct fixture *f)
{
	static const char begin[] = "<main id=\"_main\">\n";
	char *text, *end;

	buf_clear(&f->buf);
	render_html(&f->buf, f->document);
	text = strstr(f->buf.data, begin);
	assert_non_null(text);
	text += strlen(begin);
	end = strstr(text, "</main>");
	assert_non_null(end);
	*end = '\0';
	return text;
}

static void
test_shell(void **state)
{
	struct fixture *f = *state;
	struct document d = {.title = "A & B",
	    .lang = "da",
	    .subtitle = "x\"</style>\\",
	    .labels = f->labels,
	    .file = "f.html",
	    .program = "parathed 1.0.0",
	    .shell = "<!-- about\n{{title}} -->\n<t l=\"{{lang}}\">{{title}}|"
		     "{{css}}|{{what}}|{{footer}}|{{header}}{{skip}}{{nav}}",
	    .css = "a{content:\"{{subtitle}} {{page}} {{x}}\"}"};

	render_html(&f->buf, node_new_document(f->arena, &d));
	assert_string_equal(f->buf.data,
	    "<t l=\"da\">A &amp; B|"
	    "a{content:\"x\\22 \\3c /style>\\5c  Side {{x}}\"}|{{what}}|"
	    "<p class=\"file\">f.html</p>\n"
	    "<p class=\"program\">parathed 1.0.0</p>\n|"
	    "<h1>A &amp; B</h1>\n"
	    "<p class=\"subtitle\">x&quot;&lt;/style&gt;\\</p>\n"
	    "<a class=\"skip\" href=\"#_main\">Gå til indhold</a>\n");
}

static void
test_header(void **state)
{
	struct fixture *f = *state;
	struct document d = {.title = "T",
	    .organisation = "O",
	    .home = "../i",
	    .basis = "B",
	    .notice = "N",
	    .labels = f->labels,
	    .shell = "{{header}}"};

	render_html(&f->buf, node_new_document(f->arena, &d));
	assert_string_equal(f->buf.data,
	    "<p class=\"organisation\">O</p>\n"
	    "<p class=\"home\"><a href=\"../i\">Alle dokumenter</a></p>\n"
	    "<h1>T</h1>\n<p class=\"basis\">B</p>\n"
	    "<p class=\"notice\">N</p>\n");
}

static void
test_contents(void **state)
{
	struct fixture *f = *state;

	f->document->as.document->shell = "{{nav}}";
	node_add_section(f->arena, f->document, "A & B", 2);
	render_html(&f->buf, f->document);
	assert_string_equal(f->buf.data, "");
	node_add_section(f->arena, f->document, "C", 2);
	render_html(&f->buf, f->document);
	assert_string_equal(f->buf.data,
	    "<nav aria-labelledby=\"_contents\">\n"
	    "<p id=\"_contents\">Indhold</p>\n<ul>\n"
	    "<li><a href=\"#a-b\">A &amp; B</a></li>\n"
	    "<li><a href=\"#c\">C</a></li>\n</ul>\n</nav>\n");
}

static void
test_escapes(void **state)
{
	struct fixture *f = *state;

	node_add_paragraph(f->arena, f->document, "<b a='\"'>&amp;\n{{body}}");
	assert_string_equal(body(f),
	    "<p>&lt;b a=&#39;&quot;&#39;&gt;&amp;amp;\n{{body}}</p>\n");
}

static void
test_blocks(void **state)
{
	static const char text[] =
	    "a *b* **c** `d<` [e](f.html \"g\")\\\nh\n\n"
	    "- i\n- j\n\n  k\n\n2. l\n\n> m\n\n```\nn<\n```\n\n---\n";
	struct fixture *f = *state;

	prose_note(f->arena, text, strlen(text), f->document);
	assert_string_equal(body(f),
	    "<p>a <em>b</em> <strong>c</strong> <code>d&lt;</code> "
	    "<a href=\"f.html\" title=\"g\">e</a><br>\nh</p>\n"
	    "<ul>\n<li>i</li>\n<li>\n<p>j</p>\n<p>k</p>\n</li>\n</ul>\n"
	    "<ol start=\"2\">\n<li>l</li>\n</ol>\n"
	    "<blockquote>\n<p>m</p>\n</blockquote>\n"
	    "<pre><code>n&lt;\n</code></pre>\n<hr>\n");
}

static void
test_sections_and_notes(void **state)
{
	struct fixture *f = *state;
	struct node *section, *note, *line;

	section = node_add_section(f->arena, f->document, "A", 2);
	note = node_add(f->arena, section, DOC_NOTE);
	note->as.note = "Bemærk";
	line = node_add_paragraph(f->arena, note, "x ");
	node_add(f->arena, line, DOC_LIGHT)->as.light = TONE_RED;
	assert_string_equal(body(f),
	    "<section>\n<h2 id=\"a\">A</h2>\n<div class=\"note\">\n"
	    "<p class=\"note-label\">Bemærk</p>\n<p>x "
	    "<span class=\"light red\"><span aria-hidden=\"true\">■</span> "
	    "Rød</span></p>\n</div>\n</section>\n");
}

static void
test_links_are_checked(void **state)
{
	struct fixture *f = *state;
	struct node *line = node_add_paragraph(f->arena, f->document, "");
	struct node *link = node_add(f->arena, line, DOC_LINK);

	link->as.link.url = "javascript:x";
	node_add_text(f->arena, link, "a");
	assert_string_equal(body(f), "<p>a</p>\n");
}

static const struct grid_column column[] = {
    {"name", "Navn", VALUE_TEXT, GRID_HEAD, TOTAL_NONE},
    {"detail", "Detalje", VALUE_TEXT, GRID_DETAIL, TOTAL_NONE},
    {"share", "Andel, %", VALUE_PERCENT, 0, TOTAL_MEAN},
    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE},
    {"why", "Hvorfor", VALUE_TEXT, GRID_WRAP, TOTAL_NONE}};

static struct grid *
sample_grid(struct fixture *f)
{
	struct grid *grid = grid_new(f->arena, "g", column, 5);
	struct grid_cell *cell = grid_add_row(f->arena, grid);
	const struct loc loc = {"a.csv", 14, 2, "Andel"};

	cell[0].value = value_text("Ærø");
	cell[0].href = "a&b.html";
	cell[2].value = value_percent(50);
	cell[2].tone = TONE_RED;
	cell[2].source = loc;
	cell[3].value = value_light(TONE_GREEN);
	cell[4].value = value_text("a\nb");
	cell[4].note = "En bemærkning, der er for lang til at stå i sin celle";
	return grid;
}

static void
test_table(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = sample_grid(f);

	grid->caption = "C";
	grid->measure = "M";
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(body(f),
	    "<div class=\"scroll t-g\" role=\"group\" tabindex=\"0\" "
	    "aria-labelledby=\"grid_1\">\n<table>\n"
	    "<caption><span id=\"grid_1\"><strong>C</strong>"
	    "<span class=\"measure\">M</span></span></caption>\n"
	    "<thead>\n<tr><th scope=\"col\">Navn</th>"
	    "<th scope=\"col\" class=\"num\">Andel, %</th>"
	    "<th scope=\"col\" class=\"short\">Lys</th>"
	    "<th scope=\"col\" class=\"long\">Hvorfor</th></tr>\n</thead>\n"
	    "<tbody>\n<tr title=\"Kilde: a.csv, linje 14\">"
	    "<th scope=\"row\"><a href=\"a&amp;b.html\">Ærø</a></th>"
	    "<td class=\"num tone red\">■ 50" NBSP "%</td>"
	    "<td class=\"short\"><span class=\"light green\">"
	    "<span aria-hidden=\"true\">●</span> Grøn</span></td>"
	    "<td class=\"long\">a<br>b<details><summary>Note</summary>"
	    "En bemærkning, der er for lang til at stå i sin celle</details>"
	    "</td></tr>\n</tbody>\n"
	    "<tfoot>\n<tr><th scope=\"row\">I alt</th>"
	    "<td class=\"num\">gns. 50" NBSP "%</td><td class=\"short\"></td>"
	    "<td class=\"long\"></td></tr>\n</tfoot>\n</table>\n</div>\n"
	    "<details class=\"sources\"><summary>Kilder</summary>\n<ul>\n"
	    "<li>Ærø – a.csv, linje 14</li>\n</ul>\n</details>\n");
}

static void
test_sources(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = sample_grid(f);

	grid->cell[0].source = (struct loc){"b.csv", 3, 0, NULL};
	node_add_grid(f->arena, f->document, grid);
	body(f);
	assert_null(strstr(f->buf.data, "<tr title"));
	assert_non_null(strstr(
	    f->buf.data, "<th scope=\"row\" title=\"Kilde: b.csv, linje 3\">"));
	assert_non_null(
	    strstr(f->buf.data, "title=\"Kilde: a.csv, linje 14, Andel\">"));
	assert_non_null(strstr(f->buf.data,
	    "<li>Ærø – Navn: b.csv, linje 3; Andel, %: a.csv, linje 14</li>"));
}

/* Rows that begin alike have two names; a file as a whole has no line. */
static void
test_sources_of_rows(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = sample_grid(f);
	struct grid_cell *cell;

	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("Ærø");
	cell[2].value = value_percent(25);
	cell[0].source = (struct loc){"<c>.csv", 0, 0, NULL};
	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("Fanø");
	cell = grid_add_row(f->arena, grid);
	cell[0].value = value_text("Samsø");
	cell[0].source = (struct loc){"d.csv", 5, 0, NULL};
	cell[2].source = cell[0].source;
	cell[2].source.line = 6;
	node_add_grid(f->arena, f->document, grid);
	assert_non_null(strstr(body(f),
	    "<ul>\n<li>Ærø · 50" NBSP "% – a.csv, linje 14</li>\n"
	    "<li>Ærø · 25" NBSP "% – &lt;c&gt;.csv</li>\n"
	    "<li>Samsø – Navn: d.csv, linje 5; Andel, %: linje 6</li>\n"
	    "</ul>\n"));
	assert_non_null(
	    strstr(f->buf.data, "<tr title=\"Kilde: &lt;c&gt;.csv\">"));
}

/*
 * Rows that begin alike may stand far apart; a capital makes another name, and
 * what is no text tells nothing apart.
 */
static void
test_sources_apart(void **state)
{
	struct fixture *f = *state;
	static const char *const name[] = {"b", "c", "a", "B", NULL, NULL, "b"};
	struct grid *grid = grid_new(f->arena, "g", column, 5);
	struct grid_cell *cell;
	size_t i;

	node_add_grid(f->arena, f->document, grid);
	for (i = 0; i < sizeof(name) / sizeof(*name); i++) {
		cell = grid_add_row(f->arena, grid);
		cell[0].value =
		    name[i] == NULL ? value_count(7) : value_text(name[i]);
		cell[2].value = value_percent(25);
		cell[0].source = (struct loc){"d.csv", (int)i + 1, 0, NULL};
		if (i + 1 < sizeof(name) / sizeof(*name))
			assert_non_null(strstr(body(f), "<li>b – d.csv"));
	}
	assert_non_null(
	    strstr(body(f), "<li>b · 25" NBSP "% – d.csv, linje 1"));
	assert_non_null(strstr(f->buf.data, "<li>c · 25" NBSP "% – d.csv"));
}

static void
test_table_names(void **state)
{
	struct fixture *f = *state;
	struct node *section;

	node_add_grid(f->arena, f->document, sample_grid(f));
	section = node_add_section(f->arena, f->document, "Afsnit", 2);
	node_add_grid(f->arena, section, sample_grid(f));
	body(f);
	assert_non_null(strstr(f->buf.data, " aria-label=\"g\">"));
	assert_non_null(strstr(f->buf.data, " aria-labelledby=\"afsnit\">"));
	assert_null(strstr(f->buf.data, "<caption"));
}

static void
test_empty_table(void **state)
{
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 5);

	grid->caption = "C";
	grid->empty = "Ingen <endnu>.";
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(body(f),
	    "<p class=\"empty\"><strong>C</strong> Ingen &lt;endnu&gt;.</p>\n");
}

static void
test_tiles(void **state)
{
	static const struct grid_column tile[] = {
	    {"label", "Mål", VALUE_TEXT, 0, TOTAL_NONE},
	    {"light", "Lys", VALUE_LIGHT, 0, TOTAL_NONE},
	    {"value", "Værdi", VALUE_TEXT, 0, TOTAL_NONE},
	    {"text", "Forklaring", VALUE_TEXT, 0, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", tile, 4);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	grid->look = GRID_TILES;
	cell[0].value = value_text("Til tiden");
	cell[1].value = value_light(TONE_YELLOW);
	cell[2].value = value_percent(62);
	cell[3].value = value_text("61 af 98");
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(body(f),
	    "<dl class=\"tiles t-g\">\n<div class=\"tile yellow\">\n"
	    "<dt class=\"tile-label\">Til tiden</dt>\n"
	    "<dd class=\"tile-value\">62" NBSP "%</dd>\n"
	    "<dd class=\"tile-light\"><span class=\"light yellow\">"
	    "<span aria-hidden=\"true\">▲</span> Gul</span></dd>\n"
	    "<dd class=\"tile-text\">61 af 98</dd>\n</div>\n</dl>\n");
}

static void
test_wide_tables_turn_the_paper(void **state)
{
	static const struct grid_column wide[9] = {{"a", "A", VALUE_TEXT, 0, 0},
	    {"b", "A", VALUE_TEXT, 0, 0}, {"c", "A", VALUE_TEXT, 0, 0},
	    {"d", "A", VALUE_TEXT, 0, 0}, {"e", "A", VALUE_TEXT, 0, 0},
	    {"f", "A", VALUE_TEXT, 0, 0}, {"g", "A", VALUE_TEXT, 0, 0},
	    {"h", "A", VALUE_TEXT, 0, 0}, {"i", "A", VALUE_TEXT, 0, 0}};
	struct fixture *f = *state;
	struct node *section;
	struct grid *grid;

	section = node_add_section(f->arena, f->document, "A", 2);
	grid = grid_new(f->arena, "g", wide, 8);
	grid_add_row(f->arena, grid);
	node_add_grid(f->arena, section, grid);
	assert_null(strstr(body(f), "landscape"));
	grid = grid_new(f->arena, "g", wide, 9);
	grid_add_row(f->arena, grid);
	node_add_grid(f->arena, section, grid);
	assert_non_null(strstr(body(f), "<section class=\"landscape\">"));
	assert_non_null(
	    strstr(body(f), "<table class=\"wide\" aria-labelledby=\"a\">"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_shell),
	    fixture_test(test_header),
	    fixture_test(test_contents),
	    fixture_test(test_escapes),
	    fixture_test(test_blocks),
	    fixture_test(test_sections_and_notes),
	    fixture_test(test_links_are_checked),
	    fixture_test(test_table),
	    fixture_test(test_sources),
	    fixture_test(test_sources_of_rows),
	    fixture_test(test_sources_apart),
	    fixture_test(test_table_names),
	    fixture_test(test_empty_table),
	    fixture_test(test_tiles),
	    fixture_test(test_wide_tables_turn_the_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
